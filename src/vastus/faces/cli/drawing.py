"""The command figure: the muscle figure of an exercise, of muscles by name, or of numbers by group."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vastus.errors import UsageError
from vastus.faces.cli.help import add
from vastus.faces.cli.options import AsJson
from vastus.faces.cli.parts import Parts
from vastus.faces.cli.terminal import readable, terminal
from vastus.faces.cli.writing import write_whole

if TYPE_CHECKING:
    from vastus.draw.drawing import Sex
    from vastus.draw.figure import Figure

_PNG_WIDTH = 800  # px
_KINDS = (".svg", ".png")


def register(app: typer.Typer) -> None:
    """Add this command."""
    add(app, "Look things up", "figure", figure)


def figure(
    context: typer.Context,
    exercise_id: Annotated[
        str | None, typer.Argument(metavar="ID", help="An exercise's id, as 'vastus find' prints it.")
    ] = None,
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="FILE", help="A .svg or .png file (default, and '-': SVG printed)."),
    ] = None,
    muscles: Annotated[
        str | None,
        typer.Option(metavar="NAME=LEVEL,…", help="Muscles in place of an exercise: 2 is target, 1 secondary."),
    ] = None,
    heat: Annotated[
        str | None, typer.Option(metavar="GROUP=NUMBER,…", help="Numbers by muscle group, in six steps of one color.")
    ] = None,
    scale: Annotated[
        str | None,
        typer.Option(
            metavar="SCALE",
            help="Steps of --heat: sets (0, 1-3, 4-7, 8-11, 12-15, 16 and more; the default), range (fifths of the"
            " largest number) or counts (the same in whole numbers).",
        ),
    ] = None,
    theme: Annotated[
        str | None,
        typer.Option(
            metavar="THEME",
            help="light or dark, with every color written in. Left out, an SVG follows the reader's system and a PNG is"
            " light.",
        ),
    ] = None,
    sex: Annotated[str, typer.Option(metavar="SEX", help="male or female.")] = "male",
    size: Annotated[
        int | None, typer.Option(metavar="PX", help="Width, 16 to 4096 (default: 800 for PNG; an SVG fits its place).")
    ] = None,
    as_json: AsJson = False,  # an option
) -> None:
    """Draw which muscles work, from the front and from behind.

    Of an exercise, its target is strong and outlined, its secondary muscles are light. --muscles and --heat draw
    without one. The picture says the same in words, for screen readers.
    """
    from vastus.draw.drawing import Sex  # not for other commands
    from vastus.draw.figure import checked_width  # as above
    from vastus.draw.palette import Theme, theme_named  # as above
    from vastus.usecases.draw_figure import one_of  # as above

    parts: Parts = context.obj
    target = _target(output)
    if size is not None:
        checked_width(size)
    chosen = theme_named(theme) if theme is not None else None
    drawn = _drawn(parts, exercise_id, muscles=muscles, heat=heat, scale=scale, sex=one_of(Sex, sex, "sex"))
    if target and target.suffix.lower() == ".png":
        data = drawn.png(chosen or Theme.LIGHT, width=size or _PNG_WIDTH)
    else:
        data = drawn.svg(chosen, width=size).encode()
    if target:
        write_whole(target, (data,))
    if as_json:
        _print_json(drawn, target, data, size)
    elif target:
        terminal.text(f"{readable(target)}: {drawn.description}\n")
    else:
        terminal.write((data, b"\n"))


def _target(output: str | None) -> Path | None:
    if output is None or output == "-":
        return None
    target = Path(output)
    if target.suffix.lower() not in _KINDS:
        raise UsageError(f"{readable(output)} is no .svg or .png file", "the end of the name says which it becomes")
    try:
        is_folder, is_placed = target.is_dir(), target.parent.is_dir()
    except OSError:  # a name that no file can have; writing tells more
        return target
    if is_folder:
        raise UsageError(f"{readable(output)} is a folder", "name a file in it")
    if not is_placed:
        raise UsageError(f"there is no folder {readable(target.parent)}", "make it first, or name another")
    return target


def _drawn(
    parts: Parts, exercise_id: str | None, *, muscles: str | None, heat: str | None, scale: str | None, sex: "Sex"
) -> "Figure":
    from vastus.draw.heat import Scale  # not for other commands
    from vastus.usecases.draw_figure import draw_exercise, draw_heat, draw_muscles, one_of  # as above

    given = [each for each in (exercise_id, muscles, heat) if each is not None]
    if len(given) != 1:
        what = "a figure is of one thing" if given else "figure needs something to draw"
        raise UsageError(what, "give an exercise's id, or --muscles, or --heat")
    if scale is not None and heat is None:
        raise UsageError("--scale belongs to --heat", "leave it out")
    if exercise_id is not None:
        return draw_exercise(parts.reader.get(exercise_id).exercise, parts.known, sex=sex)
    if muscles is not None:
        return draw_muscles(_numbers("--muscles", muscles), parts.known, sex=sex)
    steps = one_of(Scale, scale, "scale") if scale is not None else Scale.SETS
    return draw_heat(_numbers("--heat", heat or ""), parts.known, scale=steps, sex=sex)


def _numbers(option: str, text: str) -> dict[str, float]:
    """The names and numbers of an option such as `quads=2,abs=1`."""
    numbers: dict[str, float] = {}
    example = f"write {option} quads=2,abs=1"
    for pair in text.split(","):
        name, is_pair, number = (each.strip() for each in pair.partition("="))
        if not (name and is_pair and number):
            raise UsageError(f"'{pair.strip()}' is no name and number", example)
        try:
            value = float(number)
        except ValueError:
            raise UsageError(f"'{number}' for {name} is no number", example) from None
        if name in numbers:
            raise UsageError(f"{name} is given twice", "give each muscle one number")
        numbers[name] = value
    return numbers


def _print_json(drawn: "Figure", target: Path | None, data: bytes, width: int | None) -> None:
    import msgspec  # only for --json

    kind = target.suffix.lower().removeprefix(".") if target else "svg"
    terminal.json(
        msgspec.json.encode(
            {
                "title": drawn.title,
                "description": drawn.description,
                "parts": drawn.paint,
                "legend": dict(drawn.legend),
                "format": kind,
                "width": width or (_PNG_WIDTH if kind == "png" else None),
                "bytes": len(data),
                "path": readable(target) if target else None,
                "svg": None if target else data.decode(),
            }
        )
    )
