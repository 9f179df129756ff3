"""Quantities as people enter them, and the only place where units are converted.

A quantity keeps the number and the unit that were entered: 225 lb stays 225 lb; `si` is what mechanics computes with.
A bare number gets the unit of its dimension's row in `BARE`: kg, m, degrees, N, s, m/s. Standard library only.

>>> read_quantity("225lb", Dimension.MASS)
Quantity(amount=225.0, unit='lb', dimension=<Dimension.MASS: 'mass'>)
>>> round(read_quantity("36in", Dimension.LENGTH).si, 4)
0.9144
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from vastus.errors import QuantityError

STANDARD_GRAVITY = 9.80665  # m/s², CGPM 1901
POUND_KG = 0.45359237  # kg, International Yard and Pound Agreement 1959
INCH_M = 0.0254  # m, the same agreement
_LONGEST = 60  # characters of what was entered that are worth reading or repeating


class Dimension(StrEnum):
    """What a number is a number of."""

    MASS = "mass"
    LENGTH = "length"
    ANGLE = "angle"
    FORCE = "force"
    DURATION = "duration"
    SPEED = "speed"
    ACCELERATION = "acceleration"
    ENERGY = "energy"
    POWER = "power"
    RATIO = "ratio"


_FACTORS: Mapping[Dimension, Mapping[str, float]] = {  # SI value of one unit; the first row is SI itself
    Dimension.MASS: {"kg": 1.0, "g": 1e-3, "t": 1e3, "lb": POUND_KG, "st": 14 * POUND_KG},
    Dimension.LENGTH: {
        "m": 1.0, "cm": 1e-2, "mm": 1e-3, "km": 1e3, "in": INCH_M, "ft": 12 * INCH_M, "yd": 36 * INCH_M,
    },
    Dimension.ANGLE: {"rad": 1.0, "deg": math.pi / 180, "%": 1e-2},  # %: the tangent, see Quantity.si
    Dimension.FORCE: {
        "N": 1.0, "kN": 1e3, "kgf": STANDARD_GRAVITY, "lbf": POUND_KG * STANDARD_GRAVITY,
    },
    Dimension.DURATION: {"s": 1.0, "ms": 1e-3, "min": 60.0, "h": 3600.0},
    Dimension.SPEED: {"m/s": 1.0, "km/h": 1 / 3.6, "mph": 63360 * INCH_M / 3600, "ft/s": 12 * INCH_M},
    Dimension.ACCELERATION: {"m/s2": 1.0, "g0": STANDARD_GRAVITY},
    Dimension.ENERGY: {"J": 1.0, "kJ": 1e3, "kcal": 4184.0},  # kcal: the thermochemical one, 4184 J
    Dimension.POWER: {"W": 1.0, "kW": 1e3},
    Dimension.RATIO: {"": 1.0, "%": 1e-2},
}  # fmt: skip

BARE: Mapping[Dimension, str] = {name: next(iter(rows)) for name, rows in _FACTORS.items()} | {Dimension.ANGLE: "deg"}
"""The unit of a number that is entered without one."""

_SYNONYMS: Mapping[str, str] = {
    "kgs": "kg", "kilo": "kg", "kilos": "kg", "kilogram": "kg", "kilograms": "kg", "gram": "g", "grams": "g",
    "lbs": "lb", "pound": "lb", "pounds": "lb", "#": "lb", "stone": "st", "tonne": "t", "tonnes": "t",
    "meter": "m", "meters": "m", "metre": "m", "metres": "m", "inch": "in", "inches": "in", '"': "in", "″": "in",
    "foot": "ft", "feet": "ft", "'": "ft", "′": "ft", "yard": "yd", "yards": "yd",
    "°": "deg", "degree": "deg", "degrees": "deg", "radian": "rad", "radians": "rad",
    "n": "N", "newton": "N", "newtons": "N", "kn": "kN", "kp": "kgf",
    "sec": "s", "secs": "s", "second": "s", "seconds": "s", "minute": "min", "minutes": "min",
    "hour": "h", "hours": "h",
    "mps": "m/s", "kmh": "km/h", "kph": "km/h", "fps": "ft/s",
    "m/s²": "m/s2", "m/s^2": "m/s2", "m/s/s": "m/s2", "j": "J", "kj": "kJ", "w": "W", "kw": "kW",
}  # fmt: skip

_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?"
_PART = re.compile(rf"({_NUMBER})\s*(m/s\^?2|[^\d\s.+-][^\d\s+-]*)?", re.IGNORECASE)
_NOT_FINITE = re.compile(r"[-+]?(nan|inf|infinity)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, as entered."""

    amount: float
    unit: str
    dimension: Dimension

    def __post_init__(self) -> None:
        if self.unit not in _FACTORS[self.dimension]:
            raise QuantityError(f"'{self.unit}' is no unit of {self.dimension}", _known(self.dimension))
        if not math.isfinite(self.amount):
            raise QuantityError(f"{self.amount} is no {self.dimension}", "give a finite number")

    @property
    def si(self) -> float:
        """The value in the SI unit, angles in radians.

        >>> round(Quantity(10, "%", Dimension.ANGLE).si, 5)
        0.09967
        """
        if self.dimension is Dimension.ANGLE and self.unit == "%":  # a grade is a tangent, not a share of an angle
            return math.atan(self.amount / 100)
        return self.amount * _FACTORS[self.dimension][self.unit]

    def to(self, unit: str) -> "Quantity":
        """The same quantity in another unit of its dimension.

        Raises:
            QuantityError: the unit belongs to another dimension.

        >>> str(Quantity(225, "lb", Dimension.MASS).to("kg"))
        '102.058 kg'
        """
        if self.dimension is Dimension.ANGLE and unit == "%":
            return Quantity(100 * math.tan(self.si), unit, self.dimension)
        one = Quantity(1.0, unit, self.dimension)
        return Quantity(self.si / one.si, unit, self.dimension)

    def __str__(self) -> str:
        joined = f"{self.amount:g}" if abs(self.amount) < 1e6 else f"{self.amount:.0f}"  # noqa: PLR2004  # :g's own limit
        return f"{joined} {self.unit}".rstrip()


@dataclass(frozen=True, slots=True)
class Range:
    """What was entered where a number is not known exactly: the value, and the ends of its range."""

    value: Quantity
    low: Quantity
    high: Quantity

    def __str__(self) -> str:
        if self.low == self.value == self.high:
            return str(self.value)
        return f"{self.value.amount:g} ({self.low.amount:g} to {self.high.amount:g}) {self.value.unit}".rstrip()


def read_quantity(text: str, dimension: Dimension) -> Quantity:
    r"""Read "225lb", "100 kg", "1.2m", "10deg", "5ft 10in", "8%"; a bare number gets the unit in `BARE`.

    Raises:
        QuantityError: it is no number, not finite, or its unit belongs to another dimension.

    >>> read_quantity("5' 10\"", Dimension.LENGTH).si
    1.778
    >>> read_quantity("10", Dimension.ANGLE)
    Quantity(amount=10.0, unit='deg', dimension=<Dimension.ANGLE: 'angle'>)
    """
    entered = text.strip()
    parts = _parts(entered, dimension)
    if len(parts) == 1:
        return parts[0]
    if dimension is not Dimension.LENGTH or [each.unit for each in parts] != ["ft", "in"]:
        raise _unreadable(entered, dimension)
    feet, inches = parts
    sign = -1 if feet.amount < 0 else 1
    return Quantity(feet.to("in").amount + sign * inches.amount, "in", dimension)


def read_range(text: str, dimension: Dimension) -> Range:
    """Read a quantity, perhaps with its range: "0.33", "0.33±0.03", "0.33±10%", "0.30..0.36" (the middle is the value).

    Where the value is not in the middle it stands between the ends: "0.25..0.35..0.50".

    Raises:
        QuantityError: as `read_quantity`, or the ends are in the wrong order.

    >>> str(read_range("0.33 ± 10%", Dimension.RATIO))
    '0.33 (0.297 to 0.363)'
    >>> str(read_range("95..105kg", Dimension.MASS))
    '100 (95 to 105) kg'
    """
    entered = text.strip().replace("+/-", "±").replace("+-", "±")
    if ".." in entered:
        first, *between, last = re.split(r"\.{2,}", entered, maxsplit=2)
        high = read_quantity(last, dimension)
        low = read_quantity(first if _has_unit(first) else first + high.unit, dimension)
        low = low.to(high.unit) if low.unit != high.unit else low
        if low.amount > high.amount:
            raise QuantityError(f"the range '{_short(entered)}' ends below its start", "write the smaller number first")
        if not between:
            return Range(Quantity((low.amount + high.amount) / 2, high.unit, dimension), low, high)
        value = read_quantity(between[0] if _has_unit(between[0]) else between[0] + high.unit, dimension).to(high.unit)
        if not low.amount <= value.amount <= high.amount:
            raise QuantityError(f"the value of '{_short(entered)}' is outside its range", "write low..value..high")
        return Range(value, low, high)
    if "±" in entered:
        first, _, last = entered.partition("±")
        is_share = last.strip().endswith("%") and not first.strip().endswith("%")
        spread = read_quantity(last, Dimension.RATIO if is_share else dimension)
        value = read_quantity(first if is_share or _has_unit(first) else first + spread.unit, dimension)
        half = abs(value.amount) * spread.si if is_share else spread.to(value.unit).amount
        if half < 0:
            raise QuantityError(f"'{_short(entered)}' has a negative spread", "write it as 0.33±0.03")
        low, high = (Quantity(value.amount + each, value.unit, dimension) for each in (-half, half))
        return Range(value, low, high)
    value = read_quantity(entered, dimension)
    return Range(value, value, value)


def _has_unit(text: str) -> bool:
    return bool(re.search(r"[^\d\s.eE+-]", text))


def _parts(entered: str, dimension: Dimension) -> list[Quantity]:
    if _NOT_FINITE.match(entered):
        raise QuantityError(f"'{_short(entered)}' is no {dimension}", "give a finite number")
    if len(entered) > _LONGEST:
        raise _unreadable(entered, dimension)
    found: list[Quantity] = []
    at = 0
    for part in _PART.finditer(entered):
        if entered[at : part.start()].strip():
            raise _unreadable(entered, dimension)
        at = part.end()
        found.append(Quantity(_amount(part[1], entered, dimension), _unit(part[2], dimension), dimension))
    if not found or entered[at:].strip():
        raise _unreadable(entered, dimension)
    return found


def _amount(digits: str, entered: str, dimension: Dimension) -> float:
    amount = float(digits)
    if not math.isfinite(amount):
        raise QuantityError(f"'{_short(entered)}' is too large for a {dimension}", "give a finite number")
    return amount


def _unit(word: str | None, dimension: Dimension) -> str:
    if word is None:
        return BARE[dimension]
    unit = word if word in _FACTORS[dimension] else _SYNONYMS.get(word.lower(), word.lower())
    if unit in _FACTORS[dimension]:
        return unit
    other = next((each for each, rows in _FACTORS.items() if unit in rows), None)
    what = f"'{_short(word)}' is a unit of {other}, not of {dimension}" if other else f"'{_short(word)}' is no unit"
    raise QuantityError(what, _known(dimension))


def _unreadable(entered: str, dimension: Dimension) -> QuantityError:
    hint = "write decimals with a point: 1.5" if "," in entered else _known(dimension)
    return QuantityError(f"'{_short(entered)}' is no {dimension}", hint)


def _short(text: str) -> str:
    """A text as a sentence quotes it: on one line."""
    line = " ".join("".join(each if each.isprintable() else " " for each in text[: _LONGEST + 1]).split())
    return line if len(text) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _known(dimension: Dimension) -> str:
    units = [unit for unit in _FACTORS[dimension] if unit]
    if not units:
        return "give a number"
    return f"give a number with {' or '.join(units)}; without one it is {BARE[dimension] or 'a plain number'}"


def quantity(amount: float, unit: str) -> Quantity:
    """A quantity of a unit that belongs to one dimension only ("%" belongs to two).

    Raises:
        QuantityError: no such unit, or not finite.
    """
    for dimension, rows in _FACTORS.items():
        if unit in rows and unit not in ("%", ""):
            return Quantity(amount, unit, dimension)
    raise QuantityError(f"'{_short(unit)}' is no unit", "kg, lb, m, ft, deg, N, s and m/s are")


def degrees(angle_rad: float) -> float:
    """An angle in radians, in degrees: for whoever shows one."""
    return math.degrees(angle_rad)


def radians(angle_deg: float) -> float:
    """An angle in degrees, in radians."""
    return math.radians(angle_deg)
