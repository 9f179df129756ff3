"""The drawing as a person wrote it: `outline.toml`, `front.toml`, `back.toml`, `proportions.toml`, read into values."""

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from drawing.bodies import Body, Fit
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
    """Sizes that hold for the whole drawing, in source units."""

    gap: float
    rim: float
    rounding: float
    size: tuple[int, int]
    centers: Mapping[str, tuple[int, int]]


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
    )


def view(side: str, sex: str) -> View:
    """One side of one body, as it is before anything is cut."""
    given = _read(f"{side}.toml")
    outlines = _read("outline.toml")
    body = Body(outlines[sex], outlines["hand"])
    fit = Fit(Body(outlines["male"], outlines["hand"]), body)
    return View(
        body.half(side),
        body.line(f"head_{side}"),
        (
            body.line("ear", is_closed=True),
            *(curve(points(text), is_closed=True) for text in given.get("inset", {}).get("outlines", ())),
        ),
        tuple(fit.line(line["at"], _place(line)) for line in given["detail"] if line.get("only", sex) == sex),
        tuple(_shape(shape, fit) for shape in given["shape"] if shape.get("only", sex) == sex),
    )


def _place(given: Mapping[str, Any]) -> str:
    return "arm" if given.get("arm") else given.get("on", "trunk")


def _shape(given: Mapping[str, Any], fit: Fit) -> Shape:
    place = _place(given)
    fibers = given.get("fibers", 0)
    lines: list[str] = fibers if isinstance(fibers, list) else []
    count: int = fibers if isinstance(fibers, int) else 0
    return Shape(
        given["part"],
        given["depth"],
        tuple(fit.line(text, place) for text in given.get("edges", ())),
        fit.line(given["outline"], place, is_closed=True) if "outline" in given else None,
        count,
        tuple(fit.line(text, place) for text in lines),
    )


@dataclass(frozen=True)
class Row:
    """A row of the table of parts, as far as the drawing needs it."""

    part: str
    region: str
    views: tuple[str, ...]


@cache
def rows() -> tuple[Row, ...]:
    """The table of parts."""
    with PARTS_TABLE.open(encoding="utf-8", newline="") as file:
        return tuple(Row(row["part"], row["region"], tuple(row["views"].split("|"))) for row in csv.DictReader(file))
