"""`vastus new`, `edit`, `merge`, `rename`: changes that keep what was there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from command import Instance, a_page, some_pages

Edit = Callable[[str, str, str], Path]


@pytest.fixture
def edited(vastus: Instance, tmp_path: Path) -> Edit:
    """The Markdown of an exercise with one text replaced, as a file."""

    def edit(exercise_id: str, old: str, new: str) -> Path:
        before = vastus("show", exercise_id, "--markdown").out
        assert old in before
        path = tmp_path / f"{exercise_id}.edited.md"
        path.write_text(before.replace(old, new, 1), "utf-8")
        return path

    return edit


@pytest.fixture
def with_pages(vastus: Instance, tmp_path: Path) -> Instance:
    vastus("import", some_pages(tmp_path / "pages", 3))
    return vastus


def test_a_new_page_is_valid_as_it_stands(vastus: Instance, tmp_path: Path) -> None:
    path = tmp_path / "wall-shove.md"
    assert str(path) in vastus("new", "wall-shove", "-o", path).out
    answer = vastus("import", path, "--json").json
    assert [each["id"] for each in answer["exercises"]] == ["wall-shove"]
    assert [each for each in answer["findings"] if each["severity"] == "error"] == []


def test_a_new_page_goes_into_the_folder_that_one_is_in(
    vastus: Instance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    vastus("new", "wall-shove")
    text = (tmp_path / "wall-shove.md").read_text("utf-8")
    assert vastus("new", "wall-shove", "-o", "-").out == text
    assert "there already" in vastus("new", "wall-shove", code=2).err
    assert (tmp_path / "wall-shove.md").read_text("utf-8") == text


@pytest.mark.parametrize("name", ["Wall Shove", "wall_shove", "-x", "../x", "", "ä", "x" * 300])
def test_a_name_is_no_id(vastus: Instance, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    vastus("new", "--", name, code=2)
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


def test_a_new_page_that_cannot_be_written_is_told(vastus: Instance, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "cannot be written" in vastus("new", "wall-shove", "-o", tmp_path / "file" / "such.md", code=1).err


def test_an_edit_lies_over_a_shipped_page(vastus: Instance, edited: Edit) -> None:
    assert "kept" in vastus("edit", "sled-push", edited("sled-push", "level: beginner", "level: advanced")).out
    assert vastus("show", "sled-push", "--json").json["level"] == "advanced"
    state = vastus("revisions", "sled-push", "--json").json
    assert (state["overlay"], state["revision"], state["origin"]) == (["level"], 1, "library")
    assert "you changed: level" in vastus("show", "sled-push").out
    assert "your changes: level" in vastus("revisions", "sled-push").out


def test_an_edit_is_taken_back(vastus: Instance, edited: Edit) -> None:
    before = vastus.shown()
    batch = vastus("edit", "sled-push", edited("sled-push", "level: beginner", "level: advanced"), "--json").json[
        "batch"
    ]
    vastus("import", "--undo", batch["number"])
    assert vastus.shown() == before


def test_an_edit_of_an_imported_page_survives_its_revision(vastus: Instance, edited: Edit, tmp_path: Path) -> None:
    url = ("--url", "https://example.org/plank-shove")
    page = tmp_path / "page.txt"
    page.write_text(a_page(tip="Look at the floor."), "utf-8")
    vastus("import", page, *url)
    vastus("edit", "plank-shove", edited("plank-shove", "level: beginner", "level: advanced"))
    page.write_text(a_page(tip="Look at the wall."), "utf-8")
    vastus("import", page, *url)
    exercise = vastus("show", "plank-shove", "--json").json
    assert (exercise["level"], exercise["tips"][0]["text"]) == ("advanced", "Look at the wall.")


def test_an_edit_comes_through_standard_input(vastus: Instance, edited: Edit) -> None:
    text = edited("sled-push", "noise: ", "noise: ").read_bytes().replace(b"level: beginner", b"level: advanced")
    vastus("edit", "sled-push", "-", stdin=text)
    assert vastus("show", "sled-push", "--json").json["level"] == "advanced"


def test_an_edit_that_changes_nothing_is_none(vastus: Instance, edited: Edit) -> None:
    before = vastus.dump()
    same = edited("sled-push", "Sled", "Sled")
    assert vastus("edit", "sled-push", same).out == "nothing was changed\n"
    assert vastus("edit", "sled-push", same, "--json").json == {"batch": None}
    assert vastus.dump() == before


def test_the_id_stays_whatever_the_edited_page_says(vastus: Instance, edited: Edit) -> None:
    vastus("edit", "sled-push", edited("sled-push", "id: sled-push", "id: sledge-push"), code=2)
    assert "sledge-push" not in vastus.ids()


def test_an_editor_is_opened_where_there_is_no_file(vastus: Instance, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "EDITOR" in vastus("edit", "sled-push", code=2).err
    monkeypatch.setattr("command.Stdin.is_terminal", True)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "sed -i s/beginner/advanced/")
    vastus("edit", "sled-push")
    assert vastus("show", "sled-push", "--json").json["level"] == "advanced"
    monkeypatch.setenv("EDITOR", "false")
    assert "the editor 'false' failed" in vastus("edit", "sled-push", code=1).err
    monkeypatch.setenv("EDITOR", "no-such-editor 'unclosed")
    vastus("edit", "sled-push", code=2)


@pytest.mark.parametrize("content", [b"", b"\xff\xff", b"Buy milk.", b"---\nid: [\n---\n", b"\x00" * 100])
def test_an_edited_page_that_cannot_be_read_changes_nothing(vastus: Instance, tmp_path: Path, content: bytes) -> None:
    before = vastus.dump()
    (tmp_path / "bad.md").write_bytes(content)
    vastus("edit", "sled-push", tmp_path / "bad.md", code=1)
    vastus("edit", "sled-push", tmp_path / "missing.md", code=1)
    vastus("edit", "sled-push", tmp_path, code=1)
    vastus("edit", "no-such-exercise", tmp_path / "bad.md", code=1)
    assert vastus.dump() == before


def test_a_merged_exercise_says_what_replaced_it(with_pages: Instance) -> None:
    assert "shove-1 is now shove-2" in with_pages("merge", "shove-1", "shove-2").out
    assert "shove-1" not in with_pages.ids()
    assert "replaced by shove-2" in with_pages("show", "shove-1").out
    assert with_pages("revisions", "shove-1", "--json").json["replaced_by"] == "shove-2"


def test_a_merge_is_taken_back(with_pages: Instance) -> None:
    before = with_pages.shown()
    batch = with_pages("merge", "shove-1", "shove-2", "--json").json["batch"]
    assert batch["kind"] == "merge"
    with_pages("import", "--undo", batch["number"])
    assert with_pages.shown() == before


def test_a_renamed_exercise_keeps_its_old_id(with_pages: Instance) -> None:
    assert "called floor-shove" in with_pages("rename", "shove-1", "floor-shove").out
    assert with_pages("show", "shove-1", "--json").json["id"] == "floor-shove"
    assert with_pages("revisions", "floor-shove", "--json").json["former_ids"] == ["shove-1"]
    assert "was called shove-1" in with_pages("revisions", "shove-1").out
    batch = with_pages("import", "--batches", "--json").json["batches"][0]
    with_pages("import", "--undo", batch["number"])
    assert with_pages("show", "shove-1", "--json").json["id"] == "shove-1"


def test_importing_a_renamed_page_again_changes_nothing(with_pages: Instance, tmp_path: Path) -> None:
    with_pages("rename", "shove-1", "floor-shove")
    before = with_pages.dump()
    assert with_pages("import", tmp_path / "pages", "--json").json["counts"] == {"unchanged": 3}
    assert with_pages.dump() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("merge", "shove-1", "shove-1"),
        ("merge", "shove-1", "nothing"),
        ("merge", "nothing", "shove-1"),
        ("rename", "shove-1", "shove-2"),
        ("rename", "shove-1", "shove-1"),
        ("rename", "shove-1", "Not An Id"),
        ("rename", "shove-1", ""),
        ("rename", "nothing", "something"),
        ("rename", "sled-push", "sledge-push"),
    ],
)
def test_what_cannot_be_merged_or_renamed_is_told(with_pages: Instance, arguments: tuple[str, ...]) -> None:
    before = with_pages.dump()
    with_pages(*arguments, code=1)
    assert with_pages.dump() == before


def test_an_edit_in_an_editor_keeps_what_changed_elsewhere_meanwhile(
    with_pages: Instance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The editor changes something, and while it is open another command does."""
    vastus = with_pages

    def opened(mine: tuple[str, str]) -> None:
        def editor(text: str, name: str) -> str:
            page = tmp_path / "theirs.md"
            page.write_text(text.replace("level: beginner", "level: advanced"), "utf-8")
            vastus("edit", name, page)
            return text.replace(*mine)

        monkeypatch.setattr("vastus.faces.cli.changing._edited", editor)

    opened(("name: Shove 1", "name: Planky"))
    vastus("edit", "shove-1")
    shown = vastus("show", "shove-1", "--json").json
    assert (shown["name"], shown["level"]) == ("Planky", "advanced")
    opened(("level: beginner", "level: intermediate"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    told = vastus("edit", "shove-2", code=1).err
    assert "changed elsewhere while you edited it (level); nothing was stored" in told
    (kept,) = tmp_path.glob("shove-2-*.md")
    assert str(kept) in told.replace("\n", "")
    assert "level: intermediate" in kept.read_text("utf-8")
    assert vastus("show", "shove-2", "--json").json["level"] == "advanced"
