"""Substitutes: another implement or exercise, because one is missing, taken or not tolerated."""

from vastus.profile.tips.alternative import instead, instead_of, same_exercise, stood_in, swapped
from vastus.profile.tips.disliked import another, disliked, exercised
from vastus.profile.tips.missing import away, gone, headlined, missing, only
from vastus.profile.tips.reading import Reading
from vastus.profile.tips.told import Told


def substitute(told: Told) -> Reading | None:
    """The tip as a substitute, or None. The rules in this order: what is missing is the surest sign."""
    return next((found for rule in _RULES if (found := rule(told))), None)


_RULES = (
    missing,
    gone,
    headlined,
    only,
    swapped,
    instead_of,
    stood_in,
    same_exercise,
    instead,
    away,
    exercised,
    disliked,
    another,
)
