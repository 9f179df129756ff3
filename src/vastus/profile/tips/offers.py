"""Which implements a tip offers: not merely what something is tied to or leans on."""

import re

from vastus.domain.equipment import Equipment
from vastus.domain.page import Span
from vastus.profile.tips.told import Told
from vastus.prose.terms import Term

# "round the leg of the", "over the": what follows holds the offer and is not the offer.
_HOLDS = re.compile(
    r"\b(?:to|around|round|over|onto|on|off|in|into|inside|against|(?:leg|top|bottom|edge|side|foot|base|back|corner|middle) of|through|under|underneath|beneath|behind|from|between|across|at|up|along|beside|above|near)"
    r" (?:(?:the|a|an|your|any|each|some|one|both|two|top|bottom|edge|leg|legs|end|back|front|side|foot|middle|base|closed|sturdy|heavy|solid|stable|low|high|upright|fixed|flat|incline|adjustable|of) )*$"
)
_DENIED = re.compile(r"\b(?:no|without|not|lack|lacking|isn't|aren't) (?:(?:a|an|any|the) )?(?:[a-z-]+ )?$")
_WINDOW = 48  # characters before a name that say how it is meant


def offered(told: Told, start: int, end: int, avoid: Span = (0, 0)) -> tuple[Equipment, ...]:
    """The implements that the stretch offers outside of `avoid`, each once.

    >>> from vastus.profile.tips.told import tell
    >>> offered(tell("Tie a band to the squat rack"), 0, 28)
    (<Equipment.BAND: 'band'>,)
    """
    found = [
        term
        for term in told.things
        if start <= term.start and term.end <= end
        and not avoid[0] <= term.start < avoid[1] and not _is(_DENIED, told.lower, term)
    ]
    loose = [term for term in found if not _is(_HOLDS, told.lower, term)]
    return tuple(dict.fromkeys(term.value for term in (loose or found)))


def _is(pattern: re.Pattern[str], lower: str, term: Term[Equipment]) -> bool:
    """Whether the words right before a name say that it is denied, or merely holds something."""
    return pattern.search(lower, max(0, term.start - _WINDOW), term.start) is not None
