"""The user's own sleds and surfaces in the calculator: found by name, and put where their inputs would be entered.

Apart from keeping them, because using one that is kept takes no NumPy.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from vastus.domain.gear import PARTS, Gear, GearKind, name_key
from vastus.errors import GearError
from vastus.usecases.ports import KeepingGear, OwnGear
from vastus.usecases.sled_inputs import OWN

_KINDS: Mapping[str, GearKind] = {
    "my_sled": GearKind.SLED,
    "my_surface": GearKind.SURFACE,
    "to_my_surface": GearKind.SURFACE,
}
_PLATES_TELL = ("sled", "pull", "push")  # other sides that may be the same sled: its plates are what is asked for


@dataclass(frozen=True, slots=True)
class WithOwn:
    """What the calculator is told in the end, and the own sleds and surfaces in it by the input that named them."""

    entered: Mapping[str, str | None]
    used: Mapping[str, Gear]


def with_own(entered: Mapping[str, str | None], own: OwnGear) -> WithOwn:
    """The inputs with those of the own sled and surfaces that they name; what is entered beside them counts more.

    Where a load is asked for that equals this one under the same sled, its own empty mass is that of the other side.

    Raises:
        GearError: there is no such sled or surface, or friction is given in another way, too.
    """
    named = {name: text for name in OWN if (text := (entered.get(name) or "").strip())}
    told = {name: text for name, text in entered.items() if name not in OWN and (text or "").strip()}
    if not named:
        return WithOwn(told, {})
    kept = own.gear()
    used = {name: find_gear(kept, text, _KINDS[name], name) for name, text in named.items()}
    for name, gear in used.items():
        filled = parts_of(name, gear)
        if gear.kind is GearKind.SURFACE:
            _refuse_second_friction(name, told, filled)
        told = filled | told
    sled = used.get("my_sled")
    has_other_side = any(name.startswith("to") for name in told)
    if sled is not None and "sled" in sled.inputs and has_other_side and told.get("to", "sled") in _PLATES_TELL:
        told.setdefault("to_sled", sled.inputs["sled"])
    return WithOwn(told, used)


def parts_of(name: str, gear: Gear) -> dict[str, str | None]:
    """The inputs that an own sled or surface fills, where `name` is the input that names it.

    On the other side static friction has no place: equal is what keeps both moving.
    """
    if name != "to_my_surface":
        return dict(gear.inputs)
    return {f"to_{each}": text for each, text in gear.inputs.items() if each != "mu_static"}


def _refuse_second_friction(name: str, told: Mapping[str, str | None], filled: Mapping[str, str | None]) -> None:
    side = "to_" if name.startswith("to_") else ""
    second = next((each for each in (f"{side}mu", f"{side}surface") if each in told), None)
    if second is not None and f"{side}mu" in filled:
        options = [f"--{each.replace('_', '-')}" for each in (name, second)]
        raise GearError("friction is given twice", f"give {options[0]} or {options[1]}, not both", name)


def find_gear(kept: Sequence[Gear], name: str, kind: GearKind | None = None, field: str | None = None) -> Gear:
    """The own sled or surface with that name, whatever its case.

    Raises:
        GearError: there is none, or it is of the other kind.
    """
    by_key = {gear.key: gear for gear in kept}
    found = by_key.get(name_key(name))
    what = kind or "sled or surface"
    if found is None:
        near = get_close_matches(name_key(name), [key for key, gear in by_key.items() if kind in {None, gear.kind}])
        hint = "did you mean " + " or ".join(by_key[each].name for each in near) + "?" if near else _WHERE
        raise GearError(f"there is no {what} of yours called '{name[:40]}'", hint, field)
    if kind is not None and found.kind is not kind:
        raise GearError(f"'{found.name}' is a {found.kind} of yours, not a {kind}", _WHERE, field)
    return found


_WHERE = "'vastus sled mine' lists yours, 'vastus sled keep' keeps one"


def forget_gear(name: str, keeping: KeepingGear) -> Gear:
    """Forget an own sled or surface.

    Raises:
        GearError: there is none with that name.
    """
    gear = find_gear(keeping.gear(), name)
    keeping.forget_gear(gear.key)
    return gear


def parts_entered(kind: GearKind, entered: Mapping[str, str | None]) -> dict[str, str]:
    """What of the calculator's inputs belongs to a sled or a surface."""
    return {name: text.strip() for name in PARTS[kind] if (text := entered.get(name)) and text.strip()}
