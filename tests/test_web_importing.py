"""Importing in the browser, without script: every step as a form that is sent, and everything that can go wrong."""

import html
import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from command import OWN, a_page, settings
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from litestar.testing import TestClient
from selectolax.lexbor import LexborHTMLParser
from webform import filled

from vastus.bootstrap import Parts
from vastus.errors import DiskFull
from vastus.faces.web.app import make_app
from vastus.faces.web.uploads import MAX_BODY, MAX_PAGE
from vastus.store import engine

FREE = [
    {
        "name": f"Shove {letter}", "force": "push", "level": "beginner", "mechanic": "compound",
        "equipment": "dumbbell",
        "primaryMuscles": ["chest"], "secondaryMuscles": [], "instructions": ["Lie down.", "Push it up."],
        "category": "strength", "images": [], "id": f"Shove_{letter}",
    }
    for letter in "ABC"
]  # fmt: skip


class Browser:
    """A person's browser that does what a page's forms do."""

    def __init__(self, client: TestClient[Any], parts: Parts) -> None:
        self.client, self.parts = client, parts

    def get(self, path: str, status: int = 200) -> str:
        answer = self.client.get(path)
        assert answer.status_code == status, _text(answer.text)[:400]
        return answer.text

    def send(self, page: str, action: str, status: int = 200, **changes: str | list[str]) -> str:
        """Fill in a form of a page and send it; where it leads to another page, go there."""
        fields = filled(page, action, **changes)
        parts = [(name, (None, value)) for name, values in fields.items() for value in values]
        answer = self.client.post(action, files=parts, follow_redirects=False)
        if answer.status_code == 303:
            return self.get(answer.headers["location"], status)
        assert answer.status_code == status, _text(answer.text)[:400]
        return answer.text

    def read(self, text: str, status: int = 200, **more: str) -> str:
        return self.send(self.get("/import"), "/import", status, text=text, do="read", **more)

    def give(self, *files: tuple[str, bytes], status: int = 200) -> str:
        parts = [("file", (name, data)) for name, data in files]
        answer = self.client.post("/import", files=[*parts, ("do", (None, "read"))])  # type: ignore[list-item]
        assert answer.status_code == status, _text(answer.text)[:400]
        return answer.text

    def ids(self) -> set[str]:
        return {row.id for row in self.parts.store.rows()}

    def dump(self) -> list[object]:
        return list(self.parts.store.dump())


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Browser]:
    parts = Parts(settings(tmp_path / "home"))
    with TestClient(make_app(parts, ["testserver.local"]), base_url="http://testserver.local") as client:
        yield Browser(client, parts)
        parts.store.close()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    parts = Parts(settings(tmp_path_factory.mktemp("import") / "home"))
    with TestClient(make_app(parts, ["testserver.local"]), base_url="http://testserver.local") as client:
        yield Browser(client, parts)
        parts.store.close()


def _text(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


# --- the way through


def test_a_page_is_read_saved_and_taken_back(browser: Browser) -> None:
    before = browser.dump()
    read = browser.read(OWN.read_text("utf-8"))
    assert browser.dump() == before, "reading stores nothing"
    assert "Reverse Sled Shove" in read
    assert "Decide which it is" in _text(read)  # a finding's hint
    for number in re.findall(r'id="w(\d+)"', read):
        assert f'href="#w{number}"' in read
        assert f'id="d{number}"' in read
    saved = browser.send(read, "/import", do="save")
    assert "Reverse Sled Shove is in your library" in saved
    assert 'href="/exercises/reverse-sled-shove"' in saved
    assert "reverse-sled-shove" in browser.ids()
    assert "Imported on" in browser.get("/exercises/reverse-sled-shove")
    assert "The page as it was read" in browser.get("/exercises/reverse-sled-shove/edit")
    gone = browser.send(saved, "/imports/2/undo")
    assert "was taken back" in gone
    assert "/undo" not in gone
    assert "reverse-sled-shove" not in browser.ids()
    assert browser.client.get("/exercises/reverse-sled-shove").status_code == 404


def test_a_draft_has_its_claims_checked_as_the_page_it_becomes_and_all_of_it_is_folded(browser: Browser) -> None:
    def verdicts(text: str) -> list[tuple[str, str]]:
        return re.findall(r'class="verdict (\w+)".*?<span class="count">(\d+)</span>', text)

    read = browser.read(OWN.read_text("utf-8"))
    draft = read[read.index('<details class="draft-checked">') : read.index('class="glance"')]
    assert "contradicted" in dict(verdicts(draft))  # the page says upright in step 2 and leaning in tip 1
    assert "the torso's angle" in html.unescape(draft)
    assert draft.count("<h2>What we checked</h2>") == 1
    saved = browser.send(read, "/import", do="save")
    assert "is in your library" in saved
    assert verdicts(browser.get("/exercises/reverse-sled-shove")) == verdicts(draft)


def test_saving_twice_changes_nothing(browser: Browser) -> None:
    read = browser.read(OWN.read_text("utf-8"))
    browser.send(read, "/import", do="save")
    before = browser.dump()
    assert "Nothing has changed" in browser.send(read, "/import", do="save")
    assert browser.dump() == before


def test_a_page_that_is_read_again_is_no_twin_of_itself(browser: Browser) -> None:
    browser.send(browser.read(OWN.read_text("utf-8")), "/import", do="save")
    again = browser.read(OWN.read_text("utf-8"))
    assert "This looks like" not in _text(again)
    form = browser.send(again, "/import", do="correct")
    assert "This looks like" not in _text(browser.send(form, "/import", do="check", level="advanced"))
    other = browser.read(OWN.read_text("utf-8") + "\n  9. Breathe.")
    assert "This looks like 'reverse-sled-shove'" in _text(other)


def test_corrections_lie_over_the_page_in_one_import(browser: Browser) -> None:
    read = browser.read(OWN.read_text("utf-8"))
    form = browser.send(read, "/import", do="correct")
    typed = {"name": "Sled Shove Backward", "laterality": "alternating", "secondary": ["abs"], "steps__0__text": ""}
    saved = browser.send(form, "/import", do="save", **typed)
    assert "corrected: name, laterality, secondary, instructions" in _text(saved)
    stored = browser.parts.store.get("sled-shove-backward")
    assert stored.exercise.name == "Sled Shove Backward"
    assert "reverse-sled-shove" not in browser.ids(), "the id is of the name that was wanted"
    assert stored.exercise.laterality == "alternating"
    assert stored.exercise.secondary == ("abs",)
    page = browser.parts.store.page_text("sled-shove-backward")
    assert page is not None
    step = stored.exercise.instructions[0]
    assert step.span is not None
    assert page[slice(*step.span)] == step.text, "places point into the page that was read"
    again = browser.read(OWN.read_text("utf-8"))
    browser.send(again, "/import", do="save")
    assert browser.parts.store.get("sled-shove-backward").exercise.name == "Sled Shove Backward", (
        "reading again keeps it"
    )
    before = browser.dump()
    assert "Nothing has changed" in browser.send(form, "/import", do="save", **typed)
    assert browser.dump() == before
    browser.send(saved, "/imports/2/undo")
    assert "sled-shove-backward" not in browser.ids()


def _tallied(page: str) -> str:
    """What the heads of an import's pages say about findings."""
    return " ".join(_text(found) for found in re.findall(r'<p class="tallies">(.*?)</p>', page, re.DOTALL))


def test_words_that_did_not_go_into_the_exercise_are_not_called_used(browser: Browser) -> None:
    read = browser.read(a_page(equipment="Sandbag, Flux Capacitor").replace("Beginner", "Wizard"))
    assert "3 words not understood" in _tallied(read)
    assert "every word used" not in read
    assert "not understood: “Wizard”" in _text(read), "the level is not called unstated where the page states one"
    assert "every word used" in browser.read(a_page())


def test_checking_counts_what_is_left_of_the_pages_own_findings(browser: Browser) -> None:
    page = a_page(equipment="Sandbag, Flux Capacitor").replace("Beginner", "Wizard")
    form = browser.send(browser.read(page), "/import", do="correct")
    checked = browser.send(form, "/import", do="check")
    assert "2 doubtful" in _tallied(checked)
    assert "'Flux Capacitor' is none of the known equipment" in _text(checked)
    assert "It reads well" not in checked
    better = browser.send(checked, "/import", do="check", level="beginner")
    assert "1 doubtful" in _tallied(better)
    assert "Wizard" not in _text(re.sub(r"<details.*?</details>|<textarea.*?</textarea>", "", better, flags=re.DOTALL))
    saved = browser.send(better, "/import", do="save", equipment=["sandbag", "other"])
    (found,) = [each for each in browser.ids() if each.startswith("plank-shove")]
    edit = browser.get(f"/exercises/{found}/edit")
    assert "nothing doubtful" in _tallied(edit), "both fields are corrected"
    assert "Plank Shove is in your library" in saved


def test_checking_a_stored_page_counts_what_is_left(browser: Browser) -> None:
    browser.send(browser.read(a_page(equipment="Sandbag, Flux Capacitor")), "/import", do="save")
    path = "/exercises/plank-shove/edit"
    checked = browser.send(browser.get(path), path, do="check", name="Planky")
    assert "1 doubtful" in _tallied(checked)
    assert "It reads well" not in checked
    assert "It reads well" in browser.send(checked, path, do="check", equipment=["sandbag", "other"])


def test_the_id_follows_a_name_that_is_corrected_before_saving(browser: Browser) -> None:
    form = browser.send(browser.read(OWN.read_text("utf-8")), "/import", do="correct")
    checked = browser.send(form, "/import", do="check", name="Sled Shove Backward")
    markdown = browser.send(checked, "/import", do="markdown", name="Second Thought")
    text = filled(markdown, "/import")["markdown"][0].replace("Second Thought", "Third Thought")
    browser.send(markdown, "/import", do="save", markdown=text)
    assert {"third-thought"} <= browser.ids()
    assert not {"reverse-sled-shove", "sled-shove-backward", "second-thought"} & browser.ids()


def test_an_id_that_is_written_down_is_taken_for_a_page_that_is_new(browser: Browser) -> None:
    form = browser.send(browser.read(OWN.read_text("utf-8")), "/import", do="correct")
    markdown = browser.send(form, "/import", do="markdown")
    text = filled(markdown, "/import")["markdown"][0].replace("---", "---\nid: my-own-shove", 1)
    fields = browser.send(markdown, "/import", do="fields", markdown=text)
    browser.send(fields, "/import", do="save", name="Another Name")
    assert browser.parts.store.get("my-own-shove").exercise.name == "Another Name"


def test_twins_are_looked_for_by_the_corrected_name(browser: Browser) -> None:
    browser.send(browser.read(OWN.read_text("utf-8")), "/import", do="save")
    other = browser.read(a_page(name="Garden Carry"))
    assert "This looks like" not in _text(other)
    form = browser.send(other, "/import", do="correct")
    same = browser.send(form, "/import", do="check", name="Reverse Sled Shove")
    assert "This looks like 'reverse-sled-shove'" in _text(same)
    back = browser.send(same, "/import", do="check", name="Garden Carry Two")
    assert "This looks like" not in _text(back)
    browser.send(same, "/import", do="save", name="Garden Carry Two")
    stored = browser.parts.store.get("garden-carry-two")
    assert "likely-duplicate" not in {finding.rule for finding in stored.findings}


def test_a_wrong_value_is_told_beside_its_field_and_nothing_is_lost(browser: Browser) -> None:
    form = browser.send(browser.read(OWN.read_text("utf-8")), "/import", do="correct")
    before = browser.dump()
    wrong = browser.send(
        form, "/import", 422, do="save", name="", aliases="shove\nsled", tips__0__kind="cue", force="fly"
    )
    assert browser.dump() == before
    assert "A name is needed" in wrong
    assert "Only a fault has a sign" in wrong
    assert "none of the values of force" in _text(wrong)
    assert 'aria-describedby="name-wrong"' in wrong
    again = filled(wrong, "/import")
    assert again["aliases"] == ["shove\r\nsled"]
    assert again["force"] == ["fly"]
    assert again["tips-0-kind"] == ["cue"]
    assert again["pages"] == filled(form, "/import")["pages"]
    saved = browser.send(wrong, "/import", do="save", name="Shove", tips__0__kind="fault", force="push")
    assert "Shove is in your library" in saved
    assert browser.parts.store.get("shove").exercise.aliases == ("shove", "sled")


def test_fields_become_markdown_and_markdown_fields(browser: Browser) -> None:
    form = browser.send(browser.read(OWN.read_text("utf-8")), "/import", do="correct")
    markdown = browser.send(form, "/import", do="markdown", name="Shove")
    text = filled(markdown, "/import")["markdown"][0].replace("\r\n", "\n")
    assert "name: Shove" in text
    changed = text.replace("goal: rehab", "goal: power").replace("level: beginner", "level: advanced")
    fields = browser.send(markdown, "/import", do="fields", markdown=changed)
    assert filled(fields, "/import")["level"] == ["advanced"]
    more = browser.send(fields, "/import", do="more", name="Shove it")
    assert len([name for name in filled(more, "/import") if re.fullmatch(r"steps-\d+-text", name)]) == 4 + 3
    browser.send(more, "/import", do="save")
    exercise = browser.parts.store.get("shove-it").exercise
    assert exercise.name == "Shove it"
    assert [use.goal for use in exercise.uses] == ["conditioning", "strength", "power"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("---", "-", "is read as no Markdown page"),
        ("level: beginner", "level: godlike", ""),
        ("goal: rehab", "goal: fame", "some of it cannot be read"),
    ],
)
def test_wrong_markdown_is_told_and_stays(browser: Browser, old: str, new: str, said: str) -> None:
    form = browser.send(browser.read(OWN.read_text("utf-8")), "/import", do="correct")
    markdown = browser.send(form, "/import", do="markdown")
    text = filled(markdown, "/import")["markdown"][0].replace(old, new)
    status = 200 if "level" in old else 422  # an unknown value is a finding, and the words are kept
    wrong = browser.send(markdown, "/import", status, do="check", markdown=text)
    assert filled(wrong, "/import")["markdown"] == [text]
    if said and "Markdown" not in said:
        assert said in _text(wrong).lower() or said in _text(wrong)
    assert browser.ids() >= {"sled-push"}
    assert "reverse-sled-shove" not in browser.ids()


def test_a_catalog_is_shown_as_a_table_and_saved_whole(browser: Browser) -> None:
    page = browser.give(("free.json", json.dumps([*FREE, {"id": "x"}]).encode()))
    text = _text(page)
    assert "3 exercises would be stored, 1 refused" in text
    for name in ("Shove A", "Shove B", "Shove C"):
        assert name in text
    saved = browser.send(page, "/import", do="save")
    assert "3 added" in _text(saved)
    assert {"shove-a", "shove-b", "shove-c"} <= browser.ids()
    browser.send(saved, "/imports/2/undo")
    assert not {"shove-a", "shove-b", "shove-c"} & browser.ids()


def test_files_that_cannot_be_read_are_named_and_the_rest_goes_on(browser: Browser) -> None:
    page = browser.give(
        ("good.txt", a_page().encode()), ("bad.bin", b"\x00\x01\x02"), ("empty.txt", b""), ("half.json", b'[{"name": ')
    )
    text = _text(page)
    assert "1 exercise would be stored, 3 refused" in text
    assert "bad.bin It is not text" in text
    assert "empty.txt The page is empty" in text
    assert "half.json It starts like JSON but is not valid" in text
    saved = browser.send(page, "/import", do="save")
    assert "good.txt" in _text(saved)
    assert "plank-shove" in browser.ids()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "The page is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "It is not text"),
        (b"hello there", "Nothing on the page looks like an exercise"),
        (b'{"a": 1}', "JSON, but of none of the known catalogs"),
        (b"[1, 2", "is not valid"),
        (b"\xff\xfe" + b"\xd8" * 3, "but it is not"),
        (b"[" * 100_000, ""),
    ],
    ids=["empty", "binary", "prose", "json", "cut", "encoding", "deep"],
)
def test_what_is_no_exercise_is_refused_with_a_sentence(shared: Browser, data: bytes, said: str) -> None:
    before = shared.dump()
    text = _text(shared.give(("page", data), status=422))
    assert said.lower() in text.lower()
    assert "Read it" in text
    assert shared.dump() == before


def test_a_page_in_another_encoding_is_read_with_a_finding(shared: Browser) -> None:
    page = shared.give(("alt.txt", a_page(name="Plank Shové").encode("cp1252")))
    assert "Plank Shové" in page
    assert "it was read as cp1252" in _text(page)


def test_what_was_typed_stays_where_it_cannot_be_read(shared: Browser) -> None:
    page = shared.read("hello <b>there</b>", 422, url="https://example.org/a")
    again = filled(page, "/import")
    assert again["text"] == ["hello <b>there</b>"]
    assert again["url"] == ["https://example.org/a"]
    wrong = shared.read(a_page(), 422, url="example")
    assert "'example' is no web address" in _text(wrong)
    assert filled(wrong, "/import")["text"][0].startswith("Exercise Profile")


def test_the_address_is_the_pages_identity(browser: Browser) -> None:
    for tip in ("Keep the neck long.", "Breathe."):
        read = browser.read(a_page(tip=tip), url="https://example.org/plank-shove?utm_source=x")
        browser.send(read, "/import", do="save")
    stored = browser.parts.store.get("plank-shove")
    assert stored.revision == 2
    assert stored.exercise.source.url == "https://example.org/plank-shove?utm_source=x"
    assert "https://example.org/plank-shove" in browser.get("/exercises/plank-shove")


# --- what is too much


def test_too_much_is_refused_with_413_and_a_sentence(shared: Browser) -> None:
    large = b"Overview\n" + b"x " * (MAX_PAGE // 2)
    assert "5 MB is the most" in _text(shared.give(("page.txt", large), status=413))
    assert "more than 16 MB" in _text(shared.give(("page.json", b"[" + b" " * MAX_BODY), status=413))
    answer = shared.client.post("/api/v1/import", content=b"[" + b" " * MAX_BODY)
    assert answer.status_code == 413
    assert "more than 16 MB" in answer.json()["detail"]
    assert shared.client.post("/api/v1/import", content=large).status_code == 413


def test_a_body_without_a_length_is_counted_while_it_comes(shared: Browser) -> None:
    sent = 0

    def chunks() -> Iterator[bytes]:
        nonlocal sent
        while sent < 6 * MAX_BODY:
            sent += 1 << 20
            yield b"[" * (1 << 20)

    answer = shared.client.post("/api/v1/import", content=chunks())
    assert answer.status_code == 413


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b"garbage", "multipart/form-data; boundary=x", 400),
        (b"garbage", "multipart/form-data", 400),
        (b"--x\r\nnothing", "multipart/form-data; boundary=x", 400),
        (b"%ff%fe=%00&do=read&text=%ff", "application/x-www-form-urlencoded", 422),
        (b"&".join(b"a=1" for _ in range(30_000)), "application/x-www-form-urlencoded", 400),
        (b"{}", "application/json", 400),
        (b"do=save&pages=!!!", "application/x-www-form-urlencoded", 400),
        (b"do=save&pages=AAAA", "application/x-www-form-urlencoded", 400),
        (b"do=correct", "application/x-www-form-urlencoded", 400),
        (b"do=save", "application/x-www-form-urlencoded", 400),
        (b"do=nonsense", "application/x-www-form-urlencoded", 422),
        (b"", "application/x-www-form-urlencoded", 422),
    ],
)
def test_a_broken_form_is_refused_with_a_sentence(shared: Browser, content: bytes, kind: str, status: int) -> None:
    before = shared.dump()
    answer = shared.client.post("/import", content=content, headers={"content-type": kind})
    assert answer.status_code == status
    assert "<h1>" in answer.text
    assert shared.dump() == before


# --- what a page may hold

PAYLOAD = "<script>alert(1)</script><img src=x onerror=alert(2)>{{ 7*7 }}'\"&amp;</textarea></title><!--"


def test_markup_in_a_page_is_text_all_the_way(browser: Browser) -> None:
    page = a_page(
        name="<script>alert(1)</script> Shove", tip=f"Keep {PAYLOAD} long.", overview=f"It is {PAYLOAD} here."
    )
    read = browser.read(page, url="https://example.org/<script>alert(3)</script>")
    pages = [read]
    form = browser.send(read, "/import", do="correct")
    pages += [
        form,
        browser.send(form, "/import", do="markdown"),
        browser.send(form, "/import", 422, do="check", level=PAYLOAD),
    ]
    pages.append(browser.send(form, "/import", do="save", aliases=PAYLOAD))
    (found,) = browser.ids() - set(_shipped(browser))
    paths = (f"/exercises/{found}", f"/exercises/{found}/edit", "/imports", "/?q=shove", "/imports/2")
    pages += [browser.get(path) for path in paths]
    for text in pages:
        tree = LexborHTMLParser(text)
        assert not tree.css("img, iframe, object")
        for node in tree.css("script"):
            is_own = (node.attributes.get("src") or "").startswith("/static/")
            assert is_own or node.attributes.get("type") == "application/ld+json"
        assert not [name for node in tree.css("*") for name in node.attributes if name.startswith("on")]
        assert text.count("</html>") == 1
        assert len(re.findall("<title[ >]", text)) == text.count("</title>")
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', pages[5], re.DOTALL)
    assert "<" not in block
    assert "<script>alert(1)</script>" in json.loads(block)["description"]
    twin = browser.client.get(f"/exercises/{found}.json")
    assert twin.headers["content-type"].startswith("application/json")
    assert twin.headers["x-content-type-options"] == "nosniff"
    assert "<script>" in twin.json()["overview"]
    svg = browser.client.get(f"/api/v1/exercises/{found}/figure.svg").text
    assert "<script" not in svg


def _shipped(browser: Browser) -> list[str]:
    return [stored.exercise.id for stored in browser.parts.store.all() if stored.origin == "library"]


_PIECES = st.sampled_from(
    [*a_page().split("\n"), PAYLOAD, "---", "id: x", "# Name", "## Tips", "1. **Fault.** x", "[", "{"]
)


@hypothesis_settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(st.lists(_PIECES | st.text(max_size=60), max_size=25).map("\n".join))
def test_any_text_is_answered_and_stored_whole_or_not_at_all(shared: Browser, text: str) -> None:
    before = shared.ids()
    form = [("text", (None, text)), ("do", (None, "read"))]
    read = shared.client.post("/import", files=form)  # type: ignore[arg-type]
    assert read.status_code in {200, 422}
    assert shared.ids() == before
    if read.status_code == 422:
        return
    for do in ("correct", "save"):
        fields = [
            (name, (None, value)) for name, values in filled(read.text, "/import", do=do).items() for value in values
        ]
        answer = shared.client.post("/import", files=fields)  # type: ignore[arg-type]
        assert answer.status_code == 200
    for new in shared.ids() - before:
        assert shared.client.get(f"/exercises/{new}").status_code == 200
        assert shared.parts.store.page_text(new) is not None


# --- what can go wrong below


def _fills_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise DiskFull("there is no room left on the disk (vastus.db); nothing was kept")

    monkeypatch.setattr("vastus.store.importing.Import._add_revision", full)


def test_a_full_disk_is_told_and_the_form_stays(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    form = browser.send(browser.read(OWN.read_text("utf-8")), "/import", do="correct")
    before = browser.dump()
    with monkeypatch.context() as broken:
        _fills_the_disk(broken)
        failed = browser.send(form, "/import", 507, do="save", name="Typed by hand")
        assert "no room left on the disk" in _text(failed)
        assert "Make room and run it again" in _text(failed)
        assert filled(failed, "/import")["name"] == ["Typed by hand"]
        plain = browser.send(browser.read(OWN.read_text("utf-8")), "/import", 507, do="save")
        assert "no room left on the disk" in _text(plain)
        answer = browser.client.post("/api/v1/import", content=OWN.read_bytes())
        assert answer.status_code == 507
        assert answer.json()["title"] == "There is no room left"
    assert browser.dump() == before
    assert "Typed by hand is in your library" in browser.send(failed, "/import", do="save")


def test_a_real_full_database_keeps_nothing(browser: Browser) -> None:
    read = browser.read(OWN.read_text("utf-8"))
    before = browser.dump()
    store = browser.parts.store
    with store._database.writing() as connection:
        (pages,) = connection.exec_driver_sql("PRAGMA page_count").one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    failed = browser.send(read, "/import", 507, do="save")
    assert "no room left on the disk" in _text(failed)
    assert "Save it" in failed
    assert browser.dump() == before
    store.close()  # the limit was that connection's
    assert "is in your library" in browser.send(failed, "/import", do="save")


def test_a_locked_database_is_told_and_nothing_is_stored(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    read = browser.read(OWN.read_text("utf-8"))
    browser.send(read, "/import", do="save")
    other = sqlite3.connect(browser.parts.settings.home / "vastus.db", isolation_level=None)
    monkeypatch.setattr(engine, "WAIT_S", 0.05)
    browser.parts.store.close()
    browser.parts._store = None  # opened again, with little patience
    other.execute("BEGIN IMMEDIATE")
    try:
        failed = browser.send(browser.read(a_page()), "/import", 503, do="save")
        assert "something else is writing to it; try again" in _text(failed)
        assert "Save it" in failed
        undo = browser.client.post("/imports/2/undo")
        assert undo.status_code == 503
        edit = browser.send(
            browser.get("/exercises/sled-push/edit"), "/exercises/sled-push/edit", 503, do="save", name="Typed"
        )
        assert filled(edit, "/exercises/sled-push/edit")["name"] == ["Typed"]
    finally:
        other.execute("ROLLBACK")
        other.close()
    assert "plank-shove" not in browser.ids()
    assert "is in your library" in browser.send(failed, "/import", do="save")


# --- undo, and correcting what is there


def test_an_import_with_a_later_change_on_it_is_not_taken_back(browser: Browser) -> None:
    saved = browser.send(browser.read(OWN.read_text("utf-8")), "/import", do="save")
    edit = browser.get("/exercises/reverse-sled-shove/edit")
    browser.send(edit, "/exercises/reverse-sled-shove/edit", do="save", name="Another name")
    refused = browser.send(saved, "/imports/2/undo", 409)
    assert "it was edited since (batch 3); undo 3 first" in _text(refused)
    assert "reverse-sled-shove" in browser.ids()
    listed = browser.get("/imports")
    browser.send(listed, "/imports/3/undo")
    browser.send(listed, "/imports/2/undo")
    assert "reverse-sled-shove" not in browser.ids()
    again = browser.client.post("/imports/2/undo")
    assert again.status_code == 409
    assert "it was undone on" in _text(again.text)


@pytest.mark.parametrize("number", ["7000", "0", "99999999999999999999"])
def test_an_unknown_import_is_told(shared: Browser, number: str) -> None:
    for answer in (shared.client.get(f"/imports/{number}"), shared.client.post(f"/imports/{number}/undo")):
        assert answer.status_code == 404
        assert "here is no import" in answer.text
    assert shared.client.delete(f"/api/v1/imports/{number}").status_code == 404


def test_the_shipped_library_cannot_be_taken_back(shared: Browser) -> None:
    assert shared.client.post("/imports/1/undo").status_code == 409
    assert "/imports/1/undo" not in shared.get("/imports") + shared.get("/imports/1")


def test_a_shipped_page_is_corrected_by_an_overlay(browser: Browser) -> None:
    edit = browser.get("/exercises/sled-push/edit")
    assert "comes with Vastus and stays as it is" in _text(edit)
    assert "It reads well" in browser.send(edit, "/exercises/sled-push/edit", do="check")
    saved = browser.send(edit, "/exercises/sled-push/edit", do="save", level="advanced")
    assert "Your corrections are kept" in _text(saved)
    stored = browser.parts.store.get("sled-push")
    assert stored.overlay == ("level",)
    assert stored.exercise.level == "advanced"
    assert "you corrected level" in _text(browser.get("/exercises/sled-push"))
    again = filled(browser.get("/exercises/sled-push/edit"), "/exercises/sled-push/edit", do="save")
    unchanged = browser.client.post("/exercises/sled-push/edit", data=again, follow_redirects=False)
    assert unchanged.headers["location"] == "/exercises/sled-push"
    browser.send(saved, "/imports/2/undo")
    assert browser.parts.store.get("sled-push").overlay == ()


def test_correcting_an_unknown_exercise_is_a_404(shared: Browser) -> None:
    assert shared.client.get("/exercises/nope/edit").status_code == 404
    assert shared.client.post("/exercises/nope/edit", data={"do": "save"}).status_code == 404


def test_pages_of_the_import_are_whole_without_script(browser: Browser) -> None:
    read = browser.read(OWN.read_text("utf-8"))
    form = browser.send(read, "/import", do="correct")
    saved = browser.send(read, "/import", do="save")
    many = browser.give(("free.json", json.dumps(FREE).encode()))
    for text in (browser.get("/import"), read, form, saved, many, browser.get("/imports"), browser.get("/api/v1/docs")):
        assert text.startswith("<!doctype html>")
        assert text.count("<h1") == 1
        assert " style=" not in text
        assert all(tag.startswith('<script type="module" src="/static/') for tag in re.findall("<script[^>]*>", text))
        ids = re.findall(r'\bid="([^"]+)"', text)
        assert len(ids) == len(set(ids))
        labelled = set(re.findall(r'<label[^>]* for="([^"]+)"', text))
        assert labelled <= set(ids)
        for target in re.findall(r'href="#([^"]+)"', text):
            assert target in ids


def test_the_page_of_another_exercise_is_refused_for_one_that_is_stored(browser: Browser) -> None:
    edit = browser.get("/exercises/sled-push/edit")
    markdown = browser.send(edit, "/exercises/sled-push/edit", do="markdown")
    text = filled(markdown, "/exercises/sled-push/edit")["markdown"][0].replace("id: sled-push", "id: other")
    wrong = browser.send(markdown, "/exercises/sled-push/edit", 422, do="check", markdown=text)
    assert "the page is of 'other', not of 'sled-push'" in _text(wrong).lower()


def _bar(page: str) -> list[tuple[str, str]]:
    """The links below what was saved, with their classes; the first is the main one."""
    (bar,) = re.findall(r'<div class="bar">(.*?)</div>', page, re.DOTALL)
    return re.findall(r'<a class="([^"]+)" href="([^"]+)"', bar)


def test_what_was_saved_leads_to_the_exercise(browser: Browser) -> None:
    edit = browser.get("/exercises/sled-push/edit")
    corrected = browser.send(edit, "/exercises/sled-push/edit", do="save", level="advanced")
    assert _bar(corrected) == [("button", "/exercises/sled-push"), ("button quiet", "/imports")]
    saved = browser.send(browser.read(OWN.read_text("utf-8")), "/import", do="save")
    assert _bar(saved)[:2] == [("button", "/exercises/reverse-sled-shove"), ("button quiet", "/import")]
    undone = browser.send(corrected, "/imports/2/undo")
    assert "/exercises/sled-push" not in [address for _, address in _bar(undone)]


def test_files_are_told_apart_before_they_are_saved_and_no_id_is_promised(browser: Browser) -> None:
    page = a_page(name="Garden Carry")
    files = [("one.txt", page), ("two.txt", page.replace("Abs, Calves", "Abs"))]
    many = browser.give(*((name, text.encode()) for name, text in files))
    text = _text(many)
    assert "Garden Carry one.txt" in text
    assert "Garden Carry two.txt" in text
    assert "garden-carry" not in text
    assert "another exercise of the same import, in one.txt" in text
    saved = browser.send(many, "/import", do="save")
    assert "garden-carry-2" in _text(saved)
    other = browser.read(page.replace("Abs, Calves", "Calves"))
    assert 'the page of <a href="/exercises/garden-carry">garden-carry</a> shows the other' in other
    assert "Garden Carry" in browser.get("/exercises/garden-carry")


# --- two people, or two tabs, at the same time

PLANK = "/exercises/sled-push/edit"


def test_another_tabs_change_of_another_field_stays(browser: Browser) -> None:
    one, other = browser.get(PLANK), browser.get(PLANK)
    browser.send(one, PLANK, do="save", level="advanced")
    checked = browser.send(other, PLANK, do="check", name="Planky")
    markdown = browser.send(checked, PLANK, do="markdown")
    browser.send(markdown, PLANK, do="save")
    stored = browser.parts.store.get("sled-push").exercise
    assert (stored.name, stored.level) == ("Planky", "advanced")


@pytest.mark.parametrize("step", ["fields", "markdown"])
def test_the_same_field_changed_in_two_tabs_is_refused_and_nothing_typed_is_lost(browser: Browser, step: str) -> None:
    one, other = browser.get(PLANK), browser.get(PLANK)
    before = browser.parts.store.get("sled-push").exercise
    other = browser.send(other, PLANK, do=step, level="intermediate", name="Planky")
    browser.send(one, PLANK, do="save", level="advanced", force="static")
    kept = browser.dump()
    refused = browser.send(other, PLANK, 409, do="save")
    assert browser.dump() == kept
    assert "This was changed elsewhere while you edited it" in _text(refused)
    told = _text(re.findall(r'<section class="meanwhile".*?</section>', refused, re.DOTALL)[0])
    assert "Level you change it too now: Advanced before: " in told
    assert "Force now: Static before: Push kept as it is now" in told
    again = filled(refused, PLANK)
    if step == "fields":
        assert (again["level"], again["name"], again["force"]) == (["intermediate"], ["Planky"], ["static"])
    else:
        assert "level: intermediate" in again["markdown"][0]
        assert "force: static" in again["markdown"][0]
    browser.send(refused, PLANK, do="save")
    stored = browser.parts.store.get("sled-push").exercise
    assert (stored.name, stored.level, stored.force) == ("Planky", "intermediate", "static")
    assert stored.instructions == before.instructions


def test_the_same_value_typed_in_two_tabs_is_no_collision(browser: Browser) -> None:
    one, other = browser.get(PLANK), browser.get(PLANK)
    browser.send(one, PLANK, do="save", level="advanced")
    browser.send(other, PLANK, do="save", level="advanced", name="Planky")
    assert browser.parts.store.get("sled-push").overlay == ("name", "level")


@pytest.mark.parametrize("base", ["!!!", "AAAA", "eJyrBQAAdQD5"])
def test_a_form_that_lost_what_it_was_made_from_is_refused(shared: Browser, base: str) -> None:
    page = shared.get(PLANK)
    assert "open it anew" in _text(shared.send(page, PLANK, 400, do="save", base=base))
    other = filled(shared.get("/exercises/sled-drag/edit"), "/exercises/sled-drag/edit")["base"]
    assert "made for 'sled-drag'" in _text(shared.send(page, PLANK, 400, do="save", base=other))


def test_a_correction_while_importing_again_keeps_what_was_corrected_before(browser: Browser) -> None:
    page = OWN.read_text("utf-8")
    browser.send(browser.read(page), "/import", do="save")
    path = "/exercises/reverse-sled-shove/edit"
    browser.send(browser.get(path), path, do="save", level="advanced")
    form = browser.send(browser.read(page), "/import", do="correct")
    browser.send(form, "/import", do="save", aliases="Planky")
    stored = browser.parts.store.get("reverse-sled-shove").exercise
    assert (stored.aliases, stored.level) == (("Planky",), "advanced")
