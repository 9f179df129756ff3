"""The web app and the API, asked as a browser asks them."""

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from command import OWN, settings
from litestar.testing import TestClient

from vastus.bootstrap import Parts
from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Exercise
from vastus.faces.web.app import make_app
from vastus.faces.web.scripts import script
from vastus.faces.web.templates import said_by
from vastus.search.facets import FACETS
from vastus.usecases.import_pages import import_pages


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    home = tmp_path_factory.mktemp("web")
    parts = Parts(settings(home))
    with TestClient(make_app(parts, ["testserver.local"]), base_url="http://testserver.local") as asked:
        yield asked


@pytest.mark.parametrize(
    "path",
    [
        "/", "/?q=sled", "/?q=bech+press", "/?q=zzzz", "/exercises/backward-sled-push", "/compare",
        "/compare?ids=sled-push,sled-drag", "/about", "/muscles", "/muscles/quads", "/equipment",
        "/equipment/sled", "/coverage",
    ],
)  # fmt: skip
def test_a_page_is_whole_without_script_and_loads_nothing_from_elsewhere(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    text = answer.text
    assert text.startswith("<!doctype html>")
    assert text.rstrip().endswith("</html>")
    assert not re.search(
        r'(?:src|href|action)="(?:https?:)?//(?!doi\.org|www\.ncbi)', re.sub(r'<a href="[^"]*"', "", text)
    )
    assert " style=" not in text  # the policy forbids it
    assert text.count("<h1") == 1
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))


def test_words_light_the_body_and_stand_below_it_as_what_they_are_taken_for(client: TestClient) -> None:
    text = client.get("/?q=hamstrings no sled").text
    body = text[text.index('id="body"') : text.index('id="results"')]
    assert body.count('class="vf-secondary"') == 1  # the hamstrings are seen from the back alone
    assert "Asked for: Hamstrings" in body
    assert "Left out" not in body
    assert re.search(r'aria-label="As a filter">.*?href="/\?q=-equipment:sled%20muscle:hamstrings"', text)
    body = client.get("/?q=no hamstrings").text
    assert "Left out: Hamstrings" in body
    assert 'class="vf-secondary"' not in client.get("/?q=muscle:hamstrings").text.partition('id="results"')[0]


def test_every_answer_carries_the_policy(client: TestClient) -> None:
    for path in ("/", "/nope", "/api/v1/health", "/api/v1/exercises/nope", "/static/icon.svg"):
        policy = client.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


def test_a_file_is_sent_once(client: TestClient) -> None:
    sent = client.get("/static/icon.svg")
    assert sent.headers["content-type"].startswith("image/svg+xml")
    when = sent.headers["last-modified"]
    for headers, status in (
        ({"if-none-match": sent.headers["etag"]}, 304),
        ({"if-modified-since": when}, 304),
        ({"if-modified-since": "Thu, 01 Jan 2015 00:00:00 GMT"}, 200),
        ({"if-modified-since": "soon"}, 200),
        ({"if-none-match": '"another"', "if-modified-since": when}, 200),  # the tag decides
    ):
        answer = client.get("/static/icon.svg", headers=headers)
        assert answer.status_code == status, headers
        assert bool(answer.content) == (status == 200)
        assert answer.headers["etag"] == sent.headers["etag"]
        assert answer.headers["last-modified"] == when


def test_a_built_script_is_kept_for_a_year_and_known_again(client: TestClient) -> None:
    address = script("page")
    if address is None:
        pytest.skip("the scripts were not built here")
    sent = client.get(address)
    assert "immutable" in sent.headers["cache-control"]
    known = client.get(address, headers={"if-none-match": sent.headers["etag"]})
    assert (known.status_code, known.content) == (304, b"")
    assert "immutable" in known.headers["cache-control"]


def test_an_unknown_exercise_gets_a_page_with_the_nearest(client: TestClient) -> None:
    answer = client.get("/exercises/sled-pull-push")
    assert answer.status_code == 404
    assert "There is no exercise &#39;sled-pull-push&#39;" in answer.text
    assert '<a href="/exercises/sled-push">Sled Push</a>' in answer.text
    assert "did you mean" in client.get("/api/v1/exercises/sled-pull-push").json()["hint"]


def test_a_heat_legend_counts_whole_exercises(client: TestClient) -> None:
    for path in ("/coverage", "/equipment/sled"):
        (legend,) = re.findall(r'<p class="legend steps-legend[^>]*>(.*?)</p>', client.get(path).text)
        labels = re.findall(r"<span[^>]*>([^<]+)</span>", legend)
        assert labels[0] == "0"
        assert all(re.fullmatch(r"\d+(–\d+)?", each) for each in labels)


def test_an_exercise_page_holds_its_words(client: TestClient) -> None:
    text = client.get("/exercises/backward-sled-push").text
    for word in ("Backward Sled Push", "shift the plates toward the poles", "reverse sled push", "CC-BY-SA-4.0"):
        assert word in text
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    assert json.loads(block)["name"] == "Backward Sled Push"


def test_the_twin_is_the_bytes_of_the_api(client: TestClient) -> None:
    twin = client.get("/exercises/sled-push.json")
    assert twin.headers["content-type"].startswith("application/json")
    assert twin.content == client.get("/api/v1/exercises/sled-push").content


def test_an_exercise_that_is_named_twice_is_compared_once_and_the_page_says_so(client: TestClient) -> None:
    twice, once = (client.get(f"/compare?ids={ids}").text for ids in ("sled-push,sled-push", "sled-push,sled-drag"))
    assert "named twice" in twice
    assert "named twice" not in once


def test_a_list_has_the_shape_of_the_design(client: TestClient) -> None:
    found = client.get("/api/v1/exercises", params={"q": "sled", "limit": 2}).json()
    assert list(found) == ["total", "items", "facets", "next"]
    assert found["total"] == 7
    following = client.get("/api/v1/exercises", params={"q": "sled", "limit": 2, "cursor": found["next"]}).json()
    assert {each["id"] for each in found["items"]}.isdisjoint(each["id"] for each in following["items"])


def test_facets_of_the_address_and_of_the_query_are_one(client: TestClient) -> None:
    by_query = client.get("/api/v1/exercises", params={"q": "muscle:quads -equipment:sled"}).json()
    assert by_query["total"] == 2
    by_facet = client.get("/api/v1/exercises?equipment=sled&equipment=rope").json()
    assert by_facet["total"] == 7


@pytest.mark.parametrize("facet", FACETS)
def test_every_facet_filters_as_a_parameter_of_lists_and_of_counts(client: TestClient, facet: str) -> None:
    parts = client.app.state.parts
    value = next(iter(FACETS[facet].values(parts.reader.get("sled-push").exercise)), None)
    if value is None:
        value = next(each for row in parts.reader.all() for each in FACETS[facet].values(row.exercise))
    asked = client.get("/api/v1/exercises", params={"q": f'{facet}:"{value}"'}).json()
    assert asked["total"] > 0
    assert client.get("/api/v1/exercises", params={facet: value}).json() == asked
    counted = client.get("/api/v1/facets", params={facet: value}).json()
    assert counted == {"total": asked["total"], "facets": asked["facets"]}


@pytest.mark.parametrize("name", ["facets", "suggest", "vocabularies", "health", "exercises/sled-push/revisions"])
def test_the_rest_of_the_api_answers(client: TestClient, name: str) -> None:
    answer = client.get(f"/api/v1/{name}")
    assert answer.status_code == 200
    assert answer.json()


def test_relations_are_seen_from_both_ends(client: TestClient) -> None:
    related = client.get("/api/v1/exercises/low-sled-push/relations").json()
    assert [each["id"] for each in related["easier"]] == ["sled-push"]


def test_what_the_asker_has_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/api/v1/exercises/sled-push")
    again = client.get("/api/v1/exercises/sled-push", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_answers_are_compressed(client: TestClient) -> None:
    assert client.get("/", headers={"accept-encoding": "gzip"}).headers["content-encoding"] == "gzip"


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/api/v1/exercises?q=muscel:quads", 400, "there is no facet"),
        ("/api/v1/exercises?limit=0", 400, "a limit is between"),
        ("/api/v1/exercises?limit=x", 400, ""),
        ("/api/v1/exercises?cursor=-1", 400, "no cursor"),
        ("/api/v1/exercises?muscle=knee", 400, "no muscle"),
        ("/api/v1/exercises?q=" + "x" * 10_000, 400, "at most"),
        ("/api/v1/exercises?family=", 400, "without a value"),
        ("/api/v1/exercises?license=+", 400, "without a value"),
        ("/api/v1/exercises?frobnicate=1", 400, "no parameter 'frobnicate'"),
        ("/api/v1/exercises?offset=-5", 400, "there are q, limit, cursor, muscle"),
        ("/api/v1/facets?limit=3", 400, "no parameter 'limit'"),
        ("/api/v1/exercises/sled-push?muscle=quads", 400, "takes none"),
        ("/api/v1/exercises/nope", 404, "no exercise"),
        ("/api/v1/exercises/..%2f..%2fetc%2fpasswd", 404, ""),
        ("/exercises/nope.json", 404, "no exercise"),
        ("/api/v1/nope", 404, ""),
    ],
)
def test_a_wrong_question_gets_a_problem(client: TestClient, path: str, status: int, said: str) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == status
    assert problem["title"]
    assert said in f"{problem['detail']} {problem['hint']}"
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    "query",
    [
        "\x00\x1b",
        "(((((",
        '"',
        "-",
        ":",
        "a:b",
        "muscle:",
        "*" * 900,
        "(a+)+$" * 50,
        "'; DROP TABLE exercise; --",
        "😀",
        "-" * 999,
    ],
)
def test_any_query_is_answered_or_refused_with_a_sentence(client: TestClient, query: str) -> None:
    for path in ("/", "/api/v1/exercises", "/api/v1/suggest", "/api/v1/facets"):
        answer = client.get(path, params={"q": query})
        assert answer.status_code in {200, 400}


@pytest.mark.parametrize(
    "path", ["/nope", "/exercises/nope", "/static/../app.py", "/static/%2e%2e/app.py", "/compare?ids=nope,nada"]
)
def test_a_wrong_address_gets_a_page(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "<h1>" in answer.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_changed(client: TestClient, method: str) -> None:
    for path in ("/", "/exercises/sled-push", "/api/v1/exercises/sled-push"):
        assert client.request(method, path).status_code == 405


def test_another_host_is_refused(client: TestClient) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400


def test_markup_in_an_imported_page_is_shown_as_text(tmp_path: Path) -> None:
    parts = Parts(settings(tmp_path / "home"))
    page = OWN.read_text("utf-8").replace("Reverse Sled Shove", "<script>alert(1)</script> Shove")
    (tmp_path / "evil.txt").write_text(page, "utf-8")
    with TestClient(make_app(parts, ["testserver.local"]), base_url="http://testserver.local") as client:
        import_pages(
            parts.pages([str(tmp_path / "evil.txt")]), library=parts.store, known=parts.known, now=parts.now, tell=print
        )
        found = client.get("/api/v1/exercises", params={"q": "scriptalert1"}).json()["items"][0]
        assert "<script>" in found["name"]
        for path in ("/?q=scriptalert1", f"/exercises/{found['id']}", f"/compare?ids=sled-push,{found['id']}"):
            text = client.get(path).text
            assert "&lt;script&gt;alert(1)" in text
            assert "<script>alert" not in text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/exercises/backward-sled-push/swap", 200),
        ("/exercises/backward-sled-push/swap?without=sled", 200),
        ("/exercises/backward-sled-push/swap?have=car&load=100kg&surface=grass", 200),
        ("/exercises/sandbag-bear-hug-carry/swap?have=none", 200),
        ("/exercises/sled-push/swap?have=laser", 400),
        ("/exercises/sled-push/swap?have=%3Cscript%3E", 400),
        ("/exercises/sled-push/swap?load=-3", 400),
    ],
)
def test_a_page_of_swaps_is_whole_without_script(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    text = answer.text
    assert text.rstrip().endswith("</html>")
    assert not re.search(r'<script(?! type="module" src="/static/)', text)
    assert " style=" not in text
    assert text.count("<h1") == 1
    assert not re.search(r'(?:src|action)="(?:https?:)?//', text)
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))


def test_an_exercise_leads_to_its_swaps_in_one_tap(client: TestClient) -> None:
    text = client.get("/exercises/backward-sled-push").text
    found = re.search(r'<a class="button" href="([^"]+)">No sled\?</a>', text)
    assert found
    page = client.get(found[1]).text
    assert "with car" in page
    assert "rolls on" in page
    assert 'aria-current="true">Sled</a>' in page


def test_a_chip_toggles_what_one_has(client: TestClient) -> None:
    page = client.get("/exercises/sled-push/swap").text
    (address,) = re.findall(r'<a class="chip" href="([^"]+)">Car</a>', page)
    chosen = client.get(address).text
    (back,) = re.findall(r'<a class="chip" href="([^"]+)" aria-current="true">Car</a>', chosen)
    assert back == "/exercises/sled-push/swap"


def test_an_empty_answer_still_offers_the_chips(client: TestClient) -> None:
    text = client.get("/exercises/sandbag-bear-hug-carry/swap?have=none").text
    assert "Nothing near sandbag-bear-hug-carry" in text
    assert ">Sandbag</a>" in text
    assert "Start again" in text


def test_the_api_tells_swaps_and_what_is_wrong(client: TestClient) -> None:
    found = client.get("/api/v1/exercises/backward-sled-push/swaps?without=sled&limit=3").json()
    assert found["for"] == "backward-sled-push"
    assert found["items"][0]["implement"] == "car"
    assert len(found["items"]) == 3
    for path, status, words in (
        ("sled-push/swaps?have=laser", 400, "no equipment"),
        ("sled-push/swaps?have=sled&without=sled", 400, "both"),
        ("sled-push/swaps?limit=0", 400, "no number"),
        ("sled-push/swaps?load=x", 400, "no mass"),
        ("sled-push/swaps?surface=moon", 400, "surface"),
        ("sandbag-bear-hug-carry/swaps?have=none", 404, "nothing near"),
        ("nope/swaps", 404, "no exercise"),
    ):
        answer = client.get(f"/api/v1/exercises/{path}")
        assert answer.status_code == status, path
        assert words in answer.json()["detail"]


@pytest.mark.parametrize(
    ("equipment", "label", "address"),
    [
        ((Equipment.DUMBBELL, Equipment.BENCH), "No dumbbell?", "/exercises/it/swap?without=dumbbell"),
        ((Equipment.BODYWEIGHT, Equipment.PULL_UP_BAR), "No pull up bar?", "/exercises/it/swap?without=pull_up_bar"),
        ((Equipment.BODYWEIGHT,), "Something else?", "/exercises/it/swap"),
        ((), "Something else?", "/exercises/it/swap"),
        (None, "Something else?", "/exercises/it/swap"),
    ],
)
def test_the_way_to_swaps_is_named_after_what_is_needed(
    equipment: tuple[Equipment, ...] | None, label: str, address: str
) -> None:
    text = said_by("article.html", "swap_link", Exercise("it", "It", equipment=equipment))
    assert f'href="{address}">{label}</a>' in text


def test_no_chip_of_a_swap_page_leads_to_an_error(client: TestClient) -> None:
    for asked in ("", "?without=sled", "?have=none", "?have=kettlebell,barbell&without=overhead"):
        page = client.get(f"/exercises/sled-push/swap{asked}")
        chips = set(re.findall(r'href="(/exercises/sled-push/swap[^"]*)"', page.text))
        assert len(chips) > 5
        assert {client.get(html.unescape(each)).status_code for each in chips} == {200}
