"""The candidates in order: nearest first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vastus.domain.exercise import ExerciseType, Mechanics
from vastus.swap.candidate import Candidate
from vastus.swap.judgement import LEAST, LEAST_KEPT, TYPES, WEIGHTS, Part
from vastus.swap.parts import PARTS, Kinds, kept_targets


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its score, from 0 to 1, and the parts that it is made of; None for a part that no page tells."""

    candidate: Candidate
    score: float
    parts: Mapping[Part, float | None]


def compare(of: Candidate, other: Candidate, kinds: Kinds, weights: Mapping[Part, float] = WEIGHTS) -> Scored:
    """How near one exercise is to another, seen from the one that cannot be done."""
    parts = {name: part(of, other, kinds) for name, part in PARTS.items()}
    return Scored(other, weighted(parts, weights), parts)


def weighted(parts: Mapping[Part, float | None], weights: Mapping[Part, float] = WEIGHTS) -> float:
    """The mean of the parts that are told.

    >>> weighted({Part.MUSCLES: 1.0, Part.LEVEL: None})
    1.0
    """
    got = whole = 0.0
    for name, value in parts.items():
        if value is not None:
            got += weights[name] * value
            whole += weights[name]
    return got / whole if whole else 0.0


def is_akin(of: Candidate, other: Candidate) -> bool:
    """Whether an exercise trains for something akin, still works the main target, and enough of the other targets.

    The main one is named first; where one joint works, it must stay a target. Only within a family may it be lost.
    Where both are conditioning and no load is counted, heart and lungs are what is trained, and any muscles may do it.
    """
    here, there = of.exercise.type, other.exercise.type
    if here is not None and there is not None and here is not there and (here, there) not in TYPES:
        return False
    if here is there is ExerciseType.CONDITIONING and not of.counts_load and not other.counts_load:
        return True
    return kept_targets(of, other) >= LEAST_KEPT and (_keeps_main(of, other) or _is_kin(of, other))


def _keeps_main(of: Candidate, other: Candidate) -> bool:
    is_alone = of.exercise.mechanics is Mechanics.ISOLATION
    worked = other.target_groups if is_alone else other.groups
    return not of.main_group or bool(of.main_group.shared(worked))


def _is_kin(of: Candidate, other: Candidate) -> bool:
    return of.exercise.family is not None and of.exercise.family == other.exercise.family


def rank(of: Candidate, candidates: Iterable[Candidate], kinds: Kinds) -> list[Scored]:
    """Those that are near enough to stand in, best first; equals by id."""
    near = (compare(of, other, kinds) for other in candidates if other.id != of.id and is_akin(of, other))
    return sorted((each for each in near if each.score >= LEAST), key=lambda each: (-each.score, each.candidate.id))
