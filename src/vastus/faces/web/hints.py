"""Hints in words that fit a page: the rooms behind it name commands, and a reader of a page has links and forms."""

import re

_COMMAND = re.compile(r"'vastus (?P<name>[a-z]+)(?: (?P<rest>[^']*))?'(?: (?P<verb>lists|shows))?")
_PLACES = {
    "find": "the search on the first page",
    "vocabulary": "the form of corrections",
}


def on_a_page(hint: str) -> str:
    """A hint for whoever reads it in a browser; a command that no page stands for is said to be one.

    >>> on_a_page("'vastus vocabulary equipment' lists the known ones")
    'the form of corrections lists the known ones'
    >>> on_a_page("'vastus merge' makes one of two; 'vastus show sled-push' shows the other")
    "the command 'vastus merge' makes one of two; the page of 'sled-push' shows the other"
    """
    return _COMMAND.sub(_told, hint)


def _told(found: re.Match[str]) -> str:
    name, rest = found["name"], found["rest"] or ""
    verb = f" {found['verb']}" if found["verb"] else ""
    if name == "show" and rest:
        return f"the page of '{rest}'{verb}"
    if name == "import" and rest == "--batches":
        return f"the page of imports{verb}"
    command = f"the command '{' '.join(filter(None, ('vastus', name, rest)))}'"
    return _PLACES.get(name, command) + verb
