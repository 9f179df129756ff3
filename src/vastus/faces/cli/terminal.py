"""Standard output and error of a command: bytes for programs, styled text for people, quiet in a pipe."""

import os
import sys
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

WIDTH = 92  # columns; longer lines are hard to read


def readable(path: object) -> str:
    """A path as text: a file's name may be any bytes."""
    return os.fsencode(str(path)).decode("utf-8", "replace")


class Terminal:
    """Where a command writes. Styles are made only for a terminal that shows them."""

    @cached_property
    def out(self) -> "Console":
        """Standard output for people."""
        return _console(to_error=False)

    @cached_property
    def error(self) -> "Console":
        """Standard error for people."""
        return _console(to_error=True)

    @property
    def is_watched(self) -> bool:
        """Whether somebody looks at standard error, so that progress is worth showing."""
        return sys.stderr.isatty()

    def write(self, parts: Iterable[bytes]) -> None:
        """Write to standard output as it is."""
        sys.stdout.flush()
        for part in parts:
            sys.stdout.buffer.write(part)
        sys.stdout.buffer.flush()

    def json(self, data: bytes) -> None:
        """Write one JSON value, indented."""
        import msgspec  # only for --json

        self.write((msgspec.json.format(data, indent=2), b"\n"))

    def text(self, text: str) -> None:
        """Write plain text."""
        self.write((text.encode("utf-8", "backslashreplace"),))

    def note(self, text: str) -> None:
        """Say something on standard error, one line; what would steer the terminal (a file's name may) is shown."""
        line = "".join(each if each.isprintable() else repr(each)[1:-1] for each in text)
        sys.stderr.write(line.encode("utf-8", "backslashreplace").decode() + "\n")


def _console(*, to_error: bool) -> "Console":
    from rich.console import Console  # not for --json

    console = Console(stderr=to_error, highlight=False, soft_wrap=False)
    console.width = min(console.width, WIDTH)
    return console


terminal = Terminal()
