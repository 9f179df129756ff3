"""Commands that take everything out and in again: export, backup, restore; and bench, for a checkout."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from vastus.errors import BackupError, UsageError
from vastus.faces.cli.help import add
from vastus.faces.cli.options import AsJson
from vastus.faces.cli.parts import Parts
from vastus.faces.cli.terminal import readable, terminal
from vastus.faces.cli.writing import new_folder, write_whole


def register(app: typer.Typer) -> None:
    """Add these commands."""
    for command in (export, backup, restore):
        add(app, "Keep and take away", command.__name__, command)
    anything = {"allow_extra_args": True, "ignore_unknown_options": True}
    add(app, "For developers", "bench", bench, context_settings=anything)


def export(
    context: typer.Context,
    target: Annotated[
        Path, typer.Argument(metavar="FOLDER|FILE.json", help="A new folder for Markdown, or a .json file.")
    ],
    as_json: AsJson = False,  # an option
) -> None:
    """Write everything into a new folder, or into one JSON file.

    The folder holds a Markdown page an exercise, to read and to edit, and the facts behind them: the pages as they were
    read, revisions, edits, merges. 'vastus import' takes either in elsewhere, identical; a page that was edited in
    between becomes an edit.
    """
    from vastus.faces.markdown import print_exercise  # only here
    from vastus.usecases.export_library import export_json, export_markdown  # only here

    parts: Parts = context.obj
    if target.suffix == ".json":
        done = export_json(parts.store, lambda lines: write_whole(target, lines))
    else:
        with new_folder(target) as building:
            done = export_markdown(parts.store, lambda name, lines: write_whole(building / name, lines), print_exercise)
    if as_json:
        import msgspec  # only for --json

        terminal.json(
            msgspec.json.encode({"exercises": done.exercises, "records": done.records, "path": readable(target)})
        )
        return
    terminal.text(f"{target}: {done.exercises} exercises; 'vastus import {target}' takes them in elsewhere\n")


def backup(
    context: typer.Context,
    target: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write, for example vastus-backup.zip.")],
    as_json: AsJson = False,  # an option
) -> None:
    """Write the whole instance into one file.

    It may run meanwhile. 'vastus restore' brings it back, on this machine or another.
    """
    parts: Parts = context.obj
    _ = parts.reader  # makes the library if there is none yet
    manifest = parts.back_up(target)
    if as_json:
        import msgspec  # only for --json

        terminal.json(msgspec.json.encode(manifest))
        return
    counts = ", ".join(f"{count} {name}{_plural(name, count)}" for name, count in manifest.counts.items())
    terminal.text(f"{target}: {counts}; 'vastus restore {target}' brings it back\n")


def _plural(name: str, count: int) -> str:
    return "" if count == 1 else "es" if name.endswith("ch") else "s"


def restore(
    context: typer.Context,
    source: Annotated[Path, typer.Argument(metavar="FILE", help="A file that 'vastus backup' wrote.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,  # an option
    as_json: AsJson = False,  # an option
) -> None:
    """Replace the whole instance by a backup.

    What was there before is kept in a backup beside it. On a terminal you are asked first.
    """
    parts: Parts = context.obj
    if not os.path.lexists(source):  # never raises, however odd the name
        raise BackupError(f"{source}: there is no such file")
    if not yes and sys.stdin.isatty() and not typer.confirm(f"Replace everything in {parts.settings.database}?"):
        raise typer.Exit(1)
    restored = parts.restore(source)
    if as_json:
        import msgspec  # only for --json

        before = readable(restored.before) if restored.before else None
        terminal.json(msgspec.json.encode({"restored": restored.manifest, "before": before}))
        return
    terminal.text(f"restored the instance of {restored.manifest.created}\n")
    if restored.before:
        terminal.text(f"what was there before is in {restored.before}\n")


def bench(context: typer.Context) -> None:
    """Run the benchmarks of a checkout.

    Names choose some of them; --json prints the figures for other programs, --list what there is (bench/README.md).
    """
    script = Path(__file__).resolve().parents[4] / "bench" / "run.py"
    if not script.exists():
        raise UsageError("benchmarks come with a checkout, not with an installed package", "see CONTRIBUTING.md")
    raise typer.Exit(subprocess.run([sys.executable, str(script), *context.args], check=False).returncode)  # noqa: S603  # our own script
