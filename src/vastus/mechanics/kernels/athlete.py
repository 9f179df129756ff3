"""The athlete who pushes or pulls: the grip of the feet, the lean of the body.

Symbols as in `kernels.sled`; m_b body mass, kg; mu_f friction of shoe on floor, 1; h_c height of the contact above the
feet, x_c its horizontal distance from their center of pressure, d that of the body's center of mass, all m.
Arguments broadcast, shape (...,). Source: first principles.
"""

import numpy as np

from vastus.mechanics.kernels.arrays import Array, Real
from vastus.units import STANDARD_GRAVITY as G


def grip_limit(m_b: Real, mu_f: Real, theta: Real = 0.0, beta: Real = 0.0, a: Real = 0.0) -> Array:
    """Largest push before the feet slip, N; negative where they slip without any push.

    F = (mu_f W_b cos beta − W_b sin beta − m_b a) / (cos theta + mu_f sin theta): a push downward unloads the feet.
    Assumes Coulomb traction; measured traction changes with the normal load.

    >>> [float(grip_limit(80, 1.0, np.radians(each)).round()) for each in (0, 15, -15)]
    [785.0, 641.0, 1109.0]
    """
    most = m_b * (G * (mu_f * np.cos(beta) - np.sin(beta)) - a)
    return most / (np.cos(theta) + mu_f * np.sin(theta))


def grip_mass(m_b: Real, mu_f: Real, mu: Real) -> Array:
    """Largest sled that the feet can keep moving on level ground with a level push, kg: mu_f/mu m_b."""
    return np.asarray(m_b * mu_f / mu)


def foot_load(force: Real, m_b: Real, theta: Real = 0.0) -> Array:
    """What the feet press on level ground, N: W_b − F sin theta; a push downward lifts the body."""
    return m_b * G - force * np.sin(theta)


def lean_offset(force: Real, m_b: Real, h_c: Real, theta: Real = 0.0, x_c: Real | None = None) -> Array:
    """How far the body's center of mass must be from the feet towards the sled to hold a push, m.

    d = F (h_c cos theta + x_c sin theta) / W_b. Without x_c the contact is taken to be above the center of mass
    (x_c = d), as in a back push: d = F h_c cos theta / (W_b − F sin theta). At rest or steady, on level ground.

    >>> float(lean_offset(324, 80, 1.2).round(2))
    0.5
    """
    weight = m_b * G
    level = force * h_c * np.cos(theta)
    if x_c is None:
        return level / (weight - force * np.sin(theta))
    return (level + force * x_c * np.sin(theta)) / weight


def lean_force(m_b: Real, d: Real, h_c: Real, theta: Real = 0.0, x_c: Real = 0.0) -> Array:
    """Push that a body holds with its center of mass d from the feet, N: the inverse of `lean_offset`."""
    return m_b * d * G / (h_c * np.cos(theta) + x_c * np.sin(theta))


def straight_lean_force(m_b: Real, phi: Real, h_com: Real, h_c: Real) -> Array:
    """Level push that a straight body leaning phi (rad, from the vertical) holds, N: W_b (h_com/h_c) tan phi.

    >>> float((straight_lean_force(80, np.radians(30), 0.95, 1.2) / (80 * G)).round(2))
    0.46
    """
    return m_b * h_com / h_c * G * np.tan(phi)
