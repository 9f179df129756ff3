"""What the commands need of the working instance; `bootstrap` builds it, and no command knows how."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

from vastus.domain.library import Manifest
from vastus.domain.page import Page
from vastus.errors import PageError
from vastus.reference.vocabulary import Vocabularies
from vastus.settings import Settings
from vastus.swap.substitutes import Swapping
from vastus.usecases.ports import Library, Reading, Searching


class Restored(Protocol):
    """What was restored, and the backup of what was there before."""

    @property
    def manifest(self) -> Manifest:
        """What the backup says of itself."""
        ...

    @property
    def before(self) -> Path | None:
        """Where the earlier state was kept; None where there was none."""
        ...


class Parts(Protocol):
    """The working instance, each part made when it is first asked for."""

    settings: Settings

    @property
    def known(self) -> Vocabularies:
        """The closed vocabularies."""
        ...

    @property
    def reader(self) -> Reading:
        """The library for looking things up, the fast way where there is one."""
        ...

    @property
    def index(self) -> Searching:
        """The search index of the library as it is now."""
        ...

    @property
    def swapping(self) -> Swapping:
        """The exercises of the library as it is now, ready to stand in for one another."""
        ...

    @property
    def store(self) -> Library:
        """The whole library."""
        ...

    def shipped(self) -> "Parts":
        """An instance beside this one that holds the shipped library and nothing of the user's."""
        ...

    def now(self) -> str:
        """The time, ISO 8601, UTC, to the second."""
        ...

    def pages(self, paths: Iterable[str]) -> Iterator[Page | PageError]:
        """The pages below files, folders and patterns."""
        ...

    def page_of_bytes(self, data: bytes, name: str) -> Page | PageError:
        """The page that a file of that name holds, or why it is none."""
        ...

    def back_up(self, target: Path) -> Manifest:
        """Write the whole instance into one file."""
        ...

    def restore(self, backup: Path) -> Restored:
        """Replace the whole instance by a backup."""
        ...
