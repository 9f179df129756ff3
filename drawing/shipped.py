"""The shipped drawing read back: its paths as shapes, so that checks see what a reader sees and not what was meant."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from shapely import MultiPolygon, Polygon
from shapely.affinity import scale
from shapely.ops import unary_union

from drawing.curves import Line

STROKE = 1.0  # half the width of the stroke around a part, in units of the view box
_COMMAND = re.compile(r"([MlcZz])([^MlcZz]*)")
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
_T = np.linspace(0, 1, 9)[1:, None]


@dataclass(frozen=True)
class Part:
    """What is painted of a part, edge included: one polygon for each subpath."""

    id: str
    pieces: tuple[Polygon, ...]


def rings(data: str) -> Iterator[Line]:
    """The subpaths of our own kind of path data as polylines: `M`, then relative `l` and `c`.

    >>> [ring.tolist() for ring in rings("M1 2l3 0 0 3z")]
    [[[1.0, 2.0], [4.0, 2.0], [4.0, 5.0]]]
    """
    line: list[Line] = []
    for command, text in _COMMAND.findall(data):
        numbers = np.array([float(n) for n in _NUMBER.findall(text)]).reshape(-1, 2)
        if command == "M":
            if line:
                yield np.concatenate(line)
            line = [numbers[:1]]
        elif command == "l":
            line.append(line[-1][-1] + np.cumsum(numbers, axis=0))
        elif command == "c":
            for a, b, c in numbers.reshape(-1, 3, 2):
                here = line[-1][-1]
                t = _T
                line.append(here + 3 * (1 - t) ** 2 * t * a + 3 * (1 - t) * t * t * b + t**3 * c)
    if line:
        yield np.concatenate(line)


def silhouette(view: Mapping[str, Any]) -> MultiPolygon:
    """The body with its outline's pieces."""
    whole = unary_union([Polygon(ring).buffer(0) for ring in rings(view["silhouette"])])
    return whole if isinstance(whole, MultiPolygon) else MultiPolygon([whole])  # type: ignore[list-item]


def parts(view: Mapping[str, Any]) -> list[Part]:
    """The parts of the right half, as they are painted."""
    return [
        Part(part["id"], tuple(Polygon(ring).buffer(STROKE) for ring in rings(part["d"])))  # type: ignore[misc]
        for part in view["parts"]
    ]


def mirrored(shape: Polygon) -> Polygon:
    """The other half."""
    return scale(shape, -1, 1, origin=(0, 0))
