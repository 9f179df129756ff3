"""Correcting an exercise that is in the library; a page that ships with Vastus stays as it is below the corrections."""

from dataclasses import replace
from typing import Any

from litestar import Request
from litestar.datastructures import State
from litestar.response import Redirect

from vastus.check.page import check_page, findings_left
from vastus.domain.library import Origin, Stored
from vastus.errors import StoreError, UnknownExercise
from vastus.faces.answer import Answer
from vastus.faces.cli.parts import Parts
from vastus.faces.web.aside import writing
from vastus.faces.web.beside import MOST_SHOWN
from vastus.faces.web.correction import Corrected, correct, correction_page, untouched
from vastus.faces.web.status import status_of
from vastus.faces.web.uploads import read_form


def edit_form(state: State, exercise_id: str) -> Answer:
    """The form of an exercise that is in the library."""
    stored: Stored = state.parts.reader.get(exercise_id)
    now = check_page(stored.exercise)
    findings = (*findings_left(stored.findings, now, stored.overlay), *now)
    return _edit(state, stored, untouched(stored.exercise, findings), "correct")


def _edit(state: State, stored: Stored, stands: Corrected, do: str, status: int = 200) -> Answer:
    exercise = stored.exercise
    is_page = stored.origin is not Origin.LIBRARY and exercise.source.record is None
    text = state.parts.reader.page_text(exercise.id) if is_page else None
    return correction_page(
        state,
        do,
        stands,
        exercise,
        status,
        action=f"/exercises/{exercise.id}/edit",
        carried=None,
        form="",
        beside=None,
        page_text=text and text[:MOST_SHOWN],
        source=exercise.source,
        stored=stored,
    )


async def edit_step(request: Request[Any, Any, Any], state: State, exercise_id: str) -> Answer | Redirect:
    """Check or keep the corrections of an exercise; a page that ships with Vastus stays as it is below them."""
    parts: Parts = state.parts
    stored: Stored = parts.reader.get(exercise_id)
    form = await read_form(request)
    do = form.line("do")
    found = [finding for finding in stored.findings if finding.field not in stored.overlay]
    stands = correct(form, stored.exercise, state, found=found, also=stored.former_ids)
    if do != "save" or stands.alert is not None or stands.correction is None:
        return _edit(state, stored, stands, do)
    wanted = stands.correction.exercise
    try:
        batch = await writing(lambda: parts.store.edit(wanted, now=parts.now()))
    except UnknownExercise:
        raise
    except StoreError as error:
        return _edit(state, stored, replace(stands, alert=str(error), hint=error.hint), do, status_of(error))
    return Redirect(f"/imports/{batch.number}" if batch else f"/exercises/{stored.exercise.id}", status_code=303)
