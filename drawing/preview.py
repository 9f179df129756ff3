"""`python -m drawing.preview OUT.png`: one view, large, each part in its own color, under the grid of the source."""

import argparse
import colorsys
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import resvg_py

from drawing.build import OUTPUT
from drawing.fitting import SCALE
from drawing.source import SEXES, VIEWS

FINE, COARSE = 20, 100  # source units between lines


def picture(view: dict[str, Any], size: tuple[float, float], *, has_grid: bool) -> str:
    """The view as SVG, right half only where it is mirrored anyway."""
    width, height = size
    return "".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-110 -11 {width / 2:g} {height:g}">',
            f'<rect x="-110" y="-11" width="{width / 2:g}" height="{height:g}" fill="#fff"/>',
            f'<path fill="#f1f3f6" stroke="#8a93a0" stroke-width=".6" d="{view["silhouette"]}"/>',
            *_half(view),
            *(_grid(width / 4, height) if has_grid else ()),
            "</svg>",
        )
    )


def _half(view: dict[str, Any]) -> Iterator[str]:
    for number, part in enumerate(view["parts"]):
        red, green, blue = (round(255 * v) for v in colorsys.hls_to_rgb(number * 0.618 % 1, 0.68, 0.5))
        color = f"rgb({red},{green},{blue})"
        yield f'<path fill="{color}" stroke="{color}" stroke-width="2" stroke-linejoin="round" d="{part["d"]}"/>'
        yield f'<path fill="none" stroke="#fff" stroke-width=".5" d="{part["fibers"] or "M0 0"}"/>'
    yield f'<path fill="none" stroke="#8a93a0" stroke-width=".5" d="{view["details"] or "M0 0"}"/>'


def _grid(width: float, height: float) -> Iterator[str]:
    for at in range(0, int(height / SCALE), FINE):
        weight = 0.4 if at % COARSE == 0 else 0.12
        line = f'stroke="#06c" stroke-opacity="{weight}" stroke-width=".3"'
        yield f'<path {line} d="M0 {at * SCALE:g}h{width:g}"/>'
        if at * SCALE < width:
            yield f'<path {line} d="M{at * SCALE:g} 0v{height:g}"/>'


def main() -> None:
    """Render what is checked in."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--sex", choices=SEXES, default="male")
    parser.add_argument("--view", choices=VIEWS, default="front")
    parser.add_argument("--kind", choices=("figures", "simple"), default="figures")
    parser.add_argument("--width", type=int, default=1200)
    parser.add_argument("--no-grid", action="store_true")
    asked = parser.parse_args()
    drawing = json.loads(OUTPUT.read_text("utf-8"))
    svg = picture(drawing[asked.kind][asked.sex][asked.view], drawing["size"], has_grid=not asked.no_grid)
    asked.out.write_bytes(bytes(resvg_py.svg_to_bytes(svg_string=svg, width=asked.width)))


if __name__ == "__main__":
    main()
