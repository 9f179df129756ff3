"""Faults: something goes wrong, and the tip says why or what to do about it."""

from collections.abc import Callable

from vastus.profile.tips.complaint import asked, complained, labelled, wronged
from vastus.profile.tips.conditional_fault import conditioned_fault, trailing_fault
from vastus.profile.tips.diagnosed import cured, diagnosed, excused
from vastus.profile.tips.lexicon import AMISS, CONDITION, DIAGNOSIS, FEEL, FORBID, MISTAKE, PEOPLE, TROUBLE
from vastus.profile.tips.mistake import forbidden, habitual, harmful, mistaken, replaced
from vastus.profile.tips.reading import Reading
from vastus.profile.tips.told import Told

# In this order: the surest construction first. Each rule has the word families without which it finds nothing.
_RULES: tuple[tuple[int, Callable[[Told], Reading | None]], ...] = (
    (CONDITION, conditioned_fault),
    (-1, asked),
    (MISTAKE, labelled),
    (MISTAKE, mistaken),
    (-1, cured),
    (-1, excused),
    (DIAGNOSIS, diagnosed),
    (CONDITION, trailing_fault),
    (PEOPLE, habitual),
    (-1, harmful),
    (TROUBLE | FEEL | AMISS, complained),
    (-1, forbidden),
    (FORBID, replaced),
    (-1, wronged),
)


def fault(told: Told) -> Reading | None:
    """The tip as a fault, or None."""
    for families, rule in _RULES:
        if told.marks & families:
            found = rule(told)
            if found:
                return found
    return None
