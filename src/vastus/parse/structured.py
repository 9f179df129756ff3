"""Structured data embedded in a page: schema.org's HowTo, ExercisePlan and the like.

JSON-LD and microdata are both read into the same JSON objects first; this module turns such an
object into a draft.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from msgspec.structs import replace

from vastus.domain.page import Draft, Finding, Item, Page, ProfileField, Rejected, Severity, Words
from vastus.domain.source import Source
from vastus.parse.evidence import speaks_of_exercise
from vastus.parse.fragment import distinct, line, paragraphs, split_list, steps
from vastus.parse.hidden import hidden_words
from vastus.parse.identity import normalized_address, page_key
from vastus.parse.json_value import as_list, as_object, as_text, is_empty
from vastus.reference.vocabulary import folded, vocabularies

_STEPS = ("step", "steps", "instructions", "itemListElement")
_INNER_STEPS = ("itemListElement", "step", "steps", "item")
_TIPS = ("tip", "tips")
_NAMES = ("name", "headline")
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "equipment": ("tool", "supply", "equipment"),
    "type": ("exerciseType",),
    "target": ("associatedAnatomy",),
    "level": ("educationalLevel",),
}
_SYNTAX = frozenset({"@context", "@type"})
_STEP_NUMBER = re.compile(r"(?:step\s*)?\d{1,2}\W*", re.IGNORECASE)
_HOW_TO = re.compile(r"how to (?:do|perform|execute)\s+(?:(?:an?|the)\s+)?(?=\S)", re.IGNORECASE)
_MAX_DEPTH = 30  # levels of lists and sections; deeper ones are kept as text
_MAX_DIGITS = 9  # of a step's position
_NOT_EXERCISE = re.compile(r"recipe", re.IGNORECASE)

Thing = Mapping[str, object]

ONLY_DATA = Finding(
    "structured-data-only",
    "source",
    Severity.INFO,
    "the page was read from the structured data embedded in it; its prose outside them was not",
    hint="look at the page itself for tips and variations",
)


def types(thing: Thing) -> set[str]:
    """The types of an object, lower case, without schema.org's address."""
    return {re.split(r"[/#:]", text)[-1].casefold() for text in _texts(thing.get("@type"))}


def _is_like_exercise(thing: Thing) -> bool:
    return any(kind == "howto" or "exercise" in kind or kind in ("recipe", "physicalactivity") for kind in types(thing))


def _texts(value: object, depth: int = 0) -> list[str]:
    """The lines of text that a value stands for: itself, its name or text, its entries'."""
    if isinstance(value, str):
        return [text] if (text := line(value)) else []
    if isinstance(value, int | float) and not isinstance(value, bool):
        return [as_text(value)]
    if depth > _MAX_DEPTH:
        return []
    entries = as_list(value)
    if entries is not None:
        return [text for entry in entries for text in _texts(entry, depth + 1)]
    described = as_object(value) or {}
    inner = next(
        (described[key] for key in ("@value", "name", "text", "url", "@id") if described.get(key)),
        None,
    )
    return _texts(inner, depth + 1)


@dataclass(slots=True)
class _Told:
    """What the steps of an object hold, in reading order."""

    steps: list[str] = field(default_factory=list[str])
    tips: list[str] = field(default_factory=list[str])
    others: list[tuple[str, object]] = field(default_factory=list[tuple[str, object]])

    def read(self, value: object, depth: int = 0) -> None:
        """Add a step, a tip, a section, or a list of them."""
        entries, described = as_list(value), as_object(value)
        if isinstance(value, str):
            self.steps += steps(value)
        elif is_empty(value):
            return
        elif depth > _MAX_DEPTH or (entries is None and described is None):
            self.others.append(("step", value))
        elif entries is not None:
            for entry in _in_position(entries):
                self.read(entry, depth + 1)
        elif described is not None:
            self._described(described, depth)

    def _described(self, step: Thing, depth: int) -> None:
        used = {"@type", "position", "name", "text", "description", *_TIPS}
        self.tips += [text for key in _TIPS for text in _texts(step.get(key))]
        inner = [key for key in _INNER_STEPS if not is_empty(step.get(key))]
        text = _prose(step.get("text")) or _prose(step.get("description"))
        name = " ".join(_texts(step.get("name")))
        if any("tip" in kind for kind in types(step)):
            self.tips += filter(None, [" ".join(steps(text)) or name])
        elif inner:
            used.update(inner)
            self.others += [("section", each) for each in (name, text) if each]
            for key in inner:
                self.read(step[key], depth + 1)
        else:
            self.steps += _headed(name, steps(text))
        self.others += [(f"step.{key}", each) for key, each in step.items() if key not in used]


def _in_position(entries: Sequence[object]) -> Sequence[object]:
    """The entries in the order of their positions, where every one states it as a number."""
    positions: list[float] = []
    for entry in entries:
        position = (as_object(entry) or {}).get("position")
        if isinstance(position, str) and position.isdecimal() and len(position) <= _MAX_DIGITS:
            position = int(position)
        if not isinstance(position, int | float):
            return entries
        positions.append(position)
    return [entries[at] for at in sorted(range(len(entries)), key=positions.__getitem__)]


def _prose(value: object) -> str:
    """A longer text as it stands, line breaks and tags and all."""
    if isinstance(value, str):
        return value
    return "\n".join(_texts(value))


def _headed(name: str, texts: list[str]) -> list[str]:
    """Steps with the name over them, unless that is a mere number or they begin with it."""
    if not name or _STEP_NUMBER.fullmatch(name):
        return texts
    if not texts:
        return [name]
    start = name.rstrip(" .:…")
    if texts[0].casefold().startswith(start.casefold()):
        return texts
    return [f"{start}: {texts[0]}", *texts[1:]]


def _told(thing: Thing) -> _Told:
    told = _Told()
    for key in _STEPS:
        told.read(thing.get(key))
    for key in _TIPS:
        told.tips += _texts(thing.get(key))
    return told


def _name(thing: Thing) -> str:
    return next((texts[0] for key in _NAMES if (texts := _texts(thing.get(key)))), "")


def candidates(found: Iterable[object]) -> Iterator[Thing]:
    """The objects at any depth that have an exercise-like type, a name and at least one step."""
    stack = list(found)[::-1]
    while stack:
        value = stack.pop()
        thing, entries = as_object(value), as_list(value)
        if entries is not None:
            stack.extend(reversed(entries))
        elif thing is not None and _is_like_exercise(thing) and _name(thing) and _has_steps(thing):
            yield thing
        elif thing is not None:
            stack.extend(reversed(list(thing.values())))


def _has_steps(thing: Thing) -> bool:
    return bool(_told(thing).steps) or bool(types(thing) & {"recipe"} and thing.get("recipeInstructions"))


def is_exercise(thing: Thing) -> bool:
    """Whether an object is an exercise by its type, or its words speak of one."""
    kinds = types(thing)
    if any(map(_NOT_EXERCISE.search, kinds)):
        return False
    if any("exercise" in kind for kind in kinds):
        return True
    told = _told(thing)
    named = [text for keys in _FIELDS.values() for key in keys for text in _texts(thing.get(key))]
    described = [words.text for words in paragraphs(_prose(thing.get("description")))]
    return speaks_of_exercise([_name(thing), *described, *named, *told.steps, *told.tips])


class _Script:
    """A readable text that grows line by line, and the words in it with their places."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0

    def _write(self, text: str) -> int:
        start = self._length
        self._parts.append(text)
        self._length += len(text)
        return start

    def line(self, text: str) -> Words:
        """Add a line."""
        start = self._write(text)
        self._write("\n")
        return Words(text, ((0, start),))

    def heading(self, text: str) -> None:
        """Add a heading with a blank line before it."""
        self._write(f"\n{text}\n" if self._parts else f"{text}\n")

    def labelled(self, label: str, values: Sequence[str]) -> tuple[Words, ...]:
        """Add a line that lists values behind a label."""
        self._write(f"{label}: ")
        words: list[Words] = []
        for number, value in enumerate(values):
            if number:
                self._write(", ")
            words.append(Words(value, ((0, self._write(value)),)))
        self._write("\n")
        return tuple(words)

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._parts)


def read(
    page: Page, form: str, found: Iterable[object], canonical: str | None, notes: Sequence[Finding]
) -> Iterator[Draft | Rejected]:
    """A draft for every exercise among the objects found, a refusal for what only looks like one.

    Args:
        page: Where the objects were found.
        form: The name of the form that found them.
        found: The page's objects, as JSON values.
        canonical: The address that the page gives as its own.
        notes: Findings about the page as a whole; they go to the first draft.
    """
    things = list(candidates(found))
    is_alone = sum(map(is_exercise, things)) < 2  # noqa: PLR2004  # one exercise owns the page's address
    pending = tuple(notes)
    for thing in things:
        if not is_exercise(thing):
            yield Rejected(_refusal(thing), _name(thing))
            continue
        draft = _draft(page, form, thing, canonical, is_alone=is_alone)
        hidden = hidden_words(as_text(thing))
        yield replace(draft, findings=(*pending, *draft.findings, *((hidden,) if hidden else ())))
        pending = ()


def _refusal(thing: Thing) -> str:
    if any(map(_NOT_EXERCISE.search, types(thing))):
        return "the page's structured data hold a recipe, not an exercise"
    return "the page's structured data tell how to do something, but it is no exercise"


def _draft(page: Page, form: str, thing: Thing, canonical: str | None, *, is_alone: bool) -> Draft:
    told = _told(thing)
    script = _Script()
    name = script.line(_name(thing))
    shown = _HOW_TO.match(name.text)
    aliases = list(distinct(_texts(thing.get("alternateName")), but=name.text))
    alias_words = script.labelled("Also known as", aliases) if aliases else ()
    described = paragraphs(_prose(thing.get("description")))
    overview = tuple(script.line(words.text) for words in described)
    fields, used = _fields(thing, script)
    script.heading("Instructions")
    instructions = tuple(Item(script.line(text)) for text in told.steps)
    tips: tuple[Item, ...] = ()
    if told.tips:
        script.heading("Tips")
        tips = tuple(Item(script.line(text)) for text in told.tips)
    author, used_author = _author(thing)
    license_name = next(iter(_texts(thing.get("license"))), None)
    url = _address(canonical, page.url) or _own_address(thing, page.url) or page.url
    used |= {
        *_SYNTAX,
        *_STEPS,
        *_TIPS,
        "name",
        "description",
        "alternateName",
        "license",
        "url",
        "mainEntityOfPage",
    }
    used |= {used_author} if used_author else set()
    rest = [
        *told.others,
        *((key, each) for key, each in thing.items() if key not in used or _says_more(key, each)),
    ]
    fields += _kept(rest, script)
    key = page_key(url, script.text)
    return Draft(
        name=name.cut(shown.end()) if shown else name,
        source=Source(
            path=page.path,
            form=form,
            url=url,
            license=license_name,
            author=author,
            retrieved=page.retrieved,
        ),
        key=key if is_alone or not url else f"{key}#{folded(name.text).replace(' ', '-')}",
        fields=tuple(fields),
        aliases=alias_words,
        overview=overview,
        instructions=instructions,
        tips=tips,
        text=script.text,
        findings=(ONLY_DATA,),
    )


def _fields(thing: Thing, script: _Script) -> tuple[list[ProfileField], set[str]]:
    """The labelled values, and the keys that they came from."""
    fields: list[ProfileField] = []
    used: set[str] = set()
    for name, keys in _FIELDS.items():
        held = [key for key in keys if thing.get(key) is not None]
        used.update(held)
        texts = list(distinct(entry for key in held for text in _texts(thing[key]) for entry in split_list(text)))
        if [text.casefold() for text in texts] == ["none"]:
            fields.append(ProfileField(", ".join(held), name, says_none=True))
        elif texts:
            label = ", ".join(held)
            fields.append(ProfileField(label, name, script.labelled(label, texts)))
    muscles = [text for text in _texts(thing.get("about")) if _is_muscle(text)]
    if muscles and not any(field.name == "target" for field in fields):
        fields.append(ProfileField("about", "target", script.labelled("about", muscles)))
        if len(muscles) == len(_texts(thing.get("about"))):
            used.add("about")
    return fields, used


def _is_muscle(text: str) -> bool:
    known = vocabularies()
    return known.groups.find(text) is not None or known.muscles.find(text) is not None


def _author(thing: Thing) -> tuple[str | None, str | None]:
    """The author, and the key that names them."""
    for key in ("author", "creator"):
        names = _texts(thing.get(key))
        if names:
            return ", ".join(distinct(names)), key
    return None, None


def _kept(rest: Iterable[tuple[str, object]], script: _Script) -> list[ProfileField]:
    """Whatever has no field of its own, in full; values under one label together."""
    kept: dict[str, list[str]] = {}
    for label, value in rest:
        for each in as_list(value) or [value]:
            text = "" if is_empty(each) else line(as_text(each))
            if text:
                kept.setdefault(line(label), []).append(text)
    if kept:
        script.heading("Further data")
    return [ProfileField(label, None, script.labelled(label, texts)) for label, texts in kept.items()]


def _says_more(key: str, value: object) -> bool:
    """Whether an object that was read for its name holds something besides."""
    if key in _SYNTAX or key in _STEPS:
        return False
    objects = map(as_object, as_list(value) or [value])
    return any(each is not None and len(each.keys() - {"@type", "@language"}) > 1 for each in objects)


def _own_address(thing: Thing, base: str | None) -> str | None:
    """The address that an object gives for itself or for the page that it is the subject of."""
    for key in ("mainEntityOfPage", "url", "@id"):
        for value in as_list(thing.get(key)) or [thing.get(key)]:
            described = as_object(value) or {"@id": value}
            for each in (described.get("@id"), described.get("url")):
                address = _address(each, base) if isinstance(each, str) else None
                if address:
                    return address
    return None


def _address(text: str | None, base: str | None) -> str | None:
    """A full web address, or None for anything else."""
    if not text:
        return None
    try:
        address = urljoin(base or "", line(text))
        parts = urlsplit(address)
        normalized_address(address)
    except ValueError:  # brackets without an IPv6 address in them, for one
        return None
    return address if parts.scheme in ("http", "https") and parts.hostname else None
