"""The routes of the sled calculator; what answers them needs NumPy, and is loaded when first asked for (ADR 0016)."""

from typing import Any

from litestar import Request, get, post
from litestar.datastructures import State
from litestar.response import Redirect

from vastus.faces.answer import Answer


@get("/sled", sync_to_thread=False, include_in_schema=False)
def sled_page(request: Request[Any, Any, Any], state: State) -> Answer | Redirect:
    """The calculator; what stands in the address is what is computed."""
    from vastus.faces.web import sled

    return sled.sled_page(request, state)


@post("/sled/keep", include_in_schema=False, status_code=200)
async def keep_gear(request: Request[Any, Any, Any], state: State) -> Redirect:
    """Keep what the calculator was told as a sled or a surface."""
    from vastus.faces.web import gear

    return await gear.keep_gear(request, state)


@post("/sled/forget", include_in_schema=False, status_code=200)
async def forget(request: Request[Any, Any, Any], state: State) -> Redirect:
    """Forget an own sled or surface."""
    from vastus.faces.web import gear

    return await gear.forget(request, state)
