"""Text inside another format, one value of a record, plain or HTML: as lines, steps and parts."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape

from vastus.domain.page import Item, Words
from vastus.parse.labels import read_part
from vastus.parse.lines import Line, Marker, clean, text_lines

_TAG = re.compile(
    r"</?(?:a|abbr|article|b|big|blockquote|body|br|center|code|dd|del|details|div|dl|dt|em|figure|font"
    r"|h[1-6]|hr|html|i|img|ins|li|main|mark|ol|p|pre|s|script|section|small|span|strike|strong|style|sub"
    r"|sup|table|tbody|td|th|tr|u|ul)\b[^<>]*>",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:\(?\d{1,2}[.):]|step\s+\d{1,2}\s*[.):–—-])(?=\s|$)\s*|[•●▪◦‣](?=\s)\s*", re.IGNORECASE)
_NUMBER_INSIDE = re.compile(r"(?:^|(?<=\s))\(?(\d{1,2})[.)]\s+")
# Beside lone surrogates: what no text can hold and what `clean` leaves to the reader of files.
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_MAX_HEADING = 60  # characters; longer ones are sentences


def tidy(text: str) -> str:
    r"""`text` as one line: single blanks, nothing invisible, decoding faults repaired.

    >>> tidy(" Lower\tthe bar\n slowly ")
    'Lower the bar slowly'
    """
    if text.isascii() and text.isprintable() and "  " not in text and "**" not in text:
        return text.strip()
    text = clean(" ".join(text.split()), None).text
    if not text.isprintable():
        text = _UNPRINTABLE.sub("", text)
    return " ".join(text.split())


def lines(text: str) -> list[Line]:
    """The lines of a fragment, HTML or plain, each with its marker."""
    if _TAG.search(text):
        return html_lines(text)
    return list(text_lines(unescape(text)))


def html_lines(text: str) -> list[Line]:
    """The lines of a fragment that is known to be HTML."""
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415  # most catalogs do without it

    from vastus.parse.html_lines import seen  # noqa: PLC0415  # as above

    html = text.encode("utf-8", "replace").decode()
    return seen(html, LexborHTMLParser(html)).lines


def line(text: str) -> str:
    """A fragment as one line, without tags; entities are read.

    >>> line("<p>Chest &amp; <b>triceps</b></p>")
    'Chest & triceps'
    """
    if "<" in text or "&" in text:
        return tidy(" ".join(piece.words.text for piece in lines(text)))
    return tidy(text)


def unnumbered(text: str) -> str:
    """A step without the number or bullet in front of it; numbers that belong to the words stay.

    >>> unnumbered("6. Repeat."), unnumbered("3/4 of the way down"), unnumbered("10-20 times")
    ('Repeat.', '3/4 of the way down', '10-20 times')
    """
    found = _NUMBER.match(text)
    return text[found.end() :] if found else text


def _counted(text: str) -> list[str]:
    """The steps of a line that counts them itself ("1. … 2. …"), else the line alone."""
    if not _NUMBER.match(text):
        return [text]
    marks = list(_NUMBER_INSIDE.finditer(text))
    in_order = [int(mark[1]) for mark in marks] == list(range(1, len(marks) + 1))
    if len(marks) < 2 or not in_order or marks[0].start() != 0:  # noqa: PLR2004  # a list has two entries
        return [unnumbered(text)]
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    return [text[mark.end() : end].strip() for mark, end in zip(marks, ends, strict=True)]


def steps(text: str) -> list[str]:
    r"""The steps that a text lists, one a line or counted within a line, without their numbers.

    >>> steps("1. Kneel.\n2. Reach.")
    ['Kneel.', 'Reach.']
    """
    if "\n" not in text and "<" not in text and "&" not in text:
        return [step for step in _counted(tidy(text)) if step]
    if not _TAG.search(text):
        return [step for raw in unescape(text).splitlines() for step in _counted(tidy(raw)) if step]
    found = (tidy(piece.words.text) for piece in lines(text))
    return [step for each in found for step in _counted(each) if step]


def entry_steps(text: str) -> list[str]:
    r"""The steps in one entry of a list: nearly always one, whatever line breaks it holds.

    >>> entry_steps("2. Lower it.\nCaution: slowly.")
    ['Lower it. Caution: slowly.']
    """
    if "<" in text and _TAG.search(text):
        return steps(text)
    return [step for step in _counted(tidy(unescape(text) if "&" in text else text)) if step]


def paragraphs(text: str) -> tuple[Words, ...]:
    """The lines of a fragment, each as words without a place."""
    return words_of(piece.words.text for piece in lines(text))


@dataclass(slots=True)
class Parts:
    """A description taken apart: what introduces the exercise, what to do, and what to mind."""

    overview: list[Words] = field(default_factory=list[Words])
    instructions: list[Item] = field(default_factory=list[Item])
    tips: list[Item] = field(default_factory=list[Item])

    def add(self, part: str, text: str, *, is_below: bool) -> None:
        """Put a line into a part; `is_below` hangs it under the item before it."""
        if part == "overview":
            self.overview.append(Words(text))
            return
        items = self.tips if part == "tips" else self.instructions
        if is_below and items:
            last = items[-1]
            items[-1] = Item(last.words, (*last.children, Item(Words(text))))
        else:
            items.append(Item(Words(text)))


def parts(text: str) -> Parts:
    """A description as parts.

    Headings decide where there are any. Otherwise list items are steps and the paragraphs before
    the first of them the overview; without a list, the paragraphs are the steps.
    """
    found = lines(text)
    last_item = max((at for at, piece in enumerate(found) if _is_item(piece)), default=-1)
    told = Parts()
    under: str | None = None
    has_items = False
    for at, piece in enumerate(found):
        words = unnumbered(tidy(piece.words.text))
        heading = _heading(piece)
        if heading:
            under = heading
        elif words:
            has_items = has_items or _is_item(piece)
            part = under or ("overview" if at < last_item and not has_items else "instructions")
            told.add(part, words, is_below=_is_item(piece) and piece.indent > 0)
    return told


def _is_item(piece: Line) -> bool:
    return piece.marker in (Marker.BULLET, Marker.NUMBER) or _NUMBER.match(piece.words.text) is not None


def _heading(piece: Line) -> str | None:
    """The part that a line opens, when it is nothing but a heading."""
    text = piece.words.text
    is_alone = piece.marker is Marker.HEADING or (piece.marker is Marker.NONE and text.endswith(":"))
    found = read_part(text) if is_alone and len(text) <= _MAX_HEADING else None
    return found[0] if found else None


def split_list(text: str) -> list[str]:
    """The entries of a text with commas or semicolons between them; brackets hold together.

    >>> split_list("dumbbells (5, 10 kg), bench; mat")
    ['dumbbells (5, 10 kg)', 'bench', 'mat']
    """
    entries = re.split(r"[,;](?![^()]*\))\s*", text)
    return [entry.strip() for entry in entries if entry.strip()]


def words_of(texts: Iterable[str]) -> tuple[Words, ...]:
    """Texts as words without a place, blank ones left out."""
    return tuple(Words(text) for text in map(tidy, texts) if text)


def items_of(texts: Sequence[str]) -> tuple[Item, ...]:
    """Texts as items without a place."""
    return tuple(Item(words) for words in words_of(texts))


def distinct(texts: Iterable[str], but: str = "") -> Iterator[str]:
    """The texts in order, each once, and not `but`; upper and lower case are the same."""
    seen = {but.casefold()}
    for text in texts:
        if text.casefold() not in seen:
            seen.add(text.casefold())
            yield text
