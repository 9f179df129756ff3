"""Each face speaks its own language: no command and no option of the command line on a page or in the API's answers."""

import ast
import re
from pathlib import Path
from typing import Any

import pytest
from command import a_page, settings
from litestar.testing import TestClient

from vastus.bootstrap import Parts
from vastus.faces.api.hints import over_http
from vastus.faces.web.app import make_app
from vastus.faces.web.hints import on_a_page

ROOMS = Path(__file__).resolve().parents[1] / "src" / "vastus"
SPOKEN = re.compile(r"\bvastus [a-z]|(?<![\w-])--[a-z]")


def _sentences() -> list[str]:
    """Every text in the rooms below the faces that speaks of commands or options; what is put in is "X"."""
    found: list[str] = []
    for path in sorted(ROOMS.rglob("*.py")):
        if "faces" in path.parts or path.name in {"__main__.py", "bootstrap.py"}:
            continue
        tree = ast.parse(path.read_text("utf-8"))
        inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
        docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if id(node) in inside or id(node) in docs:
                continue
            if isinstance(node, ast.JoinedStr):
                text = "".join(part.value if isinstance(part, ast.Constant) else "X" for part in node.values)  # type: ignore[misc]  # literal parts are texts
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                text = node.value
            else:
                continue
            if SPOKEN.search(text) and "var(--" not in text and not text.lstrip().startswith((".", "--", "{", "<")):
                found.append(text)
    return found


def test_no_sentence_of_the_rooms_keeps_the_command_lines_words() -> None:
    sentences = _sentences()
    assert len(sentences) >= 15  # else they are not found any more
    for sentence in sentences:
        for translated in (on_a_page(sentence), over_http(sentence)):
            assert not SPOKEN.search(translated), translated
            assert "the command" not in translated, f"{sentence}: a face needs its own word for this"


@pytest.mark.parametrize(
    ("hint", "page", "http"),
    [
        ("give --mass", "give the mass", "give 'mass'"),
        ("'vastus find' lists what there is", "the search on the first page lists what there is",
         "GET /api/v1/exercises lists what there is"),
        ("did you mean sled-push?", "did you mean sled-push?", "did you mean sled-push?"),
        ("a well--known dash", "a well--known dash", "a well--known dash"),
    ],
)  # fmt: skip
def test_a_hint_in_three_languages(hint: str, page: str, http: str) -> None:
    assert (on_a_page(hint), over_http(hint)) == (page, http)


def test_answers_over_http_speak_no_command_line(tmp_path: Path) -> None:
    parts = Parts(settings(tmp_path / "home"))
    with TestClient[Any](make_app(parts, ["testserver.local"]), base_url="http://testserver.local") as client:
        client.post("/api/v1/import", content=a_page().encode())
        twin = client.post("/api/v1/import", content=a_page(tip="Another tip.").encode()).json()
        hints = [each["hint"] for each in twin["findings"] if each["rule"] == "likely-duplicate"]
        assert hints
        answers = [
            *hints,
            client.get("/api/v1/exercises/zzzzzz").text,
            client.get("/api/v1/sled?mu=0.3").text,
            client.get("/api/v1/sled?mass=5&mu=0.3&to=horse").text,
            client.get("/api/v1/imports/900").text,
            *(
                parameter["description"]
                for parameter in client.get("/api/v1/openapi.json").json()["paths"]["/api/v1/sled"]["get"]["parameters"]
            ),
        ]
        pages = [
            client.get(path).text
            for path in ("/exercises/zzzzzz", "/sled?mu=0.3&sled=-4", "/sled?mass=5&mu=0.3&to=horse", "/imports/900")
        ]
        parts.store.close()
    for answer in answers:
        assert not SPOKEN.search(answer), SPOKEN.findall(answer)
    for page in pages:
        said = re.sub(r"<(script|style)\b.*?</\1>|<[^>]+>", " ", page, flags=re.DOTALL)
        assert not SPOKEN.search(said), said[max(0, (SPOKEN.search(said) or re.match("", said)).start() - 80) :][:200]  # type: ignore[union-attr]
