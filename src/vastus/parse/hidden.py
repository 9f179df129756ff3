"""Characters that nobody sees and that can make a text read otherwise than it is written.

They turn the direction of what follows, annotate, or spell a second text in tags. No script needs them in the words of
an exercise; joiners, which some scripts need, are none of them.
"""

from vastus.domain.page import Finding, Severity
from vastus.prose.patterns import mentions

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Embeddings, overrides and isolates of the writing direction, and their ends."""
HIDDEN = (
    TURNING
    + "\u061c\u180e\u2061\u2062\u2063\u2064\u206a\u206b\u206c\u206d\u206e\u206f\ufff9\ufffa\ufffb\U000e0001"
    + "".join(map(chr, range(0xE0020, 0xE0080)))
)
_TELLING = (*TURNING, *(chr(0xE0000 + ord(letter)) for letter in " aeiou"))
"""What shows that the words of a page look otherwise than they are: no text of tags does without a vowel or a blank."""
_NONE = str.maketrans("", "", HIDDEN)


def without_hidden(text: str) -> str:
    """The text without those characters.

    >>> without_hidden("Pl\u202eank")
    'Plank'
    """
    return text if text.isascii() else text.translate(_NONE)


def hidden_words(text: str) -> Finding | None:
    """A finding where a text looks otherwise than it is written."""
    if text.isascii() or not mentions(text, _TELLING):
        return None
    return Finding(
        rule="hidden-characters",
        field="page",
        severity=Severity.WARNING,
        message="the page holds invisible characters that change how its words look; they were taken away",
        hint="compare the words with the page: they stand here in the order in which they are written",
    )
