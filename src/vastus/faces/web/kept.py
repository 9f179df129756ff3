"""Answers that are kept while the library stays as it is.

Only routes that say so (`opt=KEPT`) are: what they answer depends on the library and on the address alone, on no cookie
and no other header. Before every request the library is asked whether it has changed; then everything is forgotten.
"""

from collections import OrderedDict
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, replace
from threading import Lock
from typing import Any, NamedTuple

from isal import isal_zlib
from litestar import Litestar
from litestar.types import HTTPScope, LifeSpanScope, Receive, Scope, Send

from vastus.errors import VastusError
from vastus.faces.answer import Header, not_modified
from vastus.faces.web.recipes import Recipes

MOST_BYTES = 10 << 20
"""All that is kept, together; about 500 exercise pages as browsers take them, packed."""

_LARGEST = MOST_BYTES // 16  # one answer may not drive all others out
_PACKED_FROM = 700  # bytes; below, packing makes nothing smaller
_LEVEL = 2  # of ISA-L: level 3 takes twice as long, to make 21.2 kB into 20.6
_GZIP = 31  # the widest window, with a gzip header: what zlib calls `wbits`
_pack: Callable[[bytes, int, int], bytes] = isal_zlib.compress  # type: ignore[reportUnknownMemberType]  # untyped data
_unpack: Callable[[bytes, int], bytes] = isal_zlib.decompress  # type: ignore[reportUnknownMemberType]  # as above
_OVERHEAD = 1_000  # bytes, about, that an entry takes beside its texts

_READ = frozenset({b"host", b"if-none-match", b"accept-encoding"})

_Key = tuple[str, bytes]


class Reply(NamedTuple):
    """What goes out."""

    status: int
    headers: Sequence[Header]
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Ready:
    """An answer as it is sent: its headers but for those of its body, its tag, and the body plain or packed, not both.

    Once somebody took it packed it is kept so: nearly everybody takes it so, and it is a quarter of the bytes.
    """

    headers: tuple[Header, ...]
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

    def reply(self) -> Reply:
        """It, going out as it is."""
        encoding = ((b"content-encoding", b"gzip"),) if self.is_packed else ()
        return _whole(200, (*self.headers, *encoding), self.body)


def _whole(status: int, headers: Iterable[Header], body: bytes) -> Reply:
    return Reply(status, (*headers, (b"content-length", b"%d" % len(body))), body)


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


class KeptAnswers:
    """Replies from what is kept, where the library is still as it was, else from a fresh answer that is kept then.

    `hosts` are whom it answers for, `state` is the library's, `headers` go on every reply.
    """

    def __init__(
        self, hosts: Container[str], state: Callable[[], str], kept: Kept, headers: Sequence[Header] = ()
    ) -> None:
        self._hosts, self._state, self._kept = hosts, state, kept
        self._headers = (*headers, (b"vary", b"accept-encoding"))

    def reply(self, scope: HTTPScope, recipes: Recipes) -> Reply | None:
        """The reply to a request; None for all that is none of a route that is kept, or has no good answer."""
        asked = _read(scope)
        if scope["method"] != "GET" or asked.get(b"host", "").lower() not in self._hosts:
            return None
        try:
            state = self._state()
        except VastusError:  # the application runs into it, too, and tells it
            return None
        key = scope["path"], scope["query_string"]
        ready = known = self._kept.get(state, key)
        if ready is None:
            answer = recipes.answer(scope)
            if answer is None:
                return None
            headers = (*answer.said(), *self._headers)
            if not answer.is_good:
                return _whole(answer.status_code, headers, answer.content)
            ready = Ready(headers, answer.tag, answer.content)
        if not_modified(ready.tag, asked.get(b"if-none-match", "")):
            reply = Reply(304, [each for each in ready.headers if each[0] != b"content-type"])
        elif takes_gzip(asked.get(b"accept-encoding", "")):
            ready = ready.packed()
            reply = ready.reply()
        else:
            reply = ready.plain().reply()
        if ready is not known:
            self._kept.put(state, key, ready)
        return reply


class KeptApp(Litestar):
    """An application that replies from what is kept before it does anything else."""

    def __init__(self, answers: KeptAnswers, *args: Any, **settings: Any) -> None:  # noqa: ANN401  # as Litestar's own
        super().__init__(*args, **settings)  # type: ignore[reportUnknownMemberType]  # Litestar's is untyped in part
        self._answers, self._recipes = answers, Recipes(self)

    async def __call__(self, scope: Scope | LifeSpanScope, receive: Receive, send: Send) -> None:  # type: ignore[override]
        """One request, or the start and end of the application."""
        reply = self._answers.reply(scope, self._recipes) if scope["type"] == "http" else None
        if reply is None:
            await super().__call__(scope, receive, send)
            return
        await send({"type": "http.response.start", "status": reply.status, "headers": reply.headers})
        await send({"type": "http.response.body", "body": reply.body, "more_body": False})


def _read(scope: HTTPScope) -> dict[bytes, str]:
    """What is read of a request's headers; of one that is given twice, both."""
    found: dict[bytes, str] = {}
    for name, value in scope["headers"]:
        if name in _READ:
            text = value.decode("latin-1")
            found[name] = f"{found[name]}, {text}" if name in found else text
    return found


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
