"""The identity of a source: the same page under two addresses is one page, two records of a catalog are two."""

import hashlib
import re
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

_HOST_PREFIX = re.compile(r"^(?:www\d?|m|mobile|amp|cdn)\.(?=[^.]+\.)")
_TRACKING = re.compile(r"^(?:utm_.*|fbclid|gclid|msclkid|mc_[ce]id|ref|ref_src|source|igshid|amp|share|print)$")
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$|/amp/?$")


def normalized_address(url: str) -> str:
    """The address without what does not change the page: scheme, `www.`/`cdn.`, trackers, fragment, closing slash.

    >>> normalized_address("https://WWW.Example.org:443/a/b/?utm_source=x&id=7#tips")
    'example.org/a/b?id=7'
    >>> normalized_address("http://cdn.example.org/a/b")
    'example.org/a/b'
    """
    try:
        parts = urlsplit(url.strip() if "//" in url else f"//{url.strip()}")
        port = parts.port
    except ValueError:  # no address at all, but still a key
        return url.strip()
    host = _HOST_PREFIX.sub("", (parts.hostname or "").rstrip("."))
    if port not in (None, 80, 443):
        host += f":{port}"
    path = _INDEX.sub("", unquote(parts.path)).rstrip("/")
    query = urlencode(sorted((k, v) for k, v in parse_qsl(parts.query) if not _TRACKING.match(k.lower())))
    return f"{host}{path}" + (f"?{query}" if query else "")


def record_key(catalog: str, record: str) -> str:
    """The key of one record of a catalog."""
    return f"{catalog}:{record}"


def page_key(url: str | None, text: str) -> str:
    """The key of a page: its normalised address, else a hash of its words (white space does not count)."""
    if url:
        return f"url:{normalized_address(url)}"
    words = " ".join(text.split())
    return "sha256:" + hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:32]
