"""The heat map: a number per group in six lightness steps of one hue, darker for more (brighter on a dark page).

Three scales. `sets`, for hard sets a week: 0, 1-3, 4-7, 8-11, 12-15, 16 and more. `range`, for anything else: zero,
then five equal parts up to the largest number given. `counts`, for what is counted one by one: the same parts, told in
whole numbers; few things leave some steps empty. A group without a number is an outline only: absent is not zero.
"""

import math
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from vastus.domain.anatomy import MuscleGroup
from vastus.draw.drawing import Sex
from vastus.draw.figure import Figure
from vastus.draw.ink import HEAT, Layer
from vastus.draw.lettering import number_text
from vastus.draw.worked import group_label
from vastus.errors import UsageError
from vastus.reference.figure import FigureParts
from vastus.reference.vocabulary import Vocabularies

_WIDE = 100  # two numbers of three digits have no room under a swatch
LEAST, MOST = 0.001, 1e9  # a number above zero


class Scale(StrEnum):
    """What the steps stand for."""

    SETS = "sets"
    RANGE = "range"
    COUNTS = "counts"


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps 1 to 5: where each begins, or for equal parts where each ends, and the labels of all six."""

    scale: Scale
    bounds: tuple[float, ...]
    labels: tuple[str, ...]

    def of(self, value: float) -> int:
        """The step of a number, 0 to 5; whatever is above zero is at least 1."""
        if value <= 0:
            return 0
        if self.scale is Scale.SETS:
            return max(1, bisect_right(self.bounds, value))
        return 1 + sum(value > bound for bound in self.bounds[:-1])


_SETS = Steps(Scale.SETS, (1, 4, 8, 12, 16), ("0", "1–3", "4–7", "8–11", "12–15", "16+"))


def steps_of(values: Mapping[MuscleGroup, float], scale: Scale) -> Steps:
    """The steps for some numbers.

    >>> steps_of({MuscleGroup.QUADS: 50.0}, Scale.RANGE).labels
    ('0', '≤10', '≤20', '≤30', '≤40', '≤50')
    >>> steps_of({MuscleGroup.QUADS: 8.0}, Scale.COUNTS).labels
    ('0', '1', '2–3', '4', '5–6', '7–8')
    """
    most = max(values.values(), default=0)
    if scale is Scale.SETS:
        return _SETS
    if most <= 0:
        return Steps(scale, (0.2, 0.4, 0.6, 0.8, 1.0), ("0", "", "", "", "", ""))
    bounds = tuple(most * number / 5 for number in range(1, 6))
    if scale is Scale.COUNTS:
        ends = [math.floor(bound) for bound in bounds]
        labels = (_counted(low + 1, high, is_brief=most >= _WIDE) for low, high in pairwise((0, *ends)))
        return Steps(scale, bounds, ("0", *labels))
    return Steps(scale, bounds, ("0", *(f"≤{number_text(bound)}" for bound in bounds)))


def _counted(low: int, high: int, *, is_brief: bool) -> str:
    """The counts from one to another; nothing where there are none between them."""
    if low > high:
        return ""
    return f"≤{number_text(high)}" if is_brief else "–".join(dict.fromkeys((f"{low}", f"{high}")))


def heat_figure(  # noqa: PLR0913  # the figure's own parts
    values: Mapping[MuscleGroup, float],
    known: Vocabularies,
    parts: FigureParts,
    *,
    scale: Scale = Scale.SETS,
    title: str = "Heat map by muscle group",
    sex: Sex = Sex.MALE,
    is_simple: bool = False,
) -> Figure:
    """Numbers by group, none of them below zero.

    A part counts in one group only, its region in `figure_parts.csv`: the rectus femoris in the quads, though it
    flexes the hip too.

    Raises:
        UsageError: a number is negative, not finite, or outside 0.001 to 1,000,000,000 where it is not zero; or a
            count is not whole.
    """
    for group, value in values.items():
        if not math.isfinite(value) or value < 0 or (value and not LEAST <= value <= MOST):
            raise UsageError(f"{value:g} is no number for {group}", "a number is 0, or between 0.001 and 1,000,000,000")
        if scale is Scale.COUNTS and value != int(value):
            raise UsageError(f"{value:g} is no count for {group}", "a count is a whole number; --scale range takes any")
    steps = steps_of(values, scale)
    paint: dict[str, Layer] = {}
    for group, value in values.items():
        shown = (str(group),) if is_simple else parts.by_region[group]
        paint |= dict.fromkeys(shown, HEAT[steps.of(value)])
    said = ", ".join(f"{group_label(group, known)} {value:.10g}" for group, value in values.items())
    unit = "Sets" if scale is Scale.SETS else "Numbers"
    description = f"{unit}: {said}. Groups without a number are outlined only." if said else "No numbers."
    legend = tuple((layer, label) for layer, label in zip(HEAT, steps.labels, strict=True) if label)
    return Figure(title, description, paint, Layer.UNKNOWN, sex, legend, is_simple=is_simple)
