"""What studies say, and which hazards there are: rows of `evidence.csv` and `hazards.csv`, in our own words.

A row says to which structure of an exercise it applies (implement, push or pull, direction of travel, words in the
name, a muscle) and never names an exercise's id. Its mark is kept as the source's reading earned it.
"""

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from vastus.domain.anatomy import MuscleGroup
from vastus.domain.claim import Verdict
from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Travel
from vastus.domain.source import Confidence


@dataclass(frozen=True, slots=True)
class Applies:
    """The structure that a row speaks of; what is None may be anything."""

    implement: Equipment | None
    action: str | None
    travel: Travel | None
    contact: str | None = None
    named: re.Pattern[str] | None = None

    @property
    def narrowness(self) -> int:
        """How many things it asks for."""
        return sum(each is not None for each in (self.implement, self.action, self.travel, self.contact, self.named))


@dataclass(frozen=True, slots=True)
class Evidence:
    """A statement of one or more sources, and what it makes of claims of one kind about such exercises."""

    id: str
    kind: str
    applies: Applies
    muscle: MuscleGroup | None
    words: re.Pattern[str] | None  # what the claim must speak of
    verdict: Verdict
    says: str
    source: str
    mark: Confidence


@dataclass(frozen=True, slots=True)
class Hazard:
    """What may hurt somebody who does such an exercise; `unless` finds pages that speak of it."""

    id: str
    applies: Applies
    says: str
    why: str
    unless: re.Pattern[str]
    source: str
    mark: Confidence


def _rows(name: str) -> list[dict[str, str]]:
    text = files("vastus.reference").joinpath(name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def _words(cell: str) -> re.Pattern[str] | None:
    return re.compile(rf"\b(?:{cell})") if cell else None


def _applies(row: dict[str, str]) -> Applies:
    return Applies(
        Equipment(row["implement"]) if row["implement"] else None,
        row["action"] or None,
        Travel(row["travel"]) if row["travel"] else None,
        row.get("contact") or None,
        _words(row.get("named", "")),
    )


@cache
def evidence() -> tuple[Evidence, ...]:
    """The evidence that ships with Vastus, narrowest rows first; read once."""
    rows = [
        Evidence(
            row["id"],
            row["kind"],
            _applies(row),
            MuscleGroup(row["muscle"]) if row["muscle"] else None,
            _words(row["words"]),
            Verdict(row["verdict"]),
            row["says"],
            row["source"],
            Confidence(row["mark"]),
        )
        for row in _rows("evidence.csv")
    ]
    return tuple(sorted(rows, key=lambda row: -row.applies.narrowness - (row.words is not None)))


@cache
def hazards() -> tuple[Hazard, ...]:
    """The hazards that ship with Vastus; read once."""
    return tuple(
        Hazard(
            row["id"],
            _applies(row),
            row["says"],
            row["why"],
            re.compile(rf"\b(?:{row['unless']})"),
            row["source"],
            Confidence(row["mark"]),
        )
        for row in _rows("hazards.csv")
    )
