"""The command import: pages and catalogs into the library, with a report that tells everything that happened."""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vastus.domain.page import Page
from vastus.errors import PageError, UnknownBatch, UsageError
from vastus.faces.cli.help import add
from vastus.faces.cli.options import AsJson, Form
from vastus.faces.cli.parts import Parts
from vastus.faces.cli.terminal import readable, terminal

if TYPE_CHECKING:
    from rich.table import Table

    from vastus.usecases.import_pages import Imported, Tally
    from vastus.usecases.read_pages import Refused

_MOST = 2**63 - 1  # the largest number that a database holds
_SHOWN = 12  # refusals and warnings listed one by one


def register(app: typer.Typer) -> None:
    """Add this command."""
    add(app, "Bring in", "import", import_)


def import_(  # one parameter an option
    context: typer.Context,
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH…", help="Files, folders, patterns, or '-' for standard input.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Read and report, but write nothing.")
    ] = False,  # an option
    form: Form = None,
    url: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Where the page stands, if it does not say so itself (one page only)."),
    ] = None,
    undo: Annotated[int | None, typer.Option(metavar="BATCH", help="Take a batch back, whole.")] = None,
    batches: Annotated[
        bool, typer.Option("--batches", help="List what was imported and changed so far.")
    ] = False,  # an option
    as_json: AsJson = False,  # an option
) -> None:
    """Bring pages and catalogs into the library.

    Pages are text, HTML or Markdown, catalogs the JSON of free-exercise-db, exercemus or wger; their form is told by
    what they hold. What cannot be read is named, and the rest goes on. Everything goes into one batch, which --undo
    takes back; reading a page again changes nothing unless the page has changed. What 'vastus export' wrote is taken
    in, identical, where nothing else is stored yet.
    """
    parts: Parts = context.obj
    if (batches or undo is not None) and (paths or (batches and undo is not None)):
        raise UsageError("--undo and --batches stand alone", "leave the other arguments out")
    if batches:
        _list_batches(parts, as_json=as_json)
    elif undo is not None:
        _undo(parts, undo, as_json=as_json)
    elif not paths:
        raise UsageError("import needs a page", "name files or folders, or '-' for standard input")
    elif any(map(_is_export, paths)):
        if len(paths) > 1 or dry_run or form or url:
            raise UsageError("an export of Vastus is taken in whole", "name it alone, without other options")
        _take_in(parts, Path(paths[0]), as_json=as_json)
    else:
        _import(parts, paths, form=form, url=url, dry_run=dry_run, as_json=as_json)


def _is_export(path: str) -> bool:
    from vastus.usecases.export_library import is_export  # only for import

    return path != "-" and is_export(Path(path))


def _list_batches(parts: Parts, *, as_json: bool) -> None:
    found = parts.reader.batches()
    if as_json:
        import msgspec  # only for --json

        terminal.json(msgspec.json.encode({"batches": found}))
        return
    from vastus.faces.cli.lists import batch_table  # rich is only for people

    terminal.out.print(batch_table(found))


def _undo(parts: Parts, number: int, *, as_json: bool) -> None:
    if not 1 <= number <= _MOST:
        raise UnknownBatch(number)
    batch = parts.store.undo(number, now=parts.now())
    if as_json:
        import msgspec  # only for --json

        terminal.json(msgspec.json.encode({"undone": batch}))
        return
    terminal.text(f"import {batch.number} was taken back; the library is as it was before\n")


def _take_in(parts: Parts, path: Path, *, as_json: bool) -> None:
    from vastus.faces.markdown import print_exercise  # only for exports
    from vastus.usecases.export_library import take_in  # only for exports

    store = parts.store
    taken = take_in(path, store, parts.known, print_exercise, parts.now)
    if as_json:
        import msgspec  # only for --json

        terminal.json(
            msgspec.json.encode({"records": taken.records, "edited": taken.edited, "rejected": taken.refused})
        )
        return
    terminal.text(f"took in an export: {taken.records} records, {len(store.rows())} exercises\n")
    if taken.edited:
        terminal.text(f"edited since it was written: {', '.join(taken.edited)}\n")
    for refused in taken.refused:
        terminal.note(f"{refused.path}: {refused.reason}")


class _Report:
    """Gathers what happened: as JSON text, or as counts and the first few lines for a person."""

    def __init__(self, *, as_json: bool) -> None:
        self.as_json = as_json
        self.exercises: list[bytes] = []
        self.findings: list[object] = []
        self.rejected: list[object] = []
        self.severities: dict[str, int] = {}
        self.rules: dict[str, int] = {}
        self.lines: list[str] = []
        self.ids: list[str] = []
        self.more_lines = 0
        self.seen = 0

    def tell(self, what: "Imported | Refused") -> None:
        """Take note of one exercise or one refusal."""
        from vastus.faces.json import exercise_json  # only for import
        from vastus.faces.json_reports import finding_object, refused_object  # as above
        from vastus.usecases.read_pages import Refused  # as above

        self.seen += 1
        if isinstance(what, Refused):
            if self.as_json:
                self.rejected.append(refused_object(what))
            else:
                record = f" ({what.record})" if what.record else ""
                self._line(f"{what.path or '-'}{record}: {what.reason}")
            return
        read = what.read
        if self.as_json:
            self.exercises.append(exercise_json(read.exercise))
            self.findings += [
                finding_object(finding, path=read.path, exercise=read.exercise.id) for finding in read.findings
            ]
            return
        if len(self.ids) < _SHOWN:
            self.ids.append(read.exercise.id)
        for finding in read.findings:
            self.severities[finding.severity] = self.severities.get(finding.severity, 0) + 1
            self.rules[finding.rule] = self.rules.get(finding.rule, 0) + 1

    def _line(self, line: str) -> None:
        if len(self.lines) < _SHOWN:
            self.lines.append(line)
        else:
            self.more_lines += 1


def _import(
    parts: Parts, paths: Sequence[str], *, form: str | None, url: str | None, dry_run: bool, as_json: bool
) -> None:  # the command's own options
    from vastus.parse.forms import form_named  # only for import
    from vastus.usecases.import_pages import import_pages, read_only  # as above

    chosen = form_named(form) if form else None
    report = _Report(as_json=as_json)
    with _progress(report) as tell:
        pages = _pages(parts, paths, url)
        if dry_run:
            tally = read_only(pages, library=parts.reader, known=parts.known, tell=tell, form=chosen)
        else:
            tally = import_pages(
                pages,
                library=parts.store,
                known=parts.known,
                now=parts.now,
                tell=tell,
                form=chosen,
                label=_label(paths),
            )
    if as_json:
        _print_json(report, tally, dry_run=dry_run)
    else:
        _print_summary(report, tally, dry_run=dry_run)
    if not tally.counts or set(tally.counts) == {"rejected"}:
        raise typer.Exit(1)


def _label(paths: Sequence[str]) -> str:
    shown = ", ".join(path if path == "-" else Path(path).name or path for path in paths[:3])
    return readable(shown) + (f" and {len(paths) - 3} more" if len(paths) > 3 else "")  # noqa: PLR2004  # three names fit a line


def _pages(parts: Parts, paths: Sequence[str], url: str | None) -> Iterator[Page | PageError]:
    from msgspec.structs import replace  # only for --url

    from vastus.faces.addresses import web_address  # as above

    for count, page in enumerate(parts.pages(paths), 1):
        if url is None or isinstance(page, PageError):
            yield page
        elif count > 1:
            raise UsageError("--url names the address of one page, but there are several", "import them one by one")
        else:
            yield replace(page, url=web_address(url))


@contextmanager
def _progress(report: _Report) -> "Generator[Callable[[Imported | Refused], None]]":
    """The report's `tell`, with a line of progress while somebody watches."""
    if not terminal.is_watched:
        yield report.tell
        return
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # only when watched

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TextColumn("{task.completed:.0f} exercises"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=terminal.error, transient=True) as progress:
        task = progress.add_task("reading", total=None)

        def tell(what: "Imported | Refused") -> None:
            report.tell(what)
            if report.seen % 10 == 0:
                progress.update(task, completed=report.seen)

        yield tell


def _print_json(report: _Report, tally: "Tally", *, dry_run: bool) -> None:
    from vastus.faces.json_reports import import_json  # only for --json

    more: dict[str, object] = (
        {} if dry_run else {"batch": tally.batch.number if tally.batch else None, "counts": tally.counts}
    )
    terminal.write(import_json(report.exercises, report.findings, report.rejected, more))


_WORDS = {
    "read": "could be stored",
    "added": "added",
    "revised": "revised",
    "unchanged": "unchanged",
    "same_page": "there already under another address",
    "rejected": "rejected",
}


def _print_summary(report: _Report, tally: "Tally", *, dry_run: bool) -> None:
    out = terminal.out
    for line in report.lines:
        terminal.note(line)
    if report.more_lines:
        terminal.note(f"… and {report.more_lines} more; --json lists them all")
    out.print(_counts(report, tally))
    if report.rules:
        most = sorted(report.rules.items(), key=lambda entry: -entry[1])[:5]
        out.print("most of them: " + ", ".join(f"{rule} {count}" for rule, count in most), style="dim")
    if report.ids and tally.counts.keys() & {"added", "revised", "read"}:
        shown = ", ".join(report.ids) + (" …" if report.seen > len(report.ids) else "")
        out.print(shown, style="dim")
    if dry_run:
        out.print("nothing was written (--dry-run)", style="dim")
    elif tally.batch:
        out.print(f"batch {tally.batch.number}; 'vastus import --undo {tally.batch.number}' takes it back", style="dim")


def _counts(report: _Report, tally: "Tally") -> "Table":
    from rich.table import Table  # rich is only for people

    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", style="bold")
    table.add_column()
    for name, words in _WORDS.items():
        if name in tally.counts:
            table.add_row(str(tally.counts[name]), words)
    for severity, word in (("error", "error"), ("warning", "warning"), ("info", "remark")):
        count = report.severities.get(severity, 0)
        if count:
            table.add_row(str(count), f"{word}{'s' if count > 1 else ''} for a reader")
    return table
