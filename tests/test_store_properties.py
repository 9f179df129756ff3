"""Whatever is done to a library, undoing it brings back what was there; nothing is lost."""

from collections.abc import Callable
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    MultipleResults,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    rule,
)
from msgspec.structs import replace
from sqlalchemy import select

from vastus.domain.exercise import Exercise
from vastus.domain.library import Batch, Incoming, LibraryPage, Outcome
from vastus.errors import CannotUndo, StoreError, UnknownBatch
from vastus.store import tables
from vastus.store.engine import Database
from vastus.store.library import Store

SLUGS = st.sampled_from(["sled", "sled-2", "drag", "carry"])
NAMES = st.sampled_from(["Sled", "Drag", "Carry"])
KEYS = st.sampled_from(["url:a", "url:b", "url:c", "cat:1", "cat:2"])
PAGES = st.tuples(KEYS, st.builds(Exercise, id=SLUGS, name=NAMES), st.sampled_from(["", "x", "y"]))
SHIPPED = st.lists(st.builds(Exercise, id=SLUGS, name=NAMES), unique_by=lambda page: page.id)


def facts(store: Store) -> list[Any]:
    """Everything but the batches, whose rows stay when they are undone."""
    return [record for record in store.dump() if record[0] != "batch"]


def derived(store: Store) -> list[Any]:
    with store._database.reading() as connection:
        statement = select(tables.exercise).order_by(tables.exercise.c.id)
        return list(connection.execute(statement).all())


def an_empty_store() -> Store:
    """A store in memory, without the migrations: they take longer than a whole example."""
    database = Database("sqlite://")
    with database.writing() as connection:
        tables.metadata.create_all(connection)
        connection.commit()
    return Store(database)


class Library(RuleBasedStateMachine):
    """A library, and the facts that it held before each batch that can still be undone."""

    ids = Bundle("ids")

    @initialize()
    def begin(self) -> None:
        self.store = an_empty_store()
        self.before: list[tuple[int, list[Any]]] = []
        self.version = 0

    def teardown(self) -> None:
        """Whatever was done, a dump loads into an identical library."""
        dump = list(self.store.dump())
        with an_empty_store() as other:
            other.load(dump)
            assert list(other.dump()) == dump
            assert derived(other) == derived(self.store)
        self.store.close()

    def change(self, make: Callable[[], Batch | None]) -> None:
        before = facts(self.store)
        try:
            batch = make()
        except StoreError:
            assert facts(self.store) == before
            return
        if batch is None:
            assert facts(self.store) == before
        else:
            self.before.append((batch.number, before))

    @rule(target=ids, pages=st.lists(PAGES, max_size=4))
    def put(self, pages: list[tuple[str, Exercise, str]]) -> MultipleResults[str]:
        told: list[str] = []

        def make() -> Batch | None:
            with self.store.batch(now="t") as batch:
                for key, exercise, text in pages:
                    is_page = key.startswith("url")
                    put = batch.put(Incoming(exercise, key=key, text=text, is_page=is_page))
                    assert put.outcome is not Outcome.REFUSED
                    told.append(put.id)
                return batch.finish("t")

        self.change(make)
        return multiple(*told)

    @rule(exercise_id=ids, name=NAMES)
    def edit(self, exercise_id: str, name: str) -> None:
        def make() -> Batch | None:
            exercise = self.store.get(exercise_id).exercise
            return self.store.edit(replace(exercise, name=name), now="t")

        self.change(make)

    @rule(exercise_id=ids, into=ids)
    def merge(self, exercise_id: str, into: str) -> None:
        self.change(lambda: self.store.merge(exercise_id, into, now="t"))

    @rule(exercise_id=ids, new_id=SLUGS)
    def rename(self, exercise_id: str, new_id: str) -> None:
        self.change(lambda: self.store.rename(exercise_id, new_id, now="t"))

    @rule(exercises=SHIPPED)
    def ship(self, exercises: list[Exercise]) -> None:
        self.version += 1
        ours = [LibraryPage(exercise, exercise.name) for exercise in exercises]
        exercises_of_user = {
            (kept.exercise.name, kept.overlay, kept.keys) for kept in self.store.all() if kept.origin != "library"
        }
        self.store.load_library(ours, digest=str(self.version), now="t")
        self.before.clear()  # what the library changed is not taken back
        for exercise in exercises:
            assert self.store.get(exercise.id).origin == "library"
        assert exercises_of_user == {
            (kept.exercise.name, kept.overlay, kept.keys) for kept in self.store.all() if kept.origin != "library"
        }

    @rule()
    def undo_the_last(self) -> None:
        if self.before:
            number, before = self.before.pop()
            self.store.undo(number, now="u")
            assert facts(self.store) == before

    @rule(data=st.data())
    def undo_any(self, data: st.DataObject) -> None:
        """An undo from the middle works or changes nothing; either way everything is readable."""
        number = data.draw(st.sampled_from([batch.number for batch in self.store.batches()] or [0]))
        before = facts(self.store)
        try:
            self.store.undo(number, now="u")
        except (CannotUndo, UnknownBatch):
            assert facts(self.store) == before
        else:
            self.before.clear()

    @invariant()
    def everything_is_readable(self) -> None:
        rows = self.store.rows()
        listed = list(self.store.all())
        assert [row.id for row in rows] == [stored.exercise.id for stored in listed]
        assert [row.name for row in rows] == [stored.exercise.name for stored in listed]
        for stored in listed:
            assert self.store.get(stored.exercise.id) == stored
            for old_id in stored.former_ids:
                self.store.get(old_id)
            assert len(self.store.history(stored.exercise.id).revisions) >= 1


TestLibrary = Library.TestCase
TestLibrary.settings = settings(max_examples=40, stateful_step_count=15, deadline=None)
