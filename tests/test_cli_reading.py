"""`vastus show`, `find`, `check`, `revisions`, `vocabulary`, and `vastus` alone."""

import re
from pathlib import Path
from typing import Any

import pytest
from command import OWN, Instance, a_page, some_pages

from vastus.faces.cli.main import app
from vastus.search.facets import COUNTED
from vastus.version import VERSION

COMMANDS = [command.name for command in app.registered_commands]


def test_without_a_command_it_says_what_there_is(vastus: Instance) -> None:
    answer = vastus()
    assert "Vastus knows 10 exercises" in answer.out
    assert str(vastus.database) in answer.out
    assert answer.err == ""


def test_the_first_command_makes_the_library(vastus: Instance, tmp_path: Path) -> None:
    vastus.home = tmp_path / "new" / "home"
    assert "Sled Push" in vastus("show", "sled-push").out
    assert vastus.database.exists()


def test_the_version_is_the_packages(vastus: Instance) -> None:
    assert vastus("--version").out == f"vastus {VERSION}\n"


@pytest.mark.parametrize("command", [None, *COMMANDS])
def test_help_fits_a_terminal_and_speaks_of_no_types(vastus: Instance, command: str | None) -> None:
    out = vastus(*([command] if command else []), "--help").out
    assert max(map(len, out.splitlines())) <= 80
    assert "..." not in out.replace("[ARGS]...", "")
    assert not re.search(r"<\w+(\[\w+\])?>", out)
    assert not re.search(r"^  --?\w[-\w]*( \w+)?$", out, re.MULTILINE), "an option without a word of help"


def test_help_lists_every_command_with_its_first_sentence(vastus: Instance) -> None:
    out = vastus("--help").out
    assert [name for name in COMMANDS if not re.search(rf"^  {name} +[A-Z]", out, re.MULTILINE)] == []


def test_show_prints_a_page_to_read(vastus: Instance) -> None:
    out = vastus("show", "backward-sled-push").out
    for words in (
        "Backward Sled Push",
        "Target",
        "Overview",
        "Instructions",
        "Tips",
        "Fault",
        "sign",
        "fix",
        "Citations",
    ):
        assert words in out
    assert max(map(len, out.splitlines())) <= 92


def test_show_prints_the_exercise_of_the_design(vastus: Instance) -> None:
    exercise = vastus("show", "backward-sled-push", "--json").json
    assert (exercise["id"], exercise["target"], exercise["equipment"]) == ("backward-sled-push", ["quads"], ["sled"])
    assert exercise["source"]["license"] == "CC-BY-SA-4.0"


def without_spans(value: Any) -> Any:  # noqa: ANN401  # a JSON value
    if isinstance(value, dict):
        return {key: without_spans(each) for key, each in value.items() if key not in ("span", "spans")}
    return [without_spans(each) for each in value] if isinstance(value, list) else value


def test_show_prints_markdown_that_is_read_again(vastus: Instance, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(vastus("show", "backward-sled-push", "--markdown").out, "utf-8")
    (again,) = vastus("import", page, "--dry-run", "--json").json["exercises"]
    assert without_spans(again) == without_spans(vastus("show", "backward-sled-push", "--json").json)


@pytest.mark.parametrize("command", ["show", "revisions", "check"])
def test_an_unknown_id_is_told_with_the_nearest(vastus: Instance, command: str) -> None:
    assert "did you mean" in vastus(command, "backward-sled-pusj", code=1).err
    assert "vastus find" in vastus(command, "zzz", code=1).err


@pytest.mark.parametrize("odd", ["", " ", "\u202e", "x" * 5000, "'; DROP TABLE exercise;--", "%", "ﬀ"])
def test_an_odd_id_is_unknown(vastus: Instance, odd: str) -> None:
    vastus("show", odd, code=1)


def test_find_prints_the_object_of_the_design(vastus: Instance) -> None:
    found = vastus("find", "sled", "--json").json
    assert list(found) == ["total", "items", "facets", "next"]
    assert (found["total"], found["next"]) == (7, None)
    assert list(found["items"][0]) == ["id", "name", "type", "equipment", "target", "secondary", "level", "license"]
    assert found["facets"]["equipment"] == {"sled": 7, "rope": 1}
    assert set(found["facets"]) == set(COUNTED)


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (["--equipment", "rope"], {"sled-rope-pull"}),
        (["--equipment", "rope", "--equipment", "sandbag"], {"sled-rope-pull", "sandbag-bear-hug-carry"}),
        (["--equipment", "sled", "--muscle", "shoulders", "--force", "pull"], {"sled-rope-pull"}),
        (["--muscle", "lats", "carry"], None),
        (["--type", "strength"], {"suitcase-carry"}),
        (["--level", "advanced"], set()),
        (["--laterality", "unilateral", "--mechanics", "compound"], None),
        (["reverse", "sled"], None),
    ],
)
def test_facets_and_words_narrow_down(vastus: Instance, options: list[str], ids: set[str] | None) -> None:
    found = vastus("find", *options, "--json").json
    if ids is not None:
        assert {item["id"] for item in found["items"]} == ids
    assert found["total"] == len(found["items"])


def test_what_changed_is_found_at_once(vastus: Instance) -> None:
    assert vastus("find", '"shove 2"', "--json").json["total"] == 0
    batch = vastus("import", some_pages(vastus.home / "new", 2), "--json").json["batch"]
    assert vastus("find", '"shove 2"', "--json").json["total"] == 1
    vastus("import", "--undo", batch)
    assert vastus("find", '"shove 2"', "--json").json["total"] == 0


def test_an_empty_answer_says_what_would_be_found(vastus: Instance) -> None:
    said = vastus("find", "sled", "chest", "level:advanced").err
    assert "nothing fits: sled chest level:advanced" in said
    assert "without level:advanced" in said or "nearest:" in said


def test_facets_stand_among_the_words(vastus: Instance) -> None:
    assert [each["id"] for each in vastus("find", "carry", "equipment:sandbag", "--json").json["items"]] == [
        "sandbag-bear-hug-carry"
    ]
    assert "did you mean" in vastus("find", "muscel:quads", code=2).err


def test_an_exact_name_comes_first(vastus: Instance) -> None:
    assert vastus("find", "Sled Push", "--json").json["items"][0]["id"] == "sled-push"


def test_a_cursor_goes_on_where_the_last_answer_stopped(vastus: Instance) -> None:
    ids: list[str] = []
    cursor: list[str] = []
    for _ in range(4):
        found = vastus("find", "--limit", 3, *cursor, "--json").json
        assert found["total"] == 10
        ids += [item["id"] for item in found["items"]]
        cursor = ["--cursor", found["next"]]
    assert found["next"] is None
    assert sorted(ids) == sorted(vastus.ids())


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--limit", "0"], "between 1 and 500"),
        (["--limit", "501"], "between 1 and 500"),
        (["--limit", "x"], "whole number"),
        (["--cursor", "x"], "cursor"),
        (["--cursor", "-1"], "cursor"),
        (["--cursor", "9" * 40], "cursor"),
        (["--cursor", "１"], "cursor"),
        (["--muscle", "quadz"], "did you mean quads"),
        (["--equipment", "zzzz"], "known are"),
        (["--level", "expertise"], "no level"),
        (["--colour", "red"], "vastus find --help"),
    ],
)
def test_a_search_that_cannot_be_understood_is_wrong_use(vastus: Instance, options: list[str], words: str) -> None:
    assert words in vastus("find", *options, code=2).err


def test_nothing_found_is_said_on_the_side(vastus: Instance) -> None:
    answer = vastus("find", "unicycle")
    assert answer.out == ""
    assert "nothing fits" in answer.err
    assert vastus("find", "unicycle", "--json").json["total"] == 0


@pytest.mark.parametrize("width", [20, 40, 60, 80, 120, 400])
def test_ids_are_whole_at_every_width(
    vastus: Instance, tmp_path: Path, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "page.txt"
    page.write_text(a_page(name="Alternating Deficit Kneeling Shove with a Twist and a Long Name"))
    vastus("import", page)
    monkeypatch.setenv("COLUMNS", str(width))
    found = vastus("find")
    lines = found.out.split()
    assert [each for each in vastus.ids() if each not in lines] == []


def test_a_table_is_readable_at_eighty_columns(
    vastus: Instance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vastus("import", some_pages(tmp_path / "pages", 30))
    monkeypatch.setenv("COLUMNS", "80")
    out = vastus("find", "--limit", 30).out
    assert max(map(len, out.splitlines())) <= 80
    assert re.search(r"30 of 40; --cursor \S+ goes on", out)
    assert "…" not in out


def test_check_finds_what_is_wrong_with_a_page(vastus: Instance) -> None:
    out = vastus("check", OWN).out
    assert "Reverse Sled Shove" in out
    assert "warning" in out
    assert "torso" in out


def test_check_takes_ids_and_paths_together(vastus: Instance) -> None:
    answer = vastus("check", "sled-push", OWN, "--json").json
    assert list(answer) == ["exercises", "findings", "rejected"]
    assert [each["id"] for each in answer["exercises"]] == ["sled-push", "reverse-sled-shove"]
    assert all(each["claims"] for each in answer["exercises"])
    assert {each["exercise"] for each in answer["findings"]} <= {"sled-push", "reverse-sled-shove"}


def test_check_of_a_stored_page_finds_what_its_import_found(vastus: Instance) -> None:
    found = [
        {(each["rule"], each["message"]) for each in vastus(*arguments, "--json").json["findings"]}
        for arguments in (("import", OWN), ("check", "reverse-sled-shove"))
    ]
    assert found[0] == found[1]


def test_check_changes_nothing(vastus: Instance) -> None:
    before = vastus.dump()
    vastus("check", OWN, "sled-push")
    assert vastus.dump() == before


def test_check_refuses_what_is_no_exercise(vastus: Instance, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Buy milk.", "utf-8")
    answer = vastus("check", tmp_path / "note.txt", code=1)
    assert "nothing on the page looks like an exercise" in answer.err
    assert vastus("check", tmp_path / "note.txt", "sled-push", "--json").json["rejected"]


@pytest.mark.parametrize("path", ["./nothing-here.txt", "nothing/here", "x" * 5000 + ".txt"])
def test_check_of_a_missing_file_says_so(vastus: Instance, path: str) -> None:
    assert vastus("check", path, code=1).err


@pytest.mark.parametrize(
    "name", ["muscles", "equipment", "type", "mechanics", "force", "laterality", "level", "anatomy"]
)
def test_every_vocabulary_is_listed_with_its_sources(vastus: Instance, name: str) -> None:
    (rows,) = vastus("vocabulary", name, "--json").json.values()
    assert all(row["id"] and row["label"] and row["source"] for row in rows)
    shown = vastus("vocabulary", name).out
    assert all(row["id"] in shown for row in rows[:3])


def test_all_vocabularies_are_listed_without_a_name(vastus: Instance) -> None:
    answer = vastus("vocabulary", "--json").json
    assert len(answer["muscles"]) == 22
    assert len(answer) == 8
    assert "there are muscles" in vastus("vocabulary", "colours", code=2).err


def test_revisions_tell_batch_and_time(vastus: Instance) -> None:
    answer = vastus("revisions", "sled-push", "--json").json
    assert answer.keys() == {
        "id", "origin", "revision", "at", "keys", "overlay", "former_ids", "replaced_by", "history",
    }  # fmt: skip
    assert (answer["origin"], answer["revision"]) == ("library", 1)
    assert "Sled Push" in vastus("revisions", "sled-push").out


@pytest.mark.parametrize(
    "arguments", [["fnid"], ["show"], ["show", "a", "b"], ["--colour"], ["find", "--limit"], ["serve", "x"]]
)
def test_wrong_use_is_one_sentence_with_a_hint(vastus: Instance, arguments: list[str]) -> None:
    vastus(*arguments, code=2)


def test_a_misspelt_command_is_guessed(vastus: Instance) -> None:
    assert "did you mean 'find'?" in vastus("fnid", code=2).err
