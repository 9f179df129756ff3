"""Find exercises: what is asked goes to the index, what is found comes back as lines of the library."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from msgspec.structs import replace

from vastus.domain.library import ListRow, Stored
from vastus.domain.query import Clause, Facet, Phrase, Query
from vastus.errors import UnknownExercise
from vastus.reference.vocabulary import Vocabularies
from vastus.search.documents import Document, document_of
from vastus.search.facets import facet_value
from vastus.search.language import parse_query, print_query
from vastus.usecases.cursors import next_cursor, read_cursor, start_of
from vastus.usecases.ports import Reading, Searching

_MOST_NEAR = 5
_QUOTES = '""'


@dataclass(frozen=True, slots=True)
class Wider:
    """A query that asks for less than one that found nothing, and how many exercises fit it.

    `left_out` is the part that it lacks; `""` are the quotation marks around a phrase.
    """

    query: str
    left_out: str
    total: int


@dataclass(frozen=True, slots=True)
class Found:
    """One page of an answer: how many there are, these of them, counts by facet, and a cursor to the next page.

    `start` is how many come before it, and `previous` a cursor to the page before, if that is not the first.

    Where nothing fits, `wider` says what would, and `near` are the exercises that come nearest to it: always some,
    unless the library is empty.
    """

    query: str
    total: int
    items: tuple[ListRow, ...]
    facets: Mapping[str, Mapping[str, int]]
    next: str | None
    start: int = 0
    previous: str | None = None
    wider: tuple[Wider, ...] = ()
    near: tuple[ListRow, ...] = ()


def ask(
    text: str,
    facets: Mapping[str, Iterable[str]],
    known: Vocabularies,
    *,
    limit: int = 20,
    cursor: str | None = None,
) -> Query:
    """The query of a text in the query language, and of facets given apart.

    Raises:
        QueryError: a facet, one of its values, the limit or the cursor is none.
    """
    chosen = (
        Facet(name, tuple(dict.fromkeys(facet_value(name, value, known) for value in values)))
        for name, values in facets.items()
    )
    clauses = tuple(dict.fromkeys((*parse_query(text, known), *(facet for facet in chosen if facet.values))))
    place = None if cursor is None else read_cursor(cursor, clauses)
    return Query(clauses, limit, place.start if place else 0, place)


def find_exercises(query: Query, index: Searching, library: Reading, known: Vocabularies) -> Found:
    """The exercises that fit, best first. Facet counts are right under all the other filters."""
    start = start_of(query, index)
    answer = index.search(replace(query, start=start))
    end = start + len(answer.ids)
    return Found(
        query=print_query(query.clauses),
        total=answer.total,
        items=tuple(library.rows_of(answer.ids, index.state)),
        facets=answer.facets,
        next=next_cursor(end, query.clauses, index.state, answer.ids[-1])
        if answer.ids and end < answer.total
        else None,
        start=start,
        previous=next_cursor(start - query.limit, query.clauses, index.state) if start > query.limit else None,
        wider=() if answer.total else tuple(_wider(query.clauses, index, known)),
        near=() if answer.total else tuple(library.rows_of(index.near(query, _MOST_NEAR))),
    )


def _wider(clauses: tuple[Clause, ...], index: Searching, known: Vocabularies) -> list[Wider]:
    """What would be found without one of the clauses, or without the quotation marks around one, most first."""
    found: list[Wider] = []
    for at, left_out in enumerate(clauses):
        rest = (*clauses[:at], *clauses[at + 1 :])
        total = index.count(rest) if rest else 0
        if total:
            found.append(Wider(print_query(rest), print_query((left_out,)), total))
        if isinstance(left_out, Phrase):
            unquoted = (*clauses[:at], *parse_query(left_out.text, known), *clauses[at + 1 :])
            total = index.count(tuple(dict.fromkeys(unquoted)))
            if total:
                found.append(Wider(print_query(unquoted), _QUOTES, total))
    return sorted(found, key=lambda wider: -wider.total)


class ToIndex:
    """The library as the search index takes it."""

    def __init__(self, library: Reading, known: Vocabularies) -> None:
        self._library, self._known = library, known

    def moment(self) -> str:
        """Which changes the library has seen, as a text for `changed_since`."""
        return self._library.moment()

    def changed_since(self, moment: str) -> Collection[str] | None:
        """The ids of all that has changed since, the gone ones too; None where the library cannot tell."""
        return self._library.changed_since(moment)

    def marks(self, ids: Collection[str] | None = None) -> Mapping[str, str]:
        """A mark for each of these exercises, or of all, that a person should find: another one after each change."""
        return self._library.marks(ids)

    def documents(self, ids: Collection[str] | None = None) -> list[Document]:
        """These exercises, or all that a person should find, by name; one that is gone is left out."""
        stored = self._library.all() if ids is None else self._those(ids)
        found = [document_of(each.exercise, self._known) for each in stored]
        return sorted(found, key=lambda document: (document.name, document.id))

    def _those(self, ids: Collection[str]) -> Iterator[Stored]:
        for each in ids:
            try:
                stored = self._library.get(each)
            except UnknownExercise:
                continue
            if stored.exercise.id == each:
                yield stored
