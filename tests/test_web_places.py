"""The pages of muscles, equipment, coverage and comparing, asked as a browser asks them."""

import re
from collections.abc import Iterator

import pytest
from command import TEN, settings
from litestar.testing import TestClient

from vastus.bootstrap import Parts
from vastus.domain.anatomy import MuscleGroup
from vastus.domain.equipment import Equipment
from vastus.faces.web.app import make_app
from vastus.faces.web.stylesheet import stylesheet_file
from vastus.reference.vocabulary import vocabularies

KNOWN = vocabularies()


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    parts = Parts(settings(tmp_path_factory.mktemp("places")))
    with TestClient(make_app(parts, ["testserver.local"]), base_url="http://testserver.local") as asked:
        yield asked


def page(client: TestClient, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.text


@pytest.mark.parametrize("group", MuscleGroup)
def test_every_group_says_what_it_is_made_of(client: TestClient, group: MuscleGroup) -> None:
    text = page(client, f"/muscles/{group}")
    for muscle in KNOWN.muscles.members(group):
        assert KNOWN.muscles.rows[muscle].latin in text
    assert ("connective tissue" in text) == (group in KNOWN.fascia)


@pytest.mark.parametrize("each", Equipment)
def test_every_implement_has_a_page(client: TestClient, each: Equipment) -> None:
    assert KNOWN.equipment.label(each) in page(client, f"/equipment/{each}")


def test_a_group_counts_what_targets_it_and_what_merely_uses_it(client: TestClient) -> None:
    def total(query: str) -> int:
        return client.get("/api/v1/exercises", params={"q": query}).json()["total"]

    text = page(client, "/muscles/quads")
    assert f"<h2>{total('target:quads')} exercises target it" in text
    assert f">{total('muscle:quads -target:quads')} use it beside their target<" in text


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("/muscles/quadriceps", "/muscles/quads"),
        ("/muscles/Vastus%20lateralis", "/muscles/quads"),
        ("/equipment/prowler", "/equipment/sled"),
    ],
)
def test_another_name_leads_to_the_page(client: TestClient, asked: str, shown: str) -> None:
    answer = client.get(asked, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (301, shown)


@pytest.mark.parametrize("path", ["/muscles/quadz0r", "/equipment/spoon", "/muscles/%00", "/equipment/" + "x" * 5000])
def test_what_there_is_not_gets_a_page_that_leads_on(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in {400, 404}
    assert 'href="/muscles"' in answer.text


def test_the_tables_of_coverage_add_up_to_what_search_finds(client: TestClient) -> None:
    text = page(client, "/coverage")
    assert f"{len(TEN)} exercises" in text
    found = client.get("/api/v1/exercises", params={"q": "target:quads equipment:sled"}).json()["total"]
    (row,) = re.findall(
        r'<tr><th scope="row"><a href="/muscles/quads">.*?</tr>', text.split("Targets by equipment")[-1]
    )
    heads = re.findall(r'<th scope="col">(.*?)</th>', text.split("Targets by equipment")[-1])
    cells = re.findall(r"<td.*?>(?:<span class=\"hidden\">)?(\d+)", row)
    assert int(cells[heads.index("Sled") - 1]) == found
    assert "of 240" in text  # ten pages are no library, and the page says so


@pytest.mark.parametrize(
    "query", ["ids=sled-push,sled-drag", "ids=sled-push&ids=sled-drag", "ids=sled-push,&ids=sled-drag,sled-push"]
)
def test_exercises_to_compare_may_be_given_in_any_way(client: TestClient, query: str) -> None:
    text = page(client, f"/compare?{query}")
    assert re.findall(r'<th scope="col"><a href="/exercises/([^"]+)"', text) == ["sled-push", "sled-drag"]


def test_comparing_tells_what_is_alike_from_what_is_not(client: TestClient) -> None:
    text = page(client, "/compare?ids=sled-push,backward-sled-push")
    alike = text.split("The same in all of them")[1]
    assert "Type: Conditioning" in alike
    own = re.findall(r'<span class="tag own">([^<]+)<', text)
    assert "Glutes" in own
    assert "Quads" not in own


def test_four_are_the_most(client: TestClient) -> None:
    text = page(client, f"/compare?ids={','.join(TEN[:6])}")
    assert text.count('<th scope="col">') == 4
    assert f"left out: {TEN[4]}, {TEN[5]}." in text


def test_what_is_compared_with_nothing_yet_offers_its_family(client: TestClient) -> None:
    text = page(client, "/compare?ids=sled-push")
    assert 'href="/compare?ids=sled-push,low-sled-push"' in text
    assert "sled-push,sled-push" not in text


def test_any_text_may_be_looked_for_in_comparing(client: TestClient) -> None:
    for text in ("sled", "zzzz", "foo:bar", "x" * 5000, "\x00"):
        assert client.get("/compare", params={"q": text}).status_code == 200


def test_units_are_what_the_address_says(client: TestClient) -> None:
    metric = page(client, "/exercises/backward-sled-push")
    imperial = page(client, "/exercises/backward-sled-push?units=imperial")
    assert "10–15 m" in metric
    assert "converted" not in metric
    assert "33–49 ft" in imperial
    assert client.get("/exercises/backward-sled-push?units=parsec").status_code == 400
    assert "units=imperial" in page(client, "/compare?ids=sled-push,sled-drag&units=imperial")


def test_tips_stand_by_kind_and_none_is_lost(client: TestClient) -> None:
    text = page(client, "/exercises/backward-sled-push")
    told = client.get("/api/v1/exercises/backward-sled-push").json()["tips"]
    plain = re.sub(r"&#39;", "'", text)
    assert all(tip["text"] in plain for tip in told)
    order = [
        text.index(title) for title in ("What goes wrong", ">Safety<", ">Think of this<", "Depends on you", ">Instead<")
    ]
    assert order == sorted(order)


def test_about_names_what_it_is_built_on(client: TestClient) -> None:
    text = page(client, "/about")
    for name in ("litestar", "tantivy", "SQLAlchemy", "CC BY-SA 4.0", "Apache-2.0"):
        assert name in text


def test_styles_and_scripts_may_be_kept_for_ever_because_their_names_change(client: TestClient) -> None:
    text = page(client, "/")
    files = re.findall(r'(?:href|src)="(/static/(?:style|built/)[^"]+)"', text)
    assert stylesheet_file()[0] in files
    assert any(file.startswith("/static/built/browse-") for file in files)
    for file in files:
        answer = client.get(file)
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]
