"""The routes of /api/v1. Each calls one use case and encodes what it gives."""

from typing import Annotated, Any

import msgspec
from litestar import Router, get
from litestar.datastructures import State
from litestar.openapi.spec import Example
from litestar.params import FromQuery, QueryParameter

from vastus.domain.query import Query
from vastus.faces.answer import JSON, KEPT, Answer
from vastus.faces.api.described import openapi
from vastus.faces.api.figures import FIGURES, Id
from vastus.faces.api.swaps import swaps
from vastus.faces.json import exercise_json, found_json, stored_object
from vastus.search.facets import COUNTED
from vastus.usecases.check_claims import check_claims
from vastus.usecases.find_exercises import ask, find_exercises
from vastus.usecases.relate_exercises import relate
from vastus.version import VERSION

_MOST_SUGGESTED = 8

Text = Annotated[
    str,
    QueryParameter(
        description="Words, 'phrases' in quotation marks, muscle:quads, -level:advanced.",
        examples=[Example(value="muscle:quads -equipment:sled")],
    ),
]
Limit = Annotated[int, QueryParameter(description="How many, 1 to 500.")]
Cursor = Annotated[str | None, QueryParameter(description="Where the last answer stopped: its `next`.")]


def _json(content: bytes) -> Answer:
    return Answer(content, media_type=JSON)


def _query(state: State, q: str, limit: int, cursor: str | None, facets: dict[str, list[str]]) -> Query:
    return ask(q, facets, state.parts.known, limit=limit, cursor=cursor)


@get("/exercises", sync_to_thread=False, opt=KEPT, summary="Search the library")
def list_exercises(  # noqa: PLR0913, PLR0917  # every facet is a parameter
    state: State,
    q: Text = "",
    limit: Limit = 20,
    cursor: Cursor = None,
    muscle: FromQuery[list[str] | None] = None,
    equipment: FromQuery[list[str] | None] = None,
    kind: Annotated[list[str] | None, QueryParameter(name="type")] = None,
    level: FromQuery[list[str] | None] = None,
    force: FromQuery[list[str] | None] = None,
    mechanics: FromQuery[list[str] | None] = None,
    laterality: FromQuery[list[str] | None] = None,
) -> Answer:
    """The exercises that fit, best first, with counts by facet that are right under the other filters."""
    facets = {
        "muscle": muscle, "equipment": equipment, "type": kind, "level": level, "force": force, "mechanics": mechanics,
        "laterality": laterality,
    }  # fmt: skip
    query = _query(state, q, limit, cursor, {name: values for name, values in facets.items() if values})
    return _json(found_json(find_exercises(query, state.parts.index, state.parts.reader, state.parts.known)))


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


@get("/facets", sync_to_thread=False, opt=KEPT, summary="Counts by facet")
def facets(state: State, q: Text = "") -> Answer:
    """How many exercises have each value, under a query."""
    answer = state.parts.index.search(_query(state, q, 1, None, {}))
    return _json(msgspec.json.encode({"total": answer.total, "facets": answer.facets}))


@get("/suggest", sync_to_thread=False, opt=KEPT, summary="Names for what is half typed")
def suggest(state: State, q: Text = "") -> Answer:
    """The best few names."""
    parts = state.parts
    ids = parts.index.search(_query(state, q, _MOST_SUGGESTED, None, {}), counts=False).ids
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
    route_handlers=[
        list_exercises,
        one_exercise,
        claims,
        revisions,
        relations,
        swaps,
        facets,
        suggest,
        vocabularies,
        health,
        openapi,
        *FIGURES,
    ],
)
