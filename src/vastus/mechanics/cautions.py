"""What to say beside an answer: inputs outside the range where somebody measured, guesses, and what will go wrong."""

from collections.abc import Iterator, Mapping

from vastus.domain.interval import Interval
from vastus.domain.source import Confidence
from vastus.mechanics.setup import SledSetup
from vastus.units import degrees

_MEASURED_MU = (0.21, 0.58)  # Linthorne & Cooper 2013, four sports surfaces
_MEASURED_KG = (44.8, 136.2)  # Andre 2013
_WALKED_M_S = (0.5, 2.0)  # a constant friction is a fair start there; a judgement
_USUAL_ANGLE_DEG = 30.0  # the derived tables end there
_USUAL_ATHLETE_KG = (40.0, 160.0)
_TIP = 1.0
_AEROBIC_MET = 13.0  # above the aerobic capacity of most people; general knowledge
_GUESSED = {
    "length_m": "skid length",
    "cog_m": "center of mass",
    "cog_height_m": "height of the center of mass",
    "push_at_m": "push point",
    "height_m": "push height",
}


def cautions(setup: SledSetup, found: Mapping[str, Interval]) -> tuple[str, ...]:
    """The sentences for a set-up and its results, the most urgent first."""
    return (*_troubles(setup, found), *_outside(setup), *_guesses(setup))


def _troubles(setup: SledSetup, found: Mapping[str, Interval]) -> Iterator[str]:
    start, moving = found["breakaway_dig_in_index"].value, found["dig_in_index"].value
    if moving >= _TIP:
        yield f"The sled tips over its front edge: the pressure would be at {moving:.2f} of its length; push lower."
    elif start >= _TIP:
        yield f"The sled tips as it starts (pressure at {start:.2f} of its length): push lower."
    if moving < 0:
        yield "The pressure leaves the rear edge: the sled rears up; push or pull lower, or less steeply."
    yield from _exertion(found)
    if setup.athlete_kg is not None:
        yield from _footing(setup, found)


def _exertion(found: Mapping[str, Interval]) -> Iterator[str]:
    if "metabolic_met" in found and found["metabolic_met"].value >= _AEROBIC_MET:
        met = found["metabolic_met"].value
        yield f"About {met:.0f} MET is more than most people can keep up: such runs are intervals with rest between."


def _footing(setup: SledSetup, found: Mapping[str, Interval]) -> Iterator[str]:
    if "grip_share" not in found:
        yield "The feet slip on this slope without any push."
    elif found["grip_share"].value >= 1:
        yield f"Your feet slip first: the push is {found['grip_share'].value:.0%} of what the shoes can hold."
    elif found["breakaway_grip_share"].value >= 1:
        share = found["breakaway_grip_share"].value
        yield f"Your feet may slip at the start: it asks for {share:.0%} of what the shoes can hold."
    if "lean_offset_m" not in found:
        yield "The push lifts the athlete off the ground: there is no lean that holds it."
    elif any(each.low or each.high for each in (setup.slope_rad, setup.accel_m_s2)):
        yield "The lean is computed for level, steady pushing; slope and acceleration change it."


def _outside(setup: SledSetup) -> Iterator[str]:
    low, high = _MEASURED_MU
    if not low <= setup.mu.value <= high:
        yield f"Friction {setup.mu.value:.2f} is outside the {low} to {high} that was measured for sleds."
    low, high = _MEASURED_KG
    if ("mu" in setup.facts or "mu_static" in setup.facts) and not low <= setup.mass_kg.value <= high:
        mass = setup.mass_kg.value
        yield f"Sled friction was measured from {low} to {high} kg, not at {mass:g} kg; it falls with load."
    low, high = _WALKED_M_S
    if setup.speed_m_s is not None and not low <= setup.speed_m_s.value <= high:
        speed = setup.speed_m_s.value
        yield f"Friction is taken as constant, a fair start from {low} to {high:g} m/s, not at {speed:g}."
    angle = degrees(setup.angle_rad.value)
    if abs(angle) > _USUAL_ANGLE_DEG:
        yield f"A push angle of {angle:.0f}° is outside the ±{_USUAL_ANGLE_DEG:.0f}° that this was checked on."
    low, high = _USUAL_ATHLETE_KG
    if setup.athlete_kg is not None and not low <= setup.athlete_kg.value <= high:
        mass = setup.athlete_kg.value
        yield f"The athlete's {mass:g} kg are outside the {low:g} to {high:g} kg that this was made for."


def _guesses(setup: SledSetup) -> Iterator[str]:
    surface = setup.facts.get("mu")
    if surface is not None and surface.mark in (Confidence.JUDGEMENT, Confidence.UNVERIFIED):
        yield f"The friction of {surface.label.lower()} is a guess ({surface.note}): measure yours."
    shoes = setup.facts.get("shoe_mu")
    if shoes is not None and setup.athlete_kg is not None:
        yield f"The grip of the shoes is a guess for a {shoes.label.lower()}; dust or water can halve it."
    pitched = any(each.low or each.high for each in (setup.slope_rad, setup.accel_m_s2))
    guessed = [words for name, words in _GUESSED.items() if name in setup.facts and (name != "cog_height_m" or pitched)]
    if guessed:
        yield f"Not given, so a usual sled was taken for: {', '.join(guessed)}. A tape measure is enough."
