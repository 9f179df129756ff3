"""The facets of a library side by side in memory: sets of exercises as numbers, a bit for each, by name.

Lists without words are answered from here, however large the library is, in some microseconds; tantivy has to go
through all that fits. Words are tantivy's; of a small library it only ranks, and what it found is counted here, too.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain
from operator import itemgetter
from typing import Any, NamedTuple, Self

import msgspec
import tantivy

from vastus.domain.query import Clause, Facet, Not
from vastus.search.documents import Document
from vastus.search.facets import COUNTED, FACETS

MOST = 2_000
"""The size of library up to which hits are counted here; above, one broad word costs more than tantivy's counts."""

FIRST_TARGET = "first_target"
"""A column beside those of the facets: the muscle that an exercise targets before all others."""

_NAMES = (*FACETS, FIRST_TARGET)
_WINDOW = 4_096  # bits looked through at once for the members of a set
_WINDOW_MASK = (1 << _WINDOW) - 1
_COUNT = itemgetter(1)


class Row(msgspec.Struct, frozen=True, array_like=True):
    """What columns keep of an exercise."""

    name: str
    id: str
    facets: dict[str, tuple[str, ...]]


def row_of(document: Document) -> Row:
    """What columns keep of a document."""
    facets = {name: values for name, values in document.facets.items() if values}
    if target := facets.get("target"):
        facets[FIRST_TARGET] = target[:1]
    return Row(document.name, document.id, facets)


class _Packed(msgspec.Struct, frozen=True, array_like=True):
    names: list[str]
    ids: list[str]
    values: dict[str, dict[str, bytes]]


class Columns:
    """Every exercise of a library by number, in the order of names and ids, and who has which value of a facet."""

    def __init__(self, names: Sequence[str], ids: Sequence[str], values: Mapping[str, Mapping[str, int]]) -> None:
        self.names, self.ids = names, ids
        self.everything = (1 << len(ids)) - 1
        self.values = {name: dict(sorted(column.items())) for name, column in values.items()}

    @classmethod
    def of(cls, rows: Iterable[Row]) -> Self:
        """The columns of exercises in any order."""
        names: list[str] = []
        ids: list[str] = []
        having: dict[str, dict[str, list[int]]] = {name: {} for name in _NAMES}
        for at, row in enumerate(rows):
            names.append(row.name)
            ids.append(row.id)
            for name, values in row.facets.items():
                for value in values:
                    having[name].setdefault(value, []).append(at)
        order = sorted(range(len(ids)), key=lambda at: (names[at], ids[at]))
        numbers = [0] * len(order)
        for number, at in enumerate(order):
            numbers[at] = number
        values = {
            name: {value: _bits((numbers[at] for at in who), len(order)) for value, who in column.items()}
            for name, column in having.items()
        }
        return cls([names[at] for at in order], [ids[at] for at in order], values)

    def changed(self, gone: Collection[str], rows: Sequence[Row]) -> "Columns":
        """The columns after some exercises left, by id, and others came or changed."""
        new = Columns.of(rows)
        left = {*gone, *new.ids}
        steps = [(number, 1, 0) for number, each in enumerate(self.ids) if each in left]
        for at, key in enumerate(zip(new.names, new.ids, strict=True)):
            place = bisect_left(range(len(self.ids)), key, key=lambda number: (self.names[number], self.ids[number]))
            steps.append((place, 0, at))
        runs: list[_Run] = []
        done = 0
        for number, is_gone, at in sorted(steps):
            runs.append(_Run(0, done, number))
            runs.append(_Run(1, at, at if is_gone else at + 1))
            done = number + is_gone
        runs.append(_Run(0, done, len(self.ids)))
        return self._joined(new, [run for run in runs if run.start < run.stop])

    def _joined(self, new: "Columns", runs: Sequence["_Run"]) -> "Columns":
        """Runs of these columns (0) and of new ones (1), one behind the other."""
        both = self, new
        names = [name for of, start, stop in runs for name in both[of].names[start:stop]]
        ids = [each for of, start, stop in runs for each in both[of].ids[start:stop]]
        values: dict[str, dict[str, int]] = {}
        for name in _NAMES:
            columns = [each.values.get(name, {}) for each in both]
            digits = {
                value: [
                    _digits(column.get(value, 0), len(each.ids)) for column, each in zip(columns, both, strict=True)
                ]
                for value in dict.fromkeys(chain(*columns))
            }
            spliced = {
                value: int("".join(of_both[of][start:stop] for of, start, stop in runs)[::-1] or "0", 2)
                for value, of_both in digits.items()
            }
            values[name] = {value: bits for value, bits in spliced.items() if bits}
        return Columns(names, ids, values)

    def packed(self) -> bytes:
        """All of it as bytes."""
        size = len(self.ids) // 8 + 1
        values = {
            name: {value: bits.to_bytes(size, "little") for value, bits in column.items()}
            for name, column in self.values.items()
        }
        return msgspec.msgpack.encode(_Packed([*self.names], [*self.ids], values))

    @classmethod
    def unpacked(cls, data: bytes | memoryview) -> Self:
        """The columns of bytes.

        Raises:
            ValueError: they hold none.
        """
        packed = msgspec.msgpack.decode(data, type=_Packed)
        values = {
            name: {value: int.from_bytes(bits, "little") for value, bits in column.items()}
            for name, column in packed.values.items()
        }
        return cls(packed.names, packed.ids, values)

    def members(self, found: int, start: int, limit: int) -> list[int]:
        """The numbers of a set, in the order of names: so many, behind so many that are left out."""
        if found == self.everything:
            return list(range(start, min(start + limit, len(self.ids))))
        at = self._place(found, start)
        rest = found >> at
        numbers: list[int] = []
        while rest and len(numbers) < limit:
            digits = bin(rest & _WINDOW_MASK)[:1:-1]
            one = digits.find("1")
            while one >= 0 and len(numbers) < limit:
                numbers.append(at + one)
                one = digits.find("1", one + 1)
            rest >>= _WINDOW
            at += _WINDOW
        return numbers

    def _place(self, found: int, skipped: int) -> int:
        """The number from which on all but so many members of a set stand; found by halves."""
        at, width = 0, len(self.ids)
        while skipped and width:
            half = width + 1 >> 1
            low = found & ((1 << half) - 1)
            count = low.bit_count()
            if skipped < count:
                found, width = low, half
                if half == 1:
                    break
            else:
                skipped -= count
                found >>= half
                at += half
                width -= half
        return at

    def set_of(self, numbers: Iterable[int]) -> int:
        """Exercises as a set."""
        return _bits(numbers, len(self.ids))

    def having(self, clause: Facet | Not) -> int:
        """Who has one of a facet's values, or has none of them."""
        facet = clause.clause if isinstance(clause, Not) else clause
        if not isinstance(facet, Facet):
            raise TypeError("only facets stand in columns")
        column = self.values.get(facet.name, {})
        found = 0
        for value in facet.values:
            found |= column.get(value, 0)
        return self.everything & ~found if isinstance(clause, Not) else found

    def counts(self, found: int, filters: Sequence[Facet | Not]) -> Mapping[str, Mapping[str, int]]:
        """How many of `found` have each value; a facet that filters is counted under all the other filters."""
        sets = [self.having(each) for each in filters]
        under = self._under(found, sets)
        counted: dict[str, dict[str, int]] = {}
        for name in COUNTED:
            own = next((at for at, each in enumerate(filters) if isinstance(each, Facet) and each.name == name), None)
            among = under if own is None else self._under(found, [*sets[:own], *sets[own + 1 :]])
            column = [
                (value, both.bit_count()) for value, who in self.values.get(name, {}).items() if (both := who & among)
            ]
            column.sort(key=_COUNT, reverse=True)  # equals stay in the order of values, which columns have
            counted[name] = dict(column)
        return counted

    @staticmethod
    def _under(found: int, sets: Iterable[int]) -> int:
        for each in sets:
            found &= each
        return found


class _Run(NamedTuple):
    """Neighbors: of which columns, the first number, and the one behind the last."""

    of: int
    start: int
    stop: int


class Places:
    """Where the exercises of columns stand in tantivy's index; for a small library."""

    def __init__(self, searcher: tantivy.Searcher, columns: Columns) -> None:
        numbers = {each: number for number, each in enumerate(columns.ids)}
        everything = searcher.search(tantivy.Query.all_query(), limit=max(1, searcher.num_docs), count=False)
        self._numbers = {
            (address.segment_ord, address.doc): numbers[str(searcher.doc(address)["id"][0])]
            for _, address in everything.hits
        }
        in_tantivy = [self._numbers[place] for place in sorted(self._numbers)]
        self._is_in_order = in_tantivy == sorted(in_tantivy)

    def ranked(self, hits: Sequence[tuple[Any, tantivy.DocAddress]]) -> list[int]:
        """The numbers of hits, best first; equals by name, wherever they stand in the index."""
        numbers = [self._numbers[address.segment_ord, address.doc] for _, address in hits]
        if self._is_in_order:
            return numbers  # tantivy gives equals in the order in which they were indexed
        scores = {number: score for number, (score, _) in zip(numbers, hits, strict=True)}
        return sorted(numbers, key=lambda number: (-scores[number], number))


def _bits(numbers: Iterable[int], count: int) -> int:
    bits = bytearray(count // 8 + 1)
    for number in numbers:
        bits[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(bits, "little")


def _digits(bits: int, count: int) -> str:
    """A bit for each of so many exercises, the first one first."""
    return format(bits, f"0{count}b")[::-1]


def parted(clauses: Sequence[Clause]) -> tuple[list[Clause], list[Facet | Not]]:
    """Clauses about words, and clauses about facets."""
    words: list[Clause] = []
    filters: list[Facet | Not] = []
    for clause in clauses:
        if isinstance(clause, Facet) or (isinstance(clause, Not) and isinstance(clause.clause, Facet)):
            filters.append(clause)
        else:
            words.append(clause)
    return words, filters
