"""The query language: what people type and what addresses of the web app hold. Text in, clauses out, and back.

sled push                 words, each of which must be somewhere
"no eccentric"            a phrase, word for word
muscle:quads,glutes       a facet; values behind a comma are alternatives
-level:advanced  -jump    not this; of a word, not what is called so or of that kind, whatever its text speaks of
quads no sled             `no`, `not`, `without`, `w/o` or `don't have a` leaves out what stands behind it: a known
                          implement, muscle or demand, another value ("no standing"), or any word ("no burpees")
quads or glutes           either of two values of a facet
row for distance          some sayings of several words are facets, and no exercise is called so (`said`)

A single word is never taken for a facet: "seated" finds the Seated Row, too. What facet it may mean is offered beside
the answer (`meant`). At the end of a question `no` is a word that may go on: "no" finds Nordic Curl.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from vastus.domain.exercise import Noise
from vastus.domain.query import Clause, Facet, Not, Phrase, Word
from vastus.errors import QueryError
from vastus.reference.vocabulary import Vocabularies, folded
from vastus.search.facets import FACETS, LONGEST_SAYING, NOTHING, excluded_by, facet_value, facets_named, said

LONGEST = 1_000  # characters of a query
MOST_CLAUSES = 40

_TOKEN = re.compile(
    r'(?P<minus>-)?(?:(?P<name>[A-Za-z_]+):(?P<value>"[^"]*"|[^\s"]+)|"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))'
)
_LONGEST_EXCLUSION = 3  # words behind `no` that may name one thing: "no deep knee flexion"
NO = frozenset({"no", "not", "without", "w/o", "except", "don't", "don\u2019t", "dont"})
"""Words that leave out what stands behind them."""
_BETWEEN_NO = frozenset("a an the any have use want need".split())  # "don't have a sled"
_LONGEST_MEANT = 3  # words that may name one value of a facet
IDLE = frozenset("a an the and or of with for to in on at my".split())
"""Words that say nothing beside others."""


def parse_query(text: str, known: Vocabularies) -> tuple[Clause, ...]:
    """The clauses of a query.

    Any text is a query: what looks like no clause is words. Control characters part words.

    Raises:
        QueryError: the text is too long, or names a facet or a value of one that is not known.

    >>> from vastus.reference.vocabulary import vocabularies
    >>> parse_query('quads no sled -level:expert "no eccentric"', vocabularies())  # doctest: +NORMALIZE_WHITESPACE
    (Word(text='quads'), Not(clause=Facet(name='equipment', values=('sled',))),
     Not(clause=Facet(name='level', values=('advanced',))), Phrase(text='no eccentric'))
    """
    if len(text) > LONGEST:
        raise QueryError(f"a query has at most {LONGEST} characters, not {len(text)}", "leave some words out")
    if not text:
        return ()
    plain = "".join(" " if unicodedata.category(each)[0] == "C" else each for each in text)
    clauses = tuple(dict.fromkeys(_clauses(list(_TOKEN.finditer(plain)), known)))
    if len(clauses) > MOST_CLAUSES:
        raise QueryError(f"a query has at most {MOST_CLAUSES} words and facets, not {len(clauses)}", "leave some out")
    wanted = tuple(clause for clause in clauses if not (isinstance(clause, Word) and clause.text in IDLE))
    return wanted if any(isinstance(clause, Word) for clause in wanted) or not _just_words(clauses) else clauses


def without_facets(text: str) -> str:
    """What was typed, as it was typed, but for facets by name.

    >>> without_facets("My sled, type:conditioning  now")
    'My sled, now'
    """

    def kept(token: re.Match[str]) -> str:
        return "" if _is_facet(token["name"]) else token.group()

    return " ".join(_TOKEN.sub(kept, text).split())


def _is_facet(name: str | None) -> bool:
    return bool(name) and (name.casefold() in FACETS or len(name) > 1)


def _just_words(clauses: Sequence[Clause]) -> bool:
    return all(isinstance(clause, Word) for clause in clauses)


def _clauses(tokens: Sequence[re.Match[str]], known: Vocabularies) -> Iterator[Clause]:
    at = 0
    while at < len(tokens):
        token = tokens[at]
        word = token["word"]
        if word and not token["minus"] and word.casefold() in NO:
            excluded, length = _excluded(tokens[at + 1 :], known)
            if excluded is not None:
                yield excluded
                at += 1 + length
                continue
        if word and not token["minus"]:
            saying, length = _either(tokens[at:], known) or _saying(tokens[at:])
            if saying is not None:
                yield saying
                at += length
                continue
        at += 1
        for clause in _clause(token, known):
            yield Not(clause) if token["minus"] else clause


def _clause(token: re.Match[str], known: Vocabularies) -> Iterator[Word | Phrase | Facet]:
    name = token["name"]
    if name and _is_facet(name):
        name = name.casefold()
        values = [value for value in token["value"].strip('"').split(",") if value.strip()]
        if not values:
            raise QueryError(f"there is no value behind '{name}:'", f"write {name}:value, or leave it out")
        yield Facet(name, tuple(dict.fromkeys(facet_value(name, value, known) for value in values)))
        return
    if token["phrase"] is not None:
        phrase = folded(token["phrase"])
        if phrase:
            yield Phrase(phrase)
        return
    for word in folded(token.group().lstrip("-")).split():
        yield Word(word)


def _excluded(tokens: Sequence[re.Match[str]], known: Vocabularies) -> tuple[Clause | None, int]:
    """What `no` before these tokens leaves out, and how many of them it takes."""
    between = next((at for at, each in enumerate(tokens) if (each["word"] or "").casefold() not in _BETWEEN_NO), 0)
    clause, length = _left_out(_plain_words(tokens[between:], _LONGEST_EXCLUSION), known)
    return clause, between + length


def _plain_words(tokens: Sequence[re.Match[str]], most: int) -> list[str]:
    """The words that tokens begin with."""
    words: list[str] = []
    for token in tokens[:most]:
        if not token["word"] or token["minus"]:
            break
        words.append(token["word"])
    return words


def _left_out(words: Sequence[str], known: Vocabularies) -> tuple[Clause | None, int]:
    """What these words behind a `no` leave out, and how many of them it takes."""
    for length in range(len(words), 0, -1):
        said = folded(" ".join(words[:length]))
        if said in {"eccentric", "eccentrics", "eccentric load", "eccentric phase", "negative", "negatives"}:
            return Facet("eccentric", ("none", "little")), length
        if said in {"equipment", "gear", "kit"}:
            return Facet("equipment", (NOTHING,)), length
        if said == "noise":
            return Facet("noise", (Noise.QUIET,)), length
        named = facets_named(said, known) if said else []
        found = (excluded_by(said, known) if said else None) or (named[0] if len(named) == 1 else None)
        if found:
            return Not(found), length
    first = folded(words[0]) if words else ""
    return (Not(Word(first)), 1) if first and " " not in first and first not in IDLE else (None, 0)


def _either(tokens: Sequence[re.Match[str]], known: Vocabularies) -> tuple[Clause, int] | None:
    """The facet of two of its values with `or` between them ("quads or glutes"), and the three words that it takes."""
    words = _plain_words(tokens, 3)
    if len(words) < 3 or words[1].casefold() != "or":  # noqa: PLR2004  # one, "or", another
        return None
    one, other = ({each.name: each.values for each in facets_named(folded(word), known)} for word in words[::2])
    name = next((each for each in one if each in other), None)
    return (Facet(name, tuple(dict.fromkeys(one[name] + other[name]))), 3) if name else None


def _saying(tokens: Sequence[re.Match[str]]) -> tuple[Clause | None, int]:
    """The facet that several words stand for, and how many of them it takes."""
    words = _plain_words(tokens, LONGEST_SAYING)
    for length in range(len(words), 1, -1):
        clause = said(folded(" ".join(words[:length])))
        if clause is not None:
            return clause, length
    return None, 0


def meant(clauses: Sequence[Clause], known: Vocabularies) -> Iterator[tuple[Facet, tuple[Clause, ...]]]:
    """The facets that words of a question name, each with the question that has it in place of the words.

    >>> from vastus.reference.vocabulary import vocabularies
    >>> [facet for facet, _ in meant((Word("seated"), Word("row")), vocabularies())]
    [Facet(name='posture', values=('seated',))]
    """
    at = 0
    while at < len(clauses):
        for stop in range(min(len(clauses), at + _LONGEST_MEANT), at, -1):
            words = [each.text for each in clauses[at:stop] if isinstance(each, Word)]
            facets = facets_named(" ".join(words), known) if len(words) == stop - at else []
            for facet in facets:
                others = (*clauses[:at], *clauses[stop:])
                if not any(isinstance(each, Facet) and each.name == facet.name for each in others):
                    yield facet, (*others, facet)
            if facets:
                at = stop
                break
        else:
            at += 1


def print_query(clauses: Iterable[Clause]) -> str:
    """The text of clauses, such that reading it gives the same clauses.

    >>> print_query((Word("press"), Not(Facet("level", ("advanced",))), Phrase("no eccentric")))
    'press -level:advanced "no eccentric"'
    """
    return " ".join(_print(clause) for clause in clauses)


def _print(clause: Clause) -> str:
    match clause:
        case Not(inner):
            return f"-{_print(inner)}"
        case Facet(name, values):
            text = ",".join(values)
            return f'{name}:"{text}"' if " " in text else f"{name}:{text}"
        case Phrase(text):
            return f'"{text}"'
        case Word(text):
            return text
