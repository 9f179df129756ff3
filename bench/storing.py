"""What storing pages costs, against `sqlite3` writing the same rows alone.

python bench/storing.py [PAGES]
"""

import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from vastus.domain.anatomy import MuscleGroup
from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Exercise, ExerciseType, Level, Step, StepKind, Tip, TipKind
from vastus.domain.library import Incoming
from vastus.domain.page import Finding, Severity
from vastus.domain.source import Source
from vastus.store.library import open_store
from vastus.store.reading import light_reader

NOW = "2026-01-01T00:00:00Z"


def an_exercise(number: int) -> Exercise:
    """An exercise about as long as a real page: 4 steps, 5 tips, 3.7 kB as JSON."""
    steps = (
        f"Do this and that with the load number {number} until it is done, step {n}"
        for n in range(4)
    )
    tips = (
        f"Tip {n}: if the front digs in, then lower the handles. " * 3 + "Done" for n in range(5)
    )
    return Exercise(
        id=f"exercise-{number * 7919 % 1_000_003}",
        name=f"Exercise {number}",
        aliases=("The Other Name",),
        type=ExerciseType.CONDITIONING,
        equipment=(Equipment.SLED,),
        level=Level.BEGINNER,
        target=(MuscleGroup.QUADS,),
        secondary=(MuscleGroup.ABS, MuscleGroup.CALVES, MuscleGroup.GLUTES),
        overview="A variation of the sled drag that works the quads. " * 9 + "Yes.",
        instructions=tuple(Step(text, StepKind.EXECUTE, (10, 90), (12, 20)) for text in steps),
        tips=tuple(
            Tip(text, TipKind.FAULT, "the front digs in", ("high",), ("lower",), span=(9, 99))
            for text in tips
        ),
        printed={"target": "Quads", "secondary": "Abs, Calves, Glutes", "level": "Beginner"},
        source=Source(path=f"page-{number}.txt", form="profile-page"),
    )


def seconds(work: Callable[[], object]) -> tuple[float, float]:
    """CPU and wall seconds of a piece of work."""
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return time.process_time() - cpu, time.perf_counter() - wall


def main(pages: int) -> None:
    """Print the table."""
    exercises = [an_exercise(number) for number in range(pages)]
    texts = [f"{'word ' * 560}{number}" for number in range(pages)]
    findings = tuple(
        Finding("unknown-value", "level", Severity.WARNING, "a message of usual length", "words")
        for _ in range(3)
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "vastus.db"
        store = open_store(path)

        def fill(label: str) -> None:
            with store.batch(now=NOW, label=label) as batch:
                for number, (exercise, text) in enumerate(zip(exercises, texts, strict=True)):
                    key = f"url:example.org/{number}"
                    batch.put(Incoming(exercise, key=key, text=text, findings=findings))
                batch.finish(NOW)

        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        show("import, all new", seconds(partial(fill, "first")), pages)
        show("import once more, all unchanged", seconds(partial(fill, "again")), pages)
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        size = path.stat().st_size
        print(f"peak memory grew by {(after - before) / 1024:.0f} MB; file {size / 1e6:.0f} MB")
        show("list rows", seconds(store.rows), pages)
        show("export (dump)", seconds(lambda: list(store.dump())), pages)
        show("light reader, open and get one", seconds(lambda: light(path, exercises[7].id)), 1)
        show(
            "light reader, list rows", seconds(lambda: (light_reader(path) or store).rows()), pages
        )
        floor(path, Path(folder) / "floor.db", pages)
        show("undo", seconds(lambda: store.undo(1, now=NOW)), pages)


def light(path: Path, exercise_id: str) -> object:
    """Open the light reader and read one exercise."""
    reader = light_reader(path)
    return reader and reader.get(exercise_id)


def floor(full: Path, empty: Path, pages: int) -> None:
    """The same rows, written by `sqlite3` alone: table by table, no savepoint, nothing decided."""
    source = sqlite3.connect(full)
    tables = ("batch", "page", "exercise", "revision", "source_key")
    rows = {table: source.execute(f"SELECT * FROM {table}").fetchall() for table in tables}
    connection = sqlite3.connect(empty, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")
    for (statement,) in source.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"):
        connection.execute(statement)

    def write() -> None:
        connection.execute("BEGIN IMMEDIATE")
        for table, values in rows.items():
            marks = ", ".join("?" * len(values[0]))
            connection.executemany(f"INSERT INTO {table} VALUES ({marks})", values)
        connection.execute("COMMIT")

    show("floor: sqlite3 executemany", seconds(write), pages)


def show(what: str, spent: tuple[float, float], pages: int) -> None:
    """Print one row."""
    cpu, wall = spent
    print(f"{what:34}{cpu / pages * 1e6:9.1f} µs CPU {wall / pages * 1e6:9.1f} µs wall a page")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
