"""Arguments and options that several commands share."""

from typing import Annotated

import typer

Id = Annotated[str, typer.Argument(metavar="ID", help="An exercise's id, as 'vastus find' prints it.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for other programs.")]
Form = Annotated[
    str | None,
    typer.Option(
        "--form",
        metavar="FORM",
        help="Read the pages as this form instead of telling it by content: markdown, free-exercise-db, exercemus,"
        " wger, profile-page, html-profile, json-ld, microdata or prose.",
    ),
]
Paths = Annotated[
    list[str], typer.Argument(metavar="PATH…", help="Files, folders, patterns, or '-' for standard input.")
]
