"""The command as a process: what only a real one has: signals, pipes, other processes, what it imports."""

import json
import os
import pty
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from command import Instance, a_page, environment, some_pages

BLOCK = b" " * 300_000  # more than any pipe holds: once written, the process is reading


def half_way(vastus: Instance, folder: Path) -> "subprocess.Popen[bytes]":
    """An import that has put a folder's pages in and now waits for the rest of standard input."""
    process = vastus.process("import", folder, "-")
    assert process.stdin
    process.stdin.write(BLOCK)
    process.stdin.flush()
    return process


def test_an_import_that_is_killed_leaves_nothing(vastus: Instance, tmp_path: Path) -> None:
    before = vastus.dump()
    process = half_way(vastus, some_pages(tmp_path / "pages", 300))
    process.kill()
    process.communicate()
    assert vastus.dump() == before
    assert vastus("import", tmp_path / "pages", "--json").json["counts"] == {"added": 300}


def test_ctrl_c_ends_an_import_with_a_sentence_and_leaves_nothing(vastus: Instance, tmp_path: Path) -> None:
    before = vastus.dump()
    process = half_way(vastus, some_pages(tmp_path / "pages", 3))
    process.send_signal(signal.SIGINT)
    out, err = process.communicate()
    assert (process.returncode, out) == (130, b"")
    assert err == b"vastus: interrupted; nothing was left half-written\n"
    assert vastus.dump() == before


def test_two_imports_at_once_both_go_in(vastus: Instance, tmp_path: Path) -> None:
    first = half_way(vastus, some_pages(tmp_path / "first", 20))
    second = vastus.process("import", some_pages(tmp_path / "second", 20, first=11), "--json")
    assert "Sled Push" in vastus("show", "sled-push").out  # a reader does not wait
    release = threading.Timer(1.0, lambda: first.communicate(a_page("Last Shove").encode()))
    release.start()
    out, err = second.communicate()
    release.join()
    assert (first.returncode, second.returncode, err) == (0, 0, b"")
    assert json.loads(out)["counts"] == {"added": 10, "same_page": 10} or json.loads(out)["counts"]["added"] >= 10
    assert {f"shove-{number}" for number in range(1, 31)} | {"last-shove"} <= set(vastus.ids())


@pytest.mark.parametrize(
    "arguments", [["import", "{pages}", "--dry-run", "--json"], ["vocabulary"], ["vocabulary", "--json"]], ids=" ".join
)
def test_a_reader_that_has_seen_enough_is_no_error(vastus: Instance, tmp_path: Path, arguments: list[str]) -> None:
    pages = some_pages(tmp_path / "pages", 40)
    with vastus.process(*(each.replace("{pages}", str(pages)) for each in arguments)) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_a_full_device_on_standard_output_is_told(vastus: Instance) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    for arguments in (("show", "sled-push"), ("show", "sled-push", "--json"), ("vocabulary",)):
        with Path("/dev/full").open("wb") as full:
            process = vastus.process(*arguments, stdout=full)
            _, err = process.communicate()
        assert process.returncode == 1
        assert b"Traceback" not in err
        assert err.startswith(b"vastus: the output: no space left on device")


def on_a_terminal(vastus: Instance, *arguments: object) -> str:
    """What a person sees on a terminal of 80 columns."""
    master, slave = pty.openpty()
    env = {"TERM": "xterm", "COLUMNS": "80"}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in env.items():
            patch.setenv(name, value)
        process = vastus.process(*arguments, stdin=slave, stdout=slave, stderr=slave)
    os.close(slave)
    seen = b""
    try:
        while block := os.read(master, 65536):
            seen += block
    except OSError:  # the other end was closed
        pass
    os.close(master)
    assert process.wait() == 0
    return seen.decode()


def test_a_long_import_shows_progress_and_clears_it_away(vastus: Instance, tmp_path: Path) -> None:
    seen = on_a_terminal(vastus, "import", some_pages(tmp_path / "pages", 600))
    assert "exercises" in seen.split("added")[0]
    assert "\x1b[2K" in seen  # the line was erased
    assert seen.count("\x1b[?25l") == seen.count("\x1b[?25h")  # the cursor is back
    assert seen.rstrip().endswith("takes it back\x1b[0m")


def test_json_on_a_terminal_is_json_still(vastus: Instance) -> None:
    assert json.loads(on_a_terminal(vastus, "show", "sled-push", "--json"))["id"] == "sled-push"


def test_a_terminal_gets_styles_unless_it_wants_none(vastus: Instance, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[1m" in on_a_terminal(vastus, "show", "sled-push")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[3" not in on_a_terminal(vastus, "show", "sled-push").replace("\x1b[3m", "")


def imported(vastus: Instance, *arguments: str) -> set[str]:
    """The modules that a command imports."""
    code = (
        "import sys\n"
        "from vastus.bootstrap import Parts\n"
        "from vastus.faces.cli.main import run\n"
        "code = run(Parts, sys.argv[1:])\n"
        "print(*sys.modules, file=sys.stderr)\n"
        "raise SystemExit(code)\n"
    )
    env = {**os.environ, **environment(vastus.home)}
    done = subprocess.run([sys.executable, "-c", code, *arguments], env=env, capture_output=True, text=True, check=True)
    return set(done.stderr.split())


SLOW = (
    "pydantic",
    "sqlalchemy",
    "alembic",
    "selectolax",
    "ftfy",
    "vastus.parse",
    "vastus.profile",
    "vastus.check",
    "vastus.prose",
)


@pytest.mark.parametrize(
    "arguments", ["show sled-push", "show sled-push --json", "find sled", "find --json --muscle quads", ""]
)
def test_looking_things_up_imports_nothing_slow(vastus: Instance, arguments: str) -> None:
    modules = imported(vastus, *arguments.split())
    assert sorted(name for name in modules if name.startswith(SLOW)) == []


def test_json_needs_no_styles(vastus: Instance) -> None:
    assert not {name for name in imported(vastus, "show", "sled-push", "--json") if name.startswith("rich")}


def test_the_package_is_a_command(vastus: Instance) -> None:
    process = vastus.process("--version")
    out, err = process.communicate()
    assert out.startswith(b"vastus ")
    assert (process.returncode, err) == (0, b"")


def test_a_page_in_another_locale_is_read(vastus: Instance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is UTF-8, whatever the locale says."""
    page = tmp_path / "page.txt"
    page.write_text(a_page("Überzug Shove"), "utf-8")
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("PYTHONUTF8", "0")
    monkeypatch.setenv("PYTHONCOERCECLOCALE", "0")
    process = vastus.process("import", page)
    out, err = process.communicate()
    assert (process.returncode, err) == (0, b"")
    assert b"uberzug-shove" in out
    for arguments in (("show", "uberzug-shove"), ("show", "uberzug-shove", "--markdown"), ("find", "shove")):
        process = vastus.process(*arguments)
        out, err = process.communicate()
        assert (process.returncode, err) == (0, b"")
