"""Invisible characters that make a text look otherwise than it is written, in every form of page."""

import json

import pytest
from command import a_page

from vastus.domain.page import Page
from vastus.parse.hidden import HIDDEN
from vastus.reference.vocabulary import vocabularies
from vastus.usecases.read_pages import ReadExercise, read_pages

NAME = "Pl\u202eank S\u2066ho\u2069ve\u202c"
RECORD = {
    "name": NAME, "force": "push", "level": "beginner", "mechanic": "compound", "equipment": "dumbbell",
    "primaryMuscles": ["chest"], "secondaryMuscles": [], "instructions": ["Lie down.", "Push it up."],
    "category": "strength", "images": [], "id": "x",
}  # fmt: skip
HOW_TO = {
    "@context": "https://schema.org",
    "@type": "HowTo",
    "name": NAME,
    "step": ["Lie on your back, one knee bent.", "Lift the hips."],
}
HTML = f"<!doctype html><html><head><title>{NAME}</title></head><body><h1>{NAME}</h1>"
PAGES = {
    "text": a_page(name=NAME),
    "html": f"{HTML}<pre>{a_page(name=NAME)}</pre></body></html>".replace("\n", "<br>"),
    "markdown": f"---\nid: x\nname: {NAME}\n---\n\n# {NAME}\n\n## Instructions\n\n1. Push\u202e it.\n",
    "catalog": json.dumps([RECORD]),
    "json-ld": f'{HTML}<script type="application/ld+json">{json.dumps(HOW_TO)}</script></body></html>',
}


def _read(text: str) -> ReadExercise:
    (read,) = read_pages([Page(text)], vocabularies())
    assert isinstance(read, ReadExercise), read
    return read


@pytest.mark.parametrize("form", PAGES)
def test_they_go_from_names_and_texts_and_a_finding_says_so(form: str) -> None:
    read = _read(PAGES[form])
    exercise = read.exercise
    assert exercise.name == "Plank Shove"
    texts = [
        exercise.name,
        exercise.overview or "",
        *(step.text for step in exercise.instructions),
        exercise.source.title or "",
    ]
    assert not set("".join(texts)) & set(HIDDEN)
    assert [finding.rule for finding in read.findings].count("hidden-characters") == 1
    for step in exercise.instructions:
        assert step.span is None or not set(step.text) - set(read.text[slice(*step.span)])


@pytest.mark.parametrize("character", ["\u200e", "\u2061", "\u180e", "\u061c"])
def test_what_only_takes_no_room_goes_without_a_finding(character: str) -> None:
    read = _read(a_page(name=f"Plank{character} Shove"))
    assert read.exercise.name == "Plank Shove"
    assert "hidden-characters" not in {finding.rule for finding in read.findings}


@pytest.mark.parametrize(
    "words", ["\u0645\u06cc\u200c\u0631\u0648\u062f", "\u0915\u094d\u200d\u0937", "\U0001f469\u200d\U0001f9b0"]
)
def test_joiners_stay_where_a_script_needs_them(words: str) -> None:
    read = _read(a_page(tip=f"Keep {words} long, ba\u200dck fl\u200cat."))
    assert read.exercise.tips[0].text == f"Keep {words} long, back flat."
