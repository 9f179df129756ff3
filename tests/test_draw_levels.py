"""Which parts are strong and which are light."""

import pytest

from vastus.domain.anatomy import Muscle, MuscleGroup, MuscleRole
from vastus.domain.exercise import Exercise, MuscleInvolvement
from vastus.draw.drawing import Sex, drawing
from vastus.draw.levels import Level, Worked, part_levels, worked_by
from vastus.draw.worked import sentence
from vastus.reference.figure import figure_parts
from vastus.reference.vocabulary import vocabularies

KNOWN, PARTS = vocabularies(), figure_parts()
DRAWN = {sex: {part.id for view in drawing(sex).views.values() for part in view.parts} for sex in Sex}


def an_exercise(
    target: str | None = None, secondary: str | None = None, muscles: str = "", name: str = "Wall Shove"
) -> Exercise:
    """`muscles` is "rectus_femoris agonist, soleus synergist"."""

    def groups(words: str | None) -> tuple[MuscleGroup, ...] | None:
        return None if words is None else tuple(MuscleGroup(word) for word in words.split())

    involved = [each.split() for each in muscles.split(",") if each.strip()]
    return Exercise(
        id="wall-shove",
        name=name,
        target=groups(target),
        secondary=groups(secondary),
        muscles=tuple(MuscleInvolvement(Muscle(muscle), MuscleRole(role)) for muscle, role in involved),
    )


def levels(exercise: Exercise) -> dict[str, Level]:
    return part_levels(worked_by(exercise, KNOWN.muscles), PARTS)


def of_muscle(muscle: str) -> tuple[str, ...]:
    return PARTS.by_muscle[Muscle(muscle)]


@pytest.mark.parametrize("sex", Sex)
@pytest.mark.parametrize("group", MuscleGroup)
def test_every_group_of_the_vocabulary_lights_a_part_that_is_drawn(group: MuscleGroup, sex: Sex) -> None:
    lit = part_levels(Worked({group: Level.TARGET}), PARTS)
    assert DRAWN[sex] & set(lit)
    assert set(lit.values()) == {Level.TARGET}


@pytest.mark.parametrize("sex", Sex)
def test_every_drawn_part_has_a_title_and_every_row_is_drawn(sex: Sex) -> None:
    assert DRAWN[sex] == set(PARTS.rows)
    assert [row for row in PARTS.rows.values() if not (row.title and row.muscles and row.source)] == []


def test_groups_are_strong_as_target_and_light_as_secondary() -> None:
    found = levels(an_exercise("quads", "calves"))
    assert {part for part, level in found.items() if level is Level.TARGET} == set(PARTS.by_group[MuscleGroup.QUADS])
    assert {part for part, level in found.items() if level is Level.SECONDARY} == set(
        PARTS.by_group[MuscleGroup.CALVES]
    )


def test_a_group_that_is_listed_twice_is_the_target() -> None:
    assert set(levels(an_exercise("quads", "quads")).values()) == {Level.TARGET}


def test_named_agonists_are_strong_and_the_rest_of_their_group_is_light() -> None:
    found = levels(an_exercise("shoulders", "", "deltoid_anterior agonist, deltoid_lateral synergist"))
    assert {found[part] for part in of_muscle("deltoid_anterior")} == {Level.TARGET}
    assert {found[part] for part in of_muscle("deltoid_lateral")} == {Level.SECONDARY}
    assert {found[part] for part in of_muscle("deltoid_posterior")} == {Level.SECONDARY}


def test_a_target_without_named_agonists_is_strong_throughout() -> None:
    found = levels(an_exercise("shoulders quads", "", "rectus_femoris agonist"))
    assert {found[part] for part in of_muscle("deltoid_posterior")} == {Level.TARGET}


def test_an_agonist_of_a_secondary_group_does_not_overrule_the_profile() -> None:
    assert set(levels(an_exercise("", "quads", "rectus_femoris agonist")).values()) == {Level.SECONDARY}


def test_a_muscle_beyond_the_groups_is_light_and_an_agonist_of_no_group_strong() -> None:
    found = levels(an_exercise("quads", "", "tibialis_anterior synergist, soleus stabilizer"))
    assert {found[part] for part in (*of_muscle("tibialis_anterior"), *of_muscle("soleus"))} == {Level.SECONDARY}
    found = levels(an_exercise("", "", "tibialis_anterior agonist"))
    assert {found[part] for part in of_muscle("tibialis_anterior")} == {Level.TARGET}


@pytest.mark.parametrize(
    ("exercise", "said"),
    [
        (an_exercise("quads", "abs it_band"), "Target: Quads. Secondary: Abs, IT Band (fascia)."),
        (an_exercise(None, None), "No muscles stated."),
        (an_exercise("", ""), "No muscles."),
        (an_exercise("plantar_fascia", None), "Target: Plantar Fascia."),
        (
            an_exercise("quads", "", "rectus_femoris agonist, tibialis_anterior synergist"),
            "Target: Quads. Also named: tibialis anterior. Agonists: rectus femoris.",
        ),
    ],
)
def test_the_sentence_says_what_is_shown(exercise: Exercise, said: str) -> None:
    assert sentence(worked_by(exercise, KNOWN.muscles), KNOWN) == said
