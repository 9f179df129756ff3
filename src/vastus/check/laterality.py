"""Sides: "bilateral" on a page whose limbs take turns."""

import re
from collections.abc import Iterator

from vastus.domain.exercise import Exercise, Laterality
from vastus.domain.page import Finding, Severity
from vastus.prose.sentences import plain

_LIMB = r"(?:leg|arm|foot|knee|hand|side|elbow|hip)"
_TURNS = re.compile(
    rf"\b(?:alternat(?:e|es|ing|ely|ingly)\b(?! grip| hand grip| exercise| version)|one {_LIMB} (?:at a time|after (?:the other|another)|then the other|and then)|(?:leg|arm|foot|hand) by (?:leg|arm|foot|hand)"
    rf"|each {_LIMB} (?:repeatedly|in turn|alternately|one at a time)|(?:with|onto|to) the (?:other|opposite) {_LIMB}|switch(?:ing)? {_LIMB}s|(?:left|right) {_LIMB}[^.]{{0,40}}(?:then|followed by|and then)[^.]{{0,20}}(?:left|right)"
    r"|walk(?:ing)? (?:forward|backward|the sled|with|until|for)|sprint(?:ing)? (?:forward|until|for)|number of (?:steps|strides)|march(?:ing)? (?:forward|in place|until))\b",
    re.IGNORECASE,
)


def check_laterality(exercise: Exercise) -> Iterator[Finding]:
    """A finding where the profile says bilateral and the steps show limbs that alternate."""
    if exercise.laterality is not Laterality.BILATERAL:
        return
    for step in exercise.instructions:
        found = _TURNS.search(plain(step.text))
        if found:
            span = step.span
            yield Finding(
                rule="laterality-conflict",
                field="laterality",
                severity=Severity.WARNING,
                message="the profile says bilateral, but the instructions let the limbs take turns",
                excerpt=step.text,
                hint="'alternating' describes it better; the page's value was kept",
                span=span,
            )
            return
