"""The load-velocity profile of sled work: a line through timed runs, and the load for a velocity loss."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from vastus.domain.interval import Interval
from vastus.errors import MechanicsError
from vastus.mechanics.kernels import fitting
from vastus.units import STANDARD_GRAVITY

_TWO, _THREE = 2, 3
_GOOD_R = 0.95  # |r| of pushed and pulled sleds in Cahill 2019 and 2020 was above it


@dataclass(frozen=True, slots=True)
class Run:
    """One maximal run: total mass in kg, mean speed in m/s."""

    mass_kg: float
    speed_m_s: float


@dataclass(frozen=True, slots=True)
class LoadVelocityProfile:
    """v = v0 (1 − m/m0): `v0_m_s` the speed without load, `m0_kg` the load at which it reaches 0, with 95 % bands.

    A band is None where the runs do not determine one (two runs, or a slope that may be 0). `r` is the correlation.
    With friction, `f0_n` is the force at speed 0 and `peak_power_w` the largest power, at half of v0 and half of m0.
    """

    v0_m_s: float
    v0_band: Interval | None
    m0_kg: float
    m0_band: Interval | None
    slope_m_s_per_kg: float
    r: float
    residual_m_s: float
    runs: tuple[Run, ...]
    f0_n: Interval | None
    peak_power_w: Interval | None
    notes: tuple[str, ...]
    line: fitting.Line

    def load_for_loss(self, loss: float) -> Interval:
        """Total mass with a velocity loss (0 to 1), kg: loss times m0.

        Raises:
            MechanicsError: the loss is not between 0 and 1.
        """
        if not 0 < loss < 1:
            raise MechanicsError(f"a velocity loss is between 0 and 1, not {loss:g}", "50% is 0.5", field="loss")
        band = self.m0_band or Interval.exact(self.m0_kg)
        return Interval(loss * self.m0_kg, loss * band.low, loss * band.high)

    def speed_at(self, mass_kg: float) -> Interval:
        """Speed of the line at a mass, m/s, with the 95 % band of the line; exact where there is none."""
        speed = self.v0_m_s + self.slope_m_s_per_kg * mass_kg
        if not self.line.freedom:
            return Interval.exact(speed)
        spread = fitting.student_t(self.line.freedom) * fitting.line_error(self.line, mass_kg)
        return Interval(speed, speed - spread, speed + spread)


@dataclass(frozen=True, slots=True)
class FrictionRatio:
    """Friction of surface B over that of A, never absolute. The band is None where the runs do not give one."""

    ratio: float
    band: Interval | None
    notes: tuple[str, ...]


def friction_ratio(a: LoadVelocityProfile, b: LoadVelocityProfile) -> FrictionRatio:
    """Friction of B over A from one athlete's maximal runs on both: the ratio of the lines' slopes.

    v = v0 − v0 mu g m / F0, so with the same v0 and F0 the slopes are as the frictions. Band: 95 % of both slopes, as
    the root of squares of their relative ranges. Assumes the same athlete, effort and rest; contradicted in part by
    Linthorne & Cooper (2013), whose slopes of sprint time over sled weight did not follow friction on four surfaces.

    >>> on = [load_velocity_profile([Run(40, 4 - 40 * s), Run(100, 4 - 100 * s)]) for s in (0.02, 0.03)]
    >>> round(friction_ratio(*on).ratio, 3)
    1.5
    """
    ratio = b.slope_m_s_per_kg / a.slope_m_s_per_kg
    notes = [
        "Slopes gave this, from one athlete at full effort; on four measured surfaces they did not follow friction."
    ]
    if not (a.line.freedom and b.line.freedom):
        notes.append("Two runs on a surface say nothing about how sure it is: add a third load.")
        return FrictionRatio(ratio, None, tuple(notes))
    share = math.hypot(*(_slope_share(each) for each in (a, b)))
    if share >= 1:
        notes.append("The runs scatter too much to bound the ratio.")
        return FrictionRatio(ratio, None, tuple(notes))
    return FrictionRatio(ratio, Interval.around(ratio, share), tuple(notes))


def _slope_share(profile: LoadVelocityProfile) -> float:
    error = fitting.student_t(profile.line.freedom) * profile.line.residual * math.sqrt(profile.line.c11)
    return error / abs(profile.slope_m_s_per_kg)


def load_velocity_profile(runs: Sequence[Run], mu: Interval | None = None) -> LoadVelocityProfile:
    """The least-squares line through maximal runs of one athlete on one surface, at two loads or more.

    Bands are 95 %: Student's t for v0, Fieller's interval for m0 and so for every load of a loss. Assumes maximal
    effort, rest between runs and a straight line, as measured for forward sprints (never for backward work).

    Raises:
        MechanicsError: fewer than two different loads, a number not above 0, or speed that does not fall with load.

    >>> found = load_velocity_profile([Run(0, 4.0), Run(50, 3.0), Run(100, 2.0)])
    >>> found.v0_m_s, found.m0_kg, round(found.r, 3), found.load_for_loss(0.5).value
    (4.0, 200.0, -1.0, 100.0)
    """
    for each in runs:
        if not (
            math.isfinite(each.mass_kg) and each.mass_kg >= 0 and math.isfinite(each.speed_m_s) and each.speed_m_s > 0
        ):
            raise MechanicsError(
                f"a run has a mass from 0 kg and a speed above 0 m/s, not {each.mass_kg:g} and {each.speed_m_s:g}",
                field="runs",
            )
    if len({each.mass_kg for each in runs}) < _TWO:
        raise MechanicsError(
            "a profile needs runs at two different loads at least",
            "three loads or more also tell how sure it is",
            field="runs",
        )
    fit = fitting.line([each.mass_kg for each in runs], [each.speed_m_s for each in runs])
    if fit.slope >= 0:
        raise MechanicsError(
            "the runs do not get slower with load, so they give no profile",
            "were all of them maximal, with rest between?",
            field="runs",
        )
    v0, m0 = fit.intercept, -fit.intercept / fit.slope
    notes: list[str] = []
    v0_band = m0_band = None
    if fit.freedom:
        t = fitting.student_t(fit.freedom)
        error = t * fitting.line_error(fit, 0.0)
        v0_band = Interval(v0, v0 - error, v0 + error)
        crossing = fitting.crossing_band(fit, t)
        if crossing is None:
            notes.append("The runs scatter too much to bound the load at which speed reaches 0.")
        else:
            m0_band = Interval(m0, min(crossing[0], m0), max(crossing[1], m0))
    else:
        notes.append("Two runs give a line and say nothing about how sure it is: add a third load.")
    if fit.freedom and -fit.r < _GOOD_R:
        notes.append(f"r is {fit.r:.2f}; measured sled profiles reach {_GOOD_R} or better: check effort and rest.")
    notes.append("The line is known from forward sprints; nobody has measured it for backward work.")
    force = power = None
    if mu is not None:
        band = m0_band or Interval.exact(m0)
        force = Interval(
            mu.value * m0 * STANDARD_GRAVITY,
            mu.low * band.low * STANDARD_GRAVITY,
            mu.high * band.high * STANDARD_GRAVITY,
        )
        speed = v0_band or Interval.exact(v0)
        power = Interval(force.value * v0 / 4, force.low * max(speed.low, 0.0) / 4, force.high * speed.high / 4)
    return LoadVelocityProfile(
        v0, v0_band, m0, m0_band, fit.slope, fit.r, fit.residual, tuple(runs), force, power, tuple(notes), fit
    )
