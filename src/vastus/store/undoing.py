"""Taking a batch back: its rows go, its own row stays, and what was there is current again."""

from sqlalchemy import Connection

from vastus.domain.library import Batch, BatchKind
from vastus.errors import CannotUndo, UnknownBatch
from vastus.store import statements
from vastus.store.changing import settle
from vastus.store.engine import execute
from vastus.store.reading import batch_of

_DID = {
    BatchKind.IMPORT: "import {} read it again",
    BatchKind.EDIT: "it was edited since ({})",
    BatchKind.MERGE: "it was merged since ({})",
    BatchKind.RENAME: "it was renamed since ({})",
}


def undo(connection: Connection, number: int, now: str) -> Batch:
    """Take a batch back within a writing transaction.

    Refused when a later batch of the user's touched one of the same exercises. The shipped
    library's batches neither stand in the way nor can be undone: a page's updates lie below
    overlays, and an exercise that was moved aside goes or stays with its whole history.

    Raises:
        UnknownBatch: there is none under that number.
        CannotUndo: it is undone already, it is the library's, or a later change stands on it.
    """
    batch = _batch(connection, number)
    if batch.kind is BatchKind.LIBRARY:
        raise CannotUndo(number, "it is the library that comes with Vastus")
    if batch.undone:
        raise CannotUndo(number, f"it was undone on {batch.undone}")
    this = {"batch": number}
    if later := execute(connection, statements.LATER, this).first():
        what = _DID[BatchKind(later[1])].format(f"batch {later[0]}")
        raise CannotUndo(number, f"{later[2]}: {what}; undo {later[0]} first")

    touched = set(execute(connection, statements.TOUCHED, this).scalars())
    pages = execute(connection, statements.PAGES_OF, this).scalars().all()
    created = set(execute(connection, statements.CREATED, this).scalars())
    for log_number, exercise, old_id in execute(connection, statements.RENAMED, this).all():
        if execute(connection, statements.OWNER, {"id": old_id}).first():
            raise CannotUndo(number, f"'{old_id}' is a page of the library by now")
        execute(connection, statements.SET_ID, {"old_id": exercise, "new_id": old_id})
        execute(connection, statements.DROP_RENAME, {"number": log_number})
        touched = touched - {exercise} | {old_id}
    execute(connection, statements.DROP_RENAMES_OF_CREATED, this)
    for statement in statements.DROP_OF_BATCH:
        execute(connection, statement, this)
    for digest in pages:
        execute(connection, statements.DROP_PAGE, {"digest": digest})
    for exercise in sorted(touched - created):
        settle(connection, exercise)
    execute(connection, statements.MARK_UNDONE, {"number": number, "undone": now})
    return _batch(connection, number)


def _batch(connection: Connection, number: int) -> Batch:
    row = execute(connection, statements.BATCH, {"number": number}).first()
    if row is None:
        raise UnknownBatch(number)
    return batch_of(row)
