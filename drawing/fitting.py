"""Polylines as short SVG paths: cubic curves fitted to them (Schneider 1990), relative, one decimal.

An axis-free text is the product here, so sizes count: a straight piece becomes `l`, a zero before the point and a
blank before a minus are left out.
"""

import math
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from shapely import LineString, MultiPolygon, Polygon

from drawing.curves import Line, lengths, resampled

TOLERANCE = 0.35  # how far a fitted curve may stray, in source units
SCALE = 0.5  # source units to those of the view box
STRAIGHT = 0.14  # below this bulge, in view box units, a piece is written as a line
HOPELESS = 8  # times the tolerance: split at once instead of trying other parameters
STEP = 0.8  # source units between the points that a path is fitted to
CORNER = 0.85  # rad; a sharper turn starts a new curve

Cubic = NDArray[np.float64]
"""(4, 2) control points."""


def _unit(v: Line) -> Line:
    size = math.hypot(v[0], v[1])
    return v / size if size else v


def _basis(t: Line) -> Line:
    """The four Bernstein polynomials at each parameter."""
    u = 1 - t
    return np.stack((u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t), axis=1)


def _cubic(data: Line, basis: Line, start: Line, end: Line) -> Cubic:
    """The cubic with the given end tangents that passes the data most closely."""
    b0, b1, b2, b3 = basis.T
    cosine = float(start @ end)
    n11, n12, n22 = float(b1 @ b1), float(b1 @ b2) * cosine, float(b2 @ b2)
    rest = data - np.outer(b0 + b1, data[0]) - np.outer(b2 + b3, data[-1])
    r1, r2 = float(b1 @ rest @ start), float(b2 @ rest @ end)
    chord = math.dist(data[0], data[-1])
    determinant = n11 * n22 - n12 * n12
    reach = (chord / 3, chord / 3)
    if abs(determinant) > 1e-9:
        reach = ((r1 * n22 - r2 * n12) / determinant, (n11 * r2 - n12 * r1) / determinant)
    if min(reach) < 1e-3 * chord:
        reach = (chord / 3, chord / 3)
    return np.array([data[0], data[0] + start * reach[0], data[-1] + end * reach[1], data[-1]])


def _improved(cubic: Cubic, off: Line, u: Line) -> Line:
    """One Newton step of every parameter towards the nearest point of the cubic."""
    legs = np.diff(cubic, axis=0)
    v = 1 - u
    first = 3 * np.stack((v * v, 2 * v * u, u * u), axis=1) @ legs
    second = 6 * np.stack((v, u), axis=1) @ np.diff(legs, axis=0)
    over = np.einsum("ij,ij->i", off, first)
    under = np.einsum("ij,ij->i", first, first) + np.einsum("ij,ij->i", off, second)
    safe = np.abs(under) > 1e-9
    moved = np.where(safe, u - over / np.where(safe, under, 1), u)
    return np.maximum.accumulate(np.clip(moved, 0, 1))


def fitted(data: Line, start: Line | None = None, end: Line | None = None, tolerance: float = TOLERANCE) -> list[Cubic]:
    """Cubics along a smooth polyline, split where one is not enough."""
    k = min(2, len(data) - 1)
    start = _unit(data[k] - data[0]) if start is None else start
    end = _unit(data[-1 - k] - data[-1]) if end is None else end
    if len(data) <= 3:
        third = math.dist(data[0], data[-1]) / 3
        return [np.array([data[0], data[0] + start * third, data[-1] + end * third, data[-1]])]
    along = lengths(data)
    u = along / along[-1]
    off = u
    for _ in range(4):
        basis = _basis(u)
        cubic = _cubic(data, basis, start, end)
        gap = basis @ cubic - data
        off = np.hypot(gap[:, 0], gap[:, 1])
        if off.max() < tolerance:
            return [cubic]
        if off.max() > HOPELESS * tolerance:
            break
        u = _improved(cubic, gap, u)
    middle = int(np.clip(off.argmax(), 2, len(data) - 3)) if len(data) > 5 else len(data) // 2
    through = _unit(data[middle - 1] - data[middle + 1])
    return fitted(data[: middle + 1], start, through, tolerance) + fitted(data[middle:], -through, end, tolerance)


def _number(value: float) -> str:
    text = f"{value:.1f}".rstrip("0").rstrip(".")
    if text in {"-0", ""}:
        return "0"
    return (
        text.replace("-0.", "-.", 1) if text.startswith("-0.") else text.removeprefix("0") if "." in text[:2] else text
    )


def _numbers(values: Iterable[float]) -> str:
    text = ""
    for value in map(_number, values):
        text += _between(text, value) + value
    return text


def _between(text: str, numbers: str) -> str:
    """What must stand between path data and more numbers: nothing where a sign or a second point ends the last one."""
    can_touch = not text or numbers[0] == "-" or (numbers[0] == "." and "." in re.split("[a-zA-Z -]", text)[-1])
    return "" if can_touch else " "


def _tenths(at: Line) -> Line:
    """Rounded in two steps, so that noise in the last bit cannot decide a tie: another machine writes the same text."""
    return np.round(np.round(at, 6), 1)


def path(cubics: Sequence[Cubic]) -> str:
    """The path data of joined cubics, at the scale of the view box."""
    scaled = [cubic * SCALE for cubic in cubics]
    here = _tenths(scaled[0][0])
    text, last = "M" + _numbers(here), ""
    for cubic in scaled:
        to = _tenths(cubic[3])
        chord = cubic[3] - cubic[0]
        size = max(float(np.hypot(*chord)), 1e-6)
        bulge = max(abs(chord[0] * leg[1] - chord[1] * leg[0]) / size for leg in (cubic[1:3] - cubic[0]))
        if bulge < STRAIGHT:
            kind, values = "l", [*(to - here)]
        else:
            kind, values = "c", [*(_tenths(cubic[1]) - here), *(_tenths(cubic[2]) - here), *(to - here)]
        numbers = _numbers(values)
        text += (kind if kind != last else _between(text, numbers)) + numbers
        here, last = to, kind
    return text


def ring_path(ring: Line, tolerance: float = TOLERANCE) -> str:
    """The path of a closed polyline (first point again at its end), split at its corners."""
    around = resampled(ring, max(12, int(lengths(ring)[-1] / STEP)))[:-1]
    turn = _turns(np.concatenate((around[-2:], around, around[:2])))
    sharpest = np.max([np.roll(turn, shift) for shift in range(-5, 5)], axis=0)
    first = _corners(turn, sharpest) or [int(np.argmax(turn))]
    turned = np.concatenate((around[first[0] :], around[: first[0] + 1]))
    return _split_path(turned, [corner - first[0] for corner in first], tolerance) + "z"


def open_path(line: Line, tolerance: float = TOLERANCE) -> str:
    """The path of an open polyline, split at its corners."""
    along = resampled(line, max(12, int(lengths(line)[-1] / STEP)))
    turn = np.pad(_turns(along), 2)
    around = np.pad(turn, 5)
    sharpest = np.max([around[5 + shift : len(around) - 5 + shift] for shift in range(-4, 6)], axis=0)
    return _split_path(along, [0, *_corners(turn, sharpest)], tolerance)


def _turns(line: Line) -> Line:
    """How sharply the line turns at each of its points but two at either end, rad."""
    ahead = line[2:] - line[:-2]
    ahead = ahead / np.hypot(ahead[:, 0], ahead[:, 1])[:, None]
    return np.arccos(np.clip(np.einsum("ij,ij->i", ahead[:-2], ahead[2:]), -1, 1))


def _corners(turn: Line, sharpest: Line) -> list[int]:
    return [int(i) for i in np.flatnonzero((turn > CORNER) & (turn >= sharpest))]


def _split_path(line: Line, corners: Sequence[int], tolerance: float) -> str:
    cubics: list[Cubic] = []
    for here, there in pairwise((*corners, len(line) - 1)):
        cubics += fitted(line[here : there + 1], tolerance=tolerance)
    return path(cubics)


def polygon_path(shape: Polygon | MultiPolygon, tolerance: float = TOLERANCE) -> str:
    """The path of a shape's outlines, holes too."""
    pieces = shape.geoms if isinstance(shape, MultiPolygon) else [shape]
    rings = [ring for piece in pieces for ring in (piece.exterior, *piece.interiors)]
    return "".join(ring_path(np.array(ring.coords), tolerance) for ring in rings)


def line_path(line: LineString, tolerance: float = 0.5) -> str:
    """The path of an open line."""
    return path(fitted(resampled(np.array(line.coords), max(6, int(line.length / 4))), tolerance=tolerance))
