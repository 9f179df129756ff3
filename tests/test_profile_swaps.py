"""What a page's substitute tips offer instead."""

import pytest

from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Swap, Tip, TipKind
from vastus.profile.swaps import read_swaps


def tip(text: str, *equipment: Equipment, to: str | None = None) -> Tip:
    return Tip(text, TipKind.SUBSTITUTE, equipment=equipment, to=to, condition="no sled")


def test_each_implement_is_a_swap_with_its_reason() -> None:
    swaps = read_swaps([tip("Push a car or a plate across astroturf.", Equipment.CAR, Equipment.PLATE)])
    assert [(swap.to, swap.reason, swap.surface) for swap in swaps] == [
        ("car", "no sled", None),
        ("plate", "no sled", "turf"),
    ]


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Push a plate on turf.", "turf"),
        ("Push a plate across artificial grass.", "turf"),
        ("Push a plate over the lawn.", "grass"),
        ("Push a plate along the track.", "track"),
        ("Push a plate across a parking lot.", "concrete"),
        ("Push a plate on a rubber floor.", "rubber"),
        ("Push a plate.", None),
        ("Keep on track and push a plate.", "track"),
    ],
)
def test_the_ground_belongs_to_the_last_implement(text: str, surface: str | None) -> None:
    (swap,) = read_swaps([tip(text, Equipment.PLATE)])
    assert swap.surface == surface


def test_an_exercise_is_a_swap_too() -> None:
    assert read_swaps([tip("Do a wall sit.", to="wall-sit")]) == (Swap("wall-sit", reason="no sled"),)


def test_swaps_are_found_below_a_tip_and_named_once() -> None:
    parent = Tip("Options:", children=(tip("Use a car.", Equipment.CAR), tip("Or a car.", Equipment.CAR)))
    assert [swap.to for swap in read_swaps([parent])] == ["car"]


def test_other_tips_offer_nothing() -> None:
    assert read_swaps([Tip("Push a car.")]) == ()
