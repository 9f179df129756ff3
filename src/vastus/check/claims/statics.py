"""The worked example that claims of statics are computed with, and its numbers.

A page names no mass, no friction and nobody's weight, so one example stands for all: a sled of 100 kg in all on the
ground that the page names (else gym turf), pushed by somebody of 80 kg. Friction, geometry and shoes are the defaults
of `reference/surfaces.csv`. A verdict never hangs on the example alone: each rule states what holds for every number.
"""

import math
import re
from dataclasses import dataclass

from vastus.check.claims.reading import Reading
from vastus.check.claims.setup import surface_of
from vastus.domain.equipment import Surface
from vastus.mechanics.kernels import athlete as body
from vastus.mechanics.kernels import sled
from vastus.prose.sentences import leveled
from vastus.reference.surfaces import Constant, surfaces
from vastus.units import STANDARD_GRAVITY as G

_MASS_KG = 100.0
_ATHLETE_KG = 80.0
RECLINE_DEG = 10.0
"""A slight recline, and as much the other way: our own choice [A]."""
_SHOULDERS_M = 1.2  # height of the shoulder blades of somebody who stands half bent: our choice [A]
_AT_SHOULDERS = re.compile(r"(?<!or )\b(?:shoulder blades|upper back)\b(?! or)")
_GROUNDS = {
    Surface.TURF: "turf_gym", Surface.TRACK: "track_synthetic", Surface.GRASS: "grass", Surface.RUBBER: "rubber_floor",
    Surface.CONCRETE: "concrete",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Example:
    """A sled on a ground, steady and level; `height_m` is where the push acts, `lower_m` a lower place."""

    ground: str
    mu: float
    mu_low: float
    mu_high: float
    static_ratio: float
    length_m: float
    cog_m: float
    push_at_m: float
    cog_height_m: float
    height_m: float
    lower_m: float
    shoe_mu: float
    mass_kg: float = _MASS_KG
    athlete_kg: float = _ATHLETE_KG

    def push_n(self, angle_deg: float = 0.0) -> float:
        """The push that keeps it moving, N."""
        return float(sled.push_force(self.mass_kg, self.mu, math.radians(angle_deg)))

    def center_m(self, height_m: float, angle_deg: float = 0.0, *, cog_m: float | None = None) -> float:
        """Center of pressure from the rear edge, m."""
        x_g = self.cog_m if cog_m is None else cog_m
        theta = math.radians(angle_deg)
        return float(
            sled.center_of_pressure(self.mass_kg, self.push_n(angle_deg), x_g, height_m, theta, self.push_at_m)
        )

    def tipping_m(self, *, cog_m: float | None = None) -> float:
        """Height from which on a level push tips it, m."""
        x_g = self.cog_m if cog_m is None else cog_m
        return float(sled.height_for_pressure(self.length_m, self.mass_kg, self.push_n(), x_g, 0.0, self.push_at_m))

    def grip_n(self, angle_deg: float = 0.0) -> float:
        """The largest push before the feet slip, N."""
        return float(body.grip_limit(self.athlete_kg, self.shoe_mu, math.radians(angle_deg)))

    def offset_m(self, height_m: float) -> float:
        """How far the body's center must stand from the feet to hold a level push, m."""
        return float(body.lean_offset(self.push_n(), self.athlete_kg, height_m))

    def inputs(self, *names: str) -> dict[str, float]:
        """The named inputs of the example, for a basis."""
        return {name: getattr(self, name) for name in names}

    @property
    def told(self) -> str:
        """The example in words."""
        return f"{self.mass_kg:g} kg in all on {self.ground}, mu {self.mu:g}"

    @property
    def weight_n(self) -> float:
        """Weight of the sled, N."""
        return self.mass_kg * G


def example_for(page: Reading) -> Example:
    """The example for a page."""
    surface = surface_of(" ".join(each.lower for each in page.sentences)) or Surface.TURF
    known = surfaces()

    def value(quantity: Constant, row: str) -> float:
        return known.fact(quantity, row).interval.value

    ground = known.fact(Constant.KINETIC_FRICTION, _GROUNDS[surface])
    length = value(Constant.SLED_GEOMETRY, "length")
    high, low = value(Constant.SLED_GEOMETRY, "height_high"), value(Constant.SLED_GEOMETRY, "height_low")
    if page.setup.is_backed and any(_AT_SHOULDERS.search(leveled(each.text)) for each in page.exercise.instructions):
        high = _SHOULDERS_M
    return Example(
        ground=ground.label.partition(" (")[0].lower(),
        mu=ground.interval.value,
        mu_low=ground.interval.low,
        mu_high=ground.interval.high,
        static_ratio=value(Constant.STATIC_RATIO, "sled"),
        length_m=length,
        cog_m=length * value(Constant.SLED_GEOMETRY, "cog_share"),
        push_at_m=value(Constant.SLED_GEOMETRY, "push_at"),
        cog_height_m=value(Constant.SLED_GEOMETRY, "cog_height"),
        height_m=high,
        lower_m=(high + low) / 2,
        shoe_mu=value(Constant.SHOE_FRICTION, "dry"),
    )
