"""The pages in a real browser: nothing throws, nothing is asked of another machine, nothing breaks the policy."""

import pytest
from browser import Chromium

PAGES = ["/", "/?q=sled", "/exercises/backward-sled-push", "/compare?ids=sled-push,sled-drag", "/about"]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_a_phone_and_a_desk(chromium: Chromium, served: str, path: str) -> None:
    page = chromium.new_context().new_page()
    answer = page.goto(f"{served}{path}")
    assert answer
    assert answer.status == 200
    assert page.locator("h1").is_visible()
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_library_can_be_searched_without_script(chromium: Chromium, served: str) -> None:
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto(served)
    page.locator("input[name=q]").fill("sled")
    page.locator("input[name=q]").press("Enter")
    page.get_by_role("link", name="Backward Sled Push").first.click()
    assert page.locator("h1").inner_text() == "Backward Sled Push"
