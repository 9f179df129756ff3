"""What somebody asks of the library: words, phrases and facets, each wanted or not wanted."""

from collections.abc import Mapping
from dataclasses import dataclass

from vastus.errors import QueryError

MAX_LIMIT = 500


@dataclass(frozen=True, slots=True)
class Word:
    """A word that must be somewhere in the exercise, or something spelled almost like it. Lower case."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that must stand side by side, exactly so. Lower case."""

    text: str


@dataclass(frozen=True, slots=True)
class Facet:
    """A property of the exercise by its id; several values are alternatives."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """What the exercise must not have."""

    clause: Word | Phrase | Facet


Clause = Word | Phrase | Facet | Not


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where an answer stopped: how many were shown; and of question, library and last id the digests."""

    start: int
    asked: bytes
    state: bytes
    last: bytes


@dataclass(frozen=True, slots=True)
class Query:
    """Clauses that must all hold, how many answers are wanted, and how many of them or which cursor come before."""

    clauses: tuple[Clause, ...] = ()
    limit: int = 20
    start: int = 0
    cursor: Cursor | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.limit <= MAX_LIMIT:
            raise QueryError(f"a limit is between 1 and {MAX_LIMIT}, not {self.limit}", "a cursor leads to the rest")

    @property
    def words(self) -> tuple[str, ...]:
        """The words that are wanted, in their order."""
        return tuple(clause.text for clause in self.clauses if isinstance(clause, Word))


@dataclass(frozen=True, slots=True)
class Answer:
    """One page of an answer: how many fit, the ids of these, and counts by facet under the other filters."""

    total: int
    ids: tuple[str, ...]
    facets: Mapping[str, Mapping[str, int]]
