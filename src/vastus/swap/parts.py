"""The parts of a score: each compares two exercises by one thing, from 0 to 1, or None where a page is silent."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Force
from vastus.reference.swaps import Implement
from vastus.swap.candidate import Candidate, stated
from vastus.swap.judgement import (
    EACH_MORE,
    EASIER,
    EXTRA,
    FEATURES,
    FORCES,
    GOALS_SHARE,
    GROUPS_SHARE,
    HARDER,
    LEVELS,
    MISSING,
    OTHER_KIND,
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
from vastus.swap.weighted import WeightedSet

T = TypeVar("T")
OWN_WEIGHT = frozenset({"own weight"})


class Kinds:
    """What kind of resistance equipment gives, together; whatever only supports leaves the body's own weight."""

    def __init__(self, implements: Mapping[Equipment, Implement]) -> None:
        self._implements = implements
        self._met: dict[frozenset[Equipment], frozenset[str]] = {}

    def of(self, needs: frozenset[Equipment]) -> frozenset[str]:
        """The kinds of resistance; exercises need the same few lots of things again and again."""
        found = self._met.get(needs)
        if found is None:
            kinds = (self._implements[each].resistance for each in needs)
            found = self._met[needs] = frozenset(kind for kind in kinds if kind) or OWN_WEIGHT
        return found


def muscles(of: Candidate, other: Candidate, _: Kinds) -> float | None:
    """How much of the muscles' work stays, and how much comes on top: by groups, and by muscles where both tell."""
    if not of.groups or not other.groups:
        return None
    shared = _shared(of.groups, other.groups)
    if of.muscles and other.muscles:
        shared = (shared + _shared(of.muscles, other.muscles)) / 2
    return GROUPS_SHARE * shared + TARGETS_SHARE * kept_targets(of, other) if of.target_groups else shared


def kept_targets(of: Candidate, other: Candidate) -> float:
    """How far the targets stay what they were, from 0 to 1; 1 where a page names none."""
    targets = of.target_groups
    return targets.shared(other.groups) / targets.whole if targets else 1.0


def _shared(of: WeightedSet, other: WeightedSet) -> float:
    """Tversky's index of two weighted sets."""
    both = of.shared(other)
    return both / (both + MISSING * (of.whole - both) + EXTRA * (other.whole - both)) if both else 0.0


def movement(of: Candidate, other: Candidate, _: Kinds) -> float | None:
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


def contraction(of: Candidate, other: Candidate, _: Kinds) -> float | None:
    """How alike the shares of concentric, eccentric and isometric work are."""
    apart, told = 0.0, 0
    for here, there in zip(of.shares, other.shares, strict=True):
        if here is not None and there is not None:
            apart += abs(here - there)
            told += 1
    return 1.0 - apart / told if told else None


def measures(of: Candidate, other: Candidate, _: Kinds) -> float | None:
    """Whether it is counted in the same measures, the load above all."""
    return of.measures.overlap(other.measures) if of.measures and other.measures else None


def level(of: Candidate, other: Candidate, _: Kinds) -> float | None:
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
    here, there = kinds.of(of), kinds.of(other)
    alike = SAME_KIND if not here.isdisjoint(there) else OTHER_KIND
    if (here == OWN_WEIGHT) is not (there == OWN_WEIGHT):
        alike = OWN_WEIGHT_ONLY
    return max(alike - EACH_MORE * max(len(other - of) - 1, 0), 0.0)


def demands(of: Candidate, other: Candidate, _: Kinds) -> float | None:
    """How little it asks of the body that the other does not; what it spares neither helps nor harms."""
    if not of.tells_demands or not other.tells_demands:
        return None
    return max(1.0 - (other.demands.whole - other.demands.shared(of.demands)), 0.0)


def purpose(of: Candidate, other: Candidate, _: Kinds) -> float | None:
    """Whether it is the same kind of training and serves the same goals."""
    kind = _near(of.exercise.type, other.exercise.type, TYPES)
    goals = of.goals.overlap(other.goals) if of.goals and other.goals else None
    if kind is None or goals is None:
        return goals if kind is None else kind
    return TYPE_SHARE * kind + GOALS_SHARE * goals


def _named(of: Candidate, other: Candidate, _: Kinds) -> float:
    return stated(of, other)


PARTS: Mapping[Part, Callable[[Candidate, Candidate, Kinds], float | None]] = {
    Part.MUSCLES: muscles,
    Part.MOVEMENT: movement,
    Part.CONTRACTION: contraction,
    Part.MEASURES: measures,
    Part.LEVEL: level,
    Part.EQUIPMENT: equipment,
    Part.DEMANDS: demands,
    Part.PURPOSE: purpose,
    Part.STATED: _named,
}
