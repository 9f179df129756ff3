"""How help reads: what a command is for, its arguments by name, its options with the word that they take.

Typer's own layout adds Python's types and cuts the first sentences of the overview short.
"""

from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup


def add(app: typer.Typer, family: str, name: str, command: Callable[..., None], **settings: Any) -> None:  # noqa: ANN401  # Typer's own
    """Add a command under the heading of its family."""
    app.command(name, cls=Command, rich_help_panel=family, **settings)(command)


class Command(TyperCommand):
    """A command whose help is made for people."""

    def get_short_help_str(self, limit: int = 0) -> str:  # noqa: ARG002  # nothing is cut
        """The first sentence, whole."""
        first = " ".join((self.help or "").split("\n\n")[0].split())
        return first.split(". ")[0].rstrip(".")

    def collect_usage_pieces(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]  # Typer's own context
        """`[OPTIONS] ID [FILE]`."""
        pieces = ["[OPTIONS]"]
        for each in _arguments(self, ctx):
            name = each.metavar or each.name or ""
            pieces.append(name if each.required else f"[{name}]")
        return pieces

    def format_options(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]  # noqa: ANN401  # Typer does not export it
        """Arguments, then options."""
        arguments = [(each.metavar or each.name or "", each.help or "") for each in _arguments(self, ctx)]
        if arguments:
            with formatter.section("Arguments"):
                formatter.write_dl(arguments)
        found = [each.get_help_record(ctx) for each in self.get_params(ctx) if not isinstance(each, TyperArgument)]
        with formatter.section("Options"):
            formatter.write_dl([record for record in found if record])


def _arguments(command: TyperCommand, context: typer.Context) -> list[TyperArgument]:
    return [each for each in command.get_params(context) if isinstance(each, TyperArgument)]


class Group(TyperGroup):
    """The overview: commands by family, in the order in which they were added."""

    def format_commands(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]  # noqa: ANN401, ARG002  # as above
        """The families, each with a line a command."""
        families: dict[str, list[tuple[str, str]]] = {}
        for name, command in self.commands.items():
            family = getattr(command, "rich_help_panel", None) or "Commands"
            families.setdefault(family, []).append((name, command.get_short_help_str()))
        wide = max(len(name) for name in self.commands)
        for family, commands in families.items():
            with formatter.section(family):
                formatter.write_dl([(name.ljust(wide), text) for name, text in commands])


_REFERENCE = """\
# Commands

Written by `scripts/commands_doc` from the commands themselves; a test fails when it is stale.

`./run ARGS` in a checkout is `vastus ARGS` in its own environment. `vastus` alone says what there is.

- Every command that answers takes `--json`: one JSON value on standard output and nothing else.
- An error is one sentence with a hint on standard error. The exit code is 0 when it is done, 1 when the job failed, 2 for
  wrong use, 130 after Ctrl-C.
- Long work shows progress on a terminal and is quiet in a pipe. `NO_COLOR=1` leaves colors out.
- `VASTUS_HOME` is the folder of your data (else `$XDG_DATA_HOME/vastus`, else `~/.local/share/vastus`), `VASTUS_DATABASE`
  the URL of another database. `VASTUS_DEBUG=1` shows where a fault of Vastus itself comes from.
"""


def reference(app: typer.Typer) -> str:
    """All commands with their arguments and options, as Markdown."""
    group = typer.main.get_command(app)
    if not isinstance(group, TyperGroup):
        raise TypeError("the overview holds commands")
    context = typer.Context(group, info_name="vastus")
    parts = [_REFERENCE]
    family = ""
    for name, command in group.commands.items():
        if command.rich_help_panel != family:  # type: ignore[attr-defined]  # every command is one of ours
            family = str(command.rich_help_panel)  # type: ignore[attr-defined]  # as above
            parts.append(f"## {family}\n")
        below = typer.Context(command, info_name=name, parent=context)
        usage = " ".join(command.collect_usage_pieces(below)).replace("[OPTIONS]", "").split()
        parts.append(
            f"### vastus {name}\n\n`{' '.join(['vastus', name, *usage])}`\n\n{_unwrapped(command.help or '')}\n"
        )
        rows = [(f"`{each.metavar or each.name}`", each.help or "") for each in _arguments(command, below)]  # type: ignore[arg-type]  # as above
        for each in command.get_params(below):
            record = None if isinstance(each, TyperArgument) else each.get_help_record(below)
            if record and "--help" not in record[0]:
                rows.append((f"`{record[0]}`", record[1]))
        if rows:
            lines = [
                f"| {left.replace('|', chr(92) + '|')} | {right.replace('|', chr(92) + '|')} |" for left, right in rows
            ]
            parts.append("\n".join(["| argument or option | |", "| --- | --- |", *lines]) + "\n")
    return "\n".join(parts)


def _unwrapped(text: str) -> str:
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))
