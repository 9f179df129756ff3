"""Lines that open what stands below a page: comments, links to other pages, the site's footer."""

import re

from vastus.parse.lines import Line
from vastus.prose.patterns import any_of

_END = re.compile(
    any_of(
        r"(?:previous|next) (?:article|post|exercise|page)\b.*",
        r"related (?:exercises?|articles?|posts?|workouts?|content|videos?)\b.*",
        r"(?:more|popular|similar) (?:exercises|workouts|articles)\b.*",
        r"(?:more like this|see also)\b.*",
        r"(?:\d+ )?comments?(?: \(\d+\))?",
        r"(?:leave a (?:comment|reply)|post(?:ed)? (?:a )?comment|join the discussion)\b.*",
        r"you (?:may|might) also like\b.*",
        r"log ?in to (?:comment|reply)\b.*",
        r"(?:about the author|share this|sign up|subscribe)\b.*",
        r"(?:filed under|posted in)\b.*",
        "tags?:.*",
        r"(?:you are visitor|guestbook)\b.*",
        r"(?:all )?rights reserved\b.*",
        "© .*",
    )
)
_STARTS = frozenset(
    (
        "pre nex rel mor pop sim see com lea pos joi you log abo sha sig sub fil tag gue all rig"
    ).split()
)  # fmt: skip
_OTHER_STARTS = "0123456789©"


def may_end_page(folded: str) -> bool:
    """A quick refusal: whether a line starts like one that opens what stands below a page."""
    return folded[:3] in _STARTS or folded[0] in _OTHER_STARTS


def ends_page(line: Line) -> bool:
    """Whether the page is over with this line."""
    return may_end_page(line.folded) and _END.fullmatch(line.folded) is not None
