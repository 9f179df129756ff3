"""An exercise as a form and back: nothing changes by itself, and what is wrong is told beside its field."""

from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import exercises

from vastus.domain.anatomy import MuscleGroup
from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Dose, Exercise, Measure, Step, StepKind, Tip, TipKind
from vastus.faces.markdown import print_exercise
from vastus.faces.web.correcting import Sheet, corrected, sheet_from, sheet_of
from vastus.faces.web.uploads import Form, form_of
from vastus.reference.vocabulary import vocabularies
from vastus.usecases.correct_exercise import read_correction

KNOWN = vocabularies()
PUSH = Exercise(
    "sled-push",
    "Sled Push",
    aliases=("prowler",),
    target=(MuscleGroup.QUADS,),
    secondary=(),
    equipment=(Equipment.SLED,),
    overview="One.\n\nTwo.",
    instructions=(Step("Load it.", StepKind.LOAD, span=(5, 13)), Step("Push it.", StepKind.EXECUTE, span=(14, 22))),
    tips=(
        Tip("It tips over.", TipKind.FAULT, sign="it tips", causes=("too tall",), fixes=("lean", "lower")),
        Tip("Look around.", TipKind.INDIVIDUAL, children=(Tip("Look up.", TipKind.INDIVIDUAL, advice="up"),)),
    ),
)


def _sent(sheet: Sheet) -> Form:
    """The form as a browser sends it, with carriage returns."""
    pairs = [(name, text.replace("\n", "\r\n")) for name, text in sheet.texts.items()]
    pairs += [(name, value) for name, values in sheet.chosen.items() for value in values]
    for group, rows in (("steps", sheet.steps), ("tips", sheet.tips)):
        for number, row in enumerate(rows):
            pairs += [(f"{group}-{number}-{name}", value.replace("\n", "\r\n")) for name, value in row.items()]
            if group == "steps":
                pairs.append((f"steps-{number}-place", str(number + 1)))
    return form_of(urlencode(pairs, errors="replace").encode(), "application/x-www-form-urlencoded")


def _as_typed(exercise: Exercise, **changes: str | list[str]) -> tuple[Exercise | None, dict[str, str]]:
    form = _sent(sheet_of(exercise))
    fields = {**form.fields}
    for name, value in changes.items():
        fields[name.replace("__", "-")] = [value] if isinstance(value, str) else value
    sheet = sheet_from(Form(fields), KNOWN)
    return corrected(sheet, exercise, KNOWN), sheet.errors


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(exercises())
def test_a_form_that_nobody_changed_changes_nothing(exercise: Exercise) -> None:
    form = _sent(sheet_of(exercise))
    sheet = sheet_from(form, KNOWN)
    found = corrected(sheet, exercise, KNOWN)
    assert not sheet.errors
    assert found == exercise


_NAMES = r"(steps|tips)-[0-9]-(text|kind|place|depth|sign|goals|equipment|to)|name|type|target|overview|measures|noise"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.from_regex(_NAMES, fullmatch=True), st.text(max_size=40), max_size=12))
def test_any_form_is_an_exercise_or_says_what_is_wrong(fields: dict[str, str]) -> None:
    sheet = sheet_from(Form({name: [value] for name, value in fields.items()}), KNOWN)
    found = corrected(sheet, PUSH, KNOWN)
    assert (found is None) == bool(sheet.errors)
    assert all(sentence and "Traceback" not in sentence for sentence in sheet.errors.values())


_NO_FAULT = {"tips__0__sign": "", "tips__0__causes": "", "tips__0__fixes": ""}


@pytest.mark.parametrize(
    ("changes", "place", "said"),
    [
        ({"name": " "}, "name", "a name is needed"),
        ({"level": "godlike"}, "level", "'godlike' is none of the values of level"),
        ({"target": ["knee"]}, "target", "'knee' is none"),
        ({"target__none": "yes"}, "target", "none and something"),
        ({"steps__0__kind": "dance"}, "steps-0", "'dance' is no kind"),
        ({"tips__0__kind": "cue"}, "tips-0", "only a fault has a sign"),
        (_NO_FAULT | {"tips__1__depth": "1", "tips__0__text": ""}, "tips-0", "not there"),
        ({"tips__2__depth": "5"}, "tips-2", "not there"),
        (_NO_FAULT | {"tips__0__kind": "substitute", "tips__0__equipment": "sledd"}, "tips-0", "did you mean sled"),
        (_NO_FAULT | {"tips__0__kind": "programming", "tips__0__goals": "fame"}, "tips-0", "'fame' is no goal"),
        ({"tips__0__text": ""}, "tips-0", "the text of the tip is needed"),
        ({"overview": "a\x07b"}, "overview", "control character"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_told_beside_its_field(changes: dict[str, str], place: str, said: str) -> None:
    found, errors = _as_typed(PUSH, **changes)
    assert found is None
    assert list(errors) == [place]
    assert said.lower() in errors[place].lower()


def test_fields_of_every_sort_can_be_corrected() -> None:
    found, errors = _as_typed(
        PUSH,
        name="Prowler  Push",
        aliases="prowler\r\nsled shove\r\nprowler",
        level="beginner",
        target=["glutes", "quads"],
        equipment=[],
        equipment__none="yes",
        measures=["load", "distance"],
        concentric="full",
        overview="One.\r\n\r\nThree,\r\nfour.",
        tips__2__kind="cue",
        tips__2__advice="",
        tips__2__depth="0",
    )
    assert errors == {}
    assert found is not None
    assert found.name == "Prowler  Push"
    assert found.aliases == ("prowler", "sled shove")
    assert (found.level, found.equipment, found.target) == ("beginner", (), ("glutes", "quads"))
    assert found.dose == Dose((Measure.LOAD, Measure.DISTANCE))
    assert found.contraction is not None
    assert found.overview == "One.\n\nThree, four."
    assert [tip.kind for tip in found.tips] == ["fault", "individual", "cue"]
    assert found.secondary == ()


@pytest.mark.parametrize(
    ("places", "order"),
    [({"2": "1"}, "BAC"), ({"1": "3"}, "BCA"), ({"3": "1"}, "CAB"),
     ({"1": "2"}, "BAC"), ({"2": "x"}, "ABC"), ({}, "ABC")],
)  # fmt: skip
def test_a_step_moves_to_the_place_that_is_typed(places: dict[str, str], order: str) -> None:
    exercise = replace(PUSH, instructions=tuple(Step(letter) for letter in "ABC"))
    found, _ = _as_typed(exercise, **{f"steps__{int(at) - 1}__place": place for at, place in places.items()})
    assert found is not None
    assert "".join(step.text for step in found.instructions) == order


def test_places_stay_where_the_words_stayed() -> None:
    wanted = replace(
        PUSH, instructions=(Step("Push it.", StepKind.EXECUTE), Step("New.", StepKind.REPEAT, span=(1, 2)))
    )
    correction = read_correction(print_exercise(wanted), PUSH, KNOWN)
    assert [step.span for step in correction.exercise.instructions] == [(14, 22), None]
    same = read_correction(print_exercise(PUSH), PUSH, KNOWN).exercise
    assert same.instructions[0].span == (5, 13)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(exercises())
def test_a_correction_that_changes_nothing_is_the_page_itself(exercise: Exercise) -> None:
    assert read_correction(print_exercise(exercise), exercise, KNOWN).exercise == exercise
