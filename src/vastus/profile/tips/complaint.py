"""Faults told as a complaint: a question, a label, or a plain sentence with an order behind it."""

import re

from vastus.domain.exercise import TipKind
from vastus.domain.page import Span
from vastus.profile.conditionals import actions, is_order, orders_behind, trimmed
from vastus.profile.tips.lexicon import BODY, LOAD, MOTION, TROUBLE, marks
from vastus.profile.tips.reading import Reading
from vastus.profile.tips.remedies import add_remedies
from vastus.profile.tips.told import Told
from vastus.profile.tips.trouble import is_mishap, is_trouble

_QUESTION = re.compile(
    r"""
    (?:(?:ever|do\ you|are\ you|is|does|do|did\ you|have\ you|still|noticed|notice|keep|always
    |find(?:ing)?(?:\ that)?|why\ (?:is|are|does|do)|what\ if)\s+)?(?P<sign>[^.?!]{6,110})\?\s+(?=[a-z\"'(])
    """,
    re.VERBOSE,
)
_NOT_A_SIGN = re.compile(
    r"""
    (?:want|need|looking|ready|how|which|what|should|can\ you|could|too\ easy|wondering|not\ sure
    |no\ (?:access|equipment|gym)|travel)\b
    """,
    re.VERBOSE,
)
_ING = re.compile(r"(?:[a-z-]+\ ){0,4}?[a-z-]{2,}ing\b", re.VERBOSE)
# Each form starts with one of few characters, so that the search can jump to them.
_STOP = re.compile(
    r"""
    [;.!…,:—\s](?:(?<=[;.!…—])|(?<=:)\s
    |(?<=,)\ (?:(?:and\ |so\ |but\ )?instead\b(?!\ of)|(?:which|so|and\ that|and\ this|pull|push|keep)\b)
    |(?<=\s)(?:[–—-]\s|(?:and\ |so\ |but\ )?instead\b(?!\ of)|(?:is|are)\ (?:very\ |quite\ |really\ )?common\b))
    """,
    re.VERBOSE,
)
_COMPLAINT = re.compile(
    r"""
    \b(?=\w)(?:keeps?\ \w+ing|tends?\ to|starts?\ to|often|begins?\ to|likes?\ to|always|inevitably
    |too\ (?:much|far|heavy|wide|narrow|high|low|fast|soon|early|close|upright)|won't|never\ quite|goes\ wrong
    |on\ fire|take\ over|taking\ over|rolls?\ (?:inward|in|toward)|bent\ back|squirts?|will\ want\ to
    |wants?\ to)\b
    """,
    re.VERBOSE,
)
_ORDERED = re.compile(
    r"""
    (?:you\ should|you\ shouldn't|you\ want|keep|never|no\ |don't|do\ not|try|always|aim|avoid|think|make\ sure
    |the\ goal|this\ (?:exercise|movement|is)|it's\ |it\ is\ |you\ can|your\ goal|start|allow|because
    |as\ (?:you|the)|by\ |for\ |to\ |in\ |on\ |at\ |with\ |imagine|once|after|before|during|if|when|let)\b
    """,
    re.VERBOSE,
)
_LABEL = re.compile(
    r"""
    (?:common\ |typical\ |frequent\ |usual\ |main\ |biggest\ |top\ |classic\ |the\ )*(?:fault|mistake|error
    |problem|symptom|issue
    |(?:one\ thing|what|something)\ (?:that\ )?(?:usually\ |often\ )?goes\ wrong(?:\ a\ lot|\ often)?
    |troubleshooting|watch\ for
    |red\ flag)s?(?:\ (?:here|to\ avoid|to\ watch\ for))?\s*[:–—-]+\s*(?P<sign>[^.;–—]{6,110}?)(?=[.;–—]|\ -[ ]
    |,\ so\b|$)
    """,
    re.VERBOSE,
)
_HEADED = re.compile(r"(?P<sign>[^:.?!;,]{6,60}):\s+(?=[a-z])")


_OPENING = re.compile(
    r"""
    (?:one\ thing\ that\ goes\ wrong\ a\ lot|i\ (?:often\ )?(?:see|notice)
    |you(?:'ll|\ will|\ may|\ might)?\ (?:often\ )?(?:see|notice|find)(?:\ that)?)[:,]?\s+
    """,
    re.VERBOSE,
)
_POSITIVE = re.compile(
    r"""
    \b(?:should|must|shouldn't|ought|need\ to|needs\ to|stays?|remain|remains|will\ help|helps?|help|allows?
    |avoid|prevents?|without|no|not|n't|can|great|good|best|so\ that|to\ keep|ideal|but|during)\b|n't\b
    """,
    re.VERBOSE,
)


def sign_end(lower: str, start: int, end: int) -> int:
    """Where the description of a mistake stops and what to do about it starts."""
    stop = _STOP.search(lower, start, end)
    return stop.start() if stop else end


def asked(told: Told) -> Reading | None:
    """As in "Hips shooting up? …"."""
    question = _QUESTION.match(told.lower, told.start)
    if not question or _NOT_A_SIGN.match(told.lower, question.start("sign")):
        return None
    sign = question.span("sign")
    if not (is_mishap(told.lower, *sign) or is_trouble(told.lower, *sign) or _ING.match(told.lower, *sign)):
        return None
    reading = Reading(TipKind.FAULT, sign, sign=trimmed(told.lower, *sign))
    add_remedies(reading, told.lower, question.end(), told.end, expected=True)
    return reading if reading.causes or reading.fixes else None


def labelled(told: Told) -> Reading | None:
    """As in "Common fault: elbows winging out. …"."""
    label = _LABEL.match(told.lower, told.start)
    if not label:
        return None
    reading = Reading(TipKind.FAULT, label.span(), sign=trimmed(told.lower, *label.span("sign")))
    add_remedies(reading, told.lower, label.end(), told.end, expected=True)
    return reading if reading.causes or reading.fixes else None


def complained(told: Told) -> Reading | None:
    """As in "Your rope keeps catching your toes. Pin the elbows."."""
    lower = told.lower
    start, end = told.sentences[0]
    if told.conditional and told.conditional.clause[0] < end:
        return None
    if _ORDERED.match(lower, start) or is_order(lower, start, end) or orders_behind(lower, start, end):
        return None
    stop = sign_end(lower, start, end)
    opening = _OPENING.match(lower, start, stop)
    said = (opening.end() if opening else start, stop)
    if not (_is_complaint(lower, said) or (opening and is_mishap(lower, *said))):
        return None
    reading = Reading(TipKind.FAULT, said, sign=trimmed(lower, *said))
    add_remedies(reading, lower, stop, told.end, expected=True)
    return reading if reading.fixes or (opening and reading.causes) else None


def _is_complaint(lower: str, span: Span) -> bool:
    families = marks(lower, *span)
    if not families & (BODY | LOAD) or _POSITIVE.search(lower, *span):
        return False
    if families & TROUBLE:
        return True
    return families & MOTION != 0 and _COMPLAINT.search(lower, *span) is not None


def wronged(told: Told) -> Reading | None:
    """As in "Sore neck: …", a sign as a heading."""
    head = _HEADED.match(told.lower, told.start)
    if not head or is_order(told.lower, told.start, told.end) or not marks(told.lower, *head.span("sign")) & TROUBLE:
        return None
    if not marks(told.lower, *head.span("sign")) & (BODY | LOAD):
        return None
    reading = Reading(TipKind.FAULT, head.span("sign"), sign=trimmed(told.lower, *head.span("sign")))
    found = actions(told.lower, head.end(), told.sentences[0][1])
    reading.fixes.extend(found)
    return reading if found else None
