"""The pages of the web app. Each calls use cases and fills a template."""

from litestar import get
from litestar.datastructures import State
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from vastus.errors import QueryError
from vastus.faces.answer import FOREVER, JSON, KEPT, Answer
from vastus.faces.json import exercise_json
from vastus.faces.measures import UnitSystem
from vastus.faces.web.beginnings import beginnings
from vastus.faces.web.chips import FIRST_QUESTIONS, chip_groups, chosen, meant_chips, wider_chips
from vastus.faces.web.compare import compare
from vastus.faces.web.coverage import coverage
from vastus.faces.web.credits import packages
from vastus.faces.web.implements import equipment, implement
from vastus.faces.web.muscles import muscle, muscles
from vastus.faces.web.pictures import body_filter, sprite_file
from vastus.faces.web.schema_org import json_ld
from vastus.faces.web.stylesheet import stylesheet_file
from vastus.faces.web.swaps import swap
from vastus.faces.web.tallies import tallies
from vastus.faces.web.templates import page
from vastus.faces.web.tips import substitutes, tip_groups
from vastus.search.language import LONGEST, without_facets
from vastus.usecases.explain_query import excluded_for_nothing, facets_meant, muscles_asked, read_as
from vastus.usecases.find_exercises import ask, find_exercises
from vastus.usecases.relate_exercises import relate

_PER_PAGE = 24


@get("/", sync_to_thread=False, include_in_schema=False, opt=KEPT)
def browse(state: State, q: FromQuery[str] = "", cursor: FromQuery[str | None] = None) -> Answer:
    """Search and browse; what is asked stands in the address."""
    parts = state.parts
    try:
        query = ask(q, {}, parts.known, limit=_PER_PAGE, cursor=cursor)
    except QueryError as error:
        return page("browse.html", state, 400, asked=q[:LONGEST], error=error)
    found = find_exercises(query, parts.index, parts.reader, parts.known)
    lit = muscles_asked(query)
    return page(
        "browse.html",
        state,
        here="/",
        quick=FIRST_QUESTIONS,
        starts=() if q or cursor else beginnings(tallies(parts), parts.known),
        asked=q,
        said=without_facets(q),
        read_as=read_as(query, parts.index),
        found=found,
        groups=chip_groups(query.clauses, found.facets, parts.known),
        chosen=chosen(query.clauses, parts.known, excluded_for_nothing(query, parts.index)),
        meant=meant_chips(() if found.start else facets_meant(query, parts.index, parts.known), parts.known),
        wider=wider_chips(found.wider, parts.known),
        start=found.start,
        body=body_filter(query.clauses, lit, parts.known),
        lit=lit,
    )


@get("/exercises/{exercise_id:str}", sync_to_thread=False, include_in_schema=False, opt=KEPT)
def exercise(
    state: State, exercise_id: FromPath[str], units: FromQuery[UnitSystem] = UnitSystem.METRIC
) -> Answer | Redirect:
    """One exercise; its twin ends in `.json`."""
    reader = state.parts.reader
    if exercise_id.endswith(".json"):
        return Answer(exercise_json(reader.get(exercise_id.removesuffix(".json")).exercise), media_type=JSON)
    stored = reader.get(exercise_id)
    if stored.exercise.id != exercise_id:
        return Redirect(f"/exercises/{stored.exercise.id}", status_code=301)
    return page(
        "exercise.html",
        state,
        stored=stored,
        it=stored.exercise,
        related=relate(stored, state.parts.index, reader),
        json_ld=json_ld(stored.exercise),
        units=units,
        groups=tip_groups(stored.exercise.tips),
        instead=substitutes(stored.exercise.tips),
    )


@get("/about", sync_to_thread=False, include_in_schema=False, opt=KEPT)
def about(state: State) -> Answer:
    """What this is, and under which licenses."""
    return page("about.html", state, count=len(state.parts.index), packages=packages())


@get(sprite_file()[0], sync_to_thread=False, include_in_schema=False)
def card_file() -> Answer:
    """The drawing behind every card."""
    return Answer(sprite_file()[1].encode(), media_type="image/svg+xml", headers=FOREVER)


@get(stylesheet_file()[0], sync_to_thread=False, include_in_schema=False)
def style_file() -> Answer:
    """The look of everything."""
    return Answer(stylesheet_file()[1].encode(), media_type="text/css", headers=FOREVER)


PAGES = (
    browse,
    exercise,
    swap,
    compare,
    muscles,
    muscle,
    equipment,
    implement,
    coverage,
    about,
    card_file,
    style_file,
)
