"""The page of the sled calculator: a form that answers without script; the address holds everything."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from litestar import Request
from litestar.datastructures import State
from litestar.response import Redirect
from markupsafe import Markup

from vastus.domain.interval import Interval
from vastus.errors import GearError, MechanicsError, QuantityError
from vastus.faces.answer import HTML, Answer
from vastus.faces.sled_words import (
    NOSE_WORDS,
    Row,
    answer_rows,
    band,
    equal_rows,
    equal_title,
    height_words,
    manner,
    number,
)
from vastus.faces.web.gear import Chosen, chosen_in
from vastus.faces.web.sled_picture import sled_picture
from vastus.faces.web.sled_plot import load_plot
from vastus.faces.web.templates import render
from vastus.mechanics.sled import SledAnswer
from vastus.usecases.compute_sled import SledReport, compute_sled, grounds, surface_names
from vastus.usecases.measure_sled import Profiled, profile_runs, run_lines
from vastus.usecases.own_gear import with_own
from vastus.usecases.sled_inputs import INPUTS, NAMES, OWN, TARGET_INPUTS

_EXAMPLE = {"mass": "100", "surface": "turf_gym", "height": "0.9", "angle": "10", "athlete": "80"}
_PAGE_ONLY = ("runs", "form")  # runs of a profile; form=numbers shows boxes in place of sliders
_LONGEST = 4000  # characters; a table of runs is the longest
_SPEED = Interval.exact(1.0)  # m/s, a walk, where none was entered


@dataclass(frozen=True, slots=True)
class Slider:
    """The ends and the step of a slider."""

    low: float
    high: float
    step: float


@dataclass(frozen=True, slots=True)
class Field:
    """One input of the form: a slider where its value lies on one, else a box."""

    name: str
    label: str
    unit: str
    text: str
    hint: str
    slider: Slider | None
    is_wrong: bool
    is_own: bool = False


_MAIN: Mapping[str, tuple[str, Slider]] = {
    "mass": ("Sled and plates", Slider(10, 300, 1)),
    "height": ("Push height", Slider(0.1, 1.6, 0.01)),
    "angle": ("Push angle", Slider(-30, 30, 1)),
    "athlete": ("Body mass", Slider(40, 160, 1)),
}
_MORE: Mapping[str, tuple[str, Slider]] = {
    "slope": ("Slope", Slider(-10, 15, 0.5)),
    "accel": ("Acceleration", Slider(0, 2, 0.1)),
    "cog": ("Center of mass from the rear edge", Slider(0, 1.5, 0.01)),
    "length": ("Length of the skids", Slider(0.4, 2, 0.01)),
    "push_at": ("Push point from the rear edge", Slider(-0.5, 2, 0.01)),
    "cog_height": ("Height of the center of mass", Slider(0, 1, 0.01)),
    "distance": ("Length of a run", Slider(5, 100, 1)),
    "speed": ("Speed", Slider(0.3, 4, 0.1)),
}
_BOXES = {
    "mu_static": "Friction before it moves",
    "shoe_mu": "Friction of the shoes",
    "stature": "Your height",
    "sled": "The empty sled, of the mass above",
}
_TARGETS = {
    "to_sled": "The other empty sled",
    "to_mu": "Its friction",
    "to_mass": "Mass of the car",
    "hand": "Hands on the plate",
}


def sled_page(request: Request[Any, Any, Any], state: State) -> Answer | Redirect:
    """The calculator; what stands in the address is what is computed."""
    known = (*NAMES, *OWN, *_PAGE_ONLY)
    given = [(name, text) for name, text in request.query_params.multi_items() if name in known]
    texts = {name: text.strip()[:_LONGEST] for name, text in given if text.strip()}
    own = chosen_in(texts, state.parts.reader)
    kept = {name: texts[name] for name in known if name in texts and not own.fills_in(name)}  # one order: one address
    if len(kept) < len(given):  # a form sends its empty boxes, too: an address is kept without them
        return Redirect(f"/sled?{urlencode(kept)}" if kept else "/sled", status_code=303)
    entered = _entered(kept, own)
    told: Mapping[str, str | None] = entered
    report: SledReport | None = None
    profiled: Profiled | None = None
    wrong: MechanicsError | QuantityError | GearError | None = own.wrong
    try:
        if wrong is None:
            told = with_own(entered, state.parts.reader).entered
            report = compute_sled(told)
        profiled = _profiled(kept.get("runs"))
    except (MechanicsError, QuantityError, GearError) as error:
        wrong = error
    text = render(
        "sled.html",
        here="/sled",
        form=_form(entered, kept, own, report, wrong),
        own=own,
        keepable={**{name: text for name, text in told.items() if text}, **own.names},
        can_change=state.can_change,
        entered=entered,
        runs=kept.get("runs", ""),
        is_example=not kept,
        surfaces=surface_names(),
        grounds=grounds(),
        wrong=wrong,
        answer=_shown(report, profiled, own) if report else None,
        address=f"/sled?{urlencode({**entered, **{name: kept[name] for name in _PAGE_ONLY if name in kept}})}",
        twin=f"/api/v1/sled?{urlencode({name: text for name, text in told.items() if text})}",
        numbers=kept.get("form") == "numbers",
        other_form=_other_form(entered, kept),
    )
    return Answer(text.encode(), media_type=HTML, status_code=400 if wrong else 200)


def _entered(kept: Mapping[str, str], own: Chosen) -> dict[str, str]:
    """The inputs for the calculator: an example where there are none, own friction before that of a surface."""
    entered = {name: text for name, text in kept.items() if name in NAMES or name in own.names}
    if not entered:
        return dict(_EXAMPLE)
    if own.fills_in("mu") or "mu" in entered:
        entered.pop("surface", None)
    elif "surface" not in entered:
        entered["surface"] = _EXAMPLE["surface"]
    if "to_mu" in entered:
        entered.pop("to_surface", None)
    if not {"mass", "sled", "plates"} & {*entered, *own.fills}:
        entered["mass"] = _EXAMPLE["mass"]
    return entered


def _profiled(runs: str | None) -> Profiled | None:
    return profile_runs(run_lines(runs), "the runs") if runs else None


def _other_form(entered: Mapping[str, str], kept: Mapping[str, str]) -> str:
    query = {**entered, **({"runs": kept["runs"]} if "runs" in kept else {})}
    return f"/sled?{urlencode(query if kept.get('form') == 'numbers' else {**query, 'form': 'numbers'})}"


def _form(
    entered: Mapping[str, str],
    kept: Mapping[str, str],
    own: Chosen,
    report: SledReport | None,
    wrong: MechanicsError | QuantityError | GearError | None,
) -> dict[str, list[Field]]:
    """The fields by the part of the form that they stand in."""
    blamed = wrong.field if wrong else None
    if blamed is not None:
        fields = {each.field: each.name for each in INPUTS.values() if each.field}
        blamed = fields.get(blamed, blamed)
    only_boxes = kept.get("form") == "numbers"

    def field(name: str, label: str, slider: Slider | None) -> Field:
        known = INPUTS.get(name) or TARGET_INPUTS[name]
        if own.fills_in(name):
            text = own.fills[name] or ""
            return Field(name, label, known.unit, text, "as you keep it", slider=None, is_wrong=False, is_own=True)
        text = entered.get(name, "")
        taken = report.inputs.get(name) if report and name in INPUTS else None
        shown = _plain(taken.interval.value, name) if taken is not None and not text else text
        on_slider = None if only_boxes else _on(slider, shown)
        return Field(name, label, known.unit, shown if on_slider else text, known.about, on_slider, name == blamed)

    return {
        "main": [field(name, label, slider) for name, (label, slider) in _MAIN.items()],
        "more": [field(name, label, slider if name in entered else None) for name, (label, slider) in _MORE.items()]
        + [field(name, label, None) for name, label in _BOXES.items()],
        "own": [field("mu", "Own friction", None)],
        "target": [field(name, label, None) for name, label in _TARGETS.items()],
    }


def _plain(value: float, name: str) -> str:
    """A value of a set-up as it would be entered."""
    from vastus.units import Dimension, degrees  # noqa: PLC0415  # only for sliders

    shown = degrees(value) if INPUTS[name].dimension is Dimension.ANGLE else value
    return f"{shown:.4g}"


def _on(slider: Slider | None, text: str) -> Slider | None:
    """The slider if a text is a bare number on it."""
    if slider is None:
        return None
    try:
        value = float(text)
    except ValueError:
        return None
    return slider if slider.low <= value <= slider.high else None


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer as the template needs it."""

    picture: Markup
    plot: Markup
    title: str
    brief: Sequence["Brief"]
    rows: Sequence["Line"]
    noses: Sequence["NoseLine"]
    heights: Sequence[str]
    warnings: Sequence[str]
    equal_title: str | None
    equal_rows: Sequence["Line"]
    profile_rows: Sequence["Line"]
    profile_notes: Sequence[str]
    speed_note: str


@dataclass(frozen=True, slots=True)
class Line:
    """A result in words."""

    label: str
    value: str
    band: str | None
    note: str


@dataclass(frozen=True, slots=True)
class Brief:
    """One of the few results that stay in sight while the form is filled in; `kind` is the class that colors it."""

    label: str
    value: str
    note: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class NoseLine:
    """The state of the nose at a moment: its word, its index, and the class that colors it."""

    label: str
    words: str
    index: str
    band: str | None
    kind: str


def _shown(report: SledReport, profiled: Profiled | None, own: Chosen) -> Shown:
    answer, equal = report.answer, report.equal
    it = answer.setup
    fact = it.facts.get("mu")
    where = fact.label.lower() if fact else own.names.get("my_surface", f"friction {number(it.mu.value, 2)}")
    what = f" with {own.names['my_sled']}" if "my_sled" in own.names else ""
    warnings = [*answer.warnings, *(equal.warnings if equal else ())]
    speed = it.speed_m_s or _SPEED
    note = "" if profiled else f"Power at a constant {number(speed.value)} m/s. Enter timed runs for your own line."
    return Shown(
        # Both are made of our own words and of numbers, and escape what they print.
        picture=Markup(sled_picture(answer)),  # noqa: S704
        plot=Markup(load_plot(answer, profiled.profile if profiled else None, speed)),  # noqa: S704
        title=f"{number(it.mass_kg.value, 0)} kg{what} on {where}, {manner(it)}",
        brief=list(_brief(answer)),
        rows=_lines(answer_rows(answer)),
        noses=[
            NoseLine(label, NOSE_WORDS[state], number(index.value, 2), band(index, 2), state)
            for label, index, state in (
                ("while moving", answer.dig_in_index, answer.nose),
                ("at the start", answer.breakaway_dig_in_index, answer.breakaway_nose),
            )
        ],
        heights=[
            height_words(height, words)
            for height, words in (
                (answer.unloading_height_m, "the rear edge unloads"),
                (answer.tipping_height_m, "the sled tips"),
                (answer.breakaway_tipping_height_m, "it tips at the start"),
            )
        ],
        warnings=warnings,
        equal_title=equal_title(equal) if equal else None,
        equal_rows=_lines(equal_rows(equal)) if equal else (),
        profile_rows=_lines(_profile_rows(profiled)) if profiled else (),
        profile_notes=profiled.profile.notes if profiled else (),
        speed_note=note,
    )


def _brief(answer: SledAnswer) -> Iterator[Brief]:
    """The push, the nose and the feet, while the sled moves."""
    yield Brief("Push", f"{number(answer.force_n.value)} N", band(answer.force_n) or "")
    index = answer.dig_in_index
    yield Brief("Nose", NOSE_WORDS[answer.nose], f"{number(index.value, 2)} of length", answer.nose)
    share = answer.grip_share
    if share is not None:
        slips = share.value >= 1
        yield Brief("Feet", "slip" if slips else "hold", f"{share.value:.0%} of grip", "bad" if slips else "")


def _lines(rows: Iterator[Row]) -> list[Line]:
    return [
        Line(label, f"{number(interval.value, digits)} {unit}", band(interval, digits), note)
        for label, interval, unit, note, digits in rows
        if interval is not None
    ]


def _profile_rows(profiled: Profiled) -> Iterator[Row]:
    it = profiled.profile
    yield "Speed without load", it.v0_band or Interval.exact(it.v0_m_s), "m/s", "", 2
    yield (
        "Load that stops you",
        it.m0_band or Interval.exact(it.m0_kg),
        "kg",
        f"r {it.r:.3f}, {len(it.runs)} runs",
        None,
    )
    for loss, load in profiled.loads:
        yield f"{loss:.0%} slower", load, "kg", "", None
