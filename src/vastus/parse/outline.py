r"""The outline of a Markdown text: headings, paragraphs and nested list items, each with its place.

As much of CommonMark as exercise pages use, and more forgiving where people slip: two columns make
a nested item even under `1. `. Wrapped lines are joined, `\` takes the meaning off the punctuation
behind it, everything else inside a line stays as it was typed. What a heading or an item means is
not decided here. Reading takes linear time.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from vastus.domain.page import Span, Words
from vastus.parse.notes import Notes

MAX_DEPTH = 32
"""Deeper list items are read as items of this depth."""

_MAX_PIECES = 10_000  # a text in more pieces forgets its place rather than fill the memory
_NESTED = 2  # columns that make an item the child of the one above
_CODE = 4  # columns from which on Markdown sees no heading
_RULE = 3  # marks that make a rule
_LINE_END = re.compile(r"\r\n|\r|\n")
_HEADING = re.compile(r"(#{1,6})(?=[ \t]|$)")
_MARKER = re.compile(r"(?:[-*+]|([0-9]{1,9})[.)])(?:[ \t]+|$)")
_ESCAPE = re.compile(r"\\[!-/:-@\[-`{-~]")


@dataclass(frozen=True, slots=True)
class _Line:
    """The text of a line between its outer white space, and the column where it starts."""

    start: int
    end: int
    column: int


@dataclass(slots=True)
class Block:
    """A paragraph, or a list item with its marker: where its lines stand, and the items below."""

    column: int
    marker: Span | None = None
    lines: list[Span] = field(default_factory=list[Span])
    children: list["Block"] = field(default_factory=list["Block"])

    def all_lines(self) -> Iterator[Span]:
        """The lines of the block and of everything below it."""
        yield from self.lines
        for child in self.children:
            yield from child.all_lines()


@dataclass(slots=True)
class Part:
    """A heading and the blocks below it; level 0 is what stands before the first heading.

    `is_closed` tells `## Tips ##` from `## Tips`.
    """

    level: int
    heading: Words
    is_closed: bool = False
    blocks: list[Block] = field(default_factory=list[Block])


def words(text: str, lines: Sequence[Span]) -> Words:
    r"""The words on `lines` of a text, joined by blanks, without the backslashes that escape.

    >>> words(r"3 \* 5" "\n" "reps", [(0, 6), (7, 11)])
    Words(text='3 * 5 reps', pieces=((0, 0), (2, 3), (6, 7)))
    """
    parts: list[str] = []
    pieces: list[Span] = []
    length = 0
    for line_start, end in lines:
        if parts:
            parts.append(" ")  # stands for the line break, which follows the piece before it
            length += 1
        start = line_start
        for escape in _ESCAPE.finditer(text, line_start, end):
            if escape.start() > start:
                pieces.append((length, start))
                parts.append(text[start : escape.start()])
                length += escape.start() - start
            start = escape.start() + 1
        if end > start:
            pieces.append((length, start))
            parts.append(text[start:end])
            length += end - start
    is_placed = len(pieces) <= _MAX_PIECES
    found = Words("".join(parts).replace("\t", " "), tuple(pieces) if is_placed else ())
    return found.cut(0) if found.text != found.text.strip() else found


def read_outline(text: str, start: int, notes: Notes) -> list[Part]:
    """The parts of `text` from `start` on, in their order."""
    reader = _Reader(text, notes)
    for line in _lines(text, start):
        reader.take(line)
    return reader.parts


def _lines(text: str, start: int) -> Iterator[_Line]:
    while start < len(text):
        found = _LINE_END.search(text, start)
        end, following = found.span() if found else (len(text), len(text))
        raw = text[start:end]
        body = raw.strip()
        blank = raw[: len(raw) - len(raw.lstrip())]
        at = start + len(blank)
        yield _Line(at, at + len(body), len(blank.expandtabs(4)))
        start = following


class _Reader:
    """Takes line by line; `_open` is the item path that a line can belong to."""

    def __init__(self, text: str, notes: Notes) -> None:
        self.parts = [Part(0, Words(""))]
        self._text = text
        self._notes = notes
        self._open: list[Block] = []
        self._last: Block | None = None
        self._after_blank = True

    def take(self, line: _Line) -> None:
        """Sort one line in."""
        if line.start == line.end or self._is_rule(line):
            self._after_blank = True
        elif self._is_underline(line):
            self._underlined(line)
        elif self._is_heading(line):
            self._heading(line)
        elif (marker := self._marker(line)) is not None:
            self._item(line, marker)
        else:
            self._text_line(line)

    def _part(self, level: int, start: int, end: int) -> None:
        content = self._text[start:end].rstrip()
        bare = content.rstrip("#")
        is_closed = bare != content and bare[-1:] in ("", " ", "\t")
        if is_closed:
            content = bare.rstrip()
        if content:  # a heading that says nothing only separates
            heading = words(self._text, [(start, start + len(content))])
            self.parts.append(Part(level, heading, is_closed))
        self._open, self._last, self._after_blank = [], None, True

    def _is_heading(self, line: _Line) -> bool:
        in_item = bool(self._open) and line.column >= _NESTED
        return line.column < _CODE and not in_item and _HEADING.match(self._text, line.start, line.end) is not None

    def _heading(self, line: _Line) -> None:
        start = line.start
        while start < line.end and self._text[start] == "#":
            start += 1
        level = start - line.start
        while start < line.end and self._text[start].isspace():
            start += 1
        self._part(level, start, line.end)

    def _is_underline(self, line: _Line) -> bool:
        """Whether the line makes a heading of the one-line paragraph above it."""
        above = self._last
        if self._after_blank or above is None or above.marker or len(above.lines) != 1:
            return False
        return self._is_run(line, "=") or self._is_run(line, "-")

    def _is_run(self, line: _Line, mark: str) -> bool:
        length = line.end - line.start
        return length >= _RULE and self._text.count(mark, line.start, line.end) == length

    def _underlined(self, line: _Line) -> None:
        start, end = self.parts[-1].blocks.pop().lines[0]
        self._part(1 if self._text[line.start] == "=" else 2, start, end)

    def _is_rule(self, line: _Line) -> bool:
        """Whether the line is `---`, `* * *` or the like, and not the underline of a heading."""
        mark = self._text[line.start]
        if mark not in "-*_" or self._is_underline(line):
            return False
        marks = self._text[line.start : line.end].replace(" ", "").replace("\t", "")
        return len(marks) >= _RULE and marks.count(mark) == len(marks)

    def _marker(self, line: _Line) -> re.Match[str] | None:
        """The marker that makes the line a list item, with the blanks behind it.

        As in CommonMark, a number other than 1 does not break into a sentence: it is a wrapped line
        ("… until about / 2019. Then …"), unless it goes on with a list.
        """
        found = _MARKER.match(self._text, line.start, line.end)
        if not found:
            return None
        last = self._last
        if last is None or self._after_blank or not found[1] or int(found[1]) == 1:
            return found
        is_inside = last.marker is None or line.column >= last.column + _NESTED
        return None if is_inside else found

    def _item(self, line: _Line, marker: re.Match[str]) -> None:
        opened = self._open
        while opened and line.column < opened[-1].column + _NESTED:
            opened.pop()
        if len(opened) == MAX_DEPTH:
            self._notes.add(
                "deep-list",
                "page",
                f"lists are nested more than {MAX_DEPTH} deep; what is deeper was moved up",
                (line.start, line.end),
            )
            opened.pop()
        sign = marker.group().rstrip()
        block = Block(line.column, marker=(line.start, line.start + len(sign)))
        (opened[-1].children if opened else self.parts[-1].blocks).append(block)
        opened.append(block)
        self._add(block, marker.end(), line.end)

    def _text_line(self, line: _Line) -> None:
        if self._after_blank:
            while self._open and line.column < self._open[-1].column + _NESTED:
                self._open.pop()
            if not self._open:
                block = Block(line.column)
                self.parts[-1].blocks.append(block)
                self._last = block
            else:
                self._last = self._open[-1]
        if self._last is not None:
            self._add(self._last, line.start, line.end)

    def _add(self, block: Block, start: int, end: int) -> None:
        if start < end:
            block.lines.append((start, end))
        self._last, self._after_blank = block, False
