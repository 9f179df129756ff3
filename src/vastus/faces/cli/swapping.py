"""The command `swap`: what to do instead."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from vastus.faces.cli.help import add
from vastus.faces.cli.options import AsJson, Id
from vastus.faces.cli.parts import Parts
from vastus.faces.cli.terminal import terminal

if TYPE_CHECKING:
    from rich.console import RenderableType

    from vastus.swap.substitute import Substitute
    from vastus.usecases.swap_exercise import Swaps


def register(app: typer.Typer) -> None:
    """Add this command."""
    add(app, "Look things up", "swap", swap)


def swap(
    context: typer.Context,
    exercise_id: Id,
    have: Annotated[
        list[str] | None, typer.Option(metavar="A,B", help="What there is: dumbbell,bench; 'none' for just the floor.")
    ] = None,
    without: Annotated[
        list[str] | None,
        typer.Option(metavar="A,B", help="Equipment or demands to do without: sled,knee_flexion_deep."),
    ] = None,
    load: Annotated[
        str | None, typer.Option(metavar="MASS", help="Sled and plates that you use now, together: 100kg, 225lb.")
    ] = None,
    surface: Annotated[
        str | None, typer.Option(metavar="FLOOR", help="The floor under your sled: turf_gym, rubber_floor, concrete, …")
    ] = None,
    limit: Annotated[int, typer.Option(metavar="N", help="How many to list, up to 500.")] = 5,
    as_json: AsJson = False,  # an option
) -> None:
    """Tell what to do instead of an exercise, best first.

    Each with what changes, what is safer or riskier, and which load is equal or how two sets find it. The body, the
    floor and a wall need no mention in --have. The order is a judgement: docs/swaps.md says how it comes about.
    """
    from vastus.reference.swaps import swap_facts  # not for other commands
    from vastus.usecases.swap_exercise import kit_of, known_load, swap_exercise  # as above

    parts: Parts = context.obj
    kit = kit_of(have, without or (), swap_facts(), parts.known)
    stored = parts.reader.get(exercise_id)
    swaps = swap_exercise(stored.exercise, kit, parts.swapping, limit=limit, load=known_load(load, surface))
    if as_json:
        from vastus.faces.swaps import swaps_json  # only for --json

        terminal.json(swaps_json(swaps))
    else:
        terminal.out.print(_page(swaps))


def _page(swaps: "Swaps") -> "RenderableType":
    from rich.console import Group  # rich is only for people

    items = [each for number, item in enumerate(swaps.items, 1) for each in _item(number, item)]
    return Group(*_heading(swaps), *items)


def _heading(swaps: "Swaps") -> "Iterator[RenderableType]":
    from rich.text import Text  # rich is only for people

    title = Text("Instead of ")
    title.append(swaps.of.name, style="bold")
    title.append(f"  {swaps.of.id}", style="dim")
    yield title


def _item(number: int, item: "Substitute") -> "Iterator[RenderableType]":
    from rich.padding import Padding  # rich is only for people
    from rich.text import Text  # as above

    from vastus.faces.swaps import load_words, part_words, substitute_name  # as above

    title = Text(f"\n{number}. ")
    title.append(substitute_name(item), style="bold")
    title.append(f"  {item.implement or item.of.id}  {item.score:.2f}", style="dim")
    yield title
    lines = [Text(each) for each in item.changes]
    lines += [Text(f"{note.effect}: {note.text} [{note.mark}]", style=_STYLES[note.effect]) for note in item.safety]
    load, finding = item.equal_load, item.equal_load.finding
    lines.append(Text(f"load: {load_words(load)} [{(load.computed or finding).mark}]"))
    lines += [Text(finding.first), Text(finding.second)]
    lines.append(Text(part_words(item.parts), style="dim"))
    for line in lines:
        yield Padding(line, (0, 0, 0, 3))


_STYLES = {"riskier": "yellow", "safer": "green"}
