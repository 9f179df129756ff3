"""Likely duplicates: the same exercise under another id, told by names, aliases, muscles, equipment and text.

Keys instead of distances, so that ten thousand pages are checked in time linear in their number.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache

from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Exercise
from vastus.domain.library import ListRow
from vastus.domain.page import Finding, Severity
from vastus.reference.vocabulary import folded, vocabularies

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
    text = folded(" ".join(step.text for step in exercise.instructions))
    if len(text) < _SHORTEST_TEXT:
        return None
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()


class Duplicates:
    """What is there already, by the keys that two records of one exercise share."""

    def __init__(self) -> None:
        self._by_name: dict[tuple[str, ...], str] = {}
        self._by_kind: dict[tuple[tuple[str, ...], frozenset[Equipment], frozenset[str]], str] = {}
        self._by_text: dict[str, str] = {}

    @classmethod
    def of(cls, rows: Iterable[ListRow]) -> "Duplicates":
        """An index of the exercises that are there."""
        index = cls()
        for row in rows:
            index._add_row(row)
        return index

    def _names(self, row: ListRow) -> Iterator[tuple[str, ...]]:
        for name in (row.name, *row.aliases):
            tokens = _tokens(name)
            if tokens:
                yield tokens

    def _kind(
        self, row: ListRow, tokens: tuple[str, ...]
    ) -> tuple[tuple[str, ...], frozenset[Equipment], frozenset[str]] | None:
        bare = tuple(token for token in tokens if token not in _equipment_tokens())
        if not bare or not row.equipment or not row.target:
            return None
        return bare, frozenset(row.equipment), frozenset(row.target)

    def _add_row(self, row: ListRow) -> None:
        for tokens in self._names(row):
            self._by_name.setdefault(tokens, row.id)
        kind = self._kind(row, _tokens(row.name))
        if kind:
            self._by_kind.setdefault(kind, row.id)

    def add(self, exercise: Exercise) -> None:
        """Remember an exercise that has just been put into the library."""
        self._add_row(ListRow.of(exercise))
        text = _text_key(exercise)
        if text:
            self._by_text.setdefault(text, exercise.id)

    def check(self, exercise: Exercise, *, known_as: str | None = None) -> Iterator[Finding]:
        """A finding for the likeliest twin; `known_as` is the id under which this very page is stored already."""
        row = ListRow.of(exercise)
        for twin, why in self._twins(exercise, row):
            if twin != known_as:
                yield Finding(
                    rule="likely-duplicate",
                    field="name",
                    severity=Severity.WARNING,
                    message=f"this looks like '{twin}', which is there already: {why}",
                    excerpt=exercise.name,
                    hint=f"'vastus merge' makes one of two; 'vastus show {twin}' shows the other",
                )
                return

    def _twins(self, exercise: Exercise, row: ListRow) -> Iterator[tuple[str, str]]:
        own = _tokens(row.name)
        twin = self._by_name.get(own)
        if twin:
            yield twin, "the same name or alias"
        for tokens in self._names(row):
            twin = self._by_name.get(tokens)
            if twin:
                yield twin, "one's alias is the other's name"
        kind = self._kind(row, own)
        twin = self._by_kind.get(kind) if kind else None
        if twin:
            yield twin, "the same name but for the equipment, with the same equipment and target"
        text = _text_key(exercise)
        twin = self._by_text.get(text) if text else None
        if twin:
            yield twin, "the same instructions"
