"""The answer to "what does this sled ask for?": force, tipping, grip, lean, work, each with its band."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum

import numpy as np

from vastus.domain.interval import Interval
from vastus.errors import MechanicsError
from vastus.mechanics.cautions import cautions
from vastus.mechanics.ends import at_ends
from vastus.mechanics.kernels import athlete, implements, sled
from vastus.mechanics.kernels.arrays import Array, Real
from vastus.mechanics.setup import SledSetup
from vastus.reference.surfaces import Constant, surfaces
from vastus.units import STANDARD_GRAVITY

_CALM, _WATCH, _NEAR_TIP, _TIP = 0.60, 2 / 3, 0.90, 1.0
_EDGES = np.array([2 / 3, 1.0])[:, None, None]  # shares of the length: the rear edge unloads, the sled tips
_ANGLE = 7  # where the push angle stands among the inputs of `_rows`
_NONE = Interval.exact(1.0)  # in place of what is absent
_MET_W_KG = 4184 / 3600  # W/kg; one MET is 1 kcal/(kg h)


class Nose(StrEnum):
    """How much the front edge carries, by the dig-in index; the limits are a working scale, 2/3 and 1 are statics."""

    CALM = "calm"  # below 0.60
    WATCH = "watch"  # to 2/3: the rear edge still carries
    NOSE_HEAVY = "nose_heavy"  # to 0.90: the rear edge is unloaded
    NEAR_TIP = "near_tip"  # to 1
    TIPS = "tips"  # turns about the front edge


def nose(dig_in_index: float) -> Nose:
    """The state of the nose at a dig-in index.

    >>> [nose(each).value for each in (0.5, 0.65, 0.7, 0.95, 1.0)]
    ['calm', 'watch', 'nose_heavy', 'near_tip', 'tips']
    """
    limits = ((_CALM, Nose.CALM), (_WATCH, Nose.WATCH), (_NEAR_TIP, Nose.NOSE_HEAVY), (_TIP, Nose.NEAR_TIP))
    return next((state for limit, state in limits if dig_in_index < limit), Nose.TIPS)


@dataclass(frozen=True, slots=True)
class SledAnswer:
    """What a set-up asks for; SI, bands from the ends of the inputs' ranges, None where an input is absent.

    Forces while moving use kinetic friction, those with `breakaway` static friction at rest. Heights are push heights:
    at `unloading_height_m` the rear edge of long skids carries nothing, at `tipping_height_m` the sled turns over its
    front edge; a negative one means already past it with a push at the floor. `dig_in_index` is center of pressure
    over contact length. `grip_share` is push over grip limit. `metabolic_w` is an estimate, external power over an
    efficiency of 0.20 to 0.25 plus walking.
    """

    setup: SledSetup
    force_n: Interval
    force_horizontal_n: Interval
    normal_n: Interval
    center_of_pressure_m: Interval
    dig_in_index: Interval
    unloading_height_m: Interval
    tipping_height_m: Interval
    breakaway_force_n: Interval
    breakaway_center_of_pressure_m: Interval
    breakaway_dig_in_index: Interval
    breakaway_unloading_height_m: Interval
    breakaway_tipping_height_m: Interval
    jam_angle_rad: Interval
    easiest_angle_rad: Interval
    grip_limit_n: Interval | None
    grip_share: Interval | None
    breakaway_grip_share: Interval | None
    heaviest_by_grip_kg: Interval | None
    force_per_body_weight: Interval | None
    lean_offset_m: Interval | None
    work_j: Interval | None
    power_w: Interval | None
    metabolic_w: Interval | None
    metabolic_met: Interval | None
    warnings: tuple[str, ...] = ()

    @property
    def nose(self) -> Nose:
        """The nose while moving."""
        return nose(self.dig_in_index.value)

    @property
    def breakaway_nose(self) -> Nose:
        """The nose at the moment when it starts."""
        return nose(self.breakaway_dig_in_index.value)

    def results(self) -> dict[str, Interval | None]:
        """Every result by name."""
        return {name: getattr(self, name) for name in _RESULTS}


_RESULTS = tuple(each.name for each in fields(SledAnswer) if each.name not in ("setup", "warnings"))


def sled_answer(setup: SledSetup) -> SledAnswer:
    """Everything that statics says about a set-up, with bands.

    Assumes a rigid sled, Coulomb friction, a straight line, left-right symmetry, a push at one point; the lean is that
    of level, steady pushing with the contact above the center of mass. Friction does not change with tilt here: whether
    a crowded front edge ploughs is unmeasured.

    Raises:
        MechanicsError: the push lifts the sled off the ground.

    >>> from vastus.mechanics.setup import sled_setup
    >>> answer = sled_answer(sled_setup(mass_kg=100, mu=0.33, height_m=0.9, athlete_kg=80))
    >>> round(answer.force_n.value), round(answer.dig_in_index.value, 3), answer.nose.value
    (324, 0.797, 'nose_heavy')
    """
    rows = _rows(setup)
    table = np.empty((len(rows), max(np.size(each) for each in rows.values())))
    for at, row in enumerate(rows.values()):
        table[at] = row
    values, lows, highs = table[:, 0].tolist(), table.min(axis=1).tolist(), table.max(axis=1).tolist()
    found = dict(zip(rows, map(Interval, values, lows, highs), strict=True))
    if found.pop("lightest").low <= 0:
        raise MechanicsError(
            "that pull lifts the sled off the ground: its upward part is more than the weight",
            "pull more level",
            field="angle_rad",
        )
    absent = dict.fromkeys(_RESULTS)
    return SledAnswer(setup=setup, warnings=cautions(setup, found), **(absent | found))  # type: ignore[arg-type]  # by name


def _rows(it: SledSetup) -> Mapping[str, Real]:
    """Every result at the values and at all ends, by name."""
    is_pitched = any(each.low or each.high for each in (it.slope_rad, it.accel_m_s2))
    has_athlete = it.athlete_kg is not None
    follows_length, follows_kinetic = it.facts.get("cog_m"), it.facts.get("mu_static")
    columns = at_ends(
        (
            it.mass_kg,
            it.mu,
            follows_kinetic.interval if follows_kinetic else it.mu_static,
            it.length_m,
            follows_length.interval if follows_length else it.cog_m,
            it.push_at_m,
            it.height_m,
            it.angle_rad,
            it.slope_rad,
            it.accel_m_s2,
            it.cog_height_m if is_pitched else _NONE,  # a band that does not matter costs twice the corners
            it.shoe_mu if has_athlete else _NONE,
            it.athlete_kg or _NONE,
            it.distance_m or _NONE,
            it.speed_m_s or _NONE,
            _fact(Constant.EFFICIENCY, "push") if has_athlete and it.speed_m_s else _NONE,
            _fact(Constant.WALKING_POWER, "per_kg"),
        )
    )
    if not it.angle_rad.is_exact:
        columns = _with_turning_points(columns, it.angle_rad)
    m, mu, mu_s, length, x_g, x_p, h, theta, beta, a, z_g, mu_f, m_b, distance, speed, efficiency, walking = columns
    if follows_kinetic:
        mu_s = mu_s * mu
    if follows_length:
        x_g = x_g * length
    # Both states in one pass: row 0 moving (kinetic friction, the given acceleration), row 1 at rest, about to start.
    friction, speeding = _pair(mu, mu_s), _pair(a, 0.0) if is_pitched else 0.0
    forces = sled.push_force(m, friction, theta, beta, speeding)
    normals = sled.normal_force(m, forces, theta, beta)
    geometry = (x_g, theta, x_p, z_g, beta, speeding)
    pressures = sled.center_of_pressure(m, forces, x_g, h, theta, x_p, z_g, beta, speeding)
    unloading, tipping = sled.height_for_pressure(_EDGES * length, m, forces, *geometry)
    indices = pressures / length
    force, horizontal = forces[0], forces[0] * np.cos(theta)
    rows: dict[str, Real] = {
        "force_n": force,
        "force_horizontal_n": horizontal,
        "normal_n": normals[0],
        "center_of_pressure_m": pressures[0],
        "dig_in_index": indices[0],
        "unloading_height_m": unloading[0],
        "tipping_height_m": tipping[0],
        "breakaway_force_n": forces[1],
        "breakaway_center_of_pressure_m": pressures[1],
        "breakaway_dig_in_index": indices[1],
        "breakaway_unloading_height_m": unloading[1],
        "breakaway_tipping_height_m": tipping[1],
        "jam_angle_rad": sled.jam_angle(mu),
        "easiest_angle_rad": sled.easiest_angle(mu),
        "lightest": normals.min(axis=0),
    }
    if has_athlete:
        limit = athlete.grip_limit(m_b, mu_f, theta, beta, a)
        rest_limit = athlete.grip_limit(m_b, mu_f, theta, beta) if is_pitched else limit
        rows |= {
            "grip_limit_n": limit,
            "heaviest_by_grip_kg": limit * m / force,
            "force_per_body_weight": force / (m_b * STANDARD_GRAVITY),
        }
        if np.min(limit) > 0 and np.min(rest_limit) > 0:
            rows |= {"grip_share": force / limit, "breakaway_grip_share": forces[1] / rest_limit}
        if athlete.foot_load(force, m_b, theta).min() > 0:
            rows["lean_offset_m"] = athlete.lean_offset(force, m_b, h, theta)
    if it.distance_m is not None:
        rows["work_j"] = implements.total_work(horizontal, distance)
    if it.speed_m_s is not None:
        rows["power_w"] = implements.total_power(horizontal, speed)
        if has_athlete:
            spent = implements.metabolic_power(rows["power_w"], m_b, efficiency, walking)
            rows |= {"metabolic_w": spent, "metabolic_met": spent / (_MET_W_KG * m_b)}
    return rows


def _pair(moving: Real, at_rest: Real) -> Array:
    """Two states as rows, shape (2, 1) or (2, corners)."""
    pair = np.empty((2, max(np.size(moving), np.size(at_rest))))
    pair[0], pair[1] = moving, at_rest
    return pair


def _fact(quantity: Constant, row: str) -> Interval:
    return surfaces().fact(quantity, row).interval


def _with_turning_points(columns: Sequence[Real], angle: Interval) -> list[Real]:
    """The corners, and again where force or grip is least in the angle: that may lie inside the angle's range."""
    mu, mu_f = columns[1], columns[11]
    blocks = [[*columns] for _ in range(3)]
    for block, turning in zip(blocks[1:], (-np.arctan(mu), np.arctan(mu_f)), strict=True):
        block[_ANGLE] = np.clip(turning, angle.low, angle.high) + np.zeros(np.size(columns[_ANGLE]))
    return [
        np.concatenate([np.atleast_1d(block[at]) for block in blocks]) if np.size(column) > 1 else column
        for at, column in enumerate(columns)
    ]
