"""The whole store: everything that reads, and everything that changes the library."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Self

from msgspec.structs import replace
from sqlalchemy import inspect

from vastus.domain.exercise import Exercise
from vastus.domain.gear import Gear
from vastus.domain.library import Batch, BatchKind, LibraryPage, Origin, Record
from vastus.domain.merging import merged
from vastus.errors import StoreError, UnknownExercise
from vastus.store import document, dumping, statements, undoing
from vastus.store.changing import Change, refuse_wrong_id
from vastus.store.engine import Database, execute
from vastus.store.importing import Import
from vastus.store.reading import Reader, Values
from vastus.store.shipping import Shipment


class Store(Reader):
    """A library in a database that has the newest schema; `open_store` sees to that."""

    def __init__(self, database: Database) -> None:
        super().__init__(self._rows)
        self._database = database

    def _rows(self, statement: str, values: Values) -> Iterator[Any]:
        with self._database.reading() as connection:
            yield from execute(connection, statement, values)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._database.close()

    @property
    def path(self) -> Path | None:
        """The file of an SQLite library, for a backup; None in memory and on a server."""
        return self._database.path

    def batch(self, kind: BatchKind = BatchKind.IMPORT, *, now: str, label: str | None = None) -> Import:
        """Open a batch of pages; it keeps nothing unless it is finished. Other writers wait.

        Raises:
            StoreError: something else is writing and did not end in time.
        """
        return Import(self._database, kind, now=now, label=label)

    def undo(self, number: int, *, now: str) -> Batch:
        """Take a batch back: what was there before it is there again.

        Raises:
            UnknownBatch: there is none under that number. CannotUndo: it is undone already, it is
            the shipped library's, or a later change stands on it.
        """
        with self._database.writing() as connection:
            batch = undoing.undo(connection, number, now)
            connection.commit()
            return batch

    def edit(self, exercise: Exercise, *, now: str, made_from: Exercise | None = None) -> Batch | None:
        """Keep what differs from the exercise's page as the user's overlay, field by field.

        Later revisions of the page change the fields that the overlay does not name. An exercise
        that is equal to its page takes the overlay away. None when nothing differs from what is
        kept.

        `made_from` is what the person saw who made the edit: what changed since in other fields
        stays.

        Raises:
            UnknownExercise: there is none under that id. ChangedMeanwhile: a field that the edit
            changes has got another value since.
        """
        now_id = self.resolve(exercise.id)
        with Change(self._database, BatchKind.EDIT, now=now, label=exercise.id) as change:
            if made_from is not None:
                exercise = merged(made_from, exercise, change.stands(now_id))
            change.correct(replace(exercise, id=now_id) if now_id != exercise.id else exercise)
            return change.finish(now)

    def merge(self, exercise_id: str, into: str, *, now: str) -> Batch:
        """Let `into` replace an exercise, which leaves the lists but is not deleted.

        Raises:
            UnknownExercise: there is no exercise under one of the ids.
            StoreError: it is replaced already, or `into` is replaced by it.
        """
        merged, into = self.resolve(exercise_id), self.resolve(into)
        with Change(self._database, BatchKind.MERGE, now=now, label=f"{merged} {into}") as change:
            if found := change.first(statements.REPLACED_BY, id=merged):
                raise StoreError(f"'{merged}' is already replaced by '{found[0]}'")
            at: str | None = into
            while at is not None:
                if at == merged:
                    raise StoreError(f"'{merged}' cannot be replaced by itself")
                found = change.first(statements.REPLACED_BY, id=at)
                at = found and found[0]
            change.add_replacement(merged, into)
            return _finished(change, now)

    def rename(self, exercise_id: str, new_id: str, *, now: str) -> Batch:
        """Give an exercise of the user's a new id; the old one keeps leading to it.

        Raises:
            UnknownExercise: there is no exercise under that id. StoreError: the new id is no id, or
            it is or was another exercise's; or the exercise ships with Vastus.
        """
        refuse_wrong_id(new_id)
        stored = self.get(exercise_id)
        old_id = stored.exercise.id
        if stored.origin is Origin.LIBRARY:
            raise StoreError(f"'{old_id}' belongs to the library that comes with Vastus")
        try:
            owner = self.resolve(new_id)
        except UnknownExercise:
            owner = old_id
        if owner != old_id:
            raise StoreError(f"'{new_id}' is the id of another exercise, '{owner}'")
        if new_id == old_id:
            raise StoreError(f"'{old_id}' has that id already")
        if any(relation.to == new_id for relation in stored.exercise.relations):
            raise StoreError(f"'{old_id}' is related to '{new_id}', so it cannot have that id")
        with Change(self._database, BatchKind.RENAME, now=now, label=f"{old_id} {new_id}") as change:
            change.rename(old_id, new_id)
            return _finished(change, now)

    def keep_gear(self, gear: Gear) -> None:
        """Keep an own sled or surface, in place of what had its name.

        Raises:
            StoreError: its name is that of the other kind.
        """
        with self._database.writing() as connection:
            if not execute(connection, statements.KEEP_GEAR, document.gear_row(gear)).rowcount:
                raise StoreError(f"'{gear.name}' is no {gear.kind} but something else of yours")
            connection.commit()

    def forget_gear(self, key: str) -> bool:
        """Forget an own sled or surface; false when there is none under that key."""
        with self._database.writing() as connection:
            found = execute(connection, statements.FORGET_GEAR, {"key": key}).rowcount
            connection.commit()
            return bool(found)

    def load_library(self, pages: Iterable[LibraryPage], *, digest: str, now: str) -> Batch | None:
        """Bring the shipped library up to date; None when version `digest` is there already."""
        if self.library_digest() == digest:
            return None
        with Shipment(self._database, BatchKind.LIBRARY, now=now, label=digest) as shipment:
            for page in pages:
                shipment.bring(page)
            shipment.retire_the_rest()
            shipment.note(digest)
            return shipment.finish(now)

    def dump(self) -> Iterator[Record]:
        """Every fact as plain values, from one moment, in an order in which `load` takes them."""
        with self._database.reading() as connection:
            yield from dumping.dump(connection)

    def load(self, records: Iterable[Record]) -> None:
        """Take in a dump, in place of the shipped library; all of it or nothing.

        Raises:
            StoreError: something of the user's is stored here already, or the records are no dump
            of this schema.
        """
        with self._database.writing() as connection:
            dumping.load(connection, records)
            connection.commit()


def _finished(change: Change, now: str) -> Batch:
    batch = change.finish(now)
    if batch is None:
        raise AssertionError("the change was written")
    return batch


def open_store(where: str | Path) -> Store:
    """The library in an SQLite file (a path) or behind a database URL, made or migrated if need be.

    Raises:
        StoreError: it cannot be opened, is no database of ours, or was written by a newer version.
    """
    database = Database(where)
    try:
        schema = _schema(database)
        if schema != statements.SCHEMA:
            _migrate(database, schema)
    except BaseException:
        database.close()
        raise
    return Store(database)


def _schema(database: Database) -> str | None:
    """The schema of a database; None when it is empty."""
    with database.reading() as connection:
        found = inspect(connection).get_table_names()
        if not found:
            return None
        if "alembic_version" not in found:
            raise StoreError(f"{database.name} is the database of another program")
        return connection.exec_driver_sql(statements.SCHEMA_NOW).scalar()


def _migrate(database: Database, schema: str | None) -> None:
    # Alembic takes longer to import than most commands run, and is needed once in a library's life.
    from vastus.store.migrations import known_schemas, upgrade  # noqa: PLC0415

    if schema is not None and schema not in known_schemas():
        raise StoreError(f"{database.name} was written by a newer version of Vastus (schema {schema})")
    database.let_readers_work_beside_a_writer()
    with database.writing() as connection:
        upgrade(connection)
        connection.commit()
