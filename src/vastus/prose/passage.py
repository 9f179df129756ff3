"""A piece of the page as rules read it, made ready once for all of them."""

from msgspec import Struct

from vastus.domain.page import Span, Words
from vastus.prose.sentences import lowered, plain, sentences


class Passage(Struct):
    """Some words of the page, with straight quotes and hyphens in `text`, and in lower case in `lower`.

    Both are made letter by letter, so that offsets hold in all three.
    """

    words: Words
    text: str
    lower: str
    _sentences: list[Span] | None = None

    @property
    def sentences(self) -> list[Span]:
        """Where its sentences stand; looked for once."""
        if self._sentences is None:
            self._sentences = sentences(self.text)
        return self._sentences


def passage(words: Words) -> Passage:
    """Make some words ready.

    >>> passage(Words("Don’t lean. Push.")).lower
    "don't lean. push."
    """
    text = plain(words.text)
    return Passage(words, text, lowered(text))
