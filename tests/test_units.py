"""Quantities as people enter them."""

import math
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vastus.errors import MechanicsError, QuantityError
from vastus.units import BARE, Dimension, Quantity, read_quantity, read_range

READ = [
    ("225lb", "mass", 102.0583, "225 lb"),
    ("225 LBS", "mass", 102.0583, "225 lb"),
    ("100", "mass", 100.0, "100 kg"),
    ("100 kg", "mass", 100.0, "100 kg"),
    ("36in", "length", 0.9144, "36 in"),
    ('36"', "length", 0.9144, "36 in"),
    ("1.2m", "length", 1.2, "1.2 m"),
    ("90cm", "length", 0.9, "90 cm"),
    ("5ft 10in", "length", 1.778, "70 in"),
    ("5'10\"", "length", 1.778, "70 in"),
    ("10deg", "angle", math.radians(10), "10 deg"),
    ("10°", "angle", math.radians(10), "10 deg"),
    ("-10", "angle", math.radians(-10), "-10 deg"),
    ("0.1 rad", "angle", 0.1, "0.1 rad"),
    ("8%", "angle", math.atan(0.08), "8 %"),
    ("0.33", "ratio", 0.33, "0.33"),
    ("25%", "ratio", 0.25, "25 %"),
    ("35kgf", "force", 343.23275, "35 kgf"),
    ("3.6 km/h", "speed", 1.0, "3.6 km/h"),
    ("0.1 m/s²", "acceleration", 0.1, "0.1 m/s2"),
    ("1min", "duration", 60.0, "1 min"),
    (".5", "length", 0.5, "0.5 m"),
    ("1e2", "mass", 100.0, "100 kg"),
]


@pytest.mark.parametrize(("text", "dimension", "si", "shown"), READ, ids=[each[0] for each in READ])
def test_a_quantity_keeps_what_was_entered(text: str, dimension: str, si: float, shown: str) -> None:
    found = read_quantity(text, Dimension(dimension))
    assert found.si == pytest.approx(si, rel=1e-6)
    assert str(found) == shown


REFUSED = [
    ("", "mass"), ("nan", "mass"), ("inf", "length"), ("1e999", "mass"), ("ten", "mass"), ("10 bananas", "mass"),
    ("10kg", "length"), ("1,5", "mass"), ("5 5", "mass"), ("--5", "mass"), ("5ft 10", "length"), ("5in 10ft", "length"),
    ("5kg 3kg", "mass"), ("5" * 100, "mass"), ("5..", "mass"), ("kg", "mass"), ("1ft1", "length"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "dimension"), REFUSED, ids=[repr(each[0])[:20] for each in REFUSED])
def test_nonsense_is_refused_with_a_sentence_and_a_hint(text: str, dimension: str) -> None:
    with pytest.raises(QuantityError) as caught:
        read_range(text, Dimension(dimension))
    assert len(str(caught.value)) < 120
    assert caught.value.hint


def test_a_unit_of_something_else_is_named() -> None:
    with pytest.raises(QuantityError, match="'kg' is a unit of mass, not of length"):
        read_quantity("10kg", Dimension.LENGTH)


RANGES = [
    ("0.30..0.36", "ratio", (0.33, 0.30, 0.36)),
    ("0.33±0.03", "ratio", (0.33, 0.30, 0.36)),
    ("0.33 +- 10%", "ratio", (0.33, 0.297, 0.363)),
    ("95..105 kg", "mass", (100, 95, 105)),
    ("200lb..220lb", "mass", (95.254, 90.718, 99.790)),
    ("100 ± 5 kg", "mass", (100, 95, 105)),
    ("100kg±5%", "mass", (100, 95, 105)),
    ("-5..5", "angle", (0, math.radians(-5), math.radians(5))),
    ("0.33", "ratio", (0.33, 0.33, 0.33)),
]


@pytest.mark.parametrize(("text", "dimension", "ends"), RANGES, ids=[each[0] for each in RANGES])
def test_a_range_is_read_in_the_ways_that_people_write_one(text: str, dimension: str, ends: tuple[float, ...]) -> None:
    found = read_range(text, Dimension(dimension))
    assert (found.value.si, found.low.si, found.high.si) == pytest.approx(ends, rel=1e-4, abs=1e-9)


def test_a_range_that_ends_below_its_start_is_refused() -> None:
    with pytest.raises(QuantityError, match="ends below its start"):
        read_range("0.4..0.3", Dimension.RATIO)


units = st.sampled_from(
    [
        (Dimension.MASS, "kg", "lb"),
        (Dimension.LENGTH, "m", "in"),
        (Dimension.ANGLE, "deg", "rad"),
        (Dimension.ANGLE, "deg", "%"),
        (Dimension.FORCE, "N", "kgf"),
        (Dimension.SPEED, "m/s", "mph"),
    ]
)


@given(st.floats(-80, 80), units)
def test_conversion_there_and_back_is_the_same(amount: float, kind: tuple[Dimension, str, str]) -> None:
    dimension, unit, other = kind
    found = Quantity(amount, unit, dimension)
    assert found.to(other).to(unit).amount == pytest.approx(amount, abs=1e-9)
    assert found.to(other).si == pytest.approx(found.si, abs=1e-9)


@given(st.floats(1e-3, 1e5), st.sampled_from(sorted(Dimension)))
def test_what_is_printed_is_read_again(amount: float, dimension: Dimension) -> None:
    found = Quantity(float(f"{amount:g}"), BARE[dimension], dimension)
    assert read_quantity(str(found), dimension) == found


def test_errors_pickle() -> None:
    error = pickle.loads(pickle.dumps(MechanicsError("no", "hint", field="mass_kg")))  # noqa: S301  # our own bytes
    assert (error.message, error.hint, error.field) == ("no", "hint", "mass_kg")


def test_a_refusal_quotes_what_was_given_on_one_line() -> None:
    with pytest.raises(QuantityError, match=r"^'0 0' is no mass") as error:
        read_quantity("0\n0", Dimension.MASS)
    assert "\n" not in str(error.value)
