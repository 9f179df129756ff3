"""The prose of a page, piece by piece, each with the place where an editor finds it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vastus.domain.exercise import Exercise, Tip
from vastus.domain.page import Finding, Severity
from vastus.prose.sentences import plain, sentences


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a page. `is_sentence` where they stand as whole sentences, not as the part of a tip or relation."""

    field: str
    text: str
    is_sentence: bool


def pieces(exercise: Exercise) -> Iterator[Piece]:
    """Everything on the page that a person wrote as prose, except citations."""
    if exercise.overview:
        yield Piece("overview", plain(exercise.overview), is_sentence=True)
    for number, step in enumerate(exercise.instructions, 1):
        yield Piece(f"step {number}", plain(step.text), is_sentence=True)
    for number, tip in enumerate(exercise.tips, 1):
        yield from _of_tip(f"tip {number}", tip)
    for section in exercise.sections:
        for paragraph in section.paragraphs:
            yield Piece(f"section '{section.heading}'", plain(paragraph), is_sentence=True)
    for where, text in _stated(exercise):
        if text:
            yield Piece(where, plain(text), is_sentence=False)


def _stated(exercise: Exercise) -> Iterator[tuple[str, str | None]]:
    """Prose in the front matter, where there is any."""
    for use in exercise.uses:
        yield f"use {use.goal}", use.note
        yield f"use {use.goal}", use.dose.load if use.dose else None
    for relation in exercise.relations:
        yield f"relation to {relation.to}", relation.what_changes
    for swap in exercise.swaps:
        yield f"swap {swap.to}", swap.reason
        yield f"swap {swap.to}", swap.what_changes


def _of_tip(where: str, tip: Tip) -> Iterator[Piece]:
    yield Piece(where, plain(tip.text), is_sentence=True)
    for text in (tip.sign, *tip.causes, *tip.fixes, tip.condition, tip.advice):
        if text:
            yield Piece(where, plain(text), is_sentence=False)
    for child in tip.children:
        yield from _of_tip(where, child)


def sentences_of(piece: Piece) -> Iterator[str]:
    """The sentences of a piece; a part of a tip is one by itself."""
    for paragraph in piece.text.split("\n\n"):
        for start, end in sentences(paragraph):
            yield paragraph[start:end]


_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)*")


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared: lower case, no punctuation; a hyphen parts two words.

    >>> words_of("Don't rush: 2 half-steps.")
    ("don't", 'rush', '2', 'half', 'steps')
    """
    return tuple(_WORD.findall(plain(text).lower()))


def remark(rule: str, field: str, message: str, hint: str, excerpt: str | None = None) -> Finding:
    """Something that an editor must mend before the page can be published."""
    return Finding(rule=rule, field=field, severity=Severity.WARNING, message=message, hint=hint, excerpt=excerpt)
