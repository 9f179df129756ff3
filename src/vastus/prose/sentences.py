"""Sentences of a text and the clauses inside them, as offsets."""

import re

from vastus.domain.page import Span

_MARKS = ".!?…"
_GAP = re.compile(r"[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])")  # behind the mark, where another sentence follows
_ABBREVIATIONS = (
    "e.g.", "i.e.", "approx.", "vs.", "etc.", "no.", "fig.", "min.", "max.", "sec.", "lb.", "lbs.", "kg.", "cm.",
    "Dr.", "St.", "Mr.", "Ms.",
)  # fmt: skip


def sentences(text: str) -> list[Span]:
    """The sentences of a text.

    >>> [ "Brace. Push, e.g. hard. Stop?"[a:b] for a, b in sentences("Brace. Push, e.g. hard. Stop?")]
    ['Brace.', 'Push, e.g. hard.', 'Stop?']
    """
    found: list[Span] = []
    start = 0
    for stop in _stops(text):
        gap = _GAP.match(text, stop)
        if gap is None or _is_abbreviation(text, start, stop):
            continue
        found.append((start, stop + len(gap.group().rstrip())))
        start = gap.end()
    if start < len(text):
        found.append((start, len(text)))
    return found


def _stops(text: str) -> list[int]:
    """Where the marks end that may close a sentence, in order."""
    found: list[int] = []
    for mark in _MARKS:  # several times as fast as a pattern that tries every character
        at = text.find(mark)
        while at >= 0:
            found.append(at + 1)
            at = text.find(mark, at + 1)
    found.sort()
    return found


def _is_abbreviation(text: str, start: int, stop: int) -> bool:
    """Whether the full stop belongs to an abbreviation that is a word of its own."""
    if not text.endswith(_ABBREVIATIONS, start, stop):
        return False
    return _ABBREVIATION.search(text, max(start, stop - _LONGEST_ABBREVIATION), stop) is not None


def clause_start(text: str, at: int) -> int:
    """Where the words begin that stand before an offset without a comma, a semicolon or a full stop between."""
    return max(text.rfind(",", 0, at), text.rfind(";", 0, at), text.rfind(".", 0, at)) + 1


def plain(text: str) -> str:
    """The text with straight apostrophes and hyphens, character by character: offsets stay the same."""
    if text.isascii() and "`" not in text:
        return text
    for curly, straight in _STRAIGHT:  # a tenth of the time that str.translate takes
        text = text.replace(curly, straight)
    return text


def lowered(text: str) -> str:
    """The text in lower case, character by character: offsets stay the same.

    >>> len(lowered("İ")), lowered("Keep")
    (1, 'keep')
    """
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    # a letter that grows in lower case would shift every offset behind it
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def leveled(text: str) -> str:
    """The text as patterns read it, plain and in lower case, character by character: offsets stay the same.

    >>> leveled("Don’t")
    "don't"
    """
    return lowered(plain(text))


_ABBREVIATION = re.compile(rf"\b(?:{'|'.join(map(re.escape, _ABBREVIATIONS))})$")
_LONGEST_ABBREVIATION = max(map(len, _ABBREVIATIONS)) + 1  # and the letter before it
_STRAIGHT = (
    ("’", "'"), ("‘", "'"), ("ʼ", "'"), ("`", "'"), ("´", "'"),
    ("‐", "-"), ("‑", "-"), ("“", '"'), ("”", '"'), ("\u00a0", " "),
)  # fmt: skip
