"""The sled calculator over HTTP: the inputs of `vastus sled` as parameters, its JSON as the answer.

The calculator itself needs NumPy, and is loaded when it is first asked for (ADR 0016).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from litestar import Request, get
from litestar.openapi.spec import Operation, Parameter, Schema
from litestar.openapi.spec.enums import OpenAPIType

from vastus.errors import QueryError
from vastus.faces.answer import JSON, Answer
from vastus.faces.api.hints import over_http
from vastus.usecases.sled_inputs import INPUTS, NAMES, TARGET_INPUTS, WORDS

_LONGEST = 200  # characters of one input


@dataclass
class _SledOperation(Operation):
    """The operation with its parameters, which are the inputs of the calculator."""

    def __post_init__(self) -> None:
        about = {name: each.about for name, each in {**INPUTS, **TARGET_INPUTS}.items()} | dict(WORDS)
        self.parameters = [
            Parameter(name, "query", Schema(type=OpenAPIType.STRING), description=f"{over_http(about[name])}.")
            for name in NAMES
        ]


def entered(request: Request[Any, Any, Any]) -> dict[str, str | None]:
    """The inputs of an address.

    Raises:
        QueryError: an input is unknown, given twice or too long.
    """
    found: dict[str, str | None] = {}
    for name, text in request.query_params.multi_items():
        if name not in NAMES:
            raise QueryError(f"there is no input '{name[:40]}'", "there are " + ", ".join(NAMES))
        if name in found:
            raise QueryError(f"{name} is given twice", "give it once")
        if len(text) > _LONGEST:
            raise QueryError(f"{name} has at most {_LONGEST} characters", "a number with its unit is enough")
        found[name] = text
    return found


@get("/api/v1/sled", sync_to_thread=False, summary="What a sled asks for", operation_class=_SledOperation)
def sled(request: Request[Any, Any, Any]) -> Answer:
    """Forces, tipping, grip, lean and work with their ranges, in SI; the load that equals it where `to…` is given."""
    return computed(entered(request))


def computed(given: Mapping[str, str | None]) -> Answer:
    """The answer to these inputs."""
    from vastus.faces.json_sled import sled_json
    from vastus.usecases.compute_sled import compute_sled

    return Answer(sled_json(compute_sled(given)), media_type=JSON)
