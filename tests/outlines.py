"""Outlines of SVG as points, enough to say where a part of the figure is."""

import re
from itertools import pairwise

Point = tuple[float, float]
_TOKEN = re.compile(r"[a-zA-Z]|-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?")
_TAKES = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "z": 0}


def polygons(path: str) -> list[list[Point]]:
    """The closed outlines of a path, curves as eight pieces."""
    tokens = _TOKEN.findall(path)
    found: list[list[Point]] = []
    at, handle, command, place = (0.0, 0.0), (0.0, 0.0), "", 0
    while place < len(tokens):
        if tokens[place].isalpha():
            command = tokens[place]
            place += 1
        kind = command.lower()
        numbers = [float(each) for each in tokens[place : place + _TAKES[kind]]]
        place += _TAKES[kind]
        if kind == "z":
            at = found[-1][0]
            continue
        origin = at if command.islower() else (0.0, 0.0)
        if kind in "hv":
            at = (origin[0] + numbers[0], at[1]) if kind == "h" else (at[0], origin[1] + numbers[0])
            found[-1].append(at)
            continue
        points = [(origin[0] + x, origin[1] + y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
        if kind == "m":
            found.append([points[0]])
            command = "l" if command == "m" else "L"
        elif kind == "l":
            found[-1].append(points[0])
        else:
            first = points[0] if kind != "s" else (2 * at[0] - handle[0], 2 * at[1] - handle[1])
            controls = [at, first, *(points[1:] if kind != "s" else points)]
            found[-1] += [_bezier(controls, step / 8) for step in range(1, 9)]
            handle = controls[-2]
        at = points[-1]
        if kind not in "cs":
            handle = at
    return found


def _bezier(points: list[Point], t: float) -> Point:
    while len(points) > 1:
        points = [(a[0] * (1 - t) + b[0] * t, a[1] * (1 - t) + b[1] * t) for a, b in pairwise(points)]
    return points[0]


def inside(polygon: list[Point]) -> list[Point]:
    """Points inside an outline, where it is widest first: at several heights, at several places of its widest run."""
    ys = [y for _, y in polygon]
    low, high = min(ys), max(ys)
    runs: list[tuple[float, float, float]] = []
    for step in range(1, 24):
        y = low + (high - low) * step / 24
        crossings = sorted(
            a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1])
            for a, b in pairwise([*polygon, polygon[0]])
            if (a[1] <= y) != (b[1] <= y)
        )
        runs += [(right - left, left, y) for left, right in zip(crossings[::2], crossings[1::2], strict=False)]
    widest = sorted(runs, reverse=True)[:6]
    return [(left + width * share, y) for width, left, y in widest for share in (0.5, 0.35, 0.65)]
