"""Muscles by what people call them: which groups and which anatomical muscles a question names. Pure."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from vastus.reference.vocabulary import vocabularies

_LONGEST = 4  # words that name one muscle: "long head of the triceps" is left to its parts
_SHORTEST_BEGUN = 5  # letters of a half-typed name


class Named(NamedTuple):
    """Words of a question from one to before another, and what they name."""

    start: int
    stop: int
    groups: frozenset[str]
    muscles: frozenset[str]


def named_muscles(words: Sequence[str], *, is_half: bool) -> Iterator[Named]:
    """The muscles that a question names, the longest names first; `is_half` when the last word may be half typed."""
    at = 0
    while at < len(words):
        for stop in range(min(len(words), at + _LONGEST), at, -1):
            named = _named(" ".join(words[at:stop]), is_half=is_half and stop == len(words))
            if named:
                yield Named(at, stop, *named)
                at = stop
                break
        else:
            at += 1


def _named(text: str, *, is_half: bool) -> tuple[frozenset[str], frozenset[str]] | None:
    known = vocabularies()
    group, muscle = _groups().get(text), known.muscles.find(text)
    if group or muscle:
        groups = frozenset({group} if group else {str(each) for each in muscle.groups} if muscle else ())
        return groups, frozenset({str(muscle.muscle)} if muscle else ())
    if is_half and len(text) >= _SHORTEST_BEGUN:
        names = _names()
        first = bisect_left(names, text)
        begun = {_groups()[word] for word in takewhile(lambda word: word.startswith(text), names[first:])}
        if len(begun) == 1:
            return frozenset(begun), frozenset()
    return None


@cache
def _groups() -> Mapping[str, str]:
    return {word: str(match.value) for word, match in vocabularies().groups.words().items() if match.is_exact}


@cache
def _names() -> list[str]:
    return sorted(_groups())
