"""What the API answers, as types: the OpenAPI document is made of them, and tests hold the answers to them."""

from collections.abc import Mapping
from typing import Any

import msgspec

from vastus.domain.anatomy import MuscleGroup
from vastus.domain.claim import Claim
from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Exercise, ExerciseType, Level, RelationKind
from vastus.domain.library import Batch, History, Origin
from vastus.domain.page import Severity
from vastus.domain.source import Confidence


class Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An answer, or a part of one: these fields and no others."""


class Item(Shape, frozen=True):
    """An exercise as a line of a list; null where its page is silent."""

    id: str
    name: str
    type: ExerciseType | None
    equipment: list[Equipment] | None
    target: list[MuscleGroup] | None
    secondary: list[MuscleGroup] | None
    level: Level | None
    license: str | None


Counts = Mapping[str, Mapping[str, int]]


class WiderQuery(Shape, frozen=True):
    """A query that lacks a part (`""` are the quotation marks around a phrase), and how many exercises fit it."""

    query: str
    left_out: str
    total: int


class ExerciseList(Shape, frozen=True, omit_defaults=True):
    """Exercises that fit a query, best first; `next` is the cursor of the next page, null on the last.

    Where `total` is 0, and only there, `wider` are queries that ask for less, and `near` are the exercises that come
    nearest.
    """

    total: int
    items: list[Item]
    facets: Counts
    next: str | None
    wider: list[WiderQuery] | msgspec.UnsetType = msgspec.UNSET
    near: list[Item] | msgspec.UnsetType = msgspec.UNSET


class FacetCounts(Shape, frozen=True):
    """How many exercises fit, and how many of them have each value of each facet."""

    total: int
    facets: Counts


class Named(Shape, frozen=True):
    """An exercise by id and name."""

    id: str
    name: str


class Neighbor(Shape, frozen=True):
    """Another exercise, how the one that was asked for stands to it, and what changes from there to here."""

    kind: RelationKind
    id: str
    name: str
    what_changes: str | None


class Relations(Shape, frozen=True):
    """What stands near an exercise."""

    easier: list[Neighbor]
    harder: list[Neighbor]
    others: list[Neighbor]
    family: list[Named]


class Claims(Shape, frozen=True):
    """What a page claims, each claim with its verdict and what that rests on."""

    id: str
    claims: list[Claim]


SledNumbers = dict[str, float | str | list[Any] | dict[str, Any] | None]
"""Every number of a sled by name with its unit, `_low` and `_high` for its range; `inputs`, `warnings`, `equal`."""


class Revisions(Shape, frozen=True):
    """What the library knows about an exercise beside its page, and everything that it has been."""

    id: str
    origin: Origin
    revision: int
    at: str
    keys: list[str]
    overlay: list[str]
    former_ids: list[str]
    replaced_by: str | None
    history: History


class Value(Shape, frozen=True):
    """A value of a closed list: its id, its label, other words for it, and where it comes from."""

    id: str
    label: str
    synonyms: list[str]
    source: str


class VocabularyLists(Shape, frozen=True):
    """Every closed list, and the facets whose values answers count."""

    muscle: list[Value]
    equipment: list[Value]
    type: list[Value]
    level: list[Value]
    force: list[Value]
    mechanics: list[Value]
    laterality: list[Value]
    facets: list[str]


class SafetyNote(Shape, frozen=True):
    """What is safer or riskier about a substitute; the mark says how far that may be trusted."""

    effect: str
    text: str
    mark: Confidence
    source: str


class EqualLoad(Shape, frozen=True):
    """The load that asks the same, with SI numbers by name where it is computed, and two sets that find it."""

    is_computed: bool
    text: str
    numbers: Mapping[str, float]
    find: list[str]
    mark: Confidence
    source: str


class Substitute(Shape, frozen=True, omit_defaults=True, kw_only=True):
    """Something to do instead: another exercise (`id`), or the same with an `implement`; one of the two is there."""

    id: str | msgspec.UnsetType = msgspec.UNSET
    implement: Equipment | msgspec.UnsetType = msgspec.UNSET
    score: float
    parts: Mapping[str, float | None]
    changes: list[str]
    safety: list[SafetyNote]
    equal_load: EqualLoad


class Swaps(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"exercise": "for"}):
    """What to do instead of an exercise, best first."""

    exercise: str
    items: list[Substitute]


class Health(Shape, frozen=True):
    """That the library can be read, by which version, and how many exercises it has."""

    status: str
    version: str
    exercises: int


class Problem(Shape, frozen=True):
    """An error, as RFC 9457 has it: what is wrong in a sentence, and what to do about it."""

    type: str
    title: str
    status: int
    detail: str
    hint: str | None
    instance: str


class Batches(Shape, frozen=True):
    """Everything that was imported and changed, newest first."""

    batches: list[Batch]


class OneBatch(Shape, frozen=True):
    """One import or change, and the exercises that it touched."""

    batch: Batch
    exercises: list[str]


class Undone(Shape, frozen=True):
    """The batch that was taken back."""

    undone: Batch


class Found(Shape, frozen=True):
    """A finding with the page and the exercise that it is about; `span` are characters of the page's text."""

    path: str | None
    exercise: str | None
    rule: str
    field: str
    severity: Severity
    message: str
    excerpt: str | None
    hint: str | None
    span: tuple[int, int] | None


class Refusal(Shape, frozen=True):
    """What could not be read, and why."""

    path: str | None
    reason: str
    record: str | None = None


class NothingRead(Problem, frozen=True):
    """The problem of an import of which nothing could be read; `rejected` says why, page by page."""

    rejected: list[Refusal]


class ImportReport(Shape, frozen=True):
    """What an import read, found and refused; `batch` and `counts` unless it was a dry run."""

    exercises: list[Exercise]
    findings: list[Found]
    rejected: list[Refusal]
    batch: int | None = None
    counts: dict[str, int] = {}
