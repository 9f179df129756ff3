"""The figure of an exercise over HTTP, as SVG or PNG.

An SVG takes less than a millisecond. A PNG takes a fifth of a second to several, and its renderer holds the interpreter
while it works (measured: the event loop stood still for the 0.9 s that a picture of 2048 px takes, in a thread too). So
it is painted in a process of its own, one at a time, and kept.
"""

import base64
import hashlib
import subprocess
import sys
from collections import OrderedDict
from typing import Annotated

from anyio import CapacityLimiter, to_thread
from litestar import get
from litestar.datastructures import State
from litestar.openapi.spec import Example
from litestar.params import PathParameter, QueryParameter

from vastus.draw.drawing import Sex
from vastus.draw.figure import Figure
from vastus.draw.palette import Theme, theme_named
from vastus.errors import UsageError
from vastus.faces.answer import PACKED, Answer
from vastus.usecases.draw_figure import draw_exercise, one_of

SVG, PNG = "image/svg+xml", "image/png"
WIDTH = 800  # px
MIN_WIDTH, MAX_WIDTH = 16, 2048  # px; the command `figure` paints larger ones
_MOST_KEPT = 6 << 20  # bytes of painted pictures
_PATIENCE_S = 30
_PAINT = (
    "import sys; from vastus.draw.png import png;"
    " sys.stdout.buffer.write(png(sys.stdin.buffer.read().decode(), int(sys.argv[1])))"
)

Id = Annotated[
    str,
    PathParameter(description="The id that an exercise has or had.", examples=[Example(value="backward-sled-push")]),
]
ThemeName = Annotated[
    str, QueryParameter(name="theme", description="light or dark; an SVG without one follows the reader's system.")
]
SexName = Annotated[str, QueryParameter(name="sex", description="Whose proportions: male or female.")]
Width = Annotated[
    int | None, QueryParameter(description=f"Width in px, {MIN_WIDTH} to {MAX_WIDTH}; a PNG has {WIDTH} without one.")
]


class Kept:
    """Painted pictures by what they show, the least asked for let go first; never more than so many bytes."""

    def __init__(self, most: int = _MOST_KEPT) -> None:
        self._most, self._size = most, 0
        self._pictures: OrderedDict[str, bytes] = OrderedDict()

    def get(self, key: str) -> bytes | None:
        """The picture, if it is here."""
        found = self._pictures.get(key)
        if found is not None:
            self._pictures.move_to_end(key)
        return found

    def keep(self, key: str, picture: bytes) -> None:
        """Take one in."""
        self._size += len(picture) - len(self._pictures.pop(key, b""))
        self._pictures[key] = picture
        while self._size > self._most:
            self._size -= len(self._pictures.popitem(last=False)[1])


_kept = Kept()
_painting = CapacityLimiter(1)


def _paint(svg: str, width: int) -> bytes:
    key = hashlib.blake2b(f"{width} {svg}".encode(), digest_size=16).hexdigest()
    found = _kept.get(key)
    if found is None:
        done = subprocess.run(  # noqa: S603  # our own program, and the picture comes in as data
            [sys.executable, "-c", _PAINT, str(width)], input=svg.encode(), capture_output=True, check=True,
            timeout=_PATIENCE_S,
        )  # fmt: skip
        found = done.stdout
        _kept.keep(key, found)
    return found


def _drawn(state: State, exercise_id: str, sex: str) -> Figure:
    exercise = state.parts.reader.get(exercise_id).exercise
    return draw_exercise(exercise, state.parts.known, sex=one_of(Sex, sex, "sex"))


def _width(size: int | None) -> int | None:
    if size is not None and not MIN_WIDTH <= size <= MAX_WIDTH:
        raise UsageError(
            f"a figure is {MIN_WIDTH} to {MAX_WIDTH} px wide here, not {size}", "an SVG without a size fits its place"
        )
    return size


@get(
    "/exercises/{exercise_id:str}/figure.svg", sync_to_thread=False, media_type=SVG, summary="Its muscle figure as SVG"
)
def figure_svg(
    state: State, exercise_id: Id, theme: ThemeName = "", sex: SexName = "male", size: Width = None
) -> Answer:  # fmt: skip
    """Which muscles work, from the front and from behind; it says the same in words, for screen readers."""
    chosen = theme_named(theme) if theme else None
    svg = _drawn(state, exercise_id, sex).svg(chosen, width=_width(size))
    return Answer(svg.encode(), media_type=SVG, headers={"content-security-policy": _policy(svg)})


def _policy(svg: str) -> str:
    """What a drawing of its own may do: apply the style that is in it, and nothing else."""
    _, is_styled, rest = svg.partition("<style>")
    if not is_styled:
        return "default-src 'none'"
    digest = hashlib.sha256(rest.partition("</style>")[0].encode()).digest()
    return f"default-src 'none'; style-src 'sha256-{base64.b64encode(digest).decode()}'"


@get("/exercises/{exercise_id:str}/figure.png", media_type=PNG, summary="Its muscle figure as PNG", opt=PACKED)
async def figure_png(
    state: State, exercise_id: Id, theme: ThemeName = "light", sex: SexName = "male", size: Width = None
) -> Answer:  # fmt: skip
    """The same as pixels, for chats, cards and documents."""
    width = _width(size) or WIDTH
    svg = _drawn(state, exercise_id, sex).svg(theme_named(theme or Theme.LIGHT), width=width)
    picture = await to_thread.run_sync(_paint, svg, width, limiter=_painting)
    return Answer(picture, media_type=PNG)


FIGURES = (figure_svg, figure_png)
