"""Snapshots: expected texts as files, written anew by `pytest --rewrite-snapshots`, reported when no test asks."""

import difflib
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import hypothesis
import pytest
from command import TEN, Instance, settings

from vastus.bootstrap import Parts

pytest_plugins = ("browser", "postgres", "served")

# No test is timed: a busy machine is no fault.
hypothesis.settings.register_profile("patient", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("patient")

SNAPSHOTS = Path(__file__).parent / "snapshots"
USED = pytest.StashKey[set[Path]]()
IS_PART = pytest.StashKey[bool]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-snapshots",
        action="store_true",
        help="write the snapshots anew from what the code does now; read the diff before you commit it",
    )


def pytest_configure(config: pytest.Config) -> None:
    config.stash[USED] = set()
    config.stash[IS_PART] = any("::" in argument for argument in config.args)


def pytest_deselected(items: Sequence[pytest.Item]) -> None:
    if items:
        items[0].config.stash[IS_PART] = True


@pytest.fixture
def matches_snapshot(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with `tests/snapshots/<test module>/<name>`, or writes that file anew."""
    folder = SNAPSHOTS / request.path.stem.removeprefix("test_")

    def compare(name: str, text: str) -> None:
        file = folder / name
        request.config.stash[USED].add(file)
        before = file.read_text(encoding="utf-8") if file.exists() else ""
        if before == text:
            return
        if request.config.getoption("--rewrite-snapshots"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
            return
        diff = difflib.unified_diff(before.splitlines(), text.splitlines(), "snapshot", "now", lineterm="", n=2)
        shown = "\n".join(list(diff)[:60])
        pytest.fail(
            f"{file.relative_to(SNAPSHOTS)} differs (--rewrite-snapshots writes it anew)\n{shown}", pytrace=False
        )

    return compare


def unused_snapshots(used: set[Path]) -> list[Path]:
    """The files beside the used ones that no test asked for."""
    folders = {file.parent for file in used}
    return sorted(file for folder in folders for file in folder.glob("*") if file not in used)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if config.stash[IS_PART]:
        return  # tests that were left out would have asked for theirs
    unused = unused_snapshots(config.stash[USED])
    if unused:
        terminalreporter.section("unused snapshots")
        for file in unused:
            terminalreporter.line(f"{file.relative_to(SNAPSHOTS)}: no test asks for it; delete it")


@pytest.fixture(scope="session")
def prepared_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An instance with nothing but the shipped library, to be copied."""
    home = tmp_path_factory.mktemp("prepared") / "home"
    parts = Parts(settings(home))
    parts.store.close()
    assert len(Parts(settings(home)).index) == len(TEN)  # and makes the index
    return home


@pytest.fixture
def vastus(prepared_home: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> Instance:
    """The command on an instance of its own, ready for use."""
    home = tmp_path / "home"
    shutil.copytree(prepared_home, home)
    return Instance(home, capsysbinary)


@pytest.fixture
def elsewhere(prepared_home: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> Instance:
    """Another instance, as on another machine."""
    home = tmp_path / "elsewhere"
    shutil.copytree(prepared_home, home)
    return Instance(home, capsysbinary)
