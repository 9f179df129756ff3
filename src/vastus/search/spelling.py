"""The words of an index that a typed one with one mistake may stand for. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping


class Spellings:
    """A small list of words, looked up by their beginnings: as many entries as the words have letters."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._begun = _by_beginning(self._words)
        self._letters = "".join(sorted({letter for word in self._words for letter in word}))

    def misspelled(self, typed: str, *, begun: bool) -> frozenset[str]:
        """The words that differ from what was typed in one letter at most, or in the order of two neighbors.

        Where what was typed is only `begun`, those with a beginning that does.

        >>> sorted(Spellings(["curl", "curls", "carry"]).misspelled("crul", begun=True))
        ['curl', 'curls']
        """
        near = {typed, *self._one_mistake(typed)}
        if begun:
            return frozenset(word for each in near for word in self._begun.get(each, ()))
        return self._words & near

    def _one_mistake(self, typed: str) -> Iterator[str]:
        for at in range(len(typed) + 1):
            left, right = typed[:at], typed[at:]
            for letter in self._letters:
                yield left + letter + right
                yield left + letter + right[1:]
            yield left + right[1:]
            if len(right) > 1:
                yield left + right[1] + right[0] + right[2:]


def _by_beginning(words: Iterable[str]) -> Mapping[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        for end in range(len(word) + 1):
            found[word[:end]].append(word)
    return dict(found)
