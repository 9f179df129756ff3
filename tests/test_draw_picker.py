"""The picker works with a keyboard, without script, and with a screen reader."""

import re
from xml.etree import ElementTree as ET

import pytest

from vastus.domain.anatomy import MuscleGroup
from vastus.draw.drawing import Sex, drawing
from vastus.draw.picker import TAB_ORDER, picker, picker_list, query_address
from vastus.draw.stylesheet import figure_stylesheet
from vastus.reference.figure import figure_parts
from vastus.reference.vocabulary import vocabularies

KNOWN, PARTS = vocabularies(), figure_parts()
SVG = "{http://www.w3.org/2000/svg}"


def links(text: str, kind: str | None = "vf-link") -> list[ET.Element]:
    found = ET.fromstring(text).iter(f"{SVG}a")  # noqa: S314  # our own text
    return [each for each in found if each.get("class") == kind]


def linked(text: str) -> list[tuple[ET.Element, list[ET.Element]]]:
    """Each link, and everything in what it repeats."""
    root = ET.fromstring(text)  # noqa: S314  # our own text
    by_id = {f"#{each.get('id')}": each for each in root.iter() if each.get("id")}
    return [
        (link, [below for use in link.iter(f"{SVG}use") for below in by_id[use.get("href", "")].iter()])
        for link in root.iter(f"{SVG}a")
        if link.get("class") == "vf-link"
    ]


@pytest.mark.parametrize("sex", Sex)
def test_every_group_is_one_stop_and_its_twin_is_none(sex: Sex) -> None:
    found = links(picker(KNOWN, PARTS, sex=sex))
    stops = [each.get("href") for each in found if each.get("tabindex") is None]
    assert sorted(each or "" for each in stops) == sorted(query_address(group) for group in MuscleGroup)
    twins = [each for each in found if each.get("tabindex") is not None]
    assert twins
    assert {(each.get("tabindex"), each.get("aria-hidden")) for each in twins} == {("-1", "true")}
    assert {each.get("href") for each in twins} <= set(stops)


def test_stops_go_down_the_front_and_then_down_the_back_each_where_its_group_is_drawn() -> None:
    stops = [each.get("href") for each in links(picker(KNOWN, PARTS)) if each.get("tabindex") is None]
    assert stops == [query_address(group) for group in TAB_ORDER]
    assert sorted(TAB_ORDER) == sorted(MuscleGroup)


def test_each_stop_reaches_beside_its_part_below_all_links_and_is_no_second_stop() -> None:
    text = picker(KNOWN, PARTS)
    reaches = links(text, None)
    assert sorted(each.get("href") or "" for each in reaches) == sorted(query_address(group) for group in MuscleGroup)
    assert {each.get("tabindex") for each in reaches} == {"-1"}
    for view in text.split('<g transform="translate(')[1:]:
        assert view.index('<g class="vf-reach" aria-hidden="true"><a ') < view.index('<a class="vf-link"')


def test_the_list_beside_it_holds_the_same_links_in_the_same_order() -> None:
    found = re.findall(r'<li><a href="([^"]+)">([^<]+)</a></li>', picker_list(KNOWN))
    stops = [each for each in links(picker(KNOWN, PARTS)) if each.get("tabindex") is None]
    assert found == [(each.get("href"), each.get("aria-label")) for each in stops]


def test_what_is_chosen_is_said_and_shown_in_figure_and_list() -> None:
    chosen = (MuscleGroup.GLUTES, MuscleGroup.TRICEPS)
    for each, shown in linked(picker(KNOWN, PARTS, chosen=chosen)):
        is_chosen = (each.get("href") or "").removeprefix("?muscle=") in chosen
        assert (each.get("aria-current") == "true") == is_chosen
        assert any(below.get("class") == "vf-target" for below in shown) == is_chosen
    listed = picker_list(KNOWN, chosen=chosen)
    assert listed.count('aria-current="true"') == 2
    assert '<a href="?muscle=glutes" aria-current="true">' in listed


def test_what_is_named_is_lit_lightly_and_of_what_is_left_out_only_the_outline_is_drawn() -> None:
    looks = {MuscleGroup.GLUTES: "vf-target", MuscleGroup.QUADS: "vf-secondary", MuscleGroup.ABS: "vf-unknown"}
    text = picker(
        KNOWN, PARTS, chosen=[MuscleGroup.GLUTES], excluded=[MuscleGroup.ABS], named=[*looks, MuscleGroup.ABS]
    )
    for each, shown in linked(text):
        group = MuscleGroup((each.get("href") or "").removeprefix("?muscle="))
        assert looks.get(group, "vf-idle") in {below.get("class") for below in shown}
        assert (each.get("aria-current") == "true") == (group is MuscleGroup.GLUTES)
    assert ".vf-link{cursor:pointer;pointer-events:all" in figure_stylesheet()  # an outline is tapped inside, too


def test_an_address_is_the_pages_own_and_is_escaped() -> None:
    def address(group: MuscleGroup) -> str:
        return f'/exercises?a="1"&muscle={group}'

    found = links(picker(KNOWN, PARTS, address=address))
    assert found[0].get("href") == f'/exercises?a="1"&muscle={TAB_ORDER[0]}'
    assert "&amp;muscle=neck" in picker_list(KNOWN, address=address)


def test_focus_is_an_outline_and_reaches_the_mirrored_half() -> None:
    rules = figure_stylesheet()
    assert re.search(r"\.vf-link:focus-visible\{outline:3px solid var\(--vf-focus\)", rules)
    assert "outline:none" not in rules
    assert re.search(r"\.vf-link:focus-visible\{--vf-idle:", rules), (
        "a property is inherited into a clone, a rule is not"
    )


def test_a_part_of_no_group_is_drawn_but_is_no_link() -> None:
    repeated = {each.get("d") for _, shown in linked(picker(KNOWN, PARTS)) for each in shown} - {None}
    drawn = {part.outline: part.id for view in drawing(Sex.MALE).views.values() for part in view.parts}
    assert {drawn[path or ""] for path in repeated} == {part for part, row in PARTS.rows.items() if row.group}
    assert len(repeated) < len(drawn)


def test_every_link_has_a_name_and_shows_it() -> None:
    for each in links(picker(KNOWN, PARTS)):
        assert each.findtext(f"{SVG}title")
        assert each.get("aria-hidden") or each.get("aria-label") == each.findtext(f"{SVG}title")
