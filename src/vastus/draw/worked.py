"""The figure of what works: target strong, secondary light, and the sentence that says the same."""

from collections.abc import Iterable

from vastus.domain.anatomy import Muscle, MuscleGroup
from vastus.domain.exercise import Exercise
from vastus.draw.drawing import Sex
from vastus.draw.figure import Figure
from vastus.draw.ink import Layer
from vastus.draw.levels import Level, Worked, part_levels, region_levels, worked_by
from vastus.reference.figure import FigureParts
from vastus.reference.vocabulary import Vocabularies

_LAYERS = {Level.SECONDARY: Layer.SECONDARY, Level.TARGET: Layer.TARGET}
NOT_STATED = "no muscles stated"


def exercise_figure(
    exercise: Exercise, known: Vocabularies, parts: FigureParts, *, sex: Sex = Sex.MALE, is_simple: bool = False
) -> Figure:
    """What an exercise works. Where its page is silent, the figure is idle and says so in words."""
    worked = worked_by(exercise, known.muscles)
    return worked_figure(f"Muscles worked: {exercise.name}", worked, known, parts, sex=sex, is_simple=is_simple)


def worked_figure(  # noqa: PLR0913  # the figure's own parts
    title: str,
    worked: Worked,
    known: Vocabularies,
    parts: FigureParts,
    *,
    sex: Sex = Sex.MALE,
    is_simple: bool = False,
) -> Figure:
    """Groups and muscles at their levels."""
    levels = (region_levels if is_simple else part_levels)(worked, parts)
    paint = {part: _LAYERS[level] for part, level in levels.items()}
    note = None if worked.is_stated else NOT_STATED
    return Figure(title, sentence(worked, known), paint, sex=sex, note=note, is_simple=is_simple)


def sentence(worked: Worked, known: Vocabularies) -> str:
    """What the figure shows, in words.

    >>> from vastus.reference.vocabulary import vocabularies
    >>> sentence(Worked({MuscleGroup.QUADS: Level.TARGET, MuscleGroup.IT_BAND: Level.SECONDARY}), vocabularies())
    'Target: Quads. Secondary: IT Band (fascia).'
    """
    said = _groups(worked, known)
    for level, word in ((Level.TARGET, "Target muscles"), (Level.SECONDARY, "Also named")):
        muscles = [muscle for muscle, each in worked.muscles.items() if each is level]
        if muscles:
            said.append(f"{word}: {_labels(muscles, known)}.")
    in_groups = [muscle for muscle in worked.agonists if muscle not in worked.muscles]
    if in_groups:
        said.append(f"Agonists: {_labels(in_groups, known)}.")
    return " ".join(said) or _nothing(worked)


def short_sentence(worked: Worked, known: Vocabularies) -> str:
    """The groups alone, for a card that shows no more."""
    return " ".join(_groups(worked, known)) or _nothing(worked)


def _groups(worked: Worked, known: Vocabularies) -> list[str]:
    listed = [
        (word, worked.listed(level)) for level, word in ((Level.TARGET, "Target"), (Level.SECONDARY, "Secondary"))
    ]
    return [f"{word}: {', '.join(group_label(group, known) for group in groups)}." for word, groups in listed if groups]


def _nothing(worked: Worked) -> str:
    return "No muscles." if worked.is_stated else "No muscles stated."


def group_label(group: MuscleGroup, known: Vocabularies) -> str:
    """A group as it is printed; fascia is said to be fascia, once."""
    label = known.groups.label(group)
    return f"{label} (fascia)" if group in known.fascia and "fascia" not in label.lower() else label


def _labels(muscles: Iterable[Muscle], known: Vocabularies) -> str:
    return ", ".join(known.muscles.rows[muscle].label for muscle in muscles)
