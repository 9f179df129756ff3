"""An exercise as a swap sees it: its features, made once, so that a thousand can be compared in milliseconds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vastus.domain.anatomy import MuscleGroup
from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Demand, Exercise, Measure, RelationKind, Tip, TipKind
from vastus.domain.source import Grade
from vastus.swap.judgement import (
    NAMED,
    NAMED_BY_IT,
    NAMED_OPPOSITE,
    RELATED,
    ROLES,
    SECONDARY,
    SHARES,
    TARGET,
    UNEVIDENCED,
)

_SPINE = (Demand.SPINAL_FLEXION, Demand.SPINAL_ROTATION)
_TRAVELS = (Measure.STEPS, Measure.DISTANCE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """The features of an exercise; None where its page is silent."""

    exercise: Exercise
    needs: frozenset[Equipment] | None
    targets: frozenset[MuscleGroup]
    main: str | None
    groups: Mapping[str, float]
    group_sum: float
    muscles: Mapping[str, float]
    muscle_sum: float
    shares: tuple[float | None, float | None, float | None]
    measures: frozenset[Measure]
    demands: frozenset[Demand]
    goals: frozenset[str]
    travels: bool
    direction: tuple[str | None, str | None] | None
    overhead: bool
    spine: frozenset[Demand]
    stated: Mapping[str, float]

    @property
    def id(self) -> str:
        """The exercise's id."""
        return self.exercise.id


def candidate_of(exercise: Exercise) -> Candidate:
    """The features of an exercise."""
    groups = {str(group): SECONDARY for group in exercise.secondary or ()}
    groups |= {str(group): TARGET for group in exercise.target or ()}
    muscles = {
        str(each.muscle): ROLES[each.role] * (UNEVIDENCED if each.evidence is Grade.NONE else 1.0)
        for each in exercise.muscles
    }
    contraction, movement = exercise.contraction, exercise.movement
    shares = (contraction.concentric, contraction.eccentric, contraction.isometric) if contraction else (None,) * 3
    measures = frozenset(exercise.dose.measures if exercise.dose else ())
    demands = frozenset(exercise.demands)
    return Candidate(
        exercise=exercise,
        needs=None if exercise.equipment is None else frozenset(exercise.equipment),
        targets=frozenset(exercise.target or ()),
        main=str(exercise.target[0]) if exercise.target else None,
        groups=groups,
        group_sum=sum(groups.values()),
        muscles=muscles,
        muscle_sum=sum(muscles.values()),
        shares=(_share(shares[0]), _share(shares[1]), _share(shares[2])),
        measures=measures,
        demands=demands,
        goals=frozenset(str(use.goal) for use in exercise.uses),
        travels=bool(movement and movement.travel) or not measures.isdisjoint(_TRAVELS),
        direction=(movement.facing, movement.travel) if movement else None,
        overhead=Demand.OVERHEAD in demands,
        spine=demands.intersection(_SPINE),
        stated=_stated(exercise),
    )


def _share(share: object) -> float | None:
    return None if share is None else SHARES[share]  # type: ignore[index]  # a Share


def _stated(exercise: Exercise) -> Mapping[str, float]:
    """What the page itself names, and how strongly."""
    stated = {relation.to: RELATED for relation in exercise.relations}
    stated |= {swap.to: NAMED for swap in exercise.swaps}
    # with equipment a tip means that exercise done with it, which is an offer of its own
    stated |= {tip.to: NAMED for tip in offers(exercise) if tip.to and not tip.equipment}
    for relation in exercise.relations:
        if relation.kind is RelationKind.OPPOSITE_OF:
            stated[relation.to] = NAMED_OPPOSITE if stated[relation.to] == NAMED else 0.0
    return stated


def offers(exercise: Exercise) -> Iterable[Tip]:
    """The tips of a page that offer something instead, nested ones too."""
    waiting = list(exercise.tips)
    while waiting:
        tip = waiting.pop(0)
        if tip.kind is TipKind.SUBSTITUTE:
            yield tip
        waiting = [*tip.children, *waiting]


def stated(of: Candidate, other: Candidate) -> float:
    """How strongly the two pages name each other, from 0 to 1."""
    here, there = of.stated.get(other.exercise.id, 0.0), other.stated.get(of.exercise.id, 0.0)
    return max(here, there * NAMED_BY_IT)
