"""The library as a person keeps it: exercises, their history, and the batches of changes."""

from collections.abc import Mapping
from enum import StrEnum

from vastus.domain.anatomy import MuscleGroup
from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Exercise, ExerciseType, Force, Laterality, Level, Mechanics
from vastus.domain.page import Finding
from vastus.domain.value import Value

Record = tuple[str, Mapping[str, str | int | None]]
"""One row of a dump: the name of its table, and its values by column."""


class Origin(StrEnum):
    """Who brought an exercise."""

    LIBRARY = "library"  # ships with Vastus; read-only but for overlays
    IMPORT = "import"  # a foreign page or a catalog's record
    OWN = "own"  # a page that the user wrote


class BatchKind(StrEnum):
    """What a batch did."""

    LIBRARY = "library"
    IMPORT = "import"
    EDIT = "edit"
    MERGE = "merge"
    RENAME = "rename"


class Outcome(StrEnum):
    """What became of a page; the last two happen in batches of the shipped library only."""

    ADDED = "added"
    REVISED = "revised"
    UNCHANGED = "unchanged"
    SAME_PAGE = "same_page"  # the same content under another address; no second exercise
    REFUSED = "refused"  # the database would not take it; nothing of the page was kept
    RETIRED = "retired"  # left the library that ships with Vastus
    MOVED = "moved"  # a user's exercise got another id, because a shipped page has this one


class Put(Value, frozen=True):
    """What became of one page.

    `id` is what it is now called; `twin` the exercise that has its slug or its content already.
    """

    outcome: Outcome
    id: str
    twin: str | None = None
    reason: str | None = None


class Batch(Value, frozen=True):
    """Changes that were made together and can be undone together. Times are ISO 8601, UTC."""

    number: int
    kind: BatchKind
    label: str | None
    started: str
    finished: str
    undone: str | None
    counts: Mapping[Outcome, int]


class Stored(Value, frozen=True):
    """An exercise as it stands in the library: its latest revision, with the user's overlay on top.

    `keys` are the source keys that lead to it, `overlay` the fields that the user changed,
    `former_ids` the ids that it had before. `replaced_by` is the end of the chain of merges.
    `batch` and `at` tell when the page's revision came; a later overlay does not change them. A
    retired page has left the library that ships with Vastus.
    """

    exercise: Exercise
    findings: tuple[Finding, ...]
    origin: Origin
    revision: int
    batch: int
    at: str
    keys: tuple[str, ...] = ()
    overlay: tuple[str, ...] = ()
    former_ids: tuple[str, ...] = ()
    replaced_by: str | None = None
    is_retired: bool = False


class Revision(Value, frozen=True):
    """One state of an exercise's page; the user's overlays are counted apart and left out here."""

    number: int
    batch: int
    at: str
    exercise: Exercise
    findings: tuple[Finding, ...]


class OverlayRevision(Value, frozen=True):
    """One state of the user's overlay: the fields that differ, by name, as JSON text."""

    number: int
    batch: int
    at: str
    changes: Mapping[str, str]


class History(Value, frozen=True):
    """Everything that an exercise has been."""

    revisions: tuple[Revision, ...]
    overlays: tuple[OverlayRevision, ...] = ()


class ListRow(Value, frozen=True):
    """What lists, search and the duplicate check need of an exercise, without its prose."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    family: str | None = None
    type: ExerciseType | None = None
    equipment: tuple[Equipment, ...] | None = None
    mechanics: Mechanics | None = None
    force: Force | None = None
    laterality: Laterality | None = None
    level: Level | None = None
    target: tuple[MuscleGroup, ...] | None = None
    secondary: tuple[MuscleGroup, ...] | None = None
    license: str | None = None

    @classmethod
    def of(cls, exercise: Exercise) -> "ListRow":
        """The row of an exercise."""
        return cls(
            exercise.id,
            exercise.name,
            exercise.aliases,
            exercise.family,
            exercise.type,
            exercise.equipment,
            exercise.mechanics,
            exercise.force,
            exercise.laterality,
            exercise.level,
            exercise.target,
            exercise.secondary,
            exercise.source.license,
        )


class Incoming(Value, frozen=True):
    """A page that was read and understood, on its way into the library.

    `key` is the identity of its source, `text` what its spans point to. `is_page` is false for a
    record of a catalog: two records are two exercises, even where they say the same.
    """

    exercise: Exercise
    key: str
    text: str = ""
    findings: tuple[Finding, ...] = ()
    origin: Origin = Origin.IMPORT
    is_page: bool = True


class LibraryPage(Value, frozen=True):
    """A page of the library that ships with Vastus, read and understood."""

    exercise: Exercise
    text: str
    findings: tuple[Finding, ...] = ()


class Manifest(Value, frozen=True):
    """What a backup says of itself; `digest` (SHA-256) and `size` are its database's."""

    format: str
    version: int
    schema: str
    created: str
    digest: str
    size: int
    counts: Mapping[str, int]
