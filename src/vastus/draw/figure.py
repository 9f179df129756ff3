"""A figure: what is painted how, with its words; and the pictures that can be made of it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import chain

from vastus.draw import lettering
from vastus.draw.drawing import Part, Sex, View, drawing, simple_drawing
from vastus.draw.ink import HEAT, Ink, Layer, by_class, flat, with_style
from vastus.draw.markup import attribute, text
from vastus.draw.palette import Theme, theme_named
from vastus.errors import UsageError
from vastus.reference.figure import figure_parts

MAX_BYTES = 30_000  # of a figure as it is sent, both views; zipped 10,000
FULL_BYTES = 24_800  # of it without its style; beyond it fibers go: zipped at most 0.403 of it is left
MIN_PX, MAX_PX = 16, 4096  # width of a picture
_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}")
_LAYERS = tuple(Layer)  # to walk through an enumeration is slow
_LIT = frozenset((Layer.SECONDARY, Layer.TARGET, *HEAT[1:]))
_GRAINS = (Layer.IDLE, *HEAT[1:], Layer.SECONDARY, Layer.TARGET)  # whose fibers go first
_FOOT = 24.0  # units below the body, for a legend or words
_SWATCH = 44.0  # units, width of a step of the legend


@dataclass(frozen=True, slots=True)
class Figure:
    """Parts and how they are painted, the words that tell the same, and what stands below.

    `paint` is by part, for a simple figure by region; what it does not name is painted as `rest`. `legend` holds the
    steps' labels from none to most, `note` words that must be seen where there is nothing to see.
    """

    title: str
    description: str
    paint: Mapping[str, Layer] = field(default_factory=dict[str, Layer])
    rest: Layer = Layer.IDLE
    sex: Sex = Sex.MALE
    legend: tuple[tuple[Layer, str], ...] = ()
    note: str | None = None
    is_simple: bool = False

    @property
    def view_box(self) -> tuple[float, float]:
        """Width and height in units."""
        body = (simple_drawing if self.is_simple else drawing)(self.sex)
        return body.width, body.height + (_FOOT if self.legend or self.note else 0)

    def svg(
        self,
        theme: Theme | str | None = None,
        *,
        width: int | None = None,
        id: str = "figure",  # noqa: A002  # what it is called in SVG
    ) -> str:
        """A file of its own.

        Args:
            theme: "light" or "dark": write its colors in, without custom properties: for PDF, print and mail. Left
                out, the file is light or dark as the reader's system asks for.
            width: In px, 16 to 4096; left out, the picture takes the room that it gets.
            id: What the ids in the picture begin with.

        Raises:
            UsageError: the theme, the width or the id is not allowed.
        """
        layers = {*self.paint.values(), self.rest, *(layer for layer, _ in self.legend), *_ALWAYS}
        if self.legend or self.note:
            layers.add(Layer.TEXT)
        return self._drawn(with_style(frozenset(layers)) if theme is None else flat(theme_named(theme)), width, id)

    def embedded(self, id: str) -> str:  # noqa: A002  # as above
        """An element for a page that has `figure_stylesheet()`; the ids of two figures on a page must differ.

        Raises:
            UsageError: the id is not allowed.
        """
        return self._drawn(by_class(), None, id)

    def png(self, theme: Theme | str = Theme.LIGHT, *, width: int = 800, is_transparent: bool = False) -> bytes:
        """A PNG, `width` px wide, on the theme's page color or on nothing.

        Raises:
            UsageError: the theme or the width is not allowed.
        """
        from vastus.draw.png import png  # noqa: PLC0415  # a library of 3 MB that SVG does without

        ink = flat(theme_named(theme), is_transparent=is_transparent)
        return png(self._drawn(ink, checked_width(width), "figure"), width)

    def _repr_svg_(self) -> str:
        """What a notebook shows."""
        return self.svg(Theme.LIGHT)

    def _drawn(self, ink: Ink, width: int | None, prefix: str) -> str:
        wide, high = self.view_box
        sides = _sides(self.sex, is_simple=self.is_simple, has_names=ink.has_names)
        halves = [self._half(side, ink.attributes, f"{checked_id(prefix)}-{side.key}") for side in sides]
        pieces = [
            opening(wide, high, prefix, width),
            f'<title id="{prefix}-t">{text(self.title)}</title>',
            f'<desc id="{prefix}-d">{text(self.description)}</desc>',
            f"<style>{ink.style}</style>" if ink.style else "",
            f'<rect width="{wide:g}" height="{high:g}" fill="{ink.page}"/>' if ink.page else "",
        ]
        foot = [*self._foot(ink.attributes, wide, high - _FOOT), "</svg>"]
        room = FULL_BYTES + len(ink.style) - sum(map(len, chain(pieces, foot, *(half.pieces for half in halves))))
        has_grain = _affordable(halves, room)
        for half in halves:
            pieces += half.pieces
            pieces += half.grain(ink.attributes, has_grain)
            pieces.append(half.end)
        return "".join(chain(pieces, foot))

    def _half(self, side: "_Side", attributes: Mapping[Layer, str], half: str) -> "_Half":
        paint, rest = self.paint, self.rest
        elements: dict[Layer, list[str]] = {}
        fibers: dict[Layer, list[str]] = {}
        for part, element, grain in side.parts:
            layer = paint.get(part, rest)
            try:
                elements[layer].append(element)
            except KeyError:
                elements[layer], fibers[layer] = [element], []
            fibers[layer].append(grain)
        pieces = [
            f'<g transform="{side.place}">{skin(side.view, attributes, half)}<g id="{half}">',
            f'<path {attributes[Layer.LINE]} d="{side.view.details}"/>' if side.view.details else "",
        ]
        pieces += [painted(layer, elements[layer], attributes, half) for layer in _LAYERS if layer in elements]
        end = f'</g><use href="#{half}" transform="scale(-1 1)"/></g>'
        return _Half(pieces, {layer: "".join(paths) for layer, paths in fibers.items()}, end)

    def _foot(self, attributes: Mapping[Layer, str], width: float, top: float) -> Iterator[str]:
        if self.note:
            path = lettering.strokes(self.note, width / 2, top + 4)
            yield f'<path {attributes[Layer.TEXT]} d="{path}"/>'
        if not self.legend:
            return
        left = (width - _SWATCH * len(self.legend)) / 2
        words: list[str] = []
        for number, (layer, label) in enumerate(self.legend):
            x = left + number * _SWATCH
            yield f'<path {attributes[layer]} d="M{x + 4:g} {top - 1:g}h{_SWATCH - 8:g}v5h-{_SWATCH - 8:g}z"/>'
            words.append(lettering.strokes(label, x + _SWATCH / 2, top + 9))
        yield f'<path {attributes[Layer.TEXT]} d="{"".join(words)}"/>'


_ALWAYS = (Layer.SKIN, Layer.LINE, Layer.GRAIN, Layer.FAINT)


@dataclass(frozen=True, slots=True)
class _Side:
    """A view with everything in it that no figure changes: each part by id, as an element, and its fibers."""

    key: str
    place: str
    view: View
    parts: tuple[tuple[str, str, str], ...]


@cache
def _sides(sex: Sex, *, is_simple: bool, has_names: bool) -> tuple[_Side, ...]:
    body = (simple_drawing if is_simple else drawing)(sex)
    return tuple(
        _Side(
            side[0],
            f"translate({body.centers[side][0]:g} {body.centers[side][1]:g})",
            view,
            tuple((part.id, _element(part, has_names=has_names), part.fibers) for part in view.parts),
        )
        for side, view in body.views.items()
    )


def _element(part: Part, *, has_names: bool) -> str:
    row = figure_parts().rows.get(part.id)
    if row is None or not has_names:  # None: a region of the simplified drawing
        return f'<path d="{part.outline}"/>'
    return f'<path data-part={attribute(part.id)} d="{part.outline}"><title>{text(row.title)}</title></path>'


@dataclass(frozen=True, slots=True)
class _Half:
    """Half a view as text; its fibers, by the layer that they lie on, may go."""

    pieces: list[str]
    fibers: dict[Layer, str]
    end: str

    def grain(self, attributes: Mapping[Layer, str], layers: frozenset[Layer]) -> Iterator[str]:
        """The fibers of some layers."""
        lit = "".join(path for layer, path in self.fibers.items() if layer in layers and layer in _LIT)
        faint = "".join(path for layer, path in self.fibers.items() if layer in layers and layer not in _LIT)
        if faint:
            yield f'<path {attributes[Layer.FAINT]} d="{faint}"/>'
        if lit:
            yield f'<path {attributes[Layer.GRAIN]} d="{lit}"/>'


def _affordable(halves: Iterable[_Half], room: int) -> frozenset[Layer]:
    """The layers whose fibers there is room for: those of idle parts go first, then of the lighter ones."""
    sizes: dict[Layer, int] = {}
    for half in halves:
        for layer, fibers in half.fibers.items():
            sizes[layer] = sizes.get(layer, 0) + len(fibers)
    kept = list(_GRAINS)
    while sum(sizes.get(layer, 0) for layer in kept) > room and kept:
        kept.pop(0)
    return frozenset(kept)


def skin(view: View, attributes: Mapping[Layer, str], half: str) -> str:
    """The skin of a view: one half and its mirror, below everything else."""
    return (
        f'<path id="{half}-s" {attributes[Layer.SKIN]} d="{view.half_silhouette}"/>'
        f'<use href="#{half}-s" transform="scale(-1 1)"/>'
    )


def painted(layer: Layer, elements: Iterable[str], attributes: Mapping[Layer, str], half: str) -> str:
    """Parts in the look of a layer. The target has a line around it: the same parts below, with a wider stroke."""
    inner = "".join(elements)
    if layer is not Layer.TARGET:
        return f"<g {attributes[layer]}>{inner}</g>"
    return f'<use href="#{half}-e" {attributes[Layer.EDGE]}/><g {attributes[layer]}><g id="{half}-e">{inner}</g></g>'


def opening(width: float, height: float, prefix: str, px: int | None = None, *, role: str = "img") -> str:
    """The start tag of a figure."""
    size = f' width="{checked_width(px)}" height="{height_px(px, width, height)}"' if px is not None else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="vf" viewBox="0 0 {width:g} {height:g}"{size} role="{role}"'
        f' aria-labelledby="{prefix}-t {prefix}-d">'
    )


def height_px(px: int, width: float, height: float) -> int:
    """The height that belongs to a width in px."""
    return max(1, round(px * height / width))


def checked_width(px: int) -> int:
    """The width, if it is one.

    Raises:
        UsageError: it is outside 16 to 4096.
    """
    if not MIN_PX <= px <= MAX_PX:
        raise UsageError(f"a figure is {MIN_PX} to {MAX_PX} px wide, not {px}", "an SVG needs no size")
    return px


def checked_id(prefix: str) -> str:
    """The prefix, if ids may begin with it.

    Raises:
        UsageError: it is no plain word.
    """
    if not _ID.fullmatch(prefix):
        raise UsageError(f"'{prefix}' cannot begin an id", "a letter, then letters, digits, '-' or '_', at most 64")
    return prefix
