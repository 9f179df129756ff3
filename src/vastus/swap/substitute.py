"""What a swap answers."""

from collections.abc import Mapping
from dataclasses import dataclass

from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Exercise
from vastus.domain.source import Confidence
from vastus.reference.swaps import LoadFinding, SafetyNote
from vastus.swap.judgement import Part


@dataclass(frozen=True, slots=True)
class Computed:
    """An equal load that mechanics states: in words, and as SI numbers by plain names (`_low`, `_high`: their band)."""

    text: str
    numbers: Mapping[str, float]
    mark: Confidence
    source: str


@dataclass(frozen=True, slots=True)
class EqualLoad:
    """Which load asks the same: computed, or `finding` says why none is and how two sets find it.

    The two sets are there beside a computed load, too: its band is wide.
    """

    computed: Computed | None
    finding: LoadFinding


@dataclass(frozen=True, slots=True)
class Substitute:
    """Something to do instead: another exercise, or the same one with an implement in place of what is missing.

    `of` is the exercise that is then done: another one, or the one that was asked for. `uses` is what it is then done
    with, None where its page does not tell. `reason` says when, in the
    page's words, where a page names it.
    """

    of: Exercise
    implement: Equipment | None
    uses: tuple[Equipment, ...] | None
    score: float
    parts: Mapping[Part, float | None]
    reason: str | None
    changes: tuple[str, ...]
    safety: tuple[SafetyNote, ...]
    equal_load: EqualLoad
