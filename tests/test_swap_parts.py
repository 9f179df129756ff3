"""The parts of a score, by what a coach would say of them."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from vastus.domain.anatomy import MuscleGroup
from vastus.domain.equipment import Equipment
from vastus.domain.exercise import (
    Demand,
    Dose,
    Exercise,
    ExerciseType,
    Force,
    Level,
    Measure,
    Mechanics,
    Posture,
    Relation,
    RelationKind,
    Swap,
)
from vastus.reference.swaps import swap_facts
from vastus.swap.candidate import Candidate, candidate_of
from vastus.swap.judgement import FORCES, SIDES, TYPES, WEIGHTS, Part
from vastus.swap.parts import PARTS, Kinds
from vastus.swap.ranking import compare, is_akin, rank, weighted
from vastus.swap.weighted import Scale

KINDS = Kinds(swap_facts().implements)


def an_exercise(name: str = "it", **values: Any) -> Candidate:  # noqa: ANN401  # whatever a field takes
    """A squat with a barbell, but for what is said."""
    squat: dict[str, Any] = {
        "type": ExerciseType.STRENGTH,
        "equipment": (Equipment.BARBELL,),
        "mechanics": Mechanics.COMPOUND,
        "force": Force.PUSH,
        "level": Level.INTERMEDIATE,
        "target": (MuscleGroup.QUADS, MuscleGroup.GLUTES),
        "secondary": (MuscleGroup.HAMSTRINGS,),
        "dose": Dose((Measure.LOAD, Measure.REPS)),
        "demands": (Demand.SPINAL_LOAD,),
        "posture": Posture.STANDING,
    }
    return candidate_of(Exercise(name, name, **{**squat, **values}))


def part(name: Part, of: Candidate, other: Candidate) -> float | None:
    return PARTS[name](of, other, KINDS)


def test_an_exercise_is_the_same_as_itself() -> None:
    it = an_exercise()
    found = compare(it, it, KINDS)
    assert found is not None
    parts = found.parts
    assert {name: value for name, value in parts.items() if value not in (1.0, None)} == {Part.STATED: 0.0}


@pytest.mark.parametrize(
    ("name", "nearer", "farther"),
    [
        (Part.MUSCLES, {"target": (MuscleGroup.QUADS,)}, {"target": (MuscleGroup.CHEST,)}),
        (Part.MUSCLES, {"secondary": (MuscleGroup.HAMSTRINGS,)}, {"secondary": ()}),
        (Part.MOVEMENT, {"force": Force.PRESS}, {"force": Force.PULL}),
        (Part.MOVEMENT, {}, {"mechanics": Mechanics.ISOLATION}),
        (Part.MOVEMENT, {}, {"demands": (Demand.OVERHEAD,)}),
        (Part.MEASURES, {"dose": Dose((Measure.LOAD, Measure.TIME))}, {"dose": Dose((Measure.REPS, Measure.TIME))}),
        (Part.LEVEL, {"level": Level.BEGINNER}, {"level": Level.ADVANCED}),
        (Part.EQUIPMENT, {"equipment": (Equipment.DUMBBELL,)}, {"equipment": (Equipment.MACHINE,)}),
        (Part.EQUIPMENT, {"equipment": (Equipment.MACHINE,)}, {"equipment": (Equipment.BODYWEIGHT,)}),
        (Part.DEMANDS, {"demands": ()}, {"demands": (Demand.BALANCE,)}),
        (Part.DEMANDS, {"demands": (Demand.BALANCE, Demand.GRIP)}, {"demands": (Demand.IMPACT,)}),
        (Part.PURPOSE, {"type": ExerciseType.POWERLIFTING}, {"type": ExerciseType.CONDITIONING}),
        (Part.STATED, {"swaps": (Swap("it"),)}, {"relations": (Relation(RelationKind.VARIATION_OF, "it"),)}),
        (
            Part.STATED,
            {"relations": (Relation(RelationKind.VARIATION_OF, "it"),)},
            {"relations": (Relation(RelationKind.OPPOSITE_OF, "it"),)},
        ),
    ],
)
def test_a_part_prefers_what_is_nearer(name: Part, nearer: dict[str, Any], farther: dict[str, Any]) -> None:
    near = part(name, an_exercise(), an_exercise("near", **nearer))
    far = part(name, an_exercise(), an_exercise("far", **farther))
    assert near is not None
    assert far is not None
    assert near > far


def test_what_a_page_does_not_tell_is_left_out() -> None:
    silent = candidate_of(Exercise("silent", "Silent"))
    found = compare(an_exercise(), silent, KINDS)
    assert found is not None
    parts = found.parts
    assert {name for name, value in parts.items() if value is not None} == {Part.STATED}
    assert weighted({**parts, Part.STATED: None}) == 0.0


def test_what_keeps_no_target_is_no_substitute() -> None:
    it = an_exercise()
    assert is_akin(it, an_exercise("near", target=(MuscleGroup.QUADS,)))
    assert not is_akin(it, an_exercise("far", target=(MuscleGroup.CALVES,), secondary=()))
    assert not is_akin(it, an_exercise("other", type=ExerciseType.SMR))


def test_the_main_target_may_be_lost_within_a_family_only() -> None:
    it = an_exercise(family="carry")
    beside = {"target": (MuscleGroup.GLUTES,), "secondary": ()}
    assert is_akin(it, an_exercise("near", family="carry", **beside))
    assert not is_akin(it, an_exercise("far", family="row", **beside))


def test_one_joint_alone_is_not_replaced_by_what_only_helps() -> None:
    curl = an_exercise(mechanics=Mechanics.ISOLATION, target=(MuscleGroup.BICEPS,), secondary=())
    row = an_exercise("row", target=(MuscleGroup.LATS,), secondary=(MuscleGroup.BICEPS,))
    assert not is_akin(curl, row)


def test_nothing_is_a_substitute_for_itself() -> None:
    it = an_exercise()
    again = candidate_of(replace(it.exercise, id="from-another-page"))
    renamed = candidate_of(replace(it.exercise, id="renamed", name="Other", aliases=("IT",)))
    assert [each.candidate.id for each in rank(it, [it, again, renamed, an_exercise("like-it")], KINDS)] == ["like-it"]


@given(st.integers(1, 12))
@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.too_slow])
def test_the_best_few_are_the_first_of_all(count: int) -> None:
    groups = list(MuscleGroup)
    many = [
        an_exercise(
            f"it-{number}",
            secondary=tuple(groups[number % 7 : number % 7 + number % 4]) if number % 7 > 3 else (),
            level=list(Level)[number % 3],
            force=list(Force)[number % 4],
        )
        for number in range(60)
    ]
    everyone = rank(an_exercise(), many, KINDS)
    few = rank(an_exercise(), many, KINDS, count=count)
    assert [each.candidate.id for each in few[:count]] == [each.candidate.id for each in everyone[:count]]
    assert all(each.score == pytest.approx(weighted(each.parts)) for each in everyone)


def test_every_part_has_a_weight_and_every_pair_is_told_both_ways() -> None:
    assert set(WEIGHTS) == set(Part) == set(PARTS)
    assert min(WEIGHTS.values()) > 0
    for table in (FORCES, SIDES, TYPES):
        for (here, there), near in table.items():
            assert table[there, here] == near  # type: ignore[index]  # of the same table
            assert 0 < near < 1


WEIGHTED = st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from((0.25, 0.5, 0.75, 1.0)))


@given(WEIGHTED, WEIGHTED)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_shared_weight_is_the_sum_of_the_smaller_ones(one: dict[str, float], other: dict[str, float]) -> None:
    scale = Scale("abcdefgh", 0.25)
    here, there = scale.of(one), scale.of(other)
    smaller = sum(min(weight, other.get(name, 0.0)) for name, weight in one.items())
    assert here.shared(there) == there.shared(here) == pytest.approx(smaller)
    assert here.whole == pytest.approx(sum(one.values()))
    if one or other:
        larger = sum(max(one.get(name, 0.0), other.get(name, 0.0)) for name in {*one, *other})
        assert here.overlap(there) == pytest.approx(smaller / larger)


@pytest.mark.parametrize("weight", [0.3, 1.5])
def test_a_weight_off_the_scale_is_refused(weight: float) -> None:
    with pytest.raises(ValueError, match="scale"):
        Scale("a", 0.25).of({"a": weight})
