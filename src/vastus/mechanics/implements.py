"""Cars, plates, carried loads and stairs with bands; work, power and what they cost the body."""

from dataclasses import dataclass

from vastus.domain.interval import Interval
from vastus.mechanics.ends import over_ends
from vastus.mechanics.kernels import implements
from vastus.mechanics.setup import check_positive
from vastus.reference.surfaces import Constant, surfaces

_ZERO = Interval.exact(0.0)
_WHY_MASS = "nothing weighs less than nothing"


@dataclass(frozen=True, slots=True)
class CarPush:
    """A car that is pushed: N to keep it rolling, N more to speed it up, and what it stores once it rolls.

    A sled stops when the push ends; a car rolls on for `stopping_distance_m` on level ground.
    """

    rolling_n: Interval
    accelerating_n: Interval
    total_n: Interval
    stopping_distance_m: Interval | None


def car_force(
    mass_kg: Interval,
    rolling: Interval,
    slope_rad: Interval = _ZERO,
    accel_m_s2: Interval = _ZERO,
    speed_m_s: Interval | None = None,
) -> CarPush:
    """What a car asks for: m g (c_rr cos beta + sin beta) + m_eff a.

    `rolling` is the rolling resistance (`reference/surfaces.csv`). With a speed, how far it rolls on by itself:
    on level ground m_eff v²/2 over the resistance. Assumes warm tires at their pressure, no wind, brakes free.

    Raises:
        MechanicsError: mass or rolling resistance is not above 0.

    >>> car_force(Interval.exact(1500), Interval.exact(0.015)).rolling_n.value.__round__()
    221
    """
    check_positive("mass_kg", mass_kg, "the mass", "kg", _WHY_MASS)
    check_positive("rolling", rolling, "a rolling resistance", "", "every wheel resists")
    inertia = surfaces().fact(Constant.ROLLING_INERTIA, "car").interval
    coasting = None
    if speed_m_s is not None:
        check_positive("speed_m_s", speed_m_s, "the speed", "m/s", "a car that stands does not roll on")
        coasting = over_ends(implements.coasting_distance, rolling, inertia, speed_m_s)
    return CarPush(
        rolling_n=over_ends(implements.rolling_force, mass_kg, rolling, slope_rad),
        accelerating_n=over_ends(implements.inertia_force, mass_kg, accel_m_s2, inertia),
        total_n=over_ends(implements.rolling_force, mass_kg, rolling, slope_rad, accel_m_s2, inertia),
        stopping_distance_m=coasting,
    )


def plate_force(mass_kg: Interval, mu: Interval, hand_n: Interval) -> Interval:
    """Horizontal force that slides a plate on level ground while the hands press it down, N: mu (W + V).

    A push with the back is not possible: a plate has no height. Raises MechanicsError as `car_force`.

    >>> plate_force(Interval.exact(20), Interval.exact(0.35), Interval.exact(175)).value.__round__()
    130
    """
    check_positive("mass_kg", mass_kg, "the mass", "kg", _WHY_MASS)
    check_positive("mu", mu, "a friction coefficient", "", "without friction there is nothing to push against")
    return over_ends(implements.plate_force, mass_kg, mu, hand_n)


def plate_as_sled(mass_kg: Interval, hand_n: Interval) -> Interval:
    """Total mass of the sled that drags on the same floor like a plate that is pressed down, kg.

    >>> plate_as_sled(Interval.exact(20), Interval(175, 100, 250)).value.__round__()
    38
    """
    check_positive("mass_kg", mass_kg, "the mass", "kg", _WHY_MASS)
    return over_ends(implements.pressed_mass, mass_kg, hand_n)


def carry_force(athlete_kg: Interval, carried_kg: Interval) -> Interval:
    """Force under the feet while standing with a load, N. Walking makes it rise and fall around that.

    Raises:
        MechanicsError: the body's mass is not above 0.
    """
    check_positive("athlete_kg", athlete_kg, "the athlete's mass", "kg", _WHY_MASS)
    return over_ends(implements.ground_force, athlete_kg, carried_kg)


def climb_power(athlete_kg: Interval, carried_kg: Interval, rise_rad: Interval, speed_m_s: Interval) -> Interval:
    """Mechanical power of carrying body and load up stairs or a slope, W; `speed_m_s` along the way.

    Raises:
        MechanicsError: the body's mass is not above 0.
    """
    check_positive("athlete_kg", athlete_kg, "the athlete's mass", "kg", _WHY_MASS)
    return over_ends(implements.climb_power, athlete_kg, carried_kg, rise_rad, speed_m_s)


def run_work(force_horizontal_n: Interval, distance_m: Interval) -> Interval:
    """Work on the implement in one run, J: horizontal force times distance."""
    return over_ends(implements.total_work, force_horizontal_n, distance_m)


def metabolic_power(external_w: Interval, athlete_kg: Interval) -> Interval:
    """Estimated metabolic power of a walked push, W: walking plus external power over an efficiency.

    The efficiency of 0.20 to 0.25 and 3 W/kg for walking are general knowledge without a source (mark M): an order of
    magnitude for planning rest, not a measurement.

    >>> str(metabolic_power(Interval.exact(250), Interval.exact(80)))
    '1351.11 (1240 to 1490)'
    """
    check_positive("athlete_kg", athlete_kg, "the athlete's mass", "kg", _WHY_MASS)
    table = surfaces()
    return over_ends(
        implements.metabolic_power,
        external_w,
        athlete_kg,
        table.fact(Constant.EFFICIENCY, "push").interval,
        table.fact(Constant.WALKING_POWER, "per_kg").interval,
    )
