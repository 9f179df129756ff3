"""`vastus import`: what goes in, what is said about it, and how it comes out again."""

from pathlib import Path

import pytest
from command import OWN, Instance, a_page, some_pages

FINDING = {"path", "exercise", "rule", "field", "severity", "message", "excerpt", "hint", "span"}
EXERCISE = set(
    """id name aliases type equipment mechanics force laterality level target secondary overview muscles instructions
    tips uses contraction dose relations swaps demands posture noise movement claims source""".split()
)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(a_page(), "utf-8")
    return path


def test_a_dry_run_prints_the_object_of_the_design_and_writes_nothing(vastus: Instance) -> None:
    before = vastus.dump()
    answer = vastus("import", OWN, "--dry-run", "--json")
    assert list(answer.json) == ["exercises", "findings", "rejected"]
    (exercise,) = answer.json["exercises"]
    assert exercise.keys() >= EXERCISE
    assert exercise["id"] == "reverse-sled-shove"
    assert exercise["secondary"] == ["abs", "calves", "glutes", "hamstrings", "lower_back"]
    assert exercise["contraction"].items() >= {"concentric": "full", "eccentric": "none", "isometric": None}.items()
    assert exercise["dose"]["measures"] == ["load", "steps", "distance", "time"]
    assert exercise["relations"][0].items() >= {"kind": "variation_of", "to": "sled-march"}.items()
    assert (
        exercise["source"].items() >= {"path": str(OWN), "form": "profile-page", "url": None, "license": None}.items()
    )
    assert exercise["claims"] == []
    tips = exercise["tips"]
    assert [tip["kind"] for tip in tips] == ["fault", "substitute", "individual", "programming"]
    assert tips[0].keys() >= {"kind", "text", "sign", "causes", "fixes", "children", "span"}
    assert tips[1].keys() >= {"equipment", "to", "condition", "children"}
    assert vastus.dump() == before


def test_findings_name_page_exercise_and_field(vastus: Instance) -> None:
    findings = vastus("import", OWN, "--dry-run", "--json").json["findings"]
    assert {finding["rule"] for finding in findings} >= {"role-conflict", "laterality-conflict", "contradiction"}
    for finding in findings:
        assert finding.keys() == FINDING
        assert (finding["path"], finding["exercise"]) == (str(OWN), "reverse-sled-shove")


def test_what_was_understood_points_to_the_pages_words(vastus: Instance) -> None:
    (exercise,) = vastus("import", OWN, "--dry-run", "--json").json["exercises"]
    start, end = exercise["instructions"][0]["span"]
    assert OWN.read_text("utf-8")[start:end] == exercise["instructions"][0]["text"]


def test_a_summary_counts_and_names_the_batch(vastus: Instance, page: Path) -> None:
    answer = vastus("import", page)
    assert "1  added" in answer.out
    assert "plank-shove" in answer.out
    assert "batch 2; 'vastus import --undo 2' takes it back" in answer.out
    assert answer.err == ""


def test_a_dry_run_says_that_nothing_was_written(vastus: Instance, page: Path) -> None:
    assert "nothing was written" in vastus("import", page, "--dry-run").out
    vastus("show", "plank-shove", code=1)


def test_an_import_reports_its_batch_and_counts_as_json(vastus: Instance, page: Path) -> None:
    answer = vastus("import", page, "--json").json
    assert list(answer) == ["exercises", "findings", "rejected", "batch", "counts"]
    assert (answer["batch"], answer["counts"]) == (2, {"added": 1})


def test_importing_twice_changes_nothing(vastus: Instance, page: Path) -> None:
    vastus("import", page)
    before = vastus.dump()
    again = vastus("import", page, "--json").json
    assert (again["batch"], again["counts"]) == (None, {"unchanged": 1})
    assert vastus.dump() == before


def test_files_folders_and_patterns_are_read(vastus: Instance, tmp_path: Path, page: Path) -> None:
    some_pages(tmp_path / "deep" / "er", 2)
    some_pages(tmp_path / "more", 3, first=11)
    answer = vastus("import", page, tmp_path / "deep", tmp_path / "more" / "page-001[12].txt", "--json").json
    assert [each["id"] for each in answer["exercises"]] == ["plank-shove", "shove-1", "shove-2", "shove-11", "shove-12"]


def test_a_pattern_across_folders_is_followed(vastus: Instance, tmp_path: Path) -> None:
    some_pages(tmp_path / "a" / "b", 2)
    assert vastus("import", f"{tmp_path}/**/*.txt", "--json").json["counts"] == {"added": 2}


def test_standard_input_is_a_page(vastus: Instance) -> None:
    answer = vastus("import", "-", "--json", stdin=a_page("Pipe Push").encode()).json
    (exercise,) = answer["exercises"]
    assert (exercise["id"], exercise["source"]["path"]) == ("pipe-push", "-")


def test_a_form_is_told_by_content_and_overridden_by_name(vastus: Instance, tmp_path: Path) -> None:
    path = tmp_path / "page.html"  # the name lies
    path.write_text(a_page(), "utf-8")
    forms = [
        vastus("import", path, "--dry-run", "--json", *option).json["exercises"][0]["source"]["form"]
        for option in ((), ("--form", "profile-page"))
    ]
    assert forms == ["profile-page", "profile-page"]
    refused = vastus("import", path, "--dry-run", "--json", "--form", "wger", code=1)
    assert refused.json["rejected"][0]["path"] == str(path)


def test_an_unknown_form_is_wrong_use_and_lists_the_known(vastus: Instance, page: Path) -> None:
    assert "profile-page" in vastus("import", page, "--form", "fax", code=2).err


def test_the_same_source_changed_is_a_revision_and_the_old_one_is_kept(vastus: Instance, tmp_path: Path) -> None:
    url = ("--url", "https://www.example.org/exercises/plank-shove/?utm_source=x")
    page = tmp_path / "page.txt"
    page.write_text(a_page(tip="Look at the floor."), "utf-8")
    vastus("import", page, *url)
    page.write_text(a_page(tip="Look at the wall."), "utf-8")
    again = vastus("import", page, "--url", "http://example.org/exercises/plank-shove", "--json").json
    assert again["counts"] == {"revised": 1}
    assert vastus("show", "plank-shove", "--json").json["tips"][0]["text"] == "Look at the wall."
    history = vastus("revisions", "plank-shove", "--json").json["history"]["revisions"]
    assert [each["exercise"]["tips"][0]["text"] for each in history] == ["Look at the floor.", "Look at the wall."]


def test_a_changed_page_without_an_address_is_another_exercise(vastus: Instance, page: Path) -> None:
    vastus("import", page)
    page.write_text(a_page(tip="Look at the wall."), "utf-8")
    answer = vastus("import", page, "--json").json
    assert answer["exercises"][0]["id"] == "plank-shove-2"
    (taken,) = [finding for finding in answer["findings"] if finding["rule"] == "slug-taken"]
    assert "plank-shove" in taken["message"]


def test_a_dry_run_prints_the_plain_slug(vastus: Instance, page: Path) -> None:
    vastus("import", page)
    page.write_text(a_page(tip="Look at the wall."), "utf-8")
    answer = vastus("import", page, "--dry-run", "--json").json
    assert answer["exercises"][0]["id"] == "plank-shove"
    assert "likely-duplicate" in {finding["rule"] for finding in answer["findings"]}


@pytest.mark.parametrize("url", ["plank", "ftp://example.org/x", "file:///etc/passwd", "http://[", ""])
def test_an_address_is_one_of_the_web(vastus: Instance, page: Path, url: str) -> None:
    before = vastus.dump()
    assert "web address" in vastus("import", page, "--url", url, code=2).err
    assert vastus.dump() == before


def test_an_address_is_for_one_page(vastus: Instance, tmp_path: Path) -> None:
    before = vastus.dump()
    answer = vastus("import", some_pages(tmp_path / "two", 2), "--url", "https://example.org/x", code=2)
    assert "one by one" in answer.err
    assert vastus.dump() == before


def test_undo_restores_exactly_what_was_there(vastus: Instance, tmp_path: Path) -> None:
    url = ("--url", "https://example.org/plank-shove")
    page = tmp_path / "page.txt"
    page.write_text(a_page(tip="Look at the floor."), "utf-8")
    vastus("import", page, *url)
    before = vastus.shown()
    page.write_text(a_page(tip="Look at the wall."), "utf-8")
    batch = vastus("import", page, *url, "--json").json["batch"]
    assert vastus.shown() != before
    assert f"import {batch} was taken back" in vastus("import", "--undo", batch).out
    assert vastus.shown() == before
    assert len(vastus("revisions", "plank-shove", "--json").json["history"]["revisions"]) == 1


def test_undo_of_everything_leaves_the_shipped_library(vastus: Instance, tmp_path: Path) -> None:
    before = vastus.shown()
    vastus("import", some_pages(tmp_path / "pages", 5))
    assert vastus("import", "--undo", 2, "--json").json["undone"]["number"] == 2
    assert vastus.shown() == before


@pytest.mark.parametrize(
    ("arguments", "words", "code"),
    [
        (["--undo", "99"], "there is no import 99", 1),
        (["--undo", "1"], "the library that comes with Vastus", 1),
        (["--undo", "x"], "whole number", 2),
        (["--undo", "-1"], "there is no import -1", 1),
        (["--undo", "9" * 30], "there is no import 99", 1),
        (["--undo", "2", "page.txt"], "stand alone", 2),
        (["--undo", "2", "--batches"], "stand alone", 2),
        (["--batches", "page.txt"], "stand alone", 2),
        ([], "import needs a page", 2),
    ],
)
def test_undo_says_what_it_cannot_take_back(vastus: Instance, arguments: list[str], words: str, code: int) -> None:
    assert words in vastus("import", *arguments, code=code).err


def test_undo_of_what_a_later_change_stands_on_names_it(vastus: Instance, page: Path) -> None:
    vastus("import", page)
    vastus("rename", "plank-shove", "floor-shove")
    assert "undo 3 first" in vastus("import", "--undo", 2, code=1).err
    vastus("import", "--undo", 3)
    vastus("import", "--undo", 2)
    assert "undone" in vastus("import", "--undo", 2, code=1).err


def test_batches_are_listed_newest_first(vastus: Instance, page: Path) -> None:
    vastus("import", page)
    batches = vastus("import", "--batches", "--json").json["batches"]
    assert [(each["number"], each["kind"]) for each in batches] == [(2, "import"), (1, "library")]
    assert batches[0].keys() == {"number", "kind", "label", "started", "finished", "undone", "counts"}
    assert "page.txt" in vastus("import", "--batches").out


def test_an_import_never_changes_a_page_of_the_shipped_library(vastus: Instance, tmp_path: Path) -> None:
    before = vastus("show", "sled-push", "--markdown").out
    same_id = tmp_path / "sled-push.md"
    same_id.write_text(before.replace("Sled Push", "Sledge Shove"), "utf-8")
    foreign = tmp_path / "sled-push.txt"
    foreign.write_text(a_page("Sled Push"), "utf-8")
    answer = vastus("import", same_id, foreign, "--json").json
    assert [each["id"] for each in answer["exercises"]] == ["sled-push-2", "sled-push-3"]
    assert vastus("show", "sled-push", "--markdown").out == before


def test_a_page_under_two_addresses_is_stored_once(vastus: Instance, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(a_page(), "utf-8")
    vastus("import", page, "--url", "https://example.org/a")
    answer = vastus("import", page, "--url", "https://example.org/b", "--json").json
    assert answer["counts"] == {"same_page": 1}
    assert "same-page" in {finding["rule"] for finding in answer["findings"]}


MARKUP = "<script>alert(1)</script> [red]red[/red] [link=http://x]x[/link] <b>bold</b> **so** \\[x] & &amp; {x} %s"


def test_markup_in_a_page_is_shown_as_text(vastus: Instance, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(a_page(name="Shove [bold]Two[/bold]", overview=MARKUP, tip=f"Keep {MARKUP} here."), "utf-8")
    (exercise,) = vastus("import", page, "--json").json["exercises"]
    shown = " ".join(vastus("show", exercise["id"]).out.split())
    for text in (exercise["tips"][0]["text"], exercise["overview"]):
        assert " ".join(text.split()) in shown
    assert "<script>alert(1)</script>" in shown
    assert "[red]red[/red]" in shown
    assert "[bold]Two[/bold]" in vastus("find", "shove").out.replace("\n", " ")
    assert "[bold]Two[/bold]" in vastus("check", exercise["id"]).out


def test_what_steers_a_terminal_never_reaches_it(vastus: Instance, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    steer = "\x1b]0;owned\x07 \x1b[2J \x9b31m"
    page.write_text(a_page(overview=f"Harmless {steer} words.", tip=f"Keep {steer} calm."), "utf-8")
    vastus("import", page)
    for options in ((), ("--markdown",), ("--json",)):
        out = vastus("show", "plank-shove", *options).out
        assert not {"\x1b", "\x07", "\x9b"} & set(out)
    bad = tmp_path / "bad\x1b[2Jname.txt"
    bad.write_text("nothing", "utf-8")
    assert "\\x1b[2J" in vastus("import", bad, code=1).err


def test_scripts_of_a_saved_page_are_left_out(vastus: Instance, tmp_path: Path) -> None:
    source = next((Path(__file__).parent / "pages").glob("weighted-step-up-www.html")).read_text("utf-8")
    page = tmp_path / "page.html"
    page.write_text(source.replace("</body>", "<script>document.title='owned'</script></body>"), "utf-8")
    answer = vastus("import", page, "--json")
    assert answer.json["counts"] == {"added": 1}
    assert "owned" not in answer.out


def test_an_export_is_imported_alone(vastus: Instance, tmp_path: Path) -> None:
    vastus("export", tmp_path / "out")
    for more in ((tmp_path,), ("--dry-run",), ("--form", "markdown"), ("--url", "https://example.org/x")):
        assert "taken in whole" in vastus("import", tmp_path / "out", *more, code=2).err


def test_own_pages_are_own(vastus: Instance, tmp_path: Path) -> None:
    vastus("new", "wall-shove", "-o", tmp_path / "wall-shove.md")
    vastus("import", tmp_path / "wall-shove.md")
    assert vastus("revisions", "wall-shove", "--json").json["origin"] == "own"


SEED = Path(__file__).resolve().parents[2] / "shared" / "seed" / "backward-sled-push.txt"
CATALOG = Path(__file__).resolve().parents[2] / "shared" / "data" / "free-exercise-db.json"


@pytest.mark.skipif(not SEED.exists(), reason="the seed stands beside the repository, and is not there")
def test_the_seed_comes_out_as_the_design_says(vastus: Instance) -> None:
    answer = vastus("import", SEED, "--dry-run", "--json").json
    (exercise,) = answer["exercises"]
    assert exercise["id"] == "backward-sled-push"
    assert [tip["kind"] for tip in exercise["tips"]] == ["fault", "substitute", "individual", "programming"]
    assert answer["rejected"] == []


@pytest.mark.skipif(not CATALOG.exists(), reason="the catalog stands beside the repository, and is not there")
def test_a_whole_catalog_is_stored(vastus: Instance) -> None:
    answer = vastus("import", CATALOG, "--json").json
    assert answer["counts"] == {"added": 873}
    assert len({exercise["id"] for exercise in answer["exercises"]}) == 873
