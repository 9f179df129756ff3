"""The library that ships with Vastus: read like anybody's pages, and brought into the database when they change."""

from collections.abc import Iterator
from pathlib import Path

from vastus.domain.library import Batch, LibraryPage
from vastus.domain.page import Page
from vastus.errors import PageError, StoreError
from vastus.reference.vocabulary import Vocabularies
from vastus.usecases.library_files import library_digest, library_files
from vastus.usecases.ports import Loading
from vastus.usecases.read_pages import Refused, read_pages


def read_library(folder: Path, known: Vocabularies) -> Iterator[LibraryPage]:
    """Every page of a library folder, understood.

    Raises:
        PageError: a page of our own cannot be read; that is a fault of the installation.
    """
    pages = (Page(path.read_text("utf-8"), path=path.name) for path in library_files(folder))
    for found in read_pages(pages, known):
        if isinstance(found, Refused):
            raise PageError(f"{found.path}: {found.reason}")
        yield LibraryPage(found.exercise, found.text, found.findings)


def load_library(folder: Path, library: Loading, known: Vocabularies, *, now: str) -> Batch | None:
    """Bring the shipped pages into the database; None when they are there already.

    Raises:
        StoreError: the folder holds no pages, or the database refused.
    """
    if not library_files(folder):
        raise StoreError(f"{folder}: the library that ships with Vastus is missing")
    return library.load_library(read_library(folder, known), digest=library_digest(folder), now=now)
