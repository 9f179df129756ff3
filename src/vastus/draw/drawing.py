"""The prepared drawing: `parts.json`, which `scripts/draw` writes, as frozen values.

Lengths are units of the view box. A view is given as its right half (the left of a person seen from the front), about
the body's middle line at x = 0; the silhouette is whole too, where somebody wants the outline alone.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, cast

from vastus.draw.halving import half


class Sex(StrEnum):
    """Whose proportions the figure has."""

    MALE = "male"
    FEMALE = "female"


class Side(StrEnum):
    """From where the body is seen."""

    FRONT = "front"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Part:
    """One muscle or head as it is seen in a view: its outline, and its fibers where it has some."""

    id: str
    outline: str
    fibers: str


@dataclass(frozen=True, slots=True)
class View:
    """One side of the body: the skin, lines on it (hands, face, tendons), and its parts.

    `half_silhouette` is an open path from the crown to the crotch, to be mirrored; "" where it cannot be had.
    """

    silhouette: str
    half_silhouette: str
    details: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Both views of one body, the view box that holds them, and where the middle of each stands in it."""

    width: float
    height: float
    centers: Mapping[Side, tuple[float, float]]
    views: Mapping[Side, View]


@cache
def drawing(sex: Sex) -> Drawing:
    """The whole figure, with fibers."""
    return _drawing("figures", sex)


@cache
def simple_drawing(sex: Sex) -> Drawing:
    """The figure for small sizes: fewer, simpler parts, no fibers."""
    return _drawing("simple", sex)


@cache
def _prepared() -> dict[str, Any]:
    return json.loads(files("vastus.draw").joinpath("parts.json").read_text("utf-8"))


def _drawing(kind: str, sex: Sex) -> Drawing:
    prepared = _prepared()
    width, height = cast("tuple[float, float]", prepared["size"])
    return Drawing(
        width,
        height,
        {side: (prepared["views"][side][0], prepared["views"][side][1]) for side in Side},
        {side: _view(prepared[kind][sex][side]) for side in Side},
    )


def _view(given: dict[str, Any]) -> View:
    parts = (Part(part["id"], part["d"], part.get("fibers") or "") for part in given["parts"])
    return View(given["silhouette"], half(given["silhouette"]), given.get("details") or "", tuple(parts))
