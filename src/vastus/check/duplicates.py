"""Likely duplicates: the same exercise under another id, told by names, aliases, muscles, equipment and text.

Keys instead of distances, so that ten thousand pages are checked in time linear in their number.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator

from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Exercise
from vastus.domain.library import ListRow
from vastus.domain.page import Finding, Severity
from vastus.reference.vocabulary import folded, vocabularies

_SMALL = frozenset({"the", "a", "an", "with", "on", "of", "and", "in", "to", "for", "using", "exercise", "your"})
_SHORT = {
    "db": "dumbbell", "dbs": "dumbbell", "bb": "barbell", "kb": "kettlebell", "pushup": "push up", "pushups": "push up",
    "pullup": "pull up", "pullups": "pull up", "situp": "sit up", "situps": "sit up", "chinup": "chin up", "chinups": "chin up",
    "stepup": "step up", "stepups": "step up", "pulldown": "pull down", "pulldowns": "pull down", "ohp": "overhead press",
    "rdl": "romanian deadlift", "farmer": "farmers", "reverse": "backward", "backwards": "backward", "forwards": "forward",
    "skullcrusher": "skull crusher", "skullcrushers": "skull crusher", "deadlifts": "deadlift",
}  # fmt: skip
_TOKEN = re.compile(r"[^\W_]+")


def _tokens(name: str) -> tuple[str, ...]:
    words: list[str] = []
    for token in _TOKEN.findall(folded(name)):
        token = _SHORT.get(token, token)
        for word in token.split(" "):
            if word not in _SMALL:
                words.append(word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word)  # noqa: PLR2004  # "abs", "leg"
    return tuple(sorted(words))


_EQUIPMENT_TOKENS: frozenset[str] = frozenset()


def _equipment_tokens() -> frozenset[str]:
    global _EQUIPMENT_TOKENS  # noqa: PLW0603  # built once, from the vocabulary
    if not _EQUIPMENT_TOKENS:
        words = vocabularies().equipment.words()
        _EQUIPMENT_TOKENS = frozenset(t for word in words if " " not in word for t in _tokens(word))
    return _EQUIPMENT_TOKENS


def _text_key(exercise: Exercise) -> str | None:
    """A key for the instructions, None when there is too little text to tell two exercises apart."""
    text = folded(" ".join(step.text for step in exercise.instructions))
    if len(text) < 80:  # noqa: PLR2004  # "Repeat for the recommended amount" is everybody's
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

    def _kind(self, row: ListRow, tokens: tuple[str, ...]) -> tuple[tuple[str, ...], frozenset[Equipment], frozenset[str]] | None:
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
            yield twin, "the same name"
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
