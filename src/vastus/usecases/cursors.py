"""Cursors: where an answer stopped, as a text that only we read.

A cursor knows the question, the library that answered it and the last exercise that was shown. When the library has
changed in between, the next page goes on behind that exercise, wherever it stands now.
"""

import base64
import hashlib
import struct
from functools import lru_cache

from vastus.domain.query import MAX_LIMIT, Clause, Cursor, Query
from vastus.errors import QueryError
from vastus.search.language import print_query
from vastus.usecases.ports import Searching

_FORM = struct.Struct(">I4s4s4s")  # how many came before, then the digests
_LENGTH = len(base64.urlsafe_b64encode(bytes(_FORM.size)).rstrip(b"="))
_PADDING = b"=" * (-_LENGTH % 4)
_HINT = "leave the cursor out to start anew"


def next_cursor(start: int, clauses: tuple[Clause, ...], state: str, last: str = "") -> str:
    """The text of a cursor behind `start` answers to a question, from a library in this state.

    `last` is the last of these answers, for who knows it: then a changed library shifts nothing.
    """
    parts = _FORM.pack(start, _digest(print_query(clauses)), _digest(state), _digest(last))
    return base64.urlsafe_b64encode(parts).rstrip(b"=").decode()


def read_cursor(text: str, clauses: tuple[Clause, ...]) -> Cursor:
    """The cursor of a text.

    Raises:
        QueryError: it is none, or belongs to another question.
    """
    try:
        parts = base64.b64decode(text[: _LENGTH + 1].encode("ascii") + _PADDING, altchars=b"-_", validate=True)
        cursor = Cursor(*_FORM.unpack(parts))
    except (ValueError, struct.error):
        raise QueryError(f"'{text[:40]}' is no cursor of an earlier answer", _HINT) from None
    if cursor.asked != _digest(print_query(clauses)):
        raise QueryError("the cursor belongs to an answer to another question", _HINT)
    return cursor


def start_of(query: Query, index: Searching) -> int:
    """How many answers stand before the page that a query asks for, in the library as it is now."""
    cursor = query.cursor
    if cursor is None or cursor.state == _digest(index.state):
        return query.start
    first = max(0, cursor.start - MAX_LIMIT // 2)
    there = index.search(Query(query.clauses, MAX_LIMIT, first), counts=False).ids
    digests = [_digest(each) for each in there]
    return first + digests.index(cursor.last) + 1 if cursor.last in digests else cursor.start


@lru_cache(256)  # the state of a library and the questions of the day
def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).digest()
