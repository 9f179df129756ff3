"""The places that every page leads to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A page in the main navigation; `icon` is a path in a box of 24."""

    path: str
    name: str
    icon: str


PLACES = (
    Place("/", "Exercises", "M11 4a7 7 0 1 0 0 14a7 7 0 0 0 0-14M16 16l4.5 4.5"),
    Place(
        "/muscles",
        "Muscles",
        "M12 2.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 0 0 0-5M5 10.5c4-1.5 10-1.5 14 0M9 10v6l-1 5.5M15 10v6l1 5.5M9 16h6",
    ),
    Place("/equipment", "Equipment", "M3 12h18M6 7v10M9 8.5v7M18 7v10M15 8.5v7"),
    Place("/sled", "Sled", "M3 18h15M5 18v-3h11v3M5 15V5M8 15v-4h6v4M1.5 9.5h3M21 18l-2-3"),
    Place("/compare", "Compare", "M4 4h6v16H4zM14 4h6v16h-6z"),
)

IMPORTING = Place("/import", "Import", "M12 3.5v11M7.5 10l4.5 4.5l4.5-4.5M4 16v4.5h16V16")
"""Where pages come in; shown where something can be changed."""
