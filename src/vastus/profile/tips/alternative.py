"""Substitutes named as such: "instead of", "swap", "stands in for", "works just as well"."""

import re

from vastus.domain.exercise import TipKind
from vastus.profile.tips.disliked import TURN_TO
from vastus.profile.tips.gym import is_thing, noun
from vastus.profile.tips.lexicon import family
from vastus.profile.tips.offers import offered
from vastus.profile.tips.phrase import Phrase
from vastus.profile.tips.reading import Reading
from vastus.profile.tips.rules import Rules
from vastus.profile.tips.told import Told
from vastus.prose.patterns import mentions

_INSTEAD_OF = Phrase(
    """place lieu alternative alternatives substitute replacement stand-in rather instead stead""",
    re.compile(
        r"""
            \b(?=\w)(?:in\ place\ of|in\ lieu\ of|as\ an?\ (?:alternative|substitute|replacement|stand-in)\ (?:to|for)
            |(?:an?\ )?(?:\w+\ )?alternatives?\ to|rather\ than(?:\ using)?|instead\ of(?:\ using)?
            |in\ the\ stead\ of)\ (?:a\ |an\ |the\ |your\ )?(?P<what>[a-z][a-z' -]{2,40}?)(?=[,.;:()]|\ you\b
            |\ use\b|\ try\b|\ to\b|\ for\b|\ if\b|\ when\b|\ is\b|\ are\b|\ and\b|\ can\b|\ with\b|\ on\b|$)
        """,
        re.VERBOSE,
    ),
)
_INSTEAD_STEMS = (
    "place of",
    "lieu of",
    "stead of",
    "rather than",
    "alternative",
    "substitute",
    "replacement",
    "stand-in",
)
_SWAP = Phrase(
    """
    swap swapping substitute substituting replace replacing trade trading switch switching exchange exchanging
    change changing substitution
    """,
    re.compile(
        r"""
            (?:^|[.;,–—?:-][ ]
            |\b(?:can|could|may|might|also|simply|just|or|to|then|always|by|easily|and|try
            |feel\ free\ to)\ )(?P<verb>swap|substitut|replac|trad|switch|exchang|chang)(?:e|es
            |ing)?(?:ping)?(?:\ out
            |\ in)?\ (?P<what>(?:(?:the|a|an|your|for|from)\ )*[a-z][a-z' -]{2,40}?)\ (?P<by>for|with|to
            |in\ place\ of|instead\ of)\b
        """,
        re.VERBOSE,
    ),
)
_SUB_IN = Phrase(
    """sub subs subbing substitute substitutes substituting swap swaps swapping switch switches switching""",
    re.compile(
        r"""
            \b(?:sub(?:s|bing)?|substitut(?:e|es|ing)|swap(?:s|ping)?|switch(?:es|ing)?)\ (?:in|to|over\ to
            |out\ for)\ (?=\w)
        """,
        re.VERBOSE,
    ),
)
_SAME = Phrase(
    """
    done performed executed trained replaced replicated mimicked had achieved reproduced copied set loaded
    carried used swapped substituted also always equally easily just works work same
    """,
    re.compile(
        r"""
            \b(?=\w)(?:
            # performed with another thing
            (?:can|could|may|might)\ (?:also\ |just\ as\ well\ |easily\ |equally\ |instead\ )*be\ (?:done
            |performed|executed|trained|replaced|replicated|mimicked|had|achieved|reproduced|copied|set\ up
            |loaded|carried\ out|used|swapped|substituted)(?:\ [a-z-]+){0,3}?\ (?:with|using|by|on|in|from
            |for)\ (?!one\ |both\ |a\ (?:pause|neutral|wide|narrow|slow))
            |(?:also|equally\ well|just\ as\ (?:well|easily))\ (?:works?\ |be\ done\ |be\ performed[ ]
            |done\ )?(?:with|using|on)\ (?:a|an|the|two|your|dumbbells|kettlebells|bands?)\b
            |works?\ (?:just\ |equally\ |perfectly\ )*(?:as\ |fine\ |well\ |great\ |too\ )*(?:with|on
            |using)\ (?:a|an|two|dumbbells|kettlebells|bands?|sandbags?|any)\b
            |the\ same\ (?:exercise|movement|drill|lift|thing|action)\ (?:on|with|using|can)\b
            |you\ (?:can|could|may)\ (?:also\ |always\ |just\ as\ (?:well|easily)\ |easily\ |equally\ )(?:use
            |do\ (?:this|these|it|them)\ (?:with|on|using|in)
            |perform\ (?:this|these|it|them)(?:\ exercise|\ movement)?\ (?:with|on|using|in)|hold|grab
            |try\ (?:this|these|it)\ with)\b)
        """,
        re.VERBOSE,
    ),
)
_STANDS_IN = Phrase(
    """
    stand stands stand-in substitute substitutes fill fills deputise deputises deputize deputizes double doubles
    sub subs pass passes makes replacement alternative swap option version equivalent replace replaces place
    stead failing pinch improvise improvised improvising improvisation next do-it-yourself home-made homemade
    makeshift ideally choice trade job trick much nicely fine well serve serves suffice instead perfectly good
    effective useful compulsory essential necessary required mandatory possible access sturdy solid anything
    used friendly obvious sensible natural classic luxury extra work works slides come comes either poor nothing
    acts act rare scarce does
    """,
    re.compile(
        r"""
            \b(?=\w)(?:
            # stands in for, takes the place of
            (?:stands?[-\ ]in|substitutes?|fills?\ in|deputi[sz]es?|doubles?|subs?|passes|makes\ do)\ (?:for
            |as)\ (?P<what>(?:a\ |an\ |the\ )?[a-z][a-z'\ -]{2,30}?)(?=[.,;:–—]|\ and\b|\ if\b|\ in\b|\ at\b
            |\ when\b|$)
            |(?:good|decent|fine|passable|perfect|handy|cheap|great|reasonable|solid|suitable|makeshift|workable
            |close|nearest|usable|simple|budget|home-?made|poor\ man's|serviceable)\ (?:stand-?in|substitute
            |replacement|alternative|swap|option|version|equivalent)\ (?:for
            |to)\ (?P<whom>(?:a\ |an\ |the\ )?[a-z][a-z'\ -]{2,30}?)(?=[.,;:–—]|\ and\b|\ if\b|\ in\b|\ at\b
            |\ when\b|$)
            |(?:[a-z]+-)?(?:friendly|friendlier|obvious|sensible|natural|next\ best|classic)\ (?:stand-?in
            |substitute|replacement|alternative|swap)\ (?:for|to)\b
            |(?:is|are)\ an?\ (?:\w+\ )?option\ (?:for\ (?:those|people|anyone|lifters)|if)\b|have\ to\ do\b
            |(?:is|are)\ an?\ (?:luxury|extra|bonus)\b
            |(?:can|could|may|might|will)\ (?:easily[ ]
            |also\ )?replace\ (?P<them>(?:a\ |an\ |the\ )?[a-z][a-z\ -]{2,25}?)(?=[.,;:]
            |\ (?:if|on|in|here|when|at|for)\b|$)
            |(?:can|could|will|may)\ take\ (?:the\ )?(?P<whose>[a-z][a-z' -]{2,25}?)(?:'s|s')\ place\b
            |replaces?\ (?:the\ |a\ |an\ )?(?P<it>[a-z][a-z\ -]{2,25}?)\ (?:nicely|well|just\ fine|easily|here
            |perfectly|if)\b
            # a stand-in, whatever for
            |(?:can|could|may)\ (?:also\ )?be\ used(?:\ here|\ too|\ as\ well|\ instead)
            |(?:will|would|should)\ also\ (?:work|do)\b|comes?\ close\b
            |either\ (?:one\ )?(?:works|will\ do|is\ fine)\b|poor\ man's\b|better\ than\ nothing\b
            |acts?\ as\ an?\b
            |(?:is|are)(?:n't|\ not)\ (?:strictly\ |absolutely\ )(?:necessary|essential|required)\b
            |(?:are|is)\ (?:rare|scarce|hard\ to\ (?:find|come\ by))\b
            |work(?:s|\ just)?\ (?:too|as\ well|just\ as\ well|fine\ too)\b
            |as\ (?:a|an)\ (?:[a-z]+\ )?(?:stand-?in|substitute|replacement|makeshift|alternative)\b
            |(?:decent|good|fine|passable|perfect|handy|cheap|great|reasonable|suitable|viable|solid|workable
            |easy|excellent|nice|effective|fair)\ (?:stand-?in|substitute|replacement|makeshift|trade|swap
            |alternative)\b|in\ (?:its|their)\ (?:place|stead)\b
            |(?:can|could|will|may)\ take\ (?:the|its|their)\ place\b|failing\ that\b|at\ a\ pinch\b
            |in\ a\ pinch\b|improvis\w+\b|next\ best\ thing\b|do-?it-?yourself\b|home-?made\b|makeshift\b
            |ideally\ you(?:'d|\ would)\ use\b
            |(?:is|are|makes?)\ (?:a\ )?(?:friendlier|kinder|gentler|fair|decent|viable
            |easier-to-find)\ (?:choice|swap|trade|alternative|option)
            |do(?:es)?\ (?:the\ (?:job|trick)|much\ the\ same|just\ as\ (?:well|nicely)|nicely|fine
            |the\ same\ (?:job|thing))\b
            |(?:will|would)\ (?:serve|do|suffice|work)\ (?:just\ as\ well|instead|as\ well|just\ fine|fine
            |nicely|too|perfectly|in\ a\ pinch|at\ a\ pinch)|(?:will|would)\ (?:serve|suffice|do)\.?$
            |(?:slides?|works?|serves?)\ (?:every\ bit|just|equally|almost|nearly)\ as\ (?:well|good)\b
            |(?:is|are)\ (?:just|equally|almost|nearly|every\ bit)\ as\ (?:good|effective|useful)\b
            |not\ (?:compulsory|essential|necessary|required|a\ must|mandatory|strictly\ necessary)\b
            |(?:classic|usual|traditional|standard|first)\ choice\b[^.]{0,20}\bbut\b
            |(?:option|possible)\ to\ use\b
            |if\ (?:you|your\ gym)\ (?:has|have|happen\ to\ have|own)\ (?:one|access)\b
            |any(?:thing)?\ (?:heavy|sturdy|solid)\b.{0,40}\bwill\b)
        """,
        re.VERBOSE,
    ),
)
_MAKE_DO = Phrase("make making by away", re.compile(r"\b(?=\w)(?:mak(?:e|ing)|get(?:ting)?) (?:do|by|away) with\b"))
_PURPOSE = re.compile(
    r"""
    \b(?=\w)(?:as\ a\ (?:cue|guide|target|reference)|for\ (?:balance|support|feedback|grip)
    |for\ (?:extra|added|more|additional)\ (?:resistance|load|weight)|to\ (?:check|track|help|support))\b
    """,
    re.VERBOSE,
)
# The usual thing comes first and what does as well behind it.
_USUAL = re.compile(r"not |luxury|extra|bonus|n't|rare|scarce|hard to|choice|ideally")


def swapped(told: Told) -> Reading | None:
    """Swap this for that, sub that in."""
    found = _SWAP.search(told)
    if found and found["verb"] != "chang":
        reverse = found["by"] in ("in place of", "instead of") or (
            found["verb"] == "substitut" and found["by"] == "for"
        )
        stop = told.sentence_end(found.end())
        offers = offered(told, *found.span("what")) if reverse else offered(told, found.end(), stop)
        if offers:
            return Reading(TipKind.SUBSTITUTE, found.span(), equipment=offers, condition=told.clause())
    sub = _SUB_IN.search(told)
    if sub:
        offers = offered(told, sub.end(), min(sub.end() + 30, told.sentence_end(sub.end())))
        if offers:
            return Reading(TipKind.SUBSTITUTE, sub.span(), equipment=offers, condition=told.clause())
    return None


def instead_of(told: Told) -> Reading | None:
    """As in "use dumbbells in place of the barbell"."""
    found = _INSTEAD_OF.search(told) if mentions(told.lower, _INSTEAD_STEMS) else None
    if not found or not told.names_thing(*found.span("what")) or _PURPOSE.search(told.lower):
        return None
    start = told.sentence_start(found.start())
    offers = offered(told, start, told.sentence_end(found.end()), avoid=found.span())
    return Reading(TipKind.SUBSTITUTE, found.span(), equipment=offers, condition=told.clause()) if offers else None


def instead(told: Told) -> Reading | None:
    """As in "Use a band instead", at the end of a sentence."""
    at = told.lower.find(" instead")
    if at < 0 or told.lower.startswith(" instead of", at):
        return None
    start = told.sentence_start(at)
    clause = (
        told.conditional.main
        if told.conditional and told.conditional.main[0] <= at < told.conditional.main[1]
        else None
    )
    verb = TURN_TO.search(told.lower, clause[0] if clause else start, at)
    offers = offered(told, verb.end("rest") - len(verb["rest"]), at) if verb else ()
    if not verb or not offers:
        return None
    return Reading(TipKind.SUBSTITUTE, (verb.start(), at + 8), equipment=offers, condition=told.clause())


def stood_in(told: Told) -> Reading | None:
    """As in "a towel can stand in for the pad", "a chair does the job"."""
    found = _STANDS_IN.search(told)
    if not found:
        return _made_do(told)
    replaced = next((name for name in ("what", "whom", "whose", "it", "them") if found[name]), None)
    avoid = found.span(replaced) if replaced else (0, 0)
    if replaced and not is_thing(told, *found.span(replaced)):
        return None
    sentence = (told.sentence_start(found.start()), told.end)
    offers = offered(told, *sentence, avoid=avoid) or (
        offered(told, told.start, told.end, avoid) if not replaced else ()
    )
    if not offers and not (replaced and is_thing(told, *found.span(replaced))):
        return None
    if _USUAL.search(found.group()):
        return _classic(told, found)
    missing = f"no {noun(found[replaced])}" if replaced else None
    return Reading(
        TipKind.SUBSTITUTE,
        found.span(),
        equipment=offers,
        missing=missing,
        condition=None if missing else told.clause(),
    )


def _made_do(told: Told) -> Reading | None:
    """As in "You can make do with a rucksack"."""
    found = _MAKE_DO.search(told)
    offers = offered(told, found.end(), told.sentence_end(found.end())) if found else ()
    if not found or not offers:
        return None
    return Reading(TipKind.SUBSTITUTE, found.span(), equipment=offers, condition=told.clause())


def _classic(told: Told, found: re.Match[str]) -> Reading | None:
    """The usual thing named first and what does as well behind it."""
    is_ideal = "ideally" in found.group()
    usual = offered(told, found.end() if is_ideal else told.start, told.end if is_ideal else found.start())
    later = tuple(offer for offer in offered(told, found.end(), told.end) if offer not in usual[:1])
    if not later:
        return None
    missing = f"no {usual[0].replace('_', ' ')}" if is_ideal and usual else None
    return Reading(TipKind.SUBSTITUTE, found.span(), equipment=later, missing=missing)


def same_exercise(told: Told) -> Reading | None:
    """The same exercise with another implement."""
    found = _SAME.search(told)
    if not found:
        return None
    stop = told.sentence_end(found.end())
    offers = offered(told, found.start() if "use" in found.group() else found.end() - 1, stop)
    offers = offers or offered(told, max(0, found.end() - 20), stop)
    if not offers or _PURPOSE.search(told.lower, found.end()):
        return None
    return Reading(TipKind.SUBSTITUTE, found.span(), equipment=offers, condition=told.clause())


RULES: Rules = (
    (_SWAP.family | _SUB_IN.family, swapped),
    (_INSTEAD_OF.family, instead_of),
    (_STANDS_IN.family | _MAKE_DO.family, stood_in),
    (_SAME.family, same_exercise),
    (family("instead"), instead),
)
