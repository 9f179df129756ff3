"""What an exercise is used for, as far as its page says so."""

import re
from collections.abc import Iterator, Sequence

from vastus.domain.exercise import Goal, Use
from vastus.domain.page import Span, Words
from vastus.prose.sentences import plain, sentences

_GOALS = re.compile(
    r"\b(?:(?P<conditioning>conditioning|cardio(?:vascular)?(?: (?:work|training|fitness))?|metabolic work)"
    r"|(?P<hypertrophy>hypertrophy|muscle growth|muscle[- ]building|build(?:ing)? (?:muscle|mass|size)|bodybuilding)"
    r"|(?P<strength>(?:maximal |max |pure |raw |build(?:ing)? )?strength(?:[- ](?:building|work|training|exercise))?(?! (?:curve|level|loss|ratio|imbalance|coach)))"
    r"|(?P<power>explosive(?:ness)?(?: power)?|(?<!will)(?:explosive |leg |athletic |lower body |upper body )power\b|power (?:development|work|output|training)|for power|build(?:ing)? power)"
    r"|(?P<speed>sprint speed|speed work|acceleration)"
    r"|(?P<endurance>(?:muscular )?endurance|work capacity|stamina)"
    r"|(?P<warm_up>warm-? ?ups?|warming up)|(?P<activation>activation|activat(?:e|es|ing)\b)"
    r"|(?P<rehab>rehab(?:ilitation)?|prehab|return(?:ing)? from (?:an )?injury)|(?P<recovery>active recovery|(?:aid|help|speed)s?(?: up)? recovery|recovery (?:work|day|session)|blood flow)"
    r"|(?P<mobility>mobility|flexibility|range of motion work)|(?P<skill>skill (?:work|practice)|technique work))\b",
    re.IGNORECASE,
)
_NOT_A_USE = re.compile(r"\b(?:not|isn't|no|rather than|instead of|lack of|limited|poor|lacks?|without|your|good|ankle|shoulder|hip|grip)\s+(?:\w+\s+)?$", re.IGNORECASE)
_USED = re.compile(
    r"\b(?:used?|uses|for|as (?:a|an|either)?|exercise|goal|beneficial|during|as part of|in (?:a|your)|work|program\w*|serve|suits?|suited|build|improv\w+|develop\w*|include|belongs|double|method|finisher|great|good|training|trains?|tool|drill)\b",
    re.IGNORECASE,
)


def goals_named(text: str) -> Iterator[tuple[Goal, Span]]:
    """The goals that a sentence about using an exercise names, each once."""
    seen: set[Goal] = set()
    for found in _GOALS.finditer(text):
        goal = Goal(found.lastgroup or "")
        if goal in seen or _NOT_A_USE.search(text[max(0, found.start() - 30) : found.start()]):
            continue
        seen.add(goal)
        yield goal, found.span()


def read_uses(overview: Sequence[Words], programming: Sequence[Words]) -> tuple[Use, ...]:
    """The uses that the overview and the programming tips name, with the words that name them."""
    found: dict[Goal, Span | None] = {}
    for words in overview:
        text = plain(words.text)
        if not _GOALS.search(text):
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
