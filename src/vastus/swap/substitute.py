"""What a swap answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Exercise
from vastus.domain.source import Confidence
from vastus.reference.swaps import SafetyNote
from vastus.swap.judgement import Part


@dataclass(frozen=True, slots=True)
class EqualLoad:
    """Which load asks the same, or that none can be stated and how to find it.

    `numbers` are SI values by name with unit, computed; empty where nothing can be. `find` are the two sets that find
    the load; they are given beside a computed one, too, because its band is wide.
    """

    text: str
    find: tuple[str, ...]
    mark: Confidence
    source: str
    numbers: Mapping[str, float] = field(default_factory=dict[str, float])

    @property
    def is_computed(self) -> bool:
        """Whether a load is stated."""
        return bool(self.numbers)


@dataclass(frozen=True, slots=True)
class Substitute:
    """Something to do instead: another exercise, or the same one with an implement in place of what is missing.

    `of` is the exercise that is then done: another one, or the one that was asked for. `reason` says when, in the
    page's words, where a page names it.
    """

    of: Exercise
    implement: Equipment | None
    score: float
    parts: Mapping[Part, float | None]
    reason: str | None
    changes: tuple[str, ...]
    safety: tuple[SafetyNote, ...]
    equal_load: EqualLoad
