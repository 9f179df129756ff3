"""Where somebody may begin who has no question yet: one family of movements for each part of the body.

It is counted from the library as it is. Nobody knows here what others look at, so nothing is called popular.
"""

from dataclasses import dataclass

from markupsafe import Markup

from vastus.domain.anatomy import MuscleGroup
from vastus.draw.levels import Level, Worked
from vastus.draw.sprite import card
from vastus.faces.web.pictures import sprite_file
from vastus.faces.web.tallies import Family, Tallies
from vastus.reference.figure import figure_parts
from vastus.reference.vocabulary import Vocabularies

_SHOWN = 8
_STRONG, _LIGHT = 0.5, 0.2  # shares of a family that target a group, to show it strongly or lightly
_FEWEST = 3  # exercises that make a family worth beginning from


@dataclass(frozen=True, slots=True)
class Beginning:
    """A family of movements: its id, how many exercises it has, and what they target, as a small figure."""

    family: str
    count: int
    picture: Markup


def beginnings(counts: Tallies, known: Vocabularies) -> list[Beginning]:
    """The largest family for each group that most exercises target, in that order."""
    largest: dict[str, Family] = {}
    for family in sorted(counts.families, key=lambda each: (-each.size, each.id)):
        if family.targets and family.size >= _FEWEST:
            largest.setdefault(max(family.targets, key=lambda group: (family.targets[group], group)), family)
    groups = sorted(largest, key=lambda group: (-counts.by_target.get(group, 0), group))
    return [_shown(largest[group], known) for group in groups[:_SHOWN]]


def _shown(family: Family, known: Vocabularies) -> Beginning:
    shares = {MuscleGroup(group): count / family.size for group, count in family.targets.items()}
    levels = {
        group: Level.TARGET if share >= _STRONG else Level.SECONDARY
        for group, share in shares.items()
        if share >= _LIGHT
    }
    return Beginning(
        family.id,
        family.size,
        Markup(card(Worked(levels), known, figure_parts(), file=sprite_file()[0])),  # noqa: S704
    )
