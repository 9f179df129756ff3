"""Half an outline, mirrored, is the outline."""

import itertools

import pytest
from outlines import Point, polygons

from vastus.draw.drawing import Sex, Side, drawing, simple_drawing
from vastus.draw.halving import OVERLAP, half

CASES = [(draw, sex, side) for draw in (drawing, simple_drawing) for sex in Sex for side in Side]


def distance(at: Point, others: list[Point]) -> float:
    """To the nearest piece of a line through some points."""

    def to_piece(a: Point, b: Point) -> float:
        dx, dy = b[0] - a[0], b[1] - a[1]
        long = dx * dx + dy * dy
        t = max(0.0, min(1.0, ((at[0] - a[0]) * dx + (at[1] - a[1]) * dy) / long)) if long else 0.0
        return ((a[0] + t * dx - at[0]) ** 2 + (a[1] + t * dy - at[1]) ** 2) ** 0.5

    return min(to_piece(a, b) for a, b in itertools.pairwise(others))


@pytest.mark.parametrize(("draw", "sex", "side"), CASES)
def test_the_right_half_follows_the_whole_and_the_left_is_its_mirror(draw: object, sex: Sex, side: Side) -> None:
    view = (drawing if draw is drawing else simple_drawing)(sex).views[side]
    whole = [[*polygon, polygon[0]] for polygon in polygons(view.silhouette)]
    halves = polygons(view.half_silhouette)
    points = [point for polygon in halves for point in polygon]
    assert min(x for x, _ in points) >= -OVERLAP - 0.05
    assert max(min(distance(point, polygon) for polygon in whole) for point in points) < 0.25
    mirrored = [(-x, y) for x, y in points]
    assert max(min(distance(point, polygon) for polygon in whole) for point in mirrored) < 1.5, "the body is symmetric"
    assert view.half_silhouette.count("z") == len(halves) - 1, "the body's own outline stays open"
    (body,) = [polygon for polygon in halves if polygon[0][0] == -OVERLAP]
    assert body[-1][0] == pytest.approx(-OVERLAP, abs=0.11)


def test_a_diamond_and_a_square_beside_it() -> None:
    assert half("M0 -10l10 10l-10 10l-10 -10zM20 0l2 0l0 2l-2 0zM-20 0l-2 0l0 2l2 0z") == (
        "M-.3 -9.7l.3-.3l10 10l-10 10l-.3-.3M20 0l2 0l0 2l-2 0l0-2z"
    )


@pytest.mark.parametrize("outline", ["", "M-9 0l3 0l0 3l-3 0z", "M-5 0l10 0l0 2l-9 0l0 2l9 0l0 2l-10 0z"])
def test_what_cannot_be_halved_is_left_whole(outline: str) -> None:
    assert half(outline) == ""
