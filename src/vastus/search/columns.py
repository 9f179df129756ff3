"""The facets of a small library side by side in memory: sets of exercises as numbers, a bit for each.

Counting all facets under all filters then takes some microseconds, where tantivy's aggregation takes hundreds
however few exercises there are. For a large library it is the other way round, and `index` leaves this out.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import tantivy

from vastus.domain.query import Clause, Facet, Not
from vastus.search.facets import COUNTED, FACETS

MOST = 2_000
"""The size of library up to which this is the faster way; above, one broad word costs more than tantivy's counts."""

_MOST_VALUES = 10_000  # of one facet; families and licenses are open lists


class Columns:
    """Every exercise of an index by number, in the order of names, and for each value of a facet who has it."""

    def __init__(self, searcher: tantivy.Searcher, schema: tantivy.Schema) -> None:
        listed = searcher.search(
            tantivy.Query.all_query(),
            limit=max(1, searcher.num_docs),
            order_by_field="name_key",
            order=tantivy.Order.Asc,
        )
        places = sorted(
            ((str(name), str(searcher.doc(address)["id"][0]), address) for name, address in listed.hits),
            key=lambda each: each[:2],
        )
        self.ids: tuple[str, ...] = tuple(each for _, each, _ in places)
        self.everything = (1 << len(places)) - 1
        self._numbers = {(address.segment_ord, address.doc): at for at, (_, _, address) in enumerate(places)}
        self._is_in_order = list(self._numbers) == sorted(self._numbers)
        self._values = {
            name: {
                value: self.set_of(
                    self.numbers(
                        searcher.search(
                            tantivy.Query.term_query(schema, f"facet_{name}", value, index_option="basic"),
                            limit=count + 1,
                            count=False,
                        ).hits
                    )
                )
                for value, count in searcher.terms_with_prefix(f"facet_{name}", "", limit=_MOST_VALUES)
            }
            for name in FACETS
        }

    def ranked(self, hits: Sequence[tuple[Any, tantivy.DocAddress]]) -> list[int]:
        """The numbers of hits, best first; equals by name, wherever they stand in the index."""
        numbers = self.numbers(hits)
        if self._is_in_order:
            return numbers  # tantivy gives equals in the order in which they were indexed
        scores = {number: score for number, (score, _) in zip(numbers, hits, strict=True)}
        return sorted(numbers, key=lambda number: (-scores[number], number))

    def numbers(self, hits: Iterable[tuple[object, tantivy.DocAddress]]) -> list[int]:
        """The numbers of hits, in their order."""
        numbers = self._numbers
        return [numbers[address.segment_ord, address.doc] for _, address in hits]

    def set_of(self, numbers: Iterable[int]) -> int:
        """Exercises as a set."""
        bits = bytearray(len(self.ids) // 8 + 1)
        for number in numbers:
            bits[number >> 3] |= 1 << (number & 7)
        return int.from_bytes(bits, "little")

    def members(self, found: int) -> list[int]:
        """The numbers of a set, in the order of names."""
        if found == self.everything:
            return list(range(len(self.ids)))
        digits = bin(found)[:1:-1]
        numbers: list[int] = []
        at = digits.find("1")
        while at >= 0:
            numbers.append(at)
            at = digits.find("1", at + 1)
        return numbers

    def having(self, clause: Facet | Not) -> int:
        """Who has one of a facet's values, or has none of them."""
        facet = clause.clause if isinstance(clause, Not) else clause
        if not isinstance(facet, Facet):
            raise TypeError("only facets stand in columns")
        column = self._values[facet.name]
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
            column = [(value, n) for value, who in self._values[name].items() if (n := (who & among).bit_count())]
            column.sort(key=_most_first)
            counted[name] = dict(column)
        return counted

    @staticmethod
    def _under(found: int, sets: Iterable[int]) -> int:
        for each in sets:
            found &= each
        return found


def _most_first(counted: tuple[str, int]) -> tuple[int, str]:
    return -counted[1], counted[0]


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
