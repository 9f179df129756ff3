"""The closed vocabularies: which of our ids a page's word stands for, and how surely.

The rows are CSV tables beside this module. `synonyms` mean the same; `near` words mean something close, so whoever
uses them must say so (a finding). A word that is in no row is unknown: it is kept, never guessed.
"""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Generic, TypeVar

from vastus.domain.anatomy import Muscle, MuscleGroup
from vastus.domain.equipment import Equipment
from vastus.domain.exercise import ExerciseType, Force, Laterality, Level, Mechanics

T = TypeVar("T", bound=StrEnum)

_SEPARATORS = re.compile(r"[\s_/\-\u2010-\u2013]+")
_PUNCTUATION = re.compile(r"[^\w\s+]")


def folded_text(text: str) -> str:
    """The form in which texts are compared: lower case, separators as one space, no punctuation.

    >>> folded_text("E-Z  Curl Bar")
    'e z curl bar'
    """
    return _PUNCTUATION.sub("", _SEPARATORS.sub(" ", text.casefold())).strip()


@lru_cache(maxsize=8192)  # the same few hundred values come back on every page
def folded(word: str) -> str:
    """The same for a word or a name."""
    return folded_text(word)


@dataclass(frozen=True, slots=True)
class Row(Generic[T]):
    """One value of a vocabulary: its id, label, other words for it, and where it comes from."""

    value: T
    label: str
    synonyms: tuple[str, ...]
    near: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """What a page's word stands for; `is_exact` is false where the meanings are only close."""

    value: T
    is_exact: bool


class Vocabulary(Generic[T]):
    """The rows of one closed vocabulary, and the reading of words as its values."""

    def __init__(self, name: str, values: type[T], rows: Iterable[Row[T]]) -> None:
        self.name = name
        self.values = values
        self.rows: Mapping[T, Row[T]] = {row.value: row for row in rows}
        missing = [value for value in values if value not in self.rows]
        if missing:
            raise ValueError(f"{name}: no row for {', '.join(missing)}")
        self._by_word: dict[str, Match[T]] = {}
        for is_exact in (True, False):
            for row in self.rows.values():
                words = (row.value, row.label, *row.synonyms) if is_exact else row.near
                for word in words:
                    self._add(folded(word), Match(row.value, is_exact))

    def _add(self, word: str, match: Match[T]) -> None:
        known = self._by_word.setdefault(word, match)
        if known.value != match.value:
            raise ValueError(f"{self.name}: '{word}' stands for {known.value} and for {match.value}")

    def find(self, word: str) -> Match[T] | None:
        """The value that a page's word stands for, or None when no row knows it."""
        return self._by_word.get(folded(word))

    def label(self, value: T) -> str:
        """The English label of a value."""
        return self.rows[value].label

    def words(self) -> Mapping[str, Match[T]]:
        """Every known word, folded, with what it stands for."""
        return self._by_word

    def nearest(self, word: str, count: int = 3) -> tuple[str, ...]:
        """Ids whose words look like `word`, best first: for hints, never for reading."""
        found = _alike(word, self._by_word, count)
        return tuple(dict.fromkeys(str(self._by_word[near].value) for near in found))[:count]


def _alike(word: str, words: Iterable[str], count: int) -> list[str]:
    from difflib import get_close_matches  # noqa: PLC0415  # only needed to explain a failure

    return get_close_matches(folded(word), words, n=count * 2, cutoff=0.7)


@dataclass(frozen=True, slots=True)
class MuscleRow:
    """One anatomical muscle: names, and the groups that it is a member of (the first is its main one)."""

    muscle: Muscle
    label: str
    latin: str
    groups: tuple[MuscleGroup, ...]
    synonyms: tuple[str, ...]
    source: str


class Muscles:
    """The anatomical muscles and the groups that they form."""

    def __init__(self, rows: Iterable[MuscleRow]) -> None:
        self.rows: Mapping[Muscle, MuscleRow] = {row.muscle: row for row in rows}
        missing = [muscle for muscle in Muscle if muscle not in self.rows]
        if missing:
            raise ValueError(f"muscles: no row for {', '.join(missing)}")
        self._by_word = {
            folded(word): row
            for row in self.rows.values()
            for word in (row.muscle, row.label, row.latin, row.latin.removeprefix("musculus "), *row.synonyms)
        }

    def find(self, word: str) -> MuscleRow | None:
        """The muscle of that name (English, Latin or a common short form)."""
        return self._by_word.get(folded(word))

    def words(self) -> Mapping[str, MuscleRow]:
        """Every known word, folded, with its muscle."""
        return self._by_word

    def nearest(self, word: str, count: int = 3) -> tuple[str, ...]:
        """Ids whose words look like `word`, best first: for hints, never for reading."""
        found = _alike(word, self._by_word, count)
        return tuple(dict.fromkeys(str(self._by_word[near].muscle) for near in found))[:count]

    def members(self, group: MuscleGroup) -> tuple[Muscle, ...]:
        """The anatomical muscles of a group."""
        return tuple(muscle for muscle, row in self.rows.items() if group in row.groups)


def _table(name: str) -> list[dict[str, str]]:
    text = files("vastus.reference").joinpath(name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def _vocabulary(name: str, values: type[T], table: Iterable[Mapping[str, str]]) -> Vocabulary[T]:
    rows = (
        Row(values(row["id"]), row["label"], _split(row["synonyms"]), _split(row["near"]), row["source"])
        for row in table
    )
    return Vocabulary(name, values, rows)


@dataclass(frozen=True, slots=True)
class Vocabularies:
    """All closed vocabularies, loaded and checked against each other."""

    groups: Vocabulary[MuscleGroup]
    fascia: frozenset[MuscleGroup]  # the groups that are no muscle
    muscles: Muscles
    equipment: Vocabulary[Equipment]
    types: Vocabulary[ExerciseType]
    mechanics: Vocabulary[Mechanics]
    force: Vocabulary[Force]
    laterality: Vocabulary[Laterality]
    level: Vocabulary[Level]


@cache
def vocabularies() -> Vocabularies:
    """The vocabularies that ship with Vastus; read once.

    >>> vocabularies().groups.find("Quadriceps").value
    <MuscleGroup.QUADS: 'quads'>
    >>> vocabularies().level.find("expert")
    Match(value=<Level.ADVANCED: 'advanced'>, is_exact=False)
    """
    values = _table("profile_values.csv")

    def of(name: str) -> list[dict[str, str]]:
        return [row for row in values if row["vocabulary"] == name]

    return Vocabularies(
        groups=_vocabulary("muscle groups", MuscleGroup, _table("muscle_groups.csv")),
        fascia=frozenset(MuscleGroup(row["id"]) for row in _table("muscle_groups.csv") if row["tissue"] == "fascia"),
        muscles=Muscles(
            MuscleRow(
                Muscle(row["id"]),
                row["label"],
                row["latin"],
                tuple(MuscleGroup(group) for group in _split(row["groups"])),
                _split(row["synonyms"]),
                row["source"],
            )
            for row in _table("muscles.csv")
        ),
        equipment=_vocabulary("equipment", Equipment, _table("equipment.csv")),
        types=_vocabulary("types", ExerciseType, of("type")),
        mechanics=_vocabulary("mechanics", Mechanics, of("mechanics")),
        force=_vocabulary("force", Force, of("force")),
        laterality=_vocabulary("laterality", Laterality, of("laterality")),
        level=_vocabulary("level", Level, of("level")),
    )


@cache
def search_words() -> Mapping[str, tuple[str, ...]]:
    """What people type beside the words that stand on pages: by typed word, the words that it also means."""
    meant: dict[str, tuple[str, ...]] = {}
    for row in _table("search_words.csv"):
        meant[row["word"]] = (*meant.get(row["word"], ()), row["means"])
    return meant
