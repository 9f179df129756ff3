"""Polylines as short SVG paths: cubic curves fitted to them (Schneider 1990), relative, one decimal.

An axis-free text is the product here, so sizes count: a straight piece becomes `l`, a zero before the point and a
blank before a minus are left out.
"""

import re
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from shapely import LineString, MultiPolygon, Polygon

from drawing.curves import Line, lengths, resampled

TOLERANCE = 0.35  # how far a fitted curve may stray, in source units
SCALE = 0.5  # source units to those of the view box
STRAIGHT = 0.14  # below this bulge, in view box units, a piece is written as a line
HOPELESS = 8  # times the tolerance: split at once instead of trying other parameters
CORNER = 0.85  # rad; a sharper turn starts a new curve

Cubic = NDArray[np.float64]
"""(4, 2) control points."""


def _unit(v: Line) -> Line:
    size = float(np.hypot(v[0], v[1]))
    return v / size if size else v


def _at(cubic: Cubic, t: Line) -> Line:
    t = t[:, None]
    return (
        (1 - t) ** 3 * cubic[0] + 3 * (1 - t) ** 2 * t * cubic[1] + 3 * (1 - t) * t * t * cubic[2] + t**3 * cubic[3]
    )


def _cubic(data: Line, u: Line, start: Line, end: Line) -> Cubic:
    """The cubic with the given end tangents that passes the data most closely at the parameters u."""
    b0, b1, b2, b3 = (1 - u) ** 3, 3 * (1 - u) ** 2 * u, 3 * (1 - u) * u * u, u**3
    first, second = b1[:, None] * start, b2[:, None] * end
    normal = np.array([
        [np.sum(first * first), np.sum(first * second)],
        [np.sum(first * second), np.sum(second * second)],
    ])
    rest = data - ((b0 + b1)[:, None] * data[0] + (b2 + b3)[:, None] * data[-1])
    right = np.array([np.sum(first * rest), np.sum(second * rest)])
    chord = float(np.hypot(*(data[-1] - data[0])))
    determinant = normal[0, 0] * normal[1, 1] - normal[0, 1] * normal[1, 0]
    reach = (chord / 3, chord / 3)
    if abs(determinant) > 1e-9:
        reach = (
            (right[0] * normal[1, 1] - right[1] * normal[0, 1]) / determinant,
            (normal[0, 0] * right[1] - normal[1, 0] * right[0]) / determinant,
        )
    if min(reach) < 1e-3 * chord:
        reach = (chord / 3, chord / 3)
    return np.array([data[0], data[0] + start * reach[0], data[-1] + end * reach[1], data[-1]])


def _improved(cubic: Cubic, data: Line, u: Line) -> Line:
    """One Newton step of every parameter towards the nearest point of the cubic."""
    off = _at(cubic, u) - data
    legs = np.diff(cubic, axis=0)
    v = u[:, None]
    first = 3 * ((1 - v) ** 2 * legs[0] + 2 * (1 - v) * v * legs[1] + v * v * legs[2])
    bends = np.diff(legs, axis=0)
    second = 6 * ((1 - v) * bends[0] + v * bends[1])
    over = np.sum(off * first, 1)
    under = np.sum(first * first, 1) + np.sum(off * second, 1)
    safe = np.abs(under) > 1e-9
    moved = np.where(safe, u - over / np.where(safe, under, 1), u)
    return np.maximum.accumulate(np.clip(moved, 0, 1))


def fitted(
    data: Line, start: Line | None = None, end: Line | None = None, tolerance: float = TOLERANCE
) -> list[Cubic]:
    """Cubics along a smooth polyline, split where one is not enough."""
    k = min(2, len(data) - 1)
    start = _unit(data[k] - data[0]) if start is None else start
    end = _unit(data[-1 - k] - data[-1]) if end is None else end
    if len(data) <= 3:
        third = np.hypot(*(data[-1] - data[0])) / 3
        return [np.array([data[0], data[0] + start * third, data[-1] + end * third, data[-1]])]
    along = lengths(data)
    u = along / along[-1]
    off = u
    for _ in range(5):
        cubic = _cubic(data, u, start, end)
        gap = _at(cubic, u) - data
        off = np.hypot(gap[:, 0], gap[:, 1])
        if off.max() < tolerance:
            return [cubic]
        if off.max() > HOPELESS * tolerance:
            break
        u = _improved(cubic, data, u)
    middle = int(np.clip(off.argmax(), 2, len(data) - 3)) if len(data) > 5 else len(data) // 2
    through = _unit(data[middle - 1] - data[middle + 1])
    return fitted(data[: middle + 1], start, through, tolerance) + fitted(data[middle:], -through, end, tolerance)


def _number(value: float) -> str:
    text = f"{value:.1f}".rstrip("0").rstrip(".")
    if text in {"-0", ""}:
        return "0"
    return text.replace("-0.", "-.", 1) if text.startswith("-0.") else text.removeprefix("0") if "." in text[:2] else text


def _numbers(values: Iterable[float]) -> str:
    text = ""
    for value in map(_number, values):
        can_touch = not text or value[0] == "-" or (value[0] == "." and "." in re.split("[ -]", text)[-1])
        text += value if can_touch else " " + value
    return text


def path(cubics: Sequence[Cubic]) -> str:
    """The path data of joined cubics, at the scale of the view box."""
    scaled = [cubic * SCALE for cubic in cubics]
    here = np.round(scaled[0][0], 1)
    text, last = "M" + _numbers(here), ""
    for cubic in scaled:
        to = np.round(cubic[3], 1)
        chord = cubic[3] - cubic[0]
        size = max(float(np.hypot(*chord)), 1e-6)
        bulge = max(abs(chord[0] * leg[1] - chord[1] * leg[0]) / size for leg in (cubic[1:3] - cubic[0]))
        if bulge < STRAIGHT:
            kind, values = "l", [*(to - here)]
        else:
            kind, values = "c", [*(np.round(cubic[1], 1) - here), *(np.round(cubic[2], 1) - here), *(to - here)]
        numbers = _numbers(values)
        text += (kind if kind != last else "" if numbers[0] == "-" else " ") + numbers
        here, last = to, kind
    return text


def ring_path(ring: Line, tolerance: float = TOLERANCE) -> str:
    """The path of a closed polyline (first point again at its end), split at its corners."""
    around = resampled(ring, max(12, int(lengths(ring)[-1] / 0.8)))[:-1]
    count = len(around)
    into = np.array([_unit(around[i] - around[i - 2]) for i in range(count)])
    out = np.array([_unit(around[(i + 2) % count] - around[i]) for i in range(count)])
    turn = np.arccos(np.clip(np.sum(into * out, 1), -1, 1))
    corners = [
        i for i in range(count) if turn[i] > CORNER and turn[i] >= max(turn[(i + j) % count] for j in range(-4, 5))
    ] or [int(np.argmax(turn))]
    cubics: list[Cubic] = []
    for here, there in zip(corners, [*corners[1:], corners[0] + count], strict=True):
        cubics += fitted(around[[i % count for i in range(here, there + 1)]], tolerance=tolerance)
    return path(cubics) + "z"


def polygon_path(shape: Polygon | MultiPolygon, tolerance: float = TOLERANCE) -> str:
    """The path of a shape's outlines, holes too."""
    pieces = shape.geoms if isinstance(shape, MultiPolygon) else [shape]
    rings = [ring for piece in pieces for ring in (piece.exterior, *piece.interiors)]
    return "".join(ring_path(np.array(ring.coords), tolerance) for ring in rings)


def line_path(line: LineString, tolerance: float = 0.5) -> str:
    """The path of an open line."""
    return path(fitted(resampled(np.array(line.coords), max(6, int(line.length / 4))), tolerance=tolerance))
