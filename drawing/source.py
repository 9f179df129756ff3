"""The drawing as a person wrote it: `front.toml`, `back.toml`, `proportions.toml`, read into values."""

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from drawing.curves import Line, curve, points

HERE = Path(__file__).parent
PARTS_TABLE = HERE.parent / "src/vastus/reference/figure_parts.csv"
SEXES = ("male", "female")
VIEWS = ("front", "back")


@dataclass(frozen=True)
class Shape:
    """One piece of a part: what it covers before it is cut, how high it lies, and its fibers.

    Two edges from origin to insertion, or one outline. Shapes overlap on purpose.
    """

    part: str
    depth: float
    edges: tuple[Line, ...]
    outline: Line | None
    fibers: int
    fiber_lines: tuple[Line, ...]
    is_on_arm: bool


@dataclass(frozen=True)
class View:
    """One side of one body: half outlines, lines on the skin, and shapes."""

    body: Line
    head: Line
    extras: tuple[Line, ...]
    details: tuple[Line, ...]
    shapes: tuple[Shape, ...]


@dataclass(frozen=True)
class Proportions:
    """Sizes that hold for the whole drawing, in source units, and how the female body differs."""

    gap: float
    rim: float
    rounding: float
    size: tuple[int, int]
    centers: Mapping[str, tuple[int, int]]
    warp: Mapping[str, Line]


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text("utf-8"))


def proportions() -> Proportions:
    """What `proportions.toml` says."""
    given = _read("proportions.toml")
    return Proportions(
        given["gap"],
        given["rim"],
        given["rounding"],
        (given["size"][0], given["size"][1]),
        {view: (at[0], at[1]) for view, at in given["centers"].items()},
        {name: np.array(rows, float) for name, rows in given["female"].items()},
    )


def view(side: str, sex: str, sizes: Proportions) -> View:
    """One side of one body, as it is before anything is cut."""
    given = _read(f"{side}.toml")
    own = given.get(sex, {})
    outline = {**given["outline"], **own.get("outline", {})}
    shapes = [s for s in given["shape"] if s.get("only", sex) == sex]

    def placed(text: str, *, is_on_arm: bool = False, is_closed: bool = False) -> Line:
        return _warped(curve(points(text), is_closed=is_closed), sex, sizes, is_on_arm=is_on_arm)

    body = _body(outline, sex, sizes)
    return View(
        body,
        placed(outline["head"]),
        tuple(placed(text, is_closed=True) for text in outline.get("extras", ())),
        tuple(placed(line["at"], is_on_arm=line.get("arm", False)) for line in given["detail"]),
        tuple(_shape(shape, placed) for shape in shapes),
    )


def _body(outline: Mapping[str, str], sex: str, sizes: Proportions) -> Line:
    """The half outline from neck to crotch; the arm is moved about its own axis, so the points are moved, not the curve."""
    moved = []
    for name in ("neck", "arm", "leg"):
        placed = points(outline[name])
        at = _warped(np.array([(p.x, p.y) for p in placed]), sex, sizes, is_on_arm=name == "arm")
        moved += [p._replace(x=float(x), y=float(y)) for p, (x, y) in zip(placed, at, strict=True)]
    return curve(moved)


def _shape(given: Mapping[str, Any], placed: Any) -> Shape:  # noqa: ANN401  # the caller's closure
    is_on_arm = given.get("arm", False)
    fibers = given.get("fibers", 0)
    lines = fibers if isinstance(fibers, list) else []
    return Shape(
        given["part"],
        given["depth"],
        tuple(placed(text, is_on_arm=is_on_arm) for text in given.get("edges", ())),
        placed(given["outline"], is_on_arm=is_on_arm, is_closed=True) if "outline" in given else None,
        0 if lines else fibers,
        tuple(placed(text, is_on_arm=is_on_arm) for text in lines),
        is_on_arm,
    )


def _warped(line: Line, sex: str, sizes: Proportions, *, is_on_arm: bool) -> Line:
    """The points of the male grid where the body of that sex has them."""
    if sex == "male":
        return line
    moved = line.copy()
    x, y = line[:, 0], line[:, 1]
    if is_on_arm:
        axis = np.interp(y, *sizes.warp["arm_axis"].T)
        moved[:, 0] = axis * np.interp(y, *sizes.warp["arm_place"].T) + (x - axis) * sizes.warp["arm_width"]
    else:
        moved[:, 0] = x * np.interp(y, *sizes.warp["body"].T)
    return moved


def regions() -> dict[str, str]:
    """The region of every part, from the table of parts."""
    rows = csv.DictReader(PARTS_TABLE.read_text("utf-8").splitlines())
    return {row["part"]: row["region"] for row in rows}
