"""Cutting: what is seen of each part when everything that lies above it has been taken away.

A part is cut by its higher neighbors grown by the gap, and to the silhouette shrunk by the rim: gaps and rim come out
even however roughly the points were placed, and moving one muscle cuts its neighbors anew.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from shapely import LineString, MultiPolygon, Polygon, box, get_parts
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient
from shapely.ops import unary_union

from drawing.curves import Line, mirrored, resampled
from drawing.source import Proportions, Shape, View

SPECK = 20.0  # square units; smaller left-overs of a cut are dropped, larger ones are an error
FIBER_EDGE = 3.4  # how far a fiber stays from the edge of its part
FIBER_LENGTH = 12.0  # shorter ones are left out
FINE = 0.02  # how far points may be left out of a polyline
OVERLAP = 0.6  # how far the half outline goes beyond the middle line
BRIDGE = 5.0  # half of the widest notch that the simple drawing fills
SPUR = 1.5  # half of the narrowest spur that it keeps
COARSE = 0.6  # how much smaller a region of the simple drawing is made
MITTEN = 5.0  # half of what counts as a gap between fingers
SMOOTHING = 0.6  # rounds the notches where head, ears and body meet


@dataclass(frozen=True)
class Piece:
    """What is seen of one shape; `area` lacks the edge that is painted as a stroke."""

    part: str
    area: Polygon
    fibers: tuple[LineString, ...]


@dataclass(frozen=True)
class Cut:
    """A view after the cut, and what went wrong: shapes of which nothing is left, or that fall apart."""

    silhouette: BaseGeometry
    pieces: tuple[Piece, ...]
    faults: tuple[str, ...]


def cut(view: View, sizes: Proportions) -> Cut:
    """Every shape of the view as it is seen."""
    head = Polygon(np.concatenate((view.head, mirrored(view.head)[::-1])))
    silhouette = _silhouette(view, head)
    room = silhouette.buffer(-sizes.rim).intersection(box(sizes.gap / 2, -50, 400, 900)).difference(head.buffer(2))
    rough = [area(shape) for shape in view.shapes]
    grown = [each.buffer(sizes.gap, quad_segs=8) for each in rough]
    pieces: list[Piece] = []
    faults: list[str] = []
    for number, (shape, whole) in enumerate(zip(view.shapes, rough, strict=True)):
        above = [
            grown[other]
            for other, each in enumerate(view.shapes)
            if (each.depth > shape.depth or (each.depth == shape.depth and other < number))
            and grown[other].intersects(whole)
        ]
        seen = whole.intersection(room).difference(unary_union(above))
        inner = seen.buffer(-sizes.rounding, join_style="mitre", mitre_limit=3)  # a stroke gives the rest back, rounder
        found = [p for p in polygons(inner) if p.area > SPECK]
        if len(found) != 1:
            where = ", ".join(f"{p.area:.0f} at {p.centroid.x:.0f},{p.centroid.y:.0f}" for p in found)
            faults.append(f"{shape.part}: {f'falls into pieces ({where})' if found else 'nothing is left of it'}")
        if found:
            piece = Polygon(found[0].exterior)
            pieces.append(Piece(shape.part, piece, tuple(_fibers(shape, piece.buffer(sizes.rounding - FIBER_EDGE)))))
    return Cut(silhouette, tuple(pieces), tuple(faults))


def _silhouette(view: View, head: Polygon) -> BaseGeometry:
    body = Polygon(np.concatenate((view.body, mirrored(view.body)[::-1]))).buffer(0)
    extras = [Polygon(side) for line in view.extras for side in (line, mirrored(line))]
    return (
        unary_union([body, head, *extras]).buffer(SMOOTHING).buffer(-SMOOTHING).simplify(FINE, preserve_topology=False)
    )


def area(shape: Shape) -> Polygon:
    """What a shape covers before it is cut."""
    if shape.outline is not None:
        outline = shape.outline
    else:
        first, second = shape.edges
        outline = np.concatenate((first, second[::-1]))
    return polygons(Polygon(outline).buffer(0).simplify(FINE, preserve_topology=False))[0]


def polygons(shape: BaseGeometry) -> list[Polygon]:
    """The polygons in a geometry, largest first."""
    found = [each for each in get_parts(shape) if isinstance(each, Polygon) and not each.is_empty]
    return sorted(found, key=lambda each: -each.area)


def _fibers(shape: Shape, core: BaseGeometry) -> Iterable[LineString]:
    for line in (*_between(shape), *map(LineString, shape.fiber_lines)):
        inside = line.intersection(core)
        runs = [run for run in get_parts(inside) if isinstance(run, LineString) and run.length > FIBER_LENGTH]
        if runs:
            yield max(runs, key=lambda run: run.length)


def _between(shape: Shape) -> Iterable[LineString]:
    """Lines between the two edges, without their ends."""
    if len(shape.edges) != 2:
        return
    first, second = (resampled(edge, 40) for edge in shape.edges)
    for number in range(shape.fibers):
        share = (number + 1) / (shape.fibers + 1)
        yield LineString((first * (1 - share) + second * share)[6:34])


def merged(pieces: Sequence[Piece], others: Sequence[Piece], sizes: Proportions) -> MultiPolygon:
    """Several parts as one, without the gaps and notches between them, clear of the others, for the simple drawing."""
    whole = unary_union([piece.area.buffer(sizes.rounding, quad_segs=8) for piece in pieces])
    closed = whole.buffer(BRIDGE, quad_segs=8).buffer(-BRIDGE, quad_segs=8)
    near = [piece.area for piece in others if piece.area.distance(closed) < sizes.rounding + sizes.gap]
    free = closed.difference(unary_union([area.buffer(sizes.rounding + sizes.gap, quad_segs=8) for area in near]))
    smooth = free.buffer(-SPUR, quad_segs=8).buffer(SPUR, quad_segs=8)
    room = box(sizes.gap / 2 + sizes.rounding + 2 * COARSE, -50, 400, 900)
    inner = smooth.buffer(-sizes.rounding - COARSE, join_style="mitre", mitre_limit=2).intersection(room)
    return MultiPolygon([Polygon(p.exterior) for p in polygons(inner) if p.area > SPECK])


def simplified(silhouette: BaseGeometry) -> MultiPolygon:
    """The body without fingers and toes, for the simple drawing."""
    whole = silhouette.buffer(MITTEN, quad_segs=8).buffer(-MITTEN, quad_segs=8)
    return MultiPolygon([Polygon(p.exterior) for p in polygons(whole) if p.area > SPECK])


def half(silhouette: BaseGeometry) -> tuple[Line, list[Polygon]]:
    """The right half of the body: its outline from crown to crotch, open at the middle line, and what stands beside.

    It goes a little beyond the middle, so that no hairline shows where the mirrored half begins.
    """
    body, *beside = polygons(silhouette.intersection(box(-OVERLAP, -50, 400, 900)))
    ring = np.array(orient(body).exterior.coords)[:-1]
    cut = np.flatnonzero(np.abs(ring[:, 0] + OVERLAP) < 1e-9)
    crown, crotch = sorted(cut, key=lambda i: ring[i, 1])
    turned = np.roll(ring, -int(crown), axis=0)
    end = (int(crotch) - int(crown)) % len(ring)
    line = turned[: end + 1] if end > 1 else np.concatenate((turned[:1], turned[:0:-1]))
    return line, beside
