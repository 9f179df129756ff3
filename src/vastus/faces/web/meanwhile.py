"""What became of an exercise while somebody had its form open: told beside what the form says."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import cast

from vastus.domain.exercise import Exercise, Step, Tip
from vastus.domain.merging import differences
from vastus.faces.labels import facet_label, words
from vastus.reference.vocabulary import Vocabularies

_LABELS = {"laterality": "sides", "aliases": "other names"}


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """A field that has got another value: its name, and what it was and is, where that can be said in a few words."""

    label: str
    was: str
    now: str
    is_refused: bool


def changed_meanwhile(
    before: Exercise, now: Exercise, refused: Iterable[str], known: Vocabularies
) -> tuple[Meanwhile, ...]:
    """Every field that is another one than it was; `refused` are those that the form changes as well."""
    return tuple(
        Meanwhile(
            _LABELS.get(name, words(name)).capitalize(),
            _said(name, getattr(before, name), known),
            _said(name, getattr(now, name), known),
            name in refused,
        )
        for name in differences(before, now)
    )


def _said(name: str, value: object, known: Vocabularies) -> str:
    if value is None:
        return "not stated"
    if isinstance(value, tuple):
        return "\n".join(_each(name, cast("Sequence[object]", value), known)) or "none"
    return next(iter(_each(name, [value], known)), "")


def _each(name: str, values: Sequence[object], known: Vocabularies) -> Iterator[str]:
    for number, value in enumerate(values, 1):
        if isinstance(value, StrEnum):
            yield facet_label("muscle" if name == "secondary" else name.removesuffix("s"), value, known)
        elif isinstance(value, str):
            yield value
        elif isinstance(value, Step | Tip):
            yield f"{number}. {value.text}"
