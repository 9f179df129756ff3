"""The candidates in order: nearest first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush

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


def weighted(parts: Mapping[Part, float | None]) -> float:
    """The mean of the parts that are told.

    >>> weighted({Part.MUSCLES: 1.0, Part.LEVEL: None})
    1.0
    """
    told = [(WEIGHTS[name], value) for name, value in parts.items() if value is not None]
    return sum(weight * value for weight, value in told) / sum(weight for weight, _ in told) if told else 0.0


# The heaviest parts come first, so that what cannot reach a score is seen early: half the work (bench/swapping.py).
_BY_WEIGHT = sorted(((WEIGHTS[name], name, part) for name, part in PARTS.items()), key=lambda each: -each[0])
_ALL_WEIGHTS = sum(WEIGHTS.values())


def compare(of: Candidate, other: Candidate, kinds: Kinds, floor: float = 0.0) -> Scored | None:
    """How near one exercise is to another, seen from the one that cannot be done.

    None as soon as the score cannot reach a floor, were all the other parts the same, or where no page tells anything.
    """
    got, whole, left = 0.0, 0.0, _ALL_WEIGHTS
    parts: dict[Part, float | None] = dict.fromkeys(PARTS)
    for weight, name, part in _BY_WEIGHT:
        left -= weight
        value = part(of, other, kinds)
        if value is None:
            continue
        parts[name] = value
        got += weight * value
        whole += weight
        if got + left < floor * (whole + left):
            return None
    return Scored(other, got / whole, parts) if whole else None


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


def rank(
    of: Candidate, candidates: Iterable[Candidate], kinds: Kinds, *, count: int | None = None, slack: float = 0.0
) -> list[Scored]:
    """Those that are near enough to stand in, best first; equals by id.

    With a `count`, whatever cannot be among so many any more may be left out; `slack` is by how much the caller may yet
    lower a score.
    """
    found: list[Scored] = []
    best: list[float] = []
    floor = LEAST
    for other in candidates:
        if not is_akin(of, other) or not of.names.isdisjoint(other.names):  # the same one, from another page, is none
            continue
        scored = compare(of, other, kinds, floor)
        if scored is None:
            continue
        found.append(scored)
        if count is not None:
            heappush(best, scored.score)
            if len(best) > count:
                heappop(best)
                floor = max(LEAST, best[0] - slack)
    return sorted(found, key=lambda each: (-each.score, each.candidate.id))
