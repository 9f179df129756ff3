"""Front matter: as much of YAML as a page may use, read into nodes that know their places.

Scalars, lists and mappings only. Anchors, aliases, tags, a second document and deep nesting are
refused: no page can make the reader build more than it holds. Plain scalars mean what YAML 1.2's
core schema says, so `no`, `12:30` and `2026-11-22` are text. What the keys mean is not decided
here.
"""

import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from vastus.domain.page import Severity, Span
from vastus.parse.notes import Notes

if TYPE_CHECKING:
    from yaml.events import Event, ScalarEvent

MAX_DEPTH = 12
MAX_LENGTH = 500_000  # characters; the longest real front matter holds a few thousand
_EXCERPT = 100
_MAX_DIGITS = 300  # a longer number is text; Python itself refuses to convert one of 4300

Plain = bool | int | float | str | list["Plain"] | dict[str, "Plain"] | None
"""Data as JSON knows it."""

_WORDS: dict[str, bool | float | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), float("inf")),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf")),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}
_NUMBERS: tuple[tuple[re.Pattern[str], Callable[[str], int | float]], ...] = (
    (re.compile(r"[-+]?[0-9]+"), int),
    (re.compile(r"0o[0-7]+"), lambda text: int(text, 0)),
    (re.compile(r"0x[0-9a-fA-F]+"), lambda text: int(text, 0)),
    (re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"), float),
)


class FrontMatterRefused(Exception):
    """Front matter that cannot be read; its text is the sentence for the person."""


@dataclass(frozen=True, slots=True)
class ScalarNode:
    """One value: its text, what YAML takes it for, and its place (None behind escapes)."""

    text: str
    value: bool | int | float | str | None
    span: Span | None


@dataclass(frozen=True, slots=True)
class SequenceNode:
    """A list of values."""

    items: list["Node"] = field(default_factory=list["Node"])
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class MappingNode:
    """Values by key."""

    entries: dict[str, "Node"] = field(default_factory=dict[str, "Node"])
    span: Span | None = None


Node = ScalarNode | SequenceNode | MappingNode


def core_value(text: str) -> bool | int | float | str | None:
    """What a plain scalar means in the core schema of YAML 1.2.

    >>> [core_value(text) for text in ("12", "1e3", "no", "2026-11-22", "~")]
    [12, 1000.0, 'no', '2026-11-22', None]
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in "+-.0123456789" and len(text) <= _MAX_DIGITS:
        for pattern, convert in _NUMBERS:
            if pattern.fullmatch(text):
                return convert(text)
    return text


def plain(node: Node, text_keys: Container[str] = (), *, is_text: bool = False) -> Plain:
    """The node as plain data; under `text_keys`, or everywhere if `is_text`, scalars stay text.

    What stands under `numbers` is never text, whatever its keys are called.
    """
    if isinstance(node, ScalarNode):
        return node.text if is_text and node.value is not None else node.value
    if isinstance(node, SequenceNode):
        return [plain(item, text_keys, is_text=is_text) for item in node.items]
    return {
        key: plain(value, () if key == "numbers" else text_keys, is_text=is_text or key in text_keys)
        for key, value in node.entries.items()
    }


def read_front_matter(text: str, start: int, end: int, notes: Notes) -> MappingNode:
    """The mapping that stands in `text[start:end]`.

    A key that stands twice counts where it stands last; a finding names the place.

    Raises:
        FrontMatterRefused: it is broken, too large, or more than scalars, lists and mappings.
    """
    if end - start > MAX_LENGTH:
        raise FrontMatterRefused(
            f"the front matter holds {end - start} characters, more than the {MAX_LENGTH} that are read"
        )
    return _Builder(text, start, notes).build(text[start:end])


def _events(text: str) -> Iterator["Event"]:
    """YAML's events, from the C parser where there is one."""
    import yaml  # noqa: PLC0415  # costs 25 ms, and most pages have no front matter

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    # typeshed leaves `parse` half typed
    parse = cast("Callable[..., Iterator[Event]]", yaml.parse)  # pyright: ignore[reportUnknownMemberType]
    return parse(text, Loader=loader)


class _Builder:
    """Builds nodes from the parser's events."""

    def __init__(self, text: str, start: int, notes: Notes) -> None:
        self._text = text
        self._start = start
        self._first_line = text.count("\n", 0, start) + 1
        self._notes = notes

    def build(self, front: str) -> MappingNode:
        import yaml  # noqa: PLC0415  # see _events

        try:
            return self._document(_events(front))
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line = self._first_line + (mark.line if mark else 0)
            problem = error.problem or error.context or "it is not YAML"
            raise FrontMatterRefused(f"line {line}: the front matter cannot be read: {problem}") from error
        except yaml.YAMLError as error:
            raise FrontMatterRefused(f"the front matter cannot be read: {' '.join(str(error).split())}") from error

    def _document(self, events: Iterator["Event"]) -> MappingNode:
        from yaml.events import DocumentStartEvent, StreamStartEvent  # noqa: PLC0415  # see _events

        node: Node | None = None
        for event in events:
            if isinstance(event, StreamStartEvent):
                continue
            if isinstance(event, DocumentStartEvent):
                if node is not None:
                    raise self._refusal(event, "a second YAML document starts here")
                node = self._node(next(events), events, 1)
        if not isinstance(node, MappingNode):
            raise FrontMatterRefused(f"line {self._first_line}: the front matter is not a list of `key: value` lines")
        return node

    def _node(self, event: "Event", events: Iterator["Event"], depth: int) -> Node:
        from yaml import events as kinds  # noqa: PLC0415  # see _events

        if isinstance(event, kinds.AliasEvent) or getattr(event, "anchor", None):
            raise self._refusal(event, "anchors and aliases (`&name`, `*name`) are not read; write the value out")
        if getattr(event, "tag", None):
            raise self._refusal(event, "tags (`!name`) are not read; write the plain value")
        if isinstance(event, kinds.ScalarEvent):
            return self._scalar(event)
        if depth > MAX_DEPTH:
            raise self._refusal(event, f"values are nested more than {MAX_DEPTH} deep")
        if isinstance(event, kinds.SequenceStartEvent):
            return self._sequence(event, events, depth)
        return self._mapping(event, events, depth)

    def _scalar(self, event: "ScalarEvent") -> ScalarNode:
        text = event.value
        at = self._place(event) + (1 if event.style in ("'", '"') else 0)
        # Behind escapes or folded lines the place is unknown rather than wrong.
        span = (at, at + len(text)) if self._text.startswith(text, at) else None
        return ScalarNode(text, text if event.style else core_value(text), span)

    def _sequence(self, event: "Event", events: Iterator["Event"], depth: int) -> SequenceNode:
        from yaml.events import SequenceEndEvent  # noqa: PLC0415  # see _events

        node = SequenceNode(span=self._line(event))
        while not isinstance(inner := next(events), SequenceEndEvent):
            node.items.append(self._node(inner, events, depth + 1))
        return node

    def _mapping(self, event: "Event", events: Iterator["Event"], depth: int) -> MappingNode:
        from yaml.events import MappingEndEvent  # noqa: PLC0415  # see _events

        node = MappingNode(span=self._line(event))
        while not isinstance(inner := next(events), MappingEndEvent):
            key = self._node(inner, events, depth + 1)
            if not isinstance(key, ScalarNode):
                raise self._refusal(inner, "a key must be a word, not a list or a mapping")
            if key.text in node.entries:
                self._notes.add(
                    "duplicate-key",
                    key.text,
                    f"line {self._line_number(inner)}: '{key.text}' stands twice; the last counts",
                    key.span,
                    severity=Severity.ERROR,
                    hint="join the two values or remove one",
                )
            node.entries[key.text] = self._node(next(events), events, depth + 1)
        return node

    def _place(self, event: "Event") -> int:
        return self._start + event.start_mark.index

    def _line(self, event: "Event") -> Span:
        """From the event to the end of its line, as far as an excerpt needs it."""
        at = self._place(event)
        far = min(at + _EXCERPT, len(self._text))
        end = self._text.find("\n", at, far)
        return at, far if end < 0 else end

    def _line_number(self, event: "Event") -> int:
        return self._first_line + event.start_mark.line

    def _refusal(self, event: "Event", reason: str) -> FrontMatterRefused:
        return FrontMatterRefused(f"line {self._line_number(event)}: {reason}")
