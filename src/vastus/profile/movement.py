"""Where the athlete faces and goes, where the page says so."""

import re
from collections.abc import Sequence

from vastus.domain.exercise import Facing, Movement, Travel
from vastus.domain.page import Span, Words
from vastus.prose.sentences import plain

_FACING = re.compile(
    r"\b(?:facing|face|turned|turn)\s+(?:(?P<away>away from|out from|the (?:opposite|other) (?:way|direction))|(?P<toward>towards?|the (?:sled|machine|bar|box|bench|anchor|cable|stack|wall|rig|tire|post)\b)|(?P<side>sideways (?:to|on)|side-?on to|perpendicular to))",
    re.IGNORECASE,
)
_TRAVEL = re.compile(
    r"\b(?:walk|step|stride|march|run|sprint|backpedal|shuffle|move|travel|drag|lunge|hop|crawl|go)(?:s|ing)?\s+(?:it |the \w+ |yourself |slowly |quickly |straight |with \w+ \w+ )?(?:(?P<backward>backwards?)|(?P<forward>forwards?|straight ahead)|(?P<lateral>laterally|sideways|to the side))\b",
    re.IGNORECASE,
)
_GATE = re.compile(r"fac(?:e|ing)|turn|backward|forward|lateral|sideways|straight ahead", re.IGNORECASE)


def read_movement(steps: Sequence[Words]) -> Movement | None:
    """Facing and travel from the instructions; None when they say neither."""
    facing: Facing | None = None
    travel: Travel | None = None
    span: Span | None = None
    for words in steps:
        text = plain(words.text)
        if not _GATE.search(text):
            continue
        if facing is None and (found := _FACING.search(text)):
            facing = Facing(found.lastgroup or "")
            span = words.span(*found.span())
        if travel is None and (found := _TRAVEL.search(text)):
            travel = Travel(found.lastgroup or "")
            span = span or words.span(*found.span())
    return Movement(facing, travel, span) if facing or travel else None
