"""What the first stages hand on: the page, its words with their places, the draft, and findings."""

from bisect import bisect_right
from collections.abc import Mapping
from enum import StrEnum

from vastus.domain.source import Source
from vastus.domain.value import Value

Span = tuple[int, int]
"""Start and end (exclusive), in characters of the page's text."""


class Severity(StrEnum):
    """How much a finding matters to somebody who relies on the page."""

    INFO = "info"  # worth knowing; nothing is wrong
    WARNING = "warning"  # doubtful or missing: look at it
    ERROR = "error"  # something could not be read and is not in the exercise


class Finding(Value, frozen=True):
    """Something that a reader of the page should look at. `rule` is a stable id for tests and filters."""

    rule: str
    field: str
    severity: Severity
    message: str
    excerpt: str | None = None
    hint: str | None = None
    span: Span | None = None


class Page(Value, frozen=True):
    """A text that was read from somewhere, before anybody knows what it is."""

    text: str
    path: str | None = None
    url: str | None = None
    retrieved: str | None = None
    findings: tuple[Finding, ...] = ()


class Words(Value, frozen=True):
    """A piece of the page's text, cleaned, that still knows where it stood.

    `pieces` are pairs (offset in `text`, offset in the page), ascending, one for every place where cleaning took
    something away or joined two lines; empty when the place is unknown (catalogs).
    """

    text: str
    pieces: tuple[Span, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text)

    def place(self, offset: int) -> int:
        """Where the character at `offset` of this text stands in the page."""
        pieces = self.pieces
        if len(pieces) == 1:
            return pieces[0][1] + offset - pieces[0][0]
        at, there = pieces[max(bisect_right(pieces, (offset, 1 << 62)) - 1, 0)]
        return there + offset - at

    def span(self, start: int = 0, end: int | None = None) -> Span | None:
        """The page's span for `text[start:end]`; None when the place is unknown."""
        pieces = self.pieces
        if not pieces:
            return None
        end = len(self.text) if end is None else end
        if len(pieces) == 1:
            shift = pieces[0][1] - pieces[0][0]
            return start + shift, end + shift
        return self.place(start), self.place(max(end - 1, start)) + (1 if end > start else 0)

    def cut(self, start: int, end: int | None = None) -> "Words":
        """`text[start:end]` without white space at its ends, as words of their own."""
        end = len(self.text) if end is None else end
        text = self.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        pieces = self.pieces
        if not pieces:
            return Words(text[start:end])
        if len(pieces) == 1:
            at, there = pieces[0]
            return Words(text[start:end], ((0, there + start - at),))
        kept = [(0, self.place(start))]
        kept += [(at - start, there) for at, there in pieces if start < at < end]
        return Words(text[start:end], tuple(kept))


class Item(Value, frozen=True):
    """A step or a tip as the page has it, with the bullets below it.

    `stated` holds what a page of our own form says outright (kind, sign, fixes, …), so that no rule needs to guess.
    """

    words: Words
    children: tuple["Item", ...] = ()
    stated: Mapping[str, object] = {}


class ProfileField(Value, frozen=True):
    """One labelled value of a page. `name` is ours (`target`, `level`, …) or None when the label is unknown.

    `values` are the page's own words, split where the page lists several; empty when the label stands alone.
    `says_none` is true where the page says "None".
    """

    label: str
    name: str | None
    values: tuple[Words, ...] = ()
    says_none: bool = False


class Section(Value, frozen=True):
    """A part of the page that has no place of its own in an exercise, kept as it stands."""

    heading: str
    paragraphs: tuple[str, ...]


class Draft(Value, frozen=True):
    """An exercise in the page's own words: found, but not yet understood.

    `key` is the identity of its source: a normalised address, `catalog:record`, or a content hash.
    `stated` holds front matter of our own form that needs no reading. `kept` are the words of `sections` with their
    places. `text` is the page as it was read, to which all spans point.
    """

    name: Words
    source: Source
    key: str
    fields: tuple[ProfileField, ...] = ()
    aliases: tuple[Words, ...] = ()
    overview: tuple[Words, ...] = ()
    instructions: tuple[Item, ...] = ()
    tips: tuple[Item, ...] = ()
    sections: tuple[Section, ...] = ()
    kept: tuple[Words, ...] = ()
    stated: Mapping[str, object] = {}
    text: str = ""
    findings: tuple[Finding, ...] = ()


class Rejected(Value, frozen=True):
    """A page or record that is no exercise, with the reason in one sentence."""

    reason: str
    record: str | None = None
