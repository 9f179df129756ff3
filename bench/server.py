"""The server as a process: how long until its first page, and how much memory it holds at 1,000 exercises."""

import os
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from asking import lists
from measure import Report, Spent, process
from pages import write_pages

from vastus.bootstrap import Parts
from vastus.settings import read_settings, shipped_library

ROUNDS, FEW, EXERCISES = 9, 240, 1_000
PAGE = "/exercises/backward-sled-push"
_VASTUS = [sys.executable, "-m", "vastus"]


def bench() -> Report:
    """Start it over and over on a prepared library, then ask one for everything that it has."""
    report = Report(
        "server", f"`vastus serve` as a process, {ROUNDS} starts, set-up done before; then everything asked"
    )
    with tempfile.TemporaryDirectory() as holder:
        whole = len(list((shipped_library() / "exercises").glob("*.md")))
        for count in (FEW, whole):
            environment = _prepared(Path(holder) / str(count), count)
            starts = [_start(environment) for _ in range(ROUNDS)]
            name = f"start to the first page, {count} exercises"
            report.add(f"{name}, wall", "s", [each.wall_s for each in starts], target=2.0)
            report.add(f"{name}, CPU of the whole process", "s", [each.cpu_s for each in starts])
        pages = write_pages(Path(holder) / "pages", EXERCISES - whole)
        process([*_VASTUS, "import", str(pages)], environment)
        process([*_VASTUS, "find", "sled"], environment)
        for name, megabytes in _memory(environment).items():
            report.add(name, "MB", [megabytes], target=150.0)
    return report


def _prepared(home: Path, count: int) -> dict[str, str]:
    """An instance whose library has so many exercises, loaded and indexed."""
    library = home / "library"
    (library / "exercises").mkdir(parents=True)
    files = sorted((shipped_library() / "exercises").glob("*.md"), key=lambda file: (file.stem not in PAGE, file.name))
    for file in files[:count]:
        shutil.copy(file, library / "exercises")
    for table in shipped_library().glob("*.csv"):
        shutil.copy(table, library)
    environment = {"VASTUS_HOME": str(home / "home"), "VASTUS_LIBRARY": str(library)}
    process([*_VASTUS, "find", "sled"], environment)
    return environment


@contextmanager
def _served(environment: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """Its address and process id, once it has answered a first page."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [*_VASTUS, "serve", "--port", str(port)], env={**os.environ, **environment}, stdout=subprocess.DEVNULL
    )
    try:
        while True:
            try:
                _ask(f"http://127.0.0.1:{port}", PAGE)
                break
            except OSError:
                if server.poll() is not None:
                    raise RuntimeError("the server has ended") from None
                time.sleep(0.005)
        yield f"http://127.0.0.1:{port}", server.pid
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait()


def _ask(address: str, path: str) -> int:
    request = urllib.request.Request(address + path, headers={"accept-encoding": "gzip"})  # noqa: S310  # our own
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310  # as above
        return len(answer.read())


def _start(environment: Mapping[str, str]) -> Spent:
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    with _served(environment):
        took = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Spent(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, took)


def _memory(environment: Mapping[str, str]) -> dict[str, float]:
    """What the process holds after its first page, and after every page and 2,000 different lists and searches."""
    parts = Parts(read_settings(environment))
    ids = [row.id for row in parts.reader.rows()]
    found: dict[str, float] = {}
    with _served(environment) as (address, process_id):
        found[f"memory after the first page, {len(ids)} exercises"] = _resident(process_id)
        for each in ids:
            _ask(address, f"/exercises/{each}")
            _ask(address, f"/api/v1/exercises/{each}")
        for path in lists(parts, 1_000):
            _ask(address, quote(path, safe="/?=&+:"))
            _ask(address, quote(path.replace("/api/v1/exercises", "/").replace("&limit=20", ""), safe="/?=&+:"))
        found["memory after every page, every exercise and 2,000 lists"] = _resident(process_id)
        found["the most that it held"] = _resident(process_id, "VmHWM")
    return found


def _resident(process_id: int, name: str = "VmRSS") -> float:
    lines = Path(f"/proc/{process_id}/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name)) / 1024
