"""How the sled calculator's results read, on a terminal and on a page: numbers with ranges, states in plain words."""

from collections.abc import Iterator
from typing import TypeAlias

from vastus.domain.gear import Gear
from vastus.domain.interval import Interval
from vastus.mechanics.setup import SledSetup
from vastus.mechanics.sled import Nose, SledAnswer
from vastus.units import STANDARD_GRAVITY, degrees, read_range
from vastus.usecases.compute_sled import Equal
from vastus.usecases.sled_inputs import INPUTS

NOSE_WORDS = {
    Nose.CALM: "calm",
    Nose.WATCH: "watch it",
    Nose.NOSE_HEAVY: "nose-heavy",
    Nose.NEAR_TIP: "about to tip",
    Nose.TIPS: "tips",
}
Row: TypeAlias = tuple[str, Interval | None, str, str, int | None]
"""A result to show: label, number (None: left out), unit, what it means, digits after the point (None: by its size)."""


def number(value: float, digits: int | None = None) -> str:
    """A number with the digits that are worth reading.

    >>> number(371.45), number(0.7841), number(6.5)
    ('371', '0.78', '6.5')
    """
    if digits is not None:
        return f"{value:.{digits}f}"
    size = abs(value)
    return f"{value:.0f}" if size >= 100 else f"{value:.1f}" if size >= 1 else f"{value:.2f}"  # noqa: PLR2004  # digits


def band(interval: Interval, digits: int | None = None) -> str | None:
    """The range in words, None where the number is exact.

    >>> band(Interval(371, 260, 546))
    '260 to 546'
    """
    if interval.is_exact:
        return None
    low, high = number(interval.low, digits), number(interval.high, digits)
    return None if low == high else f"{low} to {high}"


def direction(angle_rad: float) -> str:
    """A push angle in words.

    >>> direction(0.0), direction(0.17453), direction(-0.17453)
    ('level', '10° downward', '10° upward')
    """
    angle = degrees(angle_rad)
    if abs(angle) < 0.05:  # noqa: PLR2004  # less than is shown
        return "level"
    return f"{abs(angle):.3g}° {'downward' if angle > 0 else 'upward'}"


def manner(setup: SledSetup) -> str:
    """How the sled is moved, in words: pulled when the force acts in front of its center of mass."""
    verb = "pulled" if is_pulled(setup) else "pushed"
    return f"{verb} at {number(setup.height_m.value, 2)} m, {direction(setup.angle_rad.value)}"


def is_pulled(setup: SledSetup) -> bool:
    """Whether the force acts in front of the center of mass."""
    return setup.push_at_m.value > setup.cog_m.value


def feet_words(answer: SledAnswer) -> str | None:
    """What the push takes of the grip, in words."""
    if answer.grip_share is None or answer.breakaway_grip_share is None:
        return None
    share, start = answer.grip_share.value, answer.breakaway_grip_share.value
    if share >= 1:
        return f"they slip: it takes {share:.0%} of their grip"
    held = f"they hold: it takes {share:.0%} of their grip"
    return (
        f"{held}, {start:.0%} at the start" if start < 1 else f"{held}, but {start:.0%} at the start, so they may slip"
    )


def height_words(height: Interval, state: str) -> str:
    """From which push height on something happens, or that it already does."""
    if height.value <= 0:
        return f"{state} at any height"
    return f"{state} from {number(height.value, 2)} m"


def origin_words(gear: Gear) -> str:
    """Where an own sled or surface comes from.

    >>> from vastus.domain.gear import GearKind
    >>> garage = Gear(GearKind.SURFACE, "Garage", {"mu": "0.4"}, "2026-01-02T03:04:05Z", is_measured=True, readings=3)
    >>> origin_words(garage)
    'measured on 2026-01-02, 3 readings'
    """
    if not gear.is_measured:
        return f"entered on {gear.at[:10]}"
    count = f", {gear.readings} reading{'' if gear.readings == 1 else 's'}" if gear.readings else ""
    return f"measured on {gear.at[:10]}{count}"


def part_words(gear: Gear) -> str:
    """What is kept of an own sled or surface, in one line.

    >>> from vastus.domain.gear import GearKind
    >>> part_words(Gear(GearKind.SLED, "Prowler", {"sled": "40", "height": "36in"}, "2026-01-02T03:04:05Z"))
    'empty 40 kg, push height 36 in'
    """
    parts: list[str] = []
    for name, text in gear.inputs.items():
        found = read_range(text, INPUTS[name].dimension)
        parts.append(f"{_PARTS[name]} {found}")
    return ", ".join(parts)


_PARTS = {
    "sled": "empty", "length": "length", "cog": "center of mass at", "cog_height": "its height",
    "push_at": "push point at", "height": "push height", "mu": "friction", "mu_static": "before it moves",
    "mu_at": "at", "mu_per_kg": "per kg",
}  # fmt: skip


def as_kgf(force_n: float) -> str:
    """A force as a luggage scale shows it."""
    return f"{force_n / STANDARD_GRAVITY:.0f} kg on a luggage scale"


def answer_rows(answer: SledAnswer) -> Iterator[Row]:
    """The results in the order in which they are read."""
    share, met = answer.force_per_body_weight, answer.metabolic_met
    weight = f", {share.value:.0%} of body weight" if share else ""
    yield "Push to keep moving", answer.force_n, "N", as_kgf(answer.force_horizontal_n.value) + weight, None
    yield "Push to start", answer.breakaway_force_n, "N", "", None
    yield "Feet hold", answer.grip_limit_n, "N", feet_words(answer) or "", None
    yield "Lean", answer.lean_offset_m, "m", "from your feet to your center of mass, into the work", 2
    yield "Work of a run", answer.work_j, "J", "", None
    yield "Power", answer.power_w, "W", "on the sled alone", None
    estimate = f"about {number(met.value, 0)} MET, an estimate" if met else ""
    yield "Metabolic power", answer.metabolic_w, "W", estimate, None


def equal_rows(equal: Equal) -> Iterator[Row]:
    """What an equal load stands on."""
    car, load = equal.car, equal.load
    if car is not None:
        yield "Rolls with", car.car_n, "N", "on level ground", None
        yield "That is a sled of", car.sled_kg, "kg", "on your surface", None
        yield "Speeding it up adds", car.start_n, "N", f"for {car.accel_m_s2} m/s²; this is the hard part", None
        yield "Your sled's push needs", car.car_kg, "kg", "of car to roll as hard", None
    if load is not None:
        ratio = f"{load.ratio.value:.0%} of the load here" if load.is_possible else ""
        yield "Equal in all", load.total_kg, "kg", ratio, 1
        if load.force_n is not None and load.is_possible:
            yield "Push of both", Interval.exact(load.force_n), "N", as_kgf(load.force_n), 0


def equal_title(equal: Equal) -> str:
    """The equal load in one line."""
    if equal.car is not None:
        return f"A car of {number(equal.inputs['to_mass'].interval.value, 0)} kg in place of the sled"
    if equal.load is not None and not equal.load.is_possible:
        return "No load: even without one it asks for more"
    what = {"plates": "of plates on it", "total": "in all", "plate": "of plate"}[equal.what]
    return f"{number(equal.kg.value, 1)} kg {what}"
