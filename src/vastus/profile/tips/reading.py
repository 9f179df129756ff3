"""What the rules found in one tip."""

from dataclasses import dataclass, field

from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Goal, TipKind
from vastus.domain.page import Span


@dataclass(slots=True)
class Reading:
    """A tip's kind and parts; every span is a pair of offsets in its text.

    `missing` names the thing that a substitute stands in for, as "no sled"; where it is None, `condition` points to
    the words that say when the tip applies.
    """

    kind: TipKind = TipKind.CUE
    evidence: Span | None = None
    sign: Span | None = None
    causes: list[Span] = field(default_factory=list[Span])
    fixes: list[Span] = field(default_factory=list[Span])
    equipment: tuple[Equipment, ...] = ()
    condition: Span | None = None
    missing: str | None = None
    advice: Span | None = None
    goals: tuple[Goal, ...] = ()
