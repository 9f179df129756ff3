"""Numbers beyond what is possible or sensible, in what a page says: energy, holds, sets, repetitions, loads.

Only numbers with their unit are read, and what a sentence denies or tells of a week is left alone: where a rule is
unsure it stays silent. The bounds are rows of `limits.csv`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vastus.check.claims.places import Sentence, read_sentences, shortened
from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Exercise
from vastus.domain.page import Finding, Severity
from vastus.prose.patterns import mentions
from vastus.reference.limits import Limit, limits
from vastus.units import quantity

_NUMBER = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?"
_SPREAD = rf"(?:(?:{_NUMBER})\s?(?:-|–|to|or)\s?)?(?P<number>{_NUMBER})"  # of a range the higher end
_ENERGY = re.compile(
    rf"(?<![\d.,]){_SPREAD}\s?(?:kcals?|cals?|(?:kilo)?calories)\b[^.;\d]{{0,25}}?"
    rf"\b(?:per|an?|each|every|in(?: just| only| about| under)?|for every)\s"
    rf"(?:(?P<count>{_NUMBER})[\s-]?)?(?P<per>rep|repetition|sec|second|min|minute|hour|hr)s?\b"
)
_HOLD = re.compile(
    r"\b(?:hold|holding|held|pause|pausing)\b[^.;,\d]{0,40}?\bfor\s"
    rf"(?:up to |about |at least |around |another |a full |over )?{_SPREAD}[\s-]?"
    r"(?P<per>sec|second|min|minute|hour|hr|s)s?\b"
)
_NO_HOLD = re.compile(r"\b(?:pace|speed|tempo|rhythm|conversation|talk|zone|intensity|heart rate|cadence)\b")
_SETS = re.compile(rf"(?<![\d.,]){_SPREAD}\ssets\b")
_REPETITIONS = re.compile(rf"(?<![\d.,]){_SPREAD}\s(?:reps|repetitions)\b")
_MASS = re.compile(
    rf"(?<![\d.,]){_SPREAD}\s?(?P<per>kg|kgs|kilos?|kilograms?|lbs?|pounds?|tons?|tonnes?)\b"
    r"(?! (?:of (?:force|pressure|thrust)|total|in total|person|athlete|lifter|man|woman))"
)
_DENIED = re.compile(r"\b(?:no|not|never|nobody|none|cannot|myth|impossible|without|record|records)\b|n't\b")
_LONG_RUN = re.compile(r"\b(?:weeks?|weekly|months?|years?|career|lifetime|total|altogether|volume)\b")
_SECONDS = {"s": 1, "sec": 1, "second": 1, "min": 60, "minute": 60, "hour": 3600, "hr": 3600}
_IN_HAND = frozenset(
    {
        Equipment.BARBELL, Equipment.DUMBBELL, Equipment.KETTLEBELL,
        Equipment.EZ_BAR, Equipment.FAT_BAR, Equipment.TRAP_BAR,
    }
)  # fmt: skip
_UNITS = {"k": "kg", "l": "lb", "p": "lb"}
_SIGNS = ("cal", "hold", "held", "paus", "sets", "rep", "kg", "kilo", "lb", "pound", "ton")


@dataclass(frozen=True, slots=True)
class Excess:
    """A number of a page that is beyond a limit: `amount` is in the limit's unit, `says` are the page's words."""

    limit: Limit
    amount: float
    says: str
    sentence: Sentence


def excesses(exercise: Exercise) -> Iterator[Excess]:
    """Every number in overview, steps and tips that is beyond its limit; one for each sentence and limit."""
    in_hand = bool(_IN_HAND.intersection(exercise.equipment or ()))
    for sentence in read_sentences(exercise):
        lower = sentence.lower
        if not mentions(lower, _SIGNS) or not any(map(str.isdigit, lower)) or _DENIED.search(lower):
            continue
        found = {limit: (amount, at) for limit, amount, at in _amounts(lower, is_in_hand=in_hand)}
        for name, (amount, at) in found.items():
            yield Excess(limits()[name], amount, sentence.text[at[0] : at[1]].strip(), sentence)


def _amounts(lower: str, *, is_in_hand: bool) -> Iterator[tuple[str, float, tuple[int, int]]]:
    """The numbers of a sentence that are beyond a limit: its id, the amount in its unit, and where it stands."""
    for found in _ENERGY.finditer(lower):
        count = _amount(found["count"]) if found["count"] else 1.0
        per = found["per"]
        name = "energy_repetition" if per.startswith("rep") else "energy_minute"
        span = count if per.startswith("rep") else count * _SECONDS[per] / 60
        if span > 0:
            yield from _beyond(name, _amount(found["number"]) / span, found.span())
    if not _NO_HOLD.search(lower):
        for found in _HOLD.finditer(lower):
            yield from _beyond("hold", _amount(found["number"]) * _SECONDS[found["per"]], found.span())
    if not _LONG_RUN.search(lower):
        for name, pattern in (("sets", _SETS), ("repetitions", _REPETITIONS)):
            for found in pattern.finditer(lower):
                yield from _beyond(name, _amount(found["number"]), found.span())
        for found in _MASS.finditer(lower) if is_in_hand else ():
            unit = _UNITS.get(found["per"][0])
            mass = quantity(_amount(found["number"]), unit).si if unit else _amount(found["number"]) * 1000
            yield from _beyond("bar_load", mass, found.span())


def _beyond(name: str, amount: float, span: tuple[int, int]) -> Iterator[tuple[str, float, tuple[int, int]]]:
    if amount > limits()[name].most:
        yield name, amount, span


def _amount(digits: str) -> float:
    """The number that digits say.

    >>> _amount("5,000")
    5000.0
    """
    return float(digits.replace(",", ""))


def check_limits(exercise: Exercise) -> Iterator[Finding]:
    """A finding for every such number: what it is, the bound, and what the bound rests on."""
    for excess in excesses(exercise):
        limit, where = excess.limit, excess.sentence.where
        yield Finding(
            rule="beyond-limit",
            field="overview" if where == "overview" else "instructions" if where.startswith("step") else "tips",
            severity=Severity.WARNING,
            message=f"{where} says “{shortened(excess.says, 60)}”: {limit.what} beyond {limit.most:,.0f}",
            excerpt=shortened(excess.sentence.text),
            hint=f"{limit.says[0].lower()}{limit.says[1:]} [{limit.mark}]; is its unit right?",
            span=excess.sentence.owner.span if excess.sentence.owner else None,
        )
