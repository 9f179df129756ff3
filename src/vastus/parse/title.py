"""The exercise's name: what the headings of a page agree on, else its title."""

import re
from collections import Counter
from collections.abc import Sequence

from vastus.domain.page import Words
from vastus.parse.labels import MAX_HEADING
from vastus.parse.lines import Line, Marker
from vastus.prose.patterns import any_of

_TAIL = re.compile(
    r"\s*(?:[|»·•].*|(?:[:–—-]|\b101\b)?\s*(?:\b101\b\s*)?(?:video\s+)?(?:exercise\s+)?(?:video\s+)?"
    + any_of("guide", "tutorial", "demonstration", "how to", "instructions?")
    + r"\b.*)$",
    re.IGNORECASE,
)
"""What sites put behind a name: "| Site", ": Video Exercise Guide & Tips", "101 Video Tutorial"."""
_SITE = re.compile(r"\s+[–—-]\s+.*$")
_NO_NAME = re.compile(
    any_of(
        r"\d+",
        "skip to .*",
        r"home\b.*",
        r".*[/\u203a»>].*",  # the path of a page through its site
        "menu",
        "search",
        "exercises?",
        r".*\b(?:views?|votes?|reads?|ratings?)\b.*",
        r"[\d.,]+k? (?:comments?|shares?|likes?)",
    ),
    re.IGNORECASE,
)


def _title(text: str) -> str:
    return _TAIL.sub("", text).strip(" :–—-|") or text.strip()


def exercise_name(
    named: Sequence[str], above: Sequence[Line], *, heading: str | None, title: str | None
) -> Words | None:
    """The exercise's name, or None when the page does not say.

    Args:
        named: The names in front of "Overview", "Instructions" and "Tips".
        above: The lines before the profile.
        heading: The document's first heading, for HTML.
        title: The document's title, for HTML.
    """
    if named:
        most = Counter(name.casefold() for name in named).most_common(1)[0][0]
        return Words(next(name for name in named if name.casefold() == most))
    if heading:
        return Words(_title(heading))
    short = [line for line in above if len(line.words.text) <= MAX_HEADING]
    headings = [line for line in short if line.marker is Marker.HEADING]
    for line in (*headings, *reversed(short)):
        text = line.words.text
        name = _title(text)
        is_sentence = text[-1] in ".!?" and " " in text
        if _NO_NAME.fullmatch(text) or is_sentence or (line.marker is not Marker.HEADING and ":" in name):
            continue
        at = text.find(name)
        return line.words.cut(at, at + len(name)) if at >= 0 else Words(name)
    return Words(_title(_SITE.sub("", title))) if title else None
