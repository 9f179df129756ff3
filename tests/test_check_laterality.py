"""Bilateral on paper, one leg after the other in the steps."""

import pytest

from vastus.check.laterality import check_laterality
from vastus.domain.exercise import Exercise, Laterality, Step


def rules(text: str, laterality: Laterality | None = Laterality.BILATERAL) -> list[str]:
    exercise = Exercise("x", "X", laterality=laterality, instructions=(Step("Stand tall."), Step(text, span=(5, 9))))
    return [finding.rule for finding in check_laterality(exercise)]


ALTERNATING = (
    "Drive the sled forward by extending each leg repeatedly.",
    "Push by straightening one leg after the other.",
    "Raise one arm at a time.",
    "Alternate legs.",
    "Step forward, then do it with the other leg.",
    "Walk forward with short strides.",
    "Repeat until you reach the desired number of steps.",
    "March in place.",
    "Bend your left knee, then your right.",
    "Continue, alternating sides.",
    "Step onto the box with the right foot, followed by the left foot.",
    "Switch legs.",
)


@pytest.mark.parametrize("text", ALTERNATING)
def test_limbs_that_take_turns_are_found(text: str) -> None:
    assert rules(text) == ["laterality-conflict"]


@pytest.mark.parametrize(
    "text",
    [
        "Push both feet into the floor.",
        "Take an alternating grip.",
        "Lower to the starting position.",
        "Extend both legs at the same time.",
        "As an alternative, use a band.",
        "Follow the steps above.",
        "Take a step back from the rack.",
        "Keep your hands apart.",
    ],
)
def test_both_limbs_together_are_not(text: str) -> None:
    assert rules(text) == []


@pytest.mark.parametrize("laterality", [None, Laterality.ALTERNATING, Laterality.UNILATERAL])
def test_only_bilateral_is_contradicted(laterality: Laterality | None) -> None:
    assert [rules(text, laterality) for text in ALTERNATING] == [[]] * len(ALTERNATING)


def test_the_finding_names_the_first_such_step_once() -> None:
    exercise = Exercise(
        "x",
        "X",
        laterality=Laterality.BILATERAL,
        instructions=(Step("Sit."), Step("Alternate legs.", span=(5, 20)), Step("Switch legs.")),
    )
    (finding,) = check_laterality(exercise)
    assert (finding.excerpt, finding.span, finding.field) == ("Alternate legs.", (5, 20), "laterality")
