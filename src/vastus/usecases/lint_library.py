"""Hold our own library to its editorial rules: every page by itself, and all of them together."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from vastus.check.editorial.graph import WAITING, check_graph
from vastus.check.editorial.page import check_own_page
from vastus.check.editorial.repeats import check_originality, check_repeats
from vastus.check.editorial.sources import ReadSource
from vastus.check.editorial.texts import remark
from vastus.domain.exercise import Exercise
from vastus.domain.page import Finding, Page, Severity
from vastus.domain.source import Confidence
from vastus.reference.vocabulary import Vocabularies
from vastus.usecases.read_pages import Refused, read_pages


@dataclass(frozen=True, slots=True)
class Lists:
    """What is checked in beside the pages: the families, and the sources that somebody here has read."""

    families: tuple[str, ...]
    sources: tuple[ReadSource, ...]


@dataclass(frozen=True, slots=True)
class Linted:
    """What must be mended, by the id of the page; `waiting` is what other pages, not written yet, will mend."""

    library: Mapping[str, Exercise]
    findings: Mapping[str, tuple[Finding, ...]]
    waiting: Mapping[str, tuple[Finding, ...]]


def read_lists(folder: Path) -> Lists:
    """The lists of a library folder: `families.csv` and `sources.csv`."""
    families = tuple(row["id"] for row in _rows(folder / "families.csv"))
    sources = tuple(
        ReadSource(tuple(row["keys"].split("|")), Confidence(row["mark"])) for row in _rows(folder / "sources.csv")
    )
    return Lists(families, sources)


def _rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text("utf-8").splitlines()))


def lint_library(
    pages: Iterable[Page],
    known: Vocabularies,
    lists: Lists,
    foreign: Iterable[tuple[str, str]] = (),
    *,
    alone: bool = False,
) -> Linted:
    """Every editorial finding.

    Args:
        pages: All pages of the library, each with its file's name as path.
        known: The vocabularies.
        lists: Families and sources.
        foreign: Texts of others, as pairs of a name and the text, that no page may repeat.
        alone: Whether pages that others name may be missing: what follows from that is then `waiting`.
    """
    found: dict[str, list[Finding]] = defaultdict(list)
    library: dict[str, Exercise] = {}
    for read in read_pages(pages, known):
        name = (read.path or "").removesuffix(".md")
        if isinstance(read, Refused):
            found[name].append(remark("unreadable", "page", read.reason, "docs/markdown-form.md shows the form"))
            continue
        if read.exercise.id != name:
            found[name].append(remark("id-and-file", "id", f"it is '{read.exercise.id}'", "name the file after the id"))
        library[read.exercise.id] = read.exercise
        found[read.exercise.id] += [each for each in read.findings if each.severity is not Severity.INFO]
        found[read.exercise.id] += check_own_page(read.exercise, known.muscles, lists.sources)
    for told in (check_graph(library, lists.families), check_repeats(library), check_originality(library, foreign)):
        for name, finding in told:
            found[name].append(finding)
    waiting = {
        name: tuple(each for each in findings if alone and each.rule in WAITING) for name, findings in found.items()
    }
    return Linted(
        library,
        {name: kept for name, all_ in found.items() if (kept := tuple(e for e in all_ if e not in waiting[name]))},
        {name: findings for name, findings in waiting.items() if findings},
    )
