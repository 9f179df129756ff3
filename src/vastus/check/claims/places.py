"""The sentences of a page, each with the place that a reader finds it at."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vastus.domain.exercise import Exercise, Step, Tip
from vastus.prose.sentences import leveled, sentences

_SHORT = 100  # characters; a sentence of one line stays whole


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as printed and as patterns read it, the place it stands at, and the step or tip it belongs to."""

    where: str
    text: str
    lower: str
    owner: Step | Tip | None = None


def read_sentences(exercise: Exercise) -> tuple[Sentence, ...]:
    """All sentences of overview, steps and tips, in the page's order."""
    return tuple(_sentences(exercise))


def _sentences(exercise: Exercise) -> Iterator[Sentence]:
    for paragraph in (exercise.overview or "").split("\n\n"):
        yield from _of("overview", paragraph, None)
    for number, step in enumerate(exercise.instructions, 1):
        yield from _of(f"step {number}", step.text, step)
    for where, tip in tip_places(exercise):
        yield from _of(where, tip.text, tip)


def tip_places(exercise: Exercise) -> Iterator[tuple[str, Tip]]:
    """Every tip with its place; those below another count on: "tip 3.1"."""
    for number, tip in enumerate(exercise.tips, 1):
        yield from _below(f"tip {number}", tip)


def _below(where: str, tip: Tip) -> Iterator[tuple[str, Tip]]:
    yield where, tip
    for number, child in enumerate(tip.children, 1):
        yield from _below(f"{where}.{number}", child)


def _of(where: str, text: str, owner: Step | Tip | None) -> Iterator[Sentence]:
    lower = leveled(text)
    for start, end in sentences(text):
        yield Sentence(where, text[start:end], lower[start:end], owner)


def clause(sentence: Sentence, words: re.Pattern[str]) -> str:
    """The part of a sentence, between commas, in which words are found; a short sentence whole."""
    found = words.search(sentence.lower)
    if found is None or len(sentence.text) <= _SHORT:
        return shortened(sentence.text)
    start = max(sentence.text.rfind(", ", 0, found.start()), sentence.text.rfind("; ", 0, found.start())) + 2
    ends = [at for mark in (", ", "; ") if (at := sentence.text.find(mark, found.end())) >= 0]
    return shortened(sentence.text[0 if start == 1 else start : min(ends, default=len(sentence.text))])


def shortened(text: str, most: int = 160) -> str:
    """A page's words, cut at a word where they are long.

    >>> shortened("Drive the sled forward by extending each leg", 24)
    'Drive the sled forward …'
    """
    if len(text) <= most:
        return text
    return text[: text.rfind(" ", 0, most - 1)].rstrip(" ,;:") + " …"
