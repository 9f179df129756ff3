"""The sled calculator: what people enter becomes a set-up, and the set-up an answer.

Every input is a text with or without its unit ("225lb", "36in", "0.33±0.03"); an empty one counts as not given.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vastus.domain.interval import Interval
from vastus.errors import MechanicsError, QuantityError
from vastus.mechanics.equal import (
    EqualCar,
    EqualLoad,
    equal_car,
    equal_load,
    equal_load_by_velocity_loss,
    equal_plate,
    equal_push_for_pull,
)
from vastus.mechanics.setup import LARGEST, SledSetup, check_positive, kinetic_friction, rolling_resistance, sled_setup
from vastus.mechanics.sled import SledAnswer, sled_answer
from vastus.reference.surfaces import Constant, Fact, surfaces
from vastus.units import Dimension, Range, read_range
from vastus.usecases.sled_inputs import BASES, INPUTS, TARGET_INPUTS, TARGETS, Input


@dataclass(frozen=True, slots=True)
class Entered:
    """What was entered or taken for an input: the range, the interval in SI, and the row where it comes from."""

    text: str | None
    interval: Interval
    dimension: Dimension
    fact: Fact | None = None


@dataclass(frozen=True, slots=True)
class SledReport:
    """The answer for one sled, its inputs by name, and the equal load where another side was given."""

    answer: SledAnswer
    inputs: Mapping[str, Entered]
    surface: str | None
    equal: "Equal | None" = None


@dataclass(frozen=True, slots=True)
class Equal:
    """The load on the other side: one number in kg, what it stands on, and what to know about it."""

    to: str
    kg: Interval
    what: str
    load: EqualLoad | None
    car: EqualCar | None
    inputs: Mapping[str, Entered]
    warnings: tuple[str, ...]


def compute_sled(entered: Mapping[str, str | None]) -> SledReport:
    """Everything about one sled from texts by the names of `INPUTS`, with `surface`, and perhaps another side.

    Raises:
        QuantityError: a text is no number with a fitting unit. MechanicsError: physics that cannot be.
    """
    given = _given(entered)
    inputs = _read(given, INPUTS)
    setup, inputs = _setup(inputs, given.get("surface"))
    answer = sled_answer(setup)
    other = any(name.startswith("to") for name in given)
    equal = _equal(setup, given) if other else None
    return SledReport(answer, inputs, given.get("surface"), equal)


def compute_equal(entered: Mapping[str, str | None]) -> SledReport:
    """The same where another side must be given.

    Raises:
        QuantityError, MechanicsError: as `compute_sled`, or nothing is said about the other side.
    """
    if not any(name.startswith("to") for name in _given(entered)):
        raise MechanicsError(
            "an equal load needs another side", "give --to-mu, --to-surface, or --to car, plate or pull", field="to"
        )
    return compute_sled(entered)


def _given(entered: Mapping[str, str | None]) -> dict[str, str]:
    return {name: text.strip() for name, text in entered.items() if text is not None and text.strip()}


def _read(given: Mapping[str, str], known: Mapping[str, Input]) -> dict[str, Entered]:
    found: dict[str, Entered] = {}
    for name, each in known.items():
        if name in given:
            entered = read_input(each, given[name])
            found[name] = Entered(str(entered), Interval.of(entered), each.dimension)
    return found


def read_input(known: Input, text: str) -> Range:
    """A text as the quantity that an input takes.

    Raises:
        QuantityError: it is none; the sentence names the option.
    """
    try:
        return read_range(text, known.dimension)
    except QuantityError as error:
        raise QuantityError(f"{known.option}: {error}", error.hint, field=known.name) from error


def _setup(inputs: dict[str, Entered], surface: str | None) -> tuple[SledSetup, dict[str, Entered]]:
    """The set-up of the first side, and the inputs with those that were taken from the table."""
    numbers = _numbers(inputs, INPUTS)
    numbers["mass_kg"] = _mass(inputs)
    setup = sled_setup(surface=surface, **numbers)
    fields = {each.field: each.name for each in INPUTS.values() if each.field}
    for field, interval in setup.inputs().items():
        name = fields[field]
        if name not in inputs:
            inputs[name] = Entered(None, interval, INPUTS[name].dimension, setup.facts.get(field))
    return setup, {name: inputs[name] for name in INPUTS if name in inputs}


def _numbers(inputs: Mapping[str, Entered], known: Mapping[str, Input]) -> dict[str, Any]:
    """What was entered by the fields of a set-up; two of them take no band."""
    numbers: dict[str, Any] = {}
    for name, each in inputs.items():
        field = known[name].field
        if field is not None:
            numbers[field] = each.interval.value if field in ("mu_at_kg", "mu_per_kg") else each.interval
    return numbers


def _mass(inputs: Mapping[str, Entered]) -> Interval:
    total, sled, plates = (inputs.get(name) for name in ("mass", "sled", "plates"))
    for name, part in (("sled", sled), ("plates", plates)):
        if part is not None and not 0 <= part.interval.low <= part.interval.high <= LARGEST:
            raise MechanicsError(
                f"--{name} is 0 to {LARGEST:,.0f} kg, not {part.text}: nothing weighs less than nothing", field=name
            )
    if total is not None:
        if sled is not None and total.interval.high < sled.interval.low:
            raise MechanicsError(
                f"sled and plates together are {total.text}, but the empty sled alone is {sled.text}",
                "give --mass as the sum of both",
                field="mass",
            )
        if sled is not None and plates is not None:
            raise MechanicsError(
                "the mass is given twice", "give --mass, or --sled with --plates, but not all three", field="mass"
            )
        return total.interval
    if sled is None and plates is None:
        raise MechanicsError("there is no mass", "give --mass, or --sled with --plates", field="mass")
    parts = [each.interval for each in (sled, plates) if each is not None]
    return Interval(*(sum(getattr(each, end) for each in parts) for end in ("value", "low", "high")))


def _equal(a: SledSetup, given: Mapping[str, str]) -> Equal:
    to = given.get("to", "sled")
    by = given.get("by", "force").replace("_", "-")
    if to not in TARGETS:
        raise MechanicsError(f"there is no --to '{to[:40]}'", "there are " + ", ".join(TARGETS), field="to")
    if by not in BASES:
        raise MechanicsError(f"there is no --by '{by[:40]}'", "there are " + ", ".join(BASES), field="by")
    inputs = _read(given, TARGET_INPUTS)
    if to == "car":
        return _equal_car(a, given, inputs)
    if to == "plate":
        return _equal_plate(a, given, inputs)
    empty = inputs["to_sled"].interval.value if "to_sled" in inputs else None
    if to in ("pull", "push"):
        return _equal_pull(a, to, empty, inputs)
    if by == "velocity-loss":
        load = equal_load_by_velocity_loss(a.mass_kg, _ratio(inputs), empty_b_kg=empty)
    else:
        load = equal_load(a, _other_side(a, given, inputs), empty_b_kg=empty)
    what = "total" if load.plates_kg is None else "plates"
    warning = "Equal force is a first rule: on four surfaces sprint times did not follow friction in a simple way."
    warnings = (*load.notes, warning) if load.by == "force" else load.notes
    return Equal(to, load.plates_kg or load.total_kg, what, load, None, inputs, warnings)


def _other_side(a: SledSetup, given: Mapping[str, str], inputs: Mapping[str, Entered]) -> SledSetup:
    numbers = _numbers(inputs, TARGET_INPUTS)
    surface = given.get("to_surface")
    if surface is None and "mu" not in numbers:
        numbers["mu"] = a.mu  # another sled, angle or slope on the same floor
    numbers.setdefault("angle_rad", a.angle_rad)
    return sled_setup(mass_kg=a.mass_kg, surface=surface, **numbers)


def _ratio(inputs: Mapping[str, Entered]) -> Interval:
    if "m0" not in inputs or "to_m0" not in inputs:
        raise MechanicsError(
            "an equal velocity loss needs a profile on each side",
            "give --m0 and --to-m0, as 'vastus sled profile' says",
            field="m0",
        )
    here, there = inputs["m0"].interval, inputs["to_m0"].interval
    for name, each in (("m0", here), ("to_m0", there)):
        check_positive(name, each, "a load at which speed reaches 0", "kg", "see 'vastus sled profile'")
    return Interval(there.value / here.value, there.low / here.high, there.high / here.low)


def _equal_pull(a: SledSetup, to: str, empty: float | None, inputs: Mapping[str, Entered]) -> Equal:
    if to == "push":
        load = equal_push_for_pull(a.mass_kg, empty_b_kg=empty)
    else:
        ratio = surfaces().fact(Constant.PUSH_PULL_RATIO, "velocity_loss").interval
        inverse = Interval(1 / ratio.value, 1 / ratio.high, 1 / ratio.low)
        load = equal_load_by_velocity_loss(a.mass_kg, inverse, empty_b_kg=empty)
    what = "total" if load.plates_kg is None else "plates"
    warning = (
        "Push against pull is from forward sprints of high-school boys, at equal velocity loss; not measured backward."
    )
    return Equal(to, load.plates_kg or load.total_kg, what, load, None, inputs, (*load.notes, warning))


def _equal_car(a: SledSetup, given: Mapping[str, str], inputs: dict[str, Entered]) -> Equal:
    mass = inputs.get("to_mass") or _taken(Constant.CAR_MASS, "car", Dimension.MASS)
    rolling = inputs.get("to_rolling")
    if rolling is None:
        ground = rolling_resistance(given.get("to_surface", "asphalt_new"))
        rolling = Entered(None, ground.interval, Dimension.RATIO, ground)
    inputs |= {"to_mass": mass, "to_rolling": rolling}
    car = equal_car(a, mass.interval, rolling.interval)
    warnings = (
        "A car is not equal to a sled: it needs a hard start, then little, and it does not stop when you stop.",
        "Push a car on level ground only, with somebody at the brake, and nothing and nobody in front of it.",
        "With the engine off, brakes and steering are weak; pushing with your back you cannot see where it goes.",
    )
    return Equal("car", car.car_kg, "car", None, car, inputs, warnings)


def _equal_plate(a: SledSetup, given: Mapping[str, str], inputs: dict[str, Entered]) -> Equal:
    hand = inputs.get("hand") or _taken(Constant.HAND_FORCE, "plate", Dimension.FORCE)
    there = inputs.get("to_mu")
    surface = given.get("to_surface")
    if there is None and surface is not None:
        row = kinetic_friction(surface)
        there = Entered(None, row.interval, Dimension.RATIO, row)
    inputs["hand"] = hand
    mu = there.interval if there is not None else a.mu
    if there is not None:
        inputs["to_mu"] = there
    load = equal_plate(a, mu, hand.interval)
    warnings = [
        "A plate has no height: the back cannot push it, so this becomes a bent-over forward push with the hands.",
        "Friction under a plate has not been measured: pull it with a luggage scale.",
    ]
    if load.total_kg.value <= 0:
        warnings.insert(0, "The hands alone press more than that: no plate is light enough.")
    return Equal("plate", load.total_kg, "plate", load, None, inputs, tuple(warnings))


def _taken(quantity: Constant, row: str, dimension: Dimension) -> Entered:
    fact = surfaces().fact(quantity, row)
    return Entered(None, fact.interval, dimension, fact)


def surface_names() -> Sequence[Fact]:
    """The surfaces that sleds can stand on."""
    return tuple(surfaces().of(Constant.KINETIC_FRICTION).values())


def grounds() -> Sequence[Fact]:
    """The grounds that a car can roll on."""
    return tuple(surfaces().of(Constant.ROLLING_RESISTANCE).values())
