"""Substitutes: another implement or exercise, because one is missing, taken or not tolerated."""

import re

from vastus.domain.exercise import TipKind
from vastus.domain.page import Span
from vastus.profile.conditionals import trimmed
from vastus.profile.tips.offers import offered
from vastus.profile.tips.phrase import Phrase
from vastus.profile.tips.reading import Reading
from vastus.profile.tips.told import Told

# What a gym has besides the vocabulary's implements. A tip that lacks one of these lacks equipment.
_GYM_THING = re.compile(
    r"""
    \b(?:machines?|stations?|bars?|bench(?:es)?|attachments?|turf|pull-?downs?|press|equipment|gyms?|platforms?
    |blocks?|pads?|straps?|hills?|tracks?|pools?|stairs|steps?|handles?|balls?|boards?|boxes|racks?|anchors?
    |anchor\ points?|weights?|cuffs?|wheels?|rollers?|chairs?|stools?|gear|implements?|ghd|ghr|trx|prowlers?
    |ergs?|bikes?|vests?|loops?|studio)\b
    """,
    re.VERBOSE,
)
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
            \b(?:
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
    \b(?:instead|as\ well|will\ do|works?|can|could|may|might|do(?:es)?|use|using|try|grab|substitut\w+
    |alternatives?|stand[- ]in|replac\w+|swap\w*|just\ as|trade|hold|loop|wedge|jam|load|anchor|hook|slide|push
    |pull|fill|thread|tie|find|put|place|perform|go\ (?:for|with)|opt|choose|pick|serve|suffice|fine|attach|set
    |set\ up|lie|wrap|stack|lean|grip|switch|sub|do|by)\b
    """,
    re.VERBOSE,
)
_INSTEAD_OF = Phrase(
    """place lieu alternative alternatives substitute replacement stand-in rather instead stead""",
    re.compile(
        r"""
            \b(?:in\ place\ of|in\ lieu\ of|as\ an?\ (?:alternative|substitute|replacement|stand-in)\ (?:to|for)
            |(?:an?\ )?(?:\w+\ )?alternatives?\ to|rather\ than(?:\ using)?|instead\ of(?:\ using)?
            |in\ the\ stead\ of)\ (?:a\ |an\ |the\ |your\ )?(?P<what>[a-z][a-z' -]{2,40}?)(?=[,.;:()]|\ you\b
            |\ use\b|\ try\b|\ to\b|\ for\b|\ if\b|\ when\b|\ is\b|\ are\b|\ and\b|\ can\b|\ with\b|\ on\b|$)
        """,
        re.VERBOSE,
    ),
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
            \b(?:
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
    used friendly obvious sensible natural classic have luxury extra work works slides come comes either poor nothing acts act rare scarce does
    """,
    re.compile(
        r"""
            \b(?:
            # stands in for, takes the place of
            (?:stands?[-\ ]in|substitutes?|fills?\ in|deputi[sz]es?|doubles?|subs?|passes|makes\ do)\ (?:for
            |as)\ (?P<what>(?:a\ |an\ |the\ )?[a-z][a-z'\ -]{2,30}?)(?=[.,;:–—]|\ and\b|\ if\b|\ in\b|\ at\b
            |\ when\b|$)
            |(?:good|decent|fine|passable|perfect|handy|cheap|great|reasonable|solid|suitable|makeshift|workable
            |close|nearest|usable|simple|budget|home-?made|poor\ man's|serviceable)\ (?:stand-?in|substitute
            |replacement|alternative|swap|option|version|equivalent)\ (?:for
            |to)\ (?P<whom>(?:a\ |an\ |the\ )?[a-z][a-z'\ -]{2,30}?)(?=[.,;:–—]|\ and\b|\ if\b|\ in\b|\ at\b
            |\ when\b|$)
            |(?:[a-z]+-)?(?:friendly|friendlier|obvious|sensible|natural|next\ best|classic)\ (?:stand-?in|substitute|replacement|alternative|swap)\ (?:for|to)\b
            |(?:is|are)\ an?\ (?:\w+\ )?option\ (?:for\ (?:those|people|anyone|lifters)|if)\b|have\ to\ do\b|(?:is|are)\ an?\ (?:luxury|extra|bonus)\b
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
_MAKE_DO = Phrase("make making by away", re.compile(r"\b(?:mak(?:e|ing)|get(?:ting)?) (?:do|by|away) with\b"))
_AWAY = re.compile(
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
)
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
            \b(?:hates?|complains?|complain|bothers?|uncomfortable|awkward|irritat\w+
            |(?:do|does)(?:n't|\ not)\ (?:like|agree|tolerate|suit|appreciate|enjoy)|dislikes?
            |can't\ (?:tolerate|handle|stand|get\ into)|objects?|protests?|grumbles?|bugs?|aggravat\w+|hurts?
            |aches?|painful|digs?\ (?:in|into)|(?:causes?|gives?)\ (?:you\ )?(?:pain|discomfort|trouble|grief)
            |sore|no\ fun|unpleasant|feels?\ (?:bad|wrong|awkward))\b
        """,
        re.VERBOSE,
    ),
)
_TURN_TO = re.compile(
    r"""
    \b(?:(?:use|using|try|trying|switch(?:ing)?(?:\ over)?\ to|swap(?:ping)?\ (?:to|in|it|them)
    |chang(?:e|ing)\ to|choose|pick|go(?:ing)?\ (?:for|with)|opt(?:ing)?\ for|grab|substitute|replace|sub\ in|do
    |perform|hold|lie|(?:is|are)\ (?:a\ |much\ |usually\ |often\ )*(?:kinder|friendlier|gentler|easier|better)
    |spares?|is\ (?:the\ (?:answer|way\ to\ go)
    |a\ (?:better|good|great|safer)\ (?:choice|option|bet)))\b)(?P<rest>[^.]*)
    """,
    re.VERBOSE,
)
_PURPOSE = re.compile(
    r"""
    \b(?:as\ a\ (?:cue|guide|target|reference)|for\ (?:balance|support|feedback|grip)
    |to\ (?:check|track|help|support))\b
    """,
    re.VERBOSE,
)
_ARTICLE = re.compile(
    r"""
    ^(?:a|an|the|any|your|both|all|some|own|access\ to|heavy|proper|your\ gym's|of\ the|there's|there\ is|every
    |from|for|pair\ of|set\ of|enough|suitable|available)\s+
    """,
    re.VERBOSE,
)
_KEEPS_ITS_S = ("ss", "press", "rings", "chains", "bars", "us", "straps", "stairs")
_NEAR_THE_START = 25


_LIGHTER = re.compile(r"\b(?:lighter|smaller|shorter|thinner|heavier|less|fewer|lower|reduce)\b")
_CLAUSE_END = re.compile(r"[,.?;:]")
_KINDER = re.compile(r"(?:spare|kinder|friendlier|gentler|answer|way to go|choice|option|bet)")
# A condition of use, not of want: "if you use a barbell".
_IN_USE = re.compile(r"(?:you(?:'re|'ve| are| have)? )?(?:us(?:e|ing)|hold(?:ing)?|do(?:ing)?|work(?:ing)?|with|perform(?:ing)?|prefer|got)\b")
_TAKEN = re.compile(r"(?:you (?:can|could|may) )?(?:instead )?(?:use|try|grab|push|switch to|go for|take|do it with|do this with) (?:(?:a|an|the|some) )?(?:[a-z]+ )?")
_WORKS = re.compile(r" (?:[a-z -]{0,40}?)?(?:works?|will do|does|gets? you|makes?|is fine|are fine|serves?)\b")
_WHOSE = re.compile(r"(?:whose|with) ")
_MAIN_CLAUSE = re.compile(r",| (?:should|can|could|may|might|will|do better)\b")
_ONLY = Phrase(
    "only just nothing all",
    re.compile(
        r"""
            \b(?:you\ )?(?:only\ (?:have|own|got)|all\ you(?:'ve)?\ (?:have|got)\ (?:is|are)|have\ (?:only|nothing\ but|just)
            |(?:limited\ to|stuck\ with|(?:those|people|lifters|anyone)\ with)\ (?:only|just|nothing\ but)|nothing\ but)\ (?=\w)
        """,
        re.VERBOSE,
    ),
)
# The usual thing comes first and what does as well behind it.
_USUAL = re.compile(r"not |luxury|extra|bonus|n't|rare|scarce|hard to|choice|ideally")
_EXERCISE = r"""\b(?:squats?|lunges?|press(?:es)?|dead-?lifts?|rows?|(?:pull|chin|push|step|sit)[-\ ]?ups?|planks?|bridges?
    |thrusts?|raises?|curls?|dips?|extensions?|fl(?:ye?s?|ies)|pull-?downs?|carr(?:y|ies)|swings?|cleans?|snatch(?:es)?
    |jumps?|crunch(?:es)?|good\ mornings?|version|variation)\b"""
_NOT_YET = re.compile(
    rf"""
    (?:can't|cannot|can\ not|(?:are\ |'re\ )?(?:unable|not\ (?:yet\ )?(?:able|strong\ enough))\ to
    |struggle\ to)\ (?:yet\ |quite\ |even\ )?(?:do|perform|complete|manage|execute
    |get)\ (?:(?:a|an|one|any|the|full|single|strict|proper|regular|standard|many
    |enough)\ )*(?:[a-z-]+\ ){{0,2}}?{_EXERCISE}|{_EXERCISE}\ (?:is|are)\ (?:still\ )?(?:beyond\ you
    |out\ of\ reach|too\ (?:hard|difficult|much|advanced|demanding))
    """,
    re.VERBOSE,
)
_OTHER_EXERCISE = re.compile(
    rf"""
    \b(?:use|try|switch(?:\ over)?\ to|swap\ (?:it|them|this|these|those|\w+\ \w+)\ (?:for|with|out\ for)
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


def substitute(told: Told) -> Reading | None:
    """The tip as a substitute, or None. The rules in this order: what is missing is the surest sign."""
    return next((found for rule in _RULES if (found := rule(told))), None)


def _reading(told: Told, evidence: Span, offers_from: Span, missing: str | None = None) -> Reading:
    """A substitute that offers what stands in a stretch; the evidence itself is no offer."""
    return Reading(
        TipKind.SUBSTITUTE,
        evidence,
        equipment=offered(told, *offers_from, avoid=evidence),
        missing=missing,
        condition=None if missing else told.clause(),
    )


def _missing(told: Told) -> Reading | None:
    """What is said to be missing, as "no sled"."""
    lower = told.lower
    if _MISSING.words.isdisjoint(told.words) and not told.lower.startswith("out of ", told.start):
        return None
    for found in _MISSING.pattern.finditer(told.lower):
        what = found["what"]
        if _NO_THING.match(what) or not _is_condition(told, found.start()):
            continue
        name = _noun(what)
        known = _is_thing(told, *found.span("what"))
        asked = lower[found.end() : found.end() + 1] in ("?", ":") or _OWNING.match(lower, found.start())
        if not (known or (asked and _OWNING.match(lower, found.start()))):
            continue
        if _NO_THING.match(lower, found.start("det")) and not known:
            continue
        span = found.span()
        offers = offered(told, told.start, told.end, avoid=span)
        if offers or _OFFER.search(lower, found.end()) or _OFFER.search(lower, told.start, found.start()):
            missing = f"no {name}" if known or asked else None
            if name in ("gym", "machine", "equipment") and found.group().startswith(("can't", "cannot", "couldn't")):
                missing = None
            reading = _reading(told, span, (told.start, told.end), missing)
            reading.equipment = offers
            if missing is None and reading.condition is None:
                reading.condition = span
            return reading
    return None


def _is_condition(told: Told, at: int) -> bool:
    """Whether what stands there says when the tip applies: in an "if", or opening a sentence."""
    if told.conditional and told.conditional.clause[0] - 12 <= at <= told.conditional.clause[1]:
        return True
    return any(start <= at <= start + _NEAR_THE_START for start, _ in told.sentences[:2])


def _gone(told: Told) -> Reading | None:
    """A thing that is there and cannot be had: taken, broken, too heavy."""
    if _GONE.words.isdisjoint(told.words):
        return None
    starts = [told.conditional.clause[0]] if told.conditional else []
    starts.extend(start for start, _ in told.sentences)
    for start in starts:
        found = _GONE.pattern.match(told.lower, start)
        if not found:
            continue
        how, negated = found["how"] or "missing", found["not"] is not None
        is_present = how in ("available", "around", "an option", "at hand", "to hand", "handy", "free", "possible", "feasible",
                             "practical", "something you have", "there")  # fmt: skip
        if is_present != negated or not _is_thing(told, *found.span("what")):
            continue
        offers = offered(told, told.start, told.end, avoid=found.span())
        if how.startswith("too") and _LIGHTER.search(told.lower):
            continue
        if not offers and (how.startswith("too") or not _OFFER.search(told.lower, found.end())):
            continue
        name = _noun(found["what"])
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


def _headline(told: Told) -> Reading | None:
    """As in "Machine broken?", "Can't find the rope attachment?"."""
    found = _HEADLINE.match(told.lower, told.start)
    if not found or not (found["nothing"] or _is_thing(told, *found.span("what" if found["what"] else "thing"))):
        return None
    lacks = found["thing"] or (
        found["what"] if (found["what"] and "gone" in found.group()) or "missing" in found.group() else None
    )
    condition = trimmed(told.lower, *found.span())
    reading = _reading(told, found.span(), (found.end(), told.end), f"no {_noun(lacks)}" if lacks else None)
    if "too " in found.group() and not reading.equipment:
        return None
    if lacks is None or _noun(lacks) == "gym":
        reading.missing, reading.condition = None, condition
    return reading


def _only(told: Told) -> Reading | None:
    """As in "If you only have dumbbells, …": what is there is what is offered."""
    found = _ONLY.search(told)
    if not found or not _is_condition(told, found.start()):
        return None
    stop = _CLAUSE_END.search(told.lower, found.end())
    end = stop.start() if stop else told.end
    offers = offered(told, found.end(), end)
    condition = told.clause() or trimmed(told.lower, told.start, end)
    return Reading(TipKind.SUBSTITUTE, found.span(), equipment=offers, condition=condition) if offers else None


def _is_thing(told: Told, start: int, end: int) -> bool:
    """Whether the stretch names something that a gym has or lacks."""
    return told.names_thing(start, end) or _GYM_THING.search(told.lower, start, end) is not None


def _swapped(told: Told) -> Reading | None:
    """Swap this for that, sub that in."""
    found = _SWAP.search(told)
    if found and found["verb"] != "chang":
        reverse = found["by"] in ("in place of", "instead of") or (
            found["verb"] == "substitut" and found["by"] == "for"
        )
        stop = _sentence_end(told, found.end())
        offers = offered(told, *found.span("what")) if reverse else offered(told, found.end(), stop)
        if offers:
            return Reading(TipKind.SUBSTITUTE, found.span(), equipment=offers, condition=told.clause())
    sub = _SUB_IN.search(told)
    if sub:
        offers = offered(told, sub.end(), min(sub.end() + 30, _sentence_end(told, sub.end())))
        if offers:
            return Reading(TipKind.SUBSTITUTE, sub.span(), equipment=offers, condition=told.clause())
    return None


def _sentence_end(told: Told, at: int) -> int:
    return next((end for _, end in told.sentences if end >= at), told.end)


def _instead_of(told: Told) -> Reading | None:
    found = _INSTEAD_OF.search(told)
    if not found or not told.names_thing(*found.span("what")) or _PURPOSE.search(told.lower):
        return None
    start = next((a for a, b in told.sentences if a <= found.start() < b), told.start)
    offers = offered(told, start, _sentence_end(told, found.end()), avoid=found.span())
    return Reading(TipKind.SUBSTITUTE, found.span(), equipment=offers, condition=told.clause()) if offers else None


def _instead(told: Told) -> Reading | None:
    """As in "Use a band instead", at the end of a sentence."""
    at = told.lower.find(" instead")
    if at < 0 or told.lower.startswith(" instead of", at):
        return None
    start = next((a for a, b in told.sentences if a <= at < b), told.start)
    clause = (
        told.conditional.main
        if told.conditional and told.conditional.main[0] <= at < told.conditional.main[1]
        else None
    )
    verb = _TURN_TO.search(told.lower, clause[0] if clause else start, at)
    offers = offered(told, verb.end("rest") - len(verb["rest"]), at) if verb else ()
    if not verb or not offers:
        return None
    return Reading(TipKind.SUBSTITUTE, (verb.start(), at + 8), equipment=offers, condition=told.clause())


def _stands_in(told: Told) -> Reading | None:
    found = _STANDS_IN.search(told)
    if not found:
        return _made_do(told)
    replaced = next((name for name in ("what", "whom", "whose", "it", "them") if found[name]), None)
    avoid = found.span(replaced) if replaced else (0, 0)
    if replaced and not _is_thing(told, *found.span(replaced)):
        return None
    sentence = (next((a for a, b in told.sentences if a <= found.start() < b), told.start), told.end)
    offers = offered(told, *sentence, avoid=avoid) or (
        offered(told, told.start, told.end, avoid) if not replaced else ()
    )
    if not offers and not (replaced and _is_thing(told, *found.span(replaced))):
        return None
    if _USUAL.search(found.group()):
        return _classic(told, found)
    missing = f"no {_noun(found[replaced])}" if replaced else None
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
    offers = offered(told, found.end(), _sentence_end(told, found.end())) if found else ()
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


def _same(told: Told) -> Reading | None:
    """The same exercise with another implement."""
    found = _SAME.search(told)
    if not found:
        return None
    stop = _sentence_end(told, found.end())
    offers = offered(told, found.start() if "use" in found.group() else found.end() - 1, stop)
    offers = offers or offered(told, max(0, found.end() - 20), stop)
    if not offers or _PURPOSE.search(told.lower, found.end()):
        return None
    return Reading(TipKind.SUBSTITUTE, found.span(), equipment=offers, condition=told.clause())


def _away(told: Told) -> Reading | None:
    found = _AWAY.match(told.lower, told.start)
    if not found:
        return None
    offers = offered(told, found.end(), told.end)
    if not offers and not _OFFER.search(told.lower, found.end()):
        return None
    is_label = found.group().startswith("home version")
    condition = None if is_label else trimmed(told.lower, *found.span())
    return Reading(TipKind.SUBSTITUTE, found.span(), equipment=offers, condition=condition)


def _exercised(told: Told) -> Reading | None:
    """Another exercise, or an implement that helps, for one that hurts or cannot be done yet."""
    conditional = told.conditional
    if not conditional:
        return None
    lower, clause, main = told.lower, conditional.clause, conditional.main
    if _NOT_YET.search(lower, *clause):
        offers = offered(told, *main)
        if offers or _OTHER_EXERCISE.search(lower, *main):
            return Reading(TipKind.SUBSTITUTE, clause, equipment=offers, condition=told.clause())
    if _DISLIKED.search(told, *clause) and _OTHER_EXERCISE.search(lower, *main):
        return Reading(TipKind.SUBSTITUTE, clause, equipment=offered(told, *main), condition=told.clause())
    return None


def _another(told: Told) -> Reading | None:
    """A condition that names one implement, and another one to turn to: "if the sled is stuck, push a plate"."""
    conditional = told.conditional
    if not conditional or not conditional.is_leading() or _IN_USE.match(told.lower, *conditional.clause):
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


def _disliked(told: Told) -> Reading | None:
    """Somebody objects to the usual thing and is offered another one."""
    found = _DISLIKED.search(told)
    if not found:
        return None
    clause = told.clause()
    if clause and not clause[0] <= found.start() <= clause[1]:
        return None
    for turn in _TURN_TO.finditer(told.lower):
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
    who = _WHOSE.search(told.lower, told.start, found.start())
    if not who:
        return None
    stop = _MAIN_CLAUSE.search(told.lower, found.end())
    return trimmed(told.lower, who.end(), stop.start() if stop else found.end())


def _noun(what: str) -> str:
    """A thing's name without its article, in the singular."""
    name = what.strip()
    while (shorter := _ARTICLE.sub("", name)) != name:
        name = shorter
    if name.endswith("s") and not name.endswith(_KEEPS_ITS_S):
        name = name[:-1]
    return name


_RULES = (
    _missing,
    _gone,
    _headline,
    _only,
    _swapped,
    _instead_of,
    _stands_in,
    _same,
    _instead,
    _away,
    _exercised,
    _disliked,
    _another,
)
