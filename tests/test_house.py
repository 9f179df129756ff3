"""The house keeps its own rules: what is pinned, what is shipped, what can be started."""

import os
import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from vastus.version import VERSION

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-bootstrap.txt")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def pins(lock: str) -> dict[str, str]:
    text = (ROOT / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==([^ ;\\]+)", text, flags=re.MULTILINE))


def wanted(group: str) -> list[Requirement]:
    return [Requirement(entry) for entry in PROJECT["dependency-groups"][group] if isinstance(entry, str)]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert "index-url" not in text
    assert "find-links" not in text


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[a-z0-9-]+==)", text, flags=re.MULTILINE)
    assert [block for block in blocks[1:] if "--hash=sha256:" not in block] == []


def test_the_development_lock_repeats_the_pins_of_the_other() -> None:
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()


@pytest.mark.parametrize(
    ("lock", "groups"),
    [("requirements.lock", ["build"]), ("requirements-dev.lock", ["build", "dev"])],
)
def test_a_lock_holds_what_the_project_asks_for(lock: str, groups: list[str]) -> None:
    """Run scripts/lock after a change of the dependencies."""
    asked = [Requirement(text) for text in PROJECT["project"]["dependencies"]]
    asked += [requirement for group in groups for requirement in wanted(group)]
    held = pins(lock)
    assert [str(r) for r in asked if not r.specifier.contains(held.get(r.name, "0"))] == []


def test_the_installed_version_is_the_one_that_the_code_says() -> None:
    assert version("vastus") == VERSION


@pytest.mark.parametrize("command", ["run", "test", ".ci/run", "scripts/lock", "scripts/draw"])
def test_a_command_can_be_started(command: str) -> None:
    assert os.access(ROOT / command, os.X_OK)
