"""PNG of the figure: the right size, the right color in the right place, the same bytes every time."""

import pytest
from outlines import inside, polygons
from png import Picture, read_png

import vastus
from vastus.domain.anatomy import MuscleGroup
from vastus.draw.drawing import Sex, Side, drawing
from vastus.draw.heat import heat_figure
from vastus.draw.ink import Layer
from vastus.draw.levels import Level, Worked
from vastus.draw.palette import PALETTES, Theme
from vastus.draw.worked import worked_figure
from vastus.reference.figure import figure_parts
from vastus.reference.vocabulary import vocabularies

KNOWN, PARTS = vocabularies(), figure_parts()
SCALE = 2  # px a unit


def where(part: str, sex: Sex = Sex.MALE) -> list[tuple[float, float]]:
    """Points inside every place where a part is drawn, in px: each, then its mirrored twin; both views."""
    body = drawing(sex)
    found: list[tuple[float, float]] = []
    for side in Side:
        x, y = body.centers[side]
        for each in body.views[side].parts:
            if each.id == part:
                for outline in polygons(each.outline):
                    found += [
                        (SCALE * (x + sign * across), SCALE * (y + down))
                        for across, down in inside(outline)
                        for sign in (1, -1)
                    ]
    return found


def picture(drawn: vastus.Figure, theme: Theme = Theme.LIGHT) -> Picture:
    return read_png(drawn.png(theme, width=round(SCALE * drawn.view_box[0])))


@pytest.mark.parametrize("theme", Theme)
def test_the_seed_is_painted_where_its_muscles_are(theme: Theme) -> None:
    drawn = vastus.figure("backward-sled-push")
    seen, palette = picture(drawn, theme), PALETTES[theme]
    for group, color in ((MuscleGroup.QUADS, palette.target), (MuscleGroup.GLUTES, palette.secondary)):
        for part in PARTS.by_region[group]:
            colors = {seen.at(*place) for place in where(part)}
            assert color in colors, part
            assert palette.idle not in colors, part
    (biceps, *_) = PARTS.by_region[MuscleGroup.BICEPS]
    assert palette.idle in {seen.at(*place) for place in where(biceps)}
    assert seen.at(1, 1) == palette.page


@pytest.mark.parametrize("group", MuscleGroup)
def test_a_group_colors_its_own_parts_on_both_sides_and_no_other(group: MuscleGroup) -> None:
    seen = picture(worked_figure("t", Worked({group: Level.TARGET}), KNOWN, PARTS))
    color = PALETTES[Theme.LIGHT].target
    for part in PARTS.rows:
        is_painted = [seen.at(*place) == color for place in where(part)]
        assert any(is_painted) == (part in PARTS.by_group[group]), part
        if part in PARTS.by_group[group]:
            assert any(is_painted[::2]), "the half that is drawn"
            assert any(is_painted[1::2]), "the half that is mirrored"


@pytest.mark.parametrize("sex", Sex)
def test_heat_steps_have_their_colors(sex: Sex) -> None:
    numbers = {MuscleGroup.QUADS: 20.0, MuscleGroup.CHEST: 4.0, MuscleGroup.ABS: 0.0}
    seen = picture(heat_figure(numbers, KNOWN, PARTS, sex=sex))
    palette = PALETTES[Theme.LIGHT]
    for group, color in (
        (MuscleGroup.QUADS, palette.heat[4]),
        (MuscleGroup.CHEST, palette.heat[1]),
        (MuscleGroup.ABS, palette.idle),
        (MuscleGroup.BICEPS, palette.skin),
    ):
        (part, *_) = PARTS.by_region[group]
        assert color in {seen.at(*place) for place in where(part, sex)}, group


@pytest.mark.parametrize(
    ("width", "theme"), [(16, Theme.LIGHT), (64, Theme.DARK), (800, Theme.LIGHT), (801, Theme.DARK)]
)
def test_a_png_is_as_wide_as_was_asked(width: int, theme: Theme) -> None:
    drawn = vastus.figure("sled-push")
    wide, high = drawn.view_box
    data = drawn.png(theme, width=width)
    seen = read_png(data)
    assert (seen.width, seen.height) == (width, pytest.approx(width * high / wide, abs=1))
    assert data == drawn.png(theme, width=width)


def test_a_transparent_png_has_no_page() -> None:
    seen = read_png(vastus.figure("sled-push").png(width=64, is_transparent=True))
    assert seen.at(0, 0).endswith("00")


def test_words_and_legends_need_no_font() -> None:
    drawn = vastus.figure(heat={"quads": 12})
    seen = picture(drawn)
    body = drawing(Sex.MALE).height * SCALE
    text = PALETTES[Theme.LIGHT].text
    assert any(seen.at(x, y) == text for y in range(int(body), seen.height) for x in range(seen.width))
    assert "<text" not in drawn.svg()


def test_nothing_is_painted_that_has_no_color_of_its_theme() -> None:
    """A renderer that does not know a property paints black."""
    for theme in Theme:
        seen = read_png(vastus.figure("sled-push").png(theme, width=200))
        assert "#000000" not in seen.colors()


def test_levels_have_layers() -> None:
    drawn = vastus.figure(muscles={"vastus lateralis": 2, "quads": 1, "abs": 0})
    assert {drawn.paint[part] for part in PARTS.by_muscle["vastus_lateralis"]} == {Layer.TARGET}  # type: ignore[index]  # an id
    assert drawn.description == "Secondary: Quads. Target muscles: vastus lateralis."
