"""The figure's colors, light and dark, and the widths of its lines.

Floors that `tests/test_draw_colors.py` holds, in luminance contrast (WCAG 2.2), for normal sight and for simulated
protanopia, deuteranopia and tritanopia: target to secondary 2, secondary to idle 1.75, target to idle 4, target to
the page 4.5; two neighboring heat steps 1.35, always in the same direction.
"""

from dataclasses import dataclass
from enum import StrEnum


class Theme(StrEnum):
    """The page that a figure stands on."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Palette:
    """The colors of a theme, as #rrggbb. `heat` holds the steps 1 to 5; step 0 is `idle`.

    `edge` outlines the target, so that it differs from the rest by more than color; `focus` and `hover` are the
    picker's.
    """

    page: str
    skin: str
    line: str
    idle: str
    secondary: str
    target: str
    edge: str
    heat: tuple[str, str, str, str, str]
    text: str
    hover: str
    focus: str


PALETTES: dict[Theme, Palette] = {
    Theme.LIGHT: Palette(
        page="#ffffff",
        skin="#f2f4f7",
        line="#a3abb7",
        idle="#d8dde4",
        secondary="#ea7f76",
        target="#b00a28",
        edge="#5c0515",
        heat=("#eca68e", "#df7e5c", "#d15421", "#b53b00", "#8b2c00"),
        text="#2a2f37",
        hover="#b4bcc8",
        focus="#0b57d0",
    ),
    Theme.DARK: Palette(
        page="#14171c",
        skin="#23272e",
        line="#5f6875",
        idle="#363d48",
        secondary="#bb4e56",
        target="#ff9384",
        edge="#ffd2c9",
        heat=("#824c39", "#b75a38", "#e46c41", "#fe9772", "#ffcbb9"),
        text="#e3e6eb",
        hover="#566070",
        focus="#8ab4ff",
    ),
}
