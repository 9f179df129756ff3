"""Laws of the statics: monotonic, scale, symmetry, balance, limits, and what bands promise."""

import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from vastus.domain.interval import Interval
from vastus.errors import MechanicsError
from vastus.mechanics.ends import over_ends
from vastus.mechanics.equal import equal_load
from vastus.mechanics.kernels import sled
from vastus.mechanics.setup import SledSetup, sled_setup
from vastus.mechanics.sled import SledAnswer, sled_answer
from vastus.units import STANDARD_GRAVITY, radians

masses = st.floats(20, 300)
frictions = st.floats(0.1, 0.9)
angles = st.floats(-30, 30).map(radians)
slopes = st.floats(0, 15).map(radians)
heights = st.floats(0.05, 1.5)
accels = st.floats(0, 1.5)


@st.composite
def setups(draw: st.DrawFn) -> SledSetup:
    length = draw(st.floats(0.5, 2))
    return sled_setup(
        mass_kg=draw(masses),
        mu=draw(frictions),
        length_m=length,
        cog_m=length * draw(st.floats(0.2, 0.8)),
        cog_height_m=draw(st.floats(0.05, 0.6)),
        push_at_m=draw(st.floats(-0.2, 2)),
        height_m=draw(heights),
        angle_rad=draw(angles),
        slope_rad=draw(slopes),
        accel_m_s2=draw(accels),
        athlete_kg=draw(st.floats(45, 130)),
        distance_m=draw(st.floats(1, 100)),
        speed_m_s=draw(st.floats(0.5, 2)),
    )


@settings(deadline=None)  # the machine may be busy
@given(setups())
def test_forces_and_moments_balance(setup: SledSetup) -> None:
    """Newton along and across the slope, and the moments about the rear edge, from the answer's own numbers."""
    answer = sled_answer(setup)
    m, mu, theta, beta = (each.value for each in (setup.mass_kg, setup.mu, setup.angle_rad, setup.slope_rad))
    weight, force, normal = m * STANDARD_GRAVITY, answer.force_n.value, answer.normal_n.value
    along = force * math.cos(theta) - mu * normal - weight * math.sin(beta)
    assert along == pytest.approx(m * setup.accel_m_s2.value, abs=1e-6 * weight)
    assert normal == pytest.approx(weight * math.cos(beta) + force * math.sin(theta))
    nose_down = (
        force * math.cos(theta) * setup.height_m.value
        + force * math.sin(theta) * setup.push_at_m.value
        + weight * math.cos(beta) * setup.cog_m.value
        - (m * setup.accel_m_s2.value + weight * math.sin(beta)) * setup.cog_height_m.value
    )
    assert nose_down == pytest.approx(normal * answer.center_of_pressure_m.value, abs=1e-6 * weight)


@settings(deadline=None)  # the machine may be busy
@given(setups())
def test_a_push_at_the_tipping_height_puts_the_pressure_on_the_front_edge(setup: SledSetup) -> None:
    tipping = sled_answer(setup).tipping_height_m.value
    assume(0 <= tipping <= 2.5)
    at = sled_answer(replace(setup, height_m=Interval.exact(tipping)))
    assert at.dig_in_index.value == pytest.approx(1.0)
    unloading = sled_answer(setup).unloading_height_m.value
    if 0 <= unloading <= 2.5:
        there = sled_answer(replace(setup, height_m=Interval.exact(unloading)))
        assert there.dig_in_index.value == pytest.approx(2 / 3)


@settings(deadline=None)  # the machine may be busy
@given(setups(), st.floats(1.05, 3))
def test_mass_scales_forces_and_cancels_in_the_tilt(setup: SledSetup, times: float) -> None:
    heavy = replace(setup, mass_kg=Interval.exact(setup.mass_kg.value * times))
    light, heavier = sled_answer(setup), sled_answer(heavy)
    assert heavier.force_n.value == pytest.approx(times * light.force_n.value)
    assert heavier.center_of_pressure_m.value == pytest.approx(light.center_of_pressure_m.value)
    assert heavier.tipping_height_m.value == pytest.approx(light.tipping_height_m.value)


@settings(deadline=None)  # the machine may be busy
@given(setups(), st.floats(1.01, 1.5))
def test_more_friction_slope_or_acceleration_is_never_easier(setup: SledSetup, times: float) -> None:
    force = sled_answer(setup).force_n.value
    rough = replace(
        setup, mu=Interval.exact(setup.mu.value * times), mu_static=Interval.exact(setup.mu_static.value * times)
    )
    static = rough.facts["mu_static"].interval.high * rough.mu.value
    assume(rough.angle_rad.value < sled.jam_angle(static))  # `sled_setup` refuses what jams; `replace` does not ask it
    assert sled_answer(rough).force_n.value > force
    assert sled_answer(replace(setup, slope_rad=Interval.exact(setup.slope_rad.value + 0.02))).force_n.value > force
    assert sled_answer(replace(setup, accel_m_s2=Interval.exact(setup.accel_m_s2.value + 0.1))).force_n.value > force


@settings(deadline=None)  # the machine may be busy
@given(setups(), st.floats(0.05, 0.5))
def test_a_higher_push_moves_the_pressure_forward_and_leans_the_athlete_more(setup: SledSetup, more: float) -> None:
    low, high = sled_answer(setup), sled_answer(replace(setup, height_m=Interval.exact(setup.height_m.value + more)))
    assert high.center_of_pressure_m.value > low.center_of_pressure_m.value
    if low.lean_offset_m is not None:
        assert high.lean_offset_m is not None
        assert high.lean_offset_m.value > low.lean_offset_m.value


@settings(deadline=None)  # the machine may be busy
@given(masses, frictions, st.floats(0.5, 2), heights, st.floats(-30, 30).map(radians))
def test_steady_and_level_the_closed_form_holds(m: float, mu: float, length: float, h: float, theta: float) -> None:
    """x_n = x_g + mu h - mu tan(theta) (x_g - x_p)."""
    found = sled_answer(sled_setup(mass_kg=m, mu=mu, length_m=length, height_m=h, angle_rad=theta))
    x_g = length / 2
    assert found.center_of_pressure_m.value == pytest.approx(x_g + mu * h - mu * math.tan(theta) * x_g)
    assert found.force_horizontal_n.value == pytest.approx(mu * found.normal_n.value)


@settings(deadline=None)  # the machine may be busy
@given(masses, frictions, heights, accels)
def test_a_level_push_with_acceleration_has_its_closed_form(m: float, mu: float, h: float, a: float) -> None:
    """x_n = x_g + mu h + (a/g)(h - z_g)."""
    found = sled_answer(sled_setup(mass_kg=m, mu=mu, height_m=h, accel_m_s2=a, cog_height_m=0.3))
    assert found.center_of_pressure_m.value == pytest.approx(0.5 + mu * h + a / STANDARD_GRAVITY * (h - 0.3))


@settings(deadline=None)  # the machine may be busy
@given(st.floats(0, 200), masses, heights)
def test_before_it_moves_the_pressure_follows_the_push(push: float, m: float, h: float) -> None:
    """x_n = x_g + (F/W) h, horizontal push."""
    found = float(sled.center_of_pressure(m, push, 0.5, h))
    assert found == pytest.approx(0.5 + push / (m * STANDARD_GRAVITY) * h)


@settings(deadline=None)  # the machine may be busy
@given(masses, frictions)
def test_no_angle_needs_less_force_than_the_friction_angle(m: float, mu: float) -> None:
    least = float(sled.least_force(m, mu))
    assert float(sled.push_force(m, mu, float(sled.easiest_angle(mu)))) == pytest.approx(least)
    grid = np.linspace(-1.2, 0.6, 400)
    assert float(sled.push_force(m, mu, grid).min()) >= least - 1e-9


@settings(deadline=None)  # the machine may be busy
@given(masses, frictions)
def test_force_grows_without_bound_towards_the_jam_limit(m: float, mu: float) -> None:
    jam = float(sled.jam_angle(mu))
    near, nearer = (float(sled.push_force(m, mu, jam - gap)) for gap in (1e-2, 1e-4))
    assert nearer > 50 * near > 0


@settings(deadline=None)  # the machine may be busy
@given(masses, frictions, slopes)
def test_uphill_and_downhill_differ_by_twice_the_weight_s_part(m: float, mu: float, slope: float) -> None:
    assume(math.tan(slope) < mu)
    up, down = (float(sled.push_force(m, mu, 0.0, each)) for each in (slope, -slope))
    assert up - down == pytest.approx(2 * m * STANDARD_GRAVITY * math.sin(slope), abs=1e-9 * m)


@settings(deadline=None)  # the machine may be busy
@given(masses, frictions, frictions, angles, angles, st.floats(0, 0.3), st.floats(0, 0.3))
def test_equal_load_there_and_back_is_the_same(  # noqa: PLR0913, PLR0917  # one parameter a number
    m: float, mu_a: float, mu_b: float, theta_a: float, theta_b: float, share_a: float, share_b: float
) -> None:
    def side(mass: float, mu: float, theta: float, share: float) -> SledSetup:
        return sled_setup(mass_kg=mass, mu=Interval.around(mu, share), angle_rad=theta, mu_static=mu * 1.3)

    there = equal_load(side(m, mu_a, theta_a, share_a), side(1, mu_b, theta_b, share_b))
    back = equal_load(side(there.total_kg.value, mu_b, theta_b, share_b), side(1, mu_a, theta_a, share_a))
    assert back.total_kg.value == pytest.approx(m)
    force_b = sled_answer(side(there.total_kg.value, mu_b, theta_b, 0)).force_n.value
    assert force_b == pytest.approx(there.force_n)
    spread = there.total_kg.high - there.total_kg.value
    assert spread == pytest.approx(
        back.total_kg.high * there.total_kg.value / m - there.total_kg.value, rel=1e-6, abs=1e-9
    )


@st.composite
def banded(draw: st.DrawFn) -> tuple[SledSetup, SledSetup]:
    """A set-up with ranges, and an exact one somewhere inside them."""
    spread = st.floats(0, 0.25)

    def around(value: float) -> tuple[Interval, Interval]:
        band = Interval.around(value, draw(spread))
        return band, Interval.exact(band.low + draw(st.floats(0, 1)) * (band.high - band.low))

    numbers = {
        "mass_kg": around(draw(masses)),
        "mu": around(draw(st.floats(0.15, 0.6))),
        "height_m": around(draw(heights)),
        "cog_m": around(draw(st.floats(0.3, 0.7))),
        "shoe_mu": around(draw(st.floats(0.3, 1.0))),
        "athlete_kg": around(draw(st.floats(50, 120))),
        "slope_rad": around(draw(slopes)),
        "accel_m_s2": around(draw(accels)),
    }
    low = draw(st.floats(-0.5, 0.3))
    high = low + draw(st.floats(0, 0.4))
    numbers["angle_rad"] = (
        Interval((low + high) / 2, low, high), Interval.exact(low + draw(st.floats(0, 1)) * (high - low))
    )  # fmt: skip
    common = {"cog_height_m": 0.3, "length_m": 1.0, "distance_m": 20, "speed_m_s": 1}
    sides = tuple(sled_setup(**{name: pair[at] for name, pair in numbers.items()}, **common) for at in (0, 1))
    return sides[0], sides[1]


@settings(deadline=None)  # the machine may be busy
@given(banded())
def test_a_band_holds_every_exact_answer_inside_its_inputs(sides: tuple[SledSetup, SledSetup]) -> None:
    wide, inside = map(sled_answer, sides)
    for name, value in inside.results().items():
        band = wide.results()[name]
        if band is None or value is None:
            continue
        slack = 1e-9 * (1 + abs(value.value))
        assert band.low - slack <= value.value <= band.high + slack, name


@settings(deadline=None)  # the machine may be busy
@given(setups())
def test_an_exact_set_up_has_exact_answers_but_for_what_is_not_given(setup: SledSetup) -> None:
    answer = sled_answer(setup)
    assert answer.force_n.is_exact
    assert answer.tipping_height_m.is_exact
    assert not answer.breakaway_force_n.is_exact  # the static ratio is a range
    assert not (answer.grip_limit_n or Interval.exact(0)).is_exact  # so is a shoe


def test_a_turning_point_inside_the_angle_s_range_is_found() -> None:
    """The least force at 0.33 is at -18.3 degrees, inside -30..0; neither end has it."""
    band = sled_answer(sled_setup(mass_kg=100, mu=0.33, angle_rad=(radians(-30), 0.0))).force_n
    assert band.low == pytest.approx(307.3, abs=0.05)


def test_absent_inputs_leave_absent_answers() -> None:
    answer = sled_answer(sled_setup(mass_kg=100, mu=0.33))
    names = {name for name, value in answer.results().items() if value is None}
    assert names == {
        "grip_limit_n", "grip_share", "breakaway_grip_share", "heaviest_by_grip_kg", "force_per_body_weight",
        "lean_offset_m", "work_j", "power_w", "metabolic_w", "metabolic_met",
    }  # fmt: skip


def test_bands_come_from_all_corners() -> None:
    assert over_ends(lambda x, y: x - y, Interval(5, 4, 6), Interval(1, 0, 3)) == Interval(4, 1, 6)


REFUSED: list[tuple[dict[str, object], str, str]] = [
    ({"mass_kg": -5}, "mass_kg", "above 0 kg"),
    ({"mass_kg": 0}, "mass_kg", "above 0 kg"),
    ({"mu": 0}, "mu", "above 0"),
    ({"mu": 0.35, "angle_rad": radians(71)}, "angle_rad", "jam limit"),
    ({"angle_rad": radians(-90)}, "angle_rad", "straight up"),
    ({"height_m": 1.9, "stature_m": 1.8}, "height_m", "stature"),
    ({"height_m": -0.1}, "height_m", "floor"),
    ({"height_m": 3}, "height_m", "2.72 m"),
    ({"mu_static": 0.2}, "mu_static", "below kinetic"),
    ({"cog_m": 1.5}, "cog_m", "contact length"),
    ({"slope_rad": radians(50)}, "slope_rad", "45°"),
    ({"slope_rad": radians(-25)}, "slope_rad", "slides on its own"),
    ({"accel_m_s2": -4}, "accel_m_s2", "slows by itself"),
    ({"speed_m_s": 20, "mu": 0.3}, "speed_m_s", "faster"),
    ({"athlete_kg": 900}, "athlete_kg", "heavier"),
    ({"distance_m": 0}, "distance_m", "above 0 m"),
    ({"shoe_mu": 0}, "shoe_mu", "above 0"),
    ({"length_m": 0}, "length_m", "above 0 m"),
    ({"mass_kg": math.nan}, "", "range"),
    ({"mass_kg": (5, 3)}, "", "range"),
    ({"surface": "ice rink", "mu": None}, "surface", "there is no surface 'ice rink'"),
    ({"mu": None}, "mu", "friction is either"),
]


@pytest.mark.parametrize(("numbers", "field", "says"), REFUSED, ids=lambda each: str(each)[:40])
def test_impossible_physics_is_refused_with_its_bound(numbers: dict[str, object], field: str, says: str) -> None:
    with pytest.raises(MechanicsError, match=says) as caught:
        sled_setup(**{"mass_kg": 100, "mu": 0.33, **numbers})  # type: ignore[arg-type]
    assert (caught.value.field or "") == field


def test_a_pull_that_lifts_the_sled_is_refused() -> None:
    """At 60 degrees and an acceleration of 9 m/s² the rope carries more than the weight."""
    with pytest.raises(MechanicsError, match="lifts the sled"):
        sled_answer(sled_setup(mass_kg=100, mu=0.9, angle_rad=radians(-85), accel_m_s2=9.0))


WARNED: list[tuple[dict[str, object], str]] = [
    ({"mu": 0.8}, "0.21 to 0.58"),
    ({"mass_kg": 250, "surface": "turf_gym", "mu": None}, "44.8 to 136.2 kg"),
    ({"speed_m_s": 5}, "0.5 to 2 m/s"),
    ({"angle_rad": radians(40)}, "±30°"),
    ({"athlete_kg": 30}, "40 to 160 kg"),
    ({"height_m": 2.0}, "tips"),
    ({"mass_kg": 400, "athlete_kg": 60}, "feet slip"),
    ({"surface": "rubber_floor", "mu": None}, "guess"),
    ({"athlete_kg": 80, "slope_rad": 0.05}, "lean"),
]


@pytest.mark.parametrize(("numbers", "says"), WARNED, ids=lambda each: str(each)[:40])
def test_what_is_outside_what_was_measured_is_answered_with_a_warning(numbers: dict[str, object], says: str) -> None:
    answer: SledAnswer = sled_answer(sled_setup(**{"mass_kg": 100, "mu": 0.33, **numbers}))  # type: ignore[arg-type]
    assert any(says in each for each in answer.warnings), answer.warnings


def test_a_set_up_that_was_measured_whole_has_no_warning() -> None:
    answer = sled_answer(
        sled_setup(
            mass_kg=100, mu=0.33, mu_static=0.43, length_m=1, cog_m=0.4, push_at_m=0, height_m=0.3, athlete_kg=80,
            shoe_mu=0.9, stature_m=1.8, speed_m_s=0.5, distance_m=20,
        )
    )  # fmt: skip
    assert answer.warnings == ()


@settings(deadline=None)  # the machine may be busy
@given(st.floats(60, 120), st.floats(0.2, 0.5), st.floats(-20, 20).map(radians))
def test_equal_load_with_falling_friction_asks_for_the_same_force(mass: float, mu: float, theta: float) -> None:
    known = sled_setup(mass_kg=mass, mu=mu, angle_rad=theta)
    other: dict[str, Any] = {"mu": 0.33, "mu_at_kg": 90.0, "mu_per_kg": -0.00044}
    found = equal_load(known, sled_setup(mass_kg=90, **other))
    there = sled_answer(sled_setup(mass_kg=found.total_kg.value, **other))
    assert there.force_n.value == pytest.approx(found.force_n)


def test_friction_that_falls_with_load_is_that_of_the_measured_line() -> None:
    """Andre et al. 2013: 0.35 at 44.8 kg, 0.31 at 136.2 kg."""
    law: dict[str, Any] = {"mu": 0.33, "mu_at_kg": 90.0, "mu_per_kg": -0.00044}
    assert sled_setup(mass_kg=44.8, **law).mu.value == pytest.approx(0.35, abs=0.003)
    assert sled_setup(mass_kg=136.2, **law).mu.value == pytest.approx(0.31, abs=0.003)
    with pytest.raises(MechanicsError, match="does not reach that far"):
        sled_setup(mass_kg=1000, **law)
