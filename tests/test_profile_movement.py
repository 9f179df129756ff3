"""Where the athlete faces and goes."""

import pytest

from vastus.domain.page import Words
from vastus.profile.movement import read_movement
from vastus.prose.passage import passage


@pytest.mark.parametrize(
    ("text", "facing", "travel"),
    [
        ("Set up facing away from the sled.", "away", None),
        ("Face the sled and hold the straps.", "toward", None),
        ("Stand sideways, facing perpendicular to the stack.", "side", None),
        ("Walk backwards until the strap is tight.", None, "backward"),
        ("Walk forward with short strides.", None, "forward"),
        ("Shuffle laterally for ten metres.", None, "lateral"),
        ("Facing the sled, walk backward.", "toward", "backward"),
    ],
)
def test_facing_and_travel_are_read(text: str, facing: str | None, travel: str | None) -> None:
    found = read_movement([passage(Words(text))])
    assert found is not None
    assert (found.facing, found.travel) == (facing, travel)


@pytest.mark.parametrize(
    "text", ["Press the bar overhead.", "Your palms face up.", "Pull the bar toward your face.", "Lean forward.", ""]
)
def test_a_page_that_does_not_say_has_none(text: str) -> None:
    assert read_movement([passage(Words(text))]) is None
