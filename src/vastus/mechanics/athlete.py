"""The athlete's side with bands: how much the feet hold, how far the body leans, what a harness asks for."""

from vastus.domain.interval import Interval
from vastus.errors import MechanicsError
from vastus.mechanics.ends import over_ends
from vastus.mechanics.kernels import athlete, sled
from vastus.mechanics.setup import check_positive

_LEVEL = Interval.exact(0.0)


def grip_limit(athlete_kg: Interval, shoe_mu: Interval, angle_rad: Interval = _LEVEL) -> Interval:
    """Largest push on level ground before the feet slip, N; `angle_rad` is positive where the push goes down.

    Assumes Coulomb traction (measured traction changes with the normal load). Valid from −45° to 45°.

    Raises:
        MechanicsError: a mass or a friction is not above 0.

    >>> grip_limit(Interval.exact(80), Interval.exact(0.8)).value.__round__()
    628
    """
    check_positive("athlete_kg", athlete_kg, "the athlete's mass", "kg", "nobody weighs less than nothing")
    check_positive("shoe_mu", shoe_mu, "the friction of the shoes", "", "without grip nobody pushes")
    return over_ends(athlete.grip_limit, athlete_kg, shoe_mu, angle_rad)


def heaviest_sled(athlete_kg: Interval, shoe_mu: Interval, mu: Interval) -> Interval:
    """Largest sled that the feet keep moving with a level push on level ground, kg.

    Raises:
        MechanicsError: an input is not above 0.
    """
    check_positive("athlete_kg", athlete_kg, "the athlete's mass", "kg", "nobody weighs less than nothing")
    check_positive("shoe_mu", shoe_mu, "the friction of the shoes", "", "without grip nobody pushes")
    check_positive("mu", mu, "a friction coefficient", "", "without friction every sled moves")
    return over_ends(athlete.grip_mass, athlete_kg, shoe_mu, mu)


def lean_offset(force_n: Interval, athlete_kg: Interval, contact_m: Interval, angle_rad: Interval = _LEVEL) -> Interval:
    """How far the center of mass is from the feet towards the sled to hold a push, m.

    `contact_m` is the height of the hands or the back above the feet; the contact is right above the center of mass.
    At rest or steady, on level ground. A lower contact needs less lean; what limits it, the bend of
    knees and hips, is not here.

    Raises:
        MechanicsError: the athlete's mass is not above 0, or the push lifts the athlete off the ground.
    """
    check_positive("athlete_kg", athlete_kg, "the athlete's mass", "kg", "nobody weighs less than nothing")
    left = over_ends(athlete.foot_load, force_n, athlete_kg, angle_rad)
    if left.low <= 0:
        raise MechanicsError(
            "that push lifts the athlete off the ground: its upward answer is more than the body's weight",
            "push more level",
            field="angle_rad",
        )
    return over_ends(athlete.lean_offset, force_n, athlete_kg, contact_m, angle_rad)


def lean_force(athlete_kg: Interval, lean_rad: Interval, com_m: Interval, contact_m: Interval) -> Interval:
    """Level push that a straight body holds by leaning `lean_rad` from the vertical, N.

    `com_m` is the height of its center of mass, `contact_m` that of the contact. Valid below 60°.

    Raises:
        MechanicsError: an input is not above 0.
    """
    for name, number, what in (
        ("athlete_kg", athlete_kg, "the athlete's mass"),
        ("com_m", com_m, "the height of the center of mass"),
        ("contact_m", contact_m, "the height of the contact"),
    ):
        check_positive(name, number, what, "", "a body has one")
    return over_ends(athlete.straight_lean_force, athlete_kg, lean_rad, com_m, contact_m)


def harness_force(mass_kg: Interval, mu: Interval, rope_rad: Interval = _LEVEL) -> Interval:
    """Pull along a rope that rises by `rope_rad` and keeps a sled moving on level ground, N.

    The least is at arctan(mu), `mass · g · mu / sqrt(1 + mu²)`. Valid while the rope does not lift the sled.

    Raises:
        MechanicsError: mass or friction is not above 0, or the rope points down past the jam limit.

    >>> import math
    >>> round(harness_force(Interval.exact(100), Interval.exact(0.33), Interval.exact(math.atan(0.33))).value, 1)
    307.3
    """
    check_positive("mass_kg", mass_kg, "the mass", "kg", "nothing weighs less than nothing")
    check_positive("mu", mu, "a friction coefficient", "", "without friction there is nothing to pull against")
    if -rope_rad.low >= float(sled.jam_angle(mu.high)):
        raise MechanicsError("a rope that points down so steeply jams the sled", "pull more level", field="rope_rad")
    pull = over_ends(sled.rope_force, mass_kg, mu, rope_rad)
    if rope_rad.low < float(-sled.easiest_angle(mu.value)) < rope_rad.high:
        least = over_ends(sled.least_force, mass_kg, mu)
        return Interval(pull.value, min(pull.low, least.low), pull.high)
    return pull
