"""How a page says that its exercise stands to others: "is a variation of the sled drag"."""

import re
from collections.abc import Iterator, Sequence

from vastus.domain.exercise import Relation, RelationKind
from vastus.domain.page import Words
from vastus.profile.slug import slug
from vastus.prose.sentences import plain, sentences

_THING = r"(?P<to>(?!(?:exercise|movement|lift|this|that|it|which|both|a few|several)\b)[a-z0-9][\w'/-]*(?: (?!(?:and|but|that|which|where|with|in|on|for|as|because|who|or|used|done|performed|to|is|are|while|when|by|using|at|of|from|since|so|if|than|you|it|targeting|designed|except|minus|without|often|commonly|primarily|mainly|also)\b)[\w'/-]+){0,5})"
_ARTICLE = r"(?:the |a |an |your |standard |classic |traditional |regular |basic |conventional |normal |typical |popular |well[- ]known )*"
_VARIATION = re.compile(
    r"\b(?:is|are|as|being)\b[^.;]{0,60}?\b(?:variation|variant|variety|version|form|type|take|twist|spin|adaptation|modification)s? (?:of|on) " + _ARTICLE + _THING,
    re.IGNORECASE,
)
_PROGRESSION = re.compile(r"\b(?:is|as)\b[^.;]{0,40}?\b(?:progression (?:of|from|to|on)|step up from|harder (?:version|variation|form) of|more (?:advanced|difficult|challenging) (?:version|variation|form) of) " + _ARTICLE + _THING, re.IGNORECASE)
_REGRESSION = re.compile(r"\b(?:is|as)\b[^.;]{0,40}?\b(?:regression (?:of|from|to)|easier (?:version|variation|form|alternative) (?:of|to)|less (?:advanced|difficult|challenging|demanding) (?:version|variation|form) of|beginner(?:'s)? (?:version|variation) of|simplified (?:version|variation) of|stepping stone to(?:ward)?s?|lead-?up to|preparation for) " + _ARTICLE + _THING, re.IGNORECASE)
_OPPOSITE = re.compile(r"\b(?:is|as)\b[^.;]{0,30}?\b(?:the )?(?:opposite|reverse|mirror image|counterpart) (?:of|to) " + _ARTICLE + _THING, re.IGNORECASE)
_RULES = (
    (_PROGRESSION, RelationKind.PROGRESSION_OF),
    (_REGRESSION, RelationKind.REGRESSION_OF),
    (_OPPOSITE, RelationKind.OPPOSITE_OF),
    (_VARIATION, RelationKind.VARIATION_OF),
)
_GATE = re.compile(r"variation|variant|version|progression|regression|opposite|reverse of|counterpart|mirror|step up|stepping|variety of|form of|type of|take on|twist on|spin on|adaptation|modification|lead-?up|preparation for", re.IGNORECASE)
_GENERIC = re.compile(r"(?:exercise|movement|training|work|cardio|conditioning|equipment|muscle|lift|drill|stretch|workout|strength\w*|bodyweight|resistance|mobility|plyometrics?|core|isolation|compound)(?: (?:exercise|training|work|movement|drill))?s?", re.IGNORECASE)
_PLURAL = re.compile(r"(?<=[a-rt-z])s$", re.IGNORECASE)


def read_relations(prose: Sequence[Words], own_id: str) -> tuple[Relation, ...]:
    """The relations that the prose states outright, each once, never to the exercise itself."""
    found: dict[tuple[RelationKind, str], Relation] = {}
    pairs: set[str] = set()
    for words in prose:
        text = plain(words.text)
        if not _GATE.search(text):
            continue
        for relation in _in_text(words, text):
            if relation.to != own_id and relation.to not in pairs:
                pairs.add(relation.to)
                found.setdefault((relation.kind, relation.to), relation)
    return tuple(found.values())


def _in_text(words: Words, text: str) -> Iterator[Relation]:
    for start, end in sentences(text):
        for rule, kind in _RULES:
            match = rule.search(text, start, end)
            if match is None:
                continue
            name = match["to"].strip(" -'")
            if _GENERIC.fullmatch(name):
                continue
            yield Relation(kind, slug(_PLURAL.sub("", name)), span=words.span(match.start(), match.start("to") + len(name)))
            break
