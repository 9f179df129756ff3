"""What a number on a page cannot well exceed: rows of `limits.csv`, each with its reason, source and mark."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from vastus.domain.source import Confidence


@dataclass(frozen=True, slots=True)
class Limit:
    """The most that a quantity can be, in `unit`, and why; a mark of A says that the bound is our judgement."""

    id: str
    most: float
    unit: str
    what: str
    says: str
    source: str
    mark: Confidence


@cache
def limits() -> Mapping[str, Limit]:
    """The limits that ship with Vastus, by id; read once."""
    text = files("vastus.reference").joinpath("limits.csv").read_text("utf-8")
    return {
        row["id"]: Limit(
            row["id"],
            float(row["most"]),
            row["unit"],
            row["what"],
            row["says"],
            row["source"],
            Confidence(row["mark"]),
        )
        for row in csv.DictReader(text.splitlines())
    }
