"""Substitutes for what is missing: not owned, taken, broken, or left behind in the gym."""

import re

from vastus.domain.equipment import Equipment
from vastus.domain.exercise import TipKind
from vastus.profile.conditionals import trimmed
from vastus.profile.tips.gym import is_thing, noun
from vastus.profile.tips.lexicon import COLON, QUESTION, family
from vastus.profile.tips.offers import offered
from vastus.profile.tips.phrase import Phrase
from vastus.profile.tips.reading import Reading
from vastus.profile.tips.rules import Rules
from vastus.profile.tips.told import Told

# "no", "without", … may also lack something that no other implement replaces.
_NO_THING = re.compile(
    r"""
    (?:pain|momentum|rest|rush|need|doubt|reason|matter|breath|tension|movement|speed|more|less|than|one|way
    |backs?|knees?|hips?|slack|\w+ing|shame|sets?|reps?|idea|experience|control|times?|room|breaks?|pauses?
    |hurry|wiggle|gaps?|support|belts?|shoes|sweat|injury|discomfort|point|benefit|prize
    |the\ (?:time|mobility|strength|flexibility|weight)|letting|it|them|that|this|grip|strength|mobility
    |flexibility|eccentric|mind|bias|history|difference|question|excuse|weight|load|added|extra|changes?
    |problems?|issues?|trouble|feel|energy|spotters?|partners?\ to|training\ partner|full|range|good|much
    |enough\ (?:time|mobility|strength)|to|into|up|down|out|past|through|back|over|under|all|low|deep|a\ full
    |a\ (?:spotter|pause|break|belt|stretch|problem)|any\ (?:pain|discomfort|issues?|momentum|swing|weight))\b
    """,
    re.VERBOSE,
)
_MISSING = Phrase(
    """
    no without lack lacks lacking minus missing don't doesn't didn't haven't hasn't not can't cannot couldn't
    unable absence waiting wait short few
    """,
    re.compile(
        r"""
            \b(?=\w)(?:
            # no sled, without a sled, lacking a sled
            (?:no|without|lacks?|lacking|minus)(?=\ (?!of\b))
            # don't have, haven't got, doesn't stock, can't find
            |missing|for\ want\ of|(?:haven't|hasn't)(?=\ (?:a|an|any|access)\b)
            |wait(?:ing)?\ for(?=\ (?:a|an|the)\ )|(?:(?:if\ )?you(?:'re|\ are)\ |^)out\ of
            |(?:do|does|did|have|has)(?:n't|\ not)\ (?:have|need|own|got|stock|carry|offer|come\ with|possess
            |happen\ to\ have)
            |(?:can't|cannot|can\ not|couldn't|unable\ to)\ (?:find|get\ hold\ of|get\ to|get|reach|afford
            |access|use|lay\ (?:your\ )?hands\ on)
            # in the absence of, short of, not everyone owns
            |(?:in\ the\ )?absence\ of|(?:if\ you(?:'re|\ are)\ |^)short\ (?:of|on)
            |not\ (?:everyone|every\ gym|everybody|all\ gyms)\ (?:has|have|owns?)|few\ gyms\ (?:have|own)
            |not\ got)\ (?P<det>(?:(?:a|an|any|access\ to|the|your\ own|your|enough|heavy|proper|suitable
            |one\ of\ (?:the|those)|pair\ of|set\ of)\ )*)(?P<what>[a-z][a-z'-]*(?:\ [a-z][a-z'-]*){0,3}?)
            # the name ends here
            (?=\ (?:to\ hand|at\ hand|available|handy|around|at\ home|in\ sight|at\ your\ gym|free|nearby|or[ ]
            |and\ |for|in|at|to|here|yet|you|use|try|do|then|with|is|it|long|big|heavy|that|which|left|just|can
            |hold|of|this|simply|on|because|but|put|set|i)\b|[?,.;:)(–—!]|\ -|/|$)
        """,
        re.VERBOSE,
    ),
)
# The first words of its matches.
_LACK_OPENS = frozenset(
    """
    no without lack lacks lacking minus missing for haven't hasn't wait waiting if you're you out do does did have has
    don't doesn't didn't can't cannot can couldn't unable in absence short not few
    """.split()
)
_OWNING = re.compile(
    r"(?:without access|(?:do|does|have)(?:n't| not) |lack|in the absence|absence|can't|cannot|not every|no access)"
)
_GONE = Phrase(
    """
    taken occupied busy use used tied unavailable order action reach missing broken too nowhere available around
    option hand handy free possible feasible practical something there gone
    """,
    re.compile(
        r"""
            (?P<what>(?:(?:a|an|the|both|all|your|your\ gym's|every|all\ the|all\ of\ the|there's
            |there\ is)\ )*[a-z][a-z' -]{2,40}?)(?:(?:\ (?:is|are|be)|'s|'re)(?P<not>n't
            |\ not)?(?:\ (?:all|always|currently|already|simply|usually|constantly|both|ever
            |just))*\ (?P<how>taken|occupied|busy|in\ use|being\ used|tied\ up|unavailable
            |out\ of\ (?:order|action|reach)|missing|broken
            |too\ (?:intense|heavy|uncomfortable|painful|advanced|hard|harsh|big|light|easy|rough|aggressive
            |expensive|high|low|tall|long|small|bulky|much)|nowhere\ to\ be\ found|available|around|an\ option
            |at\ hand|to\ hand|handy|free|possible|feasible|practical|something\ you\ have|there)
            |\ gone\ (?:walkabout|missing)|\ not\ available)\b
        """,
        re.VERBOSE,
    ),
)
_HEADLINE = re.compile(
    r"""
    (?:the\ |your\ |all\ (?:the\ )?
    |both\ )?(?P<what>[a-z][a-z' -]{2,30}?)\ (?:(?:is|are|all|both|always)\ )*(?:broken|gone\b[^?]{0,15}
    |not\ (?:working|available|free)|missing|out\ of\ (?:order|action)|unavailable|in\ use|occupied|taken|busy
    |tied\ up|full|rare|scarce|hard\ to\ (?:find|come\ by)
    |too\ (?:crowded|busy|full|high|low|heavy|tall|big|long|light|unstable|intense|hard
    |aggressive)(?:\ for\ you)?|closed)\s*[?:]
    |(?P<nothing>(?:nothing|nowhere)\ (?:\w+\ )?to\ (?:hang|anchor|tie|hook|lie|sit|stand|attach|row|put|wedge
    |hold|fix|loop|lean|step|push|pull|drag|carry)[^?.!]{0,40})\?|(?:can't|cannot|couldn't)\ (?:find
    |get\ hold\ of|get\ to|afford|access|use)\ (?P<thing>[a-z][a-z' -]{2,30}?)\s*\?
    """,
    re.VERBOSE,
)
_OFFER = re.compile(
    r"""
    \b(?=\w)(?:instead|as\ well|will\ do|works?|can|could|may|might|do(?:es)?|use|using|try|grab|substitut\w+
    |alternatives?|stand[- ]in|replac\w+|swap\w*|just\ as|trade|hold|loop|wedge|jam|load|anchor|hook|slide|push
    |pull|fill|thread|tie|find|put|place|perform|go\ (?:for|with)|opt|choose|pick|serve|suffice|fine|attach|set
    |set\ up|lie|wrap|stack|lean|grip|switch|sub|do|by)\b
    """,
    re.VERBOSE,
)
_AWAY = Phrase(
    "home outdoors outside travelling traveling hotel road holiday vacation gym park",
    re.compile(
        r"""
    (?:if\ |when[ ]
    |while\ )?(?:you(?:'re|\ are)?\ )?(?:(?:train|work\ out|lift|exercise)\ (?:at\ home|outdoors|outside)
    |travell?ing
    |(?:training|working\ out|working|lifting|exercising|stuck)\ (?:at\ home|from\ home|outdoors|outside
    |in\ a\ hotel)|(?:at|from)\ home|home\ (?:version|gym|option|alternative|trainees?)|on\ the\ road
    |on\ holiday|on\ vacation|away\ from\ the\ gym|(?:in\ a\ |no\ )?hotel(?:\ room|\ gym)?|no\ gym
    |gym\ (?:is\ )?(?:too\ )?(?:crowded|busy|closed|packed|full|shut)|in\ a\ (?:busy|crowded|packed)\ gym
    |outdoors|(?:in|at)\ the\ park)\b[^.?!:,;–—]{0,30}[?:,–—]
    """,
        re.VERBOSE,
    ),
)
_WHOLE_GYM = ("gym", "machine", "equipment")  # not a thing that another one replaces
_NEAR_THE_START = 25
# Said with "not" of a thing that is missing.
_PRESENT = frozenset(
    (
        *("available", "around", "an option", "at hand", "to hand", "handy", "free", "possible", "feasible"),
        *("practical", "something you have", "there"),
    )
)
_LIGHTER = re.compile(r"\b(?=\w)(?:lighter|smaller|shorter|thinner|heavier|less|fewer|lower|reduce)\b")
_CLAUSE_END = re.compile(r"[,.?;:]")
_ONLY = Phrase(
    "only just nothing all",
    re.compile(
        r"""
            \b(?=\w)(?:you\ )?(?:only\ (?:have|own|got)|all\ you(?:'ve)?\ (?:have|got)\ (?:is|are)
            |have\ (?:only|nothing\ but|just)
            |(?:limited\ to|stuck\ with|(?:those|people|lifters|anyone)\ with)\ (?:only|just|nothing\ but)
            |nothing\ but)\ (?=\w)
        """,
        re.VERBOSE,
    ),
)


def missing(told: Told) -> Reading | None:
    """What is said to be missing, as "no sled"."""
    if not told.marks & _MISSING.family and not told.lower.startswith("out of ", told.start):
        return None
    end = 0
    for at in told.places(_LACK_OPENS):
        found = _MISSING.pattern.match(told.lower, at) if at >= end else None
        if not found:
            continue
        end = found.end()
        if not _is_lack(told, found):
            continue
        offers = offered(told, told.start, told.end, avoid=found.span())
        if offers or _OFFER.search(told.lower, found.end()) or _OFFER.search(told.lower, told.start, found.start()):
            return _lacking(told, found, offers)
    return None


def _is_lack(told: Told, found: re.Match[str]) -> bool:
    """Whether "no …" lacks a thing that a gym has, or at least something that somebody may own."""
    if told.lower.endswith("with or ", told.start, found.start()):  # "with or without" lacks nothing
        return False
    if _NO_THING.match(found["what"]) or not _is_condition(told, found.start()):
        return False
    if is_thing(told, *found.span("what")):
        return True
    return bool(_OWNING.match(told.lower, found.start())) and not _NO_THING.match(told.lower, found.start("det"))


def _lacking(told: Told, found: re.Match[str], offers: tuple[Equipment, ...]) -> Reading:
    name = noun(found["what"])
    if name in _WHOLE_GYM and found.group().startswith(("can't", "cannot", "couldn't")):
        condition = told.clause() or found.span()
        return Reading(TipKind.SUBSTITUTE, found.span(), equipment=offers, condition=condition)
    return Reading(TipKind.SUBSTITUTE, found.span(), equipment=offers, missing=f"no {name}")


def _is_condition(told: Told, at: int) -> bool:
    """Whether what stands there says when the tip applies: in an "if", or opening a sentence."""
    if told.conditional and told.conditional.clause[0] - 12 <= at <= told.conditional.clause[1]:
        return True
    return any(start <= at <= start + _NEAR_THE_START for start, _ in told.sentences[:2])


def gone(told: Told) -> Reading | None:
    """A thing that is there and cannot be had: taken, broken, too heavy."""
    starts = [told.conditional.clause[0]] if told.conditional else []
    starts.extend(start for start, _ in told.sentences)
    for start in starts:
        found = _GONE.pattern.match(told.lower, start)
        if not found:
            continue
        how, negated = found["how"] or "missing", found["not"] is not None
        is_present = how in _PRESENT
        if is_present != negated or not is_thing(told, *found.span("what")):
            continue
        offers = offered(told, told.start, told.end, avoid=found.span())
        if how.startswith("too") and _LIGHTER.search(told.lower):
            continue
        if not offers and (how.startswith("too") or not _OFFER.search(told.lower, found.end())):
            continue
        name = noun(found["what"])
        plain_lack = negated or found["how"] is None or how in ("unavailable", "missing", "nowhere to be found")
        condition = trimmed(told.lower, found.start("what"), found.end())
        return Reading(
            TipKind.SUBSTITUTE,
            found.span(),
            equipment=offers,
            missing=f"no {name}" if plain_lack else None,
            condition=None if plain_lack else condition,
        )
    return None


def headlined(told: Told) -> Reading | None:
    """As in "Machine broken?", "Can't find the rope attachment?"."""
    found = _HEADLINE.match(told.lower, told.start)
    if not found or not (found["nothing"] or is_thing(told, *found.span("what" if found["what"] else "thing"))):
        return None
    lacks = found["thing"] or (
        found["what"] if (found["what"] and "gone" in found.group()) or "missing" in found.group() else None
    )
    condition = trimmed(told.lower, *found.span())
    reading = Reading(
        TipKind.SUBSTITUTE,
        found.span(),
        equipment=offered(told, found.end(), told.end),
        missing=f"no {noun(lacks)}" if lacks else None,
    )
    if "too " in found.group() and not reading.equipment:
        return None
    if lacks is None or noun(lacks) == "gym":
        reading.missing, reading.condition = None, condition
    return reading


def only(told: Told) -> Reading | None:
    """As in "If you only have dumbbells, …": what is there is what is offered."""
    found = _ONLY.search(told)
    if not found or not _is_condition(told, found.start()):
        return None
    stop = _CLAUSE_END.search(told.lower, found.end())
    end = stop.start() if stop else told.end
    offers = offered(told, found.end(), end)
    condition = told.clause() or trimmed(told.lower, told.start, end)
    return Reading(TipKind.SUBSTITUTE, found.span(), equipment=offers, condition=condition) if offers else None


def away(told: Told) -> Reading | None:
    """As in "Travelling? …", "At home, …"."""
    found = _AWAY.pattern.match(told.lower, told.start)
    if not found:
        return None
    offers = offered(told, found.end(), told.end)
    if not offers and not _OFFER.search(told.lower, found.end()):
        return None
    is_label = found.group().startswith("home version")
    condition = None if is_label else trimmed(told.lower, *found.span())
    return Reading(TipKind.SUBSTITUTE, found.span(), equipment=offers, condition=condition)


RULES: Rules = (
    (_MISSING.family | family("out"), missing),
    (_GONE.family, gone),
    (QUESTION | COLON, headlined),
    (_ONLY.family, only),
)
AWAY: Rules = ((_AWAY.family, away),)
