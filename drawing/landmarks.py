"""The table of origins and insertions, and how far the drawing keeps to it."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from shapely import Point, get_coordinates
from shapely.ops import unary_union

from drawing.curves import Line
from drawing.cutting import Cut, area
from drawing.source import HERE, Proportions, View
from vastus.domain.source import Confidence

_CITATION = re.compile(r"\[([A-Z])\] (\w+), (\S.*)")


@dataclass(frozen=True)
class Citation:
    """Where it stands that a part is attached so: how sure, a key of the sources, and the place in it."""

    mark: Confidence
    source: str
    place: str


@dataclass(frozen=True)
class Attachment:
    """Where a part begins and ends in a view; a side without landmarks lies out of sight."""

    part: str
    view: str
    origin: tuple[str, ...]
    insertion: tuple[str, ...]
    sources: tuple[Citation, ...]
    seen: float
    why: str | None


@dataclass(frozen=True)
class Landmarks:
    """The table: sources by key, places by view and name, attachments, and how far a part may be from a place."""

    sources: dict[str, str]
    places: dict[str, dict[str, tuple[float, float]]]
    attachments: tuple[Attachment, ...]
    reach: float


def landmarks() -> Landmarks:
    """What `landmarks.toml` says."""
    return read_landmarks((HERE / "landmarks.toml").read_text("utf-8"))


def read_landmarks(toml: str) -> Landmarks:
    """The table as it is written.

    Raises:
        ValueError: a row has no source, or one that cannot be found: which row, and what to write.
    """
    given = tomllib.loads(toml)
    return Landmarks(
        given["sources"],
        {view: {name: (at[0], at[1]) for name, at in given[view].items()} for view in ("front", "back")},
        tuple(
            Attachment(
                row["part"],
                row["view"],
                tuple(row["origin"]),
                tuple(row["insertion"]),
                tuple(_citations(row, given["sources"])),
                row.get("seen", given["seen"]),
                row.get("why"),
            )
            for row in given["attachment"]
        ),
        given["reach"],
    )


def _citations(row: Mapping[str, Any], sources: Mapping[str, str]) -> Iterator[Citation]:
    where = f"landmarks.toml, {row['part']} on the {row['view']}"
    if not row.get("sources"):
        raise ValueError(f'{where}: no source; write sources = ["[V] gray, p. 470"], or [M] for what is from memory')
    for words in row["sources"]:
        match = _CITATION.fullmatch(words)
        if match is None:
            raise ValueError(f"{where}: '{words}' is not '[mark] source, place'")
        mark, source, place = match.groups()
        if mark not in set(Confidence):
            raise ValueError(f"{where}: there is no mark [{mark}]; it is one of {', '.join(Confidence)}")
        if source not in sources:
            raise ValueError(f"{where}: '{source}' is not in [sources]; it is one of {', '.join(sources)}")
        yield Citation(Confidence(mark), source, place)


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
