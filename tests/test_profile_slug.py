"""Names as ids."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vastus.domain.exercise import MAX_SLUG, SLUG
from vastus.profile.slug import slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Backward Sled Push", "backward-sled-push"),
        ("Kettlebell Swing (American)", "kettlebell-swing-american"),
        ("Farmer’s Carry", "farmers-carry"),
        ("Farmer's Carry", "farmers-carry"),
        ("Relevé Calf Raise", "releve-calf-raise"),
        ("3/4 Sit-Up", "3-4-sit-up"),
        ("¾ Sit-Up", "3-4-sit-up"),
        ("Clean & Press", "clean-and-press"),
        ("  --Plank--  ", "plank"),
        ("Fußheben", "fussheben"),
        ("Smørbrød Squat", "smorbrod-squat"),
        ("90/90 Hip Stretch", "90-90-hip-stretch"),
    ],
)
def test_a_name_becomes_an_id(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_a_name_without_latin_letters_has_an_id_of_its_own() -> None:
    assert slug("スクワット").startswith("exercise-")
    assert slug("スクワット") != slug("ランジ")


@given(st.text(st.characters(exclude_categories=())))
def test_every_name_has_a_valid_id(name: str) -> None:
    """Lone surrogates included; an id of an id is the id."""
    found = slug(name)
    assert SLUG.fullmatch(found)
    assert len(found) <= MAX_SLUG
    assert slug(found) == found
