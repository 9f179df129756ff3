"""The JSON shapes that other programs rely on; the CLI and the API print the same bytes.

Those of imports and checks are in `json_reports`: they need the parsers, and looking things up does without.
"""

import msgspec

from vastus.domain.exercise import Exercise
from vastus.domain.library import ListRow, Stored
from vastus.usecases.find_exercises import Found


def exercise_json(exercise: Exercise) -> bytes:
    """One exercise, whole."""
    return msgspec.json.encode(exercise)


def row_object(row: ListRow) -> dict[str, object]:
    """An exercise as a line of a list."""
    return {
        "id": row.id,
        "name": row.name,
        "type": row.type,
        "equipment": row.equipment,
        "target": row.target,
        "secondary": row.secondary,
        "level": row.level,
        "license": row.license,
    }


def found_json(found: Found) -> bytes:
    """One page of a search's answer; what is wider and near only where nothing fits."""
    answer: dict[str, object] = {
        "total": found.total,
        "items": [row_object(row) for row in found.items],
        "facets": found.facets,
        "next": found.next,
    }
    if not found.total:
        answer["wider"] = found.wider
        answer["near"] = [row_object(row) for row in found.near]
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
