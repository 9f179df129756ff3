"""The calculator's answers on a terminal: short, the numbers first, ranges beside them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from vastus.domain.gear import Gear
from vastus.domain.interval import Interval
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
    origin_words,
    part_words,
)
from vastus.mechanics.sled import Nose, SledAnswer
from vastus.reference.surfaces import Fact
from vastus.units import degrees
from vastus.usecases.compute_sled import Equal, SledReport
from vastus.usecases.measure_sled import Calibrated, Compared, Profiled

_STYLES = {
    Nose.CALM: "green",
    Nose.WATCH: "green",
    Nose.NOSE_HEAVY: "yellow",
    Nose.NEAR_TIP: "red",
    Nose.TIPS: "bold red",
}
_BAR = 24  # cells from the rear edge to the front edge


def sled_page(report: SledReport, used: Mapping[str, Gear]) -> RenderableType:
    """Everything about one sled."""
    answer = report.answer
    parts: list[RenderableType] = [_title(report), *_own(used), _rows(answer_rows(answer)), _nose(answer)]
    if report.equal is not None:
        parts += [Text(), *_equal_parts(report.equal)]
    return Group(*parts, *_warnings([*answer.warnings, *(report.equal.warnings if report.equal else ())]))


def equal_page(report: SledReport, used: Mapping[str, Gear]) -> RenderableType:
    """The equal load alone."""
    if report.equal is None:
        return Text()
    return Group(*_equal_parts(report.equal), *_own(used), *_warnings(report.equal.warnings))


def _own(used: Mapping[str, Gear]) -> Iterator[RenderableType]:
    for name, gear in used.items():
        where = " there" if name.startswith("to") else ""
        yield Padding(Text(f"{gear.name}{where}: {part_words(gear)}; {origin_words(gear)}", style="dim"), (0, 0, 0, 2))


def gear_page(found: Sequence[Gear]) -> RenderableType:
    """The user's own sleds and surfaces."""
    if not found:
        return Text("none yet; 'vastus sled keep Prowler --as sled --sled 40' keeps one", style="dim")
    table = Table.grid(padding=(0, 2))
    for style in ("bold", "", "", "dim"):
        table.add_column(style=style, overflow="fold")
    for gear in found:
        table.add_row(gear.name, gear.kind, part_words(gear), origin_words(gear))
    return table


def _title(report: SledReport) -> RenderableType:
    it = report.answer.setup
    text = Text(f"{number(it.mass_kg.value, 0)} kg", style="bold")
    fact = it.facts.get("mu")
    where = fact.label.lower() if fact else f"friction {number(it.mu.value, 2)}"
    text.append(f" on {where}", style="bold")
    text.append(f"  {manner(it)}", style="dim not bold")
    if it.slope_rad.value:
        text.append(f", slope {degrees(it.slope_rad.value):.3g}°", style="dim not bold")
    return text


def _rows(rows: Iterable[Row]) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(no_wrap=True, style="dim")
    table.add_column(overflow="fold")
    for label, interval, unit, note, digits in rows:
        if interval is None:
            continue
        value = Text(f"{number(interval.value, digits)} {unit}".rstrip(), style="bold")
        table.add_row(label, value, band(interval, digits) or "", note)
    return Padding(table, (1, 0, 0, 2))


def _nose(answer: SledAnswer) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, style="dim")
    for label, index, state in (
        ("Nose while moving", answer.dig_in_index, answer.nose),
        ("Nose at the start", answer.breakaway_dig_in_index, answer.breakaway_nose),
    ):
        words = Text(f"{number(index.value, 2)} {NOSE_WORDS[state]}", style=_STYLES[state])
        table.add_row(label, _bar(index.value, _STYLES[state]), words, band(index, 2) or "")
    heights = (
        (answer.unloading_height_m, "the rear edge unloads"),
        (answer.tipping_height_m, "it tips"),
        (answer.breakaway_tipping_height_m, "it tips at the start"),
    )
    said = "; ".join(height_words(height, state) for height, state in heights)
    scale = "● is where the ground carries it, rear edge to front edge; past ╎ the rear edge carries nothing."
    return Padding(Group(table, Text(f"{scale} By push height: {said}.", style="dim")), (1, 0, 0, 2))


def _bar(index: float, style: str) -> Text:
    """The skids from the rear edge to the front edge, with the point that carries."""
    at = min(max(round(index * _BAR), 0), _BAR)
    limit = round(2 / 3 * _BAR)
    text = Text("▕", style="dim")
    for cell in range(_BAR + 1):
        mark = "●" if cell == at else "╎" if cell == limit else "─"
        text.append(mark, style=style if cell == at else "dim")
    text.append("▏", style="dim")
    return text


def _equal_parts(equal: Equal) -> Iterator[RenderableType]:
    text = Text(equal_title(equal), style="bold green" if equal.load and equal.load.is_possible else "bold")
    spread = band(equal.kg, 1) if equal.load and equal.load.is_possible else None
    text.append(f"  {spread}" if spread else "", style="dim not bold")
    yield text
    yield _rows(equal_rows(equal))


def calibrated_page(found: Calibrated) -> RenderableType:
    """Measured friction."""
    rows = [
        (label, friction.mu, "", _readings(friction.readings), 3)
        for label, friction in (("Friction while sliding", found.kinetic), ("Friction before it moves", found.static))
        if friction is not None
    ]
    use = ""
    if found.kinetic is not None:
        mu = found.kinetic.mu
        use = f"vastus sled --mass … --mu {number(mu.low, 3)}..{number(mu.high, 3)}"
    return Group(_rows(rows), Padding(Text(use, style="dim"), (1, 0, 0, 2)), *_warnings(found.warnings))


def compared_page(found: Compared) -> RenderableType:
    """Friction of one surface over another's."""
    ratio = found.ratio.band or Interval.exact(found.ratio.ratio)
    rows: list[Row] = [("Friction there over here", ratio, "", "", 2), ("Friction there", found.mu, "", "", 3)]
    return Group(_rows(rows), *_warnings(found.ratio.notes))


def _readings(count: int) -> str:
    return "one reading" if count == 1 else f"median of {count} readings"


def profiled_page(found: Profiled) -> RenderableType:
    """A load-velocity profile."""
    it = found.profile
    rows = [
        ("Speed without load", it.v0_band or Interval.exact(it.v0_m_s), "m/s", "", 2),
        (
            "Load that stops you",
            it.m0_band or Interval.exact(it.m0_kg),
            "kg",
            f"r {it.r:.3f}, {len(it.runs)} runs",
            None,
        ),
        ("Force at speed 0", it.f0_n, "N", "", None),
        ("Largest power", it.peak_power_w, "W", f"at {number(it.m0_kg / 2)} kg", None),
    ]
    loads = [(f"{loss:.0%} slower", load, "kg", "", None) for loss, load in found.loads]
    return Group(_rows(rows), _rows(loads), *_warnings(it.notes))


def surfaces_page(sleds: Sequence[Fact], cars: Sequence[Fact]) -> RenderableType:
    """The table of surfaces."""
    parts: list[RenderableType] = []
    for title, facts in (("Friction of sleds", sleds), ("Rolling resistance of cars", cars)):
        table = Table.grid(padding=(0, 2))
        table.add_column(style="bold", no_wrap=True)
        for _ in range(2):
            table.add_column(no_wrap=True, justify="right")
        table.add_column(no_wrap=True)
        table.add_column(style="dim", overflow="fold")
        for fact in facts:
            spread = "" if fact.interval.is_exact else f"{fact.interval.low:g} to {fact.interval.high:g}"
            table.add_row(fact.id, f"{fact.interval.value:g}", spread, fact.mark, f"{fact.label}. {fact.source}")
        parts += [Text(title, style="bold underline"), Padding(table, (0, 0, 1, 2))]
    marks = (
        "V read in its source, D derived, M general knowledge, A our judgement; measure yours: vastus sled calibrate"
    )
    return Group(*parts, Text(marks, style="dim"))


def _warnings(sentences: Sequence[str]) -> Iterator[RenderableType]:
    if sentences:
        yield Text()
    for each in sentences:
        table = Table.grid(padding=(0, 1))
        table.add_column(width=1, style="yellow")
        table.add_column(overflow="fold")
        table.add_row("!", each)
        yield Padding(table, (0, 0, 0, 2))
