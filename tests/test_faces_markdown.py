"""The Markdown page of an exercise: canonical, and read back as the same exercise."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from strategies import MARKS, exercises, marked, wild_lines

from vastus.domain.claim import Basis, BasisKind, Claim, Verdict
from vastus.domain.exercise import (
    Contraction,
    Dose,
    Exercise,
    Goal,
    Range,
    Relation,
    RelationKind,
    Step,
    StepKind,
    Swap,
    Tip,
    TipKind,
    Use,
)
from vastus.domain.page import Draft, Page, Section
from vastus.domain.source import Citation, Confidence, Source
from vastus.faces.markdown import print_exercise
from vastus.parse.markdown import FORM
from vastus.parse.opened import Opened
from vastus.parse.outline import MAX_DEPTH
from vastus.profile.build import build_exercise
from vastus.reference.vocabulary import vocabularies

ROOT = Path(__file__).resolve().parents[1]
MANUAL = (ROOT / "docs" / "markdown-form.md").read_text(encoding="utf-8")


def draft_of(text: str) -> Draft:
    opened = Opened(Page(text))
    assert FORM.identify(opened)
    (draft,) = FORM.read(opened)
    assert isinstance(draft, Draft), draft
    return draft


def exercise_of(draft: Draft) -> Exercise:
    return build_exercise(draft, vocabularies())[0]


def reread(exercise: Exercise) -> Exercise:
    return exercise_of(draft_of(print_exercise(exercise)))


def manual_page() -> str:
    return MANUAL.split("```markdown\n")[1].split("```")[0]


def an_exercise(**parts: Any) -> Exercise:  # noqa: ANN401  # any field of an exercise
    return Exercise("x", "X", **{"source": Source(form="markdown"), **parts})


def body_of(exercise: Exercise) -> str:
    return print_exercise(exercise).split("---\n\n# X\n\n", 1)[1]


def front_of(exercise: Exercise) -> str:
    return print_exercise(exercise).split("name: X\n", 1)[1].split("---\n", 1)[0]


def with_text_everywhere(text: str) -> Exercise:
    """An exercise that says `text` in every place that takes free text."""
    fault = Tip(text, TipKind.FAULT, sign=text, causes=(text, text), fixes=(text,))
    swap = Tip(text, TipKind.SUBSTITUTE, condition=text, children=(fault, Tip(text)))
    claim = Claim(text, text, text, Verdict.DEPENDS, Basis(BasisKind.NONE, text, {text: 1.5}))
    return Exercise(
        "x",
        text,
        aliases=(text,),
        overview=f"{text}\n\n{text}",
        instructions=(Step(text, StepKind.LOAD), Step(text)),
        tips=(swap, Tip(text, TipKind.INDIVIDUAL, advice=text), Tip(text, TipKind.SAFETY)),
        uses=(Use(Goal.SKILL, Dose(load=text), text), Use(Goal.REHAB)),
        dose=Dose(load=text),
        relations=(Relation(RelationKind.OPPOSITE_OF, "y", text),),
        swaps=(Swap("sled", text, text),),
        claims=(claim,),
        citations=(
            Citation(text, Confidence.VERIFIED),
            Citation(text, Confidence.JUDGEMENT, url=text),
        ),
        sections=(Section(text, (text, text)), Section(text, ())),
        printed={text: text},
        source=Source(*[text] * 8),
    )


@pytest.mark.parametrize("mark", MARKS)
def test_text_that_looks_like_a_mark_survives_in_every_place(mark: str) -> None:
    for text in marked(mark):
        exercise = with_text_everywhere(text)
        assert reread(exercise) == exercise


@settings(max_examples=300, deadline=None)
@given(text=wild_lines())
def test_any_text_survives_in_every_place(text: str) -> None:
    exercise = with_text_everywhere(text)
    assert reread(exercise) == exercise


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(exercise=exercises())
def test_what_is_printed_reads_back_as_the_same_exercise(exercise: Exercise) -> None:
    assert reread(exercise) == exercise


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(exercise=exercises())
def test_a_printed_page_prints_again_as_itself(exercise: Exercise) -> None:
    text = print_exercise(exercise)
    assert print_exercise(exercise_of(draft_of(text))) == text


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(exercise=exercises())
def test_reading_a_printed_page_finds_nothing_to_complain_about(exercise: Exercise) -> None:
    rules = {finding.rule for finding in draft_of(print_exercise(exercise)).findings}
    assert rules <= {"closed-heading"}


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("**Fault.** Not a label", r"**Cue.** \*\*Fault.\*\* Not a label"),
        ("Sign: nothing", "**Cue.** Sign: nothing"),
        ("a < b", r"**Cue.** a \< b"),
        ("snake_case stays, _this_ not", r"**Cue.** snake_case stays, \_this\_ not"),
        ("AT&T &amp; co", r"**Cue.** AT&T \&amp; co"),
        ("C:\\rack", r"**Cue.** C:\\rack"),
    ],
)
def test_a_mark_in_a_tip_is_escaped_and_nothing_else_is(text: str, printed: str) -> None:
    assert body_of(an_exercise(tips=(Tip(text),))) == f"## Tips\n\n1. {printed}\n"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("# Tips", r"\# Tips"),
        ("- first", r"\- first"),
        ("-20 kg", "-20 kg"),
        ("1. first", r"1\. first"),
        ("2.5 kg", "2.5 kg"),
        ("---", r"\---"),
        ("> quoted", r"\> quoted"),
    ],
)
def test_a_paragraph_never_looks_like_a_block(text: str, printed: str) -> None:
    assert body_of(an_exercise(overview=text)) == f"## Overview\n\n{printed}\n"


@pytest.mark.parametrize(
    ("heading", "printed"),
    [
        ("Tips", "## Tips ##"),
        ("overview:", "## overview: ##"),
        ("Set #", r"## Set \#"),
        ("C#", "## C#"),
    ],
)
def test_a_section_is_never_taken_for_a_part(heading: str, printed: str) -> None:
    assert body_of(an_exercise(sections=(Section(heading, ()),))) == f"{printed}\n"


@pytest.mark.parametrize(
    ("parts", "printed"),
    [
        ({}, ""),
        ({"secondary": ()}, "secondary: []\n"),
        ({"aliases": ()}, ""),
        ({"dose": Dose()}, "dose: {}\n"),
        ({"dose": Dose(reps=Range(5, 5.0))}, "dose:\n  reps: {low: 5, high: 5}\n"),
        ({"dose": Dose(rest_s=Range(0.1, 1e22))}, "dose:\n  rest_s: {low: 0.1, high: 1e+22}\n"),
        ({"uses": (Use(Goal.REHAB, Dose()),)}, "uses:\n- goal: rehab\n  dose: {}\n"),
        ({"contraction": Contraction()}, "contraction: {}\n"),
        ({"aliases": ("no", "12", "a: b")}, 'aliases: ["no", "12", "a: b"]\n'),
        ({"source": Source(form="markdown", license="MIT")}, "source: {license: MIT}\n"),
        ({"source": Source()}, "source: {form: null}\n"),
    ],
)
def test_front_matter_holds_what_is_said_and_no_more(parts: dict[str, Any], printed: str) -> None:
    assert front_of(an_exercise(**parts)) == printed


def test_ten_tips_keep_their_parts() -> None:
    exercise = an_exercise(tips=tuple(Tip(f"Tip {n}", TipKind.FAULT, sign=f"s{n}") for n in range(12)))
    assert "\n10. **Fault.** Tip 9\n    - Sign: s9\n" in print_exercise(exercise)
    assert reread(exercise) == exercise


def test_a_long_text_stays_on_one_line() -> None:
    exercise = an_exercise(instructions=(Step("word " * 2000 + "end"),))
    assert max(map(len, print_exercise(exercise).splitlines())) > 10_000
    assert reread(exercise) == exercise


def test_tips_may_be_nested_as_deep_as_lists_are_read() -> None:
    tip = Tip("the last")
    for depth in range(MAX_DEPTH - 1):
        tip = Tip(f"above {depth}", children=(tip,))
    exercise = an_exercise(tips=(tip,))
    assert reread(exercise) == exercise


def test_a_section_with_a_line_break_cannot_be_built() -> None:
    with pytest.raises(ValueError, match="line break"):
        an_exercise(sections=(Section("Notes\n## Tips", ("a\n\n1. b",)),))


def test_another_reader_of_yaml_takes_texts_for_texts() -> None:
    """YAML 1.1 knows more words for true, and dates; the page says the same to its readers."""
    yaml = pytest.importorskip("yaml")
    for text in (*MARKS, "y", "Off", "1_000", "0o7", "1:30", "2026-11-22T10:00:00", "=", "<<"):
        if not text.strip():
            continue
        exercise = an_exercise(aliases=(text.strip(),), printed={text.strip(): text.strip()})
        front = yaml.safe_load(print_exercise(exercise).split("---\n")[1])
        assert front["aliases"] == [text.strip()]
        assert front["printed"] == {text.strip(): text.strip()}


def test_the_page_in_the_manual_is_canonical() -> None:
    text = manual_page()
    assert print_exercise(exercise_of(draft_of(text))) == text
