"""The entry point of the command `vastus`: connects the parts and hands them to the command line."""

from vastus.bootstrap import Parts
from vastus.faces.cli.main import run


def main() -> None:
    """Run the command line and leave with its exit code."""
    raise SystemExit(run(Parts))


if __name__ == "__main__":
    main()
