"""The page that describes the API: everything that can be asked, with examples that work."""

import html
import re
import shlex
from collections.abc import Iterator
from typing import Any

import pytest
from command import settings
from litestar.testing import TestClient

from vastus.bootstrap import Parts
from vastus.faces.web.app import make_app


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient[Any]]:
    parts = Parts(settings(tmp_path_factory.mktemp("docs") / "home"))
    with TestClient(make_app(parts, ["testserver.local"]), base_url="http://testserver.local") as asked:
        yield asked
        parts.store.close()


def test_every_path_and_parameter_of_the_document_is_on_the_page(client: TestClient[Any]) -> None:
    page = html.unescape(client.get("/api/v1/docs").text)
    schema = client.get("/api/v1/openapi.json").json()
    assert schema["openapi"].startswith("3.1")
    for path, methods in schema["paths"].items():
        assert f"<code>{path}</code>" in page
        for operation in methods.values():
            assert operation["summary"] in page
            assert operation["description"].split("\n")[0].split("`")[0][:40] in page
            for parameter in operation.get("parameters", []):
                assert f"<code>{parameter['name']}</code>" in page


def test_every_example_that_changes_nothing_works(client: TestClient[Any]) -> None:
    page = client.get("/api/v1/docs").text
    asked = 0
    for text in re.findall(r"<pre[^>]*>(.*?)</pre>", page, re.DOTALL):
        words = shlex.split(html.unescape(text))
        assert words[0] == "curl"
        address = next(word for word in words if word.startswith("http"))
        assert address.startswith("http://testserver.local/api/v1/")
        if "-X" not in words and "--data-binary" not in words:
            answer = client.get(address)
            assert answer.status_code == 200, address
            asked += 1
    assert asked >= 11


def test_the_page_is_linked_from_every_page_and_needs_no_script(client: TestClient[Any]) -> None:
    assert 'href="/api/v1/docs"' in client.get("/").text
    answer = client.get("/api/v1/docs")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert " style=" not in answer.text
