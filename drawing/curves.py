"""Curves through hand-placed points: centripetal Catmull-Rom, broken at corners."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Line = NDArray[np.float64]
"""(n, 2) points of a polyline."""

STEPS = 14  # points that a curve gets between two placed ones


class Point(NamedTuple):
    """A placed point; a curve through it is smooth unless it is a corner."""

    x: float
    y: float
    is_corner: bool


def points(text: str) -> list[Point]:
    """Points as they are written in the source: `x,y`, a corner with `!`.

    >>> points("0,1 2,3!")
    [Point(x=0.0, y=1.0, is_corner=False), Point(x=2.0, y=3.0, is_corner=True)]
    """
    placed: list[Point] = []
    for word in text.split():
        x, y = word.rstrip("!").split(",")
        placed.append(Point(float(x), float(y), word.endswith("!")))
    return placed


def curve(placed: Sequence[Point], *, is_closed: bool = False) -> Line:
    """A polyline along the smooth curve through the points."""
    at = np.array([(p.x, p.y) for p in placed])
    count = len(at)
    found: list[NDArray[np.float64]] = []
    for i in range(count if is_closed else count - 1):
        j = (i + 1) % count
        here, there = at[i], at[j]
        has_before = (is_closed or i > 0) and not placed[i].is_corner
        has_after = (is_closed or i + 2 < count) and not placed[j].is_corner
        before = at[i - 1] if has_before else here - (there - here) / 2
        after = at[(i + 2) % count] if has_after else there + (there - here) / 2
        found.append(_span(before, here, there, after))
    if not is_closed:
        found.append(at[-1:])
    return np.concatenate(found)


def _span(before: Line, here: Line, there: Line, after: Line) -> Line:
    """The curve between the middle two of four points, by the pyramid of Barry and Goldman (1988)."""
    controls = (before, here, there, after)
    knots = [0.0]
    for a, b in pairwise(controls):
        knots.append(knots[-1] + max(1e-6, float(np.hypot(*(b - a)))) ** 0.5)
    t = np.linspace(knots[1], knots[2], STEPS, endpoint=False)[:, None]
    level = [np.broadcast_to(c, (STEPS, 2)) for c in controls]
    for width in (1, 2):
        level = [
            _blend(level[k], level[k + 1], knots[k], knots[k + width], t)  # over ever wider spans
            for k in range(len(level) - 1)
        ]
    return _blend(level[0], level[1], knots[1], knots[2], t)


def _blend(first: Line, second: Line, start: float, end: float, t: Line) -> Line:
    return (end - t) / (end - start) * first + (t - start) / (end - start) * second


def resampled(line: Line, count: int) -> Line:
    """So many points, evenly spaced along a polyline."""
    along = lengths(line)
    at = np.linspace(0, along[-1], count)
    return np.c_[np.interp(at, along, line[:, 0]), np.interp(at, along, line[:, 1])]


def lengths(line: Line) -> NDArray[np.float64]:
    """How far along the polyline each of its points lies."""
    step = np.diff(line, axis=0)
    return np.concatenate(([0.0], np.cumsum(np.hypot(step[:, 0], step[:, 1]))))


def mirrored(line: Line) -> Line:
    """The other half of the body."""
    return line * (-1, 1)
