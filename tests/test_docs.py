"""What is documented exists, and what exists is documented."""

import importlib.util
import re
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from vastus.domain.page import Page, Severity
from vastus.faces.cli.main import app
from vastus.parse.forms import forms
from vastus.reference.vocabulary import vocabularies
from vastus.usecases.read_pages import ReadExercise, read_pages

ROOT = Path(__file__).resolve().parents[1]
DOCS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
GROUP = get_command(app)
assert isinstance(GROUP, TyperGroup)
COMMANDS = dict(GROUP.commands)
COMMANDS |= {
    f"{name} {below}": each
    for name, group in GROUP.commands.items()
    if isinstance(group, TyperGroup)
    for below, each in group.commands.items()
}
COMMANDS_DOC = (ROOT / "docs" / "commands.md").read_text("utf-8")


def code_in(path: Path) -> list[str]:
    """The lines of code blocks and the code in lines."""
    text = path.read_text("utf-8")
    blocks = re.findall(r"^```[a-z]*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    text = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines()] + re.findall(r"`([^`\n]+)`", text)


def called(line: str) -> list[list[str]]:
    """The calls of our command in a line of code: command and options."""
    found = re.findall(r"(?:^|[\s'$;&|(])(?:\./run|vastus)((?: +(?:[-\w./*]+))+)", line.partition("#")[0])
    return [words.split() for words in found]


CALLS = [(path, words) for path in DOCS for line in code_in(path) for words in called(line)]


def test_calls_are_found_in_the_documents() -> None:
    assert len(CALLS) > 20
    assert called("$ ./run import page.html --dry-run  # what would come out") == [["import", "page.html", "--dry-run"]]


@pytest.mark.parametrize("path", sorted({path for path, _ in CALLS}), ids=lambda path: path.name)
def test_every_command_that_is_written_of_exists(path: Path) -> None:
    wrong: list[list[str]] = []
    for found, words in CALLS:
        if found != path or words[0] in ("ARGS", "COMMAND") or words[0].startswith("--"):
            continue
        command = COMMANDS.get(" ".join(words[:2])) or COMMANDS.get(words[0])
        options = {option for each in command.params for option in each.opts} | {"--help"} if command else set[str]()
        if command is None or (words[0] != "bench" and [w for w in words if w.startswith("--") and w not in options]):
            wrong.append(words)
    assert wrong == []


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_every_link_leads_somewhere(path: Path) -> None:
    links = re.findall(
        r"\]\(([^)#\s]+)\)?", re.sub(r"^```.*?^```", "", path.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    )
    assert [link for link in links if "://" not in link and not (path.parent / link).exists()] == []


def test_the_list_of_commands_is_fresh() -> None:
    """`scripts/commands_doc` writes it anew."""
    loader = SourceFileLoader("commands_doc", str(ROOT / "scripts" / "commands_doc"))
    spec = importlib.util.spec_from_loader(loader.name, loader)
    assert spec
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    assert module.reference(app) == COMMANDS_DOC


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_documented(name: str) -> None:
    part = COMMANDS_DOC.split(f"### vastus {name}\n")[1].split("\n### ")[0]
    missing = [
        option
        for each in COMMANDS[name].params
        for option in each.opts
        if option.startswith("-") and option not in part
    ]
    assert missing == []


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_that_answers_takes_json(name: str) -> None:
    options = {option for each in COMMANDS[name].params for option in each.opts}
    assert "--json" in options or name in ("new", "bench", "serve"), "new writes, bench passes on, serve stays"


@pytest.mark.parametrize("name", ["import", "check"])
def test_the_help_names_every_form(name: str) -> None:
    (option,) = [each for each in COMMANDS[name].params if "--form" in each.opts]
    said = set(re.findall(r"[\w-]+", option.help or ""))  # type: ignore[attr-defined]  # an option
    assert {form.name for form in forms()} <= said


def test_the_example_of_the_markdown_form_is_a_valid_page() -> None:
    text = (ROOT / "docs" / "markdown-form.md").read_text("utf-8")
    example = text.split("```markdown\n")[1].split("\n```")[0]
    (found,) = read_pages([Page(example, path="example.md")], vocabularies())
    assert isinstance(found, ReadExercise)
    assert found.exercise.source.form == "markdown"
    assert [each for each in found.findings if each.severity is not Severity.INFO] == []


def test_the_example_in_the_readme_runs() -> None:
    """The Python of the README, on a page of ours."""
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    page = ROOT / "tests" / "pages" / "weighted-step-up-www.html"
    for block in blocks:
        code = block.replace("page.html", str(page))
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def test_every_decision_is_complete() -> None:
    for path in (ROOT / "docs" / "adr").glob("0*.md"):
        if path.name.startswith("0000"):
            continue
        text = path.read_text("utf-8")
        assert [part for part in ("Status", "## Context", "## Decision", "## Consequences") if part not in text] == []
