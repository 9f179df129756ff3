"""Files and folders as pages: whatever cannot be read becomes one sentence, and the others go on."""

import errno
import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from vastus.domain.page import Page
from vastus.errors import UnreadableFile
from vastus.pages.files import MAX_PAGE, _reason, read_pages

GOOD = "Sled Drag\n\n1. Load it.\n"


def read(*paths: Path | str) -> list[Page | UnreadableFile]:
    return list(read_pages([str(path) for path in paths]))


def reason(path: Path | str) -> str:
    (found,) = read(path)
    assert isinstance(found, UnreadableFile), found
    assert "\n" not in found.reason
    return found.reason


def text(data: bytes, folder: Path) -> str:
    file = folder / "page.txt"
    file.write_bytes(data)
    (found,) = read(file)
    assert isinstance(found, Page), found
    return found.text


def wrote(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def a_loop(folder: Path) -> Path:
    one, other = folder / "one", folder / "other"
    one.symlink_to(other)
    other.symlink_to(one)
    return one


def a_pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipe")
    return folder / "pipe"


def an_empty_folder(folder: Path) -> Path:
    (folder / "empty").mkdir()
    return folder / "empty"


def a_huge_line(folder: Path) -> Path:
    return wrote(folder / "line.txt", b"x" * (50 << 20))


BAD: dict[str, tuple[Callable[[Path], Path | str], str]] = {
    "missing": (lambda folder: folder / "nothing.txt", "no such file"),
    "empty folder": (an_empty_folder, "no files"),
    "loop of links": (a_loop, "circle"),
    "broken link": (lambda folder: (folder / "link").symlink_to("gone") or folder / "link", "no such file"),
    "pipe": (a_pipe, "no regular file"),
    "device": (lambda _: os.devnull, "no regular file"),
    "below a file": (lambda folder: wrote(folder / "f", b"x") / "page.txt", "director"),
    "name with a NUL": (lambda folder: f"{folder}/a\x00b", "character"),
    "name too long": (lambda folder: folder / ("x" * 5000), "too long"),
    "pattern without a match": (lambda folder: f"{folder}/*.nothing", "no file matches"),
    "binary": (lambda folder: wrote(folder / "b", bytes(range(256)) * 40), "not text"),
    "image": (lambda folder: wrote(folder / "b.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), "not text"),
    "line of 50 MB": (a_huge_line, "the most that is read"),
    "UTF-16 that is cut": (lambda folder: wrote(folder / "u", GOOD.encode("utf-16")[:-1]), "UTF-16"),
    "UTF-16 without a mark": (lambda folder: wrote(folder / "u", GOOD.encode("utf-16-le")), "not text"),
    "mark of UTF-8 before something else": (lambda folder: wrote(folder / "u", b"\xef\xbb\xbfcaf\xe9 x"), "UTF-8"),
}


@pytest.mark.parametrize(("make", "says"), BAD.values(), ids=BAD)
def test_what_cannot_be_read_says_why_in_one_sentence(
    make: Callable[[Path], Path | str], says: str, tmp_path: Path
) -> None:
    assert says in reason(make(tmp_path))


@pytest.mark.parametrize(("make", "says"), BAD.values(), ids=BAD)
def test_the_files_around_a_bad_one_are_read(make: Callable[[Path], Path | str], says: str, tmp_path: Path) -> None:
    good = wrote(tmp_path / "good.txt", GOOD.encode())
    first, bad, last = read(good, make(tmp_path), good)
    assert isinstance(first, Page)
    assert isinstance(bad, UnreadableFile)
    assert says in str(bad)
    assert isinstance(last, Page)


@pytest.mark.parametrize(
    ("number", "says"),
    [(errno.EACCES, "permission"), (errno.EPERM, "permission"), (errno.EIO, "disk"), (errno.ENODEV, "no such device")],
)
def test_what_the_system_refuses_is_said_in_plain_words(number: int, says: str) -> None:
    """Root is refused nothing, so the system's answers are made here."""
    assert says in _reason(OSError(number, os.strerror(number)))


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_file_without_permission_says_so(tmp_path: Path) -> None:
    file = wrote(tmp_path / "secret.txt", GOOD.encode())
    file.chmod(0)
    assert "permission" in reason(file)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_without_permission_says_so(tmp_path: Path) -> None:
    wrote(tmp_path / "page.txt", GOOD.encode())
    tmp_path.chmod(0o300)
    found = reason(tmp_path)
    tmp_path.chmod(0o700)
    assert "permission" in found


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", ""),
        (b"\xef\xbb\xbfcaf\xc3\xa9", "café"),
        ("café".encode("utf-16"), "café"),
        ("café".encode("utf-32"), "café"),
        ("café".encode("utf-16-be").join([b"\xfe\xff", b""]), "café"),
        (b"caf\xe9 90\xb0 \x96 done", "café 90° – done"),
        (b"<meta charset=iso-8859-2><p>\xb1</p>", "<meta charset=iso-8859-2><p>ą</p>"),
        (b"<meta charset=rot13><p>\xb1</p>", "<meta charset=rot13><p>±</p>"),
        (b"<meta charset=none-such><p>\xb1</p>", "<meta charset=none-such><p>±</p>"),
        (b"a\r\nb\rc", "a\r\nb\rc"),
    ],
    ids=repr,
)
def test_text_is_decoded_by_its_mark_its_bytes_or_its_word(data: bytes, expected: str, tmp_path: Path) -> None:
    assert text(data, tmp_path) == expected


def test_a_file_cut_inside_a_character_is_read_up_to_it(tmp_path: Path) -> None:
    (found,) = read(wrote(tmp_path / "cut.txt", "Sled – dra".encode() + "é".encode()[:1]))
    assert isinstance(found, Page)
    assert found.text == "Sled – dra"
    assert [finding.rule for finding in found.findings] == ["cut-page"]


def test_another_encoding_than_utf_8_is_a_finding(tmp_path: Path) -> None:
    (found,) = read(wrote(tmp_path / "old.txt", b"caf\xe9 Sled"))
    assert isinstance(found, Page)
    assert [finding.rule for finding in found.findings] == ["legacy-encoding"]


def test_a_folder_is_read_by_name_hidden_files_left_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden.txt"):
        wrote(tmp_path / name, name.encode())
    (tmp_path / "deep").mkdir()
    wrote(tmp_path / "deep" / "c.txt", b"c.txt")
    (tmp_path / ".git").mkdir()
    wrote(tmp_path / ".git" / "config", b"no")
    assert [found.text for found in read(tmp_path) if isinstance(found, Page)] == ["a.txt", "b.txt", "c.txt"]


def test_a_folder_that_holds_a_link_to_itself_is_read_once(tmp_path: Path) -> None:
    wrote(tmp_path / "a.txt", b"a")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert [found.text for found in read(tmp_path) if isinstance(found, Page)] == ["a"]


def test_a_pattern_finds_files_and_folders(tmp_path: Path) -> None:
    wrote(tmp_path / "a.txt", b"a")
    wrote(tmp_path / "b.html", b"b")
    (tmp_path / "c").mkdir()
    wrote(tmp_path / "c" / "d.txt", b"d")
    assert [found.text for found in read(f"{tmp_path}/*.txt") if isinstance(found, Page)] == ["a"]
    assert [found.text for found in read(f"{tmp_path}/**/*.txt") if isinstance(found, Page)] == ["a", "d"]
    assert [found.text for found in read(f"{tmp_path}/c*") if isinstance(found, Page)] == ["d"]


def test_a_name_with_brackets_is_a_name_before_it_is_a_pattern(tmp_path: Path) -> None:
    wrote(tmp_path / "swing [american].txt", b"a")
    (found,) = read(tmp_path / "swing [american].txt")
    assert isinstance(found, Page)


def test_a_page_of_just_the_largest_size_is_read(tmp_path: Path) -> None:
    (found,) = read(wrote(tmp_path / "large.txt", b"x" * MAX_PAGE))
    assert isinstance(found, Page)
    assert "8 MB is the most" in reason(wrote(tmp_path / "larger.txt", b"x" * (MAX_PAGE + 1)))


def test_a_catalog_may_be_larger_than_a_page(tmp_path: Path) -> None:
    (found,) = read(wrote(tmp_path / "catalog.json", b"[" + b" " * (MAX_PAGE + 1) + b"]"))
    assert isinstance(found, Page)


@pytest.mark.parametrize("data", [GOOD.encode(), b"\x00\x01", b""])
def test_standard_input_is_a_page_like_any_other(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    (found,) = read("-")
    assert isinstance(found, UnreadableFile if b"\x00" in data else Page)
    assert (found.path) == "-"
