"""The shipped library as an index, and the judged questions about it."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from vastus.domain.exercise import Exercise, ExerciseType
from vastus.domain.query import Answer, Query
from vastus.reference.vocabulary import vocabularies
from vastus.search.documents import document_of
from vastus.search.index import Index, build_index
from vastus.search.language import parse_query
from vastus.usecases.load_library import read_library

_TESTS = Path(__file__).parent
_UNTOUCHED = 3  # every third line is never tuned on
_RELEASES = frozenset({ExerciseType.SMR, ExerciseType.STRETCHING})


@dataclass(frozen=True, slots=True)
class Question:
    """What is typed, and what must be among the first so many: one of some ids, or only training of one group."""

    typed: str
    first: int
    wanted: str

    def is_met(self, ids: tuple[str, ...], among: Mapping[str, Exercise]) -> bool:
        """Whether an answer holds what is wanted."""
        first = ids[: self.first]
        if not self.wanted.startswith("target:"):
            return bool({*first} & {*self.wanted.split("|")})
        group = self.wanted.removeprefix("target:")
        exercises = [among[each] for each in first]
        return len(first) == self.first and all(
            group in (each.target or ()) and each.type not in _RELEASES for each in exercises
        )


def questions(*, untouched: bool) -> list[Question]:
    """One part of the table."""
    with (_TESTS / "corpus" / "questions.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";", quoting=csv.QUOTE_NONE))
    return [
        Question(row["query"], int(row["first"]), row["wanted"])
        for number, row in enumerate(rows, 1)
        if (number % _UNTOUCHED == 0) is untouched
    ]


@cache
def shipped() -> Mapping[str, Exercise]:
    """The library's exercises by id."""
    pages = read_library(_TESTS.parent / "library", vocabularies())
    return {page.exercise.id: page.exercise for page in pages}


@cache
def index() -> Index:
    """The library's index."""
    known = vocabularies()
    documents = [document_of(each, known) for each in shipped().values()]
    return build_index(sorted(documents, key=lambda each: (each.name, each.id)))


def answer(typed: str, limit: int = 20) -> Answer:
    """What the library answers."""
    return index().search(Query(parse_query(typed, vocabularies()), limit))
