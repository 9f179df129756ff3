"""The OpenAPI document: it says what the API answers, with an example of each, and the API holds to it."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import schemathesis
from command import TEN, settings
from hypothesis import HealthCheck, given, seed
from hypothesis import settings as trying
from litestar import Litestar
from litestar.testing import TestClient
from schemathesis import GenerationMode, checks

from vastus.bootstrap import Parts
from vastus.domain.exercise import Exercise
from vastus.faces.api import shapes
from vastus.faces.web.app import make_app

HOST = "testserver.local"
URL = f"http://{HOST}"
EVERY = (
    "/api/v1/exercises",
    "/api/v1/exercises/{exercise_id}",
    "/api/v1/exercises/{exercise_id}/claims",
    "/api/v1/exercises/{exercise_id}/relations",
    "/api/v1/exercises/{exercise_id}/revisions",
    "/api/v1/exercises/{exercise_id}/swaps",
    "/api/v1/facets",
    "/api/v1/health",
    "/api/v1/imports",
    "/api/v1/imports/{number}",
    "/api/v1/sled",
    "/api/v1/suggest",
    "/api/v1/vocabularies",
)
FIGURES = ("/api/v1/exercises/{exercise_id}/figure.svg", "/api/v1/exercises/{exercise_id}/figure.png")


@pytest.fixture(scope="module")
def app(prepared_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Litestar:
    home = shutil.copytree(prepared_home, tmp_path_factory.mktemp("described") / "home")  # questions may change it
    return make_app(Parts(settings(home)), [HOST, "testserver"])


@pytest.fixture(scope="module")
def client(app: Litestar) -> Iterator[TestClient]:
    with TestClient(app, base_url=URL) as asked:
        yield asked


@pytest.fixture(scope="module")
def document(client: TestClient) -> dict[str, Any]:
    return client.get("/api/v1/openapi.json").json()


def test_every_route_has_the_type_and_an_example_of_its_answer(document: dict[str, Any]) -> None:
    assert document["openapi"].startswith("3.1")
    paths = document["paths"].items()
    read = [each["get"] for path, each in paths if "get" in each and not path.endswith((".svg", ".png"))]
    assert len(read) >= 8
    for operation in read:
        content = operation["responses"]["200"]["content"]["application/json"]
        assert content["schema"]
        assert content["example"]
        assert operation["responses"]["400"]["content"]["application/problem+json"]["example"]["detail"]


def test_the_examples_are_about_an_exercise_of_the_library(document: dict[str, Any]) -> None:
    example = document["paths"]["/api/v1/exercises/{exercise_id}"]["get"]["responses"]["200"]["content"]
    exercise = msgspec.convert(example["application/json"]["example"], Exercise)
    assert exercise.id in TEN
    assert exercise.instructions


@pytest.mark.parametrize("path", ["schema", "schema/openapi.json", "schema/openapi.yaml", "schema/swagger"])
def test_there_is_no_second_document(client: TestClient, path: str) -> None:
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("path", "shape"),
    [
        ("exercises?q=sled&limit=3", shapes.ExerciseList),
        ("exercises/sled-push", Exercise),
        ("exercises/sled-push/revisions", shapes.Revisions),
        ("exercises/sled-push/relations", shapes.Relations),
        ("exercises/sled-push/swaps", shapes.Swaps),
        ("exercises/sled-push/swaps?have=car&load=100kg", shapes.Swaps),
        ("facets?q=sled", shapes.FacetCounts),
        ("suggest?q=sl", list[shapes.Named]),
        ("vocabularies", shapes.VocabularyLists),
        ("health", shapes.Health),
        ("imports", shapes.Batches),
        ("imports/1", shapes.OneBatch),
    ],
)
def test_an_answer_has_the_type_that_the_document_says(client: TestClient, path: str, shape: type[Any]) -> None:
    assert msgspec.json.decode(client.get(f"/api/v1/{path}").content, type=shape)


@pytest.mark.parametrize(("path", "status"), [("exercises/nope", 404), ("exercises?limit=0", 400), ("nope", 404)])
def test_an_error_has_the_type_that_the_document_says(client: TestClient, path: str, status: int) -> None:
    answer = client.get(f"/api/v1/{path}")
    assert msgspec.json.decode(answer.content, type=shapes.Problem).status == answer.status_code == status


# What the document allows and what it does not, asked by schemathesis; the same questions every time.

QUESTIONS = 15  # of each kind to each route
OF_ANY_TEXT = (checks.positive_data_acceptance,)  # a facet's values are open words: one that nobody knows is a 400
FEWER = 4  # where an answer takes a page, a drawing or a write
FIXED = {"/api/v1/health", "/api/v1/imports", "/api/v1/vocabularies"}  # nothing can be asked of them
OPERATIONS = [
    *sorted(
        (path, "GET", FEWER if "figure" in path or "sled" in path else QUESTIONS) for path in {*EVERY, *FIGURES} - FIXED
    ),
    ("/api/v1/import", "POST", FEWER),
    ("/api/v1/imports/{number}", "DELETE", FEWER),
]


def test_all_routes_are_asked(document: dict[str, Any]) -> None:
    described = {(path, method.upper()) for path, methods in document["paths"].items() for method in methods}
    assert described == {(path, method) for path, method, _ in OPERATIONS} | {(path, "GET") for path in FIXED}


@pytest.fixture(scope="module")
def schema(app: Litestar) -> schemathesis.BaseSchema:
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)


@pytest.mark.filterwarnings("ignore:.*MemoryObject:pytest.PytestUnraisableExceptionWarning")  # its client's
@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize(("path", "method", "questions"), OPERATIONS)
def test_the_api_holds_to_its_document(
    schema: schemathesis.BaseSchema, path: str, method: str, questions: int, mode: GenerationMode
) -> None:
    @seed(20261125)
    @trying(max_examples=questions, deadline=None, database=None, suppress_health_check=[*HealthCheck])  # pyright: ignore[reportArgumentType]
    @given(schema[path][method].as_strategy(generation_mode=mode))
    def hold(case: schemathesis.Case) -> None:
        case.call_and_validate(excluded_checks=list(OF_ANY_TEXT))

    hold()
