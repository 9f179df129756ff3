"""Commands that only look: show, find, check, vocabulary, revisions."""

from typing import TYPE_CHECKING, Annotated

import typer

from vastus.bootstrap import Parts
from vastus.errors import UsageError
from vastus.faces.cli.options import AsJson, Form, Id
from vastus.faces.cli.terminal import terminal

if TYPE_CHECKING:
    from vastus.usecases.check_exercises import Checked
    from vastus.usecases.read_pages import Refused


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command("show")(show)
    app.command("find")(find)
    app.command("check")(check)
    app.command("vocabulary")(vocabulary)
    app.command("revisions")(revisions)


def welcome(parts: Parts) -> None:
    """What there is and what to do first; printed by `vastus` alone."""
    rows = parts.reader.rows()
    terminal.text(
        f"Vastus knows {len(rows)} exercises.\n\n"
        "  vastus find sled                     find some\n"
        "  vastus show backward-sled-push       read one\n"
        "  vastus import page.txt               bring a page of yours\n"
        "  vastus --help                        everything else\n\n"
        f"Your data: {parts.settings.database}\n"
    )


def show(
    context: typer.Context,
    exercise_id: Id,
    as_json: AsJson = False,  # an option
    markdown: Annotated[bool, typer.Option("--markdown", help="Print the Markdown form, to edit or to pass on.")] = False,  # an option
) -> None:
    """Show one exercise as the page that a person reads."""
    parts: Parts = context.obj
    stored = parts.reader.get(exercise_id)
    if as_json:
        from vastus.faces.json import exercise_json  # only for --json

        terminal.json(exercise_json(stored.exercise))
    elif markdown:
        from vastus.faces.markdown import print_exercise  # only for --markdown

        terminal.text(print_exercise(stored.exercise))
    else:
        from vastus.faces.cli.page import page  # rich is only for people

        terminal.out.print(page(stored, parts.known))


def find(  # one parameter an option
    context: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(metavar="WORDS…", help="Words that must all be there.")] = None,
    muscle: Annotated[list[str] | None, typer.Option(help="A muscle group, as target or secondary.")] = None,
    equipment: Annotated[list[str] | None, typer.Option(help="What it is done with.")] = None,
    kind: Annotated[list[str] | None, typer.Option("--type", help="strength, conditioning, stretching, …")] = None,
    level: Annotated[list[str] | None, typer.Option(help="beginner, intermediate or advanced.")] = None,
    force: Annotated[list[str] | None, typer.Option(help="push, pull, hinge, static, …")] = None,
    mechanics: Annotated[list[str] | None, typer.Option(help="compound or isolation.")] = None,
    laterality: Annotated[list[str] | None, typer.Option(help="bilateral, unilateral or alternating.")] = None,
    limit: Annotated[int, typer.Option(help="How many to list.")] = 20,
    cursor: Annotated[str | None, typer.Option(help="Where the last answer stopped (its 'next').")] = None,
    as_json: AsJson = False,  # an option
) -> None:
    """Find exercises by words and facets; an option given twice means either of the two."""
    from vastus.faces.json import found_json  # not for other commands
    from vastus.usecases.find_exercises import Query, find_exercises  # as above

    parts: Parts = context.obj
    facets = {
        "muscle": muscle, "equipment": equipment, "type": kind, "level": level, "force": force, "mechanics": mechanics,
        "laterality": laterality,
    }  # fmt: skip
    query = Query(tuple(words or ()), {name: tuple(values) for name, values in facets.items() if values}, limit, cursor)
    found = find_exercises(query, parts.reader, parts.known)
    if as_json:
        terminal.json(found_json(found))
        return
    if not found.total:
        terminal.note("nothing fits; try fewer words or facets, or 'vastus find' for everything")
        return
    from vastus.faces.cli.lists import found_table  # rich is only for people

    terminal.out.print(found_table(found, parts.known))


def check(
    context: typer.Context,
    what: Annotated[list[str], typer.Argument(metavar="ID|PATH…", help="Exercises of the library, or pages on disk.")],
    form: Form = None,
    as_json: AsJson = False,  # an option
) -> None:
    """Print what a reader of a page should look at: doubtful values, roles, contradictions, missing parts."""
    from vastus.usecases.check_exercises import Checked, check_pages, check_stored  # not for others

    parts: Parts = context.obj
    checked: list[Checked | Refused] = []
    for each in what:
        if _is_path(each):
            from vastus.parse.forms import form_named  # only for pages

            chosen = form_named(form) if form else None
            checked += check_pages(parts.pages([each]), parts.known, form=chosen)
        else:
            checked.append(check_stored(each, parts.reader))
    if as_json:
        from vastus.faces.json import checked_json  # only for --json

        terminal.json(checked_json(checked))
    else:
        _print_checked(checked)
    if not any(isinstance(each, Checked) for each in checked):
        raise typer.Exit(1)


def _is_path(text: str) -> bool:
    from pathlib import Path  # only here

    return text == "-" or any(character in text for character in "/\\.*?") or Path(text).exists()


def _print_checked(checked: "list[Checked | Refused]") -> None:
    from rich.text import Text  # rich is only for people

    from vastus.faces.cli.page import findings  # as above
    from vastus.usecases.read_pages import Refused  # as above

    for each in checked:
        if isinstance(each, Refused):
            terminal.note(f"{each.path or '-'}: {each.reason}")
            continue
        title = Text(each.exercise.name, style="bold")
        title.append(f"  {each.exercise.id}", style="dim not bold")
        terminal.out.print(title)
        if each.findings:
            terminal.out.print(findings(each.findings))
        else:
            terminal.out.print("  nothing to remark", style="dim")


def vocabulary(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="One of the lists; all of them when left out.")] = None,
    as_json: AsJson = False,  # an option
) -> None:
    """List the closed vocabularies: ids, labels, other words for them, and where each row comes from."""
    from vastus.faces.cli.lists import vocabulary_rows, vocabulary_table  # not for others

    rows = vocabulary_rows(context.obj.known)
    if name is not None:
        aliases = {"target": "muscles", "secondary": "muscles", "muscle": "muscles"}
        wanted = aliases.get(name, name)
        if wanted not in rows:
            raise UsageError(f"there is no vocabulary '{name}'", "there are " + ", ".join(rows))
        rows = {wanted: rows[wanted]}
    if as_json:
        import msgspec  # only for --json

        terminal.json(msgspec.json.encode(rows))
        return
    for title, entries in rows.items():
        terminal.out.print(vocabulary_table(title, entries))


def revisions(context: typer.Context, exercise_id: Id, as_json: AsJson = False) -> None:  # an option
    """List everything that an exercise has been: its page's revisions and your edits."""
    parts: Parts = context.obj
    stored = parts.reader.get(exercise_id)
    history = parts.reader.history(stored.exercise.id)
    if as_json:
        import msgspec  # only for --json

        from vastus.faces.json import stored_object  # only for --json

        terminal.json(msgspec.json.encode({**stored_object(stored), "history": history}))
        return
    from vastus.faces.cli.lists import history_table  # rich is only for people

    terminal.out.print(history_table(stored, history))
