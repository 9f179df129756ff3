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
from vastus.usecases.ports import Exporting, Library
from vastus.usecases.read_pages import Refused, read_pages

FORMAT = "vastus-export"
VERSION = 1
FACTS = "vastus.jsonl"
END = "end"
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
    records = _Records(library)

    def lines() -> Iterator[str]:
        yield json.dumps({"format": FORMAT, "version": VERSION}) + "\n"
        for line in records:
            yield line + "\n"

    write(FACTS, lines())
    return Exported(count, records.count)


def export_json(library: Exporting, write: Callable[[Iterable[str]], None]) -> Exported:
    """Write everything as one JSON object, a record a line."""
    records = _Records(library)

    def parts() -> Iterator[str]:
        yield f'{{"format": "{FORMAT}", "version": {VERSION}, "records": [\n'
        separator = ""
        for line in records:
            yield separator + line
            separator = ",\n"
        yield "\n]}\n"

    write(parts())
    return Exported(sum(1 for _ in library.all()), records.count)


class _Records:
    """Every record as a line of JSON, and how many there are as the last, so that a cut file is noticed."""

    def __init__(self, library: Exporting) -> None:
        self._library = library
        self.count = 0

    def __iter__(self) -> Iterator[str]:
        for record in self._library.dump():
            self.count += 1
            yield _encoded(record)
        yield _encoded((END, {"records": self.count}))


def _encoded(record: Record) -> str:
    return json.dumps([record[0], dict(record[1])], ensure_ascii=False)


def is_export(path: Path) -> bool:
    """Whether a file or folder is an export of ours."""
    try:
        facts = path / FACTS if path.is_dir() else path
        if not facts.is_file():  # a pipe would be read up
            return False
        with facts.open("rb") as file:
            head = file.read(80)
    except (OSError, ValueError):  # no permission, a name that no file can have
        return False
    return head.startswith(f'{{"format": "{FORMAT}"'.encode())


def take_in(
    path: Path, library: Library, known: Vocabularies, print_exercise: Callable[[Exercise], str], now: Callable[[], str]
) -> TakenIn:
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
        outcome = _apply(file, library, known, print_exercise, now)
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
    count, told = 0, None
    try:
        with facts.open(encoding="utf-8") as file:
            _check_version(file.readline(), facts)
            for number, line in enumerate(file, 2):
                text = line.strip().rstrip(",")
                if not text or text == "]}":
                    continue
                record = _decoded(text, facts, number)
                if record[0] == END:
                    told = record[1].get("records")
                    continue
                count += 1
                yield record
    except (OSError, UnicodeDecodeError) as error:
        raise PageError(f"{facts}: it cannot be read: {error}") from error
    if told != count:
        raise PageError(f"{facts}: it is not the whole export: it was cut, or lines are missing")


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


def _apply(
    file: Path, library: Library, known: Vocabularies, print_exercise: Callable[[Exercise], str], now: Callable[[], str]
) -> Refused | str | None:
    """Make an edit of a page that differs from what the facts say; the id when it did."""
    try:
        text = file.read_text("utf-8")
    except UnicodeDecodeError:
        return Refused(str(file), "it is no UTF-8 text any more; what the facts say was kept")
    except OSError as error:
        return Refused(str(file), f"it cannot be read: {(error.strerror or str(error)).lower()}")
    try:
        stored = library.get(file.stem)
    except UnknownExercise:
        return Refused(str(file), "the facts of the export hold no exercise of that id; import the file by itself")
    if text == print_exercise(stored.exercise):
        return None
    for found in read_pages([Page(text, path=str(file))], known):
        if isinstance(found, Refused):
            return found
        if found.exercise.id != stored.exercise.id:
            return Refused(str(file), f"its id was changed to '{found.exercise.id}'; 'vastus rename' does that")
        return stored.exercise.id if library.edit(found.exercise, now=now(), made_from=stored.exercise) else None
    return None
