"""A PostgreSQL of the tests' own: made when the first test asks, in a temporary folder, gone with the last.

It listens on a socket in that folder alone, sorts as a real one does (by the rules of English, not by bytes), and does
not wait for the disk. `VASTUS_TEST_POSTGRES=URL` names another database instead, whose content is thrown away.
"""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from system import needed

HURRY = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")  # nothing in it is worth a wait
START_S = 30


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a database that may be emptied."""
    given = os.environ.get("VASTUS_TEST_POSTGRES")
    if given:
        yield given
        return
    with cluster(needed("postgresql").parent) as url:
        yield url


@contextmanager
def cluster(binaries: Path) -> Iterator[str]:
    """A server made of those programs (the folder of `initdb`), with an empty database."""
    who = _somebody_else() if os.geteuid() == 0 else {}  # PostgreSQL refuses to run as root
    folder = Path(tempfile.mkdtemp(prefix="vastus-pg-"))  # a short path: that of a socket has 107 bytes at most
    try:
        if who:
            shutil.chown(folder, who["user"], who["group"])
        data, log = folder / "data", folder / "log"
        sorting = ["--locale=C", "--locale-provider=icu", "--icu-locale=en-US"]
        make = ["-U", "vastus", "-A", "trust", "-E", "UTF8", "--no-sync", *sorting]
        made = subprocess.run(
            [binaries / "initdb", "-D", data, *make], cwd=folder, capture_output=True, text=True, check=False, **who
        )
        assert made.returncode == 0, f"initdb failed: {made.stderr}"
        settings = [f"-c{setting}" for setting in (f"unix_socket_directories={folder}", "listen_addresses=", *HURRY)]
        with log.open("wb") as lines:
            server = subprocess.Popen(
                [binaries / "postgres", "-D", data, *settings], cwd=folder, stdout=lines, stderr=lines, **who
            )
        try:
            _wait_for(server, data / "postmaster.pid", log)
            yield f"postgresql+psycopg://vastus@/postgres?host={folder}"
        finally:
            server.send_signal(signal.SIGQUIT)  # at once, whoever is connected
            server.wait(timeout=START_S)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _somebody_else() -> dict[str, Any]:
    """How a process is started as a user without rights."""
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    pytest.fail(
        "tests run as root, and there is neither a user postgres nor nobody to run PostgreSQL as", pytrace=False
    )


def _wait_for(server: subprocess.Popen[Any], state: Path, log: Path) -> None:
    """Until the server's file says that it is ready."""
    until = time.monotonic() + START_S
    while server.poll() is None and time.monotonic() < until:
        if state.exists() and state.read_text(encoding="utf-8").rstrip().endswith("ready"):
            return
        time.sleep(0.02)
    pytest.fail(f"PostgreSQL did not start: {log.read_text(encoding='utf-8', errors='replace')}", pytrace=False)
