"""What a page of our own form states outright, converted value by value; a wrong one becomes a finding."""

from collections.abc import Mapping
from typing import cast

import msgspec

from vastus.domain.claim import Claim
from vastus.domain.exercise import (
    Contraction,
    Demand,
    Dose,
    Exercise,
    Movement,
    MuscleInvolvement,
    Noise,
    Posture,
    Relation,
    Swap,
    Use,
)
from vastus.domain.page import Finding, Severity
from vastus.domain.source import Citation

_TYPES: Mapping[str, object] = {
    "family": str,
    "muscles": tuple[MuscleInvolvement, ...],
    "contraction": Contraction,
    "demands": tuple[Demand, ...],
    "posture": Posture,
    "noise": Noise,
    "movement": Movement,
    "dose": Dose,
    "uses": tuple[Use, ...],
    "relations": tuple[Relation, ...],
    "swaps": tuple[Swap, ...],
    "claims": tuple[Claim, ...],
    "citations": tuple[Citation, ...],
    "printed": dict[str, str],
}
"""The keys of an exercise that are stated, never read from prose, in the Markdown form; with their types."""


def read_stated(stated: Mapping[str, object], exercise_id: str) -> tuple[dict[str, object], list[Finding]]:
    """The stated values by field name, and a finding for each that does not fit the exercise of that id."""
    values: dict[str, object] = {}
    findings: list[Finding] = []
    for name, value in stated.items():
        kind = _TYPES.get(name)
        if kind is None or value is None:
            continue
        try:
            converted = _convert(value, kind)
            Exercise(exercise_id, "-", **{name: converted})  # type: ignore[arg-type]  # refuses what its type cannot
            values[name] = converted
        except (msgspec.ValidationError, ValueError, TypeError) as error:
            findings.append(
                Finding(
                    rule="wrong-value",
                    field=name,
                    severity=Severity.ERROR,
                    message=f"'{name}' cannot be read: {_sentence(error)}",
                    excerpt=str(value)[:120],
                    hint="docs/markdown-form.md shows what may stand there",
                )
            )
    return values, findings


def _convert(value: object, kind: object) -> object:
    return msgspec.convert(value, type=cast("type[object]", kind))


def _sentence(error: Exception) -> str:
    text = str(error)
    return text[:1].lower() + text[1:]
