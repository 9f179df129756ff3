"""What an exercise is used for, as far as its page says so."""

import re
from collections.abc import Mapping, Sequence

from vastus.domain.exercise import Goal, Use
from vastus.domain.page import Span, Words
from vastus.prose.passage import Passage
from vastus.prose.patterns import mentions
from vastus.prose.sentences import leveled

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
_GOALS = re.compile(r"\b(?=\w)(?:" + "|".join(_NAMES.values()) + r")\b")
_GOAL = {goal: re.compile(rf"(?:{names})\b") for goal, names in _NAMES.items()}
_STEMS = (
    "condition", "cardio", "metabolic", "hypertrophy", "muscle growth", "build", "strength", "explosive", "power",
    "speed", "accelerat", "endurance", "capacity", "stamina", "warm", "activat", "hab", "injury", "recovery",
    "blood flow", "bilit", "motion work", "skill work", "skill practice", "technique work",
)  # fmt: skip
_NOT_A_USE = re.compile(
    r"""
    \b(?=\w)(?:not|isn't|no|rather\ than|instead\ of|lack\ of|limited|poor|lacks?|without|your|good(?!\ for|\ as)
    |ankle|shoulder|hip|grip)\s+(?:\w+\s+)?$
    """,
    re.VERBOSE,
)
_BEFORE = 30  # characters before a goal that may deny it
_USED = re.compile(
    r"""
    \b(?=\w)(?:used?|uses|for|as\ (?:a|an|either)?|exercise|goal|beneficial|during|as\ part\ of|in\ (?:a|your)|work
    |program\w*|serve|suits?|suited|build|improv\w+|develop\w*|include|belongs|double|method|finisher|great|good
    |training|trains?|tool|drill)\b
    """,
    re.VERBOSE,
)


def goals_named(lower: str, start: int = 0, end: int | None = None) -> dict[Goal, Span]:
    """The goals that a stretch about using an exercise names, each with its first place."""
    named: dict[Goal, Span] = {}
    for found in _GOALS.finditer(lower, start, len(lower) if end is None else end):
        if not _NOT_A_USE.search(lower, max(start, found.start() - _BEFORE), found.start()):
            goal = next(goal for goal, names in _GOAL.items() if names.match(lower, found.start()))
            named.setdefault(goal, found.span())
    return named


def read_uses(overview: Sequence[Passage], programming: Sequence[Words]) -> tuple[Use, ...]:
    """The uses that the overview and the programming tips name, with the words that name them."""
    found: dict[Goal, Span | None] = {}
    for part in overview:
        lower = part.lower
        for start, end in part.sentences if mentions(lower, _STEMS) else ():
            if mentions(lower[start:end], _STEMS) and _USED.search(lower, start, end):
                for goal, span in goals_named(lower, start, end).items():
                    found.setdefault(goal, part.words.span(*span))
    for words in programming:
        for goal, span in goals_named(leveled(words.text)).items():
            found.setdefault(goal, words.span(*span))
    return tuple(Use(goal=goal, span=span) for goal, span in found.items())
