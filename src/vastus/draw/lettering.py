"""Numbers and a few words drawn as strokes, so that a picture needs no font and is the same on every machine.

Our own letters, on a grid of 8 units from baseline to top; only the characters that figures really carry.
"""

from functools import lru_cache

HEIGHT = 8.0  # units, baseline to top
SPACE = 3.0
GAP = 1.3  # between two letters

# character: width, then strokes, each its start (x, y) and what follows from there
_Stroke = tuple[float, float, str]
_LETTERS: dict[str, tuple[float, tuple[_Stroke, ...]]] = {
    "0": (5, ((2.5, 0, "c-1.7 0-2.5 1.6-2.5 4s.8 4 2.5 4 2.5-1.6 2.5-4-.8-4-2.5-4z"),)),
    "1": (3, ((0.6, 1.6, "l2-1.6v8"),)),
    "2": (5, ((0.3, 2, "c0-1.3 1-2 2.2-2s2.2.8 2.2 2.1c0 1.7-2 3.2-4.4 5.9h4.6"),)),
    "3": (5, (
        (0.3, 0.9, ("c.6-.6 1.3-.9 2.1-.9 1.3 0 2.2.7 2.2 1.9s-.9 1.9-2.4 1.9c1.6 0 2.6.8 2.6"
         " 2.1s-1 2.1-2.5 2.1c-.9 0-1.6-.3-2.2-.9")),
    )),
    "4": (5, ((3.6, 8, "v-8l-3.6 5.6h5"),)),
    "5": (5, ((4.4, 0, "h-3.6l-.4 3.6c.6-.5 1.2-.7 2-.7 1.4 0 2.4 1 2.4 2.5s-1.1 2.6-2.6 2.6c-.8 0-1.6-.3-2.2-.9"),)),
    "6": (5, ((4.2, 0.3, "c-2.6.3-4.1 2.4-4.1 5.1 0 1.6.9 2.6 2.4 2.6s2.4-1 2.4-2.5-1-2.4-2.4-2.4-2.4 1-2.4 2.3"),)),
    "7": (5, ((0.2, 0, "h4.6l-2.9 8"),)),
    "8": (5, (
        (2.5, 3.8, ("c-1.3 0-2.1-.8-2.1-1.9s.8-1.9 2.1-1.9 2.1.8 2.1 1.9-.8 1.9-2.1 1.9-2.4.9-2.4"
         " 2.1.9 2.1 2.4 2.1 2.4-.9 2.4-2.1-.9-2.1-2.4-2.1")),
    )),
    "9": (5, ((0.8, 7.7, "c2.6-.3 4.1-2.4 4.1-5.1 0-1.6-.9-2.6-2.4-2.6s-2.4 1-2.4 2.5 1 2.4 2.4 2.4 2.4-1 2.4-2.3"),)),
    "–": (4.2, ((0.4, 4.6, "h3.4"),)),
    "≤": (4.8, ((4.4, 2, "l-4 1.8 4 1.8"), (0.4, 7.2, "h4"))),
    "+": (4.6, ((0.4, 4.6, "h3.8"), (2.3, 2.7, "v3.8"))),
    ".": (1, ((0.5, 7.8, "v.2"),)),
    "a": (4.3, (
        (0.6, 3.6, "c.5-.4 1-.6 1.6-.6 1.1 0 1.7.6 1.7 1.8v3.2"),
        (3.9, 5.2, "c-2.4 0-3.7.4-3.7 1.6 0 .8.6 1.2 1.4 1.2 1 0 2-.7 2.3-1.8"),
    )),
    "c": (4, ((3.7, 3.7, "c-.4-.5-.9-.7-1.4-.7-1.3 0-2.1 1-2.1 2.5s.8 2.5 2.1 2.5c.5 0 1-.2 1.4-.7"),)),
    "d": (4.6, ((4.2, 0, "v8"), (4.2, 5.5, "c0-1.5-.7-2.5-2-2.5s-2 1-2 2.5.7 2.5 2 2.5 2-1 2-2.5"))),
    "e": (4.4, ((0.2, 5.4, "h4c0-1.5-.7-2.4-1.9-2.4s-2.1 1-2.1 2.5.9 2.5 2.2 2.5c.6 0 1.1-.2 1.5-.6"),)),
    "k": (4, ((0.4, 0, "v8"), (3.6, 3, "l-3.2 2.8 3.4 2.2"))),
    "l": (0.9, ((0.4, 0, "v8"),)),
    "M": (6, ((0.3, 8, "v-8l2.7 5 2.7-5v8"),)),
    "m": (7.4, (
        (0.3, 3, "v5"),
        (0.3, 5, "c.2-1.3.9-2 1.8-2 1 0 1.6.7 1.6 1.9v3.1"),
        (3.7, 5, "c.2-1.3.9-2 1.8-2 1 0 1.6.7 1.6 1.9v3.1"),
    )),
    "n": (4.4, ((0.3, 3, "v5"), (0.3, 5.2, "c.2-1.4 1-2.2 2-2.2 1.2 0 1.8.8 1.8 2v3"))),
    "o": (4.6, ((2.3, 3, "c-1.3 0-2.1 1-2.1 2.5s.8 2.5 2.1 2.5 2.1-1 2.1-2.5-.8-2.5-2.1-2.5z"),)),
    "s": (4, (
        (3.6, 3.6, ("c-.5-.4-1.1-.6-1.7-.6-1 0-1.6.5-1.6 1.2 0 1.9 3.5.7 3.5 2.6 0 .7-.7 1.2-1.8"
         " 1.2-.8 0-1.4-.2-1.9-.6")),
    )),
    "t": (3.4, ((1.4, 1.2, "v5.3c0 1 .5 1.5 1.2 1.5.3 0 .5 0 .7-.1"), (0.2, 3, "h2.9"))),
    "u": (4.4, ((0.3, 3, "v3c0 1.2.6 2 1.8 2 1 0 1.8-.8 2-2.2"), (4.1, 3, "v5"))),
}  # fmt: skip


def number_text(value: float) -> str:
    """A number in at most three digits, and k or M for thousands and millions.

    >>> number_text(12), number_text(2.40), number_text(12500)
    ('12', '2.4', '12.5k')
    """
    for size, unit in ((1e6, "M"), (1e3, "k")):
        if value >= size * 0.9995:
            return f"{float(f'{value / size:.3g}'):g}{unit}"
    return f"{float(f'{value:.3g}'):g}"


def width_of(text: str) -> float:
    """How wide the letters stand, in units."""
    return sum(_LETTERS[each][0] if each != " " else SPACE for each in text) + GAP * max(len(text) - 1, 0)


@lru_cache(maxsize=256)
def strokes(text: str, center: float, top: float) -> str:
    """The path of a text in letters of ours, centered, its tops at `top`.

    Raises:
        KeyError: there is no letter for a character.
    """
    x = center - width_of(text) / 2
    path: list[str] = []
    for each in text:
        if each == " ":
            x += SPACE + GAP
            continue
        width, parts = _LETTERS[each]
        path += [f"M{_short(x + left)} {_short(top + down)}{rest}" for left, down, rest in parts]
        x += width + GAP
    return "".join(path)


def _short(number: float) -> str:
    return f"{round(number, 1):g}"
