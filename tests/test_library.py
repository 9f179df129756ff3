"""Our own pages keep our own rules, and the list of what they cover is fresh."""

import importlib.util
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest

from vastus.domain.page import Page
from vastus.reference.vocabulary import vocabularies
from vastus.usecases.library_files import library_files
from vastus.usecases.lint_library import Linted, lint_library, read_lists
from vastus.usecases.load_library import read_library

ROOT = Path(__file__).resolve().parents[1]
LIBRARY = ROOT / "library"


def script(name: str) -> ModuleType:
    loader = SourceFileLoader(name.removesuffix(".py"), str(ROOT / "scripts" / name))
    spec = importlib.util.spec_from_loader(loader.name, loader)
    assert spec
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


LINT = script("lint_library.py")


@pytest.fixture(scope="module")
def linted() -> Linted:
    """The whole library, compared with everything of others that is there."""
    foreign = [text for folder in (LINT.SAMPLES, *LINT.BESIDE) for text in LINT.texts_in(folder)]
    return lint_library(LINT.pages(), vocabularies(), read_lists(LIBRARY), foreign)


def lines(linted: Linted, *, is_original: bool) -> list[str]:
    return [
        LINT.line(name, finding)
        for name, findings in sorted(linted.findings.items())
        for finding in findings
        if (finding.rule != "not-original") is is_original
    ]


def test_every_page_keeps_the_editorial_rules(linted: Linted) -> None:
    assert lines(linted, is_original=True) == []


@pytest.mark.parametrize("folder", [LINT.SAMPLES, *LINT.BESIDE], ids=lambda folder: folder.name)
def test_no_page_repeats_words_of_others(linted: Linted, folder: Path) -> None:
    if not folder.is_dir():
        pytest.skip(f"{folder.name}: the texts to compare with stand beside the repository, and are not there")
    names = {name for name, _ in LINT.texts_in(folder)}
    assert names
    assert [line for line in lines(linted, is_original=False) if any(name in line for name in names)] == []


def test_the_coverage_page_is_fresh() -> None:
    """`scripts/coverage` writes it anew."""
    report = script("coverage").report([page.exercise for page in read_library(LIBRARY, vocabularies())])
    assert report == (ROOT / "docs" / "coverage.md").read_text("utf-8")


def test_the_lint_says_what_to_mend_and_fails() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "lint_library.py"), "no-such-page"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "no-such-page: page: there is none" in done.stdout
    assert "1 pages, 1 to mend" in done.stdout


def test_a_page_is_named_after_its_file() -> None:
    text = (LIBRARY / "exercises" / "sled-push.md").read_text("utf-8")
    pages = [Page(text, path="sled-shove.md")]
    found = lint_library(pages, vocabularies(), read_lists(LIBRARY), alone=True).findings["sled-shove"]
    assert [finding.rule for finding in found] == ["id-and-file"]


def test_what_waits_for_other_pages_is_told_apart() -> None:
    (path,) = [path for path in library_files(LIBRARY) if path.stem == "sled-push"]
    pages = [Page(path.read_text("utf-8"), path=path.name)]
    strict = lint_library(pages, vocabularies(), read_lists(LIBRARY))
    alone = lint_library(pages, vocabularies(), read_lists(LIBRARY), alone=True)
    assert {finding.rule for finding in strict.findings["sled-push"]} == {"link-missing"}
    assert "sled-push" not in alone.findings
    assert {finding.rule for finding in alone.waiting["sled-push"]} == {"link-missing"}


def test_a_page_that_cannot_be_read_is_told() -> None:
    linted = lint_library([Page("", path="empty.md")], vocabularies(), read_lists(LIBRARY), alone=True)
    assert [finding.rule for finding in linted.findings["empty"]] == ["unreadable"]
