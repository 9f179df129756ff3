"""Lines gathered into what they are: paragraphs, items with the bullets below them, small headings between."""

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from vastus.domain.page import Item, Words
from vastus.parse.lines import Line, Marker, joined

_TERMINAL = ".!?:;…”\"')"
_NUMBERED = re.compile(r"(?:step\s*)?\d{1,2}\s*[.):]\s*", re.IGNORECASE)
_LONGEST_CAPTION = 40  # characters; a sentence is longer, or ends in a full stop
_LONGEST_LEAD = 60  # characters of a small heading that ends in a colon
_FULL_LINE = 0.75  # of the page's width; a shorter line was ended on purpose
_APART = 2  # blank lines that part two lists; one is spacing


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence or a heading does."""
    return text[-1] in _TERMINAL


def is_caption(text: str) -> bool:
    """A short line between items that is no sentence: a small heading, a picture's caption."""
    return len(text) < _LONGEST_CAPTION and not ends_sentence(text)


def _is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether the page's lines were broken at a fixed width."""
    loose = sum(
        not ends_sentence(a.words.text) and not b.gap and b.marker is Marker.NONE and b.words.text[0].islower()
        for a, b in pairwise(lines)
    )
    return loose > 1


def paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that belong together: a marked item or a paragraph with the lines it was wrapped into."""
    groups: list[list[Line]] = []
    full = 0.0
    if len(lines) > 1 and _is_wrapped(lines):
        full = max(line.indent + len(line.words.text) for line in lines) * _FULL_LINE
    for line in lines:
        if groups and line.marker is Marker.NONE and line.continues and _goes_on(groups[-1][-1], line, full):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _goes_on(last: Line, line: Line, full: float) -> bool:
    """Whether `line` is the rest of `last`; `full` is the length of a line broken at the margin, 0 if none is."""
    text = last.words.text
    if last.marker is Marker.HEADING or text[-1] == ":":
        return False
    return not ends_sentence(text) or line.words.text[0].islower() or (full > 0 and last.indent + len(text) > full)


def texts(lines: Sequence[Line]) -> tuple[Words, ...]:
    """The paragraphs of some lines."""
    return tuple(joined([line.words for line in group]) for group in paragraphs(lines))


class Listed(Struct):
    """What a part holds: items, those of a second list that followed without a heading, and lines that are no items."""

    items: list[Item]
    second: list[Item]
    leads: list[Words]


class _Open(Struct):
    """An item under way, with the bullets found below it so far."""

    words: Words
    children: list[Item] = []


class _Gatherer:
    """Sorts the paragraphs of one part into items, nested items and small headings."""

    def __init__(self, groups: Sequence[Sequence[Line]]) -> None:
        heads = [group[0] for group in groups]
        marked = [head for head in heads if head.marker in (Marker.BULLET, Marker.NUMBER)]
        self.has_markers = bool(marked)
        self.has_numbers = any(head.marker is Marker.NUMBER for head in marked)
        self.top_indent = min((head.indent for head in marked), default=0)
        self.lists: list[list[_Open]] = [[]]
        self.leads: list[Words] = []
        self.last_number = 0

    def add(self, head: Line, words: Words) -> None:
        if head.marker in (Marker.NONE, Marker.HEADING):
            self._add_unmarked(head, words)
        elif self._is_nested(head):
            self.lists[-1][-1].children.append(Item(words))
        else:
            if self._starts_second(head):
                self.lists.append([])
            self.last_number = head.number
            self.lists[-1].append(_Open(words))

    def _add_unmarked(self, head: Line, words: Words) -> None:
        items, text = self.lists[-1], words.text
        number = _NUMBERED.match(text)
        if number and number.end() < len(text):
            items.append(_Open(words.cut(number.end())))
        elif self._is_lead(head, text):
            self.leads.append(words)
        elif self.has_markers and head.indent > self.top_indent:
            items[-1].words = joined([items[-1].words, words])
        else:
            items.append(_Open(words))

    def _is_lead(self, head: Line, text: str) -> bool:
        if text[-1] == ":" and len(text) < _LONGEST_LEAD:
            return True
        return self.has_markers and (not self.lists[-1] or head.marker is Marker.HEADING or is_caption(text))

    def _is_nested(self, head: Line) -> bool:
        if not self.lists[-1]:
            return False
        is_next = (
            head.marker is Marker.NUMBER and head.number == self.last_number + 1 and head.indent <= self.top_indent
        )
        is_below = head.indent > self.top_indent or (self.has_numbers and head.marker is Marker.BULLET)
        return is_below and not is_next

    def _starts_second(self, head: Line) -> bool:
        if head.marker is Marker.NUMBER:
            return head.number == 1 and self.last_number > 1
        return head.gap >= _APART and bool(self.lists[-1])


def read_items(lines: Sequence[Line]) -> Listed:
    """The steps or tips of a part, nested bullets under the item above them."""
    groups = paragraphs(lines)
    gatherer = _Gatherer(groups)
    for group in groups:
        gatherer.add(group[0], group[0].words if len(group) == 1 else joined([line.words for line in group]))
    first, *later = ([Item(item.words, tuple(item.children)) for item in each] for each in gatherer.lists)
    return Listed(first, [item for each in later for item in each], gatherer.leads)
