"""Sentences of a text and the clauses inside them, as offsets."""

import re

from vastus.domain.page import Span

_END = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])")
_ABBREVIATION = re.compile(r"\b(?:e\.g|i\.e|approx|vs|etc|no|fig|min|max|sec|lb|lbs|kg|cm|Dr|St|Mr|Ms)\.$")
_LONGEST_ABBREVIATION = 8  # "approx." and the letter before it


def sentences(text: str) -> list[Span]:
    """The sentences of a text.

    >>> [ "Brace. Push, e.g. hard. Stop?"[a:b] for a, b in sentences("Brace. Push, e.g. hard. Stop?")]
    ['Brace.', 'Push, e.g. hard.', 'Stop?']
    """
    found: list[Span] = []
    start = 0
    for end in _END.finditer(text):
        stop = end.start() + 1
        if _ABBREVIATION.search(text, max(start, stop - _LONGEST_ABBREVIATION), stop):
            continue
        found.append((start, end.start() + len(end.group().rstrip())))
        start = end.end()
    if start < len(text):
        found.append((start, len(text)))
    return found


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


_STRAIGHT = (
    ("’", "'"), ("‘", "'"), ("ʼ", "'"), ("`", "'"), ("´", "'"),
    ("‐", "-"), ("‑", "-"), ("“", '"'), ("”", '"'), ("\u00a0", " "),
)  # fmt: skip
