"""The muscle figure as the pages hold it: large on an exercise, small on cards, and as the filter beside the search."""

import hashlib
from collections.abc import Callable, Sequence
from functools import cache
from urllib.parse import quote

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


def filter_picture(clauses: Sequence[Clause], asked: MusclesAsked, known: Vocabularies) -> str:
    """The body as a filter: each group is a link to the query with or without it; what the words name is lit, too."""
    return picker(
        known, figure_parts(), chosen=_chosen(clauses), named=asked.named, excluded=asked.excluded,
        address=_toggling(clauses),
    )  # fmt: skip


def filter_names(clauses: Sequence[Clause], known: Vocabularies) -> str:
    """The same links as a list of names, each as large as a fingertip."""
    return picker_list(known, chosen=_chosen(clauses), address=_toggling(clauses))


def _chosen(clauses: Sequence[Clause]) -> frozenset[MuscleGroup]:
    return frozenset(
        MuscleGroup(value)
        for clause in clauses
        if isinstance(clause, Facet) and clause.name == "muscle"
        for value in clause.values
    )


def _toggling(clauses: Sequence[Clause]) -> Callable[[MuscleGroup], str]:
    return lambda group: f"/?q={quote(toggled(clauses, 'muscle', group), safe=':,')}"
