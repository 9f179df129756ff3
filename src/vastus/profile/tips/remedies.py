"""What follows a sign: its causes and the fixes, sorted out of the clauses behind it."""

import re

from vastus.domain.page import Span
from vastus.profile.conditionals import SHORTEST_CLAUSE, actions, is_order, leading_conditional, trimmed
from vastus.profile.tips.reading import Reading
from vastus.profile.tips.trouble import HARM

_CLAUSE = re.compile(
    r"""
    [.!?;…:,—\s](?:(?<=[.!?;…])[.!?;…]*[\"')]*(?:\s+|(?<=;))|(?<=:)\s+|(?<=—)\s*|(?<=\s)(?:[–—-]\s+|—)
    |(?<=,)\s+(?:(?:so|and\ so|then|and)\s+(?!that\b)|(?=[a-z'-])))
    """,
    re.VERBOSE,
)
_OR = re.compile(r",? (?:and|or|and/or) (?=(?:you|the|your|it|they|a|an|not)\b)")
_PROBABLY = r"""
    (?:\ (?:probably|likely|simply|just|most\ likely|usually|often|generally|almost\ certainly|perhaps|actually
    |definitely|typically))*
"""
DIAGNOSIS_HEAD = re.compile(
    rf"""
    (?:(?:then|and|so|usually|probably|generally|often|chances\ are(?:\ that)?|odds\ are(?:\ that)?|most\ times?
    |more\ often\ than\ not|most\ likely|nine\ times\ out\ of\ ten|in\ most\ cases|typically|why\?)[,:\ ]+)*(?:
    # you're probably …
    (?:you(?:'re|\ are|\ may\ be|\ might\ be|\ could\ be|'ll\ be
    |\ must\ be){_PROBABLY}(?=\ (?:\w+ing|not|going|too|using)\b)[ ]
    # it's likely because …
    |(?:it(?:'s|\ is|\ may\ be|\ might\ be|\ could\ be)|that(?:'s|\ is)|this(?:\ is)?){_PROBABLY}(?:\ that
    |\ because(?:\ of)?|\ due\ to|\ down\ to
    |\ (?:a|an|the)\ (?:\w+\ )?(?:sign|indication|result|signal|symptom)(?:\ that|\ of)?|\ caused\ by
    |\ from)\ (?:the\ fact\ that\ )?
    |(?:it|this|that)(?:\ usually|\ often|\ generally|\ probably|\ typically|\ normally|\ likely|\ most\ likely
    |\ can)*\ (?:means|is\ because|suggests|indicates|comes\ from|shows|signals|points\ to|tells\ you
    |stems\ from|happens\ (?:when|because|if)|results\ from|mean)(?:\ that)?[ ]
    # you may lack …
    |you(?:r\ \w+)?(?:\ may|\ might|\ could|\ probably|\ likely|\ simply|\ just)+\ (?=lack\b|have\b(?!\ to)
    |not\b|need\ more)|there(?:'s|\ is)\ a\ good\ chance(?:\ that)?\ |blame[ ]
    |the\ (?:usual\ |most\ likely\ |likely\ )?(?:culprit|cause|reason)\ is(?:\ usually|\ often|\ probably
    |\ likely)?(?:\ that)?\ |the\ (?:usual\ |most\ common\ )?(?:causes|culprits)\ are\ |cause:[ ]
    |likely\ cause:\ |usually\ |probably\ |most\ likely\ ))
    """,
    re.VERBOSE,
)
DIAGNOSIS = re.compile(
    r"""
    (?:(?:then|that|this|it|chances\ are|odds\ are|most\ times?|more\ often\ than\ not|most\ likely|usually
    |probably|generally|often|normally|the\ cause\ is|the\ reason\ is
    |blame)[,\ ]*)*(?:(?:you(?:'re|\ are|'ve|\ have|\ may\ be|\ might\ be|\ could\ be|\ may\ have|\ might\ have
    |\ probably|\ likely|\ lack|\ need\ more)
    |it(?:'s|\ is|'s\ likely|\ is\ likely|\ usually\ means|\ means|\ generally\ comes|\ comes|\ may\ be)
    |this\ (?:is|means|usually\ means|suggests|indicates)|that(?:'s|\ is|\ means)|they(?:'re|\ are)
    |your\ \w+(?:\ \w+)?\ (?:is|are|aren't|isn't|have|has|may\ be|probably)
    |the\ (?:\w+\ ){1,4}?(?:is|are|isn't|aren't|wasn't|weren't|have|has|may\ be|might\ be|needs?
    |probably)(?:\ simply|\ just|\ probably|\ likely)?|there(?:'s|\ is)|usually\ the|blame)\b)
    """,
    re.VERBOSE,
)
WILL = re.compile(
    r"""
    (?:the|your|you|it|this|that|they|more|most|less)\b[^,;.]{0,40}?(?:'ll\b|\bwill\b|\btends?\ to\b
    |\bis\ going\ to\b|\bare\ going\ to\b)
    """,
    re.VERBOSE,
)
_STILL_THERE = re.compile(r"isn't enough|doesn't (?:help|work)|that fails|still|persists?|continues")
# "If so, …", "When that happens, …": what to do about the sign itself.
_THEN = re.compile(
    r"""
    (?:so|not|you\ do|(?:this|that|it)\ (?:happens|occurs|does|is\ (?:the\ case|you|so))
    |you\ (?:notice|feel|see)\ (?:this|that|it)
    |you\ (?:catch|find|notice)\ yourself\ doing\ (?:this|that|it|so))\b
    """,
    re.VERBOSE,
)
_SHORTEST_CAUSE = 3


def add_causes(reading: Reading, lower: str, start: int, end: int) -> None:
    """The causes in a clause, split where it names several."""
    begin = start
    for split in _OR.finditer(lower, start, end):
        _add_cause(reading, lower, begin, split.start())
        begin = split.end()
    _add_cause(reading, lower, begin, end)


def _add_cause(reading: Reading, lower: str, start: int, end: int) -> None:
    span = trimmed(lower, start, end)
    if span[1] - span[0] >= _SHORTEST_CAUSE:
        reading.causes.append(span)


def add_remedies(reading: Reading, lower: str, start: int, end: int, *, expected: bool = False) -> None:
    """Sort the clauses behind a sign into causes and fixes; what is neither is left alone.

    Right behind a complaint an order is `expected`: any verb may open it.
    """
    for a, b in _clauses(lower, start, end):
        is_opening = a == start or lower[a - 2] in ".!?:" or lower[max(start, a - 3) : a].strip() in ("", "-", "–", "—")
        if _inner_condition(reading, lower, a, b):
            continue
        diagnosis = DIAGNOSIS_HEAD.match(lower, a, b)
        if diagnosis:
            add_causes(reading, lower, diagnosis.end(), b)
            continue
        found = actions(lower, a, b, expected=expected and is_opening)
        if found:
            reading.fixes.extend(found)
        elif not reading.causes and DIAGNOSIS.match(lower, a, b) and not HARM.search(lower, a, b):
            add_causes(reading, lower, a, b)


def _clauses(lower: str, start: int, end: int) -> list[Span]:
    """The clauses between the full stops, dashes and those commas that an order follows."""
    spans: list[Span] = []
    begin = start
    for boundary in _CLAUSE.finditer(lower, start, end):
        is_comma = boundary.group().strip() == ","
        if is_comma and not is_order(lower, boundary.end(), end):
            continue
        if boundary.start() > begin:
            spans.append((begin, boundary.start()))
        begin = boundary.end()
    spans.append((begin, end))
    cut = (trimmed(lower, *span) for span in spans)
    return [span for span in cut if span[1] - span[0] >= SHORTEST_CLAUSE]


def _inner_condition(reading: Reading, lower: str, start: int, end: int) -> bool:
    """As in "If that isn't enough, …" goes on with the fixes; "… will rise if you look up" names a cause."""
    inner = leading_conditional(lower, start, end)
    if not inner:
        return False
    if _THEN.match(lower, *inner.clause):
        reading.fixes.extend(actions(lower, *inner.main))
        return True
    if not (reading.fixes or reading.causes):
        return False
    if WILL.match(lower, *inner.main) and not actions(lower, *inner.main):
        reading.causes.append(trimmed(lower, *inner.clause))
        return True
    if _STILL_THERE.search(lower, *inner.clause):
        reading.fixes.extend(actions(lower, *inner.main))
        return True
    return False
