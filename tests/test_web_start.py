"""What starting the server loads, and what it leaves to the first request that needs it (ADR 0016)."""

import os
import subprocess
import sys
import threading

import pytest
import uvicorn
from command import Instance, environment, settings
from served import LOOPBACK

from vastus.bootstrap import Parts
from vastus.faces.web import ahead, server
from vastus.faces.web.hosts import Hosts

SLOW = ("numpy", "pydantic", "sqlalchemy", "alembic", "selectolax", "ftfy", "vastus.parse", "vastus.profile")
ASKING = """
import sys
from vastus.bootstrap import Parts
import vastus.faces.cli.main
from vastus.faces.web.ahead import load_ahead
from vastus.faces.web.server import make_app
from litestar.testing import TestClient

def ask(client, path):
    answer = client.get(path)
    assert answer.status_code == 200, (path, answer.text)

def told(*more):
    print(*sorted(sys.modules), *more)
"""
PAGES_OF_AREAS = "'/import', '/exercises/sled-push/edit', '/sled?mass=100&mu=0.3', '/api/v1/sled?mass=100kg&mu=0.3'"


def loaded(vastus: Instance, code: str) -> list[set[str]]:
    """The modules that are loaded whenever the code tells, in a process of its own."""
    vastus("find", "sled", "--json")  # the library and its index are there
    done = subprocess.run(
        [sys.executable, "-c", ASKING + code],
        env={**os.environ, **environment(vastus.home)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return [set(line.split()) for line in done.stdout.splitlines()]


def slow(modules: set[str], which: tuple[str, ...] = SLOW) -> list[str]:
    return sorted(name for name in modules if name.startswith(which))


def served(work: str, *, read_only: bool = False) -> str:
    """Code that serves and does some lines of work with a `client`."""
    lines = "\n".join(f"    {line}" for line in work.strip().splitlines())
    app = f"make_app(Parts(), ['h.local'], read_only={read_only})"
    return f"with TestClient({app}, base_url='http://h.local') as client:\n{lines}\n"


def test_a_start_its_first_pages_and_lists_load_no_rules_for_pages_and_no_numpy(vastus: Instance) -> None:
    work = """
told()
ask(client, '/exercises/farmers-carry')
ask(client, '/')
ask(client, '/?q=carry')
ask(client, '/api/v1/exercises?q=carry')
ask(client, '/exercises/farmers-carry/swap')
ask(client, '/imports')
told()
"""
    start, later = loaded(vastus, served(work))
    assert slow(start) == []
    assert slow(later, tuple({*SLOW} - {"sqlalchemy", "alembic"})) == []


def test_the_page_of_a_sled_loads_numpy_for_its_claims_and_nothing_else_that_is_slow(vastus: Instance) -> None:
    (modules,) = loaded(vastus, served("ask(client, '/exercises/sled-push')\ntold()"))
    assert "numpy" in modules
    assert slow(modules, tuple({*SLOW} - {"numpy"})) == []


def test_the_first_request_of_an_area_loads_it(vastus: Instance) -> None:
    work = """
ask(client, '/sled?mass=100&mu=0.3')
told()
ask(client, '/import')
told()
"""
    calculator, importing = loaded(vastus, served(work))
    assert "numpy" in calculator
    assert slow(calculator, ("vastus.parse", "vastus.profile")) == []
    assert slow(importing, ("vastus.parse", "vastus.profile"))


def test_what_is_loaded_ahead_is_what_the_routes_would_load(vastus: Instance) -> None:
    work = f"""
load_ahead(read_only=False)
told()
for path in ({PAGES_OF_AREAS}): ask(client, path)
answer = client.post('/api/v1/import?dry_run=true', content='Hello.', headers=dict(origin='http://h.local'))
assert answer.status_code == 422, answer.text
told()
"""
    ahead, asked = loaded(vastus, served(work))
    rooms = ("numpy.", "vastus.parse", "vastus.profile", "vastus.mechanics", "vastus.faces")
    assert slow(asked - ahead, rooms) == []


def test_in_read_only_nothing_that_reads_pages_is_loaded_ahead(vastus: Instance) -> None:
    work = "load_ahead(read_only=True)\ntold()"
    (modules,) = loaded(vastus, served(work, read_only=True))
    assert "numpy" in modules
    assert slow(modules, ("vastus.parse", "vastus.profile")) == []


@pytest.mark.parametrize("read_only", [False, True])
def test_the_server_works_ahead_while_it_serves(
    vastus: Instance, monkeypatch: pytest.MonkeyPatch, *, read_only: bool
) -> None:
    vastus("find", "sled", "--json")
    told: list[bool] = []
    checked: list[int] = []
    is_done = threading.Event()

    def check_ahead(parts: Parts, is_over: threading.Event) -> None:
        checked.append(ahead_of_all(parts, is_over, break_s=0.0))
        is_done.set()

    def run(_: uvicorn.Server, __: object) -> None:
        assert is_done.wait(60), "nothing was done ahead"

    ahead_of_all = ahead.check_ahead
    monkeypatch.setattr(ahead, "load_ahead", lambda *, read_only: told.append(read_only))
    monkeypatch.setattr(ahead, "check_ahead", check_ahead)
    monkeypatch.setattr(server, "_AHEAD_S", 0.0)
    monkeypatch.setattr(uvicorn.Server, "run", run)
    with server.listen(LOOPBACK, 0) as socket:
        server.run_server(Parts(settings(vastus.home)), socket, Hosts(LOOPBACK, 0), read_only=read_only)
    assert (told, checked) == ([read_only], [10])


def test_a_server_that_ends_at_once_does_nothing_any_more(vastus: Instance, monkeypatch: pytest.MonkeyPatch) -> None:
    vastus("find", "sled", "--json")
    told: list[bool] = []
    monkeypatch.setattr(ahead, "load_ahead", lambda *, read_only: told.append(read_only))
    monkeypatch.setattr(uvicorn.Server, "run", lambda _, __: None)
    before = set(threading.enumerate())
    with server.listen(LOOPBACK, 0) as socket:
        server.run_server(Parts(settings(vastus.home)), socket, Hosts(LOOPBACK, 0))
    for each in set(threading.enumerate()) - before:
        each.join(20)
    assert told == []


def test_checking_ahead_ends_with_the_server_and_says_nothing_of_a_broken_library(vastus: Instance) -> None:
    vastus("find", "sled", "--json")
    over = threading.Event()
    parts = Parts(settings(vastus.home))
    over.set()
    assert ahead.check_ahead(parts, over) == 0
    for file in vastus.home.glob("vastus.db*"):
        file.write_bytes(b"no database")
    assert ahead.check_ahead(Parts(settings(vastus.home)), threading.Event()) == 0
