"""Lines that belong to a page's widgets: what its clocks show, what its buttons and switches are called.

They say nothing about the exercise. One such word by itself may be a heading; several below each other are a widget.
"""

import re
from collections.abc import Sequence

from vastus.parse.lines import Line
from vastus.prose.patterns import any_of

_CONTROL = re.compile(
    any_of(
        r"(?:\d{1,3}:){1,3}\d{2}(?:[.:]\d{1,3})?",  # what a clock shows
        r"(?:(?:count ?down|rest|interval|exercise|workout) )?(?:timers?|stop ?watch|clock|count ?down)",
        r"(?:days?|hours?|hrs?|minutes?|mins?|seconds?|secs?|milliseconds?|ms)",
        r"(?:start|stop|pause|resume|reset|restart|lap|laps|clear) ?(?:timer|clock|stopwatch)?",
        r"(?:play|replay|mute|unmute|captions?|subtitles|full ?screen|settings)",
        r"(?:play|watch|pause) (?:the )?video",
        r"(?:share|tweet|pin(?: it)?|like|save|bookmark|favou?rite|print|e-?mail|copy link|download|embed)",
        r"(?:menu|search|close|next|previous|skip to (?:main )?content|toggle (?:menu|navigation))",
        r"(?:log ?in|log ?out|sign ?in|sign ?up|register|my account|cart|checkout)",
        r"(?:facebook|twitter|x|instagram|pinterest|youtube|whatsapp|reddit|tiktok|linkedin)",
        r"(?:accept|reject|decline)(?: all)?(?: cookies)?",
    )
)
_LONGEST = 24  # characters
_FEWEST = 2  # lines below each other that make a widget


def is_control(folded: str) -> bool:
    """Whether a line, in lower case, is what a control of a page is called or shows."""
    return len(folded) <= _LONGEST and _CONTROL.fullmatch(folded) is not None


def parted(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines without those of widgets, and those of widgets."""
    text: list[Line] = []
    widgets: list[Line] = []
    run: list[Line] = []
    for line in lines:
        if is_control(line.folded):
            run.append(line)
            continue
        (widgets if len(run) >= _FEWEST else text).extend(run)
        run = []
        text.append(line)
    (widgets if len(run) >= _FEWEST else text).extend(run)
    return text, widgets
