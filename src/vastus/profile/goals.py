"""What an exercise is used for, as far as its page says so."""

import re
from collections.abc import Iterator, Mapping, Sequence

from vastus.domain.exercise import Goal, Use
from vastus.domain.page import Span, Words
from vastus.prose.sentences import lowered, plain, sentences

_NAMES: Mapping[Goal, str] = {
    Goal.CONDITIONING: r"conditioning|cardio(?:vascular)?|metabolic work",
    Goal.HYPERTROPHY: r"hypertrophy|muscle growth|muscle[- ]building|build(?:s|ing)? (?:muscle|mass|size)|bodybuilding",
    Goal.STRENGTH: r"strength\b(?! (?:curve|level|loss|ratio|imbalance|coach))",
    Goal.POWER: r"explosive(?:ness)?|power (?:development|work|output|training)"
    r"|(?:for|building|leg|athletic|body) power",
    Goal.SPEED: r"sprint speed|speed work|acceleration",
    Goal.ENDURANCE: r"endurance|work capacity|stamina",
    Goal.WARM_UP: r"warm-? ?ups?|warming up",
    Goal.ACTIVATION: r"activation|activat(?:e|es|ing)",
    Goal.REHAB: r"rehab(?:ilitation)?|prehab|return(?:ing)? from (?:an )?injury",
    Goal.RECOVERY: r"active recovery|(?:aid|help|speed)s?(?: up)? recovery|recovery (?:work|day|session)|blood flow",
    Goal.MOBILITY: r"mobility|flexibility|range of motion work",
    Goal.SKILL: r"skill (?:work|practice)|technique work",
}
_GOALS = re.compile(r"\b(?:" + "|".join(_NAMES.values()) + r")\b")
_GOAL = {goal: re.compile(rf"(?:{names})\b") for goal, names in _NAMES.items()}
_NOT_A_USE = re.compile(
    r"""
    \b(?:not|isn't|no|rather\ than|instead\ of|lack\ of|limited|poor|lacks?|without|your|good(?!\ for|\ as)
    |ankle|shoulder|hip|grip)\s+(?:\w+\s+)?$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BEFORE = 30  # characters before a goal that may deny it
_USED = re.compile(
    r"""
    \b(?:used?|uses|for|as\ (?:a|an|either)?|exercise|goal|beneficial|during|as\ part\ of|in\ (?:a|your)|work
    |program\w*|serve|suits?|suited|build|improv\w+|develop\w*|include|belongs|double|method|finisher|great|good
    |training|trains?|tool|drill)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)


def goals_named(text: str) -> Iterator[tuple[Goal, Span]]:
    """The goals that a sentence about using an exercise names, each once."""
    seen: set[Goal] = set()
    lower = lowered(text)
    for found in _GOALS.finditer(lower):
        goal = next(goal for goal, names in _GOAL.items() if names.match(lower, found.start()))
        if goal in seen or _NOT_A_USE.search(lower, max(0, found.start() - _BEFORE), found.start()):
            continue
        seen.add(goal)
        yield goal, found.span()


def read_uses(overview: Sequence[Words], programming: Sequence[Words]) -> tuple[Use, ...]:
    """The uses that the overview and the programming tips name, with the words that name them."""
    found: dict[Goal, Span | None] = {}
    for words in overview:
        text = plain(words.text)
        if not _GOALS.search(lowered(text)):
            continue
        for start, end in sentences(text):
            sentence = text[start:end]
            if _USED.search(sentence):
                for goal, (a, b) in goals_named(sentence):
                    found.setdefault(goal, words.span(start + a, start + b))
    for words in programming:
        for goal, span in goals_named(plain(words.text)):
            found.setdefault(goal, words.span(*span))
    return tuple(Use(goal=goal, span=span) for goal, span in found.items())
