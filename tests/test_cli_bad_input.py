"""What cannot be read costs one sentence each, and the good pages of the batch are stored."""

import os
import re
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Generator, Iterable
from contextlib import suppress
from pathlib import Path

import pytest
from command import PAGES, Instance, a_page, some_pages

from vastus.bootstrap import Parts
from vastus.domain.page import Page
from vastus.errors import PageError
from vastus.store import engine
from vastus.store.library import Store

DEPTH = 10_000


def a_folder(path: Path) -> None:
    path.mkdir()


def a_loop(path: Path) -> None:
    path.symlink_to(path)


def a_fifo(path: Path) -> None:
    os.mkfifo(path)


def content(data: bytes | str) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(data.encode() if isinstance(data, str) else data)


def copy_of(name: str) -> Callable[[Path], object]:
    return lambda path: shutil.copy(PAGES / name, path)


BAD: dict[str, tuple[Callable[[Path], object] | None, str]] = {
    "binary.txt": (content(bytes(range(256)) * 40), "not text"),
    "picture.png": (content(b"\x89PNG\r\n\x1a\n" + bytes(200)), "not text"),
    "random.bin": (content(b"\x81\x8d\x8f\x90\x9d\x01\x02\x03\x04" * 500), "not text"),
    "folder": (a_folder, "no files"),
    "missing.txt": (None, "no such file"),
    "empty.txt": (content(b""), "empty"),
    "blank.txt": (content("\ufeff \u200b\r\n\t\n"), "empty"),
    "long-line.txt": (content(b"a" * 50_000_000), "50 MB"),
    "long-line.json": (content(b'["' + b"a" * 50_000_000 + b'"]'), "none of the known catalogs"),
    "nested-lists.html": (content("<ul><li>" * DEPTH + "deep"), ""),
    "nested-quotes.md": (content("> " * DEPTH + "deep"), ""),
    "nested-arrays.json": (content("[" * DEPTH), ""),
    "nested-objects.json": (content('{"a":' * DEPTH + "1" + "}" * DEPTH), "nested too deeply"),
    "half.json": (content('[{"name": "Push'), "not valid"),
    "words.json": (content("{exercise: push}"), "not valid"),
    "other.json": (content('{"recipes": [1, 2, {"name": "Soup"}]}'), "none of the known catalogs"),
    "numbers.json": (content("[1, 2, 3]"), "none of the known catalogs"),
    "empty-list.json": (content("[]"), ""),
    "null-name.json": (content('[{"name": null, "primaryMuscles": [], "instructions": []}]'), ""),
    "loop.txt": (a_loop, "circle"),
    "pipe.txt": (a_fifo, "no regular file"),
    "broken-utf-16.txt": (content(b"\xff\xfea\x00b"), "UTF-16"),
    "workout.txt": (copy_of("workout-full-body-3-day.txt"), "workout"),
    "recipe.html": (copy_of("recipe-protein-pancakes.html"), ""),
    "login.html": (copy_of("login.html"), ""),
    "not-found.txt": (copy_of("not-found.txt"), ""),
    "log.csv": (copy_of("training-log.csv"), ""),
    "anchors.md": (content("---\nid: &a x\nname: *a\n---\n\n# X\n"), ""),
    "x" * 300 + ".txt": (None, "too long"),
}


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bad")
    for name, (make, _) in BAD.items():
        if make:
            make(folder / name)
    return folder


def test_bad_input_never_stops_the_good_pages_of_its_batch(vastus: Instance, tmp_path: Path, bad: Path) -> None:
    first, last = some_pages(tmp_path / "first", 2), some_pages(tmp_path / "last", 2, first=3)
    answer = vastus("import", first, *(bad / name for name in BAD), last, "--json").json
    assert [exercise["id"] for exercise in answer["exercises"]] == ["shove-1", "shove-2", "shove-3", "shove-4"]
    assert answer["counts"]["added"] == 4
    assert vastus("show", "shove-4", "--json").json["name"] == "Shove 4"
    reasons = {Path(each["path"]).name: each["reason"] for each in answer["rejected"]}
    assert reasons.keys() == BAD.keys()
    wrong = {name: reason for name, reason in reasons.items() if BAD[name][1] not in reason}
    assert wrong == {}
    for reason in reasons.values():
        assert reason.isprintable()
        assert len(reason) < 250
        assert not re.search(r"Errno|Error\b|<class|Exception", reason)


def test_a_person_reads_a_line_for_each(vastus: Instance, tmp_path: Path, bad: Path) -> None:
    answer = vastus("import", *(bad / name for name in list(BAD)[:6]), some_pages(tmp_path / "good", 1))
    assert len(answer.err.splitlines()) == 6
    assert "6  rejected" in answer.out
    assert "1  added" in answer.out


def test_many_refusals_are_not_all_listed(vastus: Instance, tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"note-{number}.txt").write_text("Buy milk.", "utf-8")
    answer = vastus("import", f"{tmp_path}/*.txt", code=1)
    assert len(answer.err.splitlines()) == 13
    assert "28 more" in answer.err


@pytest.mark.parametrize("name", BAD)
def test_bad_input_alone_is_a_failed_job_and_nothing_is_written(vastus: Instance, bad: Path, name: str) -> None:
    before = vastus.dump()
    answer = vastus("import", bad / name, code=1)
    assert len(answer.err.splitlines()) == 1
    assert vastus.dump() == before


def test_a_pattern_that_matches_nothing_is_told(vastus: Instance, tmp_path: Path) -> None:
    assert "no file matches" in vastus("import", f"{tmp_path}/*.nothing", code=1).err


def test_a_loop_of_folders_is_read_once(vastus: Instance, tmp_path: Path) -> None:
    folder = some_pages(tmp_path / "pages", 2)
    (folder / "again").symlink_to(folder)
    assert vastus("import", folder, "--json").json["counts"] == {"added": 2}


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02" * 99, b"Buy milk.", b"\xff" * 99, b"[1"])
def test_bad_standard_input_is_told(vastus: Instance, data: bytes) -> None:
    assert vastus("import", "-", stdin=data, code=1).err.startswith("-: ")


def test_half_characters_are_told(vastus: Instance, tmp_path: Path) -> None:
    (tmp_path / "catalog.json").write_text('[{"name": "Half \\ud800 Push", "instructions": ["Push."]}]', "utf-8")
    assert "surrogate" in vastus("import", tmp_path / "catalog.json", code=1).err


def test_a_files_name_may_be_any_bytes(vastus: Instance, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    good, bad = (os.fsdecode(os.fsencode(folder) + name) for name in (b"/gut-\xe4.txt", b"/schlecht-\xe4.txt"))
    Path(good).write_text(a_page(), "utf-8")
    Path(bad).write_text("Milch kaufen.", "utf-8")
    for arguments in ((folder,), (good, bad)):
        answer = vastus("import", *arguments, "--dry-run", "--json").json
        assert answer["exercises"][0]["source"]["path"].endswith("gut-\ufffd.txt")
        assert answer["rejected"][0]["path"].endswith("schlecht-\ufffd.txt")
    assert "schlecht-\ufffd.txt" in vastus("import", good, bad).err
    assert "gut-\ufffd.txt" in vastus("show", "plank-shove").out.replace("\n", "")
    target = os.fsdecode(os.fsencode(tmp_path) + b"/\xe4")
    assert "\ufffd" in vastus("export", target, "--json").json["path"]
    vastus("backup", target + ".zip")


@pytest.fixture
def without_rights() -> Generator[Callable[[Path], None]]:
    """Takes a path's rights away, from root too: the system then takes us for nobody."""
    done: list[tuple[Path, int]] = []
    is_root = os.geteuid() == 0

    def take(path: Path) -> None:
        if is_root:
            for parent in (path, *path.parents):
                if parent.owner() == "root" and parent.stat().st_mode & 0o005 != 0o005 and parent != path:
                    done.append((parent, parent.stat().st_mode))
                    parent.chmod(parent.stat().st_mode | 0o055)
        done.append((path, path.stat().st_mode))
        path.chmod(path.stat().st_mode & ~0o777 | (0o555 if path.is_dir() and "home" in path.name else 0))
        if is_root:
            os.seteuid(65534)

    yield take
    if is_root:
        os.seteuid(0)
    for path, mode in reversed(done):
        path.chmod(mode)


def test_no_permission_is_told_and_the_rest_goes_on(
    vastus: Instance, tmp_path: Path, without_rights: Callable[[Path], None]
) -> None:
    good = some_pages(tmp_path / "good", 1)
    closed = tmp_path / "closed.txt"
    closed.write_text(a_page(), "utf-8")
    vastus("import", closed, good, "--dry-run", "--json")  # everything is imported before we are nobody
    without_rights(closed)
    answer = vastus("import", closed, good, "--dry-run", "--json").json
    assert [exercise["id"] for exercise in answer["exercises"]] == ["shove-1"]
    assert answer["rejected"] == [{"path": str(closed), "reason": "there is no permission to read it"}]
    assert "no permission" in vastus("check", closed, code=1).err


def test_a_folder_that_may_not_be_read_is_told(
    vastus: Instance, tmp_path: Path, without_rights: Callable[[Path], None]
) -> None:
    closed = some_pages(tmp_path / "closed", 1)
    vastus("import", closed, "--dry-run", "--json")
    without_rights(closed)
    for path in (closed, closed / "page-0001.txt", closed / "*.txt"):
        answer = vastus("import", path, "--dry-run", code=1)
        assert len(answer.err.splitlines()) == 1


def test_a_home_that_may_not_be_written_is_read(
    vastus: Instance, tmp_path: Path, without_rights: Callable[[Path], None]
) -> None:
    page = tmp_path / "page.txt"
    page.write_text(a_page(), "utf-8")
    vastus("import", page, "--dry-run")
    vastus("import", vastus.home, code=1)
    vastus.database.chmod(0o444)
    without_rights(vastus.home)
    assert "Sled Push" in vastus("show", "sled-push").out
    assert vastus("find", "sled", "--json").json["total"] == 7
    assert "1  could be stored" in vastus("import", page, "--dry-run").out
    error = vastus("import", page, code=1).err
    assert "vastus.db" in error
    assert re.search(r"may not be written|cannot be opened|read-?only", error), error


def test_a_home_that_cannot_be_made_is_told(vastus: Instance, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", "utf-8")
    for home in (tmp_path / "file", tmp_path / "file" / "deeper", Path("/proc/no/such"), tmp_path / ("x" * 300)):
        vastus.home = home
        for arguments in (("show", "sled-push"), ("find",), ()):
            vastus(*(arguments or ["--"]), code=1)


def test_a_database_of_another_program_is_left_alone(vastus: Instance) -> None:
    vastus.database.unlink()
    connection = sqlite3.connect(vastus.database)
    connection.execute("CREATE TABLE photos (name)")
    connection.close()
    assert "another program" in vastus("show", "sled-push", code=1).err
    vastus.database.write_bytes(b"no database at all" * 999)
    before = vastus.database.read_bytes()
    for arguments in (("find",), ("import", PAGES / "couch-stretch.txt"), ("backup", vastus.home / "b.zip")):
        assert "restore a backup" in vastus(*arguments, code=1).err
    assert vastus.database.read_bytes() == before


class SmallDisk(Parts):
    """Parts whose database may not grow by more than a few pages."""

    def _open_store(self) -> Store:
        store = super()._open_store()
        with store._database._writing.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 20}")
        return store


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_a_full_disk_ends_the_batch_and_keeps_nothing_of_it(
    vastus: Instance, tmp_path: Path, options: tuple[str, ...]
) -> None:
    before = vastus.dump()
    vastus.parts = SmallDisk
    error = vastus("import", some_pages(tmp_path / "pages", 60), *options, code=1)
    assert "no room left on the disk" in error.err
    assert "nothing was kept; make room" in error.err
    assert error.out == ""
    vastus.parts = Parts
    assert vastus.dump() == before
    assert vastus("import", tmp_path / "pages", "--json").json["counts"] == {"added": 60}


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Generator[Path]:
    """A disk of a megabyte, where the system lets us have one."""
    place = Path(tempfile.mkdtemp(dir=tmp_path))
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "vastus-test", str(place)],
        check=False,
        capture_output=True,
    )
    if not mounted or mounted.returncode:
        pytest.skip("a disk can only be mounted by root")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def fill_up(path: Path) -> None:
    with path.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(bytes(4096)):
            pass


def test_a_disk_that_is_really_full_is_told_by_every_command(vastus: Instance, tmp_path: Path, tiny_disk: Path) -> None:
    shutil.copytree(vastus.home, tiny_disk / "home")
    vastus.home = tiny_disk / "home"
    before = vastus.dump()
    pages = some_pages(tmp_path / "pages", 300)
    assert "no room left on the disk" in vastus("import", pages, code=1).err
    assert vastus.dump() == before
    (tiny_disk / "fill").write_bytes(bytes(100_000))
    fill_up(tiny_disk / "more")
    for arguments in (
        ("import", pages),
        ("export", tiny_disk / "out"),
        ("export", tiny_disk / "out.json"),
        ("backup", tiny_disk / "backup.zip"),
        ("new", "wall-shove", "-o", tiny_disk / "wall-shove.md"),
    ):
        assert "make room" in vastus(*arguments, code=1).err
    assert sorted(path.name for path in tiny_disk.iterdir()) == ["fill", "home", "more"]
    (tiny_disk / "more").unlink()
    assert "Sled Push" in vastus("show", "sled-push").out
    assert vastus.dump() == before


def test_a_busy_database_is_told(vastus: Instance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "WAIT_S", 0.05)
    other = sqlite3.connect(vastus.database)
    other.execute("BEGIN IMMEDIATE")
    assert "something else is writing to it; try again" in vastus("import", some_pages(tmp_path / "p", 1), code=1).err
    assert "Sled Push" in vastus("show", "sled-push").out
    other.close()


def test_a_fault_of_ours_is_a_sentence_too(vastus: Instance, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def broken(*_: object) -> Iterable[Page | PageError]:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr(Parts, "pages", broken)
    before = vastus.dump()
    with pytest.raises(AssertionError, match=r"fault in Vastus itself .ZeroDivisionError: by zero"):
        vastus("import", tmp_path)
    assert vastus.dump() == before
    monkeypatch.setenv("VASTUS_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        vastus("import", tmp_path)
