"""Where the athlete faces and goes, where the page says so."""

import re
from collections.abc import Sequence

from vastus.domain.exercise import Facing, Movement, Travel
from vastus.domain.page import Span
from vastus.prose.passage import Passage
from vastus.prose.patterns import any_of, mentions, whole_words

_LOAD = any_of("sled", "machine", "bar", "box", "bench", "anchor", "cable", "stack", "wall", "rig", "tire", "post")
_FACING = whole_words(
    any_of("facing", "face", "turned", "turn")
    + r"\s+"
    + any_of(
        "(?P<away>away from|out from|the (?:opposite|other) (?:way|direction))",
        rf"(?P<toward>towards?|the {_LOAD}\b)",
        "(?P<side>sideways (?:to|on)|side-?on to|perpendicular to)",
    )
)
_GO = any_of(
    "walk", "step", "stride", "march", "run", "sprint", "backpedal", "shuffle", "move", "travel", "drag", "lunge",
    "hop", "crawl", "go",
)  # fmt: skip
_TRAVEL = whole_words(
    rf"{_GO}(?:s|ing)?\s+(?:it |the \w+ |yourself |slowly |quickly |straight |with \w+ \w+ )?"
    + any_of("(?P<backward>backwards?)", "(?P<forward>forwards?|straight ahead)", "(?P<lateral>laterally|sideways)")
)
_FACING_STEMS = ("fac", "turn")
_TRAVEL_STEMS = ("backward", "forward", "lateral", "sideways", "straight ahead")


def read_movement(steps: Sequence[Passage]) -> Movement | None:
    """Facing and travel from the instructions; None when they say neither."""
    facing: tuple[str, Span | None] | None = None
    travel: tuple[str, Span | None] | None = None
    for each in steps:
        if not facing and mentions(each.lower, _FACING_STEMS):
            facing = _found(_FACING, each)
        if not travel and mentions(each.lower, _TRAVEL_STEMS):
            travel = _found(_TRAVEL, each)
    if not facing and not travel:
        return None
    return Movement(
        Facing(facing[0]) if facing else None,
        Travel(travel[0]) if travel else None,
        facing[1] if facing else travel[1] if travel else None,
    )


def _found(pattern: re.Pattern[str], each: Passage) -> tuple[str, Span | None] | None:
    found = pattern.search(each.lower)
    return (found.lastgroup or "", each.words.span(*found.span())) if found else None
