"""Friction, rolling resistance, shoes and sleds: `surfaces.csv`, one number a row with its range, mark and source.

A range is what is plausible for that row, not a confidence interval. A measured number of one's own is always better.
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from vastus.domain.interval import Interval
from vastus.domain.source import Confidence
from vastus.reference.vocabulary import folded


class Constant(StrEnum):
    """What a row of the table is a number of."""

    KINETIC_FRICTION = "kinetic_friction"
    STATIC_RATIO = "static_ratio"
    FRICTION_PER_KG = "friction_per_kg"
    ROLLING_RESISTANCE = "rolling_resistance"
    ROLLING_INERTIA = "rolling_inertia"
    SHOE_FRICTION = "shoe_friction"
    SLED_GEOMETRY = "sled_geometry"
    SLED_MASS = "sled_mass"
    CAR_MASS = "car_mass"
    HAND_FORCE = "hand_force"
    EFFICIENCY = "efficiency"
    WALKING_POWER = "walking_power"
    PUSH_PULL_RATIO = "push_pull_ratio"


@dataclass(frozen=True, slots=True)
class Fact:
    """One number with its range in `unit`, how far it may be trusted, and where it comes from."""

    quantity: Constant
    id: str
    label: str
    interval: Interval
    unit: str
    mark: Confidence
    synonyms: tuple[str, ...]
    note: str
    source: str


class Surfaces:
    """The rows by quantity and id, and the reading of words as ids."""

    def __init__(self, rows: Iterable[Fact]) -> None:
        self.rows: dict[Constant, dict[str, Fact]] = {each: {} for each in Constant}
        self._by_word: dict[tuple[Constant, str], Fact] = {}
        for row in rows:
            self.rows[row.quantity][row.id] = row
            for word in (row.id, row.label, *row.synonyms):
                known = self._by_word.setdefault((row.quantity, folded(word)), row)
                if known is not row:
                    raise ValueError(f"{row.quantity}: '{word}' stands for {known.id} and for {row.id}")
        missing = [each for each, found in self.rows.items() if not found]
        if missing:
            raise ValueError(f"surfaces: no row for {', '.join(missing)}")

    def fact(self, quantity: Constant, row_id: str) -> Fact:
        """The row with that id."""
        return self.rows[quantity][row_id]

    def find(self, quantity: Constant, word: str) -> Fact | None:
        """The row that a word stands for, or None."""
        return self._by_word.get((quantity, folded(word)))

    def of(self, quantity: Constant) -> Mapping[str, Fact]:
        """All rows of a quantity by id."""
        return self.rows[quantity]


@cache
def surfaces() -> Surfaces:
    """The table that ships with Vastus; read once.

    >>> row = surfaces().find(Constant.KINETIC_FRICTION, "gym turf")
    >>> row.id, row.interval, row.mark
    ('turf_gym', Interval(value=0.35, low=0.25, high=0.5), <Confidence.JUDGEMENT: 'A'>)
    """
    text = files("vastus.reference").joinpath("surfaces.csv").read_text("utf-8")
    return Surfaces(
        Fact(
            Constant(row["quantity"]),
            row["id"],
            row["label"],
            Interval(float(row["value"]), float(row["low"]), float(row["high"])),
            row["unit"],
            Confidence(row["mark"]),
            tuple(each for each in row["synonyms"].split("|") if each),
            row["note"],
            row["source"],
        )
        for row in csv.DictReader(text.splitlines())
    )
