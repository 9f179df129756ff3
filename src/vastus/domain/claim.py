"""What a page claims, and what came of checking it. Claims are computed when asked for, never stored stale."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Verdict(StrEnum):
    """What checking a claim came to."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    DEPENDS = "depends"
    UNTESTED = "untested"
    OPINION = "opinion"


class BasisKind(StrEnum):
    """What a verdict rests on."""

    COMPUTATION = "computation"
    CITATION = "citation"
    PAGE = "page"
    OPINION = "opinion"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Basis:
    """What a verdict rests on, in a sentence and, for a computation, its inputs and results by name with unit."""

    kind: BasisKind
    text: str
    numbers: Mapping[str, float] = field(default_factory=dict[str, float])


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that a page says, where it says it, and whether it holds."""

    kind: str
    says: str
    where: str
    verdict: Verdict
    basis: Basis
