"""What is safer and what is riskier, from the two profiles and from the implement; every note with its mark."""

from collections.abc import Iterable, Iterator

from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Exercise, Facing, Share, Travel
from vastus.reference.swaps import SafetyNote, SwapFacts
from vastus.swap.judgement import LEVELS

_HARDLY = (Share.NONE, Share.LITTLE)


def safety(of: Exercise, other: Exercise, used: Iterable[Equipment], facts: SwapFacts) -> tuple[SafetyNote, ...]:
    """Riskier first. `used` are the implements that come into play: those of the exercise, or the one in its place."""
    notes = [note for key in _keys(of, other, used) for note in facts.safety.get(key, ())]
    return tuple(sorted(dict.fromkeys(notes), key=lambda note: note.effect != "riskier"))


def _keys(of: Exercise, other: Exercise, used: Iterable[Equipment]) -> Iterator[tuple[str, str, str]]:
    for implement in used:
        if implement not in (of.equipment or ()):
            yield "implement", implement, "used"
    if _is_blind(other) and (of is other or not _is_blind(of)):
        yield "backward", "away", "used"
    if of is not other:
        yield from _effort(of, other)
        for demand in other.demands:
            if demand not in of.demands:
                yield "demand", demand, "gained"
        for demand in of.demands:
            if demand not in other.demands:
                yield "demand", demand, "lost"


def _is_blind(exercise: Exercise) -> bool:
    """Whether one pushes something behind one's back."""
    movement = exercise.movement
    return bool(movement and movement.facing is Facing.AWAY and movement.travel is Travel.BACKWARD)


def _effort(of: Exercise, other: Exercise) -> Iterator[tuple[str, str, str]]:
    here, there = of.contraction, other.contraction
    if here and there:
        if here.eccentric in _HARDLY and there.eccentric is Share.FULL:
            yield "eccentric", "full", "gained"
        elif here.eccentric is Share.FULL and there.eccentric in _HARDLY:
            yield "eccentric", "full", "lost"
    if of.level and other.level and LEVELS[other.level] > LEVELS[of.level]:
        yield "level", "harder", "gained"
