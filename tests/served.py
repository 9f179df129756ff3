"""The web app on a port of its own, in a thread: what the tests in a browser open.

def test_a_page_shows_its_name(page: Page, served: str) -> None:
    page.goto(f"{served}/exercises/backward-sled-push")
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import IPv4Address

import pytest
import uvicorn
from command import settings

from vastus.bootstrap import Parts
from vastus.faces.web.app import make_app
from vastus.faces.web.server import listen

LOOPBACK = IPv4Address("127.0.0.1")


@contextmanager
def serving(parts: Parts) -> Iterator[str]:
    """The address under which those parts are served."""
    socket = listen(LOOPBACK, 0)
    name = f"127.0.0.1:{socket.getsockname()[1]}"
    config = uvicorn.Config(make_app(parts, [name]), log_level="warning", access_log=False, timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, args=([socket],), daemon=True)
    thread.start()
    try:
        yield f"http://{name}"
    finally:
        server.should_exit = True
        thread.join(timeout=10)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an app with ten pages of the library, the same for all tests of a module."""
    with serving(Parts(settings(tmp_path_factory.mktemp("served") / "home"))) as address:
        yield address
