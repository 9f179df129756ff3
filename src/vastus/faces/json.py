"""The JSON shapes that other programs rely on; the CLI and the API print the same bytes.

Those of imports and checks are in `json_reports`: they need the parsers, and looking things up does without.
"""

import msgspec

from vastus.domain.anatomy import MuscleGroup
from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Exercise, ExerciseType, Level
from vastus.domain.library import ListRow, Stored
from vastus.usecases.find_exercises import Found


def exercise_json(exercise: Exercise) -> bytes:
    """One exercise, whole."""
    return msgspec.json.encode(exercise)


class Line(msgspec.Struct, frozen=True):
    """An exercise as a line of a list."""

    id: str
    name: str
    type: ExerciseType | None
    equipment: tuple[Equipment, ...] | None
    target: tuple[MuscleGroup, ...] | None
    secondary: tuple[MuscleGroup, ...] | None
    level: Level | None
    license: str | None

    @classmethod
    def of(cls, row: ListRow) -> "Line":
        """The line of a row."""
        return cls(row.id, row.name, row.type, row.equipment, row.target, row.secondary, row.level, row.license)


def found_json(found: Found) -> bytes:
    """One page of a search's answer; what is wider and near only where nothing fits."""
    answer: dict[str, object] = {
        "total": found.total,
        "items": [Line.of(row) for row in found.items],
        "facets": found.facets,
        "next": found.next,
    }
    if not found.total:
        answer["wider"] = found.wider
        answer["near"] = [Line.of(row) for row in found.near]
    return msgspec.json.encode(answer)


def stored_object(stored: Stored) -> dict[str, object]:
    """What the library knows about an exercise beside its page."""
    return {
        "id": stored.exercise.id,
        "origin": stored.origin,
        "revision": stored.revision,
        "at": stored.at,
        "keys": stored.keys,
        "overlay": stored.overlay,
        "former_ids": stored.former_ids,
        "replaced_by": stored.replaced_by,
    }
