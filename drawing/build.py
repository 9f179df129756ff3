"""Makes `src/vastus/draw/parts.json`; `scripts/draw` is how it is called."""

import argparse
import json
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

from shapely import LineString

from drawing import checks
from drawing.cutting import Cut, Piece, cut, half, merged, simplified
from drawing.fitting import TOLERANCE, line_path, open_path, polygon_path
from drawing.source import SEXES, VIEWS, Proportions, View, proportions, rows, view

OUTPUT = Path(__file__).parents[1] / "src/vastus/draw/parts.json"
SIMPLE_TOLERANCE = 0.8
SIMPLE_OUTLINE_TOLERANCE = 1.1
SIMPLE_SKIPPED = {
    "front": frozenset({"lats", "serratus", "triceps"}),
    "back": frozenset({"neck", "obliques", "adductors", "quads", "it_band"}),
}
"""Regions that the simple drawing leaves to the other view: they would be specks there."""
SIMPLE_REGION = {"infraspinatus": "upper_back", "teres_minor": "upper_back"}
"""What the simple drawing counts elsewhere, so that the upper back is one piece."""


@cache
def views() -> dict[tuple[str, str], tuple[View, Cut]]:
    """Every view of every body, as written and as cut."""
    sizes = proportions()
    made: dict[tuple[str, str], tuple[View, Cut]] = {}
    for sex in SEXES:
        for side in VIEWS:
            source = view(side, sex)
            made[sex, side] = source, cut(source, sizes)
    return made


def drawing() -> dict[str, Any]:
    """The whole drawing in the form that ships; `drawing/README.md` describes it."""
    sizes = proportions()
    of = {row.part: row.region for row in rows()}
    return {
        "size": list(sizes.size),
        "views": {side: list(at) for side, at in sizes.centers.items()},
        "figures": {sex: {side: _full(*views()[sex, side]) for side in VIEWS} for sex in SEXES},
        "simple": {sex: {side: _simple(side, views()[sex, side][1], sizes, of) for side in VIEWS} for sex in SEXES},
    }


def _by_part(pieces: tuple[Piece, ...]) -> dict[str, list[Piece]]:
    found: dict[str, list[Piece]] = {}
    for piece in pieces:
        found.setdefault(piece.part, []).append(piece)
    return found


def _full(source: View, made: Cut) -> dict[str, Any]:
    return {
        **_outline(made.silhouette, TOLERANCE),
        "details": "".join(line_path(LineString(each)) for each in source.details),
        "parts": [
            {
                "id": part,
                "d": "".join(polygon_path(piece.area) for piece in pieces),
                "fibers": "".join(line_path(fiber) for piece in pieces for fiber in piece.fibers),
            }
            for part, pieces in _by_part(made.pieces).items()
        ],
    }


def _simple(side: str, made: Cut, sizes: Proportions, region_of: dict[str, str]) -> dict[str, Any]:
    by_region: dict[str, list[Piece]] = {}
    for piece in made.pieces:
        region = SIMPLE_REGION.get(piece.part, region_of[piece.part])
        if region not in SIMPLE_SKIPPED[side]:
            by_region.setdefault(region, []).append(piece)

    def others(region: str) -> list[Piece]:
        return [piece for name, pieces in by_region.items() if name != region for piece in pieces]

    return {
        **_outline(simplified(made.silhouette), SIMPLE_OUTLINE_TOLERANCE),
        "details": "",
        "parts": [
            {"id": region, "d": polygon_path(merged(pieces, others(region), sizes), SIMPLE_TOLERANCE), "fibers": ""}
            for region, pieces in by_region.items()
        ],
    }


def _outline(silhouette: Any, tolerance: float) -> dict[str, str]:  # noqa: ANN401  # shapely's base class knows no rings
    body, beside = half(silhouette)
    pieces = [polygon_path(piece, tolerance) for piece in beside]
    return {
        "silhouette": polygon_path(silhouette, tolerance),
        "half_silhouette": open_path(body, tolerance) + "".join(pieces),
    }


def text() -> str:
    """What the file holds, byte for byte."""
    return json.dumps(drawing(), ensure_ascii=True, indent=0, separators=(",", ":")) + "\n"


def pieces() -> Counter[tuple[str, str, str]]:
    """Of how many shapes each part is made, by sex, side and part."""
    return Counter((*key, shape.part) for key, (source, _) in views().items() for shape in source.shapes)


def faults(made: str) -> list[str]:
    """What is wrong with the source or with the drawing that was made of it."""
    found = [f"{sex} {side}: {fault}" for (sex, side), (_, done) in views().items() for fault in done.faults]
    return [*found, *checks.faults(json.loads(made), pieces())]


def main() -> int:
    """Write the file, or compare it; either way say what is wrong."""
    parser = argparse.ArgumentParser(prog="scripts/draw", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail when the file differs")
    is_check = parser.parse_args().check
    made = text()
    wrong = faults(made)
    if is_check and (not OUTPUT.exists() or OUTPUT.read_text("utf-8") != made):
        wrong.append(f"{OUTPUT.name} is not what the source gives; run scripts/draw")
    if not is_check:
        OUTPUT.write_text(made, encoding="utf-8")
        print(f"{OUTPUT.name}: {len(made)} bytes")
    for fault in wrong:
        print(fault, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
