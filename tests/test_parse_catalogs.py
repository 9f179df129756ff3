"""Catalogs: every record by itself, in the catalog's own words, and nothing lost."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vastus.domain.page import Draft, Finding, Item, Page, ProfileField, Rejected
from vastus.parse.catalogs import exercemus, free_exercise_db, wger
from vastus.parse.form import Form
from vastus.parse.opened import Opened

FORMS = (free_exercise_db.FORM, exercemus.FORM, wger.FORM)
DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data"

DONKEY_KICK = {
    "id": "Donkey_Kick_2",
    "name": "Donkey Kick",
    "force": "push",
    "level": "expert",
    "mechanic": "compound",
    "equipment": "body only",
    "primaryMuscles": ["glutes"],
    "secondaryMuscles": ["hamstrings", "lower back"],
    "instructions": [
        "Kneel on all fours with a flat back and the arms straight.",
        "Push one heel to the ceiling, then come back.",
    ],
    "category": "strength",
    "images": ["Donkey_Kick_2/0.jpg", "Donkey_Kick_2/1.jpg"],
}
SEAL_ROW = {
    "category": "strength",
    "name": "Seal Row",
    "aliases": ["Bench Pull", "seal row"],
    "description": "A row without help from the legs.\n\nThe bench must be high.",
    "equipment": ["barbell", "bench"],
    "instructions": [
        "Lie prone on a high bench.",
        "Pull the bar to the bench, then lower it slowly.",
    ],
    "primary_muscles": ["lats"],
    "secondary_muscles": ["biceps"],
    "tips": ["Keep the chin on the pad."],
    "variation_on": ["barbell row"],
    "tempo": "2-0-1-1",
    "video": "https://video.example/seal",
    "license": {
        "full_name": "Creative Commons Zero",
        "short_name": "CC0",
        "url": "https://license.example/0",
    },
    "license_author": "Ina",
}
ENGLISH = {
    "id": 7,
    "uuid": "7-en",
    "name": "Step-Up",
    "exercise": 31,
    "description": "<p>A stair for &amp; by legs.</p><ol><li>Set one whole foot on the box.</li>"
    "<li>Stand up on it, slowly.<ul><li>No push from below.</li></ul></li></ol>",
    "language": 2,
    "aliases": [{"id": 1, "uuid": "a", "alias": "Box Step"}],
    "notes": [{"id": 2, "uuid": "n", "translation": 7, "comment": "Look ahead."}],
    "license": 2,
    "license_author": "Ina",
}
GERMAN = {
    "id": 8,
    "uuid": "8-de",
    "name": "Aufsteiger",
    "description": "<p>Auf den Kasten steigen.</p>",
    "language": 1,
    "aliases": [],
    "notes": [{"comment": "Langsam."}],
}
STEP_UP = {
    "id": 31,
    "uuid": "31-uuid",
    "created": "2024-01-01",
    "category": {"id": 9, "name": "Legs"},
    "muscles": [{"id": 10, "name": "Quadriceps femoris", "name_en": "Quads", "is_front": True}],
    "muscles_secondary": [{"id": 8, "name": "Gluteus maximus", "name_en": ""}],
    "equipment": [{"id": 5, "name": "Box"}],
    "license": {"id": 2, "full_name": "Creative Commons 4", "short_name": "CC-BY-SA 4", "url": "u"},
    "license_author": "Bo",
    "images": [],
    "translations": [GERMAN, ENGLISH],
    "variation_group": "group-1",
    "videos": [],
}


def opened(value: object) -> Opened:
    return Opened(Page(json.dumps(value), path="file.json", retrieved="2026-01-02"))


def read(form: Form, value: object) -> list[Draft | Rejected]:
    return list(form.read(opened(value)))


def one(form: Form, value: object) -> Draft:
    (result,) = read(form, [value])
    assert isinstance(result, Draft)
    return result


def refused(form: Form, value: object) -> Rejected:
    (result,) = read(form, [value])
    assert isinstance(result, Rejected)
    return result


def without(record: dict[str, object], *keys: str) -> dict[str, object]:
    return {key: value for key, value in record.items() if key not in keys}


def texts(items: tuple[Item, ...]) -> list[str]:
    return [item.words.text for item in items]


def fields(draft: Draft) -> dict[str, list[str]]:
    return {field.name or field.label: [words.text for words in field.values] for field in draft.fields}


def field_of(draft: Draft, name: str) -> ProfileField:
    (found,) = [field for field in draft.fields if name in (field.name, field.label)]
    return found


def rules(draft: Draft) -> list[str]:
    return [finding.rule for finding in draft.findings]


def finding(draft: Draft, rule: str) -> Finding:
    (found,) = [each for each in draft.findings if each.rule == rule]
    return found


FEDB, EXERCEMUS, WGER = FORMS


# Recognition


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ([DONKEY_KICK], "free-exercise-db"),
        (DONKEY_KICK, "free-exercise-db"),
        ({"exercises": [DONKEY_KICK]}, "free-exercise-db"),
        ([3, None, without(DONKEY_KICK, "id")], "free-exercise-db"),
        ({"exercises": [SEAL_ROW], "muscles": ["lats"], "equipment": []}, "exercemus"),
        ([SEAL_ROW], "exercemus"),
        (SEAL_ROW, "exercemus"),
        ({"exercises": [], "muscle_groups": {}}, "exercemus"),
        ({"count": 1, "next": None, "previous": None, "results": [STEP_UP]}, "wger"),
        ([STEP_UP], "wger"),
        (STEP_UP, "wger"),
    ],
)
def test_a_catalog_is_told_by_its_keys(value: object, name: str) -> None:
    assert [form.name for form in FORMS if form.identify(opened(value))] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[",
        "[]",
        "{}",
        "null",
        "[1, 2]",
        '{"name": "Squat"}',
        "[" * 5000,
        "<p>Hello</p>",
        "Squat",
    ],
)
def test_anything_else_is_no_catalog(text: str) -> None:
    assert not any(form.identify(Opened(Page(text))) for form in FORMS)


def test_a_page_without_exercises_is_refused_in_one_sentence() -> None:
    assert read(EXERCEMUS, {"exercises": [], "muscle_groups": {}}) == [Rejected("the file holds no exercise")]


# free-exercise-db


def test_a_record_keeps_its_own_words() -> None:
    draft = one(FEDB, DONKEY_KICK)
    assert draft.name.text == "Donkey Kick"
    assert draft.key == "free-exercise-db:Donkey_Kick_2"
    assert fields(draft) == {
        "target": ["glutes"],
        "secondary": ["hamstrings", "lower back"],
        "equipment": ["body only"],
        "type": ["strength"],
        "mechanics": ["compound"],
        "force": ["push"],
        "level": ["expert"],
        "images": ["Donkey_Kick_2/0.jpg", "Donkey_Kick_2/1.jpg"],
    }
    assert texts(draft.instructions) == DONKEY_KICK["instructions"]
    assert draft.findings == ()


def test_a_record_says_where_it_was_read() -> None:
    source = one(FEDB, DONKEY_KICK).source
    assert (source.path, source.form, source.license, source.retrieved, source.record) == (
        "file.json",
        "free-exercise-db",
        "Unlicense",
        "2026-01-02",
        "Donkey_Kick_2",
    )


def test_a_label_is_the_catalogs_own() -> None:
    assert field_of(one(FEDB, DONKEY_KICK), "mechanics").label == "mechanic"


@pytest.mark.parametrize("key", ["force", "mechanic", "equipment", "secondaryMuscles", "level"])
def test_null_leaves_a_field_out(key: str) -> None:
    draft = one(FEDB, DONKEY_KICK | {key: None})
    assert key not in [field.label for field in draft.fields]
    assert draft.findings == ()


def test_an_empty_list_of_secondary_muscles_says_none() -> None:
    field = field_of(one(FEDB, DONKEY_KICK | {"secondaryMuscles": []}), "secondary")
    assert field.says_none
    assert field.values == ()


@pytest.mark.parametrize(("key", "value"), [("primaryMuscles", []), ("force", ""), ("level", "  ")])
def test_an_empty_value_is_a_label_that_stands_alone(key: str, value: object) -> None:
    draft = one(FEDB, DONKEY_KICK | {key: value})
    field = next(field for field in draft.fields if field.label == key)
    assert not field.values
    assert not field.says_none


def test_an_unknown_key_is_kept_in_full() -> None:
    long = "word " * 500 + "end"
    draft = one(FEDB, DONKEY_KICK | {"history": long, "score": 4.5, "more": {"a": [1]}, "nil": None})
    assert fields(draft)["history"] == [long]
    assert fields(draft)["score"] == ["4.5"]
    assert fields(draft)["more"] == ['{"a":[1]}']
    assert "nil" not in fields(draft)


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (without(DONKEY_KICK, "name"), "the record has no name"),
        (DONKEY_KICK | {"name": "  "}, "the record has no name"),
        (DONKEY_KICK | {"name": 12}, "the record's name is a number, not text"),
        (DONKEY_KICK | {"name": ["Kick"]}, "the record's name is a list, not text"),
        (DONKEY_KICK | {"name": "\u200b"}, "the record's name holds nothing that can be read"),
        ("Donkey Kick", "entry 1 is text, not an object"),
        (None, "entry 1 is null, not an object"),
    ],
)
def test_what_has_no_name_is_refused(value: object, reason: str) -> None:
    assert refused(FEDB, value).reason == reason


def test_a_refusal_names_its_record_and_stops_no_other() -> None:
    results = read(FEDB, [DONKEY_KICK | {"name": 5, "id": "bad"}, 7, DONKEY_KICK])
    assert [getattr(result, "record", "draft") for result in results] == ["bad", "entry 2", "draft"]


@pytest.mark.parametrize("value", [7, True, {"a": 1}, [3]])
@pytest.mark.parametrize("key", ["force", "equipment", "primaryMuscles", "instructions", "id"])
def test_a_value_of_the_wrong_kind_is_kept_and_found(key: str, value: object) -> None:
    draft = one(FEDB, DONKEY_KICK | {key: value})
    if key == "id" and value == 7 and value is not True:
        assert draft.key == "free-exercise-db:7"
        return
    assert "wrong-kind" in rules(draft)
    assert json.dumps(value if not isinstance(value, list) else 3, separators=(",", ":")) in [
        words.text for field in draft.fields if field.name is None for words in field.values
    ]


def test_a_finding_names_our_field() -> None:
    draft = one(FEDB, DONKEY_KICK | {"mechanic": 3})
    assert finding(draft, "wrong-kind").field == "mechanics"


def test_one_text_is_read_as_a_list() -> None:
    draft = one(FEDB, DONKEY_KICK | {"secondaryMuscles": "abs, lower back"})
    assert fields(draft)["secondary"] == ["abs", "lower back"]
    assert finding(draft, "text-for-list").field == "secondary"


def test_one_text_is_read_as_steps() -> None:
    text = "1. Kneel on all fours with a flat back.\n2. Push one heel to the ceiling."
    draft = one(FEDB, DONKEY_KICK | {"instructions": text})
    assert texts(draft.instructions) == [
        "Kneel on all fours with a flat back.",
        "Push one heel to the ceiling.",
    ]
    assert "text-for-list" in rules(draft)


def test_a_list_where_one_word_is_usual_keeps_every_word() -> None:
    draft = one(FEDB, DONKEY_KICK | {"equipment": ["bands", "machine"]})
    assert fields(draft)["equipment"] == ["bands", "machine"]


@pytest.mark.parametrize("steps", [[], None, [""], ["  ", "\u200b"]])
def test_a_record_without_instructions_is_found(steps: object) -> None:
    draft = one(FEDB, DONKEY_KICK | {"instructions": steps})
    assert draft.instructions == ()
    assert "no-instructions" in rules(draft)


def test_empty_steps_are_left_out_and_counted() -> None:
    steps = ["", *DONKEY_KICK["instructions"], " "]
    draft = one(FEDB, DONKEY_KICK | {"instructions": steps})
    assert texts(draft.instructions) == DONKEY_KICK["instructions"]
    message = finding(draft, "blank-step").message
    assert message == "2 texts are empty and were left out"


@pytest.mark.parametrize(("length", "is_found"), [(59, True), (60, False)])
def test_instructions_under_sixty_characters_are_too_short(length: int, *, is_found: bool) -> None:
    draft = one(FEDB, DONKEY_KICK | {"instructions": ["x" * length]})
    assert ("short-instructions" in rules(draft)) == is_found


@pytest.mark.parametrize(
    ("step", "text"),
    [
        ("6. Repeat.", "Repeat."),
        ("(2) Repeat.", "Repeat."),
        ("Step 3: Repeat.", "Repeat."),
        ("• Repeat.", "Repeat."),
        ("3/4 of the way.", "3/4 of the way."),
        ("10-20 times.", "10-20 times."),
        ("1.5 m apart.", "1.5 m apart."),
        ("Step 2 feet to the side.", "Step 2 feet to the side."),
        ("Hold it.\nCaution: heavy.", "Hold it. Caution: heavy."),
        ("Knees < 90 &deg;", "Knees < 90 °"),
    ],
)
def test_a_step_loses_its_number_and_nothing_else(step: str, text: str) -> None:
    draft = one(FEDB, DONKEY_KICK | {"instructions": [step]})
    assert texts(draft.instructions) == [text]


def test_a_misspelt_key_is_read_and_found() -> None:
    draft = one(FEDB, without(DONKEY_KICK, "primaryMuscles") | {"PrimaryMuscle": ["glutes"]})
    assert fields(draft)["target"] == ["glutes"]
    assert finding(draft, "misspelt-key").excerpt == "PrimaryMuscle"


def test_a_key_beside_the_right_one_is_no_misspelling() -> None:
    draft = one(FEDB, DONKEY_KICK | {"levels": "all"})
    assert fields(draft)["levels"] == ["all"]
    assert fields(draft)["level"] == ["expert"]
    assert draft.findings == ()


def test_a_record_without_id_goes_by_its_name() -> None:
    draft = one(FEDB, without(DONKEY_KICK, "id"))
    assert draft.key == "free-exercise-db:Donkey Kick"
    assert rules(draft) == ["no-id"]


def test_the_same_record_twice_is_taken_once() -> None:
    first, second = read(FEDB, [DONKEY_KICK, DONKEY_KICK])
    assert isinstance(first, Draft)
    assert second == Rejected("the same record stands in the file more than once; the first was taken", "Donkey_Kick_2")


def test_another_record_under_the_same_id_is_kept_beside_the_first() -> None:
    results = read(FEDB, [DONKEY_KICK, DONKEY_KICK | {"name": "Other"}])
    drafts = [result for result in results if isinstance(result, Draft)]
    assert [draft.key for draft in drafts] == [
        "free-exercise-db:Donkey_Kick_2",
        "free-exercise-db:Donkey_Kick_2#2",
    ]
    assert [rules(draft) for draft in drafts] == [[], ["same-id-twice"]]


def test_words_are_one_clean_line() -> None:
    draft = one(FEDB, DONKEY_KICK | {"name": " Donkey\u00a0 Kick\u2028\u0007\r\n "})
    assert draft.name.text == "Donkey Kick"
    assert draft.name.pieces == ()


# exercemus


def test_an_exercemus_record_is_read_in_full() -> None:
    draft = one(EXERCEMUS, SEAL_ROW)
    assert draft.key == "exercemus:Seal Row"
    assert [words.text for words in draft.aliases] == ["Bench Pull"]
    assert [words.text for words in draft.overview] == [
        "A row without help from the legs.",
        "The bench must be high.",
    ]
    assert texts(draft.tips) == ["Keep the chin on the pad."]
    assert fields(draft) == {
        "target": ["lats"],
        "secondary": ["biceps"],
        "equipment": ["barbell", "bench"],
        "type": ["strength"],
        "variation_of": ["barbell row"],
        "license.full_name": ["Creative Commons Zero"],
        "license.url": ["https://license.example/0"],
        "tempo": ["2-0-1-1"],
        "video": ["https://video.example/seal"],
    }
    assert (draft.source.license, draft.source.author) == ("CC0", "Ina")
    assert draft.findings == ()


def test_equipment_none_says_none() -> None:
    field = field_of(one(EXERCEMUS, SEAL_ROW | {"equipment": ["none"]}), "equipment")
    assert field.says_none
    assert field.values == ()


def test_the_misspelt_variation_is_read() -> None:
    record = without(SEAL_ROW, "variation_on") | {"variations_on": ["row"]}
    draft = one(EXERCEMUS, record)
    field = field_of(draft, "variation_of")
    assert (field.label, [words.text for words in field.values]) == ("variations_on", ["row"])
    assert finding(draft, "misspelt-key").field == "variation_of"


def test_missing_licenses_are_one_finding_for_the_file() -> None:
    bare = without(SEAL_ROW, "license", "license_author")
    results = read(EXERCEMUS, {"exercises": [bare | {"name": "A"}, bare | {"name": "B"}, SEAL_ROW]})
    drafts = [result for result in results if isinstance(result, Draft)]
    assert [draft.source.license for draft in drafts] == [None, None, "CC0"]
    assert [rules(draft) for draft in drafts] == [["no-license"], [], []]
    assert finding(drafts[0], "no-license").message == "2 of the file's 3 records state no license"


def test_records_that_wait_for_a_merge_are_read_too() -> None:
    other = SEAL_ROW | {"name": "Seal Pull"}
    results = read(EXERCEMUS, {"exercises": [SEAL_ROW], "exercises_to_merge": [other, SEAL_ROW, 3]})
    assert [type(result) for result in results] == [Draft, Draft, Rejected, Rejected]


# wger


def test_a_wger_record_is_read_in_english() -> None:
    draft = one(WGER, STEP_UP)
    assert draft.name.text == "Step-Up"
    assert draft.key == "wger:31-uuid"
    assert [words.text for words in draft.overview] == ["A stair for & by legs."]
    assert texts(draft.instructions) == [
        "Set one whole foot on the box.",
        "Stand up on it, slowly.",
    ]
    assert texts(draft.instructions[1].children) == ["No push from below."]
    assert texts(draft.tips) == ["Look ahead."]
    assert [words.text for words in draft.aliases] == ["Box Step", "Aufsteiger"]
    assert draft.findings == ()


def test_a_wger_record_keeps_what_has_no_field() -> None:
    held = fields(one(WGER, STEP_UP))
    assert held["target"] == ["Quads"]
    assert held["muscles.name"] == ["Quadriceps femoris"]
    assert held["secondary"] == ["Gluteus maximus"]
    assert held["equipment"] == ["Box"]
    assert held["category"] == ["Legs"]
    assert held["variation_group"] == ["group-1"]
    assert held["description (language 1)"] == ["Auf den Kasten steigen."]
    assert held["notes (language 1)"] == ["Langsam."]
    assert json.loads(held["translation"][0]) == {
        "id": 7,
        "uuid": "7-en",
        "exercise": 31,
        "language": 2,
        "license": 2,
    }


def test_a_wger_record_carries_license_and_authors() -> None:
    source = one(WGER, STEP_UP).source
    assert (source.license, source.author, source.form) == ("CC-BY-SA 4", "Ina, Bo", "wger")


def test_the_older_shape_says_the_same() -> None:
    old_text = without(ENGLISH, "exercise", "notes") | {
        "exercise_base": 31,
        "creation_date": "2021-01-01",
        "notes": [{"comment": "Look ahead."}],
    }
    old = without(STEP_UP, "translations", "variation_group", "created") | {
        "exercises": [GERMAN, old_text],
        "creation_date": "2021-01-01",
        "variations": 4,
    }
    draft, today = one(WGER, old), one(WGER, STEP_UP)
    assert (draft.name, draft.instructions, draft.tips, draft.aliases, draft.key) == (
        today.name,
        today.instructions,
        today.tips,
        today.aliases,
        today.key,
    )
    assert fields(draft)["variations"] == ["4"]


def test_without_english_the_first_language_is_taken_and_named() -> None:
    draft = one(WGER, STEP_UP | {"translations": [GERMAN]})
    assert draft.name.text == "Aufsteiger"
    assert finding(draft, "not-english").excerpt == "1"


@pytest.mark.parametrize(
    ("html", "overview", "steps", "tips"),
    [
        ("<p>Stand.</p><p>Sit.</p>", [], ["Stand.", "Sit."], []),
        ("<p>Why.</p><ul><li>Stand.</li><li>Sit.</li></ul>", ["Why."], ["Stand.", "Sit."], []),
        ("<p>Stand.<br>Sit.</p>", [], ["Stand.", "Sit."], []),
        ("<p>Why.</p><p>1. Stand.<br>2. Sit.</p>", ["Why."], ["Stand.", "Sit."], []),
        ("<p>Stand.</p><p>Tips:</p><ul><li>Slowly.</li></ul>", ["Stand."], [], ["Slowly."]),
        (
            "<p>Steps:</p><ol><li>Stand.</li></ol><p>Then rest.</p>",
            [],
            ["Stand.", "Then rest."],
            [],
        ),
        ("Stand.\nSit.", [], ["Stand.", "Sit."], []),
        ("Why.\n1. Stand.\n2. Sit.", ["Why."], ["Stand.", "Sit."], []),
        ("<script>alert(1)</script><p onclick='x'>Stand.</p>", [], ["Stand."], []),
    ],
)
def test_a_description_is_taken_apart(html: str, overview: list[str], steps: list[str], tips: list[str]) -> None:
    record = STEP_UP | {"translations": [ENGLISH | {"description": html, "notes": []}]}
    draft = one(WGER, record)
    assert [words.text for words in draft.overview] == overview
    assert texts(draft.instructions) == steps
    assert texts(draft.tips) == tips


def test_a_page_of_many_says_what_is_missing() -> None:
    results = read(WGER, {"count": 800, "next": "n", "previous": None, "results": [STEP_UP]})
    assert isinstance(results[0], Draft)
    assert finding(results[0], "more-pages").message == ("the file holds 1 of the 800 records that the server has")


def test_a_text_under_another_license_is_found() -> None:
    draft = one(WGER, STEP_UP | {"translations": [ENGLISH | {"license": 1}]})
    assert "other-license" in rules(draft)


def test_a_text_without_author_is_found() -> None:
    record = STEP_UP | {"license_author": "", "translations": [ENGLISH | {"license_author": None}]}
    draft = one(WGER, record)
    assert draft.source.author is None
    assert "no-author" in rules(draft)


def test_a_wger_record_without_translation_is_refused() -> None:
    assert refused(WGER, STEP_UP | {"translations": []}).record == "31-uuid"


@pytest.mark.parametrize("value", [7, "Quads", [7], [None], {"a": 1}, [{"name": 3}], ["Quads"], ""])
@pytest.mark.parametrize("key", sorted(STEP_UP))
def test_no_value_of_a_wger_record_can_break_it(key: str, value: object) -> None:
    assert len(read(WGER, [STEP_UP | {key: value}])) == 1


@pytest.mark.parametrize("value", [7, "Quads", [7], [None], {"a": 1}, [{"name": 3}], ["Quads"], ""])
@pytest.mark.parametrize("key", sorted(ENGLISH))
def test_no_value_of_a_translation_can_break_it(key: str, value: object) -> None:
    assert len(read(WGER, [STEP_UP | {"translations": [ENGLISH | {key: value}, GERMAN]}])) == 1


# Any JSON


KEYS = sorted({*DONKEY_KICK, *SEAL_ROW, *STEP_UP, *ENGLISH, "results", "exercises", "comment"})
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 2**62) | st.floats(allow_nan=False) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=6), inner, max_size=6)
    ),
    max_leaves=20,
)
records = st.builds(
    lambda base, changes: base | changes,
    st.sampled_from([DONKEY_KICK, SEAL_ROW, STEP_UP]),
    st.dictionaries(st.sampled_from(KEYS), json_values, max_size=4),
)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
@settings(deadline=None)  # the first example loads the vocabularies
@given(value=json_values | st.lists(json_values | records, max_size=4))
def test_no_json_makes_a_reader_raise(form: Form, value: object) -> None:
    text = json.dumps(value)
    form.identify(Opened(Page(text)))
    for result in form.read(Opened(Page(text))):
        assert isinstance(result, Draft | Rejected)
        if isinstance(result, Draft):
            assert result.name.text == result.name.text.strip() != ""
            for item in (*result.instructions, *result.tips):
                assert item.words.text == item.words.text.strip() != ""


@settings(deadline=None)  # the first example loads the vocabularies
@given(text=st.text() | st.text(alphabet='[]{}",:0aé\ud800\\u'))
def test_no_text_makes_a_reader_raise(text: str) -> None:
    for form in FORMS:
        form.identify(Opened(Page(text)))


def test_a_record_nested_without_end_is_refused_or_not_recognized() -> None:
    deep = "[" * 400 + "]" * 400
    text = json.dumps([DONKEY_KICK])[:-2] + f', "deep": {deep}}}]'
    (result,) = FEDB.read(Opened(Page(text)))
    assert isinstance(result, Draft)
    assert fields(result)["deep"]


# The real files


def real(name: str) -> Opened:
    path = DATA / name
    if not path.is_file():
        pytest.skip(f"{name} is not beside this repository")
    return Opened(Page(path.read_text(encoding="utf-8"), path=name))


@pytest.mark.parametrize(
    ("form", "name", "count"),
    [
        (FEDB, "free-exercise-db.json", 873),
        (EXERCEMUS, "exercemus-exercises.json", 868),
    ],
    ids=lambda value: str(getattr(value, "name", value)),
)
def test_the_whole_catalog_is_read(form: Form, name: str, count: int) -> None:
    page = real(name)
    assert [each.name for each in FORMS if each.identify(page)] == [form.name]
    drafts = list(form.read(page))
    assert [result for result in drafts if isinstance(result, Rejected)] == []
    assert len({draft.key for draft in drafts if isinstance(draft, Draft)}) == count
    found = [rule for draft in drafts if isinstance(draft, Draft) for rule in rules(draft)]
    assert (found.count("no-instructions"), found.count("blank-step")) == (5, 2)
    assert found.count("short-instructions") == 1
    assert found.count("misspelt-key") == (1 if form is EXERCEMUS else 0)


@pytest.mark.parametrize("key", ["force", "mechanic", "equipment"])
def test_every_null_of_the_real_catalog_stays_absent(key: str) -> None:
    page = real("free-exercise-db.json")
    stated = sum(record[key] is not None for record in json.loads(page.text))
    drafts = [draft for draft in FEDB.read(page) if isinstance(draft, Draft)]
    labels = [field.label for draft in drafts for field in draft.fields]
    assert labels.count(key) == stated


def test_no_word_of_the_real_steps_is_lost() -> None:
    page = real("free-exercise-db.json")
    for record, draft in zip(json.loads(page.text), FEDB.read(page), strict=True):
        assert isinstance(draft, Draft)
        told = " ".join(texts(draft.instructions)).split()
        given = " ".join(record["instructions"]).split()
        assert [word for word in given if word != "6."] == told
