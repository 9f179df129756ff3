"""The command `vastus` as tests call it: in this process, on an instance of its own, with what it said."""

import atexit
import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from vastus.bootstrap import Parts
from vastus.faces.cli.main import run
from vastus.faces.cli.terminal import terminal
from vastus.settings import Settings, read_settings, shipped_library

PAGES = Path(__file__).parent / "pages"
OWN = PAGES / "own-backward-push.txt"
PAGE = """\
Exercise Profile
  • Target Muscle Group
    Quads
  • Exercise Type{kind}
  • Equipment Required{equipment}
  • MechanicsCompound
  • Force TypePush (Bilateral)
  • Experience LevelBeginner
  • Secondary Muscles
    Abs, Calves

{name} Overview

{overview}

{name} Instructions

  1. Load the {equipment} with the weight you have planned for today.
  2. Stand in front of it, brace, and take hold of it with both hands.
  3. Push it away until both arms are straight, then let it come back.
  4. Repeat until the planned number of reps is done.

{name} Tips

  1. {tip}
  2. If you don’t have access to a {equipment}, you can use a kettlebell.
"""


def a_page(
    name: str = "Plank Shove",
    kind: str = "Strength",
    equipment: str = "Sled",
    overview: str = "It can be used as a strength exercise.",
    tip: str = "Keep the neck long and the eyes on the floor.",
) -> str:
    """A profile page in the form of the seed."""
    return PAGE.format(name=name, kind=kind, equipment=equipment, overview=overview, tip=tip)


def some_pages(folder: Path, count: int, first: int = 1) -> Path:
    """A folder of pages of different names and words."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(first, first + count):
        page = a_page(name=f"Shove {number}", tip=f"Breathe out {number} times before you start.")
        (folder / f"page-{number:04}.txt").write_text(page, "utf-8")
    return folder


# What tests count on: a library that stays as it is while the shipped one grows.
TEN = """
backward-sled-drag backward-sled-push farmers-carry lateral-sled-drag low-sled-push sandbag-bear-hug-carry sled-drag
sled-push sled-rope-pull suitcase-carry
""".split()


@cache
def ten_pages() -> Path:
    """A library of the ten, for as long as the tests run."""
    library = Path(tempfile.mkdtemp(prefix="vastus-ten-"))
    library.chmod(0o755)  # some tests read as somebody else
    atexit.register(shutil.rmtree, library, ignore_errors=True)
    (library / "exercises").mkdir()
    for name in TEN:
        shutil.copy(shipped_library() / "exercises" / f"{name}.md", library / "exercises")
    return library


def environment(home: Path) -> dict[str, str]:
    """The variables of an instance in a folder, with the ten as the shipped library."""
    return {"VASTUS_HOME": str(home), "VASTUS_LIBRARY": str(ten_pages())}


def settings(home: Path) -> Settings:
    """The settings of such an instance."""
    return read_settings(environment(home))


@dataclass(frozen=True)
class Answer:
    """What a call came to."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401  # a JSON value
        return json.loads(self.out)


class Stdin(io.TextIOWrapper):
    """Standard input; a terminal where a test says so."""

    is_terminal = False

    def isatty(self) -> bool:
        return self.is_terminal


@dataclass
class Instance:
    """An instance in its own folder, and the way to call `vastus` on it."""

    home: Path
    capture: pytest.CaptureFixture[bytes]
    parts: Callable[..., Parts] = Parts

    def __call__(self, *arguments: object, stdin: bytes = b"", code: int = 0) -> Answer:
        """Run one command; the exit code must be `code`, and nothing may look like a program's fault."""
        given = [str(each) for each in arguments]
        vars(terminal).clear()  # a process makes its consoles once
        made: list[Parts] = []

        def parts() -> Parts:
            made.append(self.parts(settings(self.home)))
            return made[0]

        self.capture.readouterr()
        with mock.patch.object(sys, "stdin", Stdin(io.BytesIO(stdin), "utf-8")):
            found = run(parts, given)
        if made and made[0]._store is not None:
            made[0]._store.close()
        out, err = self.capture.readouterr()
        answer = Answer(found, out.decode(), err.decode())
        judged(answer, given, code)
        return answer

    @property
    def database(self) -> Path:
        return self.home / "vastus.db"

    def ids(self) -> list[str]:
        return [item["id"] for item in self("find", "--json", "--limit", 500).json["items"]]

    def shown(self) -> dict[str, Any]:
        """Every exercise, as `show --json` prints it."""
        return {each: self("show", each, "--json").json for each in self.ids()}

    def dump(self) -> list[str]:
        """Every row of every table."""
        connection = sqlite3.connect(self.database)
        lines = sorted(connection.iterdump())
        connection.close()
        return lines

    def process(self, *arguments: object, **settings: Any) -> "subprocess.Popen[bytes]":  # noqa: ANN401  # Popen's own
        """The command as a process of its own."""
        return subprocess.Popen(
            [sys.executable, "-m", "vastus", *map(str, arguments)],
            env={**os.environ, **environment(self.home)},
            **{"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **settings},
        )  # pyright: ignore[reportReturnType]  # bytes, as no text mode is asked for


def judged(answer: Answer, arguments: list[str], code: int) -> None:
    """What holds for every call."""
    assert "Traceback" not in answer.err, answer.err
    assert "fault in Vastus" not in answer.err, answer.err
    assert answer.code == code, (arguments, answer)
    assert "\x1b" not in answer.out + answer.err, "styles went into a pipe"
    if code == 2 or (code == 1 and arguments[0] not in ("import", "check") and not Stdin.is_terminal):
        assert answer.out == "", answer
        assert answer.err.startswith("vastus: "), answer
        assert answer.err.count("\n") == 1, answer
        assert answer.err.count(";") >= (code == 2), f"wrong use without a hint: {answer.err}"
    if code == 0 and "--json" in arguments:
        json.loads(answer.out)
        assert answer.err == "", answer
