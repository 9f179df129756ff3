"""Structured data in pages: exercises are taken, recipes and repairs are not."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vastus.domain.page import Draft, Page, Rejected, Words
from vastus.parse import json_ld, microdata
from vastus.parse.evidence import speaks_of_exercise
from vastus.parse.form import Form
from vastus.parse.opened import Opened

PAGES = Path(__file__).parent / "pages"
LD, MICRO = json_ld.FORM, microdata.FORM
BRIDGE = {
    "@context": "https://schema.org",
    "@type": "HowTo",
    "name": "Single-Leg Bridge",
    "description": "A bridge with one foot in the air.",
    "step": [
        {"@type": "HowToStep", "text": "Lie on your back, one knee bent."},
        {"@type": "HowToStep", "text": "Lift the hips."},
    ],
}
TAP = {
    "@type": "HowTo",
    "name": "Change a Tap Washer",
    "tool": ["Spanner", "Cable tie", "Bench"],
    "step": ["Close the main.", "Press the washer out.", "Push the new one in; exercise caution."],
}
CAKE = {
    "@type": "Recipe",
    "name": "Squat Cake",
    "recipeInstructions": [{"@type": "HowToStep", "text": "Work the muscle of your arm."}],
    "step": ["Stir, three reps."],
}


def page(*blocks: object, head: str = "", url: str | None = None) -> Opened:
    scripts = "".join(
        f'<script type="application/ld+json">{block if isinstance(block, str) else json.dumps(block)}</script>'
        for block in blocks
    )
    html = f"<!DOCTYPE html><html><head>{head}{scripts}</head><body><p>Prose.</p></body></html>"
    return Opened(Page(html, path="page.html", url=url))


def item(body: str, kind: str = "https://schema.org/HowTo") -> Opened:
    html = f'<html><body><div itemscope itemtype="{kind}">{body}</div></body></html>'
    return Opened(Page(html, path="page.html"))


def one(form: Form, opened: Opened) -> Draft:
    assert form.identify(opened)
    (result,) = form.read(opened)
    assert isinstance(result, Draft)
    return result


def steps(draft: Draft) -> list[str]:
    return [each.words.text for each in draft.instructions]


def tips(draft: Draft) -> list[str]:
    return [each.words.text for each in draft.tips]


def fields(draft: Draft) -> dict[str, list[str]]:
    return {field.name or field.label: [words.text for words in field.values] for field in draft.fields}


def all_words(draft: Draft) -> list[Words]:
    items = [each.words for each in (*draft.instructions, *draft.tips)]
    values = [words for field in draft.fields for words in field.values]
    return [draft.name, *draft.aliases, *draft.overview, *items, *values]


def rules(draft: Draft) -> list[str]:
    return [finding.rule for finding in draft.findings]


# JSON-LD


def test_a_how_to_is_read() -> None:
    draft = one(LD, page(BRIDGE))
    assert draft.name.text == "Single-Leg Bridge"
    assert [words.text for words in draft.overview] == ["A bridge with one foot in the air."]
    assert steps(draft) == ["Lie on your back, one knee bent.", "Lift the hips."]
    assert (draft.source.form, draft.source.path) == ("json-ld", "page.html")
    assert rules(draft) == ["structured-data-only"]


def test_the_draft_has_a_text_of_its_own_to_which_its_words_point() -> None:
    thing = BRIDGE | {
        "alternateName": ["One-Leg Bridge"],
        "tool": ["Mat", "Band"],
        "yield": "10 reps",
    }
    draft = one(LD, page(thing | {"tip": "Ribs down."}))
    assert draft.text.startswith("Single-Leg Bridge\n")
    for words in all_words(draft):
        span = words.span()
        assert span is not None
        assert draft.text[span[0] : span[1]] == words.text


@pytest.mark.parametrize(
    "value",
    [
        BRIDGE,
        [BRIDGE],
        {"@graph": [{"@type": "WebPage", "name": "x"}, BRIDGE]},
        {"@type": "WebPage", "name": "x", "mainEntity": BRIDGE},
        BRIDGE | {"@type": "http://schema.org/HowTo"},
        BRIDGE | {"@type": ["CreativeWork", "schema:HowTo"]},
        BRIDGE | {"@type": "ExercisePlan"},
        BRIDGE | {"@type": "ExerciseAction"},
        BRIDGE | {"@type": "PhysicalActivity"},
    ],
)
def test_an_exercise_is_found_wherever_it_stands(value: object) -> None:
    assert one(LD, page(value)).name.text == "Single-Leg Bridge"


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("1. Lie down.\n2. Lift.", ["Lie down.", "Lift."]),
        ("1. Lie down. 2. Lift.", ["Lie down.", "Lift."]),
        ("<ol><li>Lie down.</li><li>Lift.</li></ol>", ["Lie down.", "Lift."]),
        (["Lie down.", "2. Lift."], ["Lie down.", "Lift."]),
        ({"@type": "HowToStep", "text": "Lie &amp; lift."}, ["Lie & lift."]),
        ([{"text": {"@value": "Lie down.", "@language": "en"}}], ["Lie down."]),
        ([{"@type": "HowToStep", "name": "Lift"}], ["Lift"]),
        ([{"@type": "HowToStep", "name": "Step 1", "text": "Lift."}], ["Lift."]),
        ([{"@type": "HowToStep", "name": "Lift…", "text": "Lift the hips."}], ["Lift the hips."]),
        ([{"@type": "HowToStep", "name": "Up", "text": "Lift."}], ["Up: Lift."]),
        ({"@type": "ItemList", "itemListElement": [{"item": {"text": "Lift."}}]}, ["Lift."]),
        ([{"position": 2, "text": "Lift."}, {"position": "1", "text": "Lie."}], ["Lie.", "Lift."]),
        ([{"position": 2, "text": "Lie."}, {"text": "Lift."}], ["Lie.", "Lift."]),
        (["Lie.", None, "", {}, []], ["Lie."]),
    ],
)
def test_steps_come_in_many_shapes(value: object, told: list[str]) -> None:
    assert steps(one(LD, page(BRIDGE | {"step": value, "tool": "Dumbbell"}))) == told


def test_sections_are_read_through_and_their_names_kept() -> None:
    section = {
        "@type": "HowToSection",
        "name": "Up",
        "itemListElement": [
            {"@type": "HowToStep", "itemListElement": {"@type": "HowToDirection", "text": "Lift."}},
            {"@type": "HowToTip", "text": "Breathe."},
            {"@type": "HowToStep", "text": "Hold.", "image": "a.png"},
        ],
    }
    draft = one(LD, page(BRIDGE | {"step": [section], "tool": "Dumbbell"}))
    assert (steps(draft), tips(draft)) == (["Lift.", "Hold."], ["Breathe."])
    assert fields(draft) == {"equipment": ["Dumbbell"], "section": ["Up"], "step.image": ["a.png"]}


def test_labelled_values_become_fields() -> None:
    thing = BRIDGE | {
        "tool": [{"@type": "HowToTool", "name": "Resistance band"}],
        "supply": "Mat, box",
        "exerciseType": "Strength",
        "associatedAnatomy": {"@type": "Muscle", "name": "Gluteus maximus"},
        "educationalLevel": "Beginner",
        "totalTime": "PT5M",
        "repetitions": 8,
        "license": "https://license.example/by",
        "author": [{"@type": "Person", "name": "Ina"}, "Bo"],
        "image": {"@type": "ImageObject", "url": "a.png"},
    }
    draft = one(LD, page(thing))
    assert fields(draft) == {
        "equipment": ["Resistance band", "Mat", "box"],
        "type": ["Strength"],
        "target": ["Gluteus maximus"],
        "level": ["Beginner"],
        "totalTime": ["PT5M"],
        "repetitions": ["8"],
        "image": ['{"@type":"ImageObject","url":"a.png"}'],
    }
    assert (draft.source.license, draft.source.author) == ("https://license.example/by", "Ina, Bo")


def test_what_an_object_says_besides_its_name_is_kept() -> None:
    author = {"@type": "Person", "name": "Ina", "url": "https://ina.example"}
    draft = one(LD, page(BRIDGE | {"author": author}))
    assert draft.source.author == "Ina"
    assert [json.loads(text) for text in fields(draft)["author"]] == [author]


def test_about_is_a_target_only_where_it_names_a_muscle() -> None:
    assert fields(one(LD, page(BRIDGE | {"about": "Glutes"}))) == {"target": ["Glutes"]}
    assert fields(one(LD, page(BRIDGE | {"about": ["Fitness"]}))) == {"about": ["Fitness"]}
    mixed = fields(one(LD, page(BRIDGE | {"about": ["Glutes", "Fitness"]})))
    assert mixed == {"target": ["Glutes"], "about": ["Glutes", "Fitness"]}


def test_a_tool_none_says_none() -> None:
    (field,) = one(LD, page(BRIDGE | {"tool": "None"})).fields
    assert (field.name, field.says_none, field.values) == ("equipment", True, ())


@pytest.mark.parametrize("name", ["How to Do a Split Squat", "how to perform the Split Squat"])
def test_how_to_do_is_no_part_of_the_name(name: str) -> None:
    assert one(LD, page(BRIDGE | {"name": name})).name.text == "Split Squat"


LINK = '<link rel="canonical" href="{}">'


@pytest.mark.parametrize(
    ("head", "more", "url"),
    [
        (LINK.format("https://a.example/bridge"), {}, "https://a.example/bridge"),
        (LINK.format("/bridge"), {}, "https://www.base.example/bridge"),
        ("", {"mainEntityOfPage": "https://a.example/bridge"}, "https://a.example/bridge"),
        ("", {"mainEntityOfPage": {"@id": "https://a.example/b"}}, "https://a.example/b"),
        ("", {"url": "https://a.example/bridge"}, "https://a.example/bridge"),
        (
            LINK.format("http://[bad"),
            {"url": "javascript:x"},
            "https://www.base.example/x?utm_id=1",
        ),
        ("", {}, "https://www.base.example/x?utm_id=1"),
    ],
)
def test_the_page_says_its_address(head: str, more: dict[str, object], url: str) -> None:
    opened = page(BRIDGE | more, head=head, url="https://www.base.example/x?utm_id=1")
    assert one(LD, opened).source.url == url


def test_the_address_is_the_key_and_two_exercises_of_a_page_differ() -> None:
    head = LINK.format("https://www.a.example/bridge/")
    assert one(LD, page(BRIDGE, head=head)).key == "url:a.example/bridge"
    both = LD.read(page(BRIDGE, BRIDGE | {"name": "Bridge"}, head=head))
    keys = [draft.key for draft in both if isinstance(draft, Draft)]
    assert keys == ["url:a.example/bridge#single-leg-bridge", "url:a.example/bridge#bridge"]


def test_without_an_address_the_words_are_the_key() -> None:
    first, second = one(LD, page(BRIDGE)), one(LD, page(BRIDGE, head="<title>x</title>"))
    assert first.key == second.key
    assert first.key.startswith("sha256:")


@pytest.mark.parametrize(
    "wrapped",
    [
        "/*<![CDATA[*/{}/*]]>*/",
        "//<![CDATA[\n{}\n//]]>",
        "<!--\n{}\n-->",
        "  {};",
    ],
)
def test_wrappings_of_a_script_do_not_matter(wrapped: str) -> None:
    assert one(LD, page(wrapped.replace("{}", json.dumps(BRIDGE)))).name.text == "Single-Leg Bridge"


def test_line_breaks_inside_strings_are_forgiven() -> None:
    text = json.dumps(BRIDGE).replace("one foot", "one\n\tfoot")
    overview = [words.text for words in one(LD, page(text)).overview]
    assert overview == ["A bridge with one", "foot in the air."]


def test_a_broken_block_is_found_and_the_others_read() -> None:
    draft = one(LD, page('{"@type": "HowTo", "name":', BRIDGE))
    assert rules(draft) == ["broken-json-ld", "structured-data-only"]


def test_a_page_with_broken_blocks_alone_yields_nothing() -> None:
    opened = page('{"@type": "HowTo", "name": "Squat",', "")
    assert not LD.identify(opened)
    assert list(LD.read(opened)) == []
    assert [finding.rule for finding in json_ld.broken_blocks(opened)] == ["broken-json-ld"] * 2


@pytest.mark.parametrize(
    "thing",
    [
        BRIDGE | {"step": []},
        BRIDGE | {"name": ""},
        BRIDGE | {"@type": "Article"},
        {"@type": "ExercisePlan", "name": "Wall Sit", "exerciseType": "Strength"},
        {"@type": "HowTo"},
        "squat",
        None,
    ],
)
def test_what_has_no_name_or_step_is_not_there(thing: object) -> None:
    assert not LD.identify(page(thing))
    assert list(LD.read(page(thing))) == []


@pytest.mark.parametrize(
    ("thing", "reason"),
    [
        (TAP, "the page's structured data tell how to do something, but it is no exercise"),
        (CAKE, "the page's structured data hold a recipe, not an exercise"),
        (
            CAKE | {"@type": ["HowTo", "Recipe"]},
            "the page's structured data hold a recipe, not an exercise",
        ),
    ],
)
def test_what_is_no_exercise_is_refused(thing: dict[str, object], reason: str) -> None:
    assert not LD.identify(page(thing))
    assert list(LD.read(page(thing))) == [Rejected(reason, str(thing["name"]))]


def test_an_exercise_beside_a_recipe_is_read() -> None:
    opened = page(CAKE, BRIDGE)
    assert LD.identify(opened)
    assert [type(result) for result in LD.read(opened)] == [Rejected, Draft]


# Evidence


@pytest.mark.parametrize(
    "text",
    [
        "Goblet Squat",
        "Do 12 reps",
        "Strengthens the gluteus medius",
        "Loop a resistance band round a post",
        "Reach your left arm across your body and stretch the shoulder",
        "Lie on your back with hips and knees bent, then lower one leg",
        "Balance on one leg, bow, turn the pelvis, keep the trunk level",
    ],
)
def test_training_is_heard(text: str) -> None:
    assert speaks_of_exercise([text])


@pytest.mark.parametrize(
    "text",
    [
        "Take the wheel off. Lever the tire over the rim. Push the tube in, press the tire back.",
        "Exercise caution when you pull the cable from the machine.",
        "Season the lamb shoulder, rest it on a rack, press the chest of the fridge shut.",
        "Set the box on the bench, wrap the chain round the plate, stretch the band over the wall.",
        "Glue the chair's leg and its arm.",
        "",
    ],
)
def test_other_crafts_are_not_training(text: str) -> None:
    assert not speaks_of_exercise([text])


# Microdata


def test_microdata_say_the_same_as_json_ld() -> None:
    draft = one(
        MICRO,
        item(
            '<h1 itemprop="name">Single-Leg Bridge</h1>'
            '<meta itemprop="totalTime" content="PT5M"><p itemprop="description">With one foot.</p>'
            '<span itemprop="tool">Mat</span><a itemprop="url" href="https://a.example/b">x</a>'
            '<div itemprop="step" itemscope itemtype="https://schema.org/HowToStep">'
            '<b itemprop="name">Up</b><span itemprop="text">Lying, lift the hips off knees</span>'
            '<img itemprop="image" src="a.png"></div>'
            '<div itemprop="step" itemscope itemtype="https://schema.org/HowToTip">'
            '<span itemprop="text">Breathe.</span></div>'
        ),
    )
    assert draft.source.form == "microdata"
    assert draft.source.url == "https://a.example/b"
    assert steps(draft) == ["Up: Lying, lift the hips off knees"]
    assert tips(draft) == ["Breathe."]
    assert fields(draft) == {"equipment": ["Mat"], "step.image": ["a.png"], "totalTime": ["PT5M"]}
    assert rules(draft) == ["structured-data-only"]


def test_a_list_without_items_of_its_own_is_read_as_steps() -> None:
    body = '<b itemprop="name">Squat</b><ol itemprop="step"><li>Sit.</li><li>Stand.</li></ol>'
    assert steps(one(MICRO, item(body))) == ["Sit.", "Stand."]


@pytest.mark.parametrize(
    "body",
    [
        '<b itemprop="name">Squat</b>',
        '<p itemprop="step">Squat.</p>',
        "",
    ],
)
def test_microdata_without_name_or_step_are_not_there(body: str) -> None:
    assert not MICRO.identify(item(body))
    assert list(MICRO.read(item(body))) == []


def test_a_repair_in_microdata_is_refused() -> None:
    opened = item('<b itemprop="name">Change a tap</b><p itemprop="step">Close the main.</p>')
    assert not MICRO.identify(opened)
    assert [type(result) for result in MICRO.read(opened)] == [Rejected]


def test_an_item_within_another_belongs_to_it() -> None:
    inner = (
        '<div itemprop="mainEntity" itemscope itemtype="http://schema.org/ExercisePlan">'
        '<b itemprop="name">Squat</b><p itemprop="step">Sit.</p></div>'
    )
    draft = one(MICRO, item(inner, kind="http://schema.org/WebPage"))
    assert draft.name.text == "Squat"


# Saved pages


@pytest.mark.parametrize(
    ("file", "form", "name", "told", "hinted"),
    [
        ("goblet-squat-howto.html", LD, "Goblet Squat", 3, 1),
        ("dead-bug-sections.html", LD, "Dead Bug", 5, 0),
        ("bird-dog-string-steps.html", LD, "Bird Dog", 4, 0),
        ("hip-airplane-microdata.html", MICRO, "Hip Airplane", 3, 0),
        ("band-pull-apart-microdata.html", MICRO, "Band Pull-Apart", 3, 1),
    ],
)
def test_saved_pages_are_read(file: str, form: Form, name: str, told: int, hinted: int) -> None:
    draft = one(form, saved(file))
    assert (draft.name.text, len(draft.instructions), len(draft.tips)) == (name, told, hinted)


@pytest.mark.parametrize(
    "file",
    [
        "howto-bike-tube.html",
        "recipe-protein-pancakes.html",
        "wall-sit-exerciseplan.html",
        "chain-bench-press.html",
        "news-marathon.html",
        "double-under.html",
    ],
)
def test_saved_pages_of_another_form_are_left_alone(file: str) -> None:
    opened = saved(file)
    assert not LD.identify(opened)
    assert not MICRO.identify(opened)


def saved(file: str) -> Opened:
    return Opened(Page((PAGES / file).read_text(encoding="utf-8"), path=file))


# Anything


KEYS = [*BRIDGE, "tool", "itemListElement", "position", "text", "about", "author", "url", "tip"]
KINDS = st.sampled_from(["HowTo", "HowToStep", "HowToTip", "HowToSection", "ExercisePlan", "Recipe"])
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | KINDS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=5), inner, max_size=6)
    ),
    max_leaves=20,
)
things = st.builds(
    lambda changes: BRIDGE | changes,
    st.dictionaries(st.sampled_from(KEYS), json_values, max_size=4),
)


@settings(deadline=None)  # the first example loads the vocabularies
@given(value=json_values | things)
def test_no_json_makes_the_reader_raise(value: object) -> None:
    opened = page(json.dumps(value).replace("</", "<\\/"))
    LD.identify(opened)
    for result in LD.read(opened):
        assert isinstance(result, Draft | Rejected)
        if isinstance(result, Draft):
            for words in all_words(result):
                span = words.span()
                assert span is not None
                assert result.text[span[0] : span[1]] == words.text


FRAGMENTS = st.sampled_from(
    [
        '<div itemscope itemtype="http://schema.org/HowTo">',
        '<p itemprop="step" itemscope>',
        '<p itemprop="step">',
        '<b itemprop="name text">',
        "</div>",
        "</p>",
        "</b>",
        "Squat",
        "<ul><li>",
        '<meta itemprop="tool" content>',
        '<a itemprop="url" href="http://[x">',
        '<script type="application/ld+json">',
        "</script>",
        "\ud800",
        "\x00",
    ]
)


@settings(deadline=None)  # the first example loads the vocabularies
@given(parts=st.lists(FRAGMENTS | st.text(max_size=5), max_size=12))
def test_no_page_makes_a_reader_raise(parts: list[str]) -> None:
    opened = Opened(Page("<html><body>" + "".join(parts)))
    for form in (LD, MICRO):
        form.identify(opened)
        list(form.read(opened))


@pytest.mark.parametrize("text", ["", "{}", "[1]", "Squat", "<html>", '{"x": "itemscope ld+json"}'])
def test_a_page_of_another_kind_is_left_alone(text: str) -> None:
    for form in (LD, MICRO):
        assert not form.identify(Opened(Page(text)))
        assert list(form.read(Opened(Page(text)))) == []


def test_deep_nesting_is_survived() -> None:
    value: object = "Squat down."
    for _ in range(200):
        value = {"@type": "HowToSection", "itemListElement": [value]}
    assert list(LD.read(page(BRIDGE | {"step": ["Sit.", value]})))
    deep = "<div>" * 3000 + '<b itemprop="name">Squat</b><p itemprop="step">Sit.</p>'
    assert one(MICRO, item(deep)).name.text == "Squat"
    assert not LD.identify(page("[" * 20000))
