"""The user's own sleds and surfaces on the calculator's page: choosing them, keeping what is entered, forgetting."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from litestar import Request
from litestar.datastructures import State
from litestar.response import Redirect

from vastus.domain.gear import PARTS, Gear, GearKind
from vastus.errors import GearError
from vastus.faces.cli.parts import Parts
from vastus.faces.sled_words import origin_words, part_words
from vastus.faces.web.aside import writing
from vastus.faces.web.uploads import read_form
from vastus.usecases.keep_gear import keep_entered
from vastus.usecases.own_gear import find_gear, forget_gear, parts_of
from vastus.usecases.ports import OwnGear
from vastus.usecases.sled_inputs import NAMES, OWN

_FRICTION = ("surface", "mu")  # in place of which an own surface stands, on either side
_LONGEST = 200  # characters of one input


@dataclass(frozen=True, slots=True)
class OwnLine:
    """An own sled or surface as a line of the page; `address` is the calculator with it."""

    name: str
    kind: GearKind
    parts: str
    origin: str
    address: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """The own sled and surfaces that an address names, what they fill, and what is wrong with a name."""

    kept: tuple[Gear, ...]
    fills: Mapping[str, str | None]
    names: Mapping[str, str]
    wrong: GearError | None

    def fills_in(self, name: str) -> bool:
        """Whether an input is that of an own sled or surface, so that the form has none of its own."""
        return name in self.fills

    @property
    def lines(self) -> list[OwnLine]:
        """All own sleds and surfaces."""
        return [
            OwnLine(each.name, each.kind, part_words(each), origin_words(each), self._address(each))
            for each in self.kept
        ]

    def _address(self, gear: Gear) -> str:
        return f"/sled?{urlencode({**self.names, f'my_{gear.kind}': gear.name})}"


def chosen_in(given: Mapping[str, str], own: OwnGear) -> Chosen:
    """What an address names of the user's own. On the page what they fill is theirs: its sliders always say something.

    The empty mass is left to the form all the same: it asks for sled and plates together.
    """
    kept = own.gear()
    fills: dict[str, str | None] = {}
    names: dict[str, str] = {}
    wrong: GearError | None = None
    for name in OWN:
        if not given.get(name):
            continue
        kind = GearKind.SLED if name == "my_sled" else GearKind.SURFACE
        try:
            gear = find_gear(kept, given[name], kind, name)
        except GearError as error:
            wrong = error
            continue
        names[name] = gear.name
        fills |= parts_of(name, gear)
        if kind is GearKind.SURFACE:
            side = "to_" if name.startswith("to_") else ""
            fills |= {f"{side}{each}": None for each in _FRICTION if f"{side}{each}" not in fills}
    return Chosen(kept, fills, names, wrong)


async def keep_gear(request: Request[Any, Any, Any], state: State) -> Redirect:
    """Keep what the calculator was told as a sled or a surface, and show the same result with it."""
    parts: Parts = state.parts
    form = await read_form(request)
    entered: dict[str, str | None] = {name: text[:_LONGEST] for name in (*NAMES, *OWN) if (text := form.line(name))}
    kind = form.line("as")
    kept = await writing(lambda: keep_entered(kind, form.line("name"), entered, parts.store, now=parts.now()))
    gear = kept.gear
    instead = {*PARTS[gear.kind], *(_FRICTION if gear.kind is GearKind.SURFACE else ())}
    rest = {name: text for name, text in entered.items() if name not in instead}
    return Redirect(f"/sled?{urlencode({**rest, f'my_{gear.kind}': gear.name})}#answer", status_code=303)


async def forget(request: Request[Any, Any, Any], state: State) -> Redirect:
    """Forget an own sled or surface."""
    parts: Parts = state.parts
    form = await read_form(request)
    name = form.line("name")
    await writing(lambda: forget_gear(name, parts.store))
    return Redirect("/sled#own", status_code=303)
