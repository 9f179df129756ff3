"""The parts keep to the table of origins and insertions, and each row of the table says where it stands."""

import json
import re

import pytest

from drawing import build
from drawing.landmarks import faults as landmark_faults
from drawing.landmarks import landmarks, read_landmarks
from drawing.source import HERE, VIEWS, proportions

DRAWING = json.loads(build.OUTPUT.read_text("utf-8"))
TABLE = (HERE / "landmarks.toml").read_text("utf-8")


def test_every_row_of_attachments_is_kept() -> None:
    table = landmarks()
    sizes = proportions()
    found = [
        fault
        for row in table.attachments
        for fault in landmark_faults(row, table, *build.views()["male", row.view], sizes)
    ]
    assert found == []


def test_every_part_has_a_row_of_attachments_in_each_view() -> None:
    rows = {(row.part, row.view) for row in landmarks().attachments}
    drawn = {(part["id"], side) for side in VIEWS for part in DRAWING["figures"]["male"][side]["parts"]}
    assert rows == drawn


def test_an_attachment_that_asks_for_less_says_why() -> None:
    usual = 0.6
    short = [row for row in landmarks().attachments if row.seen < usual or not (row.origin and row.insertion)]
    assert [f"{row.part} {row.view}" for row in short if not row.why] == []


def test_every_landmark_and_every_source_is_used() -> None:
    table = landmarks()
    used = {(row.view, name) for row in table.attachments for name in (*row.origin, *row.insertion)}
    assert {(view, name) for view, names in table.places.items() for name in names} == used
    assert {citation.source for row in table.attachments for citation in row.sources} == set(table.sources)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("", "no source"),
        ("sources = []", "no source"),
        ('sources = ["gray, p. 470"]', "is not '[mark] source, place'"),
        ('sources = ["[V] gray"]', "is not '[mark] source, place'"),
        ('sources = ["[X] gray, p. 470"]', "there is no mark [X]; it is one of V, D, M, A"),
        ('sources = ["[V] grey, p. 470"]', "'grey' is not in [sources]; it is one of gray, "),
    ],
)
def test_a_row_without_a_source_is_refused_by_name(written: str, said: str) -> None:
    given = 'sources = ["[V] gray, p. 470"]'
    assert TABLE.count(given) == 1
    with pytest.raises(ValueError, match=re.escape(said)) as error:
        read_landmarks(TABLE.replace(given, written))
    assert str(error.value).startswith("landmarks.toml, sartorius on the front: ")
