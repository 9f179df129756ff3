"""Target and secondary groups follow from the anatomical muscles and their roles.

A muscle may be in several groups (gluteus medius: glutes and abductors), and an exercise is for one of them more than
for the other. So "follow" means:

- each target group has an agonist among its members, and each agonist has one of its groups in target;
- each secondary group has any listed muscle among its members, and each synergist or stabilizer has one of its
  groups in target or secondary;
- no group is both. A muscle of no group (serratus anterior, tibialis anterior) is free.
"""

from collections.abc import Iterator

from vastus.check.editorial.texts import remark
from vastus.domain.anatomy import Muscle, MuscleGroup, MuscleRole
from vastus.domain.exercise import Exercise
from vastus.domain.page import Finding
from vastus.reference.vocabulary import Muscles


def check_muscles(exercise: Exercise, known: Muscles) -> Iterator[Finding]:
    """Findings where the groups do not follow from the muscles, or a muscle's evidence is not said."""
    if not exercise.muscles:
        yield remark("part-missing", "muscles", "there are none", "list agonists, synergists and stabilizers")
        return

    def groups(muscle: Muscle) -> frozenset[MuscleGroup]:
        return frozenset(known.rows[muscle].groups)

    target, secondary = frozenset(exercise.target or ()), frozenset(exercise.secondary or ())
    agonists = [each.muscle for each in exercise.muscles if each.role is MuscleRole.AGONIST]
    others = [each.muscle for each in exercise.muscles if each.role is not MuscleRole.AGONIST]
    led = frozenset[MuscleGroup]().union(*map(groups, agonists))
    helped = led.union(*map(groups, others))
    if not agonists:
        yield remark("agonist-missing", "muscles", "no muscle is the agonist", "say which does the work")
    for group in target - led:
        yield remark(
            "target-without-agonist", "target", f"no agonist is a member of {group}",
            "list the agonist, or move the group to secondary",
        )  # fmt: skip
    for muscle in agonists:
        if groups(muscle) and not groups(muscle) & target:
            yield remark(
                "agonist-outside-target", "muscles", f"{muscle} is an agonist and {_or(groups(muscle))} is no target",
                "add the group to target, or make the muscle a synergist",
            )  # fmt: skip
    for group in secondary - helped:
        yield remark(
            "secondary-without-muscle", "secondary", f"no listed muscle is a member of {group}",
            "list the muscle that works, or take the group out",
        )  # fmt: skip
    for muscle in others:
        if groups(muscle) and not groups(muscle) & (target | secondary):
            yield remark(
                "muscle-without-group", "muscles", f"{muscle} works and {_or(groups(muscle))} is not listed",
                "add the group to secondary, or take the muscle out",
            )  # fmt: skip
    for each in exercise.muscles:
        if each.evidence is None:
            yield remark(
                "evidence-missing", "muscles", f"the role of {each.muscle} has no evidence",
                "say trial, indirect, mechanics, expert or none",
            )  # fmt: skip


def _or(groups: frozenset[MuscleGroup]) -> str:
    return " or ".join(sorted(groups))
