"""Answering requests: the CPU of a list, of an exercise page and of the home page, against a bare route."""

import asyncio
import tempfile
import time
from pathlib import Path

from litestar import Litestar, Response, get
from measure import Report

from vastus.bootstrap import Parts
from vastus.faces.web.app import make_app
from vastus.settings import read_settings

ROUNDS, CALLS = 9, 200
_HOST = "bench.local"
PATHS = {
    "list of 20": "/api/v1/exercises?q=squat&limit=20",
    "list of 20, misspelled, with a facet": "/api/v1/exercises?q=sqat+level:beginner&limit=20",
    "one exercise, JSON": "/api/v1/exercises/backward-sled-push",
    "exercise page": "/exercises/backward-sled-push",
    "home page": "/",
}
TARGETS = {"list of 20": 0.7, "exercise page": 2.0}


async def ask(app: Litestar, path: str) -> bytes:
    """One request without a network; the body."""
    path, _, query = path.partition("?")
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
        "path": path, "raw_path": path.encode(), "query_string": query.encode(), "root_path": "",
        "headers": [(b"host", _HOST.encode())], "client": ("127.0.0.1", 1), "server": (_HOST, 80), "state": {},
    }  # fmt: skip
    body: list[bytes] = []

    async def receive() -> dict[str, object]:
        await asyncio.sleep(0)
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, object]) -> None:
        await asyncio.sleep(0)
        if message["type"] == "http.response.body":
            body.append(bytes(message.get("body", b"")))  # type: ignore[call-overload]

    await app(scope, receive, send)  # type: ignore[arg-type]
    return b"".join(body)


def bare(content: bytes) -> Litestar:
    """A route that returns the same bytes and does nothing else."""

    @get("/", sync_to_thread=False)
    def route() -> Response[bytes]:
        return Response(content, media_type="application/json")

    return Litestar([route], openapi_config=None)


async def measure(report: Report) -> None:
    """Each path in turn, its bare route beside it."""
    with tempfile.TemporaryDirectory() as home:
        parts = Parts(read_settings({"VASTUS_HOME": str(Path(home))}))
        app = make_app(parts, [_HOST])
        for name, path in PATHS.items():
            content = await ask(app, path)
            floor = bare(content)
            rounds: dict[str, list[float]] = {"ours": [], "bare": []}
            for _ in range(ROUNDS):
                for which, asked, at in (("ours", app, path), ("bare", floor, "/")):
                    start = time.process_time()
                    for _ in range(CALLS):
                        await ask(asked, at)
                    rounds[which].append((time.process_time() - start) / CALLS * 1e3)
            label = f"floor: a bare route with the {len(content) / 1000:.1f} kB of '{name}'"
            report.add(name, "ms CPU", rounds["ours"], floor=label, target=TARGETS.get(name))
            report.add(label, "ms CPU", rounds["bare"])


def bench() -> Report:
    """Requests in this process, uncompressed, on the library that ships."""
    report = Report("serving", f"requests in process, uncompressed, the shipped library, {ROUNDS} rounds of {CALLS}")
    asyncio.run(measure(report))
    return report
