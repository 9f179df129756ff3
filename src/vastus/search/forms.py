"""The forms of a name or a word under which it is found: stems, words written together, heads. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate, chain, pairwise
from operator import itemgetter

import tantivy

from vastus.reference.vocabulary import search_words
from vastus.search.language import IDLE

_AFTER_HEAD = frozenset("with on from in at for against of".split())
_MOST_VARIANTS = 4
LONGEST_BEGINNING = 3  # letters
_MOST_KEPT = 16_384  # words whose forms are kept; the words of 100,000 exercises are fewer, but for numbers and typos
_SIBILANTS = ("sses", "shes", "ches", "xes", "zes")


@cache
def stemmer() -> tantivy.TextAnalyzer:
    """Parts a text at spaces and gives the stem of each word, in English."""
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
    return builder.filter(tantivy.Filter.stemmer("english")).build()


@lru_cache(maxsize=_MOST_KEPT)
def stem(word: str) -> str:
    """The stem of a word.

    >>> stem("swings"), stem("carries") == stem("carry")
    ('swing', True)
    """
    return next(iter(stemmer().analyze(word)), word)


def stemmed(text: str) -> str:
    """A text with the stem of each word in its place.

    >>> stemmed("sled pushes")
    'sled push'
    """
    return " ".join(map(stem, text.split(" ")))


def _stems(words: Sequence[str]) -> list[str]:
    """The stems of words that hardly come again, such as whole names written as one: asked for at once, not kept."""
    found: list[str] = stemmer().analyze(" ".join(words))
    return found if len(found) == len(words) else [stem(each) for each in words]


@lru_cache(maxsize=_MOST_KEPT)
def singular(word: str) -> str:
    """A word without the ending of a plural.

    >>> singular("presses"), singular("carries"), singular("swings"), singular("press")
    ('press', 'carry', 'swing', 'press')
    """
    return _singular(word)


def _singular(word: str) -> str:
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


def whole_keys(name: str) -> frozenset[str]:
    """The keys of a whole name, inflected or not.

    >>> sorted(whole_keys("ring rows"))
    ['ringrow']
    """
    words = name.split()
    return keys(words) | stem_keys(words)


def heads(name: str) -> frozenset[str]:
    """The keys of what a name calls a thing: its last word, its last two, and so on, before any `with` or `on`.

    >>> sorted(heads("ring row on a box"))
    ['ringrow', 'row']
    """
    return keys_and_heads(name)[1]


def keys_and_heads(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """`whole_keys` and `heads` of a name, which have much in common."""
    words = name.split()
    end = len(words)
    if not _AFTER_HEAD.isdisjoint(words):
        end = next((at for at, each in enumerate(words) if at and each in _AFTER_HEAD), end)
    said = words[:end]
    if len({*said} - IDLE) < len(said):  # words that say nothing, or come again: rare
        heads_of = (whole_keys(" ".join(words[start:end])) for start in range(end))
        return whole_keys(name), frozenset[str]().union(*heads_of)
    if not said:
        return whole_keys(name), frozenset()
    together = _endings(said)
    singulars, stems = _endings([*map(singular, said)]), _endings([*map(stem, said)])
    found = singulars, stems, [*map(_singular, together)], _stems(together)
    whole = frozenset([each[0] for each in found]) if end == len(words) else whole_keys(name)
    return whole, frozenset(chain(*found))


def openings(name: str) -> frozenset[str]:
    """The keys of the words that a name begins with: the first, the first two, and so on.

    >>> sorted(openings("band pull apart"))
    ['band', 'bandpull']
    """
    words = name.split()
    return frozenset(key for end in range(1, len(words)) for key in keys(words[:end]))


def _endings(words: Sequence[str]) -> list[str]:
    """All words written as one, all but the first, and so on."""
    whole = "".join(words)
    return [whole[at:] for at in accumulate(map(len, words[:-1]), initial=0)]


def beginnings(words: Iterable[str]) -> set[str]:
    """The first letters of words, as short as they are looked up in an index of their own.

    >>> sorted(beginnings(["sled", "up"]))
    ['s', 'sl', 'sle', 'u', 'up']
    """
    some = {*map(_first_letters, words)}
    found = {*some}
    for _ in range(1, LONGEST_BEGINNING):
        some = {*map(_shorter, some)}
        found |= some
    found.discard("")
    return found


_first_letters = itemgetter(slice(LONGEST_BEGINNING))


@lru_cache(maxsize=_MOST_KEPT)
def _shorter(letters: str) -> str:
    return letters[:-1]


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
