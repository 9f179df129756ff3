"""The forms of a name or a word under which it is found: stems, words written together, heads. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

import tantivy

from vastus.reference.vocabulary import search_words
from vastus.search.language import IDLE

_AFTER_HEAD = frozenset("with on from in at for against of".split())
_MOST_VARIANTS = 4
LONGEST_BEGINNING = 3  # letters
_SIBILANTS = ("sses", "shes", "ches", "xes", "zes")


@cache
def stemmer() -> tantivy.TextAnalyzer:
    """Parts a text at spaces and gives the stem of each word, in English."""
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
    return builder.filter(tantivy.Filter.stemmer("english")).build()


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """The stem of a word.

    >>> stem("swings"), stem("carries") == stem("carry")
    ('swing', True)
    """
    return next(iter(stemmer().analyze(word)), word)


def singular(word: str) -> str:
    """A word without the ending of a plural.

    >>> singular("presses"), singular("carries"), singular("swings"), singular("press")
    ('press', 'carry', 'swing', 'press')
    """
    if word.endswith("ies") and len(word) > len("ties"):
        return word[:-3] + "y"
    if word.endswith(_SIBILANTS):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 1 else word


def keys(words: Sequence[str]) -> frozenset[str]:
    """Words as one, the same for all ways to part them and for one or many.

    >>> keys(["push", "ups"]) & keys(["pushup"])
    frozenset({'pushup'})
    """
    said = _said(words)
    return frozenset({"".join(singular(each) for each in said), singular("".join(said))})


def stem_keys(words: Sequence[str]) -> frozenset[str]:
    """The same for all inflections.

    >>> sorted(stem_keys(["squatting"]))
    ['squat']
    """
    said = _said(words)
    return frozenset({"".join(stem(each) for each in said), stem("".join(said))})


def _said(words: Sequence[str]) -> Sequence[str]:
    """The words as a question keeps them: each once, and none that says nothing."""
    return [*dict.fromkeys(each for each in words if each not in IDLE)] or words


def heads(name: str) -> frozenset[str]:
    """The keys of what a name calls a thing: its last word, its last two, and so on, before any `with` or `on`.

    >>> sorted(heads("ring row on a box"))
    ['ringrow', 'row']
    """
    words = name.split()
    end = next((at for at, each in enumerate(words) if at and each in _AFTER_HEAD), len(words))
    return frozenset(key for start in range(end) for of in (keys, stem_keys) for key in of(words[start:end]))


def openings(name: str) -> frozenset[str]:
    """The keys of the words that a name begins with: the first, the first two, and so on.

    >>> sorted(openings("band pull apart"))
    ['band', 'bandpull']
    """
    words = name.split()
    return frozenset(key for end in range(1, len(words)) for key in keys(words[:end]))


def beginnings(words: Iterable[str]) -> frozenset[str]:
    """The first letters of words, as short as they are looked up in an index of their own.

    >>> sorted(beginnings(["sled", "up"]))
    ['s', 'sl', 'sle', 'u', 'up']
    """
    return frozenset[str]().union(*map(_beginnings, words))


@lru_cache(maxsize=8192)
def _beginnings(word: str) -> tuple[str, ...]:
    return tuple(word[:end] for end in range(1, min(len(word), LONGEST_BEGINNING) + 1))


def joined(name: str) -> Iterator[str]:
    """Neighbors written as one word: "push up" is also looked for as "pushup"."""
    return (first + second for first, second in pairwise(name.split()))


def meant_by(word: str) -> tuple[str, ...]:
    """What people mean by a word beside itself.

    >>> meant_by("rdls")
    ('romanian deadlift',)
    """
    return search_words().get(word) or search_words().get(singular(word), ())


def begun_meanings(word: str) -> tuple[str, ...]:
    """What people mean by the words that begin so."""
    return tuple(
        dict.fromkeys(each for known, means in search_words().items() if known.startswith(word) for each in means)
    )


def variants(words: Sequence[str]) -> list[list[str]]:
    """A question as it stands, and with words in place of short forms that stand for them."""
    found: list[list[str]] = [[]]
    for word in words:
        others = [[word], *(each.split() for each in meant_by(word))]
        found = [[*before, *other] for other in others for before in found][:_MOST_VARIANTS]
    return found
