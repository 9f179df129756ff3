"""Pages of our own form, as people write them, and every way to get it wrong."""

import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import MARKS, exercises, lines, pages

from vastus.domain.page import Draft, Item, Page, Rejected, Severity, Words
from vastus.domain.source import Source
from vastus.faces.markdown import print_exercise
from vastus.parse.front_matter import core_value
from vastus.parse.markdown import FORM, MAX_LENGTH
from vastus.parse.notes import MAX_OF_A_RULE
from vastus.parse.opened import Opened
from vastus.parse.outline import MAX_DEPTH
from vastus.reference.vocabulary import vocabularies
from vastus.usecases.read_pages import ReadExercise, read_pages


def read(text: str, path: str | None = None, url: str | None = None) -> Draft | Rejected:
    (found,) = FORM.read(Opened(Page(text, path, url)))
    return found


def draft_of(text: str) -> Draft:
    found = read(text)
    assert isinstance(found, Draft), found
    return found


def fronted(front: str) -> Draft:
    """The draft of a page that has little but front matter."""
    return draft_of(f"---\nid: x\nname: X\n{front}---\n")


def bodied(body: str) -> Draft:
    """The draft of a page with this body."""
    return draft_of(f"---\nid: x\nname: X\n---\n{body}")


def reason_of(front: str) -> str:
    found = read(f"---\nid: x\nname: X\n{front}---\n")
    assert isinstance(found, Rejected), found
    return found.reason


def rules(draft: Draft) -> list[str]:
    return [finding.rule for finding in draft.findings]


def texts(words: tuple[Words, ...]) -> list[str]:
    return [each.text for each in words]


def shape(items: tuple[Item, ...]) -> list[object]:
    """Texts of items, with those below them as lists."""
    return [[item.words.text, *shape(item.children)] if item.children else item.words.text for item in items]


def tips_of(body: str) -> tuple[Item, ...]:
    return bodied(f"## Tips\n\n{body}").tips


def stated(body: str) -> dict[str, object]:
    """What the first tip of the page states."""
    return dict(tips_of(body)[0].stated)


def all_words(draft: Draft) -> Iterator[Words]:
    def below(items: tuple[Item, ...]) -> Iterator[Words]:
        for item in items:
            yield item.words
            yield from below(item.children)

    yield from (draft.name, *draft.aliases, *draft.overview)
    yield from below(draft.instructions)
    yield from below(draft.tips)
    for field in draft.fields:
        yield from field.values


# identify


@pytest.mark.parametrize(
    ("text", "is_ours"),
    [
        ("---\nid: a\n---\n", True),
        ("---\r\nname: A\r\n---\r\n", True),
        ("\ufeff\n---\ntype: strength\nname: A\n---", True),
        ("---\n'id': a\n---\n", True),
        ("---\nid: a\nnever closed", True),
        ("---\ntitle: A\n---\nid: a\n", False),
        ("----\nid: a\n---\n", False),
        ("id: a\nname: A\n", False),
        ("---\n---\n", False),
        ("---\n", False),
        ("", False),
        ("<html>\n---\nid: a\n---\n", False),
    ],
)
def test_our_form_is_told_by_its_front_matter(text: str, is_ours: bool) -> None:  # noqa: FBT001  # a column
    assert FORM.identify(Opened(Page(text))) is is_ours


# front matter


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("none", "none"),
        ("true", True),
        ("yes", "yes"),
        ("off", "off"),
        ("12", 12),
        ("-0", 0),
        ("0o17", 15),
        ("017", 17),
        ("0x1F", 31),
        ("1_000", "1_000"),
        ("12:30", "12:30"),
        ("1.5", 1.5),
        (".5", 0.5),
        ("5.", 5.0),
        ("1e3", 1000.0),
        (".inf", float("inf")),
        ("inf", "inf"),
        (".", "."),
        ("-", "-"),
        ("2026-11-22", "2026-11-22"),
        ("1" * 5000, "1" * 5000),
        ("٣", "٣"),
    ],
)
def test_plain_scalars_follow_the_core_schema_of_yaml_1_2(text: str, value: object) -> None:
    found = core_value(text)
    assert found == value
    assert type(found) is type(value)


def test_profile_values_are_the_words_of_the_page_and_know_their_places() -> None:
    draft = fronted("target: [quads, 'hip flexors']\nlevel: 3\ntype:\nforce: null\n")
    assert [(each.label, each.name, texts(each.values)) for each in draft.fields] == [
        ("target", "target", ["quads", "hip flexors"]),
        ("level", "level", ["3"]),
    ]
    for value in (draft.name, *draft.fields[0].values):
        span = value.span()
        assert span is not None
        assert draft.text[slice(*span)] == value.text


def test_an_empty_list_says_none_and_an_absent_key_says_nothing() -> None:
    (field,) = fronted("secondary: []\n").fields
    assert (field.name, field.values, field.says_none) == ("secondary", (), True)


def test_one_word_may_stand_where_a_list_is_wanted() -> None:
    assert [texts(each.values) for each in fronted("equipment: sled\n").fields] == [["sled"]]
    assert texts(fronted("aliases: the push\n").aliases) == ["the push"]


def test_a_mapping_where_words_are_wanted_is_an_error_and_not_a_crash() -> None:
    draft = fronted("target: {quads: 1}\n")
    assert draft.fields == ()
    assert [(each.rule, each.field, each.severity) for each in draft.findings] == [
        ("not-a-word", "target", Severity.ERROR)
    ]


def test_a_key_that_is_not_ours_is_kept_under_its_own_label() -> None:
    draft = fronted("Utility: Basic\nratings: {fun: 5, pain: [low, 2]}\nempty: []\nsilent:\n")
    assert [(each.label, each.name, texts(each.values)) for each in draft.fields] == [
        ("Utility", None, ["Basic"]),
        ("ratings", None, ["fun: 5", "pain: low, 2"]),
        ("empty", None, []),
    ]


def test_stated_values_are_plain_data() -> None:
    draft = fronted(
        "dose:\n  measures: [load]\n  reps: {low: 5, high: 8.5}\n  load: 20\n"
        "swaps:\n- {to: car, reason: no, what_changes: 2026-11-22}\n"
        "claims:\n- {kind: 1, basis: {text: 2, numbers: {load: 3, n: 0x10}}}\n"
        "printed: {Level: 1, Year: ~}\nposture: null\nnoise: loud\n"
    )
    assert draft.stated == {
        "id": "x",
        "dose": {"measures": ["load"], "reps": {"low": 5, "high": 8.5}, "load": "20"},
        "swaps": [{"to": "car", "reason": "no", "what_changes": "2026-11-22"}],
        "claims": [{"kind": "1", "basis": {"text": "2", "numbers": {"load": 3, "n": 16}}}],
        "printed": {"Level": "1", "Year": None},
        "noise": "loud",
    }


def test_the_key_of_a_page_is_its_id_else_its_address_else_its_words() -> None:
    assert fronted("").key == "vastus:x"
    assert draft_of("---\nid: 12\nname: X\n---").key == "vastus:12"
    assert draft_of("---\nname: X\n---\n").key == draft_of("---\nname:  X\n\n---\n").key
    placed = read("---\nname: X\n---\n", url="https://www.example.org/x/")
    assert isinstance(placed, Draft)
    assert placed.key == "url:example.org/x"


def test_what_a_page_says_of_its_source_goes_before_where_it_was_read() -> None:
    text = "---\nname: X\nsource: {license: MIT, title: 12, url: null, retrieved: 2026-01-02}\n---\n"
    draft = read(text, path="x.md", url="https://example.org/x")
    assert isinstance(draft, Draft)
    assert draft.source == Source(path="x.md", form="markdown", license="MIT", title="12", retrieved="2026-01-02")


@pytest.mark.parametrize("source", ["mine", "[a]", "{licence: MIT}", "{title: [a]}"])
def test_a_source_that_cannot_be_read_is_an_error(source: str) -> None:
    draft = fronted(f"source: {source}\n")
    assert draft.source == Source(form="markdown")
    assert rules(draft) == ["wrong-source"]


def test_a_key_that_stands_twice_is_named_with_its_line() -> None:
    draft = fronted("level: beginner\nlevel: advanced\ndose: {reps: 1, reps: 2}\n")
    assert texts(draft.fields[0].values) == ["advanced"]
    assert [(each.field, each.message) for each in draft.findings] == [
        ("level", "line 5: 'level' stands twice; the last counts"),
        ("reps", "line 6: 'reps' stands twice; the last counts"),
    ]


@pytest.mark.parametrize(
    ("front", "reason"),
    [
        ("a: [1\n", "the front matter cannot be read: "),
        ("a: b: c\n", "line 4: the front matter cannot be read: mapping values are not allowed"),
        ("- a\n", "line 4: the front matter cannot be read: "),
        ('a: "\n', "the front matter cannot be read: found unexpected end of stream"),
        ("a: @b\n", "line 4: the front matter cannot be read: "),
        ("...\nb: 1\n", "line 5: the front matter cannot be read: "),
        ("a: &b [1]\nc: *b\n", "line 4: anchors and aliases"),
        ("c: *b\n", "line 4: anchors and aliases"),
        ("a: !!python/object/apply:os.getcwd []\n", "line 4: tags"),
        ("!!str a: b\n", "line 4: tags"),
        ("? [a]\n: b\n", "line 4: a key must be a word"),
        (f"a: {'[' * 100_000}\n", "line 4: values are nested more than 12 deep"),
        (f"a: {'{b: ' * 1000}\n", "line 4: values are nested more than 12 deep"),
        (f"{'? ' * 1000}\n", "line 4: values are nested more than 12 deep"),
        (f"a: {'x' * 600_000}\n", "more than the 500000 that are read"),
    ],
    ids=lambda value: value[:20],
)
@pytest.mark.parametrize("parser", ["C", "Python"])
def test_broken_front_matter_is_refused_in_one_sentence(
    front: str, reason: str, parser: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    yaml = pytest.importorskip("yaml")
    if parser == "Python":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    said = reason_of(front)
    assert reason in said
    assert "\n" not in said


def test_front_matter_that_is_never_closed_is_refused() -> None:
    found = read("---\nid: x\nname: X\n\n# X\n")
    assert found == Rejected("line 1: the front matter is opened by '---' and never closed by another")


def test_both_parsers_of_yaml_read_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    yaml = pytest.importorskip("yaml")
    text = (
        "---\nid: x\nname: 'it''s 🏋️ \"X\"'\naliases: [\"a\\u00e9\", é]\ntarget:\n- quads\n"
        "- hip flexors\ndose: {reps: {low: 1, high: 2}}\n---\n"
    )
    with_c = draft_of(text)
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert draft_of(text) == with_c


# name


def test_the_name_may_stand_in_the_heading_alone() -> None:
    assert draft_of("---\nid: x\n---\n\n# A \\# name\n\nWhat it is.\n").name.text == "A # name"
    assert read("---\nid: x\n---\n\n## Tips\n") == Rejected(
        "the page names no exercise: it has neither `name:` nor a '# ' heading"
    )


def test_two_names_are_noted_and_the_front_matter_counts() -> None:
    draft = bodied("# Y\n\nWhat it is.\n")
    assert draft.name.text == "X"
    assert rules(draft) == ["two-names"]
    assert texts(draft.overview) == ["What it is."]


# parts


def test_parts_are_found_at_any_level_and_in_any_case() -> None:
    draft = bodied("# Overview\nA\n### TIPS:\n- b\n\nInstructions\n---\n1. c\n")
    assert texts(draft.overview) == ["A"]
    assert shape(draft.tips) == ["b"]
    assert shape(draft.instructions) == ["c"]


def test_what_stands_below_the_name_is_overview() -> None:
    assert texts(bodied("\n# X\n\nOne\ntwo\n\nThree\n## Overview\nFour").overview) == [
        "One two", "Three", "Four",
    ]  # fmt: skip


def test_other_headings_are_kept_paragraph_by_paragraph() -> None:
    draft = bodied("## Why\n\nBecause\nit works.\n\n- one\n  - two\n1. three\n\n### More\nx\n\n## Tips ##\n\ny\n")
    assert [(section.heading, section.paragraphs) for section in draft.sections] == [
        ("Why", ("Because it works.", "- one", "- two", "1. three")),
        ("More", ("x",)),
        ("Tips", ("y",)),
    ]
    assert rules(draft) == ["closed-heading"]


def test_a_heading_inside_the_tips_is_noted_and_its_tips_are_kept() -> None:
    draft = bodied("## Tips\n- a\n### Faults\n- b\n## Notes\nc\n")
    assert shape(draft.tips) == ["a", "b"]
    assert [(each.rule, each.excerpt) for each in draft.findings] == [("subheading", "Faults")]
    assert [section.heading for section in draft.sections] == ["Notes"]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("## A ##", "A"),
        ("##  A #b ", "A #b"),
        ("## A \\##", "A ##"),
        ("## A#", "A#"),
        ("   ## A", "A"),
        ("#A", None),
        ("####### A", None),
        ("##", None),
        ("## ##", None),
        ("A\n---", "A"),
        ("A\n====", "A"),
    ],
)
def test_headings(line: str, heading: str | None) -> None:
    draft = bodied(f"## Before\n\n{line}\n")
    assert [section.heading for section in draft.sections[1:]] == ([heading] if heading else [])


# steps


@pytest.mark.parametrize(
    ("line", "text", "kind"),
    [
        ("*Load.* Put it on.", "Put it on.", "load"),
        ("**Set up.** Stand.", "Stand.", "set_up"),
        ("*Set-up:* Stand.", "Stand.", "set_up"),
        ("__setup__: Stand.", "Stand.", "set_up"),
        ("_Repeat._ Again.", "Again.", "repeat"),
        ("*Load* the sled.", "*Load* the sled.", None),
        ("Load. Put it on.", "Load. Put it on.", None),
        ("\\*Load.\\* Put it on.", "*Load.* Put it on.", None),
        ("**Note.** Breathe.", "**Note.** Breathe.", None),
        ("**Cue.** Breathe.", "**Cue.** Breathe.", None),
        ("*Load.*Put", "*Load.*Put", None),
    ],
)
def test_a_step_says_its_kind_in_a_label(line: str, text: str, kind: str | None) -> None:
    (step,) = bodied(f"## Instructions\n1. {line}\n").instructions
    assert step.words.text == text
    assert step.stated == ({"kind": kind} if kind else {})


def test_a_strange_label_is_noted() -> None:
    draft = bodied("## Instructions\n1. **Note.** Breathe.\n2. *go* on\n")
    assert rules(draft) == ["unknown-label"]


def test_bullets_below_a_step_join_its_text() -> None:
    steps = bodied("## Instructions\n1. Stand:\n   - tall\n   - still\n2. Go\n").instructions
    assert shape(steps) == ["Stand: tall still", "Go"]


def test_steps_may_be_paragraphs() -> None:
    assert shape(bodied("## Instructions\n\nStand\ntall.\n\n*Execute.* Go.\n").instructions) == [
        "Stand tall.", "Go.",
    ]  # fmt: skip


# lists


@pytest.mark.parametrize(
    ("body", "items"),
    [
        ("- a\n* b\n+ c\n1. d\n2) e\n", ["a", "b", "c", "d", "e"]),
        ("1. a\n   - b\n     - c\n2. d\n", [["a", ["b", "c"]], "d"]),
        ("1. a\n  - b\n    - c\n2. d\n", [["a", ["b", "c"]], "d"]),
        ("- a\n\t- b\n\t\t- c\n- d\n", [["a", ["b", "c"]], "d"]),
        (" 9. a\n10. b\n", ["a", "b"]),
        ("- a\n - b\n", ["a", "b"]),
        ("- a\n\n- b\n\n\n- c\n", ["a", "b", "c"]),
        ("- a\n  b\nc\n- d\n", ["a b c", "d"]),
        ("- a\n\n  b\n  - c\n\n  d\n", [["a b d", "c"]]),
        ("- a\n\nb\nc\n", ["a", "b c"]),
        ("1. until\n   2019. Then\n   on\n2. b\n", ["until 2019. Then on", "b"]),
        ("1. a\n   1. b\n   2. c\n", [["a", "b", "c"]]),
        ("- a\n  # b\n", ["a # b"]),
        ("- a\n---\n- b\n", ["a", "b"]),
        ("-\n- a\n", ["a"]),
        ("-\n  a\n", ["a"]),
        ("-a\n", ["-a"]),
        ("- - a\n", ["- a"]),
        ("- a\\\n  b\\* \\x\n", ["a\\ b* \\x"]),
        ("- a\tb\n", ["a b"]),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lists_are_read_as_people_indent_them(body: str, items: list[object], line_end: str) -> None:
    text = f"---\nid: x\nname: X\n---\n## Tips\n{body}".replace("\n", line_end)
    assert shape(draft_of(text).tips) == items


def test_a_wrapped_page_reads_as_the_unwrapped_one() -> None:
    wide = "1. **Fault.** One two three four\n   - Sign: five six\n   - Fix: seven, eight\n"
    narrow = "1. **Fault.** One\ntwo three\n   four\n   - Sign: five\n     six\n   - Fix:\n     seven,\n     eight\n"
    assert [(tip.words.text, tip.stated) for tip in tips_of(wide)] == [
        (tip.words.text, tip.stated) for tip in tips_of(narrow)
    ]


# tips


def test_a_fault_states_its_parts() -> None:
    assert stated(
        "1. **Fault.** It digs in.\n   - Sign: it digs, hard\n   - Cause: too high\n"
        "   - Cause: slope\n   - Fix: low\\*er\n"
    ) == {
        "kind": "fault",
        "sign": "it digs, hard",
        "causes": ["too high", "slope"],
        "fixes": ["low*er"],
    }


def test_a_substitute_states_its_parts() -> None:
    assert stated(
        "- **Substitute.** No sled?\n  - when: no sled\n  - Equipment: car, plate,\n  - Exercise: prowler-push\n"
    ) == {
        "kind": "substitute",
        "condition": "no sled",
        "equipment": ["car", "plate"],
        "to": "prowler-push",
    }


def test_nested_tips_state_their_own_parts() -> None:
    (tip,) = tips_of(
        "- **Individual.** Look.\n  - **Individual.** Down.\n    - When: you arch\n    - Advice: down\n  - Up.\n"
    )
    assert tip.stated == {"kind": "individual"}
    assert [(child.words.text, child.stated) for child in tip.children] == [
        ("Down.", {"kind": "individual", "condition": "you arch", "advice": "down"}),
        ("Up.", {}),
    ]


def test_goals_are_split() -> None:
    assert stated("- **Programming.** Late.\n  - Goals: rehab,warm_up\n") == {
        "kind": "programming", "goals": ["rehab", "warm_up"],
    }  # fmt: skip


def test_a_tip_without_a_label_states_nothing() -> None:
    assert tips_of("- Breathe.\n")[0].stated == {}


@pytest.mark.parametrize(
    ("body", "items", "message"),
    [
        (
            "- Go.\n  - Sign: x\n",
            [["Go.", "Sign: x"]],
            "'Sign' belongs to **Fault.**, not to this tip",
        ),
        (
            "- **Fault.** Go.\n  - When: x\n",
            [["Go.", "When: x"]],
            "'When' belongs to **Substitute.** or **Individual.**, not to this tip",
        ),
        (
            "- **Fault.** Go.\n  - Sign: x\n  - Sign: y\n",
            [["Go.", "Sign: y"]],
            "a second 'Sign' was kept as a tip below the tip",
        ),
        ("- **Fault.** Go.\n  - Fix:\n", ["Go."], "'Fix' says nothing"),
    ],
)
def test_a_part_in_the_wrong_place_is_noted(body: str, items: list[object], message: str) -> None:
    draft = bodied(f"## Tips\n{body}")
    assert shape(draft.tips) == items
    assert [finding.message for finding in draft.findings] == [message]


def test_what_stands_below_a_part_becomes_a_tip() -> None:
    (tip,) = tips_of("- **Fault.** a\n  - Sign: b\n    - c\n")
    assert [child.words.text for child in tip.children] == ["c"]


def test_a_tip_without_text_is_noted_and_those_below_it_are_kept() -> None:
    draft = bodied("## Tips\n- **Fault.**\n  - Sign: x\n  - a\n")
    assert shape(draft.tips) == ["a"]
    assert [(each.rule, each.severity) for each in draft.findings] == [("no-text", Severity.ERROR)]


# citations


def test_citations_have_text_mark_and_address() -> None:
    draft = bodied(
        "## Citations\n\n- [V] West 2014: CK did\n  not rise. <https://example.org/a_b>\n"
        "- [a] Ours\n- <https://b.org>\n"
    )
    assert draft.stated["citations"] == [
        {"text": "West 2014: CK did not rise.", "mark": "V", "url": "https://example.org/a_b"},
        {"text": "Ours", "mark": "A", "url": None},
        {"text": "https://b.org", "mark": "M", "url": "https://b.org"},
    ]
    assert rules(draft) == ["no-mark"]


def test_a_citation_that_cites_nothing_is_noted() -> None:
    draft = bodied("## Citations\n- [V]\n- [V] West\n")
    assert draft.stated["citations"] == [{"text": "West", "mark": "V", "url": None}]
    assert rules(draft) == ["no-text"]


# places


def test_words_know_their_place_across_labels_escapes_and_wrapped_lines() -> None:
    draft = bodied("## Tips\r\n1. **Cue.** One \\* two\r\n   three.\r\n")
    (tip,) = draft.tips
    words = tip.words
    assert words.text == "One * two three."
    for part in ("One", "*", "two", "three."):
        span = words.span(words.text.index(part), words.text.index(part) + len(part))
        assert span is not None
        assert draft.text[slice(*span)] == part


@settings(max_examples=60, deadline=None)
@given(exercise=exercises())
def test_every_character_is_found_at_its_place(exercise: object) -> None:
    text = print_exercise(exercise)  # pyright: ignore[reportArgumentType]
    for words in all_words(draft_of(text)):
        if words.pieces:
            assert "".join(text[words.place(at)] for at in range(len(words.text))) == words.text


# anything at all


_LINE = st.builds(
    lambda indent, mark, text: " " * indent + mark + text,
    st.integers(0, 8),
    st.sampled_from(
        (
            "",
            "",
            "- ",
            "1. ",
            "2. ",
            "## ",
            "# ",
            "### Tips",
            "- Sign: ",
            "1. **Fault.** ",
            "\t",
            "- [V] ",
        )
    ),
    st.sampled_from(MARKS) | lines(),
)


@settings(max_examples=300, deadline=None)
@given(front=st.lists(_LINE, max_size=2), body=st.lists(_LINE, max_size=12))
def test_any_body_is_read_and_none_of_its_words_gets_lost(front: list[str], body: list[str]) -> None:
    text = "---\nid: x\nname: X\n" + "\n".join(front) + "\n---\n" + "\n".join(body)
    found = read(text)
    if isinstance(found, Rejected):
        assert "\n" not in found.reason
        return
    for words in all_words(found):
        assert words.text == words.text.strip()


@settings(max_examples=300, deadline=None)
@given(page=pages())
def test_any_page_is_read_or_refused(page: Page) -> None:
    opened = Opened(page)
    FORM.identify(opened)
    assert len(list(FORM.read(opened))) == 1


def test_control_characters_are_read_as_blanks() -> None:
    draft = draft_of('---\nid: x\nname: "X\\u0000Y"\n---\n\x85## Tips\n- a\x00b\ud800\u2028c\x0c\n')
    assert draft.name.text == "X Y"
    assert shape(draft.tips) == ["a b\ufffd c"]
    assert rules(draft) == ["control-characters"]


@pytest.mark.parametrize(
    "text",
    [
        "- " * 250_000,
        "-" * 150_000 + " x",
        "* " * 250_000 + "x",
        "\\*" * 250_000,
        "**Fault" * 80_000,
        "## " + "# " * 250_000 + "x",
        " " * 150_000 + "x",
        "_" * 150_000,
        "<" * 150_000 + ">",
        "<\\" * 250_000 + ">",
        "\n".join(" " * (2 * depth) + "- x" for depth in range(1500)),
        "- x\n  - Sign: y\n" * 15_000,
        "a\n" * 80_000,
        "1.\n" * 60_000,
        "## x\n" * 30_000,
        "[V]" * 150_000,
    ],
    ids=lambda text: text[:12],
)
@pytest.mark.parametrize("heading", ["Tips", "Citations"])
def test_a_page_made_to_hurt_takes_linear_time(text: str, heading: str) -> None:
    start = time.process_time()
    draft = bodied(f"## {heading}\n{text}")
    assert time.process_time() - start < 3
    assert len(draft.findings) <= 4 * (MAX_OF_A_RULE + 1)


@pytest.mark.parametrize(
    "front",
    [
        "[" + "{}," * 100_000 + "]",
        "[" + "a," * 200_000 + "]",
        "'" + "x" * 400_000 + "'",
        '"' + "\\\\" * 200_000 + '"',
        "\n" + "".join(f"  k{n}: v\n" for n in range(30_000)),
        "\n" + "  k: v\n" * 15_000,
    ],
    ids=lambda text: text[:12].strip(),
)
def test_large_front_matter_takes_linear_time(front: str) -> None:
    start = time.process_time()
    read(f"---\nid: x\nname: X\nprinted: {front}\n---\n")
    assert time.process_time() - start < 3


def test_lists_too_deep_are_flattened_and_nothing_is_lost() -> None:
    deep = "\n".join(" " * (2 * depth) + f"- x{depth}" for depth in range(MAX_DEPTH + 10))
    draft = bodied(f"## Tips\n{deep}\n- last\n")
    assert [words.text for words in all_words(draft)][1:] == [
        *(f"x{depth}" for depth in range(MAX_DEPTH + 10)),
        "last",
    ]
    assert set(rules(draft)) == {"deep-list"}


def test_a_page_beyond_all_measure_is_refused() -> None:
    found = read("---\nid: x\nname: X\n---\n" + "x" * 50_000_000)
    assert isinstance(found, Rejected)
    assert str(MAX_LENGTH) in found.reason


def test_one_broken_rule_does_not_bury_the_others() -> None:
    draft = bodied("## Tips\n" + "- **Note.** x\n" * 500 + "- **Cue.**\n")
    found = rules(draft)
    assert found.count("unknown-label") == MAX_OF_A_RULE
    assert found.count("unknown-label-more") == 1
    assert "no-text" in found


def test_yaml_is_not_imported_before_it_is_needed() -> None:
    code = "import sys, vastus.parse.markdown; sys.exit('yaml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_page_of_our_form_without_an_id_may_come_from_another_form() -> None:
    text = "---\nname: Garden Carry\nequipment: [sandbag]\nprinted: {equipment: Bag}\nsource: {form: profile-page}\n---\n\n## Instructions\n\n1. *Execute.* Walk.\n"  # noqa: E501  # a page
    (found,) = read_pages([Page(text)], vocabularies(), form=FORM)
    assert isinstance(found, ReadExercise)
    assert (found.exercise.id, found.exercise.printed) == ("garden-carry", {"equipment": "Bag"})
