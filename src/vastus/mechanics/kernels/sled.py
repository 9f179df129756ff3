"""A rigid sled that is pushed or pulled in a straight line: forces, and where the ground pushes back.

Frame: x along the travel direction from the rear edge of the contact, z up from the floor, both in the slope's frame.
Symbols: m mass, kg. mu friction coefficient, 1. theta angle of the push below the travel direction (negative: it lifts,
as a rope does), rad. beta slope, positive uphill, rad. a acceleration, m/s². L contact length, x_g and z_g center of
mass, x_p and h the point where the push acts, x_n center of pressure, all m. F push, W weight, N normal force, in N.

Assumptions: rigid sled, Coulomb friction, left-right symmetric, the push acts at one point. Arguments broadcast, shape
(...,); the result has the common shape. Nothing is checked here: the outer functions refuse theta at or past
arctan(1/mu) and N at or below 0, where the numbers mean nothing.

Source: first principles; x_n and the heights follow from the moments about the rear edge, nose-down positive:
F cos(theta) h + F sin(theta) x_p + W cos(beta) x_g − (m a + W sin(beta)) z_g = N x_n.
"""

import numpy as np

from vastus.mechanics.kernels.arrays import Array, Real
from vastus.units import STANDARD_GRAVITY as G


def resistance(m: Real, mu: Real, beta: Real = 0.0, a: Real = 0.0) -> Array:
    """What a push along the slope would have to equal, N: m g (mu cos beta + sin beta) + m a."""
    return m * (G * (mu * np.cos(beta) + np.sin(beta)) + a)


def push_force(m: Real, mu: Real, theta: Real = 0.0, beta: Real = 0.0, a: Real = 0.0) -> Array:
    """Size of the push that keeps the sled moving (kinetic mu) or sets it moving (static mu), N.

    F = (m g (mu cos beta + sin beta) + m a) / (cos theta − mu sin theta).

    >>> float(push_force(100, 0.33).round(1)), float(push_force(100, 0.33, np.radians(15)).round(1))
    (323.6, 367.5)
    """
    return resistance(m, mu, beta, a) / (np.cos(theta) - mu * np.sin(theta))


def rope_force(m: Real, mu: Real, phi: Real = 0.0) -> Array:
    """Pull along a rope that rises by phi, on level ground, N: mu W / (cos phi + mu sin phi)."""
    return push_force(m, mu, -phi)


def normal_force(m: Real, force: Real, theta: Real = 0.0, beta: Real = 0.0) -> Array:
    """Total force of the ground normal to it, N: W cos beta + F sin theta."""
    return m * G * np.cos(beta) + force * np.sin(theta)


def jam_angle(mu: Real) -> Array:
    """Push angle from which on no push moves the sled, rad: arctan(1/mu).

    >>> float(np.degrees(jam_angle(0.35)).round(1))
    70.7
    """
    return np.arctan2(1.0, mu)


def easiest_angle(mu: Real) -> Array:
    """Push angle with the smallest force, rad: −arctan(mu), a rope that rises by that much."""
    return -np.arctan(mu)


def least_force(m: Real, mu: Real) -> Array:
    """Smallest force that keeps it moving on level ground, N: mu W / sqrt(1 + mu²), at `easiest_angle`."""
    return m * mu * G / np.hypot(1.0, mu)


def center_of_pressure(  # noqa: PLR0913, PLR0917  # the symbols of the free-body diagram
    m: Real,
    force: Real,
    x_g: Real,
    h: Real,
    theta: Real = 0.0,
    x_p: Real = 0.0,
    z_g: Real = 0.0,
    beta: Real = 0.0,
    a: Real = 0.0,
) -> Array:
    """Where the ground's force acts, m from the rear edge, while a push `force` acts.

    Steady and level it is x_g + mu h − mu tan(theta) (x_g − x_p): the mass cancels. At rest `force` is what is pushed,
    and `a` is 0.
    """
    weight = m * G
    backward = m * a + weight * np.sin(beta)
    moment = weight * np.cos(beta) * x_g - backward * z_g
    drive = force * (h * np.cos(theta) + x_p * np.sin(theta))
    return (moment + drive) / normal_force(m, force, theta, beta)


def height_for_pressure(  # noqa: PLR0913, PLR0917  # as above
    x_n: Real,
    m: Real,
    force: Real,
    x_g: Real,
    theta: Real = 0.0,
    x_p: Real = 0.0,
    z_g: Real = 0.0,
    beta: Real = 0.0,
    a: Real = 0.0,
) -> Array:
    """Push height at which the center of pressure is at x_n, m: the tipping height for L, the unloading one for 2L/3.

    Steady and level it is (x_n − x_g)/mu + tan(theta) (x_g − x_p). Negative: already past it with a push at the floor.
    """
    weight = m * G
    backward = m * a + weight * np.sin(beta)
    moment = normal_force(m, force, theta, beta) * x_n - weight * np.cos(beta) * x_g + backward * z_g
    return (moment - force * x_p * np.sin(theta)) / (force * np.cos(theta))


def edge_pressure(x_n: Real, length: Real) -> Array:
    """Pressure at the front edge of long skids over the mean, 1; linear pressure, no tension; infinite from x_n = L on.

    1 + 6 e/L while |e| ≤ L/6 (e = x_n − L/2), then 2 L / (3 (L − x_n)). Below −L/6 the front edge carries nothing: 0.
    """
    share = np.asarray(x_n / length)
    left = np.maximum(1.0 - share, 0.0)
    with np.errstate(divide="ignore"):
        nose_heavy = np.where(left > 0, 2.0 / (3.0 * left), np.inf)
    return np.where(share > 2 / 3, nose_heavy, np.maximum(6.0 * share - 2.0, 0.0))


def friction_at_load(mu: Real, per_kg: Real, at: Real, m: Real) -> Array:
    """Friction coefficient at the mass m, where it is mu at the mass `at` and changes by `per_kg` (1/kg)."""
    return np.asarray(mu + per_kg * (m - at))


def mass_for_resistance(drag: Real, mu: Real, per_kg: Real, at: Real) -> Array:
    """Mass on level ground whose friction is `drag` N when mu depends on the load as in `friction_at_load`, kg.

    The smaller root of per_kg m² + (mu − per_kg at) m − drag/g = 0; NaN where none exists, as friction has a maximum.
    """
    need = drag / G
    base = mu - per_kg * at
    with np.errstate(invalid="ignore"):
        root = np.sqrt(base * base + 4.0 * per_kg * need)
    return 2.0 * need / (base + root)


def ploughing(  # noqa: PLR0913, PLR0917  # as above
    mu: Real, rise: Real, length: Real, x_g: Real, h: Real, start: Real = 2 / 3
) -> tuple[Array, Array]:
    """Front share s = x_n/L and friction with it, if mu grew by `rise` per front share past `start`: a model only.

    UNMEASURED: nobody has shown that drag rises with edge pressure, so this is a what-if, never a drag that is printed
    as a fact. s = (x_g + (mu − rise start) h) / (L − rise h) once past `start`; from rise h ≥ L on the nose runs away
    (s and friction are infinite).

    >>> [float(each.round(3)) for each in ploughing(0.43, 0.2, 1.0, 0.5, 0.9)]
    [0.935, 0.484]
    """
    plain = (x_g + mu * h) / length
    gap = length - rise * h
    with np.errstate(divide="ignore", invalid="ignore"):
        fed = np.where(gap > 0, (x_g + (mu - rise * start) * h) / gap, np.inf)
    share = np.where(plain > start, fed, plain)
    return share, mu + np.where(share > start, rise * (share - start), 0.0)
