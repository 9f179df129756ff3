"""How help reads: what a command is for, its arguments by name, its options with the word that they take.

Typer's own layout adds Python's types and cuts the first sentences of the overview short.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup


def add(app: typer.Typer, family: str, name: str, command: Callable[..., None], **settings: Any) -> None:  # noqa: ANN401  # Typer's own
    """Add a command under the heading of its family."""
    app.command(name, cls=Command, rich_help_panel=family, **settings)(command)


class _Value:
    """Reads what a parameter is given, without Pydantic, which Typer would import for it: a third of what `show` costs.

    Where a later Typer asks another way, its own reading takes over: slower, and with its own words.
    """

    def __init__(self, read: Callable[[str], object]) -> None:
        self._read = read

    def coerce(self, value: Any, param: Any, ctx: typer.Context) -> object:  # noqa: ANN401  # Typer's own
        """The value, or the values where there may be several."""
        if param.multiple or param.nargs == -1:
            return [self._read(each) for each in value or ()]
        if value is None:
            return None
        try:
            return self._read(value)
        except ValueError:
            raise typer.BadParameter(f"'{value}' is no whole number", ctx=ctx, param=param) from None


_VALUES: dict[object, _Value] = {
    str: _Value(str), list[str]: _Value(str), int: _Value(int), Path: _Value(Path), bool: _Value(bool),
}  # fmt: skip


def _with_our_values(command: TyperCommand | TyperGroup, context: typer.Context) -> None:
    for each in command.get_params(context):
        value = _VALUES.get(getattr(getattr(each, "type_descriptor", None), "annotation", None))
        if value:
            vars(each)["_runtime_param"] = value


class Command(TyperCommand):
    """A command whose help is made for people, and that starts quickly."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]  # Typer's own context
        """Reads values of the kinds that we use ourselves."""
        _with_our_values(self, ctx)
        return super().parse_args(ctx, args)

    def get_short_help_str(self, limit: int = 0) -> str:  # noqa: ARG002  # nothing is cut
        """The first sentence, whole."""
        return _first_sentence(self.help)

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


def _first_sentence(help_text: str | None) -> str:
    first = " ".join((help_text or "").split("\n\n")[0].split())
    return first.split(". ")[0].rstrip(".")


def _arguments(command: TyperCommand, context: typer.Context) -> list[TyperArgument]:
    return [each for each in command.get_params(context) if isinstance(each, TyperArgument)]


class Group(TyperGroup):
    """The overview: commands by family, in the order in which they were added."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]  # as above
        """As `Command` does."""
        _with_our_values(self, ctx)
        return super().parse_args(ctx, args)

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


class Branch(Group):
    """A command with options of its own, and commands below it."""

    def get_short_help_str(self, limit: int = 0) -> str:  # noqa: ARG002  # nothing is cut
        """The first sentence, whole."""
        return _first_sentence(self.help)

    def collect_usage_pieces(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]  # as above
        """`[OPTIONS] [equal|profile]`."""
        return ["[OPTIONS]", f"[{'|'.join(self.list_commands(ctx))}]"]

    def format_options(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]  # noqa: ANN401  # as above
        """Options, then the commands below."""
        found = [each.get_help_record(ctx) for each in self.get_params(ctx)]
        with formatter.section("Options"):
            formatter.write_dl([record for record in found if record])
        self.format_commands(ctx, formatter)
