"""What all changes share: the writing transaction, the batch, and what is derived from facts."""

from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, CursorResult
from sqlalchemy.exc import DBAPIError

from vastus.domain.exercise import MAX_SLUG, SLUG, Exercise
from vastus.domain.library import Batch, BatchKind, Outcome
from vastus.errors import StoreError
from vastus.store import document, statements
from vastus.store.engine import Database, compiled, execute
from vastus.store.faults import store_error


class Change:
    """A batch that is being written. Leaving it without `finish` keeps nothing of it."""

    number: int

    def __init__(self, database: Database, kind: BatchKind, *, now: str, label: str | None = None) -> None:
        self.kind, self.started, self.label = kind, now, label
        self.counts = dict.fromkeys(Outcome, 0)
        self.has_changes = False
        self._database = database
        self._transaction = database.writing()

    def __enter__(self) -> Self:
        self._connection: Connection = self._transaction.__enter__()
        # SQLAlchemy's own way to the driver costs 18 µs a statement, more than SQLite needs for it
        self._cursor = self._connection.connection.cursor()
        self._errors = (DBAPIError, UnicodeError, self._connection.dialect.loaded_dbapi.Error)
        try:
            self.number = (self.first(statements.LAST_BATCH)[0] or 0) + 1
            self.write(
                statements.ADD_BATCH,
                number=self.number,
                kind=self.kind,
                label=self.label,
                started=self.started,
            )
            self._begin()
        except BaseException as error:
            self._transaction.__exit__(type(error), error, error.__traceback__)
            raise
        return self

    def _begin(self) -> None:
        """Read what the batch needs to know; for the kinds of change that need anything."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._transaction.__exit__(kind, error, trace)

    def write(self, statement: str, **values: str | int | None) -> None:
        """Run a statement that changes something."""
        sql, order = compiled(statement, self._connection.dialect)
        given = values if order is None else tuple([values[name] for name in order])
        try:
            self._cursor.execute(sql, given)
        except self._errors as error:
            raise store_error(error, self._database.name) from error

    def read(self, statement: str, **values: str | int | None) -> CursorResult[*tuple[Any, ...]]:
        """The rows of a statement."""
        with self._database.faults():
            return execute(self._connection, statement, values)

    def first(self, statement: str, **values: str | int | None) -> Any:  # noqa: ANN401  # a row as the driver gives it, or None
        """The first row of a statement, or None."""
        return self.read(statement, **values).first()

    def finish(self, now: str) -> Batch | None:
        """Commit; None, and no batch, when nothing had changed."""
        if not self.has_changes:
            self._connection.rollback()
            return None
        self.write(
            statements.END_BATCH,
            number=self.number,
            finished=now,
            counts=document.counts_text(self.counts),
        )
        with self._database.faults():
            self._connection.commit()
        counts = {outcome: count for outcome, count in self.counts.items() if count}
        return Batch(self.number, self.kind, self.label, self.started, now, None, counts)

    def correct(self, exercise: Exercise) -> bool:
        """Keep what differs from the exercise's page as the user's overlay, field by field.

        An exercise that is equal to its page takes the overlay away. False when nothing differs from what is kept.
        """
        page, kept, last = self._latest(exercise.id)
        wanted = document.changes_between(document.exercise_of(exercise.id, page), exercise)
        changes = document.changes_text(wanted)
        if changes == (kept or "{}"):
            return False
        self.add_overlay(exercise.id, (last or 0) + 1, changes)
        return True

    def stands(self, exercise_id: str) -> Exercise:
        """The exercise as it is now, with the user's overlay on top."""
        page, kept, _ = self._latest(exercise_id)
        return document.exercise_of(exercise_id, page, kept)

    def _latest(self, exercise_id: str) -> tuple[str, str | None, int | None]:
        """The latest document of an exercise, what the user's overlay changes in it, and that overlay's number."""
        revision, last = self.first(statements.LATEST, id=exercise_id)
        page = self.first(statements.DOCUMENT, id=exercise_id, number=revision)[0]
        return page, last and self.first(statements.CHANGES, id=exercise_id, number=last)[0], last

    def rename(self, old_id: str, new_id: str) -> None:
        """Give an exercise a new id and note the old one."""
        self.write(statements.SET_ID, old_id=old_id, new_id=new_id)
        self.write(
            statements.ADD_RENAME,
            number=(self.first(statements.LAST_RENAME)[0] or 0) + 1,
            exercise=new_id,
            batch=self.number,
            old_id=old_id,
            new_id=new_id,
        )
        settle(self._connection, new_id)
        self.has_changes = True

    def add_overlay(self, exercise_id: str, number: int, changes: str) -> None:
        """Keep another state of the user's overlay."""
        self.write(
            statements.ADD_OVERLAY,
            exercise=exercise_id,
            number=number,
            batch=self.number,
            changes=changes,
        )
        settle(self._connection, exercise_id)
        self.has_changes = True

    def add_replacement(self, exercise_id: str, replaced_by: str) -> None:
        """Log a merge."""
        self.write(
            statements.ADD_REPLACEMENT,
            exercise=exercise_id,
            batch=self.number,
            replaced_by=replaced_by,
        )
        self.has_changes = True


def settle(connection: Connection, exercise_id: str) -> None:
    """Recompute what is derived from an exercise's revisions and overlays."""
    revision, overlay = execute(connection, statements.LATEST, {"id": exercise_id}).one()
    values = {"id": exercise_id, "number": revision}
    page = execute(connection, statements.DOCUMENT, values).scalar_one()
    changes = None
    if overlay is not None:
        values = {"id": exercise_id, "number": overlay}
        changes = execute(connection, statements.CHANGES, values).scalar_one()
    card = document.card_of(document.exercise_of(exercise_id, page, changes))
    values = {"id": exercise_id, "revision": revision, "overlay": overlay, "card": card}
    execute(connection, statements.SETTLE, values)


def numbered(slug: str, number: int) -> str:
    """A slug with a number behind it, shortened where it would grow too long.

    >>> numbered("sled-push", 2)
    'sled-push-2'
    """
    end = f"-{number}"
    return slug[: MAX_SLUG - len(end)].rstrip("-") + end


def refuse_wrong_id(new_id: str) -> None:
    """Raise unless `new_id` can be an id."""
    if len(new_id) > MAX_SLUG or not SLUG.fullmatch(new_id):
        raise StoreError(f"'{new_id}' is no id: use lower-case words joined by hyphens")
