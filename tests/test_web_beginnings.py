"""Where somebody begins who has no question yet: counted from the library, nothing invented."""

import re
from collections.abc import Iterator

import pytest
from litestar.testing import TestClient

from vastus.bootstrap import Parts
from vastus.faces.web.app import make_app
from vastus.faces.web.beginnings import beginnings
from vastus.faces.web.tallies import Family, Tallies
from vastus.reference.vocabulary import vocabularies
from vastus.settings import read_settings

KNOWN = vocabularies()


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Parts:
    """The whole library that ships."""
    return Parts(read_settings({"VASTUS_HOME": str(tmp_path_factory.mktemp("home"))}))


@pytest.fixture(scope="module")
def client(parts: Parts) -> Iterator[TestClient]:
    with TestClient(make_app(parts, ["testserver.local"]), base_url="http://testserver.local") as asked:
        yield asked


def counts(*families: Family, **by_target: int) -> Tallies:
    return Tallies(100, by_target, {}, {}, families)


def test_the_largest_family_stands_for_each_group_and_the_most_targeted_group_comes_first() -> None:
    found = beginnings(
        counts(
            Family("curl", 9, {"biceps": 9, "forearms": 1}),
            Family("squat", 8, {"quads": 8, "glutes": 4}),
            Family("leg-press", 12, {"quads": 12}),
            Family("rare", 2, {"neck": 2}),
            Family("silent", 20, {}),
            quads=20, biceps=9, neck=2,
        ),
        KNOWN,
    )  # fmt: skip
    assert [(each.family, each.count) for each in found] == [("leg-press", 12), ("curl", 9)]


def test_a_figure_shows_strongly_what_half_of_a_family_targets_and_nothing_that_hardly_any_does() -> None:
    (found,) = beginnings(counts(Family("squat", 10, {"quads": 9, "glutes": 3, "abs": 1}), quads=9), KNOWN)
    classes = re.search(r'class="([^"]+)"', found.picture)
    assert classes
    assert {"vf-t-quads", "vf-s-glutes"} <= set(classes[1].split())
    assert "abs" not in classes[1]


def test_a_library_without_families_has_no_beginnings() -> None:
    assert beginnings(counts(quads=3), KNOWN) == []


def test_each_beginning_leads_to_as_many_exercises_as_it_says(client: TestClient) -> None:
    text = client.get("/").text
    section = text[text.index('class="starts"') : text.index('id="begin-ask"')]
    offered = re.findall(r'href="(/\?q=family:[^"]+)".*?</b> <span class="soft">(\d+) way', section)
    assert 6 <= len(offered) <= 8
    for address, count in offered:
        assert f"<h1>{count} exercise" in client.get(address).text, address
    assert "by name" in text


def test_a_question_is_answered_without_them(client: TestClient) -> None:
    assert "Start from a movement" not in client.get("/?q=squat").text
