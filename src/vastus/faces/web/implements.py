"""The pages of equipment: what an implement is called, what it trains, and the exercises with it."""

from dataclasses import replace

from litestar import get
from litestar.datastructures import State
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Redirect

from vastus.domain.anatomy import MuscleGroup
from vastus.domain.equipment import Equipment
from vastus.domain.query import Facet, Query
from vastus.draw.heat import Scale, heat_figure
from vastus.draw.levels import Level, Worked
from vastus.draw.sprite import card
from vastus.faces.answer import KEPT, Answer
from vastus.faces.web.pictures import sprite_file
from vastus.faces.web.tallies import Tallies, tallies
from vastus.faces.web.templates import page
from vastus.reference.figure import figure_parts
from vastus.reference.vocabulary import Vocabularies
from vastus.usecases.find_exercises import find_exercises

_SHOWN = 12
_STRONG = 3  # groups that a small figure shows strongly: those that most exercises target
_LIGHT = 0.1  # share of the exercises that must target a group to show it lightly


@get("/equipment", sync_to_thread=False, include_in_schema=False, opt=KEPT)
def equipment(state: State) -> Answer:
    """Every implement, those with the most exercises first."""
    counts = tallies(state.parts)
    known: Vocabularies = state.parts.known
    used = sorted(known.equipment.rows, key=lambda each: (-counts.by_equipment.get(each, 0), each))
    figures = {each: _small(each, counts, known) for each in used if counts.by_equipment.get(each)}
    return page("equipment.html", state, here="/equipment", used=used, counts=counts.by_equipment, figures=figures)


@get("/equipment/{name:str}", sync_to_thread=False, include_in_schema=False, opt=KEPT)
def implement(state: State, name: FromPath[str]) -> Answer | Redirect:
    """One implement, by its id or any other name of it."""
    parts = state.parts
    known: Vocabularies = parts.known
    match = known.equipment.find(name)
    if match is None:
        near = known.equipment.nearest(name[:100])
        hint = f"did you mean {' or '.join(near)}?" if near else "/equipment lists all of it"
        raise NotFoundException(f"there is no equipment '{name[:60]}'; {hint}")
    if match.value != name:
        return Redirect(f"/equipment/{match.value}", status_code=301)
    found = find_exercises(Query((Facet("equipment", (match.value,)),), _SHOWN), parts.index, parts.reader, parts.known)
    targets = tallies(parts).targets_of(match.value)
    label = known.equipment.label(match.value)
    heat = heat_figure(
        {MuscleGroup(group): float(count) for group, count in targets.items()},
        known,
        figure_parts(),
        scale=Scale.COUNTS,
        title=f"How many exercises with {label} target each group",
    )
    return page(
        "implement.html",
        state,
        here="/equipment",
        row=known.equipment.rows[match.value],
        found=found,
        targets=targets,
        figure=replace(heat, legend=()).embedded("heat"),  # its letters would be too small beside a list
        heat=heat,
    )


def _small(implement: Equipment, counts: Tallies, known: Vocabularies) -> str:
    targets = counts.targets_of(implement)
    strong = [MuscleGroup(group) for group in list(targets)[:_STRONG]]
    floor = _LIGHT * counts.by_equipment[implement]
    light = [MuscleGroup(group) for group, count in targets.items() if count >= floor]
    groups = dict.fromkeys(light, Level.SECONDARY) | dict.fromkeys(strong, Level.TARGET)
    return card(Worked(groups), known, figure_parts(), file=sprite_file()[0])
