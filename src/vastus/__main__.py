"""The entry point of the command `vastus`: connects the parts and hands them to the command line."""

import io
import sys

from vastus.bootstrap import Parts
from vastus.faces.cli.main import run


def main() -> None:
    """Run the command line and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that is not UTF-8 shows what it can
    raise SystemExit(run(Parts))


if __name__ == "__main__":
    main()
