"""Two places of one page that cannot both be followed: "torso vertical" here, "too upright" there.

Only lasting states are compared (how something is to be held), never movements, which change it on purpose. A tip that
depends on the person offers alternatives and contradicts nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vastus.domain.exercise import Exercise, Tip, TipKind
from vastus.domain.page import Finding, Severity, Span
from vastus.prose.sentences import plain


@dataclass(frozen=True, slots=True)
class Aspect:
    """Something that can be held in opposite ways: what is meant, and the words for either way."""

    name: str
    subject: re.Pattern[str]
    ways: tuple[tuple[str, re.Pattern[str]], ...]


def _aspect(name: str, subject: str, **ways: str) -> Aspect:
    return Aspect(
        name,
        re.compile(rf"\b(?:{subject})\b", re.IGNORECASE),
        tuple((way, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for way, words in ways.items()),
    )


_ASPECTS = (
    _aspect(
        "the torso's angle",
        r"torso|trunk|upper body|chest|you|yourself|body",
        upright=r"vertical|upright|straight up and down",
        leaning=r"inclin(?:ed|e)|leaning(?: (?:forward|back))?|lean (?:forward|back(?:ward)?)|angled|reclined|bent over|tilted",
    ),
    _aspect("the knees", r"knees?|legs?", straight=r"straight|locked(?: out)?|fully extended", bent=r"bent|flexed|soft|unlocked"),
    _aspect("the arms", r"arms?|elbows?", straight=r"straight|locked(?: out)?|fully extended", bent=r"bent|flexed|soft|unlocked"),
    _aspect("the elbows", r"elbows?", tucked=r"tucked|close to (?:your|the) (?:sides?|body|torso|ribs)|pinned", flared=r"flared|wide|out to the sides?"),
    _aspect("the grip", r"grip|hands?", wide=r"wide(?:r)?|outside (?:of )?shoulder[- ]width", narrow=r"narrow(?:er)?|close(?:r)?|inside shoulder[- ]width"),
    _aspect("the stance", r"stance|feet", wide=r"wide(?:r)?", narrow=r"narrow(?:er)?|together"),
    _aspect("the feet", r"feet|foot|heels?", flat=r"flat|planted|on the (?:floor|ground)", raised=r"(?:heels? )?(?:raised|lifted|elevated|off the (?:floor|ground))|on (?:your|the) toes"),
    _aspect("the back", r"back|spine|lower back", flat=r"flat|neutral|straight", arched=r"arched|hyperextended", rounded=r"rounded|round|hunched"),
    _aspect("the gaze", r"head|eyes|gaze|chin", up=r"up|lifted|raised", down=r"down|tucked", neutral=r"neutral"),
    _aspect("the tempo", r"movement|rep|repetitions?|reps|weight|bar|pace|tempo|speed", slow=r"slow(?:ly)?|controlled|under control", fast=r"fast|quick(?:ly)?|explosive(?:ly)?|as fast as possible"),
)  # fmt: skip

_HELD = re.compile(
    r"\b(?:with|keep(?:ing)?|maintain(?:ing)?|hold(?:ing)?|ensure|make sure|be sure|should|must|stay(?:ing)?|remain(?:s|ing)?|have|having|position|stand(?:ing)?|sit(?:ting)?|too|never|don't|do not|avoid|always|throughout|at all times)\b",
    re.IGNORECASE,
)
_LASTING = re.compile(r"\b(?:keep(?:ing)?|maintain\w*|always|never|throughout|at all times|should|must|remain\w*|stay\w*)\b", re.IGNORECASE)
_AGAINST = re.compile(r"\b(?:too|overly|excessively|never|don't|do not|avoid(?:ing)?|not|shouldn't|should not|without|rather than|instead of|no)\b[^,;.]{0,40}$", re.IGNORECASE)
_MOVING = re.compile(r"\b(?:until|before|then|as you|once|when(?: you)?|after|start(?:ing)? (?:position )?with|return|back to|at the (?:top|bottom|end|start)|on the way)\b[^,;.]{0,60}$", re.IGNORECASE)
_CLAUSE = re.compile(r"[.;:!?]|,(?! (?:and |your |locked|straight))|\s[–—-]\s|\band/or\b|\bbut\b|\bwhile\b|\bso\b")
_NEAR = 45  # characters between a subject and its state


@dataclass(frozen=True, slots=True)
class Stated:
    """One place that wants a state, or does not want it."""

    aspect: str
    way: str
    is_wanted: bool
    is_lasting: bool
    text: str
    where: str
    span: Span | None


def _places(exercise: Exercise) -> Iterator[tuple[str, str, Span | None, bool]]:
    for number, step in enumerate(exercise.instructions, 1):
        yield f"step {number}", step.text, step.span, True
    for number, tip in enumerate(exercise.tips, 1):
        yield from _tip_places(f"tip {number}", tip)


def _tip_places(where: str, tip: Tip) -> Iterator[tuple[str, str, Span | None, bool]]:
    if tip.kind in (TipKind.INDIVIDUAL, TipKind.SUBSTITUTE, TipKind.PROGRAMMING):
        return
    yield where, tip.text, tip.span, False
    for child in tip.children:
        yield from _tip_places(where, child)


def statements(exercise: Exercise) -> Iterator[Stated]:
    """Every lasting state that a step or tip asks for or warns of."""
    for where, printed, span, is_step in _places(exercise):
        text = plain(printed)
        start = 0
        cuts = [*(cut.start() for cut in _CLAUSE.finditer(text)), len(text)]
        for end in cuts:
            clause = text[start:end]
            if len(clause) > 8 and _HELD.search(clause):  # noqa: PLR2004  # no clause is that short
                yield from _in_clause(clause, where, printed, span, is_step=is_step)
            start = end


def _in_clause(clause: str, where: str, printed: str, span: Span | None, *, is_step: bool) -> Iterator[Stated]:
    for aspect in _ASPECTS:
        states = [(way, state) for way, words in aspect.ways if (state := words.search(clause))]
        if len(states) > 1:
            continue  # "flat or slightly arched" leaves it open
        for way, state in states:
            near = clause[max(0, state.start() - _NEAR) : state.end() + _NEAR // 3]
            if not aspect.subject.search(near) or _MOVING.search(clause[: state.start()]):
                continue
            if is_step and re.match(r"(?:\w+ )?(?:push|pull|drive|lift|lower|press|lean|bend|raise|curl)\b", clause.strip(), re.IGNORECASE):
                continue
            against = _AGAINST.search(clause[: state.start()])
            is_lasting = not is_step or bool(_LASTING.search(clause))
            yield Stated(aspect.name, way, against is None, is_lasting, printed, where, span)


def check_contradictions(exercise: Exercise) -> Iterator[Finding]:
    """A finding for each pair of places that want opposite states of the same thing."""
    by_aspect: dict[str, list[Stated]] = {}
    for stated in statements(exercise):
        by_aspect.setdefault(stated.aspect, []).append(stated)
    for aspect, all_stated in by_aspect.items():
        pair = _opposed(all_stated)
        if pair:
            one, other = pair
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
            if other.where == one.where or not (one.is_lasting or other.is_lasting):
                continue  # one step after the other changes things on purpose
            if one.where.startswith("step") and other.where.startswith("step") and not (one.is_lasting and other.is_lasting):
                continue
            if (other.is_wanted and other.way != one.way) or (not other.is_wanted and other.way == one.way):
                return one, other
    return None
