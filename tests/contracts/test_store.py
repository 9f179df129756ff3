"""What every store of the library does: SQLite through SQLAlchemy, the light reader, PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from sqlalchemy import create_engine, text

from vastus.domain.exercise import Exercise, Level, Relation, RelationKind, Tip
from vastus.domain.gear import Gear, GearKind
from vastus.domain.library import (
    Batch,
    BatchKind,
    Incoming,
    LibraryPage,
    Origin,
    Outcome,
    Put,
    Stored,
)
from vastus.domain.page import Finding, Severity
from vastus.domain.source import Source
from vastus.errors import CannotUndo, StoreError, UnknownBatch, UnknownExercise
from vastus.store.library import Store, open_store
from vastus.store.reading import Reader, light_reader
from vastus.usecases import ports

STORES = ["file", "memory", "postgres"]
READERS = ["file", "light", "postgres"]
SLED = Exercise(
    id="sled-push",
    name="Sled Push",
    tips=(Tip("Stay low.", span=(0, 9)),),
    source=Source(path="a.txt", form="profile-page", license="CC-BY-4.0"),
)
DRAG = replace(SLED, id="sled-drag", name="Sled Drag")
DOUBT = Finding("unknown-value", "level", Severity.WARNING, "unknown", "Expert", span=(3, 9))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a folder" / "vastus.db"


def opened(request: pytest.FixtureRequest, path: Path) -> Store:
    """An empty store of the kind that the parameter names."""
    if request.param == "memory":
        return open_store("sqlite://")
    if request.param == "postgres":
        return open_store(emptied(request.getfixturevalue("postgres")))
    return open_store(path)


def emptied(url: str) -> str:
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    return url


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, path: Path) -> Iterator[Store]:
    with opened(request, path) as store:
        yield store


@pytest.fixture(params=READERS)
def library(request: pytest.FixtureRequest, path: Path) -> Iterator[tuple[Store, Reader]]:
    """A store to write to, and a reader of the same library."""
    with opened(request, path) as store:
        reader = light_reader(path) if request.param == "light" else store
        assert reader
        yield store, reader


def put(
    store: Store,
    *pages: tuple[str, Exercise],
    **more: Any,  # noqa: ANN401  # whatever Incoming takes
) -> list[Put]:
    with store.batch(now="2026-01-01T00:00:00Z", label="a.txt") as batch:
        done = [batch.put(Incoming(exercise, key=key, **more)) for key, exercise in pages]
        batch.finish("2026-01-01T00:00:09Z")
    return done


def ship(store: Store, digest: str, *exercises: Exercise) -> Batch | None:
    pages = [LibraryPage(exercise, f"text of {exercise.name}") for exercise in exercises]
    return store.load_library(pages, digest=digest, now="2026-01-02T00:00:00Z")


def facts(store: Store) -> list[object]:
    """Everything but the batches, whose rows stay when they are undone."""
    return [record for record in store.dump() if record[0] != "batch"]


# --- what is derived from the library is told of its changes


def test_every_change_makes_another_state_and_another_mark_of_what_changed(library: tuple[Store, Reader]) -> None:
    store, reader = library
    put(store, ("url:a", SLED), ("url:b", DRAG))
    seen = [(reader.state(), reader.marks())]
    moments = [(reader.moment(), reader.marks())]

    def changed(*ids: str, is_told: bool = True) -> None:
        (state, marks), (before, old) = (reader.state(), reader.marks()), seen[-1]
        assert state not in {each for each, _ in seen}, "a state came again"
        assert {each for each in marks.keys() | old.keys() if marks.get(each) != old.get(each)} == set(ids)
        assert set(marks) == {row.id for row in reader.rows()}
        assert before
        seen.append((state, marks))
        assert (reader.changed_since(moments[-1][0]) == set(ids)) is is_told
        for moment, then in moments:
            told = reader.changed_since(moment)
            differ = {each for each in marks.keys() | then.keys() if marks.get(each) != then.get(each)}
            assert told is None or differ <= told
            assert reader.marks(differ) == {each: marks[each] for each in differ if each in marks}
        assert reader.changed_since(reader.moment()) == frozenset()
        moments.append((reader.moment(), marks))

    put(store, ("url:c", replace(SLED, id="third", name="Third")))
    changed("third")
    store.undo(2, now="2026-01-03T00:00:00Z")
    changed("third", is_told=False)
    put(store, ("url:a", replace(SLED, level=Level.ADVANCED)))
    changed("sled-push")
    store.edit(replace(reader.get("sled-drag").exercise, name="Prowler Drag"), now="2026-01-04T00:00:00Z")
    changed("sled-drag")
    put(store, ("url:a", replace(SLED, source=Source(path="a.txt", form="profile-page", license="CC0-1.0"))))
    changed("sled-push")
    store.rename("sled-drag", "drag", now="2026-01-05T00:00:00Z")
    changed("sled-drag", "drag")
    store.merge("drag", "sled-push", now="2026-01-06T00:00:00Z")
    changed("drag")
    store.undo(store.batches()[0].number, now="2026-01-07T00:00:00Z")
    changed("drag", is_told=False)


def test_what_changed_is_not_told_of_another_library_or_after_the_shipped_one_changed(
    library: tuple[Store, Reader],
) -> None:
    store, reader = library
    put(store, ("url:a", SLED))
    moment = reader.moment()
    with open_store("sqlite://") as other:
        put(other, ("url:b", DRAG), ("url:a", SLED))
        put(other, ("url:c", DRAG))
        assert other.changed_since(moment) is None
    store.load_library([LibraryPage(DRAG, "drag")], digest="1", now="2026-02-01T00:00:00Z")
    assert reader.changed_since(moment) is None


def test_rows_are_told_in_the_order_asked_for_and_as_they_are_now(library: tuple[Store, Reader]) -> None:
    store, reader = library
    many = [replace(SLED, id=f"e-{number}", name=f"E {number}") for number in range(250)]
    put(store, *((f"url:{each.id}", each) for each in many))
    ids = [each.id for each in reversed(many)]
    for _ in range(2):
        assert [row.id for row in reader.rows_of(["nobody", *ids])] == ids
    put(store, ("url:e-7", replace(many[7], name="Seven")))
    assert [row.name for row in reader.rows_of(["e-7", "e-8", "e-7"])] == ["Seven", "E 8", "Seven"]
    assert reader.rows_of([]) == []


# --- reading


def test_what_was_put_in_comes_out(library: tuple[Store, Reader]) -> None:
    store, reader = library
    put(store, ("url:a", SLED), text="Stay low.", findings=(DOUBT,))
    stored = reader.get("sled-push")
    assert stored == Stored(SLED, (DOUBT,), Origin.IMPORT, 1, 1, "2026-01-01T00:00:00Z", keys=("url:a",))
    assert stored.exercise.tips[0].span == (0, 9)
    assert reader.page_text("sled-push") == "Stay low."


def test_an_unknown_id_names_the_nearest(library: tuple[Store, Reader]) -> None:
    store, reader = library
    put(store, ("url:a", SLED))
    with pytest.raises(UnknownExercise) as error:
        reader.get("sled-pushes")
    assert error.value.nearest == ("sled-push",)


def test_lists_leave_out_what_is_replaced_or_retired(library: tuple[Store, Reader]) -> None:
    store, reader = library
    retired = replace(SLED, id="retired", name="Retired")
    kept = replace(SLED, id="kept", name="Kept")
    ship(store, "1", retired, kept)
    put(store, ("url:a", SLED), ("url:b", DRAG))
    store.merge("sled-drag", "sled-push", now="t")
    store.edit(replace(kept, level=Level.ADVANCED), now="t")
    ship(store, "2")
    assert [row.id for row in reader.rows()] == ["kept", "sled-push"]
    assert [stored.exercise.id for stored in reader.all()] == ["kept", "sled-push"]
    assert reader.get("retired").is_retired
    assert reader.rows()[0].level is Level.ADVANCED
    assert reader.rows()[1].license == "CC-BY-4.0"


def test_all_gives_what_get_gives(library: tuple[Store, Reader]) -> None:
    store, reader = library
    put(store, ("url:a", SLED), ("url:b", DRAG))
    store.rename("sled-drag", "sled-pull", now="t")
    assert list(reader.all()) == [reader.get("sled-pull"), reader.get("sled-push")]


def test_an_old_id_leads_to_the_exercise(library: tuple[Store, Reader]) -> None:
    store, reader = library
    put(store, ("url:a", SLED), text="Stay low.")
    store.rename("sled-push", "prowler", now="t")
    store.rename("prowler", "prowler-push", now="t")
    for old in ("sled-push", "prowler"):
        assert reader.get(old) == reader.get("prowler-push")
        assert reader.page_text(old) == "Stay low."
    assert reader.get("sled-push").former_ids == ("sled-push", "prowler")
    assert reader.rows()[0].id == "prowler-push"


def test_merges_lead_to_the_end_of_the_chain(library: tuple[Store, Reader]) -> None:
    store, reader = library
    third = replace(SLED, id="third", name="Third")
    put(store, ("url:a", SLED), ("url:b", DRAG), ("url:c", third))
    store.merge("sled-push", "sled-drag", now="t")
    store.merge("sled-drag", "third", now="t")
    assert reader.get("sled-push").replaced_by == "third"
    assert reader.get("sled-push").exercise == SLED
    store.rename("third", "last", now="t")
    assert reader.get("sled-push").replaced_by == "last"


def test_history_keeps_every_revision_and_overlay(library: tuple[Store, Reader]) -> None:
    store, reader = library
    put(store, ("url:a", SLED))
    put(store, ("url:a", replace(SLED, name="Sled March")))
    store.edit(replace(SLED, name="My Sled"), now="t")
    history = reader.history("sled-push")
    assert [revision.exercise.name for revision in history.revisions] == ["Sled Push", "Sled March"]
    assert [overlay.changes for overlay in history.overlays] == [{"name": '"My Sled"'}]


def test_batches_come_newest_first(library: tuple[Store, Reader]) -> None:
    store, reader = library
    put(store, ("url:a", SLED))
    store.rename("sled-push", "prowler", now="t")
    rename, first = reader.batches()
    assert (rename.number, rename.kind) == (2, BatchKind.RENAME)
    assert first == Batch(
        1,
        BatchKind.IMPORT,
        "a.txt",
        "2026-01-01T00:00:00Z",
        "2026-01-01T00:00:09Z",
        None,
        {Outcome.ADDED: 1},
    )


# --- identity


def test_the_same_page_twice_changes_nothing(store: Store) -> None:
    put(store, ("url:a", SLED))
    before = list(store.dump())
    elsewhere = replace(SLED, source=replace(SLED.source, path="b.txt", retrieved="2026-02-02"))
    assert put(store, ("url:a", elsewhere)) == [Put(Outcome.UNCHANGED, "sled-push")]
    assert list(store.dump()) == before


@pytest.mark.parametrize(
    "changed",
    [
        replace(SLED, name="Sled March"),
        replace(SLED, source=replace(SLED.source, license="CC0-1.0")),
        replace(SLED, id="another-slug", level=Level.BEGINNER),
    ],
    ids=["name", "license", "slug"],
)
def test_the_same_source_changed_is_a_revision(store: Store, changed: Exercise) -> None:
    put(store, ("url:a", SLED))
    assert put(store, ("url:a", changed)) == [Put(Outcome.REVISED, "sled-push")]
    stored = store.get("sled-push")
    assert (stored.revision, stored.exercise) == (2, replace(changed, id="sled-push"))


def test_a_taken_slug_gets_a_number_and_names_the_twin(store: Store) -> None:
    others = [replace(SLED, name=f"Sled Push {n}") for n in "BCD"]
    done = put(store, ("url:a", SLED), *((f"url:{n}", other) for n, other in enumerate(others)))
    assert [(put.id, put.twin) for put in done] == [
        ("sled-push", None),
        ("sled-push-2", "sled-push"),
        ("sled-push-3", "sled-push"),
        ("sled-push-4", "sled-push"),
    ]
    assert [row.id for row in store.rows()] == [put.id for put in done]
    assert store.get("sled-push-3").exercise == replace(others[1], id="sled-push-3")


def test_a_numbered_id_stays_short_enough(store: Store) -> None:
    long = replace(SLED, id="a" * 98 + "-b")
    (_, second) = put(store, ("url:a", long), ("url:b", replace(long, name="Other")))
    assert second.id == "a" * 98 + "-2"


def test_an_exercise_is_never_numbered_into_its_own_relation(store: Store) -> None:
    related = replace(SLED, relations=(Relation(RelationKind.VARIATION_OF, "sled-push-2"),))
    (_, second) = put(store, ("url:a", SLED), ("url:b", related))
    assert second.id == "sled-push-3"
    assert store.get("sled-push-3").exercise.relations == related.relations


def test_a_page_that_names_its_own_number_is_read_without_that_relation(store: Store) -> None:
    put(store, ("url:a", SLED), ("url:b", replace(SLED, name="Other")))
    related = (Relation(RelationKind.VARIATION_OF, "sled-push-2"),)
    (revised,) = put(store, ("url:b", replace(SLED, relations=related)))
    assert revised == Put(Outcome.REVISED, "sled-push-2")
    assert store.get("sled-push-2").exercise.relations == ()
    assert len(store.history("sled-push-2").revisions) == 2


def test_the_same_page_under_two_addresses_is_one_exercise(store: Store) -> None:
    mirrored = replace(SLED, source=replace(SLED.source, url="https://other.example/a"))
    done = put(store, ("url:a", SLED), ("url:b", mirrored))
    assert done[1] == Put(Outcome.SAME_PAGE, "sled-push", twin="sled-push")
    assert store.get("sled-push").keys == ("url:a", "url:b")
    assert len(store.rows()) == 1


def test_a_mirror_that_changes_later_does_not_make_its_twin_flap(store: Store) -> None:
    put(store, ("url:a", SLED), ("url:b", SLED))
    changed = replace(SLED, name="Sled March")
    assert put(store, ("url:b", changed))[0].outcome is Outcome.REVISED
    assert put(store, ("url:a", SLED))[0].outcome is Outcome.UNCHANGED
    assert put(store, ("url:a", changed))[0].outcome is Outcome.UNCHANGED
    assert store.get("sled-push").revision == 2


def test_two_records_of_a_catalog_are_two_exercises(store: Store) -> None:
    done = put(store, ("cat:1", SLED), ("cat:2", SLED), is_page=False)
    assert [put.id for put in done] == ["sled-push", "sled-push-2"]


def test_the_records_of_a_catalog_share_its_text(store: Store) -> None:
    put(store, ("cat:1", SLED), ("cat:2", DRAG), is_page=False, text="[the whole catalog]")
    assert sum(record[0] == "page" for record in store.dump()) == 1
    assert store.page_text("sled-drag") == "[the whole catalog]"


def test_an_id_that_an_exercise_had_is_not_given_away(store: Store) -> None:
    put(store, ("url:a", SLED))
    store.rename("sled-push", "prowler", now="t")
    (second,) = put(store, ("url:b", replace(SLED, name="Other")))
    assert (second.id, second.twin) == ("sled-push-2", "prowler")


def test_a_batch_knows_which_exercise_a_key_leads_to(store: Store) -> None:
    put(store, ("url:a", SLED))
    with store.batch(now="t") as batch:
        assert batch.id_of("url:b") is None
        batch.put(Incoming(replace(SLED, name="Other"), key="url:b"))
        assert (batch.id_of("url:a"), batch.id_of("url:b")) == ("sled-push", "sled-push-2")


def test_a_batch_that_is_not_finished_keeps_nothing(store: Store) -> None:
    before = list(store.dump())
    with store.batch(now="t") as batch:
        assert batch.put(Incoming(SLED, key="url:a")).outcome is Outcome.ADDED
    assert list(store.dump()) == before


def test_a_page_that_cannot_be_stored_leaves_nothing_and_the_rest_goes_on(store: Store) -> None:
    broken = replace(SLED, id="broken", name="Broken")
    with store.batch(now="t") as batch:
        refused = batch.put(Incoming(broken, key="url:x", text="half \ud800 character"))
        assert batch.put(Incoming(SLED, key="url:a")).outcome is Outcome.ADDED
        finished = batch.finish("t")
    assert refused.outcome is Outcome.REFUSED
    assert "surrogates" in (refused.reason or "")
    assert [row.id for row in store.rows()] == ["sled-push"]
    assert finished
    assert finished.counts == {Outcome.ADDED: 1, Outcome.REFUSED: 1}


def test_a_zero_character_does_not_end_the_batch(store: Store) -> None:
    with store.batch(now="t") as batch:
        batch.put(Incoming(DRAG, key="url:b", text="zero \0"))  # SQLite keeps it, PostgreSQL cannot
        assert batch.put(Incoming(SLED, key="url:a")).outcome is Outcome.ADDED
        batch.finish("t")
    assert "sled-push" in {row.id for row in store.rows()}


# --- the shipped library


def test_the_library_is_loaded_once_a_version(store: Store) -> None:
    assert ship(store, "1", SLED)
    assert store.library_digest() == "1"
    before = list(store.dump())
    assert ship(store, "1", SLED) is None
    assert list(store.dump()) == before
    assert store.get("sled-push").origin is Origin.LIBRARY


def test_an_import_never_overwrites_a_page_of_the_library(store: Store) -> None:
    ship(store, "1", SLED)
    (same,) = put(store, ("url:a", SLED))
    assert same == Put(Outcome.SAME_PAGE, "sled-push", twin="sled-push")
    (other,) = put(store, ("url:a", replace(SLED, name="Foreign")))
    assert (other.id, other.twin) == ("sled-push-2", "sled-push")
    assert store.get("sled-push").exercise == SLED


def test_an_overlay_survives_an_update_of_its_page(store: Store) -> None:
    ship(store, "1", SLED)
    store.edit(replace(SLED, name="My Sled"), now="t")
    ship(store, "2", replace(SLED, name="Sled March", level=Level.ADVANCED))
    stored = store.get("sled-push")
    assert (stored.exercise.name, stored.exercise.level) == ("My Sled", Level.ADVANCED)
    assert (stored.overlay, stored.revision) == (("name",), 2)
    assert store.rows()[0].name == "My Sled"


def test_an_exercise_equal_to_its_page_takes_the_overlay_away(store: Store) -> None:
    ship(store, "1", SLED)
    store.edit(replace(SLED, name="My Sled"), now="t")
    assert store.edit(replace(SLED, name="My Sled"), now="t") is None
    assert store.edit(SLED, now="t")
    assert store.get("sled-push").overlay == ()
    assert store.get("sled-push").exercise == SLED


def test_a_new_page_of_the_library_moves_an_import_aside(store: Store) -> None:
    put(store, ("url:a", SLED))
    put(store, ("url:a", replace(SLED, name="Imported")))
    ship(store, "1", replace(SLED, name="Ours"))
    assert store.get("sled-push").origin is Origin.LIBRARY
    moved = store.get("sled-push-2")
    assert (moved.exercise.name, moved.former_ids) == ("Imported", ("sled-push",))
    assert len(store.history("sled-push-2").revisions) == 2
    assert put(store, ("url:a", SLED)) == [Put(Outcome.REVISED, "sled-push-2")]


def test_a_retired_page_comes_back(store: Store) -> None:
    ship(store, "1", SLED)
    ship(store, "2")
    assert store.rows() == []
    ship(store, "3", SLED)
    assert [row.id for row in store.rows()] == ["sled-push"]


# --- undoing


def test_undoing_an_import_restores_what_was_there(store: Store) -> None:
    put(store, ("url:a", SLED), text="old")
    before = facts(store)
    put(
        store,
        ("url:a", replace(SLED, name="Changed")),
        ("url:b", DRAG),
        ("url:c", replace(SLED, name="Changed")),
        text="new",
    )
    assert facts(store) != before
    undone = store.undo(2, now="2026-03-03T00:00:00Z")
    assert undone.undone == "2026-03-03T00:00:00Z"
    assert facts(store) == before
    assert store.get("sled-push").exercise == SLED


def test_undoing_is_refused_when_a_later_change_stands_on_it(store: Store) -> None:
    put(store, ("url:a", SLED))
    store.edit(replace(SLED, name="Mine"), now="t")
    before = list(store.dump())
    with pytest.raises(CannotUndo, match=r"edited since .*undo 2 first"):
        store.undo(1, now="t")
    assert list(store.dump()) == before
    store.undo(2, now="t")
    store.undo(1, now="t")
    assert store.rows() == []


def test_a_later_batch_on_other_exercises_is_not_in_the_way(store: Store) -> None:
    put(store, ("url:a", SLED))
    put(store, ("url:b", DRAG))
    store.undo(1, now="t")
    assert [row.id for row in store.rows()] == ["sled-drag"]


def test_an_import_that_the_library_moved_aside_can_be_undone(store: Store) -> None:
    ship(store, "1")
    put(store, ("url:a", SLED))
    ship(store, "2", replace(SLED, name="Ours"))
    store.undo(2, now="t")
    assert [row.name for row in store.rows()] == ["Ours"]


@pytest.mark.parametrize("kind", ["merge", "rename"])
def test_a_merge_and_a_rename_can_be_undone(store: Store, kind: str) -> None:
    put(store, ("url:a", SLED), ("url:b", DRAG))
    before = facts(store)
    if kind == "merge":
        store.merge("sled-drag", "sled-push", now="t")
    else:
        store.rename("sled-drag", "sled-pull", now="t")
    store.undo(2, now="t")
    assert facts(store) == before
    assert [row.id for row in store.rows()] == ["sled-drag", "sled-push"]


def test_what_cannot_be_undone_says_why(store: Store) -> None:
    ship(store, "1", SLED)
    with pytest.raises(CannotUndo, match="comes with Vastus"):
        store.undo(1, now="t")
    put(store, ("url:b", DRAG))
    store.undo(2, now="yesterday")
    with pytest.raises(CannotUndo, match="undone on yesterday"):
        store.undo(2, now="t")
    with pytest.raises(UnknownBatch):
        store.undo(99, now="t")


# --- merging and renaming


def test_wrong_merges_are_refused(store: Store) -> None:
    put(store, ("url:a", SLED), ("url:b", DRAG))
    with pytest.raises(StoreError, match="by itself"):
        store.merge("sled-push", "sled-push", now="t")
    store.merge("sled-push", "sled-drag", now="t")
    with pytest.raises(StoreError, match="by itself"):
        store.merge("sled-drag", "sled-push", now="t")
    with pytest.raises(StoreError, match="already replaced by 'sled-drag'"):
        store.merge("sled-push", "sled-drag", now="t")
    with pytest.raises(UnknownExercise):
        store.merge("sled-push", "nobody", now="t")
    assert len(store.batches()) == 2


def test_wrong_renames_are_refused(store: Store) -> None:
    ship(store, "1", SLED)
    related = replace(DRAG, relations=(Relation(RelationKind.VARIATION_OF, "sled"),))
    put(store, ("url:b", related))
    for new_id, why in [
        ("sled-push", "another exercise"),
        ("Sled Push", "is no id"),
        ("sled", "is related"),
        ("sled-drag", "already"),
    ]:
        with pytest.raises(StoreError, match=why):
            store.rename("sled-drag", new_id, now="t")
    with pytest.raises(StoreError, match="comes with Vastus"):
        store.rename("sled-push", "mine", now="t")


def test_an_exercise_can_have_its_old_id_again(store: Store) -> None:
    put(store, ("url:a", SLED))
    store.rename("sled-push", "prowler", now="t")
    store.rename("prowler", "sled-push", now="t")
    assert store.get("prowler").exercise == SLED


# --- everything out, and in again


def filled(store: Store) -> None:
    ship(store, "1", SLED, replace(SLED, id="retired", name="Retired"))
    put(store, ("url:a", replace(DRAG, name="Foreign")), ("url:b", DRAG), text="a page")
    put(store, ("url:b", replace(DRAG, level=Level.BEGINNER)), text="a page, changed")
    store.edit(replace(SLED, name="Mine"), now="t")
    store.rename("sled-drag", "sled-pull", now="t")
    store.merge("sled-drag-2", "sled-pull", now="t")
    ship(store, "2", SLED)


def test_a_dump_loads_into_an_identical_library(store: Store) -> None:
    filled(store)
    dump = list(store.dump())
    with open_store("sqlite://") as other:
        ship(other, "another version", replace(SLED, name="To be replaced"))
        other.load(dump)
        assert list(other.dump()) == dump
        assert other.rows() == store.rows()
        assert list(other.all()) == list(store.all())


def test_a_dump_is_refused_where_something_of_the_user_is(store: Store) -> None:
    filled(store)
    dump = list(store.dump())
    with pytest.raises(StoreError, match="nothing was imported"):
        store.load(dump)
    assert list(store.dump()) == dump


def spoiled(records: list[Any], kind: str, **changes: object) -> list[Any]:
    at = next(n for n, record in enumerate(records) if record[0] == kind)
    return [*records[:at], (kind, {**records[at][1], **changes}), *records[at + 1 :]]


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        ("vastus", {"schema": "9999"}),
        ("revision", {"document": "{"}),
        ("revision", {"document": '{"name":""}'}),
        ("revision", {"exercise": "nobody"}),
        ("revision", {"number": "one"}),
        ("revision", {"findings": [1]}),
        ("exercise", {"id": "No Id"}),
        ("exercise", {"color": "red"}),
        ("batch", {"number": None}),
        ("source_key", {"exercise": "half \ud800"}),
    ],
)
def test_a_damaged_dump_changes_nothing(store: Store, kind: str, changes: dict[str, object]) -> None:
    with open_store("sqlite://") as other:
        filled(other)
        records = spoiled(list(other.dump()), kind, **changes)
    before = list(store.dump())
    with pytest.raises(StoreError):
        store.load(records)
    with pytest.raises(StoreError, match="no exported library"):
        store.load([])
    assert list(store.dump()) == before


def test_a_store_and_the_light_reader_fit_the_ports(store: Store) -> None:
    """The type checker reads this; running it needs no more than the names."""
    light = Reader(lambda _statement, _values: ())
    reading: list[ports.Reading] = [store, light]
    importing: ports.Importing = store
    undoing: ports.Undoing = store
    loading: ports.Loading = store
    curating: ports.Curating = store
    exporting: list[ports.Exporting] = [store]
    assert {*reading, importing, undoing, loading, curating, *exporting} == {store, light}


PROWLER = Gear(GearKind.SLED, "Prowler", {"sled": "40", "height": "36in"}, "2026-01-01T00:00:00Z")
GARAGE = Gear(
    GearKind.SURFACE, "Garage", {"mu": "0.3..0.35..0.5"}, "2026-01-02T00:00:00Z", is_measured=True, readings=4
)


def test_own_sleds_and_surfaces_are_there_as_they_were_kept(library: tuple[Store, Reader]) -> None:
    store, reader = library
    assert reader.gear() == ()
    store.keep_gear(GARAGE)
    store.keep_gear(PROWLER)
    assert reader.gear() == (PROWLER, GARAGE)


def test_what_is_kept_again_replaces_what_had_the_name_in_any_case(store: Store) -> None:
    store.keep_gear(PROWLER)
    later = replace(PROWLER, name="PROWLER", inputs={"sled": "45"})
    store.keep_gear(later)
    assert store.gear() == (later,)
    with pytest.raises(StoreError, match="something else of yours"):
        store.keep_gear(replace(GARAGE, name="prowler"))
    assert store.gear() == (later,)


def test_what_is_forgotten_is_gone(store: Store) -> None:
    store.keep_gear(PROWLER)
    store.keep_gear(GARAGE)
    assert store.forget_gear(PROWLER.key)
    assert not store.forget_gear(PROWLER.key)
    assert store.gear() == (GARAGE,)


def test_own_gear_travels_in_a_dump_and_is_never_overwritten_by_one(store: Store) -> None:
    store.keep_gear(PROWLER)
    store.keep_gear(GARAGE)
    records = list(store.dump())
    with open_store("sqlite://") as other:
        other.load(records)
        assert other.gear() == (PROWLER, GARAGE)
        with pytest.raises(StoreError, match="imported, changed or kept"):
            other.load(records)
        assert other.gear() == (PROWLER, GARAGE)


@pytest.mark.parametrize(
    "wrong", [{"key": "another"}, {"inputs": "{}"}, {"kind": "boat"}, {"inputs": '{"athlete": "80"}'}, {"readings": 0}]
)
def test_a_damaged_record_of_own_gear_is_refused(wrong: dict[str, str | int]) -> None:
    with open_store("sqlite://") as store:
        store.keep_gear(GARAGE)
        records = [(name, {**row, **wrong} if name == "gear" else row) for name, row in store.dump()]
    with open_store("sqlite://") as other:
        with pytest.raises(StoreError):
            other.load(records)
        assert other.gear() == ()


def test_a_dump_from_before_own_gear_is_taken_in(store: Store) -> None:
    put(store, ("url:sled", SLED))
    records = [(name, row) for name, row in store.dump() if name != "gear"]
    records[0] = ("vastus", {"schema": "0001"})
    with open_store("sqlite://") as other:
        other.load(records)
        assert [row.id for row in other.rows()] == ["sled-push"]
        assert other.gear() == ()
