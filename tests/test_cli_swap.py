"""`vastus swap`."""

from pathlib import Path

import pytest
from command import Instance, a_page


def test_a_car_is_pushed_instead_of_a_sled(vastus: Instance) -> None:
    out = " ".join(vastus("swap", "backward-sled-push", "--have", "car").out.split())
    for words in (
        "Instead of Backward Sled Push",
        "with car",
        "as a sled of",
        "inertia",
        "rolls on by itself",
        "riskier:",
        "Second run:",
        "muscles 1.00",
    ):
        assert words in out


def test_json_holds_what_other_programs_rely_on(vastus: Instance) -> None:
    answer = vastus("swap", "backward-sled-push", "--without", "sled", "--json").json
    assert list(answer) == ["for", "items"]
    assert answer["for"] == "backward-sled-push"
    scores = [item["score"] for item in answer["items"]]
    assert scores == sorted(scores, reverse=True)
    for item in answer["items"]:
        name = "implement" if "implement" in item else "id"
        assert list(item) == [name, "score", "parts", "changes", "safety", "equal_load"]
        assert set(item["parts"]) >= {"muscles", "movement", "contraction", "measures", "level", "equipment"}
        assert all({"effect", "text", "mark", "source"} == set(note) for note in item["safety"])
        assert len(item["equal_load"]["find"]) == 2
    first = answer["items"][0]
    assert first["implement"] == "car"
    numbers = first["equal_load"]["numbers"]
    assert numbers["sled_kg_low"] < numbers["sled_kg"] < numbers["sled_kg_high"]


def test_options_may_be_repeated_or_joined(vastus: Instance) -> None:
    joined = vastus("swap", "farmers-carry", "--have", "kettlebell,sandbag", "--json").out
    assert vastus("swap", "farmers-carry", "--have", "kettlebell", "--have", "sandbag", "--json").out == joined


def test_the_limit_holds(vastus: Instance) -> None:
    assert len(vastus("swap", "sled-push", "--limit", 2, "--json").json["items"]) == 2


def test_the_load_that_one_uses_is_carried_over(vastus: Instance) -> None:
    items = vastus("swap", "sled-push", "--have", "sled", "--load", "225lb", "--json").json["items"]
    drag = next(item for item in items if item.get("id") == "sled-drag")
    assert drag["equal_load"]["numbers"]["total_kg"] == pytest.approx(102.058 / 0.7, rel=1e-4)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["sled-push", "--have", "laser"], "'laser' is no equipment"),
        (["sled-push", "--have", "cabel"], "did you mean cable?"),
        (["sled-push", "--without", "knee_flexon_deep"], "did you mean knee_flexion_deep"),
        (["sled-push", "--have", "sled", "--without", "sled"], "both at hand and avoided"),
        (["sled-push", "--have", ""], "nothing is named"),
        (["sled-push", "--limit", "0"], "ask for 1 to 500"),
        (["sled-push", "--load", "heavy"], "no mass"),
        (["sled-push", "--load=-5"], "above 0"),
        (["sled-push", "--surface", "moon"], "turf_gym"),
    ],
)
def test_wrong_use_is_told_in_a_sentence(vastus: Instance, arguments: list[str], words: str) -> None:
    assert words in vastus("swap", *arguments, code=2).err


def test_an_unknown_exercise_is_told(vastus: Instance) -> None:
    assert "did you mean sled-push" in vastus("swap", "sled-pusj", code=1).err


@pytest.mark.parametrize("as_json", [[], ["--json"]])
def test_an_empty_answer_says_why_and_what_is_nearest(vastus: Instance, as_json: list[str]) -> None:
    err = vastus("swap", "sandbag-bear-hug-carry", "--have", "none", *as_json, code=1).err
    assert "nothing near sandbag-bear-hug-carry is left with the floor alone" in err
    assert "the nearest otherwise is" in err


def test_an_imported_page_is_swapped_too(vastus: Instance, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(a_page(name="Prowler Shove"), "utf-8")
    vastus("import", tmp_path / "page.txt")
    items = vastus("swap", "prowler-shove", "--json").json["items"]
    assert items
    assert all(item["parts"]["contraction"] is None for item in items if "id" in item)
