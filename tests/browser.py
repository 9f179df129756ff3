"""The system's Chromium, driven by Playwright: what every test in a browser is built on.

    def test_a_page_shows_its_name(page: Page) -> None:
        page.goto(address)
        assert page.title() == "Backward Sled Push"

`page` is a tab of its own, 1280 by 800, that remembers nothing of other tests. `chromium` is the browser behind it, for
tests that want several people at once, another size, a theme, or script switched off (`chromium.new_context(...)`).

Both watch over what a page does: a test fails when a script throws, when the page does what its own policy forbids, and
when anything is asked of another machine. The web app is served by the fixture `served`.
A browser lives as long as a module's tests: as long as it does, `asyncio.run` cannot be called in the same thread.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Route, sync_playwright
from system import needed

OURS = {"127.0.0.1", "localhost", "::1"}
ARGUMENTS = [  # nothing but the page under test uses the network; small shared memory (containers) is no reason to fail
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-sync",
    "--no-first-run",
]


@dataclass
class Chromium:
    """A browser whose every context is watched; `faults` is what went wrong in them since the test began."""

    browser: Browser
    faults: list[str] = field(default_factory=list)

    def new_context(self, **options: Any) -> BrowserContext:  # noqa: ANN401  # what Playwright's own takes
        """A browser of its own for one person: cookies, storage, size, theme (options as in Playwright)."""
        context = self.browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **options})
        context.on("weberror", lambda error: self.faults.append(f"a script threw: {error.error}"))
        context.on("console", self._hear)
        context.route(_is_elsewhere, self._refuse)
        return context

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error" and "Content Security Policy" in message.text:
            self.faults.append(message.text)

    def _refuse(self, route: Route) -> None:
        self.faults.append(f"{route.request.url} was asked of another machine")
        route.abort()


def _is_elsewhere(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in {"http", "https"} and parts.hostname not in OURS


@pytest.fixture(scope="module")
def _running_chromium() -> Iterator[Browser]:
    path = needed("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def chromium(_running_chromium: Browser) -> Iterator[Chromium]:
    """The browser, for contexts of the test's own; they are closed after it."""
    chromium = Chromium(_running_chromium)
    yield chromium
    for context in _running_chromium.contexts:
        context.close()
    assert not chromium.faults


@pytest.fixture
def page(chromium: Chromium) -> Page:
    """A tab of its own."""
    return chromium.new_context().new_page()
