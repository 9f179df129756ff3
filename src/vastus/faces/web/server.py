"""The server process: one socket, one loop."""

import gc
import socket as sockets
from threading import Event, Thread

import uvicorn

from vastus.errors import UsageError
from vastus.faces.cli.parts import Parts
from vastus.faces.web.ahead import work_ahead
from vastus.faces.web.app import make_app
from vastus.faces.web.hosts import Address, Hosts

_AHEAD_S = 3.0  # after listening: who opened the browser at once has the first page by then


def listen(address: Address, port: int) -> sockets.socket:
    """A socket that listens.

    Raises:
        UsageError: the address is not this machine's, or the port is taken.
    """
    family = sockets.AF_INET6 if address.version == 6 else sockets.AF_INET  # noqa: PLR2004  # IPv6
    # Named as TCP, else asyncio does not take it for TCP and leaves Nagle's algorithm on: an answer's body then waits
    # up to 44 ms for the word that its headers have arrived.
    socket = sockets.socket(family, sockets.SOCK_STREAM, sockets.IPPROTO_TCP)
    socket.setsockopt(sockets.SOL_SOCKET, sockets.SO_REUSEADDR, 1)
    try:
        socket.bind((str(address), port))
        socket.listen(128)  # who asks from now on waits for the loop to start
    except OSError as error:
        socket.close()
        reason = (error.strerror or str(error)).lower()
        raise UsageError(f"{address} port {port}: {reason}", "another --port may be free") from error
    return socket


def run_server(parts: Parts, socket: sockets.socket, hosts: Hosts, *, read_only: bool = False) -> None:
    """Serve until somebody ends it; in read-only, nothing can be changed."""
    app = make_app(parts, hosts, read_only=read_only)
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=5
    )
    gc.collect()
    gc.freeze()  # what is there now stays: the collector need not go through all modules again and again
    is_over = Event()
    Thread(target=work_ahead, args=(parts, is_over), kwargs={"after_s": _AHEAD_S, "read_only": read_only}).start()
    try:
        uvicorn.Server(config).run([socket])
    finally:
        is_over.set()
