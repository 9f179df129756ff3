"""Where built indexes stand on disk: each in a folder of its own, named after the state of the library it shows.

One process builds at a time, behind a lock, into a folder that nobody reads; a rename makes it the one that is read.
A process that is killed on the way leaves a folder that the next builder clears away.
"""

import fcntl
import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from pathlib import Path

from vastus.search.documents import Document
from vastus.search.index import FORM, Index, build_index, open_index

_BUILDING = "building-"


class Shelf:
    """The indexes of one library in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def index(self, state: str, documents: Callable[[], Iterable[Document]]) -> Index:
        """The index of a library in this state, built first where there is none.

        Where the folder cannot be written, it is built in memory, each time.
        """
        name = _name(state)
        found = self._open(name)
        if found is not None:
            return found
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with self._alone():
                return self._open(name) or self._build(name, documents())
        except (OSError, ValueError):  # ValueError: tantivy's word for a full disk
            return build_index(documents())  # a folder that cannot be written costs time, not the answer

    def _open(self, name: str) -> Index | None:
        folder = self._folder / name
        try:
            return open_index(folder) if folder.is_dir() else None
        except (ValueError, OSError):  # damaged, or cleared away just now
            return None

    def _build(self, name: str, documents: Iterable[Document]) -> Index:
        for old in self._folder.glob(f"{_BUILDING}*"):
            shutil.rmtree(old, ignore_errors=True)
        target = self._folder / name
        building = Path(tempfile.mkdtemp(prefix=_BUILDING, dir=self._folder))
        try:
            build_index(documents, building)
            shutil.rmtree(target, ignore_errors=True)  # there is one only where it is damaged
            building.rename(target)
        finally:
            shutil.rmtree(building, ignore_errors=True)
        for other in self._folder.iterdir():
            if other.is_dir() and other.name != name:
                shutil.rmtree(other, ignore_errors=True)  # who still reads it has its files open
        return open_index(target)

    @contextmanager
    def _alone(self) -> Generator[None]:
        handle = os.open(self._folder / "lock", os.O_CREAT | os.O_RDWR, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)


def _name(state: str) -> str:
    return hashlib.sha256(f"{FORM}\n{state}".encode()).hexdigest()[:24]
