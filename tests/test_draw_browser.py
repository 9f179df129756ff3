"""In real browsers, under a Content-Security-Policy that allows no inline style, everything is painted.

Chromium has to; Firefox takes part where it is installed. docs/figure/README.md tells of WebKit.
"""

import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Generator, Iterable
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from browser import Chromium
from outlines import inside, polygons
from playwright.sync_api import FloatRect
from png import Picture, read_png

from vastus.domain.anatomy import MuscleGroup
from vastus.draw.drawing import Drawing, Sex, drawing, simple_drawing
from vastus.draw.levels import Level, Worked
from vastus.draw.palette import PALETTES, Theme
from vastus.draw.picker import TAB_ORDER, picker, query_address
from vastus.draw.sprite import card, sprite
from vastus.draw.stylesheet import figure_stylesheet
from vastus.draw.worked import worked_figure
from vastus.reference.figure import figure_parts
from vastus.reference.vocabulary import vocabularies

KNOWN, PARTS = vocabularies(), figure_parts()
WIDTH, HEIGHT = 440, 600
FOCUS = PALETTES[Theme.LIGHT].focus
Look = Callable[[str], Picture]
POLICY = "default-src 'none'; style-src 'self'; img-src 'self'"
WORKED = Worked({MuscleGroup.QUADS: Level.TARGET, MuscleGroup.CHEST: Level.SECONDARY})
CSS = "html,body{margin:0} .vf{display:block;width:440px;height:auto}"
PAGE = (
    '<!doctype html><html lang="en" data-theme="{theme}"><meta charset="utf-8"><title>t</title>'
    '<link rel="stylesheet" href="/figure.css"><link rel="stylesheet" href="/page.css">{body}</html>'
)
FILES = {
    "/figure.css": ("text/css", figure_stylesheet()),
    "/page.css": ("text/css", CSS),
    "/figure.svg": ("image/svg+xml", sprite()),
    "/picker": ("text/html", PAGE.format(theme="light", body=picker(KNOWN, PARTS, chosen=(MuscleGroup.QUADS,)))),
    **{
        f"/card-{theme}": ("text/html", PAGE.format(theme=theme, body=card(WORKED, KNOWN, PARTS, file="/figure.svg")))
        for theme in Theme
    },
    **{
        f"/figure-{theme}": (
            "text/html",
            PAGE.format(theme=theme, body=worked_figure("t", WORKED, KNOWN, PARTS).embedded("a")),
        )
        for theme in Theme
    },
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        kind, text = FILES.get(self.path, ("text/plain", ""))
        self.send_response(200 if text else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class's own name
        pass


@pytest.fixture(scope="module")
def address() -> Generator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(params=["chromium", "firefox"])
def look(request: pytest.FixtureRequest, tmp_path: Path) -> Look:
    """Takes a picture of a page."""
    if request.param == "firefox":
        return partial(firefox_look, tmp_path)
    return partial(chromium_look, request.getfixturevalue("chromium"))


def chromium_look(chromium: Chromium, url: str) -> Picture:
    page = chromium.new_context(viewport={"width": WIDTH, "height": HEIGHT}).new_page()
    page.goto(url)
    return read_png(page.screenshot())


def firefox_look(folder: Path, url: str) -> Picture:
    """Playwright drives no Firefox but its own; a picture of a page the system's takes by itself."""
    path = shutil.which("firefox") or shutil.which("firefox-esr")
    if path is None:
        pytest.skip("a second opinion on what is painted: 'sudo apt-get install firefox-esr' lets Firefox take part")
    profile, shot = folder / "profile", folder / "shot.png"
    profile.mkdir()
    how = ["--headless", "--no-remote", f"--window-size={WIDTH},{HEIGHT}", "--profile", profile, "--screenshot", shot]
    subprocess.run(
        [path, *how, url], check=True, capture_output=True, timeout=120, env={**os.environ, "HOME": str(folder)}
    )
    return read_png(shot.read_bytes())


def colors(picture: Picture, body: Drawing, wanted: set[str]) -> set[str]:
    """The colors at places inside some parts; a page 440 px wide shows a unit as a px."""
    return {
        picture.at(body.centers[side][0] + sign * x, body.centers[side][1] + y)
        for side, view in body.views.items()
        for part in view.parts
        if part.id in wanted
        for outline in polygons(part.outline)
        for x, y in inside(outline)
        for sign in (1, -1)
    }


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("kind", ["card", "figure"])
def test_levels_are_painted_without_inline_style(look: Look, address: str, kind: str, theme: Theme) -> None:
    picture = look(f"{address}/{kind}-{theme}")
    body = simple_drawing(Sex.MALE) if kind == "card" else drawing(Sex.MALE)
    palette = PALETTES[theme]
    for group, color in (
        (MuscleGroup.QUADS, palette.target),
        (MuscleGroup.CHEST, palette.secondary),
        (MuscleGroup.GLUTES, palette.idle),
    ):
        wanted = {str(group)} if kind == "card" else set(PARTS.by_region[group])
        assert color in colors(picture, body, wanted), group
    assert "#000000" not in picture.colors()


def test_the_picker_shows_what_is_chosen(look: Look, address: str) -> None:
    picture, body, palette = look(f"{address}/picker"), drawing(Sex.MALE), PALETTES[Theme.LIGHT]
    assert palette.target in colors(picture, body, set(PARTS.by_region[MuscleGroup.QUADS]))
    assert palette.idle in colors(picture, body, set(PARTS.by_region[MuscleGroup.CHEST]))


def test_nothing_covers_the_line_around_the_group_that_has_the_focus(chromium: Chromium, address: str) -> None:
    page = chromium.new_context(viewport={"width": WIDTH, "height": HEIGHT}).new_page()
    page.goto(f"{address}/picker")
    for group in TAB_ORDER:
        page.keyboard.press("Tab")
        x, y, width, height, link = page.evaluate(
            "(({x, y, width, height}) => [x, y, width, height, document.activeElement.getAttribute('href')])"
            "(document.activeElement.getBoundingClientRect())"
        )
        assert link == query_address(group)
        clip: FloatRect = {"x": max(0, x - 10), "y": max(0, y - 10), "width": width + 20, "height": height + 20}
        picture = read_png(page.screenshot(clip=clip))
        right, bottom = picture.width - 1, picture.height - 1
        left = first(picture, ((step, bottom / 2) for step in range(20)))[0] + 1
        top = first(picture, ((right / 2, step) for step in range(20)))[1] + 1
        right = first(picture, ((right - step, bottom / 2) for step in range(20)))[0] - 1
        bottom = first(picture, (((left + right) / 2, bottom - step) for step in range(20)))[1] - 1
        steps = [step / 40 for step in range(41)]
        around = [(left + (right - left) * step, side) for step in steps for side in (top, bottom)]
        around += [(side, top + (bottom - top) * step) for step in steps for side in (left, right)]
        assert {picture.at(*place) for place in around} == {FOCUS}, group


def first(picture: Picture, places: Iterable[tuple[float, float]]) -> tuple[float, float]:
    """Where the line of the focus begins, coming from outside."""
    return next(place for place in places if picture.at(*place) == FOCUS)
