"""Vastus: an open exercise library. A page goes in; a typed profile with nothing lost comes out.

    import vastus

    vastus.parse(text).exercises       # read a page: text, HTML, Markdown or a catalog's JSON
    vastus.library()["sled-push"]      # the exercises that ship with Vastus
    vastus.figure("sled-push").svg()   # which muscles work, as a picture
    vastus.sled(mass=100, mu=0.33)     # what a sled asks for

No database and no server are needed for any of them.
"""

from typing import TYPE_CHECKING

from vastus.version import VERSION as __version__  # noqa: N811  # the customary name

if TYPE_CHECKING:
    from vastus.faces.python import Figure as Figure
    from vastus.faces.python import Library as Library
    from vastus.faces.python import Parsed as Parsed
    from vastus.faces.python import figure as figure
    from vastus.faces.python import figure_stylesheet as figure_stylesheet
    from vastus.faces.python import library as library
    from vastus.faces.python import parse as parse
    from vastus.faces.python import sled as sled

__all__ = ["Figure", "Library", "Parsed", "__version__", "figure", "figure_stylesheet", "library", "parse", "sled"]


def __getattr__(name: str) -> object:
    """The public names, imported when they are first asked for: commands that need none of them start faster."""
    if name in __all__:
        from vastus.faces import python  # noqa: PLC0415  # see above

        # All of them at once: importing them has bound the room `parse` under the name of the function.
        globals().update({each: getattr(python, each) for each in __all__ if each != "__version__"})
        return globals()[name]
    raise AttributeError(f"module 'vastus' has no attribute '{name}'")
