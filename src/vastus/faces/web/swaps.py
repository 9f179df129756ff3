"""The page that tells what to do instead of an exercise; what is asked stands in the address."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from litestar import get
from litestar.datastructures import State
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Demand, Exercise
from vastus.domain.library import ListRow
from vastus.errors import NothingLeft, VastusError
from vastus.faces.answer import KEPT, Answer
from vastus.faces.labels import facet_label
from vastus.faces.swaps import load_words, substitute_name
from vastus.faces.web.templates import page
from vastus.reference.surfaces import Constant, surfaces
from vastus.reference.swaps import swap_facts
from vastus.reference.vocabulary import Vocabularies
from vastus.swap.kit import Kit
from vastus.usecases.swap_exercise import Swaps, kit_of, known_load, swap_exercise

_SHOWN = 8
_LOOKED_AT = 40  # of the unconstrained answer: whose equipment is offered as chips
_NOTHING = "none"
_DEMANDS = frozenset(Demand)


@dataclass(frozen=True, slots=True)
class Toggle:
    """Something that one has or avoids: its label, whether it is chosen, and the address with it toggled."""

    label: str
    is_chosen: bool
    address: str


@dataclass(frozen=True, slots=True)
class Asked:
    """The question as it stands in the address."""

    path: str
    have: tuple[str, ...]
    without: tuple[str, ...]
    load: str
    surface: str

    def address(self, have: Iterable[str], without: Iterable[str]) -> str:
        """The same question with other things at hand or avoided."""
        named = {"have": ",".join(have), "without": ",".join(without), "load": self.load, "surface": self.surface}
        query = urlencode({name: value for name, value in named.items() if value}, safe=",")
        return f"{self.path}?{query}" if query else self.path

    def toggled_have(self, name: str, known: Vocabularies) -> Toggle:
        """One thing more or less at hand, and then no longer avoided; "none" stands alone."""
        others = tuple(each for each in self.have if each not in (name, _NOTHING)) if name != _NOTHING else ()
        chosen = name in self.have
        label = "Nothing" if name == _NOTHING else facet_label("equipment", name, known)
        return Toggle(label, chosen, self.address(others if chosen else (*others, name), _but(self.without, name)))

    def toggled_without(self, name: str, known: Vocabularies) -> Toggle:
        """One thing more or less avoided, and then no longer at hand."""
        others = _but(self.without, name)
        chosen = name in self.without
        label = facet_label("demand" if name in _DEMANDS else "equipment", name, known)
        return Toggle(label, chosen, self.address(_but(self.have, name), others if chosen else (*others, name)))


def _but(names: Sequence[str], left_out: str) -> tuple[str, ...]:
    return tuple(each for each in names if each != left_out)


@get("/exercises/{exercise_id:str}/swap", sync_to_thread=False, include_in_schema=False, opt=KEPT)
def swap(  # noqa: PLR0913, PLR0917  # every constraint is a parameter
    state: State,
    exercise_id: FromPath[str],
    have: FromQuery[str] = "",
    without: FromQuery[str] = "",
    load: FromQuery[str] = "",
    surface: FromQuery[str] = "",
) -> Answer | Redirect:
    """What to do instead of one exercise."""
    parts = state.parts
    exercise = parts.reader.get(exercise_id).exercise
    if exercise.id != exercise_id:
        return Redirect(f"/exercises/{exercise.id}/swap", status_code=301)
    found: Swaps | None = None
    error: VastusError | None = None
    status = 200
    kit = Kit()
    try:
        kit = kit_of([have] if have.strip() else None, [without], swap_facts(), parts.known)
        known = known_load(load.strip() or None, surface.strip() or None)
        found = swap_exercise(exercise, kit, parts.swapping, limit=_SHOWN, load=known)
    except NothingLeft as nothing:
        error = nothing
    except VastusError as wrong:
        error, status = wrong, 400
    has_sled = Equipment.SLED in (exercise.equipment or ())
    asked = _asked(exercise, kit, have, load, surface)
    return page(
        "swap.html",
        state,
        status,
        it=exercise,
        asked=asked,
        found=found,
        error=error,
        has=[asked.toggled_have(name, parts.known) for name in _at_hand(exercise, asked, state)],
        avoids=[asked.toggled_without(name, parts.known) for name in _avoidable(exercise, asked)],
        floors=tuple(surfaces().of(Constant.KINETIC_FRICTION).values()) if has_sled else (),
        called=substitute_name,
        load_words=load_words,
        row=ListRow.of,
    )


def _asked(exercise: Exercise, kit: Kit, have: str, load: str, surface: str) -> Asked:
    """The question in ids, whatever words it was asked in."""
    owned = tuple(sorted(kit.have)) if kit.have else (_NOTHING,) if have.strip() and kit.have is not None else ()
    avoided = (*sorted(kit.avoided), *sorted(kit.spared))
    return Asked(f"/exercises/{exercise.id}/swap", owned, avoided, load.strip(), surface.strip())


def _at_hand(exercise: Exercise, asked: Asked, state: State) -> Sequence[str]:
    """The equipment with which something near can be done, nearest first, behind what is chosen."""
    among = state.parts.swapping
    of = among.candidates.get(exercise.id)
    near = among.equipment_near(of, _LOOKED_AT) if of else ()
    everywhere = swap_facts().everywhere
    return tuple(dict.fromkeys((*asked.have, _NOTHING, *(str(each) for each in near if each not in everywhere))))


def _avoidable(exercise: Exercise, asked: Asked) -> Sequence[str]:
    """What the exercise itself needs and asks for, behind what is chosen."""
    needs = (each for each in exercise.equipment or () if each is not Equipment.BODYWEIGHT)
    return tuple(dict.fromkeys((*asked.without, *map(str, needs), *map(str, exercise.demands))))
