"""Which contraction types an exercise holds, where the page says so."""

import re
from collections.abc import Sequence

from vastus.domain.exercise import Contraction, Share
from vastus.domain.page import Words
from vastus.prose.sentences import plain

_NO_ECCENTRIC = re.compile(
    r"\b(?:no|without|don't (?:have|involve)|doesn't (?:have|involve)|do not (?:have|involve)|does not (?:have|involve)|lacks?|lacking|free of|absence of|never any|there's no|there isn't|there is no|zero|eliminates?|removes?)"
    r" (?:any |a |an |the |real |true |much of an |such thing as an? )*(?:eccentric|negative|lowering)(?: (?:component|part|phase|portion|loading|load|contraction|work|action|muscle action|stress|half))?\b(?! (?:pain|impact|effect))",
    re.IGNORECASE,
)
_LITTLE_ECCENTRIC = re.compile(
    r"\b(?:little|minimal|barely any|hardly any|very little|almost no|next to no|reduced|scarcely any|limited)(?: to no| or no)? (?:eccentric|negative|lowering)(?: (?:component|part|phase|portion|loading|load|contraction|work|action|stress))?\b",
    re.IGNORECASE,
)
_CONCENTRIC_ONLY = re.compile(r"\b(?:concentric[- ]only|purely concentric|only concentric|concentric contractions? only|(?:almost )?(?:entirely|all) concentric)\b", re.IGNORECASE)
_ECCENTRIC_ONLY = re.compile(r"\b(?:eccentric[- ]only|purely eccentric|only the (?:eccentric|negative|lowering) (?:phase|part|portion))\b", re.IGNORECASE)
_ISOMETRIC = re.compile(r"\b(?:is|as) (?:an? )?(?:purely |entirely )?isometric (?:exercise|hold|contraction|drill|movement)\b", re.IGNORECASE)
_GATE = re.compile(r"eccentric|concentric|negative|lowering|isometric", re.IGNORECASE)


def read_contraction(prose: Sequence[Words]) -> Contraction | None:
    """The contraction profile that the prose states; "no eccentric part" leaves the concentric one."""
    for words in prose:
        text = plain(words.text)
        if not _GATE.search(text):
            continue
        for rule, shares in (
            (_NO_ECCENTRIC, (Share.FULL, Share.NONE, None)),
            (_CONCENTRIC_ONLY, (Share.FULL, Share.NONE, None)),
            (_LITTLE_ECCENTRIC, (Share.FULL, Share.LITTLE, None)),
            (_ECCENTRIC_ONLY, (Share.NONE, Share.FULL, None)),
            (_ISOMETRIC, (None, None, Share.FULL)),
        ):
            found = rule.search(text)
            if found:
                return Contraction(*shares, span=words.span(*found.span()))
    return None
