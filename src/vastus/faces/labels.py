"""What ids are called for people, and doses and relations in words; every face that is read says the same."""

from typing import Any

from vastus.domain.exercise import Demand, Dose, Range, RelationKind, StepKind, TipKind
from vastus.domain.source import Confidence
from vastus.reference.demands import DEMAND_LABELS
from vastus.reference.vocabulary import Vocabularies, Vocabulary

TIP_LABELS = {
    TipKind.FAULT: "Fault",
    TipKind.SUBSTITUTE: "Substitute",
    TipKind.INDIVIDUAL: "Depends on you",
    TipKind.PROGRAMMING: "Programming",
    TipKind.SAFETY: "Safety",
    TipKind.CUE: "Cue",
}
STEP_LABELS = {
    StepKind.LOAD: "Load",
    StepKind.SET_UP: "Set up",
    StepKind.EXECUTE: "Do",
    StepKind.REPEAT: "Repeat",
    StepKind.OTHER: "Step",
}
MARK_LABELS = {
    Confidence.VERIFIED: "read",
    Confidence.DERIVED: "derived",
    Confidence.UNVERIFIED: "general",
    Confidence.JUDGEMENT: "judgement",
}
RELATION_LABELS = {
    RelationKind.VARIATION_OF: "a variation of",
    RelationKind.PROGRESSION_OF: "harder than",
    RelationKind.REGRESSION_OF: "easier than",
    RelationKind.OPPOSITE_OF: "the opposite of",
}


_VOCABULARIES = {
    "muscle": "groups", "target": "groups", "equipment": "equipment", "type": "types", "level": "level",
    "force": "force", "mechanics": "mechanics", "laterality": "laterality",
}  # fmt: skip


def words(value: str) -> str:
    """An id as words."""
    return value.replace("_", " ").replace("-", " ")


def facet_label(facet: str, value: str, known: Vocabularies) -> str:
    """What a facet's value is called."""
    if facet == "equipment" and value == "none":
        return "No equipment"
    name = _VOCABULARIES.get(facet)
    table: Vocabulary[Any] | None = getattr(known, name) if name else None
    match = table.find(value) if table else None
    if facet == "demand" and value in DEMAND_LABELS:
        label = DEMAND_LABELS[Demand(value)]
    else:
        label = table.label(match.value) if table and match else words(value)
    return label[:1].upper() + label[1:]


def range_words(value: Range, unit: str = "") -> str:
    """A range with its unit: "10–15 m"."""
    low, high = f"{value.low:g}", f"{value.high:g}"
    return f"{low if low == high else f'{low}–{high}'}{unit}"


def dose_words(dose: Dose) -> str:
    """A dose in words: "4–6 sets of 10–15 m, rest 60–90 s, effort 5–6 of 10"."""
    amounts = [
        range_words(value, unit)
        for value, unit in (
            (dose.reps, " reps"), (dose.steps, " steps"), (dose.distance_m, " m"), (dose.time_s, " s"),
        )
        if value
    ]  # fmt: skip
    parts: list[str] = []
    if dose.sets:
        parts.append(f"{range_words(dose.sets)} sets" + (f" of {' or '.join(amounts)}" if amounts else ""))
    else:
        parts += amounts
    if dose.load:
        parts.append(dose.load)
    for value, text in (
        (dose.rest_s, "rest {} s"),
        (dose.effort_rpe, "effort {} of 10"),
        (dose.per_week, "{} times a week"),
    ):
        if value:
            parts.append(text.format(range_words(value)))
    return ", ".join(parts)
