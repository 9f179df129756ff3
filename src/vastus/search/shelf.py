"""Where indexes stand on disk: each in a folder of its own, named after the state of the library it shows.

One process writes at a time, behind a lock, into a folder that nobody reads; a rename makes it the one that is read.
A process that is killed on the way leaves a folder that the next writer clears away.

After a small change the new index is the old one with some exercises replaced. Its files are never changed by tantivy,
only added to, so the new folder begins as links to them, and who reads the old one is not disturbed. Which exercises
have changed is told by their marks, which stand beside each index.
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

import msgspec

from vastus.search.documents import Document
from vastus.search.index import FORM, Index, build_index, change_index, open_index

_BUILDING = "building-"
_MARKS = "marks.json"
_MOST_CHANGED = 0.1
"""The share of the library up to which replacing what has changed is quicker than building all of it anew."""
_FEW = 50  # changes that are always few


class Indexed(Protocol):
    """The library, to be indexed."""

    def marks(self) -> Mapping[str, str]:
        """A mark for each exercise that a person should find, by id: another one after each change of it."""
        ...

    def documents(self, ids: Collection[str] | None = None) -> Iterable[Document]:
        """These exercises, or all by name; one that is gone is left out."""
        ...


class _Beside(msgspec.Struct, frozen=True):
    """What is noted beside an index: what its documents depend on, and the marks of its exercises."""

    base: str
    marks: dict[str, str]


class _Change(NamedTuple):
    """The exercises that leave an index, and those that are put in or replaced."""

    gone: list[str]
    new: list[str]


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
        if found is not None:
            return found
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with self._alone():
                return self._open(name) or self._make(name, library)
        except (OSError, ValueError):  # ValueError: tantivy's word for a full disk
            return build_index(library.documents())  # a folder that cannot be written costs time, not the answer

    def _open(self, name: str) -> Index | None:
        folder = self._folder / name
        try:
            return open_index(folder) if folder.is_dir() else None
        except (ValueError, OSError):  # damaged, or cleared away just now
            return None

    def _make(self, name: str, library: Indexed) -> Index:
        for old in self._folder.glob(f"{_BUILDING}*"):
            shutil.rmtree(old, ignore_errors=True)
        target = self._folder / name
        marks = library.marks()  # first: what changes meanwhile has another mark next time
        if not self._make_changed(target, marks, library):
            self._make_anew(target, marks, library)
        for other in self._folder.iterdir():
            if other.is_dir() and other.name != name:
                shutil.rmtree(other, ignore_errors=True)  # who still reads it has its files open
        return open_index(target)

    def _make_anew(self, target: Path, marks: Mapping[str, str], library: Indexed) -> None:
        with self._building(target) as folder:
            documents = list(library.documents())
            build_index(documents, folder)
            self._note(folder, {each.id: marks.get(each.id, "") for each in documents})

    def _make_changed(self, target: Path, marks: Mapping[str, str], library: Indexed) -> bool:
        """Make the new index of an old one; False where there is none, or too much has changed."""
        for old in sorted(self._folder.iterdir(), key=lambda each: each.stat().st_mtime, reverse=True):
            noted = self._noted(old)
            if noted is None:
                continue
            change = _change(noted, marks)
            if len(change.gone) + len(change.new) > max(_FEW, _MOST_CHANGED * len(marks)):
                return False
            try:
                with self._building(target) as folder:
                    for file in old.iterdir():
                        if not file.name.endswith(".lock"):
                            (folder / file.name).hardlink_to(file)
                    documents = list(library.documents(change.new))
                    change_index(folder, gone=[*change.gone, *change.new], documents=documents)
                    there = {each.id for each in documents}
                    kept = {each: mark for each, mark in noted.items() if each in marks}
                    (folder / _MARKS).unlink()  # it is the old one's, too
                    self._note(folder, kept | {each: marks[each] for each in change.new if each in there})
            except (OSError, ValueError):  # the old one is damaged, or this file system has no links
                return False
            return True
        return False

    def _noted(self, folder: Path) -> dict[str, str] | None:
        """The marks beside an index that may be built upon."""
        try:
            beside = msgspec.json.decode((folder / _MARKS).read_bytes(), type=_Beside)
        except (OSError, msgspec.MsgspecError):
            return None
        return beside.marks if beside.base == self._base else None

    def _note(self, folder: Path, marks: dict[str, str]) -> None:
        (folder / _MARKS).write_bytes(msgspec.json.encode(_Beside(self._base, marks)))

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


def _change(noted: Mapping[str, str], marks: Mapping[str, str]) -> _Change:
    """What leads from one library to another."""
    return _Change(
        gone=[each for each in noted if each not in marks],
        new=[each for each, mark in marks.items() if noted.get(each) != mark],
    )
