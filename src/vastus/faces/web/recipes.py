"""Routes that are kept, called as what they are: functions of the library and an address.

The framework's own way to such a function costs more than most of them do (0.09 ms). What is not plain about an
address is left to that way, which tells what is wrong with it: here nothing is refused.
"""

from collections.abc import Callable
from typing import Any, cast

import msgspec
from litestar import Litestar, Request
from litestar.exceptions import HTTPException
from litestar.handlers import HTTPRouteHandler
from litestar.types import HTTPScope
from litestar.utils.path import normalize_path

from vastus.faces.answer import KEPT_KEY, Answer
from vastus.faces.api.parameters import BESIDE
from vastus.search.facets import FACETS

_TEXTS = (str, str | None)  # what is as it was given
_Request = Request[Any, Any, Any]
_Tell = Callable[[_Request, Exception], Answer]


class Recipe:
    """How to call the function of one route."""

    def __init__(self, handler: HTTPRouteHandler) -> None:
        taken = handler.parsed_fn_signature.parameters
        self._function: Any = handler.fn
        fields = [(name, field) for name, field in taken.items() if name not in BESIDE]
        self._types = {name: field.annotation for name, field in fields}
        self._lists = {name for name, field in fields if field.is_non_string_sequence}
        self._beside = BESIDE & taken.keys()

    def call(self, request: _Request, path_params: dict[str, Any]) -> Answer | None:
        """What the function answers; None where a parameter is not one of its own, or not of its type."""
        values, facets = dict(path_params), dict[str, list[str]]()
        for name, value in request.query_params.multi_items():
            kind = self._types.get(name)
            if kind is None and name in FACETS and "facets" in self._beside:
                facets.setdefault(name, []).append(value)
            elif kind is None or name in path_params:
                return None
            elif name in self._lists:
                values.setdefault(name, []).append(value)
            else:
                try:
                    values[name] = value if kind in _TEXTS else msgspec.convert(value, kind, strict=False)
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
            plain = handler if isinstance(handler, HTTPRouteHandler) and KEPT_KEY in handler.opt else None
            self._of[handler] = plain and Recipe(plain)
        recipe = self._of[handler]
        if recipe is None or scope["root_path"]:
            return None
        scope["app"] = scope["litestar_app"] = self._app  # as the framework does; a request finds it there
        request: _Request = Request(scope)
        try:
            return recipe.call(request, path_params)
        except Exception as error:  # as the framework does: what an error becomes is told in one place
            tell = cast("_Tell | None", self._app.exception_handlers.get(Exception))  # type: ignore[reportUnknownMemberType]
            if tell is None:
                raise
            return tell(request, error)
