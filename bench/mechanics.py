"""A sled's whole answer with its bands, and a million parameter sets at once, beside what arithmetic alone costs."""

import math
import statistics

import numpy as np
from measure import Report, spent

from vastus.domain.interval import Interval
from vastus.mechanics.equal import equal_load
from vastus.mechanics.kernels import athlete, implements, sled
from vastus.mechanics.setup import SledSetup, sled_setup
from vastus.mechanics.sled import sled_answer
from vastus.units import STANDARD_GRAVITY

ROUNDS, CALLS = 40, 100
SETS, BULK_ROUNDS, CHUNK = 1_000_000, 7, 1 << 14  # a chunk's arrays stay in the cache


def bench() -> Report:
    """One answer from a surface's range, and everything about a million sleds."""
    report = Report("mechanics", f"{ROUNDS} rounds of {CALLS} answers; {SETS:,} parameter sets on one core")
    _answers(report)
    _bulk(report)
    return report


def _setup(*, many: bool = False) -> SledSetup:
    share = 0.05 if many else 0.0
    return sled_setup(
        mass_kg=Interval.around(100, share),
        surface="turf_gym",
        height_m=Interval.around(0.9, share),
        angle_rad=math.radians(10),
        athlete_kg=80,
        distance_m=20,
        speed_m_s=1,
    )


def _force_alone() -> float:
    """The same push in plain Python, without bands: what no answer can be faster than."""
    theta, mu = math.radians(10), 0.35
    return mu * 100 * STANDARD_GRAVITY / (math.cos(theta) - mu * math.sin(theta))


def _answers(report: Report) -> None:
    one, many, other = _setup(), _setup(many=True), sled_setup(mass_kg=100, surface="grass")
    uses = {
        "one force, plain Python": _force_alone,
        "whole answer, four bands": lambda: sled_answer(one),
        "whole answer, six bands": lambda: sled_answer(many),
        "set-up": _setup,
        "equal load": lambda: equal_load(one, other, empty_b_kg=40),
    }
    for name, use in uses.items():
        use()
        rounds = [spent(lambda use=use: [use() for _ in range(CALLS)]).cpu_s / CALLS * 1e6 for _ in range(ROUNDS)]
        report.add(
            name,
            "µs",
            rounds,
            floor=None if name.startswith("one force") else "one force, plain Python",
            target=200 if name == "whole answer, four bands" else None,
        )


def _bulk(report: Report) -> None:
    random = np.random.default_rng(7)
    sets = {
        "m": random.uniform(20, 300, SETS),
        "mu": random.uniform(0.15, 0.6, SETS),
        "theta": random.uniform(-0.3, 0.3, SETS),
        "beta": random.uniform(0, 0.1, SETS),
        "a": random.uniform(0, 1, SETS),
        "x_g": random.uniform(0.3, 0.7, SETS),
        "h": random.uniform(0.2, 1.4, SETS),
        "m_b": random.uniform(50, 120, SETS),
        "mu_f": random.uniform(0.4, 1, SETS),
    }
    for name, work in (("a million, one product", _product), ("a million, everything", _everything)):
        work(sets)
        rounds = [spent(lambda work=work: work(sets)).cpu_s for _ in range(BULK_ROUNDS)]
        is_all = name.endswith("everything")
        report.add(name, "s", rounds, floor="a million, one product" if is_all else None, target=1 if is_all else None)
    share = statistics.median(report.figures[-1].rounds) / SETS * 1e9
    report.add("everything, a set", "ns", [share])


def _product(sets: dict[str, np.ndarray]) -> float:
    """The least that could be done: one product of two inputs."""
    return float((sets["m"] * sets["mu"]).sum())


def _everything(sets: dict[str, np.ndarray]) -> float:
    """Forces, pressure, both heights, breakaway, grip, lean, work and power of every set."""
    total = 0.0
    for start in range(0, SETS, CHUNK):
        m, mu, theta, beta, a, x_g, h, m_b, mu_f = (each[start : start + CHUNK] for each in sets.values())
        force = sled.push_force(m, mu, theta, beta, a)
        at_rest = sled.push_force(m, 1.3 * mu, theta, beta)
        parts = (
            sled.normal_force(m, force, theta, beta),
            sled.center_of_pressure(m, force, x_g, h, theta, 0.0, 0.3, beta, a),
            sled.center_of_pressure(m, at_rest, x_g, h, theta, 0.0, 0.3, beta),
            sled.height_for_pressure(2 / 3, m, force, x_g, theta, 0.0, 0.3, beta, a),
            sled.height_for_pressure(1.0, m, force, x_g, theta, 0.0, 0.3, beta, a),
            athlete.grip_limit(m_b, mu_f, theta, beta, a),
            athlete.lean_offset(force, m_b, h, theta),
            implements.work(force, theta, 20.0),
            implements.power(force, theta, 1.0),
        )
        total += sum(float(each[0]) for each in parts)
    return total
