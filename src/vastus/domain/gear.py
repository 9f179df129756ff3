"""A sled or a surface of the user's own: a name for inputs of the sled calculator, as they were entered or measured."""

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum

from vastus.domain.value import Value

MAX_NAME = 40
"""The longest name, in characters."""


class GearKind(StrEnum):
    """What was kept."""

    SLED = "sled"
    SURFACE = "surface"


PARTS: Mapping[GearKind, tuple[str, ...]] = {
    GearKind.SLED: ("sled", "length", "cog", "cog_height", "push_at", "height"),
    GearKind.SURFACE: ("mu", "mu_static", "mu_at", "mu_per_kg"),
}
"""The inputs of the calculator that belong to each kind; all others are of the day, the athlete or the push."""


class Gear(Value, frozen=True):
    """One sled or surface. `inputs` are texts by the names of the calculator's inputs, each with its unit and range.

    `at` is when it was kept (ISO 8601, UTC). A measured surface knows how many `readings` stand behind its friction,
    if they were counted.

    Raises:
        ValueError: the name is none, nothing is kept, or an input belongs to no gear of that kind.

    >>> Gear(GearKind.SURFACE, "My  garage", {"mu": "0.4±10%"}, "2026-01-01T00:00:00Z").key
    'my garage'
    """

    kind: GearKind
    name: str
    inputs: Mapping[str, str]
    at: str
    is_measured: bool = False
    readings: int | None = None

    def __post_init__(self) -> None:
        if reason := wrong_name(self.name):
            raise ValueError(reason)
        if not self.inputs:
            raise ValueError(f"nothing is kept under '{self.name}'")
        foreign = next((name for name in self.inputs if name not in PARTS[self.kind]), None)
        if foreign is not None:
            raise ValueError(f"{foreign} is no part of a {self.kind}")
        if self.readings is not None and not (self.is_measured and self.readings > 0):
            raise ValueError("readings are counted from 1, of what was measured")

    @property
    def key(self) -> str:
        """The name as it is compared: no two own sleds or surfaces have the same."""
        return name_key(self.name)


def name_key(name: str) -> str:
    """A name without what people do not tell apart: case, width of letters, and runs of spaces."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def wrong_name(name: str) -> str | None:
    """Why a text can be no name; None if it can.

    >>> wrong_name(" "), wrong_name("Prowler 2")
    ('a name has a letter or a digit', None)
    """
    if len(name) > MAX_NAME:
        return f"a name has at most {MAX_NAME} characters, not {len(name)}"
    if not name.isprintable():
        return "a name is one line of printable characters"
    if not re.search(r"[^\W_]", name):
        return "a name has a letter or a digit"
    return None
