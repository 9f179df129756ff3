"""The routes of /api/v1. Each calls one use case and encodes what it gives."""

from typing import Any

import msgspec
from litestar import Router, get
from litestar.datastructures import State

from vastus.faces.answer import JSON, KEPT, Answer
from vastus.faces.api.described import openapi
from vastus.faces.api.figures import FIGURES, Id
from vastus.faces.api.lists import Text, count_facets, list_exercises
from vastus.faces.api.parameters import all_known
from vastus.faces.api.swaps import swaps
from vastus.faces.json import exercise_json, stored_object
from vastus.search.facets import COUNTED
from vastus.usecases.check_claims import check_claims
from vastus.usecases.find_exercises import ask
from vastus.usecases.relate_exercises import relate
from vastus.version import VERSION

_MOST_SUGGESTED = 8


def _json(content: bytes) -> Answer:
    return Answer(content, media_type=JSON)


@get("/exercises/{exercise_id:str}", sync_to_thread=False, opt=KEPT, summary="One exercise, whole")
def one_exercise(state: State, exercise_id: Id) -> Answer:
    """The exercise under an id that it has or had."""
    return _json(exercise_json(state.parts.reader.get(exercise_id).exercise))


@get(
    "/exercises/{exercise_id:str}/claims",
    sync_to_thread=False,
    opt=KEPT,
    summary="What a page claims, and whether it holds",
)
def claims(state: State, exercise_id: Id) -> Answer:
    """Every claim with its verdict and what that rests on, computed from the exercise as it is now."""
    exercise = state.parts.reader.get(exercise_id).exercise
    return _json(msgspec.json.encode({"id": exercise.id, "claims": check_claims(exercise)}))


@get(
    "/exercises/{exercise_id:str}/revisions",
    sync_to_thread=False,
    opt=KEPT,
    summary="Everything that an exercise has been",
)
def revisions(state: State, exercise_id: Id) -> Answer:
    """Its revisions and the user's edits, oldest first."""
    reader = state.parts.reader
    stored = reader.get(exercise_id)
    history = reader.history(stored.exercise.id)
    return _json(msgspec.json.encode({**stored_object(stored), "history": history}))


@get("/exercises/{exercise_id:str}/relations", sync_to_thread=False, opt=KEPT, summary="What stands near an exercise")
def relations(state: State, exercise_id: Id) -> Answer:
    """Easier, harder and other exercises of its family, whether its own page names them or theirs names it."""
    parts = state.parts
    related = relate(parts.reader.get(exercise_id), parts.index, parts.reader)
    return _json(
        msgspec.json.encode(
            {
                name: [
                    {"kind": each.kind, "id": each.row.id, "name": each.row.name, "what_changes": each.what_changes}
                    for each in getattr(related, name)
                ]
                for name in ("easier", "harder", "others")
            }
            | {"family": [{"id": row.id, "name": row.name} for row in related.family]}
        )
    )


@get("/suggest", sync_to_thread=False, opt=KEPT, summary="Names for what is half typed")
def suggest(state: State, q: Text = "") -> Answer:
    """The best few names."""
    parts = state.parts
    ids = parts.index.search(ask(q, {}, parts.known, limit=_MOST_SUGGESTED), counts=False).ids
    return _json(msgspec.json.encode([{"id": row.id, "name": row.name} for row in parts.reader.rows_of(ids)]))


@get("/vocabularies", sync_to_thread=False, opt=KEPT, summary="The ids that fields take")
def vocabularies(state: State) -> Answer:
    """Every closed list, with labels and other words for the same."""
    known = state.parts.known
    tables: dict[str, Any] = {
        "muscle": known.groups, "equipment": known.equipment, "type": known.types, "level": known.level,
        "force": known.force, "mechanics": known.mechanics, "laterality": known.laterality,
    }  # fmt: skip
    answer: dict[str, object] = {
        name: [
            {
                "id": row.value,
                "label": row.label,
                "synonyms": row.synonyms,
                "source": row.source,
            }
            for row in table.rows.values()
        ]
        for name, table in tables.items()
    }
    return _json(msgspec.json.encode(answer | {"facets": COUNTED}))


@get("/health", sync_to_thread=False, summary="Whether the library can be read")
def health(state: State) -> Answer:
    """The version and how many exercises there are."""
    return _json(msgspec.json.encode({"status": "ok", "version": VERSION, "exercises": len(state.parts.index)}))


ROUTES = Router(
    "/api/v1",
    before_request=all_known,
    route_handlers=[
        list_exercises,
        one_exercise,
        claims,
        revisions,
        relations,
        swaps,
        count_facets,
        suggest,
        vocabularies,
        health,
        openapi,
        *FIGURES,
    ],
)
