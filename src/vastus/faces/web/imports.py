"""What was imported and changed so far, and taking it back."""

from litestar import get, post
from litestar.datastructures import State
from litestar.params import FromPath
from litestar.response import Redirect

from vastus.domain.library import Batch, BatchKind, Stored
from vastus.errors import CannotUndo, StoreError, VastusError
from vastus.faces.answer import Answer
from vastus.faces.cli.parts import Parts
from vastus.faces.web.aside import writing
from vastus.faces.web.status import status_of
from vastus.faces.web.templates import page

_MOST_BATCHES = 100
_MOST_SHOWN = 100  # exercises of a batch


@get("/imports", sync_to_thread=False, include_in_schema=False)
def imports(state: State) -> Answer:
    """What was imported and changed so far, newest first."""
    batches = [batch for batch in state.parts.reader.batches() if batch.kind is not BatchKind.LIBRARY]
    return page("imports.html", state, batches=batches[:_MOST_BATCHES], left_out=len(batches[_MOST_BATCHES:]))


@get("/imports/{number:int}", sync_to_thread=False, include_in_schema=False)
def one_import(state: State, number: FromPath[int]) -> Answer:
    """What one import stored, with a way to take it back."""
    return _batch_page(state, number)


def _batch_page(state: State, number: int, status: int = 200, error: VastusError | None = None) -> Answer:
    reader = state.parts.reader
    batch, ids = reader.batch_of(number)
    stored: list[Stored] = [reader.get(each) for each in ids[:_MOST_SHOWN]]
    return page(
        "import_saved.html", state, status, batch=batch, count=len(ids), stored=stored, error=error,
        undoable=_is_undoable(batch), rows={row.id: row for row in reader.rows_of(ids[:_MOST_SHOWN])},
    )  # fmt: skip


def _is_undoable(batch: Batch) -> bool:
    return batch.undone is None and batch.kind is not BatchKind.LIBRARY


@post("/imports/{number:int}/undo", include_in_schema=False, status_code=200)
async def undo_import(state: State, number: FromPath[int]) -> Answer | Redirect:
    """Take an import back, whole; refused with a sentence where a later change stands on it."""
    parts: Parts = state.parts
    parts.reader.batch_of(number)  # an unknown one is told as such
    try:
        await writing(lambda: parts.store.undo(number, now=parts.now()))
    except CannotUndo as error:
        return _batch_page(state, number, 409, error)
    except StoreError as error:
        return _batch_page(state, number, status_of(error), error)
    return Redirect(f"/imports/{number}", status_code=303)
