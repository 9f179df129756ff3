"""Two places of one page that cannot both be followed."""

import pytest

from vastus.check.contradictions import check_contradictions
from vastus.domain.exercise import Exercise, Step, Tip, TipKind


def messages(steps: tuple[str, ...], *tips: str | Tip) -> list[str]:
    made = tuple(tip if isinstance(tip, Tip) else Tip(tip) for tip in tips)
    exercise = Exercise("x", "X", instructions=tuple(Step(text) for text in steps), tips=made)
    found = list(check_contradictions(exercise))
    assert all(finding.rule == "contradiction" for finding in found)
    return [finding.message for finding in found]


@pytest.mark.parametrize(
    ("step", "tip", "about"),
    [
        ("Set up with your torso vertical.", "If you get too upright the sled tips.", "torso"),
        ("Stand with your torso upright.", "Make sure that your torso is inclined.", "torso"),
        ("Hold the bar with your arms straight.", "Keep your elbows bent.", "arms"),
        ("Stand with your knees straight.", "Keep your knees soft.", "knees"),
        ("Take a wide grip on the bar and keep your hands wide.", "Your grip should be narrow.", "grip"),
        ("Keep your elbows tucked.", "Your elbows should stay flared.", "elbows"),
        ("Keep your back flat.", "Your back should be rounded at all times.", "back"),
        ("Keep your feet flat.", "Your heels should be raised.", "feet"),
        ("Keep your chin tucked.", "Keep your head up.", "gaze"),
        ("Stand with a narrow stance.", "Your stance should be wide.", "stance"),
    ],
)
def test_opposite_postures_are_found(step: str, tip: str, about: str) -> None:
    (message,) = messages(("Load the sled.", step), tip)
    assert about in message
    assert "step 2 and tip 1" in message


@pytest.mark.parametrize(
    ("steps", "tips"),
    [
        (("Keep your back flat.",), ("Keep your back flat.",)),
        (("Keep your back flat.",), ("Don't let your back get rounded.",)),
        (("Keep your back flat.",), ("Never work with a rounded back.",)),
        (("Keep your torso upright.",), ("If you lean too far the sled stops.",)),
        (("Start with your arms straight.", "Bend your arms.", "Return until your arms are straight."), ()),
        (("Stand with your knees bent.",), ("Straighten your knees as you stand up.",)),
        (("Keep your arms straight.",), ("Keep your knees bent.",)),
        (("Take a wide grip.",), ("Keep a wide stance.",)),
        (("Keep your back flat or slightly arched.",), ("Keep your back flat.",)),
        (("Keep the elbows tucked.",), ("Elbows tucked, not flared.",)),
        (("Sit tall.",), ("Breathe.",)),
        ((), ()),
    ],
)
def test_what_can_be_followed_together_is_none(steps: tuple[str, ...], tips: tuple[str, ...]) -> None:
    assert messages(steps, *tips) == []


@pytest.mark.parametrize("kind", [TipKind.INDIVIDUAL, TipKind.SUBSTITUTE, TipKind.PROGRAMMING])
def test_a_tip_that_depends_on_somebody_contradicts_nothing(kind: TipKind) -> None:
    assert messages(("Keep your torso upright.",), Tip("Keep your torso inclined.", kind)) == []


def test_two_tips_can_disagree_and_nested_ones_too() -> None:
    assert len(messages((), "Keep your torso upright.", "Your torso should be inclined.")) == 1
    nested = Tip("Posture.", children=(Tip("Keep your torso inclined."),))
    assert len(messages(("Keep your torso upright.",), nested)) == 1


def test_one_tip_does_not_disagree_with_itself() -> None:
    assert messages((), "Keep your torso upright at first. Later your torso should be inclined.") == []


def test_each_thing_is_found_once() -> None:
    assert (
        len(messages(("Keep your torso upright.",), "Keep your torso inclined.", "Your torso should be inclined.")) == 1
    )
