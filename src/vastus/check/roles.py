"""Muscles: what the prose says of their roles against what the profile says."""

import re
from collections.abc import Iterator

from msgspec import Struct

from vastus.domain.anatomy import MuscleGroup
from vastus.domain.exercise import Exercise
from vastus.domain.page import Finding, Severity
from vastus.prose.patterns import any_of, mentions, whole_words
from vastus.prose.sentences import clause_start, lowered, plain, sentences
from vastus.prose.terms import muscles_named

_PRIMARY = whole_words(
    "primar(?:y|ily)", "main(?:ly)?", "principal(?:ly)?", "prime movers?", "chief(?:ly)?", "predominantly", "mostly",
    "most of all", "first and foremost", "target(?:s|ed|ing)?", "focus(?:es|ed|ing)? on", "emphasi[sz](?:es|ed|e|ing)",
    "emphasis (?:is )?on",
)  # fmt: skip
_SECONDARY = whole_words(
    "secondar(?:y|ily)", "also", "but also", "as well as", "along with", "in addition", "while (?:also|the)",
    "indirectly", "with (?:some )?(?:help|assistance|support) from", "assist(?:s|ed|ing)?", "supporting", "synergists?",
    r"stabili[sz]\w*",
    "to a lesser (?:extent|degree)", "lesser", "and (?:even )?to some extent",
)  # fmt: skip
_WORKS = (
    "target", "work", "train", "hit", "emphasi", "strengthen", "develop", "build", "isolat", "activat", "recruit",
    "muscles of", "muscle of", "involv", "tax", "engag", "challeng", "stretch", "primary muscle", "secondary muscle",
    "main muscle",
    "primary mover", "prime mover",
)  # fmt: skip
_DENIED = re.compile(
    r"\b(?=\w)"
    + any_of(
        "not", r"\w+n't", "without", "rather than", "instead of", "less", r"minimi[sz]\w*", r"relieve\w*", "takes?",
        "off", "spares?", r"avoid\w*",
    )
    + r"\b[^,;.]{0,30}$"
)  # fmt: skip
_SPARED = re.compile(
    r"\s+"
    + any_of(
        "stays? out", "rests?", "(?:is|are) spared", "do(?:es)? (?:little|not)", "(?:is|are) not", "isn't", "aren't",
        "takes? less", "barely", "hardly",
    )
    + r"\b"
)  # fmt: skip


class _Profile(Struct, frozen=True):
    target: frozenset[MuscleGroup]
    secondary: frozenset[MuscleGroup]


def _labels(groups: frozenset[MuscleGroup]) -> str:
    return ", ".join(sorted(group.value.replace("_", " ") for group in groups))


def check_roles(exercise: Exercise) -> Iterator[Finding]:
    """Findings where a muscle has two roles, or the prose names one that the profile lacks."""
    profile = _Profile(frozenset(exercise.target or ()), frozenset(exercise.secondary or ()))
    both = profile.target & profile.secondary
    if both:
        yield Finding(
            rule="target-repeated",
            field="secondary",
            severity=Severity.WARNING,
            message=f"{_labels(both)} {'are' if len(both) > 1 else 'is'} listed as target and as secondary",
            excerpt=exercise.printed.get("secondary"),
            hint="keep it as the target only",
        )
    if not exercise.overview or not (profile.target or profile.secondary):
        return
    for paragraph in exercise.overview.split("\n\n"):
        text = plain(paragraph)
        lower = lowered(text)
        for start, end in sentences(text):
            sentence = lower[start:end]
            if mentions(sentence, _WORKS):
                yield from _in_sentence(paragraph[start:end], sentence, profile)


def _in_sentence(printed: str, sentence: str, profile: _Profile) -> Iterator[Finding]:
    named = [
        term
        for term in muscles_named(sentence)
        if not _DENIED.search(sentence, clause_start(sentence, term.start), term.start)
        and not _SPARED.match(sentence, term.end)
    ]
    if not named:
        return
    lesser = _SECONDARY.search(sentence)
    lesser_from = lesser.start() if lesser else len(sentence)
    is_primary = _PRIMARY.search(sentence) is not None
    called_primary = frozenset(term.value for term in named if is_primary and term.start < lesser_from)
    other_role = (called_primary & profile.secondary) - profile.target
    if other_role and profile.target:
        yield Finding(
            rule="role-conflict",
            field="secondary",
            severity=Severity.WARNING,
            message=f"the overview calls {_labels(other_role)} primary, the profile lists "
            f"{'them' if len(other_role) > 1 else 'it'} as secondary",
            excerpt=printed,
            hint="decide which it is; the profile's role was kept",
        )
    lacking = frozenset(term.value for term in named) - profile.target - profile.secondary
    if lacking:
        yield Finding(
            rule="muscle-not-in-profile",
            field="secondary",
            severity=Severity.INFO,
            message=f"the overview names {_labels(lacking)}, which the profile does not list",
            excerpt=printed,
            hint="add it to the profile if it really works",
        )
