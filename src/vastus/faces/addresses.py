"""Web addresses that a person gives for a page: told from anything else before they become the page's identity."""

from urllib.parse import urlsplit

from vastus.errors import UsageError


def web_address(text: str) -> str:
    """The address of a page.

    Raises:
        UsageError: it is none.

    >>> web_address(" https://example.org/sled-push ")
    'https://example.org/sled-push'
    """
    try:
        parts = urlsplit(text.strip())
        is_address = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        is_address = False
    if not is_address:
        raise UsageError(f"'{text}' is no web address", "one looks like https://example.org/exercises/sled-push")
    return text.strip()
