"""What a person waits for: whole processes of `vastus` on a library of ten thousand exercises."""

import sys
import tempfile
from pathlib import Path

from importing import bring_in
from measure import Report, Spent, process
from pages import write_pages

PAGES, ROUNDS = 10_000, 15


def bench() -> Report:
    """Show and find, against Python alone and against importing SQLAlchemy."""
    with tempfile.TemporaryDirectory() as holder:
        home = Path(holder) / "home"
        home.mkdir()
        bring_in(write_pages(Path(holder) / "pages", PAGES), home / "vastus.db", None)
        python, vastus = [sys.executable, "-c"], [sys.executable, "-m", "vastus"]
        commands = {
            "show": [*vastus, "show", "sled-push"],
            "show --json": [*vastus, "show", "sled-push", "--json"],
            "find": [*vastus, "find", "sled", "--muscle", "quads"],
            "find --json": [*vastus, "find", "sled", "--muscle", "quads", "--json"],
            "floor: python": [*python, "pass"],
            "import sqlalchemy": [*python, "import sqlalchemy"],
        }
        environment = {"VASTUS_HOME": str(home)}
        process([*vastus, "find", "sled"], environment)  # brings the shipped pages in
        rounds: dict[str, list[Spent]] = {name: [] for name in commands}
        for _ in range(ROUNDS):
            for name, command in commands.items():
                rounds[name].append(process(command, environment))
    report = Report("starting", f"whole processes, {PAGES} exercises, {ROUNDS} rounds, in turn")
    for what, unit in (("wall_s", "ms wall"), ("cpu_s", "ms CPU")):
        end = unit.removeprefix("ms ")
        for name in commands:
            target = 400 if name == "show" and end == "wall" else None
            floor = None if name.startswith("floor") else f"floor: python, {end}"
            report.add(
                f"{name}, {end}", unit, [getattr(each, what) * 1e3 for each in rounds[name]], floor=floor, target=target
            )
    return report
