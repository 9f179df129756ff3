"""In which units a reader wants numbers: a preference that a cookie keeps, set by following a link."""

from typing import Any
from urllib.parse import urlsplit

from litestar import Request, get
from litestar.datastructures import Cookie
from litestar.params import FromQuery
from litestar.response import Redirect

from vastus.faces.measures import UnitSystem

_COOKIE = "units"
_YEAR = 365 * 24 * 3600  # s


def wanted_units(request: Request[Any, Any, Any]) -> UnitSystem:
    """The reader's units; metric until somebody chose."""
    return UnitSystem.IMPERIAL if request.cookies.get(_COOKIE) == UnitSystem.IMPERIAL else UnitSystem.METRIC


@get("/units/{system:str}", sync_to_thread=False, include_in_schema=False)
def choose_units(system: UnitSystem, back: FromQuery[str] = "/") -> Redirect:
    """Remember the units and go back. A link will do: it changes what one browser shows, and nothing that is kept."""
    cookie = Cookie(_COOKIE, value=system, path="/", max_age=_YEAR, samesite="lax", httponly=True)
    return Redirect(_own(back), status_code=303, cookies=[cookie], headers={"cache-control": "no-store"})


def _own(path: str) -> str:
    """The path if it leads to a page of ours, else the first page."""
    parts = urlsplit(path)
    is_own = path.startswith("/") and not path.startswith(("//", "/\\")) and not parts.scheme and not parts.netloc
    return path if is_own and path.isprintable() else "/"
