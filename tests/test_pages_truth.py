"""Saved pages of many forms, each with what a careful person reads in it (`pages/truth.jsonl`)."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from vastus.check.page import check_page
from vastus.domain.exercise import Exercise
from vastus.domain.page import Draft, Finding, Page, Rejected
from vastus.faces.json import exercise_json
from vastus.pages.files import read_pages
from vastus.parse.forms import parse_page
from vastus.parse.identity import normalized_address
from vastus.parse.lines import clean
from vastus.profile.build import build_exercise
from vastus.reference.vocabulary import folded, vocabularies

PAGES = Path(__file__).parent / "pages"
SHARED = Path(__file__).resolve().parents[2] / "shared" / "pages"
SINGLE = ("name", "type", "mechanics", "force", "laterality", "level")
SEVERAL = ("equipment", "target", "secondary")
FORMS = ("profile-page", "html-profile", "json-ld", "microdata", "prose")

Truth = dict[str, object]


def table(file: Path) -> list[Truth]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] if file.exists() else []


TRUTHS = table(PAGES / "truth.jsonl")
SHARED_TRUTHS = [truth | ids for truth in table(SHARED / "truth.jsonl") if isinstance(ids := truth.get("ids"), dict)]


def file_id(truth: Truth) -> str:
    return str(truth["file"])


@dataclass
class Read:
    drafts: list[Draft]
    refusals: list[str]
    exercises: list[Exercise]
    findings: list[Finding]


def read(file: Path) -> Read:
    """Everything that the importer makes of one file, the store left out."""
    (page,) = read_pages([str(file)])
    assert isinstance(page, Page), str(page)
    done = Read([], [], [], [])
    for found in parse_page(replace(page, path=file.name)):
        if isinstance(found, Rejected):
            done.refusals.append(found.reason)
            continue
        exercise, findings = build_exercise(found, vocabularies())
        done.drafts.append(found)
        done.exercises.append(exercise)
        done.findings += [*findings, *check_page(exercise)]
    return done


def one(file: Path) -> tuple[Draft, Exercise, list[Finding]]:
    done = read(file)
    assert done.refusals == []
    (draft,), (exercise,) = done.drafts, done.exercises
    return draft, exercise, done.findings


def plainly(value: object) -> object:
    """Values as JSON has them; the order of a list does not count."""
    if isinstance(value, list | tuple):
        return sorted(str(each) for each in value)
    return None if value is None else str(value) if isinstance(value, str) else value


def differences(truth: Truth, draft: Draft, exercise: Exercise) -> list[tuple[str, object, object]]:
    """(field, what a person reads, what we read) wherever the two differ and no accepted reading fits."""
    read_values: dict[str, object] = {name: getattr(exercise, name) for name in (*SINGLE, *SEVERAL)}
    read_values |= {
        "n_instructions": len(exercise.instructions),
        "n_tips": len(exercise.tips),
        "n_nested_tips": sum(len(tip.children) for tip in exercise.tips),
        "form": draft.source.form,
    }
    accepted = truth.get("accept") or {}
    assert isinstance(accepted, dict)
    wrong: list[tuple[str, object, object]] = []
    for name, value in read_values.items():
        if name not in truth:
            continue
        wanted = truth[name]
        if (wanted is None and name.startswith("n_")) or (name == "form" and wanted not in FORMS):
            continue
        allowed = [wanted, *accepted.get(name, [])]
        if plainly(value) not in [plainly(each) for each in allowed]:
            wrong.append((name, wanted, plainly(value)))
    return wrong


@pytest.mark.parametrize("truth", [t for t in TRUTHS if t["expect"] == "exercise"], ids=file_id)
def test_a_saved_page_is_read_as_a_person_reads_it(truth: Truth) -> None:
    draft, exercise, _ = one(PAGES / file_id(truth))
    assert differences(truth, draft, exercise) == []


@pytest.mark.parametrize("truth", [t for t in TRUTHS if t["expect"] == "rejected"], ids=file_id)
def test_a_page_that_is_no_exercise_is_refused_with_a_reason(truth: Truth) -> None:
    done = read(PAGES / file_id(truth))
    assert done.exercises == []
    assert done.refusals
    assert all(len(reason) > 10 and "\n" not in reason for reason in done.refusals)


@pytest.mark.parametrize("truth", [t for t in TRUTHS if t.get("unknown")], ids=file_id)
def test_a_word_in_no_vocabulary_is_kept_and_reported(truth: Truth) -> None:
    """An unknown word, or one that is only close to a known one, stands in a finding."""
    _, _, findings = one(PAGES / file_id(truth))
    unknown = truth["unknown"]
    assert isinstance(unknown, list)
    said = folded(" ".join(f"{finding.message} {finding.excerpt}" for finding in findings))
    assert [word for word in unknown if folded(word) not in said] == []


@pytest.mark.parametrize("truth", [t for t in TRUTHS if t.get("url")], ids=file_id)
def test_a_saved_page_is_known_by_its_address(truth: Truth) -> None:
    draft, _, _ = one(PAGES / file_id(truth))
    assert draft.key == f"url:{normalized_address(str(truth['url']))}"


@pytest.mark.parametrize("truth", [t for t in TRUTHS if t.get("same_as")], ids=file_id)
def test_one_page_under_two_addresses_has_one_key_and_one_content(truth: Truth) -> None:
    draft, exercise, _ = one(PAGES / file_id(truth))
    other_draft, other, _ = one(PAGES / str(truth["same_as"]))
    assert draft.key == other_draft.key
    assert replace(exercise, source=other.source, sections=other.sections) == other


@pytest.mark.skipif(not SHARED_TRUTHS, reason="the sample pages stand beside the repository, and are not there")
@pytest.mark.parametrize("truth", SHARED_TRUTHS or [{"file": "none"}], ids=file_id)
def test_a_sample_page_of_the_seeds_form_is_read_as_a_person_reads_it(truth: Truth) -> None:
    draft, exercise, findings = one(SHARED / file_id(truth))
    assert differences(truth, draft, exercise) == []
    assert draft.source.form == "profile-page"
    is_cut = any(finding.rule == "cut-page" for finding in findings)
    assert is_cut == str(truth["note"]).startswith("cut")


def spans(exercise: Exercise) -> list[tuple[str, tuple[int, int]]]:
    """The texts that must stand in the page where their spans say."""
    found = [(step.text, step.span) for step in exercise.instructions]
    tips = list(exercise.tips)
    while tips:
        tip = tips.pop()
        found.append((tip.text, tip.span))
        tips += tip.children
    return [(text, span) for text, span in found if span is not None]


@pytest.mark.parametrize(
    "truth",
    [t for t in TRUTHS if t["expect"] == "exercise" and t["form"] in ("profile-page", "html-profile", "prose")],
    ids=file_id,
)
def test_spans_point_to_the_words_they_belong_to(truth: Truth) -> None:
    """First and last word of every step and tip stand at the ends of its span in the page's text."""
    draft, exercise, _ = one(PAGES / file_id(truth))
    found = spans(exercise)
    assert len(found) >= len(exercise.instructions) + len(exercise.tips)
    wrong = [(text, there) for text, (start, end) in found if not ends_match(text, there := draft.text[start:end])]
    assert wrong == []


def ends_match(text: str, there: str) -> bool:
    """Whether first and last word are the same, but for characters that cleaning takes away or repairs."""
    cleaned = " ".join(clean(line, None).text for line in there.splitlines())
    return cleaned.split()[0] == text.split(maxsplit=1)[0] and cleaned.split()[-1] == text.rsplit(maxsplit=1)[-1]


GOLDEN = (
    "own-backward-push.txt",
    "kettlebell-swing-american.txt",
    "split-squat-left-leg-elevated.txt",
    "double-under.html",
    "blog-copenhagen-plank.html",
)


@pytest.mark.parametrize("file", GOLDEN)
def test_the_whole_exercise_is_as_it_was(file: str, matches_snapshot: Callable[[str, str], None]) -> None:
    """Exercise and findings, every key; a change here is meant or it is a fault."""
    _, exercise, findings = one(PAGES / file)
    both = {"exercise": msgspec.Raw(exercise_json(exercise)), "findings": findings}
    text = msgspec.json.format(msgspec.json.encode(both), indent=2).decode()
    matches_snapshot(f"{file}.json", text + "\n")
