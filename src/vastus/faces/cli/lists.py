"""Tables for a terminal: search results, vocabularies, imports, revisions."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rich import box
from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from vastus.domain.library import Batch, History, Stored
from vastus.reference.vocabulary import Vocabularies
from vastus.usecases.find_exercises import Found

_GAP = 3  # what the frame puts between two columns
Rows = Mapping[str, Sequence[Mapping[str, object]]]


def _table(*columns: str, title: str | None = None) -> Table:
    table = Table(*columns, box=box.SIMPLE_HEAD, title=title, title_justify="left", title_style="bold", pad_edge=False)
    table.columns[0].style = "bold"
    for column in table.columns:
        column.overflow = "fold"  # nothing is cut
    return table


def found_table(found: Found, known: Vocabularies, width: int) -> RenderableType:
    """A page of search results, with the facets that narrow it down."""
    columns = {
        "Id": [row.id for row in found.items],
        "Exercise": [row.name for row in found.items],
        "Target": [", ".join(known.groups.label(group) for group in row.target or ()) for row in found.items],
        "Equipment": [", ".join(known.equipment.label(each) for each in row.equipment or ()) for row in found.items],
        "Type": [known.types.label(row.type) if row.type else "" for row in found.items],
        "Level": [row.level or "" for row in found.items],
    }
    widest = max(map(len, columns["Id"]), default=0)
    table = _fitting_table(columns, width) if widest + _GAP <= width else _plain(columns["Id"])
    shown = f"{len(found.items)} of {found.total}" if found.next else f"{found.total} found"
    more = f"; --cursor {found.next} goes on" if found.next else ""
    parts: list[RenderableType] = [table, Text(shown + more, style="dim")]
    for name in ("type", "equipment", "muscle"):
        counts = found.facets[name]
        if len(counts) > 1:
            listed = ", ".join(f"{value} {count}" for value, count in list(counts.items())[:8])
            parts.append(Text(f"{name}: {listed}", style="dim"))
    licenses = Counter(row.license or "none stated" for row in found.items)
    parts.append(Text("license: " + ", ".join(f"{name} {n}" for name, n in licenses.most_common()), style="dim"))
    return Group(*parts)


def _plain(lines: Iterable[str]) -> RenderableType:
    """Lines that are never cut or wrapped by us, whatever the terminal does with them."""
    return Group(*(Text(line, no_wrap=True, overflow="ignore") for line in lines))


def _fitting_table(columns: Mapping[str, Sequence[str]], width: int) -> Table:
    """A table whose first column is never cut or wrapped, because people copy it.

    The others may be wrapped between words; columns that find no room even so are left out, the last first.
    """
    needed = {
        name: max(
            cell_len(word) for text in (name, *texts) for word in ((text,) if name == "Id" else text.split() or [""])
        )
        for name, texts in columns.items()
    }
    names = list(columns)
    while len(names) > 1 and sum(needed[name] + _GAP for name in names) > width:
        names.pop()
    table = _table(*names)
    table.columns[0].no_wrap = True
    table.columns[0].overflow = "ignore"
    for name, column in zip(names, table.columns, strict=True):
        column.min_width = needed[name]
    for cells in zip(*(columns[name] for name in names), strict=True):
        table.add_row(*(Text(cell) for cell in cells))
    return table


def vocabulary_rows(known: Vocabularies) -> Rows:
    """Every vocabulary as plain rows."""
    rows: dict[str, list[Mapping[str, object]]] = {}
    for name, table in (
        ("muscles", known.groups), ("equipment", known.equipment), ("type", known.types),
        ("mechanics", known.mechanics), ("force", known.force), ("laterality", known.laterality),
        ("level", known.level),
    ):  # fmt: skip
        rows[name] = [
            {"id": row.value, "label": row.label, "synonyms": row.synonyms, "near": row.near, "source": row.source}
            for row in table.rows.values()
        ]
    rows["anatomy"] = [
        {
            "id": row.muscle,
            "label": row.label,
            "latin": row.latin,
            "groups": row.groups,
            "synonyms": row.synonyms,
            "source": row.source,
        }
        for row in known.muscles.rows.values()
    ]
    return rows


def vocabulary_table(title: str, entries: Iterable[Mapping[str, object]]) -> RenderableType:
    """One vocabulary."""
    table = _table("Id", "Label", "Also", "Close to it", title=title)
    for entry in entries:
        near = entry.get("near") or entry.get("groups") or ()
        table.add_row(str(entry["id"]), str(entry["label"]), _joined(entry["synonyms"]), _joined(near))
    return table


def _joined(values: object) -> str:
    return ", ".join(map(str, values)) if isinstance(values, tuple) else ""  # type: ignore[reportUnknownArgumentType]


def batch_table(batches: Iterable[Batch]) -> RenderableType:
    """The imports and other changes, newest first."""
    table = _table("Batch", "Kind", "When", "What", "Label")
    for batch in batches:
        counts = ", ".join(f"{count} {outcome.replace('_', ' ')}" for outcome, count in batch.counts.items() if count)
        state = f"undone {batch.undone}" if batch.undone else counts
        table.add_row(str(batch.number), batch.kind, batch.finished, state, batch.label or "")
    return table


def history_table(stored: Stored, history: History) -> RenderableType:
    """Everything that an exercise has been."""
    table = _table("Revision", "When", "Batch", "Name", title=stored.exercise.id)
    for revision in history.revisions:
        table.add_row(str(revision.number), revision.at, str(revision.batch), revision.exercise.name)
    for overlay in history.overlays:
        changed = ", ".join(overlay.changes) or "nothing any more"
        table.add_row(f"edit {overlay.number}", overlay.at, str(overlay.batch), f"your changes: {changed}")
    parts: list[RenderableType] = [table]
    if stored.former_ids:
        parts.append(Text(f"was called {', '.join(stored.former_ids)}", style="dim"))
    return Group(*parts)
