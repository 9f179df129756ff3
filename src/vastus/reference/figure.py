"""Which part of the figure shows which anatomical muscles: `figure_parts.csv`, loaded once and checked.

A group reaches its parts through its muscles. `region` is the one group that a part is counted in and chosen by;
serratus and tibialis belong to none of the 22, so they are drawn and named, but cannot be chosen.
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from vastus.domain.anatomy import Muscle, MuscleGroup
from vastus.reference.vocabulary import Muscles, vocabularies


@dataclass(frozen=True, slots=True)
class FigurePart:
    """One drawn part: its title, the muscles that it shows, the group that it counts in, the views that have it."""

    id: str
    title: str
    muscles: tuple[Muscle, ...]
    region: MuscleGroup | None
    views: tuple[str, ...]
    note: str
    source: str


class FigureParts:
    """The parts by id, by group, by muscle and by region."""

    def __init__(self, rows: Iterable[FigurePart], muscles: Muscles) -> None:
        self.rows: Mapping[str, FigurePart] = {row.id: row for row in rows}
        self.by_muscle: Mapping[Muscle, tuple[str, ...]] = {
            muscle: tuple(row.id for row in self.rows.values() if muscle in row.muscles) for muscle in Muscle
        }
        self.by_region: Mapping[MuscleGroup, tuple[str, ...]] = {
            group: tuple(row.id for row in self.rows.values() if row.region is group) for group in MuscleGroup
        }
        self.by_group: Mapping[MuscleGroup, tuple[str, ...]] = {
            group: self._shown(group, muscles.members(group)) for group in MuscleGroup
        }
        without = [group for group, parts in self.by_region.items() if not parts]
        if without:
            raise ValueError(f"figure parts: no part for {', '.join(without)}")

    def _shown(self, group: MuscleGroup, members: Iterable[Muscle]) -> tuple[str, ...]:
        wanted = frozenset(members)
        return tuple(row.id for row in self.rows.values() if row.region is group or not wanted.isdisjoint(row.muscles))


@cache
def figure_parts() -> FigureParts:
    """The parts that ship with Vastus; read once.

    >>> figure_parts().rows["vastus_lateralis"].region
    <MuscleGroup.QUADS: 'quads'>
    """
    text = files("vastus.reference").joinpath("figure_parts.csv").read_text("utf-8")
    groups = set(MuscleGroup)
    rows = [
        FigurePart(
            row["part"],
            row["title"],
            tuple(Muscle(each) for each in row["muscles"].split("|") if each),
            MuscleGroup(row["region"]) if row["region"] in groups else None,
            tuple(row["views"].split("|")),
            row["note"],
            row["source"],
        )
        for row in csv.DictReader(text.splitlines())
    ]
    return FigureParts(rows, vocabularies().muscles)
