"""Every word of the vocabulary has a part to light up, and every part has a title and a place in the vocabulary."""

import csv
from importlib.resources import files

import pytest

from vastus.domain.anatomy import Muscle, MuscleGroup
from vastus.reference.vocabulary import vocabularies

ROWS = list(csv.DictReader(files("vastus.reference").joinpath("figure_parts.csv").read_text("utf-8").splitlines()))
FASCIA = {"it_band", "palmar_fascia", "plantar_fascia"}


@pytest.mark.parametrize("muscle", Muscle)
def test_every_muscle_is_shown_by_a_part(muscle: Muscle) -> None:
    assert [row["part"] for row in ROWS if muscle in row["muscles"].split("|")]


@pytest.mark.parametrize("group", MuscleGroup)
def test_every_group_has_a_region_of_its_own(group: MuscleGroup) -> None:
    assert [row["part"] for row in ROWS if row["region"] == group]


def test_every_part_has_a_title_of_its_own() -> None:
    titles = [row["title"] for row in ROWS]
    assert all(titles)
    assert len(set(titles)) == len(titles)


def test_a_part_is_listed_once_and_says_its_source() -> None:
    parts = [row["part"] for row in ROWS]
    assert len(set(parts)) == len(parts)
    assert all(row["source"] for row in ROWS)


def test_a_part_that_shows_more_than_its_own_muscle_says_so() -> None:
    silent = [row["part"] for row in ROWS if "|" in row["muscles"] and not row["note"]]
    assert silent == []


def test_fascia_is_called_fascia() -> None:
    assert {row["region"] for row in ROWS if row["note"].startswith("fascia")} == FASCIA


def test_a_part_belongs_to_a_group_of_its_muscles() -> None:
    known = vocabularies().muscles
    wrong = [
        row["part"]
        for row in ROWS
        if row["region"] in set(MuscleGroup)
        and not any(row["region"] in known.rows[Muscle(each)].groups for each in row["muscles"].split("|"))
    ]
    assert wrong == []
