"""The application: API and pages together, what an error becomes, and what every answer carries."""

import logging
from collections.abc import Container
from typing import Any

import msgspec
from litestar import Litestar, Request, Router
from litestar.config.compression import CompressionConfig
from litestar.connection import ASGIConnection
from litestar.datastructures import State
from litestar.exceptions import HTTPException, MethodNotAllowedException, NotFoundException, ValidationException
from litestar.handlers import BaseRouteHandler
from litestar.openapi import OpenAPIConfig
from litestar.plugins import PluginProtocol
from litestar.plugins.core import MsgspecDIPlugin
from litestar.types import Message, Scope

from vastus.errors import (
    CannotUndo,
    ChangedMeanwhile,
    DiskFull,
    GearError,
    MechanicsError,
    NothingLeft,
    PageError,
    QuantityError,
    QueryError,
    StoreError,
    UnknownBatch,
    UnknownExercise,
    UsageError,
    VastusError,
)
from vastus.faces.answer import HTML, PACKED_KEY, PROBLEM_JSON, Answer
from vastus.faces.api.hints import over_http
from vastus.faces.api.importing import API_CHANGES
from vastus.faces.api.routes import ROUTES
from vastus.faces.api.shapes import Problem
from vastus.faces.api.sled import sled
from vastus.faces.cli.parts import Parts
from vastus.faces.web.api_docs import api_docs
from vastus.faces.web.calculator import sled_page
from vastus.faces.web.changes import CHANGES
from vastus.faces.web.door import Door
from vastus.faces.web.files import static_files
from vastus.faces.web.heads import HeadedApp
from vastus.faces.web.kept import Kept, KeptAnswers, KeptApp
from vastus.faces.web.pages import PAGES
from vastus.faces.web.templates import render
from vastus.reference.vocabulary import vocabularies
from vastus.version import VERSION

_HEADERS = {
    "content-security-policy": (
        "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; connect-src 'self'; "
        "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}
_STATUS: tuple[tuple[type[VastusError], int, str], ...] = (
    (QueryError, 400, "The question cannot be understood"),
    (QuantityError, 400, "That number cannot be read"),
    (MechanicsError, 400, "That sled cannot be"),
    (GearError, 400, "That sled or surface cannot be yours"),
    (NothingLeft, 404, "Nothing is left to do instead"),
    (UsageError, 400, "That cannot be done like this"),
    (UnknownExercise, 404, "There is no such exercise"),
    (UnknownBatch, 404, "There is no such import"),
    (CannotUndo, 409, "That cannot be taken back"),
    (ChangedMeanwhile, 409, "Somebody else changed that meanwhile"),
    (PageError, 422, "The page cannot be read"),
    (DiskFull, 507, "There is no room left"),
    (StoreError, 503, "The library cannot be used just now"),
)
_MOST_PATH = 200  # characters of an address in an answer
_LOG = logging.getLogger(__name__)


def _problem(request: Request[Any, Any, Any], error: Exception) -> Answer:
    """Any error: problem+json under /api, a page elsewhere. What is not ours is told without its inside."""
    status, title, detail, hint = 500, "A fault in Vastus itself", "Please report what you did.", None
    for family, code, name in _STATUS:
        if isinstance(error, family):
            status, title, detail, hint = code, name, str(error), error.hint
            break
    else:
        if isinstance(error, HTTPException):
            status, title = error.status_code, _TITLES.get(error.status_code, "That did not work")
            detail = _sentence(error, request)
        else:
            _LOG.error("a fault while answering %s", request.scope["path"][:_MOST_PATH], exc_info=error)
    headers = error.headers if isinstance(error, HTTPException) else None
    path = request.scope["path"][:_MOST_PATH]  # `url` would read the Host header, too, which may be what is wrong
    if path.startswith("/api/") or path.endswith(".json"):
        problem = Problem("about:blank", title, status, over_http(detail), hint and over_http(hint), path)
        return Answer(msgspec.json.encode(problem), media_type=PROBLEM_JSON, status_code=status, headers=headers)
    can_change, near = bool(request.app.state.get("can_change")), ()
    if isinstance(error, UnknownExercise | UnknownBatch):
        title = detail
    if isinstance(error, UnknownExercise):
        near = request.app.state.parts.reader.rows_of(error.nearest)
    known = vocabularies()
    text = render(
        "error.html",
        title=title,
        detail=detail,
        hint=hint,
        status=status,
        near=near,
        known=known,
        can_change=can_change,
    )
    return Answer(text.encode(), media_type=HTML, status_code=status, headers=headers)


def _sentence(error: HTTPException, request: Request[Any, Any, Any]) -> str:
    """What is wrong with a request, where Litestar says it in no sentence."""
    if isinstance(error, ValidationException) and isinstance(error.extra, list):
        wrong = [f"'{each.get('key')}' is not what it should be ({each.get('message')})" for each in error.extra]
        return "; ".join(wrong)
    if isinstance(error, NotFoundException):
        return "there is nothing under this address"
    if isinstance(error, MethodNotAllowedException):
        return f"this address does not answer {request.method}"
    return error.detail


_TITLES = {
    400: "That cannot be understood",
    403: "That is not for this page to do",
    404: "There is no such page",
    405: "That cannot be done here",
    413: "That is too much at once",
}


_RAW_HEADERS = [(name.encode(), value.encode()) for name, value in _HEADERS.items()]


async def _guard(message: Message, _: Scope) -> None:
    """Put the headers that protect the reader on every answer, files and errors too."""
    if message["type"] == "http.response.start":
        said = {name for name, _ in message["headers"]}  # a drawing has a policy of its own
        message["headers"] = [*message["headers"], *(each for each in _RAW_HEADERS if each[0] not in said)]


async def _nothing_here(_: ASGIConnection[Any, Any, Any, Any], __: BaseRouteHandler) -> None:
    raise NotFoundException


def _no_second_document() -> Router:
    """Where Litestar puts its own OpenAPI document, which cannot be left out: ours has answers and examples."""
    return Router("/api/v1/schema", route_handlers=[], include_in_schema=False, guards=[_nothing_here])


class _OwnApp(HeadedApp, KeptApp):
    """An application of our own nouns: structs and dataclasses.

    Litestar makes every application ready for the models of pydantic and attrs as well, where they are installed, and
    Typer brings pydantic. We have no such models, and importing it takes a tenth of a second of every start.
    """

    @staticmethod
    def _get_default_plugins(plugins: list[PluginProtocol]) -> list[PluginProtocol]:
        return [*plugins, MsgspecDIPlugin()]


def make_app(parts: Parts, hosts: Container[str], *, read_only: bool = False) -> Litestar:
    """The application over a working instance; it answers only to these hosts, in read-only without a way to change."""
    return _OwnApp(
        KeptAnswers(hosts, parts.reader.state, Kept(), _RAW_HEADERS),
        route_handlers=[
            *PAGES,
            api_docs,
            ROUTES,
            sled_page,
            sled,
            *(() if read_only else (*CHANGES, API_CHANGES)),
            static_files(),
        ],
        state=State({"parts": parts, "can_change": not read_only}),
        middleware=[Door(hosts)],
        compression_config=CompressionConfig(
            "gzip", minimum_size=700, gzip_compress_level=5, exclude_opt_key=PACKED_KEY
        ),
        exception_handlers={Exception: _problem},
        before_send=[_guard],
        openapi_config=OpenAPIConfig(
            "Vastus", VERSION, openapi_router=_no_second_document(), use_handler_docstrings=True
        ),
        debug=False,
        logging_config=None,  # Litestar's would set up the root logger of whoever makes an application
    )
