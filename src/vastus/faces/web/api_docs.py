"""The page that describes the API, made from the API's own OpenAPI document: whatever is described is what is there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import quote, urlencode

from litestar import Request, get
from litestar.datastructures import State

from vastus.faces.answer import HTML, Answer
from vastus.faces.web.guard import SAFE
from vastus.faces.web.templates import render

_METHODS = ("get", "post", "put", "patch", "delete")


@dataclass(frozen=True, slots=True)
class Setting:
    """A parameter: its name, where it stands, what type of value it takes, and what for."""

    name: str
    where: str
    type: str
    says: str
    default: str | None
    is_required: bool


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
    answers: tuple[tuple[str, str], ...]
    example: str
    link: str | None
    changes: bool


@get("/api/v1/docs", sync_to_thread=False, include_in_schema=False)
def api_docs(request: Request[Any, Any, Any], state: State) -> Answer:
    """Everything that the API can be asked."""
    schema = cast("dict[str, Any]", request.app.openapi_schema.to_schema())
    root = str(request.base_url).rstrip("/")
    found = list(operations(schema, root))
    text = render(
        "api_docs.html", known=state.parts.known, can_change=state.can_change, version=schema["info"]["version"],
        reading=[each for each in found if not each.changes], changing=[each for each in found if each.changes], root=root,
    )  # fmt: skip
    return Answer(text.encode(), media_type=HTML)


def operations(schema: Mapping[str, Any], root: str) -> Iterator[Operation]:
    """The operations of an OpenAPI document, in its order."""
    for path, methods in schema["paths"].items():
        for method in _METHODS:
            if method in methods:
                yield _operation(path, method, methods[method], root)


def _operation(path: str, method: str, given: Mapping[str, Any], root: str) -> Operation:
    parameters: list[Mapping[str, Any]] = given.get("parameters", [])
    address = root + _example_path(path, parameters)
    is_safe = method.upper() in SAFE
    bodies = tuple(given.get("requestBody", {}).get("content", {}))
    return Operation(
        id=f"{method}-{path.strip('/').replace('/', '-').replace('{', '').replace('}', '')}",
        method=method.upper(),
        path=path,
        title=given.get("summary", path),
        says=" ".join(str(given.get("description", "")).split()),
        settings=tuple(map(_setting, parameters)),
        bodies=bodies,
        answers=tuple((code, _meaning(code, answer)) for code, answer in sorted(given.get("responses", {}).items())),
        example=_curl(method, address, has_body=bool(bodies)),
        link=address.removeprefix(root) if is_safe else None,
        changes=not is_safe,
    )


_MEANINGS = {"200": "It was done.", "400": "The request cannot be understood; the sentence says why."}


def _meaning(code: str, answer: Mapping[str, Any]) -> str:
    return _MEANINGS.get(code) or str(answer.get("description", ""))


def _setting(given: Mapping[str, Any]) -> Setting:
    schema: Mapping[str, Any] = given.get("schema", {})
    default = schema.get("default")
    return Setting(
        given["name"],
        given["in"],
        _type(schema),
        given.get("description", ""),
        None if default in (None, "") else str(default).lower() if isinstance(default, bool) else str(default),
        bool(given.get("required")),
    )


def _type(schema: Mapping[str, Any]) -> str:
    kinds = [each for each in schema.get("oneOf", [schema]) if each.get("type") != "null"]
    kind = kinds[0] if kinds else {}
    if kind.get("type") == "array":
        return f"{_type(kind.get('items', {}))}, several times"
    return {"string": "text", "integer": "whole number", "boolean": "true or false"}.get(kind.get("type", ""), "value")


def _example_of(given: Mapping[str, Any]) -> str | None:
    """The value that the document gives as an example."""
    examples = given.get("examples") or {}
    values = examples.values() if isinstance(examples, dict) else examples
    first: Any = next(iter(values), None)
    value = first.get("value") if isinstance(first, dict) else first
    return None if value is None else str(value)


def _example_path(path: str, parameters: list[Mapping[str, Any]]) -> str:
    query: dict[str, str] = {}
    for given in parameters:
        value = _example_of(given)
        if given["in"] == "path":
            path = path.replace(f"{{{given['name']}}}", quote(value or given["name"]))
        elif given["in"] == "query" and value is not None:
            query[given["name"]] = value
    return f"{path}?{urlencode(query)}" if query else path


def _curl(method: str, address: str, *, has_body: bool) -> str:
    if has_body:
        return f"curl --data-binary @page.txt '{address}?dry_run=true&name=page.txt'\ncurl --form page=@page.html --form page=@catalog.json '{address}'"  # fmt: skip
    flag = "" if method == "get" else f"-X {method.upper()} "
    output = " -o figure.png" if address.partition("?")[0].endswith(".png") else ""
    return f"curl {flag}'{address}'{output}"
