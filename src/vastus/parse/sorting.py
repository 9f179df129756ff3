"""A page's lines sorted into its profile, its parts and the rest, in one pass from top to bottom."""

import re
from collections.abc import Sequence
from enum import Enum

from msgspec import Struct

from vastus.domain.page import ProfileField, Words
from vastus.parse.furniture import ends_page, may_end_page
from vastus.parse.items import is_caption
from vastus.parse.labels import (
    LONGEST_LABELLED,
    PROFILE_HEADINGS,
    part_of,
    read_diagram,
    read_part,
)
from vastus.parse.lines import RULE, Line, Marker
from vastus.parse.profile_values import all_known, is_list, profile_field, says_none

_STEP_NUMBER = re.compile(r"\d{1,2}[.)]?")
_LONGEST_NUMBER = 3  # characters of a step's number
_LONGEST_UNKNOWN_LABEL = 40  # characters
_MOST_LABEL_WORDS = 5
_LONGEST_CELL = 40  # characters of a value that stands by itself between two labels


class _Place(Enum):
    """Where in the page the next line belongs."""

    BEFORE = 0
    PROFILE = 1
    PART = 2
    REST = 3


class Sorted(Struct):
    """The lines of a page by what they belong to; `names` stood in front of the headings of parts."""

    fields: list[ProfileField] = []
    parts: dict[str, list[Line]] = {}
    names: list[str] = []
    before: list[Line] = []
    rest: list[tuple[str, list[Line]]] = []
    diagram: ProfileField | None = None


def sort_lines(lines: Sequence[Line]) -> Sorted:
    """Sort every line of a page; none is lost."""
    sorter = _Sorter(lines)
    sorter.sort()
    return sorter.found


def _part(line: Line) -> tuple[str, str] | None:
    """The part that a line opens and the name in front of it, or None."""
    if line.marker in (Marker.NUMBER, Marker.BULLET) or not part_of(line.folded):
        return None
    text = line.words.text
    return None if text[-1] in ".!" or "," in text else read_part(text)


class _Sorter:
    """Where the pass stands: the next line, the kind of place, and the list that takes the lines of it."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.at = 0
        self.found = Sorted()
        self.place = _Place.BEFORE
        self.taking: list[Line] = self.found.before
        self.level = 0  # of the heading that opened the part, 0 when it was no heading

    def sort(self) -> None:
        while self.at < len(self.lines):
            line = self.lines[self.at]
            self.at += 1
            folded = line.folded
            is_item = line.marker is Marker.NUMBER or line.marker is Marker.BULLET
            if not (  # the cheap half of each test stands in front
                (not is_item and part_of(folded) and self._opens_part(line))
                or ((line.gap == RULE or may_end_page(folded)) and self._leaves(line))
                or (len(folded) <= _LONGEST_NUMBER and self._is_step_number(line))
                or (folded.rstrip(":") in PROFILE_HEADINGS and self._take_rest(line.words.text, _Place.PROFILE))
                or ("diagram" in folded and self._is_diagram(line))
                or (line.label and self._is_label(line, line.label))
                or (not is_item and self.place is _Place.PART and self._opens_other(line))
                or (self.place is _Place.PROFILE and ":" in folded and self._is_unknown_label(line))
                or (self.place is _Place.PROFILE and not is_item and self._says_none(line))
            ):
                self.taking.append(line)

    def _next(self) -> Line | None:
        return self.lines[self.at] if self.at < len(self.lines) else None

    def _take_rest(self, heading: str, place: _Place = _Place.REST) -> bool:
        """Keep what follows as a part of its own that the exercise has no place for."""
        self.taking = []
        self.found.rest.append((heading.rstrip(": "), self.taking))
        self.place = place
        return True

    def _opens_part(self, line: Line) -> bool:
        part = _part(line)
        if part is None:
            return False
        if self.place is _Place.PROFILE and line.marker is not Marker.HEADING and line.label:
            return False
        kind, name = part
        if name:
            self.found.names.append(name)
        self.taking = self.found.parts.setdefault(kind, [])
        self.place = _Place.PART
        self.level = line.number if line.marker is Marker.HEADING else 0
        return True

    def _leaves(self, line: Line) -> bool:
        """The page ends here, or a rule parts the line from the text above."""
        if self.place is _Place.PART and line.gap == RULE and line.marker is not Marker.HEADING:
            self._take_rest("")
        if self.place in (_Place.PART, _Place.PROFILE) and line.marker is not Marker.NUMBER and ends_page(line):
            return self._take_rest(line.words.text)
        return False

    def _is_step_number(self, line: Line) -> bool:
        """A number that stands on a line of its own before its step."""
        text = line.words.text
        if self.place is not _Place.PART or line.marker is not Marker.NONE:
            return False
        following = self._next()
        if following is None or following.marker is not Marker.NONE or not _STEP_NUMBER.fullmatch(text):
            return False
        following.marker, following.number = Marker.NUMBER, int(text.strip(".)"))
        return True

    def _is_diagram(self, line: Line) -> bool:
        value = read_diagram(line.words.text)
        if value is None:
            return False
        self.found.diagram = ProfileField("Muscle Anatomy Diagram", "target", (line.words.cut(0, len(value)),))
        return True

    def _is_label(self, line: Line, found: tuple[str, int]) -> bool:
        if self.place is _Place.PART and line.marker is not Marker.HEADING:
            return False
        words = line.words
        label, value_at = found
        value = words.cut(value_at)
        values = [value] if value.text else self._values_below(line, label)
        self.found.fields.append(profile_field(label, words.text[: len(label)], values))
        if self.place is not _Place.PROFILE:
            self._take_rest("", _Place.PROFILE)
        return True

    def _opens_other(self, line: Line) -> bool:
        """A heading over something that an exercise has no place for."""
        is_heading = line.marker is Marker.HEADING and not line.number > self.level > 0
        if is_heading or self._parts_lists(line):
            return self._take_rest(line.words.text)
        return False

    def _parts_lists(self, line: Line) -> bool:
        """Whether a line is the unmarked heading of another list: set off, between bullets, in a part with none."""
        following = self._next()
        return (
            line.marker is Marker.NONE
            and line.gap > 0
            and is_caption(line.words.text)
            and following is not None
            and following.marker is Marker.BULLET
            and bool(self.taking)
            and all(above.marker is Marker.BULLET or above.continues for above in self.taking)
        )

    def _values_below(self, line: Line, label: str) -> list[Words]:
        """The value of a label that stands alone: the lines below it, as far as they can be its value."""
        values: list[Words] = []
        while (following := self._next()) is not None:
            if self._ends_values(following, line) or (values and following.gap):
                break
            if not self._can_be_value(label, following, is_first=not values):
                break
            self.at += 1
            values.append(following.words)
        return values

    def _ends_values(self, line: Line, label_line: Line) -> bool:
        text = line.words.text
        is_next_item = (
            line.marker is Marker.BULLET and label_line.marker is Marker.BULLET and line.indent <= label_line.indent
        )
        return (
            line.marker in (Marker.HEADING, Marker.NUMBER)
            or is_next_item
            or (len(text) > LONGEST_LABELLED and not is_list(text))
            or line.label is not None
            or "diagram" in line.folded
            or _part(line) is not None
            or line.folded.rstrip(":") in PROFILE_HEADINGS
        )

    def _can_be_value(self, label: str, line: Line, *, is_first: bool) -> bool:
        """Whether a line below a lone label is its value: directly below anything short, later only a known word."""
        text = line.words.text
        if text[-1] in ".!?" and " " in text:
            return False
        if is_first and line.marker is Marker.NONE and (not line.gap or self._stands_between_labels(line)):
            return ":" not in text
        return all_known(label, line.words)

    def _stands_between_labels(self, line: Line) -> bool:
        """Whether a short line is followed by a label, as values in a grid of cells are."""
        after = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else None
        return (
            line.gap == 1
            and len(line.words.text) <= _LONGEST_CELL
            and after is not None
            and (after.label is not None or _part(after) is not None)
        )

    def _says_none(self, line: Line) -> bool:
        """Keep a label of the page's own below which the page says that there is none."""
        following = self._next()
        text = line.words.text
        is_label = len(text) <= _LONGEST_UNKNOWN_LABEL and len(text.split()) <= _MOST_LABEL_WORDS
        if not (following and is_label and says_none(following.folded) and _is_plain_value(following)):
            return False
        self.at += 1
        self.found.fields.append(ProfileField(text, None, (following.words,)))
        return True

    def _is_unknown_label(self, line: Line) -> bool:
        """Keep "Utility: Basic" under the page's own label; its value may stand on the next line."""
        words = line.words
        label, _, value = words.text.partition(":")
        is_label = len(label) <= _LONGEST_UNKNOWN_LABEL and len(label.split()) <= _MOST_LABEL_WORDS
        if not (is_label and label[:1].isalpha() and len(value) <= LONGEST_LABELLED):
            return False
        found = words.cut(len(label) + 1)
        if not value.strip():
            following = self._next()
            if following is None or not _is_plain_value(following):
                return False
            self.at += 1
            found = following.words
        self.found.fields.append(ProfileField(label.strip(), None, (found,)))
        return True


def _is_plain_value(line: Line) -> bool:
    text = line.words.text
    return not line.gap and line.marker is Marker.NONE and ":" not in text and len(text) <= LONGEST_LABELLED
