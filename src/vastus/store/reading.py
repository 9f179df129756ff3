"""Looking things up, over anything that can run a statement; the light reader uses `sqlite3`.

Commands that only read go through `light_reader`, because importing SQLAlchemy takes longer than
they do (docs/adr/0004-reading-without-sqlalchemy.md). It never creates, migrates or writes
anything.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import groupby
from pathlib import Path
from typing import Any

from vastus.domain.library import (
    Batch,
    BatchKind,
    History,
    ListRow,
    Origin,
    OverlayRevision,
    Revision,
    Stored,
)
from vastus.errors import UnknownBatch, UnknownExercise
from vastus.store import document, statements
from vastus.store.faults import store_error

Values = Mapping[str, str | int | None]
Row = Sequence[Any]
Run = Callable[[str, Values], Iterable[Row]]
"""Runs a statement with named values and yields its rows as tuples; raises `StoreError`."""

WAIT_S = 5.0
"""How long anybody waits for another's lock before giving up, in seconds."""


_LARGEST = 2**63 - 1  # the largest number that a database holds


class Reader:
    """The library, for looking things up."""

    def __init__(self, run: Run) -> None:
        self._run = run

    def _first(self, statement: str, **values: str | int | None) -> Any:  # noqa: ANN401  # a row as the driver gives it, or None
        return next(iter(list(self._run(statement, values))), None)

    def _column(self, statement: str, **values: str | int | None) -> tuple[Any, ...]:
        return tuple(row[0] for row in self._run(statement, values))

    def meta(self, key: str) -> str | None:
        """What is noted under a key, such as the digest of the loaded library."""
        row = self._first(statements.META, key=key)
        return row and row[0]

    def library_digest(self) -> str | None:
        """The digest of the shipped library that is loaded; None before the first."""
        return self.meta("library_digest")

    def state(self) -> str:
        """A text that is another one after every change of the library, for what is derived from it."""
        return " ".join(str(value) for value in (self.library_digest(), *self._first(statements.STATE)))

    def resolve(self, exercise_id: str) -> str:
        """The id that an exercise has now, for one that it has or had.

        An id in use wins over one that another exercise had before.
        """
        if self._first(statements.STORED, id=exercise_id):
            return exercise_id
        row = self._first(statements.NOW_CALLED, id=exercise_id)
        if row is None:
            # the catalogs hold thousands of ids; only the error needs them
            raise UnknownExercise(exercise_id, tuple(get_close_matches(exercise_id, self._column(statements.IDS))))
        return row[0]

    def get(self, exercise_id: str) -> Stored:
        """The exercise under an id it has or had; a merged one as itself, with `replaced_by`."""
        row = self._first(statements.STORED, id=exercise_id)
        if row is None:
            row = self._first(statements.STORED, id=self.resolve(exercise_id))
        found = row[0]
        return _stored(
            row,
            keys=self._column(statements.KEYS, id=found),
            former_ids=self._column(statements.FORMER_IDS, id=found),
            replaced_by=self._end_of_merges(found),
        )

    def _end_of_merges(self, exercise_id: str) -> str | None:
        last = None
        while row := self._first(statements.REPLACED_BY, id=last or exercise_id):
            last = row[0]
        return last

    def page_text(self, exercise_id: str) -> str | None:
        """The text that the latest revision's spans point to, if it was kept."""
        row = self._first(statements.PAGE_TEXT, id=self.resolve(exercise_id))
        return row and row[0]

    def rows(self) -> list[ListRow]:
        """All exercises that a person should find, by id.

        Left out are those that are replaced, and those that are retired and have no overlay.
        """
        return document.rows_of(self._column(statements.CARDS))

    def rows_of(self, ids: Iterable[str]) -> list[ListRow]:
        """The rows of these exercises, in this order; an id that is gone is left out."""
        cards = (self._first(statements.CARD, id=each) for each in ids)
        return document.rows_of([card[0] for card in cards if card])

    def all(self) -> Iterator[Stored]:
        """Every exercise of `rows`, whole, by id; one at a time in memory."""
        keys = _by_exercise(self._run(statements.ALL_KEYS, {}))
        former = _by_exercise(self._run(statements.ALL_FORMER_IDS, {}))
        for row in self._run(statements.ALL, {}):
            yield _stored(row, keys=keys.get(row[0], ()), former_ids=former.get(row[0], ()))

    def history(self, exercise_id: str) -> History:
        """Every revision of the exercise's page and of the user's overlay, oldest first."""
        now = self.resolve(exercise_id)
        return History(
            tuple(
                Revision(
                    number,
                    batch,
                    at,
                    document.exercise_of(now, text),
                    document.findings_of(findings),
                )
                for number, batch, at, findings, text in self._run(statements.REVISIONS, {"id": now})
            ),
            tuple(
                OverlayRevision(number, batch, at, document.changes_of(changes))
                for number, batch, at, changes in self._run(statements.OVERLAYS, {"id": now})
            ),
        )

    def batches(self) -> tuple[Batch, ...]:
        """All batches, newest first, the undone ones too."""
        return tuple(batch_of(row) for row in self._run(statements.BATCHES, {}))

    def batch_of(self, number: int) -> tuple[Batch, tuple[str, ...]]:
        """A batch and the ids of what it touched, as far as they are still there.

        Raises:
            UnknownBatch: there is none under that number.
        """
        row = self._first(statements.BATCH, number=number) if 0 < number <= _LARGEST else None
        if row is None:
            raise UnknownBatch(number)
        touched = sorted(self._column(statements.TOUCHED, batch=number))
        return batch_of(row), tuple(each for each in touched if self._first(statements.OWNER, id=each))


def batch_of(row: Row) -> Batch:
    """The batch of a row."""
    number, kind, label, started, finished, undone, counts = row
    return Batch(number, BatchKind(kind), label, started, finished, undone, document.counts_of(counts))


def _stored(
    row: Row,
    *,
    keys: tuple[str, ...],
    former_ids: tuple[str, ...],
    replaced_by: str | None = None,
) -> Stored:
    exercise_id, origin, retired, number, batch, at, findings, changes, text = row
    return Stored(
        exercise=document.exercise_of(exercise_id, text, changes),
        findings=document.findings_of(findings),
        origin=Origin(origin),
        revision=number,
        batch=batch,
        at=at,
        keys=keys,
        overlay=tuple(document.changes_of(changes)),
        former_ids=former_ids,
        replaced_by=replaced_by,
        is_retired=retired is not None,
    )


def _by_exercise(rows: Iterable[Any]) -> dict[str, tuple[str, ...]]:
    return {exercise: tuple(value for _, value in group) for exercise, group in groupby(rows, key=lambda row: row[0])}


def light_reader(database: Path) -> Reader | None:
    """A reader of an SQLite file; None when there is no database yet or it needs a migration first.

    Raises:
        StoreError: the file is no database, is damaged, or may not be read.
    """
    try:
        if not database.exists():
            return None
        connection = sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True, timeout=WAIT_S)
        tables = "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
        if not connection.execute(tables).fetchall():
            return None
        if connection.execute(statements.SCHEMA_NOW).fetchall() != [(statements.SCHEMA,)]:
            return None
    except (sqlite3.Error, OSError) as error:
        raise store_error(error, str(database)) from error

    def run(statement: str, values: Values) -> Iterator[Any]:
        try:
            yield from connection.execute(statement, values)
        except sqlite3.Error as error:
            raise store_error(error, str(database)) from error

    return Reader(run)
