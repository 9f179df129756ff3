"""The muscle figure as the pages hold it: large on an exercise, small on cards, and as the filter beside the search."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote

from markupsafe import Markup

from vastus.domain.anatomy import MuscleGroup
from vastus.domain.exercise import Exercise
from vastus.domain.library import ListRow
from vastus.domain.query import Clause, Facet
from vastus.draw.levels import Level, Worked
from vastus.draw.picker import picker, picker_list
from vastus.draw.sprite import card, sprite
from vastus.faces.web.chips import toggled
from vastus.reference.figure import figure_parts
from vastus.reference.vocabulary import Vocabularies
from vastus.usecases.draw_figure import draw_exercise
from vastus.usecases.explain_query import MusclesAsked

_LONGEST_ID = 64  # characters that a figure's ids may begin with


@cache
def sprite_file() -> tuple[str, str]:
    """The address of the cards' one file, which changes with it, and its text."""
    return f"/static/figure-{_digest(sprite())}.svg", sprite()


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=6).hexdigest()


def exercise_picture(exercise: Exercise, known: Vocabularies) -> str:
    """What an exercise works, as an element; one exercise stands on a page once."""
    return draw_exercise(exercise, known).embedded(f"of-{exercise.id}"[:_LONGEST_ID])


def card_picture(row: ListRow, known: Vocabularies) -> str:
    """The same, small."""
    groups: dict[MuscleGroup, Level] = dict.fromkeys(row.target or (), Level.TARGET)
    for group in row.secondary or ():
        groups.setdefault(group, Level.SECONDARY)
    worked = Worked(groups, is_stated=row.target is not None or row.secondary is not None)
    return card(worked, known, figure_parts(), file=sprite_file()[0])


@dataclass(frozen=True, slots=True)
class BodyFilter:
    """The body as a filter: a figure and a list of names, in which each group is the same link."""

    picture: Markup
    names: Markup


def body_filter(clauses: Sequence[Clause], asked: MusclesAsked, known: Vocabularies) -> BodyFilter:
    """The filter for a question: each group leads to the question with or without it; what words name is lit, too."""
    chosen = frozenset(
        MuscleGroup(value)
        for clause in clauses
        if isinstance(clause, Facet) and clause.name == "muscle"
        for value in clause.values
    )
    addresses = {group: f"/?q={quote(toggled(clauses, 'muscle', group), safe=':,')}" for group in MuscleGroup}
    address = addresses.__getitem__
    picture = picker(known, figure_parts(), chosen=chosen, named=asked.named, excluded=asked.excluded, address=address)
    # Both escape what they are given.
    return BodyFilter(Markup(picture), Markup(picker_list(known, chosen=chosen, address=address)))  # noqa: S704
