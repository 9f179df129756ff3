"""The one stylesheet of the app: the files of `style/` in their order, then the figures'."""

import hashlib
from functools import cache
from importlib.resources import files

from vastus.draw.palette import PALETTES, Theme
from vastus.draw.stylesheet import figure_stylesheet


@cache
def stylesheet_file() -> tuple[str, str]:
    """The address of the stylesheet, which changes with it, and its text."""
    parts = sorted((each for each in files("vastus.faces.web").joinpath("style").iterdir()), key=lambda each: each.name)
    text = "".join(each.read_text("utf-8") for each in parts if each.name.endswith(".css"))
    text += figure_stylesheet() + _on_paper()
    return f"/static/style-{hashlib.blake2b(text.encode(), digest_size=6).hexdigest()}.css", text


def _on_paper() -> str:
    """Paper is light, whatever the screen is."""
    light = PALETTES[Theme.LIGHT]
    names = ("skin", "line", "idle", "secondary", "target", "edge", "text")
    colors = [f"--body-{name}:{getattr(light, name)}" for name in names]
    colors += [f"--body-heat{number}:{color}" for number, color in enumerate(light.heat, 1)]
    return f"@media print{{:root{{{';'.join(colors)}}}}}\n"
