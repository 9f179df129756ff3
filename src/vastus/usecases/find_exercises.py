"""Find exercises: what is asked goes to the index, what is found comes back as lines of the library."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vastus.domain.library import ListRow
from vastus.domain.query import Clause, Facet, Query
from vastus.reference.vocabulary import Vocabularies
from vastus.search.documents import Document, document_of
from vastus.search.facets import facet_value
from vastus.search.language import parse_query, print_query
from vastus.usecases.ports import Reading, Searching

_MOST_NEAR = 5


@dataclass(frozen=True, slots=True)
class Wider:
    """A query that asks for less than one that found nothing, and how many exercises fit it."""

    query: str
    left_out: str
    total: int


@dataclass(frozen=True, slots=True)
class Found:
    """One page of an answer: how many there are, these of them, counts by facet, and where the next page starts.

    Where nothing fits, `wider` says what would, and `near` are the exercises that fit most of it.
    """

    query: str
    total: int
    items: tuple[ListRow, ...]
    facets: Mapping[str, Mapping[str, int]]
    next: str | None
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
    clauses = (*parse_query(text, known), *(facet for facet in chosen if facet.values))
    return Query(tuple(dict.fromkeys(clauses)), limit, cursor)


def find_exercises(query: Query, index: Searching, library: Reading) -> Found:
    """The exercises that fit, best first. Facet counts are right under all the other filters."""
    answer = index.search(query)
    end = query.start + query.limit
    return Found(
        query=print_query(query.clauses),
        total=answer.total,
        items=tuple(library.rows_of(answer.ids)),
        facets=answer.facets,
        next=str(end) if end < answer.total else None,
        wider=() if answer.total else tuple(_wider(query.clauses, index)),
        near=() if answer.total else tuple(library.rows_of(index.near(query, _MOST_NEAR))),
    )


def _wider(clauses: tuple[Clause, ...], index: Searching) -> list[Wider]:
    """What would be found without one of the clauses, most first."""
    found: list[Wider] = []
    for at, left_out in enumerate(clauses):
        rest = (*clauses[:at], *clauses[at + 1 :])
        total = index.count(rest) if rest else 0
        if total:
            found.append(Wider(print_query(rest), print_query((left_out,)), total))
    return sorted(found, key=lambda wider: -wider.total)


def documents(library: Reading, known: Vocabularies) -> list[Document]:
    """What to index: every exercise that a person should find, by name."""
    found = [document_of(stored.exercise, known) for stored in library.all()]
    return sorted(found, key=lambda document: (document.name, document.id))
