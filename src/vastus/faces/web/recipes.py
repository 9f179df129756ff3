"""Routes that are kept, called as what they are: functions of the library and an address.

The framework's own way to such a function costs more than most of them do (0.09 ms). What is not plain about an
address is left to that way, which tells what is wrong with it: here nothing is refused.
"""

from typing import Any

import msgspec
from litestar import Litestar, Request
from litestar.exceptions import HTTPException
from litestar.handlers import HTTPRouteHandler
from litestar.types import HTTPScope
from litestar.utils.path import normalize_path

from vastus.faces.answer import KEPT_KEY, Answer
from vastus.search.facets import FACETS

_BESIDE = frozenset({"state", "request", "facets"})  # what functions take beside parameters of an address


class Recipe:
    """How to call the function of one route."""

    def __init__(self, handler: HTTPRouteHandler) -> None:
        taken = handler.parsed_fn_signature.parameters
        self._function: Any = handler.fn
        self._fields = {name: field for name, field in taken.items() if name not in _BESIDE}
        self._beside = _BESIDE & taken.keys()

    def call(self, request: Request[Any, Any, Any], path_params: dict[str, Any]) -> Answer | None:
        """What the function answers; None where a parameter is not one of its own, or not of its type."""
        values, facets = dict(path_params), dict[str, list[str]]()
        for name, value in request.query_params.multi_items():
            field = self._fields.get(name)
            if field is None and name in FACETS and "facets" in self._beside:
                facets.setdefault(name, []).append(value)
            elif field is None or name in path_params:
                return None
            elif field.is_non_string_sequence:
                values.setdefault(name, []).append(value)
            elif field.annotation is str:
                values[name] = value
            else:
                try:
                    values[name] = msgspec.convert(value, field.annotation, strict=False)
                except msgspec.ValidationError:
                    return None
        beside = {"state": request.app.state, "request": request, "facets": facets}
        answer = self._function(**values, **{name: beside[name] for name in self._beside})
        return answer if isinstance(answer, Answer) else None


class Recipes:
    """The recipes of an application's routes, each made when it is first needed."""

    def __init__(self, app: Litestar) -> None:
        self._app = app
        self._of: dict[Any, Recipe | None] = {}

    def answer(self, scope: HTTPScope) -> Answer | None:
        """The answer to a GET request for a route that is kept; None where the framework has to be asked."""
        try:
            _, handler, _, path_params, _ = self._app.asgi_router.handle_routing(normalize_path(scope["path"]), "GET")
        except HTTPException:  # there is no such route
            return None
        if handler not in self._of:
            is_kept = isinstance(handler, HTTPRouteHandler) and KEPT_KEY in handler.opt
            self._of[handler] = Recipe(handler) if is_kept else None
        recipe = self._of[handler]
        if recipe is None or scope["root_path"]:
            return None
        scope["app"] = scope["litestar_app"] = self._app  # as the framework does; a request finds it there
        request = Request[Any, Any, Any](scope)
        try:
            return recipe.call(request, path_params)
        except Exception as error:  # as the framework does: what an error becomes is told in one place
            tell = self._app.exception_handlers.get(Exception)
            if tell is None:
                raise
            return tell(request, error)
