"""Muscles: what the prose says of their roles against what the profile says."""

import re
from collections.abc import Iterator

from vastus.domain.anatomy import MuscleGroup
from vastus.domain.exercise import Exercise
from vastus.domain.page import Finding, Severity
from vastus.prose.sentences import plain, sentences
from vastus.prose.terms import muscles_named

_PRIMARY = re.compile(
    r"\b(?:primar(?:y|ily)|main(?:ly)?|principal(?:ly)?|prime movers?|chief(?:ly)?|predominantly|mostly|most of all|first and foremost"
    r"|target(?:s|ed|ing)?|focus(?:es|ed|ing)? on|emphasi[sz](?:es|ed|e|ing))\b",
    re.IGNORECASE,
)
_SECONDARY = re.compile(
    r"\b(?:secondar(?:y|ily)|also|as well as|with (?:some )?(?:help|assistance|support) from|assist(?:s|ed|ing)?|synergists?|stabili[sz]\w*|while (?:also|the)|indirectly|to a lesser (?:extent|degree)|along with|in addition|and (?:even )?to some extent|supporting|lesser|but also)\b",
    re.IGNORECASE,
)
_WORKS = re.compile(
    r"\b(?:target|work|train|hit|emphasi[sz]|strengthen|develop|build|isolat|activat|recruit|muscles? of|involv|tax(?:es|ing)|engag|challeng|stretch)",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|n't|without|rather than|instead of|less|minimi[sz]\w*|relieve\w*|takes?|off|spares?|avoid\w*)\b[^,;.]{0,30}$", re.IGNORECASE)

_SPARED = re.compile(r"\s+(?:stays? out|rests?|is spared|are spared|does little|do little|is not|are not|isn't|aren't|takes? less|does not|do not|barely|hardly)\b", re.IGNORECASE)


def _labels(groups: set[MuscleGroup]) -> str:
    return ", ".join(sorted(group.value.replace("_", " ") for group in groups))


def check_roles(exercise: Exercise) -> Iterator[Finding]:
    """Findings where a muscle has two roles, or the prose names one that the profile lacks."""
    target = set(exercise.target or ())
    secondary = set(exercise.secondary or ())
    both = target & secondary
    if both:
        yield Finding(
            rule="target-repeated",
            field="secondary",
            severity=Severity.WARNING,
            message=f"{_labels(both)} is listed as target and as secondary",
            excerpt=exercise.printed.get("secondary"),
            hint="keep it as the target only",
        )
    if not exercise.overview or not (target or secondary):
        return
    for paragraph in exercise.overview.split("\n\n"):
        text = plain(paragraph)
        for start, end in sentences(text):
            sentence = text[start:end]
            yield from _in_sentence(paragraph[start:end], sentence, target, secondary)


def _in_sentence(printed: str, sentence: str, target: set[MuscleGroup], secondary: set[MuscleGroup]) -> Iterator[Finding]:
    named = [
        term
        for term in muscles_named(sentence)
        if not _DENIED.search(sentence[: term.start]) and not _SPARED.match(sentence, term.end)
    ]
    if not named or not _WORKS.search(sentence):
        return
    primary = _PRIMARY.search(sentence)
    lesser = _SECONDARY.search(sentence)
    lesser_from = lesser.start() if lesser else len(sentence)
    called_primary = {term.value for term in named if primary and term.start < lesser_from}
    other_role = called_primary & secondary - target
    if other_role and target:
        yield Finding(
            rule="role-conflict",
            field="secondary",
            severity=Severity.WARNING,
            message=f"the overview calls {_labels(other_role)} primary, the profile calls it secondary".replace(
                "it secondary", "them secondary" if len(other_role) > 1 else "it secondary"
            ),
            excerpt=printed,
            hint="decide which it is; the profile's role was kept",
        )
    lacking = {term.value for term in named} - target - secondary
    if lacking:
        yield Finding(
            rule="muscle-not-in-profile",
            field="secondary",
            severity=Severity.INFO,
            message=f"the overview names {_labels(lacking)}, which the profile does not list",
            excerpt=printed,
            hint="add it to the profile if it really works",
        )
