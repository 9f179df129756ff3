"""Own sleds and surfaces on the calculator's page, asked as a browser without script asks."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from command import settings
from litestar.testing import TestClient

from vastus.bootstrap import Parts
from vastus.faces.web.app import make_app

HERE = "http://testserver.local"
SLED = {"as": "sled", "name": "Prowler", "mass": "100", "sled": "40", "length": "1.1", "height": "0.8", "mu": "0.4"}
SURFACE = {"as": "surface", "name": "Garage & gym", "mass": "100", "mu": "0.4..0.5"}


@pytest.fixture
def parts(tmp_path: Path) -> Parts:
    return Parts(settings(tmp_path))


@pytest.fixture
def client(parts: Parts) -> Iterator[TestClient]:
    with TestClient(make_app(parts, ["testserver.local"]), base_url=HERE) as asked:
        yield asked


def test_keeping_leads_to_the_same_result_with_the_own_sled(client: TestClient) -> None:
    reply = client.post("/sled/keep", data=SLED, follow_redirects=False)
    assert reply.status_code == 303
    assert reply.headers["location"] == "/sled?mass=100&mu=0.4&my_sled=Prowler#answer"
    page = client.get(reply.headers["location"])
    assert page.status_code == 200
    assert "100 kg with Prowler on friction 0.40" in page.text
    assert '<option value="Prowler" selected>' in page.text
    entered = client.get("/api/v1/sled?mass=100&sled=40&length=1.1&height=0.8&mu=0.4").json()
    twin = re.search(r'href="(/api/v1/sled\?[^"]+)"', page.text)
    assert twin
    assert client.get(twin[1].replace("&amp;", "&")).json() == entered


def test_what_an_own_sled_fills_has_no_slider_and_leaves_the_address(client: TestClient) -> None:
    client.post("/sled/keep", data=SLED)
    client.post("/sled/keep", data=SURFACE)
    asked = "/sled?mass=100&height=0.5&surface=grass&angle=5&my_sled=PROWLER&my_surface=garage %26 gym"
    reply = client.get(asked, follow_redirects=False)
    assert reply.headers["location"] == "/sled?mass=100&angle=5&my_sled=PROWLER&my_surface=garage+%26+gym"
    text = client.get(reply.headers["location"]).text
    assert "pushed at 0.80 m" in text
    assert "on Garage &amp; gym" in text
    assert '<input type="hidden" name="my_sled" value="Prowler">' in text  # keeping another surface leaves the sled
    assert not re.search(r'type="range" id="in-height"', text)
    assert re.search(r'id="in-height" value="0.8" disabled', text)
    assert re.search(r'<select id="in-surface" name="surface" disabled><option value="">Garage &amp; gym<', text)


def test_an_equal_load_names_an_own_surface(client: TestClient) -> None:
    client.post("/sled/keep", data=SLED)
    client.post("/sled/keep", data={**SURFACE, "name": "Rough", "mu": "0.5"})
    text = client.get("/sled?mass=100&mu=0.4&my_sled=Prowler&to=sled&to_my_surface=Rough").text
    assert "40.0 kg of plates on it" in text  # 80 kg in all, of which the sled is 40


def test_own_sleds_and_surfaces_are_listed_with_where_they_come_from_and_forgotten(client: TestClient) -> None:
    assert 'id="own"' not in client.get("/sled").text
    client.post("/sled/keep", data=SURFACE)
    text = client.get("/sled").text
    assert 'href="/sled?my_surface=Garage+%26+gym"' in text
    assert "friction 0.45 (0.4 to 0.5); entered on " in text
    assert client.get("/sled?my_surface=Garage+%26+gym").status_code == 200
    reply = client.post("/sled/forget", data={"name": "garage & gym"}, follow_redirects=False)
    assert reply.status_code == 303
    assert 'id="own"' not in client.get("/sled").text


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({**SLED, "name": ""}, "A name has a letter or a digit."),
        ({**SLED, "name": "x" * 41}, "at most 40 characters"),
        ({**SLED, "as": ""}, "neither a sled nor a surface"),
        ({**SURFACE, "name": "Gym turf"}, "comes with Vastus (turf_gym)"),
        ({**SURFACE, "mu": ""}, "There is nothing to keep of the surface"),
        ({**SURFACE, "mu": "slippery"}, "friction: &#39;slippery&#39; is no ratio"),
        ({**SLED, "length": "9"}, "that is no sled"),
    ],
)
def test_what_cannot_be_kept_is_told_and_not_kept(
    client: TestClient, parts: Parts, form: dict[str, str], sentence: str
) -> None:
    reply = client.post("/sled/keep", data=form)
    assert reply.status_code == 400
    assert sentence in reply.text
    assert parts.reader.gear() == ()


def test_a_name_that_is_not_kept_is_told_on_the_page(client: TestClient) -> None:
    client.post("/sled/keep", data=SLED)
    reply = client.get("/sled?mass=100&my_sled=Prowlr")
    assert reply.status_code == 400
    assert "did you mean Prowler?" in reply.text
    assert client.post("/sled/forget", data={"name": "nothing"}).status_code == 400


def test_read_only_shows_own_sleds_and_changes_none(client: TestClient, parts: Parts) -> None:
    client.post("/sled/keep", data=SLED)
    with TestClient(make_app(parts, ["testserver.local"], read_only=True), base_url=HERE) as shown:
        text = shown.get("/sled?my_sled=Prowler&mass=100").text
        assert "with Prowler" in text
        assert 'method="post"' not in text
        assert shown.post("/sled/forget", data={"name": "Prowler"}).status_code in {404, 405}
    assert len(parts.reader.gear()) == 1
