"""Importing in Chromium: its screens in every size and theme, and the way through it, with script and without."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import Chromium
from playwright.sync_api import Page, expect
from screens import DESKTOP, NARROWEST, PHONE, axe_says, too_small, width

OWN = (Path(__file__).parent / "pages" / "own-backward-push.txt").read_text("utf-8")
DOUBTFUL = OWN.replace("Equipment RequiredSled", "Equipment RequiredZeppelin").replace("Reverse Sled", "Zeppelin")
REFUSED = "Dear all, the meeting is moved to Tuesday."
NAME = "Zeppelin Shove"


def _paste(page: Page, served: str, text: str) -> None:
    page.goto(f"{served}/import")
    page.get_by_label("The page", exact=True).fill(text)
    page.get_by_role("button", name="Read it").click()


def _screens(page: Page, served: str) -> Iterator[str]:
    """Walks through an import and stops on each of its screens, those that only a form leads to as well."""
    _paste(page, served, "")
    yield "nothing given"
    _paste(page, served, REFUSED)
    yield "refused"
    _paste(page, served, DOUBTFUL)
    yield "draft"
    page.get_by_role("button", name="Correct it first").click()
    yield "correction"
    page.get_by_label("Name", exact=True).fill("")
    page.get_by_role("button", name="Check").click()
    yield "wrong field"
    page.get_by_label("Name", exact=True).fill(NAME)
    page.get_by_role("button", name="As Markdown").click()
    yield "as Markdown"
    page.get_by_role("button", name="Save", exact=True).click()
    yield "stored"
    page.get_by_role("link", name="All imports").click()
    yield "list"
    page.locator(".batches form button").first.click()
    yield "taken back"


@pytest.mark.parametrize(
    ("theme", "narrow"),
    [("light", False), ("dark", True), ("dark", False), ("light", True)],
    ids=["light-desktop", "dark-phone", "dark-desktop", "light-phone"],
)
def test_every_screen_of_an_import_can_be_read_and_tapped(
    chromium: Chromium, served: str, theme: str, *, narrow: bool
) -> None:
    screen = {**PHONE, "viewport": {"width": NARROWEST, "height": 640}} if narrow else DESKTOP
    page = chromium.new_context(**screen, color_scheme=theme, bypass_csp=True, reduced_motion="reduce").new_page()
    only = () if (theme == "dark") == narrow else ("color-contrast",)  # the rest is the same in the other theme
    said: list[str] = []
    seen = 0
    for name in _screens(page, served):
        seen += 1
        said += [f"{name}: {each}" for each in axe_says(page, only)]
        assert page.locator(".top nav [aria-current], nav [aria-current=page]").first.inner_text() == "Import", name
        if narrow:
            said += [f"{name}: small: {each}" for each in too_small(page)]
            said += [f"{name}: {width(page)} px wide"] if width(page) > NARROWEST else []
    assert said == []
    assert seen == 9


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_a_page_with_findings_is_corrected_saved_read_and_taken_back(
    chromium: Chromium, served: str, *, script: bool
) -> None:
    page = chromium.new_context(java_script_enabled=script).new_page()
    _paste(page, served, DOUBTFUL)
    expect(page.get_by_role("heading", level=1)).to_contain_text(NAME)
    expect(page.locator(".finding", has_text="Zeppelin").first).to_contain_text("none of the known equipment")
    step = page.locator(".draft .steps li", has_text="Take a half squat")
    words = page.locator(step.locator(".ref").get_attribute("href") or "")
    expect(page.locator("#words mark", has=words)).to_contain_text("Take")  # the words beside what they became
    assert words.get_attribute("href") == f"#{step.locator('.ref').get_attribute('id')}"  # and back
    page.get_by_role("button", name="Correct it first").click()
    equipment = page.get_by_role("group", name="Equipment")
    equipment.locator("summary").click()
    equipment.get_by_label("Sled", exact=True).check()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{NAME} is in your library")
    expect(page.locator(".saved")).to_contain_text("corrected: equipment")
    batch = page.url
    page.get_by_role("link", name=NAME).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(NAME)
    expect(page.locator("main")).to_contain_text("Sled")
    assert page.url == f"{served}/exercises/zeppelin-shove"
    page.goto(batch)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("was taken back")
    answer = page.goto(f"{served}/exercises/zeppelin-shove")
    assert answer
    assert answer.status == 404


def test_the_keyboard_alone_imports(page: Page, served: str) -> None:
    def tab_to(name: str) -> None:
        for _ in range(80):
            page.keyboard.press("Tab")
            told = page.evaluate("document.activeElement.textContent.trim() || document.activeElement.id")
            if told == name or page.evaluate("document.activeElement.id") == name:
                assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
                return
        raise AssertionError(f"no key leads to {name}")

    page.goto(f"{served}/import")
    tab_to("text")
    page.keyboard.insert_text(DOUBTFUL)
    tab_to("Read it")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(NAME)
    tab_to("Correct it first")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Correct {NAME}")
    tab_to("Save")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{NAME} is in your library")
    tab_to(f"Undo import {page.url.rpartition('/')[2]}")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("was taken back")


def test_what_is_refused_says_why_and_keeps_what_was_pasted(page: Page, served: str) -> None:
    _paste(page, served, REFUSED)
    expect(page.get_by_role("alert")).to_contain_text("No exercise could be read.")
    assert len(page.locator(".refusals p").inner_text().split()) >= 4
    expect(page.get_by_label("The page", exact=True)).to_have_value(REFUSED)
    _paste(page, served, "  ")
    expect(page.get_by_role("alert")).to_contain_text("There is no page yet")
