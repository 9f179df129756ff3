"""How a band is computed: a formula at all combinations of the ends of its inputs' ranges.

Every formula of this room is monotone in each input on its own (the push angle's turning points are added where they
matter), so its extremes over a box of ranges are at corners of the box. The ends of all ranges together are a worst
case, wider than a confidence interval; ADR 0013 says why, and which answer uses the root of squares instead.
"""

from collections.abc import Callable, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from vastus.domain.interval import Interval
from vastus.errors import MechanicsError
from vastus.mechanics.kernels.arrays import Array, Real

_MOST_BANDED = 16  # 65,536 corners


@cache
def _corners(count: int) -> NDArray[np.bool_]:
    """All choices of low or high for `count` inputs, shape (count, 1 + 2^count); the first column is not used."""
    bits: NDArray[np.int64] = np.arange(-1, 2**count, dtype=np.int64) >> np.arange(count, dtype=np.int64)[:, None]
    return (bits & 1) == 1


def at_ends(inputs: Sequence[Interval]) -> list[Real]:
    """The inputs at their values and at every corner of their ranges: shape (1 + 2^banded,), the values first.

    An exact input stays a plain number, with which a formula is several times faster.

    Raises:
        MechanicsError: more inputs carry a range than can be combined.
    """
    columns: list[Real] = [each.value for each in inputs]
    banded = [at for at, each in enumerate(inputs) if each.low != each.high]
    if len(banded) > _MOST_BANDED:
        raise MechanicsError(
            f"{len(banded)} inputs carry a range, and at most {_MOST_BANDED} can", "give some of them as plain numbers"
        )
    for row, at in enumerate(banded):
        each = inputs[at]
        column = np.where(_corners(len(banded))[row], each.high, each.low)
        column[0] = each.value
        columns[at] = column
    return columns


def span(values: Real) -> Interval:
    """The first number with the smallest and the largest as its range."""
    found = np.atleast_1d(np.asarray(values, np.float64))
    return Interval(float(found[0]), float(found.min()), float(found.max()))


def over_ends(formula: Callable[..., Array], *inputs: Interval) -> Interval:
    """A formula of banded inputs with its band.

    >>> over_ends(lambda m, mu: m * mu, Interval(10, 9, 11), Interval.exact(0.5))
    Interval(value=5.0, low=4.5, high=5.5)
    """
    return span(formula(*at_ends(inputs)))
