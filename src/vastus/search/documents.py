"""What is indexed of an exercise: its words by where they stand, its facets and its relations. Pure."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vastus.domain.anatomy import MuscleGroup, MuscleRole
from vastus.domain.exercise import Exercise, ExerciseType, RelationKind, Tip
from vastus.reference.vocabulary import Vocabularies, folded
from vastus.search.facets import FACETS


@dataclass(frozen=True, slots=True)
class Document:
    """The words of an exercise, folded, by where they stand, the values of its facets, and whom it names as related."""

    id: str
    name: str
    aliases: tuple[str, ...]
    target: str
    muscles: str
    equipment: str
    labels: str
    text: str
    facets: dict[str, tuple[str, ...]]
    relations: tuple[tuple[str, str], ...] = ()  # the kind, and the id that it points to
    trained: tuple[str, ...] = ()  # the ids of the muscles that do the work
    traits: tuple[str, ...] = ()  # what speaks for an exercise among equals: `PLAIN`, `TRAINS`, `STRENGTH`


PLAIN = "plain"  # no variation of another
TRAINS = "trains"  # neither a stretch nor a massage
STRENGTH = "strength"

_PARENTS = frozenset({RelationKind.VARIATION_OF, RelationKind.PROGRESSION_OF, RelationKind.REGRESSION_OF})
RELEASES = frozenset({ExerciseType.SMR, ExerciseType.STRETCHING})
"""What trains nothing: massage and stretching."""


def plain(text: str) -> str:
    """The form in which words are indexed and looked for: folded, without accents.

    >>> plain("Développé-Couché!")
    'developpe couche'
    """
    text = folded(text)
    if text.isascii():
        return text
    return "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))


def document_of(exercise: Exercise, known: Vocabularies) -> Document:
    """What to index of an exercise."""
    facets = {name: tuple(str(value) for value in kind.values(exercise)) for name, kind in FACETS.items()}
    anatomical = [known.muscles.rows[each.muscle] for each in exercise.muscles]
    return Document(
        id=exercise.id,
        name=plain(exercise.name),
        aliases=tuple(plain(alias) for alias in exercise.aliases),
        target=plain(" ".join(_group_words(exercise.target or (), known))),
        muscles=plain(
            " ".join(
                (
                    *_group_words(exercise.secondary or (), known),
                    *(word for row in anatomical for word in (row.label, row.latin, *row.synonyms)),
                )
            )
        ),
        equipment=plain(" ".join(_equipment_words(exercise, known))),
        labels=plain(" ".join(_labels(exercise, known))),
        text=plain(" ".join(_prose(exercise))),
        facets=facets,
        relations=tuple((str(relation.kind), relation.to) for relation in exercise.relations),
        trained=tuple(str(each.muscle) for each in exercise.muscles if each.role is MuscleRole.AGONIST),
        traits=tuple(_traits(exercise)),
    )


def _traits(exercise: Exercise) -> Iterator[str]:
    if not any(relation.kind in _PARENTS for relation in exercise.relations):
        yield PLAIN
    if exercise.type and exercise.type not in RELEASES:
        yield TRAINS
    if exercise.type is ExerciseType.STRENGTH:
        yield STRENGTH


def _group_words(groups: Iterable[MuscleGroup], known: Vocabularies) -> Iterator[str]:
    for group in groups:
        row = known.groups.rows[group]
        yield from (row.label, *row.synonyms, *row.near)


def _equipment_words(exercise: Exercise, known: Vocabularies) -> Iterator[str]:
    for equipment in exercise.equipment or ():
        row = known.equipment.rows[equipment]
        yield from (row.label, *row.synonyms)


def _labels(exercise: Exercise, known: Vocabularies) -> Iterator[str]:
    if exercise.type:
        row = known.types.rows[exercise.type]
        yield from (row.label, *row.synonyms)
    if exercise.level:
        yield known.level.label(exercise.level)
    if exercise.force:
        yield known.force.label(exercise.force)
    if exercise.mechanics:
        yield known.mechanics.label(exercise.mechanics)
    if exercise.laterality:
        row = known.laterality.rows[exercise.laterality]
        yield from (row.label, *row.synonyms)
    yield from (text for text in (exercise.family, exercise.posture, exercise.noise) if text)


def _prose(exercise: Exercise) -> Iterator[str]:
    if exercise.overview:
        yield exercise.overview
    yield from (step.text for step in exercise.instructions)
    for tip in exercise.tips:
        yield from _tip(tip)


def _tip(tip: Tip) -> Iterator[str]:
    yield from (text for text in (tip.text, tip.sign, *tip.causes, *tip.fixes, tip.condition, tip.advice) if text)
    for child in tip.children:
        yield from _tip(child)
