"""What a tip is: fault, substitute, individual, programming, safety, or a plain cue.

Plain rules over the words, no model. Each kind has patterns that a coach would recognise it by; a tip is what the most
telling of them says, and a cue when none does. The parts (sign, cause, fix, condition) are cut from the tip's own words.
The rules were written against two thirds of the labelled tips in `tests/corpus`; `docs/understanding.md` reports how
they do on both parts.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Goal, Tip, TipKind
from vastus.domain.page import Item, Span, Words
from vastus.profile.conditionals import VERB, Conditional, actions, read_conditional, trimmed
from vastus.profile.goals import goals_named
from vastus.prose.sentences import plain, sentences
from vastus.prose.terms import equipment_terms

_I = re.IGNORECASE
_LEAD = re.compile(r"(?:(?:pro |quick |key |bonus |helpful |training |exercise )?(?:tip|note|hint|remember|important|reminder|fyi)s?(?: #?\d+)?\s*[:–—-]\s+)", _I)


@dataclass(slots=True)
class Reading:
    """What the rules found in one tip; spans are offsets in its text."""

    kind: TipKind = TipKind.CUE
    evidence: Span | None = None
    sign: Span | None = None
    causes: list[Span] = field(default_factory=list[Span])
    fixes: list[Span] = field(default_factory=list[Span])
    equipment: tuple[Equipment, ...] = ()
    condition: Span | None = None
    missing: str | None = None
    advice: Span | None = None
    goals: tuple[Goal, ...] = ()


@dataclass(slots=True)
class Told:
    """A tip's text, made ready for the rules: straight quotes, lower-case words, sentences, the first condition."""

    text: str
    lower: str
    start: int
    sentences: list[Span]
    conditional: Conditional | None


def _told(printed: str) -> Told:
    text = plain(printed)
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    spans = [(max(a, start), b) for a, b in sentences(text) if b > start] or [(start, len(text))]
    conditional = None
    for a, b in spans:
        conditional = read_conditional(text, a, b)
        if conditional:
            break
    return Told(text, text.lower(), start, spans, conditional)


# -- substitute ---------------------------------------------------------------------------------------------------

_MISSING = re.compile(
    r"\b(?:no|without(?: access to)?|lack(?:s|ing)?|(?:don't|do not|doesn't|does not|haven't|hasn't) (?:have(?: access to)?|own|got)|in the absence of|short of|not got)"
    r" (?:(?:a|an|any|access to(?: a| an)?|the|your own|enough|heavy) )*(?P<what>[a-z][a-z-]*(?: [a-z][a-z-]*){0,3}?)(?= to hand| at hand| available| handy| around| at home|[?,.;:)–—]| -|\s+(?:you|use|try|do|then|a|an|and|or|for|in|at|to|here|yet|nearby)\b|$)",
    _I,
)
_UNAVAILABLE = re.compile(
    r"\b(?:if|when|where) (?P<what>(?:a |an |the |both |all |your gym's )?[a-z][a-z -]{2,40}?) (?:is|are|isn't|aren't|is not|are not)(?: all| always| currently)? (?P<how>taken|occupied|busy|in use|unavailable|available|around|an option|at hand|to hand|too (?:intense|heavy|uncomfortable|painful|advanced|hard|harsh|big))\b",
    _I,
)
_INSTEAD_OF = re.compile(r"\b(?:in place of|as an alternative to|as a substitute for|rather than using|instead of using|instead of) (?:a |an |the |your )?(?P<what>[a-z][a-z -]{2,40}?)(?=,|\.|;| you| use|$)", _I)
_SWAP = re.compile(r"(?:^|[.;,–—-] |\b(?:can|could|may|might|also|simply|or|to) )(?P<verb>swap|substitute|replace|trade|switch)(?: out)? (?P<what>(?:the|a|an|your|for)? ?[a-z][a-z -]{2,40}?) (?P<by>for|with|to|in place of)\b", _I)
_OFFERS = re.compile(
    r"\b(?:instead|as well|will do|works?(?: just)?(?: as)?(?: well| fine)?|can (?:also )?(?:use|push|do|perform|be (?:done|used|performed|replaced))|do(?:es)? (?:the (?:job|trick)|much the same|fine)|use|try|grab|substitutes?|alternatives?|stand[- ]in|replace|swap|just as (?:well|good|effective)|fair trade|hold|loop|wedge|jam|load|anchor|hook|slide|push|do)\b",
    _I,
)
_BE_DONE_WITH = re.compile(
    r"\b(?:can|could|may|might) (?:also |just as well |easily |equally )?be (?:done|performed|executed|trained|replaced) (?:with|using|by|on) .*|\b(?:also|just as) (?:well |easily )?(?:with|using) (?:a|an) .*instead",
    _I,
)
_ALSO_OPTION = re.compile(r"\b(?:are|is|make|makes)(?: also)? (?:the )?(?:classic|usual|handy|nice|best|standard|ideal|traditional|common)\b.*\bbut\b|\bnot (?:compulsory|essential|necessary|required|a must)\b|\b(?:option|possible) to use\b", _I)
_HATES = re.compile(r"\b(?:should|can|could|may|might|do better to|would do well to|are better off|is better off) (?:use|using|try|trying|switch(?:ing)? to|swap(?:ping)?|choose|pick|go for|opt for)\b", _I)
_BODILY = frozenset(
    "pain momentum rest rush weight weights problem pain need doubt reason matter breath tension movement speed more less than one way back knee hip slack arching rounding bouncing swinging shame set sets rep reps idea experience control"
    " time room break pause hurry wiggle gap support belt shoes sweat feeling injury discomfort point benefit prize letting the it them that this losing going moving bending using changing stopping pausing touching"
    " turf grip strength mobility eccentric lowering mind bias history matter difference question excuse".split()
)  # fmt: skip


def _substitute(told: Told) -> Reading | None:
    text = told.text
    lower = told.lower
    missing = _missing(told)
    if missing:
        condition, span = missing
        offered = _offered(text, avoid=span)
        rest = lower[: span[0]] + " " + lower[span[1] :]
        if offered or _OFFERS.search(rest):
            return Reading(TipKind.SUBSTITUTE, span, equipment=offered, missing=condition)
    gone = _UNAVAILABLE.search(text)
    if gone and _names_thing(gone["what"]):
        how = gone["how"].lower()
        negated = re.search(r"(?:isn't|aren't|not) (?:all |always |currently )?$", text[: gone.start("how")], _I)
        if how.startswith(("taken", "occupied", "busy", "in use", "unavailable", "too")) or negated:
            offered = _offered(text, avoid=gone.span())
            if offered or _OFFERS.search(lower, gone.end()):
                what = _noun(gone["what"])
                condition = (gone.start("what"), gone.end("how"))
                if negated or how == "unavailable":
                    return Reading(TipKind.SUBSTITUTE, gone.span(), equipment=offered, missing=f"no {what}")
                return Reading(TipKind.SUBSTITUTE, gone.span(), equipment=offered, condition=condition)
    instead = _INSTEAD_OF.search(text)
    if instead and _is_implement(instead["what"]):
        offered = _offered(text, avoid=instead.span())
        if offered:
            return Reading(TipKind.SUBSTITUTE, instead.span(), equipment=offered, condition=_condition(told))
    swap = _SWAP.search(text)
    if swap and (_is_implement(swap["what"]) or _offered(text, avoid=swap.span())):
        if swap["by"].lower() == "in place of" or swap["verb"].lower() == "substitute" and swap["by"].lower() == "for":
            offered = _offered(swap["what"], avoid=(0, 0))
        else:
            offered = _offered(text, avoid=swap.span())
        if offered:
            return Reading(TipKind.SUBSTITUTE, swap.span(), equipment=offered, condition=_condition(told))
    done = _BE_DONE_WITH.search(text)
    if done and _offered(text[done.start() :], avoid=(0, 0)):
        return Reading(TipKind.SUBSTITUTE, done.span(), equipment=_offered(text[done.start() :], avoid=(0, 0)), condition=_condition(told))
    option = _ALSO_OPTION.search(text)
    if option:
        named = [term for term in equipment_terms().find(text)]
        offered = tuple(dict.fromkeys(term.value for term in named if term.start >= option.start()))
        if named and offered and _OFFERS.search(lower, option.start()):
            missing_later = _UNAVAILABLE.search(text)
            return Reading(TipKind.SUBSTITUTE, option.span(), equipment=offered, missing=f"no {_noun(missing_later['what'])}" if missing_later else None)
    hates = _HATES.search(text)
    if hates and re.search(r"\b(?:hate|complain|bother|hurt|ache|uncomfortable|irritat|don't like|dislike|tolerate)", lower):
        offered = _offered(text[hates.end() :], avoid=(0, 0))
        if offered:
            return Reading(TipKind.SUBSTITUTE, hates.span(), equipment=offered, condition=_condition(told))
    stand_in = _STAND_IN.search(text)
    if stand_in:
        replaced = stand_in["what"] if "what" in stand_in.re.groupindex else None
        offered = _offered(text, avoid=stand_in.span("what") if replaced else (0, 0))
        missing_name = f"no {_noun(replaced)}" if replaced and _names_thing(replaced) else None
        return Reading(TipKind.SUBSTITUTE, stand_in.span(), equipment=offered, missing=missing_name)
    out = _OUT_OF_ORDER.match(text, told.start)
    if out and _names_thing(out["what"] or out["thing"] or ""):
        return Reading(TipKind.SUBSTITUTE, out.span(), equipment=_offered(text[out.end() :], avoid=(0, 0)), condition=trimmed(text, out.start(), out.end()))
    away = _AWAY.match(text, told.start)
    if away and _OFFERS.search(lower, away.end()):
        return Reading(TipKind.SUBSTITUTE, away.span(), equipment=_offered(text[away.end() :], avoid=(0, 0)), condition=trimmed(text, away.start(), away.end()))
    return None


_STAND_IN = re.compile(
    r"\b(?:can|could|will|may|might)? ?(?:stands?[- ]in|substitutes?|fills? in|deputi[sz]es?) for (?P<what>[a-z][a-z' -]{2,30}?)(?=[.,;]|$)|\bas a (?:stand-?in|substitute|replacement|makeshift)\b|\b(?:decent|good|fine|passable|perfect|handy|cheap) (?:stand-?in|substitute|replacement|makeshift)\b"
    r"|\bin (?:its|their) (?:place|stead)\b|\b(?:can|could|will|may) take (?:the |its |their )?(?:\w+(?:'s|s')? )?place\b|\bfailing that\b|\bhome version\b|\bimprovis\w+\b|\balso works? (?:with|on|using)\b|\bnot everyone (?:has|owns)\b|\bideally you(?:'d| would) use\b|\bin lieu of\b|\b(?:is|are|makes?) (?:a )?(?:friendlier|kinder|gentler|fair|good|decent|viable) (?:choice|swap|trade|alternative|option) (?:for|to|if|instead)\b"
    r"|\bcan (?:also )?be (?:performed|done) (?:in|on|with|using) (?:a|an|the) [^.]{3,40} (?:as well|too|instead)\b|\breplaces? (?:the )?\w+ (?:nicely|well|just fine)\b|\b(?:will|would) (?:serve|do|suffice) (?:just as well|instead|as well|fine|nicely|too)?\.?$|\bthe same (?:exercise|movement|drill) (?:on|with|using)\b",
    _I,
)
_OUT_OF_ORDER = re.compile(r"(?:the |your )?(?P<what>[a-z][a-z' -]{2,30}?) (?:(?:is|are) )?(?:broken|gone\b[^?]{0,15}|not working|missing|out of order|unavailable|in use|occupied|taken)\s*\?|(?:can't|cannot|couldn't) (?:find|get hold of|get to|afford) (?P<thing>[a-z][a-z' -]{2,30}?)\s*\?", _I)
_AWAY = re.compile(r"(?:travell?ing|training at home|at home|on the road|gym (?:too )?(?:crowded|busy|closed|packed)|(?:rack|bench|machine|cable|station)s? (?:taken|occupied|busy))\b[^.?!:,]{0,30}[?:,]", _I)


def _missing(told: Told) -> tuple[str, Span] | None:
    """What is said to be missing, as "no sled", with the words that say so."""
    for found in _MISSING.finditer(told.text):
        what = found["what"].lower()
        first = what.split(" ")[0]
        if first in _BODILY or not _names_thing(what):
            continue
        is_condition = (
            told.conditional is not None and told.conditional.clause[0] - 12 <= found.start() <= told.conditional.clause[1]
        ) or found.start() <= told.start + 25
        follows = told.text[found.end() : found.end() + 1]
        if _is_implement(what) and is_condition:
            return f"no {_noun(what)}", found.span()
        if is_condition and (follows in "?:" or told.text[found.start() : found.end()].lower().startswith(("without access", "don't have access", "lacking", "lacks", "in the absence"))):
            if _OFFERS.search(told.lower, found.end()):
                return f"no {_noun(what)}", found.span()
    return None


_ARTICLE = re.compile(r"^(?:a|an|the|any|your|both|all|some|own|access to|heavy|proper|your gym's)\s+", _I)


def _noun(what: str) -> str:
    """A thing's name without its article, in the singular."""
    name = what.strip().lower()
    while (shorter := _ARTICLE.sub("", name)) != name:
        name = shorter
    if name.endswith("s") and not name.endswith(("ss", "press", "rings", "chains", "bars", "us")):
        name = name[:-1]
    return name


def _is_implement(what: str) -> bool:
    return any(True for _ in equipment_terms().find(what))


def _names_thing(what: str) -> bool:
    """Whether the words can name something that a gym has or lacks."""
    return _is_implement(what) or bool(re.search(r"\b(?:machine|station|bar|bars|bench|benches|attachment|turf|pulldown|press|equipment|gym|platform|block|blocks|pad|strap|straps|belt|hill|track|pool|stairs|step|steps|handle|handles|ball|board)\b", what, _I))


def _offered(text: str, avoid: Span) -> tuple[Equipment, ...]:
    """Implements named outside of `avoid`, each once."""
    return tuple(
        dict.fromkeys(term.value for term in equipment_terms().find(text) if not avoid[0] <= term.start < avoid[1])
    )


def _condition(told: Told) -> Span | None:
    return trimmed(told.text, *told.conditional.clause) if told.conditional else None


# -- safety -------------------------------------------------------------------------------------------------------

_SAFETY_WORDS = re.compile(
    r"\b(?:doctor|physician|physio(?:therapist)?s?|clinician|medical|cleared|clearance|pregnan\w+|trimester|blood pressure|blood thinners|clot\w*|dizz\w*|light-?headed|faint\w*|sharp pain|tingling|hernia"
    r"|surgery|osteopor\w+|disc (?:injury|herniation|problem)s?|heart (?:condition|disease|problem)s?|fracture|varicose|bruise|supervis\w+|professional|unwell|concussion)\b",
    _I,
)
_REFRAIN = re.compile(
    r"\b(?:stop|skip|avoid|leave (?:this|it|them)|should(?:n't| not)|not (?:for|be (?:done|used|performed))|isn't (?:a |an |\w+ )?(?:for|exercise|suited|suitable|appropriate)|don't|do not|never|consult|ask|see (?:a|your)|check with|talk to|speak (?:to|with)|until|get (?:it|that|them) (?:looked|checked)|only under|no place|choose (?:a|another)|pass on)\b",
    _I,
)
_EQUIPMENT_CHECK = re.compile(
    r"\b(?:check|inspect|test|examine|make sure|ensure|be sure|verify|clear|look for)\b[^.]{0,90}?\b(?:secur\w+|can't (?:skid|slip|move|tip|roll)|(?:fully|properly) (?:home|in|seated|locked)|before you (?:trust|lie|hang|load)|shouldn't (?:slide|tip|move|wobble)|tears?|nicks?|cracks?|frayed|fraying|worn|slips?|slides?|tips?\b over|around you|nobody|no one|bystanders?|stable|anchored|anchor point|fastened|collars?|snaps?|breaks?|hangs? first|soles|the lane|clear of|steady|locked in|rated|damage)\b"
    r"|\bclear (?:at least|the (?:area|lane|floor|space)|a (?:space|lane)|enough|some)\b|\b(?:they|it|bands?|straps?|ropes?|chains?|cables?) (?:do|does|can|will|may) (?:snap|slip|break|fail|give way)\b",
    _I,
)
_SPOTTER = re.compile(
    r"\b(?:spotters?|safety (?:bars?|arms?|pins?|catch(?:es)?|stops?|squat bar)|spotting|training partner (?:nearby|close)|someone (?:nearby|around|close|who)|collars|bail(?:ing)?(?: out)?|dump the bar|failsafe)\b",
    _I,
)
_PROVIDE = re.compile(r"\b(?:use|have|set|ask|get|always|never|don't|without|learn|before|unless|recommended|put|only|know how)\b", _I)
_STOP_WHEN = re.compile(
    r"\b(?:stop|end the set|terminate|cease|quit|rack it|put it down)\b[^.;]{0,60}\b(?:if|when|as soon as|the moment|at the first|immediately|right away|at once)\b"
    r"|\b(?:if|when|as soon as|at the first sign of|any)\b[^.;]{0,70}\b(?:pain|dizz\w+|tingl\w+|numb\w*|light-?headed|faint)\b[^.;]{0,30}[,;–—-]? ?(?:you )?(?:should )?(?:stop|end|rack|quit|back off immediately|leave)\b",
    _I,
)
_KEEP_AWAY = re.compile(
    r"\bkeep (?:your |the )?(?:fingers?|hands?|toes|feet|thumbs?|face|head)\b[^.]{0,20}\b(?:out (?:from|of)|clear|away from|off)\b|\bwarn (?:anyone|everyone|others|people|your)\b|\bnever (?:let go|release|stand (?:under|in front|behind)|train|attempt|perform|lift|do (?:this|it)|drop)\b"
    r"|\b(?:don't|do not) (?:attempt|try|perform|do) (?:this|it|a|an|heavy|\w+ ){1,4}(?:alone|without|unless|on your own|by yourself)\b|\bon your own\b.*\bnever\b|\bhas dropped\b|\bsevere injury\b|\bserious(?:ly)? (?:injur\w+|hurt)\b|^caution\b|\brecipe for (?:a |an )?(?:fall|injury|disaster)\b|\bmeans the set is over\b|^dizzy\b|\bbail out\b[^.]*\b(?:rehearse|practi[cs]e|learn)\b|\b(?:wet|slippery|icy|loose|uneven) (?:turf|hands|floor|grass|ground|surface|soles?|shoes?)\b",
    _I,
)
_POPULATION = re.compile(
    r"\b(?:anyone|those|people|person|kids|children|women|men|lifters|trainees|athletes|if you)\b[^.]{0,60}\b(?:with|who|on|have|has|under|past|are|suffer)\b",
    _I,
)


def _safety(told: Told) -> Reading | None:
    text = told.text
    words = _SAFETY_WORDS.search(text)
    if words and _REFRAIN.search(text):
        return Reading(TipKind.SAFETY, words.span())
    for pattern in (_STOP_WHEN, _KEEP_AWAY, _EQUIPMENT_CHECK):
        found = pattern.search(text)
        if found:
            return Reading(TipKind.SAFETY, found.span())
    spotter = _SPOTTER.search(text)
    if spotter and _PROVIDE.search(text):
        return Reading(TipKind.SAFETY, spotter.span())
    kids = re.match(r"(?:kids|children|minors|youngsters|teenagers|beginners)\b.*\b(?:supervis\w+|adults?)\b", text[told.start :], _I)
    if kids:
        return Reading(TipKind.SAFETY, (told.start, told.start + kids.end()))
    return None


# -- individual ---------------------------------------------------------------------------------------------------

_DEPENDS = re.compile(
    r"\bdepend(?:s|ing|ent)?(?: (?:up)?on)? (?:the individual|your|how (?:you|long|tall|stiff|strong|mobile)|who|where your|what your|individual|each|on your|the (?:shape|length|size|width|build|structure|height|mobility|flexibility) of)\b|\bmay or may not be for you\b|\bthe more (?:supple|flexible|mobile|stiff)\b|\b(?:personal|individual) (?:preference|choice|matter|difference)s?\b|\b(?:somewhat |very |quite |highly )?individual\b(?! (?:leg|arm|muscle|set|rep|side|finger|head|vertebra))"
    r"|\b(?:comes down to|is (?:a )?(?:matter|question) of|is up to|it's up to|is down to) (?:what |how |your? |the |you\b|personal|taste|preference|feel|comfort|shoulder|hip)|\bwhat(?:ever)? (?:your|feels|suits)\b|\bpick the (?:variation|version|width|grip|stance|option) (?:that|at which)\b|\bno (?:single )?(?:right|one|universal) (?:answer|way|width|stance)\b"
    r"|\badjust (?:by|for|to) (?:your )?(?:body|build|height|limb)|\bgo with what\b|\bwhat(?:ever)? your\b|\bfeels? (?:best|most (?:natural|comfortable|neutral)|right|better|good) (?:for|to) you\b|\bwhichever\b|\byour (?:own )?(?:build|anatomy|structure|proportions|body type|limb lengths?|hip (?:structure|anatomy))\b",
    _I,
)
_SOME_OTHERS = re.compile(
    r"\b(?:some|certain|many|a few|i)\b[^.]{0,80}\b(?:prefer|like|favou?r|feel|find|do better|swear|go|choose)\b[^.]{0,100}\b(?:others?|while|whereas|the rest)\b|\bnarrow for some\b|\bsome[^.]{0,60}, others\b",
    _I,
)
_TRAIT = re.compile(
    r"\b(?:you(?:'re| are)|someone is|he is|she is|a person is|the lifter is|lifters? (?:is|are)|athletes? (?:is|are)) (?:a |an |naturally |relatively |very |quite |more |less |on the |long |particularly |also )*(?:tall(?:er)?|short(?:er)?|long(?:er)?|new\b|novice|beginner|hypermobile|older|young(?:er)?|over \w+|under \w+|advanced|experienced|inexperienced|flexible|inflexible|stiff|strong(?:er)? enough|weak(?:er)?|broad(?:er)?|heav(?:y|ier)|light(?:er)?(?! (?:weight))|left-handed|right-handed|double-jointed|prone to|built|limited|deconditioned|returning|coming back|lacking|a larger|short on mobility|comfortable with)"
    r"|\b(?:you|someone|they|somebody|a person|who|he|she)(?:'ve| have|'s| has| exhibits?| presents?(?: with)?| shows?| displays?)(?: got)? (?:a |an |some |any |more |naturally |relatively |very |quite |really |particularly |fairly |pre-?existing )*(?:of )?(?:long|short|stiff|tight|poor|good|limited|small|big|large|weak|bad|wide|narrow|broad|flat|sensitive|restricted|cranky|creaky|achy|history|extension|flexion|anterior|posterior|longer|shorter|great|excellent|full|previous|past|old|mobility|arthritic|hypermobile|knee (?:problem|issue|trouble)s?|shoulder (?:problem|issue|trouble)s?|back (?:problem|issue|trouble)s?|wrist|elbow|ankle|low(?:er)? back (?:problem|issue|trouble|pain)s?|issues with|trouble with|problems with|an? (?:injury|issue))"
    r"|\byou(?:'ve| have) (?:had|got a history|previously|recently had|never)\b|\b(?:you|who|someone|they|those) (?:naturally |usually |often |generally )?(?:tend|tends|incline|struggles?|prefers?|sit|sits|lack|lacks|suffer|suffers|present|presents|carry|carries)\b(?! (?:the weight|a (?:dumbbell|kettlebell|bar)))|\b(?:tend|prefer) (?:to|an?)\b"
    r"|\byour (?:\w+ ){1,2}(?:are|is|feel|feels)(?: a bit| too| very| quite| rather| naturally)? (?:stiff|tight|long|short|limited|mobile|inflexible|weak|sensitive|flat)\b|\bhistory\b[^.]{0,12}:|\b(?:extension|flexion) bias\b|\b(?:limited|poor|restricted|good|great) (?:\w+ )?mobility\b"
    r"|\bgetting .{3,40} is (?:a struggle|hard|difficult) for you\b|\b(?:long|short) in the (?:femur|torso|leg|arm)s?\b",
    _I,
)
_GROUP = re.compile(
    r"(?:^|[.;] |\b(?:for|most|as|because) )(?:(?:the )?(?:taller|shorter|longer|broader|bigger|heavier|lighter|older|younger|newcomers|old hands|veterans|cyclists|runners|office workers|swimmers|more (?:advanced|experienced|flexible|mobile)|less (?:experienced|flexible|mobile)|advanced|beginners?|novices?|intermediate|newer|new|experienced|long-?(?:limbed|armed|legged)|short-?(?:limbed|armed|legged)|stiff|hypermobile|masters?|female|male)\b(?: (?:lifters?|athletes?|people|trainees?|folks?|women|men|users|individuals?|runners|beginners))?|(?:people|lifters?|those|athletes?|anyone|trainees?|individuals?|folks?|everyone) (?:who|with|over|whose|that|new to|of)\b|(?:somebody|someone|anybody|a person|people|lifters|those) with (?:short|long|small|big|stiff|tight|broad|narrow)\b|short arms|long arms|long legs|long femurs|short legs|big hands|small hands|with (?:small|big|long|short) \w+,)",
    _I,
)
_OFFER = re.compile(r"\b(?:may|might|can|could|should|will|often|need|want|tend|prefer|better|benefit|makes?|find|option|do well|helps?|go for|get away|try|use|keep|stay|set|pick|choose|expect|work|master|stop)\b", _I)
_LIMITED_Q = re.compile(r"^(?:do you (?:tend|prefer|have (?:long|short|stiff|tight|limited|poor|small|big))|are you (?:a |an )?(?:\w+ )?(?:tall|short|new|beginner|hypermobile|habitual|flexible|older|novice|stiff)|limited|poor|restricted|tight|stiff|weak|bad|long|short|small|big|cranky|tend to|prefer|new to)\b[^?.:]{2,60}[?:]", _I)


def _individual(told: Told) -> Reading | None:
    text, conditional = told.text, told.conditional
    if conditional:
        clause = text[slice(*conditional.clause)]
        trait = _TRAIT.search(clause)
        if trait:
            reading = Reading(TipKind.INDIVIDUAL, conditional.clause, condition=trimmed(text, *conditional.clause))
            reading.advice = _advice(text, conditional.main)
            return reading
    question = _LIMITED_Q.match(text[told.start :])
    if question:
        clause = (told.start, told.start + question.end() - 1)
        return Reading(TipKind.INDIVIDUAL, clause, condition=trimmed(text, *clause), advice=_advice(text, (told.start + question.end(), len(text))))
    for pattern in (_SOME_OTHERS, _DEPENDS):
        found = pattern.search(text)
        if found:
            return Reading(TipKind.INDIVIDUAL, found.span())
    group = _GROUP.search(text)
    if group and _OFFER.search(text, group.end()):
        return Reading(TipKind.INDIVIDUAL, group.span(), condition=_group_words(text, group))
    labelled = re.match(r"(?P<who>[^:.?!]{3,40}): ", text[told.start :])
    if labelled and (_TRAIT.search(labelled["who"] + " :") or _GROUP.match(labelled["who"]) or re.fullmatch(r"(?:beginner|intermediate|advanced|novice|.*\bhistory)s?", labelled["who"], _I)):
        who = (told.start, told.start + labelled.end("who"))
        return Reading(TipKind.INDIVIDUAL, who, condition=who, advice=_advice(text, (told.start + labelled.end(), len(text))))
    return None


_GROUP_END = re.compile(r",|\b(?:may|might|can|could|should|will|often|need|usually|generally|do|tend|make|makes|find|benefit|get)\b", _I)


def _group_words(text: str, group: re.Match[str]) -> Span | None:
    start = group.start()
    while start < group.end() and not text[start].isalpha():
        start += 1
    for opening in ("for ", "with "):
        if text[start : start + len(opening)].lower() == opening:
            start += len(opening)
    end = _GROUP_END.search(text, group.end())
    return trimmed(text, start, end.start()) if end else None


def _advice(text: str, span: Span) -> Span | None:
    first = sentences(text[span[0] : span[1]])
    if not first:
        return None
    end = span[0] + first[0][1]
    found = actions(text, span[0], end)
    if found:
        return found[0][0], found[-1][1]
    cut = trimmed(text, span[0], end)
    return cut if cut[1] > cut[0] else None


# -- fault --------------------------------------------------------------------------------------------------------

_TROUBLE = re.compile(
    r"\b(?:round(?:s|ing|ed)?|cav(?:e|es|ing)|collaps\w+|drift\w*|sway\w*|swing(?:s|ing)?|wobbl\w+|shak(?:e|es|ing)|crash\w*|bounc\w+|flar(?:e|es|ing)|sag(?:s|ging)?|drop(?:s|ping)|tilt(?:s|ing)?|tip(?:s|ping)\b|dig(?:s|ging)|slip(?:s|ping)?|stall\w*|twist\w*|rock(?:s|ing)"
    r"|cramp\w*|numb|tingl\w+|pinch(?:es|ing|ed)?|sore|pain\w*|hurt\w*|ach(?:e|es|ing|y)|burn(?:s|ing)|strain\w*|los(?:e|es|ing)|can't|cannot|can not|unable|struggl\w+|too (?!little)\w+|shoot(?:s|ing)? up|shrug\w*|jerk\w*|yank\w*|kick(?:s|ing)? (?:out|back|up)|buckl\w+"
    r"|gives? (?:out|way)|giving (?:out|way)|fall(?:s|ing)? (?:forward|over|back|in|out)|lean(?:s|ing)? (?:too|forward|back|to)|arch(?:es|ing)?|hyperextend\w*|overextend\w*|over-?arch\w*|compensat\w+|cheat\w*|momentum|fail\w*|stuck|stick(?:s|ing)|miss(?:es|ing)|uneven(?:ly)?|crooked|loop(?:s|ing)"
    r"|spin(?:s|ning)|div(?:e|es|ing) (?:in|forward)|knock\w*|clang\w*|bang\w*|thud|slam\w*|snap(?:s|ping)|creep\w*|shift(?:s|ing)|rotat(?:es|ing)|lift(?:s|ing)? (?:off|up|before)|com(?:e|es|ing) (?:up|off|forward|away|loose|apart)|rises?|rising|lift during|feel(?:s|ing)? (?:it|this|that|them|the|a|any|your|more|most|like|sharp|only|strain|pressure|pain|\w+ \w+ in)|only feel"
    r"|burn(?:s|ing)? out|fatigu\w+|tired|trip(?:s|ping)|ben(?:d|ds|ding) (?:forward|inward|over|back)|turn(?:s|ing)? (?:in|inward|out|into)|trouble|problem|difficult\w*|travel\w* (?:forward|back)|first\b|ahead of|before the|isn't (?:moving|working)|aren't (?:even|moving|working)|don't feel|not feel\w*|doesn't (?:move|feel)|lag\w*|crane\w*|craning|bow(?:s|ing)|peel\w*|wander\w*|veer\w*|pop(?:s|ping)|grind\w*|hik(?:e|es|ing)|angry|irritat\w+|tens(?:e|ing) up|holding your breath|gasping|harder? to)\b",
    _I,
)
_MEANS = re.compile(
    r"[,]?\s+(?:(?:that |this )?(?:usually|often|generally|typically|normally|probably|most likely|almost always|nearly always|mostly|sometimes|most often|also)[, ]+)?"
    r"(?:means?|indicates?|suggests?|signals?|shows?|tells? you|telling you|is telling you|(?:is|are)(?: usually| often| most often| generally| typically| normally| mostly| likely| probably| nearly always| almost always)*(?: a| the)?(?: clear| sure| good| common| tell-?tale| classic)*(?: signs?| indications?| symptoms?| results?)(?: that| of)|(?:is|are)(?: usually| often| most often| generally| typically| normally| mostly| likely| probably| nearly always| almost always)* (?:down to|because(?: of)?|caused by|due to|the product of|what happens when|from)"
    r"|happens? (?:when|because|if)|(?:generally |usually |often |nearly always |almost always |mostly )?(?:comes?|results?|stems?|traces back|goes back) (?:from|down to|to)|points? to|=)(?: that)?\s+",
    _I,
)
_MISTAKE = re.compile(
    r"(?:(?:a|the|one|another)(?: very| most| more)? (?:common|frequent|typical|classic|big(?:gest)?|usual|frequently seen|rookie) (?:mistake|error|fault|problem|flaw|issue)s?(?: (?:here|in this (?:lift|exercise|movement)|with this(?: \w+)?|people make|beginners make|lifters make|that people make|is seen))? (?:is|are|comes? from)(?: to| when(?: you)?)?|(?:it's|it is) (?:easy|tempting|common) to|watch out for|beware of|be careful not to|guard against|resist the (?:urge|temptation) to|common (?:mistakes?|errors?|faults?):)\s+",
    _I,
)
_PEOPLE = re.compile(
    r"(?:with the [^,]{3,30}, )?(?:(?:many|most|some|a lot of|plenty of|lots of|too many|the majority of|nearly all) (?:of (?:the|you) )?(?:lifters|people|trainees|athletes|beginners|folks|gym-?goers|women|men|us|guys)|people|lifters|beginners|trainees|everyone)(?: (?:often|tend to|will|make the mistake of|like to|also|usually|just|are guilty of|end up|have a habit of))*(?: (?:let|allow|have) )?\s*",
    _I,
)
_QUESTION = re.compile(r"(?P<sign>[^.?!]{6,90})\?\s+(?=[A-Z\"'(])")
_FORBID = re.compile(r"(?:don't|do not|avoid|never|try not to|refrain from|be careful not to|stop)\s+(?:ever )?(?:let(?:ting)? |allow(?:ing)? )?", _I)
_GERUND_SIGN = re.compile(r"(?:(?:letting|allowing|having)\s+)?(?=[a-z-]+(?:ing|ed)?\b)", _I)
_HARM = re.compile(
    r"\b(?:robs?|takes? (?:the )?(?:\w+ ){0,3}(?:off|out|away)|turns? (?:it|this|a|an|the)\b.{0,40}\binto|beats? up|put(?:s|ting)? (?:\w+ ){0,3}(?:stress|strain|pressure|load|torque|you at)|places? (?:\w+ ){0,4}(?:poor|stress|strain|bad|vulnerable|risk|compromised|unnecessary|excess\w*|undue)|stresses|will cause|causes?|leads? to|reduces? (?:the )?(?:tension|range|effect\w*|activation|work)|makes? (?:it harder|half|the (?:lift|exercise) (?:easier|harder|less)|you)|overextends?|overloads?|wastes?|kills?|defeats?|sends the shock|steals?|lose the tension|you'll lose|removes?|shifts? (?:the )?(?:\w+ ){0,3}(?:to|onto|away|off|from)|compromis\w+|invites?|cheats?|ruins?|limits? (?:the|your)|leaves? the|increases? (?:the )?(?:risk|stress|strain|shear|chance)|encourages? (?:momentum|cheating)|tends to|throws? you|is (?:the body|the torso|momentum|your body)|that's the)\b",
    _I,
)
_BECAUSE = re.compile(r",? (?:as (?:this|it|that|doing so)|because|since|which|or (?:else )?you(?:'ll| will| risk)|so)\b|[.;–—-] ?(?:this|that|it|doing so|doing this|that's|you'll|otherwise)\b", _I)
_DIAGNOSIS = re.compile(
    r"(?:(?:then|that|this|it|chances are|odds are|most times?|more often than not|most likely|usually|probably|generally|often|normally|the cause is|the reason is|blame)[, ]*)*"
    r"(?:(?:you(?:'re| are|'ve| have| may be| might be| could be| may have| probably| likely)|it(?:'s| is|'s likely| is likely| usually means| means| generally comes| comes| may be)|this (?:is|means|usually means|suggests|indicates)|that(?:'s| is| means)|your \w+(?: \w+)? (?:is|are|aren't|isn't|have|has)|the (?:\w+ ){1,4}(?:is|are|isn't|aren't|wasn't|weren't|have|has)(?: simply| just| probably| likely)?|there(?:'s| is)|usually the|blame)\b)",
    _I,
)
_DIAGNOSIS_HEAD = re.compile(
    r"(?:(?:then|and|so|usually|probably|generally|often|chances are|odds are|most times?|more often than not|most likely)[, ]+)*(?:(?:you(?:'re| are| may be| might be| could be)(?: probably| likely| simply| just| most likely| usually)*(?: (?=\w+ing|not |going|too |using ))|it(?:'s| is)(?: likely| probably| usually| simply| just| often)*(?: that| because(?: of)?| due to| down to| a sign(?: that| of))|it generally comes from|it (?:usually |generally |often )?(?:means|comes from)(?: that)?|(?:this|that|it)(?: usually| often| generally| probably)? (?:means|is because|suggests|indicates|comes from)(?: that)?|chances are|that's because|usually|probably|blame)\s+)",
    _I,
)
_WILL = re.compile(r"(?:the|your|you|it|this|that|they|more|most|less)\b[^,;.]{0,40}?(?:'ll\b|\bwill\b|\btends? to\b|\bis going to\b|\bare going to\b)", _I)
_PERCEIVED = re.compile(r"you(?:'ll| will| do| may| might)? (?:ever |also |start to |begin to )?(?:find|notice|see|catch|discover|realize|realise|observe|experience)(?: that| yourself)?\s+(?:that )?", _I)
_CHANGE = re.compile(
    r"\b(?:instead|fix it|to fix|correct this|rather)\b",
    _I,
)
_PROGRAM_CLAUSE = re.compile(
    r"\b(?:goal|you(?:'re| are) (?:after|training (?:for|in)|short on time|using this|doing|looking to)|you want|you(?:'d| would) like|aiming for|trying to (?:build|gain|grow|lose|improve|increase)|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|weeks? (?:out|away)|meet|competition|season|you can (?:do|hold|complete|perform|manage|hit|get|finish)|workout|program\w*|deadlift on|squat on|all (?:your )?(?:sets|reps))\b",
    _I,
)
_HELPFUL = re.compile(r"^(?:it helps|you like|possible|necessary|needed|you(?:'re| are) (?:holding|using|doing|performing|working|standing|wearing|in)\b|using|performing|doing|standing|reaching|lowering|pressing|pulling|the (?:leg|arm|weight|bar|bell) (?:extends|goes|is|reaches|passes))", _I)


def _fault(told: Told) -> Reading | None:
    text = told.text
    conditional = told.conditional
    if conditional:
        found = _conditional_fault(told, conditional)
        if found:
            return found
    start, end = told.sentences[0]
    question = _QUESTION.match(text, start)
    if question and (_TROUBLE.search(question["sign"]) or re.match(r"[a-z]+ing\b", question["sign"], _I)) and not _LIMITED_Q.match(text[start:]):
        reading = Reading(TipKind.FAULT, question.span("sign"), sign=question.span("sign"))
        _remedies(reading, text, question.end(), len(text), expected=True)
        if reading.causes or reading.fixes:
            return reading
    mistake = _MISTAKE.match(text, start)
    if mistake:
        stop = _sign_end(text, mistake.end(), end)
        reading = Reading(TipKind.FAULT, mistake.span(), sign=trimmed(text, mistake.end(), stop))
        _remedies(reading, text, stop, len(text))
        if reading.fixes or reading.causes or _HARM.search(text, stop):
            return reading
    means = _MEANS.search(text, start, end)
    if means and means.start() - start > 8 and means.start() - start < 110:  # noqa: PLR2004  # a subject, not a story
        subject = text[start : means.start()]
        if _TROUBLE.search(subject) or _TROUBLE.search(text, means.end(), end) or re.match(r"allowing|letting", subject, _I):
            subject_start = start
            perceived = _PERCEIVED.match(text, start)
            if perceived:
                subject_start = perceived.end()
            stop = _cause_end(text, means.end(), end)
            reading = Reading(TipKind.FAULT, means.span(), sign=trimmed(text, subject_start, means.start()))
            _add_causes(reading, text, means.end(), stop)
            _remedies(reading, text, stop, len(text))
            return reading
    makes = re.search(r"\s+(?:both |all |will |often |usually |can |tends? to )*(?:makes?|causes?|leads? to|results? in)\s+(?=the|your|you)", text[start:end], _I)
    if makes and makes.start() > 5 and _TROUBLE.search(text, start + makes.end(), end) and not re.match(VERB + r"\b", text[start:], _I):  # noqa: PLR2004  # a subject
        sign = (start + makes.end(), end)
        reading = Reading(TipKind.FAULT, (start + makes.start(), start + makes.end()), sign=trimmed(text, *sign))
        _add_causes(reading, text, start, start + makes.start())
        _remedies(reading, text, end, len(text))
        return reading
    people = _PEOPLE.match(text, start)
    if people and people.end() > start and re.match(r"[a-z]+\b", text[people.end() :], _I):
        stop = _sign_end(text, people.end(), end)
        rest = text[stop:]
        if re.match(r"(?:[\s,.;–—-]|and|so|but)*(?:instead|fix|" + VERB + r")\b", rest, _I) or _HARM.search(rest) or _CHANGE.search(rest):
            after = re.match(r"[^,.;]*", text[people.end() : stop])
            sign = trimmed(text, people.end(), people.end() + (after.end() if after else 0))
            reading = Reading(TipKind.FAULT, people.span(), sign=sign)
            _remedies(reading, text, stop, len(text))
            if reading.fixes or _HARM.search(rest):
                return reading
    return _told_fault(told) or _complaint(told) or _consequence_fault(told)


_RELIEF = re.compile(
    r"\s+(?:can|could|will|should|may|might|often|usually|generally|tends? to|mostly)?\s*(?:be )?(?:prevented|cured|fixed|avoided|eased|solved|corrected|relieved|goes quiet|go quiet|goes away|go away|disappears?|vanish(?:es)?|gets better|improves?|stops?|settles?|eases?|clears?)\b[^.;]{0,30}?\b(?:by|if you|when you|once you|as soon as (?:you|they)|if they)\s+",
    _I,
)
_CULPRIT = re.compile(
    r"[,:;]?\s*(?:and |[–—-] )?(?:all (?:of them )?(?:symptoms|signs) of|(?:have|has) (?:just )?one cause\s*[–—:-]?|the (?:culprit|cause|reason|usual suspect)s? (?:is|are|being|for (?:this|that) is)(?: usually| often| that)?|(?:is|are) par for the course when|(?:are|is) (?:usually |often |typically |generally )?the (?:product|work|fault) of|why\?|a sure sign (?:of|that)|says?(?: that)?|as soon as)\s+",
    _I,
)
_REASON_FIRST = re.compile(r"(?:the reason (?:why |that )?(?P<sign>.{8,90}?) (?:is|are) (?:that |because |down to |usually )*(?P<cause>[^.;]+)|because (?P<because>[^,;.]{5,80}), (?:many|most|some)? ?(?:lifters|people|trainees|of us)?\s*(?P<then>[^.;]+)|it(?:'s| is) (?P<makes>(?:the|a|an|your) .{4,60}?) (?:that|which) (?P<result>[^.;,]+))", _I)
_CURE_FIRST = re.compile(
    r"(?:to (?:stop|fix|cure|avoid|prevent|get rid of|ease|keep)|(?P<by>by [^,;.]{5,80}?,? you(?:'ll| can| will)? (?:often |usually )?(?:get rid of|avoid|stop|fix|cure|prevent|ease))) (?P<sign>[^,;.]{5,80})(?P<after>[,;:]|\.|$)",
    _I,
)
_COMMON = re.compile(r"(?:(?P<subject>[^.;:]{8,90}?) (?:is|are) (?:probably |perhaps |by far )?(?:the|a|one of the) (?:most |very |single )?(?:common|usual|biggest|classic|frequent)(?:est)? (?:error|mistake|fault|problem|flaw)s?\b|(?:common (?:fault|mistake|error|problem)|one thing that goes wrong(?: a lot)?|what (?:usually|often) goes wrong)\s*[–—:-]+\s*(?P<after>[^.;]{6,90}))", _I)
_OR_ELSE = re.compile(r"[,;.]?\s+(?:or (?:else )?(?:you(?:'ll| will| risk)|it(?:'ll| will)|the|your)|otherwise,? |and you(?:'ll| will) )", _I)
_COMPLAINT = re.compile(
    r"\b(?:cav(?:e|es|ing)|collaps\w+|drift\w*|sway(?:s|ing)|wobbl\w+|crash\w*|bang(?:s|ing)?|flar(?:e|es|ing)|sag(?:s|ging)|cramp\w*|numb|tingl\w+|pinch(?:es|ing)|sore|pain(?:ful)?|hurts?|ach(?:e|es|ing|y)|on fire|burn(?:s|ing) out|rattl\w+|click(?:s|ing)|skinn?ed|raw|pok(?:es|ing) forward|creep(?:s|ing)|spin(?:s|ning)?|squirts?|catch(?:es|ing)|catching|slip(?:s|ping)|tip(?:s|ping)|round(?:s|ing)|wing(?:s|ing)|clang\w*|thud|slam(?:s|ming)?|shoot(?:s|ing) up|los(?:es|ing)|trip(?:s|ping)|knock(?:s|ing)|buckl\w+|stall(?:s|ing)?|twist(?:s|ing)|shak(?:es|ing)|too (?:much|far|heavy|wide|narrow)|goes wrong|gives? out|rolls? (?:inward|in|toward)|bent back|take over|taking over|won't|never quite|keeps? \w+ing)\b",
    _I,
)


def _told_fault(told: Told) -> Reading | None:
    """A fault told in a set form: its reason or its cure named first, or called a common mistake."""
    text = told.text
    start, end = told.sentences[0]
    common = _COMMON.match(text, start)
    if common:
        group = "subject" if common["subject"] else "after"
        sign_start = common.start(group)
        reading = Reading(TipKind.FAULT, common.span(), sign=trimmed(text, sign_start, common.end(group)))
        _remedies(reading, text, common.end(), len(text), expected=True)
        if reading.causes or reading.fixes:
            return reading
    reason = _REASON_FIRST.match(text, start)
    if reason:
        names = next(pair for pair in (("sign", "cause"), ("then", "because"), ("result", "makes")) if reason[pair[0]])
        if _TROUBLE.search(reason[names[0]]) or names[0] == "sign":
            reading = Reading(TipKind.FAULT, reason.span(), sign=trimmed(text, *reason.span(names[0])))
            _add_causes(reading, text, *reason.span(names[1]))
            _remedies(reading, text, reason.end(), len(text), expected=True)
            return reading
    cure = _CURE_FIRST.match(text, start)
    if cure and _TROUBLE.search(cure["sign"]):
        reading = Reading(TipKind.FAULT, cure.span(), sign=trimmed(text, *cure.span("sign")))
        if cure["by"]:
            found = trimmed(text, cure.start("by") + 3, cure.start("sign"))
            stop = re.search(r",? you(?:'ll| can| will)?\b", text[found[0] : found[1]], _I)
            reading.fixes.append((found[0], found[0] + stop.start() if stop else found[1]))
        _remedies(reading, text, cure.end(), len(text), expected=True)
        if reading.fixes:
            return reading
    relief = _RELIEF.search(text, start, end)
    if relief and relief.start() - start > 5 and _COMPLAINT.search(text, start, relief.start()):  # noqa: PLR2004  # a subject
        reading = Reading(TipKind.FAULT, relief.span(), sign=trimmed(text, start, relief.start()))
        reading.fixes.extend(_split_actions(text, relief.end(), end))
        return reading
    culprit = _CULPRIT.search(text, start)
    if culprit and culprit.start() - start > 5 and _COMPLAINT.search(text, start, culprit.start()):  # noqa: PLR2004  # a subject
        perceived = re.match(r"i (?:often )?(?:see|notice) ", text[start:], _I)
        reading = Reading(TipKind.FAULT, culprit.span(), sign=trimmed(text, start + (perceived.end() if perceived else 0), culprit.start()))
        stop = _cause_end(text, culprit.end(), len(text))
        _add_causes(reading, text, culprit.end(), stop)
        _remedies(reading, text, stop, len(text), expected=True)
        return reading
    return None


def _split_actions(text: str, start: int, end: int) -> list[Span]:
    found = actions(text, start, end, expected=True)
    return found or [trimmed(text, start, end)]


def _complaint(told: Told) -> Reading | None:
    """A complaint in one sentence, an order in the next: "Your rope keeps catching your toes. Pin the elbows."."""
    text = told.text
    start, end = told.sentences[0]
    if told.conditional and told.conditional.clause[0] < end:
        return None
    found = _COMPLAINT.search(text, start, end)
    if not found or actions(text, start, end) or re.match(r"(?:you should|you shouldn't|keep|never|no )", text[start:], _I):
        return None
    stop = _sign_end(text, start, end)
    if found.start() >= stop:
        return None
    reading = Reading(TipKind.FAULT, found.span(), sign=trimmed(text, start, stop))
    _remedies(reading, text, stop, len(text), expected=True)
    return reading if reading.fixes else None


def _consequence_fault(told: Told) -> Reading | None:
    """A mistake with what it leads to: "Bouncing out of the bottom robs the calves of work"."""
    text = told.text
    start, end = told.sentences[0]
    forbid = _FORBID.match(text, start)
    or_else = _OR_ELSE.search(text, start)
    if or_else and (forbid or re.match(r"too (?:much|many|little|far|fast)\b|leave|keep|give", text[start:], _I)) and (_TROUBLE.search(text, or_else.end()) or _HARM.search(text, or_else.start())):
        cause_start = forbid.end() if forbid else start
        sign = trimmed(text, or_else.end(), len(text))
        return Reading(TipKind.FAULT, or_else.span(), sign=sign, causes=[trimmed(text, cause_start, or_else.start())])
    if forbid:
        because = _BECAUSE.search(text, forbid.end())
        if because and _HARM.search(text, because.start()):
            reading = Reading(TipKind.FAULT, because.span(), sign=trimmed(text, forbid.end(), because.start()))
            _remedies(reading, text, because.end(), len(text))
            return reading
        return None
    gerund = re.match(r"(?:letting |allowing )?(?:the |your )?(?:\w+ ){0,3}?[a-z-]+ing\b", text[start:end], _I)
    if gerund and re.match(r"[a-z-]+ing\b", text[start:end], _I) or re.match(r"(?:the |your )?\w+ [a-z]+ing (?:up|out|in|away|forward|back|off|about)\b", text[start:end], _I):
        harm = _HARM.search(text, start, end)
        if harm and harm.start() - start < 90 and not re.match(r"(?:adding|using|keeping|performing|doing|squeezing|pausing|placing|putting|utilizing|focusing|exhaling|breathing|having|bracing|working)\b", text[start:], _I):  # noqa: PLR2004  # near its subject
            opening = re.match(r"(?:letting|allowing)\s+(?=the|your)", text[start:], _I)
            del opening
            reading = Reading(TipKind.FAULT, harm.span(), sign=trimmed(text, start, harm.start()))
            _remedies(reading, text, harm.end(), len(text))
            return reading
    should_not = re.match(r"you (?:shouldn't|should not) (?P<sign>[^.;,]+)[.;,] ?(?:if (?:you do|so|that happens)|when you do)[, ]+", text[start:], _I)
    if should_not:
        reading = Reading(TipKind.FAULT, (start, start + should_not.end()), sign=(start + should_not.start("sign"), start + should_not.end("sign")))
        _remedies(reading, text, start + should_not.end(), len(text))
        return reading
    return None


def _sign_end(text: str, start: int, end: int) -> int:
    """Where the description of a mistake stops and what to do about it starts."""
    stop = re.compile(r"[;.!]|,? (?:and |so |but )?instead\b|\s[–—-]\s|, (?:which|so|and that|and this|pull|push|keep)\b").search(text, start, end)
    return stop.start() if stop else end


def _cause_end(text: str, start: int, end: int) -> int:
    stop = re.compile(r"[;.!]|, (?:so|and|then)? ?(?=" + VERB + r"\b)|\s[–—-]\s|, so\b", _I).search(text, start, end)
    return stop.start() if stop else end


def _add_causes(reading: Reading, text: str, start: int, end: int) -> None:
    """The causes in a clause, split where it names several."""
    cuts: list[Span] = []
    begin = start
    for split in re.compile(r",? (?:and|or|and/or) (?=(?:you|the|your|it|they|a|an|not)\b)", _I).finditer(text, start, end):
        cuts.append((begin, split.start()))
        begin = split.end()
    cuts.append((begin, end))
    reading.causes.extend(span for cut in cuts if (span := trimmed(text, *cut))[1] - span[0] > 2)  # noqa: PLR2004  # a word


_CLAUSE = re.compile(r"[.!?;]+[\"']?\s+|;\s*|\s+[–—]\s+|\s*—\s*|\s+-\s+|:\s+|,\s+(?:so|and so|then|and)\s+|,\s+(?=" + VERB + r"\b)", _I)


def _remedies(reading: Reading, text: str, start: int, end: int, *, expected: bool = False) -> None:
    """Sort the clauses behind a sign into causes and fixes; what is neither is left alone."""
    begin = start
    spans: list[Span] = []
    for boundary in _CLAUSE.finditer(text, start, end):
        if boundary.start() > begin:
            spans.append((begin, boundary.start()))
        begin = boundary.end()
    if begin < end:
        spans.append((begin, end))
    for a, b in spans:
        a, b = trimmed(text, a, b)
        if b - a < 4:  # noqa: PLR2004  # no clause
            continue
        inner = read_conditional(text, a, b) if reading.fixes or reading.causes else None
        if inner and inner.main[0] > inner.clause[1]:
            clause = text[slice(*inner.clause)]
            if _WILL.match(text, *inner.main) and not actions(text, *inner.main):
                reading.causes.append(trimmed(text, *inner.clause))
                continue
            if re.search(r"isn't enough|doesn't (?:help|work)|that fails", clause, _I):
                reading.fixes.extend(actions(text, *inner.main))
                continue
        diagnosis = _DIAGNOSIS_HEAD.match(text, a, b)
        if diagnosis:
            _add_causes(reading, text, diagnosis.end(), b)
            continue
        found = actions(text, a, b, expected=expected and (a == 0 or text[a].isupper()))
        if found:
            reading.fixes.extend(found)
        elif not reading.causes and _DIAGNOSIS.match(text, a, b) and not _HARM.search(text, a, b):
            _add_causes(reading, text, a, b)


def _conditional_fault(told: Told, conditional: Conditional) -> Reading | None:
    text = told.text
    clause = text[slice(*conditional.clause)]
    main = text[slice(*conditional.main)]
    if conditional.word in ("once", "unless", "where", "in case") or _PROGRAM_CLAUSE.search(clause) or _HELPFUL.match(clause):
        return None
    trouble = _TROUBLE.search(clause)
    diagnosed = _DIAGNOSIS_HEAD.match(text, *conditional.main)
    acts = actions(text, *conditional.main)
    if conditional.clause[0] > conditional.main[0]:  # "you're probably going too heavy if …", "lower the weight if …"
        if not trouble:
            return None
        reading = Reading(TipKind.FAULT, conditional.clause, sign=trimmed(text, *conditional.clause))
        if diagnosed:
            _add_causes(reading, text, diagnosed.end(), conditional.main[1])
        elif acts and conditional.word in ("if", "when", "whenever"):
            reading.fixes.extend(acts)
        else:
            return None
        return reading
    perceived = _PERCEIVED.match(text, conditional.clause[0])
    subject = re.match(r"(?:the|your|one|both|either|only|that|it|this|rings|hips|knees)\b", clause, _I)
    if conditional.word in ("when", "whenever") and not perceived and not diagnosed and not (trouble and acts and subject):
        return None
    if not (trouble or perceived or diagnosed):
        return None
    if not (diagnosed or acts or _DIAGNOSIS.match(main) or told.sentences[-1][1] > conditional.main[1] or main.rstrip().endswith(":") or _WILL.match(main)):
        return None
    sign_start = perceived.end() if perceived else conditional.clause[0]
    reading = Reading(TipKind.FAULT, (conditional.clause[0], conditional.main[0]), sign=trimmed(text, sign_start, conditional.clause[1]))
    _remedies(reading, text, conditional.main[0], len(text))
    if not (reading.causes or reading.fixes):
        if _WILL.match(main):
            reading.sign, cause = trimmed(text, *conditional.main), reading.sign
            reading.causes = [cause] if cause else []
        elif not main.rstrip().endswith(":"):
            return None
    return reading


# -- programming --------------------------------------------------------------------------------------------------

_PROGRAM_STRONG = re.compile(
    r"\b(?:finishers?|supersets?|deload|mesocycle|programme?(?:d|s|ming)?|workout routine|training (?:split|session|day|block|cycle)s?|sessions?\b|per week|(?:times?|days?|sessions?) (?:a|per|each) week|once (?:or twice )?(?:a|per) week|twice (?:a|per) week|weekly|every (?:\w+ )?(?:or \w+ )?weeks?|frequency|rest (?:at least |for |about |around )?(?:\d+|one|two|three)|(?:full|long|short|longer|shorter) rests?\b|any rest"
    r"|recover(?:y|s|ing)?|soreness|sore\b(?! (?:spot|spots|point|points))|progress(?:ion|ions|ing|ive)|add (?:weight|load|distance|\d|roughly|about|reps|more weight|a (?:little|bit of) weight)|increas(?:e|ing) the (?:difficulty|intensity|challenge)|once you can|once you(?:'re| are) able|(?:end|start|beginning|middle|tail end) of (?:the|your|a|each|any|every) (?:session|workout|training|day|week)|primer|hypertrophy|muscle growth|building muscle|strength work|competition prep|in-?season|off-?season|rest days?|light day|reps in (?:the tank|reserve)|in reserve|rehab\w*"
    r"|cardio|circuits?|intervals?|tabata|emom|amrap|max effort|accessory|assistance (?:work|exercise|lift)|mondays?|thursdays?|tuesdays?|fridays?|calorie deficit|plateau|antagonist|warm-? ?up(?: sets?)?|cool-? ?down|one-?rep max|1rm|% ?1rm|rpe|to failure|from failure|of failure|short of failure|training age|workload|weekly volume|peak week|minutes (?:most|per|a|every) |before (?:squats|squatting|deadlifts|deadlifting|benching|pressing|your (?:main|first|heavy))|work up to|cycle (?:these|this|them|it)|schedule|fortnights?|daily (?:habit|use|practice)|every (?:other|second|third|fourth) (?:day|week|session)|build up (?:from|to|slowly|gradually)|(?:week|day) off\b|in (?:this|the following) order|ladders?\b|(?:ready|prepared?) for the (?:barbell|next|full)|(?:make|making) it (?:harder|easier|more (?:difficult|challenging))|adding weight|pile up volume|how many you can|go up in (?:weight|load)|stand-alone|days? (?:before|after)|hours (?:after|before|between)|weeks? away)\b",
    _I,
)
_PROGRAM_NUMBERS = re.compile(
    r"\b(?:(?:\d+|two|three|four|five|six|eight|ten|twelve)(?:\s?(?:-|–|to|or|x|×)\s?(?:\d+|two|three|four|five|six|eight|ten|twelve|fifteen))?|low(?:er)?|high(?:er)?|more|fewer|many|multiple|your|shorter|longer|\(\d+-\d+\)) (?:\(\d+(?:-|–)\d+\) )?(?:\w+ ){0,2}?(?:sets?|reps?|repetitions?|rounds?|throws|jumps|runs|trips|lengths)\b|\breps? (?:range|scheme)s?\b|\b(?:reps|sets) (?:\(|go |short|of \d|at )|\b\d+\s?(?:-|–|to)\s?\d+\s?(?:m|metres?|meters?|yards?|yds?|seconds?|minutes?)\b[^.]{0,30}\b(?:plenty|enough|per|each|for|is)\b|\b(?:\d+|one|two|three)(?: (?:or|to) (?:two|three|\d+))? (?:seconds?|minutes?) (?:on|per|for|each) (?:each |every |a |side|muscle)"
    r"|\bno more than \d+ (?:seconds|minutes|sets|reps)|\bhalve the sets\b|\b(?:seconds|minutes) on each\b|\bplenty of room for\b|\bfor (?:distance|time)\b",
    _I,
)
_PROGRAM_WEAK = re.compile(
    r"\b(?:conditioning|strength|volume|goals?|weeks?|days?|workouts?|routine|session|heavy|heavier|load|weights?|rest|sets?|reps?|intensity|endurance|power|hypertrophy|training|failure|capacity|squats?|deadlifts?|exercise|first|last|end|later|early|before|after|pairs?|combine|alternate|rotate|save|slot|fit|progress|increase|increasing|challenge|difficult\w*|fatigue|focus|sore|eccentric|joints|best|works? (?:best|well)|great|terrific|excellent|ideal)\b",
    _I,
)
_PLACE = re.compile(
    r"\b(?:(?:keep|save|do|use|place|put|program|perform|include|leave|slot|add|run|treat|schedule|reserve|cycle|drop) (?:this|it|these|them|the \w+ ?\w*)(?: \w+)? (?:for|at|as|in|into|on|before|after|near|toward|first|last|early|late|one|completely|out)|pairs? (?:\w+ )?(?:well |nicely )?with|works? (?:best|well|great|nicely) (?:as|in|at|when|with|for)|best (?:used|placed|done|as|suited|kept)|(?:great|good|terrific|excellent|perfect|ideal|brilliant|nice|useful|beneficial|handy|superb)(?: \w+)? (?:choice|option|way|exercise|tool|addition|finisher|primer|to incorporate|to include|during|as|for (?:building|conditioning|warming|rehab))|you'll get more out of this|to (?:progress|increase the difficulty|make (?:it|this) (?:harder|more (?:difficult|challenging))))\b",
    _I,
)


def _programming(told: Told) -> Reading | None:
    text = told.text
    strong = _PROGRAM_STRONG.search(text)
    numbers = _PROGRAM_NUMBERS.search(text)
    place = _PLACE.search(text)
    weak = len({found.group().lower() for found in _PROGRAM_WEAK.finditer(text)})
    evidence = strong or numbers or place
    score = 2 * bool(strong) + 2 * bool(numbers) + (bool(place) and 1 + (weak > 0)) + (weak >= 3)  # noqa: PLR2004  # three hints
    if told.conditional and _PROGRAM_CLAUSE.search(told.text[slice(*told.conditional.clause)]):
        score += 2
        evidence = evidence or _PROGRAM_CLAUSE.search(text, told.conditional.clause[0])
    if score < 2 or evidence is None:  # noqa: PLR2004  # one telling sign, or several hints
        return None
    return Reading(TipKind.PROGRAMMING, evidence.span(), goals=tuple(goal for goal, _ in goals_named(text)))


# -- all together -------------------------------------------------------------------------------------------------


def understand(printed: str) -> Reading:
    """The kind of a tip and its parts, as offsets in its text."""
    told = _told(printed)
    for rule in (_substitute, _safety):
        found = rule(told)
        if found:
            return found
    individual = _individual(told)
    programming = _programming(told)
    if individual and individual.condition and told.conditional:
        return individual
    fault = _fault(told)
    if fault:
        return fault
    if individual and programming:
        return programming if individual.condition is None and programming.goals else individual
    return individual or programming or Reading()


def read_tips(items: Iterable[Item]) -> tuple[Tip, ...]:
    """Every tip with its kind, its parts and the tips below it."""
    return tuple(_tip(item) for item in items)


def _tip(item: Item) -> Tip:
    children = read_tips(item.children)
    if item.stated.get("kind"):
        return _stated_tip(item, children)
    words = item.words
    reading = understand(words.text)
    if reading.kind is TipKind.CUE and children and all(child.kind is TipKind.INDIVIDUAL for child in children):
        reading = Reading(TipKind.INDIVIDUAL)
    return Tip(
        text=words.text,
        kind=reading.kind,
        sign=_cut(words, reading.sign),
        causes=_cuts(words, reading.causes),
        fixes=_cuts(words, reading.fixes),
        equipment=reading.equipment,
        condition=reading.missing or _cut(words, reading.condition),
        advice=_cut(words, reading.advice),
        goals=reading.goals,
        children=children,
        span=words.span(),
        evidence=words.span(*reading.evidence) if reading.evidence else None,
    )


def _cut(words: Words, span: Span | None) -> str | None:
    return (words.text[slice(*span)].strip() or None) if span else None


def _cuts(words: Words, spans: Sequence[Span]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for span in spans if (text := words.text[slice(*span)].strip())))


def _stated_tip(item: Item, children: tuple[Tip, ...]) -> Tip:
    """A tip of our own form, which says itself what it is."""
    stated = item.stated
    texts = {key: stated.get(key) for key in ("sign", "condition", "advice", "to")}
    return Tip(
        text=item.words.text,
        kind=TipKind(str(stated["kind"])),
        causes=_strings(stated.get("causes")),
        fixes=_strings(stated.get("fixes")),
        equipment=tuple(Equipment(value) for value in _strings(stated.get("equipment"))),
        goals=tuple(Goal(value) for value in _strings(stated.get("goals"))),
        children=children,
        span=item.words.span(),
        **{key: value for key, value in texts.items() if isinstance(value, str)},
    )


def _strings(value: object) -> tuple[str, ...]:
    return tuple(str(each) for each in value) if isinstance(value, list | tuple) else ()  # type: ignore[reportUnknownVariableType]
