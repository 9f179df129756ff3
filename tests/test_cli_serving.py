"""`vastus serve`: where it may listen, and what it shows."""

import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import httpx
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


def test_on_every_address_phones_find_it_under_the_one_that_is_told(vastus: Instance) -> None:
    """`--host 0.0.0.0` is what the refusal of it without --read-only recommends."""
    port = _free_port()
    process = _serving(vastus, "--port", str(port), "--read-only", "--host", "0.0.0.0")  # noqa: S104  # as it is meant
    try:
        assert process.stdout is not None
        address = process.stdout.readline().split()[3]
        assert "0.0.0.0" not in address  # noqa: S104  # where nobody finds anything
        assert httpx.get(f"{address}/api/v1/health", timeout=20).status_code == 200
        assert httpx.get(address, headers={"host": f"evil.example:{port}"}, timeout=20).status_code == 400
    finally:
        process.terminate()
        process.communicate(timeout=20)


def _serving(vastus: Instance, *options: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "vastus", "serve", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**environment(vastus.home), "PYTHONUNBUFFERED": "1"},
    )


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
    process = _serving(vastus, "--port", str(port), *options)
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
