"""HEAD and OPTIONS: every address that answers GET answers HEAD, and says so wherever it lists its methods."""

from litestar import Litestar
from litestar.types import LifeSpanScope, Message, Receive, Scope, Send


class HeadedApp(Litestar):
    """An application that takes HEAD for GET, in one place: routes, what is kept and files know nothing of it.

    Litestar chooses the route by its method before any middleware runs, so it stands before Litestar itself.
    """

    async def __call__(self, scope: Scope | LifeSpanScope, receive: Receive, send: Send) -> None:  # type: ignore[override]
        """One request, or the start and end of the application."""
        if scope["type"] != "http" or scope["method"] == "GET":
            await super().__call__(scope, receive, send)
        elif scope["method"] == "HEAD":
            await super().__call__({**scope, "method": "GET"}, receive, _without_body(send))
        else:
            await super().__call__(scope, receive, self._allowing(scope, send))

    def _allowing(self, scope: Scope, send: Send) -> Send:
        """An `Allow` header that lists every method of the address, HEAD beside GET.

        Litestar's own OPTIONS lists the methods of the handler that was registered first.
        """

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = dict(message["headers"])
                if allowed := headers.get(b"allow"):
                    methods = {each.strip() for each in allowed.decode().split(",")}
                    address = str(scope.get("path_template", ""))  # type: ignore[reportUnknownMemberType]
                    methods |= set(self.route_handler_method_map.get(address, ()))
                    methods |= {"HEAD"} if "GET" in methods else set()
                    message["headers"] = [*{**headers, b"allow": ", ".join(sorted(methods)).encode()}.items()]
            await send(message)

        return told


def _without_body(send: Send) -> Send:
    async def bare(message: Message) -> None:
        await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

    return bare
