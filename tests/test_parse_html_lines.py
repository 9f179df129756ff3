"""An HTML document as a reader sees it."""

import pytest

from vastus.domain.page import Page
from vastus.parse.html_lines import Seen, plain
from vastus.parse.lines import RULE, Marker
from vastus.parse.opened import Opened


def see(body: str, head: str = "") -> Seen:
    return Opened(Page(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>")).seen


def texts(body: str) -> list[str]:
    return [line.words.text for line in see(body).lines]


@pytest.mark.parametrize(
    "around",
    [
        "<script>Mechanics: Isolation</script>",
        "<style>p{content:'x'}</style>",
        "<nav><ul><li>Home</li></ul></nav>",
        "<footer>All rights reserved</footer>",
        "<aside>Buy</aside>",
        "<form><label>Level</label><select><option>Expert</option></select></form>",
        "<!-- Level: Expert -->",
        "<iframe>Level: Expert</iframe>",
        "<noscript>Turn it on</noscript>",
        "<template><p>Level: Expert</p></template>",
        '<div class="comments"><ol><li>Nice</li></ol></div>',
        '<section id="related-posts"><p>More</p></section>',
        '<div class="ad-slot">Creatine</div>',
        '<div class="cookie-banner">We value your privacy</div>',
        '<ul role="navigation"><li>Home</li></ul>',
        "<p hidden>Level: Expert</p>",
        "<svg><text>Level</text></svg>",
        "<button>Level</button>",
    ],
    ids=lambda html: html[:24],
)
def test_what_stands_around_the_page_is_not_read(around: str) -> None:
    assert texts(f"{around}<p>Stand tall.</p>{around}") == ["Stand tall."]


@pytest.mark.parametrize(
    "html",
    [
        '<div class="shared-header"><p>Stand tall.</p></div>',
        '<div class="download"><p>Stand tall.</p></div>',
        '<article class="post tags-legs"><p>Stand tall.</p></article>',
        '<div class="comments-closed-later related"><h1>Sled</h1><p>Stand tall.</p></div>',
        '<main class="sidebar"><p>Stand tall.</p></main>',
    ],
    ids=lambda html: html[:40],
)
def test_the_page_itself_is_read_though_a_class_sounds_like_furniture(html: str) -> None:
    assert "Stand tall." in texts(html)


def test_blocks_and_breaks_end_a_line_and_inline_tags_do_not() -> None:
    assert texts("<p>One <b>bold</b> <a href=x>link</a>.</p><div>Two<br>three</div>") == [
        "One bold link.",
        "Two",
        "three",
    ]


def test_entities_are_characters_and_blanks_are_one() -> None:
    assert texts("<p>Set &amp; rep&nbsp;&nbsp;at\n   45&deg; &#8211; don&rsquo;t</p>") == ["Set & rep at 45° – don’t"]


def test_lists_have_markers_numbers_and_depth() -> None:
    seen = see("<ol><li>One<ul><li>In one</li></ul></li><li>Two</li></ol><ol start=5><li>Five</li></ol>")
    found = [(line.words.text, line.marker, line.number, line.indent) for line in seen.lines]
    assert found == [
        ("One", Marker.NUMBER, 1, 0),
        ("In one", Marker.BULLET, 0, 2),
        ("Two", Marker.NUMBER, 2, 0),
        ("Five", Marker.NUMBER, 5, 0),
    ]


@pytest.mark.parametrize("start", ["x", "-1", "99999999999", "", "²"])
def test_an_odd_start_of_a_list_is_one(start: str) -> None:
    (line,) = see(f'<ol start="{start}"><li>Sit</li></ol>').lines
    assert line.number == 1


def test_headings_and_rules_part_the_page() -> None:
    first, second = see("<h3>Tips</h3><hr><p>Stand.</p>").lines
    assert (first.marker, first.number) == (Marker.HEADING, 3)
    assert second.gap == RULE


def test_the_cells_of_a_row_are_one_line() -> None:
    assert texts("<table><tr><td>Level</td><td>Beginner</td></tr></table>") == ["Level : Beginner"]


def test_lines_stand_where_they_say_in_the_text_a_reader_sees() -> None:
    seen = see("<ul><li>Load  the&nbsp;<i>sled</i></li><li>Push\u200b it</li></ul>")
    spans = [line.words.span() for line in seen.lines]
    assert [seen.text[slice(*span)] for span in spans if span] == ["Load the sled", "Push\u200b it"]


def test_the_head_tells_title_heading_and_address() -> None:
    seen = see(
        "<h1>Sled  Drag</h1>",
        '<title>Sled Drag | Gym</title><link rel="canonical" href="https://a.example/sled">'
        '<meta property="og:url" content="x">',
    )
    assert (seen.title, seen.heading, seen.url) == ("Sled Drag | Gym", "Sled Drag", "https://a.example/sled")


def test_a_browsers_note_of_the_address_is_believed_last() -> None:
    page = Page("<!-- saved from url=(0021)https://a.example/sled --><html><body><p>x</p></body></html>")
    assert Opened(page).seen.url == "https://a.example/sled"


@pytest.mark.parametrize(
    "html", ["<", "<html", "<p", "</p>", "<!--", "<![CDATA[", "<body><body>", "<p><<<>>>", "\x00<p>"]
)
def test_broken_html_is_read_as_far_as_it_goes(html: str) -> None:
    assert isinstance(Opened(Page(html)).seen.lines, list)


def test_a_fragment_in_another_format_is_cleaned_words_without_a_place() -> None:
    assert plain(" a \n b\u200b ").text == "a b"
    assert plain("a").span() is None
