"""Every number of the score that is an opinion, in one place. None of them was measured.

A score is the weighted mean of named parts, each from 0 (nothing in common) to 1 (the same); a part that a page is
silent about is left out of the mean. The weights and the tables were chosen on two thirds of the judged triples in
`tests/corpus/swaps.jsonl`, and agreement is told for the untouched third apart. They rank; they say nothing of effect.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from vastus.domain.anatomy import MuscleRole
from vastus.domain.exercise import Demand, ExerciseType, Force, Laterality, Level, Share

T = TypeVar("T")


def _both_ways(pairs: Mapping[tuple[T, T], float]) -> Mapping[tuple[T, T], float]:
    return {**pairs, **{(there, here): near for (here, there), near in pairs.items()}}


class Part(StrEnum):
    """What a score is made of. Another one (joint moments) is a line here, a weight, and a function in `parts`."""

    MUSCLES = "muscles"
    MOVEMENT = "movement"
    CONTRACTION = "contraction"
    MEASURES = "measures"
    LEVEL = "level"
    EQUIPMENT = "equipment"
    DEMANDS = "demands"
    PURPOSE = "purpose"
    STATED = "stated"


WEIGHTS: Mapping[Part, float] = {
    Part.MUSCLES: 4.0,
    Part.MOVEMENT: 4.0,
    Part.CONTRACTION: 1.0,
    Part.MEASURES: 1.0,
    Part.LEVEL: 0.5,
    Part.EQUIPMENT: 1.0,
    Part.DEMANDS: 2.0,
    Part.PURPOSE: 1.5,
    Part.STATED: 1.5,
}
LEAST = 0.45  # a score below this is no substitute
LEAST_KEPT = 0.5  # nor is what keeps less of the targets: each counts 1 as a target, 0.5 as a secondary muscle

# muscles
TARGET, SECONDARY = 1.0, 0.5  # as direct and indirect sets are counted: Pelland 2024 [V], there for volume
ROLES: Mapping[MuscleRole, float] = {MuscleRole.AGONIST: 1.0, MuscleRole.SYNERGIST: 0.5, MuscleRole.STABILIZER: 0.2}
ROLE_UNIT = 0.05  # of which each of these, halved or not, is a multiple
UNEVIDENCED = 0.5  # what a role counts that the page itself marks as without evidence
MISSING, EXTRA = 1.0, 0.5  # work that is lost counts twice what is done on top
GROUPS_SHARE, TARGETS_SHARE = 0.6, 0.4  # of the part: all groups or muscles, and whether the targets stay targets

# movement: how much of this part each feature is
FEATURES: Mapping[str, float] = {
    "force": 3.0,
    "mechanics": 2.0,
    "laterality": 1.0,
    "travels": 2.0,
    "direction": 2.0,
    "overhead": 2.0,
    "spine": 1.0,
    "posture": 1.0,
    "family": 2.0,
}
FORCES: Mapping[tuple[Force, Force], float] = _both_ways(
    {
        (Force.PUSH, Force.PRESS): 0.8,
        (Force.PULL, Force.HINGE): 0.4,
        (Force.PUSH, Force.HINGE): 0.3,
        (Force.STATIC, Force.ISOMETRIC): 0.8,
        (Force.STATIC_STRETCHING, Force.DYNAMIC_STRETCHING): 0.6,
    }
)
TRAVELING = 0.6  # of the force where both travel and one pushes, one pulls: the legs drive either way
SIDES: Mapping[tuple[Laterality, Laterality], float] = _both_ways(
    {
        (Laterality.UNILATERAL, Laterality.ALTERNATING): 0.8,
        (Laterality.BILATERAL, Laterality.ALTERNATING): 0.4,
        (Laterality.BILATERAL, Laterality.UNILATERAL): 0.3,
    }
)

# contraction
SHARES: Mapping[Share, float] = {Share.FULL: 1.0, Share.LITTLE: 0.25, Share.NONE: 0.0}

# measures: what each counts
LOAD_COUNTS, OTHERS_COUNT = 2.0, 1.0

# level: what each step harder or easier leaves
LEVELS: Mapping[Level, int] = {Level.BEGINNER: 0, Level.INTERMEDIATE: 1, Level.ADVANCED: 2}
HARDER, EASIER = (1.0, 0.5, 0.0), (1.0, 0.8, 0.5)

# equipment
SAME_THING, SAME_KIND, OTHER_KIND = 1.0, 0.8, 0.4
OWN_WEIGHT_ONLY = 0.2  # one of the two has no resistance but the body
EACH_MORE = 0.1  # off for everything that one needs on top

# demands: what each one that comes on top takes off
EACH_DEMAND = 0.1
DEMANDS: Mapping[Demand, float] = {Demand.IMPACT: 0.8}  # landings change what somebody can tolerate most

# purpose; two types that are not in the table have nothing to do with each other
TYPES: Mapping[tuple[ExerciseType, ExerciseType], float] = _both_ways(
    {
        (ExerciseType.STRENGTH, ExerciseType.POWERLIFTING): 0.9,
        (ExerciseType.STRENGTH, ExerciseType.STRONGMAN): 0.7,
        (ExerciseType.POWERLIFTING, ExerciseType.STRONGMAN): 0.7,
        (ExerciseType.STRONGMAN, ExerciseType.CONDITIONING): 0.6,
        (ExerciseType.STRENGTH, ExerciseType.CONDITIONING): 0.4,
        (ExerciseType.STRENGTH, ExerciseType.ACTIVATION): 0.6,
        (ExerciseType.OLYMPIC_WEIGHTLIFTING, ExerciseType.PLYOMETRICS): 0.7,
        (ExerciseType.OLYMPIC_WEIGHTLIFTING, ExerciseType.POWERLIFTING): 0.4,
        (ExerciseType.OLYMPIC_WEIGHTLIFTING, ExerciseType.STRENGTH): 0.4,
        (ExerciseType.OLYMPIC_WEIGHTLIFTING, ExerciseType.CONDITIONING): 0.5,
        (ExerciseType.PLYOMETRICS, ExerciseType.CONDITIONING): 0.6,
        (ExerciseType.WARMUP, ExerciseType.STRETCHING): 0.7,
        (ExerciseType.WARMUP, ExerciseType.ACTIVATION): 0.7,
        (ExerciseType.STRETCHING, ExerciseType.SMR): 0.5,
        (ExerciseType.WARMUP, ExerciseType.SMR): 0.4,
        (ExerciseType.WARMUP, ExerciseType.CONDITIONING): 0.3,
        (ExerciseType.ACTIVATION, ExerciseType.CONDITIONING): 0.3,
        (ExerciseType.ACTIVATION, ExerciseType.POWERLIFTING): 0.3,
        (ExerciseType.STRENGTH, ExerciseType.PLYOMETRICS): 0.3,
        (ExerciseType.POWERLIFTING, ExerciseType.PLYOMETRICS): 0.3,
        (ExerciseType.POWERLIFTING, ExerciseType.CONDITIONING): 0.3,
        (ExerciseType.STRONGMAN, ExerciseType.PLYOMETRICS): 0.3,
        (ExerciseType.STRONGMAN, ExerciseType.OLYMPIC_WEIGHTLIFTING): 0.5,
    }
)
TYPE_SHARE, GOALS_SHARE = 0.7, 0.3

# stated: what a page's own word is worth
NAMED, NAMED_BY_IT, RELATED = 1.0, 0.8, 0.6
NAMED_OPPOSITE = 0.7  # named as a swap by a page that also calls it the opposite
