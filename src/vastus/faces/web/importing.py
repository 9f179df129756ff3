"""Import in the browser, without script: read a page, see what was read beside its words, correct it, save, undo.

`/import` is one form over several steps; `do` names the button that was pressed. Between the steps the page travels in
the form (`carried`). What is stored goes through the same use cases as `vastus import` and `vastus edit`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from anyio import CapacityLimiter, to_thread
from litestar import Request, get, post
from litestar.datastructures import State
from litestar.exceptions import ClientException
from litestar.params import FromPath
from litestar.response import Redirect
from msgspec import structs

from vastus.domain.exercise import Exercise
from vastus.domain.library import Batch, BatchKind, Stored
from vastus.domain.page import Finding, Page, Severity
from vastus.errors import CannotUndo, DiskFull, PageError, StoreError, UnknownExercise, UsageError, VastusError
from vastus.faces.addresses import web_address
from vastus.faces.answer import HTML, Answer
from vastus.faces.cli.parts import Parts
from vastus.faces.markdown import print_exercise
from vastus.faces.web.beside import beside
from vastus.faces.web.carried import packed, unpacked
from vastus.faces.web.correcting import STEP_KINDS, TIP_KINDS, Sheet, choices, corrected, sheet_from, sheet_of
from vastus.faces.web.templates import render
from vastus.faces.web.uploads import MAX_PAGE, File, Form, TooLarge, read_form
from vastus.parse.forms import form_named, forms
from vastus.usecases.check_exercises import check_stored
from vastus.usecases.correct_exercise import Correction, read_correction
from vastus.usecases.import_pages import Imported, Tally, import_pages, read_only
from vastus.usecases.read_pages import ReadExercise, Refused

T = TypeVar("T")

_SPARE_ROWS = 1
_MORE_ROWS = 3
_MOST_LISTED = 500  # exercises of a catalog that are shown before they are saved
_MOST_BATCHES = 100
_MOST_FILES = 200
_NAMED = 3  # files that a batch is named after

_writing = CapacityLimiter(1)  # one writer: the database has one, and the store is opened once
_reading = CapacityLimiter(2)  # pages are read beside the answers to others, not instead of them


async def writing(work: Callable[[], T]) -> T:
    """What changes the library, off the loop and one after the other."""
    return await to_thread.run_sync(work, limiter=_writing)


async def reading(work: Callable[[], T]) -> T:
    """What takes long to read, off the loop."""
    return await to_thread.run_sync(work, limiter=_reading)


def _page(template: str, state: State, status: int = 200, **values: Any) -> Answer:  # noqa: ANN401  # what a template takes
    text = render(template, known=state.parts.known, can_change=True, **values)
    return Answer(text.encode(), media_type=HTML, status_code=status)


# --- step 1: what was pasted or chosen


@dataclass(frozen=True, slots=True)
class Given:
    """What a person gave: pages and what could not be read, the form to read them as, and the text to show again."""

    pages: Sequence[Page | PageError]
    form: str = ""
    text: str = ""
    url: str = ""


def given_in(form: Form, parts: Parts) -> Given:
    """The pages of the first step's form.

    Raises:
        TooLarge: a page has more than is read. UsageError: the address is none, or there are several pages for it.
    """
    files = [*form.files.get("file", ()), *form.files.get("page", ())]
    if len(files) > _MOST_FILES:
        raise UsageError(f"{len(files)} files are too many at once", f"choose up to {_MOST_FILES}")
    pages = [_page_of(file, parts) for file in files]
    text = form.text("text")
    if text.strip():
        _refuse_large(len(text.encode("utf-8", "surrogatepass")), text.lstrip()[:1], "the text")
        pages.append(Page(text))
    url = form.line("url")
    if url:
        address = web_address(url)
        if len(pages) > 1:
            raise UsageError("the address is that of one page, but there are several", "import them one by one")
        pages = [structs.replace(page, url=address) if isinstance(page, Page) else page for page in pages]
    return Given(pages, form.line("form"), text, url)


def _page_of(file: File, parts: Parts) -> Page | PageError:
    name = file.name.replace("\\", "/").rpartition("/")[2][:200] or "file"
    head = file.data[:200].decode("latin-1").lstrip("\xef\xbb\xbf \t\r\n")[:1]
    _refuse_large(len(file.data), head, name)
    return parts.page_of_bytes(file.data, "".join(each if each.isprintable() else "?" for each in name))


def _refuse_large(size: int, head: str, name: str) -> None:
    if head not in {"{", "["} and size > MAX_PAGE:
        raise TooLarge(
            f"{name} has {size / 1e6:.0f} MB; {MAX_PAGE >> 20} MB is the most that is read of one page (a catalog as"
            " JSON may have more)"
        )


def label_of(pages: Sequence[Page | PageError]) -> str:
    """What a batch of these pages is called."""
    names = [(page.path if isinstance(page, Page) else getattr(page, "path", None)) or "pasted text" for page in pages]
    return ", ".join(names[:_NAMED]) + (f" and {len(names) - _NAMED} more" if len(names) > _NAMED else "")


@dataclass(slots=True)
class Told:
    """What an import told: exercises and refusals in their order."""

    imported: list[Imported] = field(default_factory=list[Imported])
    refused: list[Refused] = field(default_factory=list[Refused])

    def tell(self, what: Imported | Refused) -> None:
        """Take note."""
        (self.refused if isinstance(what, Refused) else self.imported).append(what)  # type: ignore[arg-type]


def try_pages(parts: Parts, pages: Sequence[Page | PageError], form: str) -> Told:
    """What importing would read, and find, without storing anything."""
    told = Told()
    chosen = form_named(form) if form else None
    read_only(pages, library=parts.store, known=parts.known, tell=told.tell, form=chosen)
    return told


def store_pages(
    parts: Parts, pages: Sequence[Page | PageError], form: str, correction: tuple[str, Exercise] | None = None
) -> tuple[Told, Tally]:
    """Import them; `correction` is a source key and what its exercise shall be."""
    told = Told()
    tally = import_pages(
        pages,
        library=parts.store,
        known=parts.known,
        now=parts.now,
        tell=told.tell,
        form=form_named(form) if form else None,
        label=label_of(pages),
        corrected=dict([correction]) if correction else None,
    )
    return told, tally


@get("/import", sync_to_thread=False, include_in_schema=False)
def import_form(state: State) -> Answer:
    """The first step: paste a page, or choose files."""
    return _paste(state)


def _paste(state: State, given: Given | None = None, status: int = 200, **values: Any) -> Answer:  # noqa: ANN401  # as _page
    values = {"alert": None, "hint": None, "refused": (), **values}
    return _page(
        "import.html", state, status, given=given or Given(()), forms=forms(), megabytes=MAX_PAGE >> 20, **values
    )


@post("/import", include_in_schema=False, status_code=200, request_max_body_size=None)
async def import_step(request: Request[Any, Any, Any], state: State) -> Answer | Redirect:
    """Every later step; nothing is stored before `do` is `save`."""
    try:
        form = await read_form(request)
    except TooLarge as error:
        return _paste(state, None, 413, alert=error.detail)
    steps = {"correct": _correct, "check": _correct, "more": _correct, "markdown": _correct, "fields": _correct}
    do = form.line("do")
    if do == "save":
        return await _save(form, state)
    return await steps.get(do, _read)(form, state)


async def _read(form: Form, state: State) -> Answer:
    """Read what was given, and show it."""
    parts: Parts = state.parts
    if form.fields.get("pages"):  # back from the next step
        given = await _given_again(form)
    else:
        try:
            given = given_in(form, parts)
        except UsageError as error:
            kept = Given((), form.line("form"), form.text("text"), form.line("url"))
            return _paste(state, kept, 422, alert=str(error), hint=error.hint)
        except TooLarge as error:
            return _paste(state, Given((), form.line("form"), "", form.line("url")), 413, alert=error.detail)
    if not given.pages:
        return _paste(state, given, 422, alert="there is no page yet", hint="paste its text, or choose a file")
    return await _show(given, state)


async def _given_again(form: Form) -> Given:
    """What the form carried from the step before."""
    pages = await reading(lambda: unpacked(form.text("pages")))
    return Given(pages, form.line("form"))


async def _show(given: Given, state: State, status: int = 200, **values: Any) -> Answer:  # noqa: ANN401  # as _page
    """What was read: one exercise beside its words, or a table of many."""
    parts: Parts = state.parts
    values = {"alert": None, "hint": None, **values}
    try:
        told, carried = await reading(lambda: (try_pages(parts, given.pages, given.form), packed(given.pages)))
    except (UsageError, StoreError) as error:
        return _paste(state, _again(given), _status(error), alert=str(error), hint=error.hint)
    if not told.imported:
        return _paste(state, _again(given), 422, refused=told.refused)
    if len(told.imported) == 1 and not told.refused:
        read = told.imported[0].read
        return _page(
            "import_read.html", state, status, read=read, it=read.exercise, carried=carried, form=given.form,
            beside=beside(read), counts=_severities(read.findings), **values,
        )  # fmt: skip
    shown = told.imported[:_MOST_LISTED]
    return _page(
        "import_many.html", state, status, imported=shown, count=len(told.imported), refused=told.refused,
        carried=carried, form=given.form, counts=[_severities(each.read.findings) for each in shown], **values,
    )  # fmt: skip


def _again(given: Given) -> Given:
    """The same with the text of a file in the field, where one page was chosen: a browser forgets the file."""
    page = given.pages[0] if len(given.pages) == 1 else None
    return given if given.text or not isinstance(page, Page) else replace(given, text=page.text)


def _severities(findings: Sequence[Finding]) -> dict[Severity, int]:
    counts = {each: sum(finding.severity is each for finding in findings) for each in reversed(Severity)}
    return {severity: count for severity, count in counts.items() if count}


def _status(error: VastusError) -> int:
    return 507 if isinstance(error, DiskFull) else 503 if isinstance(error, StoreError) else 422


# --- step 2: correct


@dataclass(frozen=True, slots=True)
class _Corrected:
    """A form of corrections as it stands: the sheet or the Markdown text, and what was made of it."""

    sheet: Sheet
    markdown: str
    is_markdown: bool
    correction: Correction | None = None
    alert: str | None = None
    hint: str | None = None


def _correction(form: Form, page: Exercise, state: State, also: Sequence[str] = ()) -> _Corrected:
    """What the form of corrections came to: fields become Markdown, and Markdown is read as any page is."""
    known = state.parts.known
    markdown = form.text("markdown")
    is_markdown = form.line("mode") == "markdown"
    sheet = Sheet() if is_markdown else sheet_from(form, known)
    try:
        if not is_markdown:
            # what the fields do not show was perhaps changed in the Markdown before
            base = read_correction(markdown, page, known, also=also).exercise if markdown else page
            built = corrected(sheet, base, known)
            if built is None:
                return _Corrected(sheet, markdown, is_markdown, alert=_wrong(sheet))
            markdown = print_exercise(built)
        correction = read_correction(markdown, page, known, also=also)
    except (PageError, UsageError) as error:
        return _Corrected(sheet, markdown, is_markdown, alert=str(error), hint=error.hint)
    if correction.errors:
        alert = "some of it cannot be read; the findings say what"
        return _Corrected(sheet, markdown, is_markdown, correction, alert=alert)
    return _Corrected(sheet, markdown, is_markdown, correction)


def _wrong(sheet: Sheet) -> str:
    if "form" in sheet.errors:
        return sheet.errors["form"]
    count = len(sheet.errors)
    return "one field is wrong; it says why beside it" if count == 1 else f"{count} fields are wrong; each says why"


def _form_page(
    state: State, do: str, stands: _Corrected, page: Exercise, status: int = 200, **values: Any  # noqa: ANN401  # as _page
) -> Answer:  # fmt: skip
    """The form of corrections, as it stands or in the other mode."""
    is_right = stands.alert is None and stands.correction is not None
    shown = stands.correction.exercise if stands.correction else page
    is_markdown = stands.is_markdown
    if is_right and do in {"markdown", "fields"}:
        is_markdown = do == "markdown"
    sheet = sheet_of(shown) if is_right else stands.sheet
    sheet.add_rows(_MORE_ROWS if do == "more" else _SPARE_ROWS)
    findings = stands.correction.findings if stands.correction else ()
    return _page(
        "import_correct.html",
        state,
        status if stands.alert is None else 422 if status == 200 else status,  # noqa: PLR2004  # fine until now
        sheet=sheet,
        markdown=stands.markdown,
        is_markdown=is_markdown,
        it=shown,
        findings=findings,
        counts=_severities(findings),
        choices=choices(state.parts.known),
        step_kinds=STEP_KINDS,
        tip_kinds=TIP_KINDS,
        **{"alert": stands.alert, "hint": stands.hint, "is_checked": do == "check", **values},
    )


def _untouched(page: Exercise, findings: Sequence[Finding]) -> _Corrected:
    return _Corrected(sheet_of(page), "", is_markdown=False, correction=Correction(page, tuple(findings)))


async def _one(given: Given, state: State) -> ReadExercise:
    """The one exercise that is being corrected."""
    parts: Parts = state.parts
    told = await reading(lambda: try_pages(parts, given.pages, given.form))
    if len(told.imported) != 1:
        raise ClientException("one exercise is corrected at a time; begin the import anew")
    return told.imported[0].read


async def _correct(form: Form, state: State, status: int = 200, alert: VastusError | None = None) -> Answer:
    """The form of corrections: opened, checked, with more rows, or in the other mode."""
    given = await _given_again(form)
    read = await _one(given, state)
    do = form.line("do")
    stands = (
        _untouched(read.exercise, read.findings) if do == "correct" else _correction(form, read.exercise, state)
    )  # fmt: skip
    if do != "correct" and stands.correction is not None:  # what stands in the library is not seen in the text
        twins = tuple(finding for finding in read.findings if finding.rule == "likely-duplicate")
        stands = replace(stands, correction=replace(stands.correction, findings=(*stands.correction.findings, *twins)))
    if alert is not None:
        stands = replace(stands, alert=str(alert), hint=alert.hint)
    return _form_page(
        state, do, stands, read.exercise, status,
        action="/import", carried=form.text("pages"), form=given.form, beside=beside(read), source=read.exercise.source,
    )  # fmt: skip


# --- step 3: save, and undo


async def _save(form: Form, state: State) -> Answer | Redirect:
    """Store it; where that fails, the same form again with a sentence, and nothing was kept."""
    parts: Parts = state.parts
    given = await _given_again(form)
    correction: tuple[str, Exercise] | None = None
    if form.line("mode"):
        read = await _one(given, state)
        stands = _correction(form, read.exercise, state)
        if stands.alert is not None or stands.correction is None:
            return await _correct(form, state)
        correction = read.key, stands.correction.exercise
    try:
        told, tally = await writing(lambda: store_pages(parts, given.pages, given.form, correction))
    except StoreError as error:
        if correction:
            return await _correct(form, state, _status(error), error)
        return await _show(given, state, _status(error), alert=str(error), hint=error.hint)
    if tally.batch is not None:
        return Redirect(f"/imports/{tally.batch.number}", status_code=303)
    if not told.imported:
        return _paste(state, _again(given), 422, refused=told.refused)
    return _page("import_same.html", state, told=told, count=len(told.imported), shown=told.imported[:_MOST_LISTED])


@get("/imports", sync_to_thread=False, include_in_schema=False)
def imports(state: State) -> Answer:
    """What was imported and changed so far, newest first."""
    batches = [batch for batch in state.parts.reader.batches() if batch.kind is not BatchKind.LIBRARY]
    return _page("imports.html", state, batches=batches[:_MOST_BATCHES], left_out=len(batches[_MOST_BATCHES:]))


@get("/imports/{number:int}", sync_to_thread=False, include_in_schema=False)
def one_import(state: State, number: FromPath[int]) -> Answer:
    """What one import stored, with a way to take it back."""
    return _batch_page(state, number)


def _batch_page(state: State, number: int, status: int = 200, error: VastusError | None = None) -> Answer:
    reader = state.parts.reader
    batch, ids = reader.batch_of(number)
    stored: list[Stored] = [reader.get(each) for each in ids[:_MOST_LISTED]]
    return _page(
        "import_saved.html", state, status, batch=batch, count=len(ids), stored=stored, error=error,
        undoable=_is_undoable(batch), rows={row.id: row for row in reader.rows_of(ids[:_MOST_LISTED])},
    )  # fmt: skip


def _is_undoable(batch: Batch) -> bool:
    return batch.undone is None and batch.kind is not BatchKind.LIBRARY


@post("/imports/{number:int}/undo", include_in_schema=False, status_code=200)
async def undo_import(state: State, number: FromPath[int]) -> Answer | Redirect:
    """Take an import back, whole; refused with a sentence where a later change stands on it."""
    parts: Parts = state.parts
    parts.reader.batch_of(number)  # an unknown one is told as such
    try:
        await writing(lambda: parts.store.undo(number, now=parts.now()))
    except CannotUndo as error:
        return _batch_page(state, number, 409, error)
    except StoreError as error:
        return _batch_page(state, number, _status(error), error)
    return Redirect(f"/imports/{number}", status_code=303)


# --- correcting what is there


@get("/exercises/{exercise_id:str}/edit", sync_to_thread=False, include_in_schema=False)
def edit_form(state: State, exercise_id: FromPath[str]) -> Answer:
    """The form of an exercise that is in the library."""
    stored: Stored = state.parts.reader.get(exercise_id)
    findings = check_stored(stored.exercise.id, state.parts.reader).findings
    return _edit(state, stored, _untouched(stored.exercise, findings), "correct")


def _edit(state: State, stored: Stored, stands: _Corrected, do: str, status: int = 200) -> Answer:
    return _form_page(
        state, do, stands, stored.exercise, status,
        action=f"/exercises/{stored.exercise.id}/edit", carried=None, form="", beside=None,
        source=stored.exercise.source, stored=stored,
    )  # fmt: skip


@post("/exercises/{exercise_id:str}/edit", include_in_schema=False, status_code=200, request_max_body_size=None)
async def edit_step(request: Request[Any, Any, Any], state: State, exercise_id: FromPath[str]) -> Answer | Redirect:
    """Check or keep the corrections of an exercise; a page that ships with Vastus stays as it is below them."""
    parts: Parts = state.parts
    stored: Stored = parts.reader.get(exercise_id)
    form = await read_form(request)
    do = form.line("do")
    stands = _correction(form, stored.exercise, state, stored.former_ids)
    if do != "save" or stands.alert is not None or stands.correction is None:
        return _edit(state, stored, stands, do)
    wanted = stands.correction.exercise
    try:
        batch = await writing(lambda: parts.store.edit(wanted, now=parts.now()))
    except UnknownExercise:
        raise
    except StoreError as error:
        return _edit(state, stored, replace(stands, alert=str(error), hint=error.hint), do, _status(error))
    return Redirect(f"/imports/{batch.number}" if batch else f"/exercises/{stored.exercise.id}", status_code=303)


CHANGES = (import_form, import_step, imports, one_import, undo_import, edit_form, edit_step)
"""The pages that change the library, or lead there: none of them is served in read-only."""
