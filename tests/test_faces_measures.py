"""Numbers with units in the reader's system. Expected values: 1 ft = 0.3048 m, 1 in = 2.54 cm, 1 lb = 0.45359237 kg."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from vastus.domain.exercise import Range
from vastus.faces.measures import UnitSystem, distance_words, with_conversions

METRIC, IMPERIAL = UnitSystem.METRIC, UnitSystem.IMPERIAL


def beside(text: str, system: UnitSystem) -> str:
    return str(with_conversions(text, system)).replace('<span class="converted">', "").replace("</span>", "")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("mark an end 3 m before any wall", "mark an end 3 m (9.8 ft) before any wall"),
        ("a car of 1500 kg", "a car of 1500 kg (3300 lb) "[:-1]),
        ("1,500 kg", "1,500 kg (3300 lb)"),
        ("45 to 91 kg in all", "45 to 91 kg (99–200 lb) in all"),
        ("20-30 cm apart", "20-30 cm (7.9–12 in) apart"),
        ("a 10 kg plate or 2.5 kg", "a 10 kg (22 lb) plate or 2.5 kg (5.5 lb)"),
        ("ten metres", "ten metres"),
        ("call the metres", "call the metres"),  # a word without an amount: the page's own words stay
        ("at 2 m/s", "at 2 m/s"),
        ("5 in a row, 3 minutes, 60 % of 1RM", "5 in a row, 3 minutes, 60 % of 1RM"),
        ("45 lb", "45 lb"),  # is in the reader's units already
    ],
)
def test_metric_numbers_get_their_imperial_beside_them(text: str, shown: str) -> None:
    assert beside(text, IMPERIAL) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a 45-lb plate", "a 45-lb (20 kg) plate"),
        ("100 feet of turf", "100 feet (30 m) of turf"),
        ("a 12-inch box", "a 12-inch (30 cm) box"),
        ("50 yards", "50 yards (46 m)"),
        ("20 kg", "20 kg"),
    ],
)
def test_imperial_numbers_get_their_metric_beside_them(text: str, shown: str) -> None:
    assert beside(text, METRIC) == shown


def test_a_distance_is_shown_in_the_readers_unit() -> None:
    assert distance_words(Range(20, 20), METRIC) == "20 m"
    assert distance_words(Range(20, 20), IMPERIAL) == "66 ft"
    assert distance_words(Range(400, 800), IMPERIAL) == "1300–2600 ft"


@given(st.text(max_size=80), st.sampled_from(UnitSystem))
def test_the_pages_own_words_are_never_rewritten_and_never_markup(text: str, system: UnitSystem) -> None:
    shown = str(escape(with_conversions(text, system)))
    kept = shown
    while (start := kept.find(' <span class="converted">')) >= 0:
        end = kept.index("</span>", start) + len("</span>")
        kept = kept[:start] + kept[end:]
    assert kept == str(escape(text))


@given(st.integers(1, 999), st.sampled_from(["kg", "m", "cm"]))
def test_every_number_with_a_unit_is_converted(number: int, unit: str) -> None:
    assert "converted" in str(with_conversions(f"take {number} {unit}, then go", IMPERIAL))
