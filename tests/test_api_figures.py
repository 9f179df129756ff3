"""The figure over HTTP: right, validated, with an ETag, and painted where it holds nobody up."""

import asyncio
import base64
import hashlib
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import httpx
import pytest
from command import settings
from litestar.testing import TestClient
from png import read_png

from vastus.bootstrap import Parts
from vastus.draw.figure import Figure
from vastus.draw.palette import Theme
from vastus.faces.api.figures import Kept
from vastus.faces.web.app import make_app
from vastus.usecases.draw_figure import draw_exercise

SLED = "/api/v1/exercises/sled-push/figure"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient[Any]]:
    parts = Parts(settings(tmp_path_factory.mktemp("figures") / "home"))
    with TestClient(make_app(parts, ["testserver.local"]), base_url="http://testserver.local") as asked:
        yield asked


def _figure(client: TestClient[Any]) -> Figure:
    parts = Parts(client.app.state.parts.settings)  # a reader belongs to its thread
    return draw_exercise(parts.reader.get("sled-push").exercise, parts.known)


def test_the_svg_is_the_figure_of_the_command(client: TestClient[Any]) -> None:
    figure = _figure(client)
    answer = client.get(f"{SLED}.svg")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.text == figure.svg()
    assert client.get(f"{SLED}.svg?theme=dark&size=300").text == figure.svg(Theme.DARK, width=300)
    assert client.get(f"{SLED}.svg?sex=female").text != answer.text


def test_a_drawing_may_apply_its_own_style_and_nothing_else(client: TestClient[Any]) -> None:
    answer = client.get(f"{SLED}.svg")
    (style,) = re.findall("<style>(.*?)</style>", answer.text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert answer.headers["content-security-policy"] == f"default-src 'none'; style-src 'sha256-{digest}'"
    assert client.get(f"{SLED}.svg?theme=light").headers["content-security-policy"] == "default-src 'none'"


def test_the_png_is_as_wide_as_asked_and_the_same_bytes_as_the_command_paints(client: TestClient[Any]) -> None:
    figure = _figure(client)
    answer = client.get(f"{SLED}.png?size=120")
    assert answer.headers["content-type"] == "image/png"
    assert read_png(answer.content).width == 120
    assert answer.content == figure.png(Theme.LIGHT, width=120)
    assert "content-encoding" not in answer.headers  # it is packed already
    assert client.get(f"{SLED}.png?size=120&theme=dark").content == figure.png(Theme.DARK, width=120)
    again = client.get(f"{SLED}.png?size=120", headers={"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("svg?theme=pink", "'pink' is no theme"), ("svg?sex=x", "'x' is no sex"), ("svg?size=1", "16 to 2048 px wide"),
        ("png?size=100000", "16 to 2048 px wide"), ("png?size=x", ""), ("png?size=-5", "16 to 2048"),
        ("png?theme=../x", "no theme"),
    ],
)  # fmt: skip
def test_a_wrong_setting_is_a_problem(client: TestClient[Any], query: str, said: str) -> None:
    answer = client.get(f"{SLED}.{query}")
    assert answer.status_code == 400
    assert said in answer.json()["detail"]


def test_the_figure_of_nothing_is_a_404(client: TestClient[Any]) -> None:
    for kind in ("svg", "png"):
        assert client.get(f"/api/v1/exercises/nope/figure.{kind}").status_code == 404


async def _stood_still(home: Path) -> tuple[float, float]:
    """For how long a picture of 1200 px took, and the longest that the loop did nothing else meanwhile, in seconds."""
    app = make_app(Parts(settings(home)), ["testserver.local"])
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(cast("Any", app)), base_url="http://testserver.local"
    ) as client:
        await client.get(f"{SLED}.svg")
        begun = last = time.perf_counter()
        longest = 0.0
        picture = asyncio.ensure_future(client.get(f"{SLED}.png?size=1200&sex=female"))
        while not picture.done():
            await asyncio.sleep(0.002)
            now = time.perf_counter()
            longest, last = max(longest, now - last), now
        assert (await picture).status_code == 200
        return time.perf_counter() - begun, longest


def test_painting_does_not_hold_the_loop_up(tmp_path: Path) -> None:
    took, longest = asyncio.run(_stood_still(tmp_path / "home"))
    assert longest < took / 3


def test_pictures_are_kept_within_a_bound() -> None:
    kept = Kept(most=10)
    kept.keep("a", b"1234")
    kept.keep("b", b"1234")
    assert kept.get("a") == b"1234"
    kept.keep("c", b"1234")
    assert kept.get("b") is None
    assert kept.get("a") == b"1234"
    kept.keep("a", b"12345")
    kept.keep("d", b"x" * 11)
    assert [kept.get(each) for each in "acd"] == [None, None, None]
