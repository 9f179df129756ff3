"""How many exercises there are of each kind, counted once for each state of the library."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from vastus.check.editorial.coverage import counted, crossed
from vastus.domain.library import ListRow
from vastus.faces.cli.parts import Parts


@dataclass(frozen=True, slots=True)
class Family:
    """A family of movements: how many exercises it has, and how many of them target each group."""

    id: str
    size: int
    targets: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Tallies:
    """Counts by target group and by implement, of each pair of them, and by family."""

    total: int
    by_target: Mapping[str, int]
    by_equipment: Mapping[str, int]
    targets_by_equipment: Mapping[tuple[str, str], int]
    families: tuple[Family, ...]

    def targets_of(self, equipment: str) -> dict[str, int]:
        """What the exercises with an implement target, most first."""
        found = {group: n for (group, each), n in self.targets_by_equipment.items() if each == equipment}
        return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


_KEPT: WeakKeyDictionary[Parts, tuple[str, Tallies]] = WeakKeyDictionary()


def tallies(parts: Parts) -> Tallies:
    """The counts of the library as it is now."""
    state = parts.reader.state()
    kept = _KEPT.get(parts)
    if kept is None or kept[0] != state:
        rows = parts.reader.rows()
        counts = Tallies(
            len(rows),
            counted(rows, "target"),
            counted(rows, "equipment"),
            crossed(rows, "equipment"),
            tuple(_families(rows)),
        )
        kept = _KEPT[parts] = (state, counts)
    return kept[1]


def _families(rows: Iterable[ListRow]) -> Iterator[Family]:
    members: dict[str, list[ListRow]] = {}
    for row in rows:
        if row.family:
            members.setdefault(row.family, []).append(row)
    for family, those in members.items():
        yield Family(family, len(those), counted(those, "target"))
