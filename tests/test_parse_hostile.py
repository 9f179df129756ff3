"""Whatever a page holds, reading it ends, and ends with an exercise or a reason."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import MARKS

from vastus.check.page import check_page
from vastus.domain.exercise import Exercise
from vastus.domain.page import Page
from vastus.faces.json import exercise_json
from vastus.parse.forms import form_named
from vastus.reference.vocabulary import vocabularies
from vastus.usecases.read_pages import ReadExercise, Refused, read_pages

FORMS = (None, "profile-page", "html-profile", "prose", "json-ld", "microdata")
PROFILE = (
    "Exercise Profile\nMechanicsCompound\nForce TypePush\nEquipment RequiredSled\nSled Push Instructions\n1. Push.\n"
)


def read(text: str, form: str | None = None) -> tuple[list[Exercise], list[str]]:
    """As an import does it, but for the store: exercises and refusals."""
    chosen = form_named(form) if form else None
    found = list(read_pages([Page(text, path="page")], vocabularies(), form=chosen))
    for each in found:
        if isinstance(each, ReadExercise):
            exercise_json(each.exercise)
            check_page(each.exercise)
            for finding in each.findings:
                assert finding.message
                assert finding.span is None or 0 <= finding.span[0] <= finding.span[1] <= len(each.text)
    return (
        [each.exercise for each in found if isinstance(each, ReadExercise)],
        [each.reason for each in found if isinstance(each, Refused)],
    )


def assert_answered(text: str, form: str | None = None) -> None:
    exercises, refusals = read(text, form)
    assert exercises or refusals
    assert all(reason and "\n" not in reason for reason in refusals)


LINES = (
    *PROFILE.splitlines(),
    "Secondary Muscles",
    "Target Muscle Group: Quads, Spleen",
    "Tips",
    "Overview",
    "Exercise Tips:",
    "If the sled tips, lower your hands.",
    "If you don't have a sled, push a car.",
    "It is a variation of the sled drag.",
    "• Keep your torso upright.",
    "  - nested",
    "2. Your torso should be inclined.",
    "Repeat for steps, distance, or time.",
    "Quads Muscle Anatomy Diagram",
    "----",
    "Related Exercises",
    "Main Goal",
    "**bold**",
    "â€™",
    "",
)
HTML = (
    "<!DOCTYPE html>", "<ul>", "<li>", "</ul>", "<ol start=3>", "<p>", "</p>", "<h1>", "</h1>", "<h2>Tips</h2>",
    "<br>", "<td>", "<table>", "</table>", "<div class=comments>", "</div>", "<script>", "</script>", "<!--", "-->",
    "&nbsp;", "&#0;", "&#xD800;", "<b>", "<hr>", "<dl><dt>Mechanics<dd>Compound</dl>", "<li>Force Type<b>Push</b>",
    "<svg><style>", "<math>", "<template>", '<div itemscope itemtype="https://schema.org/HowTo">',
    '<span itemprop="step">', '<script type="application/ld+json">{"@type":"HowTo"',
)  # fmt: skip
wild = st.text(st.characters(exclude_categories=()), max_size=60)
pieces = st.one_of(st.sampled_from(LINES), st.sampled_from(MARKS), wild)


@settings(max_examples=150, deadline=None)
@given(st.lists(pieces, max_size=25).map("\n".join), st.sampled_from(FORMS))
def test_any_text_is_answered(text: str, form: str | None) -> None:
    assert_answered(text, form)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(LINES), st.sampled_from(HTML), wild), max_size=30).map("".join))
def test_any_html_is_answered(text: str) -> None:
    assert_answered("<html>" + text)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(("name", "id", "exercises", "results", "instructions", "@type", "x")), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(json_values)
def test_any_json_is_answered(value: object) -> None:
    assert_answered(json.dumps(value))


NASTY: dict[str, str] = {
    "nothing": "",
    "white space": " \n\t\u00a0\u200b\ufeff\u2028",
    "NULs": "\x00" * 1000,
    "a NUL in a page": PROFILE.replace("Push.", "Pu\x00sh."),
    "a lone surrogate": PROFILE.replace("Push.", "Push \ud83d."),
    "a lone surrogate as the name": PROFILE.replace("Sled Push", "\ud83d"),
    "control characters": PROFILE.replace("Push.", "\x1b[31mPush\x07."),
    "no character": PROFILE.replace("Push.", "\uffffPush\ufdd0."),
    "right to left": PROFILE.replace("Push.", "\u202ePush\u2066."),
    "lists nested ten thousand deep": "<html>" + "<ul><li>x" * 10_000,
    "tags nested ten thousand deep": "<html>" + "<div><b>" * 10_000 + PROFILE,
    "a profile below ten thousand lists": "<html>" + "<ul><li>" * 10_000 + PROFILE.replace("\n", "<br>"),
    "bullets nested ten thousand deep": PROFILE + "\n".join(" " * depth + "- x" for depth in range(10_000)),
    "quotations nested ten thousand deep": PROFILE + "> " * 10_000 + "x",
    "our form with bullets ten thousand deep": "---\nid: x\n---\n# X\n\n## Tips\n\n"
    + "\n".join("  " * min(depth, 500) + "- x" for depth in range(10_000)),
    "JSON that is cut": '{"a": [1, 2',
    "JSON of another shape": '{"exercises": "none"}',
    "JSON nested a million deep": "[" * 1_000_000,
    "JSON objects nested deep": '{"a":' * 100_000 + "1" + "}" * 100_000,
    "a JSON number without end": "[" + "9" * 100_000 + "]",
    "a JSON surrogate": '[{"name": "\\ud800", "instructions": ["\\udc00"]}]',
    "JSON-LD nested deep": '<html><script type="application/ld+json">' + '{"a":' * 50_000 + "</script><p>x",
    "a comment without end": "<html><!--" + "x" * 200_000,
    "a tag without end": "<html><p " + "x " * 100_000,
    "attributes without end": "<html><p " + " ".join(f"a{i}=1" for i in range(20_000)) + ">x",
    "a DOCTYPE bomb": '<!DOCTYPE html [<!ENTITY a "&b;&b;"><!ENTITY b "&a;&a;">]><p>&a;',
    "YAML aliases": "---\na: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nid: x\n---\n# X\n",
}


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
def test_bad_input_is_answered(text: str) -> None:
    assert_answered(text)


@pytest.mark.parametrize("form", ["html-profile", "prose", "json-ld"])
@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
def test_bad_input_is_answered_by_a_form_that_was_forced(text: str, form: str) -> None:
    assert_answered(text, form)


@pytest.mark.parametrize("tag", ["<ul>", "<ol><li>", "<div>", "<b></p>", "<DIV>"])
def test_tags_that_are_nested_too_deeply_are_refused(tag: str) -> None:
    """A parser needs a minute for fifty thousand lists in one another."""
    exercises, refusals = read("<html>" + tag * 50_000)
    assert (exercises, refusals) == ([], ["its tags are nested too deeply to be a page"])


@pytest.mark.parametrize("tag", ["<p>x", "<li>x", "<br>", "<div>x</div>", "<b>x</b>", "<td>", "<img src=x>"])
def test_many_tags_that_are_not_nested_are_no_reason_to_refuse(tag: str) -> None:
    steps = "<li>Stand with your knees bent.<li>Squat as deep as your hips allow."
    exercises, refusals = read(f"<html><h1>Squat</h1><h2>Instructions</h2><ol>{steps}</ol><h2>More</h2>{tag * 6000}")
    assert refusals == []
    assert [exercise.name for exercise in exercises] == ["Squat"]


UNITS = (
    "(", ")", "[", "•", "• ", "- ", "if ", "if you ", "a", "a ", "A. ", "\n", "\n\n", "\t", "  ", "*", "**", "***",
    "#", "# x\n", "1. ", "1. x\n", "> ", "|", ":", ": ", ",", ", ", ".", "...", "-", "=\n", "Tips\n", "Tips ",
    "how to ", "what is a ", "Overview ", "Mechanics", "MechanicsCompound\n", "Mechanics\n", "Secondary Muscles\n",
    "quads ", "quads, ", "quads and ", "left leg ", "torso upright ", "keep ", "too ", "not ",
    "is a variation of the ", "until ", "2 to ", "10 ", "push a car ", "no sled ", "â€™", "Ã©", "\u200b", "\u200ba",
    "é", "İ", "ß", "🏋", "<", "<p>", "<ul>", "<li>x", "</p>", "&amp;", "&", "<b", "don't ", "while ", "so ", "or ",
    "/", "'", '"', "“", "?", "! ", "x\n", "x:\n", "x: y\n", "  - x\n", "step 1: ", "repeat ", "load ",
)  # fmt: skip


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_a_page_of_one_thing_over_and_over_is_read_to_its_end(unit: str) -> None:
    """200 kB of it alone, and much of it inside a step, a tip and the overview: no rule backtracks for ever."""
    assert_answered(unit * (200_000 // len(unit)))
    many = unit * (40_000 // len(unit))
    assert_answered(f"{PROFILE}2. {many}\nSled Push Tips\n1. {many}\nSled Push Overview\n\n{many}\n")
