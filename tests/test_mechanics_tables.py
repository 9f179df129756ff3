"""Published and derived numbers of sled work, reproduced. Sections are those of the facts sheet on sled mechanics.

Derived numbers are arithmetic from first principles with g = 9.80665 m/s², rounded as in the sheet; published ones
name their paper.
"""

import math

import pytest

from vastus.domain.interval import Interval
from vastus.mechanics.athlete import grip_limit, harness_force, heaviest_sled, lean_force, lean_offset
from vastus.mechanics.calibrate import calibrate_by_scale, calibrate_by_tilt
from vastus.mechanics.equal import equal_car, equal_load, equal_plate, equal_push_for_pull
from vastus.mechanics.implements import (
    car_force,
    carry_force,
    climb_power,
    metabolic_power,
    plate_as_sled,
    plate_force,
    run_work,
)
from vastus.mechanics.kernels import athlete, fitting, implements, sled
from vastus.mechanics.profile import Run, load_velocity_profile
from vastus.mechanics.setup import sled_setup
from vastus.mechanics.sled import SledAnswer, sled_answer
from vastus.reference.surfaces import Constant, surfaces
from vastus.units import STANDARD_GRAVITY, radians

exact = Interval.exact


def fact(quantity: Constant, row: str) -> Interval:
    return surfaces().fact(quantity, row).interval


# Section 1: friction


@pytest.mark.parametrize(
    ("mass_kg", "static", "kinetic"), [(44.8, 0.47, 0.35), (90.0, 0.42, 0.33), (136.2, 0.39, 0.31)]
)
def test_the_line_through_measured_friction_meets_every_measured_load(
    mass_kg: float, static: float, kinetic: float
) -> None:
    """Andre et al. 2013, J Strength Cond Res: three loads on one sled."""
    per_kg = fact(Constant.FRICTION_PER_KG, "sled").value
    assert float(sled.friction_at_load(0.370, per_kg, 0.0, mass_kg)) == pytest.approx(kinetic, abs=0.003)
    ratio = fact(Constant.STATIC_RATIO, "sled")
    assert ratio.low == pytest.approx(0.39 / 0.31, abs=0.005)
    assert ratio.high == pytest.approx(0.47 / 0.35, abs=0.005)
    assert ratio.low - 0.005 <= static / kinetic <= ratio.high + 0.005


@pytest.mark.parametrize(
    ("surface", "value", "low", "high"),
    [
        ("turf_low", 0.25, 0.20, 0.35),
        ("turf_gym", 0.35, 0.25, 0.50),
        ("track_synthetic", 0.45, 0.40, 0.58),
        ("grass", 0.45, 0.30, 0.60),
        ("rubber_floor", 0.60, 0.40, 0.90),
        ("concrete", 0.50, 0.30, 0.70),
    ],
)
def test_a_surface_has_the_default_and_range_of_the_table(surface: str, value: float, low: float, high: float) -> None:
    assert fact(Constant.KINETIC_FRICTION, surface) == Interval(value, low, high)


@pytest.mark.parametrize(("per_kg", "percent", "friction"), [(3.37, 78, 0.44), (3.62, 82, 0.45)])
def test_friction_at_the_power_optimal_load(per_kg: float, percent: float, friction: float) -> None:
    """Cross et al. 2017, IJSPP: force per body mass at an optimal load in percent of body mass."""
    assert per_kg / (percent / 100 * STANDARD_GRAVITY) == pytest.approx(friction, abs=0.005)


# Section 3.2: the jam limit; 3.7: forces, angles, heights


def test_the_jam_limit_at_friction_035_is_707_degrees() -> None:
    assert math.degrees(float(sled.jam_angle(0.35))) == pytest.approx(70.7, abs=0.05)


FORCES = {
    60: (124, 194, 253, 265, 341),
    100: (206, 324, 422, 441, 569),
    140: (288, 453, 590, 618, 796),
    180: (371, 583, 759, 794, 1024),
}


@pytest.mark.parametrize(
    ("mass", "mu", "force"),
    [
        (mass, mu, force)
        for mass, row in FORCES.items()
        for mu, force in zip((0.21, 0.33, 0.43, 0.45, 0.58), row, strict=True)
    ],
)
def test_a_steady_horizontal_push_is_that_of_the_table(mass: float, mu: float, force: float) -> None:
    assert sled_answer(sled_setup(mass_kg=mass, mu=mu)).force_n.value == pytest.approx(force, abs=0.5)


@pytest.mark.parametrize(
    ("angle", "force"),
    [(-15, 307.8), (-10, 310.5), (0, 323.6), (10, 348.9), (15, 367.5), (20, 391.4), (30, 461.6)],
)
def test_a_push_at_an_angle_is_that_of_the_table(angle: float, force: float) -> None:
    answer = sled_answer(sled_setup(mass_kg=100, mu=0.33, angle_rad=radians(angle)))
    assert answer.force_n.value == pytest.approx(force, abs=0.05)


@pytest.mark.parametrize(("angle", "more"), [(15, 0.14), (20, 0.21)])
def test_reclining_costs_force(angle: float, more: float) -> None:
    """Section 3.6: +14 % at 15 degrees, +21 % at 20 degrees, friction 0.33."""
    level, down = (sled_answer(sled_setup(mass_kg=100, mu=0.33, angle_rad=radians(each))) for each in (0, angle))
    assert down.force_n.value / level.force_n.value - 1 == pytest.approx(more, abs=0.005)


HEIGHTS = [
    # mu, x_g, unloads, tips, tips +15, tips -15, x_n at 1.2, 0.9, 0.3
    (0.33, 0.50, 0.51, 1.52, 1.65, 1.38, 0.896, 0.797, 0.599),
    (0.43, 0.50, 0.39, 1.16, 1.30, 1.03, 1.016, 0.887, 0.629),
    (0.58, 0.50, 0.29, 0.86, 1.00, 0.73, 1.196, 1.022, 0.674),
    (0.33, 0.35, 0.96, 1.97, 2.06, 1.88, 0.746, 0.647, 0.449),
    (0.43, 0.35, 0.74, 1.51, 1.61, 1.42, 0.866, 0.737, 0.479),
    (0.58, 0.35, 0.55, 1.12, 1.21, 1.03, 1.046, 0.872, 0.524),
]


@pytest.mark.parametrize("row", HEIGHTS, ids=lambda row: f"mu {row[0]} cog {row[1]}")
def test_thresholds_and_pressures_are_those_of_the_table(row: tuple[float, ...]) -> None:
    mu, cog, unloads, tips, tips_down, tips_up, high, middle, low = row

    def answer(height: float = 0.9, angle: float = 0) -> SledAnswer:
        return sled_answer(
            sled_setup(mass_kg=100, mu=mu, length_m=1.0, cog_m=cog, height_m=height, angle_rad=radians(angle))
        )

    assert answer().unloading_height_m.value == pytest.approx(unloads, abs=0.0051)
    assert answer().tipping_height_m.value == pytest.approx(tips, abs=0.0051)
    assert answer(angle=15).tipping_height_m.value == pytest.approx(tips_down, abs=0.0051)
    assert answer(angle=-15).tipping_height_m.value == pytest.approx(tips_up, abs=0.0051)
    for height, pressure in ((1.2, high), (0.9, middle), (0.3, low)):
        assert answer(height).center_of_pressure_m.value == pytest.approx(pressure, abs=0.0006)


def test_a_mid_loaded_sled_tips_at_breakaway_when_pushed_at_the_shoulder_blades() -> None:
    """Section 3.7: 1.2 m high, static friction 0.43."""
    answer = sled_answer(sled_setup(mass_kg=100, mu=0.33, mu_static=0.43, height_m=1.2))
    assert answer.breakaway_nose == "tips"
    assert answer.nose == "nose_heavy"


def test_plates_on_the_pushed_side_raise_the_tipping_height() -> None:
    """Section 3.6: center of mass from 0.5 to 0.35 m at friction 0.33 raises it by 0.45 m."""
    middle, back = (sled_answer(sled_setup(mass_kg=100, mu=0.33, cog_m=each)) for each in (0.5, 0.35))
    assert back.tipping_height_m.value - middle.tipping_height_m.value == pytest.approx(0.45, abs=0.005)


def test_the_ploughing_model_has_its_test_value_and_runs_away_where_it_says() -> None:
    """Section 3.5, a model that nobody has measured."""
    share, friction = sled.ploughing(0.43, 0.2, 1.0, 0.5, 0.9)
    assert float(share) == pytest.approx(0.935, abs=0.0005)
    assert float(friction) == pytest.approx(0.484, abs=0.0005)
    assert math.isinf(float(sled.ploughing(0.43, 1.2, 1.0, 0.5, 0.9)[0]))
    assert float(sled.ploughing(0.43, 0.0, 1.0, 0.5, 0.9)[1]) == 0.43


@pytest.mark.parametrize(("x_n", "ratio"), [(0.5, 1.0), (2 / 3, 2.0), (0.9, 2 / 0.3), (1 / 3, 0.0), (0.2, 0.0)])
def test_the_front_edge_carries_what_linear_pressure_says(x_n: float, ratio: float) -> None:
    """Section 3.4: twice the mean where the rear edge unloads."""
    assert float(sled.edge_pressure(x_n, 1.0)) == pytest.approx(ratio, abs=1e-9)


def test_the_front_edge_carries_everything_when_it_tips() -> None:
    assert math.isinf(float(sled.edge_pressure(1.0, 1.0)))


# Section 4: harness


def test_the_least_pull_is_at_the_friction_angle() -> None:
    assert math.degrees(float(-sled.easiest_angle(0.33))) == pytest.approx(18.3, abs=0.05)
    assert float(sled.least_force(100, 0.33)) == pytest.approx(307.3, abs=0.05)
    best = harness_force(exact(100), exact(0.33), exact(math.atan(0.33)))
    assert best.value == pytest.approx(307.3, abs=0.05)
    assert best.value / harness_force(exact(100), exact(0.33)).value == pytest.approx(0.95, abs=0.005)


def test_an_upward_rope_in_front_lightens_the_nose() -> None:
    level, up = (
        sled_answer(sled_setup(mass_kg=100, mu=0.33, push_at_m=1.0, height_m=0.2, angle_rad=radians(each)))
        for each in (0, -15)
    )
    assert up.dig_in_index.value < level.dig_in_index.value
    phi = radians(15)  # x_n = x_g + mu h + mu tan(phi) (x_g - x_p)
    assert up.center_of_pressure_m.value == pytest.approx(0.5 + 0.33 * 0.2 + 0.33 * math.tan(phi) * (0.5 - 1.0))


def test_a_push_is_six_to_eight_tenths_of_a_pull_at_equal_velocity_loss() -> None:
    """Cahill et al. 2019, 2020: 45-85 against 71-107 % of body mass for half the speed, in boys."""
    found = equal_push_for_pull(exact(100))
    assert (found.total_kg.low, found.total_kg.high) == pytest.approx((60, 80))
    assert found.total_kg.low / 100 <= 45 / 71 <= 85 / 107 <= found.total_kg.high / 100


# Section 5: car, plate, surfaces


@pytest.mark.parametrize(("resistance", "force"), [(0.010, 147), (0.015, 221), (0.02, 294), (0.04, 588)])
def test_a_car_of_1500_kg_rolls_with_the_force_of_the_list(resistance: float, force: float) -> None:
    assert car_force(exact(1500), exact(resistance)).rolling_n.value == pytest.approx(force, abs=0.5)


def test_a_grade_of_one_percent_adds_147_n_to_a_car() -> None:
    level, uphill = (car_force(exact(1500), exact(0.015), exact(each)) for each in (0.0, math.atan(0.01)))
    assert uphill.rolling_n.value - level.rolling_n.value == pytest.approx(147, abs=0.5)


def test_speeding_a_car_up_by_a_tenth_adds_about_156_n() -> None:
    pushed = car_force(exact(1500), exact(0.015), accel_m_s2=exact(0.1))
    assert pushed.accelerating_n.value == pytest.approx(156, abs=0.5)
    assert pushed.total_n.value == pytest.approx(221 + 156, abs=1)


def test_a_car_on_flat_asphalt_equals_a_sled_of_45_to_91_kg() -> None:
    found = [
        equal_car(sled_setup(mass_kg=100, mu=0.33), exact(1500), exact(each)).sled_kg.value for each in (0.010, 0.02)
    ]
    assert found == pytest.approx([45, 91], abs=0.5)


def test_rolling_resistance_of_tires_depends_on_pressure_and_speed() -> None:
    """Engineering Toolbox: 0.005 + (0.01 + 0.0095 (v/100)²)/p."""
    assert float(implements.rolling_coefficient(2.5, 100 / 3.6)) == pytest.approx(0.005 + (0.01 + 0.0095) / 2.5)
    assert float(implements.rolling_coefficient(2.0, 0.0)) == pytest.approx(0.010)


def test_leaning_on_a_plate_of_20_kg_drags_like_30_to_45_kg() -> None:
    found = plate_as_sled(exact(20), fact(Constant.HAND_FORCE, "plate"))
    assert 30 <= found.low < found.high <= 46


def test_a_plate_drags_with_friction_times_weight_and_hands() -> None:
    """Section 5: F = mu (W_plate + V), 20 kg, 200 N, 0.35."""
    assert plate_force(exact(20), exact(0.35), exact(200)).value == pytest.approx(0.35 * (20 * STANDARD_GRAVITY + 200))


def test_a_plate_pressed_down_equals_the_sled_it_is_computed_from() -> None:
    """F = mu (W_plate + V), solved for the plate: 100 kg at 0.33 on 0.33 with 100 N of hands."""
    found = equal_plate(sled_setup(mass_kg=100, mu=0.33), exact(0.33), exact(100))
    assert found.total_kg.value == pytest.approx(100 - 100 / STANDARD_GRAVITY)
    assert found.ratio.value == pytest.approx(found.total_kg.value / 100)  # of plate, not of plate and hands


def test_60_kg_of_plates_become_333_on_a_rougher_surface() -> None:
    found = equal_load(sled_setup(mass_kg=100, mu=0.33), sled_setup(mass_kg=100, mu=0.45), empty_b_kg=40)
    assert found.plates_kg is not None
    assert found.plates_kg.value == pytest.approx(33.3, abs=0.05)
    assert found.is_possible


def test_ten_percent_on_each_friction_make_fourteen_on_the_load() -> None:
    a, b = (sled_setup(mass_kg=100, mu=Interval.around(each, 0.1)) for each in (0.33, 0.45))
    found = equal_load(a, b).total_kg
    assert found.high / found.value - 1 == pytest.approx(0.1414, abs=0.0001)
    assert 1 - found.low / found.value == pytest.approx(0.1414, abs=0.0001)


def test_an_empty_sled_that_is_already_heavier_is_told() -> None:
    found = equal_load(sled_setup(mass_kg=50, mu=0.25), sled_setup(mass_kg=50, mu=0.6), empty_b_kg=40)
    assert not found.is_possible
    assert "already" in found.notes[0]


def test_equal_load_on_slope_and_angle_uses_each_side_s_own_factor() -> None:
    a = sled_setup(mass_kg=100, mu=0.33, angle_rad=radians(15))
    b = sled_setup(mass_kg=100, mu=0.33, slope_rad=radians(5))
    factor_a = 0.33 / (math.cos(radians(15)) - 0.33 * math.sin(radians(15)))
    factor_b = 0.33 * math.cos(radians(5)) + math.sin(radians(5))
    assert equal_load(a, b).total_kg.value == pytest.approx(100 * factor_a / factor_b)


def test_a_load_with_falling_friction_solves_the_equation() -> None:
    """Section 5: mu_B(m) m = constant."""
    found = float(sled.mass_for_resistance(300.0, 0.33, -0.00044, 90.0))
    friction = float(sled.friction_at_load(0.33, -0.00044, 90.0, found))
    assert friction * found * STANDARD_GRAVITY == pytest.approx(300.0)
    assert math.isnan(float(sled.mass_for_resistance(1e6, 0.33, -0.00044, 90.0)))


# Section 6: measuring friction


def test_a_luggage_scale_gives_friction_with_the_rope_s_angle() -> None:
    level = calibrate_by_scale([35 * STANDARD_GRAVITY], exact(100))
    steep = calibrate_by_scale([35 * STANDARD_GRAVITY], exact(100), exact(radians(20)))
    assert level.mu.value == pytest.approx(0.350)
    assert steep.mu.value == pytest.approx(0.374, abs=0.0005)


def test_a_glide_at_two_meters_a_second_is_short() -> None:
    assert float(fitting.glide_friction(2.0, 0.62)) == pytest.approx(0.33, abs=0.005)


def test_a_ramp_gives_the_tangent() -> None:
    assert calibrate_by_tilt([math.atan(0.43)]).mu.value == pytest.approx(0.43)


def test_a_scale_of_50_kg_measures_sleds_up_to_151_kg() -> None:
    assert pytest.approx(151, abs=1) == 50 / 0.33
    assert float(fitting.scale_friction(50 * STANDARD_GRAVITY, 151.5)) == pytest.approx(0.33, abs=0.001)


# Section 7: load and velocity, work, energy


def test_two_loads_give_the_line_of_the_model() -> None:
    """v = v0 (1 - m/m0) with v0 4 m/s, m0 200 kg; loss is m/m0."""
    found = load_velocity_profile([Run(40, 3.2), Run(100, 2.0)])
    assert (found.v0_m_s, found.m0_kg) == pytest.approx((4.0, 200.0))
    assert found.load_for_loss(0.25).value == pytest.approx(50)
    assert found.speed_at(found.load_for_loss(0.5).value).value == pytest.approx(2.0)


def test_peak_power_is_at_half_of_both_ends() -> None:
    """P_max = F0 v0 / 4."""
    found = load_velocity_profile([Run(40, 3.2), Run(100, 2.0)], exact(0.33))
    assert found.f0_n is not None
    assert found.peak_power_w is not None
    half = 0.33 * 100 * STANDARD_GRAVITY * 2.0
    assert found.f0_n.value == pytest.approx(0.33 * 200 * STANDARD_GRAVITY)
    assert found.peak_power_w.value == pytest.approx(half)


@pytest.mark.parametrize(("per_kg", "speed", "power"), [(3.37, 4.19, 14.1), (3.62, 4.90, 17.7)])
def test_peak_power_of_sled_sprints(per_kg: float, speed: float, power: float) -> None:
    """Cross et al. 2017: force and speed at the optimal load."""
    assert float(implements.total_power(per_kg, speed)) == pytest.approx(power, abs=0.05)


def test_work_and_power_of_20_meters() -> None:
    answer = sled_answer(sled_setup(mass_kg=100, mu=0.33, distance_m=20, speed_m_s=1))
    assert answer.work_j is not None
    assert answer.power_w is not None
    assert answer.work_j.value == pytest.approx(6472, abs=0.5)
    assert answer.power_w.value == pytest.approx(324, abs=0.5)


def test_a_push_of_250_w_costs_about_1240_w() -> None:
    """80 kg, efficiency 0.25, the upper end of its range: the lower end of the cost; about 13 MET."""
    found = metabolic_power(exact(250), exact(80))
    assert found.low == pytest.approx(1240)
    assert found.high == pytest.approx(240 + 250 / 0.20)
    assert pytest.approx(13, abs=0.5) == 1240 / (80 * 4184 / 3600)


# Section 8: the athlete

GRIP = [(0.4, 314, 293, 364, 97), (0.6, 471, 420, 581, 145), (0.8, 628, 535, 827, 194), (1.0, 785, 641, 1109, 242)]


@pytest.mark.parametrize(("shoe", "level", "down", "up", "most"), GRIP)
def test_grip_of_80_kg_is_that_of_the_table(shoe: float, level: float, down: float, up: float, most: float) -> None:
    for angle, force in ((0, level), (15, down), (-15, up)):
        assert grip_limit(exact(80), exact(shoe), exact(radians(angle))).value == pytest.approx(force, abs=0.6)
    assert heaviest_sled(exact(80), exact(shoe), exact(0.33)).value == pytest.approx(most, abs=0.5)


LEAN = [(10, 0.18, 0.14), (20, 0.36, 0.29), (30, 0.58, 0.46), (40, 0.84, 0.66), (45, 1.00, 0.79)]


@pytest.mark.parametrize(("phi", "equal", "back"), LEAN)
def test_lean_holds_the_share_of_the_table(phi: float, equal: float, back: float) -> None:
    weight = 80 * STANDARD_GRAVITY
    same = lean_force(exact(80), exact(radians(phi)), exact(0.95), exact(0.95))
    higher = lean_force(exact(80), exact(radians(phi)), exact(0.95), exact(1.2))
    assert same.value / weight == pytest.approx(equal, abs=0.0051)
    assert higher.value / weight == pytest.approx(back, abs=0.0051)


def test_an_upright_back_push_needs_the_feet_half_a_meter_in_front() -> None:
    found = lean_offset(exact(324), exact(80), exact(1.2))
    assert found.value == pytest.approx(0.50, abs=0.005)
    assert float(athlete.lean_force(80, found.value, 1.2)) == pytest.approx(324)


def test_the_general_offset_inverts_the_general_force() -> None:
    offset = athlete.lean_offset(300.0, 80, 1.1, radians(10), 0.2)
    assert float(athlete.lean_force(80, offset, 1.1, radians(10), 0.2)) == pytest.approx(300.0)


# Carries and stairs: weights and heights


def test_a_carried_load_stands_on_the_feet() -> None:
    assert carry_force(exact(80), exact(40)).value == pytest.approx(120 * STANDARD_GRAVITY)


def test_stairs_lift_body_and_load() -> None:
    """100 kg up 30 degrees at 0.5 m/s along the way: 0.25 m a second, 245 W."""
    found = climb_power(exact(80), Interval(20, 15, 25), exact(radians(30)), exact(0.5))
    assert found.value == pytest.approx(245, abs=0.5)
    assert (found.low, found.high) == pytest.approx((0.95 * found.value, 1.05 * found.value))


def test_a_car_goes_on_by_itself_where_a_sled_stops() -> None:
    """1 m/s at 0.015: m_eff v²/2 = c m g s, so s = 1.04/(2 g 0.015) = 3.5 m; a sled at 0.33 stops in 0.15 m."""
    pushed = car_force(exact(1500), exact(0.015), speed_m_s=exact(1.0))
    assert pushed.stopping_distance_m is not None
    assert pushed.stopping_distance_m.value == pytest.approx(3.5, abs=0.05)
    assert float(fitting.glide_friction(1.0, 0.1545)) == pytest.approx(0.33, abs=0.001)


def test_the_work_of_a_run_is_force_times_way() -> None:
    assert run_work(Interval(300, 280, 320), exact(20)) == Interval(6000, 5600, 6400)
