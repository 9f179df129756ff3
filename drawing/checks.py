"""What must hold of the drawing, found out from the file that ships. Each fault is a sentence.

Lengths are in source units (a head is 100); paths are in units of the view box, half of that.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from shapely import maximum_inscribed_circle

from drawing.fitting import SCALE
from drawing.shipped import Part, mirrored, parts, silhouette
from drawing.source import rows

MIN_WIDTH = 5.0  # of a part at its widest; the floor asked for is 4
MIN_GAP = 1.6  # the source says 2.3; fitting and rounding to a tenth take some of it
MIN_PIECE = 20.0  # square units
MAX_OUTSIDE = 0.05  # square units
MAX_PATHS = 30  # parts of the simple drawing, both views
MAX_PAIR_BYTES = 24_000  # path data of both views of one body; leaves 6 kB for markup
MAX_SIMPLE_BYTES = 12_000


def faults(drawing: Mapping[str, Any], pieces: Mapping[tuple[str, str, str], int]) -> Iterator[str]:
    """Every fault of the shipped drawing; `pieces` says of how many shapes a part of a sex and view is made."""
    for sex, views in drawing["figures"].items():
        drawn = {(part["id"], side) for side, view in views.items() for part in view["parts"]}
        wanted = {(row.part, side) for row in rows() for side in row.views}
        yield from (f"{sex}: {part} is lost from the {side}" for part, side in sorted(wanted - drawn))
        yield from (f"{sex}: {part} on the {side} is in no table" for part, side in sorted(drawn - wanted))
        size = sum(_size(view) for view in views.values())
        if size > MAX_PAIR_BYTES:
            yield f"{sex}: {size} bytes of paths, {MAX_PAIR_BYTES} allowed"
        for side, view in views.items():
            for part in parts(view):
                if (expected := pieces.get((sex, side, part.id))) != len(part.pieces):
                    yield f"{sex} {side}: {part.id} has {len(part.pieces)} pieces, not {expected}"
            yield from (f"{sex} {side}: {fault}" for fault in view_faults(view))
    for sex, views in drawing["simple"].items():
        count = sum(len(view["parts"]) for view in views.values())
        if count > MAX_PATHS:
            yield f"simple {sex}: {count} paths, {MAX_PATHS} allowed"
        size = sum(_size(view) for view in views.values())
        if size > MAX_SIMPLE_BYTES:
            yield f"simple {sex}: {size} bytes of paths, {MAX_SIMPLE_BYTES} allowed"
        for side, view in views.items():
            yield from (f"simple {sex} {side}: {fault}" for fault in view_faults(view))


def _size(view: Mapping[str, Any]) -> int:
    return len(view["half_silhouette"] + view["details"]) + sum(len(p["d"] + p["fibers"]) for p in view["parts"])


def width(part: Part) -> float:
    """The width of a part's narrowest piece, where that is widest: the diameter of the largest circle inside."""
    return min(2 * maximum_inscribed_circle(piece).length / SCALE for piece in part.pieces)


def view_faults(view: Mapping[str, Any]) -> Iterator[str]:
    """Every fault of one view: thin, a speck, outside, too near to its mirror image or to a neighbor."""
    body = silhouette(view)
    drawn = parts(view)
    for part in drawn:
        if not part.pieces:
            yield f"{part.id} is lost"
            continue
        if width(part) < MIN_WIDTH:
            yield f"{part.id} is {width(part):.1f} wide, {MIN_WIDTH} at least"
        for piece in part.pieces:
            if piece.area / SCALE**2 < MIN_PIECE:
                yield f"{part.id} has a speck of {piece.area / SCALE**2:.0f}"
            if piece.difference(body).area / SCALE**2 > MAX_OUTSIDE:
                yield f"{part.id} is painted outside the silhouette"
            if piece.distance(mirrored(piece)) / SCALE < MIN_GAP:
                yield f"{part.id} touches its mirror image"
    yield from _gaps(drawn)


def _gaps(drawn: Sequence[Part]) -> Iterator[str]:
    every = [(part.id, piece) for part in drawn for piece in part.pieces]
    for (name, piece), (other, neighbor) in combinations(every, 2):
        gap = piece.distance(neighbor) / SCALE
        if gap < MIN_GAP:
            yield f"{name} is {gap:.1f} from {other} at {piece.centroid.x / SCALE:.0f},{piece.centroid.y / SCALE:.0f}"
