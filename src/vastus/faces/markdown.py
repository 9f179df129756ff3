"""An exercise as a Markdown page of our own form, which reads back as the same exercise.

Every value has one way to be printed, so two exports of one exercise are the same bytes and a
change shows as the lines that changed. What is absent is left out; lines are never wrapped. Labels
and parts: `vastus.parse.markdown`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from msgspec import Struct, structs

from vastus.domain.exercise import Exercise, Tip
from vastus.domain.page import Section
from vastus.domain.source import Citation, Source
from vastus.domain.value import Placed
from vastus.parse.markdown import NAME as FORM_NAME
from vastus.parse.markdown import TIP_PARTS, label_of, part_named
from vastus.profile.slug import slug

Value = str | float | list["Value"] | dict[str, "Value"] | None
"""What stands in the front matter."""

_KEYS = (
    "id", "name", "aliases", "family", "type", "equipment", "mechanics", "force", "laterality",
    "level", "target", "secondary", "muscles", "contraction", "demands", "posture", "noise",
    "movement", "dose", "uses", "relations", "swaps", "claims", "printed",
)  # fmt: skip
_CAN_SAY_NONE = ("equipment", "target", "secondary")  # where `[]` says more than silence
_IN_LINES = ("dose", "printed")  # mappings with a line for each key; others stand on one line
_ITEMS_IN_LINES = ("uses", "claims")  # the same for the mappings of a list

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
# What Markdown reads inside a line: emphasis, code, links, tags, entities; `_` beside a word only.
_INLINE = re.compile(r"[\\*`<\[]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
_IN_ADDRESS = re.compile(r"[\\<>]")
_CLOSING = re.compile(r"(?:(?<=\s)|\A)#+\Z")
_BLOCK_START = re.compile(r"[#>]|[-+](?![^\W_])")
_BLOCK_NUMBER = re.compile(r"[0-9]+(?=[.)](?:[ \t]|\Z))")
# Text that every reader of YAML, old or new, takes for text without quotation marks.
_PLAIN = re.compile(r"[^\W\d_](?:[\w ()'’/.;%+°–—×-]*[\w()'’/.;%+°–—×-])?")
_NO_TEXT = frozenset("null true false yes no on off y n".split())
_QUOTED = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufdd0-\ufdef\ufffe\uffff]')
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_MAX_KEY = 100  # YAML readers give up on a key of 1024 characters, unless `?` announces it
_NOT_FINITE = {"nan": ".nan", "inf": ".inf", "-inf": "-.inf"}


def print_exercise(exercise: Exercise, *, is_new: bool = False) -> str:
    """The page of an exercise, canonical: reading it gives the same exercise.

    Of one that `is_new`, the id is left out where it is only its name's, so that it follows the name.
    """
    return "".join(f"{line}\n" for line in _lines(exercise, has_id=not is_new or exercise.id != slug(exercise.name)))


def _lines(exercise: Exercise, *, has_id: bool) -> Iterator[str]:
    yield "---"
    for key, value in _front_matter(exercise):
        if key != "id" or has_id:
            yield from _entry(key, value)
    yield from ("---", "", f"# {_heading(exercise.name)}")
    if exercise.overview:
        yield from ("", "## Overview")
        yield from _paragraphs(exercise.overview.split("\n\n"))
    if exercise.instructions:
        yield from ("", "## Instructions", "")
        for number, step in enumerate(exercise.instructions, 1):
            yield f"{number}. *{label_of(step.kind)}.* {_inline(step.text)}"
    if exercise.tips:
        yield from ("", "## Tips", "")
        for number, tip in enumerate(exercise.tips, 1):
            yield from _tip(tip, f"{number}. ", "")
    for section in exercise.sections:
        yield from _section(section)
    if exercise.citations:
        yield from ("", "## Citations", "")
        yield from map(_citation, exercise.citations)


def _front_matter(exercise: Exercise) -> Iterator[tuple[str, Value]]:
    """Keys and values in the order of the page."""
    for key in _KEYS:
        value: object = getattr(exercise, key)
        if not (value is None or (_is_empty(value) and key not in _CAN_SAY_NONE)):
            yield key, _plain(value)
    source = _source(exercise.source)
    if source:
        yield "source", source


def _is_empty(value: object) -> bool:
    """Whether a list or a mapping holds nothing; a record such as `Dose()` says something."""
    return isinstance(value, tuple | list | Mapping) and not value


def _plain(value: object) -> Value:
    """A value of the domain as lists and mappings, without spans and whatever is absent."""
    if value is None or isinstance(value, str | float | int):
        return value
    if isinstance(value, Mapping):
        pairs = cast("Mapping[str, object]", value).items()
        return {key: _plain(inner) for key, inner in pairs}
    if isinstance(value, Sequence):
        return [_plain(inner) for inner in cast("Sequence[object]", value)]
    if not isinstance(value, Struct):
        raise TypeError(f"a {type(value).__name__} has no place in front matter")
    named = value.content() if isinstance(value, Placed) else structs.asdict(value).items()
    return {name: _plain(inner) for name, inner in named if not (inner is None or _is_empty(inner))}


def _source(source: Source) -> Value:
    """The source; a form is printed where it is another than a reader takes the page for."""
    values: dict[str, Value] = {}
    for name, value in structs.asdict(source).items():
        if name == "form":
            if value != FORM_NAME:
                values["form"] = value
        elif value is not None:
            values[name] = value
    return values


def _entry(key: str, value: Value, indent: str = "") -> Iterator[str]:
    """The lines of one key."""
    if isinstance(value, dict) and value and key in _IN_LINES:
        yield f"{indent}{_scalar(key)}:"
        for inner_key, inner in value.items():
            yield from _entry_of_any_key(inner_key, inner, f"{indent}  ")
    elif isinstance(value, list) and any(isinstance(item, dict) for item in value):
        yield f"{indent}{_scalar(key)}:"
        for item in value:
            yield from _item(item, indent, in_lines=key in _ITEMS_IN_LINES)
    else:
        yield f"{indent}{_scalar(key)}: {_flow(value)}"


def _entry_of_any_key(key: str, value: Value, indent: str) -> Iterator[str]:
    """The lines of a key that the page chose, however long it is."""
    if len(key) > _MAX_KEY:
        yield f"{indent}? {_scalar(key)}"
        yield f"{indent}: {_flow(value)}"
    else:
        yield f"{indent}{_scalar(key)}: {_flow(value)}"


def _item(item: Value, indent: str, *, in_lines: bool) -> Iterator[str]:
    if not in_lines or not isinstance(item, dict):
        yield f"{indent}- {_flow(item)}"
        return
    lead = f"{indent}- "
    for key, value in item.items():
        for line in _entry(key, value, f"{indent}  "):
            yield lead + line[len(lead) :]
            lead = f"{indent}  "


def _flow(value: Value) -> str:
    """A value on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_flow_key(key)}: {_flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, str):
        return _scalar(value)
    return "null" if value is None else _number(value)


def _flow_key(key: str) -> str:
    return f"? {_scalar(key)} " if len(key) > _MAX_KEY else _scalar(key)


def _number(value: float) -> str:
    """The shortest text that reads as the number.

    >>> _number(4.0), _number(0.1), _number(-0.0), _number(float("inf"))
    ('4', '0.1', '0', '.inf')
    """
    text = repr(float(value) + 0.0).removesuffix(".0")  # + 0.0: zero has one sign
    return _NOT_FINITE.get(text, text)


def _scalar(text: str) -> str:
    r"""A text in YAML, in quotation marks where a reader could take it for something else.

    >>> print(_scalar("no sled"), _scalar("no"), _scalar("2026-11-22"), _scalar('a "b": c'))
    no sled "no" "2026-11-22" "a \"b\": c"
    """
    if _PLAIN.fullmatch(text) and text.lower() not in _NO_TEXT:
        return str(text)
    return '"' + _QUOTED.sub(_quoted, _SURROGATE.sub("\ufffd", text)) + '"'


def _quoted(found: re.Match[str]) -> str:
    character = found.group()
    return f"\\{character}" if character in '"\\' else f"\\u{ord(character):04X}"


def _paragraphs(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        yield from ("", _paragraph(text))


def _paragraph(text: str) -> str:
    r"""A paragraph that no reader takes for a heading, a list or a rule.

    >>> print(_paragraph("1. Load it"), _paragraph("- 3 * 5"), _paragraph("-20 kg"))
    1\. Load it \- 3 \* 5 -20 kg
    """
    inline = _inline(text)
    number = _BLOCK_NUMBER.match(inline)
    at = number.end() if number else 0
    return f"{inline[:at]}\\{inline[at:]}" if number or _BLOCK_START.match(inline) else inline


def _inline(text: str) -> str:
    r"""A text on one line, with a backslash before everything that Markdown could take for a mark.

    >>> print(_inline("**Fault.** <3 snake_case _x_"))
    \*\*Fault.\*\* \<3 snake_case \_x\_
    """
    return _INLINE.sub(r"\\\g<0>", _CONTROL.sub(" ", text))


def _heading(text: str) -> str:
    """A heading whose closing `#` stays part of it."""
    return _CLOSING.sub(r"\\\g<0>", _inline(text))


def _tip(tip: Tip, marker: str, indent: str) -> Iterator[str]:
    """The lines of a tip, its parts, and the tips below it."""
    yield f"{indent}{marker}**{label_of(tip.kind)}.** {_inline(tip.text)}"
    inner = indent + " " * len(marker)
    for part in TIP_PARTS:
        for text in _part_texts(getattr(tip, part.field), is_joined=part.is_ids):
            yield f"{inner}- {part.label}: {_inline(text)}"
    for child in tip.children:
        yield from _tip(child, "- ", inner)


def _part_texts(value: str | Sequence[str] | None, *, is_joined: bool) -> Sequence[str]:
    if not value:
        return ()
    if isinstance(value, str):
        return (value,)
    return (", ".join(value),) if is_joined else value


def _section(section: Section) -> Iterator[str]:
    """A section; one that is called as a part of ours is told from it by a closing `##`."""
    closing = " ##" if part_named(section.heading) else ""
    yield from ("", f"## {_heading(section.heading)}{closing}")
    yield from _paragraphs(section.paragraphs)


def _citation(citation: Citation) -> str:
    line = f"- [{citation.mark}] {_inline(citation.text)}"
    if citation.url is None:
        return line
    address = _IN_ADDRESS.sub(r"\\\g<0>", _CONTROL.sub(" ", citation.url))
    return f"{line} <{address}>"
