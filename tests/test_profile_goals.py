"""What a page says that its exercise is used for."""

import pytest

from vastus.domain.page import Words
from vastus.profile.goals import goals_named, read_uses
from vastus.prose.passage import passage


def uses(overview: str, programming: str = "") -> list[str]:
    parts = [Words(programming)] if programming else []
    return [use.goal.value for use in read_uses([passage(Words(overview, ((0, 0),)))], parts)]


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        ("It can be used as a conditioning exercise or a strength building exercise.", "conditioning strength"),
        ("A great exercise for hypertrophy.", "hypertrophy"),
        ("Use it as a warm-up.", "warm_up"),
        ("It is a good drill for mobility.", "mobility"),
        ("It builds muscular endurance for rowers.", "endurance"),
        ("Great for rehab after an injury.", "rehab"),
        ("It is used for glute activation.", "activation"),
        ("It improves sprint speed.", "speed"),
        ("Use it for building muscle.", "hypertrophy"),
    ],
)
def test_a_goal_is_named(text: str, goals: str) -> None:
    assert uses(text) == goals.split()


@pytest.mark.parametrize(
    "text",
    [
        "It works the quads.",
        "A lack of mobility makes it hard to do.",
        "Without strength it is used in vain.",
        "Limited mobility is no excuse for this exercise.",
        "Strength coaches use it.",
        "The strength curve of the exercise is flat.",
        "The air conditioner is used.",
    ],
)
def test_a_word_that_is_no_goal_makes_no_use(text: str) -> None:
    assert uses(text) == []


def test_a_goal_is_named_once_and_the_overview_comes_first() -> None:
    assert uses("Used for strength. Great for strength.", "Good for rehab and strength.") == ["strength", "rehab"]


def test_a_use_points_to_its_words() -> None:
    text = "It is used as conditioning."
    (use,) = read_uses([passage(Words(text, ((0, 0),)))], [])
    assert use.span is not None
    assert text[slice(*use.span)] == "conditioning"


def test_goals_are_found_in_their_order() -> None:
    assert list(goals_named("rehab, then conditioning, then rehab")) == ["rehab", "conditioning"]
