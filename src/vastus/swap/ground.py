"""Equal loads over the ground, computed: sled against car, plate, and sled the other way round.

Equal force is a first-order rule and no proof of equal training. Every number carries its band, which is wide: the
friction of the floor is mostly unknown. The mark is that of the weakest number that went in.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vastus.domain.anatomy import MuscleGroup
from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Exercise, Force, Measure, Travel
from vastus.domain.interval import Interval
from vastus.domain.source import Confidence
from vastus.mechanics.equal import equal_car, equal_load_by_velocity_loss, equal_plate
from vastus.mechanics.implements import car_force, plate_as_sled
from vastus.mechanics.setup import kinetic_friction, rolling_resistance, sled_setup
from vastus.reference.surfaces import Constant, Fact, surfaces
from vastus.swap.substitute import Computed

_WEAKEST_FIRST = (Confidence.JUDGEMENT, Confidence.UNVERIFIED, Confidence.DERIVED, Confidence.VERIFIED)
_WALK_M_S = Interval.exact(1.0)  # m/s, a steady push; for how far a car rolls on
_PLATE_KG = Interval.exact(20.0)  # kg, the plate that most floors have
_TENS = 10  # from here on decimals mean nothing
_ROAD = "asphalt_new"
_LEGS = {
    MuscleGroup.QUADS,
    MuscleGroup.GLUTES,
    MuscleGroup.HAMSTRINGS,
    MuscleGroup.CALVES,
    MuscleGroup.ADDUCTORS,
    MuscleGroup.ABDUCTORS,
}


@dataclass(frozen=True, slots=True)
class Known:
    """What somebody uses now: sled and plates together (None where they did not say), and the floor beneath."""

    total_kg: Interval | None = None
    surface: str = "turf_gym"


def computed(of: Exercise, other: Exercise, implement: Equipment | None, known: Known) -> Computed | None:
    """The equal load, where it is a sled driven by the legs that is replaced, by something that can be computed."""
    if not _is_driven_sled(of):
        return None
    if implement is Equipment.CAR:
        return _car(known)
    if implement is Equipment.PLATE:
        return _plate(known)
    if implement is None and _is_driven_sled(other):
        return _sled(of, other, known)
    return None


def _is_driven_sled(exercise: Exercise) -> bool:
    """Whether the legs drive a sled along: there force over the ground is what is trained."""
    measures = set(exercise.dose.measures) if exercise.dose else set[Measure]()
    return (
        Equipment.SLED in (exercise.equipment or ())
        and not measures.isdisjoint((Measure.STEPS, Measure.DISTANCE))
        and not _LEGS.isdisjoint(exercise.target or ())
    )


def _car(known: Known) -> Computed:
    floor, road = kinetic_friction(known.surface), rolling_resistance(_ROAD)
    car = surfaces().fact(Constant.CAR_MASS, "car")
    inertia = surfaces().fact(Constant.ROLLING_INERTIA, "car")
    a = sled_setup(mass_kg=known.total_kg or 1.0, surface=known.surface)
    found = equal_car(a, car.interval, road.interval)
    rolling = car_force(car.interval, road.interval, speed_m_s=_WALK_M_S)
    assert rolling.stopping_distance_m is not None  # a speed was given  # noqa: S101
    text = (
        f"A car of {_about(car.interval, 'kg')} on {road.label[:1].lower()}{road.label[1:]} asks for"
        f" {_about(found.car_n, 'N')} to keep rolling, as a sled of {_about(found.sled_kg, 'kg')} in all does on"
        f" {_floor(floor)}."
    )
    if known.total_kg:
        text += f" Your {_about(known.total_kg, 'kg')} would be a car of {_about(found.car_kg, 'kg')}."
    text += (
        f" The difference is inertia: to speed it up by {found.accel_m_s2:g} m/s² takes"
        f" {_about(found.start_n, 'N')} more, and from {_WALK_M_S} m/s it rolls on by itself for"
        f" {_about(rolling.stopping_distance_m, 'm')}, where a sled stops with you."
    )
    numbers = {
        "car_kg": car.interval,
        "car_n": found.car_n,
        "sled_kg": found.sled_kg,
        "start_n": found.start_n,
        "inertia_kg": Interval(*(car.interval.value * each for each in _three(inertia.interval))),
        "rolls_on_m": rolling.stopping_distance_m,
    }
    if known.total_kg:
        numbers["equal_car_kg"] = found.car_kg
    return _computed(text, numbers, (floor, road, car, inertia))


def _plate(known: Known) -> Computed:
    floor, hand = kinetic_friction(known.surface), surfaces().fact(Constant.HAND_FORCE, "plate")
    drags = plate_as_sled(_PLATE_KG, hand.interval)
    text = (
        f"Hands press a plate down, with {_about(hand.interval, 'N')} where you lean on it: a plate of {_PLATE_KG} kg"
        f" then drags like a sled of {_about(drags, 'kg')} in all on the same floor."
    )
    numbers = {"plate_kg": _PLATE_KG, "hand_n": hand.interval, "sled_kg": drags}
    if known.total_kg:
        a = sled_setup(mass_kg=known.total_kg, mu=floor.interval.value)  # the same floor on both sides cancels
        equal = equal_plate(a, Interval.exact(floor.interval.value), hand.interval)
        text += (
            f" For your {_about(known.total_kg, 'kg')} that is a plate of {_about(equal.total_kg, 'kg')}."
            if equal.is_possible
            else f" Your {_about(known.total_kg, 'kg')} are less than the hands alone press."
        )
        numbers["equal_plate_kg"] = equal.total_kg
    return _computed(text, numbers, (hand,))


def _sled(of: Exercise, other: Exercise, known: Known) -> Computed:
    """The same sled on the same floor: friction cancels."""
    ratio_fact = surfaces().fact(Constant.PUSH_PULL_RATIO, "velocity_loss")
    is_backward = Travel.BACKWARD in {it.movement.travel for it in (of, other) if it.movement}
    pair = (of.force, other.force)
    if is_backward or pair not in {(Force.PUSH, Force.PULL), (Force.PULL, Force.PUSH)}:
        text = "The same sled with the same plates on the same floor asks for the same force while it slides."
        if is_backward:
            text += " Whether that is the same effort forward and backward, nobody has measured."
        numbers = {"ratio": Interval.exact(1.0)}
        if known.total_kg:
            numbers["total_kg"] = known.total_kg
        return Computed(
            text, _named(numbers), Confidence.DERIVED, "statics of a sled: friction times weight on both sides"
        )
    ratio = ratio_fact.interval
    if pair == (Force.PUSH, Force.PULL):
        ratio = Interval(1 / ratio.value, 1 / ratio.high, 1 / ratio.low)
    verb = "pulled" if pair[1] is Force.PULL else "pushed"
    text = (
        "The same load asks for the same force, but not for the same effort: at equal loss of speed one"
        f" {verb} {_about(ratio, 'times')} as much, in forward sprints of high-school boys."
    )
    numbers = {"ratio": ratio}
    if known.total_kg:
        numbers["total_kg"] = equal_load_by_velocity_loss(known.total_kg, ratio).total_kg
        text += f" For your {_about(known.total_kg, 'kg')} that is {_about(numbers['total_kg'], 'kg')} in all."
    return _computed(text, numbers, (ratio_fact,))


def _computed(text: str, numbers: Mapping[str, Interval], facts: Iterable[Fact]) -> Computed:
    facts = tuple(facts)
    mark = min((fact.mark for fact in facts), key=_WEAKEST_FIRST.index)
    return Computed(text, _named(numbers), mark, "; ".join(dict.fromkeys(fact.source for fact in facts)))


def _named(numbers: Mapping[str, Interval]) -> dict[str, float]:
    """Plain keys, with `_low` and `_high` beside a number that carries a band."""
    named: dict[str, float] = {}
    for name, value in numbers.items():
        named[name] = value.value
        if not value.is_exact:
            named |= {f"{name}_low": value.low, f"{name}_high": value.high}
    return named


def _three(interval: Interval) -> tuple[float, float, float]:
    return interval.value, interval.low, interval.high


def _floor(fact: Fact) -> str:
    return f"{fact.label[:1].lower()}{fact.label[1:]}"


def _about(number: Interval, unit: str) -> str:
    """A number with its band, in as many figures as mean something.

    >>> _about(Interval(183.9, 147.1, 220.6), "N"), _about(Interval.exact(20), "kg")
    ('184 N (147 to 221)', '20 kg')
    """
    value, low, high = (f"{each:.0f}" if abs(each) >= _TENS else f"{each:.3g}" for each in _three(number))
    return f"{value} {unit}" if number.is_exact else f"{value} {unit} ({low} to {high})"
