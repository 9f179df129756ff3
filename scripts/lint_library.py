"""Print what the editorial rules find in library/exercises; started by scripts/lint_library."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from vastus.domain.page import Finding, Page
from vastus.reference.vocabulary import vocabularies
from vastus.usecases.library_files import library_files
from vastus.usecases.lint_library import lint_library, read_lists

ROOT = Path(__file__).resolve().parents[1]
LIBRARY = ROOT / "library"
SAMPLES = ROOT / "tests" / "pages"
BESIDE = (ROOT.parent / "shared" / "data", ROOT.parent / "shared" / "seed")
"""Texts of others, where somebody has put them beside the checkout."""


def texts_in(folder: Path) -> Iterator[tuple[str, str]]:
    """Name and text of everything in a folder that the library must not repeat; nothing when it is not there."""
    for path in sorted(folder.glob("*")):
        if path.suffix == ".json":
            for text in _strings(json.loads(path.read_text("utf-8"))):
                yield path.name, text
        elif path.suffix in {".txt", ".html"} or (path.suffix == ".md" and folder == SAMPLES):
            yield path.name, path.read_text("utf-8", errors="replace")


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)


def pages() -> list[Page]:
    """The pages of the library, named after their files."""
    return [Page(path.read_text("utf-8"), path=path.name) for path in library_files(LIBRARY)]


def line(name: str, finding: Finding) -> str:
    """One finding as `id: field: what: what to do`."""
    said = f"{name}: {finding.field}: {finding.message}"
    return f"{said}: {finding.hint}" if finding.hint else said


def main(arguments: list[str]) -> int:
    """Lint, print, and return the exit code."""
    alone = "--alone" in arguments
    wanted = {Path(each).name.removesuffix(".md") for each in arguments if not each.startswith("--")}
    foreign = [text for folder in (SAMPLES, *BESIDE) for text in texts_in(folder)]
    linted = lint_library(pages(), vocabularies(), read_lists(LIBRARY), foreign, alone=alone)
    unknown = wanted - linted.library.keys() - linted.findings.keys()
    for name in sorted(unknown):
        print(f"{name}: page: there is none: write library/exercises/{name}.md")
    count = len(unknown)
    for name, findings in sorted(linted.findings.items()):
        if not wanted or name in wanted:
            count += len(findings)
            for finding in findings:
                print(line(name, finding))
    for name, findings in sorted(linted.waiting.items()):
        if not wanted or name in wanted:
            for finding in findings:
                print(f"(waiting) {name}: {finding.field}: {finding.message}")
    for folder in BESIDE:
        if not folder.is_dir():
            print(f"(note) {folder} is not there, so nothing was compared with it")
    print(f"{len(wanted or linted.library)} pages, {count} to mend")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
