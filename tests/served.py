"""The web app on a port of this machine, for tests in a browser."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from command import settings

from vastus.bootstrap import Parts
from vastus.faces.web.app import make_app
from vastus.faces.web.server import listen


@contextmanager
def served(home: Path) -> Iterator[str]:
    """Serves the instance in `home` for as long as the block runs; gives its address."""
    socket = listen("127.0.0.1", 0)
    host = f"127.0.0.1:{socket.getsockname()[1]}"
    app = make_app(Parts(settings(home)), [host])
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False))
    thread = threading.Thread(target=server.run, args=([socket],))
    thread.start()
    try:
        yield f"http://{host}"
    finally:
        server.should_exit = True
        thread.join()
