"""The JSON that other programs rely on."""

import json

import msgspec

from vastus.domain.equipment import Equipment
from vastus.domain.exercise import (
    Contraction,
    Dose,
    Exercise,
    Goal,
    Measure,
    Relation,
    RelationKind,
    Share,
    Step,
    StepKind,
    Tip,
    TipKind,
    Use,
)
from vastus.domain.library import ListRow
from vastus.domain.page import Finding, Severity
from vastus.domain.source import Source
from vastus.faces.json import Line, exercise_json
from vastus.faces.json_reports import finding_object, import_json, refused_object
from vastus.usecases.read_pages import Refused

EXERCISE = Exercise(
    "sled-push",
    "Sled Push",
    equipment=(Equipment.SLED,),
    secondary=(),
    instructions=(Step("Load.", StepKind.LOAD, span=(0, 5)),),
    tips=(Tip("Use a car.", TipKind.SUBSTITUTE, equipment=(Equipment.CAR,), condition="no sled"),),
    uses=(Use(Goal.CONDITIONING),),
    dose=Dose(measures=(Measure.LOAD, Measure.STEPS)),
    relations=(Relation(RelationKind.VARIATION_OF, "sled-drag"),),
    contraction=Contraction(Share.FULL, Share.NONE),
    source=Source(path="page.txt", form="profile-page"),
)
KEYS = (
    "id name aliases type equipment mechanics force laterality level target secondary overview muscles instructions"
    " tips uses contraction dose relations swaps demands posture noise movement claims source"
)
"""The keys of design.md, sections 3 and 4."""


def as_json() -> dict[str, object]:
    return json.loads(exercise_json(EXERCISE))


def test_an_exercise_has_every_key_of_the_design() -> None:
    assert [key for key in KEYS.split() if key not in as_json()] == []
    assert list(as_json()) == list(Exercise.__struct_fields__)


def test_absent_is_null_and_none_is_an_empty_list() -> None:
    found = as_json()
    assert (found["target"], found["type"], found["posture"]) == (None, None, None)
    assert (found["secondary"], found["aliases"], found["claims"], found["muscles"]) == ([], [], [], [])


def test_the_parts_have_the_shapes_of_the_design() -> None:
    found = json.loads(exercise_json(EXERCISE))
    assert found["instructions"] == [{"text": "Load.", "kind": "load", "span": [0, 5], "evidence": None}]
    (tip,) = found["tips"]
    assert {"kind", "text", "sign", "causes", "fixes", "equipment", "to", "condition", "children"} <= set(tip)
    assert (tip["kind"], tip["equipment"], tip["to"]) == ("substitute", ["car"], None)
    assert {"goal": "conditioning", "dose": None}.items() <= found["uses"][0].items()
    assert found["dose"]["measures"] == ["load", "steps"]
    assert {"kind": "variation_of", "to": "sled-drag"}.items() <= found["relations"][0].items()
    assert {"concentric": "full", "eccentric": "none", "isometric": None}.items() <= found["contraction"].items()
    assert {"path": "page.txt", "form": "profile-page", "url": None, "license": None}.items() <= found["source"].items()


def test_a_finding_names_page_and_exercise() -> None:
    finding = Finding("contradiction", "instructions", Severity.WARNING, "They disagree.", "a … b", "Look.")
    found = finding_object(finding, path="page.txt", exercise="sled-push")
    assert found == {
        "path": "page.txt",
        "exercise": "sled-push",
        "rule": "contradiction",
        "field": "instructions",
        "severity": "warning",
        "message": "They disagree.",
        "excerpt": "a … b",
        "hint": "Look.",
        "span": None,
    }


def test_a_refusal_names_page_reason_and_record() -> None:
    assert refused_object(Refused("x.txt", "empty")) == {"path": "x.txt", "reason": "empty"}
    assert refused_object(Refused("x.json", "no name", "7"))["record"] == "7"


def test_a_line_of_a_list_has_the_keys_of_the_design() -> None:
    assert (
        list(msgspec.to_builtins(Line.of(ListRow.of(EXERCISE))))
        == "id name type equipment target secondary level license".split()
    )


def test_the_report_of_an_import_is_one_object() -> None:
    for exercises in ([], [exercise_json(EXERCISE)], [exercise_json(EXERCISE)] * 2):
        text = b"".join(import_json(exercises, [], [{"path": "x", "reason": "y"}], {"batch": 1}))
        found = json.loads(text)
        assert list(found) == ["exercises", "findings", "rejected", "batch"]
        assert len(found["exercises"]) == len(exercises)
