"""Import and undo over the API, as a program does them."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import httpx
import msgspec
import pytest
from command import OWN, Instance, a_page, settings
from litestar.testing import TestClient

from vastus.bootstrap import Parts
from vastus.faces.api import shapes
from vastus.faces.web.app import make_app

SHAPE = ["exercises", "findings", "rejected"]


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient[Any]]:
    parts = Parts(settings(tmp_path / "web"))
    with TestClient(make_app(parts, ["testserver.local"]), base_url="http://testserver.local") as asked:
        yield asked
        parts.store.close()


def test_a_dry_run_is_that_of_the_command(client: TestClient[Any], vastus: Instance) -> None:
    answer = client.post("/api/v1/import?dry_run=true&name=page.txt", content=OWN.read_bytes())
    assert answer.status_code == 200
    told = vastus("import", OWN, "--dry-run", "--json").json
    found = answer.json()
    assert list(found) == SHAPE
    for each in (*told["exercises"], *found["exercises"]):
        each["source"].pop("path")
    for each in (*told["findings"], *found["findings"]):
        each.pop("path")
    assert found == told
    assert client.get("/api/v1/exercises/reverse-sled-shove").status_code == 404


def test_a_page_is_stored_once_and_undone(client: TestClient[Any]) -> None:
    curl = {"content-type": "application/x-www-form-urlencoded"}  # what curl calls every body
    first = client.post("/api/v1/import", content=OWN.read_bytes(), headers=curl).json()
    assert [*first][:3] == SHAPE
    assert (first["batch"], first["counts"]) == (2, {"added": 1})
    assert msgspec.convert(first, shapes.ImportReport)
    again = client.post("/api/v1/import", content=OWN.read_bytes()).json()
    assert (again["batch"], again["counts"]) == (None, {"unchanged": 1})
    assert client.get("/api/v1/exercises/reverse-sled-shove").status_code == 200
    assert client.get("/api/v1/imports").json()["batches"][0]["counts"] == {"added": 1}
    assert client.get("/api/v1/imports/2").json()["exercises"] == ["reverse-sled-shove"]
    undone = client.delete("/api/v1/imports/2")
    assert undone.status_code == 200
    assert undone.json()["undone"]["undone"]
    assert client.get("/api/v1/exercises/reverse-sled-shove").status_code == 404
    assert client.get("/api/v1/imports/2").json()["exercises"] == []
    refused = client.delete("/api/v1/imports/2")
    assert refused.status_code == 409
    assert "it was undone on" in refused.json()["detail"]


def test_a_form_may_bring_several_files_and_settings(client: TestClient[Any]) -> None:
    files = [("page", ("a.txt", a_page().encode())), ("page", ("b.bin", b"\x00\x01")), ("form", (None, "profile-page"))]
    found = client.post("/api/v1/import", files=files).json()  # type: ignore[arg-type]
    assert found["exercises"][0]["source"]["path"] == "a.txt"
    assert found["rejected"] == [{"path": "b.bin", "reason": "it is not text"}]
    typed = {"text": (None, a_page(name="Other Shove")), "url": (None, "https://example.org/x")}
    text = client.post("/api/v1/import", files=typed).json()  # type: ignore[arg-type]
    assert text["exercises"][0]["source"]["url"] == "https://example.org/x"


def test_where_nothing_could_be_read_the_answer_says_so(client: TestClient[Any]) -> None:
    answer = client.post("/api/v1/import", content=b"hello")
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == 422
    assert "nothing on the page looks like an exercise" in problem["detail"]
    assert problem["detail"] == problem["rejected"][0]["reason"]
    assert problem["instance"] == "/api/v1/import"
    files = [("page", ("a.txt", b"hello")), ("page", ("b.bin", b"\x00"))]
    several = client.post("/api/v1/import?dry_run=true", files=files)
    assert several.headers["content-type"] == "application/problem+json"
    assert "none of the 2 pages" in several.json()["detail"]
    assert [each["path"] for each in several.json()["rejected"]] == ["a.txt", "b.bin"]


def test_a_page_that_is_too_large_is_called_one(client: TestClient[Any]) -> None:
    answer = client.post("/api/v1/import", content=b"x" * (6 << 20))
    assert answer.status_code == 413
    assert answer.json()["detail"].startswith("the page has 6 MB")


@pytest.mark.parametrize(
    ("query", "content", "status", "said"),
    [
        ("", b"", 400, "no page in the request"),
        ("?form=nonsense", b"x", 400, "no form 'nonsense'"),
        ("?url=nonsense", b"x", 400, "no web address"),
        ("?dry_run=perhaps", b"x", 400, ""),
        ("?form_name=profile", b"x", 400, "no parameter 'form_name'"),
    ],
)
def test_a_wrong_call_is_a_problem(client: TestClient[Any], query: str, content: bytes, status: int, said: str) -> None:
    answer = client.post(f"/api/v1/import{query}", content=content)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert said in answer.json()["detail"]


def test_a_misspelled_setting_stores_nothing(client: TestClient[Any]) -> None:
    answer = client.post("/api/v1/import?dryrun=true", content=OWN.read_bytes())
    assert (answer.status_code, answer.json()["hint"]) == (400, "there are dry_run, form, url, name")
    assert len(client.get("/api/v1/imports").json()["batches"]) == 1
    assert client.delete("/api/v1/imports/1?force=1").json()["hint"] == "this address takes none"


def test_a_catalog_goes_in_whole(client: TestClient[Any]) -> None:
    record = {"name": "", "force": "push", "level": "beginner", "mechanic": "compound", "equipment": "dumbbell",
              "primaryMuscles": ["chest"], "secondaryMuscles": [], "instructions": ["Push it up."],
              "category": "strength", "images": []}  # fmt: skip
    catalog = [record | {"name": f"Shove {number}", "id": f"Shove_{number}"} for number in range(300)]
    found = client.post("/api/v1/import", content=json.dumps(catalog).encode()).json()
    assert found["counts"] == {"added": 300}
    assert client.delete("/api/v1/imports/2").status_code == 200


async def _all_at_once(home: Path) -> list[dict[str, Any]]:
    app = make_app(Parts(settings(home)), ["testserver.local"])
    transport = httpx.ASGITransport(cast("Any", app))
    async with httpx.AsyncClient(transport=transport, base_url="http://testserver.local") as client:
        pages = [a_page(name=f"Shove {number % 3}").encode() for number in range(12)]
        answers = await asyncio.gather(*(client.post("/api/v1/import", content=page) for page in pages))
        return [answer.json() for answer in answers]


def test_many_at_once_wait_for_each_other_and_no_page_is_stored_twice(tmp_path: Path) -> None:
    answers = asyncio.run(_all_at_once(tmp_path / "home"))
    counts = [name for answer in answers for name in answer["counts"]]
    assert sorted(counts) == ["added"] * 3 + ["unchanged"] * 9
