"""How a page says that its exercise stands to others."""

import pytest

from vastus.domain.exercise import Relation, RelationKind
from vastus.domain.page import Words
from vastus.profile.relations import read_relations
from vastus.prose.passage import passage


def relations(text: str, own: str = "own") -> list[tuple[str, str]]:
    return [(relation.kind.value, relation.to) for relation in read_relations([passage(Words(text, ((0, 0),)))], own)]


@pytest.mark.parametrize(
    ("text", "kind", "to"),
    [
        ("The backward sled push is a variation of the sled drag.", "variation_of", "sled-drag"),
        ("It is a variation of the sled drag and a total body exercise.", "variation_of", "sled-drag"),
        ("This is a kneeling variation of the standard cable crunch.", "variation_of", "cable-crunch"),
        ("The pin press is a form of the bench press used for lockout.", "variation_of", "bench-press"),
        ("It is a twist on the classic push-up.", "variation_of", "push-up"),
        ("The pistol squat is a progression of the box squat.", "progression_of", "box-squat"),
        ("It is a harder version of the glute bridge.", "progression_of", "glute-bridge"),
        ("The incline push-up is an easier version of the push-up.", "regression_of", "push-up"),
        ("It is a regression of the pull-up.", "regression_of", "pull-up"),
        ("The reverse curl is the opposite of the hammer curl.", "opposite_of", "hammer-curl"),
        ("The plank is a variation of the push-ups.", "variation_of", "push-up"),
    ],
)
def test_a_stated_relation_is_read(text: str, kind: str, to: str) -> None:
    assert relations(text) == [(kind, to)]


@pytest.mark.parametrize(
    "text",
    [
        "There are many variations of this exercise.",
        "It is a form of exercise that anybody can do.",
        "It is a type of resistance training.",
        "Try a variation of it.",
        "The squat works the quads.",
        "Progress from light to heavy.",
        "It is a variation of a movement that you know.",
        "A version of the page from 2010.",
        "",
    ],
)
def test_no_relation_is_made_up(text: str) -> None:
    assert relations(text) == []


def test_an_exercise_is_not_related_to_itself() -> None:
    assert relations("It is a variation of the sled drag.", own="sled-drag") == []


def test_each_exercise_is_named_once() -> None:
    assert relations("It is a variation of the row. It is a harder version of the row.") == [("variation_of", "row")]


def test_a_relation_points_to_its_words() -> None:
    text = "Hard work. It is a variation of the sled drag, mostly."
    (relation,) = read_relations([passage(Words(text, ((0, 0),)))], "own")
    assert relation == Relation(RelationKind.VARIATION_OF, "sled-drag")
    assert relation.span is not None
    assert text[slice(*relation.span)] == "is a variation of the sled drag"
