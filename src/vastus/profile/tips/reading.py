"""What the rules found in one tip."""

from msgspec import Struct

from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Goal, TipKind
from vastus.domain.page import Span


class Reading(Struct):
    """A tip's kind and parts; every span is a pair of offsets in its text.

    `missing` names the thing that a substitute stands in for, as "no sled"; where it is None, `condition` points to
    the words that say when the tip applies.
    """

    kind: TipKind = TipKind.CUE
    evidence: Span | None = None
    sign: Span | None = None
    causes: list[Span] = []
    fixes: list[Span] = []
    equipment: tuple[Equipment, ...] = ()
    condition: Span | None = None
    missing: str | None = None
    advice: Span | None = None
    goals: tuple[Goal, ...] = ()
