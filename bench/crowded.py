"""A library of 100,000 exercises in its database: lists through the API, and an import that must be found at once."""

import asyncio
import gc
import random
import statistics
import tempfile
import time
from collections.abc import Iterator

from asking import HOST, ask, bare, cpu_ms, walked
from measure import Report, peak_mb
from searching import documents, questions
from storing import FINDINGS, an_exercise

from vastus.bootstrap import Parts
from vastus.domain.anatomy import MuscleGroup
from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Exercise, ExerciseType, Force, Level, Step
from vastus.domain.library import BatchKind, Incoming
from vastus.faces.web.app import make_app
from vastus.settings import read_settings

EXERCISES, ROUNDS, CHANGES, PAGES = 100_000, 3, 5, 300
NOW = "2026-01-01T00:00:00Z"


def bench() -> Report:
    """Fill, index, ask, change."""
    report = Report("crowded", f"{EXERCISES:,} synthetic exercises in SQLite, beside the shipped library")
    with tempfile.TemporaryDirectory() as home:
        parts = Parts(read_settings({"VASTUS_HOME": home}))
        start = time.perf_counter()
        with parts.store.batch(BatchKind.IMPORT, now=NOW) as batch:
            for page in _pages(EXERCISES):
                batch.put(page)
            batch.finish(NOW)
        report.add("set-up: storing them", "s", [time.perf_counter() - start])
        start = time.perf_counter()
        parts = Parts(read_settings({"VASTUS_HOME": home}))
        report.add("exercises", "", [len(parts.index)])
        report.add("set-up: indexing them from the database", "s", [time.perf_counter() - start])
        gc.collect()
        gc.freeze()
        asyncio.run(_lists(report, parts))
        asyncio.run(_changes(report, parts, home))
        report.add("peak memory, making and storing them included", "MB", [peak_mb()])
    return report


def _pages(count: int) -> Iterator[Incoming]:
    """The exercises of `searching`, each with the length of a real page."""
    chance = random.Random(7)
    body = an_exercise(1)
    for number, document in enumerate(documents(count)):
        one = {name: values[0] for name, values in document.facets.items() if values}
        exercise = Exercise(
            id=document.id,
            name=document.name.title(),
            type=ExerciseType(one["type"]),
            level=Level(one["level"]),
            force=Force(one["force"]) if one["force"] in set(Force) else None,
            equipment=tuple(Equipment(each) for each in document.facets["equipment"]),
            target=tuple(MuscleGroup(each) for each in document.facets["target"]),
            secondary=tuple(
                MuscleGroup(each) for each in document.facets["muscle"] if each not in document.facets["target"]
            ),
            overview=document.text,
            instructions=(*body.instructions, Step(f"Breathe {chance.randint(2, 9)} times.")),
            tips=body.tips,
        )
        yield Incoming(exercise, key=f"url:example.org/{number}", text=f"{number}", findings=FINDINGS[:1])


async def _lists(report: Report, parts: Parts) -> None:
    paths = [f"/api/v1/exercises?q={text.replace(' ', '+')}&limit=20" for text in dict.fromkeys(questions())]
    floor = "floor: a bare route with the bytes of a list of 20"
    app = bare(await ask(make_app(parts, [HOST]), paths[0]))
    report.add(floor, "ms CPU", [statistics.fmean(await cpu_ms(app, ["/"] * 400)) for _ in range(ROUNDS)])
    for kind, asked in (("page by page", await walked(make_app(parts, [HOST]), PAGES)), ("questions", paths)):
        figures: dict[str, list[float]] = {"first time": [], "first time, p99": [], "again": []}
        for _ in range(ROUNDS):
            app = make_app(parts, [HOST])
            took = sorted(await cpu_ms(app, asked))
            figures["first time"].append(statistics.fmean(took))
            figures["first time, p99"].append(took[int(len(took) * 0.99)])
            figures["again"].append(statistics.fmean(await cpu_ms(app, asked)))
        for name, rounds in figures.items():
            target = None if "p99" in name else 0.7
            report.add(f"list of 20, {kind}, {name}", "ms CPU", rounds, floor=floor, target=target)


async def _changes(report: Report, parts: Parts, home: str) -> None:
    """Another connection stores one page; the next answer must have it."""
    app, writer = make_app(parts, [HOST]), Parts(read_settings({"VASTUS_HOME": home})).store
    await ask(app, "/api/v1/exercises?q=press")
    took: list[float] = []
    worked: list[float] = []
    for number in range(CHANGES):
        exercise = Exercise(id=f"zyzzyva-{number}", name=f"Zyzzyva {number}")
        with writer.batch(BatchKind.IMPORT, now=NOW) as batch:
            batch.put(Incoming(exercise, key=f"url:example.org/z{number}"))
            batch.finish(NOW)
        start, cpu = time.perf_counter(), time.process_time()
        found = await ask(app, f"/api/v1/exercises?q=zyzzyva+{number}")
        took.append((time.perf_counter() - start) * 1e3)
        worked.append((time.process_time() - cpu) * 1e3)
        if exercise.id.encode() not in found:
            raise RuntimeError("what was stored is not found")
    report.add("first answer after an import of one page, wall", "ms", took)
    report.add("first answer after an import of one page, CPU", "ms", worked)
