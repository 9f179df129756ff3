"""The calculator in Chromium: sliders that answer while they move, and the same without script."""

import re

import pytest
from browser import Chromium
from playwright.sync_api import Page, expect


def slide(page: Page, name: str, value: float) -> None:
    """What dragging a slider does."""
    page.locator(f"#in-{name}").evaluate(
        "(slider, value) => { slider.value = value; slider.dispatchEvent(new Event('input', {bubbles: true})); }", value
    )


def test_the_answer_and_the_address_follow_a_slider(page: Page, served: str) -> None:
    page.goto(f"{served}/sled?mass=100&mu=0.33&height=0.9&angle=0&athlete=80")
    expect(page.locator("#answer h2").first).to_contain_text("100 kg")
    slide(page, "mass", 150)
    assert page.locator("output[for=in-mass]").inner_text() == "150"
    expect(page.locator("#answer h2").first).to_contain_text("150 kg")
    expect(page.locator(".sled-picture")).to_contain_text("push 485 N")
    expect(page).to_have_url(re.compile(r"mass=150"))
    page.reload()
    expect(page.locator("#answer h2").first).to_contain_text("150 kg")


def test_what_cannot_be_is_told_at_its_slider_and_taken_back(page: Page, served: str) -> None:
    page.goto(f"{served}/sled?mass=100&mu=2.5&height=0.9&angle=0")
    slide(page, "angle", 29)
    expect(page.locator("#answer [role=alert]")).to_contain_text("jam limit")
    expect(page.locator("#in-angle")).to_have_attribute("aria-invalid", "true")
    slide(page, "angle", 5)
    expect(page.locator("#answer h2").first).to_contain_text("100 kg")
    expect(page.locator("#in-angle")).not_to_have_attribute("aria-invalid", "true")


def test_without_script_the_form_answers(chromium: Chromium, served: str) -> None:
    page = chromium.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844}).new_page()
    page.goto(f"{served}/sled")
    page.locator("#in-mass").press("ArrowRight")
    page.get_by_text("Friction, slope").click()
    page.locator("#in-mu").fill("0.33")
    page.get_by_role("button", name="Compute").click()
    expect(page.locator("#answer h2").first).to_contain_text("101 kg on friction 0.33")
    assert "mass=101" in page.url
    assert "surface" not in page.locator(".keep a").first.get_attribute("href").split("?")[1]  # type: ignore[union-attr]  # it has one
    assert page.locator("html").evaluate("it => it.scrollWidth") <= 390


@pytest.mark.parametrize("has_script", [True, False], ids=["script", "no script"])
def test_on_a_phone_the_few_numbers_that_matter_are_in_sight_wherever_one_is(
    chromium: Chromium, served: str, *, has_script: bool
) -> None:
    page = chromium.new_context(java_script_enabled=has_script, viewport={"width": 360, "height": 740}).new_page()
    page.goto(f"{served}/sled?mass=100&mu=0.33&height=0.9&angle=0&athlete=80")
    brief, bar, top = page.locator(".sled-brief"), page.locator(".places"), page.locator(".top")
    for place in (
        page.locator("h1"),
        page.locator("#in-athlete"),
        page.locator("#answer h2").first,
        page.locator(".keep"),
    ):
        place.evaluate("it => it.scrollIntoView({block: 'center'})")
        box, below, above = brief.bounding_box(), bar.bounding_box(), top.bounding_box()
        assert box
        assert below
        assert above
        assert above["y"] + above["height"] - 1 <= box["y"]
        assert box["y"] + box["height"] < below["y"]
    assert "324 N" in brief.inner_text()  # 100 kg x 9.80665 m/s2 x 0.33
    assert page.locator(".nose b").first.inner_text() in brief.inner_text()
    assert re.search(r"hold\s+\d+% of grip", brief.inner_text())
    if has_script:
        slide(page, "mass", 200)
        expect(brief).to_contain_text("647 N")
        expect(brief).to_contain_text("slip")


def test_the_numbers_in_sight_say_when_there_are_none(chromium: Chromium, served: str) -> None:
    page = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740}).new_page()
    page.goto(f"{served}/sled?mass=-3&mu=0.3")
    page.locator(".sled-brief a").click()
    expect(page.get_by_role("alert")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("wide", [320, 360, 1280])
def test_no_surface_is_cut_in_its_list_and_its_friction_stands_below(page: Page, served: str, wide: int) -> None:
    page.set_viewport_size({"width": wide, "height": 740})
    page.goto(f"{served}/sled")
    too_long = page.evaluate(
        """() => {
             const list = document.getElementById("in-surface"), style = getComputedStyle(list);
             const pen = document.createElement("canvas").getContext("2d");
             pen.font = style.font;
             const room = list.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - 20;
             return [...list.options].map((each) => each.text).filter((text) => pen.measureText(text).width > room);
           }"""
    )
    assert too_long == []
    page.locator("#in-surface").select_option("grass")
    expect(page.locator("#about-surface")).to_have_text("Grass: friction 0.45 (0.3 to 0.6)")
