"""The routes of /api/v1 that change the library: import, and the list of imports with undo.

They are for programs on this machine and for Vastus's own pages; `faces.web.guard` refuses another site's pages. The
rules that read pages are loaded when a page is first sent (ADR 0016).
"""

from dataclasses import dataclass
from typing import Annotated, Any

import msgspec
from litestar import Request, Router, delete, get, post
from litestar.datastructures import State
from litestar.openapi.spec import Example, OpenAPIFormat, OpenAPIMediaType, OpenAPIType, Operation, RequestBody, Schema
from litestar.params import PathParameter, QueryParameter

from vastus.faces.answer import JSON, Answer
from vastus.faces.api.parameters import all_known
from vastus.faces.cli.parts import Parts
from vastus.faces.web.aside import writing
from vastus.faces.web.uploads import File, Form, form_of, read_body

_FORM = "multipart/form-data"


@dataclass
class _TakesPages(Operation):
    """How the request's body is told to readers of the API's description."""

    def __post_init__(self) -> None:
        text, binary = Schema(type=OpenAPIType.STRING), Schema(type=OpenAPIType.STRING, format=OpenAPIFormat.BINARY)
        parts = Schema(
            type=OpenAPIType.OBJECT,
            properties={
                "page": Schema(type=OpenAPIType.ARRAY, items=binary, description="Files: pages and catalogs."),
                "text": Schema(type=OpenAPIType.STRING, description="One page as text."),
                "url": Schema(type=OpenAPIType.STRING, description="As the parameter."),
                "form": Schema(type=OpenAPIType.STRING, description="As the parameter."),
            },
        )
        kinds = ("text/plain", "text/html", "text/markdown", "application/json", "application/octet-stream")
        content = {kind: OpenAPIMediaType(schema=text) for kind in kinds}
        self.request_body = RequestBody(
            content=content | {_FORM: OpenAPIMediaType(schema=parts)}, required=True,
            description="The page itself, as text, HTML, Markdown or a catalog's JSON; or a form with several.",
        )  # fmt: skip


DryRun = Annotated[bool, QueryParameter(description="Read and report, but store nothing.")]
FormName = Annotated[
    str, QueryParameter(name="form", description="Read the page as this form; left out, it is told by content.")
]
Address = Annotated[
    str, QueryParameter(description="Where the page stands, if it does not say so itself; one page only.")
]
Name = Annotated[str, QueryParameter(description="What the page is called in the report, such as its file's name.")]
Number = Annotated[int, PathParameter(description="The import's number.", examples=[Example(value=1)])]


@post(
    "/import", status_code=200, request_max_body_size=None, operation_class=_TakesPages,
    summary="Bring pages and catalogs into the library",
)  # fmt: skip
async def import_pages(  # noqa: PLR0913, PLR0917  # every setting is a parameter
    request: Request[Any, Any, Any],
    state: State,
    dry_run: DryRun = False,  # noqa: FBT002  # a setting of the address
    form_name: FormName = "",
    url: Address = "",
    name: Name = "",
) -> Answer:
    """The page itself as the body, or a multipart form with files in `page` or a text in `text`.

    The answer is that of `vastus import --json`: what was read, findings, and what was refused; with `batch` and
    `counts` unless it is a dry run. It is a problem, 422, where nothing at all could be read; its `rejected` says why.
    The same page once more changes nothing.
    """
    from vastus.faces.api.taking import take

    body = await read_body(request)
    kind = request.headers.get("content-type", "")
    is_form = kind.partition(";")[0].strip().lower() == _FORM  # curl calls any body a form of the other sort
    form = form_of(body, kind) if is_form else _raw(body, name)
    settings = {each: [value] for each, value in (("url", url), ("form", form_name)) if value}
    return await take(Form({**form.fields, **settings}, form.files), state.parts, dry_run=dry_run)


def _raw(body: bytes, name: str) -> Form:
    return Form(files={"page": [File(name or "-", body)]} if body else {})


@get("/imports", sync_to_thread=False, summary="What was imported and changed so far")
def list_imports(state: State) -> Answer:
    """Every batch, newest first; the shipped library's are among them and cannot be undone."""
    return Answer(msgspec.json.encode({"batches": state.parts.reader.batches()}), media_type=JSON)


@get("/imports/{number:int}", sync_to_thread=False, summary="One import")
def one_import(state: State, number: Number) -> Answer:
    """A batch and the ids of the exercises that it touched, as far as they are still there."""
    batch, ids = state.parts.reader.batch_of(number)
    return Answer(msgspec.json.encode({"batch": batch, "exercises": ids}), media_type=JSON)


@delete("/imports/{number:int}", status_code=200, summary="Take an import back, whole")
async def undo_import(state: State, number: Number) -> Answer:
    """What was there before is there again; 409 where a later change stands on it."""
    parts: Parts = state.parts
    parts.reader.batch_of(number)  # an unknown one is told as such
    batch = await writing(lambda: parts.store.undo(number, now=parts.now()))
    return Answer(msgspec.json.encode({"undone": batch}), media_type=JSON)


API_CHANGES = Router(
    "/api/v1",
    before_request=all_known,
    route_handlers=[import_pages, list_imports, one_import, undo_import],
    tags=["Import"],
)
"""The routes that change the library, or lead there: none of them is served in read-only."""
