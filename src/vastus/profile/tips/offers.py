"""Which implements a tip offers: not merely what something is tied to or leans on."""

import re

from vastus.domain.equipment import Equipment
from vastus.domain.page import Span
from vastus.profile.tips.told import Told

# "over the", "round the leg of a": what follows holds the offer and is not the offer.
_HOLDING = frozenset(
    """
    to around round over onto on off in into inside against through under underneath beneath behind from between
    across at up along beside above near
    """.split()
)
_PARTS = frozenset("leg legs top bottom edge side foot base back corner middle".split())  # … of
_DENYING = frozenset("no without not lack lacks lacking isn't aren't".split())
_ARTICLES = frozenset("the a an your any each some one both two another".split())
# What may stand between a preposition and the name of a thing.
_BETWEEN = _ARTICLES | frozenset(
    """top bottom edge end back front side middle base closed sturdy heavy solid stable low high upright fixed flat
    incline adjustable slick""".split()
)
_STOP = re.compile(r".*[,;:.?!]", re.DOTALL)  # everything up to the last one
_WINDOW = 48  # characters before a name that say how it is meant


def offered(told: Told, start: int, end: int, avoid: Span = (0, 0)) -> tuple[Equipment, ...]:
    """The implements that the stretch offers outside of `avoid`, each once.

    >>> from vastus.profile.tips.told import tell
    >>> offered(tell("Tie a band to the squat rack"), 0, 28)
    (<Equipment.BAND: 'band'>,)
    """
    found = [
        thing
        for thing in told.things
        if start <= thing.start and thing.end <= end and not avoid[0] <= thing.start < avoid[1]
    ]
    named = [thing for thing in found if not _is_denied(told.lower, thing.start)]
    loose = [thing for thing in named if not _is_held(told.lower, thing.start)]
    return tuple(dict.fromkeys(thing.value for thing in (loose or named)))


def _is_denied(lower: str, at: int) -> bool:
    """Whether the words before a name say that the thing is not there."""
    before = [word for word in _before(lower, at) if word not in _ARTICLES]
    return not _DENYING.isdisjoint(before[-2:])  # "no bumper plates"


def _is_held(lower: str, at: int) -> bool:
    """Whether the words before a name say that the thing only holds another."""
    before = _before(lower, at)
    while before and before[-1] in _BETWEEN:
        before.pop()
    if not before:
        return False
    return before[-1] in _HOLDING or (before[-1] == "of" and bool(before[:-1]) and before[-2] in _PARTS)


def _before(lower: str, at: int) -> list[str]:
    """The words before an offset, back to the next comma or stop."""
    before = lower[max(0, at - _WINDOW) : at]
    stop = _STOP.match(before)
    return (before[stop.end() :] if stop else before).split()
