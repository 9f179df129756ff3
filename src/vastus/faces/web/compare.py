"""Two to four exercises side by side, and how one gets there without script."""

from collections.abc import Iterable, Mapping, Sequence

from litestar import get
from litestar.datastructures import State
from litestar.params import FromQuery

from vastus.domain.exercise import Exercise
from vastus.domain.library import ListRow
from vastus.domain.query import Facet, Query
from vastus.errors import QueryError
from vastus.faces.answer import KEPT, Answer
from vastus.faces.measures import UnitSystem
from vastus.faces.web.chips import FIRST_QUESTIONS
from vastus.faces.web.templates import page
from vastus.usecases.find_exercises import ask

_MOST = 4
_OFFERED = 8
_FACETS = ("type", "level", "mechanics", "force", "laterality", "posture", "noise")


@get("/compare", sync_to_thread=False, include_in_schema=False, opt=KEPT)
def compare(
    state: State,
    ids: FromQuery[list[str] | None] = None,
    q: FromQuery[str] = "",
    units: FromQuery[UnitSystem] = UnitSystem.METRIC,
) -> Answer:
    """Exercises side by side; `ids` are given one by one or parted by commas. `q` looks for another to add."""
    reader = state.parts.reader
    given = [each.strip() for several in ids or () for each in several.split(",")]
    asked_for = [each for each in given if each]
    wanted = list(dict.fromkeys(asked_for))
    compared: list[Exercise] = [reader.get(each).exercise for each in wanted[:_MOST]]
    return page(
        "compare.html",
        state,
        here="/compare",
        units=units,
        compared=compared,
        shared=_shared(compared),
        alike=[facet for facet in _FACETS if _is_alike(facet, compared)],
        differing=[facet for facet in _FACETS if not _is_alike(facet, compared)],
        left_out=wanted[_MOST:],
        is_repeated=len(wanted) < len(asked_for),
        asked=q,
        offered=_offered(state, q, compared),
        quick=FIRST_QUESTIONS,
    )


def _is_alike(facet: str, compared: Sequence[Exercise]) -> bool:
    return len(compared) > 1 and len({getattr(each, facet) for each in compared}) == 1


def _shared(compared: Sequence[Exercise]) -> Mapping[str, frozenset[str]]:
    """What all of them have, by field."""

    def common(values: Iterable[Iterable[str] | None]) -> frozenset[str]:
        sets = [frozenset(each or ()) for each in values]
        return frozenset[str].intersection(*sets) if sets else frozenset()

    return {
        "target": common(each.target for each in compared),
        "secondary": common(each.secondary for each in compared),
        "equipment": common(each.equipment for each in compared),
        "demands": common(each.demands for each in compared),
    }


def _offered(state: State, q: str, compared: Sequence[Exercise]) -> list[ListRow]:
    """Exercises that may be added: what was asked for, else the family of what is there."""
    parts = state.parts
    limit = _OFFERED + _MOST
    if q.strip():
        try:
            query = ask(q, {}, parts.known, limit=limit)
        except QueryError:
            return []
    else:
        families = tuple(dict.fromkeys(each.family for each in compared if each.family))
        if not families:
            return []
        query = Query((Facet("family", families),), limit)
    there = {each.id for each in compared}
    ids = [each for each in parts.index.search(query, counts=False).ids if each not in there]
    return parts.reader.rows_of(ids[:_OFFERED])
