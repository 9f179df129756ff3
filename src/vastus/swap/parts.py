"""The parts of a score: each compares two exercises by one thing, from 0 to 1, or None where a page is silent."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Force, Measure
from vastus.swap.candidate import Candidate, stated
from vastus.swap.judgement import (
    DEMANDS,
    EACH_DEMAND,
    EACH_MORE,
    EASIER,
    EXTRA,
    FEATURES,
    FORCES,
    GOALS_SHARE,
    GROUPS_SHARE,
    HARDER,
    LEVELS,
    LOAD_COUNTS,
    MISSING,
    OTHER_KIND,
    OTHERS_COUNT,
    OWN_WEIGHT_ONLY,
    SAME_KIND,
    SAME_THING,
    SIDES,
    TARGETS_SHARE,
    TRAVELING,
    TYPE_SHARE,
    TYPES,
    Part,
)

T = TypeVar("T")
OWN_WEIGHT = frozenset({"own weight"})
Kinds = Mapping[Equipment, frozenset[str]]
"""What kind of resistance each implement gives; nothing for what only supports."""


def muscles(of: Candidate, other: Candidate) -> float | None:
    """How much of the muscles' work stays, and how much comes on top: by groups, and by muscles where both tell."""
    if not of.groups or not other.groups:
        return None
    shared = _shared(of.groups, of.group_sum, other.groups, other.group_sum)
    if of.muscles and other.muscles:
        shared = (shared + _shared(of.muscles, of.muscle_sum, other.muscles, other.muscle_sum)) / 2
    if not of.targets:
        return shared
    return GROUPS_SHARE * shared + TARGETS_SHARE * kept_targets(of, other)


def kept_targets(of: Candidate, other: Candidate) -> float:
    """How far the targets stay what they were, from 0 to 1; 1 where a page names none."""
    return sum(other.groups.get(group, 0.0) for group in of.targets) / len(of.targets) if of.targets else 1.0


def _shared(of: Mapping[str, float], whole: float, other: Mapping[str, float], other_whole: float) -> float:
    """Tversky's index of two weighted sets."""
    both = 0.0
    for name, weight in of.items():
        there = other.get(name)
        if there is not None:
            both += min(there, weight)
    return both / (both + MISSING * (whole - both) + EXTRA * (other_whole - both)) if both else 0.0


def movement(of: Candidate, other: Candidate) -> float | None:
    """Whether the body does the same: the kind of force, joints, sides, travel, direction, posture, family."""
    here, there = of.exercise, other.exercise
    got = whole = 0.0
    for weight, value in (
        (_FORCE, _force(of, other)),
        (_MECHANICS, _same(here.mechanics, there.mechanics)),
        (_LATERALITY, _near(here.laterality, there.laterality, SIDES)),
        (_TRAVELS, float(of.travels == other.travels) if of.travels or other.travels else None),
        (_DIRECTION, _direction(of, other) if of.direction and other.direction else None),
        (_OVERHEAD, float(of.overhead == other.overhead) if of.overhead or other.overhead else None),
        (_SPINE, float(of.spine == other.spine) if of.spine or other.spine else None),
        (_POSTURE, _same(here.posture, there.posture)),
        (_FAMILY, _same(here.family, there.family)),
    ):
        if value is not None:
            got += weight * value
            whole += weight
    return got / whole if whole else None


_FORCE, _MECHANICS, _LATERALITY, _TRAVELS, _DIRECTION, _OVERHEAD, _SPINE, _POSTURE, _FAMILY = (
    FEATURES[name]
    for name in (
        "force", "mechanics", "laterality", "travels", "direction", "overhead", "spine", "posture", "family",
    )
)  # fmt: skip


def _force(of: Candidate, other: Candidate) -> float | None:
    here, there = of.exercise.force, other.exercise.force
    if here is there:
        return None if here is None else 1.0
    if of.travels and other.travels and {here, there} == _PUSH_PULL:
        return TRAVELING
    return _near(here, there, FORCES)


_PUSH_PULL = {Force.PUSH, Force.PULL}


def _same(here: object, there: object) -> float | None:
    return None if here is None or there is None else float(here == there)


def _near(here: T | None, there: T | None, table: Mapping[tuple[T, T], float]) -> float | None:
    if here is None or there is None:
        return None
    return 1.0 if here == there else table.get((here, there), 0.0)


def _direction(of: Candidate, other: Candidate) -> float | None:
    if of.direction is None or other.direction is None:
        return None
    told = [here == there for here, there in zip(of.direction, other.direction, strict=True) if here and there]
    return sum(told) / len(told) if told else None


def contraction(of: Candidate, other: Candidate) -> float | None:
    """How alike the shares of concentric, eccentric and isometric work are."""
    apart = [
        abs(here - there)
        for here, there in zip(of.shares, other.shares, strict=True)
        if here is not None and there is not None
    ]
    return 1.0 - sum(apart) / len(apart) if apart else None


def measures(of: Candidate, other: Candidate) -> float | None:
    """Whether it is counted in the same measures, the load above all."""
    if not of.measures or not other.measures:
        return None
    return _counted(of.measures & other.measures) / _counted(of.measures | other.measures)


def _counted(measures: frozenset[Measure]) -> float:
    return OTHERS_COUNT * len(measures) + (LOAD_COUNTS - OTHERS_COUNT) * (Measure.LOAD in measures)


def level(of: Candidate, other: Candidate) -> float | None:
    """Whether it asks for the same experience; easier costs less than harder."""
    here, there = of.exercise.level, other.exercise.level
    if here is None or there is None:
        return None
    steps = LEVELS[there] - LEVELS[here]
    return HARDER[steps] if steps >= 0 else EASIER[-steps]


def equipment(of: Candidate, other: Candidate, kinds: Kinds) -> float | None:
    """Whether the resistance is of the same kind; everything needed on top takes a little off."""
    if of.needs is None or other.needs is None:
        return None
    return equipment_alike(of.needs, other.needs, kinds)


def equipment_alike(of: frozenset[Equipment], other: frozenset[Equipment], kinds: Kinds) -> float:
    """How alike two lots of equipment are, seen from the first."""
    if of == other:
        return SAME_THING
    here, there = _kinds(of, kinds), _kinds(other, kinds)
    alike = SAME_KIND if not here.isdisjoint(there) else OTHER_KIND
    if (here == OWN_WEIGHT) is not (there == OWN_WEIGHT):
        alike = OWN_WEIGHT_ONLY
    return max(alike - EACH_MORE * max(len(other - of) - 1, 0), 0.0)


def _kinds(needs: frozenset[Equipment], kinds: Kinds) -> frozenset[str]:
    return frozenset[str]().union(*(kinds[each] for each in needs)) or OWN_WEIGHT


def demands(of: Candidate, other: Candidate) -> float | None:
    """How little it asks of the body that the other does not; what it spares neither helps nor harms."""
    if _is_silent(of) or _is_silent(other):
        return None
    gained = other.demands - of.demands
    return max(1.0 - sum(DEMANDS.get(each, EACH_DEMAND) for each in gained), 0.0)


def _is_silent(it: Candidate) -> bool:
    """Nobody thought of demands on a page that tells no posture, either: "none" and "not told" look the same there."""
    return not it.demands and it.exercise.posture is None


def purpose(of: Candidate, other: Candidate) -> float | None:
    """Whether it is the same kind of training and serves the same goals."""
    kind = _near(of.exercise.type, other.exercise.type, TYPES)
    goals = _overlap(of.goals, other.goals)
    if kind is None or goals is None:
        return goals if kind is None else kind
    return TYPE_SHARE * kind + GOALS_SHARE * goals


def _overlap(here: frozenset[str], there: frozenset[str]) -> float | None:
    return len(here & there) / len(here | there) if here and there else None


PARTS: Mapping[Part, Callable[[Candidate, Candidate, Kinds], float | None]] = {
    Part.MUSCLES: lambda of, other, _: muscles(of, other),
    Part.MOVEMENT: lambda of, other, _: movement(of, other),
    Part.CONTRACTION: lambda of, other, _: contraction(of, other),
    Part.MEASURES: lambda of, other, _: measures(of, other),
    Part.LEVEL: lambda of, other, _: level(of, other),
    Part.EQUIPMENT: equipment,
    Part.DEMANDS: lambda of, other, _: demands(of, other),
    Part.PURPOSE: lambda of, other, _: purpose(of, other),
    Part.STATED: lambda of, other, _: stated(of, other),
}
