"""Which contraction types an exercise holds, where the page says so."""

import re
from collections.abc import Sequence

from vastus.domain.exercise import Contraction, Share
from vastus.domain.page import Words
from vastus.prose.patterns import any_of, mentions, whole_words
from vastus.prose.sentences import leveled

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
_RULES: tuple[tuple[tuple[str, ...], re.Pattern[str], tuple[Share | None, Share | None, Share | None]], ...] = (
    (
        ("little", "minimal", "ly any", "almost no", "next to no", "reduced", "limited"),
        whole_words(rf"{_LITTLE}(?: (?:to|or) no)? {_LOWERING}(?: {_PART})?"),
        (Share.FULL, Share.LITTLE, None),
    ),
    (
        ("no", "zero", "without", "n't", "lack", "free of", "absence", "never any", "eliminate", "remove"),
        whole_words(rf"{_NO} (?:any |a |an |the |real |true )*{_LOWERING}(?: {_PART})?(?! (?:pain|impact|effect))"),
        (Share.FULL, Share.NONE, None),
    ),
    (
        ("concentric",),
        whole_words("concentric[- ]only", "(?:purely|only|all|entirely) concentric", "concentric contractions? only"),
        (Share.FULL, Share.NONE, None),
    ),
    (
        ("only", "purely"),
        whole_words("eccentric[- ]only", "purely eccentric", rf"only the {_LOWERING} {_PART}"),
        (Share.NONE, Share.FULL, None),
    ),
    (
        ("isometric",),
        whole_words("(?:is|as) (?:an? )?(?:purely |entirely )?isometric (?:exercise|hold|contraction|drill|movement)"),
        (None, None, Share.FULL),
    ),
)
"""Stems of which one must be there, the pattern, and the shares that it stands for."""
_STEMS = ("eccentric", "concentric", "negative", "lowering", "isometric")


def read_contraction(prose: Sequence[Words]) -> Contraction | None:
    """The contraction profile that the prose states; "no eccentric part" leaves the concentric one."""
    for each in prose:
        if not mentions(each.text.lower(), _STEMS):  # most say nothing of it
            continue
        text = leveled(each.text)
        for stems, rule, shares in _RULES:
            found = rule.search(text) if mentions(text, stems) else None
            if found:
                return Contraction(*shares, span=each.span(*found.span()))
    return None
