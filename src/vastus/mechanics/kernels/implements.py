"""Other implements than a sled: a car, a plate on the floor, a carried load, stairs; work, power and energy.

SI arrays, shape (...,), that broadcast; nothing is checked. Source: first principles.
"""

import numpy as np

from vastus.mechanics.kernels.arrays import Array, Real
from vastus.units import STANDARD_GRAVITY as G


def rolling_force(m: Real, c_rr: Real, beta: Real = 0.0, a: Real = 0.0, inertia: Real = 1.0) -> Array:
    """Force that keeps a car rolling, N: m g (c_rr cos beta + sin beta) + inertia m a.

    `inertia` is the effective over the real mass (1.03 to 1.05: the wheels turn, too).

    >>> float(rolling_force(1500, 0.015).round()), float(rolling_force(1500, 0, a=0.1, inertia=1.04).round())
    (221.0, 156.0)
    """
    return m * (G * (c_rr * np.cos(beta) + np.sin(beta)) + inertia * a)


def inertia_force(m: Real, a: Real, inertia: Real = 1.0) -> Array:
    """The part of `rolling_force` that speeds the car up, N."""
    return np.asarray(m * a * inertia)


def coasting_distance(c_rr: Real, inertia: Real, speed: Real) -> Array:
    """How far a car rolls on by itself on level ground, m: inertia v² / (2 g c_rr)."""
    return np.asarray(inertia * speed * speed / (2.0 * G * c_rr))


def rolling_coefficient(pressure_bar: Real, speed: Real) -> Array:
    """Rolling resistance of a car's tires, 1, from their pressure (bar) and the speed (m/s).

    0.005 + (0.01 + 0.0095 (v/100 km/h)²) / p. Source: Engineering Toolbox, rolling resistance.
    """
    share = speed * (3.6 / 100)
    return np.asarray(0.005 + (0.01 + 0.0095 * share * share) / pressure_bar)


def plate_force(m: Real, mu: Real, hand: Real) -> Array:
    """Horizontal force that keeps a plate sliding on level ground while hands press it down with `hand` N, N."""
    return np.asarray(mu * (m * G + hand))


def pressed_mass(m: Real, hand: Real) -> Array:
    """Mass that presses like a plate with hands on it, kg: m + V/g."""
    return np.asarray(m + hand / G)


def plate_mass(force: Real, mu: Real, hand: Real) -> Array:
    """Mass of the plate that asks for a horizontal force, kg; negative where the hands alone drag more."""
    return np.asarray((force / mu - hand) / G)


def ground_force(m_b: Real, carried: Real) -> Array:
    """Force under the feet while standing with a carried load, N; walking adds to it."""
    return np.asarray((m_b + carried) * G)


def climb_power(m_b: Real, carried: Real, rise: Real, speed: Real) -> Array:
    """Mechanical power of lifting body and load up stairs or a slope, W.

    `rise` is the angle of the way, rad, `speed` the speed along it, m/s.
    """
    return ground_force(m_b, carried) * speed * np.sin(rise)


def work(force: Real, theta: Real, distance: Real) -> Array:
    """Work on the implement over a run, J: F cos theta d.

    >>> float(work(323.61945, 0, 20).round())
    6472.0
    """
    return force * np.cos(theta) * distance


def total_work(force_horizontal: Real, distance: Real) -> Array:
    """The same from the horizontal part, J."""
    return np.asarray(force_horizontal * distance)


def power(force: Real, theta: Real, speed: Real) -> Array:
    """Power on the implement, W: F cos theta v. What the body spends on lifting and swinging itself is not in it."""
    return force * np.cos(theta) * speed


def total_power(force_horizontal: Real, speed: Real) -> Array:
    """The same from the horizontal part, W."""
    return np.asarray(force_horizontal * speed)


def metabolic_power(external: Real, m_b: Real, efficiency: Real, walking: Real) -> Array:
    """Estimated metabolic power of a walked push, W: walking (W/kg) m_b + external / efficiency.

    >>> float(metabolic_power(250, 80, 0.25, 3.0))
    1240.0
    """
    return np.asarray(walking * m_b + external / efficiency)
