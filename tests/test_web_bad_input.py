"""Wrong questions: each gets an answer or one sentence, quickly, and nothing of the inside."""

import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from command import settings
from hypothesis import HealthCheck, given
from hypothesis import settings as trying
from hypothesis import strategies as st
from litestar.testing import TestClient

from vastus.bootstrap import Parts
from vastus.faces.web.app import make_app

HOST = "testserver.local"


@pytest.fixture(scope="module")
def client(prepared_home: Path) -> Iterator[TestClient]:
    parts = Parts(settings(prepared_home))
    with TestClient(make_app(parts, [HOST, "[::1]:8000"]), base_url=f"http://{HOST}") as asked:
        yield asked


ASKING = ("/?q={}", "/api/v1/exercises?q={}", "/api/v1/suggest?q={}", "/api/v1/facets?q={}")


def judged(client: TestClient, path: str, *statuses: int) -> str:
    """Ask; the answer has one of these statuses and, where it is a refusal, says why."""
    started = time.monotonic()
    answer = client.get(path)
    assert time.monotonic() - started < 5
    assert answer.status_code in statuses, (path[:100], answer.status_code)
    assert "Traceback" not in answer.text
    if answer.headers["content-type"] == "application/problem+json":
        problem = answer.json()
        assert problem["status"] == answer.status_code
        assert len(problem["detail"].split()) >= 3, problem
        assert "Validation failed" not in problem["detail"]
        return problem["detail"]
    if answer.status_code >= 400:
        assert "<h1>" in answer.text
        assert len(answer.content) < 30_000
    return answer.text


@pytest.mark.parametrize(
    "query",
    [
        "x" * 10_000, "muscle:" * 1_400, '"' * 9_999, "a " * 5_000, "é" * 5_000, "\u202e\u0000\x1b[31m", "\ufffe\uffff",
        "(a+)+$" * 150, "^(([a-z])+.)+[A-Z]([a-z])+$", "((((((((((((((((((((a))))))))))))))))))))*", ".*" * 499,
        "muscle:knee", "muscel:quads", "level:", "-", "--", "-muscle:", ":::", "no no no", "without", "AND OR NOT",
        "name_key:squat", "facet_muscle:quads", "id:1", "[* TO *]", "squat^1000", "squat~2", "*", "?", "{}", "\\", "%",
        "'; DROP TABLE exercise; --", "<script>alert(1)</script>", "😀" * 200, "ﬀ", "İ" * 300, "\u0301" * 500,
    ],
)  # fmt: skip
def test_any_query_string_is_answered_or_refused_with_a_sentence(client: TestClient, query: str) -> None:
    for path in ASKING:
        text = judged(client, path.format(quote(query)), 200, 400)
        assert "<script>alert" not in text or path.startswith("/api/")


@given(st.text(max_size=80), st.sampled_from(ASKING))
@trying(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_text_at_all(client: TestClient, text: str, path: str) -> None:
    judged(client, path.format(quote(text.encode("utf-8", "surrogatepass"))), 200, 400)


@given(st.binary(max_size=40))
@trying(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_bytes_at_all(client: TestClient, query: bytes) -> None:
    judged(client, f"/api/v1/exercises?q={quote(query)}", 200, 400)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("limit=-1", "between 1 and 500"), ("limit=0", "between 1 and 500"), ("limit=501", "between 1 and 500"),
        ("limit=" + "9" * 40, "between 1 and 500"), ("limit=x", "'limit' is not"), ("limit=", "'limit' is not"),
        ("limit=1.5", "'limit' is not"), ("cursor=-1", "no cursor"), ("cursor=", "no cursor"),
        ("cursor=" + "A" * 10_000, "no cursor"), ("cursor=%00", "no cursor"),
        ("cursor=" + "A" * 22, "another question"),
        ("page=-3", "no parameter 'page'"), ("offset=x", "no parameter 'offset'"),
        ("muscle=knee", "no muscle"), ("muscle=", "without a value"), ("equipment=spaceship", "no equipment"),
        ("type=" + "x" * 9_000, "no type"), ("level=%00", "no level"), ("q=" + "x" * 10_000, "at most 1000"),
        ("q=" + "muscle:quads+" * 60 + "a+b+c+d+e+f+g+h+i+j+k+l+m+n+o+p+q+r+s+t+u+v+w+x+y+z+0+1+2+3+4+5+6+7+8+9+aa+bb+"
         "cc+dd+ee+ff+gg+hh", "at most 40"),
    ],
)  # fmt: skip
def test_a_wrong_list_is_refused_with_a_sentence(client: TestClient, query: str, said: str) -> None:
    assert said in judged(client, f"/api/v1/exercises?{query}", 400)


def test_what_nobody_asked_for_is_passed_over(client: TestClient) -> None:
    assert client.get("/api/v1/exercises?q=sled&q=row").status_code == 200
    assert client.get("/?page=-3&offset=x&q=sled&q=row").status_code == 200
    assert client.get("/?page=-1&limit=x").status_code == 200


@pytest.mark.parametrize("cursor", ["x", "-1", "0", "A" * 10_000])
def test_a_wrong_cursor_in_an_address_gets_a_page_with_a_way_on(client: TestClient, cursor: str) -> None:
    text = judged(client, f"/?cursor={cursor}", 400)
    assert "no cursor" in text
    assert "<title>Not understood · " in text
    assert 'href="/"' in text


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static/%2e%2e%2f%2e%2e%2fapp.py",
        "/static/....//app.py", "/static/..%5capp.py", "/static//etc/passwd", "/static/%2fetc/passwd", "/static/%00",
        "/static/style.css/..", "/static/", "/exercises/..%2f..%2fetc%2fpasswd", "/exercises/%2e%2e",
        "/exercises/..%2fsled-push.json", "/exercises/%00", "/exercises/%ff", "/exercises/" + "x" * 8_000,
        "/exercises/Sled-Push", "/exercises/sled-push%20", "/api/v1/exercises/..", "/api/v1/exercises/%2e%2e%2fhealth",
        "/api/v1/exercises/" + "x" * 8_000, "/api/v1/exercises/sled-push/nope", "/api/v2/exercises",
        "/compare?ids=..,%00",
        "/compare?ids=" + "x," * 4_000,
    ],
)  # fmt: skip
def test_an_address_that_leads_nowhere_stays_there(client: TestClient, path: str) -> None:
    text = judged(client, path, 404)
    assert "root:" not in text
    assert "def make_app" not in text


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"])
@pytest.mark.parametrize(
    "path", ["/", "/exercises/sled-push", "/api/v1/exercises", "/api/v1/health", "/api/v1/suggest"]
)
def test_a_wrong_method_is_said_and_so_is_the_right_one(client: TestClient, method: str, path: str) -> None:
    answer = client.request(method, path)
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"]
    assert f"does not answer {method}" in answer.text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200), ("/?q=sled", 200), ("/?q=foo:bar", 400), ("/exercises/sled-push", 200), ("/exercises/nope", 404),
        ("/sled", 200), ("/import", 200), ("/imports", 200), ("/api/v1/docs", 200), ("/api/v1/openapi.json", 200),
        ("/api/v1/exercises?q=sled", 200), ("/api/v1/exercises?limit=0", 400), ("/api/v1/health", 200),
        ("/api/v1/exercises/sled-push/figure.svg", 200), ("/static/icon.svg", 200), ("/nope", 404),
        ("/imports/1/undo", 405),
    ],
)  # fmt: skip
def test_head_is_get_without_the_body(client: TestClient, path: str, status: int) -> None:
    for encoding in ("identity", "gzip"):
        got = client.get(path, headers={"accept-encoding": encoding})
        headed = client.head(path, headers={"accept-encoding": encoding})
        assert headed.status_code == got.status_code == status
        assert headed.content == b""
        assert dict(headed.headers) == dict(got.headers)
    known = {"if-none-match": got.headers.get("etag", '"none"')}
    assert client.head(path, headers=known).status_code == client.get(path, headers=known).status_code


@pytest.mark.parametrize(
    ("path", "methods"),
    [
        ("/", "GET, HEAD, OPTIONS"), ("/exercises/sled-push", "GET, HEAD, OPTIONS"),
        ("/static/icon.svg", "GET, HEAD, OPTIONS"), ("/api/v1/exercises", "GET, HEAD, OPTIONS"),
        ("/api/v1/exercises?limit=1", "GET, HEAD, OPTIONS"),
        ("/import", "GET, HEAD, OPTIONS, POST"), ("/imports/1/undo", "OPTIONS, POST"),
    ],
)  # fmt: skip
def test_every_method_of_an_address_is_listed(client: TestClient, path: str, methods: str) -> None:
    options, refused = client.options(path), client.delete(path)
    assert (options.status_code, refused.status_code) == (204, 405)
    assert options.headers["allow"] == refused.headers["allow"] == methods


def test_head_is_refused_for_another_host_too(client: TestClient) -> None:
    assert client.head("/", headers={"host": "evil.example"}).status_code == 400


@pytest.mark.parametrize(
    "host",
    [
        "evil.example", "testserver.local.evil.example", "evil.testserver.local", "testserver.local:1", "127.0.0.1",
        "localhost", "", " ", "testserver.local:99999", "testserver.local:x", "[::1]", "a" * 8_000,
        "testserver.local@evil",
        "http://testserver.local", "testserver.local/",
    ],
)  # fmt: skip
def test_another_host_is_refused_with_a_sentence(client: TestClient, host: str) -> None:
    for path in ("/", "/api/v1/exercises/sled-push", "/static/style.css"):
        answer = client.get(path, headers={"host": host})
        assert answer.status_code == 400
        assert (
            "its own address" in answer.text or "Invalid host header" in answer.text
        )  # the latter where it is no name
        assert "Sled Push" not in answer.text
        assert "default-src 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("host", [HOST, HOST.upper(), "[::1]:8000"])
def test_our_own_names_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/api/v1/health", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"accept-encoding": "gzip;q=0, *;q=0.0"}, {"accept-encoding": ",;=;q=x," * 500}, {"if-none-match": '"' * 5_000},
        {"if-none-match": "W/"}, {"accept": "x/y"}, {"cookie": "a=b; " * 500}, {"range": "bytes=5-1"},
        {"x-forwarded-host": "evil.example"}, {"content-length": "5"},
    ],
)  # fmt: skip
def test_odd_headers_change_nothing(client: TestClient, headers: dict[str, str]) -> None:
    answer = client.get("/exercises/sled-push", headers=headers)
    assert answer.status_code == 200
    assert "Sled Push" in answer.text
    assert "evil.example" not in answer.text
