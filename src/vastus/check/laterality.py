"""Sides: "bilateral" on a page whose limbs take turns."""

from collections.abc import Iterator

from vastus.domain.exercise import Exercise, Laterality, Step, StepKind
from vastus.domain.page import Finding, Severity
from vastus.prose.patterns import any_of, mentions, whole_words
from vastus.prose.sentences import leveled

_LIMB = any_of("leg", "arm", "foot", "knee", "hand", "side", "elbow", "hip")
_SIDE = any_of("left", "right")
_TURNS = whole_words(
    r"alternat(?:e|es|ing|ely|ingly)\b(?! grip| hand grip| exercise| version)",
    rf"one {_LIMB} (?:at a time|after (?:the other|another)|then the other|and then)",
    "(?:leg|arm|foot|hand) by (?:leg|arm|foot|hand)",
    rf"each {_LIMB} (?:repeatedly|in turn|alternately|one at a time)",
    rf"(?:with|onto|to) the (?:other|opposite) {_LIMB}",
    rf"switch(?:ing)? {_LIMB}s",
    rf"{_SIDE} {_LIMB}[^.]{{0,40}}(?:then|followed by|and then)[^.]{{0,20}}{_SIDE}",
    "walk(?:ing)? (?:forward|backward|the sled|with|until|for)",
    "sprint(?:ing)? (?:forward|until|for)",
    "march(?:ing)? (?:forward|in place|until)",
    "number of (?:steps|strides)",
)
_STEMS = (
    "alternat", "one ", " by ", "each ", "to the", "with the", "switch", "left", "right", "walk", "sprint", "march",
    "number of",
)  # fmt: skip


def taking_turns(exercise: Exercise) -> Step | None:
    """The first step that shows limbs which alternate; how one gets into position does not count."""
    for step in exercise.instructions:
        if step.kind in (StepKind.LOAD, StepKind.SET_UP):
            continue  # how one gets there: a bar is walked out foot by foot
        text = leveled(step.text)
        if mentions(text, _STEMS) and _TURNS.search(text):
            return step
    return None


def check_laterality(exercise: Exercise) -> Iterator[Finding]:
    """A finding where the profile says bilateral and the steps show limbs that alternate."""
    step = taking_turns(exercise) if exercise.laterality is Laterality.BILATERAL else None
    if step:
        yield Finding(
            rule="laterality-conflict",
            field="laterality",
            severity=Severity.WARNING,
            message="the profile says bilateral, but the instructions let the limbs take turns",
            excerpt=step.text,
            hint="'alternating' describes it better; the page's value was kept",
            span=step.span,
        )
