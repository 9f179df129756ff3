"""Labelled values → ids: brackets, amounts, several values, and a finding wherever the words are not quite ours."""

import pytest

from vastus.domain.exercise import Force, Laterality, Level
from vastus.domain.page import Finding, ProfileField, Severity, Words
from vastus.profile.fields import Profile, read_fields
from vastus.reference.vocabulary import vocabularies


def profile(name: str | None, *values: str, label: str = "Label", says_none: bool = False) -> Profile:
    fields = [ProfileField(label, name, tuple(Words(value, ((0, 7),)) for value in values), says_none)]
    return read_fields(fields, vocabularies())


def rules(read: Profile) -> list[str]:
    return [finding.rule for finding in read.findings]


def only(read: Profile) -> Finding:
    (finding,) = read.findings
    return finding


@pytest.mark.parametrize(
    ("printed", "equipment"),
    [
        ("Dumbbell", "dumbbell"),
        ("Dumbbells", "dumbbell"),
        ("a pair of dumbbells", "dumbbell"),
        ("1 x kettlebell", "kettlebell"),
        ("2 kettlebells", "kettlebell"),
        ("a light band", "band"),
        ("an adjustable bench", "bench"),
        ("Barbell (Olympic)", "barbell"),
        ("E-Z Curl Bar", "ez_bar"),
        ("EZ BAR", "ez_bar"),
        ("Kettle Bells", "kettlebell"),
        ("Tiger Tail", "tiger_tail"),
        ("Bodyweight", "bodyweight"),
        ("None needed", "bodyweight"),
    ],
)
def test_equipment_is_known_by_many_words(printed: str, equipment: str) -> None:
    read = profile("equipment", printed)
    assert read.equipment == (equipment,)
    assert read.findings == []


@pytest.mark.parametrize(
    ("values", "equipment"),
    [
        (("Dumbbell", "Bench"), "dumbbell bench"),
        (("Dumbbell and bench",), "dumbbell bench"),
        (("Barbell / Bench",), "barbell bench"),
        (("Barbell + chains",), "barbell chains"),
        (("dumbbells or kettlebells",), "dumbbell kettlebell"),
        (("Dumbbell", "dumbbells", "DUMBBELL"), "dumbbell"),
        (("barbell with chains & a bench",), "barbell chains bench"),
    ],
)
def test_several_implements_are_parted_and_each_is_named_once(values: tuple[str, ...], equipment: str) -> None:
    read = profile("equipment", *values)
    assert read.equipment == tuple(equipment.split())
    assert read.findings == []


@pytest.mark.parametrize(
    ("printed", "target"),
    [
        ("Quads", "quads"),
        ("Quadriceps", "quads"),
        ("quadriceps (front of the thigh)", "quads"),
        ("Middle Back", "upper_back"),
        ("Abdominals", "abs"),
        ("Pecs", "chest"),
        ("IT Band", "it_band"),
        ("Hip Flexors", "hip_flexors"),
    ],
)
def test_a_muscle_group_is_known_by_many_words(printed: str, target: str) -> None:
    read = profile("target", printed)
    assert read.target == (target,)
    assert read.findings == []


@pytest.mark.parametrize(
    ("printed", "target", "rule"),
    [
        ("Core", "abs", "near-value"),
        ("Rear Delts", "shoulders", "near-value"),
        ("Gluteus Maximus", "glutes", "muscle-as-group"),
        ("Latissimus Dorsi", "lats", "muscle-as-group"),
        ("vastus lateralis", "quads", "muscle-as-group"),
        ("Gluteus Medius and Tensor Fasciae Latae", "glutes abductors", "muscle-as-group"),
    ],
)
def test_a_word_that_is_only_close_is_read_with_a_finding(printed: str, target: str, rule: str) -> None:
    read = profile("target", printed)
    assert read.target == tuple(target.split())
    assert set(rules(read)) == {rule}
    assert read.printed["target"] == printed


@pytest.mark.parametrize("name", ["target", "secondary"])
def test_a_muscle_of_no_group_is_reported_and_kept(name: str) -> None:
    """The serratus and the shins stand in none of the 22 groups."""
    read = profile(name, "Serratus Anterior")
    assert (read.target, read.secondary) == (None, None)
    assert rules(read) == ["unknown-value"]
    assert read.printed[name] == "Serratus Anterior"


def test_known_groups_are_kept_beside_an_unknown_one() -> None:
    read = profile("secondary", "Biceps", "Spleen", "Traps")
    assert read.secondary == ("biceps", "traps")
    assert "Spleen" in only(read).message
    assert read.printed["secondary"] == "Biceps, Spleen, Traps"


def test_an_unknown_value_is_kept_and_explained() -> None:
    read = profile("level", "Begginner")
    finding = only(read)
    assert read.level is None
    assert read.printed == {"level": "Begginner"}
    assert (finding.rule, finding.severity, finding.excerpt) == ("unknown-value", Severity.WARNING, "Begginner")
    assert "beginner" in (finding.hint or "")
    assert finding.span == (7, 16)


@pytest.mark.parametrize("name", ["target", "secondary", "equipment"])
def test_none_is_said_and_blank_is_silent(name: str) -> None:
    said = profile(name, says_none=True)
    assert getattr(said, name) == ()
    assert said.findings == []
    blank = profile(name)
    assert getattr(blank, name) is None
    assert (only(blank).rule, only(blank).field) == ("blank-label", name)


@pytest.mark.parametrize("name", ["type", "mechanics", "force", "laterality", "level"])
def test_a_label_without_a_value_is_a_finding(name: str) -> None:
    read = profile(name)
    assert getattr(read, name) is None
    assert rules(read) == ["blank-label"]
    assert name not in read.printed


@pytest.mark.parametrize("name", ["type", "mechanics", "force", "laterality", "level"])
def test_none_is_no_value_of_a_field_that_holds_one(name: str) -> None:
    assert getattr(profile(name, says_none=True), name) is None


@pytest.mark.parametrize(
    ("printed", "force", "laterality"),
    [
        ("Push (Bilateral)", "push", "bilateral"),
        ("Pull (Unilateral)", "pull", "unilateral"),
        ("Push (Alternating)", "push", "alternating"),
        ("push [bilateral]", "push", "bilateral"),
        ("Push (Bilateral", "push", "bilateral"),
        ("Static", "static", None),
        ("Dynamic Stretching", "dynamic_stretching", None),
        ("Hinge (Single Leg)", "hinge", "unilateral"),
        ("(Bilateral)", None, "bilateral"),
    ],
)
def test_the_brackets_behind_the_force_type_are_the_laterality(
    printed: str, force: str | None, laterality: str | None
) -> None:
    read = profile("force", printed)
    assert (read.force, read.laterality) == (force, laterality)
    assert read.findings == []


def test_brackets_behind_the_force_type_may_say_something_else() -> None:
    read = profile("force", "Push (Horizontal)")
    assert (read.force, read.laterality) == (Force.PUSH, None)
    assert rules(read) == ["bracket-not-read"]


def test_a_laterality_of_its_own_wins_over_the_brackets() -> None:
    fields = [
        ProfileField("Laterality", "laterality", (Words("Alternating"),)),
        ProfileField("Force Type", "force", (Words("Push (Bilateral)"),)),
    ]
    assert read_fields(fields, vocabularies()).laterality is Laterality.ALTERNATING


@pytest.mark.parametrize(
    ("values", "level"),
    [
        (("Beginner",), "beginner"),
        (("BEGINNER",), "beginner"),
        (("Novice",), "beginner"),
        (("Advanced", "advanced"), "advanced"),
    ],
)
def test_a_field_of_one_value_is_read(values: tuple[str, ...], level: str) -> None:
    read = profile("level", *values)
    assert read.level == level
    assert read.findings == []


@pytest.mark.parametrize(
    "printed", ["Beginner to Advanced", "Beginner - Intermediate", "Beginner through Advanced", "Beginner/Advanced"]
)
def test_a_span_of_levels_is_no_level(printed: str) -> None:
    read = profile("level", printed)
    assert read.level is None
    assert rules(read) == ["several-values"]
    assert read.printed["level"] == printed


def test_two_levels_are_none_and_two_types_are_the_first() -> None:
    assert profile("level", "Beginner", "Advanced").level is None
    types = profile("type", "Strength", "Conditioning")
    assert types.type == "strength"
    assert "first" in only(types).message


@pytest.mark.parametrize(
    ("name", "printed", "value"), [("level", "Expert", Level.ADVANCED), ("type", "Cardio", "conditioning")]
)
def test_a_value_of_another_scheme_is_mapped_with_a_finding(name: str, printed: str, value: str) -> None:
    read = profile(name, printed)
    assert getattr(read, name) == value
    assert rules(read) == ["near-value"]
    assert f"'{value}'" in only(read).message


def test_an_unknown_label_is_kept_as_it_stands() -> None:
    read = profile(None, "Basic", label="Utility")
    assert read.printed == {"Utility": "Basic"}
    assert read.findings == []


def test_words_that_are_our_ids_are_not_kept_twice() -> None:
    assert profile("target", "quads").printed == {}
    assert profile("target", "Quads").printed == {"target": "Quads"}


def test_one_value_in_two_places_is_one_value() -> None:
    fields = [ProfileField("Target", "target", ()), ProfileField("Target", "target", (Words("Quads"), Words("quads")))]
    read = read_fields(fields, vocabularies())
    assert read.target == ("quads",)
    assert read.findings == []


def test_an_empty_profile_is_silent() -> None:
    assert read_fields([], vocabularies()) == Profile()
