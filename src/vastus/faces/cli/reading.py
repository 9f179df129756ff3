"""Commands that only look: show, find, check, vocabulary, revisions."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from vastus.errors import UsageError
from vastus.faces.cli.help import add
from vastus.faces.cli.options import AsJson, Form, Id
from vastus.faces.cli.parts import Parts
from vastus.faces.cli.terminal import terminal

if TYPE_CHECKING:
    from vastus.usecases.check_exercises import Checked
    from vastus.usecases.find_exercises import Found
    from vastus.usecases.read_pages import Refused


def register(app: typer.Typer) -> None:
    """Add these commands."""
    for command in (find, show, check, revisions, vocabulary):
        add(app, "Look things up", command.__name__, command)


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
    markdown: Annotated[
        bool, typer.Option("--markdown", help="Print the Markdown form, to edit or to pass on.")
    ] = False,  # an option
) -> None:
    """Show one exercise as the page that a person reads.

    An id that the exercise had before a rename leads to it too.
    """
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
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORDS…", help="Words, or facets such as posture:seated.")
    ] = None,
    muscle: Annotated[
        list[str] | None, typer.Option(metavar="GROUP", help="A muscle group, as target or secondary.")
    ] = None,
    equipment: Annotated[
        list[str] | None, typer.Option(metavar="WHAT", help="What it is done with: sled, barbell, …")
    ] = None,
    kind: Annotated[
        list[str] | None, typer.Option("--type", metavar="TYPE", help="strength, conditioning, stretching, …")
    ] = None,
    level: Annotated[
        list[str] | None, typer.Option(metavar="LEVEL", help="beginner, intermediate or advanced.")
    ] = None,
    force: Annotated[list[str] | None, typer.Option(metavar="FORCE", help="push, pull, hinge, static, …")] = None,
    mechanics: Annotated[list[str] | None, typer.Option(metavar="WHICH", help="compound or isolation.")] = None,
    laterality: Annotated[
        list[str] | None, typer.Option(metavar="SIDES", help="bilateral, unilateral or alternating.")
    ] = None,
    limit: Annotated[int, typer.Option(metavar="N", help="How many to list, up to 500.")] = 20,
    cursor: Annotated[
        str | None, typer.Option(metavar="NEXT", help="Where the last answer stopped (its 'next').")
    ] = None,
    as_json: AsJson = False,  # an option
) -> None:
    """Find exercises by words and facets.

    Every word must be somewhere: in the name, an alias, a label, a step or a tip; misspelled words are understood. An
    option given twice means either of the two; 'vastus vocabulary' lists the ids that options take, and other words for
    them are understood. More facets stand among the words: posture:seated, noise:quiet, measure:distance,
    demand:impact, goal:power, eccentric:none. 'no sled' or '-- -equipment:sled' leaves out; '"two words"' in a second
    pair of quotes are looked for as they stand.
    """
    from vastus.faces.json import found_json  # not for other commands
    from vastus.usecases.explain_query import excluded_for_nothing, read_as  # as above
    from vastus.usecases.find_exercises import ask, find_exercises  # as above

    parts: Parts = context.obj
    facets = {
        "muscle": muscle, "equipment": equipment, "type": kind, "level": level, "force": force, "mechanics": mechanics,
        "laterality": laterality,
    }  # fmt: skip
    query = ask(
        " ".join(words or ()),
        {name: values or () for name, values in facets.items()},
        parts.known,
        limit=limit,
        cursor=cursor,
    )
    found = find_exercises(query, parts.index, parts.reader, parts.known)
    if as_json:
        terminal.json(found_json(found))
        return
    if not found.total:
        for line in _nothing(found):
            terminal.note(line)
        return
    if read := read_as(query, parts.index):
        terminal.note(f"read as: {read}")
    for word in excluded_for_nothing(query, parts.index):
        terminal.note(f"'{word}' stands nowhere: to leave it out changes nothing")
    from vastus.faces.cli.lists import found_table  # rich is only for people

    terminal.out.print(found_table(found, parts.known, terminal.out.width), crop=False)


def _nothing(found: "Found") -> Iterator[str]:
    """What to try where nothing was found."""
    if not found.query:
        yield "the library is empty; 'vastus import PATH' brings pages in"
        return
    yield f"nothing fits: {found.query}"
    for wider in found.wider[:3]:
        left_out = "the quotation marks" if wider.left_out == '""' else wider.left_out
        yield f"  without {left_out}: {wider.total} for {wider.query}"
    if found.near:
        yield "  nearest: " + ", ".join(row.id for row in found.near)
    elif not found.wider:
        yield "  try fewer words or facets, or 'vastus find' for everything"


def check(
    context: typer.Context,
    what: Annotated[list[str], typer.Argument(metavar="ID|PATH…", help="Exercises of the library, or pages on disk.")],
    form: Form = None,
    as_json: AsJson = False,  # an option
) -> None:
    """Tell what a reader of a page should look at, and what came of checking its claims.

    Doubtful values, muscles in two roles, sides that the text denies, contradictions, missing parts: of exercises in
    the library or of pages that are not in it. Then every claim with its verdict (contradicted, depends, supported,
    untested, opinion) and what that rests on. Nothing is changed.
    """
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
        from vastus.faces.json_reports import checked_json  # only for --json

        terminal.json(checked_json(checked))
    else:
        _print_checked(checked)
    if not any(isinstance(each, Checked) for each in checked):
        raise typer.Exit(1)


def _is_path(text: str) -> bool:
    import os  # only here

    return text == "-" or any(character in text for character in "/\\.*?") or os.path.lexists(text)  # never raises


def _print_checked(checked: "list[Checked | Refused]") -> None:
    from rich.text import Text  # rich is only for people

    from vastus.faces.cli.claims import claims  # as above
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
        if each.claims:
            terminal.out.print(claims(each.claims))


def vocabulary(
    context: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="One of the lists; all of them when left out.")
    ] = None,
    as_json: AsJson = False,  # an option
) -> None:
    """List the ids that fields take, with labels and other words for them.

    There are: muscles, equipment, type, mechanics, force, laterality, level, anatomy. --json adds where each row comes
    from.
    """
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
    """List everything that an exercise has been.

    The revisions of its page, your edits, the ids that it had, each with the batch that brought it.
    """
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
