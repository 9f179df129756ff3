"""A wrong value cannot be built."""

from collections.abc import Callable

import pytest

from vastus.domain.anatomy import Muscle, MuscleGroup, MuscleRole
from vastus.domain.equipment import Equipment
from vastus.domain.exercise import (
    Demand,
    Dose,
    Exercise,
    Goal,
    Measure,
    MuscleInvolvement,
    Range,
    Relation,
    RelationKind,
    Step,
    Swap,
    Tip,
    TipKind,
    Use,
)

QUADS = MuscleGroup.QUADS
VASTUS = MuscleInvolvement(Muscle.VASTUS_LATERALIS, MuscleRole.AGONIST)


def exercise(**parts: object) -> Exercise:
    return Exercise(**{"id": "sled-drag", "name": "Sled Drag", **parts})  # type: ignore[arg-type]  # wrong ones are the point


REFUSED: dict[str, Callable[[], object]] = {
    "an id with capitals": lambda: exercise(id="Sled-Drag"),
    "an id with a blank": lambda: exercise(id="sled drag"),
    "an id with a double hyphen": lambda: exercise(id="sled--drag"),
    "an id that ends in a line break": lambda: exercise(id="sled-drag\n"),
    "an id with other digits": lambda: exercise(id="sled-٣"),
    "an empty id": lambda: exercise(id=""),
    "an id that is a path": lambda: exercise(id="../x"),
    "an id that is too long": lambda: exercise(id="x" * 101),
    "an empty name": lambda: exercise(name=""),
    "a blank name": lambda: exercise(name=" "),
    "a name of two lines": lambda: exercise(name="Sled\nDrag"),
    "a name with a control character": lambda: exercise(name="Sled\x1bDrag"),
    "a name with a lone surrogate": lambda: exercise(name="Sled \ud800"),
    "a name with outer blanks": lambda: exercise(name="Sled "),
    "a blank alias": lambda: exercise(aliases=("",)),
    "a family that is no id": lambda: exercise(family="The Sleds"),
    "a target twice": lambda: exercise(target=(QUADS, QUADS)),
    "equipment twice": lambda: exercise(equipment=(Equipment.SLED, Equipment.SLED)),
    "a demand twice": lambda: exercise(demands=(Demand.GRIP, Demand.GRIP)),
    "a muscle twice": lambda: exercise(muscles=(VASTUS, VASTUS)),
    "a use twice": lambda: exercise(uses=(Use(Goal.POWER), Use(Goal.POWER))),
    "a relation to itself": lambda: exercise(relations=(Relation(RelationKind.OPPOSITE_OF, "sled-drag"),)),
    "a relation twice": lambda: exercise(relations=(Relation(RelationKind.OPPOSITE_OF, "x"),) * 2),
    "an overview with a blank paragraph": lambda: exercise(overview="One.\n\n\n\nTwo."),
    "an overview with a broken line": lambda: exercise(overview="One\ntwo."),
    "an empty step": lambda: Step(""),
    "a step of two lines": lambda: Step("Sit.\nStand."),
    "an empty tip": lambda: Tip(" "),
    "a cue with a sign": lambda: Tip("x", sign="y"),
    "a cue with fixes": lambda: Tip("x", fixes=("y",)),
    "a substitute with causes": lambda: Tip("x", TipKind.SUBSTITUTE, causes=("y",)),
    "a fault with equipment": lambda: Tip("x", TipKind.FAULT, equipment=(Equipment.CAR,)),
    "a fault with a condition": lambda: Tip("x", TipKind.FAULT, condition="y"),
    "a substitute with an advice": lambda: Tip("x", TipKind.SUBSTITUTE, advice="y"),
    "a safety tip with goals": lambda: Tip("x", TipKind.SAFETY, goals=(Goal.REHAB,)),
    "a tip to no id": lambda: Tip("x", TipKind.SUBSTITUTE, to="Wall Sit"),
    "a tip that names an implement twice": lambda: Tip("x", TipKind.SUBSTITUTE, equipment=(Equipment.CAR,) * 2),
    "a blank fix": lambda: Tip("x", TipKind.FAULT, fixes=("",)),
    "a relation to no id": lambda: Relation(RelationKind.VARIATION_OF, "Sled Drag"),
    "a swap for no id": lambda: Swap("a car"),
    "a swap with a blank reason": lambda: Swap("car", reason=""),
    "a range from high to low": lambda: Range(5, 3),
    "a range below zero": lambda: Range(-1, 3),
    "a range without an end": lambda: Range(1, float("inf")),
    "a range of no number": lambda: Range(float("nan"), 1),
    "a measure twice": lambda: Dose(measures=(Measure.REPS, Measure.REPS)),
    "an effort above ten": lambda: Dose(effort_rpe=Range(8, 11)),
    "a blank load": lambda: Dose(load=" "),
    "a blank note": lambda: Use(Goal.POWER, note=""),
}


@pytest.mark.parametrize("build", REFUSED.values(), ids=REFUSED)
def test_a_wrong_value_is_refused(build: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match=r".{10}"):
        build()


BUILT: dict[str, Callable[[], object]] = {
    "a minimum": exercise,
    "silence and none": lambda: exercise(target=None, secondary=()),
    "a fault with its parts": lambda: Tip("x", TipKind.FAULT, sign="a", causes=("b",), fixes=("c", "d")),
    "a substitute": lambda: Tip(
        "x", TipKind.SUBSTITUTE, equipment=(Equipment.CAR,), to="wall-sit", condition="no sled"
    ),
    "a person's tip": lambda: Tip("x", TipKind.INDIVIDUAL, condition="a", advice="b"),
    "a programming tip": lambda: Tip("x", TipKind.PROGRAMMING, goals=(Goal.REHAB,)),
    "a swap for an implement": lambda: Swap("pull_up_bar"),
    "half a kilo": lambda: Range(0.5, 0.5),
    "zero": lambda: Range(0, 0),
    "an empty dose": Dose,
    "another script": lambda: exercise(name="スクワット"),
    "the longest id": lambda: exercise(id="x" * 100),
    "a muscle as target and secondary": lambda: exercise(target=(QUADS,), secondary=(QUADS,)),
}


@pytest.mark.parametrize("build", BUILT.values(), ids=BUILT)
def test_a_right_value_is_built(build: Callable[[], object]) -> None:
    assert build() is not None


def test_what_is_built_does_not_change() -> None:
    with pytest.raises(AttributeError):
        exercise().name = "Other"  # type: ignore[misc]  # that is the point


def test_where_something_was_read_does_not_make_it_different() -> None:
    assert Step("Sit.", span=(1, 5)) == Step("Sit.")
    assert Tip("x", span=(1, 5), evidence=(2, 3)) == Tip("x")
