"""Import in the browser, without script: read a page, see what was read beside its words, correct it, save, undo.

`/import` is one form over several steps; `do` names the button that was pressed. Between the steps the page travels in
the form (`carried`). What is stored goes through the same use cases as `vastus import` and `vastus edit`.
"""

from dataclasses import replace
from typing import Any

from litestar import Request
from litestar.datastructures import State
from litestar.exceptions import ClientException
from litestar.response import Redirect

from vastus.check.duplicates import LIKELY_DUPLICATE
from vastus.domain.exercise import Exercise
from vastus.domain.page import Page
from vastus.errors import StoreError, UsageError, VastusError
from vastus.faces.answer import Answer
from vastus.faces.cli.parts import Parts
from vastus.faces.web.aside import reading, writing
from vastus.faces.web.beside import beside
from vastus.faces.web.carried import packed, unpacked
from vastus.faces.web.claims import shown
from vastus.faces.web.correction import Corrected, correct, correction_page, severities, untouched
from vastus.faces.web.given import Given, given_in, store_pages, try_pages
from vastus.faces.web.status import status_of
from vastus.faces.web.templates import page
from vastus.faces.web.uploads import MAX_PAGE, Form, TooLarge, read_form
from vastus.parse.forms import forms
from vastus.usecases.check_claims import check_claims
from vastus.usecases.import_pages import likely_twins
from vastus.usecases.read_pages import ReadExercise

_MOST_LISTED = 500  # exercises of a catalog that are shown before they are saved
_MOST_SAME = 100  # exercises that are named where nothing has changed


def import_form(state: State) -> Answer:
    """The first step: paste a page, or choose files."""
    return _paste(state)


def _paste(state: State, given: Given | None = None, status: int = 200, **values: Any) -> Answer:  # noqa: ANN401  # as _page
    values = {"here": "/import", "alert": None, "hint": None, "refused": (), **values}
    return page(
        "import.html", state, status, given=given or Given(()), forms=forms(), megabytes=MAX_PAGE >> 20, **values
    )


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
        return _paste(state, _again(given), status_of(error), alert=str(error), hint=error.hint)
    if not told.imported:
        return _paste(state, _again(given), 422, refused=told.refused)
    if len(told.imported) == 1 and not told.refused:
        read = told.imported[0].read
        verdicts = await reading(lambda: shown(check_claims(read.exercise)))
        return page(
            "import_read.html", state, status, read=read, it=read.exercise, carried=carried, form=given.form,
            beside=beside(read), counts=severities(read.findings), verdicts=verdicts, **values,
        )  # fmt: skip
    listed = told.imported[:_MOST_LISTED]
    return page(
        "import_many.html", state, status, imported=listed, count=len(told.imported), refused=told.refused,
        carried=carried, form=given.form, counts=[severities(each.read.findings) for each in listed], **values,
    )  # fmt: skip


def _again(given: Given) -> Given:
    """The same with the text of a file in the field, where one page was chosen: a browser forgets the file."""
    page = given.pages[0] if len(given.pages) == 1 else None
    return given if given.text or not isinstance(page, Page) else replace(given, text=page.text)


async def _one(given: Given, state: State) -> ReadExercise:
    """The one exercise that is being corrected."""
    parts: Parts = state.parts
    told = await reading(lambda: try_pages(parts, given.pages, given.form))
    if len(told.imported) != 1:
        raise ClientException("one exercise is corrected at a time; begin the import anew")
    return told.imported[0].read


def _made_of(form: Form, read: ReadExercise, state: State) -> Corrected:
    """What the form of corrections makes of what was read; twins are looked for under the name that is wanted."""
    found = [finding for finding in read.findings if finding.rule != LIKELY_DUPLICATE]
    return correct(form, read.exercise, state, found=found, is_new=True)


async def _correct(form: Form, state: State, status: int = 200, alert: VastusError | None = None) -> Answer:
    """The form of corrections: opened, checked, with more rows, or in the other mode."""
    given = await _given_again(form)
    read = await _one(given, state)
    do = form.line("do")
    stands = untouched(read.exercise, read.findings) if do == "correct" else _made_of(form, read, state)
    if do != "correct" and stands.correction is not None:  # what stands in the library is not seen in the text
        wanted, parts = stands.correction.exercise, state.parts
        twins = await reading(lambda: likely_twins(wanted, read.key, parts.store))
        stands = replace(stands, correction=replace(stands.correction, findings=(*stands.correction.findings, *twins)))
    if alert is not None:
        stands = replace(stands, alert=str(alert), hint=alert.hint)
    return correction_page(
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
        stands = _made_of(form, read, state)
        if stands.alert is not None or stands.correction is None:
            return await _correct(form, state)
        correction = read.key, stands.correction.exercise
    try:
        told, tally = await writing(lambda: store_pages(parts, given.pages, given.form, correction))
    except StoreError as error:
        if correction:
            return await _correct(form, state, status_of(error), error)
        return await _show(given, state, status_of(error), alert=str(error), hint=error.hint)
    if tally.batch is not None:
        return Redirect(f"/imports/{tally.batch.number}", status_code=303)
    if not told.imported:
        return _paste(state, _again(given), 422, refused=told.refused)
    return page("import_same.html", state, told=told, count=len(told.imported), shown=told.imported[:_MOST_SAME])
