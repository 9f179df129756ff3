"""The web app in Chromium: what people do on it, on which screen and with what switched off."""

import re
from itertools import pairwise
from typing import Any

import pytest
from browser import Chromium
from playwright.sync_api import Page, expect
from screens import DESKTOP, NARROWEST, PHONE, TOUCH, axe_says, too_small, width

PATHS = [
    "/", "/?q=zzzz", "/?q=foo:bar", "/exercises/backward-sled-push", "/compare",
    "/compare?ids=sled-push,backward-sled-push,sled-drag", "/muscles", "/muscles/quads", "/equipment",
    "/equipment/sled", "/coverage", "/about", "/exercises/backward-sled-push/swap", "/sled", "/sled?mass=-3&mu=0.3",
    "/exercises/backward-sled-push/swap?without=sled&load=100kg", "/exercises/sandbag-bear-hug-carry/swap?have=none",
    "/exercises/sled-push/swap?have=laser",
    "/api/v1/docs", "/import", "/imports", "/imports/1", "/exercises/sled-push/edit",
    "/sled?mass=140&mu=0.3..0.36&push_at=1.1&angle=-18&height=0.25&athlete=80&to=car&runs=40 3.2/80 2.6/120 1.6",
]  # fmt: skip
REFUSED = {"/?q=foo:bar", "/sled?mass=-3&mu=0.3", "/exercises/sled-push/swap?have=laser"}
MOST_BYTES = 60_000


def names(page: Page) -> list[str]:
    return page.locator(".results .card a").all_text_contents()


def focused(page: Page) -> str:
    return page.evaluate(
        "(document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent).trim()"
    )


# What axe (WCAG 2.2 AA and its best practices) says


@pytest.mark.parametrize(
    ("theme", "screen"), [("light", DESKTOP), ("dark", PHONE)], ids=["light-desktop", "dark-phone"]
)
def test_axe_has_nothing_to_say(chromium: Chromium, served: str, theme: str, screen: dict[str, Any]) -> None:
    page = chromium.new_context(**screen, color_scheme=theme, bypass_csp=True, reduced_motion="reduce").new_page()
    said: list[str] = []
    for path in PATHS:
        answer = page.goto(served + path)
        assert answer
        assert answer.status == (400 if path in REFUSED else 200), path
        said += [f"{path}: {each}" for each in axe_says(page)]
    assert said == []


@pytest.mark.parametrize(
    ("theme", "screen"), [("dark", DESKTOP), ("light", PHONE)], ids=["dark-desktop", "light-phone"]
)
def test_colors_have_contrast_on_the_other_screens_too(
    chromium: Chromium, served: str, theme: str, screen: dict[str, Any]
) -> None:
    page = chromium.new_context(**screen, color_scheme=theme, bypass_csp=True, reduced_motion="reduce").new_page()
    for path in (
        "/?q=muscle:quads", "/exercises/backward-sled-push", "/compare?ids=sled-push,sled-drag",
        "/exercises/backward-sled-push/swap?without=sled",
    ):  # fmt: skip
        page.goto(served + path)
        assert axe_says(page, ("color-contrast",)) == [], path


# Journeys


def test_find_read_and_compare(page: Page, served: str) -> None:
    page.goto(served)
    page.locator("#q").press_sequentially("prowler", delay=5)
    expect(page.locator("#told")).to_contain_text("exercise")
    expect(page).to_have_url(f"{served}/?q=prowler")
    assert focused(page) == ""  # still in the search box
    assert page.evaluate("document.activeElement.id") == "q"
    assert any("Sled" in name for name in names(page))
    page.get_by_role("link", name="Backward Sled Push", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Backward Sled Push")
    assert page.locator(".steps li").count() >= 4
    assert page.get_by_text("What goes wrong").is_visible()
    page.get_by_role("link", name="Compare with its family").click()
    expect(page.locator("table.compare thead th")).to_have_count(3)


def test_a_tap_on_the_body_finds_what_trains_it(page: Page, served: str) -> None:
    page.goto(served)
    before = len(names(page))
    page.locator('.body-filter a[aria-label="Hamstrings"] use').first.click(force=True)
    expect(page).to_have_url(f"{served}/?q=muscle:hamstrings")
    expect(page.locator(".chosen")).to_contain_text("Hamstrings")
    assert 0 < len(names(page)) < before
    page.go_back()
    expect(page.locator(".results .card")).to_have_count(before)


def test_what_was_typed_fast_is_answered_once_and_rightly(page: Page, served: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if request.resource_type == "fetch" else None)
    page.goto(served)
    page.locator("#q").press_sequentially("sled rope pull", delay=1)
    expect(page).to_have_url(re.compile("pull"))
    assert names(page)[0] == "Sled Rope Pull"
    assert len(asked) <= 2


def test_a_half_typed_facet_leaves_what_is_shown(page: Page, served: str) -> None:
    page.goto(f"{served}/?q=sled")
    before = names(page)
    with page.expect_response(re.compile("q=level")):
        page.locator("#q").fill("level:x")
    assert names(page) == before


def test_picks_are_kept_while_the_list_changes(page: Page, served: str) -> None:
    page.goto(served)
    page.get_by_label("Compare Suitcase Carry").check()
    page.locator("#q").fill("backward")
    expect(page).to_have_url(re.compile("backward"))
    page.get_by_label("Compare Backward Sled Drag").check()
    expect(page.locator("[data-tray]")).to_have_text("2 chosen")
    page.get_by_role("button", name="Compare").click()
    expect(page.locator("table.compare thead")).to_contain_text("Suitcase Carry")
    expect(page.locator("table.compare thead")).to_contain_text("Backward Sled Drag")
    page.go_back()
    page.get_by_role("button", name="Clear").click()
    expect(page.locator(".tray")).not_to_be_visible()


def test_units_are_remembered_from_page_to_page(page: Page, served: str) -> None:
    page.goto(f"{served}/exercises/backward-sled-push")
    assert "10–15 m" in page.locator(".doses").inner_text()
    page.get_by_role("link", name="Show lb and ft").click()
    assert "33–49 ft" in page.locator(".doses").inner_text()
    assert "3 m (9.8 ft)" in page.locator(".steps").inner_text()
    page.locator(".ladder a").first.click()
    expect(page).to_have_url(re.compile("units=imperial"))


def test_all_of_it_works_without_script(chromium: Chromium, served: str) -> None:
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto(served)
    page.locator("#q").fill("sled")
    page.locator("#q").press("Enter")
    assert page.url == f"{served}/?q=sled"
    page.locator(".filters summary", has_text="Muscle").click()
    page.locator(".filters a", has_text="Hamstrings").click()
    assert page.url.endswith("q=sled%20muscle:hamstrings")
    picks = page.locator(".pick input")
    picks.nth(0).check()
    assert page.locator(".tray").is_visible()
    picks.nth(1).check()
    page.get_by_role("button", name="Compare").click()
    assert page.locator("table.compare thead th").count() == 2
    page.locator("#which").fill("suitcase")
    page.get_by_role("button", name="Look").click()
    page.get_by_role("link", name="Suitcase Carry").click()
    assert page.locator("table.compare thead th").count() == 3


def test_the_keyboard_alone_does(page: Page, served: str) -> None:
    page.goto(served)
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert focused(page) == "Neck"  # the first of the body, head to foot
    seen = [focused(page)]
    while seen[-1] != "Quads":
        page.keyboard.press("Tab")
        seen.append(focused(page))
    assert len(seen) == len(set(seen))  # one stop a group
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{served}/?q=muscle:quads")
    assert focused(page) == "Quads"  # the list changed, and one still is where one was
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"
    page.locator(".card a").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.locator(".pick input").first.is_checked()


def test_the_key_slash_leads_to_the_search_field_unless_it_is_switched_off(page: Page, served: str) -> None:
    def is_searching() -> bool:
        return page.evaluate("document.activeElement.id") == "q"

    page.goto(f"{served}/about")
    assert page.locator("#q").get_attribute("aria-keyshortcuts") == "/"
    page.keyboard.press("/")
    assert is_searching()
    page.keyboard.type("a/b")
    assert page.locator("#q").input_value() == "a/b"
    page.get_by_label("Use this key").uncheck()
    page.goto(f"{served}/muscles")
    page.keyboard.press("/")
    assert not is_searching()
    assert page.locator("#q").get_attribute("aria-keyshortcuts") is None


# Screens


def test_nothing_is_wider_than_a_small_phone(chromium: Chromium, served: str) -> None:
    page = chromium.new_context(viewport={"width": 320, "height": 640}).new_page()
    for path in PATHS:
        page.goto(served + path)
        assert width(page) <= NARROWEST, path


def test_a_phone_on_its_side_and_a_tablet_scroll_only_down(chromium: Chromium, served: str) -> None:
    page = chromium.new_context(viewport={"width": 844, "height": 390}).new_page()
    for path in PATHS:
        for wide, high in ((844, 390), (768, 1024)):
            page.set_viewport_size({"width": wide, "height": high})
            page.goto(served + path)
            assert width(page) <= wide, (path, wide)


def test_letters_twice_as_large_do_not_widen_a_page(chromium: Chromium, served: str) -> None:
    page = chromium.new_context(viewport={"width": 390, "height": 844}).new_page()
    for path in PATHS:
        page.goto(served + path)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert width(page) <= 390, path  # WCAG 1.4.4
        for each in (".search button", *(f".places a:nth-child({number + 1})" for number in range(5))):
            box = page.locator(each).bounding_box()
            assert box, (path, each)
            assert box["x"] >= 0, (path, each)
            assert box["x"] + box["width"] <= 390, (path, each)


def test_letters_twice_as_large_fit_the_smallest_phone_with_every_fold_open(chromium: Chromium, served: str) -> None:
    page = chromium.new_context(viewport={"width": 320, "height": 640}).new_page()
    for path in (*PATHS, "/equipment/barbell", "/?q=hamstrings"):
        page.goto(served + path)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert width(page) <= NARROWEST, path
        page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        assert width(page) <= NARROWEST, f"{path}, folds open"


@pytest.mark.parametrize("wide", [320, 390, 600, 768, 844, 900, 1023, 1024, 1280])
def test_the_search_field_shows_what_may_be_asked_and_names_of_places_do_not_touch(
    chromium: Chromium, served: str, wide: int
) -> None:
    page = chromium.new_context(viewport={"width": wide, "height": 800}).new_page()
    page.goto(served)
    room, needed = page.evaluate(
        """() => {
             const field = document.getElementById("q"), style = getComputedStyle(field);
             const pen = document.createElement("canvas").getContext("2d");
             pen.font = style.font;
             return [field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight),
                     pen.measureText(field.placeholder).width];
           }"""
    )
    assert room >= needed
    names = page.evaluate(
        """() => [...document.querySelectorAll(".places a")].map((each) => {
             const range = document.createRange();
             range.selectNodeContents(each);
             const box = range.getBoundingClientRect();
             return [box.left, box.right];
           })"""
    )
    assert names[0][0] >= 3
    assert names[-1][1] <= wide - 3
    assert all(left - right >= 6 for (_, right), (left, _) in pairwise(names))


@pytest.mark.parametrize("size", [(640, 360), (768, 1024), (844, 390), (900, 700)], ids=str)
def test_what_one_begins_from_is_on_the_first_screen_beside_the_body(
    chromium: Chromium, served: str, size: tuple[int, int]
) -> None:
    page = chromium.new_context(viewport={"width": size[0], "height": size[1]}).new_page()
    for path in ("/", "/?q=muscle:quads"):
        page.goto(served + path)
        first = page.locator(".card h2, .card h3, .starts b, .begin .chip").first
        card, bar = first.bounding_box(), page.locator(".places").bounding_box()
        picture = page.locator(".card .picture, .starts svg, .begin .chip").first.bounding_box()
        assert card
        assert bar
        assert picture
        assert min(card["y"], picture["y"] + 40) < bar["y"], path
        assert page.locator(".body-filter").is_visible()


def test_a_tap_beside_a_part_of_the_body_takes_the_nearest(chromium: Chromium, served: str) -> None:
    page = chromium.new_context(**PHONE).new_page()
    page.goto(served)
    page.locator(".body-filter").scroll_into_view_if_needed()
    there = page.evaluate(
        """() => {  // a point of the figure that no part covers, though one is close
             const box = document.querySelector('.body-filter a[aria-label="Quads"] use').getBoundingClientRect();
             const isLink = (x, y) => document.elementFromPoint(x, y)?.closest(".body-filter .vf-link");
             for (let y = box.top + 4; y < box.bottom; y += 3)
               for (let x = box.left - 12; x < box.right + 12; x += 1)
                 if (!isLink(x, y) && isLink(x + 3, y) && isLink(x + 4, y)) return [x, y];
           }"""
    )
    page.touchscreen.tap(*there)
    expect(page.locator(".chosen")).to_be_visible()


@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_a_small_part_of_the_body_reaches_beside_itself_without_script(
    chromium: Chromium, served: str, screen: dict[str, Any]
) -> None:
    page = chromium.new_context(**screen, java_script_enabled=False).new_page()
    page.goto(served)
    page.locator(".body-filter svg").scroll_into_view_if_needed()
    for name, wide, high in (("neck", 24, 24), ("plantar_fascia", 24, 24), ("palmar_fascia", 24, 20)):
        across, down = page.evaluate(
            """(name) => {  // how far from its middle a part is what is hit, to the left and right, and up and down
                 const link = document.querySelector(`.body-filter .vf-link[href$="${name}"]:not([tabindex])`);
                 const box = link.querySelector("use").getBoundingClientRect();
                 const isHit = (x, y) => document.elementFromPoint(x, y)?.closest(`a[href$="${name}"]`);
                 const xs = [], ys = [];
                 for (let y = box.top - 24; y < box.bottom + 24; y++)
                   for (let x = box.left - 24; x < box.right + 24; x++) if (isHit(x, y)) { xs.push(x); ys.push(y); }
                 return [xs, ys].map((each) => Math.max(...each) - Math.min(...each) + 1);
               }""",
            name,
        )
        assert across >= wide, name
        assert down >= high, name


def test_every_part_of_the_body_is_a_fingertip_in_the_list_of_names_below_it(chromium: Chromium, served: str) -> None:
    page = chromium.new_context(**PHONE, java_script_enabled=False).new_page()
    page.goto(served)
    page.locator(".by-name summary").tap()
    names = page.locator(".by-name a")
    assert names.count() == page.locator(".body-filter .vf-link:not([tabindex])").count() == 22
    for each in names.all():
        box = each.bounding_box()
        assert box
        assert box["height"] >= TOUCH
        assert box["width"] >= TOUCH
    names.filter(has_text="Neck").tap()
    expect(page).to_have_url(f"{served}/?q=muscle:neck")


def test_on_a_phone_an_exercise_says_early_what_it_trains_and_how_it_is_done(chromium: Chromium, served: str) -> None:
    page = chromium.new_context(**PHONE).new_page()
    page.goto(f"{served}/exercises/backward-sled-push")

    def top(selector: str) -> float:
        box = page.locator(selector).first.bounding_box()
        assert box, selector
        return box["y"]

    assert top(".worked svg") < top(".worked .profile") < top(".fold") < top("#how")
    assert page.locator(".worked .target").inner_text().split() == ["Target", "Quads"]
    assert top(".aside") < PHONE["viewport"]["height"]
    assert top("#how") < 1.3 * PHONE["viewport"]["height"]
    assert not page.get_by_text("Counted in").is_visible()
    page.get_by_text("Profile", exact=True).tap()
    assert page.get_by_text("Counted in").is_visible()


def test_an_exercise_is_few_pages_of_paper(chromium: Chromium, served: str) -> None:
    page = chromium.new_context().new_page()
    page.goto(f"{served}/exercises/backward-sled-push")
    paper = page.pdf(format="A4", margin={"top": "12mm", "bottom": "12mm", "left": "12mm", "right": "12mm"})
    assert 2 <= len(re.findall(rb"/Type\s*/Page\b", paper)) <= 4
    page.emulate_media(media="print")
    assert page.locator(".profile dd").nth(3).is_visible()  # folded on a phone
    assert page.locator(".verdict .says").first.is_visible()
    assert not page.locator(".verdict .numbers").first.is_visible()


def test_what_is_tapped_is_as_large_as_a_fingertip(chromium: Chromium, served: str) -> None:
    page = chromium.new_context(**PHONE).new_page()
    for path in PATHS:
        page.goto(served + path)
        assert too_small(page) == [], path


def test_the_filters_are_a_sheet_on_a_phone(chromium: Chromium, served: str) -> None:
    page = chromium.new_context(**PHONE).new_page()
    page.goto(served)
    assert not page.locator("#filters").is_visible()
    page.get_by_role("link", name="Filters").click()
    page.locator('#filters [data-key="equipment:sled"]').click()
    expect(page.locator("#filters .done")).to_have_text("Show 7 exercises")
    page.locator("#filters .done").click()
    expect(page.locator("#filters")).not_to_be_visible()
    expect(page.locator(".chosen")).to_contain_text("Sled")


def test_an_answer_comes_first_on_a_phone_and_the_body_is_a_tap_away(chromium: Chromium, served: str) -> None:
    page = chromium.new_context(**PHONE).new_page()
    page.goto(served)
    body = page.locator(".body-filter")
    page.locator('.body-filter a[aria-label="Hamstrings"] use').first.tap(force=True)
    expect(page.locator(".chosen")).to_contain_text("Hamstrings")
    expect(body).not_to_be_visible()
    expect(page.locator(".card").first).to_be_in_viewport()
    page.get_by_role("link", name="Body").tap()
    expect(body).to_be_visible()
    page.locator('.body-filter a[aria-label="Glutes"] use').first.tap(force=True)
    expect(page.locator(".chosen")).to_contain_text("Glutes")


def test_who_walks_the_body_with_keys_stays_in_it_on_a_narrow_screen(chromium: Chromium, served: str) -> None:
    page = chromium.new_context(viewport={"width": 400, "height": 800}).new_page()
    page.goto(served)
    page.locator('.body-filter a[aria-label="Neck"]').first.focus()
    page.keyboard.press("Tab")
    there = focused(page)
    page.keyboard.press("Enter")
    expect(page.locator(".chosen")).to_be_visible()
    assert focused(page) == there
    assert page.locator(".body-filter").is_visible()


def test_a_dark_screen_is_dark_and_paper_is_light(chromium: Chromium, served: str) -> None:
    page = chromium.new_context(color_scheme="dark").new_page()
    page.goto(f"{served}/exercises/backward-sled-push")

    def ground() -> int:
        color = page.evaluate("getComputedStyle(document.body).backgroundColor")
        return sum(map(int, re.findall(r"\d+", color)[:3]))

    assert ground() < 3 * 64
    page.emulate_media(media="print", color_scheme="dark")
    assert ground() == 3 * 255
    assert not page.locator(".top").is_visible()
    assert page.locator(".citations li").first.is_visible()  # what is folded on the screen is not on paper


def test_who_wants_no_motion_gets_none(chromium: Chromium, served: str) -> None:
    page = chromium.new_context(reduced_motion="reduce").new_page()
    page.goto(served)
    assert page.evaluate("getComputedStyle(document.querySelector('.card')).transitionDuration") == "0s"


@pytest.mark.parametrize("path", ["/", "/exercises/backward-sled-push", "/muscles/quads"])
@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_nothing_moves_while_a_page_loads_and_it_is_light(
    chromium: Chromium, served: str, path: str, screen: dict[str, Any]
) -> None:
    page = chromium.new_context(**screen).new_page()
    sizes: list[int] = []
    page.on("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"]))
    page.goto(served + path, wait_until="networkidle")
    moved = page.evaluate(
        """() => new Promise((done) => {
             let sum = 0;
             new PerformanceObserver((list) => { for (const each of list.getEntries()) sum += each.value; })
               .observe({ type: "layout-shift", buffered: true });
             setTimeout(() => done(sum), 100);
           })"""
    )
    assert moved == 0
    assert len(sizes) >= 3
    assert sum(sizes) < MOST_BYTES


def test_what_is_typed_far_down_is_answered_at_the_top(page: Page, served: str) -> None:
    page.goto(f"{served}/?q=sled")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    assert page.evaluate("scrollY") > 0
    page.locator("#q").fill("carry")
    expect(page).to_have_url(re.compile("carry"))
    page.wait_for_function("scrollY === 0")


@pytest.mark.parametrize(("width", "height"), [(390, 700), (320, 256)])
def test_no_field_with_the_focus_is_hidden_behind_a_bar(
    chromium: Chromium, served: str, width: int, height: int
) -> None:
    """WCAG 2.4.11; 320 by 256 is a screen of 1280 by 1024 at 400 %."""
    page = chromium.new_context(viewport={"width": width, "height": height}).new_page()
    page.goto(f"{served}/exercises/sled-push/edit")
    page.locator("main input:not([type=hidden])").first.focus()
    for _ in range(40):
        page.keyboard.press("Tab")
        assert page.evaluate(_IS_SEEN), page.evaluate("document.activeElement.outerHTML.slice(0, 90)")


_IS_SEEN = """() => {
  const focus = document.activeElement, box = focus.getBoundingClientRect(), shares = [0.1, 0.5, 0.9];
  const at = (x, y) => document.elementFromPoint(box.x + x * box.width, box.y + y * box.height);
  return shares.some((x) => shares.some((y) => focus.contains(at(x, y) ?? document)));
}"""
