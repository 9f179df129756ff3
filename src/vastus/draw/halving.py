"""The right half of a closed outline that is the same on both sides, as an open path to be mirrored.

Half of what both silhouettes weigh, 4 kB of a figure, is the other half mirrored. Open, because the line round the skin
must not run down the middle: a fill closes itself along it, a stroke does not.
"""

import re
from dataclasses import dataclass

Point = tuple[float, float]

OVERLAP = 0.3  # units beyond the middle line, so that no hairline shows between the halves
_TOKEN = re.compile(r"[a-zA-Z]|-?(?:\d+\.?\d*|\.\d+)")


@dataclass(frozen=True, slots=True)
class _Curve:
    """A cubic Bézier curve; a straight piece has its control points on its ends."""

    start: Point
    first: Point
    second: Point
    end: Point

    @property
    def is_straight(self) -> bool:
        """Whether it is a line."""
        return self.first == self.start and self.second == self.end

    def halves(self, t: float) -> "tuple[_Curve, _Curve]":
        """The curve up to `t`, 0 to 1, and from there on (de Casteljau)."""
        if self.is_straight:
            middle = _between(self.start, self.end, t)
            return _Curve(self.start, self.start, middle, middle), _Curve(middle, middle, self.end, self.end)
        a, b, c = (
            _between(*pair, t)
            for pair in ((self.start, self.first), (self.first, self.second), (self.second, self.end))
        )
        d, e = _between(a, b, t), _between(b, c, t)
        middle = _between(d, e, t)
        return _Curve(self.start, a, d, middle), _Curve(middle, e, c, self.end)

    def crossing(self) -> float:
        """Where it crosses the line beside the middle, 0 to 1; it must have its ends on different sides."""
        low, high, is_left = 0.0, 1.0, self.start[0] < -OVERLAP
        for _ in range(30):
            middle = (low + high) / 2
            if (self.halves(middle)[0].end[0] < -OVERLAP) == is_left:
                low = middle
            else:
                high = middle
        return low


def half(outline: str) -> str:
    """The right half of an outline in the commands M, l, c and z; "" where it does not cross the middle just twice."""
    found: list[str] = []
    for curves in _subpaths(outline):
        is_left = [curve.start[0] < -OVERLAP for curve in curves]
        if not any(is_left):
            found.append(_path(curves) + "z")
        elif not all(is_left):
            found.append(_path(_right_of(curves, is_left)))
    return "".join(found) if all(found) else ""


def _right_of(curves: list[_Curve], is_left: list[bool]) -> list[_Curve]:
    """From where the outline comes over the middle to where it goes back."""
    ends_left = [*is_left[1:], is_left[0]]
    comes = [number for number, change in enumerate(zip(is_left, ends_left, strict=True)) if change == (True, False)]
    if len(comes) != 1:
        return []
    turned = [*curves[comes[0] :], *curves[: comes[0]]]
    right = [turned[0].halves(turned[0].crossing())[1]]
    for curve in turned[1:]:
        if curve.end[0] < -OVERLAP:
            return [*right, curve.halves(curve.crossing())[0]]
        right.append(curve)
    return []


def _between(a: Point, b: Point, t: float) -> Point:
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t


def _subpaths(outline: str) -> list[list[_Curve]]:
    subpaths: list[list[_Curve]] = []
    at: Point = (0.0, 0.0)
    command = ""
    tokens = iter(_TOKEN.findall(outline))
    for word in tokens:
        if word.isalpha():
            command = word
        if command == "z":
            begin = subpaths[-1][0].start
            subpaths[-1].append(_Curve(at, at, begin, begin))
            at = begin
            continue
        count = 6 if command == "c" else 2
        first = [] if word.isalpha() else [word]
        numbers = [float(each) for each in (*first, *(next(tokens) for _ in range(count - len(first))))]
        points = [(numbers[place], numbers[place + 1]) for place in range(0, len(numbers), 2)]
        if command == "M":
            at = points[0]
            subpaths.append([])
            continue
        moved = [(at[0] + x, at[1] + y) for x, y in points]
        curve = _Curve(at, *moved) if command == "c" else _Curve(at, at, moved[0], moved[0])
        subpaths[-1].append(curve)
        at = curve.end
    return subpaths


def _path(curves: list[_Curve]) -> str:
    """Curves as a path, in tenths of a unit, each from where rounding left the one before."""
    if not curves:
        return ""
    at = _rounded(curves[0].start)
    pieces = [f"M{_number(at[0])} {_number(at[1])}"]
    for curve in curves:
        end = _rounded(curve.end)
        if curve.is_straight:
            pieces.append("l" + _numbers(at, end) if end != at else "")
        else:
            pieces.append("c" + _numbers(at, _rounded(curve.first), _rounded(curve.second), end))
        at = end
    return "".join(pieces)


def _rounded(point: Point) -> Point:
    return round(point[0], 1), round(point[1], 1)


def _numbers(at: Point, *points: Point) -> str:
    numbers = [_number(value) for x, y in points for value in (x - at[0], y - at[1])]
    return numbers[0] + "".join(each if each.startswith("-") else f" {each}" for each in numbers[1:])


def _number(value: float) -> str:
    """A number without the zeros that a path does without."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text in ("-0", "0") else text.replace("0.", ".") if text.lstrip("-").startswith("0.") else text
