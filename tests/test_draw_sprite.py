"""Many small figures from one cached file."""

import re
from xml.etree import ElementTree as ET

import pytest

from vastus.domain.anatomy import MuscleGroup
from vastus.draw.drawing import Sex
from vastus.draw.levels import Level, Worked, worked_by
from vastus.draw.sprite import ID, card, card_image, sprite
from vastus.draw.stylesheet import figure_stylesheet
from vastus.draw.worked import exercise_figure
from vastus.faces.python import library
from vastus.reference.figure import figure_parts
from vastus.reference.vocabulary import vocabularies

KNOWN, PARTS = vocabularies(), figure_parts()
SVG = "{http://www.w3.org/2000/svg}"
CARDS = {
    exercise.id: card(worked_by(exercise, KNOWN.muscles), KNOWN, PARTS, file="/static/figure.svg")
    for exercise in library().values()
}


@pytest.mark.parametrize("sex", Sex)
def test_the_file_is_small_and_simple_and_has_no_style(sex: Sex) -> None:
    text = sprite(sex)
    root = ET.fromstring(text)  # noqa: S314  # our own text
    assert len(list(root.iter(f"{SVG}path"))) <= 32
    assert len(text.encode()) < 14_000
    assert "style" not in text
    ids = [each.get("id") for each in root.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    assert ids[0] == ID


@pytest.mark.parametrize("sex", Sex)
def test_every_group_paints_a_part_of_the_file_at_both_levels(sex: Sex) -> None:
    text = sprite(sex)
    assert [group for group in MuscleGroup for letter in "ts" if f"var(--vf-{letter}-{group}," not in text] == []


def test_every_level_of_a_card_has_its_rule() -> None:
    rules = set(re.findall(r"\.(vf-[ts]-\w+)\{", figure_stylesheet()))
    assert len(rules) == 2 * len(PARTS.regions)
    for text in CARDS.values():
        assert set(re.findall(r"vf-[ts]-\w+", text)) <= rules


def test_a_card_takes_some_300_bytes() -> None:
    sizes = sorted(len(text) for text in CARDS.values())
    assert sizes[len(sizes) // 2] <= 330
    assert max(sizes) <= 400


def test_a_card_says_its_muscles_and_needs_no_style_attribute() -> None:
    text = CARDS["backward-sled-push"]
    root = ET.fromstring(text)  # noqa: S314  # our own text
    assert root.get("role") == "img"
    assert (root.get("aria-label") or "").startswith("Target: Quads. Secondary: Abs")
    assert "vf-t-quads" in text
    assert text.count(" vf-s-") == 8, "seven groups, and the tibialis beyond them"
    assert "style" not in text
    assert f'href="/static/figure.svg#{ID}"' in text


def test_an_image_stands_in_where_the_file_cannot_be_used() -> None:
    drawn = exercise_figure(library()["sled-push"], KNOWN, PARTS, is_simple=True)
    text = card_image(drawn, file="/figures/sled-push.svg?a&b")
    assert 'loading="lazy"' in text
    assert 'src="/figures/sled-push.svg?a&amp;b"' in text
    assert 'alt="Target: Quads' in text
    assert len(drawn.svg().encode()) < 14_000


def test_a_silent_page_has_a_card_that_says_so() -> None:
    assert 'aria-label="No muscles stated."' in card(Worked(is_stated=False), KNOWN, PARTS, file="/f.svg")
    assert 'class="vf vf-card vf-t-abs"' in card(Worked({MuscleGroup.ABS: Level.TARGET}), KNOWN, PARTS, file="/f.svg")
