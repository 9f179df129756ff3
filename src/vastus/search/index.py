"""The index: words and facets of every exercise, in tantivy. It holds nothing that the database does not.

An index is never changed once it is built: `shelf` makes a new one beside it, so whoever reads is never disturbed
and a process that is killed leaves the old one whole.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple, cast

import msgspec
import tantivy

from vastus.domain.exercise import RelationKind
from vastus.domain.query import Answer, Clause, Facet, Not, Phrase, Query, Word
from vastus.reference.vocabulary import search_words
from vastus.search.columns import MOST, Columns, Places, Row, parted, row_of
from vastus.search.documents import Document, plain
from vastus.search.facets import COUNTED, FACETS
from vastus.search.spelling import Spellings

FORM = "3"
"""The form of an index; one of another form is built anew."""

# Where a word may stand, and how much it says there: a judgement, held by the tests of ranking.
_FIELDS: Mapping[str, float] = {
    "name": 6.0, "alias": 4.0, "target": 3.0, "equipment_words": 3.0, "muscles": 1.5, "labels": 1.5, "text": 0.5,
}  # fmt: skip
_BEGUN = ("name", "alias", "target", "equipment_words", "muscles", "labels")  # where a half-typed word is looked for
_CLOSED = ("target", "equipment_words", "muscles", "labels")  # with words of the vocabularies, mostly
_MOST_LISTED = 2_000  # words of one field
_STEMMED = ("name", "alias", "labels", "text")  # whose words are kept by their stems, too
_STEM_WEIGHT = 0.4
_BEGUN_WEIGHT = 0.6
_MISSPELLED_WEIGHT = 0.5
_EXACT_NAME, _EXACT_ALIAS, _NAME_BEGINS = 1000.0, 600.0, 200.0
_SHORTEST_BEGUN = 2  # letters of a half-typed word
_SHORTEST_MISSPELLED = 3
_TWO_MISTAKES_FROM = 8  # letters of a word that may have two mistakes
_MOST_LISTS = 100  # kept; each a bit an exercise and its counts
_HEAP_BYTES = 128_000_000
_HEAP_BYTES_OF_FEW = 15_000_000  # the least that tantivy takes
_MOST_RELATED = 200  # exercises that name one exercise in one kind of relation
_MOST_VALUES = 1_000

_Buckets = Mapping[str, Mapping[str, list[Any]]]


@cache
def _analyzer() -> tantivy.TextAnalyzer:
    return tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()


@cache
def _stemmer() -> tantivy.TextAnalyzer:
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
    return builder.filter(tantivy.Filter.stemmer("english")).build()


@cache
def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("name_key", tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_text_field("alias_key", tokenizer_name="raw", index_option="basic")
    for field in _FIELDS:
        builder.add_text_field(field, tokenizer_name="words", index_option="position")
    builder.add_text_field("stems", tokenizer_name="stems", index_option="freq")
    builder.add_text_field("relation", tokenizer_name="raw", index_option="basic")
    for facet in FACETS:
        builder.add_text_field(f"facet_{facet}", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("counted", tokenizer_name="raw", index_option="basic", fast=True)
    return builder.build()


def _with_tokenizers(index: tantivy.Index) -> tantivy.Index:
    index.register_tokenizer("words", _analyzer())
    index.register_tokenizer("stems", _stemmer())
    return index


def _entry(document: Document) -> tantivy.Document:
    entry = tantivy.Document()
    entry.add_text("id", document.id)
    entry.add_text("name_key", document.name)
    for alias in document.aliases:
        entry.add_text("alias_key", alias)
    names = " ".join((document.name, _joined(document.name), plain(document.id)))
    aliases = " ".join((*document.aliases, *(_joined(alias) for alias in document.aliases)))
    words = {
        "name": names, "alias": aliases, "target": document.target, "equipment_words": document.equipment,
        "muscles": document.muscles, "labels": document.labels, "text": document.text,
    }  # fmt: skip
    for field, text in words.items():
        entry.add_text(field, text)
    entry.add_text("stems", " ".join(words[field] for field in _STEMMED))
    for kind, to in document.relations:
        entry.add_text("relation", _relation(kind, to))
    for facet, values in document.facets.items():
        for value in values:
            entry.add_text(f"facet_{facet}", value)
            if facet in COUNTED:
                entry.add_text("counted", f"{facet} {value}")
    return entry


def _relation(kind: str, to: str) -> str:
    return f"{kind} {to}"


def _joined(name: str) -> str:
    """Neighbors written as one word: "push up" is also looked for as "pushup"."""
    return " ".join(first + second for first, second in pairwise(name.split()))


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


class _Asked(NamedTuple):
    """A clause as tantivy takes it: one that ranks, and one that finds the same and is counted sooner."""

    ranked: tantivy.Query
    bare: tantivy.Query


class _List:
    """What fits facets alone, and how many have which value beside them; counted when first asked for."""

    def __init__(self, columns: Columns, filters: Sequence[Facet | Not]) -> None:
        self._columns, self._filters = columns, filters
        self.found = columns.everything
        for each in filters:
            self.found &= columns.having(each)
        self.total = self.found.bit_count()

    @cached_property
    def counts(self) -> Mapping[str, Mapping[str, int]]:
        return self._columns.counts(self._columns.everything, self._filters)


class Index:
    """Answers queries."""

    def __init__(self, index: tantivy.Index, columns: Callable[[], Columns], gone: int = 0) -> None:
        index.reload()
        self._searcher = index.searcher()
        self._schema = index.schema
        self._read_columns = columns
        self._gone = gone  # exercises that were taken out and of which tantivy keeps the words
        self._lists = dict[tuple[Facet | Not, ...], _List]()

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
        clauses = self._clauses(query.clauses)
        whole = self._all([each.ranked for each in clauses], self._bonus(query))
        start = min(query.start, len(self))  # tantivy makes room for all that it skips
        if query.words:
            result = self._searcher.search(whole, limit=query.limit, offset=start)
        else:
            result = self._searcher.search(
                whole, limit=query.limit, offset=start, order_by_field="name_key", order=tantivy.Order.Asc
            )
        ids = tuple(str(self._searcher.doc(address)["id"][0]) for _, address in result.hits)
        return Answer(
            _total(result), ids, self._counts(query.clauses, [each.bare for each in clauses]) if counts else {}
        )

    def _list(self, query: Query, filters: tuple[Facet | Not, ...], *, counts: bool) -> Answer:
        """The answer to facets alone: by name, all from the columns."""
        columns = self.columns
        there = self._lists.get(filters)
        if there is None:
            if len(self._lists) >= _MOST_LISTS:
                self._lists.clear()
            there = self._lists[filters] = _List(columns, filters)
        ids = tuple(columns.ids[each] for each in columns.members(there.found, query.start, query.limit))
        return Answer(there.total, ids, there.counts if counts else {})

    def _search_columns(
        self, query: Query, words: Sequence[Clause], filters: Sequence[Facet | Not], places: Places, *, counts: bool
    ) -> Answer:
        """The same in a small library: tantivy ranks what fits the words, and columns do the rest."""
        columns = self.columns
        ranked = places.ranked(self._hits(words, query))
        fits = found = columns.set_of(ranked)
        for each in filters:
            fits &= columns.having(each)
        if not query.words:
            chosen = columns.members(fits, query.start, query.limit)
        else:
            chosen = ranked if fits == found else [each for each in ranked if fits >> each & 1]
            chosen = chosen[query.start : query.start + query.limit]
        ids = tuple(columns.ids[each] for each in chosen)
        return Answer(fits.bit_count(), ids, columns.counts(found, filters) if counts else {})

    def _hits(self, words: Sequence[Clause], query: Query) -> Sequence[tuple[Any, tantivy.DocAddress]]:
        """All that fits the words of a query, best first."""
        last = words[-1] == query.clauses[-1]
        clauses = [self._clause(each, last=last and at == len(words) - 1) for at, each in enumerate(words)]
        whole = self._all([each.ranked for each in clauses], self._bonus(query))
        return self._searcher.search(whole, limit=max(1, len(self)), count=False).hits

    def _clauses(self, clauses: Sequence[Clause]) -> list[_Asked]:
        return [self._clause(each, last=at == len(clauses) - 1) for at, each in enumerate(clauses)]

    def count(self, clauses: Sequence[Clause]) -> int:
        """How many exercises fit."""
        query = self._all([self._clause(each, last=False).bare for each in clauses])
        return _total(self._searcher.search(query, limit=1))

    def naming(self, exercise_id: str) -> tuple[tuple[RelationKind, str], ...]:
        """The ids of the exercises whose pages name this one as related, and what they call it."""
        return tuple(
            (kind, str(self._searcher.doc(address)["id"][0]))
            for kind in RelationKind
            for _, address in self._searcher.search(
                self._term("relation", _relation(kind, exercise_id)), limit=_MOST_RELATED, count=False
            ).hits
        )

    def near(self, query: Query, count: int) -> tuple[str, ...]:
        """The ids of what fits most of a query that nothing fits, best first."""
        wanted = [each for each in query.clauses if not isinstance(each, Not)]
        if not wanted:
            return ()
        some = [(tantivy.Occur.Should, self._clause(each, last=True).ranked) for each in wanted]
        result = self._searcher.search(tantivy.Query.boolean_query(some), limit=count)
        return tuple(str(self._searcher.doc(address)["id"][0]) for _, address in result.hits)

    def _all(self, clauses: Sequence[tantivy.Query], bonus: Sequence[tantivy.Query] = ()) -> tantivy.Query:
        if not clauses:
            return tantivy.Query.all_query()
        parts = [(tantivy.Occur.Must, each) for each in clauses]
        return tantivy.Query.boolean_query(parts + [(tantivy.Occur.Should, each) for each in bonus])

    def _bonus(self, query: Query) -> list[tantivy.Query]:
        """What lifts an exact name, an exact alias and a name that begins so above everything else."""
        asked = " ".join(query.words)
        if not asked:
            return []
        lifted: list[tuple[tantivy.Query, float]] = []
        for field, weight in (("name_key", _EXACT_NAME), ("alias_key", _EXACT_ALIAS)):
            if self._searcher.doc_freq(field, asked):
                lifted.append((self._term(field, asked), weight))
        if self._searcher.terms_with_prefix("name_key", asked, limit=1):
            begins = tantivy.Query.fuzzy_term_query(self._schema, "name_key", asked, distance=0, prefix=True)
            lifted.append((begins, _NAME_BEGINS))
        return [
            tantivy.Query.boost_query(tantivy.Query.const_score_query(each, 1.0), weight) for each, weight in lifted
        ]

    def _term(self, field: str, text: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, field, text, index_option="freq")

    def _clause(self, clause: Clause, *, last: bool) -> _Asked:
        match clause:
            case Not(inner):
                everything = (tantivy.Occur.Must, tantivy.Query.all_query())
                inside = self._exactly(inner).bare
                query = tantivy.Query.boolean_query([everything, (tantivy.Occur.MustNot, inside)])
                return _Asked(query, query)
            case Word(text):
                return self._word(text, is_last=last)
            case _:
                return self._exactly(clause)

    def _exactly(self, clause: Word | Phrase | Facet) -> _Asked:
        match clause:
            case Facet(name, values):
                found = _any([self._term(f"facet_{name}", value) for value in values])
                return _Asked(tantivy.Query.const_score_query(found, 0.0), found)
            case Phrase(text) if len(text.split()) > 1:
                words = [*plain(text).split()]
                query = _any([tantivy.Query.phrase_query(self._schema, field, [*words]) for field in _FIELDS])
            case Phrase(text) | Word(text):
                query = _any([*self._places(text).values()])
        return _Asked(query, query)

    def _places(self, word: str) -> dict[str, tantivy.Query]:
        """Where a word stands, by field."""
        return {
            field: tantivy.Query.boost_query(self._term(field, word), weight)
            for field, weight in _FIELDS.items()
            if self._stands(field, word, self._searcher.doc_freq(field, word))
        }

    def _word(self, typed: str, *, is_last: bool) -> _Asked:
        """Wherever a word stands: itself, its stem, what it is also called; misspelled only where nobody writes it."""
        word = plain(typed) or typed
        places = self._places(word)
        others: list[tantivy.Query] = []
        stems = _stemmer().analyze(word)
        has_stem = bool(stems) and self._stands("stems", stems[0], self._searcher.doc_freq("stems", stems[0]))
        if has_stem:
            others.append(tantivy.Query.boost_query(self._term("stems", stems[0]), _STEM_WEIGHT))
        for meant in search_words().get(word, ()):
            other = [(tantivy.Occur.Must, _any([*self._places(each).values()])) for each in meant.split()]
            others.append(tantivy.Query.boolean_query(other))
        if (is_last or not (places or others)) and len(word) >= _SHORTEST_BEGUN:
            others += self._begun(word, is_sure=bool(places or others))
        if not (places or others) and len(word) >= _SHORTEST_MISSPELLED:
            others = self._misspelled(word, begun=is_last)
        apart = [query for field, query in places.items() if not (has_stem and field in _STEMMED)]
        return _Asked(_any([*places.values(), *others]), _any(apart + others))

    def _begun(self, word: str, *, is_sure: bool) -> list[tantivy.Query]:
        """Wherever a word begins so; nothing where none does, unless it `is_sure` that one does."""
        listed = {field: words for field in _CLOSED if (words := self._words(field, word)) is not None}
        found = [self._listed(field, words, _BEGUN_WEIGHT) for field, words in listed.items() if words]
        open_fields = [field for field in _BEGUN if field not in listed]
        rest = [self._spelled(field, word, 0, _BEGUN_WEIGHT, begun=True) for field in open_fields]
        return found + rest if is_sure or found or self._is_begun(word, open_fields) else []

    def _is_begun(self, word: str, fields: Sequence[str]) -> bool:
        begun = [field for field in fields if self._searcher.terms_with_prefix(field, word, limit=1)]
        return any(not self._gone or self._finds(self._spelled(each, word, 0, 1.0, begun=True)) for each in begun)

    def _misspelled(self, word: str, *, begun: bool) -> list[tantivy.Query]:
        """Wherever a word stands with a mistake; with two, which costs more, where one finds nothing."""
        weights = {field: weight * _MISSPELLED_WEIGHT for field, weight in _FIELDS.items()}
        listed = {field: each.misspelled(word, begun=begun) for field, each in self._spellings.items()}
        found = [self._listed(field, words, weights[field]) for field, words in listed.items() if words]
        rest = [self._spelled(each, word, 1, weights[each], begun=begun) for each in _FIELDS if each not in listed]
        if found or len(word) < _TWO_MISTAKES_FROM or any(self._finds(each) for each in rest):
            return found + rest
        return [self._spelled(each, word, 2, weights[each], begun=begun) for each in _FIELDS]

    def _finds(self, query: tantivy.Query) -> bool:
        return bool(self._searcher.search(query, limit=1, count=False).hits)

    @cached_property
    def _spellings(self) -> Mapping[str, Spellings]:
        """The words of the fields where few different ones stand, each of them often."""
        listed = {field: self._words(field) for field in _CLOSED}
        return {field: Spellings(words) for field, words in listed.items() if words is not None}

    def _words(self, field: str, beginning: str = "") -> list[str] | None:
        """The words that stand in a field and begin so; None where they are too many to be listed."""
        words = self._searcher.terms_with_prefix(field, beginning, limit=_MOST_LISTED + 1)
        return (
            None if len(words) > _MOST_LISTED else [each for each, count in words if self._stands(field, each, count)]
        )

    def _stands(self, field: str, word: str, count: int) -> bool:
        """Whether somebody has a word of this count; tantivy keeps and counts the words of exercises that are gone."""
        return count > self._gone or (count > 0 and self._finds(self._term(field, word)))

    def _listed(self, field: str, words: Iterable[str], weight: float) -> tantivy.Query:
        """Wherever one of these words stands: what `_spelled` gives, without searching for them among all words."""
        found = _any([tantivy.Query.term_query(self._schema, field, each, index_option="basic") for each in words])
        return tantivy.Query.boost_query(tantivy.Query.const_score_query(found, 1.0), weight)

    def _spelled(self, field: str, word: str, mistakes: int, weight: float, *, begun: bool) -> tantivy.Query:
        query = tantivy.Query.fuzzy_term_query(self._schema, field, word, distance=mistakes, prefix=begun)
        return tantivy.Query.boost_query(query, weight)

    def _counts(self, clauses: Sequence[Clause], queries: Sequence[tantivy.Query]) -> dict[str, dict[str, int]]:
        own = {clause.name: at for at, clause in enumerate(clauses) if isinstance(clause, Facet)}
        together = [name for name in COUNTED if name not in own]
        counts = self._values(self._all(queries), together)
        for name in COUNTED:
            if name in own:
                others = [each for at, each in enumerate(queries) if at != own[name]]
                counts |= self._values(self._all(others), [name])
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


def _any(queries: Sequence[tantivy.Query]) -> tantivy.Query:
    if not queries:
        return tantivy.Query.empty_query()
    if len(queries) == 1:
        return queries[0]
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, each) for each in queries])


def _total(result: tantivy.SearchResult) -> int:
    return int(getattr(result, "count", 0) or 0)  # its type stubs leave it out
