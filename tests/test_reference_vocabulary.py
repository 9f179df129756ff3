"""The closed vocabularies: whole, sourced, and of one mind about every word."""

import csv
from collections import Counter
from enum import StrEnum
from importlib.resources import files

import pytest

from vastus.domain.anatomy import Muscle, MuscleGroup
from vastus.domain.equipment import Equipment
from vastus.domain.exercise import ExerciseType, Force, Laterality, Level, Mechanics
from vastus.reference.vocabulary import Match, Row, Vocabulary, folded, vocabularies

TABLES = ("muscle_groups.csv", "muscles.csv", "equipment.csv", "profile_values.csv")
KNOWN = vocabularies()
VOCABULARIES = (KNOWN.groups, KNOWN.equipment, KNOWN.types, KNOWN.mechanics, KNOWN.force, KNOWN.laterality, KNOWN.level)
PARTS = [(vocabulary.name, row) for vocabulary in VOCABULARIES for row in vocabulary.rows.values()]


def rows(table: str) -> list[dict[str, str]]:
    text = files("vastus.reference").joinpath(table).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_a_source_and_a_label(table: str) -> None:
    assert [row for row in rows(table) if not row["source"].strip() or not row["label"].strip()] == []


@pytest.mark.parametrize("table", TABLES)
def test_no_row_has_a_cell_too_many_or_white_space_around_a_word(table: str) -> None:
    for row in rows(table):
        assert None not in row
        assert None not in row.values()
        words = [word for cell in row.values() for word in cell.split("|")]
        assert [word for word in words if word != word.strip()] == []


@pytest.mark.parametrize("table", ["muscle_groups.csv", "muscles.csv", "equipment.csv"])
def test_no_id_stands_twice(table: str) -> None:
    counted = Counter(row["id"] for row in rows(table))
    assert [found for found, count in counted.items() if count > 1] == []


@pytest.mark.parametrize(
    ("vocabulary", "values"),
    [
        (KNOWN.groups, MuscleGroup),
        (KNOWN.equipment, Equipment),
        (KNOWN.types, ExerciseType),
        (KNOWN.mechanics, Mechanics),
        (KNOWN.force, Force),
        (KNOWN.laterality, Laterality),
        (KNOWN.level, Level),
    ],
    ids=lambda value: getattr(value, "name", value.__name__ if isinstance(value, type) else str(value)),
)
def test_every_value_has_a_row_and_every_row_a_value(vocabulary: Vocabulary[StrEnum], values: type[StrEnum]) -> None:
    assert set(vocabulary.rows) == set(values)


def test_every_profile_value_belongs_to_a_vocabulary_that_is_read() -> None:
    assert {row["vocabulary"] for row in rows("profile_values.csv")} == {
        "type",
        "mechanics",
        "force",
        "laterality",
        "level",
    }


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda vocabulary: vocabulary.name)
def test_no_word_stands_for_two_values(vocabulary: Vocabulary[StrEnum]) -> None:
    counted: dict[str, set[StrEnum]] = {}
    for row in vocabulary.rows.values():
        for word in (row.value, row.label, *row.synonyms, *row.near):
            counted.setdefault(folded(word), set()).add(row.value)
    assert {word: values for word, values in counted.items() if len(values) > 1} == {}


@pytest.mark.parametrize(("name", "row"), PARTS, ids=lambda part: part if isinstance(part, str) else str(part.value))
def test_every_word_of_a_row_is_found(name: str, row: Row[StrEnum]) -> None:
    vocabulary = next(each for each in VOCABULARIES if each.name == name)
    assert all(
        vocabulary.find(word) == Match(row.value, is_exact=True) for word in (row.value, row.label, *row.synonyms)
    )
    close = [vocabulary.find(word) for word in row.near]
    assert all(found is not None and found.value == row.value for found in close)
    assert [word for word in row.near if folded(word) in {folded(each) for each in row.synonyms}] == []


def test_the_vocabularies_hold_what_the_design_counts() -> None:
    assert (len(MuscleGroup), len(ExerciseType), len(Mechanics), len(Level), len(Force), len(Laterality)) == (
        22,
        10,
        2,
        3,
        9,
        3,
    )
    assert list(Equipment).index(Equipment.CAR) == 27


def test_no_muscles_name_is_anothers() -> None:
    counted: dict[str, set[Muscle]] = {}
    for row in KNOWN.muscles.rows.values():
        for word in (row.muscle, row.label, row.latin, *row.synonyms):
            counted.setdefault(folded(word), set()).add(row.muscle)
    assert {word: found for word, found in counted.items() if len(found) > 1} == {}


def test_a_word_for_a_group_and_a_muscle_means_the_same_place() -> None:
    """Where both tables know a word, the muscle is a member of the group."""
    shared = {
        word: (match.value, KNOWN.muscles.words()[word].groups)
        for word, match in KNOWN.groups.words().items()
        if word in KNOWN.muscles.words()
    }
    assert {word: pair for word, pair in shared.items() if pair[0] not in pair[1]} == {}


@pytest.mark.parametrize("group", list(MuscleGroup))
def test_every_group_has_anatomical_members(group: MuscleGroup) -> None:
    assert KNOWN.muscles.members(group)


def test_only_two_muscles_stand_in_no_group_and_say_so() -> None:
    alone = [row for row in KNOWN.muscles.rows.values() if not row.groups]
    assert {row.muscle for row in alone} == {Muscle.TIBIALIS_ANTERIOR, Muscle.SERRATUS_ANTERIOR}
    assert all("none of the 22 groups" in row.source for row in alone)


def test_three_groups_are_fascia() -> None:
    assert {row["id"] for row in rows("muscle_groups.csv") if row["tissue"] == "fascia"} == {
        "it_band",
        "palmar_fascia",
        "plantar_fascia",
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("E-Z  Curl Bar", "e z curl bar"),
        ("Kettle Bell's", "kettle bells"),
        ("UPPER_BACK", "upper back"),
        ("Warm‑up", "warm up"),
    ],
)
def test_words_are_compared_without_case_hyphens_and_marks(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize("word", ["", " ", "spleen", "quadsx", "🦵"])
def test_an_unknown_word_is_not_found(word: str) -> None:
    assert KNOWN.groups.find(word) is None
    assert KNOWN.muscles.find(word) is None


def test_a_misspelt_word_has_a_hint_and_no_value() -> None:
    assert KNOWN.groups.find("hamstringz") is None
    assert "hamstrings" in KNOWN.groups.nearest("hamstringz")
    assert KNOWN.groups.nearest("zzzzzz") == ()


def test_a_vocabulary_without_a_row_or_with_one_word_for_two_is_refused() -> None:
    row = Row(Mechanics.COMPOUND, "Compound", (), (), "here")
    with pytest.raises(ValueError, match="no row for isolation"):
        Vocabulary("mechanics", Mechanics, [row])
    with pytest.raises(ValueError, match="stands for"):
        Vocabulary("mechanics", Mechanics, [row, Row(Mechanics.ISOLATION, "Isolation", ("compound",), (), "here")])
