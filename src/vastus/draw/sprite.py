"""Many small figures in a list: one cached file with the simplified drawing, and some 300 bytes a card.

A card is an `<svg>` that uses the file from the same origin. Its classes set custom properties, which are inherited
into what is used, and the file paints each part with them: `.vf-t-quads` makes the quads the target. So neither style
attributes nor style elements are needed. A card shows groups; single heads are for the large figure.

Where that cannot be had (mail, feeds, a browser without external `use`), `card_image` is an `<img>` of a figure of its
own, loaded when it comes into view. Either way the muscles are said in words.
"""

from collections.abc import Iterator
from functools import cache

from vastus.draw.drawing import Sex, Side, simple_drawing
from vastus.draw.figure import Figure
from vastus.draw.levels import Level, Worked, region_levels
from vastus.draw.markup import attribute
from vastus.draw.palette import PALETTES, Theme
from vastus.draw.worked import short_sentence
from vastus.reference.figure import FigureParts
from vastus.reference.vocabulary import Vocabularies

ID = "f"
"""What a card uses of the file: `figure.svg#f`."""
_LETTER = {Level.TARGET: "t", Level.SECONDARY: "s"}


@cache
def sprite(sex: Sex = Sex.MALE) -> str:
    """The file, to be served from the page's own origin and cached for long."""
    return "".join(_pieces(sex))


def _pieces(sex: Sex) -> Iterator[str]:
    body = simple_drawing(sex)
    colors = PALETTES[Theme.LIGHT]  # where a page has no stylesheet
    skin, line, idle = (
        f"var(--vf-{name},{color})"
        for name, color in (("skin", colors.skin), ("line", colors.line), ("idle", colors.idle))
    )
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {body.width:g} {body.height:g}">'
        f'<g id="{ID}" stroke-linejoin="round" stroke-linecap="round">'
    )
    for side in Side:
        x, y = body.centers[side]
        view = body.views[side]
        outline = f'fill="{skin}" stroke="{line}" d="{view.half_silhouette or view.silhouette}"'
        if view.half_silhouette:
            outer = f'<path id="{ID}-{side[0]}-s" {outline}/><use href="#{ID}-{side[0]}-s" transform="scale(-1 1)"/>'
        else:
            outer = f"<path {outline}/>"
        yield f'<g transform="translate({x:g} {y:g})">{outer}'
        yield f'<g id="{ID}-{side[0]}" fill="currentColor" stroke="currentColor" stroke-width="2">'
        if view.details:
            yield f'<path fill="none" stroke="{line}" stroke-width=".8" d="{view.details}"/>'
        for part in view.parts:
            yield f'<path color="var(--vf-t-{part.id},var(--vf-s-{part.id},{idle}))" d="{part.outline}"/>'
        yield f'</g><use href="#{ID}-{side[0]}" transform="scale(-1 1)"/></g>'
    yield "</g></svg>"


def card(worked: Worked, known: Vocabularies, parts: FigureParts, *, file: str, sex: Sex = Sex.MALE) -> str:
    """A small figure for a page that has `figure_stylesheet()`; `file` is the address of the sprite."""
    body = simple_drawing(sex)
    levels = region_levels(worked, parts)
    classes = "".join(f" vf-{_LETTER[level]}-{region}" for region, level in levels.items())
    return (
        f'<svg class="vf vf-card{classes}" viewBox="0 0 {body.width:g} {body.height:g}" role="img"'
        f" aria-label={attribute(short_sentence(worked, known))}><use href={attribute(f'{file}#{ID}')}/></svg>"
    )


def card_image(figure: Figure, *, file: str, width: int = 64) -> str:
    """The same as an image: `file` is the address of `figure.svg()` or of its PNG."""
    wide, high = figure.view_box
    return (
        f'<img class="vf-card" src={attribute(file)} alt={attribute(figure.description)} width="{width}"'
        f' height="{round(width * high / wide)}" loading="lazy" decoding="async">'
    )
