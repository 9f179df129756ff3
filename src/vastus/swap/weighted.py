"""Weighted sets whose overlap takes one operation: so a thousand exercises are compared in milliseconds.

A member of weight w is w/unit bits in a row, filled from the lowest, as in a thermometer. Where two sets meet, the
shared bits of a member are then those of its smaller weight, and counting them all sums the smaller weights up.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


class Scale:
    """The members that sets may have, none above `most`, and the unit of which every weight is a multiple.

    >>> scale = Scale("abc", 0.5)
    >>> one, other = scale.of({"a": 1.0, "b": 0.5}), scale.of({"a": 0.5, "b": 1.0, "c": 1.0})
    >>> one.shared(other), one.whole, other.whole
    (1.0, 1.5, 2.5)
    """

    def __init__(self, members: Iterable[str], unit: float = 1.0, most: float = 1.0) -> None:
        self._unit, self._most = unit, most
        bits = round(most / unit)
        self._places = {member: at * bits for at, member in enumerate(members)}

    def of(self, weights: Mapping[str, float]) -> "WeightedSet":
        """The set with these weights.

        Raises:
            ValueError: a weight is above the scale, or no multiple of its unit.
        """
        code = 0
        for member, weight in weights.items():
            bits = round(weight / self._unit)
            if weight > self._most or abs(bits * self._unit - weight) > 1e-9:  # noqa: PLR2004  # rounding of floats
                raise ValueError(f"{member} weighs {weight}, which is not on a scale of {self._unit} to {self._most}")
            code |= ((1 << bits) - 1) << self._places[member]
        return WeightedSet(code, self._unit)


@dataclass(frozen=True, slots=True)
class WeightedSet:
    """A weighted set of a scale."""

    code: int
    unit: float

    @property
    def whole(self) -> float:
        """The sum of its weights."""
        return self.unit * self.code.bit_count()

    def shared(self, other: "WeightedSet") -> float:
        """The sum of the smaller weights of both, which are of one scale."""
        return self.unit * (self.code & other.code).bit_count()

    def overlap(self, other: "WeightedSet") -> float:
        """What they share of what they have together, from 0 to 1; neither may be empty."""
        both = self.code & other.code
        return both.bit_count() / (self.code | other.code).bit_count()

    def __bool__(self) -> bool:
        return self.code != 0
