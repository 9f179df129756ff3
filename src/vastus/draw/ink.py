"""How layers of the drawing get their color: by class, from a stylesheet, or as plain attributes.

A page has one stylesheet (`figure_stylesheet`), so that a strict Content-Security-Policy need allow neither style
elements nor style attributes; a file of its own carries that text; a flat figure has every color written in, because
most writers of PNG and PDF know no custom properties and paint such a figure black.

Rules are for one class only, and colors are inherited custom properties: a rule with an ancestor does not reach the
mirrored half, which is a clone behind `<use>`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from vastus.draw.palette import PALETTES, Palette, Theme


class Layer(StrEnum):
    """What is painted alike, in the order in which it is painted."""

    SKIN = "skin"
    LINE = "line"
    UNKNOWN = "unknown"  # no number is known: only an outline
    IDLE = "idle"
    HEAT_1 = "heat1"
    HEAT_2 = "heat2"
    HEAT_3 = "heat3"
    HEAT_4 = "heat4"
    HEAT_5 = "heat5"
    SECONDARY = "secondary"
    EDGE = "edge"  # the line round the target
    TARGET = "target"
    GRAIN = "grain"  # fibers of what is lit
    FAINT = "faint"  # fibers of the rest
    TEXT = "text"


HEAT = (Layer.IDLE, Layer.HEAT_1, Layer.HEAT_2, Layer.HEAT_3, Layer.HEAT_4, Layer.HEAT_5)
"""The six steps, none to most."""

_VARIABLES = (
    "skin", "line", "idle", "secondary", "target", "edge", *(each.value for each in HEAT[1:]), "text", "hover", "focus",
)  # fmt: skip
_FILLED = (Layer.IDLE, *HEAT[1:], Layer.SECONDARY, Layer.TARGET)  # painted with one color


def _colors(palette: Palette) -> dict[str, str]:
    heat = {layer.value: color for layer, color in zip(HEAT[1:], palette.heat, strict=True)}
    return {name: heat[name] if name in heat else getattr(palette, name) for name in _VARIABLES}


def _properties(color: Mapping[str, str]) -> dict[Layer, dict[str, str]]:
    """What each layer looks like. A stroke in the color of the part is what rounds its corners (width 2)."""
    round_joins = {"stroke-linejoin": "round"}
    round_ends = {**round_joins, "stroke-linecap": "round"}
    grain = {"fill": "none", "stroke": color["skin"], "stroke-width": ".6", "stroke-linecap": "round"}
    looks = {
        Layer.SKIN: {"fill": color["skin"], "stroke": color["line"], "stroke-width": ".8", **round_joins},
        Layer.LINE: {"fill": "none", "stroke": color["line"], "stroke-width": ".7", **round_ends},
        Layer.UNKNOWN: {"fill": "none", "stroke": color["line"], "stroke-width": ".6", **round_joins},
        Layer.EDGE: {"fill": color["edge"], "stroke": color["edge"], "stroke-width": "2.9", **round_joins},
        Layer.GRAIN: {**grain, "stroke-opacity": ".75"},
        Layer.FAINT: {**grain, "stroke-opacity": ".5"},
        Layer.TEXT: {"fill": "none", "stroke": color["text"], "stroke-width": "1.1", **round_ends},
    }  # fmt: skip
    for layer in _FILLED:
        name = color[layer.value]
        looks[layer] = {"fill": name, "stroke": name, "stroke-width": "2", **round_joins}
    return looks


@dataclass(frozen=True, slots=True)
class Ink:
    """The attributes of every layer, and what a file needs beside them: a style element, a background.

    `has_names`: whether parts have their ids and titles, which a picture for print or PNG does without.
    """

    attributes: Mapping[Layer, str]
    style: str = ""
    page: str | None = None
    has_names: bool = True


def _rules(selector: str, color: Mapping[str, str]) -> str:
    return f"{selector}{{{';'.join(f'--vf-{name}:var(--body-{name},{value})' for name, value in color.items())}}}"


@cache
def layer_rules() -> Mapping[Layer, str]:
    """The rule of every layer, one class each."""
    looks = _properties({name: f"var(--vf-{name})" for name in _VARIABLES})
    return {layer: f".vf-{layer}{{{_css(looks[layer])}}}" for layer in Layer}


def _css(look: Mapping[str, str]) -> str:
    return ";".join(f"{name}:{value}" for name, value in look.items())


def color_rules(names: Iterable[str] = _VARIABLES) -> str:
    """Light and dark as custom properties of the figure's root, as the system asks for; `--body-…` of a page win."""
    light, dark = (_picked(theme, frozenset(names)) for theme in (Theme.LIGHT, Theme.DARK))
    return f"{_rules('.vf', light)}\n@media (prefers-color-scheme:dark){{{_rules('.vf', dark)}}}"


def switch_rules() -> str:
    """`data-theme="light"` or `"dark"` on any element around the figure wins over what the system asks for."""
    every = frozenset(_VARIABLES)
    return "\n".join(_rules(f"[data-theme={theme}] .vf", _picked(theme, every)) for theme in Theme)


def _picked(theme: Theme, names: frozenset[str]) -> dict[str, str]:
    return {name: value for name, value in _colors(PALETTES[theme]).items() if name in names}


@cache
def by_class() -> Ink:
    """For a page that has the stylesheet."""
    return Ink({layer: f'class="vf-{layer}"' for layer in Layer})


@cache
def with_style(layers: frozenset[Layer]) -> Ink:
    """For a file of its own, light or dark as the system asks; it carries the rules of the layers that it has."""
    if Layer.TARGET in layers:
        layers |= {Layer.EDGE}
    names = {"skin", "line", *(layer.value for layer in layers)}
    rules = [":root{color-scheme:light dark}", color_rules(names)]
    rules += [rule for layer, rule in layer_rules().items() if layer in layers]
    return Ink(by_class().attributes, "\n".join(rules))


@cache
def flat(theme: Theme, *, is_transparent: bool = False) -> Ink:
    """Every color written in, for PNG, PDF, social cards and whatever knows no custom properties."""
    looks = _properties(_colors(PALETTES[theme]))
    attributes = {layer: " ".join(f'{name}="{value}"' for name, value in looks[layer].items()) for layer in Layer}
    return Ink(attributes, page=None if is_transparent else PALETTES[theme].page, has_names=False)
