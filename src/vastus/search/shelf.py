"""Where indexes stand on disk: each in a folder of its own, named after the state of the library it shows.

One process writes at a time, behind a lock, into a folder that nobody reads; a rename makes it the one that is read.
A process that is killed on the way leaves a folder that the next writer clears away.

After a small change the new index is the old one with some exercises replaced. Its files are never changed by tantivy,
only added to, so the new folder begins as links to them, and who reads the old one is not disturbed. Which exercises
have changed is told by the library's log of changes; where that does not tell, by their marks (`notes`).
"""

import fcntl
import hashlib
import os
import shutil
import tempfile
from collections.abc import Collection, Generator, Iterable, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, Protocol

from vastus.search.columns import row_of
from vastus.search.documents import Document
from vastus.search.index import FORM, Index, build_index, change_index, open_index
from vastus.search.notes import SINCE, WHOLE, Notes, whole_notes

_BUILDING = "building-"
_MOST_CHANGED = 0.1
"""The share of the library up to which replacing what has changed is quicker than building all of it anew."""
_FEW = 50  # changes that are always few
_MOST_SINCE = 0.01  # the share of the library that may have changed before the notes are written whole again


class Indexed(Protocol):
    """The library, to be indexed."""

    def moment(self) -> str:
        """Which changes the library has seen, as a text for `changed_since`."""
        ...

    def changed_since(self, moment: str) -> Collection[str] | None:
        """The ids of all that has changed since, the gone ones too; None where the library cannot tell."""
        ...

    def marks(self, ids: Collection[str] | None = None) -> Mapping[str, str]:
        """A mark for each of these exercises, or of all, that a person should find: another one after each change."""
        ...

    def documents(self, ids: Collection[str] | None = None) -> Iterable[Document]:
        """These exercises, or all by name; one that is gone is left out."""
        ...


class _Change(NamedTuple):
    """The exercises that leave an index, the marks of those that are put in or replaced, and of how many there are."""

    gone: Collection[str]
    new: Mapping[str, str]
    among: int


class Shelf:
    """The indexes of one library in one folder.

    `base` names all that an index depends on beside the library's exercises, such as the version and its vocabularies.
    """

    def __init__(self, folder: Path, base: str = "") -> None:
        self._folder = folder
        self._base = f"{FORM} {base}"

    def index(self, state: str, library: Indexed) -> Index:
        """The index of a library in this state, made first where there is none.

        Where the folder cannot be written, it is built in memory, each time.
        """
        name = hashlib.sha256(f"{self._base}\n{state}".encode()).hexdigest()[:24]
        found = self._open(name)
        index = self._made(name, library) if found is None else found
        index.state = state
        return index

    def _made(self, name: str, library: Indexed) -> Index:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with self._alone():
                return self._open(name) or self._make(name, library)
        except (OSError, ValueError):  # ValueError: tantivy's word for a full disk
            return build_index(library.documents())  # a folder that cannot be written costs time, not the answer

    def _open(self, name: str) -> Index | None:
        folder = self._folder / name
        try:
            return _opened(folder) if folder.is_dir() else None
        except (ValueError, OSError):  # damaged, or cleared away just now
            return None

    def _make(self, name: str, library: Indexed) -> Index:
        for old in self._folder.glob(f"{_BUILDING}*"):
            shutil.rmtree(old, ignore_errors=True)
        target = self._folder / name
        moment = library.moment()  # first: what changes meanwhile has changed since, next time
        if not self._make_changed(target, moment, library):
            self._make_anew(target, moment, library)
        for other in self._folder.iterdir():
            if other.is_dir() and other.name != name:
                shutil.rmtree(other, ignore_errors=True)  # who still reads it has its files open
        return _opened(target)

    def _make_anew(self, target: Path, moment: str, library: Indexed) -> None:
        marks = library.marks()
        with self._building(target) as folder:
            columns = build_index(library.documents(), folder).columns
            there = {each: marks.get(each, "") for each in columns.ids}
            whole_notes(self._base, moment, there, columns).write(folder)

    def _make_changed(self, target: Path, moment: str, library: Indexed) -> bool:
        """Make the new index of an old one; False where there is none, or too much has changed."""
        for old in sorted(self._folder.iterdir(), key=lambda each: each.stat().st_mtime, reverse=True):
            notes = self._noted(old)
            if notes is None:
                continue
            change = _change(notes, library)
            if len(change.gone) + len(change.new) > max(_FEW, _MOST_CHANGED * change.among):
                return False
            try:
                with self._building(target) as folder:
                    for file in old.iterdir():
                        if not file.name.endswith(".lock") and file.name != SINCE:
                            (folder / file.name).hardlink_to(file)
                    self._change(folder, notes, moment, change, library)
            except (OSError, ValueError):  # the old one is damaged, or this file system has no links
                return False
            return True
        return False

    def _change(self, folder: Path, notes: Notes, moment: str, change: _Change, library: Indexed) -> None:
        documents = list(library.documents(change.new))
        there = {each.id for each in documents}
        gone = [*change.gone, *(each for each in change.new if each not in there)]
        count = change_index(folder, gone=gone, documents=documents)
        marks = {each: mark for each, mark in change.new.items() if each in there}
        changed = notes.changed(moment, gone, marks, [row_of(each) for each in documents], count)
        if changed.changes <= max(_FEW, _MOST_SINCE * count):
            changed.write_since(folder)
        else:
            (folder / WHOLE).unlink()  # it is the old one's, too
            changed.rewritten().write(folder)

    def _noted(self, folder: Path) -> Notes | None:
        """The notes beside an index that may be built upon."""
        try:
            notes = Notes.read(folder)
        except (OSError, ValueError):
            return None
        return notes if notes.base == self._base else None

    @contextmanager
    def _building(self, target: Path) -> Generator[Path]:
        """A folder to write an index into; it becomes the target when all went well."""
        building = Path(tempfile.mkdtemp(prefix=_BUILDING, dir=self._folder))
        try:
            yield building
            shutil.rmtree(target, ignore_errors=True)  # there is one only where it is damaged
            building.rename(target)
        finally:
            shutil.rmtree(building, ignore_errors=True)

    @contextmanager
    def _alone(self) -> Generator[None]:
        handle = os.open(self._folder / "lock", os.O_CREAT | os.O_RDWR, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)


def _opened(folder: Path) -> Index:
    return open_index(folder, Notes.read(folder).columns)


def _change(notes: Notes, library: Indexed) -> _Change:
    """What leads from the library of these notes to the library as it is now."""
    changed = library.changed_since(notes.moment)
    if changed is not None:
        marks = library.marks(changed)
        return _Change([each for each in changed if each not in marks], marks, notes.count)
    noted, marks = notes.marks(), library.marks()
    new = {each: mark for each, mark in marks.items() if noted.get(each) != mark}
    return _Change([each for each in noted if each not in marks], new, len(marks))
