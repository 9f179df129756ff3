"""The index: words and facets of every exercise, in tantivy. It holds nothing that the database does not.

An index is never changed once it is built: `shelf` makes a new one beside it, so whoever reads is never disturbed
and a process that is killed leaves the old one whole.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import chain
from pathlib import Path
from typing import Any, cast

import msgspec
import tantivy

from vastus.domain.exercise import ExerciseType, RelationKind
from vastus.domain.query import Answer, Clause, Facet, Not, Query
from vastus.search.columns import FIRST_TARGET, MOST, Columns, Places, Row, parted, row_of
from vastus.search.documents import RELEASES, Document
from vastus.search.facets import COUNTED, FACETS
from vastus.search.ranking import Ranking, add_fields, all_of, register_tokenizers, words_of

FORM = "6"
"""The form of an index; one of another form is built anew."""

_BODY = frozenset({"muscle", "target"})
_MOST_LISTS = 100  # kept; each a bit an exercise and its counts
_HEAP_BYTES = 128_000_000
_HEAP_BYTES_OF_FEW = 15_000_000  # the least that tantivy takes
_MOST_RELATED = 200  # exercises that name one exercise in one kind of relation
_MOST_VALUES = 1_000

_Buckets = Mapping[str, Mapping[str, list[Any]]]


@cache
def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("name_key", tokenizer_name="raw", index_option="basic", fast=True)
    add_fields(builder)
    builder.add_text_field("relation", tokenizer_name="raw", index_option="basic")
    for field in _FIELDS.values():
        builder.add_text_field(field, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("counted", tokenizer_name="raw", index_option="basic", fast=True)
    return builder.build()


def _with_tokenizers(index: tantivy.Index) -> tantivy.Index:
    register_tokenizers(index)
    return index


_FIELDS = {facet: f"facet_{facet}" for facet in FACETS}


def _entry(document: Document) -> tantivy.Document:
    facets = {_FIELDS[facet]: [*values] for facet, values in document.facets.items() if values}
    counted = [f"{facet} {value}" for facet, values in document.facets.items() if facet in COUNTED for value in values]
    return tantivy.Document.from_dict(  # type: ignore[reportUnknownMemberType]
        {
            "id": document.id,
            "name_key": document.name,
            **words_of(document),
            "relation": [_relation(kind, to) for kind, to in document.relations],
            **facets,
            "counted": counted,
        }
    )


def _relation(kind: str, to: str) -> str:
    return f"{kind} {to}"


def build_index(documents: Iterable[Document], folder: Path | None = None) -> "Index":
    """Index exercises, in memory or in an empty folder; the order of the documents decides between equals."""
    index = _with_tokenizers(tantivy.Index(_schema(), str(folder) if folder else None))
    writer = index.writer(heap_size=_HEAP_BYTES, num_threads=1)

    def added() -> Iterator[Row]:
        for document in documents:
            writer.add_document(_entry(document))
            yield row_of(document)

    columns = Columns.of(added())
    writer.commit()
    writer.wait_merging_threads()
    return Index(index, lambda: columns)


def change_index(folder: Path, *, gone: Iterable[str], documents: Iterable[Document]) -> int:
    """Take exercises out of the index in a folder, by id, and put others in; a document replaces the one of its id.

    All of it or nothing; whoever has the index open is not disturbed. Tells how many exercises there are then.
    """
    index = _with_tokenizers(tantivy.Index.open(str(folder)))
    writer = index.writer(heap_size=_HEAP_BYTES_OF_FEW, num_threads=1)
    for each in gone:
        writer.delete_documents_by_term("id", each)
    for document in documents:
        writer.delete_documents_by_term("id", document.id)
        writer.add_document(_entry(document))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return index.searcher().num_docs


def open_index(folder: Path, columns: Callable[[], Columns]) -> "Index":
    """The index in a folder, whose columns are asked for when they are first needed.

    Raises:
        ValueError: there is none, or it is damaged.
    """
    segments = msgspec.json.decode((folder / "meta.json").read_bytes(), type=_Segments).segments
    gone = sum(each.deletes.num_deleted_docs for each in segments if each.deletes)
    return Index(_with_tokenizers(tantivy.Index.open(str(folder))), columns, gone)


class _Deletes(msgspec.Struct):
    num_deleted_docs: int


class _Segment(msgspec.Struct):
    deletes: _Deletes | None = None


class _Segments(msgspec.Struct):
    """What is read of tantivy's `meta.json`."""

    segments: list[_Segment]


class _List:
    """What fits facets alone, and how many have which value beside them; counted when first asked for.

    By name; of a muscle that is asked for, what trains it before all others comes first, then what targets it, and last
    what works it beside others.
    """

    def __init__(self, columns: Columns, filters: Sequence[Facet | Not]) -> None:
        self._columns, self._filters = columns, filters
        self.found = columns.everything
        for each in filters:
            self.found &= columns.having(each)
        self.total = self.found.bit_count()
        self._muscles = tuple(
            chain(*(each.values for each in filters if isinstance(each, Facet) and each.name in _BODY))
        )

    def numbers(self, start: int, limit: int) -> list[int]:
        """So many of them, behind so many that are left out."""
        numbers: list[int] = []
        for some in self._steps:
            numbers += self._columns.members(some, start, limit - len(numbers))
            if len(numbers) == limit:
                break
            start = max(0, start - some.bit_count())
        return numbers

    @cached_property
    def _steps(self) -> Sequence[int]:
        """What fits, in parts, the first one first."""
        if not self._muscles:
            return [self.found]
        having = self._columns.having
        target, first = (having(Facet(name, self._muscles)) for name in ("target", FIRST_TARGET))
        strength, release = having(Facet("type", (ExerciseType.STRENGTH,))), having(Facet("type", (*RELEASES,)))
        left, steps = self.found, list[int]()
        for some in (first & strength, target & strength, target & ~release, target, self.found):
            steps.append(left & some)
            left &= ~some
        return steps

    @cached_property
    def counts(self) -> Mapping[str, Mapping[str, int]]:
        return self._columns.counts(self._columns.everything, self._filters)


class Index:
    """Answers queries."""

    def __init__(self, index: tantivy.Index, columns: Callable[[], Columns], gone: int = 0) -> None:
        index.reload()
        self._searcher = index.searcher()
        self.ranking = Ranking(self._searcher, index.schema, gone)
        self._read_columns = columns
        self._lists = dict[tuple[Facet | Not, ...], _List]()
        self.state = ""  # of the library, where it has one; who made the index says it

    def __len__(self) -> int:
        return self._searcher.num_docs

    @cached_property
    def columns(self) -> Columns:
        """The facets of all exercises side by side."""
        return self._read_columns()

    @cached_property
    def _standing(self) -> Places | None:
        """Where the exercises of the columns stand, if there are so few that hits are counted there."""
        return Places(self._searcher, self.columns) if len(self) <= MOST else None

    def search(self, query: Query, *, counts: bool = True) -> Answer:
        """The exercises that fit a query, best first; facet counts are right under all the other filters."""
        words, filters = parted(query.clauses)
        if not words:
            return self._list(query, tuple(filters), counts=counts)
        places = self._standing
        if places is not None:
            return self._search_columns(query, words, filters, places, counts=counts)
        question = self.ranking.question(words)
        asked = [*question.clauses, *(self.ranking.facet(each) for each in filters)]
        whole = all_of([each.ranked for each in asked], question.lifts)
        start = min(query.start, len(self))  # tantivy makes room for all that it skips
        if _ranks(words):
            result = self._searcher.search(whole, limit=query.limit, offset=start)
        else:
            result = self._searcher.search(
                whole, limit=query.limit, offset=start, order_by_field="name_key", order=tantivy.Order.Asc
            )
        ids = tuple(str(self._searcher.doc(address)["id"][0]) for _, address in result.hits)
        bare = [each.bare for each in asked]
        return Answer(_total(result), ids, self._counts([*words, *filters], bare) if counts else {})

    def _list(self, query: Query, filters: tuple[Facet | Not, ...], *, counts: bool) -> Answer:
        """The answer to facets alone: all from the columns."""
        columns = self.columns
        there = self._lists.get(filters)
        if there is None:
            if len(self._lists) >= _MOST_LISTS:
                self._lists.clear()
            there = self._lists[filters] = _List(columns, filters)
        ids = tuple(columns.ids[each] for each in there.numbers(query.start, query.limit))
        return Answer(there.total, ids, there.counts if counts else {})

    def _search_columns(
        self, query: Query, words: Sequence[Clause], filters: Sequence[Facet | Not], places: Places, *, counts: bool
    ) -> Answer:
        """The same in a small library: tantivy ranks what fits the words, and columns do the rest."""
        columns = self.columns
        ranked = places.ranked(self._hits(words))
        fits = found = columns.set_of(ranked)
        for each in filters:
            fits &= columns.having(each)
        if not _ranks(words):
            chosen = columns.members(fits, query.start, query.limit)
        else:
            chosen = ranked if fits == found else [each for each in ranked if fits >> each & 1]
            chosen = chosen[query.start : query.start + query.limit]
        ids = tuple(columns.ids[each] for each in chosen)
        return Answer(fits.bit_count(), ids, columns.counts(found, filters) if counts else {})

    def _hits(self, words: Sequence[Clause]) -> Sequence[tuple[Any, tantivy.DocAddress]]:
        """All that fits the words of a query, best first."""
        question = self.ranking.question(words)
        whole = all_of([each.ranked for each in question.clauses], question.lifts)
        return self._searcher.search(whole, limit=max(1, len(self)), count=False).hits

    def count(self, clauses: Sequence[Clause]) -> int:
        """How many exercises fit."""
        words, filters = parted(clauses)
        asked = [*self.ranking.question(words).clauses, *(self.ranking.facet(each) for each in filters)]
        return _total(self._searcher.search(all_of([each.bare for each in asked]), limit=1))

    def spelled(self, clauses: Sequence[Clause]) -> tuple[Clause, ...]:
        """Clauses as they are read where words are misspelled."""
        words, filters = parted(clauses)
        meant = self.ranking.spelled(words)
        return (*meant, *filters) if meant != tuple(words) else tuple(clauses)

    def naming(self, exercise_id: str) -> tuple[tuple[RelationKind, str], ...]:
        """The ids of the exercises whose pages name this one as related, and what they call it."""
        return tuple(
            (kind, str(self._searcher.doc(address)["id"][0]))
            for kind in RelationKind
            for _, address in self._searcher.search(
                self.ranking.term("relation", _relation(kind, exercise_id)), limit=_MOST_RELATED, count=False
            ).hits
        )

    def near(self, query: Query, count: int) -> tuple[str, ...]:
        """The ids of what comes nearest to a query that nothing fits, best first: always some, if there are any."""
        found: dict[str, None] = {}
        for each in self.ranking.near(query.clauses):
            hits = self._searcher.search(each, limit=count, count=False).hits
            found |= dict.fromkeys(str(self._searcher.doc(address)["id"][0]) for _, address in hits)
            if found:
                break
        return tuple(found)[:count]

    def _counts(self, clauses: Sequence[Clause], queries: Sequence[tantivy.Query]) -> dict[str, dict[str, int]]:
        own = {clause.name: at for at, clause in enumerate(clauses) if isinstance(clause, Facet)}
        together = [name for name in COUNTED if name not in own]
        counts = self._values(all_of(queries), together)
        for name in COUNTED:
            if name in own:
                others = [each for at, each in enumerate(queries) if at != own[name]]
                counts |= self._values(all_of(others), [name])
        return {name: counts[name] for name in COUNTED}

    def _values(self, query: tantivy.Query, facets: Sequence[str]) -> dict[str, dict[str, int]]:
        """How many of what a query finds have each value of these facets, most first."""
        asked = {"counted": {"terms": {"field": "counted", "size": _MOST_VALUES}}}
        found = cast("_Buckets", self._searcher.aggregate(query, asked))  # type: ignore[reportUnknownMemberType]
        counts: dict[str, list[tuple[str, int]]] = {name: [] for name in facets}
        for bucket in found["counted"]["buckets"]:
            name, value = bucket["key"].split(" ", 1)
            if name in counts:
                counts[name].append((value, int(bucket["doc_count"])))
        return {name: dict(sorted(of, key=lambda each: (-each[1], each[0]))) for name, of in counts.items()}


def _ranks(words: Iterable[Clause]) -> bool:
    """Whether something is wanted by words, so that one exercise fits better than another."""
    return any(not isinstance(each, Not) for each in words)


def _total(result: tantivy.SearchResult) -> int:
    return int(getattr(result, "count", 0) or 0)  # its type stubs leave it out
