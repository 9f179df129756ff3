"""A page's own text with what was read from it marked and numbered: the draft stands beside the words it came from."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from vastus.domain.exercise import Exercise, Tip
from vastus.domain.page import Draft, Finding, Page, Span, Words
from vastus.faces.labels import RELATION_LABELS, TIP_LABELS, words
from vastus.parse.labels import PROFILE_HEADINGS, read_diagram, read_part
from vastus.parse.opened import Opened
from vastus.profile.fields import NOT_TAKEN
from vastus.usecases.read_pages import ReadExercise

MOST_SHOWN = 200_000  # characters of a page that are shown
_WORDS = re.compile(r"\w(?:[^\n]*\w)?")
_LONGEST_HEADING = 90  # characters


@dataclass(frozen=True, slots=True)
class Mark:
    """A part of the exercise: its number, what it is, and where its words stand."""

    number: int
    key: str
    title: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the page: the numbers of the marks that it belongs to and of those that begin with it.

    `use` tells a stretch without marks: "label" for words that only order the page, "kept" for what was kept as it
    stands, "unclear" for values that no vocabulary knows, "unread" for what went nowhere, "" for blanks.
    """

    text: str
    marks: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    use: str = ""
    is_evidence: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """The page in pieces and the marks by key; `unread` and `unclear` count words, `left_out` characters."""

    pieces: tuple[Piece, ...]
    marks: Mapping[str, Mark]
    unread: int
    unclear: int
    left_out: int


def beside(read: ReadExercise) -> Beside | None:
    """The page beside its draft; None where no places are known, as in a catalog."""
    unclear = tuple(_unclear(read.findings))
    marks = {mark.key: mark for mark in _marks(read.draft, read.exercise, unclear)}
    if not marks or not read.text:
        return None
    shown = read.text[:MOST_SHOWN]
    used = [*_structure(read.draft, shown), *((span, "unclear") for span in unclear)]
    pieces = tuple(_pieces(shown, marks.values(), _evidence(read.exercise), used))
    return Beside(pieces, marks, _words(pieces, "unread"), _words(pieces, "unclear"), len(read.text) - len(shown))


def _words(pieces: Iterable[Piece], use: str) -> int:
    return sum(len(piece.text.split()) for piece in pieces if piece.use == use)


def _unclear(findings: Iterable[Finding]) -> Iterator[Span]:
    """Where values stand that are in no field of the exercise."""
    return (finding.span for finding in findings if finding.rule in NOT_TAKEN and finding.span)


def _without(span: Span, others: Iterable[Span]) -> Iterator[Span]:
    """What is left of a span without the others."""
    start, end = span
    for other_start, other_end in sorted(others):
        if start < other_end and other_start < end:
            if start < other_start:
                yield start, other_start
            start = other_end
    if start < end:
        yield start, end


def _marks(draft: Draft, exercise: Exercise, unclear: Sequence[Span]) -> Iterator[Mark]:
    fields = {each.name for each in draft.fields}
    number = 0
    for key, title, spans in _parts(draft, exercise):
        known = tuple(span for span in spans if span is not None and span[0] < span[1])
        if key in fields:
            known = tuple(left for span in known for left in _without(span, unclear))
        if known:
            number += 1
            yield Mark(number, key, title, known)


def _parts(draft: Draft, exercise: Exercise) -> Iterator[tuple[str, str, Iterable[Span | None]]]:
    """Every part that came from words of the page, in the order of an exercise's page."""
    at = draft.text.find(draft.name.text)
    yield "name", "Name", [draft.name.span() or (at >= 0 and (at, at + len(draft.name.text))) or None]
    yield "aliases", "Other names", [alias.span() for alias in draft.aliases]
    by_name: dict[str, list[Words]] = {}
    for each in draft.fields:
        if each.name:
            by_name.setdefault(each.name, []).extend(each.values)
    for name, values in by_name.items():
        yield name, words(name).capitalize(), [value.span() for value in values]
    for index, paragraph in enumerate(draft.overview):
        yield f"overview-{index}", "Overview", [paragraph.span()]
    for index, step in enumerate(exercise.instructions):
        yield f"step-{index}", f"Step {index + 1}: {words(step.kind)}", [step.span]
    for index, tip in enumerate(exercise.tips):
        yield from _tips(f"tip-{index}", f"Tip {index + 1}", tip)
    yield from _understood(exercise)


def _understood(exercise: Exercise) -> Iterator[tuple[str, str, Iterable[Span | None]]]:
    """What rules understood of the prose."""
    for index, use in enumerate(exercise.uses):
        yield f"use-{index}", f"Good for: {words(use.goal)}", [use.span]
    for index, relation in enumerate(exercise.relations):
        yield f"relation-{index}", f"{RELATION_LABELS[relation.kind]} {words(relation.to)}", [relation.span]
    for index, swap in enumerate(exercise.swaps):
        yield f"swap-{index}", f"Instead: {words(swap.to)}", [swap.span]
    if exercise.contraction:
        yield "contraction", "Contraction", [exercise.contraction.span]
    if exercise.movement:
        yield "movement", "Facing and travel", [exercise.movement.span]
    if exercise.dose:
        yield "dose", "Counted in", exercise.dose.spans


def _tips(key: str, title: str, tip: Tip) -> Iterator[tuple[str, str, Iterable[Span | None]]]:
    yield key, f"{title}: {TIP_LABELS[tip.kind].lower()}", [tip.span]
    for index, child in enumerate(tip.children):
        yield from _tips(f"{key}-{index}", f"{title}.{index + 1}", child)


def _evidence(exercise: Exercise) -> tuple[Span, ...]:
    """The words that a step's or a tip's kind comes from."""
    spans = [step.evidence for step in exercise.instructions]
    tips = list(exercise.tips)
    while tips:
        tip = tips.pop()
        spans.append(tip.evidence)
        tips += tip.children
    return tuple(span for span in spans if span)


def _structure(draft: Draft, text: str) -> Iterator[tuple[Span, str]]:
    """Labels and headings, which order the page, and the paragraphs that were kept as they stand."""
    name = draft.name.text.casefold()
    own = {each.label for each in draft.fields if not each.name}
    headings = {section.heading for section in draft.sections if section.heading}
    for line in Opened(Page(text)).lines:
        said = line.words.text
        end = len(said)
        if line.label:
            end = len(said) if _says_none(said[line.label[1] :]) else line.label[1]
        elif (label := said.partition(":")[0]).strip() in own:
            end = len(label)
        elif not (said.rstrip(": ") in headings or _says_none(said) or said.casefold() == name or _is_heading(said)):
            continue
        if span := line.words.span(0, end):
            yield span, "label"
    for kept in (*draft.kept, *(value for each in draft.fields if not each.name for value in each.values)):
        yield from ((span, "kept") for span in _places(kept))


def _places(words: Words) -> Iterator[Span]:
    """Every stretch of the page that some words stand in."""
    ends = [at for at, _ in words.pieces[1:]]
    for (at, there), end in zip(words.pieces, [*ends, len(words.text)], strict=False):
        yield there, there + end - at


def _says_none(text: str) -> bool:
    return text.strip().casefold() in {"none", "n/a", "na", "-", "–"}


def _is_heading(text: str) -> bool:
    if len(text) > _LONGEST_HEADING:
        return False
    return text.lower().strip(" :") in PROFILE_HEADINGS or bool(read_part(text) or read_diagram(text))


def _pieces(
    text: str, marks: Iterable[Mark], evidence: Iterable[Span], structure: Iterable[tuple[Span, str]]
) -> Iterator[Piece]:
    """The text cut wherever a mark, a word of evidence, a label or something kept begins or ends."""
    opened: dict[int, list[tuple[int, str]]] = {}
    closed: dict[int, list[tuple[int, str]]] = {}
    first: set[int] = set()
    wanted = [(span, mark.number, "mark") for mark in marks for span in mark.spans]
    wanted += [(span, 0, "evidence") for span in evidence]
    wanted += [(span, 0, use) for span, use in structure]
    for (start, end), number, use in wanted:
        if start < min(end, len(text)):
            opened.setdefault(start, []).append((number, use))
            closed.setdefault(min(end, len(text)), []).append((number, use))
    active: list[tuple[int, str]] = []
    places = sorted({0, len(text), *opened, *closed})
    for at, until in pairwise(places):
        for each in closed.get(at, ()):
            active.remove(each)
        begun = [number for number, use in opened.get(at, ()) if use == "mark" and number not in first]
        first.update(begun)
        active += opened.get(at, ())
        numbers = tuple(sorted({number for number, use in active if use == "mark"}))
        uses = {use for _, use in active}
        piece = text[at:until]
        use = ""
        if not numbers:
            use = next((each for each in ("unclear", "label", "kept") if each in uses), "")
            if not use:
                yield from _unread(piece)
                continue
        yield Piece(piece, numbers, tuple(sorted(begun)), use, is_evidence="evidence" in uses and bool(numbers))


def _unread(text: str) -> Iterator[Piece]:
    """Words that went nowhere, apart from blanks, bullets and full stops between them."""
    at = 0
    for found in _WORDS.finditer(text):
        if any(character.isalpha() for character in found.group()):  # not a list's numbers
            if found.start() > at:
                yield Piece(text[at : found.start()])
            yield Piece(found.group(), use="unread")
            at = found.end()
    if at < len(text):
        yield Piece(text[at:])
