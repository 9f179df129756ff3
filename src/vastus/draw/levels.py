"""How strongly each part is shown: from the groups that a page lists, refined by the muscles that it names.

- A group lights all parts on which one of its muscles is seen: strong as target, light as secondary.
- Where an exercise names agonists of a target group, only their parts are strong and the group's others light: an
  overhead press is not drawn as if it trained the rear of the shoulder most.
- A named muscle that the groups leave dark is light; strong only as an agonist that belongs to no group (the tibialis
  anterior of a toe raise), because no list of groups could have said so.
- Naming never darkens a part: a page that names two heads does not say that the third rests.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from vastus.domain.anatomy import Muscle, MuscleGroup, MuscleRole
from vastus.domain.exercise import Exercise
from vastus.reference.figure import FigureParts
from vastus.reference.vocabulary import Muscles


class Level(IntEnum):
    """How strongly a part is shown."""

    SECONDARY = 1
    TARGET = 2


@dataclass(frozen=True, slots=True)
class Worked:
    """What is shown: groups and muscles with their levels, and the agonists by name.

    `is_stated` is false where nobody says which muscles work; that is not the same as none.
    """

    groups: Mapping[MuscleGroup, Level] = field(default_factory=dict[MuscleGroup, Level])
    muscles: Mapping[Muscle, Level] = field(default_factory=dict[Muscle, Level])
    agonists: tuple[Muscle, ...] = ()
    is_stated: bool = True

    def listed(self, level: Level) -> tuple[MuscleGroup, ...]:
        """The groups at one level, in the order in which they were given."""
        return tuple(group for group, each in self.groups.items() if each is level)


def worked_by(exercise: Exercise, muscles: Muscles) -> Worked:
    """What an exercise works, as its profile says it."""
    groups: dict[MuscleGroup, Level] = dict.fromkeys(exercise.target or (), Level.TARGET)
    for group in exercise.secondary or ():
        groups.setdefault(group, Level.SECONDARY)
    beyond: dict[Muscle, Level] = {}
    for involved in exercise.muscles:
        belongs = muscles.rows[involved.muscle].groups
        if not any(group in groups for group in belongs):
            is_strong = involved.role is MuscleRole.AGONIST and not belongs
            beyond[involved.muscle] = Level.TARGET if is_strong else Level.SECONDARY
    agonists = tuple(involved.muscle for involved in exercise.muscles if involved.role is MuscleRole.AGONIST)
    is_silent = exercise.target is None and exercise.secondary is None and not exercise.muscles
    return Worked(groups, beyond, agonists, not is_silent)


def part_levels(worked: Worked, parts: FigureParts) -> dict[str, Level]:
    """The level of every part that is not idle."""
    levels: dict[str, Level] = {}
    named = {part for muscle in worked.agonists for part in parts.by_muscle[muscle]}
    for group, level in worked.groups.items():
        shown = parts.by_group[group]
        is_refined = level is Level.TARGET and not named.isdisjoint(shown)
        for part in shown:
            found = Level.SECONDARY if is_refined and part not in named else level
            if found > levels.get(part, 0):
                levels[part] = found
    for muscle, level in worked.muscles.items():
        for part in parts.by_muscle[muscle]:
            levels[part] = max(level, levels.get(part, level))
    return levels


def region_levels(worked: Worked, parts: FigureParts) -> dict[str, Level]:
    """The level of every region that is not idle, for the simplified drawing: the groups as they are listed.

    Regions of no group, such as the tibialis, have the strongest level of their parts.
    """
    levels: dict[str, Level] = {str(group): level for group, level in worked.groups.items()}
    for muscle, level in worked.muscles.items():
        for row in (parts.rows[part] for part in parts.by_muscle[muscle]):
            if row.group is None:
                levels[row.region] = max(level, levels.get(row.region, level))
    return levels
