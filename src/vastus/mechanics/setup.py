"""A sled as it is pushed or pulled: every number that the statics need, checked, with where each comes from."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import NoReturn

from vastus.domain.interval import Interval
from vastus.errors import MechanicsError
from vastus.mechanics.ends import over_ends
from vastus.mechanics.kernels.sled import friction_at_load
from vastus.reference.surfaces import Constant, Fact, surfaces
from vastus.units import STANDARD_GRAVITY, degrees

Number = Interval | float | tuple[float, float] | tuple[float, float, float]
"""A number as callers write it: exact, (low, high) whose middle is the value, (value, low, high), or an interval."""

SMALLEST, LARGEST = 1e-6, 1e7  # of every number that is above 0, in SI: beyond, arithmetic itself gives way
_TALLEST_M = 2.72  # m, the tallest person on record
_HEAVIEST_KG = 650.0  # kg, above the heaviest person on record
_STEEPEST = math.pi / 4  # rad; past it the walk is a climb
_FARTHEST_M = 5.0  # m, push point or length: longer is another implement
_FASTEST_M_S = 13.0  # m/s, above the fastest sprint on record
_WHY_FRICTION = "without friction there is nothing to push against"
_HARDEST_M_S2 = STANDARD_GRAVITY  # m/s²


@dataclass(frozen=True, slots=True)
class LoadFriction:
    """Friction that changes with the load: `mu` at the mass `at_kg`, and `per_kg` more for each kilogram above it.

    Measured on sleds it falls: −0.00044 per kg from 45 to 136 kg (Andre et al. 2013), for that sled on that floor.
    """

    mu: Interval
    at_kg: float
    per_kg: float

    def at(self, mass_kg: Interval) -> Interval:
        """Friction at a mass.

        Raises:
            MechanicsError: it would not be above 0 there.
        """
        found = over_ends(friction_at_load, self.mu, Interval.exact(self.per_kg), Interval.exact(self.at_kg), mass_kg)
        check_positive("mu_per_kg", found, "friction at that load", "", "the line does not reach that far")
        return found


@dataclass(frozen=True, slots=True)
class SledSetup:
    """One sled, the push on it and the athlete behind it, in SI; ranges are intervals.

    `angle_rad` is the push below the travel direction (negative: it lifts, as a rope does); `slope_rad` is positive
    uphill; `push_at_m` and `cog_m` count from the rear edge of the contact, heights from the floor. `facts` holds, by
    field, the row of the reference table where a number was not given.

    Raises:
        MechanicsError: a number cannot be; `field` says which, the sentence which bound and why.
    """

    mass_kg: Interval
    mu: Interval
    mu_static: Interval
    length_m: Interval
    cog_m: Interval
    cog_height_m: Interval
    push_at_m: Interval
    height_m: Interval
    angle_rad: Interval
    slope_rad: Interval
    accel_m_s2: Interval
    shoe_mu: Interval
    athlete_kg: Interval | None = None
    stature_m: Interval | None = None
    distance_m: Interval | None = None
    speed_m_s: Interval | None = None
    load_friction: LoadFriction | None = None
    facts: Mapping[str, Fact] = field(default_factory=dict[str, Fact], compare=False)

    def __post_init__(self) -> None:
        _check(self)

    def inputs(self) -> dict[str, Interval]:
        """Every number by the name of its field; what is absent is left out."""
        found = {each.name: getattr(self, each.name) for each in fields(self)}
        return {name: value for name, value in found.items() if isinstance(value, Interval)}


def interval(number: Number) -> Interval:
    """A number as callers write it, as an interval.

    >>> interval((0.3, 0.4)).value
    0.35
    """
    if isinstance(number, Interval):
        return number
    try:
        if isinstance(number, tuple):
            if len(number) == 2:  # noqa: PLR2004  # low and high
                low, high = number
                return Interval((low + high) / 2, low, high)
            return Interval(*number)
        return Interval.exact(float(number))
    except ValueError as error:
        raise MechanicsError(f"{number} is no range: {error}", "give low and high, or value, low and high") from error


def sled_setup(  # noqa: PLR0913  # the symbols of the free-body diagram
    *,
    mass_kg: Number,
    mu: Number | None = None,
    surface: str | None = None,
    mu_at_kg: float | None = None,
    mu_per_kg: float | None = None,
    mu_static: Number | None = None,
    length_m: Number | None = None,
    cog_m: Number | None = None,
    cog_height_m: Number | None = None,
    push_at_m: Number | None = None,
    height_m: Number | None = None,
    angle_rad: Number = 0.0,
    slope_rad: Number = 0.0,
    accel_m_s2: Number = 0.0,
    athlete_kg: Number | None = None,
    stature_m: Number | None = None,
    shoe_mu: Number | None = None,
    distance_m: Number | None = None,
    speed_m_s: Number | None = None,
) -> SledSetup:
    """A set-up from numbers in SI; friction is given, or that of a surface by name; the rest has reference defaults.

    With `mu_per_kg` the kinetic friction is that at `mu_at_kg` and changes with the mass (`LoadFriction`).
    A static friction that is not given is the kinetic one times the ratio that was measured on sleds (1.26 to 1.34).

    Raises:
        MechanicsError: neither or both of `mu` and `surface`, an unknown surface, or physics that cannot be.

    >>> sled_setup(mass_kg=100, surface="turf_gym", height_m=0.9).mu
    Interval(value=0.35, low=0.25, high=0.5)
    """
    table = surfaces()
    facts: dict[str, Fact] = {}

    def given(name: str, number: Number | None, quantity: Constant, row: str) -> Interval:
        if number is not None:
            return interval(number)
        facts[name] = table.fact(quantity, row)
        return facts[name].interval

    if (mu is None) == (surface is None):
        raise MechanicsError(
            "friction is either a number or that of a surface",
            "give one of mu and surface; surfaces are " + ", ".join(table.of(Constant.KINETIC_FRICTION)),
            field="mu",
        )
    if surface is not None:
        facts["mu"] = kinetic_friction(surface)
    kinetic = facts["mu"].interval if mu is None else interval(mu)
    check_positive("mu", kinetic, "a friction coefficient", "", _WHY_FRICTION)
    mass = interval(mass_kg)
    by_load = None
    if mu_per_kg is not None:
        if mu_at_kg is None:
            refuse("mu_at_kg", "friction that changes with the load needs the mass at which it was measured")
        if not (0 <= mu_at_kg <= LARGEST and abs(mu_per_kg) <= 1):
            refuse("mu_at_kg", f"friction was measured at 0 to {LARGEST:,.0f} kg and changes by at most 1 for each")
        check_positive("mass_kg", mass, "the mass", "kg", "nothing weighs less than nothing")
        by_load = LoadFriction(kinetic, mu_at_kg, mu_per_kg)
        kinetic = by_load.at(mass)
    if mu_static is None:
        ratio = facts["mu_static"] = table.fact(Constant.STATIC_RATIO, "sled")
        static = _product(kinetic, ratio.interval)
    else:
        static = interval(mu_static)
    length = given("length_m", length_m, Constant.SLED_GEOMETRY, "length")
    check_positive("length_m", length, "the contact length", "m", "a sled stands on something")
    if cog_m is None:
        share = facts["cog_m"] = table.fact(Constant.SLED_GEOMETRY, "cog_share")
        cog = _product(length, share.interval)
    else:
        cog = interval(cog_m)
    return SledSetup(
        mass_kg=mass,
        mu=kinetic,
        mu_static=static,
        length_m=length,
        cog_m=cog,
        cog_height_m=given("cog_height_m", cog_height_m, Constant.SLED_GEOMETRY, "cog_height"),
        push_at_m=given("push_at_m", push_at_m, Constant.SLED_GEOMETRY, "push_at"),
        height_m=given("height_m", height_m, Constant.SLED_GEOMETRY, "height_high"),
        angle_rad=interval(angle_rad),
        slope_rad=interval(slope_rad),
        accel_m_s2=interval(accel_m_s2),
        shoe_mu=given("shoe_mu", shoe_mu, Constant.SHOE_FRICTION, "dry"),
        athlete_kg=None if athlete_kg is None else interval(athlete_kg),
        stature_m=None if stature_m is None else interval(stature_m),
        distance_m=None if distance_m is None else interval(distance_m),
        speed_m_s=None if speed_m_s is None else interval(speed_m_s),
        load_friction=by_load,
        facts=facts,
    )


def kinetic_friction(surface: str) -> Fact:
    """The row of a surface by any of its names.

    Raises:
        MechanicsError: no such surface.
    """
    return _row(Constant.KINETIC_FRICTION, surface, "surface")


def rolling_resistance(ground: str) -> Fact:
    """The row of the ground under a car by any of its names.

    Raises:
        MechanicsError: no such ground.
    """
    return _row(Constant.ROLLING_RESISTANCE, ground, "ground for wheels")


def _row(quantity: Constant, word: str, what: str) -> Fact:
    found = surfaces().find(quantity, word)
    if found is None:
        names = ", ".join(surfaces().of(quantity))
        raise MechanicsError(f"there is no {what} '{word[:40]}'", f"there are {names}", field="surface")
    return found


def _product(one: Interval, other: Interval) -> Interval:
    return Interval(one.value * other.value, one.low * other.low, one.high * other.high)


def refuse(field_name: str, message: str, hint: str | None = None) -> NoReturn:
    """Say that an input cannot be."""
    raise MechanicsError(message, hint, field=field_name)


def check_positive(name: str, number: Interval | None, what: str, unit: str, why: str) -> None:
    """Refuse a number that is not above 0, or so small or large that nobody means it."""
    if number is None:
        return
    if number.low <= 0:
        refuse(name, f"{what} is above 0 {unit}".rstrip() + f", not {number.low:g}: {why}")
    if number.low < SMALLEST or number.high > LARGEST:
        wrong = number.low if number.low < SMALLEST else number.high
        span = f"{what} is between {SMALLEST:g} and {LARGEST:,.0f} {unit}".rstrip()
        refuse(name, f"{span}, not {wrong:g}: nobody trains with that")


def check_most(  # noqa: PLR0913, PLR0917  # the parts of a sentence
    name: str, number: Interval | None, most: float, what: str, unit: str, why: str
) -> None:
    """Refuse a number above a bound."""
    if number is not None and number.high > most:
        refuse(name, f"{what} is at most {most:g} {unit}".rstrip() + f", not {number.high:g}: {why}")


def _check(it: SledSetup) -> None:
    check_positive("mass_kg", it.mass_kg, "the mass", "kg", "nothing weighs less than nothing")
    check_positive("mu", it.mu, "a friction coefficient", "", _WHY_FRICTION)
    check_positive("mu_static", it.mu_static, "a friction coefficient", "", "without friction nothing holds still")
    if it.mu_static.value < it.mu.value:
        refuse(
            "mu_static",
            f"static friction {it.mu_static.value:g} is below kinetic friction {it.mu.value:g}:"
            " what stands still is never easier to move than what slides",
            "swap the two, or leave the static one out",
        )
    _check_geometry(it)
    check_positive("athlete_kg", it.athlete_kg, "the athlete's mass", "kg", "nobody weighs less than nothing")
    check_most("athlete_kg", it.athlete_kg, _HEAVIEST_KG, "the athlete's mass", "kg", "nobody has been heavier")
    check_positive("shoe_mu", it.shoe_mu, "the friction of the shoes", "", "without grip nobody pushes")
    check_positive("distance_m", it.distance_m, "the distance", "m", "a run has a length")
    check_positive("speed_m_s", it.speed_m_s, "the speed", "m/s", "power needs a motion")
    check_most("speed_m_s", it.speed_m_s, _FASTEST_M_S, "the speed", "m/s", "nobody has run faster")
    _check_angles(it)


def _check_geometry(it: SledSetup) -> None:
    check_positive("length_m", it.length_m, "the contact length", "m", "a sled stands on something")
    check_most("length_m", it.length_m, _FARTHEST_M, "the contact length", "m", "that is no sled")
    if it.cog_m.low < 0 or it.cog_m.high > it.length_m.high:
        refuse(
            "cog_m",
            f"the center of mass is between 0 and the contact length {it.length_m.high:g} m, not at"
            f" {it.cog_m.low if it.cog_m.low < 0 else it.cog_m.high:g}: elsewhere the sled falls over on its own",
        )
    for name, number, what in (
        ("height_m", it.height_m, "the push height"),
        ("cog_height_m", it.cog_height_m, "the height of the center of mass"),
    ):
        if number.low < 0:
            refuse(name, f"{what} is at least 0 m, not {number.low:g}: the floor is below the sled")
    check_most("cog_height_m", it.cog_height_m, _FARTHEST_M, "the height of the center of mass", "m", "that is no sled")
    if abs(it.push_at_m.low) > _FARTHEST_M or abs(it.push_at_m.high) > _FARTHEST_M:
        refuse("push_at_m", f"the push acts within {_FARTHEST_M:g} m of the rear edge: farther is no part of a sled")
    check_positive("stature_m", it.stature_m, "the stature", "m", "everybody has a height")
    check_most("stature_m", it.stature_m, _TALLEST_M, "the stature", "m", "nobody has been taller")
    if it.stature_m is not None and it.height_m.high > it.stature_m.high:
        refuse(
            "height_m",
            f"the push height {it.height_m.high:g} m is above the athlete's stature {it.stature_m.high:g} m:"
            " nobody pushes above their own head",
        )
    check_most("height_m", it.height_m, _TALLEST_M, "the push height", "m", "nobody has been taller")


def _check_angles(it: SledSetup) -> None:
    if it.angle_rad.low <= -math.pi / 2:
        refuse(
            "angle_rad", f"a push angle is above -90°, not {degrees(it.angle_rad.low):.4g}°: that pull goes straight up"
        )
    for mu, moment in ((it.mu.high, "keeps it moving"), (it.mu_static.high, "sets it moving")):
        jam = math.atan2(1.0, mu)
        if it.angle_rad.high >= jam:
            refuse(
                "angle_rad",
                f"at a push angle of {degrees(it.angle_rad.high):.4g}° no push {moment}: the jam limit at friction"
                f" {mu:.3g} is {degrees(jam):.1f}°, where every push adds as much friction as drive",
                "push more level",
            )
    if it.slope_rad.low < -_STEEPEST or it.slope_rad.high > _STEEPEST:
        steep = it.slope_rad.low if it.slope_rad.low < -_STEEPEST else it.slope_rad.high
        refuse("slope_rad", f"a slope is between -45° and 45°, not {degrees(steep):.4g}°: steeper is a climb")
    if max(abs(it.accel_m_s2.low), abs(it.accel_m_s2.high)) > _HARDEST_M_S2:
        refuse("accel_m_s2", f"an acceleration is within ±{_HARDEST_M_S2:.2f} m/s²: nobody outdoes free fall")
    low = it.slope_rad.low
    drive = it.mu.low * math.cos(low) + math.sin(low) + it.accel_m_s2.low / STANDARD_GRAVITY
    if drive <= 0:
        slides = degrees(math.atan(it.mu.low))
        refuse(
            "slope_rad" if low < 0 else "accel_m_s2",
            f"no push is needed: at friction {it.mu.low:.3g} the sled slides on its own below a slope of"
            f" {-slides:.1f}°, or slows by itself faster than {it.mu.low * STANDARD_GRAVITY:.2f} m/s²",
            "this calculator pushes; it does not brake",
        )
