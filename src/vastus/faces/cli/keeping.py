"""Commands that take everything out and in again: export, backup, restore; and bench, for a checkout."""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from vastus.bootstrap import Parts
from vastus.errors import BackupError, DiskFull, PageError, UsageError
from vastus.faces.cli.options import AsJson
from vastus.faces.cli.terminal import terminal


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command("export")(export)
    app.command("backup")(backup)
    app.command("restore")(restore)
    app.command("bench", context_settings={"allow_extra_args": True, "ignore_unknown_options": True})(bench)


def export(
    context: typer.Context,
    target: Annotated[Path, typer.Argument(metavar="FOLDER|FILE.json", help="A new folder for Markdown, or a .json file.")],
    as_json: AsJson = False,  # an option
) -> None:
    """Write everything as Markdown pages with the facts behind them, or as one JSON file; 'vastus import' takes it in."""
    from vastus.faces.markdown import print_exercise  # only here
    from vastus.usecases.export_library import export_json, export_markdown  # only here

    parts: Parts = context.obj
    store = parts.store
    if target.suffix == ".json":
        done = export_json(store, lambda lines: _write_whole(target, lines))
    else:
        if target.is_dir() and any(target.iterdir()):
            raise UsageError(f"{target} is not empty", "name a new folder, or one that is empty")
        building = target.with_name(target.name + ".part")
        if building.exists():
            raise UsageError(f"{building} is left over from an export that was interrupted", "remove it and try again")
        done = export_markdown(store, lambda name, lines: _write_whole(building / name, lines), print_exercise)
        try:
            if target.is_dir():
                target.rmdir()
            building.rename(target)
        except OSError as error:
            raise PageError(f"{target}: it cannot be written: {(error.strerror or str(error)).lower()}") from error
    if as_json:
        import msgspec  # only for --json

        terminal.json(msgspec.json.encode({"exercises": done.exercises, "records": done.records, "path": str(target)}))
        return
    terminal.text(f"{target}: {done.exercises} exercises; 'vastus import {target}' takes them in elsewhere\n")


def _write_whole(path: Path, lines: Iterable[str]) -> None:
    """Write a file so that it is there whole or not at all."""
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(lines)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        if error.errno == 28:  # noqa: PLR2004  # ENOSPC
            raise DiskFull(f"{path}: the disk is full; nothing was kept of this file") from error
        raise PageError(f"{path}: it cannot be written: {(error.strerror or str(error)).lower()}") from error


def backup(
    context: typer.Context,
    target: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write, for example vastus-backup.zip.")],
    as_json: AsJson = False,  # an option
) -> None:
    """Write the whole instance into one file, while it runs."""
    parts: Parts = context.obj
    _ = parts.reader  # makes the library if there is none yet
    manifest = parts.back_up(target)
    if as_json:
        import msgspec  # only for --json

        terminal.json(msgspec.json.encode(manifest))
        return
    counts = ", ".join(f"{count} {name}s" for name, count in manifest.counts.items())
    terminal.text(f"{target}: {counts}; 'vastus restore {target}' brings it back\n")


def restore(
    context: typer.Context,
    source: Annotated[Path, typer.Argument(metavar="FILE", help="A file that 'vastus backup' wrote.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,  # an option
    as_json: AsJson = False,  # an option
) -> None:
    """Replace the whole instance by a backup. What was there before is kept in a backup beside it."""
    parts: Parts = context.obj
    if not source.exists():
        raise BackupError(f"{source}: there is no such file")
    if not yes and sys.stdin.isatty() and not typer.confirm(f"Replace everything in {parts.settings.database}?"):
        raise typer.Exit(1)
    restored = parts.restore(source)
    if as_json:
        import msgspec  # only for --json

        before = str(restored.before) if restored.before else None
        terminal.json(msgspec.json.encode({"restored": restored.manifest, "before": before}))
        return
    terminal.text(f"restored the instance of {restored.manifest.created}\n")
    if restored.before:
        terminal.text(f"what was there before is in {restored.before}\n")


def bench(context: typer.Context) -> None:
    """Run the benchmarks of a checkout (bench/) and print what they measure."""
    script = Path(__file__).resolve().parents[4] / "bench" / "run.py"
    if not script.exists():
        raise UsageError("benchmarks come with a checkout, not with an installed package")
    raise typer.Exit(subprocess.run([sys.executable, str(script), *context.args], check=False).returncode)  # noqa: S603  # our own script
