"""Keeping a sled or a surface under a name: what the calculator would refuse is not kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vastus.domain.gear import PARTS, Gear, GearKind, name_key, wrong_name
from vastus.domain.interval import Interval
from vastus.errors import GearError
from vastus.reference.surfaces import Constant, surfaces
from vastus.usecases.compute_sled import compute_sled
from vastus.usecases.measure_sled import Calibrated
from vastus.usecases.own_gear import parts_entered
from vastus.usecases.ports import KeepingGear
from vastus.usecases.sled_inputs import INPUTS

_PLATES = "20"  # kg, on a sled whose own mass is not kept: any load tells whether the rest can be
_FRICTION = "0.35"  # under a sled that is kept without a surface, for the same reason
_DIGITS = 4  # significant, of a measured friction; a luggage scale knows two


@dataclass(frozen=True, slots=True)
class Kept:
    """What was kept, and what had its name before."""

    gear: Gear
    before: Gear | None


def keep_entered(kind: str, name: str, entered: Mapping[str, str | None], keeping: KeepingGear, *, now: str) -> Kept:
    """Keep what was entered as a sled or a surface, in place of what had its name.

    Raises:
        GearError: the kind or the name is none, the name is taken, or there is nothing to keep.
        QuantityError, MechanicsError: the calculator would refuse it.
    """
    kinds = [each.value for each in GearKind]
    if kind not in kinds:
        raise GearError(f"'{kind[:40]}' is neither a sled nor a surface", "keep it as " + " or ".join(kinds), "as")
    return _keep(GearKind(kind), name, parts_entered(GearKind(kind), entered), keeping, now)


def keep_measured(name: str, found: Calibrated, keeping: KeepingGear, *, now: str) -> Kept:
    """Keep measured friction as a surface, with how many readings stand behind it.

    Raises:
        GearError: friction while sliding was not measured, or as `keep_entered`.
        MechanicsError: static friction came out below kinetic.
    """
    if found.kinetic is None:
        raise GearError(
            "a surface needs friction while the sled slides", "measure it with --pull or --glide, too", "keep"
        )
    inputs = {"mu": _range(found.kinetic.mu)}
    if found.static is not None:
        inputs["mu_static"] = _range(found.static.mu)
    return _keep(GearKind.SURFACE, name, inputs, keeping, now, readings=found.kinetic.readings)


def _range(interval: Interval) -> str:
    """A measured number as a text that is read as the same range."""
    ends = (interval.low, interval.value, interval.high)
    return "..".join(f"{each:.{_DIGITS}g}" for each in ends)


def _keep(  # noqa: PLR0913  # what is kept, where, and when
    kind: GearKind, name: str, inputs: Mapping[str, str], keeping: KeepingGear, now: str, *, readings: int | None = None
) -> Kept:
    before = _checked_name(kind, name, keeping.gear())
    needs = ["mu"] if kind is GearKind.SURFACE else PARTS[kind]
    if not any(each in inputs for each in needs):
        options = ", ".join(INPUTS[each].option for each in needs)
        raise GearError(f"there is nothing to keep of the {kind} '{name.strip()}'", f"give {options}", needs[0])
    compute_sled({**({} if "mu" in inputs else {"mu": _FRICTION}), "plates": _PLATES, **inputs})
    gear = Gear(kind, " ".join(name.split()), inputs, now, is_measured=readings is not None, readings=readings)
    keeping.keep_gear(gear)
    return Kept(gear, before)


def _checked_name(kind: GearKind, name: str, kept: Sequence[Gear]) -> Gear | None:
    """What has the name already, where it may be replaced."""
    if reason := wrong_name(" ".join(name.split())):
        raise GearError(reason, "give it one like 'Prowler' or 'Garage floor'", "name")
    for quantity in (Constant.KINETIC_FRICTION, Constant.ROLLING_RESISTANCE):
        if shipped := surfaces().find(quantity, name):
            raise GearError(
                f"'{name.strip()}' is a surface that comes with Vastus ({shipped.id})", "choose another name", "name"
            )
    before = next((each for each in kept if each.key == name_key(name)), None)
    if before is not None and before.kind is not kind:
        raise GearError(f"'{before.name}' is a {before.kind} of yours", "choose another name, or forget it", "name")
    return before
