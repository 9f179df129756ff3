"""The command `vastus`: its commands, and what every error becomes: one sentence, a hint, an exit code."""

import gc
import os
import sys
from collections.abc import Callable, Sequence

import typer
from typer.exceptions import TyperException

from vastus.errors import GearError, MechanicsError, QuantityError, QueryError, UsageError, VastusError
from vastus.faces.cli import changing, drawing, importing, keeping, reading, serving, sled, swapping
from vastus.faces.cli.help import Group
from vastus.faces.cli.parts import Parts
from vastus.faces.cli.terminal import terminal

WRONG_USE = 2
FAILED = 1
INTERRUPTED = 130
_COLLECT_AFTER = 50_000  # new objects; a page makes some hundred, hardly any of them in cycles
_WRONG_USE_ERRORS = (UsageError, QueryError, QuantityError, MechanicsError, GearError)

app = typer.Typer(
    name="vastus",
    cls=Group,
    help="Exercise pages in, typed profiles out: find them, read them, check them, keep them.",
    no_args_is_help=False,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for family in (reading, swapping, drawing, sled, serving, importing, changing, keeping):
    family.register(app)


@app.callback(invoke_without_command=True)
def overview(
    context: typer.Context,
    version: bool = typer.Option(False, "--version", help="Print the version and leave."),  # an option
) -> None:
    """Exercise pages in, typed profiles out: find them, read them, check them, keep them."""
    if version:
        from vastus import __version__  # only asked for here

        terminal.text(f"vastus {__version__}\n")
        raise typer.Exit
    if context.invoked_subcommand is None:
        reading.welcome(context.obj)


def run(parts: Callable[[], Parts], arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 failed, 2 wrong use, 130 interrupted."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    gc.freeze()  # what was imported lives to the end: no collection need look at it again
    gc.set_threshold(_COLLECT_AFTER)
    try:
        code = app(arguments, prog_name="vastus", standalone_mode=False, obj=parts())
    except _WRONG_USE_ERRORS as error:
        return _told(error, error.hint or _help(arguments), WRONG_USE)
    except VastusError as error:
        return _told(error, error.hint, FAILED)
    except (typer.Abort, KeyboardInterrupt):
        return _interrupted()
    except (BrokenPipeError, SystemExit):  # Typer and Rich make an exit of a broken pipe
        # Whoever read the output has seen enough; keep Python from complaining at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except TyperException as error:
        message, _, guess = error.format_message().rstrip(".").partition(". Did you mean ")
        hint = f"did you mean {guess}" if guess else _help(arguments)
        return _told(message[:1].lower() + message[1:], hint, WRONG_USE)
    except OSError as error:  # of the output: what is read or written elsewhere has errors of its own
        what = (error.strerror or str(error)).lower()
        return _told(f"{error.filename or 'the output'}: {what}", "VASTUS_DEBUG=1 shows where", FAILED)
    except Exception as error:  # the last resort: a sentence, never a traceback
        if os.environ.get("VASTUS_DEBUG"):
            raise
        what = f"a fault in Vastus itself ({type(error).__name__}: {' '.join(str(error).split())[:200]})"
        return _told(what, "VASTUS_DEBUG=1 shows where; please report it", FAILED)
    if code == INTERRUPTED:  # what Typer makes of Ctrl-C
        return _interrupted()
    return code if isinstance(code, int) else 0


def _interrupted() -> int:
    terminal.note("vastus: interrupted; nothing was left half-written")
    return INTERRUPTED


def _told(error: object, hint: str | None, code: int) -> int:
    sentence = str(error).rstrip(".")
    terminal.note(f"vastus: {sentence}" + (f"; {hint}" if hint else ""))
    return code


def _help(arguments: Sequence[str]) -> str:
    names = {
        command.name or (command.callback.__name__ if command.callback else "") for command in app.registered_commands
    }
    names |= {group.name or "" for group in app.registered_groups}
    known = next((each for each in arguments if each in names), None)
    return f"'vastus {known} --help' tells more" if known else "'vastus --help' lists the commands"
