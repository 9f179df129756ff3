"""Fields of one profile that must agree: kind of training, force, sides, posture, demands, direction."""

import re
from collections.abc import Iterator, Mapping

from vastus.check.editorial.texts import remark
from vastus.domain.exercise import (
    Demand,
    Exercise,
    ExerciseType,
    Force,
    Goal,
    Laterality,
    Measure,
    Posture,
    Travel,
)
from vastus.domain.page import Finding
from vastus.prose.patterns import whole_words
from vastus.prose.sentences import leveled

_STRETCHES = frozenset({Force.STATIC_STRETCHING, Force.DYNAMIC_STRETCHING})
_MOBILITY = frozenset({ExerciseType.STRETCHING, ExerciseType.WARMUP})
_POSTURES: Mapping[Posture, tuple[Demand, ...]] = {
    Posture.SUPINE: (Demand.SUPINE,),
    Posture.PRONE: (Demand.PRONE,),
    Posture.KNEELING: (Demand.KNEELING,),
    Posture.HALF_KNEELING: (Demand.KNEELING,),
    Posture.QUADRUPED: (Demand.KNEELING, Demand.WRIST_EXTENSION),
    Posture.HANGING: (Demand.GRIP,),
}
"""What a posture asks for; one of several is enough."""
_STRETCH = whole_words("stretch", "mobility", "mobilization", "mobilisation")
_TAKES_TURNS = whole_words("walking", "alternating", "march", "marching", "sprint", "sprints", "crawl", "walk", "run")
_ONE_SIDED = whole_words(
    "single[- ](?:leg|arm)", "one[- ](?:leg|arm)", "one[- ](?:legged|armed)", "suitcase", "single[- ]sided"
)
_DIRECTIONS: Mapping[Travel, re.Pattern[str]] = {
    Travel.BACKWARD: whole_words("backward", "reverse"),
    Travel.LATERAL: whole_words("lateral", "side(?:ways)?"),
}


def check_agreement(exercise: Exercise) -> Iterator[Finding]:
    """A finding for each pair of fields that cannot both be right."""
    yield from _mobility(exercise)
    yield from _sides(exercise)
    yield from _demands(exercise)
    yield from _direction(exercise)


def _mobility(exercise: Exercise) -> Iterator[Finding]:
    kind, force = exercise.type, exercise.force
    if kind is None or force is None:
        return
    first = exercise.uses[0].goal if exercise.uses else None
    if (force in _STRETCHES or _STRETCH.search(leveled(exercise.name))) and kind not in _MOBILITY:
        yield remark(
            "mobility-type", "type", f"a stretch or mobility drill is of type {kind}", "write stretching or warmup"
        )
    if first is Goal.MOBILITY and kind not in _MOBILITY | {ExerciseType.SMR}:
        yield remark(
            "mobility-type", "type", f"its first use is mobility and its type {kind}", "write stretching or warmup"
        )
    if kind is ExerciseType.STRETCHING and force not in _STRETCHES:
        yield remark(
            "type-and-force", "force", f"type stretching with force {force}", "static_stretching or dynamic_stretching"
        )
    if (kind is ExerciseType.SMR) != (force is Force.COMPRESSION):
        yield remark(
            "type-and-force", "force", f"type {kind} with force {force}", "smr and compression belong together"
        )


def _sides(exercise: Exercise) -> Iterator[Finding]:
    steps = exercise.dose is not None and Measure.STEPS in exercise.dose.measures
    takes_turns = _TAKES_TURNS.search(leveled(exercise.name)) is not None
    sides = exercise.laterality
    if (steps and sides is Laterality.BILATERAL) or (takes_turns and sides is not Laterality.ALTERNATING):
        yield remark(
            "sides",
            "laterality",
            f"{sides}, but it is done step by step or side by side",
            "limbs that take turns are alternating",
        )
    if exercise.laterality is Laterality.BILATERAL and _ONE_SIDED.search(leveled(exercise.name)):
        yield remark("sides", "laterality", "bilateral, but the name says one side", "write unilateral or alternating")


def _demands(exercise: Exercise) -> Iterator[Finding]:
    needed = _POSTURES.get(exercise.posture, ()) if exercise.posture else ()
    if needed and not set(needed) & set(exercise.demands):
        yield remark(
            "posture-demand",
            "demands",
            f"the posture is {exercise.posture}",
            f"add {' or '.join(needed)} to demands",
        )
    travels = exercise.movement is not None and exercise.movement.travel is not None
    measured = exercise.dose is not None and Measure.DISTANCE in exercise.dose.measures
    if travels and measured and Demand.RUNNING_ROOM not in exercise.demands:
        yield remark("room-demand", "demands", "it travels a distance", "add running_room to demands")


def _direction(exercise: Exercise) -> Iterator[Finding]:
    travel = exercise.movement.travel if exercise.movement else None
    if travel is None:
        return
    for direction, pattern in _DIRECTIONS.items():
        if (
            exercise.equipment
            and "sled" in exercise.equipment
            and (travel is direction) != bool(pattern.search(leveled(exercise.name)))
        ):
            yield remark("direction", "movement", f"the name and travel {travel} disagree", "mend the one or the other")
