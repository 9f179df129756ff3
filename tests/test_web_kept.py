"""Answers that are kept: never stale, for nobody who may not have them, and within bounds."""

import gzip
import re
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from command import Instance, settings, some_pages
from hypothesis import given
from hypothesis import strategies as st
from litestar import Litestar, Response, get
from litestar.params import FromPath
from litestar.routes import HTTPRoute
from litestar.testing import TestClient

from vastus.bootstrap import Parts
from vastus.faces.answer import JSON, KEPT, KEPT_KEY, Answer
from vastus.faces.web.app import make_app
from vastus.faces.web.door import Door
from vastus.faces.web.kept import MOST_BYTES, Kept, KeptAnswers, KeptApp, Ready

HOST = "testserver.local"


@pytest.fixture
def client(vastus: Instance) -> Iterator[TestClient]:
    """The app over the same library that `vastus` changes over connections of its own."""
    with TestClient(make_app(Parts(settings(vastus.home)), [HOST]), base_url=f"http://{HOST}") as asked:
        yield asked


LISTS = ("/api/v1/exercises?q=shove", "/api/v1/facets?q=shove", "/api/v1/suggest?q=shove", "/?q=shove")


def test_what_somebody_else_imports_edits_and_undoes_is_in_the_next_answer(
    vastus: Instance, client: TestClient, tmp_path: Path
) -> None:
    def seen() -> list[bool]:
        return ["shove 1" in client.get(path).text.lower().replace("-", " ") for path in LISTS if "facets" not in path]

    before = [client.get(path).content for path in LISTS]
    total = client.get("/api/v1/facets?q=shove").json()["total"]
    assert seen() == [False, False, False]
    vastus("import", some_pages(tmp_path / "new", 1))
    assert seen() == [True, True, True]
    assert client.get("/api/v1/facets?q=shove").json()["total"] == total + 1
    assert client.get("/exercises/shove-1").status_code == 200
    vastus("import", "--undo", 2)
    assert client.get("/exercises/shove-1").status_code == 404
    assert [client.get(path).content for path in LISTS] == before


def test_a_change_by_another_process_is_seen(vastus: Instance, client: TestClient, tmp_path: Path) -> None:
    assert client.get("/api/v1/exercises").json()["total"] == 10
    process = vastus.process("import", some_pages(tmp_path / "new", 2), stdin=None)
    process.communicate(timeout=60)
    assert process.returncode == 0
    assert client.get("/api/v1/exercises").json()["total"] == 12


def test_a_restored_library_is_seen(vastus: Instance, client: TestClient, tmp_path: Path) -> None:
    vastus("backup", tmp_path / "before.zip")
    vastus("import", some_pages(tmp_path / "new", 1))
    assert client.get("/api/v1/exercises").json()["total"] == 11
    vastus("restore", tmp_path / "before.zip")
    assert client.get("/api/v1/exercises").json()["total"] == 10


def test_a_kept_answer_is_the_answer(client: TestClient) -> None:
    for path in ("/", "/exercises/sled-push", "/api/v1/exercises?q=sled"):
        for accepted in ("identity", "gzip", "gzip", "identity"):
            first, again = (client.get(path, headers={"accept-encoding": accepted}) for _ in range(2))
            assert first.content == again.content
            assert first.headers == again.headers
            assert first.headers.get("content-encoding") == (None if accepted == "identity" else "gzip")
            assert first.headers["vary"] == "accept-encoding"
            assert "default-src 'none'" in first.headers["content-security-policy"]


def test_a_kept_answer_is_not_for_another_host(client: TestClient) -> None:
    assert client.get("/").status_code == 200
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400


@pytest.mark.parametrize("path", ["/", "/api/v1/exercises/sled-push", "/about"])
def test_who_has_a_kept_answer_gets_no_body(client: TestClient, path: str) -> None:
    for _ in range(2):
        tag = client.get(path).headers["etag"]
        answer = client.get(path, headers={"if-none-match": f'"other", {tag}'})
        assert (answer.status_code, answer.content, answer.headers["etag"]) == (304, b"", tag)
        assert answer.headers["vary"] == "accept-encoding"
        assert client.get(path, headers={"if-none-match": '"other"'}).status_code == 200


def test_errors_and_redirects_are_not_kept(vastus: Instance, client: TestClient, tmp_path: Path) -> None:
    assert client.get("/exercises/shove-1").status_code == 404
    vastus("import", some_pages(tmp_path / "new", 1))
    assert client.get("/exercises/shove-1").status_code == 200


def app(answers: list[str], state: list[str], kept: Kept) -> Litestar:
    """Two routes that answer with the next of some texts; one of them is kept."""

    @get("/kept/{name:str}", sync_to_thread=False, opt=KEPT)
    def keeps(name: FromPath[str]) -> Answer:
        return Answer(answers.pop(0).encode() if answers else name.encode(), media_type=JSON)

    @get("/other", sync_to_thread=False)
    def other() -> Response[str]:
        return Response(answers.pop(0))

    return KeptApp(KeptAnswers([HOST], lambda: state[0], kept), [keeps, other], openapi_config=None)


def test_only_routes_that_say_so_are_kept() -> None:
    state, kept = ["1"], Kept()
    with TestClient(app(["a", "b", "c", "d"], state, kept)) as client:
        assert [client.get("/other").text for _ in range(2)] == ["a", "b"]
        assert [client.get("/kept/x").text for _ in range(2)] == ["c", "c"]
        state[0] = "2"
        assert client.get("/kept/x").text == "d"


def ready(size: int) -> Ready:
    return Ready((), "tag", b"x" * size)


def test_all_that_is_kept_is_bounded_and_what_was_asked_for_stays() -> None:
    kept = Kept(100_000)
    for number in range(1_000):
        kept.put("", (f"/{number}", b""), ready(3_000))
        assert kept.get("", ("/0", b"")) is not None
        assert kept.size <= 100_000
    assert 20 < len(kept) < 40
    kept.put("", ("/large", b""), ready(MOST_BYTES))
    assert kept.get("", ("/large", b"")) is None


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(0, 5_000), st.sampled_from("123"))))
def test_the_bytes_add_up_whatever_is_put_and_whenever_the_library_changes(puts: list[tuple[str, int, str]]) -> None:
    kept = Kept(9_000)
    for name, size, state in puts:
        kept.get(state, (name, b""))
        kept.put(state, (name, b""), ready(size))
        assert kept.size == sum(size for _, size in kept._ready.values()) <= 9_000


def test_what_was_made_before_a_change_is_not_kept_after_it() -> None:
    kept = Kept()
    kept.get("1", ("/", b""))
    kept.get("2", ("/", b""))  # another request has seen the change
    kept.put("1", ("/", b""), ready(1))
    assert kept.get("2", ("/", b"")) is None


def test_packing_is_done_once_and_undone_for_who_wants_it_plain() -> None:
    packed = ready(5_000).packed()
    assert packed.packed() is packed
    assert gzip.decompress(packed.body) == packed.plain().body == b"x" * 5_000
    assert ready(100).packed() == ready(100)


def test_many_threads_may_ask_at_once(vastus: Instance, tmp_path: Path) -> None:
    parts = Parts(settings(vastus.home))
    stop = threading.Event()

    def ask() -> int:
        asked = 0
        while not stop.is_set():
            assert len(parts.index) >= 10
            assert parts.reader.rows_of(["sled-push"])[0].name == parts.reader.get("sled-push").exercise.name
            asked += 1
        return asked

    with ThreadPoolExecutor(4) as pool:
        asking = [pool.submit(ask) for _ in range(4)]
        try:
            for number in range(1, 4):
                vastus("import", some_pages(tmp_path / str(number), 1, number))
        finally:
            stop.set()
        assert all(each.result() > 0 for each in asking)
    assert len(parts.index) == 13


def test_what_is_kept_depends_on_the_address_alone(vastus: Instance) -> None:
    """Every route that is kept, asked twice on applications that have answered nothing yet, as two different people."""
    plain, odd = (make_app(Parts(settings(vastus.home)), [HOST]) for _ in range(2))
    paths = {
        re.sub(r"\{[^}]*\}", "sled-push", route.path)
        for route in plain.routes
        if isinstance(route, HTTPRoute) and any(KEPT_KEY in handler.opt for handler in route.route_handlers)
    }
    assert {"/", "/exercises/sled-push", "/api/v1/exercises"} <= paths
    headers = {"cookie": "theme=dark; units=lb", "accept-language": "de", "user-agent": "other", "accept": "text/plain"}
    for path in paths:
        with TestClient(plain, base_url=f"http://{HOST}") as one, TestClient(odd, base_url=f"http://{HOST}") as other:
            first, second = one.get(path), other.get(path, headers=headers)
        assert first.content == second.content, path
        assert "set-cookie" not in first.headers, path


def _kept_paths(app: Litestar) -> set[str]:
    return {
        re.sub(r"\{[^}]*\}", "sled-push", route.path)
        for route in app.routes
        if isinstance(route, HTTPRoute) and any(KEPT_KEY in handler.opt for handler in route.route_handlers)
    }


_QUERIES = (
    "", "q=sled+push&limit=3", "q=quads&muscle=hamstrings&muscle=quads", "limit=x", "limit=0", "units=imperial",
    "units=stones", "ids=sled-push,sled-pull", "ids=sled-push&ids=sled-pull", "have=kettlebell&without=sled", "q=a&q=b",
    "colour=red", "cursor=", "cursor=AAAA", "q=level:nonsense", "q=%00%ff", "limit=3&limit=4", "=", "&&", "q",
    "exercise_id=sled-pull", "state=1", "facets=1", "request=1",
)  # fmt: skip


def test_a_route_that_is_kept_answers_the_same_as_the_framework_would(vastus: Instance) -> None:
    """Status, bytes and type, for whatever addresses ask; the framework's way is taken for what is not our host's."""
    plain = make_app(Parts(settings(vastus.home)), [HOST])
    slow = make_app(Parts(settings(vastus.home)), [HOST])
    slow._answers._hosts = frozenset()  # type: ignore[attr-defined]  # hands everything on
    with TestClient(plain, base_url=f"http://{HOST}") as one, TestClient(slow, base_url=f"http://{HOST}") as other:
        for path in sorted(_kept_paths(plain)):
            for query in _QUERIES:
                asked = f"{path}?{query}"
                first, second = (
                    client.get(asked, headers={"accept-encoding": "identity"}, follow_redirects=False)
                    for client in (one, other)
                )
                assert (first.status_code, first.content) == (second.status_code, second.content), asked
                assert {**first.headers, "vary": ""} == {**second.headers, "vary": ""}, asked


def test_routes_that_are_kept_do_not_need_the_frameworks_way(vastus: Instance, monkeypatch: pytest.MonkeyPatch) -> None:
    app = make_app(Parts(settings(vastus.home)), [HOST])
    monkeypatch.setattr(Door, "handle", _refuse)  # which every request passes on that way
    with TestClient(app, base_url=f"http://{HOST}") as client:
        for path in sorted(_kept_paths(app)):
            of_a_name = path.endswith("/sled-push") and path.startswith(("/muscles", "/equipment"))
            assert client.get(path).status_code == (404 if of_a_name else 200), path


async def _refuse(*_: object) -> None:
    raise AssertionError


def test_a_fault_of_our_own_is_told_once_and_noted_with_its_trace(
    vastus: Instance, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    app = make_app(Parts(settings(vastus.home)), [HOST])
    monkeypatch.setattr("vastus.faces.web.pages.relate", lambda *_: 1 // 0)
    with TestClient(app, base_url=f"http://{HOST}") as client:
        answer = client.get("/exercises/sled-push")
    assert (answer.status_code, "A fault in Vastus itself" in answer.text) == (500, True)
    assert [record.exc_info is not None for record in caplog.records if record.name.startswith("vastus")] == [True]
    assert "1 // 0" not in answer.text
