"""Sources: what a page claims is cited, and a citation marked [V] is one that somebody here has read."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vastus.check.editorial.texts import pieces, remark
from vastus.domain.exercise import Exercise
from vastus.domain.page import Finding
from vastus.domain.source import Confidence
from vastus.prose.patterns import whole_words
from vastus.prose.sentences import leveled


@dataclass(frozen=True, slots=True)
class ReadSource:
    """A source of the checked-in list: the words by which a citation names it, and the best mark that it can carry."""

    keys: tuple[str, ...]
    mark: Confidence


_CLAIM = whole_words(
    r"stud(?:y|ies)", r"research\w*", "trials?", "evidence", r"meta-analys\w+", r"scien(?:ce|tists?|tific)", "EMG",
    r"electromyogra\w+", "per ?cent",
)  # fmt: skip
_PERCENT = re.compile(r"\d ?%")
_LOOKED_UP = frozenset({Confidence.VERIFIED, Confidence.DERIVED, Confidence.UNVERIFIED})


def check_sources(exercise: Exercise, read: Iterable[ReadSource]) -> Iterator[Finding]:
    """Findings where something needs a source and has none, or a mark is better than what we know."""
    if not exercise.citations:
        yield remark(
            "citation-missing", "citations", "there are none",
            "say where the doses and roles come from: a source of library/sources.csv, or '[A] Our judgement: …'",
        )  # fmt: skip
        return
    marks = {citation.mark for citation in exercise.citations}
    for piece in pieces(exercise):
        claim = _CLAIM.search(leveled(piece.text))
        if claim and not marks & _LOOKED_UP:
            yield remark(
                "claim-uncited", piece.field, f"it speaks of '{claim.group()}' and no citation is more than [A]",
                "cite the source, or say it as an opinion", piece.text,
            )  # fmt: skip
        if _PERCENT.search(piece.text) and not (
            marks & _LOOKED_UP or any("%" in each.text for each in exercise.citations)
        ):
            yield remark(
                "number-uncited", piece.field, "it gives a percentage that no citation accounts for",
                "cite it, or name the figure in '[A] Our judgement: …'", piece.text,
            )  # fmt: skip
    known = [source for source in read if source.mark is Confidence.VERIFIED]
    for number, citation in enumerate(exercise.citations, 1):
        if citation.mark is Confidence.VERIFIED and not any(
            key in citation.text for source in known for key in source.keys
        ):
            yield remark(
                "source-unread", f"citation {number}", "[V] and no source of library/sources.csv is named",
                "name it as the list does, or mark what you know otherwise as [M]", citation.text,
            )  # fmt: skip
