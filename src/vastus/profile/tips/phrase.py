"""A pattern that costs nothing where it cannot match."""

import re

from vastus.profile.tips.lexicon import family
from vastus.profile.tips.told import Told


class Phrase:
    """A pattern with the words of which it needs at least one: without any, nobody has to search.

    The words are whole words of the pattern, in lower case, such that no match is without one of them; `family` is the
    one that they form.
    """

    __slots__ = ("family", "pattern")

    def __init__(self, words: str, pattern: re.Pattern[str]) -> None:
        self.family = family(words)
        self.pattern = pattern

    def search(self, told: Told, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match in the stretch."""
        if told.marks & self.family:
            return self.pattern.search(told.lower, start, told.end if end is None else end)
        return None

    def match(self, told: Told, start: int) -> re.Match[str] | None:
        """The match right there."""
        return self.pattern.match(told.lower, start) if told.marks & self.family else None
