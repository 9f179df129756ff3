"""What the store alone costs a page, with exercises made in memory: writing, writing again, listing, undoing."""

import tempfile
from functools import partial
from pathlib import Path

from importing import write_rows
from measure import Report, spent

from vastus.domain.anatomy import MuscleGroup
from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Exercise, ExerciseType, Level, Step, StepKind, Tip, TipKind
from vastus.domain.library import BatchKind, Incoming
from vastus.domain.page import Finding, Severity
from vastus.domain.source import Source
from vastus.store.library import Store, open_store
from vastus.store.reading import light_reader

PAGES, ROUNDS = 5_000, 3
NOW = "2026-01-01T00:00:00Z"
FINDINGS = tuple(
    Finding("unknown-value", "level", Severity.WARNING, "a message of usual length", "words") for _ in range(3)
)


def an_exercise(number: int) -> Exercise:
    """An exercise about as long as a real page: 4 steps, 5 tips, 3.7 kB as JSON."""
    steps = (f"Do this and that with the load number {number} until it is done, step {n}" for n in range(4))
    tips = (f"Tip {n}: if the front digs in, then lower the handles. " * 3 + "Done" for n in range(5))
    return Exercise(
        id=f"exercise-{number * 7919 % 1_000_003}",
        name=f"Exercise {number}",
        aliases=("The Other Name",),
        type=ExerciseType.CONDITIONING,
        equipment=(Equipment.SLED,),
        level=Level.BEGINNER,
        target=(MuscleGroup.QUADS,),
        secondary=(MuscleGroup.ABS, MuscleGroup.CALVES, MuscleGroup.GLUTES),
        overview="A variation of the sled drag that works the quads. " * 9 + "Yes.",
        instructions=tuple(Step(text, StepKind.EXECUTE, (10, 90), (12, 20)) for text in steps),
        tips=tuple(Tip(text, TipKind.FAULT, "the front digs in", ("high",), ("lower",), span=(9, 99)) for text in tips),
        printed={"target": "Quads", "secondary": "Abs, Calves, Glutes", "level": "Beginner"},
        source=Source(path=f"page-{number}.txt", form="profile-page"),
    )


def bench() -> Report:
    """Everything that the store does, in microseconds a page."""
    pages = [
        Incoming(
            an_exercise(number), key=f"url:example.org/{number}", text=f"{'word ' * 560}{number}", findings=FINDINGS
        )
        for number in range(PAGES)
    ]
    rounds: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as folder:
            for name, seconds in one_round(Path(folder), pages):
                rounds.setdefault(name, []).append(seconds / PAGES * 1e6)
    report = Report("storing", f"{PAGES} exercises of 3.7 kB, made in memory; {ROUNDS} rounds")
    for name, values in rounds.items():
        report.add(name, "µs/page", values, floor="floor: executemany" if name == "all new" else None)
    return report


def one_round(folder: Path, pages: list[Incoming]) -> list[tuple[str, float]]:
    """Wall seconds by what was done."""
    path = folder / "vastus.db"
    store = open_store(path)
    found = [("all new", spent(lambda: fill(store, pages)).wall_s)]
    found.append(("all unchanged", spent(lambda: fill(store, pages)).wall_s))
    found.append(("list rows", spent(store.rows).wall_s))
    found.append(("list rows, light reader", spent(partial(listed_lightly, path)).wall_s))
    found.append(("dump", spent(partial(list, store.dump())).wall_s))
    found.append(("floor: executemany", write_rows(path, folder / "floor.db")))
    found.append(("undo", spent(lambda: store.undo(1, now=NOW)).wall_s))
    store.close()
    return found


def listed_lightly(path: Path) -> object:
    """All rows, from opening the file on."""
    reader = light_reader(path)
    return reader and reader.rows()


def fill(store: Store, pages: list[Incoming]) -> None:
    """One batch of all pages."""
    with store.batch(BatchKind.IMPORT, now=NOW, label="bench") as batch:
        for page in pages:
            batch.put(page)
        batch.finish(NOW)
