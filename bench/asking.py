"""Requests to the application without a network, and the questions that people ask of a library."""

import asyncio
import json
import random
import time
from collections.abc import Sequence

from litestar import Litestar, Response, get
from searching import misspelled

from vastus.bootstrap import Parts
from vastus.reference.vocabulary import vocabularies

HOST = "bench.local"


async def ask(app: Litestar, path: str, *, accepted: str = "") -> bytes:
    """One request; the body as it would be sent."""
    path, _, query = path.partition("?")
    headers = [(b"host", HOST.encode()), *([(b"accept-encoding", accepted.encode())] if accepted else [])]
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
        "path": path, "raw_path": path.encode(), "query_string": query.encode(), "root_path": "",
        "headers": headers, "client": ("127.0.0.1", 1), "server": (HOST, 80), "state": {},
    }  # fmt: skip
    body: list[bytes] = []
    status: list[int] = []

    async def receive() -> dict[str, object]:
        await asyncio.sleep(0)
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, object]) -> None:
        await asyncio.sleep(0)
        if message["type"] == "http.response.start":
            status.append(message["status"])  # type: ignore[arg-type]
        else:
            body.append(bytes(message.get("body", b"")))  # type: ignore[call-overload]

    await app(scope, receive, send)  # type: ignore[arg-type]
    if status != [200]:
        raise RuntimeError(f"{path}?{query}: {status}")
    return b"".join(body)


async def cpu_ms(app: Litestar, paths: Sequence[str], *, accepted: str = "") -> list[float]:
    """The CPU time of each request, in ms."""
    took: list[float] = []
    for path in paths:
        start = time.process_time()
        await ask(app, path, accepted=accepted)
        took.append((time.process_time() - start) * 1e3)
    return took


async def walked(app: Litestar, most: int) -> list[str]:
    """Addresses of the whole list of a library, 20 at a time, from its beginning and at most so many."""
    paths = ["/api/v1/exercises?limit=20"]
    while len(paths) < most:
        following = json.loads(await ask(app, paths[-1]))["next"]
        if following is None:
            break
        paths.append(f"{paths[0]}&cursor={following}")
    return paths


def bare(content: bytes) -> Litestar:
    """A route that returns the same bytes and does nothing else."""

    @get("/", sync_to_thread=False)
    def route() -> Response[bytes]:
        return Response(content, media_type="application/json")

    return Litestar([route], openapi_config=None, logging_config=None)


def lists(parts: Parts, count: int) -> list[str]:
    """Addresses of lists of 20, all different, of the kinds that people ask for, the same ones every time.

    Of five questions one is a name, one a name with a typing mistake, one its beginning, one a word with a facet, and
    one facets alone, some of them excluded.
    """
    chance = random.Random(5)
    names = [row.name.lower() for row in parts.reader.rows()]
    known = vocabularies()
    muscles, tools = [str(each) for each in known.groups.rows], [str(each) for each in known.equipment.rows]
    found: dict[str, None] = {}
    while len(found) < count:
        name = chance.choice(names)
        word = max(name.split(), key=len)
        question = chance.choice(
            (
                name,
                name.replace(word, misspelled(word, chance)),
                name[: chance.randint(2, 9)].strip(),
                f"{word} {chance.choice(('level:beginner', 'type:strength', 'noise:quiet', 'no barbell'))}",
                f"muscle:{chance.choice(muscles)} {chance.choice(('', '-'))}equipment:{chance.choice(tools)}",
            )
        )
        found[f"/api/v1/exercises?q={question.replace(' ', '+')}&limit=20"] = None
    return list(found)
