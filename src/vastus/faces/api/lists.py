"""Lists and their counts over HTTP: every facet is a parameter."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

import msgspec
from litestar import Request, get
from litestar.datastructures import State
from litestar.di import NamedDependency, Provide
from litestar.openapi.spec import Example, Operation, Parameter, Schema
from litestar.openapi.spec.enums import OpenAPIType
from litestar.params import QueryParameter

from vastus.faces.answer import JSON, KEPT, Answer
from vastus.faces.json import found_json
from vastus.search.facets import FACETS
from vastus.usecases.find_exercises import ask, find_exercises

Text = Annotated[
    str,
    QueryParameter(
        description="Words, 'phrases' in quotation marks, muscle:quads, -level:advanced.",
        examples=[Example(value="muscle:quads -equipment:sled")],
    ),
]
Limit = Annotated[int, QueryParameter(description="How many, 1 to 500.")]
Cursor = Annotated[str | None, QueryParameter(description="Where the last answer stopped: its `next`.")]


@dataclass
class _FacetOperation(Operation):
    """An operation that takes every facet as a parameter, beside its own."""

    def __post_init__(self) -> None:
        words = Schema(type=OpenAPIType.ARRAY, items=Schema(type=OpenAPIType.STRING))
        facets = [Parameter(name, "query", words, description=f"Any of these values of {name}.") for name in FACETS]
        self.parameters = [*(self.parameters or ()), *facets]


def given_facets(request: Request[Any, Any, Any]) -> Mapping[str, Sequence[str]]:
    """The facets among the parameters of an address."""
    found: dict[str, list[str]] = {}
    for name, value in request.query_params.multi_items():
        if name in FACETS:
            found.setdefault(name, []).append(value)
    return found


Facets = NamedDependency[Mapping[str, Sequence[str]]]
_FACETS = {"facets": Provide(given_facets, sync_to_thread=False)}


@get(
    "/exercises",
    sync_to_thread=False,
    opt=KEPT,
    summary="Search the library",
    operation_class=_FacetOperation,
    dependencies=_FACETS,
)
def list_exercises(state: State, facets: Facets, q: Text = "", limit: Limit = 20, cursor: Cursor = None) -> Answer:
    """The exercises that fit, best first, with counts by facet that are right under the other filters."""
    parts = state.parts
    query = ask(q, facets, parts.known, limit=limit, cursor=cursor)
    return Answer(found_json(find_exercises(query, parts.index, parts.reader, parts.known)), media_type=JSON)


@get(
    "/facets",
    sync_to_thread=False,
    opt=KEPT,
    summary="Counts by facet",
    operation_class=_FacetOperation,
    dependencies=_FACETS,
)
def count_facets(state: State, facets: Facets, q: Text = "") -> Answer:
    """How many exercises have each value, under a query."""
    answer = state.parts.index.search(ask(q, facets, state.parts.known, limit=1))
    return Answer(msgspec.json.encode({"total": answer.total, "facets": answer.facets}), media_type=JSON)
