"""Two places of one page that cannot both be followed: "torso vertical" here, "too upright" there.

Only lasting states are compared (how something is to be held), never movements, which change it on purpose. A tip that
depends on the person offers alternatives and contradicts nothing.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from msgspec import Struct

from vastus.domain.exercise import Exercise, Tip, TipKind
from vastus.domain.page import Finding, Severity, Span
from vastus.prose.letters import runs_of_letters
from vastus.prose.patterns import any_of, mentions, whole_words
from vastus.prose.sentences import clause_start, leveled


class Aspect(Struct, frozen=True):
    """Something that can be held in opposite ways: what is meant, and the words for either way."""

    name: str
    names: frozenset[str]  # words that name the subject
    ways: Mapping[str, re.Pattern[str]]


_STRAIGHT = "straight|locked(?: out)?|fully extended"
_BENT = "bent|flexed|soft|unlocked"


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


_ASPECTS = (
    Aspect(
        "the torso's angle",
        _names("torso trunk body chest you yourself"),
        {
            "upright": whole_words("vertical", "upright", "straight up and down"),
            "leaning": whole_words(
                "inclin(?:ed|e)",
                "leaning",
                "lean (?:forward|back(?:ward)?)",
                "angled",
                "reclined",
                "bent over",
                "tilted",
            ),
        },
    ),
    Aspect(
        "the knees", _names("knee knees leg legs"), {"straight": whole_words(_STRAIGHT), "bent": whole_words(_BENT)}
    ),
    Aspect(
        "the arms", _names("arm arms elbow elbows"), {"straight": whole_words(_STRAIGHT), "bent": whole_words(_BENT)}
    ),
    Aspect(
        "the elbows",
        _names("elbow elbows"),
        {
            "tucked": whole_words("tucked", "pinned", "close to (?:your|the) (?:sides?|body|torso|ribs)"),
            "flared": whole_words("flared", "wide", "out to the sides?"),
        },
    ),
    Aspect(
        "the grip",
        _names("grip hand hands"),
        {
            "wide": whole_words("wider?", "outside (?:of )?shoulder[- ]width"),
            "narrow": whole_words("narrow(?:er)?", "closer?", "inside shoulder[- ]width"),
        },
    ),
    Aspect(
        "the stance",
        _names("stance feet"),
        {"wide": whole_words("wider?"), "narrow": whole_words("narrow(?:er)?", "together")},
    ),
    Aspect(
        "the feet",
        _names("feet foot heel heels"),
        {
            "flat": whole_words("flat", "planted", "on the (?:floor|ground)"),
            "raised": whole_words("raised", "lifted", "elevated", "off the (?:floor|ground)", "on (?:your|the) toes"),
        },
    ),
    Aspect(
        "the back",
        _names("back spine"),
        {
            "flat": whole_words("flat", "neutral", "straight"),
            "arched": whole_words("arched", "hyperextended"),
            "rounded": whole_words("rounded", "round", "hunched"),
        },
    ),
    Aspect(
        "the gaze",
        _names("head eyes gaze chin"),
        {
            "up": whole_words("up", "lifted", "raised"),
            "down": whole_words("down", "tucked"),
            "neutral": whole_words("neutral"),
        },
    ),
    Aspect(
        "the tempo",
        _names("movement rep reps repetition repetitions weight bar pace tempo speed"),
        {
            "slow": whole_words("slow(?:ly)?", "controlled", "under control"),
            "fast": whole_words("fast", "quick(?:ly)?", "explosive(?:ly)?", "as fast as possible"),
        },
    ),
)
_HELD = whole_words(
    "with", "keep(?:ing)?", "maintain(?:ing)?", "hold(?:ing)?", "ensure", "make sure", "be sure", "should", "must",
    "stay(?:ing)?", "remain(?:s|ing)?", "have", "having", "position", "stand(?:ing)?", "sit(?:ting)?", "too", "never",
    "don't", "do not", "avoid", "always", "throughout", "at all times",
)  # fmt: skip
_HELD_STEMS = (
    "with", "keep", "maintain", "hold", "ensur", "sure", "should", "must", "stay", "remain", "hav", "position", "stand",
    "sit", "too", "never", "don't", "do not", "avoid", "always", "through", "at all",
)  # fmt: skip
_STATE_STEMS = (
    "vertical", "upright", "straight", "inclin", "lean", "angled", "reclin", "bent", "tilt", "lock",
    "extended", "flex", "soft", "tuck", "pinned", "close", "flar", "wide", "side", "outside", "inside",
    "narrow", "together", "flat", "plant", "floor", "ground", "raised", "lifted", "elevat", "toes", "neutral",
    "arch", "hyper", "round", "hunch", " up", "down", "slow", "control", "fast", "quick", "explos",
)  # fmt: skip
_LASTING = whole_words(
    "keep(?:ing)?",
    r"maintain\w*",
    "always",
    "never",
    "throughout",
    "at all times",
    "should",
    "must",
    r"remain\w*",
    r"stay\w*",
)
_AGAINST = re.compile(
    r"\b(?=\w)"
    + any_of(
        "too", "overly", "excessively", "never", "don't", "do not", "avoid(?:ing)?", "not", "shouldn't", "should not",
        "without", "rather than", "instead of", "no",
    )
    + r"\b[^,;.]{0,40}$"
)  # fmt: skip
_MOVING = re.compile(
    r"\b(?=\w)"
    + any_of(
        "until", "before", "then", "as you", "once", "when(?: you)?", "after", "start(?:ing)? (?:position )?with",
        "return", "back to", "at the (?:top|bottom|end|start)", "on the way",
    )
    + r"\b[^,;.]{0,60}$"
)  # fmt: skip
_MOVES = re.compile(r"\s*(?:\w+ )?(?:push|pull|drive|lift|lower|press|lean|bend|raise|curl)\b")
_STOP = re.compile(r"[.;:!?,](?:(?<!,)|(?! (?:and |your |locked|straight)))")
# Each of the forms starts with one of few characters, so that the search can jump to them.
_JOINT = re.compile(r"[\sabws](?:(?<=\s)[–—-]\s|(?<=\b.)(?:(?<=a)nd/or|(?<=b)ut|(?<=w)hile|(?<=s)o)\b)")
_JOINT_STEMS = (" –", " —", " -", "and/or", "but", "while", "so")
_NEAR = 45  # characters between a subject and its state
_SHORTEST = 8  # characters; no clause is shorter


class Stated(Struct, frozen=True):
    """One place that wants a state, or does not want it."""

    aspect: str
    way: str
    is_wanted: bool
    is_lasting: bool
    is_step: bool
    text: str
    where: str
    span: Span | None


class _Place(Struct, frozen=True):
    where: str
    text: str
    span: Span | None
    is_step: bool


def _places(exercise: Exercise) -> Iterator[_Place]:
    for number, step in enumerate(exercise.instructions, 1):
        yield _Place(f"step {number}", step.text, step.span, is_step=True)
    for number, tip in enumerate(exercise.tips, 1):
        yield from _tip_places(f"tip {number}", tip)


def _tip_places(where: str, tip: Tip) -> Iterator[_Place]:
    if tip.kind in (TipKind.INDIVIDUAL, TipKind.SUBSTITUTE, TipKind.PROGRAMMING):
        return
    yield _Place(where, tip.text, tip.span, is_step=False)
    for child in tip.children:
        yield from _tip_places(where, child)


def statements(exercise: Exercise) -> Iterator[Stated]:
    """Every lasting state that a step or tip asks for or warns of."""
    for place in _places(exercise):
        lower = leveled(place.text)
        if not (mentions(lower, _STATE_STEMS) and mentions(lower, _HELD_STEMS)):
            continue
        for clause in _clauses(lower):
            if len(clause) > _SHORTEST and mentions(clause, _STATE_STEMS):
                aspects = _aspects_of(clause)
                if aspects and _HELD.search(clause):
                    yield from _in_clause(clause, aspects, place)


def _clauses(lower: str) -> list[str]:
    """A text cut in front of its stops and of the words that turn a sentence."""
    cuts = [stop.start() for stop in _STOP.finditer(lower)]
    if mentions(lower, _JOINT_STEMS):
        cuts = sorted([*cuts, *(joint.start() for joint in _JOINT.finditer(lower))])
    return [lower[start:end] for start, end in pairwise([0, *cuts, len(lower)])]


def _aspects_of(clause: str) -> list[Aspect]:
    """The aspects whose subject a clause names."""
    spoken = runs_of_letters(clause)
    return [aspect for aspect in _ASPECTS if not aspect.names.isdisjoint(spoken)]


def _in_clause(clause: str, aspects: list[Aspect], place: _Place) -> Iterator[Stated]:
    for aspect in aspects:
        states = [(way, state) for way, pattern in aspect.ways.items() if (state := pattern.search(clause))]
        if len(states) != 1:
            continue  # "flat or slightly arched" leaves it open
        way, state = states[0]
        near = clause[max(0, state.start() - _NEAR) : state.end() + _NEAR // 3]
        at = state.start()
        said_from = clause_start(clause, at)
        if (
            aspect.names.isdisjoint(runs_of_letters(near))
            or _MOVING.search(clause, said_from, at)
            or (place.is_step and _MOVES.match(clause))
        ):
            continue
        yield Stated(
            aspect=aspect.name,
            way=way,
            is_wanted=_AGAINST.search(clause, said_from, at) is None,
            is_lasting=not place.is_step or _LASTING.search(clause) is not None,
            is_step=place.is_step,
            text=place.text,
            where=place.where,
            span=place.span,
        )


def disagreements(exercise: Exercise) -> Iterator[tuple[Stated, Stated, str]]:
    """For each aspect that two places want held in opposite ways: the one, the other, and what is meant."""
    by_aspect: dict[str, list[Stated]] = {}
    for stated in statements(exercise):
        by_aspect.setdefault(stated.aspect, []).append(stated)
    for aspect, all_stated in by_aspect.items():
        pair = _opposed(all_stated)
        if pair:
            yield *pair, aspect


def check_contradictions(exercise: Exercise) -> Iterator[Finding]:
    """A finding for each aspect that two places want held in opposite ways."""
    for one, other, aspect in disagreements(exercise):
        wanted = other.way if other.is_wanted else f"not {other.way}"
        yield Finding(
            rule="contradiction",
            field="instructions",
            severity=Severity.WARNING,
            message=f"{one.where} and {other.where} disagree about {aspect}: {one.way} there, {wanted} here",
            excerpt=f"{one.text} … {other.text}",
            hint="both were kept; mechanics may say which one holds",
            span=one.span,
        )


def _opposed(stated: list[Stated]) -> tuple[Stated, Stated] | None:
    for one in stated:
        if not one.is_wanted:
            continue
        for other in stated:
            if other.where != one.where and _comparable(one, other) and other.is_wanted != (other.way == one.way):
                return one, other
    return None


def _comparable(one: Stated, other: Stated) -> bool:
    """Two steps only where both speak of the whole exercise: one after the other they change things on purpose."""
    return (one.is_lasting and other.is_lasting) if one.is_step and other.is_step else True
