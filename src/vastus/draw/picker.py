"""The picker: the figure with a link for each group, to choose a muscle by. It works without script.

The links lie over the whole picture and repeat its parts, unseen until they are pointed at or have the keyboard's
focus: what is drawn later lies on top in SVG, and a neighbor must not cover the line around the one with the focus.

Below them the same links lie once more, where a group has its stop, grown by `REACH` to every side: what is nobody's
own, beside a narrow part, is that part's. They are no stop for the keyboard, and nobody sees or hears them.

The plain list of the same links belongs beside it: parts that lie close together stay narrower than a fingertip
whatever is done, and it is for whoever cannot see the figure.
"""

from collections.abc import Callable, Collection, Iterator, Mapping

from vastus.domain.anatomy import MuscleGroup
from vastus.draw.drawing import Sex, Side, drawing
from vastus.draw.figure import checked_id, opening, painted, skin
from vastus.draw.ink import Layer, by_class
from vastus.draw.markup import attribute, text
from vastus.draw.worked import group_label
from vastus.reference.figure import FigureParts
from vastus.reference.vocabulary import Vocabularies


def _groups(words: str) -> tuple[MuscleGroup, ...]:
    return tuple(MuscleGroup(word) for word in words.split())


STOPS = {
    Side.FRONT: _groups(
        "neck shoulders chest biceps forearms palmar_fascia abs obliques hip_flexors abductors it_band adductors quads"
    ),
    Side.BACK: _groups("traps upper_back triceps lats lower_back glutes hamstrings calves plantar_fascia"),
}
"""Where a group is one stop for the keyboard: in the view that shows most of it; down the front, then down the back."""
TAB_ORDER = (*STOPS[Side.FRONT], *STOPS[Side.BACK])

REACH = 17
"""Units of the view box, 10 px where the figure is 280 px wide: how far beside a part a pointer still finds it."""

Address = Callable[[MuscleGroup], str]


def query_address(group: MuscleGroup) -> str:
    """The address of a group on the page itself.

    >>> query_address(MuscleGroup.LOWER_BACK)
    '?muscle=lower_back'
    """
    return f"?muscle={group}"


def picker(  # noqa: PLR0913  # the figure's own parts
    known: Vocabularies,
    parts: FigureParts,
    *,
    chosen: Collection[MuscleGroup] = (),
    named: Collection[MuscleGroup] = (),
    excluded: Collection[MuscleGroup] = (),
    address: Address = query_address,
    sex: Sex = Sex.MALE,
    id: str = "picker",  # noqa: A002  # what it is called in SVG
) -> str:
    """The figure as an element for a page that has `figure_stylesheet()`.

    `chosen` are lit, and said to be chosen; `named` are lit lightly, of `excluded` only the outline is drawn.

    A group that both views show is one stop for the keyboard; its twin in the other can be clicked and is hidden from
    screen readers.

    Raises:
        UsageError: the id is not allowed.
    """
    layers = {
        **dict.fromkeys(named, Layer.SECONDARY),
        **dict.fromkeys(excluded, Layer.UNKNOWN),
        **dict.fromkeys(chosen, Layer.TARGET),
    }
    return "".join(_pieces(known, parts, layers, address, sex, checked_id(id)))


def _pieces(  # noqa: PLR0913, PLR0917  # what `picker` takes
    known: Vocabularies,
    parts: FigureParts,
    layers: Mapping[MuscleGroup, Layer],
    address: Address,
    sex: Sex,
    prefix: str,
) -> Iterator[str]:
    body = drawing(sex)
    ink = by_class().attributes
    yield opening(body.width, body.height, prefix, role="group")
    yield f'<title id="{prefix}-t">Choose a muscle group</title>'
    yield f'<desc id="{prefix}-d">Each part of the body is a link; the list beside it holds the same links.</desc>'
    for side in Side:
        view = body.views[side]
        x, y = body.centers[side]
        elements: dict[MuscleGroup | None, list[str]] = {}
        for part in view.parts:
            elements.setdefault(parts.rows[part.id].group, []).append(f'<path d="{part.outline}"/>')
        half = f"{prefix}-{side[0]}"
        numbers = {group: number for number, group in enumerate(TAB_ORDER) if group in elements}
        yield f'<g transform="translate({x:g} {y:g})">{skin(view, ink, half)}<g id="{half}">'
        yield f'<path {ink[Layer.LINE]} d="{view.details}"/>'
        if None in elements:
            yield f"<g {ink[Layer.UNKNOWN]}>{''.join(elements[None])}</g>"
        for group, number in numbers.items():
            layer = layers.get(group, Layer.IDLE)
            yield f'<g id="{half}{number}">{painted(layer, elements[group], ink, f"{half}{number}")}</g>'
        yield f"</g>{_mirrored(half)}"
        stops = [group for group in numbers if group in STOPS[side]]
        yield '<g class="vf-reach" aria-hidden="true">'
        for group in reversed(stops):  # the first, at the neck, are the smallest
            yield f'<a href={attribute(address(group))} tabindex="-1"><use href="#{half}{numbers[group]}p"/></a>'
        yield "</g>"
        for group, number in numbers.items():
            label = group_label(group, known)
            name = f"aria-label={attribute(label)}" if group in stops else 'tabindex="-1" aria-hidden="true"'
            current = ' aria-current="true"' if layers.get(group) is Layer.TARGET else ""
            pair = f'<use href="#{half}{number}"/>{_mirrored(f"{half}{number}")}'
            yield f'<a class="vf-link" href={attribute(address(group))} {name}{current}><title>{text(label)}</title>'
            yield f'<g id="{half}{number}p">{pair}</g></a>' if group in stops else f"{pair}</a>"
        yield "</g>"
    yield "</svg>"


def _mirrored(half: str) -> str:
    return f'<use href="#{half}" transform="scale(-1 1)"/>'


def picker_list(known: Vocabularies, *, chosen: Collection[MuscleGroup] = (), address: Address = query_address) -> str:
    """The same links as an HTML list, in the same order."""
    current = {True: ' aria-current="true"', False: ""}
    items = [
        f"<li><a href={attribute(address(group))}{current[group in chosen]}>{text(group_label(group, known))}</a></li>"
        for group in TAB_ORDER
    ]
    return f'<ul class="vf-choices">{"".join(items)}</ul>'
