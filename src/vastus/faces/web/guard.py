"""Who may change something: nobody but this machine's own pages and programs, until there are accounts.

`serve` listens on loopback alone unless it is read-only, and answers only to its own host names (`make_app`). What is
left is another site's page in a browser on this machine: it could send a form here. Browsers say where a request comes
from (`Sec-Fetch-Site`, `Origin`), and no page can forge that. A program such as curl says nothing and may go on.
"""

from urllib.parse import urlsplit

from litestar.datastructures import Headers
from litestar.exceptions import PermissionDeniedException

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
"""The methods that change nothing."""


def check_origin(headers: Headers) -> None:
    """Let through a request that would change something, unless it comes from another site's page.

    Raises:
        PermissionDeniedException: a browser says that it is another site's.
    """
    if not comes_from_here(headers.get("sec-fetch-site"), headers.get("origin"), headers.get("host", "")):
        raise PermissionDeniedException(
            "this request comes from another site's page, and only Vastus's own pages may change your library; open"
            " Vastus itself and do it there"
        )


def comes_from_here(fetch_site: str | None, origin: str | None, host: str) -> bool:
    """Whether a request comes from our own pages, from the person (typed, a bookmark), or from no browser at all.

    Another port of this machine is another site, although browsers call it `same-site`.

    >>> comes_from_here("same-origin", None, "127.0.0.1:8000"), comes_from_here("same-site", None, "127.0.0.1:8000")
    (True, False)
    >>> comes_from_here(None, "http://[::1]:8000", "[::1]:8000"), comes_from_here(None, "null", "127.0.0.1:8000")
    (True, False)
    """
    if fetch_site is not None:
        return fetch_site in {"same-origin", "none"}
    if origin is None:
        return True
    try:
        return bool(host) and urlsplit(origin).netloc.lower() == host.lower()
    except ValueError:
        return False
