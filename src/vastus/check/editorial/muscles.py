"""Target and secondary groups follow from the anatomical muscles and their roles.

A muscle may be in several groups (gluteus medius: glutes and abductors), and an exercise is for one of them more than
for the other. So "follow" means:

- each target group has an agonist among its members, and each agonist has one of its groups in target;
- each secondary group has any listed muscle among its members, and each synergist or stabilizer has one of its
  groups in target or secondary;
- no group is both. A muscle of no group (serratus anterior, tibialis anterior) is free.
"""

from collections.abc import Iterator, Mapping

from vastus.check.editorial.texts import remark
from vastus.domain.anatomy import Muscle, MuscleGroup, MuscleRole
from vastus.domain.exercise import Exercise, MuscleInvolvement
from vastus.domain.page import Finding
from vastus.reference.vocabulary import Muscles


def check_muscles(exercise: Exercise, known: Muscles) -> Iterator[Finding]:
    """Findings where the groups do not follow from the muscles, or a muscle's evidence is not said."""
    if not exercise.muscles:
        yield remark("part-missing", "muscles", "there are none", "list agonists, synergists and stabilizers")
        return
    agonists = {each.muscle: _groups(each.muscle, known) for each in _with_role(exercise, is_agonist=True)}
    others = {each.muscle: _groups(each.muscle, known) for each in _with_role(exercise, is_agonist=False)}
    if not agonists:
        yield remark("agonist-missing", "muscles", "no muscle is the agonist", "say which does the work")
    yield from _check_target(frozenset(exercise.target or ()), agonists)
    yield from _check_secondary(exercise, agonists, others)
    for each in exercise.muscles:
        if each.evidence is None:
            yield remark(
                "evidence-missing",
                "muscles",
                f"the role of {each.muscle} has no evidence",
                "say trial, indirect, mechanics, expert or none",
            )


_Groups = Mapping[Muscle, frozenset[MuscleGroup]]


def _groups(muscle: Muscle, known: Muscles) -> frozenset[MuscleGroup]:
    return frozenset(known.rows[muscle].groups)


def _with_role(exercise: Exercise, *, is_agonist: bool) -> Iterator[MuscleInvolvement]:
    return (each for each in exercise.muscles if (each.role is MuscleRole.AGONIST) == is_agonist)


def _check_target(target: frozenset[MuscleGroup], agonists: _Groups) -> Iterator[Finding]:
    for group in sorted(target.difference(*agonists.values())):
        yield remark(
            "target-without-agonist",
            "target",
            f"no agonist is a member of {group}",
            "list the agonist, or move the group to secondary",
        )
    for muscle, groups in agonists.items():
        if groups and not groups & target:
            yield remark(
                "agonist-outside-target",
                "muscles",
                f"{muscle} is an agonist and {_or(groups)} is no target",
                "add the group to target, or make the muscle a synergist",
            )


def _check_secondary(exercise: Exercise, agonists: _Groups, others: _Groups) -> Iterator[Finding]:
    target, secondary = frozenset(exercise.target or ()), frozenset(exercise.secondary or ())
    for group in sorted(secondary.difference(*agonists.values(), *others.values())):
        yield remark(
            "secondary-without-muscle",
            "secondary",
            f"no listed muscle is a member of {group}",
            "list the muscle that works, or take the group out",
        )
    for muscle, groups in others.items():
        if groups and not groups & (target | secondary):
            yield remark(
                "muscle-without-group",
                "muscles",
                f"{muscle} works and {_or(groups)} is not listed",
                "add the group to secondary, or take the muscle out",
            )


def _or(groups: frozenset[MuscleGroup]) -> str:
    return " or ".join(sorted(groups))
