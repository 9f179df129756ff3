"""Who may change something: every route that is not safe is guarded, and none of them is there in read-only."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from command import OWN, settings
from litestar import Litestar
from litestar.handlers import HTTPRouteHandler
from litestar.routes import ASGIRoute
from litestar.testing import TestClient

from vastus.bootstrap import Parts
from vastus.faces.web.app import make_app
from vastus.faces.web.door import Door
from vastus.faces.web.guard import SAFE, comes_from_here

HERE = "http://testserver.local"
METHODS = ("POST", "PUT", "PATCH", "DELETE")


def _client(home: Path, *, read_only: bool) -> TestClient[Litestar]:
    parts = Parts(settings(home))
    return TestClient(make_app(parts, ["testserver.local"], read_only=read_only), base_url=HERE)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient[Litestar]]:
    with _client(tmp_path_factory.mktemp("guard"), read_only=False) as asked:
        yield asked


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient[Litestar]]:
    with _client(tmp_path_factory.mktemp("shown"), read_only=True) as asked:
        yield asked


def _routes(app: Litestar) -> Iterator[tuple[str, str, Any]]:
    """Every path, method and handler, with examples in place of parameters."""
    for route in app.routes:
        path = (
            route.path_format.replace("{exercise_id}", "sled-push").replace("{number}", "1").replace("{file_path}", "x")
        )
        if isinstance(route, ASGIRoute):
            yield path, "ASGI", route.route_handler
        else:
            for handler in route.route_handlers:  # type: ignore[union-attr]
                for method in sorted(handler.http_methods):  # type: ignore[union-attr]
                    yield path, str(method), handler


def test_every_route_that_changes_something_is_guarded(client: TestClient[Litestar]) -> None:
    changing = [(path, method, handler) for path, method, handler in _routes(client.app) if method not in SAFE]
    assert {path for path, _, _ in changing} >= {
        "/import",
        "/sled/keep",
        "/sled/forget",
        "/imports/1/undo",
        "/exercises/sled-push/edit",
        "/api/v1/import",
    }
    for path, method, _ in changing:
        for headers in (
            {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}, {"origin": "https://evil.example"},
            {"origin": "null"}, {"origin": f"{HERE}:81"}, {"sec-fetch-site": "cross-site", "origin": HERE},
        ):  # fmt: skip
            answer = client.request(method, path, headers=headers, content=OWN.read_bytes())
            assert answer.status_code == 403, (path, headers)
            assert "another site's page" in answer.text.replace("&#39;", "'"), path


def test_the_door_stands_before_every_handler_so_that_a_new_one_cannot_forget_it(client: TestClient[Litestar]) -> None:
    assert isinstance(client.app.middleware[0], Door)
    for path, method, handler in _routes(client.app):
        *_, first = handler.resolve_middleware()  # innermost first
        assert first is client.app.middleware[0], (path, method)


def test_nothing_that_changes_is_there_in_read_only(shown: TestClient[Litestar], client: TestClient[Litestar]) -> None:
    for path, method, handler in _routes(shown.app):
        assert isinstance(handler, HTTPRouteHandler), path
        assert method in SAFE, path
    for path, method, _ in _routes(client.app):
        for each in {*METHODS, method} - SAFE:
            answer = shown.request(each, path, content=OWN.read_bytes())
            assert answer.status_code in {404, 405}, (each, path)
    for path in (
        "/import",
        "/imports",
        "/imports/1",
        "/exercises/sled-push/edit",
        "/api/v1/imports",
        "/api/v1/imports/1",
    ):
        assert shown.get(path).status_code == 404, path


def test_no_page_leads_to_a_change_in_read_only(shown: TestClient[Litestar]) -> None:
    for path in (
        "/",
        "/sled",
        "/exercises/sled-push",
        "/about",
        "/api/v1/docs",
        "/nope",
        "/compare?ids=sled-push,sled-drag",
    ):
        text = shown.get(path).text
        assert "/import" not in text, path
        assert "/edit" not in text, path
        assert 'method="post"' not in text, path


@pytest.mark.parametrize(
    "headers",
    [{}, {"sec-fetch-site": "same-origin"}, {"sec-fetch-site": "none"}, {"origin": HERE}, {"origin": HERE.upper()}],
)
def test_our_own_pages_and_programs_go_on(client: TestClient[Litestar], headers: dict[str, str]) -> None:
    answer = client.post("/api/v1/import?dry_run=true", headers=headers, content=OWN.read_bytes())
    assert answer.status_code == 200


def test_what_changes_nothing_may_come_from_anywhere(client: TestClient[Litestar]) -> None:
    assert client.get("/exercises/sled-push", headers={"sec-fetch-site": "cross-site"}).status_code == 200


def test_another_host_is_refused_before_anything_else(client: TestClient[Litestar]) -> None:
    for method, path in (
        ("GET", "/"),
        ("POST", "/import"),
        ("POST", "/api/v1/import"),
        ("DELETE", "/api/v1/imports/1"),
    ):
        answer = client.request(method, path, headers={"host": "evil.example", "sec-fetch-site": "same-origin"})
        assert answer.status_code == 400, path


@pytest.mark.parametrize(
    ("fetch_site", "origin", "host", "is_ours"),
    [
        (None, None, "h", True), ("same-origin", "http://h", "h", True), ("none", None, "h", True),
        ("same-site", "http://h", "h", False), ("cross-site", None, "h", False), ("", None, "h", False),
        (None, "http://h:1", "h", False), (None, "null", "null", False), (None, "", "", False),
        (None, "http://[", "h", False),
    ],
)  # fmt: skip
def test_where_a_request_comes_from(fetch_site: str | None, origin: str | None, host: str, *, is_ours: bool) -> None:
    assert comes_from_here(fetch_site, origin, host) is is_ours
