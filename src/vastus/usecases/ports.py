"""What the verbs need of the outside, as structural types: whatever has these methods will do.

Times are ISO 8601 UTC texts that the caller passes in. Every method raises `StoreError` when the
database refuses.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from vastus.domain.exercise import Exercise, RelationKind
from vastus.domain.gear import Gear
from vastus.domain.library import (
    Batch,
    BatchKind,
    History,
    Incoming,
    LibraryPage,
    ListRow,
    Put,
    Record,
    Stored,
)
from vastus.domain.query import Answer, Clause, Query


class Listing(Protocol):
    """Know what there is, line by line; what the duplicate check needs."""

    def rows(self) -> list[ListRow]:
        """All exercises that a person should find, by id: not replaced, not retired."""
        ...


class Recognizing(Listing, Protocol):
    """Know which page is there already; what a preview of an import needs."""

    def id_of(self, key: str) -> str | None:
        """The id of the exercise that a source key leads to; None for a key not seen before."""
        ...


class OwnGear(Protocol):
    """Know the user's own sleds and surfaces; what the calculator needs."""

    def gear(self) -> tuple[Gear, ...]:
        """The user's own sleds, then surfaces, by name."""
        ...


class KeepingGear(OwnGear, Protocol):
    """Keep and forget them."""

    def keep_gear(self, gear: Gear) -> None:
        """Keep one, in place of what had its name."""
        ...

    def forget_gear(self, key: str) -> bool:
        """Forget one; false when there is none under that key."""
        ...


class Reading(Recognizing, OwnGear, Protocol):
    """Look things up; what `show`, `find` and `check` need."""

    def all(self) -> Iterator[Stored]:
        """Every exercise that a person should find, whole, by id; one at a time in memory."""
        ...

    def rows_of(self, ids: Iterable[str], state: str | None = None) -> list[ListRow]:
        """The lines of these exercises, in this order; an id that is gone is left out.

        `state` is what `state` has just told, for who knows it: then nobody needs to ask again.
        """
        ...

    def state(self) -> str:
        """A text that is another one after every change of the library."""
        ...

    def moment(self) -> str:
        """Which changes the library has seen, as a text for `changed_since`."""
        ...

    def changed_since(self, moment: str) -> frozenset[str] | None:
        """The ids of all that changed since, those too that are gone; None where that cannot be told."""
        ...

    def marks(self, ids: Iterable[str] | None = None) -> dict[str, str]:
        """A mark for each of these, or of all `rows`, by id: another one when what can be found in it has changed."""
        ...

    def get(self, exercise_id: str) -> Stored:
        """The exercise under an id it has or had; `UnknownExercise` when there is none."""
        ...

    def page_text(self, exercise_id: str) -> str | None:
        """The text that the exercise was read from and that its spans point to, if it was kept."""
        ...

    def history(self, exercise_id: str) -> History:
        """Everything that the exercise has been, oldest first."""
        ...

    def batches(self) -> tuple[Batch, ...]:
        """All batches, newest first."""
        ...

    def batch_of(self, number: int) -> tuple[Batch, tuple[str, ...]]:
        """A batch and the ids of what it touched, as far as they are still there.

        `UnknownBatch` when there is none.
        """
        ...


class Searching(Protocol):
    """Search; what `find` needs of the index."""

    @property
    def state(self) -> str:
        """The state of the library that it is of."""
        ...

    def __len__(self) -> int:
        """How many exercises there are."""
        ...

    def search(self, query: Query, *, counts: bool = True) -> Answer:
        """The exercises that fit, best first, with counts by facet."""
        ...

    def count(self, clauses: Sequence[Clause]) -> int:
        """How many exercises fit."""
        ...

    def spelled(self, clauses: Sequence[Clause]) -> tuple[Clause, ...]:
        """Clauses as they are read where words are misspelled."""
        ...

    def naming(self, exercise_id: str) -> tuple[tuple[RelationKind, str], ...]:
        """The ids of the exercises whose pages name this one as related, and what they call it."""
        ...

    def near(self, query: Query, count: int) -> tuple[str, ...]:
        """The ids of what fits most of a query that nothing fits."""
        ...


class Exporting(Protocol):
    """Take everything out."""

    def all(self) -> Iterator[Stored]:
        """Every exercise that a person should find, by id."""
        ...

    def dump(self) -> Iterator[Record]:
        """Every fact in the library as plain values, in an order in which they can be loaded."""
        ...


class OpenBatch(Protocol):
    """An import under way. Leaving it without `finish` keeps nothing of it."""

    def id_of(self, key: str) -> str | None:
        """The id of the exercise that a source key leads to; None for a key not seen before."""
        ...

    def put(self, page: Incoming) -> Put:
        """Store one page whole or not at all, and tell what became of it."""
        ...

    def correct(self, exercise: Exercise) -> bool:
        """Lay over an exercise's page what differs from it; false when that is kept already."""
        ...

    def stands(self, exercise_id: str) -> Exercise:
        """The exercise as it is now, corrections included."""
        ...

    def finish(self, now: str) -> Batch | None:
        """Keep everything; None when nothing had changed."""
        ...


class Importing(Recognizing, Protocol):
    """Put pages in."""

    def batch(self, kind: BatchKind, *, now: str, label: str | None = None) -> AbstractContextManager[OpenBatch]:
        """Open a batch; other writers wait until it ends."""
        ...


class Undoing(Protocol):
    """Take a batch back."""

    def undo(self, number: int, *, now: str) -> Batch:
        """Restore what was there before; `CannotUndo` when a later change stands on the batch."""
        ...


class Loading(Protocol):
    """Take in a whole library."""

    def load(self, records: Iterable[Record]) -> None:
        """Take in a dump; only where nothing but the shipped library is stored yet."""
        ...

    def load_library(self, pages: Iterable[LibraryPage], *, digest: str, now: str) -> Batch | None:
        """Bring the shipped library's pages up to date; None when `digest` is loaded already."""
        ...


class Curating(Protocol):
    """Change what is there. Each change is a batch of its own, so that it can be undone."""

    def edit(self, exercise: Exercise, *, now: str, made_from: Exercise | None = None) -> Batch | None:
        """Keep what differs from the exercise's page as an overlay; None when nothing is new.

        With what it was `made_from`, other people's changes since stay; `ChangedMeanwhile` where they collide.
        """
        ...

    def merge(self, exercise_id: str, into: str, *, now: str) -> Batch:
        """Let `into` replace an exercise, which stays readable under its own id."""
        ...

    def rename(self, exercise_id: str, new_id: str, *, now: str) -> Batch:
        """Give an exercise a new id; the old one keeps leading to it."""
        ...


class Library(Reading, Exporting, Importing, Undoing, Loading, Curating, KeepingGear, Protocol):
    """All of it, as a command needs it that looks up, changes and writes out."""
