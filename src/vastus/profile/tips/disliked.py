"""Substitutes for what somebody does not tolerate, cannot do yet, or cannot use as things are."""

import re

from vastus.domain.exercise import TipKind
from vastus.domain.page import Span
from vastus.profile.conditionals import trimmed
from vastus.profile.tips.lexicon import CONDITION
from vastus.profile.tips.offers import offered
from vastus.profile.tips.phrase import Phrase
from vastus.profile.tips.reading import Reading
from vastus.profile.tips.rules import Rules
from vastus.profile.tips.told import Told

# Somebody or something objects: "wrists complain", "hates the straight bar".
_DISLIKED = Phrase(
    """
    hate hates complain complains bother bothers uncomfortable awkward irritate irritates irritated irritating
    irritation like agree tolerate suit appreciate enjoy dislike dislikes handle can't object objects protest
    protests grumble grumbles bug bugs aggravate aggravates hurt hurts ache aches painful dig digs pain
    discomfort trouble grief sore fun unpleasant bad wrong
    """,
    re.compile(
        r"""
            \b(?=\w)(?:hates?|complains?|complain|bothers?|uncomfortable|awkward|irritat\w+
            |(?:do|does)(?:n't|\ not)\ (?:like|agree|tolerate|suit|appreciate|enjoy)|dislikes?
            |can't\ (?:tolerate|handle|stand|get\ into)|objects?|protests?|grumbles?|bugs?|aggravat\w+|hurts?
            |aches?|painful|digs?\ (?:in|into)|(?:causes?|gives?)\ (?:you\ )?(?:pain|discomfort|trouble|grief)
            |sore|no\ fun|unpleasant|feels?\ (?:bad|wrong|awkward))\b
        """,
        re.VERBOSE,
    ),
)
TURN_TO = re.compile(
    r"""
    \b(?=\w)(?:(?:use|using|try|trying|switch(?:ing)?(?:\ over)?\ to|swap(?:ping)?\ (?:to|in|it|them)
    |chang(?:e|ing)\ to|choose|pick|go(?:ing)?\ (?:for|with)|opt(?:ing)?\ for|grab|substitute|replace|sub\ in|do
    |perform|hold|lie|(?:is|are)\ (?:a\ |much\ |usually\ |often\ )*(?:kinder|friendlier|gentler|easier|better)
    |spares?
    |is\ (?:the\ (?:answer|way\ to\ go)
    |a\ (?:better|good|great|safer)\ (?:choice|option|bet)))\b)(?P<rest>[^.]*)
    """,
    re.VERBOSE,
)
_KINDER = re.compile(r"(?:spare|kinder|friendlier|gentler|answer|way to go|choice|option|bet)")
# A condition of use, not of want: "if you use a barbell".
_IN_USE = re.compile(
    r"""
    (?:you(?:'re|'ve|\ are|\ have)?\ )?(?:us(?:e|ing)|hold(?:ing)?|do(?:ing)?|work(?:ing)?|with|perform(?:ing)?
    |prefer|got)\b
    """,
    re.VERBOSE,
)
_TAKEN = re.compile(
    r"""
    (?:you\ (?:can|could|may)\ )?(?:instead\ )?(?:use|try|grab|push|switch\ to|go\ for|take|do\ it\ with
    |do\ this\ with)\ (?:(?:a|an|the|some)\ )?(?:[a-z]+\ )?
    """,
    re.VERBOSE,
)
_ARTICLES = ("a ", "an ", "the ", "two ", "some ", "any ")
_WORKS = re.compile(r" (?:[a-z -]{0,40}?)?(?:works?|will do|does|gets? you|makes?|is fine|are fine|serves?)\b")
_WHOSE = re.compile(r"(?:whose|with) ")
_MAIN_CLAUSE = re.compile(r",| (?:should|can|could|may|might|will|do better)\b")
_EXERCISE = r"""
    \b(?:squats?|lunges?|press(?:es)?|dead-?lifts?|rows?|(?:pull|chin|push|step|sit)[-\ ]?ups?|planks?|bridges?|thrusts?
    |raises?|curls?|dips?|extensions?|fl(?:ye?s?|ies)|pull-?downs?|carr(?:y|ies)|swings?|cleans?|snatch(?:es)?|jumps?
    |crunch(?:es)?|good\ mornings?|version|variation)\b
"""
_NOT_YET = Phrase(
    """can't cannot can unable not struggle beyond out hard difficult much advanced demanding""",
    re.compile(
        rf"""
    (?:can't|cannot|can\ not|(?:are\ |'re\ )?(?:unable|not\ (?:yet\ )?(?:able|strong\ enough))\ to
    |struggle\ to)\ (?:yet\ |quite\ |even\ )?(?:do|perform|complete|manage|execute
    |get)\ (?:(?:a|an|one|any|the|full|single|strict|proper|regular|standard|many
    |enough)\ )*(?:[a-z-]+\ ){{0,2}}?{_EXERCISE}|{_EXERCISE}\ (?:is|are)\ (?:still\ )?(?:beyond\ you
    |out\ of\ reach|too\ (?:hard|difficult|much|advanced|demanding))
    """,
        re.VERBOSE,
    ),
)
_OTHER_EXERCISE = re.compile(
    rf"""
    \b(?=\w)(?:use|try|switch(?:\ over)?\ to|swap\ (?:it|them|this|these|those|\w+\ \w+)\ (?:for|with|out\ for)
    |change\ to|do|perform|choose|pick|opt\ for|go\ with|stick\ (?:with|to)|substitute
    |replace\ (?:it|them|this)\ with|regress\ to|start\ with)\ (?:a\ |an\ |the\ |some\ )?(?!fewer|more|less
    |lighter|partial)(?:[a-z-]+\ ){{0,3}}?(?={_EXERCISE})
    """,
    re.VERBOSE,
)
_WHOLE = re.compile(
    r"""
    ^\ ?(?:it\ |them\ )?(?:for\ |to\ |with\ |down\ |face\ |lie[ ]
    |on\ )*(?:(?:a|an|the|some|two|pair\ of|set\ of|either|your)\ )*(?:[a-z-]+\ ){0,2}$
    """,
    re.VERBOSE,
)


def exercised(told: Told) -> Reading | None:
    """Another exercise, or an implement that helps, for one that hurts or cannot be done yet."""
    conditional = told.conditional
    if not conditional:
        return None
    lower, clause, main = told.lower, conditional.clause, conditional.main
    if _NOT_YET.search(told, *clause):
        offers = offered(told, *main)
        if offers or _OTHER_EXERCISE.search(lower, *main):
            return Reading(TipKind.SUBSTITUTE, clause, equipment=offers, condition=told.clause())
    if _DISLIKED.search(told, *clause) and _OTHER_EXERCISE.search(lower, *main):
        return Reading(TipKind.SUBSTITUTE, clause, equipment=offered(told, *main), condition=told.clause())
    return None


def another(told: Told) -> Reading | None:
    """A condition that names one implement, and another one to turn to: "if the sled is stuck, push a plate"."""
    conditional = told.conditional
    if not conditional or not conditional.is_leading() or _IN_USE.match(told.lower, *conditional.clause):
        return None
    start = conditional.main[0]
    if not (_TAKEN.match(told.lower, start) or told.lower.startswith(_ARTICLES, start)):
        return None
    usual = {thing.value for thing in told.things if conditional.clause[0] <= thing.start < conditional.clause[1]}
    others = [thing for thing in told.things if thing.start >= conditional.main[0] and thing.value not in usual]
    if not usual or not others:
        return None
    before = told.lower[conditional.main[0] : others[0].start]
    after = _WORKS.match(told.lower, others[0].end)
    if not (_TAKEN.fullmatch(before) or (after and _WHOLE.match(" " + before))):
        return None
    return Reading(
        TipKind.SUBSTITUTE,
        conditional.clause,
        equipment=offered(told, *conditional.main),
        condition=told.clause(),
    )


def disliked(told: Told) -> Reading | None:
    """Somebody objects to the usual thing and is offered another one."""
    found = _DISLIKED.search(told)
    if not found:
        return None
    clause = told.clause()
    if clause and not clause[0] <= found.start() <= clause[1]:
        return None
    for turn in TURN_TO.finditer(told.lower):
        if clause and clause[0] <= turn.start() < clause[1]:
            continue
        start = told.conditional.main[0] if told.conditional and not told.conditional.is_leading() else turn.start()
        offers = offered(told, max(start, turn.start()), turn.end(), avoid=clause or (0, 0))
        kinder = _KINDER.search(turn.group())
        if not offers and kinder:
            offers = offered(told, told.start, turn.start(), avoid=clause or (0, 0))
        if offers and (kinder or _is_whole_offer(told, turn)):
            return Reading(
                TipKind.SUBSTITUTE, found.span(), equipment=offers, condition=clause or _objecting(told, found)
            )
    return None


def _is_whole_offer(told: Told, turn: re.Match[str]) -> bool:
    """Whether the thing follows its verb directly, so that it is the offer and not where something is put."""
    start, end = turn.span("rest")
    return any(_WHOLE.match(told.lower[start : thing.start]) for thing in told.things if start <= thing.start < end)


def _objecting(told: Told, found: re.Match[str]) -> Span | None:
    """Who objects to what, in a sentence without an "if"."""
    start, end = told.sentence_start(found.start()), told.sentence_end(found.end())
    who = _WHOSE.search(told.lower, start, found.start())
    if not who:
        return None
    stop = _MAIN_CLAUSE.search(told.lower, found.end(), end)
    return trimmed(told.lower, who.end(), stop.start() if stop else found.end())


RULES: Rules = (
    (_NOT_YET.family | _DISLIKED.family, exercised),
    (_DISLIKED.family, disliked),
    (CONDITION, another),
)
