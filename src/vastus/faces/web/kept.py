"""Answers that are kept while the library stays as it is.

Only routes that say so (`opt=KEPT`) are: what they answer depends on the library and on the address alone, on no cookie
and no other header. Before every request the library is asked whether it has changed; then everything is forgotten.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from threading import Lock

from isal import isal_zlib
from litestar.datastructures import Headers
from litestar.enums import ScopeType
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from vastus.faces.answer import KEPT_KEY, not_modified

MOST_BYTES = 16 << 20
"""All that is kept, together; about 1,500 exercise pages as browsers take them, packed."""

_LARGEST = MOST_BYTES // 16  # one answer may not drive all others out
_PACKED_FROM = 700  # bytes; below, packing makes nothing smaller
_LEVEL = 2  # of ISA-L: level 3 takes twice as long, to make 21.2 kB into 20.6
_GZIP = 31  # the widest window, with a gzip header: what zlib calls `wbits`
_pack: Callable[[bytes, int, int], bytes] = isal_zlib.compress  # type: ignore[reportUnknownMemberType]  # untyped data
_unpack: Callable[[bytes, int], bytes] = isal_zlib.decompress  # type: ignore[reportUnknownMemberType]  # as above
_OVERHEAD = 1_000  # bytes, about, that an entry takes beside its texts

_OF_304 = frozenset({b"etag", b"cache-control", b"vary"})

_Key = tuple[str, bytes]


@dataclass(frozen=True, slots=True)
class Ready:
    """An answer as it is sent: its headers but for those of its body, its tag, and the body plain or packed, not both.

    Once somebody took it packed it is kept so: nearly everybody takes it so, and it is a quarter of the bytes.
    """

    headers: tuple[tuple[bytes, bytes], ...]
    tag: str
    body: bytes
    is_packed: bool = False

    @property
    def size(self) -> int:
        """How many bytes it takes, about."""
        return len(self.body) + _OVERHEAD

    def packed(self) -> "Ready":
        """The same for who takes gzip; as it is, where packing would make nothing smaller."""
        if self.is_packed or len(self.body) < _PACKED_FROM:
            return self
        return replace(self, body=_pack(self.body, _LEVEL, _GZIP), is_packed=True)

    def plain(self) -> "Ready":
        """The same for who does not."""
        return replace(self, body=_unpack(self.body, _GZIP), is_packed=False) if self.is_packed else self


class Kept:
    """Ready answers by address, the least lately asked for thrown away first; for any number of threads."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most, self._bytes = most_bytes, 0
        self._ready: OrderedDict[_Key, tuple[Ready, int]] = OrderedDict()
        self._state = ""
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._ready)

    @property
    def size(self) -> int:
        """How many bytes are kept, about."""
        return self._bytes

    def get(self, state: str, key: _Key) -> Ready | None:
        """What was answered at an address while the library was in this state."""
        with self._lock:
            self._turn_to(state)
            found = self._ready.get(key)
            if found is None:
                return None
            self._ready.move_to_end(key)
            return found[0]

    def put(self, state: str, key: _Key, ready: Ready) -> None:
        """Keep an answer, in place of what was kept under its address."""
        size = len(key[0]) + len(key[1]) + ready.size
        if size > _LARGEST:
            return
        with self._lock:
            if state != self._state:
                return  # made before a change that another request has seen
            _, before = self._ready.pop(key, (None, 0))
            self._ready[key] = ready, size
            self._bytes += size - before
            while self._bytes > self._most:
                _, (_, left) = self._ready.popitem(last=False)
                self._bytes -= left

    def _turn_to(self, state: str) -> None:
        if state != self._state:
            self._ready.clear()
            self._state, self._bytes = state, 0


class KeptAnswers(ASGIMiddleware):
    """Answers from what is kept where the library is still as it was; packs, and says 304, for routes that are kept.

    It must stand behind the check of the Host header: it answers without asking what is behind itself.
    """

    scopes = (ScopeType.HTTP,)

    def __init__(self, state: Callable[[], str], kept: Kept) -> None:
        self._state, self._kept = state, kept

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """One request."""
        if scope["type"] != ScopeType.HTTP or scope["method"] != "GET" or KEPT_KEY not in scope["route_handler"].opt:
            await next_app(scope, receive, send)
            return
        state, key = self._state(), (scope["path"], scope["query_string"])
        known = self._kept.get(state, key)
        ready = known or await _heard(scope, receive, send, next_app)
        if ready is None:
            return  # no good answer; it has gone out
        asked = Headers.from_scope(scope)
        if not_modified(ready.tag, asked.get("if-none-match", "")):
            await _send(send, 304, [each for each in ready.headers if each[0] in _OF_304])
        elif takes_gzip(asked.get("accept-encoding", "")):
            ready = ready.packed()
            packed = [(b"content-encoding", b"gzip")] if ready.is_packed else []
            await _send(send, 200, [*ready.headers, *packed], ready.body)
        else:
            shown = ready.plain()
            await _send(send, 200, shown.headers, shown.body)
        if ready is not known:
            self._kept.put(state, key, ready)


async def _heard(scope: Scope, receive: Receive, send: Send, app: ASGIApp) -> Ready | None:
    """A good answer of an application, held back; None where it was another one, which is let through."""
    heard = _Heard(send)
    await app(scope, receive, heard)
    return heard.ready


class _Heard:
    """Stands in for `send`: holds a good answer of one piece back, and lets everything else through."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message | None = None
        self.ready: Ready | None = None

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == 200:  # noqa: PLR2004  # a good answer
            self._start = message
            return
        start, self._start = self._start, None
        if message["type"] == "http.response.body" and start is not None and start["type"] == "http.response.start":
            headers = [(name.lower(), value) for name, value in start["headers"]]
            tag = dict(headers).get(b"etag")
            if tag is not None and not message.get("more_body"):
                kept = [each for each in headers if each[0] not in {b"content-length", b"vary"}]
                self.ready = Ready((*kept, (b"vary", b"accept-encoding")), tag.decode(), bytes(message["body"]))
                return
            await self._send(start)
        await self._send(message)


def takes_gzip(accepted: str) -> bool:
    """Whether an Accept-Encoding header takes gzip.

    >>> takes_gzip("br, gzip;q=0.5"), takes_gzip("gzip;q=0"), takes_gzip("")
    (True, False, False)
    """
    for each in accepted.lower().split(","):
        name, _, weight = each.partition(";")
        if name.strip() in {"gzip", "x-gzip", "*"}:
            return weight.replace(" ", "").removeprefix("q=").strip("0.") != "" if weight else True
    return False


async def _send(send: Send, status: int, headers: Sequence[tuple[bytes, bytes]], body: bytes | None = None) -> None:
    length = [] if body is None else [(b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": [*headers, *length]})
    await send({"type": "http.response.body", "body": body or b"", "more_body": False})
