"""The load on another surface or implement that asks for as much as the one that you know.

Equal force is a first-order rule, not a proven one: sprint times on four surfaces did not follow friction in a simple
way (Linthorne & Cooper 2013).
"""

import math
from dataclasses import dataclass, replace

from vastus.domain.interval import Interval
from vastus.errors import MechanicsError
from vastus.mechanics.kernels import implements, sled
from vastus.mechanics.setup import LARGEST, SledSetup, check_positive
from vastus.reference.surfaces import Constant, surfaces
from vastus.units import STANDARD_GRAVITY

_MOST_ROUNDS = 200


@dataclass(frozen=True, slots=True)
class EqualLoad:
    """The mass on B that asks for the force of A.

    `total_kg` is all that slides or rolls on B; `plates_kg` what is put on its empty sled, None where no empty mass was
    given; negative means that the empty sled is already heavier (`is_possible` is false). Bands are the root of squares
    of the relative ranges of the inputs. `force_n` is the push that both ask for, None where equality is that of a
    velocity loss.
    """

    total_kg: Interval
    plates_kg: Interval | None
    force_n: float | None
    ratio: Interval
    by: str
    notes: tuple[str, ...] = ()

    @property
    def is_possible(self) -> bool:
        """Whether there is such a load."""
        return self.total_kg.value > 0 and (self.plates_kg is None or self.plates_kg.value >= 0)


def equal_load(a: SledSetup, b: SledSetup, *, empty_b_kg: float | None = None) -> EqualLoad:
    """The total mass on B that asks for the push of A, each with its own friction, push angle and slope.

    B's own mass is not used. Steady motion: accelerations are left out. Band: root of squares of the relative ranges of
    A's mass and of both sides' friction, angle and slope, to first order.

    Raises:
        MechanicsError: the empty mass of B is negative.

    >>> from vastus.mechanics.setup import sled_setup
    >>> known = sled_setup(mass_kg=100, mu=Interval.around(0.33, 0.1))
    >>> found = equal_load(known, sled_setup(mass_kg=100, mu=Interval.around(0.45, 0.1)), empty_b_kg=40)
    >>> [round(each, 1) for each in (found.plates_kg.value, found.total_kg.low, found.total_kg.high)]
    [33.3, 63.0, 83.7]
    """
    factor_a, shares_a = _factor(a)
    force = a.mass_kg.value * factor_a
    b, feedback = _at_load(b, force)
    factor_b, shares_b = _factor(b)
    shares_b = [(low * feedback, high * feedback) for low, high in shares_b]
    below = [_share(a.mass_kg)[0], *(low for low, _ in shares_a), *(high for _, high in shares_b)]
    above = [_share(a.mass_kg)[1], *(high for _, high in shares_a), *(low for low, _ in shares_b)]
    total = force / factor_b
    return _equal(total, _root(below), _root(above), a.mass_kg.value, force, empty_b_kg, "force")


def _at_load(b: SledSetup, force: float) -> tuple[SledSetup, float]:
    """B with the friction that it has at the load that asks for `force`, and what the feedback does to its band.

    Solved by iteration: friction at a mass gives a mass, until it stays.
    """
    law = b.load_friction
    if law is None:
        return b, 1.0
    mass = b.mass_kg.value
    for _ in range(_MOST_ROUNDS):
        mu = law.at(Interval.exact(mass))
        there = replace(b, mass_kg=Interval.exact(mass), mu=mu, mu_static=mu)  # statics at rest do not matter here
        found = force / _factor(there)[0]
        if math.isclose(found, mass, rel_tol=1e-10):
            return there, 1 / (1 + mass * law.per_kg / there.mu.value)
        mass = found
    raise MechanicsError(
        "no load on B asks for that force: its friction falls too fast with the load",
        "give the friction at a mass that is nearer",
        field="mu_per_kg",
    )


def equal_load_by_velocity_loss(a_kg: Interval, ratio: Interval, *, empty_b_kg: float | None = None) -> EqualLoad:
    """The total mass on B with A's velocity loss, where `ratio` is B's over A's load at equal loss.

    The ratio is that of the loads m0 at which a load-velocity line reaches 0 (`profile.LoadVelocityProfile`), or for
    push against pull the reference row `push_pull_ratio`.

    Raises:
        MechanicsError: a mass or the ratio is not above 0.
    """
    check_positive("mass_kg", a_kg, "the mass", "kg", "nothing weighs less than nothing")
    check_positive("ratio", ratio, "the ratio of two loads", "", "both are above 0")
    shares = (_share(a_kg), _share(ratio))
    below, above = (_root([each[side] for each in shares]) for side in (0, 1))
    return _equal(a_kg.value * ratio.value, below, above, a_kg.value, None, empty_b_kg, "velocity_loss")


def equal_push_for_pull(pulled_kg: Interval, *, empty_b_kg: float | None = None) -> EqualLoad:
    """The pushed load with the velocity loss of a pulled one, from forward sprints of high-school boys."""
    return equal_load_by_velocity_loss(
        pulled_kg, surfaces().fact(Constant.PUSH_PULL_RATIO, "velocity_loss").interval, empty_b_kg=empty_b_kg
    )


@dataclass(frozen=True, slots=True)
class EqualCar:
    """A car in place of a sled: the force that both would ask for, and where they differ.

    `car_n` is what the given car asks for while it rolls, `sled_kg` the sled on A's surface with that force, and
    `car_kg` the car that would ask for A's force. `start_n` is the extra force that speeds the car up by
    `accel_m_s2`: a sled needs less than a tenth of it.
    """

    car_n: Interval
    sled_kg: Interval
    car_kg: Interval
    start_n: Interval
    accel_m_s2: float


def equal_car(a: SledSetup, car_kg: Interval, rolling: Interval, *, accel_m_s2: float = 0.1) -> EqualCar:
    """What pushing a car on level ground has in common with a sled, and what not.

    Raises:
        MechanicsError: a mass or a rolling resistance is not above 0.
    """
    check_positive("car_kg", car_kg, "the mass of the car", "kg", "nothing weighs less than nothing")
    check_positive("rolling", rolling, "a rolling resistance", "", "every wheel resists")
    factor, shares = _factor(a)
    car = float(implements.rolling_force(car_kg.value, rolling.value))
    own = [_share(car_kg), _share(rolling)]
    below, above = (_root([each[side] for each in own]) for side in (0, 1))
    sled_below, sled_above = _mixed(own, shares)
    need = a.mass_kg.value * factor
    car_below, car_above = _mixed([_share(a.mass_kg), *shares], [_share(rolling)])
    inertia = surfaces().fact(Constant.ROLLING_INERTIA, "car").interval
    return EqualCar(
        car_n=_band(car, below, above),
        sled_kg=_band(car / factor, sled_below, sled_above),
        car_kg=_band(need / (STANDARD_GRAVITY * rolling.value), car_below, car_above),
        start_n=Interval(*(car_kg.value * each * accel_m_s2 for each in (inertia.value, inertia.low, inertia.high))),
        accel_m_s2=accel_m_s2,
    )


def equal_plate(a: SledSetup, mu: Interval, hand_n: Interval) -> EqualLoad:
    """The plate on friction `mu`, pressed down with `hand_n`, that drags like A; negative: the hands alone drag more.

    Raises:
        MechanicsError: friction is not above 0.
    """
    check_positive("mu", mu, "a friction coefficient", "", "without friction there is nothing to push against")
    if not 0 <= hand_n.low <= hand_n.high <= LARGEST:
        raise MechanicsError(
            f"hands press a plate with 0 to {LARGEST:,.0f} N, not {hand_n.low:g}", "lifting it is no push", field="hand"
        )
    factor, shares = _factor(a)
    force = a.mass_kg.value * factor * math.cos(a.angle_rad.value)
    below, above = _mixed([_share(a.mass_kg), *shares], [_share(mu)])
    pressed = force / (mu.value * STANDARD_GRAVITY)  # mass of plate and hands together
    hands = hand_n.value / STANDARD_GRAVITY
    low = math.hypot(pressed * below, (hand_n.high - hand_n.value) / STANDARD_GRAVITY)
    high = math.hypot(pressed * above, (hand_n.value - hand_n.low) / STANDARD_GRAVITY)
    total, known = pressed - hands, a.mass_kg.value
    return EqualLoad(
        total_kg=Interval(total, total - low, total + high),
        plates_kg=None,
        force_n=force,
        ratio=Interval(total / known, (total - low) / known, (total + high) / known),
        by="force",
    )


Shares = tuple[float, float]
"""Relative range of a result below and above its value, from one input."""


def _share(number: Interval) -> Shares:
    return (number.value - number.low) / number.value, (number.high - number.value) / number.value


def _factor(it: SledSetup) -> tuple[float, list[Shares]]:
    """Push per mass, N/kg, and the relative ranges that friction, angle and slope give it, to first order."""
    mu, theta, beta = it.mu.value, it.angle_rad.value, it.slope_rad.value
    over, under = mu * math.cos(beta) + math.sin(beta), math.cos(theta) - mu * math.sin(theta)
    slopes = (  # derivatives of the logarithm
        (it.mu, math.cos(beta) / over + math.sin(theta) / under),
        (it.angle_rad, (math.sin(theta) + mu * math.cos(theta)) / under),
        (it.slope_rad, (math.cos(beta) - mu * math.sin(beta)) / over),
    )
    shares: list[Shares] = []
    for number, slope in slopes:
        below, above = (number.value - number.low) * abs(slope), (number.high - number.value) * abs(slope)
        shares.append((below, above) if slope >= 0 else (above, below))
    return float(sled.push_force(1.0, mu, theta, beta)), shares


def _mixed(raising: list[Shares], lowering: list[Shares]) -> Shares:
    """The shares of inputs that raise a result and of those that lower it, together."""
    below = _root([*(low for low, _ in raising), *(high for _, high in lowering)])
    return below, _root([*(high for _, high in raising), *(low for low, _ in lowering)])


def _root(shares: list[float]) -> float:
    return math.sqrt(sum(each * each for each in shares))


def _band(value: float, below: float, above: float) -> Interval:
    return Interval(value, value - abs(value) * below, value + abs(value) * above)


def _equal(  # noqa: PLR0913, PLR0917  # the parts of an answer
    total: float, below: float, above: float, known: float, force: float | None, empty: float | None, by: str
) -> EqualLoad:
    if empty is not None and not 0 <= empty <= LARGEST:
        raise MechanicsError(f"an empty sled weighs 0 to {LARGEST:,.0f} kg, not {empty:g}", field="to_sled")
    band = _band(total, below, above)
    plates = None if empty is None else Interval(band.value - empty, band.low - empty, band.high - empty)
    notes: list[str] = []
    if plates is not None and plates.value < 0:
        notes.append(f"The empty sled of {empty:g} kg is already {-plates.value:.1f} kg heavier than the equal load.")
    return EqualLoad(band, plates, force, _band(total / known, below, above), by, tuple(notes))
