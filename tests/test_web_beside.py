"""The page beside its draft: every character stands there once, and what was read is marked where it was read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from command import OWN, PAGES, a_page
from hypothesis import given, settings
from hypothesis import strategies as st

from vastus.domain.page import Page
from vastus.faces.web.beside import MOST_SHOWN, Beside, beside
from vastus.pages.files import read_pages as files
from vastus.reference.vocabulary import vocabularies
from vastus.usecases.read_pages import ReadExercise, Refused, read_pages


def _reads(path: Path) -> Iterator[ReadExercise]:
    for read in read_pages(files([str(path)]), vocabularies()):
        if not isinstance(read, Refused):
            yield read


def _marked(found: Beside, key: str) -> str:
    number = found.marks[key].number
    return "".join(piece.text for piece in found.pieces if number in piece.marks)


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.[thm]*")), ids=lambda path: path.name)
def test_the_pieces_are_the_page_and_each_mark_begins_once(path: Path) -> None:
    for read in _reads(path):
        found = beside(read)
        if found is None:
            continue
        assert "".join(piece.text for piece in found.pieces) == read.text[:MOST_SHOWN]
        begun = [number for piece in found.pieces for number in piece.begins]
        assert sorted(begun) == sorted(set(begun))
        assert set(begun) <= {mark.number for mark in found.marks.values()}


def test_a_mark_holds_the_words_that_the_exercise_has() -> None:
    (read,) = _reads(OWN)
    found = beside(read)
    assert found is not None
    assert _marked(found, "target") == "Quads"
    assert _marked(found, "step-0") == read.exercise.instructions[0].text
    assert _marked(found, "tip-1").split() == read.exercise.tips[1].text.split()
    assert found.unread == 0
    assert {piece.text for piece in found.pieces if piece.use == "label"} >= {"Exercise Profile", "Mechanics"}


def _words_of(found: Beside, use: str) -> list[str]:
    return [piece.text for piece in found.pieces if piece.use == use]


@pytest.mark.parametrize(
    ("old", "new", "marked", "unclear"),
    [
        ("RequiredSled", "RequiredSandbag, Flux Capacitor", {"equipment": "Sandbag"}, ["Flux Capacitor"]),
        ("RequiredSled", "RequiredFlux Capacitor and Sandbag", {"equipment": "and Sandbag"}, ["Flux Capacitor"]),
        ("LevelBeginner", "LevelWizard", {"level": None}, ["Wizard"]),
        ("LevelBeginner", "LevelBeginner to Advanced", {"level": None}, ["Beginner to Advanced"]),
        ("LevelBeginner", "LevelBeginner, Advanced", {"level": None}, ["Beginner, Advanced"]),
        ("TypeStrength", "TypeStrength, Plyometrics", {"type": "Strength"}, ["Plyometrics"]),
        ("TypeStrength", "TypeStrength / Plyometrics", {"type": "Strength"}, ["Plyometrics"]),
        ("Push (Bilateral)", "Push (Sometimes)", {"force": "Push"}, ["(Sometimes)"]),
        ("Push (Bilateral)", "Wobble (Bilateral)", {"force": "(Bilateral)"}, ["Wobble"]),
        ("LevelBeginner", "LevelBeginner", {"level": "Beginner"}, []),
    ],
)
def test_words_that_are_in_no_field_are_not_marked_as_used(
    old: str, new: str, marked: dict[str, str | None], unclear: list[str]
) -> None:
    (read,) = read_pages([Page(a_page().replace(old, new))], vocabularies())
    assert isinstance(read, ReadExercise)
    found = beside(read)
    assert found is not None
    for name, words in marked.items():
        assert (_marked(found, name).strip(" ,/") if name in found.marks else None) == words
    assert [" ".join(text.split()) for text in _words_of(found, "unclear")] == unclear
    assert found.unclear == sum(len(text.split()) for text in unclear)
    assert found.unread == 0


def test_the_value_of_a_label_of_the_pages_own_is_kept_not_marked() -> None:
    (read,) = read_pages([Page(a_page().replace("LevelBeginner", "LevelBeginner\nUtility: Basic"))], vocabularies())
    assert isinstance(read, ReadExercise)
    assert read.exercise.printed["Utility"] == "Basic"
    found = beside(read)
    assert found is not None
    assert "Basic" in _words_of(found, "kept")


WIDGETS = ("Rest Timer", "Minutes", "Seconds", "00:00", "Start", "Reset")


def test_no_word_is_both_kept_and_called_unused() -> None:
    lines = "\nRegressions\nNone\n" + "\n".join(WIDGETS) + "\nA line of\nthe page's own\n\n"
    (read,) = read_pages([Page(a_page().replace("    Abs, Calves\n", "    Abs, Calves\n" + lines))], vocabularies())
    assert isinstance(read, ReadExercise)
    found = beside(read)
    assert found is not None
    assert [" ".join(section.paragraphs) for section in read.exercise.sections] == ["A line of the page's own"]
    assert read.exercise.printed["Regressions"] == "None"
    assert _words_of(found, "kept") == ["A line of\n", "the page's own"]
    assert _words_of(found, "unread") == [*WIDGETS[:3], *WIDGETS[4:]]
    assert {"Regressions", "None"} <= set(_words_of(found, "label"))
    (told,) = [finding for finding in read.findings if finding.rule == "page-controls"]
    assert told.excerpt == ", ".join(WIDGETS)


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.[thm]*")), ids=lambda path: path.name)
def test_the_words_of_sections_are_never_called_unused(path: Path) -> None:
    for read in _reads(path):
        if found := beside(read):
            words = {word for section in read.exercise.sections for text in section.paragraphs for word in text.split()}
            unread = [piece.text for piece in found.pieces if piece.use == "unread"]
            assert not [text for text in unread if set(text.split()) <= words and len(text.split()) > 2]


def test_what_went_nowhere_is_told_from_labels_and_list_numbers() -> None:
    page = Page(a_page().replace("Exercise Profile", "Seventeen people like this\nExercise Profile"))
    (read,) = read_pages([page], vocabularies())
    assert isinstance(read, ReadExercise)
    found = beside(read)
    assert found is not None
    uses = {piece.text: piece.use for piece in found.pieces if piece.use}
    assert uses["Seventeen people like this"] in {"kept", "unread"}
    assert not any(piece.text.strip(" .\n").isdigit() and piece.use for piece in found.pieces)


@settings(deadline=None)
@given(st.text(max_size=300), st.integers(0, 5))
def test_any_text_in_a_page_keeps_the_law(text: str, at: int) -> None:
    lines = a_page().split("\n")
    lines.insert(at * len(lines) // 6, text)
    for read in read_pages([Page("\n".join(lines))], vocabularies()):
        if isinstance(read, ReadExercise) and (found := beside(read)):
            assert "".join(piece.text for piece in found.pieces) == read.text[:MOST_SHOWN]
