"""What every answer over HTTP is: bytes of one kind with an ETag, or 304 where the asker has them already."""

import hashlib
from typing import Any

from litestar import Request, Response
from litestar.response.base import ASGIResponse

JSON = "application/json"
PROBLEM_JSON = "application/problem+json"
HTML = "text/html"
FOREVER = {"cache-control": "public, max-age=31536000, immutable"}  # for what has another address when it changes
KEPT_KEY = "kept"
KEPT = {KEPT_KEY: True}
"""`opt` of a route whose answers depend on the library and the address alone: on no cookie, clock or other header."""


class Answer(Response[bytes]):
    """Bytes that may change at any time, and are sent only where they did."""

    def to_asgi_response(self, request: Request[Any, Any, Any], **settings: Any) -> ASGIResponse:  # type: ignore[override]  # noqa: ANN401  # Litestar's own
        """The answer, or 304 without a body; the answer of a route that is kept is always whole, see `web.kept`."""
        if self.status_code in {None, 200}:
            tag = f'W/"{hashlib.blake2b(self.content, digest_size=12).hexdigest()}"'
            self.headers = {"cache-control": "no-cache", **self.headers, "etag": tag}
            if KEPT_KEY not in request.route_handler.opt and not_modified(
                tag, request.headers.get("if-none-match", "")
            ):
                return ASGIResponse(status_code=304, headers=self.headers)
        return super().to_asgi_response(request=request, **settings)  # type: ignore[reportUnknownMemberType]


def not_modified(tag: str, known: str) -> bool:
    """Whether an If-None-Match header names a tag.

    >>> not_modified('W/"a"', 'W/"b", "a"'), not_modified('W/"a"', "*"), not_modified('W/"a"', "")
    (True, True, False)
    """
    if not known:
        return False
    opaque = tag.removeprefix("W/")
    return any(each.strip().removeprefix("W/") in {opaque, "*"} for each in known.split(","))
