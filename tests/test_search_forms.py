"""The forms of names and words, as the plain definitions give them word by word: the slow way."""

from collections.abc import Sequence

from hypothesis import example, given
from hypothesis import strategies as st

from vastus.search.forms import (
    LONGEST_BEGINNING,
    beginnings,
    heads,
    keys,
    keys_and_heads,
    stem_keys,
    stemmed,
    stemmer,
    whole_keys,
)

_ENDS = frozenset("with on from in at for against of".split())
_WORDS = st.one_of(
    st.sampled_from(
        "push ups presses squatting carries sled the a and of to with on on in for at my ring rows s ss ies 21".split()
    ),
    st.text("aeilmnrstxyz\u00e9\u00df\x1e", min_size=1, max_size=9).map(lambda each: "".join(each.split()) or "x"),
)
_NAMES = st.lists(_WORDS, max_size=7)


def _slow_heads(words: Sequence[str]) -> set[str]:
    end = next((at for at, each in enumerate(words) if at and each in _ENDS), len(words))
    return {key for start in range(end) for of in (keys, stem_keys) for key in of(words[start:end])}


@given(_NAMES)
@example(["push", "push", "ups"])
@example(["with", "the", "sled"])
@example(["carries", "of", "the"])
@example(["row", "the"])
def test_names_have_the_keys_and_heads_of_each_of_their_endings(words: list[str]) -> None:
    name = " ".join(words)
    whole = keys(words) | stem_keys(words)
    assert (whole_keys(name), heads(name)) == (whole, _slow_heads(words))
    assert keys_and_heads(name) == (whole, _slow_heads(words))


@given(_NAMES)
def test_a_stemmed_text_has_the_words_that_the_stemmer_gives(words: list[str]) -> None:
    text = " \x1e ".join(words)
    assert stemmed(text).split(" ") == (stemmer().analyze(text) or [""])


@given(_NAMES)
def test_words_begin_with_their_first_letters(words: list[str]) -> None:
    lengths = range(1, LONGEST_BEGINNING + 1)
    assert beginnings(words) == {each[:length] for each in words for length in lengths if each}
