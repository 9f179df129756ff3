"""`vastus export`, `backup`, `restore`: everything out, and in again, identical."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from command import OWN, Instance, Stdin, a_page, some_pages


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the instance stands that has lived, once it has."""
    return tmp_path_factory.mktemp("lived") / "home"


@pytest.fixture
def lived_in(vastus: Instance, tmp_path: Path, template: Path) -> Instance:
    """An instance in which everything has happened once."""
    if not template.exists():
        live(vastus, tmp_path)
        for path in tmp_path.iterdir():
            if path != vastus.home:
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        shutil.copytree(vastus.home, template)
    shutil.rmtree(vastus.home)
    shutil.copytree(template, vastus.home)
    return vastus


def live(vastus: Instance, tmp_path: Path) -> None:
    pages = some_pages(tmp_path / "pages", 4)
    vastus("import", pages, OWN)
    changed = tmp_path / "changed.txt"
    for tip in ("Look at the floor.", "Look at the wall."):
        changed.write_text(a_page(tip=tip), "utf-8")
        vastus("import", changed, "--url", "https://example.org/plank-shove")
    edited = tmp_path / "edited.md"
    edited.write_text(
        vastus("show", "sled-push", "--markdown").out.replace("level: beginner", "level: advanced"), "utf-8"
    )
    vastus("edit", "sled-push", edited)
    vastus("merge", "shove-1", "shove-2")
    vastus("rename", "shove-3", "third-shove")
    page = tmp_path / "page.txt"
    page.write_text(a_page("Undone Shove"), "utf-8")
    vastus("import", "--undo", vastus("import", page, "--json").json["batch"])


def state(instance: Instance, *ids: str) -> dict[str, object]:
    """All that a person can see of an instance."""
    seen = [*instance.ids(), *ids]
    return {
        "batches": instance("import", "--batches", "--json").json,
        "exercises": {each: instance("show", each, "--json").json for each in seen},
        "revisions": {each: instance("revisions", each, "--json").json for each in seen},
        "findings": {each: instance("check", each, "--json").json for each in seen},
    }


FORMER = ("shove-1", "shove-3")


@pytest.mark.parametrize("target", ["out", "out.json"])
def test_an_export_taken_in_elsewhere_is_identical(
    lived_in: Instance, elsewhere: Instance, tmp_path: Path, target: str
) -> None:
    said = lived_in("export", tmp_path / target, "--json").json
    assert said.keys() == {"exercises", "records", "path"}
    taken = elsewhere("import", tmp_path / target, "--json").json
    assert taken == {"records": said["records"], "edited": [], "rejected": []}
    assert elsewhere.dump() == lived_in.dump()
    assert state(elsewhere, *FORMER) == state(lived_in, *FORMER)


def test_an_export_of_an_export_is_the_same_file(lived_in: Instance, elsewhere: Instance, tmp_path: Path) -> None:
    lived_in("export", tmp_path / "one.json")
    elsewhere("import", tmp_path / "one.json")
    elsewhere("export", tmp_path / "two.json")
    assert (tmp_path / "two.json").read_bytes() == (tmp_path / "one.json").read_bytes()


def test_an_export_is_markdown_that_people_read(lived_in: Instance, tmp_path: Path) -> None:
    answer = lived_in("export", tmp_path / "out")
    assert "15 exercises" in answer.out
    files = sorted(path.stem for path in (tmp_path / "out" / "exercises").iterdir())
    assert files == sorted(lived_in.ids())
    text = (tmp_path / "out" / "exercises" / "sled-push.md").read_text("utf-8")
    assert text == lived_in("show", "sled-push", "--markdown").out


def test_an_export_of_one_file_is_json(lived_in: Instance, tmp_path: Path) -> None:
    lived_in("export", tmp_path / "out.json")
    assert json.loads((tmp_path / "out.json").read_text("utf-8"))["format"] == "vastus-export"


def test_a_page_edited_in_the_export_becomes_an_edit(lived_in: Instance, elsewhere: Instance, tmp_path: Path) -> None:
    lived_in("export", tmp_path / "out")
    page = tmp_path / "out" / "exercises" / "sled-drag.md"
    page.write_text(page.read_text("utf-8").replace("level: beginner", "level: advanced"), "utf-8")
    taken = elsewhere("import", tmp_path / "out", "--json").json
    assert taken["edited"] == ["sled-drag"]
    assert elsewhere("show", "sled-drag", "--json").json["level"] == "advanced"
    assert elsewhere("revisions", "sled-drag", "--json").json["overlay"] == ["level"]
    elsewhere("import", "--undo", elsewhere("import", "--batches", "--json").json["batches"][0]["number"])
    assert elsewhere("show", "sled-drag", "--json").json["level"] == "beginner"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda text: text.replace("id: sled-drag", "id: sledge-drag").encode(), "vastus rename"),
        (lambda text: text.encode("utf-16-le"), ""),
        (lambda _: b"\xff\xfe\xfd", "UTF-8"),
        (lambda _: b"", "empty"),
        (lambda _: b"---\nid: [\n---\n", ""),
    ],
)
def test_a_page_spoilt_in_the_export_is_told_and_the_facts_stand(
    lived_in: Instance, elsewhere: Instance, tmp_path: Path, change: object, words: str
) -> None:
    lived_in("export", tmp_path / "out")
    page = tmp_path / "out" / "exercises" / "sled-drag.md"
    page.write_bytes(change(page.read_text("utf-8")))  # type: ignore[operator]  # a function of the table
    taken = elsewhere("import", tmp_path / "out", "--json").json
    (refused,) = taken["rejected"]
    assert refused["path"] == str(page)
    assert words in refused["reason"]
    assert elsewhere.dump() == lived_in.dump()


def test_a_page_added_to_the_export_is_told(lived_in: Instance, elsewhere: Instance, tmp_path: Path) -> None:
    lived_in("export", tmp_path / "out")
    lived_in("new", "wall-shove", "-o", tmp_path / "out" / "exercises" / "wall-shove.md")
    answer = elsewhere("import", tmp_path / "out")
    assert "import the file by itself" in answer.err


@pytest.mark.parametrize("target", ["out", "out.json"])
@pytest.mark.parametrize("part", [0.2, 0.5, 0.95])
def test_a_cut_export_is_refused_whole(
    lived_in: Instance, elsewhere: Instance, tmp_path: Path, target: str, part: float
) -> None:
    lived_in("export", tmp_path / target)
    facts = tmp_path / target / "vastus.jsonl" if target == "out" else tmp_path / target
    lines = facts.read_bytes().splitlines(keepends=True)
    before = elsewhere.dump()
    facts.write_bytes(b"".join(lines[: int(len(lines) * part)]))
    assert "not the whole export" in elsewhere("import", tmp_path / target, code=1).err
    facts.write_bytes(b"".join(lines)[: int(sum(map(len, lines)) * part)])
    elsewhere("import", tmp_path / target, code=1)
    assert elsewhere.dump() == before


DAMAGE = [
    (b'"version": 1', b'"version": 2', "newer version"),
    (b'"version": 1', b'"version": "x"', "newer version"),
    (b'"version": 1', b'"release": 1', "damaged"),
    (b'["exercise", ', b'["person", ', ""),
    (b'["exercise", {', b'["exercise", [', "damaged"),
    (b'["revision", ', b'["revision", 7, ', "damaged"),
]


@pytest.mark.parametrize("damage", DAMAGE, ids=lambda damage: damage[1].decode())
def test_a_damaged_export_is_refused_whole(
    lived_in: Instance, elsewhere: Instance, tmp_path: Path, damage: tuple[bytes, bytes, str]
) -> None:
    old, new, words = damage
    path = tmp_path / "out.json"
    lived_in("export", path)
    path.write_bytes(path.read_bytes().replace(old, new, 1))
    before = elsewhere.dump()
    assert words in elsewhere("import", path, code=1).err
    assert elsewhere.dump() == before


def test_an_export_goes_only_where_nothing_else_is(lived_in: Instance, elsewhere: Instance, tmp_path: Path) -> None:
    lived_in("export", tmp_path / "out.json")
    elsewhere("import", OWN)
    before = elsewhere.dump()
    elsewhere("import", tmp_path / "out.json", code=1)
    assert elsewhere.dump() == before


def test_a_folder_in_use_is_not_written_over(vastus: Instance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    assert "not empty" in vastus("export", tmp_path, code=2).err
    assert "there already" in vastus("export", tmp_path / "file", code=2).err
    assert "there already" in vastus("export", "/dev/null", code=2).err
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert "that you are in" in vastus("export", ".", code=2).err
    vastus("export", "", code=2)
    vastus("export", "/", code=2)
    assert list((tmp_path / "here").iterdir()) == []


def test_an_export_into_an_empty_folder_fills_it(vastus: Instance, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    vastus("export", tmp_path / "out")
    assert (tmp_path / "out" / "vastus.jsonl").exists()


@pytest.mark.parametrize("target", ["x/" * 3000, "y" * 300, "y" * 300 + ".json", "file/out", "file/out.json"])
@pytest.mark.parametrize("command", ["export", "backup"])
def test_a_place_that_cannot_be_written_is_told(vastus: Instance, tmp_path: Path, command: str, target: str) -> None:
    (tmp_path / "file").touch()
    vastus(command, tmp_path / target, code=1)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "home"]


def test_an_interrupted_export_leaves_nothing(
    vastus: Instance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("vastus.usecases.export_library._encoded", interrupted)
    for target in ("out", "out.json"):
        assert vastus("export", tmp_path / target, code=130).err.startswith("vastus: interrupted")
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


def test_a_backup_comes_back_identical(lived_in: Instance, elsewhere: Instance, tmp_path: Path) -> None:
    manifest = lived_in("backup", tmp_path / "all.zip", "--json").json
    assert manifest["counts"]["exercise"] == 16
    answer = elsewhere("restore", tmp_path / "all.zip", "--json").json
    assert answer["restored"] == manifest
    assert elsewhere.dump() == lived_in.dump()
    assert state(elsewhere, *FORMER) == state(lived_in, *FORMER)


def test_a_backup_says_what_it_holds(lived_in: Instance, tmp_path: Path) -> None:
    out = lived_in("backup", tmp_path / "all.zip").out
    assert "16 exercises" in out
    assert "batches" in out
    assert f"vastus restore {tmp_path / 'all.zip'}" in out


def test_restore_over_an_instance_keeps_what_was_there(lived_in: Instance, tmp_path: Path) -> None:
    lived_in("backup", tmp_path / "old.zip")
    old = lived_in.dump()
    lived_in("import", some_pages(tmp_path / "more", 2, first=50))
    newer = lived_in.dump()
    answer = lived_in("restore", tmp_path / "old.zip", "--yes", "--json").json
    assert lived_in.dump() == old
    lived_in("restore", answer["before"], "--yes")
    assert lived_in.dump() == newer


def test_restore_into_nothing_makes_the_instance(lived_in: Instance, elsewhere: Instance, tmp_path: Path) -> None:
    lived_in("backup", tmp_path / "all.zip")
    elsewhere.home = tmp_path / "new" / "home"
    answer = elsewhere("restore", tmp_path / "all.zip")
    assert "what was there before" not in answer.out
    assert elsewhere.dump() == lived_in.dump()


@pytest.mark.parametrize(("answer", "code"), [(b"n\n", 1), (b"y\n", 0), (b"", 130)])
def test_restore_asks_on_a_terminal(
    lived_in: Instance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: bytes, code: int
) -> None:
    lived_in("backup", tmp_path / "old.zip")
    lived_in("import", some_pages(tmp_path / "more", 2, first=50))
    before = lived_in.dump()
    monkeypatch.setattr(Stdin, "is_terminal", True)
    found = lived_in("restore", tmp_path / "old.zip", stdin=answer, code=code)
    assert "Replace everything" in found.out + found.err
    assert (lived_in.dump() == before) is bool(code)


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "no backup"), (b"PK\x03\x04 not really", "no backup"), (b"hello" * 1000, "no backup")],
)
def test_what_is_no_backup_is_refused(vastus: Instance, tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "bad.zip").write_bytes(content)
    before = vastus.dump()
    assert words in vastus("restore", tmp_path / "bad.zip", "--yes", code=1).err
    assert vastus.dump() == before


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.999])
def test_a_cut_backup_is_refused(lived_in: Instance, tmp_path: Path, part: float) -> None:
    path = tmp_path / "all.zip"
    lived_in("backup", path)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * part)])
    before = lived_in.dump()
    lived_in("restore", path, "--yes", code=1)
    assert lived_in.dump() == before


def test_a_backup_with_another_database_is_refused(lived_in: Instance, tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    lived_in("backup", path)
    with zipfile.ZipFile(path) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in held.items():
            archive.writestr(name, data[:-1] + b"!" if name.endswith(".db") else data)
    assert "not the one" in lived_in("restore", path, "--yes", code=1).err


@pytest.mark.parametrize("name", ["nothing.zip", "x" * 5000, ".", ""])
def test_a_missing_backup_is_told(vastus: Instance, tmp_path: Path, name: str) -> None:
    vastus("restore", f"{tmp_path}/{name}", "--yes", code=1)


def test_bench_belongs_to_a_checkout(vastus: Instance, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vastus.faces.cli.keeping.__file__", "/nowhere/a/b/c/d/keeping.py")
    assert "checkout" in vastus("bench", code=2).err
