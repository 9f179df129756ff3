"""Likely duplicates: the same exercise under another id, told by names, aliases, muscles, equipment and text.

Keys instead of distances, so that ten thousand pages are checked in time linear in their number.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Exercise
from vastus.domain.library import ListRow
from vastus.domain.page import Finding, Severity
from vastus.reference.vocabulary import folded, folded_text, vocabularies

LIKELY_DUPLICATE = "likely-duplicate"
"""The rule of the findings."""
_SMALL = frozenset({"the", "a", "an", "with", "on", "of", "and", "in", "to", "for", "using", "exercise", "your"})
_SAME = {
    "db": "dumbbell", "dbs": "dumbbell", "bb": "barbell", "kb": "kettlebell",
    "pushup": "push up", "pushups": "push up", "pullup": "pull up", "pullups": "pull up", "situp": "sit up",
    "situps": "sit up", "chinup": "chin up", "chinups": "chin up", "ups": "up", "stepup": "step up",
    "stepups": "step up", "pulldown": "pull down", "pulldowns": "pull down", "skullcrusher": "skull crusher",
    "skullcrushers": "skull crusher",
    "ohp": "overhead press", "rdl": "romanian deadlift", "deadlifts": "deadlift", "farmer": "farmers",
    "reverse": "backward", "backwards": "backward", "forwards": "forward",
}  # fmt: skip
"""Short and joined forms of words in names, and what they stand for."""
_TOKEN = re.compile(r"[^\W_]+")
_SHORTEST_PLURAL = 4  # letters: "abs" and "leg" stay as they are
_SHORTEST_TEXT = 80  # characters: "Repeat for the recommended amount" is everybody's


def _tokens(name: str) -> tuple[str, ...]:
    """A name's words in their plainest form, sorted: what two spellings of one name have in common."""
    joined = " ".join(_SAME.get(token.group(), token.group()) for token in _TOKEN.finditer(folded(name)))
    return tuple(sorted(_singular(word) for word in joined.split() if word not in _SMALL))


def _singular(word: str) -> str:
    is_plural = len(word) >= _SHORTEST_PLURAL and word.endswith("s") and not word.endswith("ss")
    return word[:-1] if is_plural else word


@cache
def _equipment_tokens() -> frozenset[str]:
    words = vocabularies().equipment.words()
    return frozenset(token for word in words if " " not in word for token in _tokens(word))


def _text_key(exercise: Exercise) -> str | None:
    """A key for the instructions, None when there is too little text to tell two exercises apart."""
    text = folded_text(" ".join(step.text for step in exercise.instructions))
    if len(text) < _SHORTEST_TEXT:
        return None
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()


class _Keys(NamedTuple):
    """What two records of one exercise share: `names` is the name's words, then those of its aliases."""

    names: tuple[tuple[str, ...], ...]
    kind: tuple[tuple[str, ...], frozenset[Equipment], frozenset[str]] | None
    text: str | None = None


def _keys_of(row: ListRow | Exercise, text: str | None = None) -> _Keys:
    names = tuple(_tokens(name) for name in (row.name, *row.aliases))
    bare = tuple(token for token in names[0] if token not in _equipment_tokens())
    is_told = bare and row.equipment and row.target
    kind = (bare, frozenset(row.equipment or ()), frozenset(row.target or ())) if is_told else None
    return _Keys(names, kind, text)


class Unstored(NamedTuple):
    """A page of the same import, which has no id before it is stored."""

    path: str | None


class Duplicates:
    """What is there already, by the keys that two records of one exercise share."""

    def __init__(self) -> None:
        self._by_name: dict[tuple[str, ...], str | Unstored] = {}
        self._by_kind: dict[tuple[tuple[str, ...], frozenset[Equipment], frozenset[str]], str | Unstored] = {}
        self._by_text: dict[str, str | Unstored] = {}
        self._last: tuple[Exercise, _Keys] | None = None  # what was checked is most often added next

    @classmethod
    def of(cls, rows: Iterable[ListRow]) -> "Duplicates":
        """An index of the exercises that are there."""
        index = cls()
        for row in rows:
            index._add(row.id, _keys_of(row))
        return index

    def add(self, exercise: Exercise) -> None:
        """Remember an exercise that has just been put into the library."""
        self._add(exercise.id, self._keys_of(exercise))

    def expect(self, exercise: Exercise, path: str | None) -> None:
        """Remember an exercise that is about to be put into the library, under an id that nobody knows yet."""
        self._add(Unstored(path), self._keys_of(exercise))

    def check(self, exercise: Exercise, *, known_as: str | None = None) -> Iterator[Finding]:
        """A finding for the likeliest twin; `known_as` is the id under which this very page is stored already."""
        for twin, why in self._twins(self._keys_of(exercise)):
            if twin != known_as:
                yield _finding(exercise, twin, why)
                return

    def _keys_of(self, exercise: Exercise) -> _Keys:
        if self._last is None or self._last[0] is not exercise:
            self._last = exercise, _keys_of(exercise, _text_key(exercise))
        return self._last[1]

    def _add(self, exercise_id: str | Unstored, keys: _Keys) -> None:
        for name in keys.names:
            if name:
                self._by_name.setdefault(name, exercise_id)
        if keys.kind:
            self._by_kind.setdefault(keys.kind, exercise_id)
        if keys.text:
            self._by_text.setdefault(keys.text, exercise_id)

    def _twins(self, keys: _Keys) -> Iterator[tuple[str | Unstored, str]]:
        for number, name in enumerate(keys.names):
            twin = self._by_name.get(name)
            if twin:
                yield twin, "one's alias is the other's name" if number else "the same name or alias"
        twin = self._by_kind.get(keys.kind) if keys.kind else None
        if twin:
            yield twin, "the same name but for the equipment, with the same equipment and target"
        twin = self._by_text.get(keys.text) if keys.text else None
        if twin:
            yield twin, "the same instructions"


def _finding(exercise: Exercise, twin: str | Unstored, why: str) -> Finding:
    if isinstance(twin, Unstored):
        where = f", in {twin.path}" if twin.path else ""
        message = f"this looks like another exercise of the same import{where}: {why}"
        hint = "'vastus merge' makes one of two"
    else:
        message = f"this looks like '{twin}', which is there already: {why}"
        hint = f"'vastus merge' makes one of two; 'vastus show {twin}' shows the other"
    return Finding(
        rule=LIKELY_DUPLICATE,
        field="name",
        severity=Severity.WARNING,
        message=message,
        excerpt=exercise.name,
        hint=hint,
    )
