"""The same exercise with something else in place of what is missing: what its page offers, and what is held alike."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Exercise, Measure
from vastus.reference.swaps import Implement, LoadKind
from vastus.swap.candidate import Candidate, offers
from vastus.swap.judgement import NAMED, Part
from vastus.swap.kit import Kit
from vastus.swap.parts import Kinds, equipment_alike
from vastus.swap.ranking import compare, weighted


@dataclass(frozen=True, slots=True)
class Offer:
    """An implement that takes the place of what is missing, in this exercise or in `to`."""

    implement: Equipment
    to: str | None = None
    reason: str | None = None
    what_changes: str | None = None
    is_stated: bool = True


Worth = tuple[float, Mapping[Part, float | None]]
"""A score and its parts."""

_EQUIPMENT = frozenset(str(each) for each in Equipment)


def offered(exercise: Exercise, kit: Kit) -> Iterator[Offer]:
    """What the page offers and is at hand, then what is held alike; each implement once."""
    met: set[Equipment] = set(exercise.equipment or ())
    for offer in (*_by_swaps(exercise), *_by_tips(exercise), *_held_alike(exercise, kit)):
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


def _held_alike(exercise: Exercise, kit: Kit) -> Iterator[Offer]:
    needs = frozenset(exercise.equipment or ())
    for row in kit.stands_in(needs) or ():
        yield Offer(row.use, None, None, row.what_changes, is_stated=False)


def scored(
    of: Candidate, offer: Offer, done: Candidate, kinds: Kinds, implements: Mapping[Equipment, Implement]
) -> Worth:
    """The score of an offer; `done` is the exercise that is then done."""
    own = compare(of, done, kinds).parts if done is not of else dict.fromkeys(Part, 1.0)
    parts: dict[Part, float | None] = {
        **own,
        Part.EQUIPMENT: equipment_alike(of.needs or frozenset(), frozenset({offer.implement}), kinds),
        Part.STATED: NAMED if offer.is_stated else 0.0,
    }
    if done is of:
        parts[Part.MEASURES] = _measures_kept(of, implements[offer.implement])
        parts[Part.LEVEL] = None  # nothing tells how hard it is with that
    return weighted(parts), parts


def _measures_kept(of: Candidate, implement: Implement) -> float | None:
    """A load that cannot be chosen is one measure less."""
    if not of.measures:
        return None
    is_lost = Measure.LOAD in of.measures and implement.load in {LoadKind.GIVEN, LoadKind.OWN}
    return 1.0 - is_lost / len(of.measures)
