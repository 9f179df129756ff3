"""The page that describes the API, made from the API's own OpenAPI document: whatever is described is what is there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

import msgspec
from litestar import Request, get
from litestar.datastructures import State

from vastus.faces.answer import Answer
from vastus.faces.api.described import described
from vastus.faces.web.guard import SAFE
from vastus.faces.web.templates import page


class _Type(msgspec.Struct, frozen=True, rename="camel"):
    type: str | list[str] | None = None
    items: "_Type | None" = None
    one_of: "tuple[_Type, ...]" = ()
    default: str | int | float | bool | None = None


class _Example(msgspec.Struct, frozen=True):
    value: str | int | float | bool | None = None


class _Parameter(msgspec.Struct, frozen=True, rename={"where": "in"}):
    name: str
    where: str
    schema: _Type
    description: str = ""
    required: bool = False
    example: str | int | float | bool | None = None
    examples: dict[str, _Example] = {}

    @property
    def shown(self) -> str | None:
        """The value that the document gives as an example."""
        value = next((each.value for each in self.examples.values()), self.example)
        return None if value is None else str(value)


class _Body(msgspec.Struct, frozen=True):
    content: dict[str, object] = {}


class _Answer(msgspec.Struct, frozen=True):
    description: str = ""


class _Operation(msgspec.Struct, frozen=True, rename="camel"):
    summary: str = ""
    description: str = ""
    parameters: tuple[_Parameter, ...] = ()
    request_body: _Body | None = None
    responses: dict[str, _Answer] = {}


class _Info(msgspec.Struct, frozen=True):
    version: str


class Document(msgspec.Struct, frozen=True):
    """As much of an OpenAPI document as the page shows."""

    info: _Info
    paths: dict[str, dict[str, _Operation]]


@dataclass(frozen=True, slots=True)
class Setting:
    """A parameter: its name, where it stands, what type of value it takes, what for, and what holds without it."""

    name: str
    where: str
    type: str
    says: str
    default: str | None


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that can be asked: how, with what, and an example to type; `link` opens it where it changes nothing."""

    id: str
    method: str
    path: str
    title: str
    says: str
    settings: tuple[Setting, ...]
    bodies: tuple[str, ...]
    example: str
    link: str | None


@get("/api/v1/docs", sync_to_thread=False, include_in_schema=False)
def api_docs(request: Request[Any, Any, Any], state: State) -> Answer:
    """Everything that the API can be asked."""
    document = msgspec.convert(described(request, state), type=Document)
    found = list(operations(document, str(request.base_url).rstrip("/")))
    return page(
        "api_docs.html",
        state,
        version=document.info.version,
        reading=[each for each in found if each.method in SAFE],
        changing=[each for each in found if each.method not in SAFE],
    )


def operations(document: Document, root: str) -> Iterator[Operation]:
    """What an OpenAPI document says can be asked, in its order; `root` is where examples ask."""
    for path, methods in document.paths.items():
        for method, given in methods.items():
            address = root + _example_path(path, given.parameters)
            bodies = tuple(given.request_body.content) if given.request_body else ()
            yield Operation(
                id=f"{method}-{path.strip('/').replace('/', '-').replace('{', '').replace('}', '')}",
                method=method.upper(),
                path=path,
                title=given.summary or path,
                says=" ".join(given.description.split()),
                settings=tuple(map(_setting, given.parameters)),
                bodies=bodies,
                example=_curl(method, address, has_body=bool(bodies)),
                link=address.removeprefix(root) if method.upper() in SAFE else None,
            )


def _setting(given: _Parameter) -> Setting:
    default = given.schema.default
    said = None if default in (None, "") else str(default).lower() if isinstance(default, bool) else str(default)
    return Setting(given.name, given.where, _type(given.schema), given.description, said)


_TYPES = {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false"}


def _type(schema: _Type) -> str:
    kind = next((each for each in schema.one_of if each.type != "null"), schema)
    if kind.type == "array":
        return f"{_type(kind.items or _Type())}, several times"
    return _TYPES.get(str(kind.type), "value")


def _example_path(path: str, parameters: Sequence[_Parameter]) -> str:
    query: dict[str, str] = {}
    for given in parameters:
        if given.where == "path":
            path = path.replace(f"{{{given.name}}}", quote(given.shown or given.name))
        elif given.shown is not None:
            query[given.name] = given.shown
    return f"{path}?{urlencode(query)}" if query else path


def _curl(method: str, address: str, *, has_body: bool) -> str:
    if has_body:
        return (
            f"curl --data-binary @page.txt '{address}?dry_run=true&name=page.txt'\n"
            f"curl --form page=@page.html --form page=@catalog.json '{address}'"
        )
    flag = "" if method == "get" else f"-X {method.upper()} "
    output = " -o figure.png" if address.partition("?")[0].endswith(".png") else ""
    return f"curl {flag}'{address}'{output}"
