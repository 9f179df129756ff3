"""Serving: the web app and the API, on this machine, or the library alone for phones in the house."""

import gc
import ipaddress
from typing import Annotated

import typer

from vastus.errors import UsageError
from vastus.faces.cli.help import add
from vastus.faces.cli.parts import Parts
from vastus.faces.cli.terminal import terminal

_HIGHEST_PORT = 65_535


def register(app: typer.Typer) -> None:
    """Add the command."""
    add(app, "Look things up", "serve", serve)


def serve(
    context: typer.Context,
    host: Annotated[
        str,
        typer.Option(
            metavar="ADDR", help="The address to listen on; another than this machine's own needs --read-only."
        ),
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="N", help="The port to listen on.")] = 8000,
    read_only: Annotated[
        bool, typer.Option("--read-only", help="Show the shipped library, and nothing of yours.")
    ] = False,  # an option
) -> None:
    """Serve the web app and the API.

    They are for this machine alone. With --read-only --host ADDR, phones in the house may look at the library: nothing
    that you imported or changed is shown, and nothing can be changed.
    """
    address = _address(host)
    if not 1 <= port <= _HIGHEST_PORT:
        raise UsageError(f"a port is between 1 and {_HIGHEST_PORT}, not {port}", "leave --port out for 8000")
    if not address.is_loopback and not read_only:
        raise UsageError(
            f"{host} can be reached from other machines, and there are no accounts yet",
            f"serve --read-only --host {host} shows the library alone",
        )
    gc.disable()  # loading modules leaves next to nothing over, and looking for it takes a twentieth of the start
    try:
        from vastus.faces.web.hosts import Hosts, reached_at, written  # only for serving
        from vastus.faces.web.server import listen, run_server  # as above
    finally:
        gc.enable()

    parts: Parts = context.obj
    shown = parts.shipped() if read_only else parts
    socket = listen(address, port)
    name = host if host == "localhost" else written(reached_at(address))
    terminal.text(f"Vastus is at http://{name}:{port} with {len(shown.index)} exercises; Ctrl-C ends it.\n")
    run_server(shown, socket, Hosts(address, port), read_only=read_only)


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    if host == "localhost":
        return ipaddress.ip_address("127.0.0.1")
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        raise UsageError(f"'{host}' is no address", "give one in numbers, such as 192.168.1.20") from None
