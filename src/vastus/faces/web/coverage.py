"""The page that says what the library covers, and where it has holes: docs/coverage.md for the library in use."""

from dataclasses import replace

from litestar import get
from litestar.datastructures import State

from vastus.check.editorial.coverage import GROUPS, counted, holes, tables
from vastus.domain.anatomy import MuscleGroup
from vastus.draw.heat import Scale, heat_figure, steps_of
from vastus.faces.answer import KEPT, Answer
from vastus.faces.web.templates import page
from vastus.reference.figure import figure_parts


@get("/coverage", sync_to_thread=False, include_in_schema=False, opt=KEPT)
def coverage(state: State) -> Answer:
    """Exercises by target group, on the figure and in tables."""
    parts = state.parts
    rows = parts.reader.rows()
    targets = counted(rows, "target")
    numbers = {MuscleGroup(group): float(targets.get(group, 0)) for group in GROUPS}
    heat = heat_figure(
        numbers, parts.known, figure_parts(), scale=Scale.COUNTS, title="How many exercises target each group"
    )
    printed = list(tables(rows))
    most = {table.facet: max((max(counts, default=0) for _, counts in table.rows), default=0) for table in printed}
    steps = {facet: steps_of({MuscleGroup.ABS: float(number)}, Scale.COUNTS) for facet, number in most.items()}
    return page(
        "coverage.html",
        state,
        figure=replace(heat, legend=()).embedded("heat"),  # its letters would be too small beside a list
        heat=heat,
        total=len(rows),
        families=len({row.family for row in rows if row.family}),
        holes=list(holes(rows)),
        tables=printed,
        steps=steps,
    )
