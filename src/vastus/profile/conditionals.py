"""Sentences taken apart: "if this, then that", and the actions that a sentence asks for."""

import re

from msgspec import Struct

from vastus.domain.page import Span
from vastus.prose.patterns import mentions

VERBS = frozenset(
    """
    absorb accelerate call brush hoist haul nail name pick accept achieve activate add adjust adopt advance aim
    align allow alternate anchor angle apply approach arch arrange ask attach avoid back balance bail be bend
    begin blow bow brace break breathe bring build bump buy carry catch center centre change check chalk choose
    clamp clean clear clench climb clip close come commit complete concentrate consider contract control cool
    correct count counter cover crawl cross crouch crush cue curl cut cycle decrease decelerate deload depress dial dig
    dip direct do don't double drag draw drill drive drop dry ditch dorsiflex ease elevate eliminate emphasise
    emphasize empty end engage ensure establish exaggerate exhale expand experiment explode extend externally
    face fall favor favour feel fight fill film find finish fix flare flatten flex flip focus fold follow force
    forget fully gather gently get give glance glide glue go grab gradually grasp grind grip grow guide
    half-kneel halve hang have hinge hit hold hook hop hug hunt imagine improve incline increase inhale initiate
    insert inspect interlace internally intertwine invert invest jam join jump keep kick kneel land lace lay
    lead lean learn leave lengthen let lie lift lighten limit load lock look loop loosen lower lunge maintain
    make march master match measure meet mind mirror mix modify monitor mount move narrow never nod nudge open
    opt organize pace pack pad pair park pause peel perform picture pin pinch pivot place plan plant play plug point
    pop position post practice practise preload prepare press pretend prevent prioritise prioritize program
    progress project prop pull pulse pump punch push put race rack raise reach readjust rebuild recheck record
    recover reduce refocus refrain regress regrip rehearse reinforce relax release relearn remember remind
    remove reopen repeat replace reposition re-rack rerack reset re-set resist rest restart restrict rethink
    retract retry return revert reverse revisit rewrap ride rinse rise rock roll rotate row run sandwich save
    scale scoop screw scrap seat secure select send set settle setup shake share shave shift shoot shorten
    shoulder show shove shrink shrug shuffle sink sit skip slacken slide slip slow smooth snap snug soften spend
    spin split spot spread sprint squash squat square squeeze stabilise stabilize stack stagger stand start stay
    steady steer step stick stiffen stop straighten straddle strap stretch strengthen strike strip strive stroll
    substitute suck supinate support suspend swallow swap sweep swing switch swivel tack tackle take tap taper
    tell tense test think thread throw tie tighten tilt tip toe touch track train transition treat trim try
    tuck tug turn
    twist unlock unload unrack untie use utilise utilize vary video visualise visualize wait walk warm watch
    wear wedge widen wiggle wind wipe work wrap zip
    """.split()
)
"""Verbs that coaching tips begin an action with."""

_WORD = re.compile(r"[a-z']+(?:-[a-z]+)*")


def is_order(lower: str, at: int, end: int) -> bool:
    """Whether an action's verb stands at `at` of a lower-case text."""
    word = _WORD.match(lower, at, end)
    if word is None:
        return False
    if word.group().endswith("ly") and word.group() not in VERBS:  # "barely clear the floor", but "apply pressure"
        word = _WORD.match(lower, word.end() + 1, end)
    return word is not None and word.group() in VERBS


_BEGINS_BESIDE = re.compile(
    r"(?:(?:[a-z]+ly|now|then|next|and)\s+)*(?:[a-z-]+ing|while|upon|with|without|from|as|at|in|on|during|through)\b"
)


def orders_behind(lower: str, start: int, end: int) -> bool:
    """Whether a sentence opens with what is done beside and goes on with an order: "while pressing, squeeze the bar".

    >>> text = "keeping the arms straight, lift the bar."
    >>> orders_behind(text, 0, len(text))
    True
    """
    if not _BEGINS_BESIDE.match(lower, start, end):
        return False
    for boundary in _COMMA.finditer(lower, start, end):
        if lower[boundary.start()] != ",":  # what follows is a sentence of its own
            return False
        if is_order(lower, boundary.end(), end):
            return True
    return False


# -- if this, then that -----------------------------------------------------------------------------------------------

_IF = re.compile(
    r"""
    (?:(?:and|but|also|so|likewise|similarly|conversely|again)[,\ ]+)?(?P<word>if|when|whenever|should|once
    |where|unless|in\ case|as\ soon\ as|(?:any|every|each)\ time|the\ (?:moment|minute|second))\s+
    """,
    re.VERBOSE,
)
# Each of the forms starts with one of few characters, so that the search can jump to them.
_COMMA = re.compile(r"[,;:]\s+")
_BOUNDARY = re.compile(
    r"[,;:\s–—](?:(?<=[,;:])\s+(?:then\b[,:]?\s+)?|(?<=\s)(?:[–—-]{1,2}\s+|then\b[,:]?\s+)|(?<=[–—])\s*)"
)
_NO_COMMA = ("then", " -", "–", "—")  # without any, commas and the like are the only boundaries
# What goes on with the condition behind a comma, so that the main clause is still to come.
_NOT_MAIN = re.compile(
    r"""
    (?:or|and|nor|as|which|who|especially|particularly|but|like|such|even|at|on|in|during|after|before|with
    |without|instead\ of|rather|not|than|for\ example|say|to|from|because|since|while|whether|and/or)\b
    """,
    re.VERBOSE,
)
# Where a main clause starts that no comma announces.
_MAIN_START = re.compile(
    r"""
    \b(?=\w)(?:you\ (?:can|may|might|should|could|need|will|must|are|have\ to|probably|likely)|you'(?:ll|re|ve)|try
    |simply|just|it(?:'s|\ is|\ will|\ may|\ means)|it'll|this\ (?:is|will|may|means)|that(?:'s|\ is)
    |the\ (?:\w+\ ){1,3}(?:is|are|will|should)|then)\b
    """,
    re.VERBOSE,
)
_OPEN_ENDED = (" that", " as", " what", " where", " how", " when", " if", " and", " or", " because", " than", " until")
_IF_LATER = re.compile(
    r"""
    (?<!\bas)(?<!\beven)(?<!\bonly)(?<!\bwould)[,;:]?\s+(?P<word>if|when|whenever|unless|as\ soon\ as
    |(?:any|every|each)\ time
    |the\ moment)\s+(?=(?:you|your|the|one|it|this|that|they|there|someone|any|both|either|form|pain|a|an|no|all
    |access|using|training|[a-z]+s)\b)
    """,
    re.VERBOSE,
)
_LATER_STEMS = ("if ", "when", "unless ", "soon as", "time ", "moment ")
SHORTEST_CLAUSE = 4  # characters; less is an abbreviation or a slip


class Conditional(Struct, frozen=True):
    """A sentence with a condition: where its clause and its main clause stand, and the word that opens it."""

    word: str
    clause: Span
    main: Span

    def is_leading(self) -> bool:
        """Whether the condition comes first."""
        return self.clause[0] < self.main[0]


def read_conditional(lower: str, start: int, end: int) -> Conditional | None:
    """The condition at the head of a sentence in lower case, or behind its main clause; None when there is none.

    >>> text = "if the bar drifts, pull it back."
    >>> found = read_conditional(text, 0, len(text))
    >>> text[slice(*found.clause)], text[slice(*found.main)]
    ('the bar drifts', 'pull it back.')
    """
    if _IF.match(lower, start, end):
        return leading_conditional(lower, start, end)
    later = _IF_LATER.search(lower, start, end) if mentions(lower, _LATER_STEMS) else None
    if not later:
        return None
    if lower[later.start() - 1] in _DASHES or later.group()[0] in _OPENING_MARKS:
        # a clause of its own: "…; if it hurts, use a sled"
        own = leading_conditional(lower, later.start("word"), end)
        if own:
            return own
    stop = end - 1 if end > start and lower[end - 1] in ".!?" else end
    return Conditional(later["word"], (later.end(), _clause_end(lower, later.end(), stop)), (start, later.start()))


_OPENING_MARKS = ";:"
_DASHES = "–—"
_AND_OR = re.compile(r"(?:and|or|then|but|so)\s+")


def _clause_end(lower: str, start: int, end: int) -> int:
    """Where a condition behind its main clause stops: at a semicolon, or at the comma of another order.

    >>> text = "stop between the poles if you are tall, or back up a step"
    >>> text[26 : _clause_end(text, 26, len(text))]
    'you are tall'
    """
    for boundary in _COMMA.finditer(lower, start, end):
        joint = _AND_OR.match(lower, boundary.end(), end)
        at = joint.end() if joint else boundary.end()
        if boundary.start() - start >= SHORTEST_CLAUSE and (lower[boundary.start()] == ";" or is_order(lower, at, end)):
            return boundary.start()
    return end


def leading_conditional(lower: str, start: int, end: int) -> Conditional | None:
    """The condition at the head of a sentence in lower case; None when it opens without one."""
    opening = _IF.match(lower, start, end)
    if not opening:
        return None
    start = opening.end()
    pattern = _BOUNDARY if mentions(lower, _NO_COMMA) else _COMMA
    for boundary in pattern.finditer(lower, start, end):
        is_then = "then" in boundary.group()
        if boundary.start() - start < SHORTEST_CLAUSE or (not is_then and _NOT_MAIN.match(lower, boundary.end())):
            continue
        return Conditional(opening["word"], (start, boundary.start()), (boundary.end(), end))
    for main in _MAIN_START.finditer(lower, start + 2 * SHORTEST_CLAUSE, end):
        before = lower[start : main.start()].rstrip()
        if " " in before and not before.endswith(_OPEN_ENDED):
            return Conditional(opening["word"], (start, main.start()), (main.start(), end))
    return None


# -- actions ----------------------------------------------------------------------------------------------------------

_HEDGE = re.compile(
    r"""
    (?:
    # filler in front of an order
    (?:then|so|simply|just|please|first|instead|and|but|also|perhaps|maybe|probably|usually|in\ that\ case|again
    |rather|either|next\ time|or|always|slowly|gently|slightly|deliberately|actively|really|if\ so
    |from\ there),?\s+
    # you may want to …
    |you(?:'ll|'d|'re|\ will)?\ (?:may|might|can|could|should|must|need|have|want|probably|likely
    |would)?\s?(?:also\ |probably\ |likely\ |then\ |simply\ |either\ |just\ |better\ off\ )?(?:need\ to|want\ to
    |have\ to|be\ able\ to|try\ to|wish\ to|do\ well\ to|do\ better\ to|be\ better\ off|be\ best\ off)?\s*
    # it helps to …
    |(?:it\ |this\ )?(?:'ll\ |will\ )?(?:usually\ |often\ )?(?:helps?|may\ help|might\ help|can\ help|is\ best
    |is\ better|works|is\ worth|pays)\ to\s+
    |(?:it's|it\ is|it\ may\ be|it\ might\ be)\ (?:worth|best|better|a\ good\ idea|wise|time|helpful|useful|okay
    |ok|fine)\ (?:to\ )?
    # try to …, make sure to …
    |try\ (?:to\ |and\ )(?!not\b)|try\ (?=[a-z-]+ing\b)|make\ sure\ (?:to\ |that\ you\ |you\ |you're\ )
    |be\ sure\ (?:to|that\ you|you)\ |remember\ to\ |look\ to\ |aim\ to|attempt\ to[ ]
    |(?:fix|correct|solve|cure|prevent|counter|combat|avoid)\ (?:it|this|that)\ by\ |work\ on[ ]
    |experiment\ with\ |consider|think\ about\ |focus\ on\ |concentrate\ on\ |opt\ to\ |start\ by\ |begin\ by[ ]
    |by\ (?=[a-z-]+ing\b)|take\ (?:the\ )?time\ to
    # the fix is to …
    |(?:remedy|cure|fix|solution|correction|answer):[ ]
    |(?:the\ )?(?:quick\ |easy\ |simple\ |best\ )*(?:cure|fix|remedy|answer|solution|correction)\ (?:is
    |here\ is)\ (?:to\ )?
    |(?:they|someone|he|she)\ (?:may|might|should|can)\ (?:want\ to\ |need\ to\ |have\ to\ )?
    |(?:a\ )?(?:good|better|useful|helpful|quick)\ (?:fix|cue|trick|drill)\ is\ to\ )
    """,
    re.VERBOSE,
)
_MODAL = re.compile(r"\b(?=\w)(?:should|need to|have to|must|want to|may|might|can|could|better off)\b")
_AND = r"(?:and/or|or\ else|and\ then|and|or|then|but)\s+(?:(?:also|then|instead|simply|try\ to|try|to|just)\s+)?"
_SPLIT = re.compile(
    rf"""
    [,;\s](?:(?<=[,;])\s+(?:{_AND})?(?=[a-z'])|(?<=\s)(?:{_AND}(?=[a-z'])|[–—-]\s+))
    """,
    re.VERBOSE,
)
_GERUND = re.compile(r"[a-z-]{2,}ing\b")
_TAIL_CHARACTERS = " \t\n.!?,;:–—-"
_HEAD_CHARACTERS = " ,;:–—-\"'“"
# Words that open a statement: no verb in a place where an order is expected.
_NO_ORDER = re.compile(
    r"""
    (?:the|your|you|it|this|that|there|a|an|these|those|they|he|she|we|i|if|when|whenever|because|since|most
    |many|some|all|both|each|every|no|not|and|but|so|or|as|at|in|on|for|with|without|by|from|of|one|two|three
    |what|why|how|where|who|which|chances|usually|probably|often|generally|maybe|perhaps|too|more|less|fewer
    |only|even|just|any|my|their|its|our|after|before|during|once|though|although|while|until|unless|then|again
    |also|here|nearly|almost|blame|odds|nine|sometimes|typically|normally|[a-z]+ing|[a-z]+ly
    |[a-z]+'(?:s|re|ve|ll|d))\b
    """,
    re.VERBOSE,
)


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space and punctuation at its ends."""
    while start < end and text[start] in _HEAD_CHARACTERS:
        start += 1
    while end > start and text[end - 1] in _TAIL_CHARACTERS:
        end -= 1
    return start, end


def actions(lower: str, start: int, end: int, *, expected: bool = False) -> list[Span]:
    """The separate actions that a clause in lower case asks for, each from its verb on; empty when it asks for none.

    Where an order is `expected` (right behind a complaint) any first word that cannot open a statement is a verb.

    >>> text = "you may need to set up lower and/or ensure that the torso is inclined."
    >>> [text[a:b] for a, b in actions(text, 0, len(text))]
    ['set up lower', 'ensure that the torso is inclined']
    """
    begin = _behind_hedges(lower, start, end)
    if not _asks(lower, (start, begin, end), expected=expected):
        return []
    spans: list[Span] = []
    for split in _SPLIT.finditer(lower, begin, end):
        if not _opens_action(lower, split, end):
            continue
        before = trimmed(lower, begin, split.start())
        if before[1] - before[0] >= SHORTEST_CLAUSE:
            spans.append(before)
            begin = split.end()
    spans.append(trimmed(lower, begin, end))
    return [span for span in spans if span[1] > span[0]]


def _behind_hedges(lower: str, start: int, end: int) -> int:
    begin = start
    while (hedge := _HEDGE.match(lower, begin, end)) and begin < hedge.end() < end:
        begin = hedge.end()
    return begin


def _asks(lower: str, at: tuple[int, int, int], *, expected: bool) -> bool:
    """Whether the clause asks for something, seen from its start, the end of its hedges, and its end."""
    start, begin, end = at
    if is_order(lower, begin, end):
        return True
    if begin > start and (_GERUND.match(lower, begin, end) or _MODAL.search(lower, start, begin)):
        return True
    return expected and lower.find(" ", begin, end) >= 0 and not _NO_ORDER.match(lower, begin, end)


def _opens_action(lower: str, split: re.Match[str], end: int) -> bool:
    """Whether what stands behind a comma or an "and" is an action of its own."""
    if is_order(lower, split.end(), end):
        return True
    mark = split.group().strip()
    if mark == ";":
        return True
    return mark not in ("", ",", "-", "–", "—") and _GERUND.match(lower, split.end(), end) is not None
