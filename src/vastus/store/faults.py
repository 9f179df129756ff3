"""What a database driver says when it refuses, in our words."""

import errno
import sqlite3

from vastus.errors import DiskFull, StoreError

_FULL = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_SHMSIZE}  # the latter: no room for WAL's index
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_BROKEN = {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}
_REFUSED = {sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_TOOBIG, sqlite3.SQLITE_MISMATCH}
_POSTGRES_FULL = {"53100", "53200"}  # disk full, out of memory
_POSTGRES_BUSY = {
    "55P03",
    "40P01",
    "40001",
    "57014",
}  # lock timeout, deadlock, serialization, canceled
_POSTGRES_REFUSED = ("22", "23")  # classes: data exception, integrity constraint


def driver_error(error: BaseException) -> BaseException:
    """The driver's own error inside SQLAlchemy's, or the error itself."""
    return getattr(error, "orig", None) or error


def is_refusal(error: BaseException) -> bool:
    """Whether only this row was refused, so that the batch can go on."""
    cause = driver_error(error)
    if isinstance(cause, sqlite3.Error):
        code = getattr(cause, "sqlite_errorcode", None)
        # without a code the driver itself refused a value, such as an integer that is too large
        return code is None or (code & 0xFF) in _REFUSED
    if isinstance(cause, (UnicodeError, OverflowError)):
        return True
    state = getattr(cause, "sqlstate", None)
    if state is None:  # the driver itself refused a value: a text with a zero character
        return type(cause).__name__ == "DataError"
    return str(state).startswith(_POSTGRES_REFUSED)


def store_error(error: BaseException, where: str) -> StoreError:
    """The error to raise in place of a driver's; `where` names the database, no password."""
    cause = driver_error(error)
    code = getattr(cause, "sqlite_errorcode", None)
    state = getattr(cause, "sqlstate", None)
    if (
        code in _FULL
        or state in _POSTGRES_FULL
        or (isinstance(cause, OSError) and cause.errno in {errno.ENOSPC, errno.EDQUOT})
    ):
        return DiskFull(f"there is no room left on the disk ({where}); nothing was kept")
    if (code is not None and (code & 0xFF) in _BUSY) or state in _POSTGRES_BUSY:
        return StoreError(f"{where} is busy: something else is writing to it; try again")
    if code is not None and (code & 0xFF) in _BROKEN:
        return StoreError(f"{where} is no database of Vastus, or it is damaged; restore a backup")
    if code is not None and (code & 0xFF) == sqlite3.SQLITE_CANTOPEN:
        return StoreError(f"{where} cannot be opened: is there such a folder, and may you write to it?")
    if code is not None and (code & 0xFF) in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM}:
        return StoreError(f"{where} may not be written to")
    if isinstance(cause, OSError) and cause.strerror:
        return StoreError(f"{where}: {cause.strerror.lower()}")
    return StoreError(f"{where}: {' '.join(str(cause).split())}")
