"""The one stylesheet of every figure on a page, for `<link>`: no figure needs a style element or a style attribute."""

from functools import cache

from vastus.draw.ink import color_rules, layer_rules
from vastus.draw.picker import REACH
from vastus.reference.figure import figure_parts

_PICKER = """\
.vf-link{cursor:pointer;pointer-events:all;--vf-idle:#0000}
.vf-link:not(:focus-visible){--vf-target:#0000;--vf-secondary:#0000;--vf-edge:#0000}
.vf-link:hover{--vf-idle:var(--vf-hover)}
.vf-link:focus-visible{outline:3px solid var(--vf-focus);outline-offset:2px}
.vf-link:focus-visible{--vf-idle:var(--vf-focus);--vf-edge:var(--vf-focus)}
.vf-reach{cursor:pointer;pointer-events:all;--vf-idle:#0000;--vf-target:#0000;--vf-secondary:#0000;--vf-line:#0000;--vf-edge:#0000;--vf-reach:REACH}
.vf-idle,.vf-secondary,.vf-target{stroke-width:var(--vf-reach,2)}""".replace(
    "REACH", str(2 * REACH)
)  # half of a stroke is outside
_CARD = """\
.vf-card{display:block;flex:none;width:64px;height:auto;content-visibility:auto;contain-intrinsic-size:auto 64px}"""


@cache
def figure_stylesheet() -> str:
    """All rules, as CSS: colors light and dark, layers, the picker's focus, and the levels of the sprite's cards.

    A page sets its own colors as `--body-skin`, `--body-line`, `--body-idle`, `--body-secondary`, `--body-target`,
    `--body-edge`, `--body-heat1` to `--body-heat5`, `--body-text`, `--body-hover` or `--body-focus` on any element
    around the figure.
    """
    cards = [
        f".vf-{letter}-{region}{{--vf-{letter}-{region}:var(--vf-{level})}}"
        for letter, level in (("t", "target"), ("s", "secondary"))
        for region in figure_parts().regions
    ]
    return "\n".join([color_rules(), *layer_rules().values(), _PICKER, _CARD, *cards]) + "\n"
