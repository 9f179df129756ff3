"""Everything out, as files that people and programs can read, and in again, identical.

An export is a folder: `exercises/ID.md` for reading and editing, and `vastus.jsonl` with every fact behind them
(pages as they were read, revisions, keys, overlays, merges), one a line. One JSON file with the same facts is the other
choice. Taking it in elsewhere restores the facts; a Markdown file that was changed in between becomes an edit.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from vastus.domain.exercise import Exercise
from vastus.domain.library import Record
from vastus.domain.page import Page
from vastus.errors import PageError, UnknownExercise
from vastus.reference.vocabulary import Vocabularies
from vastus.usecases.ports import Curating, Exporting, Loading, Reading
from vastus.usecases.read_pages import Refused, read_pages

FORMAT = "vastus-export"
VERSION = 1
FACTS = "vastus.jsonl"
PAGES = "exercises"


@dataclass(frozen=True, slots=True)
class Exported:
    """How much was written."""

    exercises: int
    records: int


@dataclass(frozen=True, slots=True)
class TakenIn:
    """How much an export brought: its records, the pages edited since, and those that could not be read."""

    records: int
    edited: tuple[str, ...]
    refused: tuple[Refused, ...]


def export_markdown(
    library: Exporting, write: Callable[[str, Iterable[str]], None], print_exercise: Callable[[Exercise], str]
) -> Exported:
    """Write everything through `write(relative path, lines)`: a Markdown page an exercise, and the facts."""
    count = 0
    for stored in library.all():
        write(f"{PAGES}/{stored.exercise.id}.md", (print_exercise(stored.exercise),))
        count += 1
    facts = _Counted(_facts(library))
    write(FACTS, facts)
    return Exported(count, facts.count - 1)


def export_json(library: Exporting, write: Callable[[Iterable[str]], None]) -> Exported:
    """Write everything as one JSON object, a record a line."""
    records = _Counted(_encoded(record) for record in library.dump())

    def parts() -> Iterator[str]:
        yield f'{{"format": "{FORMAT}", "version": {VERSION}, "records": [\n'
        separator = ""
        for line in records:
            yield separator + line
            separator = ",\n"
        yield "\n]}\n"

    write(parts())
    return Exported(sum(1 for _ in library.all()), records.count)


class _Counted:
    """Counts what passes through it."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = lines
        self.count = 0

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.count += 1
            yield line


def _facts(library: Exporting) -> Iterator[str]:
    yield json.dumps({"format": FORMAT, "version": VERSION}) + "\n"
    for record in library.dump():
        yield _encoded(record) + "\n"


def _encoded(record: Record) -> str:
    return json.dumps([record[0], dict(record[1])], ensure_ascii=False)


def is_export(path: Path) -> bool:
    """Whether a file or folder is an export of ours."""
    facts = path / FACTS if path.is_dir() else path
    try:
        with facts.open("rb") as file:
            head = file.read(80)
    except OSError:
        return False
    return head.startswith(f'{{"format": "{FORMAT}"'.encode())


def take_in(
    path: Path, library: Loading, reading: Reading, curating: Curating, known: Vocabularies,
    print_exercise: Callable[[Exercise], str], *, now: Callable[[], str],
) -> TakenIn:  # fmt: skip
    """Restore an export into an instance that holds nothing of its own yet, then apply what was edited in its pages.

    Raises:
        PageError: the file is damaged or was written by a newer version.
        StoreError: something is there already, or the records are no dump of this schema.
    """
    records = _Tallied(_read_records(path))
    library.load(records)
    edited: list[str] = []
    refused: list[Refused] = []
    pages = sorted((path / PAGES).glob("*.md")) if path.is_dir() else []
    for file in pages:
        outcome = _apply(file, reading, curating, known, print_exercise, now)
        if isinstance(outcome, Refused):
            refused.append(outcome)
        elif outcome:
            edited.append(outcome)
    return TakenIn(records.count, tuple(edited), tuple(refused))


class _Tallied:
    def __init__(self, records: Iterable[Record]) -> None:
        self._records = records
        self.count = 0

    def __iter__(self) -> Iterator[Record]:
        for record in self._records:
            self.count += 1
            yield record


def _read_records(path: Path) -> Iterator[Record]:
    facts = path / FACTS if path.is_dir() else path
    try:
        with facts.open(encoding="utf-8") as file:
            head = file.readline()
            for number, line in enumerate(file, 2):
                text = line.strip().rstrip(",")
                if text and text != "]}":
                    yield _decoded(text, facts, number)
    except (OSError, UnicodeDecodeError) as error:
        raise PageError(f"{facts}: it cannot be read: {error}") from error
    _check_version(head, facts)


def _check_version(head: str, facts: Path) -> None:
    try:
        version = json.loads(head if head.rstrip().endswith("}") else head.rstrip() + "]}")["version"]
    except (ValueError, KeyError, TypeError) as error:
        raise PageError(f"{facts}: its first line is damaged") from error
    if not isinstance(version, int) or version > VERSION:
        raise PageError(f"{facts}: it was written by a newer version of Vastus")


def _decoded(text: str, facts: Path, number: int) -> Record:
    try:
        table, values = json.loads(text)
    except (ValueError, TypeError) as error:
        raise PageError(f"{facts}, line {number}: it is damaged") from error
    if not isinstance(table, str) or not isinstance(values, dict):
        raise PageError(f"{facts}, line {number}: it is damaged")
    return table, cast("Mapping[str, str | int | None]", values)


def _apply(  # noqa: PLR0913  # one file, and all that changes or judges it
    file: Path, reading: Reading, curating: Curating, known: Vocabularies,
    print_exercise: Callable[[Exercise], str], now: Callable[[], str],
) -> Refused | str | None:  # fmt: skip
    """Make an edit of a page that differs from what the facts say; the id when it did."""
    text = file.read_text("utf-8")
    try:
        stored = reading.get(file.stem)
    except UnknownExercise:
        return Refused(str(file), "the facts of the export hold no exercise of that id; import the file by itself")
    if text == print_exercise(stored.exercise):
        return None
    for found in read_pages([Page(text, path=str(file))], known):
        if isinstance(found, Refused):
            return found
        return stored.exercise.id if curating.edit(found.exercise, now=now()) else None
    return None
