"""What an address may say behind its `?`: a parameter that a route does not take is refused.

It would be a filter that filters nothing, or a `dryrun` that stores.
"""

from typing import Any

from litestar import Request
from litestar.handlers import BaseRouteHandler

from vastus.errors import QueryError
from vastus.search.facets import FACETS

BESIDE = frozenset({"state", "request", "facets"})
"""What the functions of routes take beside parameters of an address; `facets` are all of these parameters together."""


def taken_by(handler: BaseRouteHandler) -> tuple[str, ...]:
    """The names that the route takes from its address, as the address writes them."""
    fields = handler.parsed_fn_signature.parameters
    own = (getattr(each.kwarg_definition, "name", None) or name for name, each in fields.items() if name not in BESIDE)
    return (*own, *(FACETS if "facets" in fields else ()))


async def all_known(request: Request[Any, Any, Any]) -> None:
    """Refuse a parameter that a route does not take; OPTIONS takes whatever the other methods do.

    Raises:
        QueryError: there is one.
    """
    if request.method == "OPTIONS":
        return
    taken = [each for each in taken_by(request.route_handler) if each not in request.path_params]
    for name in request.query_params:
        if name not in taken:
            hint = f"there are {', '.join(taken)}" if taken else "this address takes none"
            raise QueryError(f"there is no parameter '{name[:40]}' here", hint)
