"""The table of origins and insertions, and how far the drawing keeps to it."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from shapely import Point, get_coordinates
from shapely.ops import unary_union

from drawing.curves import Line
from drawing.cutting import Cut, area
from drawing.source import HERE, Proportions, View


@dataclass(frozen=True)
class Attachment:
    """Where a part begins and ends in a view; a side without landmarks lies out of sight."""

    part: str
    view: str
    origin: tuple[str, ...]
    insertion: tuple[str, ...]
    seen: float
    why: str | None


@dataclass(frozen=True)
class Landmarks:
    """The table: places by view and name, attachments, and how far a part may stay away from a place."""

    places: dict[str, dict[str, tuple[float, float]]]
    attachments: tuple[Attachment, ...]
    reach: float


def landmarks() -> Landmarks:
    """What `landmarks.toml` says."""
    given = tomllib.loads((HERE / "landmarks.toml").read_text("utf-8"))
    return Landmarks(
        {view: {name: (at[0], at[1]) for name, at in given[view].items()} for view in ("front", "back")},
        tuple(
            Attachment(
                row["part"],
                row["view"],
                tuple(row["origin"]),
                tuple(row["insertion"]),
                row.get("seen", given["seen"]),
                row.get("why"),
            )
            for row in given["attachment"]
        ),
        given["reach"],
    )


def faults(row: Attachment, table: Landmarks, view: View, made: Cut, sizes: Proportions) -> Iterator[str]:
    """What the drawing of one part does otherwise than its row says."""
    places = table.places[row.view]
    whole = unary_union([area(shape) for shape in view.shapes if shape.part == row.part])
    for name in (*row.origin, *row.insertion):
        away = whole.distance(Point(places[name]))
        if away > table.reach:
            yield f"{row.part} on the {row.view} ends {away:.0f} units from '{name}'"
    if row.origin and row.insertion:
        start, end = (_middle([places[name] for name in names]) for names in (row.origin, row.insertion))
        seen = unary_union([piece.area.buffer(sizes.rounding) for piece in made.pieces if piece.part == row.part])
        share = _share(get_coordinates(seen), start, end)
        if share < row.seen:
            yield f"{row.part} on the {row.view} shows {share:.2f} of its way, {row.seen} at least"


def _middle(points: Sequence[tuple[float, float]]) -> Line:
    return np.mean(np.array(points, float), axis=0)


def _share(outline: Line, start: Line, end: Line) -> float:
    """How much of the way from start to end the outline covers."""
    way = end - start
    along = np.clip((outline - start) @ way / (way @ way), 0, 1)
    return float(along.max() - along.min())
