"""The free-body picture of a sled, drawn to scale as SVG: forces as arrows, tipping heights on the pole.

One unit of the picture is 1 cm. Colors and lettering are classes, so that the page's stylesheet says them for light and
dark. What it shows is said in words as well, for whoever does not see it.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

from vastus.faces.sled_words import NOSE_WORDS, is_pulled, manner, number
from vastus.mechanics.sled import SledAnswer
from vastus.units import degrees

_CM = 100.0
_LONGEST_ARROW = 62.0  # cm of the picture
_ROOM_BEHIND = 105.0  # cm left of the rear edge: the athlete
_ROOM_AHEAD = 68.0
_BELOW = 76.0  # cm below the floor: the ground's force
_DECK = 10.0  # cm
_HIGHEST = 230.0
_HEAD = 6.0  # cm, an arrow's head


@dataclass(frozen=True, slots=True)
class _Scene:
    """What is drawn, in cm of the picture: x to the right from the rear edge, y upward from the floor."""

    answer: SledAnswer
    per_newton: float
    top: float

    @property
    def length(self) -> float:
        return self.answer.setup.length_m.value * _CM

    @property
    def pole(self) -> tuple[float, float]:
        it = self.answer.setup
        return it.push_at_m.value * _CM, it.height_m.value * _CM


def sled_picture(answer: SledAnswer) -> str:
    """The picture as an element; `svg` fills the width that it is given."""
    it = answer.setup
    largest = max(answer.force_n.value, answer.normal_n.value, it.mass_kg.value * 9.81)
    top = min(max(it.height_m.value * _CM + 40, answer.breakaway_tipping_height_m.value * _CM + 12, 150.0), _HIGHEST)
    scene = _Scene(answer, _LONGEST_ARROW / largest, top)
    left = -max(_ROOM_BEHIND, _ROOM_BEHIND - scene.pole[0])
    reach = answer.force_n.value * scene.per_newton if is_pulled(it) else 0.0
    right = max(scene.length, scene.pole[0] + reach) + _ROOM_AHEAD
    tilt = degrees(it.slope_rad.value)
    lift = abs(math.sin(it.slope_rad.value)) * max(right, -left)  # room for what the slope turns
    box = f"{left:.0f} {-top - lift:.0f} {right - left:.0f} {top + _BELOW + 2 * lift:.0f}"
    inside = "".join(_drawn(scene, left, right))
    turned = f'<g transform="rotate({-tilt:.2f})">{inside}</g>' if tilt else inside
    said = escape(_said(answer))
    scale = _scale(scene, left, lift)
    return (
        f'<svg class="sled-picture" viewBox="{box}" role="img" aria-labelledby="sled-picture-title sled-picture-said">'
        f'<title id="sled-picture-title">Forces on the sled, to scale</title><desc id="sled-picture-said">{said}</desc>'
        f"{turned}{scale}</svg>"
    )


def _drawn(scene: _Scene, left: float, right: float) -> Iterator[str]:
    yield f'<path class="floor" d="M{left:.0f} 0H{right:.0f}"/>'
    yield from _athlete(scene)
    yield from _sled(scene)
    yield from _heights(scene)
    yield from _ground(scene)
    yield from _forces(scene)


def _sled(scene: _Scene) -> Iterator[str]:
    it = scene.answer.setup
    x, height = scene.pole
    length, cog = scene.length, it.cog_m.value * _CM
    tall = height if is_pulled(it) else max(height, 90.0)
    posts = f"M4 -2V{-_DECK}M{length - 4:.1f} -2V{-_DECK}"
    yield f'<path class="sled" d="M0 -2H{length:.1f}M0 {-_DECK}H{length:.1f}{posts}"/>'
    yield f'<path class="sled" d="M{x:.1f} {-min(_DECK, height):.1f}V{-tall:.1f}"/>'
    plates = min(max(it.mass_kg.value / 6, 4.0), 40.0)  # thicker with the mass; a sign, not a measure
    yield f'<rect class="plates" x="{cog - 22:.1f}" y="{-_DECK - plates:.1f}" width="44" height="{plates:.1f}" rx="2"/>'
    yield f'<circle class="cog" cx="{cog:.1f}" cy="{-it.cog_height_m.value * _CM:.1f}" r="2.6"/>'


def _athlete(scene: _Scene) -> Iterator[str]:
    """Feet, contact and the line between them, where the lean is known."""
    lean = scene.answer.lean_offset_m
    if lean is None or is_pulled(scene.answer.setup):  # how long a rope is, nobody said
        return
    x, height = scene.pole
    feet = x - lean.value * _CM
    spread = abs(lean.high - lean.low) * _CM
    yield f'<path class="lean" d="M{feet:.1f} 0L{x:.1f} {-height:.1f}"/>'
    yield f'<path class="feet" d="M{feet - 9:.1f} 0q2 -6 8 -6h7v6z"/>'
    if spread > 1:
        ends = sorted((x - lean.low * _CM, x - lean.high * _CM))
        yield f'<path class="feet-range" d="M{ends[0]:.1f} 3H{ends[1]:.1f}"/>'
    yield _label("feet", feet - 12, -3, "end", "lean-label")


def _heights(scene: _Scene) -> Iterator[str]:
    """The push heights at which something happens, on a ruler at the pole."""
    answer = scene.answer
    x, _ = scene.pole
    at = 0.0 if is_pulled(answer.setup) else x
    marks = (
        ("tips", answer.tipping_height_m, "tip"),
        ("tips at the start", answer.breakaway_tipping_height_m, "tip-start"),
        ("rear unloads", answer.unloading_height_m, "unload"),
    )
    taken: list[float] = []
    for words, height, kind in sorted(marks, key=lambda each: -each[1].value):
        y = height.value * _CM
        if not 0 < y <= scene.top - 6:
            continue
        if not height.is_exact:
            low, high = (min(max(each * _CM, 0.0), scene.top) for each in (height.low, height.high))
            yield f'<rect class="range {kind}" x="{at - 3:.1f}" y="{-high:.1f}" width="6" height="{high - low:.1f}"/>'
        yield f'<path class="mark {kind}" d="M{at - 6:.1f} {-y:.1f}h26"/>'
        shown = y
        while any(abs(shown - each) < 11 for each in taken):  # noqa: PLR2004  # a line of lettering
            shown -= 2
        taken.append(shown)
        yield _label(f"{words} {number(height.value, 2)} m", at + 23, -shown + 3.5, "start", kind)


def _ground(scene: _Scene) -> Iterator[str]:
    """Where the ground carries the sled: its range, the limit of the rear edge, and the front edge."""
    answer, length = scene.answer, scene.length
    limit = 2 / 3 * length
    yield f'<path class="limit" d="M{limit:.1f} -3V6M{length:.1f} -3V6"/>'
    for pressure, kind in ((answer.breakaway_center_of_pressure_m, "start"), (answer.center_of_pressure_m, "moving")):
        if not pressure.is_exact:
            low, high = (each * _CM for each in (pressure.low, pressure.high))
            y = 2 if kind == "moving" else 5
            yield f'<path class="pressure {kind}" d="M{low:.1f} {y}H{high:.1f}"/>'


def _forces(scene: _Scene) -> Iterator[str]:
    answer = scene.answer
    it = answer.setup
    x, height = scene.pole
    cog, z = it.cog_m.value * _CM, it.cog_height_m.value * _CM
    pressure = answer.center_of_pressure_m.value * _CM
    weight, slope = it.mass_kg.value * 9.80665, it.slope_rad.value
    drop = (-weight * math.sin(slope), -weight * math.cos(slope))
    friction = answer.normal_n.value * it.mu.value
    theta, push = it.angle_rad.value, answer.force_n.value
    yield _arrow(scene, (cog, z), drop, "weight", f"weight {weight:.0f} N", ends_there=False)
    yield _arrow(scene, (pressure, 0), (0.0, answer.normal_n.value), "normal", f"ground {answer.normal_n.value:.0f} N")
    yield _arrow(scene, (0, -14), (-friction, 0.0), "friction", f"friction {friction:.0f} N", ends_there=False)
    towards = (push * math.cos(theta), -push * math.sin(theta))
    pulls = is_pulled(it)
    yield _arrow(
        scene, (x, height), towards, "push", f"{'pull' if pulls else 'push'} {push:.0f} N", ends_there=not pulls
    )


def _arrow(  # noqa: PLR0913  # what an arrow is
    scene: _Scene,
    at: tuple[float, float],
    force: tuple[float, float],
    kind: str,
    words: str,
    *,
    ends_there: bool = True,
) -> str:
    """A force in N as an arrow that ends, or begins, at a point."""
    dx, dy = force[0] * scene.per_newton, force[1] * scene.per_newton
    size = math.hypot(dx, dy)
    if size < 1:
        return ""
    tip = at if ends_there else (at[0] + dx, at[1] + dy)
    tail = (tip[0] - dx, tip[1] - dy)
    ux, uy = dx / size, dy / size
    head = min(_HEAD, size * 0.6)
    neck = (tip[0] - ux * head, tip[1] - uy * head)
    wing = (-uy * head * 0.5, ux * head * 0.5)
    points = " ".join(
        f"{px:.1f},{-py:.1f}"
        for px, py in (tip, (neck[0] + wing[0], neck[1] + wing[1]), (neck[0] - wing[0], neck[1] - wing[1]))
    )
    line = f'<path d="M{tail[0]:.1f} {-tail[1]:.1f}L{neck[0]:.1f} {-neck[1]:.1f}"/><polygon points="{points}"/>'
    return f'<g class="force {kind}">{line}{_force_label(tail, tip, kind, words)}</g>'


def _force_label(tail: tuple[float, float], tip: tuple[float, float], kind: str, words: str) -> str:
    if kind == "weight":
        return _label(words, tip[0] - 6, -tip[1], "end", "")
    if kind == "normal":
        return _label(words, tail[0] + 6, -tail[1], "start", "")
    if words.startswith("pull"):
        return _label(words, tip[0] - 4, -tip[1] - 6, "start", "")
    return _label(words, min(tail[0], tip[0]) - 3, -max(tail[1], tip[1]) + 3, "end", "")


def _label(words: str, x: float, y: float, anchor: str, kind: str) -> str:
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(words)}</text>'


def _scale(scene: _Scene, left: float, lift: float) -> str:
    """What half a meter and a round force are long."""
    force = next((each for each in (1000, 500, 200, 100) if each * scene.per_newton <= _LONGEST_ARROW), 50)
    y, x = _BELOW + lift - 8, left + 8
    long = force * scene.per_newton
    words = _label("0.5 m", x + 54, y - 11, "start", "") + _label(f"{force} N", x + long + 4, y + 3, "start", "")
    return f'<g class="scale"><path d="M{x:.1f} {y - 17:.1f}v4h50v-4M{x:.1f} {y:.1f}h{long:.1f}"/>{words}</g>'


def _said(answer: SledAnswer) -> str:
    it = answer.setup
    pushed = (
        f"A sled of {number(it.mass_kg.value, 0)} kg, {number(it.length_m.value, 2)} m long, is {manner(it)},"
        f" with {answer.force_n.value:.0f} N."
    )
    carried = (
        f"The ground carries it at {answer.dig_in_index.value:.0%} of its length from the rear edge"
        f" ({NOSE_WORDS[answer.nose]}), at the start at {answer.breakaway_dig_in_index.value:.0%}"
        f" ({NOSE_WORDS[answer.breakaway_nose]})."
    )
    parts = [pushed, carried]
    if answer.tipping_height_m.value > 0:
        parts.append(f"It would tip from a push height of {number(answer.tipping_height_m.value, 2)} m.")
    if answer.lean_offset_m is not None:
        parts.append(f"The feet are {number(answer.lean_offset_m.value, 2)} m from the body's center of mass.")
    return " ".join(parts)
