"""How much of the field the library covers, against what it promises to cover."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from vastus.domain.anatomy import MuscleGroup
from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Exercise, ExerciseType, Level
from vastus.domain.library import ListRow

PAGES = 240
_FEWER = frozenset(
    {
        MuscleGroup.IT_BAND, MuscleGroup.PALMAR_FASCIA, MuscleGroup.PLANTAR_FASCIA, MuscleGroup.NECK,
        MuscleGroup.ABDUCTORS, MuscleGroup.ADDUCTORS, MuscleGroup.HIP_FLEXORS, MuscleGroup.LOWER_BACK,
    }
)  # fmt: skip
PAGE_EQUIPMENT = tuple(Equipment)[: tuple(Equipment).index(Equipment.OTHER)]
"""The implements that exercise pages name, without "other"."""
GROUPS: Mapping[str, int] = {group: 3 if group in _FEWER else 8 for group in MuscleGroup}
TYPES: Mapping[str, int] = {kind: 35 if kind is ExerciseType.CONDITIONING else 5 for kind in ExerciseType}
EQUIPMENT: Mapping[str, int] = dict.fromkeys(PAGE_EQUIPMENT, 3)
LEVELS: Mapping[str, int] = dict.fromkeys(Level, 1)
_GENTLE = frozenset({ExerciseType.STRETCHING, ExerciseType.WARMUP, ExerciseType.SMR, ExerciseType.ACTIVATION})
_GENTLE_PAGES = 40
_SLEDS = 14
"""The least that the library holds of each, as it was set when it was planned."""


Covered = Exercise | ListRow
"""What is counted: an exercise, whole or as a line of a list."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many pages have a value, and how many there should be at least."""

    value: str
    count: int
    least: int

    @property
    def is_hole(self) -> bool:
        """Whether there are too few."""
        return self.count < self.least


@dataclass(frozen=True, slots=True)
class Table:
    """Target groups by the values of a facet: both counted alone, and each group with each of the columns."""

    facet: str
    columns: tuple[Count, ...]
    rows: tuple[tuple[Count, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Hole:
    """Something of which there are fewer pages than there should be."""

    what: str
    count: int
    least: int


def values_of(exercise: Covered, facet: str) -> Collection[str]:
    """The values of `target`, `equipment`, `type` or `level`, one or several, as a collection."""
    several = {"target": exercise.target, "equipment": exercise.equipment}
    if facet in several:
        return several[facet] or ()
    value = {"type": exercise.type, "level": exercise.level}[facet]
    return (value,) if value else ()


def counted(library: Iterable[Covered], facet: str) -> Mapping[str, int]:
    """How many pages there are of each value."""
    return Counter(value for exercise in library for value in values_of(exercise, facet))


def crossed(library: Iterable[Covered], facet: str) -> Mapping[tuple[str, str], int]:
    """How many pages there are of each target group and value of another facet."""
    return Counter(
        (group, value)
        for exercise in library
        for group in values_of(exercise, "target")
        for value in values_of(exercise, facet)
    )


def tables(library: Collection[Covered]) -> Iterator[Table]:
    """Target groups by type, by level and by equipment."""
    groups = counted(library, "target")
    for facet, least in (("type", TYPES), ("level", LEVELS), ("equipment", EQUIPMENT)):
        values, cells = counted(library, facet), crossed(library, facet)
        yield Table(
            facet,
            tuple(Count(value, values.get(value, 0), n) for value, n in least.items()),
            tuple(
                (Count(group, groups.get(group, 0), n), tuple(cells.get((group, value), 0) for value in least))
                for group, n in GROUPS.items()
            ),
        )


def holes(library: Collection[Covered]) -> Iterator[Hole]:
    """Everything of which there are too few."""
    for facet, least in (("target", GROUPS), ("type", TYPES), ("equipment", EQUIPMENT), ("level", LEVELS)):
        counts = counted(library, facet)
        yield from (
            Hole(f"{facet} {value}", counts.get(value, 0), n) for value, n in least.items() if counts.get(value, 0) < n
        )

    def number(is_one: Callable[[Covered], bool]) -> int:
        return sum(1 for exercise in library if is_one(exercise))

    sleds = number(lambda e: e.type is ExerciseType.CONDITIONING and Equipment.SLED in (e.equipment or ()))
    for what, count, least in (
        ("pages", len(library), PAGES),
        ("stretching, warmup, smr and activation together", number(lambda e: e.type in _GENTLE), _GENTLE_PAGES),
        ("conditioning with a sled", sleds, _SLEDS),
    ):
        if count < least:
            yield Hole(what, count, least)
