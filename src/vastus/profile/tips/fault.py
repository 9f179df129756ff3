"""Faults: something goes wrong, and the tip says why or what to do about it."""

from vastus.profile.tips.complaint import asked, complained, labelled, wronged
from vastus.profile.tips.conditional_fault import conditioned_fault, trailing_fault
from vastus.profile.tips.diagnosed import cured, diagnosed, excused
from vastus.profile.tips.lexicon import (
    AMISS,
    COLON,
    CONDITION,
    DIAGNOSIS,
    FEEL,
    FORBID,
    MISTAKE,
    PEOPLE,
    QUESTION,
    TROUBLE,
)
from vastus.profile.tips.mistake import forbidden, habitual, harmful, mistaken, replaced
from vastus.profile.tips.rules import ANY, Rules

# The surest construction first.
RULES: Rules = (
    (CONDITION, conditioned_fault),
    (QUESTION, asked),
    (MISTAKE, labelled),
    (MISTAKE, mistaken),
    (ANY, cured),
    (ANY, excused),
    (DIAGNOSIS, diagnosed),
    (CONDITION, trailing_fault),
    (PEOPLE, habitual),
    (ANY, harmful),
    (TROUBLE | FEEL | AMISS, complained),
    (ANY, forbidden),
    (FORBID, replaced),
    (COLON, wronged),
)
