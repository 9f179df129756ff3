"""What is known of implements and demands for swaps.

`implements.csv`, `stand_ins.csv`, `swap_safety.csv` and `load_finding.csv`, read once and checked. Each row has its
source or its mark; most of them are judgement, and say so.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from vastus.domain.equipment import Equipment
from vastus.domain.exercise import ExerciseType
from vastus.domain.source import Confidence


class LoadKind(StrEnum):
    """Whether somebody who uses an implement can choose the load."""

    CHOSEN = "chosen"  # by plates or pieces of different weight
    STRETCH = "stretch"  # by length and thickness of a band
    GIVEN = "given"  # it weighs what it weighs
    OWN = "own"  # one's own weight or pace


@dataclass(frozen=True, slots=True)
class Implement:
    """One implement: its kind of resistance (None for what only supports), whether it is everywhere, its load."""

    resistance: str | None
    is_everywhere: bool
    load: LoadKind


@dataclass(frozen=True, slots=True)
class StandIn:
    """What may be used in place of an implement; `beside` limits it to exercises that need that, too.

    `as_load` limits it to exercises that count the load (a bar to hang from is none), `not_type` keeps it out of one
    type of training (powerlifting is about the bar). `off` is what it takes off a score, a judgement.
    """

    missing: Equipment
    use: Equipment
    beside: Equipment | None
    as_load: bool
    not_type: ExerciseType | None
    off: float
    what_changes: str


@dataclass(frozen=True, slots=True)
class SafetyNote:
    """What is safer or riskier, and where that comes from. `what` and `id` say when it applies."""

    what: str
    id: str
    effect: str
    when: str
    text: str
    mark: Confidence
    source: str


@dataclass(frozen=True, slots=True)
class LoadFinding:
    """Why no load is stated, and how to find it in two sets."""

    id: str
    why: str
    first: str
    second: str
    mark: Confidence
    source: str


@dataclass(frozen=True, slots=True)
class SwapFacts:
    """All four tables."""

    implements: Mapping[Equipment, Implement]
    stand_ins: tuple[StandIn, ...]
    safety: Mapping[tuple[str, str, str], tuple[SafetyNote, ...]]
    finding: Mapping[str, LoadFinding]

    @property
    def everywhere(self) -> frozenset[Equipment]:
        """What needs no mention."""
        return frozenset(each for each, row in self.implements.items() if row.is_everywhere)


def _table(name: str) -> list[dict[str, str]]:
    text = files("vastus.reference").joinpath(name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def swap_facts() -> SwapFacts:
    """The facts that ship with Vastus, read once.

    >>> swap_facts().implements[Equipment.SLED].resistance
    'ground'
    """
    implements = {
        Equipment(row["id"]): Implement(row["resistance"] or None, row["is_everywhere"] == "yes", LoadKind(row["load"]))
        for row in _table("implements.csv")
    }
    missing = [each for each in Equipment if each not in implements]
    if missing:
        raise ValueError(f"implements: no row for {', '.join(missing)}")
    safety: dict[tuple[str, str, str], tuple[SafetyNote, ...]] = {}
    for row in _table("swap_safety.csv"):
        key = (row["what"], row["id"], row["when"])
        note = SafetyNote(**{**row, "mark": Confidence(row["mark"])})  # type: ignore[arg-type]  # its columns
        safety[key] = (*safety.get(key, ()), note)
    return SwapFacts(
        implements=implements,
        stand_ins=tuple(
            StandIn(
                Equipment(row["for"]),
                Equipment(row["use"]),
                Equipment(row["beside"]) if row["beside"] else None,
                row["as_load"] == "yes",
                ExerciseType(row["not_type"]) if row["not_type"] else None,
                float(row["off"]),
                row["what_changes"],
            )
            for row in _table("stand_ins.csv")
        ),
        safety=safety,
        finding={
            row["id"]: LoadFinding(
                row["id"], row["why"], row["first"], row["second"], Confidence(row["mark"]), row["source"]
            )
            for row in _table("load_finding.csv")
        },
    )
