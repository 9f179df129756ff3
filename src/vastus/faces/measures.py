"""Numbers with units as one reader wants them: metric or imperial. The only place where a face converts.

A page's own words are never rewritten: where they hold a number in the other system, the conversion stands beside it.
"""

import re
from collections.abc import Mapping
from enum import StrEnum

from markupsafe import Markup, escape

from vastus.domain.exercise import Range
from vastus.units import Dimension, Quantity


class UnitSystem(StrEnum):
    """What loads and distances are shown in: kg and m, or lb and ft."""

    METRIC = "metric"
    IMPERIAL = "imperial"


_PARTNERS: Mapping[UnitSystem, Mapping[str, tuple[str, Dimension]]] = {  # what is shown for a unit of the other system
    UnitSystem.IMPERIAL: {"kg": ("lb", Dimension.MASS), "m": ("ft", Dimension.LENGTH), "cm": ("in", Dimension.LENGTH)},
    UnitSystem.METRIC: {
        "lb": ("kg", Dimension.MASS), "ft": ("m", Dimension.LENGTH), "yd": ("m", Dimension.LENGTH),
        "in": ("cm", Dimension.LENGTH),
    },
}  # fmt: skip
_WORDS = {
    "kilogram": "kg", "kilograms": "kg", "kilos": "kg", "metre": "m", "metres": "m", "meter": "m", "meters": "m",
    "centimetres": "cm", "centimeters": "cm", "lbs": "lb", "pound": "lb", "pounds": "lb", "foot": "ft", "feet": "ft",
    "yard": "yd", "yards": "yd", "inch": "in", "inches": "in",
}  # fmt: skip
_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_MEASURED = re.compile(  # "in" alone is mostly a word
    rf"(?<![\w.,/])({_NUMBER})(?:\s*(?:-|–|to)\s*({_NUMBER}))?[\s\u00a0]?-?(kg|m|cm|lb|ft|yd|{'|'.join(_WORDS)})\b(?![²³/])"
)
_DIGIT = re.compile(r"\d")  # most texts have none, and to see that takes a tenth of the time
_WHOLE, _ROUND = 10, 100  # from here on no decimals, and two digits only


def distance_words(meters: Range, system: UnitSystem) -> str:
    """A distance, which is kept in metres.

    >>> distance_words(Range(10, 15), UnitSystem.METRIC), distance_words(Range(10, 15), UnitSystem.IMPERIAL)
    ('10–15 m', '33–49 ft')
    """
    if system is UnitSystem.METRIC:
        return f"{_span(f'{meters.low:g}', f'{meters.high:g}')} m"
    return _converted(meters.low, meters.high, "m", system)


def with_conversions(text: str, system: UnitSystem) -> Markup | str:
    """A text with what its numbers are in the reader's units beside them, escaped; as it is where there are none.

    >>> str(with_conversions("mark an end 3 m before a wall & stop", UnitSystem.IMPERIAL))
    'mark an end 3 m <span class="converted">(9.8 ft)</span> before a wall &amp; stop'
    """
    if not _DIGIT.search(text) or not _MEASURED.search(text):
        return text
    partners = _PARTNERS[system]
    pieces: list[Markup] = []
    end = 0
    for found in _MEASURED.finditer(text):
        unit = _WORDS.get(found[3], found[3])
        if unit not in partners:
            continue
        low = _number(found[1])
        told = _converted(low, _number(found[2]) if found[2] else low, unit, system)
        pieces += [escape(text[end : found.end()]), Markup(' <span class="converted">({})</span>').format(told)]
        end = found.end()
    return Markup("").join((*pieces, escape(text[end:])))


def _number(text: str) -> float:
    return float(text.replace(",", ""))


def _converted(low: float, high: float, unit: str, system: UnitSystem) -> str:
    other, dimension = _PARTNERS[system][unit]
    return f"{_span(*(_rounded(Quantity(each, unit, dimension).to(other).amount) for each in (low, high)))} {other}"


def _span(low: str, high: str) -> str:
    return low if low == high else f"{low}–{high}"


def _rounded(value: float) -> str:
    """As exact as a number in the gym is meant: two digits or so."""
    if value >= _ROUND:
        return f"{float(f'{value:.2g}'):.0f}"
    return f"{value:.0f}" if value >= _WHOLE else f"{value:.1f}".removesuffix(".0")
