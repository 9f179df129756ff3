"""Vocabulary terms in running text: which muscle or implement a sentence names, and where."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Generic, TypeVar

from msgspec import Struct

from vastus.domain.anatomy import MuscleGroup
from vastus.domain.equipment import Equipment
from vastus.prose.letters import runs_of_letters
from vastus.reference.vocabulary import folded, vocabularies

T = TypeVar("T")

_TOKEN = re.compile(r"[a-z]+|\d+|[^\W\d_]+")


class Term(Struct, Generic[T], frozen=True):
    """A vocabulary value named in a text, with the offsets of its words."""

    value: T
    start: int
    end: int


class Terms(Generic[T]):
    """Finds the longest known terms of one vocabulary in a text, in time linear in its length."""

    def __init__(self, words: Mapping[str, T]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for word, value in words.items():
            tokens = tuple(_TOKEN.findall(word))
            if tokens:
                self._by_first.setdefault(tokens[0], []).append((tokens[1:], value))
        for known in self._by_first.values():
            known.sort(key=lambda entry: -len(entry[0]))
        self.first_words = frozenset(self._by_first)

    def find(self, lower: str) -> Iterator[Term[T]]:
        """Every term in a lower-case text, left to right, none overlapping another."""
        at = 0
        for start, word in self._starts(lower):
            if start < at:
                continue
            for rest, value in self._by_first[word]:
                end = _continued(lower, start + len(word), rest)
                if end:
                    yield Term(value, start, end)
                    at = end
                    break

    def _starts(self, lower: str) -> list[tuple[int, str]]:
        """Where a term can start, with its first word: only words that are there are looked for."""
        starts: list[tuple[int, str]] = []
        for word in self.first_words.intersection(runs_of_letters(lower)):
            at = lower.find(word)
            while at >= 0:
                if not (lower[at - 1 : at].isalnum() or lower[at + len(word) : at + len(word) + 1].isalnum()):
                    starts.append((at, word))
                at = lower.find(word, at + len(word))
        return sorted(starts)


def _continued(text: str, at: int, rest: tuple[str, ...]) -> int:
    """Where the remaining words of a term end, or 0 when they do not follow."""
    for word in rest:
        token = _TOKEN.search(text, at, at + len(word) + 3)
        if token is None or token.group() != word or text[at : token.start()].strip(" -/'"):
            return 0
        at = token.end()
    return 0 if rest and at < len(text) and text[at].isalpha() else at


_NOT_IN_PROSE_GROUPS = frozenset(
    folded(word)
    for word in (
        "back", "grip", "wrists", "hands", "palms", "feet", "hips", "thighs", "neck", "shoulder", "shoulders", "core",
        "groin", "calf", "trap", "ab", "hams", "rectus", "lumbar", "spinal", "butt", "lat", "forearm", "forearms",
        "chest", "lower back", "low back", "upper back", "middle back", "mid back", "midback", "shins",
    )
)  # fmt: skip
"""Words that name a body part rather than a muscle when they stand in a sentence ("back into the sled")."""


@cache
def _muscle_terms(*, body_parts: bool) -> Terms[MuscleGroup]:
    known = vocabularies()
    words = {word: match.value for word, match in known.groups.words().items() if match.is_exact}
    words |= {w: row.groups[0] for w, row in known.muscles.words().items() if w not in words and row.groups}
    return Terms({w: group for w, group in words.items() if body_parts or w not in _NOT_IN_PROSE_GROUPS})


_PART_OF_NAME = re.compile(
    r"""
    [ -](?:blades?|joints?|width|height|lines?|levels?|girdle|bones?|cage|pads?|tendons?|press(?:es)?|raises?
    |curls?|extensions?|bridges?|fl(?:y|ies|yes?)|pull-?downs?|kick-?backs?|machines?|days?|dips?|rolls?|foam
    |thrusts?|ham\ raises?|workouts?|pain|injur\w+|side)\b
    """,
    re.VERBOSE,
)
"""What follows a muscle's name where it is part of another name: "shoulder blades", "calf raise"."""

_WORK = re.compile(
    r"""
    \b(?=\w)(?:target|work|train|hit|emphasi[sz]|strengthen|develop|build|stress|isolat|activat|recruit|engag|challeng
    |muscles?\b|stretch|involv|tax)
    """,
    re.VERBOSE,
)


def muscles_named(lower: str) -> Iterator[Term[MuscleGroup]]:
    """The muscle groups that a sentence in lower case names, anatomical names included.

    Words that are body parts first ("chest", "lower back") count only where the sentence speaks of working a muscle.
    """
    for term in _muscle_terms(body_parts=bool(_WORK.search(lower))).find(lower):
        if not _PART_OF_NAME.match(lower, term.end):
            yield term


_NOT_IN_PROSE_EQUIPMENT = frozenset(
    folded(word)
    for word in (
        *("other", "none", "various", "misc", "no equipment", "none needed", "body only", "hold", "weights", "step"),
        *("bar", "door", "platform", "leg press", "lever", "ring", "slider chain", "straight bar"),
    )
)


@cache
def equipment_terms() -> Terms[Equipment]:
    """Implements by every name that is one inside a sentence."""
    words = {word: match.value for word, match in vocabularies().equipment.words().items()}
    return Terms({word: value for word, value in words.items() if word not in _NOT_IN_PROSE_EQUIPMENT})
