"""Friction from what can be measured in a gym: a luggage scale, repeated pulls, a glide, a ramp."""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from vastus.domain.interval import Interval
from vastus.errors import MechanicsError
from vastus.mechanics.ends import over_ends
from vastus.mechanics.kernels import fitting
from vastus.mechanics.setup import check_positive

SCALE_SHARE = 0.05  # of one steady reading of a luggage scale; a working value
_LEVEL = Interval.exact(0.0)
_FEW = 3  # readings from which on their spread is told


@dataclass(frozen=True, slots=True)
class Friction:
    """A measured friction coefficient: the median of the readings with its band, and how many there were.

    The band is the wider of the scale's accuracy and the readings' spread.
    """

    mu: Interval
    readings: int
    spread: float | None
    notes: tuple[str, ...] = ()


def calibrate_by_scale(
    forces_n: Sequence[float],
    mass_kg: Interval,
    rope_rad: Interval = _LEVEL,
    *,
    share: float = SCALE_SHARE,
) -> Friction:
    """Friction from a scale in the rope: F cos phi / (m g − F sin phi); the plateau gives kinetic, the peak static.

    `rope_rad` is how steeply the rope rises. Band: scale accuracy (`share`), mass and rope angle at their ends, or
    twice the readings' standard deviation over the root of their number where that is wider.

    Raises:
        MechanicsError: no reading, one that is not above 0, or a rope that would lift the sled.

    >>> from math import radians
    >>> from vastus.units import STANDARD_GRAVITY
    >>> found = calibrate_by_scale([35 * STANDARD_GRAVITY], Interval.exact(100), Interval.exact(radians(20)))
    >>> round(found.mu.value, 3)
    0.374
    """
    check_positive("mass_kg", mass_kg, "the mass", "kg", "nothing weighs less than nothing")
    if not forces_n:
        raise MechanicsError("there is no reading", "give what the scale showed", field="pull")
    for each in forces_n:
        if not math.isfinite(each) or each <= 0:
            raise MechanicsError(
                f"a reading is above 0 N, not {each:g}", "a pull that moves a sled has a size", field="pull"
            )
    middle = statistics.median(forces_n)
    force = Interval.around(middle, share)
    lifting = over_ends(fitting.rope_load, force, mass_kg, rope_rad)
    if lifting.low <= 0 or not -math.pi / 2 < rope_rad.low <= rope_rad.high < math.pi / 2:
        raise MechanicsError("that pull would lift the sled", "pull with the rope more level", field="pull")
    mu = over_ends(fitting.scale_friction, force, mass_kg, rope_rad)
    if mu.low <= 0:
        raise MechanicsError("that pull gives no friction above 0", "check the angle of the rope", field="pull")
    return _with_spread(mu, [each / middle * mu.value for each in forces_n])


def calibrate_by_glide(speeds_m_s: Sequence[float], distances_m: Sequence[float]) -> Friction:
    """Kinetic friction from how far the sled glides after it is let go at a speed: v²/(2 g d).

    A rough method: 2 m/s at friction 0.33 glides 0.62 m only, and the speed counts twice.

    Raises:
        MechanicsError: the lists differ in length, are empty, or hold a number not above 0.
    """
    if len(speeds_m_s) != len(distances_m) or not speeds_m_s:
        raise MechanicsError("each glide has a speed and a distance", field="glide")
    if min(*speeds_m_s, *distances_m) <= 0 or not all(map(math.isfinite, (*speeds_m_s, *distances_m))):
        raise MechanicsError("speeds and distances of glides are above 0", field="glide")
    found = [float(fitting.glide_friction(v, d)) for v, d in zip(speeds_m_s, distances_m, strict=True)]
    note = "A glide is a rough method: its speed counts twice and its way is short."
    result = _with_spread(Interval.around(statistics.median(found), 0.2), found)
    return Friction(result.mu, result.readings, result.spread, (*result.notes, note))


def calibrate_by_tilt(angles_rad: Sequence[float]) -> Friction:
    """Static friction from the ramp's angle at which the sled slips: its tangent.

    Raises:
        MechanicsError: no angle, or one not between 0 and 90 degrees.
    """
    if not angles_rad or not all(0 < each < math.pi / 2 for each in angles_rad):
        raise MechanicsError("a ramp's angle is between 0° and 90°", field="tilt")
    found = [float(fitting.tilt_friction(each)) for each in angles_rad]
    return _with_spread(Interval.exact(statistics.median(found)), found)


def _with_spread(mu: Interval, found: Sequence[float]) -> Friction:
    if len(found) < _FEW:
        note = "Fewer than three readings say nothing about repeatability: take 3 to 5 and give them all."
        band = Interval(mu.value, min(mu.low, *found), max(mu.high, *found))
        return Friction(band, len(found), None, (note,))
    spread = statistics.stdev(found)
    error = fitting.student_t(len(found) - 1) * spread / math.sqrt(len(found))
    low, high = min(mu.low, mu.value - error), max(mu.high, mu.value + error)
    return Friction(Interval(mu.value, max(low, 0.0), high), len(found), spread)
