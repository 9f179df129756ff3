"""How a page says that its exercise stands to others: "is a variation of the sled drag"."""

import re
from collections.abc import Iterator, Sequence

from vastus.domain.exercise import Relation, RelationKind
from vastus.profile.slug import slug
from vastus.prose.passage import Passage
from vastus.prose.patterns import any_of, mentions

_NO_NAME = any_of("exercise", "movement", "lift", "this", "that", "it", "which", "both", "a few", "several")
_NAME_ENDS = any_of(
    "and", "but", "or", "that", "which", "where", "who", "with", "without", "in", "on", "at", "of", "from", "by", "for",
    "to", "as", "because", "since", "so", "if", "than", "while", "when", "is", "are", "used", "using", "done",
    "performed",
    "you", "it", "targeting", "designed", "except", "minus", "often", "commonly", "primarily", "mainly", "also",
)  # fmt: skip
_THING = rf"(?P<to>(?!(?:(?:the|an?|your) )*{_NO_NAME}\b)[a-z0-9][\w'/-]*(?: (?!{_NAME_ENDS}\b)[\w'/-]+){{0,5}})"
_ARTICLE = (
    any_of(
        "the", "a", "an", "your", "standard", "classic", "traditional", "regular", "basic", "conventional", "normal",
        "typical", "popular", "well[- ]known",
    )
    + " "
)  # fmt: skip
_FORM = any_of("version", "variation", "variant", "form", "alternative")


def _rule(reach: int, *links: str) -> re.Pattern[str]:
    """One of the links at most `reach` characters behind "is", then the other exercise's name."""
    is_ = any_of("is", "are", "as", "being")
    return re.compile(rf"\b{is_}\b[^.;]{{0,{reach}}}?\b{any_of(*links)} (?:{_ARTICLE})*{_THING}")


_RULES = (
    (
        _rule(
            40,
            "progression (?:of|from|to|on)",
            "step up from",
            rf"(?:harder|more (?:advanced|difficult|challenging)) {_FORM} (?:of|to)",
        ),
        RelationKind.PROGRESSION_OF,
        ("progression", "step up", "harder", "more"),
    ),
    (
        _rule(
            40,
            "regression (?:of|from|to)",
            rf"(?:easier|less (?:advanced|difficult|challenging|demanding)|beginner(?:'s)?|simplified)"
            rf" {_FORM} (?:of|to)",
            "stepping stone (?:to|towards?)",
            "lead-?up to",
            "preparation for",
        ),
        RelationKind.REGRESSION_OF,
        ("regression", "easier", "less", "beginner", "simplified", "stepping", "lead", "preparation"),
    ),
    (
        _rule(30, "(?:opposite|reverse|mirror image|counterpart) (?:of|to)"),
        RelationKind.OPPOSITE_OF,
        ("opposite", "reverse", "mirror", "counterpart"),
    ),
    (
        _rule(
            60,
            any_of("variation", "variant", "variety", "version", "form", "type", "adaptation", "modification")
            + "s? of",
            any_of("variation", "take", "twist", "spin") + "s? on",
        ),
        RelationKind.VARIATION_OF,
        ("varia", "version", "variety", "form", "type", "adaptation", "modification", "take", "twist", "spin"),
    ),
)
"""Each kind's patterns, and the stems of which one must be there for any of them to fit."""
_STEMS = (
    "variation", "variant", "version", "variety", "progression", "regression", "opposite", "reverse of", "counterpart",
    "mirror", "step up", "stepping", "form of", "type of", "take on", "twist on", "spin on", "adaptation",
    "modification", "lead-up", "leadup", "preparation for", "alternative",
)  # fmt: skip
_GENERIC = re.compile(
    any_of(
        "exercise", "movement", "training", "work", "cardio", "conditioning", "equipment", "muscle", "lift", "drill",
        "stretch", "workout", r"strength\w*", "bodyweight", "resistance", "mobility", "plyometrics?", "core",
        "isolation", "compound",
    )
    + r"(?: (?:exercise|training|work|movement|drill))?s?"
)  # fmt: skip
_PLURAL = re.compile(r"(?<=[a-rt-z])s$")


def read_relations(prose: Sequence[Passage], own_id: str) -> tuple[Relation, ...]:
    """The relations that the prose states outright, each other exercise once, never the exercise itself."""
    found: dict[str, Relation] = {}
    for part in prose:
        if mentions(part.lower, _STEMS):
            for relation in _in_text(part):
                if relation.to != own_id:
                    found.setdefault(relation.to, relation)
    return tuple(found.values())


def _in_text(part: Passage) -> Iterator[Relation]:
    lower = part.lower
    for start, end in part.sentences:
        sentence = lower[start:end]
        for rule, kind, stems in _RULES:
            match = rule.search(lower, start, end) if mentions(sentence, stems) else None
            if match is None:
                continue
            name = match["to"].strip(" -'")
            if _GENERIC.fullmatch(name):
                continue
            span = part.words.span(match.start(), match.start("to") + len(name))
            yield Relation(kind, slug(_PLURAL.sub("", name)), span=span)
            break
