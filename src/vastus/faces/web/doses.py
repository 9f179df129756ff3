"""A dose as a card shows it: the amount large, the rest by name."""

from dataclasses import dataclass

from vastus.domain.exercise import Dose
from vastus.faces.labels import range_words
from vastus.faces.measures import UnitSystem, distance_words


@dataclass(frozen=True, slots=True)
class DoseParts:
    """`amount` is sets and what a set holds; `rest` are names and values."""

    amount: str | None
    rest: tuple[tuple[str, str], ...]


def dose_parts(dose: Dose, system: UnitSystem) -> DoseParts:
    """The parts of a dose that its page gives."""
    held = [
        *([range_words(dose.reps, " reps")] if dose.reps else ()),
        *([range_words(dose.steps, " steps")] if dose.steps else ()),
        *([distance_words(dose.distance_m, system)] if dose.distance_m else ()),
        *([range_words(dose.time_s, " s")] if dose.time_s else ()),
    ]
    amount = " or ".join(held)
    if dose.sets:
        sets = range_words(dose.sets)
        amount = f"{sets} × {amount}" if amount else f"{sets} set{'' if dose.sets.high == 1 else 's'}"
    rest = (
        ("Load", dose.load),
        ("Rest", dose.rest_s and range_words(dose.rest_s, " s")),
        ("Effort", dose.effort_rpe and f"{range_words(dose.effort_rpe)} of 10"),
        ("Weekly", dose.per_week and f"{range_words(dose.per_week)} times"),
    )
    return DoseParts(amount or None, tuple((name, value) for name, value in rest if value))
