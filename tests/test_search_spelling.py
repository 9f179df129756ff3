"""What a misspelled word may stand for: as tantivy's automata find it, which is the slow way."""

import tantivy
from hypothesis import given
from hypothesis import strategies as st

from vastus.search.spelling import Spellings

_WORDS = st.text("abcäß", min_size=1, max_size=5)


def _slow_way(words: set[str], typed: str, *, begun: bool) -> set[str]:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("word", stored=True, tokenizer_name="raw", index_option="basic")
    index = tantivy.Index(builder.build())
    writer = index.writer(heap_size=15_000_000, num_threads=1)
    for word in words:
        document = tantivy.Document()
        document.add_text("word", word)
        writer.add_document(document)
    writer.commit()
    index.reload()
    searcher = index.searcher()
    query = tantivy.Query.fuzzy_term_query(index.schema, "word", typed, distance=1, prefix=begun)
    return {str(searcher.doc(address)["word"][0]) for _, address in searcher.search(query, limit=100).hits}


@given(words=st.sets(_WORDS, min_size=1, max_size=12), typed=_WORDS, begun=st.booleans())
def test_a_misspelled_word_stands_for_what_the_automata_find(*, words: set[str], typed: str, begun: bool) -> None:
    assert Spellings(words).misspelled(typed, begun=begun) == _slow_way(words, typed, begun=begun)
