"""The same exercise under another id: told by name, alias, equipment and target, or text."""

import pytest
from msgspec.structs import replace

from vastus.check.duplicates import Duplicates
from vastus.domain.anatomy import MuscleGroup
from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Exercise, Step
from vastus.domain.library import ListRow

PRESS = Exercise(
    "dumbbell-bench-press",
    "Dumbbell Bench Press",
    aliases=("Flat Dumbbell Press",),
    equipment=(Equipment.DUMBBELL,),
    target=(MuscleGroup.CHEST,),
    instructions=(
        Step("Lie on a flat bench and hold a dumbbell over each shoulder with straight arms."),
        Step("Lower both until they are beside the chest, then press them up again."),
    ),
)


def twins(new: Exercise, *there: Exercise, known_as: str | None = None) -> list[str]:
    index = Duplicates()
    for exercise in there:
        index.add(exercise)
    return [finding.message for finding in index.check(new, known_as=known_as)]


def named(name: str, *aliases: str) -> Exercise:
    return Exercise("new", name, aliases=aliases)


@pytest.mark.parametrize(
    "name",
    [
        "Dumbbell Bench Press",
        "dumbbell bench press",
        "Dumbbell Bench-Press",
        "DB Bench Press",
        "The Dumbbell Bench Press",
        "Bench Press with Dumbbells",
        "Dumbbells Bench Press Exercise",
    ],
)
def test_the_same_name_in_other_letters_is_a_twin(name: str) -> None:
    (message,) = twins(named(name), PRESS)
    assert "dumbbell-bench-press" in message


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Push-Up", "Pushups"),
        ("Pull Up", "Pullup"),
        ("Backward Sled Drag", "Reverse Sled Drag"),
        ("Farmer's Carry", "Farmers Carry"),
        ("RDL", "Romanian Deadlift"),
        ("Chin-Ups", "Chin Up"),
    ],
)
def test_short_forms_are_the_long_ones(one: str, other: str) -> None:
    assert len(twins(named(one), replace(PRESS, name=other, aliases=()))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Front Squat", "Back Squat"),
        ("Leg Press", "Leg Curl"),
        ("Incline Dumbbell Bench Press", "Dumbbell Bench Press"),
        ("Forward Sled Drag", "Backward Sled Drag"),
        ("Swing", "Swing 2"),
        ("スクワット", "ランジ"),
        ("!!!", "???"),
    ],
)
def test_another_name_is_another_exercise(one: str, other: str) -> None:
    assert twins(named(one), replace(PRESS, name=other, aliases=(), target=None, instructions=())) == []


def test_an_alias_may_be_the_others_name() -> None:
    assert "alias" in twins(named("Flat Dumbbell Press"), PRESS)[0]
    assert "alias" in twins(named("Floor Press", "Dumbbell Bench Press"), PRESS)[0]
    assert len(twins(named("Something", "Flat DB Press"), PRESS)) == 1


def test_equipment_left_out_of_the_name_is_found_in_the_profile() -> None:
    bare = replace(PRESS, id="bench-press", name="Bench Press", aliases=(), instructions=())
    assert "but for the equipment" in twins(bare, PRESS)[0]
    assert twins(replace(bare, equipment=(Equipment.BARBELL,)), PRESS) == []
    assert twins(replace(bare, target=(MuscleGroup.TRICEPS,)), PRESS) == []
    assert twins(replace(bare, equipment=None), PRESS) == []


def test_the_same_instructions_tell_a_twin_of_another_name() -> None:
    renamed = replace(PRESS, id="new", name="Chest Push", aliases=(), equipment=None)
    assert "same instructions" in twins(renamed, PRESS)[0]
    short = (Step("Repeat for the recommended amount."),)
    assert twins(replace(renamed, instructions=short), replace(PRESS, instructions=short)) == []


def test_a_page_is_not_its_own_twin() -> None:
    assert twins(PRESS, PRESS, known_as="dumbbell-bench-press") == []
    assert twins(PRESS) == []


def test_only_the_likeliest_twin_is_named() -> None:
    other = replace(PRESS, id="other")
    assert len(twins(PRESS, other, replace(PRESS, id="third"))) == 1


def test_an_index_can_be_made_of_list_rows() -> None:
    index = Duplicates.of([ListRow.of(PRESS)])
    assert len(list(index.check(named("DB Bench Press")))) == 1
