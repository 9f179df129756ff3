"""What is served as it is: the files below `static/`, each under its name, answered by 304 to who has it already.

Only what lay there when the application was made is answered: an address is looked up, and never becomes a path.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from mimetypes import guess_type
from pathlib import Path

from litestar import Router, get
from litestar.datastructures import Headers
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

from vastus.faces.answer import FOREVER, Answer

_ADDRESS = "/static"
_STATIC = Path(__file__).parent / "static"
_FOREVER = _STATIC / "built"  # scripts have other names when they change, so that a browser may keep them


class FileAnswer(Answer):
    """A file's bytes, with the time at which it was last changed."""

    def __init__(self, file: Path) -> None:
        self._changed = datetime.fromtimestamp(int(file.stat().st_mtime), UTC)
        headers = {"last-modified": format_datetime(self._changed, usegmt=True)}
        if file.is_relative_to(_FOREVER):
            headers |= FOREVER
        kind = guess_type(file.name)[0] or "application/octet-stream"
        super().__init__(file.read_bytes(), media_type=kind, headers=headers)

    def is_known(self, tag: str, asked: Headers) -> bool:
        """A tag decides; only who sends none is asked for the time (RFC 9110, 13.2.2)."""
        if "if-none-match" in asked:
            return super().is_known(tag, asked)
        return _is_since(self._changed, asked.get("if-modified-since", ""))


def _is_since(changed: datetime, known: str) -> bool:
    """Whether an If-Modified-Since header names the time of a change or a later one; one that is no date does not.

    >>> since = datetime(2026, 11, 25, tzinfo=UTC)
    >>> _is_since(since, "Wed, 25 Nov 2026 00:00:00 GMT"), _is_since(since, "Tue, 24 Nov 2026 00:00:00 GMT")
    (True, False)
    >>> _is_since(since, "yesterday"), _is_since(since, "")
    (False, False)
    """
    try:
        asked = parsedate_to_datetime(known)
    except ValueError:
        return False
    return changed <= (asked if asked.tzinfo else asked.replace(tzinfo=UTC))


def static_files(folder: Path = _STATIC) -> Router:
    """The route of every file below a folder."""
    known = {f"/{file.relative_to(folder).as_posix()}": file for file in _files(folder)}

    @get("/{name:path}", sync_to_thread=False, include_in_schema=False)
    def file(name: FromPath[Path]) -> FileAnswer:
        found = known.get(name.as_posix())
        if found is None or not found.is_file():
            raise NotFoundException
        return FileAnswer(found)

    return Router(_ADDRESS, route_handlers=[file], include_in_schema=False)


def _files(folder: Path) -> Iterable[Path]:
    return (each for each in folder.rglob("*") if each.is_file())
