"""What somebody asks of the library: words, phrases and facets, each wanted or not wanted."""

from collections.abc import Mapping

from vastus.domain.value import Value
from vastus.errors import QueryError

MAX_LIMIT = 500
_LONGEST_CURSOR = 9  # digits; more than any library holds


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


class Query(Value, frozen=True):
    """Clauses that must all hold, how many answers are wanted, and where an earlier answer stopped."""

    clauses: tuple[Clause, ...] = ()
    limit: int = 20
    cursor: str | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.limit <= MAX_LIMIT:
            raise QueryError(f"a limit is between 1 and {MAX_LIMIT}, not {self.limit}", "a cursor leads to the rest")
        cursor = self.cursor
        if cursor is not None and not (cursor.isascii() and cursor.isdigit() and len(cursor) <= _LONGEST_CURSOR):
            raise QueryError(f"'{cursor}' is no cursor of an earlier answer", "leave it out to start anew")

    @property
    def start(self) -> int:
        """How many answers come before this page of them."""
        return int(self.cursor or 0)

    @property
    def words(self) -> tuple[str, ...]:
        """The words that are wanted, in their order."""
        return tuple(clause.text for clause in self.clauses if isinstance(clause, Word))


class Answer(Value, frozen=True):
    """One page of an answer: how many fit, the ids of these, and counts by facet under the other filters."""

    total: int
    ids: tuple[str, ...]
    facets: Mapping[str, Mapping[str, int]]
