"""What the sled calculator can be told: the one list that options, forms and the Python face are made of.

Apart from the calculator, because a command line that lists its options need not load NumPy.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from vastus.units import BARE, Dimension


@dataclass(frozen=True, slots=True)
class Input:
    """One thing that may be entered: its name, the field of the set-up, its dimension, and what it is."""

    name: str
    field: str | None
    dimension: Dimension
    about: str

    @property
    def option(self) -> str:
        """As an option of the command."""
        return "--" + self.name.replace("_", "-")

    @property
    def unit(self) -> str:
        """The unit of a bare number."""
        return BARE[self.dimension]


INPUTS: Mapping[str, Input] = {
    each.name: each
    for each in (
        Input("mass", "mass_kg", Dimension.MASS, "Sled and plates together; 225lb works, too"),
        Input("sled", None, Dimension.MASS, "The empty sled, with --plates in place of --mass"),
        Input("plates", None, Dimension.MASS, "The plates on it"),
        Input("mu", "mu", Dimension.RATIO, "Friction while it slides: 0.33, or 0.30..0.36, or 0.33±10%"),
        Input("mu_static", "mu_static", Dimension.RATIO, "Friction before it moves (default: 1.3 times the other)"),
        Input("mu_at", "mu_at_kg", Dimension.MASS, "The mass at which that friction was measured"),
        Input("mu_per_kg", "mu_per_kg", Dimension.RATIO, "How friction changes with each kilogram more: -0.00044"),
        Input("length", "length_m", Dimension.LENGTH, "Length of the skids on the ground (default 1 m)"),
        Input("cog", "cog_m", Dimension.LENGTH, "Center of mass, from the rear edge (default: the middle)"),
        Input("cog_height", "cog_height_m", Dimension.LENGTH, "Its height (matters on slopes and when speeding up)"),
        Input("push_at", "push_at_m", Dimension.LENGTH, "Where the push acts, from the rear edge (default 0)"),
        Input("height", "height_m", Dimension.LENGTH, "Height of the push above the floor (default 0.9 m)"),
        Input("angle", "angle_rad", Dimension.ANGLE, "Push angle in degrees: positive down, negative up (a rope)"),
        Input("slope", "slope_rad", Dimension.ANGLE, "Slope in degrees, positive uphill; 8% works, too"),
        Input("accel", "accel_m_s2", Dimension.ACCELERATION, "Acceleration in m/s² (default 0)"),
        Input("athlete", "athlete_kg", Dimension.MASS, "Body mass: for grip, lean and energy"),
        Input("stature", "stature_m", Dimension.LENGTH, "Body height: no push is above it"),
        Input("shoe_mu", "shoe_mu", Dimension.RATIO, "Friction of the shoes (default 0.6 to 1.0)"),
        Input("distance", "distance_m", Dimension.LENGTH, "Length of a run: for the work"),
        Input("speed", "speed_m_s", Dimension.SPEED, "Speed in m/s: for the power"),
    )
}
"""What describes one sled; `surface` is entered beside it, by name."""

TARGET_INPUTS: Mapping[str, Input] = {
    each.name: each
    for each in (
        Input("to_sled", None, Dimension.MASS, "The other empty sled"),
        Input("to_mu", "mu", Dimension.RATIO, "Friction there"),
        Input("to_mu_at", "mu_at_kg", Dimension.MASS, "The mass at which that friction was measured"),
        Input("to_mu_per_kg", "mu_per_kg", Dimension.RATIO, "How it changes with each kilogram more"),
        Input("to_angle", "angle_rad", Dimension.ANGLE, "Push angle there (default: the same)"),
        Input("to_slope", "slope_rad", Dimension.ANGLE, "Slope there (default 0)"),
        Input("to_mass", None, Dimension.MASS, "Mass of the car (default 1500 kg)"),
        Input("to_rolling", None, Dimension.RATIO, "Rolling resistance of the car"),
        Input("hand", None, Dimension.FORCE, "Downward force of the hands on a plate (default 100 to 250 N)"),
        Input("m0", None, Dimension.MASS, "Load at which speed reaches 0 here, from 'vastus sled profile'"),
        Input("to_m0", None, Dimension.MASS, "The same there"),
    )
}
"""What describes the other side of an equal load; `to`, `to_surface` and `by` are entered beside it, as words."""

TARGETS = ("sled", "car", "plate", "pull", "push")
BASES = ("force", "velocity-loss")
WORDS: Mapping[str, str] = {
    "surface": "A surface in place of the friction: turf_gym, grass, …",
    "to": f"What it is compared with: {', '.join(TARGETS)}",
    "to_surface": "The surface there; for a car: asphalt, gravel_rolled, soil, …",
    "by": f"What is equal: {' or '.join(BASES)}",
}
"""What is entered as a word."""

OWN: Mapping[str, str] = {
    "my_sled": "A sled of yours, for what is not given here",
    "my_surface": "A surface of yours in place of the friction",
    "to_my_surface": "A surface of yours there",
}
"""What names a sled or surface that the user keeps; resolved to other inputs before anything is computed."""

NAMES = (*INPUTS, *WORDS, *TARGET_INPUTS)
"""Everything that may be entered."""
