"""A page as lines: text with its place, indentation and list marker. Text and HTML pages are both read as these."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum

from msgspec import Struct

from vastus.domain.page import Words
from vastus.parse.hidden import HIDDEN


class Marker(Enum):
    """What stands before a line's text."""

    NONE = 0
    BULLET = 1
    NUMBER = 2
    HEADING = 3


class Line(Struct):
    """One line, cleaned.

    `indent` counts columns (or list depth in HTML), `gap` the blank lines before it. `number` is a list item's number
    or a heading's level. A line `continues` where it may be the rest of the one above, broken at a margin.
    """

    words: Words
    indent: int
    marker: Marker
    gap: int
    number: int = 0
    folded: str = ""
    continues: bool = False
    label: tuple[str, int] | None = None  # the one that it starts with and where its value starts, by `labels`


_JOINERS = "\u200c\u200d"
_JOINED = "\u0600-\u109f\u1780-\u18af\u2600-\u27bf\ufe0f\U0001f000-\U0001faff"  # scripts and emoji that need them
_ZERO_WIDTH = f"\u200b\u200e\u200f\u2060\ufeff\u00ad{HIDDEN}"
_OUTER = f" \t\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\u00a0{_ZERO_WIDTH}{_JOINERS}"
_DIRT = re.compile(
    rf"[{_ZERO_WIDTH}]+|[{_JOINERS}](?:(?![{_JOINED}])|(?<![{_JOINED}].))"
    r"|\*\*|\s{2,}|[^\S ]+|[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]+"
)
# UTF-8 read as Windows-1252: a lead byte's character and what follows it ("â€™", "Ã©", "Â°").
_MOJIBAKE = re.compile(r"(?:[ÃÂâðÅÎÏ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,3})+")
_LEAD_BYTE = re.compile("[ÃÂâðÅÎÏ]")
_ITEM = re.compile(r"(?:(?P<number>\d{1,3})[.)](?=\s)|[•●◦▪■‣·○∙*+–—-](?=\s)|[•●◦▪■‣○∙]|(?P<hashes>\#{1,6})(?=\s))\s*")
_JUST_MARKS = re.compile(r"[\W_]+")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_CONTAINER = re.compile(r"(?:>|:)\s+|\|\s*|\[[ xX]\]\s+")

RULE = 99
"""The gap before a line that a horizontal rule parts from the text above it."""


def clean(text: str, start: int | None) -> Words:
    """`text` without invisible characters, double blanks and `**`; `start` is its place in the page, or None.

    UTF-8 that was decoded as Windows-1252 is repaired, but only where its mark is there.

    >>> clean("a\u200bb  c", 10)
    Words(text='ab c', pieces=((0, 10), (1, 12), (2, 13), (3, 15)))
    """
    if not text.isascii() and _LEAD_BYTE.search(text) and _MOJIBAKE.search(text):
        return _rewritten(text, start, _MOJIBAKE_OR_DIRT)
    if text.isprintable() and "  " not in text and "**" not in text:
        return Words(text, () if start is None else ((0, start),))
    return _rewritten(text, start, _DIRT)


_MOJIBAKE_OR_DIRT = re.compile(f"{_MOJIBAKE.pattern}|{_DIRT.pattern}")


def _replacement(found: str) -> str:
    if found.isspace():
        return " "
    if (
        found[0] in _ZERO_WIDTH
        or found[0] in _JOINERS
        or found == "**"
        or found < " "
        or "\x7f" <= found[0] <= "\x9f"
        or found[0] >= "\ud800"
    ):
        return ""
    from ftfy import fix_encoding  # noqa: PLC0415  # only pages with a decoding fault need it

    return _DIRT.sub(lambda dirt: _replacement(dirt.group()), fix_encoding(found))  # a soft hyphen, a hard blank


def _rewritten(text: str, start: int | None, pattern: re.Pattern[str]) -> Words:
    parts: list[str] = []
    pieces: list[tuple[int, int]] = []
    length = 0

    def keep(part: str, at: int) -> None:
        nonlocal length
        if part[:1] == " " and parts and parts[-1][-1] == " ":
            part, at = part[1:], at + 1  # what stood between two blanks was taken away
        if part:
            if start is not None:
                pieces.append((length, start + at))
            parts.append(part)
            length += len(part)

    last = 0
    for found in pattern.finditer(text):
        keep(text[last : found.start()], last)
        keep(_replacement(found.group()), found.start())
        last = found.end()
    keep(text[last:], last)
    words = Words("".join(parts), tuple(pieces))
    return words.cut(0) if words.text != words.text.strip() else words


def joined(parts: Sequence[Words]) -> Words:
    """Several pieces of text as one, a blank between them, each part still knowing its place."""
    if len(parts) == 1:
        return parts[0]
    pieces: list[tuple[int, int]] = []
    length = 0
    for part in parts:
        pieces += [(at + length, there) for at, there in part.pieces]
        length += len(part.text) + 1
    return Words(" ".join(part.text for part in parts), tuple(pieces))


def text_lines(text: str) -> Iterator[Line]:
    """The non-blank lines of a plain text, with their markers."""
    at = 0
    gap = 0
    last: Line | None = None
    for raw in text.splitlines(keepends=True):
        start, at = at, at + len(raw)
        body = raw.strip()
        if not body.isascii():
            body = body.strip(_OUTER)
        if not body:
            gap += 1
            continue
        offset = raw.index(body)
        indent = len(raw[:offset].expandtabs(4)) if offset else 0
        if body[0].isalpha():
            words = clean(body, start + offset)
            last = Line(words, indent, Marker.NONE, gap, 0, words.text.lower(), not gap)
            yield last
            gap = 0
            continue
        marker, number = Marker.NONE, 0
        item = _ITEM.match(body)
        if item and (length := item.end()) < len(body):
            digits, hashes = item.groups()
            marker = Marker.NUMBER if digits else Marker.HEADING if hashes else Marker.BULLET
            number = int(digits) if digits else len(hashes or "")
            offset += length
            body = body[length:]
        elif _JUST_MARKS.fullmatch(body):
            if (
                last
                and not gap
                and last.marker is Marker.NONE
                and ":" not in last.folded
                and _UNDERLINE.fullmatch(body)
            ):
                last.marker, last.number = Marker.HEADING, 1 if body[0] == "=" else 2
            gap += 1  # a rule, a stray bullet: separates, says nothing
            continue
        else:
            container = _CONTAINER.match(body)  # a quotation, a definition, a row of a table
            if container:
                offset += container.end()
                body = body[container.end() :].removesuffix("|").rstrip()
        words = clean(body, start + offset)
        if not words.text:
            continue
        last = Line(words, indent, marker, gap, number, words.text.lower(), not gap)
        yield last
        gap = 0


def item_marker(text: str) -> tuple[Marker, int, int] | None:
    """The list marker typed before a text: its kind, its number and its length."""
    item = _ITEM.match(text)
    if not item or item.end() >= len(text) or item["hashes"]:
        return None
    digits = item["number"]
    return (Marker.NUMBER, int(digits), item.end()) if digits else (Marker.BULLET, 0, item.end())
