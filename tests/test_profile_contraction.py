"""Which contraction types a page says that its exercise has."""

import pytest

from vastus.domain.exercise import Contraction, Share
from vastus.domain.page import Words
from vastus.profile.contraction import read_contraction

NO_ECCENTRIC = Contraction(Share.FULL, Share.NONE, None)
LITTLE = Contraction(Share.FULL, Share.LITTLE, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sled pushes don’t have any eccentric component.", NO_ECCENTRIC),
        ("There is no eccentric phase.", NO_ECCENTRIC),
        ("It lacks an eccentric part.", NO_ECCENTRIC),
        ("It is concentric-only work.", NO_ECCENTRIC),
        ("Since it doesn't involve a lowering phase, soreness is rare.", NO_ECCENTRIC),
        ("There is little to no eccentric load.", LITTLE),
        ("It has minimal eccentric stress.", LITTLE),
        ("This is an eccentric-only exercise.", Contraction(Share.NONE, Share.FULL, None)),
        ("The plank is an isometric exercise.", Contraction(None, None, Share.FULL)),
    ],
)
def test_a_stated_contraction_is_read(text: str, expected: Contraction) -> None:
    assert read_contraction([Words(text)]) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Control the eccentric phase.",
        "Lower slowly: the negative matters.",
        "There are no negative effects.",
        "Don't rush the eccentric.",
        "Push hard.",
        "",
    ],
)
def test_a_page_that_does_not_say_has_none(text: str) -> None:
    assert read_contraction([Words(text)]) is None


def test_the_words_are_pointed_to() -> None:
    text = "It is hard, but there is no eccentric part to it."
    found = read_contraction([Words(text, ((0, 10),))])
    assert found is not None
    assert found.span is not None
    start, end = found.span
    assert text[start - 10 : end - 10].endswith("no eccentric part")
