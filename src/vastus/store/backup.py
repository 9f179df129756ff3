"""A whole instance in one file, and back, while it runs. SQLite only: servers have their tools.

A backup is a zip of the database and a manifest that says what must be in it. Both ways go through
SQLite's own backup, which copies one consistent state and, on restoring, replaces all of it in one
transaction, so that programs that have the database open see the old state or the new one.
"""

import hashlib
import os
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Generator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

import msgspec

from vastus.domain.library import Manifest
from vastus.errors import BackupError, StoreError
from vastus.store import statements
from vastus.store.faults import store_error
from vastus.store.reading import WAIT_S

FORMAT = "vastus-backup"
VERSION = 1

_DATABASE, _MANIFEST = "vastus.db", "manifest.json"
_BLOCK = 1 << 20
_MAX_MANIFEST = 1 << 16
_COUNTED = ("exercise", "revision", "page", "batch")


class Restored(NamedTuple):
    """What was restored, and the backup of what was there before; None where there was nothing."""

    manifest: Manifest
    before: Path | None


def back_up(database: Path, target: Path, *, now: str) -> Manifest:
    """Write a backup of an SQLite database; an older file is replaced only by a whole one.

    Raises:
        BackupError: there is no database, it is damaged, or `target` cannot be written.
        DiskFull: no room for the backup.
    """
    if not database.exists():
        raise BackupError(f"{database}: there is nothing to back up yet")
    with _faults(target), _folder_beside(target) as folder:
        copy = folder / _DATABASE
        with _opened(database) as live, _opened(copy) as kept:
            live.backup(kept)
            kept.execute("PRAGMA journal_mode=DELETE")  # one file, without a log beside it
            schema, counts = _sound(kept, database)
        manifest = Manifest(FORMAT, VERSION, schema, now, _digest(copy), copy.stat().st_size, counts)
        packed = folder / "packed"
        with packed.open("xb") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr(_MANIFEST, msgspec.json.format(msgspec.json.encode(manifest)))
                archive.write(copy, _DATABASE)
            file.flush()
            os.fsync(file.fileno())
        packed.replace(target)
    return manifest


def restore(database: Path, backup: Path, *, now: str) -> Restored:
    """Replace all that is in an SQLite database, and keep a backup of what was there.

    Nothing is changed before the backup was checked whole: its manifest, the digest of its
    database, SQLite's own check, and its schema, which is migrated when it is older than ours.

    Raises:
        BackupError: it is no backup, it is damaged, or it was written by a newer version.
        DiskFull: no room; nothing was changed.
    """
    with _faults(backup), _folder_beside(database) as folder:
        copy = folder / _DATABASE
        manifest = _unpack(backup, copy)
        with _opened(copy) as kept:
            schema, counts = _sound(kept, backup)
        if counts != manifest.counts or schema != manifest.schema:
            raise BackupError(f"{backup}: the manifest does not fit the database in it")
        if schema != statements.SCHEMA:
            _migrate(copy, backup)
        before = None
        if database.exists():
            stamp = "".join(c for c in now if c.isalnum())
            before = _free(database.with_name(f"{database.stem}-before-restore-{stamp}.zip"))
            back_up(database, before, now=now)
        with _faults(database), _opened(copy) as kept, _opened(database) as live:
            live.execute("PRAGMA journal_mode=WAL")
            live.execute("PRAGMA synchronous=FULL")
            kept.backup(live, progress=_refuse_to_wait)
    return Restored(manifest, before)


def _unpack(backup: Path, copy: Path) -> Manifest:
    """Write the backup's database to `copy`, checked against its manifest."""
    try:
        with zipfile.ZipFile(backup) as archive:
            names = sorted(entry.filename for entry in archive.infolist())
            if names != sorted([_DATABASE, _MANIFEST]):
                raise BackupError(f"{backup}: this is no backup of Vastus")
            manifest = _manifest(archive, backup)
            if archive.getinfo(_DATABASE).file_size != manifest.size:
                raise BackupError(f"{backup}: the database in it is not the one that was backed up")
            digest, left = hashlib.sha256(), manifest.size
            with archive.open(_DATABASE) as packed, copy.open("xb") as file:
                while left > 0 and (block := packed.read(min(_BLOCK, left))):
                    left -= len(block)
                    digest.update(block)
                    file.write(block)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise BackupError(f"{backup}: this is no backup of Vastus, or it is damaged") from error
    if digest.hexdigest() != manifest.digest:
        raise BackupError(f"{backup}: the database in it is not the one that was backed up")
    return manifest


def _manifest(archive: zipfile.ZipFile, backup: Path) -> Manifest:
    try:
        with archive.open(_MANIFEST) as file:
            manifest = msgspec.json.decode(file.read(_MAX_MANIFEST), type=Manifest)
    except msgspec.MsgspecError as error:
        raise BackupError(f"{backup}: its manifest cannot be read") from error
    if manifest.format != FORMAT:
        raise BackupError(f"{backup}: this is no backup of Vastus")
    if manifest.version > VERSION:
        raise BackupError(f"{backup}: it was written by a newer version of Vastus")
    return manifest


def _sound(connection: sqlite3.Connection, where: Path) -> tuple[str, Mapping[str, int]]:
    """The schema and the counts of a database that SQLite finds whole and that is ours."""
    try:
        faults = connection.execute("PRAGMA integrity_check(1)").fetchall()
        if faults != [("ok",)] or connection.execute("PRAGMA foreign_key_check").fetchall():
            raise BackupError(f"{where}: the database is damaged")
        (schema,) = connection.execute(statements.SCHEMA_NOW).fetchone() or ("",)
        counts = {
            table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
            for table in _COUNTED
        }
    except sqlite3.DatabaseError as error:
        raise BackupError(f"{where}: this is no database of Vastus, or it is damaged") from error
    return schema, counts


def _migrate(copy: Path, backup: Path) -> None:
    # only here, and rarely: it imports SQLAlchemy and Alembic
    from vastus.store.library import open_store  # noqa: PLC0415

    try:
        open_store(copy).close()
    except StoreError as error:
        raise BackupError(f"{backup}: it was written by a newer version of Vastus") from error
    with _opened(copy) as migrated:
        migrated.execute("PRAGMA journal_mode=DELETE")


def _refuse_to_wait(status: int, _left: int, _all: int) -> None:
    # without this, the copy would try for ever; the connection has waited WAIT_S by now
    if status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        raise StoreError("the database is busy: something else is writing to it; try again")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _free(path: Path) -> Path:
    """The path, or the first numbered one that is free: no safety copy replaces another."""
    free, number = path, 2
    while free.exists():
        free, number = path.with_stem(f"{path.stem}-{number}"), number + 1
    return free


@contextmanager
def _opened(path: Path) -> Generator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, timeout=WAIT_S, isolation_level=None)) as connection:
        yield connection


@contextmanager
def _folder_beside(path: Path) -> Generator[Path]:
    """A folder on the same disk, from where files can be moved into place; gone afterwards."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{path.name}-", dir=path.parent) as folder:
        yield Path(folder)


@contextmanager
def _faults(path: Path) -> Generator[None]:
    """Turns the system's and SQLite's errors into ours."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise _backup_error(error, path) from error


def _backup_error(error: Exception, path: Path) -> StoreError:
    """The error to raise for one of the system's or of SQLite's."""
    found = store_error(error, str(path))
    if type(found) is not StoreError:
        return found
    if isinstance(error, OSError):
        return BackupError(f"{path}: {(error.strerror or str(error)).lower()}")
    return BackupError(str(found))
