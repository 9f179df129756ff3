"""What a page claims, and what came of checking it. Claims are computed when asked for, never stored stale."""

from collections.abc import Mapping
from enum import StrEnum

from vastus.domain.value import Value


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


class Basis(Value, frozen=True):
    """What a verdict rests on, in a sentence and, for a computation, its inputs and results by name with unit."""

    kind: BasisKind
    text: str
    numbers: Mapping[str, float] = {}


class Claim(Value, frozen=True):
    """Something that a page says, where it says it, and whether it holds."""

    kind: str
    says: str
    where: str
    verdict: Verdict
    basis: Basis
