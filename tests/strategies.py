"""Hypothesis strategies for the domain: valid by construction, and unkind where text is free.

A text is drawn from what people write, from what a Markdown or YAML reader could take for a mark,
and from all of Unicode that the constructors let through. Spans are left out: they do not count
when two exercises are compared.
"""

from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from vastus.domain.anatomy import Muscle, MuscleGroup, MuscleRole
from vastus.domain.claim import Basis, BasisKind, Claim, Verdict
from vastus.domain.equipment import Equipment, Surface
from vastus.domain.exercise import (
    Contraction,
    Demand,
    Dose,
    Exercise,
    ExerciseType,
    Facing,
    Force,
    Goal,
    Laterality,
    Level,
    Measure,
    Mechanics,
    Movement,
    MuscleInvolvement,
    Noise,
    Posture,
    Range,
    Relation,
    RelationKind,
    Share,
    Step,
    StepKind,
    Swap,
    Tip,
    TipKind,
    Travel,
    Use,
)
from vastus.domain.page import Finding, Page, Section, Severity, Words
from vastus.domain.source import Citation, Confidence, Grade, Source
from vastus.parse.hidden import HIDDEN

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

MARKS = (
    "*Load.* ", "**Fault.** ", "__Cue:__ ", "Sign: ", "Fix:", "- ", "* ", "+ ", "1. ", "12) ", "#",
    "## Tips", "---", "***", "===", "___", "> ", "<b>", "<https://example.org/>", "<!--", "```",
    "[V] ", "[x](y)", "&amp;", "\\", "\\n", "\\*", "_", "|", "~", "null", "no", "yes", "true",
    "1e3", "0x1F", "2026-11-22", "12:30", ": ", " #", "#x", ":", ",", "{", "}", "[", "]", '"', "'",
    "!tag", "&a", "*a", "%", "@", "`", "?", " ", "  ", "\u00a0", "\ufeff", "\u200b", "é", "e\u0301",
    "🏋🏽‍♀️", "漢字", "שלום", "½", "°", "–", "…", "’", "\U0001ffff", "\U0010ffff",
)  # fmt: skip
"""Pieces of text that a careless printer or reader would take for something else."""

_WORDS = (
    "the",
    "sled",
    "Push",
    "knees",
    "over",
    "5",
    "2.5",
    "kg",
    "it.",
    "not",
    "cue",
    "Tips",
    "Overview",
    "Sign",
)
_CHARACTERS = st.characters(
    exclude_categories=("Cs", "Cc"),
    exclude_characters="\u2028\u2029\ufffe\uffff" + HIDDEN + "".join(map(chr, range(0xFDD0, 0xFDF0))),
)


def marked(mark: str) -> tuple[str, ...]:
    """A mark alone, before, behind and inside words."""
    texts = (mark, f"{mark}it", f"the {mark}", f"the{mark}it", f"the {mark} it", mark * 3 + "it")
    return tuple(dict.fromkeys(text.strip() for text in texts if text.strip()))


MARKED = tuple(text for mark in MARKS for text in marked(mark))


def _trimmed(parts: Sequence[str]) -> str:
    return "".join(parts).strip()


@cache
def wild_lines(max_pieces: int = 8) -> SearchStrategy[str]:
    """Any text that may stand as a name, a step, a tip or a part of one."""
    piece = st.one_of(st.sampled_from(_WORDS), st.sampled_from(MARKS), _CHARACTERS, st.just(" "))
    return st.lists(piece, min_size=1, max_size=max_pieces).map(_trimmed).filter(bool)


@cache
def lines() -> SearchStrategy[str]:
    """As `wild_lines`, but cheap to draw: most are ready-made."""
    made = st.sampled_from(MARKED)
    plain = st.sampled_from(("Stand tall.", "Sit down between the reps", "the knees go in", "5 kg"))
    return st.one_of(plain, made, made, wild_lines(3))


@cache
def slugs() -> SearchStrategy[str]:
    """Ids: words joined by hyphens; some look like YAML's numbers and truth values."""
    word = st.sampled_from(("sled", "push", "no", "null", "true", "1", "0", "2026", "1e3", "0x1f", "row", "x"))
    return st.lists(word, min_size=1, max_size=4).map("-".join)


def several(values: SearchStrategy[T], *, max_size: int = 3) -> SearchStrategy[tuple[T, ...]]:
    """A few values, in any order, perhaps none."""
    return st.lists(values, max_size=max_size).map(tuple)


@cache
def some_of(values: type[E], *, max_size: int = 3) -> SearchStrategy[tuple[E, ...]]:
    """A few different members of a closed vocabulary."""
    return st.lists(st.sampled_from(values), max_size=max_size, unique=True).map(tuple)


def maybe(values: SearchStrategy[T]) -> SearchStrategy[T | None]:
    """A value or nothing."""
    return st.none() | values


@cache
def one_of(values: type[E]) -> SearchStrategy[E | None]:
    """A member of a closed vocabulary, or nothing."""
    return maybe(st.sampled_from(values))


@cache
def ranges(highest: float = 1e6) -> SearchStrategy[Range]:
    """Ranges of whole and broken numbers, single numbers among them."""
    number = st.integers(0, int(highest)) | st.floats(0, highest)
    return st.tuples(number, number).map(lambda pair: Range(min(pair), max(pair)))


@cache
def doses() -> SearchStrategy[Dose]:
    """Doses, the empty one among them."""
    amount = maybe(ranges())
    return st.builds(
        Dose,
        measures=some_of(Measure),
        sets=amount,
        reps=amount,
        steps=amount,
        distance_m=amount,
        time_s=amount,
        rest_s=amount,
        effort_rpe=maybe(ranges(10)),
        per_week=amount,
        load=maybe(lines()),
    )


@cache
def steps() -> SearchStrategy[Step]:
    """Steps of every kind."""
    return st.builds(Step, text=lines(), kind=st.sampled_from(StepKind))


@cache
def tips(depth: int = 2) -> SearchStrategy[Tip]:
    """Tips of every kind with the parts it may have, nested up to `depth` below the first."""
    return st.sampled_from(TipKind).flatmap(lambda kind: _tips_of(kind, depth))


@cache
def _tips_of(kind: TipKind, depth: int) -> SearchStrategy[Tip]:
    condition = maybe(lines())
    parts: dict[TipKind, dict[str, SearchStrategy[object]]] = {
        TipKind.FAULT: {
            "sign": maybe(lines()),
            "causes": several(lines()),
            "fixes": several(lines()),
        },
        TipKind.SUBSTITUTE: {
            "equipment": some_of(Equipment),
            "to": maybe(slugs()),
            "condition": condition,
        },
        TipKind.INDIVIDUAL: {"condition": condition, "advice": maybe(lines())},
        TipKind.PROGRAMMING: {"goals": some_of(Goal)},
    }
    children = several(tips(depth - 1), max_size=2) if depth else st.just(())
    return st.builds(Tip, text=lines(), kind=st.just(kind), children=children, **parts.get(kind, {}))


@cache
def uses() -> SearchStrategy[Use]:
    """Uses with and without a dose."""
    return st.builds(Use, goal=st.sampled_from(Goal), dose=maybe(doses()), note=maybe(lines()))


def relations(kinds: SearchStrategy[RelationKind] | None = None) -> SearchStrategy[Relation]:
    """Relations to any exercise."""
    return st.builds(
        Relation,
        kind=kinds or st.sampled_from(RelationKind),
        to=slugs(),
        what_changes=maybe(lines()),
    )


@cache
def swaps() -> SearchStrategy[Swap]:
    """Swaps for an exercise or an implement."""
    return st.builds(
        Swap,
        to=slugs() | st.sampled_from(Equipment).map(str),
        reason=maybe(lines()),
        what_changes=maybe(lines()),
        surface=one_of(Surface),
    )


@cache
def contractions() -> SearchStrategy[Contraction]:
    """Contraction profiles, the silent one among them."""
    share = one_of(Share)
    return st.builds(Contraction, concentric=share, eccentric=share, isometric=share)


@cache
def movements() -> SearchStrategy[Movement]:
    """Where the athlete faces and goes."""
    return st.builds(Movement, facing=one_of(Facing), travel=one_of(Travel))


@cache
def involvements() -> SearchStrategy[MuscleInvolvement]:
    """Muscles with role and evidence."""
    return st.builds(
        MuscleInvolvement,
        muscle=st.sampled_from(Muscle),
        role=st.sampled_from(MuscleRole),
        evidence=one_of(Grade),
    )


@cache
def claims() -> SearchStrategy[Claim]:
    """Claims with every kind of basis."""
    numbers = st.dictionaries(lines(), st.floats(allow_nan=False), max_size=2)
    return st.builds(
        Claim,
        kind=lines(),
        says=lines(),
        where=lines(),
        verdict=st.sampled_from(Verdict),
        basis=st.builds(Basis, kind=st.sampled_from(BasisKind), text=lines(), numbers=numbers),
    )


@cache
def citations() -> SearchStrategy[Citation]:
    """Citations with and without an address."""
    url = st.sampled_from(("https://example.org/a_b?c=d&e=f#g", "https://doi.org/10.1/<x>", "example.org")) | lines()
    return st.builds(Citation, text=lines(), mark=st.sampled_from(Confidence), url=maybe(url))


@cache
def sections() -> SearchStrategy[Section]:
    """Sections, some of them called as a part of an exercise is."""
    heading = st.sampled_from(("Tips", "overview", "Citations", "Instructions:", "C #", "#")) | lines()
    return st.builds(Section, heading=heading, paragraphs=several(lines()))


def sources(forms: SearchStrategy[str | None] | None = None) -> SearchStrategy[Source]:
    """Sources of any form."""
    text = maybe(lines())
    return st.builds(
        Source,
        path=text,
        form=forms or st.sampled_from(("markdown", "profile-page", "free-exercise-db", None)),
        url=text,
        license=text,
        title=text,
        author=text,
        retrieved=maybe(st.dates().map(str)),
        record=text,
    )


def _exercise(relations: Sequence[Relation], **parts: object) -> Exercise:
    others = tuple(relation for relation in relations if relation.to != parts["id"])
    return Exercise(relations=others, **parts)  # pyright: ignore[reportArgumentType]


@cache
def exercises() -> SearchStrategy[Exercise]:
    """Any exercise."""
    groups = maybe(some_of(MuscleGroup))
    return st.builds(
        _exercise,
        id=slugs(),
        name=lines() | st.sampled_from(("Tips", "Overview", "1984")),
        aliases=st.lists(lines(), max_size=3, unique=True).map(tuple),
        family=maybe(slugs()),
        type=one_of(ExerciseType),
        equipment=maybe(some_of(Equipment)),
        mechanics=one_of(Mechanics),
        force=one_of(Force),
        laterality=one_of(Laterality),
        level=one_of(Level),
        target=groups,
        secondary=groups,
        muscles=st.lists(involvements(), max_size=3, unique_by=lambda each: each.muscle).map(tuple),
        overview=st.lists(lines(), max_size=3).map(lambda texts: "\n\n".join(texts) or None),
        instructions=several(steps()),
        tips=several(tips()),
        uses=st.lists(uses(), max_size=2, unique_by=lambda use: use.goal).map(tuple),
        dose=maybe(doses()),
        relations=st.lists(relations(), max_size=3, unique_by=lambda each: (each.kind, each.to)),
        swaps=several(swaps(), max_size=2),
        contraction=maybe(contractions()),
        demands=some_of(Demand),
        posture=one_of(Posture),
        noise=one_of(Noise),
        movement=maybe(movements()),
        claims=several(claims(), max_size=2),
        citations=several(citations(), max_size=2),
        sections=several(sections(), max_size=2),
        printed=st.dictionaries(lines() | st.just("label " * 300 + "x"), lines(), max_size=2),
        source=sources(),
    )


@cache
def findings() -> SearchStrategy[Finding]:
    """Findings with and without a place."""
    return st.builds(
        Finding,
        rule=slugs(),
        field=st.sampled_from(("name", "tips", "target", "page")),
        severity=st.sampled_from(Severity),
        message=lines(),
        excerpt=maybe(lines()),
        hint=maybe(lines()),
        span=maybe(st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda pair: (min(pair), max(pair)))),
    )


@cache
def pages() -> SearchStrategy[Page]:
    """Pages of any text, most of them no exercise."""
    text = st.lists(lines() | st.sampled_from(MARKS), max_size=12).map("\n".join) | st.text()
    return st.builds(Page, text=text, path=maybe(lines()), url=maybe(st.just("https://example.org/a")))


@cache
def placed_words() -> SearchStrategy[Words]:
    """Words that stand in one piece somewhere in a page."""
    return st.builds(lambda text, at: Words(text, ((0, at),)), lines(), st.integers(0, 1000))
