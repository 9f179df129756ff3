"""Faults told with their cause or their cure: "X usually means Y", "to stop X, do Y"."""

import re

from vastus.domain.exercise import TipKind
from vastus.domain.page import Span
from vastus.profile.conditionals import VERBS, actions, trimmed
from vastus.profile.tips.complaint import sign_end
from vastus.profile.tips.conditional_fault import PERCEIVED
from vastus.profile.tips.phrase import Phrase
from vastus.profile.tips.reading import Reading
from vastus.profile.tips.remedies import add_causes, add_remedies
from vastus.profile.tips.told import Told
from vastus.profile.tips.trouble import is_mishap, is_trouble

_OFTEN = r"""
    (?:(?:that|this|usually|often|generally|typically|normally|probably|most\ likely|almost\ always
    |nearly\ always|mostly|sometimes|most\ often|also|can|will|may|might|likely|simply|all|both|frequently
    |commonly|is|are|just|always)[,\ ]+)*
"""
_MEANS = Phrase(
    """
    mean means indicate indicates suggest suggests signal signals shows tells telling says points equal equals
    spells spell betray betrays reveal reveals gives sign signs indication indications indicator indicators
    symptom symptoms result results consequence consequences giveaway clue because caused due down product fault
    happens happen occur occurs comes coming stem stems traces goes arise arises derive derives par come
    """,
    re.compile(
        rf"""
            [,]?\s+{_OFTEN}(?:
            # means, points to, is a sign of
            (?:means?|indicates?|suggests?|signals?|shows?|tells?\ you|telling\ you|says|points?\ to|equals?
            |spells|betrays?|reveals?|gives\ away)(?:\ that)?
            |(?:a|an|the|one|your)?\s?(?:\w+\ )?(?:signs?|indications?|indicators?|symptoms?|results?
            |consequences?|giveaway|signal|clue)(?:\ that|\ of|(?=\ (?:you|the|your|it)\b))
            |(?:symptoms|signs)\ of
            # comes from, is caused by
            |(?:is|are|be)\ {_OFTEN}(?:down\ to|because(?:\ of)?|caused\ by|due\ to
            |the\ (?:product|work|fault|result|consequence)\ of|what\ happens\ when|from)|because(?:\ of)?
            |caused\ by|due\ to|happens?\ (?:when|because|if)|occurs?\ (?:when|because|if)
            |(?:traces?|goes)\ back\ to
            |(?:comes?|coming|results?|stems?|arises?|derives?)\ (?:from|down\ to|when|about\ (?:when|because))
            |par\ for\ the\ course\ when)\s+(?:the\ fact\ that\ )?(?=\S)
        """,
        re.VERBOSE,
    ),
)
_CULPRIT = Phrase(
    """symptoms signs cause causes culprit culprits reason reasons suspect suspects why as""",
    re.compile(
        r"""
            \b(?=\w)(?:all\ (?:of\ them\ )?(?:symptoms|signs)\ of|(?:have|has)\ (?:just\ )?one\ cause\s*[–—:-]?
            |the\ (?:usual\ |main\ |likely\ |most\ common\ )?(?:culprit|cause|reason|suspect)s?\ (?:is|are|being
            |for\ (?:this|that)\ is)(?:\ usually|\ often|\ that)?|why\?|as\ soon\ as)\s+
        """,
        re.VERBOSE,
    ),
)
_MAKES = Phrase(
    """make makes cause causes lead leads result results force forces send sends""",
    re.compile(
        r"""
            \s+(?:both\ |all\ |will\ |often\ |usually\ |can\ |tends?\ to\ |may\ |could\ )*(?:makes?|causes?
            |leads?\ to|results?\ in|forces?|sends?)\s+(?=the|your|you\b|an?\ )
        """,
        re.VERBOSE,
    ),
)
_CAUSE_STOP = re.compile(r"[;.!?]|, (?:so|and|then)? ?(?P<verb>[a-z'-]+)|\s[–—-]\s|\s*—\s*|, so\b|: ")
_REASON_FIRST = re.compile(
    r"""
    (?:the\ (?:main\ |usual\ |most\ common\ )?reason\ (?:why\ |that\ )?(?P<sign>.{8,90}?)\ (?:is
    |are)\ (?:that[ ]|because\ |down\ to\ |usually\ )*(?P<cause>[^.;]+)
    |what\ (?:usually\ |often\ )?(?:makes|causes|lets|sends)\ (?P<ill>.{5,70}?)\ is\ (?:usually\ |often[ ]
    |mostly\ |nearly\ always\ )?(?P<why>[^.;]+)
    |(?P<lack>without\ [^,;.]{4,45}?),?\ (?P<thus>(?:the|your|you)\ [^.;,]+)
    |(?:because|since
    |as)\ (?P<because>[^,;.]{5,80}),\ (?P<then>(?:many|most|some|the|your|you|lifters|people)\b[^.;]+)
    |it(?:'s|\ is)\ (?:usually\ |often\ |typically[ ]
    |generally\ )?(?P<makes>(?:the|a|an|your|too)\ .{4,60}?)\ (?:that|which)\ (?P<result>[^.;,]+))
    """,
    re.VERBOSE,
)
_CURE_FIRST = re.compile(
    r"""
    (?:to\ (?:help\ )?(?:keep\ (?=[^,]{3,40}\ from\ \w+ing)
    |(?:stop|fix|cure|avoid|prevent|get\ rid\ of|ease|combat|counter(?:act)?|correct|reduce|eliminate
    |minimi[sz]e|quieten|tame|remedy|overcome|alleviate|lessen|solve)\ )(?P<sign>[^,;.]{5,80})(?P<after>[,;:])
    |(?P<by>by\ [^,;.]{5,80}?),?\ you(?:'ll|\ can|\ will)?\ (?:often\ |usually\ )?(?:get\ rid\ of|avoid|stop|fix
    |cure|prevent|ease|eliminate|reduce)\ (?P<ill>[^,;.]{5,80}))
    """,
    re.VERBOSE,
)
_RELIEF = Phrase(
    """
    prevented cured fixed avoided eased solved corrected relieved remedied reduced alleviated sorted goes go
    disappear disappears vanish vanishes gets get improve improves stop stops settle settles ease eases clear
    clears melt melts fade fades
    """,
    re.compile(
        r"""
            \s+(?:can|could|will|should|may|might|often|usually|generally|tends?\ to|mostly|typically|always
            |easily|almost\ always)?\s*(?:often\ |usually\ )?(?:be\ |is\ |are\ )?(?:often\ |usually[ ]
            |easily\ )?(?:prevented|cured|fixed|avoided|eased|solved|corrected|relieved|remedied|reduced
            |alleviated|sorted(?:\ out)?|goes?\ quiet|goes?\ away|disappears?|vanish(?:es)?|gets?\ better
            |improves?|stops?|settles?|eases?|clears?(?:\ up)?|melts?\ away|fades?)\b[^.;]{0,30}?(?:(?=\bby\ )
            |\b(?:if\ (?:you|they)|when\ (?:you|they)|once\ (?:you|they|the)|as\ soon\ as\ (?:you|they)
            |with)\s+)
        """,
        re.VERBOSE,
    ),
)
_LONGEST_SUBJECT = 120
_SHORTEST_SUBJECT = 6
_FIRST_WORD = re.compile(r"[a-z'-]+")
_SEEN = re.compile(
    r"""
    i\ (?:often\ |always\ |frequently\ )?(?:see|notice|hear)\ |nine\ times\ out\ of\ ten,[ ]
    |more\ often\ than\ not,\ |most\ of\ the\ time,\ |usually,\ |often,[ ]
    """,
    re.VERBOSE,
)


_AS_NOUN = re.compile(
    r"(?:cramp|pain|drag|swing|balance|lack|loss|slack)\w* (?:in|at|of|with|on|between|from|during)\b"
)
_POINTER = re.compile(r"(?:this|that|it|which|there)\b(?! \w+ing)")
_SUFFERS = re.compile(r"\b(?=\w)(?:feel|lose|end up|tend|struggle|cheat)\b")
_UNTROUBLED = re.compile(
    r"""
    ^no\ |\b(?:should|you\ want|strength|power|movement|tension|exercise|you\ get|most\ of|stability|focus
    |benefits?|progress|success|drive)\b
    """,
    re.VERBOSE,
)
_GOOD = re.compile(
    r"""
    \b(?=\w)(?:better|stronger|keeping|helps?|allows?|greater
    |more\ (?:stable|tension|range|effective|challenging|difficult|work)|harder|easier|lets)\b
    """,
    re.VERBOSE,
)


_COMES_DOWN = re.compile(r"\b(?:you|they|as it|when it|to) come(?:s)? down to $")


def _is_subject(told: Told, start: int, stop: int) -> bool:
    """Whether the stretch can be what a sentence is about, and not an order."""
    if not _SHORTEST_SUBJECT <= stop - start <= _LONGEST_SUBJECT:
        return False
    first = _FIRST_WORD.match(told.lower, start)
    return (
        first is None
        or first.group() not in VERBS
        or first.group().endswith("ing")
        or _AS_NOUN.match(told.lower, start) is not None
    )


def cause_end(lower: str, start: int, end: int) -> int:
    """Where a cause stops: at the end of its clause, or where an order begins."""
    for stop in _CAUSE_STOP.finditer(lower, start, end):
        if stop["verb"] is None or stop["verb"] in VERBS:
            return stop.start()
    return end


def diagnosed(told: Told) -> Reading | None:
    """As in "The bar sinking is most often down to lost tightness; …"."""
    lower = told.lower
    start, end = told.sentences[0]
    seen = _SEEN.match(lower, start)
    start = seen.end() if seen else start
    means = _MEANS.search(told, start + _SHORTEST_SUBJECT, end)
    if means and _COMES_DOWN.search(lower, start, means.end()):  # the body or the load does: no diagnosis
        means = None
    if means and _is_subject(told, start, means.start()) and _tells(told, (start, means.start())):
        perceived = PERCEIVED.match(lower, start)
        sign = trimmed(lower, perceived.end() if perceived else start, means.start())
        reading = Reading(TipKind.FAULT, means.span(), sign=sign)
        stop = cause_end(lower, means.end(), end)
        add_causes(reading, lower, means.end(), stop)
        add_remedies(reading, lower, stop, told.end, expected=True)
        return reading
    return _culprit(told, start) or _makes(told, start, end)


def _tells(told: Told, subject: Span) -> bool:
    lower = told.lower
    if _POINTER.match(lower, *subject):
        return False
    if _UNTROUBLED.search(lower, *subject):
        return False
    return is_mishap(lower, *subject) or lower.startswith(("allowing ", "letting "), subject[0])


def _culprit(told: Told, start: int) -> Reading | None:
    lower = told.lower
    culprit = _CULPRIT.search(told, start + _SHORTEST_SUBJECT)
    if not culprit or not is_mishap(lower, start, culprit.start()) or not _is_subject(told, start, culprit.start()):
        return None
    reading = Reading(
        TipKind.FAULT, culprit.span(), sign=trimmed(lower, start, sign_end(lower, start, culprit.start()))
    )
    stop = cause_end(lower, culprit.end(), told.end)
    add_causes(reading, lower, culprit.end(), stop)
    add_remedies(reading, lower, stop, told.end, expected=True)
    return reading


def _makes(told: Told, start: int, end: int) -> Reading | None:
    """As in "Weak glutes make the knees dive inward. …"."""
    lower = told.lower
    makes = _MAKES.search(told, start, end)
    if not makes or not _is_subject(told, start, makes.start()):
        return None
    if not is_trouble(lower, makes.end(), end) or _GOOD.search(lower, start, end):
        return None
    stop = cause_end(lower, makes.end(), end)
    reading = Reading(TipKind.FAULT, makes.span(), sign=trimmed(lower, makes.end(), stop))
    add_causes(reading, lower, start, makes.start())
    add_remedies(reading, lower, stop, told.end, expected=True)
    return reading if reading.fixes or is_mishap(lower, start, makes.start()) else None


def excused(told: Told) -> Reading | None:
    """The reason named first: "because the bench is too steep, many lifters feel …"."""
    reason = _REASON_FIRST.match(told.lower, told.sentences[0][0])
    if not reason:
        return None
    sign, cause = next(
        pair
        for pair in (("sign", "cause"), ("ill", "why"), ("thus", "lack"), ("then", "because"), ("result", "makes"))
        if reason[pair[0]]
    )
    if sign != "sign" and not is_trouble(told.lower, *reason.span(sign)):
        return None
    if sign == "then" and not _SUFFERS.search(reason["then"]):
        return None
    stop = reason.end(sign)
    if sign == "result":
        stop = cause_end(told.lower, reason.start(sign), reason.end(sign))
    reading = Reading(TipKind.FAULT, reason.span(), sign=trimmed(told.lower, reason.start(sign), stop))
    add_causes(reading, told.lower, *reason.span(cause))
    add_remedies(reading, told.lower, reason.end(), told.end, expected=True)
    return reading


def cured(told: Told) -> Reading | None:
    """The cure named with the trouble: "to stop X, do Y", "X goes away once you Y"."""
    lower = told.lower
    start, end = told.sentences[0]
    cure = _CURE_FIRST.match(lower, start)
    if cure:
        name = "ill" if cure["by"] else "sign"
        if not (is_trouble(lower, *cure.span(name)) or is_mishap(lower, *cure.span(name))):
            return None
        reading = Reading(TipKind.FAULT, cure.span(), sign=trimmed(lower, *cure.span(name)))
        if cure["by"]:
            reading.fixes.append(trimmed(lower, cure.start("by") + 3, cure.end("by")))
        add_remedies(reading, lower, cure.end(), told.end, expected=True)
        return reading if reading.fixes else None
    relief = _RELIEF.search(told, start + _SHORTEST_SUBJECT, end)
    if relief and is_mishap(lower, start, relief.start()) and _is_subject(told, start, relief.start()):
        reading = Reading(TipKind.FAULT, relief.span(), sign=trimmed(lower, start, relief.start()))
        reading.fixes.extend(actions(lower, relief.end(), end, expected=True) or [trimmed(lower, relief.end(), end)])
        return reading
    return None
