"""Looking things up, over anything that can run a statement; the light reader uses `sqlite3`.

Commands that only read go through `light_reader`, because importing SQLAlchemy takes longer than
they do (docs/adr/0004-reading-without-sqlalchemy.md). It never creates, migrates or writes
anything.
"""

import hashlib
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import groupby
from pathlib import Path
from typing import Any

from vastus.domain.exercise import MAX_SLUG
from vastus.domain.gear import Gear
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

_MOST_ROWS = 4_000  # kept for each thread, about 1 kB each
_AT_ONCE = 100  # rows asked for by one statement
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
        return self._state()

    def _state(self) -> str:
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
            ids = self._column(statements.IDS) if len(exercise_id) <= MAX_SLUG else ()
            raise UnknownExercise(exercise_id, tuple(get_close_matches(exercise_id, ids)))
        return row[0]

    def id_of(self, key: str) -> str | None:
        """The id of the exercise that a source key leads to; None for a key not seen before."""
        row = self._first(statements.UNDER_KEY, key=key)
        return row and row[0]

    def get(self, exercise_id: str) -> Stored:
        """The exercise under an id it has or had; a merged one as itself, with `replaced_by`."""
        row = self._first(statements.STORED, id=exercise_id)
        if row is None:
            row = self._first(statements.STORED, id=self.resolve(exercise_id))
        around: dict[str, list[str]] = {"key": [], "former": [], "replaced": []}
        for kind, value, _ in self._run(statements.AROUND, {"id": row[0]}):
            around[kind].append(value)
        return _stored(
            row,
            keys=tuple(around["key"]),
            former_ids=tuple(around["former"]),
            replaced_by=self._end_of_merges(around["replaced"][0]) if around["replaced"] else None,
        )

    def _end_of_merges(self, exercise_id: str) -> str:
        last = exercise_id
        while row := self._first(statements.REPLACED_BY, id=last):
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

    def rows_of(self, ids: Iterable[str], state: str | None = None) -> list[ListRow]:  # noqa: ARG002  # for who keeps rows
        """The rows of these exercises, in this order; an id that is gone is left out."""
        wanted = list(ids)
        cards: dict[str, str] = {row[0]: row[1] for row in self._of(statements.cards_of, wanted)}
        return document.rows_of([cards[each] for each in wanted if each in cards])

    def marks(self, ids: Iterable[str] | None = None) -> dict[str, str]:
        """A mark for each of these, or of all `rows`, by id: another one when what can be found in it has changed."""
        return {
            exercise: f"{digest} {changes}" if changes and changes != "{}" else digest
            for exercise, digest, changes in (
                self._run(statements.LISTED_DIGESTS, {}) if ids is None else self._of(statements.digests_of, ids)
            )
        }

    def _of(self, statement: Callable[[int], str], ids: Iterable[str]) -> Iterator[Row]:
        """The rows of a statement for these exercises, some at a time."""
        wanted = list(ids)
        for some in (wanted[at : at + _AT_ONCE] for at in range(0, len(wanted), _AT_ONCE)):
            yield from self._run(statement(len(some)), {f"id{at}": each for at, each in enumerate(some)})

    def moment(self) -> str:
        """Which changes the library has seen, as a text for `changed_since`."""
        return _moment(self._run(statements.LOG, {}))

    def changed_since(self, moment: str) -> frozenset[str] | None:
        """The ids of all that changed since, those too that are gone.

        None where the batches do not tell: one that was there was taken back, the library was replaced by another, or
        the shipped one was brought up to date.
        """
        number = int(moment.split(maxsplit=1)[0])
        batches = list(self._run(statements.LOG, {}))
        seen = [row for row in batches if row[0] <= number]
        if _moment(seen) != moment or any(row[1] == BatchKind.LIBRARY for row in batches[len(seen) :]):
            return None
        return frozenset(self._column(statements.CHANGED_AFTER, batch=number))

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

    def gear(self) -> tuple[Gear, ...]:
        """The user's own sleds, then surfaces, by name."""
        return tuple(document.gear_of(row) for row in self._run(statements.GEAR, {}))

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


def _moment(batches: Iterable[Row]) -> str:
    """The number of the last batch, and a digest of all that is told of every one."""
    number, digest = 0, hashlib.sha256()
    for row in batches:
        number = row[0]
        digest.update(f"{tuple(row)}\n".encode())
    return f"{number} {digest.hexdigest()}"


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


class _Connections(threading.local):
    """A connection for each thread, as SQLite wants it, and what was last seen over it."""

    def __init__(self, address: str) -> None:
        self.connection = sqlite3.connect(address, uri=True, timeout=WAIT_S)
        self.version = -1
        self.state = ""
        self.rows: dict[str, ListRow] = {}


class LightReader(Reader):
    """The library in an SQLite file, for looking things up from any thread."""

    def __init__(self, database: Path) -> None:
        self._path = database
        self._connections = _Connections(f"{database.absolute().as_uri()}?mode=ro")
        super().__init__(self._rows)

    def _rows(self, statement: str, values: Values) -> Iterator[Any]:
        try:
            yield from self._connections.connection.execute(statement, values)
        except sqlite3.Error as error:
            raise store_error(error, str(self._path)) from error

    def is_ready(self) -> bool:
        """Whether the tables are those that the statements are written for."""
        tables = "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
        if not list(self._rows(tables, {})):
            return False
        return list(self._rows(statements.SCHEMA_NOW, {})) == [(statements.SCHEMA,)]

    def state(self) -> str:
        """As every reader's; the tables are only asked after somebody wrote."""
        seen = self._connections
        try:
            (version,) = seen.connection.execute(statements.CHANGED_ELSEWHERE).fetchone()
        except sqlite3.Error as error:
            raise store_error(error, str(self._path)) from error
        if version != seen.version:
            # The version is read first: what is written in between is seen by the next call.
            seen.rows.clear()
            seen.state, seen.version = self._state(), version
        return seen.state

    def rows_of(self, ids: Iterable[str], state: str | None = None) -> list[ListRow]:
        """As every reader's; rows are kept until somebody writes."""
        if state is None or state != self._connections.state:
            self.state()
        wanted, rows = list(ids), self._connections.rows
        missing = [each for each in wanted if each not in rows]
        if missing:
            if len(rows) + len(missing) > _MOST_ROWS:
                rows.clear()
                missing = wanted
            rows |= {row.id: row for row in super().rows_of(missing)}
        return [rows[each] for each in wanted if each in rows]


def light_reader(database: Path) -> LightReader | None:
    """A reader of an SQLite file; None when there is no database yet or it needs a migration first.

    Raises:
        StoreError: the file is no database, is damaged, or may not be read.
    """
    try:
        if not database.exists():
            return None
        reader = LightReader(database)
    except (sqlite3.Error, OSError) as error:
        raise store_error(error, str(database)) from error
    return reader if reader.is_ready() else None
