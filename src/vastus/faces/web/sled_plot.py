"""Load against speed and power as SVG, with the band of each: from a profile of timed runs, or at one speed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from vastus.domain.interval import Interval
from vastus.mechanics.profile import LoadVelocityProfile
from vastus.mechanics.sled import SledAnswer

_WIDE, _HIGH = 340.0, 210.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 34.0, 36.0, 24.0, 34.0
_STEPS = 40
_TICKS = 5


@dataclass(frozen=True, slots=True)
class _Curve:
    """A quantity over the load, with its band."""

    kind: str
    points: tuple[tuple[float, Interval], ...]

    @property
    def top(self) -> float:
        return max(each.high for _, each in self.points)


def load_plot(answer: SledAnswer, profile: LoadVelocityProfile | None, speed: Interval) -> str:
    """The plot as an element. Without a profile the speed is the same at every load."""
    per_kg = _per_kg(answer)
    here = answer.setup.mass_kg.value
    most = _round_up(profile.m0_kg if profile else max(2 * here, 100.0))
    loads = [most * step / _STEPS for step in range(_STEPS + 1)]
    speeds = [(load, _floored(profile.speed_at(load)) if profile else speed) for load in loads]
    powers = [(load, _times(per_kg, load, each)) for load, each in speeds]
    curves = (_Curve("speed", tuple(speeds)), _Curve("power", tuple(powers)))
    tops = {each.kind: _round_up(max(each.top * (1 if profile else 1.2), 1e-6)) for each in curves}
    title = "Speed and power against load" if profile else "Power against load at one speed"
    inside = [*_axes(most, tops), *(part for each in curves for part in _drawn(each, most, tops[each.kind]))]
    x = _x(here, most)
    if here <= most:
        inside.append(f'<path class="here" d="M{x:.1f} {_TOP}V{_HIGH - _BOTTOM}"/>')
        inside.append(f'<text class="here" x="{x:.1f}" y="{_TOP - 4}" text-anchor="middle">{here:.0f} kg</text>')
    inside += [
        f'<circle class="run" cx="{_x(run.mass_kg, most):.1f}" cy="{_y(run.speed_m_s, tops["speed"]):.1f}" r="3"/>'
        for run in (profile.runs if profile else ())
        if run.mass_kg <= most
    ]
    return (
        f'<svg class="sled-plot" viewBox="0 0 {_WIDE:.0f} {_HIGH:.0f}" role="img" aria-labelledby="sled-plot-title'
        f' sled-plot-said"><title id="sled-plot-title">{title}</title>'
        f'<desc id="sled-plot-said">{escape(_said(profile, powers))}</desc>{"".join(inside)}</svg>'
    )


def _per_kg(answer: SledAnswer) -> Interval:
    """Horizontal push for each kilogram, N/kg: friction, slope and angle as they are set."""
    mass, force = answer.setup.mass_kg, answer.force_horizontal_n
    return Interval(force.value / mass.value, force.low / mass.value, force.high / mass.value)


def _times(per_kg: Interval, load: float, speed: Interval) -> Interval:
    return Interval(*(getattr(per_kg, end) * load * getattr(speed, end) for end in ("value", "low", "high")))


def _floored(speed: Interval) -> Interval:
    return Interval(*(max(each, 0.0) for each in (speed.value, speed.low, speed.high)))


def _x(load: float, most: float) -> float:
    return _LEFT + load / most * (_WIDE - _LEFT - _RIGHT)


def _y(value: float, top: float) -> float:
    return _HIGH - _BOTTOM - min(value / top, 1.0) * (_HIGH - _TOP - _BOTTOM)


def _drawn(curve: _Curve, most: float, top: float) -> Iterator[str]:
    upper = [(_x(load, most), _y(each.high, top)) for load, each in curve.points]
    lower = [(_x(load, most), _y(each.low, top)) for load, each in reversed(curve.points)]
    if any(not each.is_exact for _, each in curve.points):
        yield f'<path class="band {curve.kind}" d="{_path([*upper, *lower])}Z"/>'
    middle = [(_x(load, most), _y(each.value, top)) for load, each in curve.points]
    yield f'<path class="line {curve.kind}" d="{_path(middle)}"/>'


def _path(points: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def _axes(most: float, tops: dict[str, float]) -> Iterator[str]:
    floor = _HIGH - _BOTTOM
    yield f'<path class="axis" d="M{_LEFT} {_TOP}V{floor}H{_WIDE - _RIGHT}V{_TOP}"/>'
    for step in range(_TICKS + 1):
        share = step / _TICKS
        x, y = _x(most * share, most), _y(share, 1.0)
        yield f'<text class="tick" x="{x:.1f}" y="{floor + 13}" text-anchor="middle">{_tick(most * share)}</text>'
        speed, power = (_tick(tops[name] * share) for name in ("speed", "power"))
        yield f'<text class="tick speed" x="{_LEFT - 4}" y="{y + 3:.1f}" text-anchor="end">{speed}</text>'
        yield f'<text class="tick power" x="{_WIDE - _RIGHT + 4}" y="{y + 3:.1f}">{power}</text>'
    middle = (_LEFT + _WIDE - _RIGHT) / 2
    yield f'<text class="name" x="{middle}" y="{_HIGH - 6}" text-anchor="middle">load in kg, all together</text>'
    yield f'<text class="name speed" x="4" y="{_TOP - 11}">m/s</text>'
    yield f'<text class="name power" x="{_WIDE - 4}" y="{_TOP - 11}" text-anchor="end">W</text>'


def _tick(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"  # noqa: PLR2004  # :g writes 1e+03


def _round_up(value: float) -> float:
    """The next number of 1, 1.5, 2, 3, 4, 5, 6, 8 times a power of ten."""
    unit = 1.0
    while unit * 10 <= value:
        unit *= 10
    while unit > value:
        unit /= 10
    return next((step * unit for step in (1, 1.5, 2, 3, 4, 5, 6, 8) if step * unit >= value), 10 * unit)


def _said(profile: LoadVelocityProfile | None, powers: Sequence[tuple[float, Interval]]) -> str:
    load, best = max(powers, key=lambda each: each[1].value)
    if profile is None:
        return f"Power grows with the load, up to {best.value:.0f} W at {load:.0f} kg."
    return (
        f"Speed falls from {profile.v0_m_s:.1f} m/s without load to 0 at {profile.m0_kg:.0f} kg;"
        f" power is largest, about {best.value:.0f} W, at {load:.0f} kg."
    )
