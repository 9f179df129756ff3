"""What a gym has, and how a thing is called that it lacks."""

import re

from vastus.profile.tips.told import Told

# What a gym has besides the vocabulary's implements. A tip that lacks one of these lacks equipment.
_GYM_THING = re.compile(
    r"""
    \b(?=\w)(?:machines?|stations?|bars?|bench(?:es)?|attachments?|turf|pull-?downs?|press|equipment|gyms?|platforms?
    |blocks?|pads?|straps?|hills?|tracks?|pools?|stairs|steps?|handles?|balls?|boards?|boxes|racks?|anchors?
    |anchor\ points?|weights?|cuffs?|wheels?|rollers?|chairs?|stools?|gear|implements?|ghd|ghr|trx|prowlers?
    |ergs?|bikes?|vests?|loops?|studio)\b
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


def is_thing(told: Told, start: int, end: int) -> bool:
    """Whether the stretch names something that a gym has or lacks."""
    return told.names_thing(start, end) or _GYM_THING.search(told.lower, start, end) is not None


def noun(what: str) -> str:
    """A thing's name without its article, in the singular."""
    name = what.strip()
    while (shorter := _ARTICLE.sub("", name)) != name:
        name = shorter
    if name.endswith("s") and not name.endswith(_KEEPS_ITS_S):
        name = name[:-1]
    return name
