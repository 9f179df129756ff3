"""The Markdown page of an exercise: canonical, and read back as the same exercise."""

import re
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from strategies import MARKS, exercises, lines

from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Dose, Exercise, Range, Step, StepKind, Tip, TipKind, Use
from vastus.domain.page import Draft, Item, Page, Section
from vastus.domain.source import Citation, Confidence, Source
from vastus.faces.markdown import print_exercise
from vastus.parse.markdown import FORM
from vastus.parse.opened import Opened

ROOT = Path(__file__).resolve().parents[1]
MANUAL = (ROOT / "docs" / "markdown-form.md").read_text(encoding="utf-8")


def draft_of(text: str) -> Draft:
    opened = Opened(Page(text))
    assert FORM.identify(opened)
    (draft,) = FORM.read(opened)
    assert isinstance(draft, Draft), draft
    return draft


def _tip(item: Item) -> dict[str, object]:
    return {"text": item.words.text, **item.stated, "children": [_tip(child) for child in item.children]}


def exercise_of(draft: Draft) -> Exercise:
    """What the draft states, without any understanding: enough for pages that leave nothing unsaid."""
    listed = ("target", "secondary", "equipment")
    values = {
        field.name or field.label: [value.text for value in field.values] for field in draft.fields
    }
    source = {**asdict(draft.source), **msgspec.convert(draft.stated.get("source", {}), dict)}
    return msgspec.convert(
        {
            **draft.stated,
            **{key: found if key in listed else found[0] for key, found in values.items()},
            "name": draft.name.text,
            "aliases": [alias.text for alias in draft.aliases],
            "overview": "\n\n".join(paragraph.text for paragraph in draft.overview) or None,
            "instructions": [_tip(item) for item in draft.instructions],
            "tips": [_tip(item) for item in draft.tips],
            "sections": [asdict(section) for section in draft.sections],
            "source": source,
        },
        Exercise,
    )


def reread(exercise: Exercise) -> Exercise:
    return exercise_of(draft_of(print_exercise(exercise)))


def manual_page() -> str:
    return MANUAL.split("```markdown\n")[1].split("```")[0]


def an_exercise(**parts: object) -> Exercise:
    return msgspec.convert({"id": "x", "name": "X", "source": Source(form="markdown"), **parts}, Exercise, from_attributes=True)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(exercise=exercises())
def test_what_is_printed_reads_back_as_the_same_exercise(exercise: Exercise) -> None:
    assert reread(exercise) == exercise


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(exercise=exercises())
def test_a_printed_page_prints_again_as_itself(exercise: Exercise) -> None:
    text = print_exercise(exercise)
    assert print_exercise(exercise_of(draft_of(text))) == text


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(exercise=exercises())
def test_reading_a_printed_page_finds_nothing_to_complain_about(exercise: Exercise) -> None:
    rules = {finding.rule for finding in draft_of(print_exercise(exercise)).findings}
    assert rules <= {"closed-heading"}


def test_the_page_in_the_manual_is_canonical() -> None:
    text = manual_page()
    assert print_exercise(exercise_of(draft_of(text))) == text
