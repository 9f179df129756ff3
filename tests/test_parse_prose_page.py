"""Plain prose: read as well as headings and lists allow, and never without saying so."""

import pytest

from vastus.domain.page import Draft, Page, Rejected
from vastus.errors import UsageError
from vastus.parse.forms import form_named, forms, parse_page

PROSE = """Sandbag Shouldering

A bag, a floor and a shoulder.

How to do it

1. Straddle the bag and hug it.
2. Stand up and let it slide onto the thighs.
3. Drive the hips and roll the bag onto the shoulder.
"""


def only(text: str) -> Draft | Rejected:
    (found,) = parse_page(Page(text))
    return found


def test_steps_are_read_and_the_page_is_called_a_best_effort() -> None:
    found = only(PROSE)
    assert isinstance(found, Draft)
    assert (found.name.text, found.source.form) == ("Sandbag Shouldering", "prose")
    assert len(found.instructions) == 3
    assert found.findings[0].rule == "best-effort"


def test_the_longest_numbered_list_is_the_steps_where_no_heading_says_so() -> None:
    found = only("# Goblet Squat\n\n1. Hold a kettlebell at the chest.\n2. Squat.\n3. Stand.\n")
    assert isinstance(found, Draft)
    assert len(found.instructions) == 3


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("\ufeff \n\u200b", "empty"),
        ("Hello.", "nothing on the page"),
        ("# Pancakes\n\n## Instructions\n\n1. Stir the eggs.\n2. Fry the batter.\n", "nothing on the page"),
        ("Page not found\n\nWe looked everywhere.\n", "nothing on the page"),
        ("x\n" * 20_001, "20001 lines"),
        ("{", "not valid"),
        ('{"a": 1}', "none of the known catalogs"),
        ("<p></p>", "no text"),
    ],
    ids=["empty", "blank", "greeting", "recipe", "404", "long", "broken json", "other json", "empty html"],
)
def test_what_is_no_exercise_is_refused_with_a_reason(text: str, reason: str) -> None:
    found = only(text)
    assert isinstance(found, Rejected)
    assert reason in found.reason


def test_a_form_can_be_forced() -> None:
    (found,) = parse_page(Page(PROSE), form_named("profile-page"))
    assert isinstance(found, Draft)
    assert found.source.form == "profile-page"


def test_an_unknown_form_is_a_wrong_call() -> None:
    with pytest.raises(UsageError, match="no form 'scroll'") as caught:
        form_named("scroll")
    assert "prose" in (caught.value.hint or "")


def test_every_form_has_its_own_name() -> None:
    names = [form.name for form in forms()]
    assert len(set(names)) == len(names)
    assert names[-1] == "prose"


@pytest.mark.parametrize("form", [form.name for form in forms()])
@pytest.mark.parametrize("text", ["", "x", "{}", "[]", "[1]", "<p>x", "---\n", "null", '{"a":'])
def test_a_forced_form_refuses_what_it_cannot_read(form: str, text: str) -> None:
    assert all(isinstance(found, Rejected) for found in parse_page(Page(text), form_named(form)))
