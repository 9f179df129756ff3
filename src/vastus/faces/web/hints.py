"""Hints in words that fit a page: the rooms behind it name commands and options, and a reader has links and forms."""

import re
from collections.abc import Mapping

from markupsafe import Markup, escape

from vastus.faces.tongues import CANNOT, Said, translated

_INPUTS = {
    "mass": "the mass",
    "sled": "the empty sled",
    "plates": "the plates",
    "mu": "the friction",
    "mu-static": "the friction before it moves",
    "surface": "the ground",
    "to": "the comparison",
    "to-mu": "the other friction",
    "to-surface": "the other ground",
    "by": "the measure of what is equal",
    "m0": "the load at which speed reaches 0",
    "to-m0": "the same of the other side",
    "pull": "what a scale reads",
    "glide": "how far it glides",
    "tilt": "the angle at which it slips",
}
"""What options are called on the page of the calculator."""


def _import(rest: str, says: str) -> str:
    return f"the page of imports{says}" if rest == "--batches" else f"the import{says}"


def _sled(rest: str, says: str) -> str:
    return f"a profile of your runs{says}" if rest == "profile" else f"the sled calculator{says}"


_COMMANDS: Mapping[str, Said] = {
    **CANNOT,
    "find": lambda _, says: f"the search on the first page{says}",
    "vocabulary": lambda _, says: f"the form of corrections{says}",
    "show": lambda rest, says: f"the page of '{rest}'{says}",
    "import": _import,
    "sled": _sled,
}


_EXERCISE = re.compile(r"(?<=the page of )&#39;([a-z0-9]+(?:-[a-z0-9]+)*)&#39;")


def with_links(text: str) -> Markup:
    """A sentence of a page, as markup: where it names the page of an exercise, it leads there.

    >>> with_links("the page of 'sled-push' shows the other; <b>")
    Markup('the page of <a href="/exercises/sled-push">sled-push</a> shows the other; &lt;b&gt;')
    """
    return Markup(_EXERCISE.sub(r'<a href="/exercises/\1">\1</a>', str(escape(text))))  # noqa: S704  # escaped, and ids


def on_a_page(hint: str) -> str:
    """A hint, or any sentence of the rooms, for whoever reads it in a browser.

    >>> on_a_page("'vastus vocabulary equipment' lists the known ones")
    'the form of corrections lists the known ones'
    >>> on_a_page("'vastus merge' makes one of two; 'vastus show sled-push' shows the other")
    "keep only one of them; the page of 'sled-push' shows the other"
    >>> on_a_page("give --mass, or --sled with --plates")
    'give the mass, or the empty sled with the plates'
    """
    return translated(hint, _COMMANDS, lambda name: _INPUTS.get(name, f"“{name.replace('-', ' ')}”"))
