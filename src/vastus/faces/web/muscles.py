"""The pages of muscle groups: what a group is made of, and what trains it."""

from collections.abc import Mapping
from dataclasses import dataclass

from litestar import get
from litestar.datastructures import State
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Redirect

from vastus.domain.anatomy import Muscle, MuscleGroup
from vastus.domain.query import Facet, Query
from vastus.draw.levels import Level, Worked
from vastus.draw.picker import TAB_ORDER, picker
from vastus.draw.worked import worked_figure
from vastus.faces.answer import KEPT, Answer
from vastus.faces.web.tallies import tallies
from vastus.faces.web.templates import page
from vastus.reference.figure import figure_parts
from vastus.reference.vocabulary import MuscleRow, Vocabularies
from vastus.usecases.find_exercises import find_exercises

_SHOWN = 12
_MOST_RELATED = 6


@dataclass(frozen=True, slots=True)
class Member:
    """An anatomical muscle of a group: the other groups that it is in, and where the figure shows it."""

    row: MuscleRow
    elsewhere: tuple[MuscleGroup, ...]
    shown_as: tuple[str, ...]


@get("/muscles", sync_to_thread=False, include_in_schema=False, opt=KEPT)
def muscles(state: State) -> Answer:
    """All groups, on the figure and as a list."""
    known: Vocabularies = state.parts.known
    figure = picker(known, figure_parts(), address=_address)
    counts = tallies(state.parts).by_target
    return page("muscles.html", state, here="/muscles", figure=figure, groups=TAB_ORDER, counts=counts)


@get("/muscles/{name:str}", sync_to_thread=False, include_in_schema=False, opt=KEPT)
def muscle(state: State, name: FromPath[str]) -> Answer | Redirect:
    """One group, by its id or any other name of it; a single muscle leads to its group."""
    parts = state.parts
    known: Vocabularies = parts.known
    group = _group(name, known)
    if group != name:
        return Redirect(_address(group), status_code=301)
    found = find_exercises(Query((Facet("target", (group,)),), _SHOWN), parts.index, parts.reader, parts.known)
    label = known.groups.label(group)
    figure = worked_figure(f"Where it is: {label}", Worked({group: Level.TARGET}), known, figure_parts())
    return page(
        "muscle.html",
        state,
        here="/muscles",
        group=group,
        row=known.groups.rows[group],
        is_fascia=group in known.fascia,
        figure=figure.embedded("group"),
        members=[_member(each, group, known) for each in known.muscles.members(group)],
        found=found,
        used_by=parts.index.count((Facet("muscle", (group,)),)) - found.total,
        equipment=_most(found.facets.get("equipment", {}), ""),
        together=_most(found.facets.get("muscle", {}), group),
        sharing=_sharing(group, known),
    )


def _address(group: MuscleGroup) -> str:
    return f"/muscles/{group}"


def _group(name: str, known: Vocabularies) -> MuscleGroup:
    match = known.groups.find(name)
    if match:
        return match.value
    single = known.muscles.find(name)
    if single and single.groups:
        return single.groups[0]
    near = known.groups.nearest(name[:100])
    hint = f"did you mean {' or '.join(near)}?" if near else "/muscles lists all of them"
    raise NotFoundException(f"there is no muscle group '{name[:60]}'; {hint}")


def _member(muscle: Muscle, group: MuscleGroup, known: Vocabularies) -> Member:
    row = known.muscles.rows[muscle]
    parts = figure_parts()
    seen = (parts.rows[part].title for part in parts.by_muscle[muscle])
    shown = tuple(dict.fromkeys(title for title in seen if title.casefold() != row.label.casefold()))
    return Member(row, tuple(each for each in row.groups if each != group), shown)


def _sharing(group: MuscleGroup, known: Vocabularies) -> dict[MuscleGroup, list[str]]:
    """The other groups with a muscle of this one, and which."""
    shared: dict[MuscleGroup, list[str]] = {}
    for muscle in known.muscles.members(group):
        row = known.muscles.rows[muscle]
        for other in row.groups:
            if other != group:
                shared.setdefault(other, []).append(row.label)
    return shared


def _most(counts: Mapping[str, int], but: str) -> list[tuple[str, int]]:
    """The values with the highest counts."""
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [(value, count) for value, count in ordered if value != but][:_MOST_RELATED]
