"""What every answer over HTTP is: bytes of one kind with an ETag, or 304 where the asker has them already."""

import hashlib
from collections.abc import Mapping
from typing import Any

from litestar import Request, Response
from litestar.datastructures import Headers
from litestar.types import Receive, Scope, Send

JSON = "application/json"
PROBLEM_JSON = "application/problem+json"
HTML = "text/html"
FOREVER = {"cache-control": "public, max-age=31536000, immutable"}  # for what has another address when it changes
KEPT_KEY = "kept"
KEPT = {KEPT_KEY: True}
"""`opt` of a route whose answers depend on the library and the address alone: on no cookie, clock or other header."""


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

    def to_asgi_response(self, request: Request[Any, Any, Any], **_: Any) -> "Sent":  # type: ignore[override]  # noqa: ANN401  # Litestar's own
        """The answer, or 304 without a body; the answer of a route that is kept is always whole, see `web.kept`."""
        kind = f"{self.media_type}; charset=utf-8" if self.media_type.startswith("text/") else self.media_type
        headers = {"content-type": kind, **self.headers}
        if self.status_code != 200:  # noqa: PLR2004  # a good answer
            return Sent(self.status_code, headers, self.content)
        tag = f'W/"{hashlib.blake2b(self.content, digest_size=12).hexdigest()}"'
        headers = {"cache-control": "no-cache", **headers, "etag": tag}
        if KEPT_KEY not in request.route_handler.opt and self.is_known(tag, request.headers):
            return Sent(304, {name: value for name, value in headers.items() if name != "content-type"})
        return Sent(200, headers, self.content)

    def is_known(self, tag: str, asked: Headers) -> bool:
        """Whether the asker says that it has what this tag names."""
        return not_modified(tag, asked.get("if-none-match", ""))


class Sent:
    """An answer on its way: status, headers and body."""

    __slots__ = ("_body", "_headers", "_status")

    def __init__(self, status: int, headers: Mapping[str, str], body: bytes = b"") -> None:
        self._status, self._headers, self._body = status, headers, body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002  # as ASGI calls it
        """Send it."""
        headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in self._headers.items()]
        if self._status != 304:  # noqa: PLR2004  # which speaks of a body that it does not have
            headers.append((b"content-length", b"%d" % len(self._body)))
        await send({"type": "http.response.start", "status": self._status, "headers": headers})
        await send({"type": "http.response.body", "body": self._body, "more_body": False})


def not_modified(tag: str, known: str) -> bool:
    """Whether an If-None-Match header names a tag.

    >>> not_modified('W/"a"', 'W/"b", "a"'), not_modified('W/"a"', "*"), not_modified('W/"a"', "")
    (True, True, False)
    """
    if not known:
        return False
    opaque = tag.removeprefix("W/")
    return any(each.strip().removeprefix("W/") in {opaque, "*"} for each in known.split(","))
