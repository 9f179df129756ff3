"""Lines and friction from measurements: load against speed, a scale's readings, a glide, a ramp.

SI arrays; friction formulas broadcast, fits take shape (n,). Source: first principles; least squares with the usual
assumption of equal, independent, normal errors of the speed.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from vastus.mechanics.kernels.arrays import Array, Real
from vastus.units import STANDARD_GRAVITY as G


def scale_friction(force: Real, m: Real, phi: Real = 0.0) -> Array:
    """Friction from a scale in the rope, 1: F cos phi / (m g − F sin phi), phi the rope's rise, rad.

    >>> float(scale_friction(35 * G, 100, np.radians(20)).round(3))
    0.374
    """
    return force * np.cos(phi) / rope_load(force, m, phi)


def rope_load(force: Real, m: Real, phi: Real = 0.0) -> Array:
    """What is left on the ground while a rope pulls, N: m g − F sin phi."""
    return m * G - force * np.sin(phi)


def glide_friction(speed: Real, distance: Real) -> Array:
    """Kinetic friction from how far a sled glides that is let go at a speed: v²/(2 g d)."""
    return np.asarray(speed * speed / (2.0 * G * distance))


def tilt_friction(angle: Real) -> Array:
    """Static friction from the ramp's angle at which it slips, rad: tan."""
    return np.tan(angle)


@dataclass(frozen=True, slots=True)
class Line:
    """y = intercept + slope x by least squares.

    `residual` is the standard deviation of y about the line (n − 2 degrees of freedom), 0 with none left; the
    covariances are per residual², `r` the correlation.
    """

    intercept: float
    slope: float
    r: float
    residual: float
    freedom: int
    c00: float
    c01: float
    c11: float


def line(x: ArrayLike, y: ArrayLike) -> Line:
    """The least-squares line through n ≥ 2 points that do not share one x."""
    x, y = np.asarray(x, np.float64), np.asarray(y, np.float64)
    n, mean_x, mean_y = len(x), float(x.mean()), float(y.mean())
    dx, dy = x - mean_x, y - mean_y
    sxx, sxy, syy = float(dx @ dx), float(dx @ dy), float(dy @ dy)
    slope = sxy / sxx
    rest = max(syy - slope * sxy, 0.0)
    freedom = n - 2
    return Line(
        intercept=mean_y - slope * mean_x,
        slope=slope,
        r=min(max(sxy / math.sqrt(sxx * syy), -1.0), 1.0) if syy > 0 else 0.0,  # rounding may pass 1
        residual=math.sqrt(rest / freedom) if freedom else 0.0,
        freedom=freedom,
        c00=1 / n + mean_x * mean_x / sxx,
        c01=-mean_x / sxx,
        c11=1 / sxx,
    )


def line_error(fit: Line, x: float) -> float:
    """Standard error of the line at x."""
    return fit.residual * math.sqrt(max(fit.c00 + 2.0 * fit.c01 * x + fit.c11 * x * x, 0.0))


def crossing_band(fit: Line, t: float) -> tuple[float, float] | None:
    """Where the line y = a + b x may cross zero: Fieller's interval for −a/b at the t-quantile; None: unbounded.

    Source: Fieller (1954), Some problems in interval estimation, J R Stat Soc B 16:175-185.
    """
    spread = (t * fit.residual) ** 2
    a, b = fit.intercept, fit.slope
    # (a + b x)² ≤ spread (c00 + 2 c01 x + c11 x²)
    square = b * b - spread * fit.c11
    half = a * b - spread * fit.c01
    rest = a * a - spread * fit.c00
    under = half * half - square * rest
    if square <= 0 or under < 0:
        return None
    root = math.sqrt(under)
    return (-half - root) / square, (-half + root) / square


def student_t(freedom: int, tail: float = 0.025) -> float:
    """Quantile of Student's t that leaves `tail` on each side; exact for 1 and 2 degrees, else within 0.001.

    Source: Hill (1970), Algorithm 396: Student's t-quantiles, Commun ACM 13:619-620.

    >>> [round(student_t(each), 3) for each in (1, 2, 3, 8, 30)]
    [12.706, 4.303, 3.182, 2.306, 2.042]
    """
    p, n = 2.0 * tail, float(freedom)
    if freedom == 1:
        return 1.0 / math.tan(p * math.pi / 2)
    if freedom == 2:  # noqa: PLR2004  # closed form
        return math.sqrt(2.0 / (p * (2.0 - p)) - 2.0)
    a = 1.0 / (n - 0.5)
    b = 48.0 / (a * a)
    c = ((20700.0 * a / b - 98.0) * a - 16.0) * a + 96.36
    d = ((94.5 / (b + c) - 3.0) / b + 1.0) * math.sqrt(a * math.pi / 2) * n
    y = (d * p) ** (2.0 / n)
    if y > 0.05 + a:  # the algorithm's own switch
        x = -_normal_quantile(1.0 - tail)
        y = x * x
        if freedom < 5:  # noqa: PLR2004  # as above
            c += 0.3 * (n - 4.5) * (x + 0.6)
        c += (((0.05 * d * x - 5.0) * x - 7.0) * x - 2.0) * x + b
        y = (((((0.4 * y + 6.3) * y + 36.0) * y + 94.5) / c - y - 3.0) / b + 1.0) * x
        y = math.expm1(a * y * y)
    else:
        y = ((1.0 / (((n + 6.0) / (n * y) - 0.089 * d - 0.822) * (n + 2.0) * 3.0) + 0.5 / (n + 4.0)) * y - 1.0) * (
            n + 1.0
        ) / (n + 2.0) + 1.0 / y
    return math.sqrt(n * y)


def _normal_quantile(p: float) -> float:
    from statistics import NormalDist  # noqa: PLC0415  # only for fits

    return NormalDist().inv_cdf(p)
