"""HEAD: every address that answers GET answers it, with the same headers and no body."""

from litestar import Litestar
from litestar.types import LifeSpanScope, Message, Receive, Scope, Send


class HeadedApp(Litestar):
    """An application that takes HEAD for GET, in one place: routes, what is kept and files know nothing of it.

    Litestar chooses the route by its method before any middleware runs, so it stands before Litestar itself.
    """

    async def __call__(self, scope: Scope | LifeSpanScope, receive: Receive, send: Send) -> None:  # type: ignore[override]
        """One request, or the start and end of the application."""
        if scope["type"] == "http" and scope["method"] == "HEAD":
            await super().__call__({**scope, "method": "GET"}, receive, _without_body(send))
        else:
            await super().__call__(scope, receive, send)


def _without_body(send: Send) -> Send:
    async def bare(message: Message) -> None:
        await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

    return bare
