"""Tips by kind, in the order in which somebody about to train needs them."""

from collections.abc import Sequence
from dataclasses import dataclass

from vastus.domain.exercise import Tip, TipKind

_TITLES = {
    TipKind.FAULT: "What goes wrong, and how to mend it",
    TipKind.SAFETY: "Safety",
    TipKind.CUE: "Think of this",
    TipKind.INDIVIDUAL: "Depends on you",
    TipKind.PROGRAMMING: "In your training",
}


@dataclass(frozen=True, slots=True)
class TipGroup:
    """The tips of one kind, in the order of the page."""

    kind: TipKind
    title: str
    tips: tuple[Tip, ...]


def tip_groups(tips: Sequence[Tip]) -> list[TipGroup]:
    """All tips but substitutes, which stand with the swaps."""
    groups = (TipGroup(kind, title, tuple(tip for tip in tips if tip.kind is kind)) for kind, title in _TITLES.items())
    return [group for group in groups if group.tips]


def substitutes(tips: Sequence[Tip]) -> list[Tip]:
    """What to do instead, as the page says it."""
    return [tip for tip in tips if tip.kind is TipKind.SUBSTITUTE]
