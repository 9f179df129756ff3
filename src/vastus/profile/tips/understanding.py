"""The kind of a tip: the rules in their order."""

from vastus.domain.exercise import TipKind
from vastus.profile.tips import fault, substitute
from vastus.profile.tips.individual import individual
from vastus.profile.tips.programming import programming
from vastus.profile.tips.reading import Reading
from vastus.profile.tips.rules import first_reading
from vastus.profile.tips.safety import safety
from vastus.profile.tips.told import Told, tell


def understand(text: str) -> Reading:
    """The kind of a tip and its parts, as offsets in its text.

    >>> reading = understand("If the bar drifts forward, tighten the lats.")
    >>> reading.kind.value, reading.sign, reading.fixes
    ('fault', (3, 25), [(27, 43)])
    """
    told = tell(text)
    return first_reading(substitute.RULES, told) or safety(told) or _personal_or_not(told)


def _personal_or_not(told: Told) -> Reading:
    """What depends on the person comes before a fault; a mere matter of taste comes behind a plan with a goal."""
    personal = individual(told)
    if personal is None:
        return first_reading(fault.RULES, told) or programming(told) or Reading(TipKind.CUE)
    if personal.condition is None:
        plan = programming(told)
        if plan and plan.goals:
            return plan
    return personal
