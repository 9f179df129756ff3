"""Hints in words that fit an answer over HTTP: the rooms name commands and options, a program has addresses."""

from collections.abc import Mapping

from vastus.faces.tongues import CANNOT, Said, translated

_API = "/api/v1"


def _import(rest: str, says: str) -> str:
    return f"GET {_API}/imports{says}" if rest == "--batches" else f"POST {_API}/import{says}"


_COMMANDS: Mapping[str, Said] = {
    **CANNOT,
    "find": lambda _, says: f"GET {_API}/exercises{says}",
    "vocabulary": lambda _, says: f"GET {_API}/vocabularies{says}",
    "show": lambda rest, says: f"GET {_API}/exercises/{rest}{says}",
    "import": _import,
    "sled": lambda _, says: f"the page /sled{says}",  # profiles and own sleds are there; the API only computes
}


def over_http(hint: str) -> str:
    """A hint, or any sentence of the rooms, for a program that asked over HTTP.

    >>> over_http("'vastus find' lists what there is")
    'GET /api/v1/exercises lists what there is'
    >>> over_http("give --to-mu, or --sled with --plates")
    "give 'to_mu', or 'sled' with 'plates'"
    """
    return translated(hint, _COMMANDS, lambda name: f"'{name.replace('-', '_')}'")
