"""The pages that change the library, or lead there: none of them is served in read-only.

Importing and correcting read pages, whose rules take long to load. So their routes stand here by themselves, and each
loads what answers it when it is first asked for (ADR 0016).
"""

from typing import Any

from litestar import Request, get, post
from litestar.datastructures import State
from litestar.params import FromPath
from litestar.response import Redirect

from vastus.faces.answer import Answer
from vastus.faces.web.calculator import forget, keep_gear
from vastus.faces.web.imports import imports, one_import, undo_import


@get("/import", sync_to_thread=False, include_in_schema=False)
def import_form(state: State) -> Answer:
    """The first step: paste a page, or choose files."""
    from vastus.faces.web import importing

    return importing.import_form(state)


@post("/import", include_in_schema=False, status_code=200, request_max_body_size=None)
async def import_step(request: Request[Any, Any, Any], state: State) -> Answer | Redirect:
    """Every later step."""
    from vastus.faces.web import importing

    return await importing.import_step(request, state)


@get("/exercises/{exercise_id:str}/edit", sync_to_thread=False, include_in_schema=False)
def edit_form(state: State, exercise_id: FromPath[str]) -> Answer:
    """The form of an exercise that is in the library."""
    from vastus.faces.web import editing

    return editing.edit_form(state, exercise_id)


@post("/exercises/{exercise_id:str}/edit", include_in_schema=False, status_code=200, request_max_body_size=None)
async def edit_step(request: Request[Any, Any, Any], state: State, exercise_id: FromPath[str]) -> Answer | Redirect:
    """Check or keep the corrections of an exercise."""
    from vastus.faces.web import editing

    return await editing.edit_step(request, state, exercise_id)


CHANGES = (import_form, import_step, imports, one_import, undo_import, edit_form, edit_step, keep_gear, forget)
