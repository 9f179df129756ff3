"""The exercise's name: what the headings of a page agree on, else its title."""

import re
from collections import Counter
from collections.abc import Sequence

from vastus.domain.page import ProfileField, Words
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

_NAMED = re.compile(r"(?:(?:exercise|name|title)\s*:|exercise name\s*(?::|$))\s*(?P<name>\S.*)?", re.IGNORECASE)
"""A line that says the name outright; the value may stand on the line below."""


def named_at(text: str) -> int | None:
    """Where the value starts in a line that a label of the exercise's name opens, or None.

    >>> "Exercise Name: Zercher Carry"[named_at("Exercise Name: Zercher Carry"):]
    'Zercher Carry'
    """
    found = _NAMED.fullmatch(text)
    return None if found is None else found.start("name") if found["name"] else len(text)


def stated_name(lines: Sequence[Line], fields: Sequence[ProfileField]) -> tuple[Words, str] | None:
    """The name that a label says outright, and the label's whole line; above the profile, or in it.

    Args:
        lines: The lines before the profile.
        fields: The profile's own.
    """
    for at, line in enumerate(lines):
        start = named_at(line.words.text)
        if start is not None:
            name = line.words.cut(start) if start < len(line.words.text) else _below(lines, at)
            if name and _can_be_name(name):
                return name, line.words.text
    for field in fields:
        if field.name is None and field.values and named_at(f"{field.label}:") is not None:
            name = field.values[0]
            if _can_be_name(name):
                return name, field.label
    return None


def _can_be_name(words: Words) -> bool:
    text = words.text
    is_sentence = text[-1] in ".!?" and " " in text
    has_letter = any(character.isalpha() for character in text)
    return has_letter and len(text) <= MAX_HEADING and not is_sentence and not _NO_NAME.fullmatch(text)


def _below(lines: Sequence[Line], at: int) -> Words | None:
    """The line under a label that stands alone, unless a blank line parts them or it is a label itself."""
    after = lines[at + 1] if at + 1 < len(lines) else None
    return None if after is None or after.gap or ":" in after.words.text else after.words


def _title(text: str) -> str:
    return _TAIL.sub("", text).strip(" :–—-|") or text.strip()


def exercise_name(
    named: Sequence[str], above: Sequence[Line], *, stated: Words | None, heading: str | None, title: str | None
) -> Words | None:
    """The exercise's name, or None when the page does not say.

    Args:
        named: The names in front of "Overview", "Instructions" and "Tips".
        above: The lines before the profile.
        stated: What a label says outright.
        heading: The document's first heading, for HTML.
        title: The document's title, for HTML.
    """
    if named:
        most = Counter(name.casefold() for name in named).most_common(1)[0][0]
        return Words(next(name for name in named if name.casefold() == most))
    if stated:
        return stated
    if heading:
        return Words(_title(heading))
    short = [line for line in above if len(line.words.text) <= MAX_HEADING]
    headings = [line for line in short if line.marker is Marker.HEADING]
    for line in (*headings, *reversed(short)):
        text = line.words.text
        name = _title(text)
        is_sentence = text[-1] in ".!?" and " " in text
        if (
            named_at(text) is not None
            or _NO_NAME.fullmatch(text)
            or is_sentence
            or (line.marker is not Marker.HEADING and ":" in name)
        ):
            continue
        at = text.find(name)
        return line.words.cut(at, at + len(name)) if at >= 0 else Words(name)
    return Words(_title(_SITE.sub("", title))) if title else None
