"""What every answer over HTTP is: bytes of one kind with an ETag, or 304 where the asker has them already."""

import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from litestar import Request, Response
from litestar.datastructures import Headers
from litestar.types import Receive, Scope, Send

JSON = "application/json"
PROBLEM_JSON = "application/problem+json"
HTML = "text/html"
FOREVER = {"cache-control": "public, max-age=31536000, immutable"}  # for what has another address when it changes
_TAG = 24  # characters; 96 bits tell apart whatever one address ever answers
KEPT_KEY = "kept"
PACKED_KEY = "packed"
PACKED = {PACKED_KEY: True}  # `opt` of a route whose answers are as small as they get
KEPT = {KEPT_KEY: True}
"""`opt` of a route whose answers depend on the library and the address alone: on no cookie, clock or other header."""

Header = tuple[bytes, bytes]


class Answer(Response[bytes]):
    """Bytes that may change at any time, and are sent only where they did.

    It takes nothing of Litestar's own response but its place: cookies, encoders and headers that can be changed cost
    more than most answers do (0.04 ms), and nothing here has them.
    """

    def __init__(
        self, content: bytes, *, media_type: str, status_code: int = 200, headers: Mapping[str, str] | None = None
    ) -> None:
        self.content, self.media_type, self.status_code = content, media_type, status_code
        self.headers = dict(headers or ())
        self.cookies = []
        self._tag = ""

    @property
    def is_good(self) -> bool:
        """Whether it is what was asked for, and no error."""
        return self.status_code == 200  # noqa: PLR2004  # OK

    @property
    def tag(self) -> str:
        """Another one for other bytes."""
        if not self._tag:
            self._tag = f'W/"{hashlib.sha256(self.content).hexdigest()[:_TAG]}"'
        return self._tag

    def said(self) -> list[Header]:
        """Its headers but for the length; a tag where it is good."""
        said = [(b"content-type", _kind(self.media_type))]
        if self.is_good:
            said.append((b"etag", self.tag.encode()))
            if "cache-control" not in self.headers:
                said.append((b"cache-control", b"no-cache"))
        said += [(name.encode("latin-1"), value.encode("latin-1")) for name, value in self.headers.items()]
        return said

    def to_asgi_response(self, request: Request[Any, Any, Any], **_: Any) -> "Sent":  # type: ignore[override]  # noqa: ANN401  # Litestar's own
        """The answer, or 304 without a body."""
        if self.is_good and self.is_known(self.tag, request.headers):
            return Sent(304, [each for each in self.said() if each[0] != b"content-type"])
        return Sent(self.status_code, [*self.said(), (b"content-length", b"%d" % len(self.content))], self.content)

    def is_known(self, tag: str, asked: Headers) -> bool:
        """Whether the asker says that it has what this tag names."""
        return not_modified(tag, asked.get("if-none-match", ""))


class Sent:
    """An answer on its way: status, headers and body."""

    __slots__ = ("_body", "_headers", "_status")

    def __init__(self, status: int, headers: Sequence[Header], body: bytes = b"") -> None:
        self._status, self._headers, self._body = status, headers, body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002  # as ASGI calls it
        """Send it."""
        await send({"type": "http.response.start", "status": self._status, "headers": self._headers})
        await send({"type": "http.response.body", "body": self._body, "more_body": False})


@cache
def _kind(media_type: str) -> bytes:
    return (f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type).encode()


def not_modified(tag: str, known: str) -> bool:
    """Whether an If-None-Match header names a tag.

    >>> not_modified('W/"a"', 'W/"b", "a"'), not_modified('W/"a"', "*"), not_modified('W/"a"', "")
    (True, True, False)
    """
    if not known:
        return False
    opaque = tag.removeprefix("W/")
    return any(each.strip().removeprefix("W/") in {opaque, "*"} for each in known.split(","))
