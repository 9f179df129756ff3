"""Commands that change what is there: edit, merge, rename; and new, for a page to fill in."""

import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from vastus.domain.library import Batch
from vastus.errors import ChangedMeanwhile, NotAnExercise, PageError, UsageError
from vastus.faces.cli.help import add
from vastus.faces.cli.options import AsJson, Id
from vastus.faces.cli.parts import Parts
from vastus.faces.cli.terminal import terminal
from vastus.faces.cli.writing import write_whole


def register(app: typer.Typer) -> None:
    """Add these commands."""
    for command in (new, edit, merge, rename):
        add(app, "Write and change", command.__name__, command)


def new(
    exercise_id: Annotated[
        str, typer.Argument(metavar="ID", help="The new exercise's id: lower-case words with hyphens.")
    ],
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="FILE", help="Where to write it (default: ID.md here; '-' prints it)."),
    ] = None,
) -> None:
    """Write a page to fill in. 'vastus import ID.md' brings it into your library when it is done."""
    from vastus.domain.exercise import MAX_SLUG, SLUG  # only here
    from vastus.faces.markdown_template import template  # only here

    if not SLUG.fullmatch(exercise_id) or len(exercise_id) > MAX_SLUG:
        raise UsageError(f"'{exercise_id}' is no id", "an id is lower-case words joined by hyphens, like 'sled-push'")
    text = template(exercise_id)
    if output == "-":
        terminal.text(text)
        return
    path = Path(output or f"{exercise_id}.md")
    try:
        write_whole(path, (text,), is_new=True)
    except FileExistsError:
        raise UsageError(f"{path} is there already", "choose another file with -o") from None
    terminal.text(f"{path}: fill it in, then 'vastus import {path}'\n")


def edit(
    context: typer.Context,
    exercise_id: Id,
    file: Annotated[
        str | None,
        typer.Argument(metavar="FILE", help="The edited page ('-' for standard input); left out, your editor opens."),
    ] = None,
    as_json: AsJson = False,  # an option
) -> None:
    """Change an exercise.

    A page that ships with Vastus stays as it is: your changes lie over it and survive updates. 'vastus show ID
    --markdown' prints what there is to edit.
    """
    from vastus.faces.markdown import print_exercise  # only here

    parts: Parts = context.obj
    stored = parts.store.get(exercise_id)
    before = print_exercise(stored.exercise)
    text = _read(file) if file else _edited(before, stored.exercise.id)
    if text == before:
        _tell(None, "nothing was changed", as_json=as_json)
        return
    from vastus.usecases.correct_exercise import read_correction  # only here

    try:
        correction = read_correction(text, stored.exercise, parts.known, path=file, also=stored.former_ids)
    except NotAnExercise as error:
        raise PageError(f"{file or exercise_id}: {error}") from error
    if correction.errors:
        raise PageError(f"{file or exercise_id}: {correction.errors[0].message}; nothing was stored")
    try:
        batch = parts.store.edit(correction.exercise, now=parts.now(), made_from=stored.exercise)
    except ChangedMeanwhile as error:
        if file:
            raise
        kept = _kept(text, stored.exercise.id)
        hint = f"what you wrote is in {kept}; 'vastus show {exercise_id} --markdown' prints what stands there now"
        raise ChangedMeanwhile(error.exercise_id, error.fields, hint) from error
    _tell(batch, "kept" if batch else "nothing was changed", as_json=as_json)


def _tell(batch: Batch | None, what: str, *, as_json: bool) -> None:
    if as_json:
        import msgspec  # only for --json

        terminal.json(msgspec.json.encode({"batch": batch}))
        return
    terminal.text(f"{what}; 'vastus import --undo {batch.number}' takes it back\n" if batch else f"{what}\n")


def _read(file: str) -> str:
    try:
        return sys.stdin.read() if file == "-" else Path(file).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is no UTF-8 text"
        raise PageError(f"{file}: {reason.lower()}") from error


def _edited(text: str, name: str) -> str:
    """The text as the user's editor leaves it."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor or not sys.stdin.isatty():
        raise UsageError(
            "there is no editor to open", f"give the edited page: vastus edit {name} page.md, or set EDITOR"
        )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.md"
        path.write_text(text, "utf-8")
        try:
            command = shlex.split(editor)
        except ValueError as error:
            raise UsageError(f"the editor '{editor}' cannot be understood", "look at EDITOR") from error
        try:
            subprocess.run([*command, str(path)], check=True)  # noqa: S603  # the user's own editor
        except (OSError, subprocess.CalledProcessError) as error:
            raise PageError(f"the editor '{editor}' failed; nothing was changed") from error
        return path.read_text("utf-8")


def _kept(text: str, name: str) -> Path:
    """Where a text lies that could not be stored."""
    number, path = tempfile.mkstemp(prefix=f"{name}-", suffix=".md")
    with os.fdopen(number, "w", encoding="utf-8") as file:
        file.write(text)
    return Path(path)


def merge(
    context: typer.Context,
    exercise_id: Id,
    into: Annotated[str, typer.Argument(metavar="INTO", help="The exercise that stays.")],
    as_json: AsJson = False,  # an option
) -> None:
    """Let another exercise replace this one.

    Both histories stay, and the page of the old id says what replaced it.
    """
    parts: Parts = context.obj
    batch = parts.store.merge(exercise_id, into, now=parts.now())
    _tell(batch, f"{exercise_id} is now {into}", as_json=as_json)


def rename(
    context: typer.Context,
    exercise_id: Id,
    new_id: Annotated[str, typer.Argument(metavar="NEW", help="Its new id.")],
    as_json: AsJson = False,  # an option
) -> None:
    """Give an exercise of yours another id.

    The old one keeps leading to it.
    """
    parts: Parts = context.obj
    batch = parts.store.rename(exercise_id, new_id, now=parts.now())
    _tell(batch, f"{exercise_id} is now called {new_id}", as_json=as_json)
