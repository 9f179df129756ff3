"""The same exercise with something else in place of what is missing: what its page offers, and what is held alike."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Exercise
from vastus.reference.swaps import Implement, LoadKind
from vastus.swap.candidate import Candidate, offers
from vastus.swap.judgement import LOAD_COUNTS, NAMED, Part
from vastus.swap.kit import Kit
from vastus.swap.parts import PARTS, Kinds, equipment_alike
from vastus.swap.ranking import weighted


@dataclass(frozen=True, slots=True)
class Offer:
    """An implement that takes the place of what is missing, in this exercise or in `to`.

    `off` is what an implement takes off the score that no page names; None where a page does.
    """

    implement: Equipment
    to: str | None = None
    reason: str | None = None
    what_changes: str | None = None
    off: float | None = None


Worth = tuple[float, Mapping[Part, float | None]]
"""A score and its parts."""

_EQUIPMENT = frozenset(str(each) for each in Equipment)


def offered(of: Candidate, kit: Kit) -> Iterator[Offer]:
    """What the page offers and is at hand, then what is held alike; each implement once."""
    exercise = of.exercise
    met: set[Equipment] = set(exercise.equipment or ())
    for offer in (*_by_swaps(exercise), *_by_tips(exercise), *_held_alike(of, kit)):
        if offer.implement not in met and kit.has(offer.implement):
            met.add(offer.implement)
            yield offer


def _by_swaps(exercise: Exercise) -> Iterator[Offer]:
    for swap in exercise.swaps:
        if swap.to in _EQUIPMENT:
            yield Offer(Equipment(swap.to), None, swap.reason, swap.what_changes)


def _by_tips(exercise: Exercise) -> Iterator[Offer]:
    for tip in offers(exercise):
        for implement in tip.equipment:
            yield Offer(implement, tip.to, tip.condition, tip.text)


def _held_alike(of: Candidate, kit: Kit) -> Iterator[Offer]:
    used = kit.stands_in(of)
    if used and len({row.use for row in used}) == 1:
        yield Offer(used[0].use, None, None, used[0].what_changes, sum(row.off for row in used))


def scored(
    of: Candidate, offer: Offer, done: Candidate, kinds: Kinds, implements: Mapping[Equipment, Implement]
) -> Worth:
    """The score of an offer; `done` is the exercise that is then done."""
    own = {name: 1.0 if done is of else part(of, done, kinds) for name, part in PARTS.items()}
    parts: dict[Part, float | None] = {
        **own,
        Part.EQUIPMENT: equipment_alike(of.needs or frozenset(), frozenset({offer.implement}), kinds),
        Part.STATED: NAMED if offer.off is None else None,
    }
    if done is of:
        parts[Part.MEASURES] = _measures_kept(of, implements[offer.implement])
        parts[Part.LEVEL] = None  # nothing tells how hard it is with that
    return weighted(parts) - (offer.off or 0.0), parts


def _measures_kept(of: Candidate, implement: Implement) -> float | None:
    """A load that cannot be chosen is no measure."""
    if not of.measures:
        return None
    is_lost = of.counts_load and implement.load in {LoadKind.GIVEN, LoadKind.OWN}
    return 1.0 - LOAD_COUNTS * is_lost / of.measures.whole
