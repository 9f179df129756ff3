"""Substitutes: another implement or exercise, because one is missing, taken or not tolerated."""

from vastus.profile.tips import alternative, disliked, missing
from vastus.profile.tips.rules import Rules

# What is missing is the surest sign.
RULES: Rules = (*missing.RULES, *alternative.RULES, *missing.AWAY, *disliked.RULES)
