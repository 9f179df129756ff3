"""A number that is not known exactly: its value, and the ends of its range."""

import math

from vastus.domain.value import Value
from vastus.units import Range


class Interval(Value, frozen=True):
    """A value between `low` and `high`, in the SI unit that the field's name says; equal to both if it is exact.

    Raises:
        ValueError: an end is not finite, or the value lies outside.

    >>> Interval.around(0.5, 0.5)
    Interval(value=0.5, low=0.25, high=0.75)
    """

    value: float
    low: float
    high: float

    def __post_init__(self) -> None:
        if not -math.inf < self.low <= self.value <= self.high < math.inf:  # false for NaN, too
            raise ValueError(f"{self.value} is not within {self.low}..{self.high}, or an end is not finite")

    @classmethod
    def exact(cls, value: float) -> "Interval":
        """A number that is taken as known."""
        return cls(value, value, value)

    @classmethod
    def around(cls, value: float, share: float) -> "Interval":
        """A value give or take a share of it."""
        spread = abs(value) * share
        return cls(value, value - spread, value + spread)

    @classmethod
    def of(cls, entered: Range) -> "Interval":
        """What was entered, in SI."""
        low, value, high = entered.low.si, entered.value.si, entered.high.si
        return cls(value, min(low, value), max(high, value))  # rounding must not put the value outside

    @property
    def is_exact(self) -> bool:
        """Whether it carries no band."""
        return self.low == self.high

    def __str__(self) -> str:
        return f"{self.value:g}" if self.is_exact else f"{self.value:g} ({self.low:g} to {self.high:g})"
