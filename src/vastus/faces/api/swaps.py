"""The route that tells what to do instead of an exercise."""

from typing import Annotated

from litestar import get
from litestar.datastructures import State
from litestar.params import FromPath, QueryParameter

from vastus.faces.answer import JSON, KEPT, Answer
from vastus.faces.swaps import swaps_json
from vastus.reference.swaps import swap_facts
from vastus.usecases.swap_exercise import kit_of, known_load, swap_exercise

Have = Annotated[list[str] | None, QueryParameter(description="Equipment that is there, parted by commas.")]
Without = Annotated[list[str] | None, QueryParameter(description="Equipment or demands to do without.")]
Limit = Annotated[int, QueryParameter(description="How many, 1 to 500.")]
Load = Annotated[str | None, QueryParameter(description="Sled and plates that are used now, together: 100kg.")]
Floor = Annotated[str | None, QueryParameter(description="The floor under the sled: turf_gym, concrete, …")]


@get("/exercises/{exercise_id:str}/swaps", sync_to_thread=False, opt=KEPT, summary="What to do instead")
def swaps(  # noqa: PLR0913, PLR0917  # every constraint is a parameter
    state: State,
    exercise_id: FromPath[str],
    have: Have = None,
    without: Without = None,
    limit: Limit = 10,
    load: Load = None,
    surface: Floor = None,
) -> Answer:
    """Substitutes, best first, with what changes, what is safer or riskier, and the equal load or how to find it."""
    parts = state.parts
    kit = kit_of(have, without or (), swap_facts(), parts.known)
    exercise = parts.reader.get(exercise_id).exercise
    found = swap_exercise(exercise, kit, parts.swapping, limit=limit, load=known_load(load, surface))
    return Answer(swaps_json(found), media_type=JSON)
