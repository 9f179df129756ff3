"""A pattern that costs nothing where it cannot match."""

import re
from collections.abc import Iterator

from vastus.profile.tips.told import Told


class Phrase:
    """A pattern with the words of which it needs at least one: without any, nobody has to search.

    The words are whole words of the pattern, in lower case, such that no match is without one of them.
    """

    __slots__ = ("pattern", "words")

    def __init__(self, words: str, pattern: re.Pattern[str]) -> None:
        self.words = frozenset(words.split())
        self.pattern = pattern

    def search(self, told: Told, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match in the stretch."""
        if self.words.isdisjoint(told.words):
            return None
        return self.pattern.search(told.lower, start, told.end if end is None else end)

    def match(self, told: Told, start: int) -> re.Match[str] | None:
        """The match right there."""
        return None if self.words.isdisjoint(told.words) else self.pattern.match(told.lower, start)

    def finditer(self, told: Told) -> Iterator[re.Match[str]]:
        """Every match."""
        return iter(()) if self.words.isdisjoint(told.words) else self.pattern.finditer(told.lower)
