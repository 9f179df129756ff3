"""Sentences taken apart: "if this, then that", questions, and the actions that a sentence asks for."""

import re
from dataclasses import dataclass

from vastus.domain.page import Span

_VERBS = (
    "absorb achieve activate add adjust aim align allow alternate angle apply approach arch arrange ask attach avoid back bail begin bend"
    " brace breathe bring build build bump carry change check choose clear climb close come complete concentrate consider"
    " contract control count cover cross curl cut decrease deload depress dig do don't drag draw drive drop ease elevate end"
    " engage ensure exhale experiment extend externally fall favor favour film find finish fix flex focus foam follow get"
    " give glance go grab grip half-kneel halve hang have hinge hold hug imagine increase inhale initiate invest jam keep"
    " kick kneel land lead lean learn leave lengthen let lie lift lighten limit load lock look loop loosen lower maintain"
    " make master match meet modify move narrow never open pace pack pair pause perform pick picture pin pinch place plant"
    " point position practice practise press prevent progress pull pump push put raise reach recover reduce regress"
    " relax release remember remove repeat replace re-set reset rest retract return revert roll rotate row run save scale"
    " screw select set setup shift shorten shrug shrink sink sit skip slide slip slow soften split spread squat squeeze"
    " stabilize stagger stand start stay step stick stop straighten stretch strip substitute support swap sweep switch take"
    " tense test think throw tie tighten tilt toe touch train trade try tuck turn twist unlock unrack use utilize vary"
    " visualize wait walk warm watch wear wedge widen work wrap exaggerate reverse rack pretend resist drill blow nudge relax"
    " shake spend swallow sweep thread invert lay clamp crush swivel settle seat spot mind rehearse peel grind guide plug dial steer"
)
VERB = r"(?:" + "|".join(sorted(set(re.escape(verb) for verb in _VERBS.split()), key=len, reverse=True)) + r")"
"""Verbs that coaching tips begin an action with."""

_IF = re.compile(r"(?:(?:and|but|also|so|likewise|similarly|conversely|again)[, ]+)?(?P<word>if|when|whenever|should|once|where|in case|as soon as|unless|(?:any|every|each) time|the moment)\s+", re.IGNORECASE)
_BOUNDARY = re.compile(r",?\s+then\b[,:]?\s+|\s*[,;:]\s+|\s+[–—-]{1,2}\s+|\s*[–—]\s*")
_NOT_MAIN = re.compile(
    r"(?:or|and|nor|as|which|who|especially|particularly|but|like|such|even|at|on|in|during|after|before|with|without|instead of|rather"
    r"|not|than|for example|say|to|from|because|since|while|whether|and/or|legs?|hips?|knees?|arms?|back)\b",
    re.IGNORECASE,
)
_MAIN_START = re.compile(
    r"\b(?:you (?:can|may|might|should|could|need|will|must|are|have to|probably|likely)|you'(?:ll|re|ve)|try|simply|just|it(?:'s| is| will| may| means)|it'll|this (?:is|will|may|means)|that(?:'s| is)|the (?:\w+ ){1,3}(?:is|are|will|should)|then)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Conditional:
    """A sentence with a condition: where its clause and its main clause stand, and the word that opens it."""

    word: str
    clause: Span
    main: Span


def read_conditional(text: str, start: int, end: int) -> Conditional | None:
    """The condition at the head of a sentence, or behind its main clause; None when there is none.

    >>> text = "If the bar drifts, pull it back."
    >>> found = read_conditional(text, 0, len(text))
    >>> text[slice(*found.clause)], text[slice(*found.main)]
    ('the bar drifts', 'pull it back.')
    """
    opening = _IF.match(text, start, end)
    if opening:
        clause_start = opening.end()
        for boundary in _BOUNDARY.finditer(text, clause_start, end):
            if boundary.start() - clause_start < 4:  # noqa: PLR2004  # shorter than any clause
                continue
            if "then" not in boundary.group() and _NOT_MAIN.match(text, boundary.end()):
                continue
            return Conditional(opening["word"].lower(), (clause_start, boundary.start()), (boundary.end(), end))
        for main in _MAIN_START.finditer(text, clause_start + 8, end):
            if main.group().lower().startswith("you") or text[main.start() - 1] == " ":
                before = text[clause_start : main.start()]
                if " " in before.strip() and not before.rstrip().lower().endswith((" that", " as", " what", " where", " how", " when", " if", " and", " or", " because", " than")):
                    return Conditional(opening["word"].lower(), (clause_start, main.start()), (main.start(), end))
        return None
    later = _IF_LATER.search(text, start, end)
    if later:
        stop = end - 1 if end > start and text[end - 1] in ".!?" else end
        return Conditional(later["word"].lower(), (later.end(), stop), (start, later.start()))
    return None


_IF_LATER = re.compile(r",?\s+(?P<word>if|when|whenever|as soon as|(?:any|every|each) time|the moment)\s+(?=(?:you|your|the|one|it|this|that|they|there|someone|any|both|either|form|form|pain)\b)", re.IGNORECASE)

_HEDGE = re.compile(
    r"(?:(?:then|so|simply|just|please|first|instead|and|but|also|perhaps|maybe|probably|usually|in that case|again|rather|either|next time|or)[,]?\s+"
    r"|you(?:'ll| will)? (?:may|might|can|could|should|must|need|have|want|probably|likely|would)?\s?(?:also |probably |likely |then |simply |either )?(?:need to|want to|have to|be able to|try to|wish to|do well to|be better off)?\s*"
    r"|(?:it )?(?:helps?|may help|might help|can help|is best|is better|works|is worth|pays) to\s+|(?:it's |it is )(?:worth|best|better|a good idea|wise|time) (?:to |)"
    r"|try (?:to |and )?(?!not\b)|make sure (?:to |that you |you )|be sure to |remember to |look to |aim to |attempt to |fix (?:it|this|that) by |correct (?:it|this|that) by |solve (?:it|this) by |work on |experiment with |consider |think about |focus on |opt to |start by |remedy: |cure: |fix: |(?:the )?(?:cure|fix|remedy|answer|solution) is to |(?:they|someone) (?:may|might|should|can) (?:want to |need to |have to )?)",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s*,?\s+(?:and/or|or else|and then|and|or|then|but)\s+(?:also |then |instead |simply |try to |try |to )?(?=(?:" + VERB + r"|" + r"[a-z]+ing)\b)|\s*[,;]\s+(?:and |or |then )?(?=" + VERB + r"\b)|\s*;\s+|\s+[–—-]\s+(?=" + VERB + r"\b)",
    re.IGNORECASE,
)
_STARTS_ACTION = re.compile(VERB + r"\b", re.IGNORECASE)
_GERUND = re.compile(r"[a-z-]+ing\b", re.IGNORECASE)
_TAIL = re.compile(r"[\s.!?,;:–—-]+$")


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space and closing punctuation."""
    while start < end and text[start] in " ,;:–—-\"'“":
        start += 1
    tail = _TAIL.search(text, start, end)
    return (start, tail.start() if tail else end)


_NO_ORDER = re.compile(
    r"(?:the|your|you|it|this|that|there|a|an|these|those|they|he|she|we|i|if|when|whenever|because|since|most|many|some|all|both|each|every|no|not|and|but|so|or|as|at|in|on|for|with|without|by|from|of|one|two|three|what|why|how|where|who|which|chances|usually|probably|often|generally|maybe|perhaps|too|more|less|fewer|only|even|just|any|my|their|its|our|after|before|during|once|though|although|while|until|unless|then|again|also|here|nearly|almost|most|blame|odds|nine|sometimes|typically|normally|[a-z]+ing|[a-z]+ly|[a-z]+'s|it's|that's|there's|they're|you're|you've|you'll)\b",
    re.IGNORECASE,
)


def actions(text: str, start: int, end: int, *, expected: bool = False) -> list[Span]:
    """The separate actions that a clause asks for, each from its verb on; empty when it asks for none.

    Where an order is `expected` (right behind a complaint) any first word that cannot open a statement is a verb.

    >>> text = "you may need to set up lower and/or ensure that the torso is inclined."
    >>> [text[a:b] for a, b in actions(text, 0, len(text))]
    ['set up lower', 'ensure that the torso is inclined']
    """
    begin = start
    hedged = False
    while True:
        hedge = _HEDGE.match(text, begin, end)
        if not hedge or hedge.end() == begin or hedge.end() >= end:
            break
        begin, hedged = hedge.end(), True
    if not (
        _STARTS_ACTION.match(text, begin, end)
        or (hedged and _GERUND.match(text, begin, end))
        or (hedged and _after_modal(text, start, begin))
        or (expected and text[begin:end].count(" ") >= 1 and not _NO_ORDER.match(text, begin, end))
    ):
        return []
    spans: list[Span] = []
    for split in _SPLIT.finditer(text, begin, end):
        before = trimmed(text, begin, split.start())
        if before[1] - before[0] < 4:  # noqa: PLR2004  # no action is that short
            continue
        spans.append(before)
        begin = split.end()
    spans.append(trimmed(text, begin, end))
    return [span for span in spans if span[1] > span[0]]


def _after_modal(text: str, start: int, begin: int) -> bool:
    """Whether what was skipped says "you should", so that any verb may follow."""
    return bool(re.search(r"\b(?:should|need to|have to|must|want to|may|might|can|could)\b", text[start:begin], re.IGNORECASE))
