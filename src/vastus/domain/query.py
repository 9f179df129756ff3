"""What somebody asks of the library: words, phrases and facets, each wanted or not wanted."""

from collections.abc import Mapping

from vastus.domain.value import Value
from vastus.errors import QueryError

MAX_LIMIT = 500


class Word(Value, frozen=True):
    """A word that must be somewhere in the exercise, or something spelled almost like it. Lower case."""

    text: str


class Phrase(Value, frozen=True):
    """Words that must stand side by side, exactly so. Lower case."""

    text: str


class Facet(Value, frozen=True):
    """A property of the exercise by its id; several values are alternatives."""

    name: str
    values: tuple[str, ...]


class Not(Value, frozen=True):
    """What the exercise must not have."""

    clause: Word | Phrase | Facet


Clause = Word | Phrase | Facet | Not


class Cursor(Value, frozen=True):
    """Where an answer stopped: how many were shown; and of question, library and last id the digests."""

    start: int
    asked: bytes
    state: bytes
    last: bytes


class Query(Value, frozen=True):
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


class Answer(Value, frozen=True):
    """One page of an answer: how many fit, the ids of these, and counts by facet under the other filters."""

    total: int
    ids: tuple[str, ...]
    facets: Mapping[str, Mapping[str, int]]
