"""An exercise as a swap sees it: its features, made once, so that a thousand can be compared in milliseconds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vastus.domain.anatomy import Muscle, MuscleGroup
from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Demand, Exercise, Goal, Measure, RelationKind, Tip, TipKind
from vastus.domain.source import Grade
from vastus.reference.vocabulary import folded
from vastus.swap.judgement import (
    DEMANDS,
    EACH_DEMAND,
    LOAD_COUNTS,
    NAMED,
    NAMED_BY_IT,
    NAMED_OPPOSITE,
    OTHERS_COUNT,
    RELATED,
    ROLE_UNIT,
    ROLES,
    SECONDARY,
    SHARES,
    TARGET,
    UNEVIDENCED,
)
from vastus.swap.weighted import Scale, WeightedSet

_GROUPS = Scale(map(str, MuscleGroup), SECONDARY, TARGET)
_MUSCLES = Scale(map(str, Muscle), ROLE_UNIT)
_MEASURES = Scale(map(str, Measure), OTHERS_COUNT, LOAD_COUNTS)
_DEMANDS = Scale(map(str, Demand), EACH_DEMAND)
_GOALS = Scale(map(str, Goal))
_SPINE = (Demand.SPINAL_FLEXION, Demand.SPINAL_ROTATION)
_TRAVELS = (Measure.STEPS, Measure.DISTANCE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """The features of an exercise; None where its page is silent."""

    exercise: Exercise
    names: frozenset[str]
    needs: frozenset[Equipment] | None
    groups: WeightedSet
    target_groups: WeightedSet
    main_group: WeightedSet
    muscles: WeightedSet
    shares: tuple[float | None, float | None, float | None]
    measures: WeightedSet
    counts_load: bool
    demands: WeightedSet
    tells_demands: bool
    goals: WeightedSet
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
    targets = [str(group) for group in exercise.target or ()]
    groups |= dict.fromkeys(targets, TARGET)
    muscles = {
        str(each.muscle): ROLES[each.role] * (UNEVIDENCED if each.evidence is Grade.NONE else 1.0)
        for each in exercise.muscles
    }
    contraction, movement = exercise.contraction, exercise.movement
    shares = (contraction.concentric, contraction.eccentric, contraction.isometric) if contraction else (None,) * 3
    measures = exercise.dose.measures if exercise.dose else ()
    demands = exercise.demands
    return Candidate(
        exercise=exercise,
        names=frozenset(folded(name) for name in (exercise.name, *exercise.aliases)),
        needs=None if exercise.equipment is None else frozenset(exercise.equipment),
        groups=_GROUPS.of(groups),
        target_groups=_GROUPS.of(dict.fromkeys(targets, TARGET)),
        main_group=_GROUPS.of(dict.fromkeys(targets[:1], TARGET)),
        muscles=_MUSCLES.of(muscles),
        shares=(_share(shares[0]), _share(shares[1]), _share(shares[2])),
        measures=_MEASURES.of({str(each): LOAD_COUNTS if each is Measure.LOAD else OTHERS_COUNT for each in measures}),
        demands=_DEMANDS.of({str(each): DEMANDS.get(each, EACH_DEMAND) for each in demands}),
        counts_load=Measure.LOAD in measures,
        # on a page that tells no posture nobody thought of demands: "none" and "not told" look the same there
        tells_demands=bool(demands) or exercise.posture is not None,
        goals=_GOALS.of({str(use.goal): 1.0 for use in exercise.uses}),
        travels=bool(movement and movement.travel) or any(each in _TRAVELS for each in measures),
        direction=(movement.facing, movement.travel) if movement else None,
        overhead=Demand.OVERHEAD in demands,
        spine=frozenset(each for each in demands if each in _SPINE),
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
