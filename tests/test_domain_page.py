"""Words that know their place."""

from vastus.domain.page import Words


def test_a_place_is_found_piece_by_piece() -> None:
    words = Words("ab c", ((0, 10), (1, 12), (2, 13), (3, 15)))
    assert [words.place(i) for i in range(4)] == [10, 12, 13, 15]
    assert words.span(1, 4) == (12, 16)


def test_an_empty_span_has_no_length() -> None:
    assert Words("abc", ((0, 5),)).span(1, 1) == (6, 6)


def test_a_cut_takes_white_space_off_its_ends() -> None:
    words = Words("one, two ", ((0, 100),))
    cut = words.cut(4)
    assert (cut.text, cut.span()) == ("two", (105, 108))


def test_words_are_true_when_there_are_any() -> None:
    assert Words("x")
    assert not Words("")
