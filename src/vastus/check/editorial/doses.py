"""Uses: a dose for each goal, in the measures that the exercise really has."""

from collections.abc import Iterator, Mapping

from vastus.check.editorial.texts import remark
from vastus.domain.exercise import Dose, Exercise, ExerciseType, Goal, Measure, Use
from vastus.domain.page import Finding

_QUANTITIES: Mapping[str, Measure] = {
    "reps": Measure.REPS, "steps": Measure.STEPS, "distance_m": Measure.DISTANCE, "time_s": Measure.TIME,
}  # fmt: skip
_GOALS: Mapping[ExerciseType, frozenset[Goal]] = {
    ExerciseType.STRENGTH: frozenset({Goal.STRENGTH, Goal.HYPERTROPHY, Goal.ENDURANCE, Goal.REHAB}),
    ExerciseType.CONDITIONING: frozenset({Goal.CONDITIONING, Goal.ENDURANCE, Goal.SPEED}),
    ExerciseType.WARMUP: frozenset({Goal.WARM_UP, Goal.MOBILITY}),
    ExerciseType.SMR: frozenset({Goal.MOBILITY, Goal.RECOVERY, Goal.WARM_UP}),
    ExerciseType.OLYMPIC_WEIGHTLIFTING: frozenset({Goal.POWER, Goal.STRENGTH, Goal.SKILL}),
    ExerciseType.PLYOMETRICS: frozenset({Goal.POWER, Goal.SPEED}),
    ExerciseType.ACTIVATION: frozenset({Goal.ACTIVATION, Goal.REHAB, Goal.WARM_UP}),
    ExerciseType.POWERLIFTING: frozenset({Goal.STRENGTH}),
    ExerciseType.STRONGMAN: frozenset({Goal.STRENGTH, Goal.CONDITIONING, Goal.POWER}),
    ExerciseType.STRETCHING: frozenset({Goal.MOBILITY, Goal.RECOVERY}),
}
_MOST: Mapping[str, float] = {
    "sets": 20, "reps": 100, "steps": 200, "distance_m": 2000, "time_s": 3600, "rest_s": 600, "per_week": 14,
}  # fmt: skip
"""More than this is a slip of the keyboard: our judgement, far above any dose that we would give."""
_WIDEST = 5
"""A range whose top is more than so many times its bottom says nothing."""


def check_doses(exercise: Exercise) -> Iterator[Finding]:
    """Findings where a use has no dose, or one that the exercise cannot be counted in."""
    measures = frozenset(exercise.dose.measures) if exercise.dose else frozenset[Measure]()
    if exercise.dose and not measures:
        yield remark("part-missing", "dose", "it names no measures", "write dose: {measures: […]}")
    if not exercise.uses:
        yield remark("part-missing", "uses", "there are none", "give a dose for each goal that it really serves")
        return
    if exercise.type and not _GOALS[exercise.type] & {use.goal for use in exercise.uses}:
        yield remark(
            "goal-of-type", "uses", f"none of the goals is one of type {exercise.type}",
            f"add {' or '.join(sorted(_GOALS[exercise.type]))}, or choose another type",
        )  # fmt: skip
    for use in exercise.uses:
        yield from _of_use(use, measures)
    if not any(use.dose and use.dose.sets and _given(use.dose) for use in exercise.uses):
        yield remark(
            "dose-incomplete", "uses", "no use says how many sets of how much",
            "give sets and reps, steps, distance_m or time_s for at least one goal",
        )  # fmt: skip


def _given(dose: Dose) -> list[Measure]:
    return [measure for name, measure in _QUANTITIES.items() if getattr(dose, name) is not None]


def _of_use(use: Use, measures: frozenset[Measure]) -> Iterator[Finding]:
    where, dose = f"use {use.goal}", use.dose
    if dose is None or not (dose.load or dose.sets or _given(dose)):
        yield remark("dose-missing", where, "it has no dose", "give sets, amount, rest and effort, or drop the goal")
        return
    named = frozenset(dose.measures)
    if not named:
        yield remark("dose-measures", where, "the dose names no measures", "name those that it uses")
    for measure in named - measures:
        yield remark(
            "dose-measures",
            where,
            f"{measure} is no measure of the exercise",
            "add it to dose.measures, or count otherwise",
        )
    for measure in frozenset(_given(dose)) - named:
        yield remark("dose-measures", where, f"it gives {measure} and does not name it", "add it to its measures")
    if dose.load and Measure.LOAD not in named and Measure.LOAD in measures:
        yield remark("dose-measures", where, "it speaks of a load and does not name it", "add load to its measures")
    for name, most in _MOST.items():
        amount = getattr(dose, name)
        if amount and amount.high > most:
            yield remark("dose-size", where, f"{name} goes up to {amount.high:g}", "check the number and its unit")
        if amount and amount.low and amount.high > _WIDEST * amount.low:
            yield remark("dose-range", where, f"{name} runs from {amount.low:g} to {amount.high:g}", "narrow it down")
