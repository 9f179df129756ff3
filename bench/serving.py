"""Answering requests: the CPU of lists and pages, the first time and again, beside a bare route; what a page weighs."""

import asyncio
import gc
import gzip
import re
import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path
from threading import Event

from asking import HOST, ask, bare, cpu_ms, lists, walked
from measure import Report

from vastus.bootstrap import Parts
from vastus.faces.web.ahead import check_ahead
from vastus.faces.web.app import make_app
from vastus.settings import read_settings

LISTS, ROUNDS, BARE = 400, 7, 400
PAGE = "/exercises/backward-sled-push"
_LOADED = re.compile(rb'<(?:link|script|img|use)[^>]*(?:href|src)="(/static/[^"#]+)[^"]*"')


def bench() -> Report:
    """Requests in this process on the library that ships."""
    report = Report(
        "serving",
        f"requests in process, the shipped library: the whole list by its pages, {LISTS} different questions and every "
        "exercise page, each once on an application that has answered nothing yet, then all of them again; "
        f"{ROUNDS} rounds; ms CPU a request",
    )
    with tempfile.TemporaryDirectory() as home:
        asyncio.run(_measure(report, Parts(read_settings({"VASTUS_HOME": str(Path(home))}))))
    return report


async def _measure(report: Report, parts: Parts) -> None:
    ids = [row.id for row in parts.reader.rows()]
    asked = {
        "list of 20, page by page": await walked(make_app(parts, [HOST]), len(ids)),
        "list of 20": lists(parts, LISTS),
        "exercise page": [f"/exercises/{each}" for each in ids],
        "one exercise, JSON": [f"/api/v1/exercises/{each}" for each in ids],
        "browse page": [path.replace("/api/v1/exercises", "/").replace("&limit=20", "") for path in lists(parts, 100)],
    }
    targets = {"list of 20": 0.7, "list of 20, page by page": 0.7, "exercise page": 2.0}
    await cpu_ms(make_app(parts, [HOST]), [paths[0] for paths in asked.values()])  # templates, labels
    gc.collect()
    gc.freeze()  # as the server does
    unchecked = [statistics.fmean(await cpu_ms(make_app(parts, [HOST]), asked["exercise page"]))]
    report.add("exercise page, not packed, first time, its claims not checked yet", "ms CPU", unchecked)
    check_ahead(parts, Event(), break_s=0.0)  # as the server does when it has nothing else to do
    for name, paths in asked.items():
        content = await ask(make_app(parts, [HOST]), paths[0])
        floor = f"floor: a bare route with the {len(content) / 1000:.0f} kB of a {name}"
        report.add(floor, "ms CPU", await _bare(content))
        for accepted in ("", "gzip"):
            await _first_and_again(report, parts, name, paths, accepted, floor, targets.get(name))
    await _weigh(report, parts)


async def _bare(content: bytes) -> list[float]:
    app, rounds = bare(content), list[float]()
    for _ in range(ROUNDS):
        rounds.append(statistics.fmean(await cpu_ms(app, ["/"] * BARE)))
    return rounds


async def _first_and_again(  # noqa: PLR0913, PLR0917  # what a line of the report is made of
    report: Report, parts: Parts, name: str, paths: Sequence[str], accepted: str, floor: str, target: float | None
) -> None:
    first: list[float] = []
    slow: list[float] = []
    again: list[float] = []
    for _ in range(ROUNDS):
        app = make_app(parts, [HOST])
        took = sorted(await cpu_ms(app, paths, accepted=accepted))
        first.append(statistics.fmean(took))
        slow.append(took[int(len(took) * 0.99)])
        again.append(statistics.fmean(await cpu_ms(app, paths, accepted=accepted)))
    how = f"{name}, {accepted or 'not packed'}"
    report.add(f"{how}, first time", "ms CPU", first, floor=floor, target=target)
    report.add(f"{how}, first time, p99", "ms CPU", slow)
    report.add(f"{how}, again", "ms CPU", again, floor=floor, target=target)


async def _weigh(report: Report, parts: Parts) -> None:
    """What a browser that knows nothing yet loads for one exercise page."""
    app = make_app(parts, [HOST])
    page = await ask(app, PAGE)
    packed = len(await ask(app, PAGE, accepted="gzip"))
    loaded = {path.decode() for path in _LOADED.findall(page)}
    files = sum([len(await ask(app, path, accepted="gzip")) for path in sorted(loaded)])
    report.add("weight of an exercise page with its figure, gzip", "kB", [packed / 1000], target=60.0)
    report.add(f"weight of the {len(loaded)} files that it loads", "kB", [files / 1000])
    report.add("weight of it all", "kB", [(packed + files) / 1000], target=60.0)
    whole = [len(gzip.compress(await ask(app, f"/exercises/{row.id}"), 5)) / 1000 for row in parts.reader.rows()]
    report.add("weight of the heaviest exercise page, gzip", "kB", [max(whole)])
