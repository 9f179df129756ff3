"""A form as a browser fills it in: every field with the value that the page gave it, and what a person changes."""

import html
import re
from collections.abc import Iterator, Mapping

_FORM = re.compile(r"<form\b([^>]*)>(.*?)</form>", re.DOTALL)
_FIELD = re.compile(
    r"<input\b(?P<input>[^>]*)>|<textarea\b(?P<area>[^>]*)>\n?(?P<text>.*?)</textarea>"
    r"|<select\b(?P<select>[^>]*)>(?P<options>.*?)</select>",
    re.DOTALL,
)
_OPTION = re.compile(r"<option\b([^>]*)>")


def _attributes(text: str) -> dict[str, str]:
    found = re.findall(r'([\w-]+)(?:="([^"]*)")?', text)
    return {name: html.unescape(value) for name, value in found}


def _values(form: str) -> Iterator[tuple[str, str]]:
    for field in _FIELD.finditer(form):
        if field["input"] is not None:
            given = _attributes(field["input"])
            kind = given.get("type", "text")
            if "name" not in given or kind == "file" or (kind in {"checkbox", "radio"} and "checked" not in given):
                continue
            yield given["name"], given.get("value", "on" if kind == "checkbox" else "")
        elif field["area"] is not None:
            yield _attributes(field["area"])["name"], html.unescape(field["text"]).replace("\n", "\r\n")
        else:
            options = [_attributes(option) for option in _OPTION.findall(field["options"])]
            chosen = next((option for option in options if "selected" in option), options[0])
            yield _attributes(field["select"])["name"], chosen["value"]


def filled(page: str, action: str, **changes: str | list[str]) -> dict[str, list[str]]:
    """What the form of a page that goes to `action` would send; `changes` by name, `__` for a hyphen."""
    for attributes, form in _FORM.findall(page):
        if _attributes(attributes).get("action") == action and _attributes(attributes).get("method") == "post":
            fields: dict[str, list[str]] = {}
            for name, value in _values(form):
                fields.setdefault(name, []).append(value)
            return fields | _changed(changes)
    raise AssertionError(f"no form goes to {action}")


def _changed(changes: Mapping[str, str | list[str]]) -> dict[str, list[str]]:
    return {name.replace("__", "-"): [value] if isinstance(value, str) else value for name, value in changes.items()}
