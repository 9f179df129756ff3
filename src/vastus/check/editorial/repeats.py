"""Whose words these are: no sentence stands on two pages, no eight words on end stand in somebody else's text too."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from vastus.check.editorial.texts import pieces, remark, sentences_of, words_of
from vastus.domain.exercise import Exercise
from vastus.domain.page import Finding

Told = tuple[str, Finding]
_SHORTEST = 6
"""Words: shorter sentences ("No sled.", "Breathe out as you push.") are anybody's."""
_OWN_RUN = 10
"""Words on end that two of our pages may not share: a sentence with one word changed is the same sentence."""
FOREIGN_RUN = 8
"""Words on end that a page may not share with a text of others."""


def check_repeats(library: Mapping[str, Exercise]) -> Iterator[Told]:
    """Findings for sentences, and long runs of words, that stand on two pages or twice on one."""
    sentence_at: dict[tuple[str, ...], tuple[str, str]] = {}
    run_at: dict[tuple[str, ...], str] = {}
    told: set[tuple[str, str]] = set()
    for exercise in library.values():
        for piece in pieces(exercise):
            for sentence in sentences_of(piece):
                said = words_of(sentence)
                if len(said) < _SHORTEST:
                    continue
                first = sentence_at.setdefault(said, (exercise.id, piece.field))
                if first != (exercise.id, piece.field):
                    told.add((exercise.id, first[0]))
                    yield exercise.id, _repeated(piece.field, first, sentence)
                    if first[0] != exercise.id:
                        yield first[0], _repeated(first[1], (exercise.id, piece.field), sentence)
            for run in _runs(words_of(piece.text), _OWN_RUN):
                other = run_at.setdefault(run, exercise.id)
                if other != exercise.id and (exercise.id, other) not in told:
                    told.add((exercise.id, other))
                    yield (
                        exercise.id,
                        remark(
                            "words-repeated",
                            piece.field,
                            f"'{' '.join(run)}' stands on {other} too",
                            "say it another way",
                        ),
                    )


def _repeated(field: str, other: tuple[str, str], sentence: str) -> Finding:
    return remark(
        "sentence-repeated", field, f"'{sentence}' stands on {other[0]} too ({other[1]})",
        "say what is so for this exercise", sentence,
    )  # fmt: skip


def check_originality(library: Mapping[str, Exercise], foreign: Iterable[tuple[str, str]]) -> Iterator[Told]:
    """Findings for runs of words that a text of others holds as well; `foreign` are pairs of its name and the text."""
    own: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
    for exercise in library.values():
        for piece in pieces(exercise):
            for run in _runs(words_of(piece.text), FOREIGN_RUN):
                own[run].append((exercise.id, piece.field))
    told: set[tuple[str, str, str]] = set()
    for name, text in foreign:
        for run in _runs(words_of(text), FOREIGN_RUN):
            for exercise_id, field in own.get(run, ()):
                if (exercise_id, field, name) not in told:
                    told.add((exercise_id, field, name))
                    yield (
                        exercise_id,
                        remark(
                            "not-original",
                            field,
                            f"'{' '.join(run)}' stands in {name}",
                            "write it in words of your own",
                        ),
                    )


def _runs(said: tuple[str, ...], length: int) -> Iterator[tuple[str, ...]]:
    for start in range(len(said) - length + 1):
        yield said[start : start + length]
