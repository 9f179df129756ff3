"""The table of surfaces: every number has a range that holds it, a mark and a source."""

import pytest

from vastus.domain.source import Confidence
from vastus.reference.surfaces import Constant, Surfaces, surfaces

ROWS = [row for rows in surfaces().rows.values() for row in rows.values()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.quantity}-{row.id}")
def test_a_row_has_a_source_and_a_mark(row) -> None:  # noqa: ANN001  # a row of the table
    assert row.source
    assert row.interval.low <= row.interval.value <= row.interval.high
    if row.source.startswith(("judged", "working default")):
        assert row.mark is Confidence.JUDGEMENT
    if row.source.startswith("general knowledge"):
        assert row.mark is Confidence.UNVERIFIED


def test_a_surface_is_found_by_the_words_that_people_use() -> None:
    for word, row in (
        ("Turf", "turf_gym"),
        ("hockey pitch", "turf_low"),
        ("TARMAC", "concrete"),
        ("tartan", "track_synthetic"),
    ):
        found = surfaces().find(Constant.KINETIC_FRICTION, word)
        assert found is not None
        assert found.id == row
    assert surfaces().find(Constant.KINETIC_FRICTION, "ice") is None


def test_a_word_for_two_rows_is_refused() -> None:
    one = surfaces().fact(Constant.KINETIC_FRICTION, "grass")
    twin = type(one)(one.quantity, "meadow", "Grass", one.interval, "", one.mark, (), "", one.source)
    with pytest.raises(ValueError, match="stands for"):
        Surfaces([*ROWS, twin])


def test_a_quantity_without_a_row_is_refused() -> None:
    with pytest.raises(ValueError, match="no row for car_mass"):
        Surfaces([row for row in ROWS if row.quantity is not Constant.CAR_MASS])
