"""Which contraction types an exercise holds, where the page says so."""

import re
from collections.abc import Sequence

from vastus.domain.exercise import Contraction, Share
from vastus.domain.page import Words
from vastus.prose.patterns import any_of, mentions, words
from vastus.prose.sentences import plain

_LOWERING = any_of("eccentric", "negative", "lowering")
_PART = any_of(
    "component", "part", "phase", "portion", "half", "loading", "load", "contraction", "work", "action", "stress"
)
_NO = any_of(
    "no",
    "zero",
    "without",
    any_of("don't", "doesn't", "do not", "does not") + " " + any_of("have", "involve"),
    "lacks?",
    "lacking",
    "free of",
    "absence of",
    "never any",
    "there's no",
    "there is no",
    "eliminates?",
    "removes?",
)
_LITTLE = any_of(
    "(?:very )?little",
    "minimal",
    any_of("barely", "hardly", "scarcely") + " any",
    any_of("almost", "next to") + " no",
    "reduced",
    "limited",
)
_RULES: tuple[tuple[re.Pattern[str], tuple[Share | None, Share | None, Share | None]], ...] = (
    (words(rf"{_LITTLE}(?: (?:to|or) no)? {_LOWERING}(?: {_PART})?"), (Share.FULL, Share.LITTLE, None)),
    (
        words(rf"{_NO} (?:any |a |an |the |real |true )*{_LOWERING}(?: {_PART})?(?! (?:pain|impact|effect))"),
        (Share.FULL, Share.NONE, None),
    ),
    (
        words("concentric[- ]only", "(?:purely|only|all|entirely) concentric", "concentric contractions? only"),
        (Share.FULL, Share.NONE, None),
    ),
    (
        words("eccentric[- ]only", "purely eccentric", rf"only the {_LOWERING} {_PART}"),
        (Share.NONE, Share.FULL, None),
    ),
    (
        words("(?:is|as) (?:an? )?(?:purely |entirely )?isometric (?:exercise|hold|contraction|drill|movement)"),
        (None, None, Share.FULL),
    ),
)
_STEMS = ("eccentric", "concentric", "negative", "lowering", "isometric")


def read_contraction(prose: Sequence[Words]) -> Contraction | None:
    """The contraction profile that the prose states; "no eccentric part" leaves the concentric one."""
    for each in prose:
        if not mentions(each.text.lower(), _STEMS):
            continue
        text = plain(each.text)
        for rule, shares in _RULES:
            found = rule.search(text)
            if found:
                return Contraction(*shares, span=each.span(*found.span()))
    return None
