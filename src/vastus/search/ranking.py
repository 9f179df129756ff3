"""What is looked for, and what comes first: questions as tantivy takes them.

Scores are steps, not sums: a word counts once, for the best place where it stands (`_WHOLE`, `_BEGUN`). Above all
words of a question stand names that are the question, then aliases, then names whose last words are (`_Whole`).
What is still equal is decided by `_TRAITS`, which together are less than any step.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

import tantivy

from vastus.domain.query import Clause, Facet, Not, Phrase, Word
from vastus.search.columns import parted
from vastus.search.documents import PLAIN, STRENGTH, TRAINS, Document, plain
from vastus.search.forms import (
    LONGEST_BEGINNING,
    beginnings,
    begun_meanings,
    joined,
    keys,
    keys_and_heads,
    meant_by,
    openings,
    stem,
    stem_keys,
    stemmed,
    variants,
    whole_keys,
)
from vastus.search.language import NO
from vastus.search.named_muscles import named_muscles
from vastus.search.spelling import Spellings

# How much a whole word says by where it stands, its inflections alike: a judgement, held by the tests of ranking.
_WHOLE: Mapping[str, float] = {
    "name": 120.0, "alias": 80.0, "target": 60.0, "equipment_words": 60.0, "muscles": 30.0, "labels": 30.0,
}  # fmt: skip
# The same of a half-typed one: less than any whole word says, but for one that stands in prose alone.
_BEGUN: Mapping[str, float] = {
    "name": 25.0, "alias": 20.0, "target": 15.0, "equipment_words": 15.0, "muscles": 11.0, "labels": 11.0,
}  # fmt: skip
_ANYWHERE = 0.25  # times tantivy's own score, which is 25 at most, of a word somewhere in all that is indexed
_BEGUN_ANYWHERE = 1.0
_MISSPELLED = 0.5  # times `_WHOLE`

_NAME, _ALIAS, _OPENING, _HEAD, _ALIAS_HEAD, _NAME_BEGINS = 2000.0, 1200.0, 900.0, 600.0, 40.0, 20.0
_FAMILY = 4.0  # of a family that is called so
_FITTING = 100.0  # of a facet that fits where not all of a question does
_NEAR = 0.9  # times these, for what a short form stands for
_MUSCLE, _TARGET, _FIRST_TARGET, _TRAINED = 400.0, 400.0, 20.0, 200.0
_TRAITS: Mapping[str, float] = {PLAIN: 2.0, "two-words": 1.0, "three-words": 0.5, TRAINS: 0.25}
_MUSCLE_TRAITS: Mapping[str, float] = {TRAINS: 200.0, STRENGTH: 10.0}  # where a muscle is all that is asked for
_SHORT, _BRIEF = 2, 3  # words of a name

_CLOSED = ("target", "equipment_words", "muscles", "labels")  # with words of the vocabularies, mostly
_STEMS = [f"{field}_stems" for field in _WHOLE]
_CLOSED_STEMS = [(field, f"{field}_stems") for field in _CLOSED]
_MOST_LISTED = 2_000  # words of one field
_MOST_COUNTED = 8_192  # words of fields whose count is kept, some 250 bytes each
_MOST_PLACED = 512  # words whose places are kept, some 3 kB each
_MOST_BEGUN = 30  # words that are looked for one by one
_SHORTEST_MISSPELLED = 3
_TWO_MISTAKES_FROM = 6  # letters of a word that may have two mistakes
_FIRST = "^"  # before the beginning of a whole name
_BETWEEN = " \x1e "  # what no phrase reaches over, and nobody types


def add_fields(builder: tantivy.SchemaBuilder) -> None:
    """The fields of words."""
    for field in (
        "beginnings",
        "name_beginnings",
        "key",
        "alias_key",
        "opening",
        "head",
        "alias_head",
        "family_key",
        "joined",
        "trained",
        "first_target",
        "trait",
    ):
        builder.add_text_field(field, tokenizer_name="words", index_option="basic")
    for field in (*_WHOLE, "text"):  # `text` is everything
        builder.add_text_field(field, tokenizer_name="words", index_option="position")
    for field in _STEMS:
        builder.add_text_field(field, tokenizer_name="words", index_option="basic")
    builder.add_text_field("stems", tokenizer_name="words", index_option="freq")  # of everything


def register_tokenizers(index: tantivy.Index) -> None:
    """Give an index what parts texts into words."""
    index.register_tokenizer("words", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())


def words_of(document: Document) -> dict[str, str]:
    """The words of an exercise by the fields that they are put in."""
    name, aliases, its_id, facets = document.name, document.aliases, plain(document.id), document.facets
    texts = {
        "name": name, "alias": _BETWEEN.join(aliases), "target": document.target,
        "equipment_words": document.equipment, "muscles": document.muscles, "labels": document.labels,
    }  # fmt: skip
    stems = {
        "name_stems": stemmed(name), "alias_stems": stemmed(texts["alias"]),
        **{stems: _closed_stems(texts[field]) for field, stems in _CLOSED_STEMS},
    }  # fmt: skip
    everything = _BETWEEN.join((*texts.values(), document.text, its_id))
    words = name.split()
    pairs = {*joined(name)}.union(*map(joined, aliases))
    of_name, of_aliases = keys_and_heads(name), [keys_and_heads(each) for each in aliases]
    terms: dict[str, Iterable[str]] = {
        "key": of_name[0] if its_id == name else of_name[0] | whole_keys(its_id),
        "alias_key": {key for of, _ in of_aliases for key in of},
        "family_key": {key for family in facets.get("family", ()) for key in _family_keys(family)},
        "opening": openings(name),
        "head": of_name[1],
        "alias_head": {key for _, of in of_aliases for key in of},
        "joined": pairs.union(map(stem, pairs)),
        "beginnings": beginnings(everything.split()),
        "name_beginnings": [*beginnings(words), *[_FIRST + each for each in beginnings(["".join(words)])]],
        "trained": document.trained,
        "first_target": facets.get("target", ())[:1],
        "trait": (*document.traits, *_length_traits(len(words))),
    }
    return {
        **texts,
        **stems,
        "text": everything,
        "stems": _BETWEEN.join((*[stems[each] for each in _STEMS], stemmed(document.text), stemmed(its_id))),
        **{field: " ".join(of) for field, of in terms.items()},  # no term has a space in it
    }


_closed_stems = lru_cache(maxsize=_MOST_LISTED)(stemmed)  # the same few texts come back on every page


@lru_cache(maxsize=_MOST_LISTED)
def _family_keys(family: str) -> frozenset[str]:
    return keys(plain(family).split())


def _length_traits(words: int) -> Sequence[str]:
    if words <= _SHORT:
        return ("two-words",)
    return ("three-words",) if words <= _BRIEF else ()


class Asked(NamedTuple):
    """A clause as tantivy takes it: one that ranks, and one that finds the same and is counted sooner."""

    ranked: tantivy.Query
    bare: tantivy.Query


class Question(NamedTuple):
    """Clauses as tantivy takes them, and what lifts some of what they find."""

    clauses: list[Asked]
    lifts: list[tantivy.Query]


class Ranking:
    """Makes tantivy's questions of ours, for one index."""

    def __init__(self, searcher: tantivy.Searcher, schema: tantivy.Schema, gone: int = 0) -> None:
        self._searcher, self._schema = searcher, schema
        self._gone = gone  # exercises that were taken out and of which tantivy keeps the words
        # An index never changes, and people use the same words.
        self._count = lru_cache(_MOST_COUNTED)(searcher.doc_freq)
        self._standing = lru_cache(_MOST_PLACED)(self._places)

    def question(self, clauses: Sequence[Clause]) -> Question:
        """Clauses about words. The last one may be half typed."""
        said = [word for each in clauses for word in _said(each)]
        is_half = bool(clauses) and isinstance(clauses[-1], Word)
        named = list(named_muscles(said, is_half=is_half))
        is_muscle = len(named) == 1 and (named[0].start, named[0].stop) == (0, len(said))
        of_muscles = {word for each in named for word in said[each.start : each.stop]}
        asked = [
            self._clause(clauses, at, is_target=not of_muscles.isdisjoint(_said(each)))
            for at, each in enumerate(clauses)
        ]
        whole: Mapping[tuple[str, str], float] = self._whole(said, is_muscle=is_muscle) if said else {}
        queries = [_best([_worth(self.term(*of), worth) for of, worth in whole.items()])] if whole else []
        lifts: dict[tuple[str, str], float] = {}
        if is_muscle:
            asked = [Asked(_worth(each.bare, 0.0), each.bare) for each in asked]
            lifts |= {("trained", muscle): _MUSCLE for muscle in named[0].muscles}
            for group in named[0].groups:
                lifts |= {("facet_target", group): _TARGET, ("first_target", group): _FIRST_TARGET}
            lifts |= {("trait", trait): worth for trait, worth in _MUSCLE_TRAITS.items()}
            # Whose text speaks of the muscle most comes first among equals.
            queries += [tantivy.Query.boost_query(self._anywhere(stem(word)), _ANYWHERE) for word in said]
        if said:
            for trait, worth in _TRAITS.items():
                lifts["trait", trait] = lifts.get(("trait", trait), 0.0) + worth
        queries += [_worth(self.term(*of), worth) for of, worth in lifts.items() if self._count(*of)]
        begun = "".join(said)
        if begun and not is_muscle:
            # One half-typed word begins much that is called otherwise, and whole ones are looked for already.
            worth = _NAME_BEGINS if whole or len(said) == 1 else _OPENING
            queries += [_worth(each, worth) for each in self._names_begun(begun)]
        lacking = (each.clause.text for each in clauses if isinstance(each, Not) and isinstance(each.clause, Word))
        queries += [_worth(each, _NAME) for word in lacking for each in self._called_without(plain(word))]
        return Question(asked, queries)

    def _whole(self, said: Sequence[str], *, is_muscle: bool) -> Mapping[tuple[str, str], float]:
        """The terms of what is, or is called, all that was said; of other inflections only where nothing is."""
        worths = {"key": _NAME, "alias_key": _ALIAS}
        if not is_muscle:
            # One word may be the kind (a squat) as well as the beginning (a push-up) of what is meant.
            worths |= {
                "opening": _OPENING if len(said) > 1 else _HEAD,
                "head": _HEAD,
                "alias_head": _ALIAS_HEAD,
                "family_key": _FAMILY,
            }
        is_written = all(self._stands("name", each) or self._stands("alias", each) for each in said)
        for of in (keys,) if is_written else (keys, stem_keys):
            terms = {
                (field, key): worth if not at else worth * _NEAR
                for at, variant in enumerate(variants(said))
                for key in sorted(of(variant))
                for field, worth in worths.items()
            }
            there = {term: worth for term, worth in terms.items() if self._stands(*term)}
            if there:
                return there
        return {}

    def _names_begun(self, begun: str) -> list[tantivy.Query]:
        """Names that begin so, if there are any."""
        if len(begun) <= LONGEST_BEGINNING:
            return [self.term("name_beginnings", _FIRST + begun)]
        if self._searcher.terms_with_prefix("key", begun, limit=1):
            return [self._fuzzy("key", begun, 0, begun=True)]
        return []

    def near(self, clauses: Sequence[Clause]) -> list[tantivy.Query]:
        """Questions for what comes nearest to clauses that nothing fits, the nearest first."""
        words = [word for each in clauses for word in _said(each)]
        wanted = [_worth(self.facet(each).bare, _FITTING) for each in parted(clauses)[1]]
        wanted += [each.ranked for each in self.question([Word(word) for word in words]).clauses]
        some = [_any(wanted)] if wanted else []
        for word in words:
            begun = next((word[:end] for end in range(len(word), 0, -1) if self._begins_a_name(word[:end])), None)
            if begun:
                some.append(self._fuzzy("name", begun, 0, begun=True))
        return [*some, self.term("trait", PLAIN), tantivy.Query.all_query()]

    def _begins_a_name(self, text: str) -> bool:
        return self._is_begun("name", text)

    def facet(self, clause: Facet | Not) -> Asked:
        """A clause about a facet."""
        facet = clause.clause if isinstance(clause, Not) else clause
        if not isinstance(facet, Facet):
            raise TypeError("only a facet is one")
        found = _any([self.term(f"facet_{facet.name}", value) for value in facet.values])
        return _without(found) if isinstance(clause, Not) else Asked(_worth(found, 0.0), found)

    def term(self, field: str, text: str) -> tantivy.Query:
        """Wherever a term stands."""
        return tantivy.Query.term_query(self._schema, field, text, index_option="basic")

    def _clause(self, clauses: Sequence[Clause], at: int, *, is_target: bool) -> Asked:
        match clauses[at]:
            case Not(Word(text)):  # what is called so, or is of that kind; prose speaks of much that an exercise is not
                word = plain(text)
                called = _any([self.term(f"{field}_stems", stem(word)) for field in _WHOLE])
                but = [(tantivy.Occur.MustNot, each) for each in self._called_without(word)]
                return _without(tantivy.Query.boolean_query([(tantivy.Occur.Must, called), *but]) if but else called)
            case Not(Phrase(text)):
                return _without(self._phrase(text).bare)
            case Phrase(text):
                return self._phrase(text)
            case Word(text):
                before, after = (
                    each.text if isinstance(each, Word) else ""
                    for each in (clauses[at - 1] if at else None, clauses[at + 1] if at + 1 < len(clauses) else None)
                )
                asked = self._word(text, before, after, is_last=at == len(clauses) - 1, is_target=is_target)
                return self._or_begun(asked, text + after) if after and at == len(clauses) - 2 else asked
            case _:
                raise TypeError("only words, phrases and their exclusion are words")

    def _called_without(self, word: str) -> list[tantivy.Query]:
        """What is called "no" something: whoever says so wants that, too."""
        pairs = [(field, no) for field in ("name", "alias") for no in NO if self._stands(field, no)]
        phrases = (tantivy.Query.phrase_query(self._schema, field, [no, word], slop=1) for field, no in pairs)
        return [each for each in phrases if word and self._finds(each)]

    def _or_begun(self, asked: Asked, pair: str) -> Asked:
        """What a word finds, or a name that has it and the half-typed one behind it as one word."""
        begun = [self._fuzzy(field, pair, 0, begun=True) for field in ("name", "alias") if self._is_begun(field, pair)]
        if not begun:
            return asked
        ranked = [asked.ranked, *(_worth(each, _WHOLE["name"] + _NAME_BEGINS) for each in begun)]
        return Asked(_best(ranked), _any([asked.bare, *begun]))

    def _phrase(self, text: str) -> Asked:
        """Words as they stand."""
        words: list[str] = plain(text).split()
        if not words:
            return _same(tantivy.Query.empty_query())

        def at(field: str) -> tantivy.Query:
            if len(words) == 1:
                return tantivy.Query.term_query(self._schema, field, words[0], index_option="basic")
            return tantivy.Query.phrase_query(self._schema, field, [*words])

        places = [_worth(at(field), worth) for field, worth in _WHOLE.items()]
        return Asked(_best([*places, _worth(at("text"), 1.0)]), at("text"))

    def _word(self, typed: str, before: str, after: str, *, is_last: bool, is_target: bool) -> Asked:
        """Wherever a word stands: itself, inflected, what it is also called; misspelled only where nobody writes it."""
        word = plain(typed) or typed
        is_whole = not is_last or self._stands("text", word) or not self._is_begun("text", word)
        ranked, bare = map(list, self._standing(word, is_target=is_target) if is_whole else ((), ()))
        for first, second in ((before, word), (word, after)):
            pair = stem(first + second)
            if not first or not second or len(pair) <= len(first):
                continue  # a stem of the first alone: "sidelying" has "side"
            for field in ("name", "alias"):
                if self._stands(f"{field}_stems", pair):
                    ranked.append(_worth(self.term(f"{field}_stems", pair), _WHOLE[field]))
                    bare.append(self.term(f"{field}_stems", pair))
        others = [self._all_of(each) for each in meant_by(word)]
        if is_last or not (ranked or others):
            others += [
                _worth(self._all_of(each), _BEGUN["alias"])
                for each in begun_meanings(word)
                if each not in meant_by(word)
            ]
            begun = self._begun(word, before, known=stem(word) if is_whole else None)
            ranked += [begun.ranked] if begun else []
            bare += [begun.bare] if begun else []
        bare += others
        ranked += others
        if not ranked and len(word) >= _SHORTEST_MISSPELLED:
            return self._misspelled(word, begun=is_last)
        return Asked(_best(ranked), _any(bare))

    def _places(self, word: str, *, is_target: bool = False) -> tuple[Sequence[tantivy.Query], Sequence[tantivy.Query]]:
        """Where a word stands, inflected or not, or two as this one: ranked, and all at once."""
        of = stem(word)
        worths = {f"{field}_stems": worth for field, worth in _WHOLE.items()}
        if is_target:
            worths["target_stems"] = _WHOLE["name"]
        ranked = [_worth(self.term(field, of), worth) for field, worth in worths.items() if self._stands(field, of)]
        bare: list[tantivy.Query] = []
        for each in dict.fromkeys((word, of)):
            if self._stands("joined", each):
                ranked.append(_worth(self.term("joined", each), _WHOLE["name"]))
                bare.append(self.term("joined", each))
        if self._stands("stems", of):
            ranked.append(tantivy.Query.boost_query(self._anywhere(of), _ANYWHERE))
            bare.append(self.term("stems", of))
        return ranked, bare

    def _anywhere(self, of: str) -> tantivy.Query:
        """Wherever a stem stands, the more the better."""
        return tantivy.Query.term_query(self._schema, "stems", of, index_option="freq")

    def _all_of(self, meaning: str) -> tantivy.Query:
        """Wherever all words of a meaning stand."""
        words = [(tantivy.Occur.Must, _best(self._standing(each)[0])) for each in meaning.split()]
        return words[0][1] if len(words) == 1 else tantivy.Query.boolean_query(words)

    def _begun(self, word: str, before: str, *, known: str | None) -> Asked | None:
        """Wherever a word is begun, or the one before it and it as one. A `known` stem is looked for already."""
        ranked: list[tantivy.Query] = []
        bare: list[tantivy.Query] = []
        for field in ("name", "alias") if before else ():
            if self._is_begun(field, before + word):
                bare.append(self._fuzzy(field, before + word, 0, begun=True))
                ranked.append(_worth(bare[-1], _BEGUN[field]))
        if self._is_parted(word) and self._is_begun("joined", word):
            bare.append(self._fuzzy("joined", word, 0, begun=True))
            ranked.append(_worth(bare[-1], _BEGUN["name"]))
        anywhere = self._words("text", word, _MOST_BEGUN)
        if anywhere is None and len(word) <= LONGEST_BEGINNING:
            bare.append(self.term("beginnings", word))
            ranked.append(_worth(self.term("name_beginnings", word), _BEGUN["name"]))
            ranked.append(_worth(bare[-1], _BEGUN_ANYWHERE))
        elif anywhere is None:
            for field, worth in _BEGUN.items():
                listed = self._words(field, word) if field in _CLOSED else None
                if listed is None:
                    ranked.append(_worth(self._fuzzy(field, word, 0, begun=True), worth))
                elif listed:
                    ranked.append(_worth(self._one_of(field, listed), worth))
            bare.append(self._fuzzy("text", word, 0, begun=True))
            ranked.append(_worth(bare[-1], _BEGUN_ANYWHERE))
        elif others := sorted({stem(each) for each in anywhere} - {known}):
            ranked += [_worth(self._one_of(f"{field}_stems", others), worth) for field, worth in _BEGUN.items()]
            bare.append(self._one_of("stems", others))
            ranked.append(_worth(bare[-1], _BEGUN_ANYWHERE))
        return Asked(_best(ranked), _any(bare)) if bare else None

    def _is_parted(self, word: str) -> bool:
        """Whether a word may be two that somebody wrote together."""
        return any(self._count("name", word[:end]) for end in range(2, len(word)))

    def _one_of(self, field: str, words: Sequence[str]) -> tantivy.Query:
        return _any([self.term(field, each) for each in words if self._count(field, each)])

    def _misspelled(self, word: str, *, begun: bool) -> Asked:
        """Wherever a word stands with a mistake, in prose only where it is nowhere else; with two, last of all."""
        words = self._spellings.misspelled(word, begun=begun) if self._listed else frozenset[str]()
        near = {field: self._one_of(field, sorted(words & of)) for field, of in self._listed.items() if words & of}
        for field in _WHOLE:
            if field not in self._listed and self._finds(query := self._fuzzy(field, word, 1, begun=begun)):
                near[field] = query
        if near:
            return Asked(
                _best([_worth(query, _WHOLE[field] * _MISSPELLED) for field, query in near.items()]),
                _any([*near.values()]),
            )
        mistaken = [("text", 1), ("joined", 1)]
        if len(word) >= _TWO_MISTAKES_FROM:
            mistaken += [(field, 2) for field in ("name", "alias", "equipment_words", "target", "text")]
        found = (self._fuzzy(field, word, mistakes, begun=begun) for field, mistakes in mistaken)
        query = next((each for each in found if self._finds(each)), tantivy.Query.empty_query())
        return Asked(_worth(query, _WHOLE["name"] * _MISSPELLED), query)

    def spelled(self, clauses: Sequence[Clause]) -> tuple[Clause, ...]:
        """Clauses with words in place of misspelled ones: those that they are most likely meant for."""
        found: list[Clause] = []
        for each in clauses:
            word = plain(each.text) if isinstance(each, Word) else ""
            meant = self._meant_for(word, is_last=each is clauses[-1]) if word else ""
            found.append(each if meant == word else Word(meant))
        return tuple(found)

    def _meant_for(self, word: str, *, is_last: bool) -> str:
        """The word of most names that a word with a mistake may be, a whole one first; itself where it is one."""
        is_one = self._standing(word)[1] or meant_by(word) or (is_last and self._is_begun("text", word))
        if is_one or len(word) < _SHORTEST_MISSPELLED or "name" not in self._listed:
            return word
        near = self._spellings.misspelled(word, begun=False) or self._spellings.misspelled(word, begun=is_last)
        there = sorted(near & self._listed["name"]) or sorted(near)
        return max(there, key=lambda each: self._count("name", each), default=word)

    def _finds(self, query: tantivy.Query) -> bool:
        return bool(self._searcher.search(query, limit=1, count=False).hits)

    @cached_property
    def _listed(self) -> Mapping[str, frozenset[str]]:
        """The words of the fields where few different ones stand."""
        listed = {field: self._words(field) for field in _WHOLE}
        return {field: frozenset(words) for field, words in listed.items() if words is not None}

    @cached_property
    def _spellings(self) -> Spellings:
        return Spellings(frozenset[str]().union(*self._listed.values()))

    def _words(self, field: str, beginning: str = "", most: int = _MOST_LISTED) -> list[str] | None:
        """The words that stand in a field and begin so; None where they are too many to be listed."""
        words = self._searcher.terms_with_prefix(field, beginning, limit=most + 1)
        return None if len(words) > most else [each for each, count in words if self._is_alive(field, each, count)]

    def _is_begun(self, field: str, word: str) -> bool:
        begun = self._searcher.terms_with_prefix(field, word, limit=1)
        return bool(begun) and (not self._gone or self._finds(self._fuzzy(field, word, 0, begun=True)))

    def _stands(self, field: str, word: str) -> bool:
        return self._is_alive(field, word, self._count(field, word))

    def _is_alive(self, field: str, word: str, count: int) -> bool:
        """Whether somebody has a word of this count; tantivy keeps and counts the words of exercises that are gone."""
        return count > self._gone or (count > 0 and self._finds(self.term(field, word)))

    def _fuzzy(self, field: str, word: str, mistakes: int, *, begun: bool) -> tantivy.Query:
        return tantivy.Query.fuzzy_term_query(self._schema, field, word, distance=mistakes, prefix=begun)


def _said(clause: Clause) -> list[str]:
    """The words that a clause wants, as they are indexed."""
    return plain(clause.text).split() if isinstance(clause, Word | Phrase) else []


def _worth(query: tantivy.Query, worth: float) -> tantivy.Query:
    return tantivy.Query.const_score_query(query, worth)


def _same(query: tantivy.Query) -> Asked:
    return Asked(query, query)


def _without(query: tantivy.Query) -> Asked:
    everything = tantivy.Query.const_score_query(tantivy.Query.all_query(), 0.0)
    return _same(tantivy.Query.boolean_query([(tantivy.Occur.Must, everything), (tantivy.Occur.MustNot, query)]))


def _best(queries: Sequence[tantivy.Query]) -> tantivy.Query:
    """What any of these finds, with the best score of one."""
    if len(queries) <= 1:
        return _any(queries)
    return tantivy.Query.disjunction_max_query([*queries])


def _any(queries: Sequence[tantivy.Query]) -> tantivy.Query:
    if not queries:
        return tantivy.Query.empty_query()
    if len(queries) == 1:
        return queries[0]
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, each) for each in queries])


def all_of(clauses: Sequence[tantivy.Query], lifts: Iterable[tantivy.Query] = ()) -> tantivy.Query:
    """What fits all of these, the lifted ones first."""
    if not clauses:
        return tantivy.Query.all_query()
    parts = [(tantivy.Occur.Must, each) for each in clauses]
    return tantivy.Query.boolean_query(parts + [(tantivy.Occur.Should, each) for each in lifts])
