"""What the colors hold, in both themes, for every kind of color vision."""

from itertools import pairwise

import pytest
from sight import SIGHTS, contrast, luminance

from vastus.draw.palette import PALETTES, Theme

CASES = [(theme, sight) for theme in Theme for sight in SIGHTS]


def test_the_measure_is_the_one_of_the_standard() -> None:
    """WCAG 2.2: black on white is 21; #777777 on white is 4.48 (WebAIM's published example, 4.48:1)."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("sight", SIGHTS)
def test_a_simulated_gray_stays_gray(sight: str) -> None:
    """Machado 2009: the rows of each matrix add up to 1."""
    assert [sum(row) for row in SIGHTS[sight]] == pytest.approx([1, 1, 1], abs=1e-5)


@pytest.mark.parametrize(("theme", "sight"), CASES)
@pytest.mark.parametrize(
    ("one", "other", "floor"),
    [
        ("target", "secondary", 2.0),
        ("secondary", "idle", 1.75),
        ("target", "idle", 4.0),
        ("target", "page", 4.5),
        ("secondary", "page", 2.4),
        ("target", "edge", 1.4),
        ("idle", "skin", 1.2),
        ("text", "page", 7.0),
        ("focus", "page", 4.5),
        ("focus", "idle", 3.0),
    ],
)
def test_levels_are_told_apart(theme: Theme, sight: str, one: str, other: str, floor: float) -> None:
    palette = PALETTES[theme]
    assert contrast(getattr(palette, one), getattr(palette, other), sight) >= floor


@pytest.mark.parametrize(("theme", "sight"), CASES)
def test_heat_steps_go_one_way_and_are_told_apart(theme: Theme, sight: str) -> None:
    palette = PALETTES[theme]
    steps = [luminance(color, sight) for color in (palette.idle, *palette.heat)]
    assert steps == sorted(steps, reverse=theme is Theme.LIGHT)
    assert min(contrast(a, b, sight) for a, b in pairwise((palette.idle, *palette.heat))) >= 1.35
