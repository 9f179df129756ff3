"""Other implements than a sled: a car, a plate on the floor, a carried load, stairs; work, power and energy.

SI arrays, shape (...,), that broadcast; nothing is checked. Source: first principles.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from vastus.units import STANDARD_GRAVITY as G

Array = NDArray[np.float64]


def rolling_force(
    m: ArrayLike, c_rr: ArrayLike, beta: ArrayLike = 0.0, a: ArrayLike = 0.0, inertia: ArrayLike = 1.0
) -> Array:
    """Force that keeps a car rolling, N: m g (c_rr cos beta + sin beta) + inertia m a.

    `inertia` is the effective over the real mass (1.03 to 1.05: the wheels turn, too).

    >>> float(rolling_force(1500, 0.015).round()), float(rolling_force(1500, 0, a=0.1, inertia=1.04).round())
    (221.0, 156.0)
    """
    return np.multiply(m, G * (np.multiply(c_rr, np.cos(beta)) + np.sin(beta)) + np.multiply(inertia, a))


def rolling_coefficient(pressure_bar: ArrayLike, speed: ArrayLike) -> Array:
    """Rolling resistance of a car's tires, 1, from their pressure (bar) and the speed (m/s).

    0.005 + (0.01 + 0.0095 (v/100 km/h)²) / p. Source: Engineering Toolbox, rolling resistance.
    """
    share = np.multiply(speed, 3.6 / 100)
    return 0.005 + np.divide(0.01 + 0.0095 * share * share, pressure_bar)


def plate_force(m: ArrayLike, mu: ArrayLike, hand: ArrayLike) -> Array:
    """Horizontal force that keeps a plate sliding on level ground while hands press it down with `hand` N, N."""
    return np.multiply(mu, np.multiply(m, G) + hand)


def plate_mass(force: ArrayLike, mu: ArrayLike, hand: ArrayLike) -> Array:
    """Mass of the plate that asks for a horizontal force, kg; negative where the hands alone drag more."""
    return (np.divide(force, mu) - hand) / G


def ground_force(m_b: ArrayLike, carried: ArrayLike) -> Array:
    """Force under the feet while standing with a carried load, N; walking adds to it."""
    return np.add(m_b, carried) * G


def climb_power(m_b: ArrayLike, carried: ArrayLike, rise: ArrayLike, speed: ArrayLike) -> Array:
    """Mechanical power of lifting body and load up stairs or a slope, W.

    `rise` is the angle of the way, rad, `speed` the speed along it, m/s.
    """
    return ground_force(m_b, carried) * np.multiply(speed, np.sin(rise))


def work(force: ArrayLike, theta: ArrayLike, distance: ArrayLike) -> Array:
    """Work on the implement over a run, J: F cos theta d.

    >>> float(work(323.61945, 0, 20).round())
    6472.0
    """
    return np.multiply(force, np.cos(theta)) * distance


def power(force: ArrayLike, theta: ArrayLike, speed: ArrayLike) -> Array:
    """Power on the implement, W: F cos theta v. What the body spends on lifting and swinging itself is not in it."""
    return np.multiply(force, np.cos(theta)) * speed


def metabolic_power(external: ArrayLike, m_b: ArrayLike, efficiency: ArrayLike, walking: ArrayLike) -> Array:
    """Estimated metabolic power of a walked push, W: walking (W/kg) m_b + external / efficiency.

    >>> float(metabolic_power(250, 80, 0.25, 3.0))
    1240.0
    """
    return np.multiply(walking, m_b) + np.divide(external, efficiency)
