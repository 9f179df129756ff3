"""What is served as it is: the files below `static/`, each under its name, answered by 304 to who has it already.

Only what lay there when the application was made is answered: an address is looked up, and never becomes a path.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from mimetypes import guess_type
from pathlib import Path
from typing import Any

from litestar import Request, Router, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response.base import ASGIResponse

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

    def to_asgi_response(self, request: Request[Any, Any, Any], **settings: Any) -> ASGIResponse:  # noqa: ANN401  # Litestar's own
        """The file, or 304: a tag decides; only who sends none is asked for the time (RFC 9110, 13.2.2)."""
        answer = super().to_asgi_response(request, **settings)
        known = request.headers
        if "if-none-match" not in known and _is_since(self._changed, known.get("if-modified-since", "")):
            return ASGIResponse(status_code=304, headers=self.headers)
        return answer


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
