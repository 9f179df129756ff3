"""The OpenAPI document: Litestar's of the routes, with what they answer and an example of each, taken from the library.

Examples are real answers: each route is asked about an exercise that is there.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

import msgspec
from litestar import Litestar, Request, get
from litestar.datastructures import State
from litestar.exceptions import HTTPException, PermissionDeniedException
from litestar.routes import HTTPRoute

from vastus.domain.exercise import MAX_SLUG, SLUG, Exercise
from vastus.domain.query import MAX_LIMIT
from vastus.errors import CannotUndo, DiskFull, QueryError, StoreError, UnknownExercise, VastusError
from vastus.faces.answer import JSON, KEPT, PROBLEM_JSON, Answer
from vastus.faces.api import shapes
from vastus.faces.api.sled import computed

_ROOT = "/api/v1"
_REFERENCE = "#/components/schemas/{name}"
_FEW = 2  # rows of a long list that an example shows

_Json = dict[str, Any]
_Tell = Callable[[Request[Any, Any, Any], Exception], Answer]


@dataclass(frozen=True, slots=True)
class _About:
    """The type of a route's answer, and what to ask it for an example, given an exercise's id and name."""

    answer: Any
    ask: Callable[[str, str], Mapping[str, object]] = field(default=lambda _, __: {})
    is_long: bool = False
    by: Callable[[State, Mapping[str, Any]], Answer] | None = None  # where the route itself takes the request


def _by_id(exercise_id: str, _: str) -> Mapping[str, object]:
    return {"exercise_id": exercise_id}


_ANSWERS: Mapping[str, _About] = {
    "/exercises": _About(shapes.ExerciseList, lambda _, name: {"facets": {}, "q": name, "limit": 1}),
    "/exercises/{exercise_id}": _About(Exercise, _by_id),
    "/exercises/{exercise_id}/claims": _About(shapes.Claims, _by_id),
    "/exercises/{exercise_id}/revisions": _About(shapes.Revisions, _by_id),
    "/exercises/{exercise_id}/relations": _About(shapes.Relations, _by_id),
    "/exercises/{exercise_id}/swaps": _About(
        shapes.Swaps, lambda exercise_id, _: {"exercise_id": exercise_id, "limit": 1}
    ),
    "/sled": _About(
        shapes.SledNumbers, lambda _, __: {"mass": "100kg", "surface": "turf_gym"}, by=lambda _, given: computed(given)
    ),
    "/facets": _About(shapes.FacetCounts, lambda _, name: {"facets": {}, "q": name}),
    "/suggest": _About(list[shapes.Named], lambda _, name: {"q": max(name.split(), key=len)[:4]}),
    "/vocabularies": _About(shapes.VocabularyLists, is_long=True),
    "/health": _About(shapes.Health),
    "/imports": _About(shapes.Batches, is_long=True),
    "/imports/{number}": _About(shapes.OneBatch, lambda _, __: {"number": 1}),  # the shipped library's own
}
_CHANGES: Mapping[str, tuple[str, Any]] = {
    "/import": ("post", shapes.ImportReport),
    "/imports/{number}": ("delete", shapes.Undone),
}
_REFUSING: Mapping[str, str] = {"/import": "Nothing at all could be read; the problem says why, page by page"}
"""Changes that answer 422 with a problem of their own shape."""
_ERRORS: Mapping[str, VastusError] = {
    "400": QueryError("there is no facet 'muscel'", "did you mean 'muscle'?"),
    "404": UnknownExercise("sled-psuh", ("sled-push",)),
    "503": StoreError("the database is busy: something else is writing to it; try again"),
}
_ERRORS_OF_CHANGES: Mapping[str, Exception] = {
    "403": PermissionDeniedException("this request comes from another site's page"),
    "409": CannotUndo(2, "sled-push: it was edited since (batch 3); undo 3 first"),
    "413": HTTPException("that is more than 16 MB", status_code=413),
    "507": DiskFull("there is no room left on the disk; nothing was kept"),
}
"""What only a request that changes something can run into."""


@get("/openapi.json", sync_to_thread=False, include_in_schema=False, opt=KEPT)
def openapi(request: Request[Any, Any, Any], state: State) -> Answer:
    """This API in the words of OpenAPI 3.1."""
    return Answer(msgspec.json.encode(described(request, state)), media_type=JSON)


def described(request: Request[Any, Any, Any], state: State) -> _Json:
    """The document of an application, with examples from its library."""
    app = request.app
    document = cast("_Json", msgspec.to_builtins(app.openapi_schema.to_schema()))
    changes = [answer for _, answer in _CHANGES.values()]
    types = [*(about.answer for about in _ANSWERS.values()), *changes, shapes.NothingRead, shapes.Problem]
    schemas, components = msgspec.json.schema_components(types, ref_template=_REFERENCE)
    document.setdefault("components", {}).setdefault("schemas", {}).update(components)
    first = state.parts.reader.rows()[0]
    asked = _handlers(app)
    for (path, about), schema in zip(_ANSWERS.items(), schemas, strict=False):
        if _ROOT + path not in document["paths"]:
            continue  # in read-only
        operation = document["paths"][_ROOT + path]["get"]
        content: _Json = {"schema": schema}
        values = about.ask(first.id, first.name)
        answer = about.by(state, values) if about.by else asked[_ROOT + path](state=state, **values)
        content["example"] = _example(answer, is_long=about.is_long)
        for parameter in operation.get("parameters", ()):
            if parameter["name"] in values:
                parameter["example"] = values[parameter["name"]]
        operation["responses"]["200"]["content"] = {JSON: content}
    tell = cast("_Tell", app.exception_handlers[Exception])  # type: ignore[reportUnknownMemberType]
    problems = {status: msgspec.json.decode(tell(request, error).content) for status, error in _ERRORS.items()}
    for (path, (method, _)), schema in zip(_CHANGES.items(), schemas[len(_ANSWERS) :], strict=False):
        operation = document["paths"].get(_ROOT + path, {}).get(method)
        if operation:
            operation["responses"]["200"]["content"] = {JSON: {"schema": schema}}
            if path in _REFUSING:
                operation["responses"]["422"] = {
                    "description": _REFUSING[path], "content": {PROBLEM_JSON: {"schema": schemas[-2]}}
                }  # fmt: skip
    of_changes = {
        status: msgspec.json.decode(tell(request, error).content) for status, error in _ERRORS_OF_CHANGES.items()
    }
    for operations in document["paths"].values():
        for method, operation in operations.items():
            _tell_errors(operation, problems if method == "get" else problems | of_changes, schemas[-1])
    return document


def _handlers(app: Litestar) -> Mapping[str, Callable[..., Answer]]:
    """What answers GET, by path as the document writes it."""
    return {
        route.path.replace(":str", "").replace(":int", ""): cast("Callable[..., Answer]", handler.fn)
        for route in app.routes
        if isinstance(route, HTTPRoute)
        for handler in route.route_handlers
        if "GET" in handler.http_methods
    }


def _example(answer: Answer, *, is_long: bool) -> object:
    found = msgspec.json.decode(answer.content)
    return {name: rows[:_FEW] for name, rows in found.items()} if is_long else found


def _tell_errors(operation: _Json, problems: Mapping[str, _Json], schema: _Json) -> None:
    """Errors are problems, whatever Litestar thinks they look like."""
    parameters = operation.get("parameters", ())
    for status, example in problems.items():
        if status == "404" and not any(each["in"] == "path" for each in parameters):
            continue
        operation["responses"][status] = {
            "description": example["title"],
            "content": {PROBLEM_JSON: {"schema": schema, "example": example}},
        }
    for parameter in parameters:
        if parameter["name"] == "limit":
            parameter["schema"] |= {"minimum": 1, "maximum": MAX_LIMIT}
        if parameter["name"] == "exercise_id":
            parameter["schema"] |= {"pattern": f"^{SLUG.pattern}$", "maxLength": MAX_SLUG}
        parameter["schema"] = _plain(parameter["schema"])


def _plain(schema: _Json) -> _Json:
    """A parameter's schema without null: what is not given is not given."""
    kinds = [each for each in schema.get("oneOf", ()) if each != {"type": "null"}]
    if len(kinds) != 1:
        return schema
    return {name: value for name, value in schema.items() if name != "oneOf"} | kinds[0]
