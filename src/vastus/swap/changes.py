"""What is different when one exercise takes the place of another, in sentences a coach would say."""

from collections.abc import Iterable, Iterator, Sequence

from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Contraction, Exercise, Force, Laterality, Measure, Share, Travel
from vastus.reference.swaps import StandIn
from vastus.reference.vocabulary import Vocabularies

_SIDES = {
    Laterality.BILATERAL: "both sides at once",
    Laterality.UNILATERAL: "one side at a time",
    Laterality.ALTERNATING: "one side after the other",
}
_FORCES = {
    Force.PUSH: "a push",
    Force.PULL: "a pull",
    Force.HINGE: "a hinge of the hips",
    Force.PRESS: "a press",
    Force.STATIC: "a hold while you move",
    Force.ISOMETRIC: "a hold",
    Force.COMPRESSION: "pressure on the muscle",
    Force.DYNAMIC_STRETCHING: "a stretch in motion",
    Force.STATIC_STRETCHING: "a stretch held",
}
_TRAVELS = {Travel.FORWARD: "forward", Travel.BACKWARD: "backward", Travel.LATERAL: "sideways"}
_MEASURES = {
    Measure.LOAD: "load",
    Measure.REPS: "repetitions",
    Measure.STEPS: "steps",
    Measure.DISTANCE: "distance",
    Measure.TIME: "time",
}


def said(reason: str | None, what_changes: str | None) -> Iterator[str]:
    """What the page itself says: when, and what changes."""
    if what_changes and reason:
        yield f"When {reason}: {what_changes}"
    elif what_changes or reason:
        yield what_changes or f"When {reason}"


def changes(of: Exercise, other: Exercise, used: Sequence[StandIn], known: Vocabularies) -> Iterator[str]:
    """Everything that the two profiles tell apart; silent where one of them is."""
    yield from _muscles(of, other, known)
    yield from _movement(of, other)
    if of.contraction and other.contraction:
        yield from _contraction(of.contraction, other.contraction)
    yield from _equipment(of, other, {row.missing for row in used})
    for row in used:
        if not row.what_changes:
            continue
        use, missing = (each.replace("_", " ") for each in (row.use, row.missing))
        yield f"{_first(use)} in place of {missing}: {row.what_changes}"
    yield from _measures(of, other)


def _muscles(of: Exercise, other: Exercise, known: Vocabularies) -> Iterator[str]:
    if of.target is None or other.target is None:
        return
    worked = {*other.target, *(other.secondary or ())}
    lost = [group for group in of.target if group not in worked]
    less = [group for group in of.target if group in (other.secondary or ()) and group not in other.target]
    more = [group for group in other.target if group not in of.target]
    if lost:
        yield f"{_listed(known.groups.label(group) for group in lost)} no longer worked"
    if less:
        yield f"{_listed(known.groups.label(group) for group in less)} help only"
    if more:
        yield f"{_listed(known.groups.label(group) for group in more)} become a target"


def _movement(of: Exercise, other: Exercise) -> Iterator[str]:
    if of.force and other.force and of.force is not other.force:
        yield f"{_first(_FORCES[other.force])} instead of {_FORCES[of.force]}"
    if of.laterality and other.laterality and of.laterality is not other.laterality:
        yield f"{_first(_SIDES[other.laterality])} instead of {_SIDES[of.laterality]}"
    here, there = of.movement and of.movement.travel, other.movement and other.movement.travel
    if here and there and here is not there:
        yield f"You go {_TRAVELS[there]} instead of {_TRAVELS[here]}"
    elif there and not here:
        yield f"You travel {_TRAVELS[there]}"
    elif here and not there and not _goes(other):
        yield "You stay where you are"
    if of.posture and other.posture and of.posture is not other.posture and not (here or there):
        yield f"{_first(other.posture.replace('_', ' '))} instead of {of.posture.replace('_', ' ')}"


def _goes(exercise: Exercise) -> bool:
    return bool(exercise.dose and {Measure.DISTANCE, Measure.STEPS} & {*exercise.dose.measures})


def _contraction(of: Contraction, other: Contraction) -> Iterator[str]:
    if of.eccentric in {Share.NONE, Share.LITTLE} and other.eccentric is Share.FULL:
        yield "The way down is worked, too"
    elif of.eccentric is Share.FULL and other.eccentric in {Share.NONE, Share.LITTLE}:
        yield "Hardly anything is lowered"
    if of.concentric is Share.FULL and other.concentric in {Share.NONE, Share.LITTLE}:
        yield "It is held or braked rather than lifted"


def _equipment(of: Exercise, other: Exercise, replaced: set[Equipment]) -> Iterator[str]:
    if of.equipment is None or other.equipment is None:
        return
    here, there = ({*it.equipment} - {Equipment.BODYWEIGHT} for it in (of, other) if it.equipment is not None)
    if here == there:
        return
    if not there:
        yield "It needs nothing but you"
    elif there - replaced:
        more = (each.replace("_", " ") for each in other.equipment if each in there - replaced)
        yield f"It needs {_listed(more)}"


def _measures(of: Exercise, other: Exercise) -> Iterator[str]:
    here, there = of.dose and set(of.dose.measures), other.dose and set(other.dose.measures)
    if not here or not there or other.dose is None:
        return
    if not (here - {Measure.LOAD}) & there:
        yield f"Counted in {_listed(_MEASURES[each] for each in other.dose.measures if each is not Measure.LOAD)}"
    if Measure.LOAD in here and Measure.LOAD not in there:
        yield "No load is added"


def _listed(texts: Iterable[str]) -> str:
    """Texts as a list in a sentence.

    >>> _listed(["Quads", "Glutes", "Abs"])
    'Quads, Glutes and Abs'
    """
    *rest, last = texts
    return f"{', '.join(rest)} and {last}" if rest else last


def _first(text: str) -> str:
    return text[:1].upper() + text[1:]
