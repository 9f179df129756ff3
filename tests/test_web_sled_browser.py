"""The calculator in Chromium: sliders that answer while they move, and the same without script."""

import re

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
    page.locator("#in-mu").fill("0.33")
    page.get_by_role("button", name="Compute").click()
    expect(page.locator("#answer h2").first).to_contain_text("101 kg on friction 0.33")
    assert "mass=101" in page.url
    assert "surface" not in page.locator(".keep a").first.get_attribute("href").split("?")[1]  # type: ignore[union-attr]  # it has one
    assert page.locator("html").evaluate("it => it.scrollWidth") <= 390
