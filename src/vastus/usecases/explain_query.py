"""What people are told about their question beside its answer.

Which facets its words may mean, which muscles it is about, and what in it says nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from vastus.domain.anatomy import MuscleGroup
from vastus.domain.query import Facet, Not, Phrase, Query, Word
from vastus.reference.vocabulary import Vocabularies
from vastus.search.documents import plain
from vastus.search.language import meant, print_query
from vastus.search.named_muscles import named_muscles
from vastus.usecases.ports import Searching

_MOST_MEANT = 3
_BY_ROLE = ("target", "secondary")
_ABOUT_MUSCLES = ("muscle", *_BY_ROLE)


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


@dataclass(frozen=True, slots=True)
class MusclesAsked:
    """The muscle groups that a question names, in words or as target or secondary, and those that it leaves out."""

    named: frozenset[MuscleGroup]
    excluded: frozenset[MuscleGroup]


def muscles_asked(query: Query) -> MusclesAsked:
    """Which muscle groups a question is about; its last word may be half typed.

    >>> asked = muscles_asked(Query((Word("glutes"), Not(Facet("muscle", ("quads",))))))
    >>> [str(each) for each in asked.named], [str(each) for each in asked.excluded]
    (['glutes'], ['quads'])
    """
    clauses = query.clauses
    said = [word for each in clauses if isinstance(each, Word) for word in plain(each.text).split()]
    is_half = bool(clauses) and isinstance(clauses[-1], Word)
    named = {group for each in named_muscles(said, is_half=is_half) for group in each.groups}
    for each in clauses:
        if isinstance(each, Facet) and each.name in _BY_ROLE:
            named |= set(each.values)
    excluded = {group for each in clauses if isinstance(each, Not) for group in _groups(each.clause)}
    return MusclesAsked(*(frozenset(map(MuscleGroup, each)) for each in (named, excluded)))


def _groups(clause: Word | Phrase | Facet) -> Iterator[str]:
    """The groups that a clause is about."""
    if isinstance(clause, Facet):
        yield from clause.values if clause.name in _ABOUT_MUSCLES else ()
    else:
        for named in named_muscles(plain(clause.text).split(), is_half=False):
            yield from named.groups


def read_as(query: Query, index: Searching) -> str | None:
    """The question with its words as they were taken to be meant, where one is misspelled and another stands for it."""
    spelled = index.spelled(query.clauses)
    return print_query(spelled) if spelled != query.clauses else None


def excluded_for_nothing(query: Query, index: Searching) -> tuple[str, ...]:
    """What a question leaves out although it stands nowhere."""
    return tuple(
        clause.clause.text
        for clause in query.clauses
        if isinstance(clause, Not) and isinstance(clause.clause, Word | Phrase) and index.count((clause,)) == len(index)
    )
