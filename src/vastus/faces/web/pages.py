"""The pages of the web app. Each calls use cases and fills a template."""

from collections.abc import Sequence
from typing import Any

from litestar import get
from litestar.datastructures import State
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from vastus.domain.exercise import RelationKind
from vastus.domain.library import Stored
from vastus.errors import QueryError
from vastus.faces.answer import FOREVER, HTML, JSON, Answer
from vastus.faces.json import exercise_json
from vastus.faces.web.chips import chip_groups, chosen
from vastus.faces.web.pictures import sprite_file, stylesheet_file
from vastus.faces.web.schema_org import json_ld
from vastus.faces.web.templates import render
from vastus.usecases.find_exercises import ask, find_exercises
from vastus.usecases.relate_exercises import relate

_PER_PAGE = 24
_MOST_COMPARED = 4


def _page(template: str, state: State, status: int = 200, **values: Any) -> Answer:  # noqa: ANN401  # what a template takes
    text = render(template, known=state.parts.known, can_change=state.can_change, **values)
    return Answer(text.encode(), media_type=HTML, status_code=status)


@get("/", sync_to_thread=False, include_in_schema=False)
def browse(state: State, q: FromQuery[str] = "", cursor: FromQuery[str | None] = None) -> Answer:
    """Search and browse; what is asked stands in the address."""
    parts = state.parts
    try:
        query = ask(q, {}, parts.known, limit=_PER_PAGE, cursor=cursor)
    except QueryError as error:
        return _page("browse.html", state, 400, asked=q, error=error)
    found = find_exercises(query, parts.index, parts.reader)
    return _page(
        "browse.html",
        state,
        asked=q,
        found=found,
        groups=chip_groups(query.clauses, found.facets, parts.known),
        chosen=chosen(query.clauses, parts.known),
        start=query.start,
        clauses=query.clauses,
    )


@get("/exercises/{exercise_id:str}", sync_to_thread=False, include_in_schema=False)
def exercise(state: State, exercise_id: FromPath[str]) -> Answer | Redirect:
    """One exercise; its twin ends in `.json`."""
    reader = state.parts.reader
    if exercise_id.endswith(".json"):
        return Answer(exercise_json(reader.get(exercise_id.removesuffix(".json")).exercise), media_type=JSON)
    stored = reader.get(exercise_id)
    if stored.exercise.id != exercise_id:
        return Redirect(f"/exercises/{stored.exercise.id}", status_code=301)
    return _page(
        "exercise.html",
        state,
        stored=stored,
        it=stored.exercise,
        related=relate(stored, state.parts.index, reader),
        json_ld=json_ld(stored.exercise),
        kinds=RelationKind,
    )


@get("/compare", sync_to_thread=False, include_in_schema=False)
def compare(state: State, ids: FromQuery[str] = "") -> Answer:
    """Two to four exercises side by side; `ids` are parted by commas."""
    reader = state.parts.reader
    wanted: Sequence[str] = list(dict.fromkeys(each.strip() for each in ids.split(",") if each.strip()))
    stored: list[Stored] = [reader.get(each) for each in wanted[:_MOST_COMPARED]]
    return _page("compare.html", state, compared=[each.exercise for each in stored], left_out=wanted[_MOST_COMPARED:])


@get("/about", sync_to_thread=False, include_in_schema=False)
def about(state: State) -> Answer:
    """What this is, and under which licenses."""
    return _page("about.html", state, count=len(state.parts.index))


@get(sprite_file()[0], sync_to_thread=False, include_in_schema=False)
def card_file() -> Answer:
    """The drawing behind every card."""
    return Answer(sprite_file()[1].encode(), media_type="image/svg+xml", headers=FOREVER)


@get(stylesheet_file()[0], sync_to_thread=False, include_in_schema=False)
def figure_styles() -> Answer:
    """The look of every figure."""
    return Answer(stylesheet_file()[1].encode(), media_type="text/css", headers=FOREVER)


PAGES = (browse, exercise, compare, about, card_file, figure_styles)
