"""The only module that knows every room: builds the parts and connects them, each when it is first needed."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from vastus.domain.page import Page
from vastus.errors import PageError, StoreError
from vastus.reference.vocabulary import Vocabularies, vocabularies
from vastus.settings import Settings, read_settings
from vastus.version import VERSION

if TYPE_CHECKING:
    from vastus.domain.library import Manifest
    from vastus.search.index import Index
    from vastus.store.backup import Restored
    from vastus.store.library import Store
    from vastus.store.reading import Reader
    from vastus.swap.substitutes import Swapping


class Parts:
    """The working instance: settings, vocabularies, the clock, files, and the library in its database."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or read_settings()
        self._store: Store | None = None
        self._reader: Reader | None = None
        self._index: tuple[str, Index] | None = None
        self._swapping: tuple[str, Swapping] | None = None
        self._indexing = Lock()

    @property
    def known(self) -> Vocabularies:
        """The closed vocabularies."""
        return vocabularies()

    def now(self) -> str:
        """The time, ISO 8601, UTC, to the second."""
        return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def pages(self, paths: Iterable[str]) -> Iterator[Page | PageError]:
        """The pages below files, folders and patterns."""
        from vastus.pages.files import read_pages  # not for commands that read no files

        return read_pages(paths)

    def page_of_bytes(self, data: bytes, name: str) -> Page | PageError:
        """The page that a file of that name holds."""
        from vastus.pages.files import page_of_bytes  # not for commands that read no files

        return page_of_bytes(data, name)

    @property
    def reader(self) -> "Reader":
        """The library for looking things up; the fast way where the database is ready, else the whole store."""
        if self._reader is None:
            self._reader = self._light_reader() or self._reader_of_new()
        return self._reader

    @property
    def index(self) -> "Index":
        """The search index of the library as it is now; built first where there is none yet."""
        reader = self.reader
        state = reader.state()
        held = self._index
        if held is None or held[0] != state:
            with self._indexing:  # the others wait for it instead of doing it, too
                held = self._index
                if held is None or held[0] != state:
                    held = self._index = (state, self._make_index(state))
        return held[1]

    def _make_index(self, state: str) -> "Index":
        from vastus.search.shelf import Shelf  # only for searching
        from vastus.usecases.find_exercises import ToIndex  # as above

        base = f"{VERSION} {self.reader.library_digest()}"
        return Shelf(self._index_folder, base).index(state, ToIndex(self.reader, self.known))

    @property
    def swapping(self) -> "Swapping":
        """The exercises of the library as it is now, ready to stand in for one another."""
        state = self.reader.state()
        held = self._swapping
        if held is None or held[0] != state:
            with self._indexing:  # as above
                held = self._swapping
                if held is None or held[0] != state:
                    held = self._swapping = (state, self._make_swapping())
        return held[1]

    def _make_swapping(self) -> "Swapping":
        from vastus.reference.swaps import swap_facts  # only for swapping
        from vastus.usecases.swap_exercise import swapping  # as above

        return swapping(self.reader, swap_facts(), self.known)

    @property
    def _index_folder(self) -> Path:
        """One folder a database: a library on a server is indexed here, too."""
        path = self.settings.database_path
        is_own = path is not None and path.parent == self.settings.home  # then they may move together
        name = path.stem if path and is_own else sha256(str(self.settings.database).encode()).hexdigest()[:12]
        return self.settings.home / "search" / name

    def _reader_of_new(self) -> "Reader":
        """The reader of a library that had to be made, migrated or loaded first: fast from then on, too."""
        store = self.store
        return self._light_reader() or store

    def _light_reader(self) -> "Reader | None":
        path = self.settings.database_path
        if path is None:
            return None
        from vastus.store.reading import light_reader  # the server's way does without

        reader = light_reader(path)
        return reader if reader is not None and reader.library_digest() == self._digest else None

    @cached_property
    def _digest(self) -> str:
        from vastus.usecases.library_files import library_digest  # not for commands without a library

        return library_digest(self.settings.library)

    @property
    def store(self) -> "Store":
        """The whole library, made if there is none yet, with the shipped pages loaded."""
        if self._store is None:
            self._store = self._open_store()
        return self._store

    def _open_store(self) -> "Store":
        from vastus.store.library import open_store  # SQLAlchemy is slow to import (ADR 0004)
        from vastus.usecases.load_library import load_library  # as above

        path = self.settings.database_path
        if path is not None:
            _make_folder(path.parent)
        store = open_store(self.settings.database)
        load_library(self.settings.library, store, self.known, now=self.now())
        return store

    def shipped(self) -> "Parts":
        """An instance beside this one that holds the shipped library and nothing of the user's."""
        home = self.settings.home / "shipped"
        return Parts(replace(self.settings, home=home, database=home / "library.db"))

    def back_up(self, target: Path) -> "Manifest":
        """Write the whole instance into one file, while it runs."""
        from vastus.store.backup import back_up  # only for this

        return back_up(self._file_database(), target, now=self.now())

    def restore(self, backup: Path) -> "Restored":
        """Replace the whole instance by a backup; what was there is kept beside it."""
        from vastus.store.backup import restore  # only for this

        path = self._file_database()
        _make_folder(path.parent)
        return restore(path, backup, now=self.now())

    def _file_database(self) -> Path:
        path = self.settings.database_path
        if path is None:
            raise StoreError("the database is on a server; use the server's own tools to back it up")
        return path


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise StoreError(f"{folder}: the data directory cannot be made: {reason}") from error
