"""A backup is whole or there is none; restoring replaces everything or changes nothing."""

import json
import shutil
import sqlite3
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from vastus.domain.exercise import Exercise
from vastus.domain.library import Incoming
from vastus.errors import BackupError, DiskFull, StoreError
from vastus.store import backup
from vastus.store.library import Store, open_store
from vastus.store.reading import light_reader

SLED = Exercise(id="sled-push", name="Sled Push")
NOW = "2026-01-01T00:00:00Z"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "vastus.db"


def put(store: Store, *exercises: Exercise) -> None:
    with store.batch(now="t") as batch:
        for exercise in exercises:
            batch.put(Incoming(exercise, key=f"url:{exercise.id}", text=exercise.name))
        batch.finish("t")


def test_what_was_backed_up_is_there_again_after_restoring(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "backup.zip"
    with open_store(path) as store:
        put(store, SLED)
        before = list(store.dump())
        manifest = backup.back_up(path, target, now=NOW)
        assert (manifest.created, manifest.counts["exercise"]) == (NOW, 1)
        put(store, replace(SLED, id="later", name="Later"))
        later = list(store.dump())

        restored = backup.restore(path, target, now="2026-02-02T00:00:00Z")
        assert restored.manifest == manifest
        assert list(store.dump()) == before  # a store that was open all the time
        put(store, replace(SLED, id="next", name="Next"))
        reader = light_reader(path)
        assert reader
        assert [row.id for row in reader.rows()] == ["next", "sled-push"]

        assert restored.before
        assert restored.before.name == "vastus-before-restore-20260202T000000Z.zip"
        backup.restore(path, restored.before, now=NOW)
        assert list(store.dump()) == later


def test_a_backup_can_be_restored_where_there_was_nothing(path: Path, tmp_path: Path) -> None:
    target, elsewhere = tmp_path / "backup.zip", tmp_path / "new" / "vastus.db"
    with open_store(path) as store:
        put(store, SLED)
        backup.back_up(path, target, now=NOW)
        assert backup.restore(elsewhere, target, now=NOW).before is None
        with open_store(elsewhere) as other:
            assert list(other.dump()) == list(store.dump())
    assert sorted(file.name for file in elsewhere.parent.iterdir()) == ["vastus.db"]


def test_a_backup_during_an_import_holds_whole_batches_only(path: Path, tmp_path: Path) -> None:
    stop = threading.Event()

    def keep_importing() -> None:
        with open_store(path) as store:
            number = 0
            while not stop.is_set():
                number += 1
                names = [f"e-{number}-{n}" for n in range(10)]
                put(store, *(replace(SLED, id=name, name=name) for name in names))

    with open_store(path) as store:
        put(store, SLED)
    importing = threading.Thread(target=keep_importing)
    importing.start()
    try:
        for number in range(5):
            target = tmp_path / f"{number}.zip"
            manifest = backup.back_up(path, target, now=NOW)
            batches, exercises = manifest.counts["batch"], manifest.counts["exercise"]
            assert exercises == 1 + 10 * (batches - 1)
    finally:
        stop.set()
        importing.join()
    backup.restore(path, tmp_path / "4.zip", now=NOW)


def test_a_safety_copy_never_replaces_another(path: Path, tmp_path: Path) -> None:
    open_store(path).close()
    backup.back_up(path, tmp_path / "backup.zip", now=NOW)
    copies = {backup.restore(path, tmp_path / "backup.zip", now=NOW).before for _ in range(3)}
    assert len(copies) == 3


def rewritten(archive: Path, **changes: object) -> None:
    """Change the manifest of a backup."""
    with zipfile.ZipFile(archive) as file:
        manifest = json.loads(file.read("manifest.json"))
        database = file.read("vastus.db")
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("manifest.json", json.dumps(manifest | changes))
        file.writestr("vastus.db", database)


def cut(archive: Path) -> None:
    archive.write_bytes(archive.read_bytes()[:-500])


def flip(archive: Path) -> None:
    content = bytearray(archive.read_bytes())
    content[len(content) // 2] ^= 0xFF
    archive.write_bytes(content)


def with_another_database(archive: Path) -> None:
    other = archive.with_suffix(".db")
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE accounts (name TEXT)")
    connection.close()
    with zipfile.ZipFile(archive) as file:
        manifest = json.loads(file.read("manifest.json"))
    manifest |= {"digest": backup._digest(other), "size": other.stat().st_size}
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("manifest.json", json.dumps(manifest))
        file.write(other, "vastus.db")


def with_a_newer_schema(archive: Path) -> None:
    with zipfile.ZipFile(archive) as file:
        manifest = json.loads(file.read("manifest.json"))
        file.extract("vastus.db", archive.parent)
    database = archive.parent / "vastus.db"
    connection = sqlite3.connect(database)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    manifest |= {"schema": "9999", "digest": backup._digest(database)}
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("manifest.json", json.dumps(manifest))
        file.write(database, "vastus.db")


SPOILED: dict[str, Callable[[Path], object]] = {
    "text": lambda archive: archive.write_text("no zip"),
    "empty": lambda archive: archive.write_bytes(b""),
    "missing": lambda archive: archive.unlink(),
    "folder": lambda archive: (archive.unlink(), archive.mkdir()),
    "another zip": lambda archive: zipfile.ZipFile(archive, "w").close(),
    "cut": cut,
    "flipped": flip,
    "no manifest": lambda archive: rewritten(archive, format=None),
    "another format": lambda archive: rewritten(archive, format="zip"),
    "newer": lambda archive: rewritten(archive, version=99),
    "wrong digest": lambda archive: rewritten(archive, digest="0" * 64),
    "wrong size": lambda archive: rewritten(archive, size=1),
    "wrong counts": lambda archive: rewritten(archive, counts={"exercise": 7}),
    "another database": with_another_database,
    "newer schema": with_a_newer_schema,
}


@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED.keys())
def test_a_file_that_is_no_whole_backup_changes_nothing(
    path: Path, tmp_path: Path, spoil: Callable[[Path], object]
) -> None:
    archive = tmp_path / "backup.zip"
    with open_store(path) as store:
        put(store, SLED)
        backup.back_up(path, archive, now=NOW)
        spoil(archive)
        before = list(store.dump())
        with pytest.raises(BackupError) as error:
            backup.restore(path, archive, now=NOW)
        assert len(str(error.value).splitlines()) == 1
        assert list(store.dump()) == before
    assert sorted(file.name for file in path.parent.iterdir()) == ["vastus.db"]


def test_restoring_gives_up_while_somebody_writes(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup, "WAIT_S", 0.05)
    archive = tmp_path / "backup.zip"
    with open_store(path) as store:
        put(store, SLED)
        backup.back_up(path, archive, now=NOW)
        with store.batch(now="t") as batch:
            batch.put(Incoming(replace(SLED, name="New"), key="url:new"))
            with pytest.raises(StoreError, match="busy"):
                backup.restore(path, archive, now=NOW)
            assert batch.finish("t")
        assert len(store.rows()) == 2


def test_without_a_database_there_is_nothing_to_back_up(path: Path, tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="nothing to back up"):
        backup.back_up(path, tmp_path / "backup.zip", now=NOW)
    assert not (tmp_path / "backup.zip").exists()


def test_a_full_disk_leaves_the_old_backup(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    target = tmp_path / "backup.zip"
    target.write_text("the old one")
    open_store(path).close()
    monkeypatch.setattr(backup.os, "fsync", full)
    with pytest.raises(DiskFull):
        backup.back_up(path, target, now=NOW)
    assert target.read_text() == "the old one"
    assert list(tmp_path.glob(".*")) == []
    shutil.rmtree(path.parent)
