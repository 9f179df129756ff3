"""Files and folders as pages. Whatever cannot be read becomes one sentence, and the others go on."""

import codecs
import errno
import glob
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from vastus.domain.page import Finding, Page, Severity
from vastus.errors import UnreadableFile

MAX_PAGE = 8 << 20  # bytes; the longest saved page seen has under one million
MAX_CATALOG = 128 << 20  # bytes; today's largest open catalog has under ten million
_PEEK = 8192
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)
_REASONS = {
    errno.ENOENT: "there is no such file",
    errno.EACCES: "there is no permission to read it",
    errno.EPERM: "there is no permission to read it",
    errno.ELOOP: "its symbolic links lead in a circle",
    errno.EISDIR: "it is a folder",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EIO: "the disk cannot read it",
}


def read_pages(paths: Iterable[str]) -> Iterator[Page | UnreadableFile]:
    """Every page below the given files, folders and patterns; "-" is standard input.

    Yields, never raises, what cannot be read, so that one bad file does not stop the others.
    """
    for path in paths:
        if path == "-":
            yield page_of_bytes(sys.stdin.buffer.read(MAX_CATALOG + 1), "-")
            continue
        for file in _expanded(path):
            yield _nameable(file if isinstance(file, UnreadableFile) else _read_file(file))


def _nameable(page: Page | UnreadableFile) -> Page | UnreadableFile:
    """The same under a name that is text: a file's name may be any bytes, a JSON report and a database hold text."""
    path = page.path or ""
    shown = os.fsencode(path).decode("utf-8", "replace")
    if shown == path:
        return page
    return UnreadableFile(shown, page.reason) if isinstance(page, UnreadableFile) else replace(page, path=shown)


def _expanded(path: str) -> Iterator[str | UnreadableFile]:
    if os.path.isdir(path):  # noqa: PTH112  # a loop of links is False here and told below
        yield from _below(path)
    elif not os.path.lexists(path) and glob.has_magic(path):
        found = sorted(glob.glob(path, recursive=True))  # noqa: PTH207  # the pattern may be absolute
        if not found:
            yield UnreadableFile(path, "no file matches the pattern")
        for each in found:
            yield from _expanded(each) if os.path.isdir(each) else (each,)  # noqa: PTH112  # as above
    else:
        yield path


def _below(folder: str) -> Iterator[str | UnreadableFile]:
    """The files below a folder, by name; hidden ones are left out, folders met twice are read once."""
    seen: set[tuple[int, int]] = set()
    failed: list[OSError] = []
    count = 0
    for root, folders, files in os.walk(folder, followlinks=True, onerror=failed.append):
        status = os.stat(root)  # noqa: PTH116  # a path from os.walk
        if (status.st_dev, status.st_ino) in seen:
            folders.clear()
            continue
        seen.add((status.st_dev, status.st_ino))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                count += 1
                yield os.path.join(root, name)  # noqa: PTH118  # text paths all along
    for error in failed:
        yield UnreadableFile(str(error.filename), _reason(error))
    if not count and not failed:
        yield UnreadableFile(folder, "the folder has no files")


def _reason(error: OSError) -> str:
    return _REASONS.get(error.errno or 0, (error.strerror or str(error)).lower())


def _read_file(path: str) -> Page | UnreadableFile:
    try:
        status = os.stat(path)  # noqa: PTH116  # text paths all along
        if stat.S_ISDIR(status.st_mode):
            return UnreadableFile(path, "it is a folder")
        if not stat.S_ISREG(status.st_mode):
            return UnreadableFile(path, "it is no regular file")
        with open(path, "rb") as file:  # noqa: PTH123  # text paths all along
            data = file.read(_PEEK)
            limit = MAX_CATALOG if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[") else MAX_PAGE
            if status.st_size > limit:
                return UnreadableFile(path, _too_large(status.st_size, limit))
            if len(data) == _PEEK:  # less is the whole file
                data += file.read(limit + 1)
    except OSError as error:
        return UnreadableFile(path, _reason(error))
    except ValueError:
        return UnreadableFile(path, "the name holds a character that no file can have")
    return page_of_bytes(data, path)


def _too_large(size: int, limit: int) -> str:
    return f"it has {size / 1e6:.0f} MB; {limit >> 20} MB is the most that is read"


def page_of_bytes(data: bytes, path: str) -> Page | UnreadableFile:
    """The page that a file of this name holds, or why it is none: its encoding is told by what is in it."""
    is_json = data[:_PEEK].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")
    limit = MAX_CATALOG if is_json else MAX_PAGE
    if len(data) > limit:
        return UnreadableFile(path, _too_large(len(data), limit))
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return Page(data.decode(encoding), path=path)
            except UnicodeDecodeError:
                return UnreadableFile(
                    path, f"it says that it is {encoding.upper().removesuffix('-SIG')}, but it is not"
                )
    if b"\x00" in data[:_PEEK]:
        return UnreadableFile(path, "it is not text")
    try:
        return Page(data.decode("utf-8"), path=path)
    except UnicodeDecodeError as error:
        if error.end >= len(data) - 3 and error.reason == "unexpected end of data":
            return Page(data[: error.start].decode("utf-8"), path=path, findings=(_CUT,))
        return _legacy(data, path)


def _legacy(data: bytes, path: str) -> Page | UnreadableFile:
    declared = _CHARSET.search(data[:4096])
    for encoding in (declared[1].decode("ascii") if declared else "cp1252", "cp1252"):
        try:
            codec = codecs.lookup(encoding)
            if not codec._is_text_encoding or codec.name == "utf-8":  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # no public way
                continue
            text = data.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            continue
        if (
            sum(character < " " and character not in "\t\r\n\x0b\x0c" for character in text[:_PEEK])
            > len(text[:_PEEK]) // 50
        ):
            break
        finding = Finding(
            rule="legacy-encoding",
            field="source",
            severity=Severity.INFO,
            message=f"the page is not UTF-8; it was read as {codec.name}",
            hint="look at accented letters and dashes",
        )
        return Page(text, path=path, findings=(finding,))
    return UnreadableFile(path, "it is not text, or in an encoding that cannot be told")


_CUT = Finding(
    rule="cut-page",
    field="source",
    severity=Severity.WARNING,
    message="the file ends in the middle of a character",
    hint="look the end up at the source; what is there was kept",
)
