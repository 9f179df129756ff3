"""The calculator's page and its JSON, asked as a browser asks them."""

import json
import math
import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest
from command import Instance, settings
from litestar.testing import TestClient

from vastus.bootstrap import Parts
from vastus.faces.web.app import make_app
from vastus.units import STANDARD_GRAVITY
from vastus.usecases.sled_inputs import NAMES

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    parts = Parts(settings(tmp_path_factory.mktemp("sled")))
    with TestClient(make_app(parts, ["testserver.local"]), base_url="http://testserver.local") as asked:
        yield asked


PAGES = [
    "/sled",
    "/sled?mass=100&mu=0.33",
    "/sled?mass=225lb&surface=grass&height=36in&angle=-15&push_at=1&slope=8%25&accel=0.2&athlete=80&distance=20&speed=1",
    "/sled?mass=100&mu=0.3..0.36&to=car",
    "/sled?sled=40&plates=60&mu=0.33&to_sled=40&to_mu=0.45",
    "/sled?mass=100&mu=0.33&runs=40 3.2/80 2.6/120 1.6",
    "/sled?mass=100&mu=0.33&form=numbers",
    "/sled?mass=-3&mu=0.3",
    "/sled?mass=100&mu=0.33&runs=nonsense",
]


@pytest.mark.parametrize("path", PAGES)
def test_the_page_is_whole_without_script(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == (400 if "-3" in path or "nonsense" in path else 200)
    text = answer.text
    assert text.rstrip().endswith("</html>")
    assert " style=" not in text
    assert text.count("<h1") == 1
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    labels = set(re.findall(r'<label for="([^"]+)"', text))
    assert {each for each in ids if each.startswith("in-")} <= labels
    for described in re.findall(r'aria-describedby="([^"]+)"', text):
        assert described in ids
    assert not re.search(r"\b(nan|inf)\b", re.sub(r"<[^>]+>", "", text))


def picture(client: TestClient, query: str, kind: str = "sled-picture") -> ET.Element:
    text = client.get(f"/sled?{query}").text
    found = re.search(rf'<svg class="{kind}".*?</svg>', text, re.DOTALL)
    assert found
    return ET.fromstring(found[0].replace("<svg ", f'<svg xmlns="{SVG[1:-1]}" ', 1))  # noqa: S314  # our own text


def arrow(svg: ET.Element, kind: str) -> tuple[float, float, float, float]:
    """Tail and tip of a force, in the picture's own cm, y upward."""
    group = next(each for each in svg.iter(f"{SVG}g") if each.get("class") == f"force {kind}")
    tail = re.findall(r"-?[\d.]+", group.findtext(f"{SVG}path") or group.find(f"{SVG}path").get("d"))[:2]  # type: ignore[union-attr]  # it is there
    tip = group.find(f"{SVG}polygon").get("points").split()[0].split(",")  # type: ignore[union-attr]  # as above
    return float(tail[0]), -float(tail[1]), float(tip[0]), -float(tip[1])


def test_forces_are_drawn_to_scale_where_they_act(client: TestClient) -> None:
    """100 kg at 0.33, 0.9 m, 15 degrees: push 367.5 N; the ground carries at 0.5 + 0.33 (0.9 - 0.5 tan 15°) m."""
    svg = picture(client, "mass=100&mu=0.33&height=0.9&angle=15&length=1&cog=0.5&push_at=0")
    x0, y0, x1, y1 = arrow(svg, "push")
    assert (x1, y1) == pytest.approx((0, 90), abs=0.2)
    assert math.degrees(math.atan2(y0 - y1, x1 - x0)) == pytest.approx(15, abs=0.5)
    push = math.hypot(x1 - x0, y1 - y0)
    nx0, ny0, nx1, ny1 = arrow(svg, "normal")
    assert (nx1, ny1) == pytest.approx((50 + 33 * (0.9 - 0.5 * math.tan(math.radians(15))), 0), abs=0.2)
    normal = 100 * STANDARD_GRAVITY + 367.534 * math.sin(math.radians(15))
    assert push / math.hypot(nx1 - nx0, ny1 - ny0) == pytest.approx(367.534 / normal, abs=0.01)
    fx0, _, fx1, _ = arrow(svg, "friction")
    assert (fx0 - fx1) / push == pytest.approx(0.33 * normal / 367.534, abs=0.02)
    wx, _, _, wy1 = arrow(svg, "weight")
    assert wx == pytest.approx(50, abs=0.2)
    assert wy1 < 0


def test_tipping_and_unloading_heights_are_marked_where_they_are(client: TestClient) -> None:
    svg = picture(client, "mass=100&mu=0.43&mu_static=0.5&height=0.9&length=1&cog=0.5")
    marks = {
        each.get("class"): -float(re.findall(r"-?[\d.]+", each.get("d") or "")[1])
        for each in svg.iter(f"{SVG}path")
        if (each.get("class") or "").startswith("mark")
    }
    assert marks["mark tip"] == pytest.approx(116, abs=0.5)
    assert marks["mark unload"] == pytest.approx(39, abs=0.5)
    assert marks["mark tip-start"] == pytest.approx(100, abs=0.5)


def test_the_picture_says_in_words_what_it_shows(client: TestClient) -> None:
    svg = picture(client, "mass=100&mu=0.33&height=0.9&athlete=80")
    said = svg.findtext(f"{SVG}desc") or ""
    assert "100 kg" in said
    assert "324 N" in said
    assert "80% of its length" in said
    assert "tip from a push height of 1.52 m" in said


def test_the_plot_of_runs_passes_through_them(client: TestClient) -> None:
    svg = picture(client, "mass=100&mu=0.33&runs=40 3.2/100 2.0/160 0.8", "sled-plot")
    dots = [(float(each.get("cx") or 0), float(each.get("cy") or 0)) for each in svg.iter(f"{SVG}circle")]
    line = next(each.get("d") or "" for each in svg.iter(f"{SVG}path") if each.get("class") == "line speed")
    numbers = [float(each) for each in re.findall(r"-?[\d.]+", line)]
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    assert len(dots) == 3
    for x, y in dots:
        left = max((each for each in points if each[0] <= x + 1e-6), key=lambda each: each[0])
        right = min((each for each in points if each[0] >= x - 1e-6), key=lambda each: each[0])
        share = 0 if left == right else (x - left[0]) / (right[0] - left[0])
        assert y == pytest.approx(left[1] + share * (right[1] - left[1]), abs=0.3)
    assert "power is largest" in (svg.findtext(f"{SVG}desc") or "")


def test_what_cannot_be_is_said_and_the_form_keeps_what_was_entered(client: TestClient) -> None:
    answer = client.get("/sled?mass=100&mu=0.35&angle=75&height=0.9")
    assert answer.status_code == 400
    assert "jam limit at friction 0.35 is 70.7°" in answer.text.replace("&#39;", "'")
    assert 'id="in-angle" name="angle" value="75"' in answer.text
    field = answer.text.split('id="in-angle"')[1].split(">")[0]
    assert 'aria-invalid="true"' in field


def test_an_address_is_kept_without_what_was_left_empty(client: TestClient) -> None:
    answer = client.get("/sled?mass=100&surface=grass&mu=&to=&runs=", follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/sled?mass=100&surface=grass"
    assert client.get("/sled?mu=", follow_redirects=False).headers["location"] == "/sled"


def test_a_number_that_no_slider_has_stands_in_a_box(client: TestClient) -> None:
    slid = client.get("/sled?mass=100&mu=0.33").text
    assert re.search(r'<input type="range" id="in-mass"[^>]*value="100"', slid)
    typed = client.get("/sled?mass=225lb&mu=0.33").text
    assert re.search(r'<input type="text" id="in-mass" name="mass" value="225lb"', typed)
    numbers = client.get("/sled?mass=100&mu=0.33&form=numbers").text
    assert 'type="range"' not in numbers


def test_what_is_entered_is_never_markup(client: TestClient) -> None:
    text = client.get("/sled", params={"mass": '"><script>alert(1)</script>', "mu": "0.3"}).text
    assert "<script>alert" not in text
    text = client.get("/sled", params={"mass": "100", "mu": "0.3", "runs": "</textarea><script>alert(1)</script>"}).text
    assert "<script>alert" not in text


def test_the_api_and_the_command_print_the_same(client: TestClient, vastus: Instance) -> None:
    query = {"mass": "100", "surface": "turf_gym", "height": "0.9", "angle": "10", "athlete": "80"}
    asked = client.get("/api/v1/sled", params=query)
    assert asked.headers["content-type"].startswith("application/json")
    options = [part for name, text in query.items() for part in (f"--{name}", text)]
    assert asked.json() == vastus("sled", *options, "--json").json


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("mass=-1&mu=0.3", "above 0 kg"),
        ("mass=1m&mu=0.3", "unit of length"),
        ("mass=1&mu=0.3&weight=3", "no input 'weight'"),
        ("mass=1&mass=2&mu=0.3", "given twice"),
        ("mass=" + "1" * 500 + "&mu=0.3", "at most"),
        ("", "there is no mass"),
        ("mass=5", "friction is either"),
    ],
)
def test_a_wrong_question_gets_a_problem(client: TestClient, query: str, said: str) -> None:
    answer = client.get(f"/api/v1/sled?{query}")
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    assert said in answer.json()["detail"]


def test_every_input_is_a_documented_parameter(client: TestClient) -> None:
    schema = json.loads(client.get("/api/v1/openapi.json").text)
    operation = schema["paths"]["/api/v1/sled"]["get"]
    assert [each["name"] for each in operation["parameters"]] == list(NAMES)
    assert all(each["description"] for each in operation["parameters"])
