"""One exercise as a person reads it in a terminal."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from vastus.domain.exercise import Contraction, Exercise, Relation, Step, Tip, TipKind
from vastus.domain.library import Stored
from vastus.faces.labels import RELATION_LABELS, TIP_LABELS, dose_words, words
from vastus.reference.demands import DEMAND_LABELS
from vastus.reference.vocabulary import Vocabularies

if TYPE_CHECKING:
    from vastus.domain.page import Finding

_TIP_STYLES = {
    TipKind.FAULT: "yellow",
    TipKind.SUBSTITUTE: "cyan",
    TipKind.INDIVIDUAL: "magenta",
    TipKind.PROGRAMMING: "blue",
    TipKind.SAFETY: "red",
    TipKind.CUE: "green",
}


def page(stored: Stored, known: Vocabularies) -> RenderableType:
    """The whole page."""
    exercise = stored.exercise
    parts: list[RenderableType] = [_title(stored), _profile(exercise, known)]
    if exercise.overview:
        parts += [_heading("Overview"), *(_paragraph(Text(text)) for text in exercise.overview.split("\n\n"))]
    if exercise.instructions:
        parts += [_heading("Instructions"), _steps(exercise.instructions)]
    if exercise.tips:
        parts += [_heading("Tips"), *_tips(exercise.tips, known)]
    parts += _uses(exercise)
    parts += _related(exercise)
    for section in exercise.sections:
        parts += [
            _heading(section.heading or "Also on the page"),
            *(_paragraph(Text(text)) for text in section.paragraphs),
        ]
    parts += _citations(exercise)
    parts.append(_foot(stored))
    return Group(*parts)


def _title(stored: Stored) -> RenderableType:
    exercise = stored.exercise
    text = Text(exercise.name, style="bold")
    text.append(f"  {exercise.id}", style="dim not bold")
    if exercise.aliases:
        text.append("\nalso " + ", ".join(exercise.aliases), style="italic not bold")
    if stored.replaced_by:
        text.append(f"\nreplaced by {stored.replaced_by}", style="yellow not bold")
    if stored.is_retired:
        text.append("\nno longer in the library that ships with Vastus", style="yellow not bold")
    return text


def _heading(text: str) -> RenderableType:
    return Text("\n" + text, style="bold underline")


def _paragraph(text: Text) -> RenderableType:
    return Padding(text, (0, 0, 0, 2))


def _profile(exercise: Exercise, known: Vocabularies) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column()
    for label, value in _profile_rows(exercise, known):
        table.add_row(label, value)
    return Padding(table, (1, 0, 0, 2))


def _profile_rows(exercise: Exercise, known: Vocabularies) -> Iterator[tuple[str, str]]:
    groups = known.groups.label
    yield "Target", _list(exercise.target, groups)
    yield "Secondary", _list(exercise.secondary, groups)
    yield "Equipment", _list(exercise.equipment, known.equipment.label)
    force = known.force.label(exercise.force) if exercise.force else None
    sides = known.laterality.label(exercise.laterality).lower() if exercise.laterality else None
    for label, value in (
        ("Type", known.types.label(exercise.type) if exercise.type else None),
        ("Mechanics", known.mechanics.label(exercise.mechanics) if exercise.mechanics else None),
        ("Force", f"{force}, {sides}" if force and sides else force or sides),
        ("Level", known.level.label(exercise.level) if exercise.level else None),
        ("Counted in", ", ".join(exercise.dose.measures) if exercise.dose and exercise.dose.measures else None),
        ("Contraction", _contraction(exercise.contraction)),
        ("Posture", words(exercise.posture) if exercise.posture else None),
        ("Asks for", ", ".join(DEMAND_LABELS[demand] for demand in exercise.demands)),
        ("Noise", exercise.noise),
    ):
        if value:
            yield label, value


def _list(values: Iterable[str] | None, label: object) -> str:
    if values is None:
        return "—"
    shown = ", ".join(label(value) for value in values)  # type: ignore[operator]  # a vocabulary's label
    return shown or "none"


def _contraction(contraction: Contraction | None) -> str:
    if contraction is None:
        return ""
    pairs = (
        ("concentric", contraction.concentric),
        ("eccentric", contraction.eccentric),
        ("isometric", contraction.isometric),
    )
    return ", ".join(f"{'no' if share == 'none' else share} {name}" for name, share in pairs if share)


def _steps(steps: Iterable[Step]) -> RenderableType:
    table = Table.grid(padding=(0, 1))
    table.add_column(justify="right", style="bold", width=4)
    table.add_column()
    for number, step in enumerate(steps, 1):
        text = Text(step.text)
        text.append(f"  {words(step.kind)}", style="dim italic")
        table.add_row(f"{number}.", text)
    return table


def _tips(tips: Iterable[Tip], known: Vocabularies) -> Iterator[RenderableType]:
    for tip in tips:
        yield _tip(tip, known, 2)


def _tip(tip: Tip, known: Vocabularies, indent: int) -> RenderableType:
    text = Text(TIP_LABELS[tip.kind], style=f"bold {_TIP_STYLES[tip.kind]}")
    text.append("  " + tip.text, style="not bold default")
    parts: list[RenderableType] = [Padding(text, (0, 0, 0, indent))]
    rows = [("sign", tip.sign), *(("cause", cause) for cause in tip.causes), *(("fix", fix) for fix in tip.fixes)]
    if tip.condition:
        rows.append(("when", tip.condition))
    if tip.equipment:
        rows.append(("use", ", ".join(known.equipment.label(each) for each in tip.equipment)))
    if tip.to:
        rows.append(("do", tip.to))
    if tip.advice:
        rows.append(("try", tip.advice))
    if tip.goals:
        rows.append(("for", ", ".join(words(goal) for goal in tip.goals)))
    rows = [(name, value) for name, value in rows if value and value.rstrip(".") != tip.text.rstrip(".")]
    if rows:
        table = Table.grid(padding=(0, 1))
        table.add_column(style="dim", justify="right", width=6)
        table.add_column()
        for name, value in rows:
            table.add_row(name, Text(value or ""))
        parts.append(Padding(table, (0, 0, 0, indent + 2)))
    parts += [_tip(child, known, indent + 4) for child in tip.children]
    return Group(*parts)


def _uses(exercise: Exercise) -> list[RenderableType]:
    if not exercise.uses:
        return []
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", no_wrap=True)
    table.add_column()
    for use in exercise.uses:
        table.add_row(
            words(use.goal), "; ".join(filter(None, (dose_words(use.dose) if use.dose else "", use.note or "")))
        )
    return [_heading("Good for"), Padding(table, (0, 0, 0, 2))]


def _related(exercise: Exercise) -> list[RenderableType]:
    parts: list[RenderableType] = []
    if exercise.relations:
        parts.append(_heading("Related"))
        parts += [_paragraph(_relation(relation)) for relation in exercise.relations]
    if exercise.swaps:
        parts.append(_heading("Instead"))
        for swap in exercise.swaps:
            text = Text(words(swap.to), style="bold")
            details = [swap.reason, swap.what_changes, f"on {swap.surface}" if swap.surface else None]
            text.append("".join(f"; {each}" for each in details if each), style="not bold")
            parts.append(_paragraph(text))
    return parts


def _relation(relation: Relation) -> Text:
    text = Text(RELATION_LABELS[relation.kind] + " ", style="dim")
    text.append(relation.to, style="bold not dim")
    if relation.what_changes:
        text.append(f": {relation.what_changes}", style="not dim")
    return text


def _citations(exercise: Exercise) -> list[RenderableType]:
    if not exercise.citations:
        return []
    lines: list[RenderableType] = []
    for citation in exercise.citations:
        text = Text(f"[{citation.mark}] ", style="dim")
        text.append(citation.text, style="not dim")
        if citation.url:
            text.append(f" {citation.url}", style="dim underline")
        lines.append(_paragraph(text))
    return [_heading("Citations"), *lines]


def _foot(stored: Stored) -> RenderableType:
    source = stored.exercise.source
    where = [
        source.url or source.path,
        source.author,
        source.license or "no licence stated",
        f"revision {stored.revision}",
    ]
    text = "\n" + " · ".join(each for each in where if each)
    if stored.overlay:
        text += f"\nyou changed: {', '.join(stored.overlay)}"
    if stored.findings:
        count = len(stored.findings)
        text += f"\n{count} finding{'s' if count > 1 else ''}: vastus check {stored.exercise.id}"
    return Text(text, style="dim")


def findings(found: Iterable["Finding"]) -> RenderableType:
    """Findings, worst first, each with its hint."""
    styles = {"error": "bold red", "warning": "yellow", "info": "blue"}
    order = list(styles)
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(style="dim", no_wrap=True)
    table.add_column()
    for finding in sorted(found, key=lambda each: order.index(each.severity)):
        text = Text(finding.message)
        if finding.excerpt:
            excerpt = finding.excerpt if len(finding.excerpt) <= 160 else finding.excerpt[:157] + "…"  # noqa: PLR2004  # two lines
            text.append(f"\n“{excerpt}”", style="italic dim")
        if finding.hint:
            text.append(f"\n→ {finding.hint}", style="dim")
        table.add_row(Text(finding.severity, style=styles[finding.severity]), finding.field, text)
    return Padding(table, (0, 0, 0, 2))
