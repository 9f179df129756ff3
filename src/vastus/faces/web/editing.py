"""Correcting an exercise that is in the library; a page that ships with Vastus stays as it is below the corrections."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from litestar import Request
from litestar.datastructures import State
from litestar.exceptions import ClientException
from litestar.response import Redirect

from vastus.check.page import check_page, findings_left
from vastus.domain.exercise import Exercise
from vastus.domain.library import Origin, Stored
from vastus.domain.merging import carried_over
from vastus.errors import ChangedMeanwhile, StoreError, UnknownExercise
from vastus.faces.answer import Answer
from vastus.faces.cli.parts import Parts
from vastus.faces.markdown import print_exercise
from vastus.faces.web.aside import writing
from vastus.faces.web.beside import MOST_SHOWN
from vastus.faces.web.carried import packed_exercise, unpacked_exercise
from vastus.faces.web.correcting import sheet_of
from vastus.faces.web.correction import Corrected, correct, correction_page, untouched
from vastus.faces.web.meanwhile import Meanwhile, changed_meanwhile
from vastus.faces.web.status import status_of
from vastus.faces.web.uploads import Form, read_form


def edit_form(state: State, exercise_id: str) -> Answer:
    """The form of an exercise that is in the library."""
    stored: Stored = state.parts.reader.get(exercise_id)
    now = check_page(stored.exercise)
    findings = (*findings_left(stored.findings, now, stored.overlay), *now)
    return _edit(state, stored, untouched(stored.exercise, findings), do="correct", base=stored.exercise)


def _edit(  # noqa: PLR0913  # each by name
    state: State,
    stored: Stored,
    stands: Corrected,
    *,
    do: str,
    base: Exercise,
    status: int = 200,
    meanwhile: Sequence[Meanwhile] = (),
) -> Answer:
    """The form, which carries what it was made from: `base`."""
    exercise = stored.exercise
    is_page = stored.origin is not Origin.LIBRARY and exercise.source.record is None
    text = state.parts.reader.page_text(exercise.id) if is_page else None
    return correction_page(
        state,
        do,
        stands,
        base,
        status,
        action=f"/exercises/{exercise.id}/edit",
        carried=None,
        form="",
        beside=None,
        page_text=text and text[:MOST_SHOWN],
        source=exercise.source,
        stored=stored,
        base=packed_exercise(base),
        meanwhile=meanwhile,
    )


async def edit_step(request: Request[Any, Any, Any], state: State, exercise_id: str) -> Answer | Redirect:
    """Check or keep the corrections of an exercise; a page that ships with Vastus stays as it is below them.

    They are made from what the form showed. What has changed since in other fields stays; where the same field has, the
    form comes back with 409, keeps what was typed, and tells what stands there now.
    """
    parts: Parts = state.parts
    stored: Stored = parts.reader.get(exercise_id)
    form = await read_form(request)
    do = form.line("do")
    base = _base(form, stored)
    found = [finding for finding in stored.findings if finding.field not in stored.overlay]
    stands = correct(form, base, state, found=found, also=(stored.exercise.id, *stored.former_ids))
    if do != "save" or stands.alert is not None or stands.correction is None:
        return _edit(state, stored, stands, do=do, base=base)
    wanted = stands.correction.exercise
    try:
        batch = await writing(lambda: parts.store.edit(wanted, now=parts.now(), made_from=base))
    except UnknownExercise:
        raise
    except ChangedMeanwhile as error:
        return _refused(state, exercise_id, stands, base, error)
    except StoreError as error:
        alert = replace(stands, alert=str(error), hint=error.hint)
        return _edit(state, stored, alert, do=do, base=base, status=status_of(error))
    return Redirect(f"/imports/{batch.number}" if batch else f"/exercises/{stored.exercise.id}", status_code=303)


def _base(form: Form, stored: Stored) -> Exercise:
    """What the form was made from."""
    if not form.line("base"):
        return stored.exercise
    base = unpacked_exercise(form.line("base"))
    if base.id not in (stored.exercise.id, *stored.former_ids):
        raise ClientException(f"the form was made for '{base.id}'; open that of '{stored.exercise.id}'")
    return base


def _refused(state: State, exercise_id: str, stands: Corrected, base: Exercise, error: ChangedMeanwhile) -> Answer:
    """The form again, made from what stands there now, with what was typed in the fields that were typed in."""
    stored: Stored = state.parts.reader.get(exercise_id)
    wanted = stands.correction.exercise if stands.correction else base
    try:
        shown = carried_over(base, wanted, stored.exercise)
    except ChangedMeanwhile:
        shown = wanted
    again = replace(
        stands,
        sheet=sheet_of(shown),
        markdown=print_exercise(shown),
        correction=stands.correction and replace(stands.correction, exercise=shown),
        alert="this was changed elsewhere while you edited it, so nothing was stored yet",
        hint="what you typed stands in the form; save again to keep it, or change it to what stands there now",
    )
    told = changed_meanwhile(base, stored.exercise, error.fields, state.parts.known)
    return _edit(state, stored, again, do="save", base=stored.exercise, status=status_of(error), meanwhile=told)
