"""Vastus: an open exercise library. A page goes in; a typed profile with nothing lost comes out.

    import vastus

    vastus.parse(text).exercises       # read a page: text, HTML, Markdown or a catalog's JSON
    vastus.library()["sled-push"]      # the exercises that ship with Vastus
    vastus.figure("sled-push").svg()   # which muscles work, as a picture
    vastus.sled(mass=100, mu=0.33)     # what a sled asks for

No database and no server are needed for any of them.
"""

import sys
from types import ModuleType
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

        globals()[name] = getattr(python, name)
        return globals()[name]
    raise AttributeError(f"module 'vastus' has no attribute '{name}'")


class _Package(ModuleType):
    """This module: importing the room `parse` does not bind it over the public function of that name.

    Rooms are imported from (`from vastus.parse.labels import …`), which needs no such binding.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in __all__ and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
