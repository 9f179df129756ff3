"""Which part of the figure shows which anatomical muscles: `figure_parts.csv`, loaded once and checked.

The first muscle of a part is the one that is seen; the others lie under it or behind it. A group lights the parts of
its region and those whose first muscle belongs to it: so the chest does not light the biceps for the
coracobrachialis beneath. `region` is where a part is counted and chosen. Most regions are groups; serratus and tibialis
belong to none of the 22, so they are drawn and named, but cannot be chosen.
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
    """One drawn part: its title, the muscles that it shows, the region that it is in, the views that have it."""

    id: str
    title: str
    muscles: tuple[Muscle, ...]
    region: str
    views: tuple[str, ...]
    note: str
    source: str

    @property
    def group(self) -> MuscleGroup | None:
        """The group that the region is; None where it belongs to none."""
        return MuscleGroup(self.region) if self.region in _GROUPS else None


_GROUPS = frozenset(MuscleGroup)


class FigureParts:
    """The parts by id, by group, by muscle and by region."""

    def __init__(self, rows: Iterable[FigurePart], muscles: Muscles) -> None:
        self.rows: Mapping[str, FigurePart] = {row.id: row for row in rows}
        self.by_muscle: Mapping[Muscle, tuple[str, ...]] = {
            muscle: tuple(row.id for row in self.rows.values() if muscle in row.muscles) for muscle in Muscle
        }
        self.by_region: Mapping[MuscleGroup, tuple[str, ...]] = {
            group: tuple(row.id for row in self.rows.values() if row.region == group) for group in MuscleGroup
        }
        self.by_group: Mapping[MuscleGroup, tuple[str, ...]] = {
            group: tuple(
                row.id
                for row in self.rows.values()
                if row.region == group or group in muscles.rows[row.muscles[0]].groups
            )
            for group in MuscleGroup
        }
        self.regions = tuple(dict.fromkeys(row.region for row in self.rows.values()))
        without = [group for group, parts in self.by_region.items() if not parts]
        if without:
            raise ValueError(f"figure parts: no part for {', '.join(without)}")


@cache
def figure_parts() -> FigureParts:
    """The parts that ship with Vastus; read once.

    >>> figure_parts().rows["vastus_lateralis"].group
    <MuscleGroup.QUADS: 'quads'>
    """
    text = files("vastus.reference").joinpath("figure_parts.csv").read_text("utf-8")
    rows = [
        FigurePart(
            row["part"],
            row["title"],
            tuple(Muscle(each) for each in row["muscles"].split("|") if each),
            row["region"],
            tuple(row["views"].split("|")),
            row["note"],
            row["source"],
        )
        for row in csv.DictReader(text.splitlines())
    ]
    return FigureParts(rows, vocabularies().muscles)
