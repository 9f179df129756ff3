"""Our own form of page: front matter, then Overview, Instructions, Tips and Citations in Markdown.

What a label says outright (`**Fault.**`, `- Fix: …`) goes into `stated`, so that nobody has to
guess it; whether a word is one of our ids is asked later. The words of labels and parts are written
here and printed by the face that writes this form; `docs/markdown-form.md` describes it for the
people who write pages.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from vastus.domain.exercise import StepKind, TipKind
from vastus.domain.page import Draft, Item, ProfileField, Rejected, Section, Severity, Span, Words
from vastus.domain.source import Confidence, Source
from vastus.parse.form import Form
from vastus.parse.front_matter import (
    FrontMatterRefused,
    MappingNode,
    Node,
    Plain,
    ScalarNode,
    SequenceNode,
    plain,
    read_front_matter,
)
from vastus.parse.hidden import without_hidden
from vastus.parse.identity import page_key, record_key
from vastus.parse.notes import Notes
from vastus.parse.opened import Opened
from vastus.parse.outline import Block, Part, read_outline, words

NAME = "markdown"
MAX_LENGTH = 5_000_000
"""Characters of a page that are read; a long page holds twenty thousand."""

PROFILE_FIELDS = (
    "target", "secondary", "equipment", "type", "mechanics", "force", "laterality", "level",
)  # fmt: skip
STATED_FIELDS = (
    "id", "family", "muscles", "contraction", "demands", "posture", "noise", "movement", "dose",
    "uses", "relations", "swaps", "claims", "printed",
)  # fmt: skip
PARTS = ("overview", "instructions", "tips", "citations")
"""Headings with a place of their own in an exercise, lower case."""

TEXT_KEYS = frozenset("id family what_changes reason note load to kind says where text printed".split())
"""Keys of the front matter whose value is text even where it looks like a number."""


@dataclass(frozen=True, slots=True)
class TipPart:
    """A bullet that states a part of the tip above it: label, field, and the kinds that have it."""

    label: str
    field: str
    kinds: tuple[TipKind, ...]
    is_list: bool = False
    is_ids: bool = False


TIP_PARTS = (
    TipPart("Sign", "sign", (TipKind.FAULT,)),
    TipPart("Cause", "causes", (TipKind.FAULT,), is_list=True),
    TipPart("Fix", "fixes", (TipKind.FAULT,), is_list=True),
    TipPart("When", "condition", (TipKind.SUBSTITUTE, TipKind.INDIVIDUAL)),
    TipPart("Equipment", "equipment", (TipKind.SUBSTITUTE,), is_list=True, is_ids=True),
    TipPart("Exercise", "to", (TipKind.SUBSTITUTE,)),
    TipPart("Advice", "advice", (TipKind.INDIVIDUAL,)),
    TipPart("Goals", "goals", (TipKind.PROGRAMMING,), is_list=True, is_ids=True),
)
"""In the order in which they are printed."""

_BEFORE = "\ufeff\u200b \t\r\n"
_FENCE = re.compile(r"---[ \t]*(?:\r\n|\r|\n|\Z)")
_FENCE_BELOW = re.compile(r"(?:\r\n|\r|\n)---[ \t]*(?=[\r\n]|\Z)")
_ID_OR_NAME = re.compile(r"^[\"']?(?:id|name)[\"']?[ \t]*:", re.MULTILINE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff]")
_BREAKS = re.compile(r"[\t\r\n]+")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_LABEL = re.compile(
    r"(?P<mark>\*{1,2}|_{1,2})(?P<label>[A-Za-z][A-Za-z _-]{0,19})"
    r"(?:[.:](?P=mark)|(?P=mark)[.:])(?:[ \t]+|$)"
)
_JOINS = re.compile(r"[ _-]")
_PART = re.compile(r"(?P<label>[A-Za-z]{3,9})[ \t]*:(?:[ \t]+|$)")
_MARK = re.compile(r"\[(?P<mark>[A-Za-z])\](?:[ \t]+|$)")
_URL = re.compile(r"(?<!\\)<(?P<url>(?:[^<>\\]|\\.)*)>$")
_PART_WORDS: Mapping[str, TipPart] = {
    word: part
    for part in TIP_PARTS
    for singular in (part.label.lower().removesuffix("s"),)
    for word in (singular, f"{singular}s", f"{singular}es")
}


@dataclass(frozen=True, slots=True)
class _Fences:
    """Where front matter starts and ends (None when it is never closed), and the body starts."""

    start: int
    end: int | None
    body: int


def _fences(text: str) -> _Fences | None:
    at = len(text) - len(text.lstrip(_BEFORE)) if text[:1] in _BEFORE else 0
    opening = _FENCE.match(text, at)
    if not opening:
        return None
    start = opening.end()
    if again := _FENCE.match(text, start):
        return _Fences(start, start, again.end())
    closing = _FENCE_BELOW.search(text, start)
    if not closing:
        return _Fences(start, None, len(text))
    return _Fences(start, closing.start(), closing.end())


def identify(opened: Opened) -> bool:
    """Front matter between two lines `---`, with a key `id` or `name`.

    Front matter that is opened and never closed counts as well, so that the person is told what is
    missing.
    """
    if not opened.head.startswith("---"):
        return False
    fences = _fences(opened.text)
    if fences is None:
        return False
    end = min(fences.start + len(opened.head), len(opened.text)) if fences.end is None else fences.end
    return _ID_OR_NAME.search(opened.text, fences.start, end) is not None


def read(opened: Opened) -> Iterator[Draft | Rejected]:
    """The exercise of the page, or the reason why it is none."""
    if len(opened.text) > MAX_LENGTH:
        yield Rejected(f"the page holds {len(opened.text)} characters, more than the {MAX_LENGTH} that are read")
        return
    try:
        yield _Reader(opened).read()
    except FrontMatterRefused as refusal:
        yield Rejected(str(refusal))


FORM = Form(NAME, "Markdown with front matter, as in library/exercises", identify, read)


def _printable(text: str) -> str:
    """The text with blanks for control characters and U+FFFD for lone surrogates, one for one."""
    return _SURROGATE.sub("\ufffd", _CONTROL.sub(" ", text))


class _Reader:
    """Reads one page."""

    def __init__(self, opened: Opened) -> None:
        self._page = opened.page
        self._written = without_hidden(opened.text)
        self._text = _printable(self._written)
        self._notes = Notes(self._text)
        if self._text != self._written:
            self._notes.add(
                "control-characters",
                "page",
                "the page holds control characters; they were read as blanks",
                severity=Severity.INFO,
            )

    def read(self) -> Draft | Rejected:
        fences = _fences(self._text)
        if fences is None or fences.end is None:
            return Rejected("line 1: the front matter is opened by '---' and never closed by another")
        front = read_front_matter(self._text, fences.start, fences.end, self._notes).entries
        parts = read_outline(self._text, fences.body, self._notes)
        named = self._named(front)
        name = self._name(named, parts)
        if not name:
            return Rejected("the page names no exercise: it has neither `name:` nor a '# ' heading")
        body = _Body(self._text, self._notes)
        body.read(parts)
        stated = {"id": None, **self._stated(front)}  # a page of our form even where its source was another
        if body.citations:
            stated["citations"] = body.citations
        return Draft(
            name=name,
            source=self._source(front.get("source")),
            key=self._key(stated.get("id")),
            fields=self._fields(front),
            aliases=self._values("aliases", front.get("aliases")),
            overview=tuple(body.overview),
            instructions=tuple(body.instructions),
            tips=tuple(body.tips),
            sections=tuple(body.sections),
            kept=tuple(body.kept),
            stated=stated,
            text=self._written,
            findings=(*self._page.findings, *self._notes.findings()),
        )

    def _key(self, exercise_id: Plain | None) -> str:
        if isinstance(exercise_id, str):
            return record_key("vastus", exercise_id)
        return page_key(self._page.url, self._page.text)

    def _named(self, front: Mapping[str, Node]) -> Words:
        values = self._values("name", front.get("name"))
        return values[0] if values else Words("")

    def _name(self, named: Words, parts: list[Part]) -> Words:
        """The front matter's name, else that of the top heading, which is taken off `parts`."""
        title = parts[1] if len(parts) > 1 and parts[1].level == 1 else None
        if title is None or (named and _place_of(title) and title.heading.text != named.text):
            return named
        heading = title.heading
        if named and heading and heading.text != named.text:
            self._notes.add(
                "two-names",
                "name",
                f"the heading calls the exercise '{heading.text}', the front matter '{named.text}', which counts",
                heading.span(),
                hint="write the same name in both places",
            )
        parts[1] = Part(0, Words(""), blocks=title.blocks)
        return named or heading

    def _fields(self, front: Mapping[str, Node]) -> tuple[ProfileField, ...]:
        known = {*PROFILE_FIELDS, *STATED_FIELDS, "name", "aliases", "source"}
        keys = [*PROFILE_FIELDS, *(key for key in front if key not in known)]
        return tuple(found for key in keys if (found := self._field(key, front.get(key))) is not None)

    def _field(self, key: str, node: Node | None) -> ProfileField | None:
        """A labelled value; None where the page is silent."""
        name = key if key in PROFILE_FIELDS else None
        if isinstance(node, SequenceNode) and not node.items:
            return ProfileField(key, name, says_none=True)
        if name is None and node is not None and not isinstance(node, ScalarNode):
            return ProfileField(key, None, self._rest(node))
        values = self._values(key, node)
        return ProfileField(key, name, values) if values else None

    def _rest(self, node: Node) -> tuple[Words, ...]:
        """Whatever stands under a key that is not ours, so that nothing is lost."""
        if isinstance(node, MappingNode):
            return tuple(
                Words(f"{key}: {', '.join(value.text for value in self._rest(inner))}")
                for key, inner in node.entries.items()
            )
        if isinstance(node, SequenceNode):
            return tuple(value for inner in node.items for value in self._rest(inner))
        return (self._words(node),)

    def _values(self, key: str, node: Node | None) -> tuple[Words, ...]:
        """The words of a value or of a list of values."""
        if node is None:
            return ()
        nodes = node.items if isinstance(node, SequenceNode) else [node]
        values: list[Words] = []
        for inner in nodes:
            if not isinstance(inner, ScalarNode):
                self._notes.add(
                    "not-a-word",
                    key,
                    f"'{key}' wants a word or a list of words; this was left out",
                    inner.span,
                    severity=Severity.ERROR,
                )
            elif inner.value is not None and (value := self._words(inner)):
                values.append(value)
        return tuple(values)

    def _words(self, node: ScalarNode) -> Words:
        text = _BREAKS.sub(" ", _printable(node.text)).strip()
        if node.span and text == node.text:
            return Words(text, ((0, node.span[0]),))
        return Words(text)

    def _source(self, node: Node | None) -> Source:
        """Where the page was read, overruled by what it says itself (`null`: not known)."""
        page = self._page
        read_from = Source(path=page.path, form=NAME, url=page.url, retrieved=page.retrieved)
        if node is None or (isinstance(node, ScalarNode) and node.value is None):
            return read_from
        if not isinstance(node, MappingNode):
            self._notes.add(
                "wrong-source",
                "source",
                "'source' wants its parts by name",
                node.span,
                severity=Severity.ERROR,
                hint="source: {title: …, url: …, license: …, author: …}",
            )
            return read_from
        known = set(Source.__struct_fields__)
        said: dict[str, str | None] = {}
        for key, value in node.entries.items():
            if key in known and isinstance(value, ScalarNode):
                said[key] = None if value.value is None else value.text
            else:
                self._notes.add(
                    "wrong-source",
                    "source",
                    f"a source has no '{key}' of that kind; it was left out",
                    value.span,
                    severity=Severity.ERROR,
                    hint=f"a source has {', '.join(sorted(known))}",
                )
        return replace(read_from, **said)

    def _stated(self, front: Mapping[str, Node]) -> dict[str, Plain]:
        stated: dict[str, Plain] = {}
        for key in STATED_FIELDS:
            if key in front:
                value = plain(front[key], TEXT_KEYS, is_text=key in TEXT_KEYS)
                if value is not None:
                    stated[key] = value
        return stated


def part_named(heading: str) -> str | None:
    """Which part of an exercise a heading of that text opens.

    >>> part_named("Tips:"), part_named("Tips for coaches")
    ('tips', None)
    """
    name = heading.casefold().rstrip(": ")
    return name if name in PARTS else None


def _place_of(part: Part) -> str | None:
    """Which part of an exercise opens here; `## Tips ##`, closed, is a section of that name."""
    return None if part.is_closed else part_named(part.heading.text)


class _Body:
    """What stands below the front matter, sorted into the parts of an exercise."""

    def __init__(self, text: str, notes: Notes) -> None:
        self._text = text
        self._notes = notes
        self.overview: list[Words] = []
        self.instructions: list[Item] = []
        self.tips: list[Item] = []
        self.citations: list[Plain] = []
        self.sections: list[Section] = []
        self.kept: list[Words] = []

    def read(self, parts: Sequence[Part]) -> None:
        place = "overview"
        for part in parts:
            opened = "overview" if part.level == 0 else _place_of(part)
            is_below = part.level > 2 and place not in ("overview", "")  # noqa: PLR2004  # ## opens
            if opened is None and is_below:
                self._subheading(part, place)
            else:
                place = opened or ""
            self._sort(place, part)

    def _subheading(self, part: Part, place: str) -> None:
        self._notes.add(
            "subheading",
            place,
            f"the {place} have no headings inside; '{part.heading.text}' was left out, what stands below it was kept",
            part.heading.span(),
            severity=Severity.ERROR,
        )

    def _sort(self, place: str, part: Part) -> None:
        if place == "overview":
            self.overview += self._paragraphs(part.blocks)
        elif place == "instructions":
            self.instructions += [step for block in part.blocks for step in self._step(block)]
        elif place == "tips":
            self.tips += [tip for block in part.blocks for tip in self._tips(block)]
        elif place == "citations":
            self.citations += [cited for block in part.blocks for cited in self._citation(block)]
        else:
            self._section(part)

    def _section(self, part: Part) -> None:
        if part.is_closed and part_named(part.heading.text):
            self._notes.add(
                "closed-heading",
                "sections",
                f"the heading '{part.heading.text}' is closed by '#', so it was kept as a section of that name",
                part.heading.span(),
                severity=Severity.INFO,
                hint=f"write '## {part.heading.text}' if it is the exercise's own part",
            )
        kept = tuple(self._paragraphs(part.blocks))
        self.kept += kept
        self.sections.append(Section(part.heading.text, tuple(words.text for words in kept)))

    def _paragraphs(self, blocks: Sequence[Block]) -> Iterator[Words]:
        """Blocks as prose: an item of a list is a paragraph that keeps its marker."""
        for block in blocks:
            lines = [block.marker, *block.lines] if block.marker else block.lines
            if block.lines:
                yield words(self._text, lines)
            yield from self._paragraphs(block.children)

    def _step(self, block: Block) -> Iterator[Item]:
        """A step; bullets below it join its text, since steps do not nest."""
        lines = list(block.all_lines())
        kind, lines = self._labelled(lines, "instructions", [each.value for each in StepKind])
        text = words(self._text, lines)
        if text:
            yield Item(text, stated={"kind": kind} if kind else {})
        else:
            self._empty("instructions", "step", block)

    def _tips(self, block: Block) -> Iterator[Item]:
        """The tip of a block with the tips below it; only those if it has no text of its own."""
        kind, lines = self._labelled(block.lines, "tips", [each.value for each in TipKind])
        stated: dict[str, str | list[str]] = {"kind": kind} if kind else {}
        children: list[Item] = []
        for child in block.children:
            if self._states(child, kind, stated):
                children += [tip for below in child.children for tip in self._tips(below)]
            else:
                children += self._tips(child)
        text = words(self._text, lines)
        if text:
            yield Item(text, tuple(children), stated)
        else:
            self._empty("tips", "tip", block)
            yield from children

    def _empty(self, place: str, noun: str, block: Block) -> None:
        lines = list(block.all_lines())
        span = (block.marker or lines[0])[0], (lines[-1] if lines else block.marker or (0, 0))[1]
        self._notes.add(
            "no-text",
            place,
            f"a {noun} without a text of its own was left out",
            span,
            severity=Severity.ERROR if lines else Severity.INFO,
            hint=f"write the whole {noun} in a sentence behind its mark or label",
        )

    def _labelled(self, lines: list[Span], place: str, kinds: Sequence[str]) -> tuple[str | None, list[Span]]:
        """The kind that an item's label states, and the lines without it; others are text."""
        if not lines:
            return None, lines
        start, end = lines[0]
        found = _LABEL.match(self._text, start, end)
        if not found:
            return None, lines
        letters = _JOINS.sub("", found["label"]).lower()
        kind = next((each for each in kinds if each.replace("_", "") == letters), None)
        if kind is None:
            self._notes.add(
                "unknown-label",
                place,
                f"'{found['label']}' is no label of {place}; it was kept as text",
                (start, found.end()),
                hint=f"labels are {', '.join(label_of(each) for each in kinds)}",
            )
            return None, lines
        rest = [(found.end(), end)] if found.end() < end else []
        return kind, [*rest, *lines[1:]]

    def _states(self, block: Block, kind: str | None, stated: dict[str, str | list[str]]) -> bool:
        """Whether a bullet states a part of the tip above it; if so, it was put into `stated`."""
        if not block.lines:
            return False
        start, end = block.lines[0]
        found = _PART.match(self._text, start, end)
        part = _PART_WORDS.get(found["label"].lower()) if found else None
        if found is None or part is None:
            return False
        if kind not in part.kinds:
            self._misplaced(f"'{part.label}' belongs to {_any_of(part.kinds)}, not to this tip", block)
            return False
        value = words(self._text, [(found.end(), end), *block.lines[1:]]).text
        if not value:
            self._misplaced(f"'{part.label}' says nothing", block)
            return True
        if part.is_list:
            values = [each.strip() for each in value.split(",")] if part.is_ids else [value]
            known = stated.setdefault(part.field, [])
            if isinstance(known, list):
                known += [each for each in values if each]
        elif part.field in stated:
            self._misplaced(f"a second '{part.label}' was kept as a tip below the tip", block)
            return False
        else:
            stated[part.field] = value
        return True

    def _misplaced(self, message: str, block: Block) -> None:
        self._notes.add("tip-part", "tips", message, block.lines[0])

    def _citation(self, block: Block) -> Iterator[Plain]:
        """What is cited, how sure we are of it, and its address."""
        lines = list(block.all_lines())
        if not lines:
            return
        mark = self._mark(lines)
        url = None
        start, end = lines[-1]
        if self._text[end - 1] == ">" and (found := _URL.search(self._text, start, end)):
            url = words(self._text, [found.span("url")]).text
            lines[-1] = (start, found.start())
        text = words(self._text, lines).text or url
        if text:
            yield {"text": text, "mark": mark, "url": url}
        else:
            self._empty("citations", "citation", block)

    def _mark(self, lines: list[Span]) -> str:
        """The mark before a citation, which is taken off `lines`; M where there is none."""
        start, end = lines[0]
        found = _MARK.match(self._text, start, end)
        if found and found["mark"].upper() in {each.value for each in Confidence}:
            lines[0] = (found.end(), end)
            return found["mark"].upper()
        self._notes.add(
            "no-mark",
            "citations",
            "this citation has no mark of confidence; it was read as M, source still missing",
            (start, end),
            hint="begin it with [V] read in the source, [D] derived, [M] general knowledge or [A] our judgement",
        )
        return Confidence.UNVERIFIED.value


def label_of(kind: str) -> str:
    """The label that states a kind of step or tip.

    >>> label_of("set_up")
    'Set up'
    """
    return kind.replace("_", " ").capitalize()


def _any_of(kinds: Sequence[TipKind]) -> str:
    return " or ".join(f"**{label_of(kind)}.**" for kind in kinds)
