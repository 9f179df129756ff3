"""What is refused before anything looks at it: a request for another host or from another site, and what is no address.

It is a middleware and no guard of Litestar's, which copies the route's handler for every guard and request (0.02 ms).
"""

from collections.abc import Container

from litestar.datastructures import Headers
from litestar.enums import ScopeType
from litestar.exceptions import ClientException, NotFoundException
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Receive, Scope, Send

from vastus.faces.web.guard import SAFE, check_origin

_LONGEST_SHOWN = 60  # characters of a wrong name


class Door(ASGIMiddleware):
    """Lets in what is addressed to one of these hosts, in small letters (`hosts`)."""

    scopes = (ScopeType.HTTP,)

    def __init__(self, hosts: Container[str]) -> None:
        self._hosts = hosts

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """One request.

        Raises:
            ClientException: it is for another host, or does not say for which.
            PermissionDeniedException: another site's page would change something.
            NotFoundException: its address holds a null character, which no file system takes.
        """
        if scope["type"] != ScopeType.HTTP:
            return
        host = next((value for name, value in scope["headers"] if name == b"host"), b"").decode("latin-1")
        if host.lower() not in self._hosts:
            told = host[:_LONGEST_SHOWN].encode("ascii", "replace").decode() or "nothing"
            raise ClientException(f"the request is for {told}, and this server answers to its own address only")
        if scope["method"] not in SAFE:
            check_origin(Headers.from_scope(scope))
        if "\0" in scope["path"]:
            raise NotFoundException
        await next_app(scope, receive, send)
