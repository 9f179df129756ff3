"""`vastus serve`: where it may listen, and what it shows."""

import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from command import Instance, environment, some_pages


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--host", "0.0.0.0"], "can be reached from other machines"),  # noqa: S104  # that is what is refused
        (["--host", "192.168.1.7"], "shows the library alone"),
        (["--host", "example"], "'example' is no address"),
        (["--port", "0"], "a port is between"),
        (["--port", "70000"], "a port is between"),
    ],
)
def test_a_wrong_place_to_listen_is_refused_with_a_sentence(vastus: Instance, arguments: list[str], said: str) -> None:
    assert said in vastus("serve", *arguments, code=2).err


def test_a_port_that_is_taken_is_said(vastus: Instance) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert "already in use" in vastus("serve", "--port", taken.getsockname()[1], code=2).err


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@pytest.mark.parametrize(("options", "count"), [([], 11), (["--read-only"], 10)])
def test_it_serves_until_it_is_ended_and_read_only_shows_nothing_of_the_user(
    vastus: Instance, tmp_path: Path, options: list[str], count: int
) -> None:
    vastus("import", some_pages(tmp_path / "new", 1))
    port = _free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "vastus", "serve", "--port", str(port), *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**environment(vastus.home), "PYTHONUNBUFFERED": "1"},
    )
    try:
        assert process.stdout is not None
        said = process.stdout.readline()
        assert said.startswith(f"Vastus is at http://127.0.0.1:{port} with {count} exercises")
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/v1/health", timeout=20) as answer:  # our own
            assert f'"exercises":{count}' in answer.read().decode()
    finally:
        process.terminate()
        out, err = process.communicate(timeout=20)
    assert (out, err) == ("", "")
