"""What people are told about their question beside its answer: what its words may mean, and what in it says nothing."""

from dataclasses import dataclass

from vastus.domain.query import Facet, Not, Phrase, Query, Word
from vastus.reference.vocabulary import Vocabularies
from vastus.search.language import meant, print_query
from vastus.usecases.ports import Searching

_MOST_MEANT = 3


@dataclass(frozen=True, slots=True)
class Meant:
    """A facet that words of a query name, the query that has it in their place, and how many exercises fit that."""

    facet: Facet
    query: str
    total: int


def facets_meant(query: Query, index: Searching, known: Vocabularies) -> tuple[Meant, ...]:
    """The facets that words of a question may mean, as far as something fits them."""
    found: list[Meant] = []
    for facet, instead in meant(query.clauses, known):
        total = index.search(Query(instead, 1), counts=False).total
        if total:
            found.append(Meant(facet, print_query(instead), total))
    return tuple(found[:_MOST_MEANT])


def excluded_for_nothing(query: Query, index: Searching) -> tuple[str, ...]:
    """What a question leaves out although it stands nowhere."""
    return tuple(
        clause.clause.text
        for clause in query.clauses
        if isinstance(clause, Not) and isinstance(clause.clause, Word | Phrase) and index.count((clause,)) == len(index)
    )
