"""Screens of the web app and what is asked of a page on each: what axe says, its width, and what fingers can tap."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

DESKTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
NARROWEST = 320  # px
TOUCH = 44  # px

_AXE = Path(__file__).parents[1] / "web/node_modules/axe-core/axe.min.js"


def axe_says(page: Page, only: tuple[str, ...] = ()) -> list[str]:
    """What axe (WCAG 2.2 AA and its best practices) finds wrong; the context must bypass the policy of the page."""
    page.wait_for_load_state("load")  # after a form was sent; without its style a page has other colors
    page.evaluate(_AXE.read_text("utf-8"))
    found = page.evaluate(
        "(only) => axe.run({resultTypes: ['violations'], ...(only.length ? {runOnly: only} : {})})"
        ".then((found) => found.violations)",
        list(only),
    )
    return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found]


def width(page: Page) -> int:
    """How wide the page is, in px, whatever the window shows of it."""
    return page.evaluate("document.documentElement.scrollWidth")


def too_small(page: Page) -> list[str]:
    """What is tapped and lower than a fingertip."""
    return page.evaluate(
        """(least) => [...document.querySelectorAll("button, .button, .chip, .pick, summary, nav a, #q, #which, select,"
             + " input[type=file], .boxes label, .search button, .brand, .foot a, .profile a, .facts a, .swaps b a,"
             + " .ladder li a, .plain a, .bars a, .made a, .heat a, .index a, .provenance a, .substitutes h2 a,"
             + " .compare thead a")]
             .filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < least)
             .filter((each) => !each.matches(".hidden"))  // for screen readers and the key Enter
             .map((each) => each.outerHTML.slice(0, 120))""",
        TOUCH,
    )
