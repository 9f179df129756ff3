"""The JSON reports of imports and checks: what was read, found and refused."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from vastus.domain.page import Finding
from vastus.usecases.check_exercises import Checked
from vastus.usecases.read_pages import Refused


def finding_object(finding: Finding, *, path: str | None, exercise: str | None) -> dict[str, object]:
    """A finding with the page and the exercise that it is about."""
    return {"path": path, "exercise": exercise, **_object(finding)}


def refused_object(refused: Refused) -> dict[str, object]:
    """A refusal: where, which record of it, and why."""
    found: dict[str, object] = {"path": refused.path, "reason": refused.reason}
    return found if refused.record is None else {**found, "record": refused.record}


def checked_json(checked: Sequence[Checked | Refused]) -> bytes:
    """What checking came to: claims by exercise, findings, and what could not be read."""
    done = [each for each in checked if isinstance(each, Checked)]
    return msgspec.json.encode(
        {
            "exercises": [{"id": each.exercise.id, "claims": each.claims} for each in done],
            "findings": [
                finding_object(finding, path=each.path, exercise=each.exercise.id)
                for each in done
                for finding in each.findings
            ],
            "rejected": [refused_object(each) for each in checked if isinstance(each, Refused)],
        }
    )


def import_json(
    exercises: Iterable[bytes], findings: Sequence[object], rejected: Sequence[object], more: Mapping[str, object]
) -> Iterable[bytes]:
    """The report of an import, piece by piece, so that it is never held twice."""
    yield b'{"exercises":['
    separator = b""
    for exercise in exercises:
        yield separator + exercise
        separator = b",\n"
    yield b'],\n"findings":' + msgspec.json.encode(findings)
    yield b',\n"rejected":' + msgspec.json.encode(rejected)
    for name, value in more.items():
        yield b",\n" + msgspec.json.encode(name) + b":" + msgspec.json.encode(value)
    yield b"}\n"


def _object(value: object) -> dict[str, object]:
    return msgspec.to_builtins(value)
