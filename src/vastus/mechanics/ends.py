"""How a band is computed: a formula at all combinations of the ends of its inputs' ranges.

Every formula of this room is monotone in each input on its own (the push angle's turning points are added where they
matter), so its extremes over a box of ranges are at corners of the box. The ends of all ranges together are a worst
case, wider than a confidence interval; ADR 0009 says why, and which answer uses the root of squares instead.
"""

from collections.abc import Callable, Sequence
from functools import cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from vastus.domain.interval import Interval
from vastus.errors import MechanicsError

Array = NDArray[np.float64]
_MOST_BANDED = 16  # 65,536 corners


@cache
def _corners(count: int) -> NDArray[np.bool_]:
    """All choices of low or high for `count` inputs, shape (count, 2^count)."""
    return (np.arange(2**count) >> np.arange(count)[:, None] & 1).astype(bool)


def at_ends(inputs: Sequence[Interval]) -> Array:
    """The inputs at their values and at every corner of their ranges, shape (len(inputs), 1 + 2^banded)."""
    values = np.array([each.value for each in inputs])
    banded = [at for at, each in enumerate(inputs) if each.low != each.high]
    if not banded:
        return values[:, None]
    if len(banded) > _MOST_BANDED:
        raise MechanicsError(
            f"{len(banded)} inputs carry a range, and at most {_MOST_BANDED} can", "give some of them as plain numbers"
        )
    columns = np.empty((len(inputs), 1 + 2 ** len(banded)))
    columns[:] = values[:, None]
    for row, at in zip(_corners(len(banded)), banded, strict=True):
        columns[at, 1:] = np.where(row, inputs[at].high, inputs[at].low)
    return columns


def span(values: ArrayLike) -> Interval:
    """The first number with the smallest and the largest as its range."""
    found = np.atleast_1d(np.asarray(values, np.float64))
    return Interval(float(found[0]), float(found.min()), float(found.max()))


def over_ends(formula: Callable[..., Array], *inputs: Interval) -> Interval:
    """A formula of banded inputs with its band.

    >>> over_ends(lambda m, mu: m * mu, Interval(10, 9, 11), Interval.exact(0.5))
    Interval(value=5.0, low=4.5, high=5.5)
    """
    return span(formula(*at_ends(inputs)))
