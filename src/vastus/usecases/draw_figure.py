"""Draw the muscle figure: of an exercise, of muscles by name, or of a number per group."""

import math
from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from vastus.domain.anatomy import Muscle, MuscleGroup
from vastus.domain.exercise import Exercise
from vastus.draw.drawing import Sex
from vastus.draw.figure import Figure
from vastus.draw.heat import Scale, heat_figure
from vastus.draw.levels import Level, Worked
from vastus.draw.worked import exercise_figure, worked_figure
from vastus.errors import UsageError
from vastus.reference.figure import figure_parts
from vastus.reference.vocabulary import Vocabularies

E = TypeVar("E", bound=StrEnum)


def draw_exercise(exercise: Exercise, known: Vocabularies, *, sex: Sex = Sex.MALE) -> Figure:
    """What an exercise works: its target strong, the rest light."""
    return exercise_figure(exercise, known, figure_parts(), sex=sex)


def draw_muscles(levels: Mapping[str, float], known: Vocabularies, *, sex: Sex = Sex.MALE) -> Figure:
    """Groups and anatomical muscles by any of their names: 2 is target, 1 secondary, 0 idle.

    Raises:
        UsageError: a name or a level is unknown, or two names mean the same.
    """
    groups: dict[MuscleGroup, Level] = {}
    muscles: dict[Muscle, Level] = {}
    met: set[MuscleGroup | Muscle] = set()
    for word, number in levels.items():
        meant = _meant(word, known)
        _only_once(meant, met)
        if number not in (0, 1, 2):
            raise UsageError(f"the level of {word} is 2, 1 or 0, not {number:g}", "2 is target, 1 secondary, 0 idle")
        if isinstance(meant, MuscleGroup) and number:
            groups[meant] = Level(int(number))
        elif isinstance(meant, Muscle) and number:
            muscles[meant] = Level(int(number))
    worked = Worked(groups, muscles)
    labels = [known.groups.label(group) for group in groups]
    labels += [known.muscles.rows[muscle].label for muscle in muscles]
    return worked_figure(f"Muscles: {', '.join(labels) or 'none'}", worked, known, figure_parts(), sex=sex)


def draw_heat(
    numbers: Mapping[str, float], known: Vocabularies, *, scale: Scale = Scale.SETS, sex: Sex = Sex.MALE
) -> Figure:
    """A number per group, by any of the group's names.

    Raises:
        UsageError: a name is no group, two names mean the same, or a number is negative or not finite.
    """
    values: dict[MuscleGroup, float] = {}
    met: set[MuscleGroup | Muscle] = set()
    for word, number in numbers.items():
        meant = _meant(word, known)
        if isinstance(meant, Muscle):
            groups = known.muscles.rows[meant].groups
            hint = f"it belongs to {' and '.join(groups)}" if groups else "it is in none of the groups"
            raise UsageError(f"a heat map is by muscle group, and '{word}' is a single muscle", hint)
        _only_once(meant, met)
        if not math.isfinite(number) or number < 0:
            raise UsageError(f"the number for {word} is {number:g}", "a number is 0 or more")
        values[meant] = number
    return heat_figure(values, known, figure_parts(), scale=scale, sex=sex)


def one_of(kind: type[E], word: str, what: str) -> E:
    """The value of a choice.

    Raises:
        UsageError: there is none of that name.
    """
    try:
        return kind(word)
    except ValueError:
        raise UsageError(f"'{word}' is no {what}", f"there are {' and '.join(kind)}") from None


def _meant(word: str, known: Vocabularies) -> MuscleGroup | Muscle:
    group = known.groups.find(word)
    if group and group.is_exact:
        return group.value
    muscle = known.muscles.find(word)
    if muscle:
        return muscle.muscle
    nearest = (str(group.value),) if group else known.groups.nearest(word) or known.muscles.nearest(word)
    hint = f"did you mean {' or '.join(nearest)}?" if nearest else "'vastus vocabulary muscles' lists them"
    raise UsageError(f"'{word}' is no muscle or muscle group", hint)


def _only_once(meant: MuscleGroup | Muscle, met: set[MuscleGroup | Muscle]) -> None:
    if meant in met:
        raise UsageError(f"{meant} is given twice", "give each muscle one number")
    met.add(meant)
