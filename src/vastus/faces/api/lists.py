"""Lists and their counts over HTTP: every facet is a parameter, and a parameter that is none is refused."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Any

import msgspec
from litestar import Request, get
from litestar.datastructures import State
from litestar.openapi.spec import Example, Operation, Parameter, Schema
from litestar.openapi.spec.enums import OpenAPIType
from litestar.params import QueryParameter

from vastus.errors import QueryError
from vastus.faces.answer import JSON, KEPT, Answer
from vastus.faces.json import found_json
from vastus.search.facets import FACETS
from vastus.usecases.find_exercises import ask, find_exercises

_NO_PARAMETERS = frozenset({"request", "state", "exercise_id"})  # what handlers take beside parameters of the address

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


def _facets(request: Request[Any, Any, Any]) -> dict[str, list[str]]:
    """The facets among the parameters of an address."""
    found: dict[str, list[str]] = {}
    for name, value in request.query_params.multi_items():
        if name in FACETS:
            found.setdefault(name, []).append(value)
    return found


async def all_known(request: Request[Any, Any, Any]) -> None:
    """Refuse a parameter that a route does not take: it would be a filter that filters nothing.

    Raises:
        QueryError: there is one.
    """
    handler = request.route_handler
    taken = [each for each in handler.parsed_fn_signature.parameters if each not in _NO_PARAMETERS]
    if handler.operation_class is _FacetOperation:
        taken += FACETS
    for name in request.query_params:
        if name not in taken:
            hint = f"there are {', '.join(taken)}" if taken else "this address takes none"
            raise QueryError(f"there is no parameter '{name[:40]}' here", hint)


def listed(
    state: State,
    q: str = "",
    limit: int = 20,
    cursor: str | None = None,
    facets: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> Answer:
    """One page of what fits a question."""
    query = ask(q, facets, state.parts.known, limit=limit, cursor=cursor)
    return Answer(
        found_json(find_exercises(query, state.parts.index, state.parts.reader, state.parts.known)), media_type=JSON
    )


def counted(state: State, q: str = "", facets: Mapping[str, Sequence[str]] = MappingProxyType({})) -> Answer:
    """How many fit a question, and how many of these have each value of a facet."""
    answer = state.parts.index.search(ask(q, facets, state.parts.known, limit=1))
    return Answer(msgspec.json.encode({"total": answer.total, "facets": answer.facets}), media_type=JSON)


@get("/exercises", sync_to_thread=False, opt=KEPT, summary="Search the library", operation_class=_FacetOperation)
def list_exercises(
    request: Request[Any, Any, Any], state: State, q: Text = "", limit: Limit = 20, cursor: Cursor = None
) -> Answer:
    """The exercises that fit, best first, with counts by facet that are right under the other filters."""
    return listed(state, q, limit, cursor, _facets(request))


@get("/facets", sync_to_thread=False, opt=KEPT, summary="Counts by facet", operation_class=_FacetOperation)
def facets(request: Request[Any, Any, Any], state: State, q: Text = "") -> Answer:
    """How many exercises have each value, under a query."""
    return counted(state, q, _facets(request))
