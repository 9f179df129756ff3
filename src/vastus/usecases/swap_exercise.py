"""Swap an exercise: what to do instead with what there is, and without what is to be avoided."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Demand, Exercise
from vastus.domain.query import MAX_LIMIT
from vastus.errors import NothingLeft, QueryError
from vastus.reference.swaps import SwapFacts
from vastus.reference.vocabulary import Vocabularies
from vastus.search.facets import NOTHING, facet_value
from vastus.swap.candidate import Candidate, candidate_of
from vastus.swap.kit import Kit
from vastus.swap.substitute import Substitute
from vastus.swap.substitutes import Swapping
from vastus.usecases.ports import Reading

if TYPE_CHECKING:
    from vastus.swap.ground import Known


@dataclass(frozen=True, slots=True)
class Swaps:
    """What to do instead of an exercise, best first."""

    of: Exercise
    kit: Kit
    items: tuple[Substitute, ...]


def swapping(library: Reading, facts: SwapFacts, known: Vocabularies) -> Swapping:
    """Every exercise of a library, ready to be compared."""
    return Swapping((candidate_of(stored.exercise) for stored in library.all()), facts, known)


def kit_of(have: Iterable[str] | None, without: Iterable[str], facts: SwapFacts, known: Vocabularies) -> Kit:
    """What somebody has and avoids, from words; `have` None means that nothing was said of it.

    Words of `have` are equipment, those of `without` equipment or demands; each may hold several, parted by commas.

    Raises:
        QueryError: a word is neither, nothing is left of `have`, or one thing stands in both.
    """
    owned = None if have is None else _owned(_split(have), known)
    avoided: set[Equipment] = set()
    spared: set[Demand] = set()
    for word in _split(without):
        meant = _avoided(word, known)
        (avoided if isinstance(meant, Equipment) else spared).add(meant)  # type: ignore[arg-type]  # each into its own
    both = sorted((owned or frozenset[Equipment]()) & avoided)
    if both:
        raise QueryError(
            f"{', '.join(both)} cannot be both at hand and avoided", "say it once: it is there, or it is to be avoided"
        )
    return Kit(owned, frozenset(avoided), frozenset(spared), facts.everywhere, facts.stand_ins)


def _split(words: Iterable[str]) -> list[str]:
    return [word.strip() for each in words for word in each.split(",") if word.strip()]


def _owned(words: list[str], known: Vocabularies) -> frozenset[Equipment]:
    if not words:
        raise QueryError("nothing is named as what you have", "'none' is for whoever has nothing but the floor")
    values = {facet_value("equipment", word, known) for word in words}
    return frozenset(Equipment(value) for value in values if value != NOTHING)


def _avoided(word: str, known: Vocabularies) -> Equipment | Demand:
    for name, values in (("equipment", Equipment), ("demand", Demand)):
        try:
            return values(facet_value(name, word, known))
        except (QueryError, ValueError):
            continue
    from difflib import get_close_matches  # noqa: PLC0415  # only needed to explain a failure

    near = get_close_matches(word.lower().replace(" ", "_"), [*Equipment, *Demand], n=3)
    raise QueryError(
        f"'{word[:60]}' is neither equipment nor a demand",
        f"did you mean {' or '.join(near)}?" if near else f"demands are {', '.join(Demand)}",
    )


def known_load(mass: str | None, surface: str | None) -> "Known | None":
    """What somebody uses now, from words: the mass of sled and plates together, and the floor; None where untold.

    Raises:
        QuantityError: the mass is none.
        MechanicsError: it is not above 0, or there is no such surface.
    """
    if mass is None and surface is None:
        return None
    from vastus.domain.interval import Interval  # noqa: PLC0415  # NumPy is slow to import, and few swaps need it
    from vastus.mechanics.setup import check_positive, kinetic_friction  # noqa: PLC0415  # as above
    from vastus.swap.ground import Known  # noqa: PLC0415  # as above
    from vastus.units import Dimension, read_range  # noqa: PLC0415  # as above

    total = None if mass is None else Interval.of(read_range(mass, Dimension.MASS))
    check_positive("load", total, "the load", "kg", "nothing weighs less than nothing")
    return Known(total) if surface is None else Known(total, kinetic_friction(surface).id)


def swap_exercise(
    exercise: Exercise, kit: Kit, among: Swapping, *, limit: int = 10, load: "Known | None" = None
) -> Swaps:
    """What to do instead, best first.

    Raises:
        QueryError: the limit is out of bounds.
        NothingLeft: nothing near enough is allowed; the message names the constraint that left nothing.
    """
    if not 1 <= limit <= MAX_LIMIT:
        raise QueryError(f"{limit} is no number of swaps", f"ask for 1 to {MAX_LIMIT}")
    of = among.candidates.get(exercise.id) or candidate_of(exercise)
    items = among.substitutes(of, kit, limit, load)
    if not items:
        raise _nothing(of, kit, among)
    return Swaps(exercise, kit, items)


def _nothing(of: Candidate, kit: Kit, among: Swapping) -> NothingLeft:
    """Which constraint left nothing, and what is nearest when it falls."""
    name = of.id
    best: tuple[float, str, str] | None = None
    for told, wider in _wider(kit):
        for item in among.substitutes(of, wider, 1):
            called = item.implement or item.of.id
            if best is None or item.score > best[0]:
                best = (item.score, told, called)
    if best:
        _, told, called = best
        needs = among.candidates[called].needs if called in among.candidates else None
        what = f" (needs {', '.join(sorted(needs))})" if needs else ""
        return NothingLeft(f"nothing near {name} is left {told}", f"the nearest otherwise is {called}{what}")
    free = among.substitutes(of, Kit(), 1)
    if free:
        return NothingLeft(
            f"nothing near {name} is left under all that was said together",
            f"the nearest without any of it is {free[0].implement or free[0].of.id}",
        )
    return NothingLeft(f"nothing in the library is near {name}", "its page may tell too little of muscles and movement")


def _wider(kit: Kit) -> Iterable[tuple[str, Kit]]:
    """The kit with one constraint less, and that constraint in words."""
    if kit.have is not None:
        yield f"with {', '.join(sorted(kit.have)) or 'the floor'} alone", replace(kit, have=None)
    for each in sorted(kit.avoided):
        yield f"without {each}", replace(kit, avoided=kit.avoided - {each})
    for each in sorted(kit.spared):
        yield f"without {each}", replace(kit, spared=kit.spared - {each})
