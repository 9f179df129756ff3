"""JSON values, narrowed: a decoded file is `object` until one of these says what it holds."""

import json
from collections.abc import Mapping
from typing import cast

import msgspec

from vastus.parse.opened import Opened

_KINDS: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (bool, "true or false"),
    ((int, float), "a number"),
    (str, "text"),
    (list, "a list"),
    (dict, "an object"),
)


def decoded(opened: Opened) -> object:
    """The page's JSON value; None when the page is no JSON, or JSON that is broken or too deep."""
    if not opened.looks_like_json:
        return None
    try:
        return opened.json
    except (ValueError, RecursionError):  # msgspec.DecodeError and UnicodeError are ValueErrors
        return None


def decode_leniently(text: str) -> object:
    """The value of `text`, line breaks inside strings allowed.

    Raises:
        ValueError: the text is no JSON.
    """
    try:
        return msgspec.json.decode(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    except ValueError:
        pass
    try:
        return cast("object", json.loads(text, strict=False))
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def as_object(value: object) -> Mapping[str, object] | None:
    """The value when it is a JSON object, else None."""
    return cast("Mapping[str, object]", value) if isinstance(value, dict) else None


def as_list(value: object) -> list[object] | None:
    """The value when it is a JSON array, else None."""
    return cast("list[object]", value) if isinstance(value, list) else None


def as_text(value: object) -> str:
    """The value as text: a string as it is, anything else as JSON."""
    if isinstance(value, str):
        return value
    try:
        return msgspec.json.encode(value).decode()
    except RecursionError:
        return "(nested too deeply to be written out)"
    except ValueError:  # lone surrogates, which only the lenient decoder lets through
        return json.dumps(value)


def kind_of(value: object) -> str:
    """What a value is, in words.

    >>> kind_of([1])
    'a list'
    """
    return next((words for kind, words in _KINDS if isinstance(value, kind)), "null")


def is_empty(value: object) -> bool:
    """Whether there is nothing in a value: null, or a blank text, list or object."""
    if isinstance(value, str):
        return not value.strip()
    return value is None or (isinstance(value, list | dict) and not value)
