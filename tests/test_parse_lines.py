"""Lines of text: cleaned, marked, and still knowing where they stood."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vastus.domain.page import Words
from vastus.parse.lines import Line, Marker, clean, item_marker, joined, text_lines

ZERO_WIDTH = ("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad")


def lines(text: str) -> list[Line]:
    return list(text_lines(text))


@pytest.mark.parametrize(
    ("dirty", "cleaned"),
    [
        ("plain words", "plain words"),
        ("two  blanks\tand a tab", "two blanks and a tab"),
        ("no\u00a0break", "no break"),
        ("up\u00adright", "upright"),
        ("one \u200b blank", "one blank"),
        ("one ** blank", "one blank"),
        ("45Â° Â\u00a0of arc", "45° of arc"),
        ("Hip\u200b Flexors\u200b", "Hip Flexors"),
        ("\ufeffHours in a chair", "Hours in a chair"),
        ("**Stance.** Feet apart", "Stance. Feet apart"),
        ("don\x00't\x08 stop", "don't stop"),
        ("\ufdd0not a character\uffff", "not a character"),
        ("Relevé “à” – 90°", "Relevé “à” – 90°"),
        ("Â° is repaired: 45Â°", "° is repaired: 45°"),
        ("the farmerâ€™s walk", "the farmer’s walk"),
        ("cafÃ© â€“ Ã¼ber", "café – über"),
        ("Â½ of it", "½ of it"),
        ("São Paulo, naïve, Übung, garçon", "São Paulo, naïve, Übung, garçon"),
        ("50 € – “quoted”", "50 € – “quoted”"),
        ("漢字 and שלום stay", "漢字 and שלום stay"),
    ],
    ids=lambda text: ascii(text)[:30],
)
def test_dirt_goes_and_words_stay(dirty: str, cleaned: str) -> None:
    assert clean(dirty, 0).text == cleaned


@pytest.mark.parametrize("text", ["Ångström", "Ça va", "Ð is a letter", "Îles", "Ãla", "5 Å"])
def test_nothing_is_repaired_without_the_mark_of_a_wrong_decoding(text: str) -> None:
    assert clean(text, 0).text == text


@example("\u00c2\u00ad")  # a soft hyphen, wrongly decoded
@given(st.text() | st.text("a \u200b*\x07\t"))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean(text, None).text
    if "Ã" not in once and "Â" not in once and "â" not in once:  # a text that was decoded wrongly twice
        assert "**" in once or clean(once, None).text == once


words = st.text(st.sampled_from("abcdefgXYZé漢'"), min_size=1, max_size=8)
dirt = st.sampled_from(["", "\u200b", "**", "\u00ad", "\ufeff", "\x07"])
blanks = st.sampled_from([" ", "  ", "\t", "\u00a0", " \u200b ", "   "])


@given(st.lists(st.tuples(words, dirt, blanks), min_size=1, max_size=12), st.integers(0, 1000))
def test_a_span_points_to_the_word_it_was_cut_from(parts: list[tuple[str, str, str]], start: int) -> None:
    """Whatever dirt stands around and between words, each word's span holds exactly that word in the page."""
    page = " " * start
    body = "".join(f"{mark}{word}{mark}{blank}" for word, mark, blank in parts).strip()
    page += body
    cleaned = clean(body, start)
    at = 0
    for word, _, _ in parts:
        found = cleaned.text.index(word, at)
        at = found + len(word)
        span = cleaned.span(found, at)
        assert span is not None
        assert page[slice(*span)] == word


@given(
    st.lists(words, min_size=2, max_size=6),
    st.lists(st.sampled_from(["\n", "\n   ", "\u200b\n\t"]), min_size=6, max_size=6),
)
def test_joined_lines_still_know_their_places(parts: list[str], breaks: list[str]) -> None:
    page = ""
    pieces: list[Words] = []
    for part, line_break in zip(parts, breaks, strict=False):
        pieces.append(clean(part, len(page)))
        page += part + line_break
    whole = joined(pieces)
    assert whole.text == " ".join(parts)
    at = 0
    for part in parts:
        span = whole.span(at, at + len(part))
        assert span is not None
        assert page[slice(*span)] == part
        at += len(part) + 1


@given(st.lists(st.tuples(words, dirt, blanks), min_size=1, max_size=8), st.data())
def test_a_cut_is_the_same_words_at_the_same_place(parts: list[tuple[str, str, str]], data: st.DataObject) -> None:
    body = "".join(f"{word}{mark}{blank}" for word, mark, blank in parts).strip()
    cleaned = clean(body, 0)
    start = data.draw(st.integers(0, len(cleaned.text)))
    end = data.draw(st.integers(start, len(cleaned.text)))
    cut = cleaned.cut(start, end)
    assert cut.text == cleaned.text[start:end].strip()
    if cut.text:
        inside = start + cleaned.text[start:end].index(cut.text)
        assert [cut.place(i) for i in range(len(cut.text))] == [cleaned.place(inside + i) for i in range(len(cut.text))]


def test_words_without_a_place_have_no_span() -> None:
    assert clean("a  b", None) == Words("a b")
    assert Words("a b").span() is None


@pytest.mark.parametrize(
    ("text", "marker", "number", "words"),
    [
        ("plain", Marker.NONE, 0, "plain"),
        ("  • bullet", Marker.BULLET, 0, "bullet"),
        ("- hyphen", Marker.BULLET, 0, "hyphen"),
        ("* star", Marker.BULLET, 0, "star"),
        ("– dash", Marker.BULLET, 0, "dash"),
        ("•glued", Marker.BULLET, 0, "glued"),
        ("1. one", Marker.NUMBER, 1, "one"),
        ("12) twelve", Marker.NUMBER, 12, "twelve"),
        ("## Tips", Marker.HEADING, 2, "Tips"),
        ("-20 kg of help", Marker.NONE, 0, "-20 kg of help"),
        ("2.5 kg a side", Marker.NONE, 0, "2.5 kg a side"),
        ("1.5 reps", Marker.NONE, 0, "1.5 reps"),
        ("**bold**", Marker.NONE, 0, "bold"),
        ("#hashtag", Marker.NONE, 0, "#hashtag"),
        ("> quoted", Marker.NONE, 0, "quoted"),
        (": defined", Marker.NONE, 0, "defined"),
        ("[x] ticked", Marker.NONE, 0, "ticked"),
        ("| Level | Beginner |", Marker.NONE, 0, "Level | Beginner"),
    ],
)
def test_a_line_is_told_by_its_marker(text: str, marker: Marker, number: int, words: str) -> None:
    (line,) = lines(text)
    assert (line.marker, line.number, line.words.text) == (marker, number, words)


def test_blank_lines_count_as_a_gap() -> None:
    assert [(line.words.text, line.gap) for line in lines("a\n\n\u200b\nb\nc")] == [("a", 0), ("b", 2), ("c", 0)]


def test_a_stray_bullet_or_rule_says_nothing() -> None:
    assert [(line.words.text, line.gap) for line in lines("a.\n•\n***\nb")] == [("a.", 0), ("b", 2)]


def test_an_underlined_line_is_a_heading() -> None:
    first, second, third = lines("Get-Up\n======\n\nTips\n----\nStand.")
    assert (first.marker, first.number) == (Marker.HEADING, 1)
    assert (second.marker, second.number) == (Marker.HEADING, 2)
    assert third.marker is Marker.NONE


def test_a_tab_is_as_wide_as_four_blanks() -> None:
    assert [line.indent for line in lines("- a\n\t- b\n    - c")] == [0, 4, 4]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
def test_lines_end_where_any_system_ends_them(newline: str) -> None:
    text = newline.join(["1. Sit.", "2. Stand."])
    first, second = lines(text)
    assert second.words.span() == (text.index("Stand"), len(text))
    assert first.words.text == "Sit."


@given(st.text())
def test_every_line_stands_where_it_says(text: str) -> None:
    """The first and the last character of a line are in the page at its span, unless they were repaired."""
    for line in lines(text):
        span = line.words.span()
        assert span is not None
        start, end = span
        assert 0 <= start < end <= len(text)
        if line.words.text.isascii():
            assert text[start] == line.words.text[0] or text[start].isspace()
            assert text[end - 1] == line.words.text[-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Sit", (Marker.NUMBER, 1, 3)),
        ("• Sit", (Marker.BULLET, 0, 2)),
        ("# Sit", None),
        ("Sit", None),
        ("1. ", None),
        ("-1 kg", None),
    ],
)
def test_a_marker_typed_into_html_is_seen(text: str, expected: tuple[Marker, int, int] | None) -> None:
    assert item_marker(text) == expected
