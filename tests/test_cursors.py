"""Cursors: pages of an answer together are the answer, also where the library changes in between."""

import base64
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vastus.domain.exercise import Exercise
from vastus.domain.library import ListRow
from vastus.domain.query import Facet, Word
from vastus.errors import QueryError
from vastus.reference.vocabulary import vocabularies
from vastus.search.documents import document_of
from vastus.search.index import build_index
from vastus.usecases.cursors import next_cursor, read_cursor
from vastus.usecases.find_exercises import Found, ask, find_exercises

KNOWN = vocabularies()


@dataclass
class Library:
    """Exercises of these names; a state is what they are."""

    names: list[str] = field(default_factory=list[str])

    def state(self) -> str:
        return " ".join(sorted(self.names))

    def rows_of(self, ids: tuple[str, ...], _: str) -> list[ListRow]:
        return [ListRow(each, each) for each in ids]

    def find(self, text: str, limit: int, cursor: str | None = None) -> Found:
        index = build_index(document_of(Exercise(id=each, name=each.title()), KNOWN) for each in sorted(self.names))
        index.state = self.state()
        return find_exercises(ask(text, {}, KNOWN, limit=limit, cursor=cursor), index, self, KNOWN)  # type: ignore[arg-type]


def pages(library: Library, text: str, limit: int) -> list[str]:
    ids: list[str] = []
    cursor = None
    while True:
        found = library.find(text, limit, cursor)
        ids += [row.id for row in found.items]
        cursor = found.next
        if cursor is None:
            return ids


NAMES = [f"{each}-press" for each in "abcdefghijkl"]


@pytest.mark.parametrize("text", ["", "press"])
@pytest.mark.parametrize("limit", [1, 5, 12])
def test_pages_together_are_the_answer(text: str, limit: int) -> None:
    assert pages(Library(NAMES), text, limit) == NAMES


@pytest.mark.parametrize("text", ["", "press"])
def test_what_comes_before_the_cursor_meanwhile_shifts_nothing(text: str) -> None:
    library = Library(NAMES)
    first = library.find(text, 4)
    library.names = ["0-press", "00-press", *NAMES]
    second = library.find(text, 4, first.next)
    assert [row.id for row in second.items] == NAMES[4:8]
    library.names = NAMES[3:]
    third = library.find(text, 4, second.next)
    assert [row.id for row in third.items] == NAMES[8:12]
    assert third.next is None


def test_where_the_last_one_is_gone_the_answer_goes_on_at_its_place() -> None:
    library = Library(NAMES)
    first = library.find("", 4)
    library.names = [each for each in NAMES if each != NAMES[3]]
    assert [row.id for row in library.find("", 4, first.next).items] == library.names[4:8]


@pytest.mark.parametrize("text", ["", "press"])
def test_the_page_before_is_the_one_that_was_there(text: str) -> None:
    library = Library(NAMES)
    first = library.find(text, 5)
    second = library.find(text, 5, first.next)
    third = library.find(text, 5, second.next)
    assert (first.previous, second.previous) == (
        None,
        None,
    )  # before the second stands the first, which needs no cursor
    assert [row.id for row in library.find(text, 5, third.previous).items] == NAMES[5:10]


def test_behind_the_end_there_is_nothing() -> None:
    library = Library(NAMES)
    cursor = library.find("", 11).next
    library.names = NAMES[:3]
    found = library.find("", 11, cursor)
    assert (found.items, found.next, found.total) == ((), None, 3)


def test_a_cursor_of_another_question_is_refused() -> None:
    cursor = Library(NAMES).find("press", 4).next
    with pytest.raises(QueryError, match="another question"):
        Library(NAMES).find("", 4, cursor)


@given(st.integers(0, 2**32 - 1), st.text(max_size=9), st.text(max_size=9))
def test_a_cursor_is_short_and_read_as_it_was_written(start: int, state: str, last: str) -> None:
    clauses = (Word("sled"), Facet("muscle", ("quads",)))
    text = next_cursor(start, clauses, state, last)
    assert len(text) <= 24
    assert text.replace("-", "").replace("_", "").isalnum()
    assert read_cursor(text, clauses).start == start


@given(
    st.one_of(
        st.text(max_size=40),
        st.binary(min_size=16, max_size=16).map(lambda each: base64.urlsafe_b64encode(each).rstrip(b"=").decode()),
    )
)
def test_any_other_text_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(QueryError, match="cursor"):
        read_cursor(text, ())


def test_a_cursor_far_behind_the_end_costs_nothing() -> None:
    cursor = next_cursor(2**32 - 1, (), "then", "z")
    assert Library(NAMES).find("", 4, cursor).items == ()
