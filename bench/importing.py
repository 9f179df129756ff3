"""Importing ten thousand pages from disk into SQLite, through the use case that `vastus import` calls.

Each round is a process of its own on one core: its memory is then the import's alone.
"""

import json
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any, ParamSpec, TypeVar
from unittest import mock

from measure import Report, on_one_core, peak_mb
from pages import write_pages

PAGES, ROUNDS = 10_000, 3
NOW = "2026-01-01T00:00:00Z"
STAGES: tuple[str, ...] = ("read file", "parse", "build", "check", "duplicates", "store", "rest")
P = ParamSpec("P")
R = TypeVar("R")


class Clock:
    """Adds up the own time of stages: one that runs inside another's call counts for itself."""

    def __init__(self) -> None:
        self.spent = dict.fromkeys(STAGES, 0.0)
        self._inner = [0.0]

    def timed(self, name: str, work: Callable[P, R]) -> Callable[P, R]:
        """The same function, timed."""

        def run(*args: P.args, **kwargs: P.kwargs) -> R:
            self._inner.append(0.0)
            start = time.perf_counter()
            try:
                return work(*args, **kwargs)
            finally:
                took = time.perf_counter() - start
                self.spent[name] += took - self._inner.pop()
                self._inner[-1] += took

        return run

    def each(self, name: str, items: Iterable[R]) -> Iterator[R]:
        """The same items, each timed as it comes."""
        following = self.timed(name, iter(items).__next__)
        while True:
            try:
                yield following()
            except StopIteration:
                return


def bring_in(folder: Path, database: Path, clock: Clock | None) -> dict[str, Any]:
    """Import a folder; with a clock, each stage is timed where the use case calls it."""
    from vastus.check.duplicates import Duplicates
    from vastus.pages.files import read_pages
    from vastus.reference.vocabulary import vocabularies
    from vastus.store.importing import Import
    from vastus.store.library import open_store
    from vastus.usecases import import_pages
    from vastus.usecases import read_pages as reading

    store, known = open_store(database), vocabularies()
    pages = read_pages([str(folder)])
    with ExitStack() as patches:
        if clock:
            pages = clock.each("read file", pages)
            parse = reading.parse_page
            for where, attribute, stand_in in (
                (reading, "parse_page", lambda *args: clock.each("parse", parse(*args))),
                (reading, "build_exercise", clock.timed("build", reading.build_exercise)),
                (reading, "check_page", clock.timed("check", reading.check_page)),
                (import_pages, "with_duplicates", clock.timed("duplicates", import_pages.with_duplicates)),
                (Duplicates, "add", clock.timed("duplicates", Duplicates.add)),
                (Import, "put", clock.timed("store", Import.put)),
                (Import, "finish", clock.timed("store", Import.finish)),
            ):
                patches.enter_context(mock.patch.object(where, attribute, stand_in))
        start = time.perf_counter()
        tally = import_pages.import_pages(
            pages, library=store, known=known, now=lambda: NOW, tell=lambda _: None, label="bench"
        )
        took = time.perf_counter() - start
    store.close()
    if clock:
        clock.spent["rest"] = took - sum(clock.spent.values())
    return {"took": took, "peak": peak_mb(), "counts": tally.counts, "stages": clock.spent if clock else {}}


def read_only(folder: Path) -> float:
    """The floor of any import: the files, read one after the other."""
    start = time.perf_counter()
    for path in sorted(folder.rglob("*.txt")):
        path.read_bytes()
    return time.perf_counter() - start


def write_rows(full: Path, empty: Path) -> float:
    """The floor of any store: the same rows, by `sqlite3` alone; no savepoint, nothing decided, as safe on disk."""
    with closing(sqlite3.connect(full)) as source:
        tables = ("batch", "page", "exercise", "revision", "source_key")
        rows = {table: source.execute(f"SELECT * FROM {table}").fetchall() for table in tables}
        schema = [sql for (sql,) in source.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")]
    with closing(sqlite3.connect(empty, isolation_level=None)) as target:
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            target.execute(f"PRAGMA {pragma}")
        for statement in schema:
            target.execute(statement)
        start = time.perf_counter()
        target.execute("BEGIN IMMEDIATE")
        for table, values in rows.items():
            target.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values[0]))})", values)
        target.execute("COMMIT")
        return time.perf_counter() - start


def worker(kind: str, folder: Path, database: Path) -> dict[str, Any]:
    """One round, in its own process."""
    on_one_core()
    if kind == "read":
        return {"took": read_only(folder)}
    if kind == "rows":
        return {"took": write_rows(database.with_name("plain.db"), database) + read_only(folder)}
    return bring_in(folder, database, Clock() if kind == "staged" else None)


def bench() -> Report:
    """The import, its floors, its stages and its memory."""
    found: dict[str, list[dict[str, Any]]] = {kind: [] for kind in ("plain", "staged", "read", "rows")}
    with tempfile.TemporaryDirectory() as holder:
        folder = write_pages(Path(holder) / "pages", PAGES)
        for _ in range(ROUNDS):
            for kind, answers in found.items():
                database = Path(holder) / f"{kind}.db"
                for path in Path(holder).glob(f"{kind}.db*"):
                    path.unlink()
                command = [sys.executable, __file__, kind, str(folder), str(database)]
                done = subprocess.run(command, check=True, capture_output=True)
                answers.append(json.loads(done.stdout))
    counts = found["plain"][0]["counts"]
    if counts != {"added": PAGES}:
        raise AssertionError(f"every page should have been stored: {counts}")
    per_s = {kind: [PAGES / each["took"] for each in answers] for kind, answers in found.items()}
    report = Report("importing", f"{PAGES} generated pages into SQLite, one core, {ROUNDS} rounds, a process each")
    report.add("import", "pages/s", per_s["plain"], target=800)
    report.add("floor: read the files", "pages/s", per_s["read"])
    report.add("floor: read, insert rows", "pages/s", per_s["rows"])
    report.add("peak memory", "MB", [each["peak"] for each in found["plain"]], target=200)
    times = [1e6 / rate for rate in per_s["plain"]]
    report.add("a page", "µs", times, floor="a page's floor")
    report.add("a page's floor", "µs", [1e6 / rate for rate in per_s["rows"]])
    stages = [each["stages"] for each in found["staged"]]
    whole = statistics.median(sum(each.values()) for each in stages)
    for name in STAGES:
        rounds = [each[name] / PAGES * 1e6 for each in stages]
        report.add(name, "µs", rounds, share=statistics.median(rounds) * PAGES / 1e6 / whole)
    return report


if __name__ == "__main__":
    print(json.dumps(worker(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))))
