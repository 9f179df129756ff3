"""A draft in, an exercise and its findings out."""

import pytest

from vastus.domain.exercise import Exercise, Relation, RelationKind
from vastus.domain.page import Draft, Item, ProfileField, Words
from vastus.domain.source import Source
from vastus.errors import ProfileError
from vastus.profile.build import build_exercise, with_id
from vastus.reference.vocabulary import vocabularies


def draft(name: str = "Sled Push", **parts: object) -> Draft:
    return Draft(name=Words(name), source=Source(form="profile-page"), key="sha256:0", **parts)  # type: ignore[arg-type]  # as given


def built(given: Draft) -> tuple[Exercise, list[str]]:
    exercise, findings = build_exercise(given, vocabularies())
    return exercise, [finding.rule for finding in findings]


def test_a_name_alone_is_an_exercise_that_is_silent_about_the_rest() -> None:
    exercise, rules = built(draft())
    assert exercise == Exercise("sled-push", "Sled Push", source=Source(form="profile-page"))
    assert rules == []


@pytest.mark.parametrize("name", ["", " ", "two\nlines"])
def test_a_name_that_is_none_makes_no_exercise(name: str) -> None:
    with pytest.raises(ProfileError):
        build_exercise(draft(name), vocabularies())


def test_prose_is_understood_and_points_nowhere_when_its_place_is_unknown() -> None:
    exercise, _ = built(draft(overview=(Words("It is a variation of the sled drag, used for conditioning."),)))
    assert [relation.to for relation in exercise.relations] == ["sled-drag"]
    assert [use.goal for use in exercise.uses] == ["conditioning"]
    assert exercise.relations[0].span is None


def test_a_label_can_state_what_the_exercise_is_a_variation_of() -> None:
    field = ProfileField("Variation of", "variation_of", (Words("Sled Drag"),))
    exercise, _ = built(draft(fields=(field,)))
    assert exercise.relations == (Relation(RelationKind.VARIATION_OF, "sled-drag"),)
    own, _ = built(draft("Sled Drag", fields=(field,)))
    assert own.relations == ()


def test_an_alias_is_named_once() -> None:
    exercise, _ = built(draft(aliases=(Words("Prowler"), Words("Prowler"), Words("Sled Shove"))))
    assert exercise.aliases == ("Prowler", "Sled Shove")


def test_what_a_page_of_our_own_states_is_not_guessed_over() -> None:
    exercise, rules = built(
        draft(
            stated={"id": "push", "posture": "moving", "uses": [{"goal": "power"}]},
            overview=(Words("It is a variation of the sled drag, used for conditioning."),),
        )
    )
    assert (exercise.id, exercise.posture, [use.goal for use in exercise.uses], exercise.relations) == (
        "push",
        "moving",
        ["power"],
        (),
    )
    assert rules == []


@pytest.mark.parametrize(
    ("stated", "field"),
    [
        ({"id": "push", "posture": "floating"}, "posture"),
        ({"id": "push", "demands": ["gripp"]}, "demands"),
        ({"id": "push", "dose": {"effort_rpe": {"low": 1, "high": 99}}}, "dose"),
        ({"id": "push", "movement": "forward"}, "movement"),
        ({"id": "The Push"}, "id"),
        ({"id": 7}, "id"),
    ],
)
def test_a_stated_value_that_is_wrong_is_a_finding_and_the_rest_is_read(stated: dict[str, object], field: str) -> None:
    exercise, findings = build_exercise(draft(stated=stated), vocabularies())
    assert [(finding.rule, finding.field) for finding in findings if finding.rule == "wrong-value"] in (
        [("wrong-value", field)],
        [] if stated["id"] == 7 else [("wrong-value", field)],
    )
    assert exercise.name == "Sled Push"


def test_steps_and_tips_keep_their_order_and_nesting() -> None:
    exercise, _ = built(
        draft(
            instructions=(Item(Words("Load it.")), Item(Words("Push."))),
            tips=(Item(Words("Hands."), (Item(Words("Low.")), Item(Words("Wide.")))), Item(Words("Feet."))),
        )
    )
    assert [step.text for step in exercise.instructions] == ["Load it.", "Push."]
    assert [(tip.text, [child.text for child in tip.children]) for tip in exercise.tips] == [
        ("Hands.", ["Low.", "Wide."]),
        ("Feet.", []),
    ]


def test_another_id_takes_a_relation_to_itself_away() -> None:
    exercise, _ = built(draft(overview=(Words("It is a variation of the sled drag."),)))
    assert with_id(exercise, "sled-drag").relations == ()
    assert with_id(exercise, "sled-push-2").relations == exercise.relations
