"""Which load asks the same: computed where mechanics can, else why not and how two sets find it."""

from typing import TYPE_CHECKING

from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Exercise, ExerciseType, Force, Measure
from vastus.reference.swaps import LoadKind, SwapFacts
from vastus.swap.substitute import EqualLoad

if TYPE_CHECKING:
    from vastus.swap.ground import Known

_SOFT = {ExerciseType.STRETCHING, ExerciseType.SMR}
_HELD = {Force.ISOMETRIC}


def equal_load(
    of: Exercise, other: Exercise, implement: Equipment | None, facts: SwapFacts, known: "Known | None"
) -> EqualLoad:
    """The load for what is then done: `other`, with the implement in place of its own where one is named."""
    finding = facts.finding[_way(other, implement, facts)]
    if Equipment.SLED not in (of.equipment or ()):
        return EqualLoad(None, finding)
    from vastus.swap.ground import Known, computed  # noqa: PLC0415  # NumPy is slow to import, and few swaps need it

    return EqualLoad(computed(of, other, implement, known or Known()), finding)


def _way(other: Exercise, implement: Equipment | None, facts: SwapFacts) -> str:
    """Which two sets find the load."""
    measures = set(other.dose.measures) if other.dose else set[Measure]()
    loads = {facts.implements[each].load for each in ((implement,) if implement else other.equipment or ())}
    travels = not measures.isdisjoint((Measure.DISTANCE, Measure.STEPS))
    if other.type in _SOFT:
        return "stretch"
    if LoadKind.GIVEN in loads and travels:
        return "given"
    if other.force in _HELD and Measure.TIME in measures:
        return "hold"
    if Measure.LOAD in measures and LoadKind.STRETCH in loads:
        return "elastic"
    if Measure.LOAD in measures and LoadKind.CHOSEN in loads:
        if not travels:
            return "lifted"
        kinds = {facts.implements[each].resistance for each in other.equipment or ()}
        return "run" if "ground" in kinds else "carried"
    if other.type is ExerciseType.CONDITIONING:
        return "pace"
    return "own"
