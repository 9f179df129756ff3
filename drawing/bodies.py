"""The contours of a body, and how what was placed on the male one is fitted to the other."""

import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from drawing.curves import Line, Point, curve, points


class Body:
    """The contours of one body, as `outline.toml` gives them."""

    def __init__(self, given: Mapping[str, Any], hand: Mapping[str, str]) -> None:
        self._given = given
        self._hand = hand
        at, turn, size = given["hand"]["at"], math.radians(given["hand"]["turn"]), given["hand"]["size"]
        self._wrist = np.array(at, float)
        self._axes = size * np.array([[math.sin(turn), math.cos(turn)], [math.cos(turn), -math.sin(turn)]])
        self.heights = np.array(given.get("heights", [[0, 0], [900, 900]]), float)
        self.trunk_outer = self._by_height("trunk_frame", "trunk")
        self.trunk_inner = np.concatenate(([[0, 0], [0, 415]], self._by_height("crotch_front", "leg_inner")))
        self.arm_outer = self._by_height("arm_outer")
        self.arm_inner = self._by_height("arm_frame", "arm_inner")

    def line(self, name: str, *, is_closed: bool = False) -> Line:
        """The curve of one contour."""
        return curve(points(self._given[name]), is_closed=is_closed)

    def half(self, side: str) -> Line:
        """The half outline below the head, from neck to crotch."""
        hand = [
            Point(float(x), float(y), p.is_corner)
            for p in points(self._hand["outline"])
            for x, y in [self.of_hand(np.array([[p.x, p.y]]))[0]]
        ]
        below = (f"foot_{side}", "leg_inner", f"crotch_{side}")
        return curve(
            [
                *self._points("neck", "arm_outer"),
                *hand,
                *self._points("arm_inner", "trunk", *below),
            ]
        )

    def of_hand(self, line: Line) -> Line:
        """Where points of the hand (along the fingers, towards the thumb) lie."""
        return self._wrist + line @ self._axes

    def _points(self, *names: str) -> list[Point]:
        return [point for name in names for point in points(self._given[name])]

    def _by_height(self, *names: str) -> Line:
        """The named contours as one, from top to bottom."""
        joined = np.concatenate(
            [curve([p._replace(is_corner=False) for p in points(self._given[name])]) for name in names]
        )
        return joined[np.argsort(joined[:, 1], kind="stable")]


class Fit:
    """Moves what lies on one body to the same place between the contours of another."""

    def __init__(self, origin: Body, goal: Body) -> None:
        self._from = origin
        self._to = goal

    def line(self, text: str, place: str, *, is_closed: bool = False) -> Line:
        """The curve through points that were placed on the trunk or leg, the arm, the hand, or beside the body."""
        drawn = curve(points(text), is_closed=is_closed)
        if place == "hand":
            return self._to.of_hand(drawn)
        if place == "page" or self._from._given is self._to._given:  # noqa: SLF001  # of the same class
            return drawn
        x, y = drawn[:, 0], drawn[:, 1]
        moved_y = np.interp(y, *self._to.heights.T)
        low, high = self._edges(self._from, y, place)
        new_low, new_high = self._edges(self._to, moved_y, place)
        return np.c_[new_low + (x - low) * (new_high - new_low) / (high - low), moved_y]

    @staticmethod
    def _edges(body: Body, y: Line, place: str) -> tuple[Line, Line]:
        lines = (body.arm_inner, body.arm_outer) if place == "arm" else (body.trunk_inner, body.trunk_outer)
        low, high = (np.interp(y, line[:, 1], line[:, 0]) for line in lines)
        return low, high
