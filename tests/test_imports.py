"""The rooms stand apart: every module imports alone, and imports point inwards."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import vastus

PACKAGE = Path(vastus.__file__).parent
ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted(
    ".".join(("vastus", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")
    for path in PACKAGE.rglob("*.py")
)
ROOMS = sorted({name.split(".")[1] for name in MODULES if "." in name})
ALONE = """
import importlib, sys
for name in sys.argv[1:]:
    for each in [each for each in sys.modules if each.partition(".")[0] == "vastus"]:
        del sys.modules[each]
    importlib.import_module(name)
"""


@pytest.mark.parametrize("room", ROOMS)
def test_every_module_of_a_room_imports_alone(room: str) -> None:
    names = [name for name in MODULES if f"{name}.".startswith(f"vastus.{room}.")]
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", ALONE, *names], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""


def test_imports_point_inwards() -> None:
    """The contracts of pyproject.toml; `lint-imports` tells more."""
    command = Path(sys.executable).with_name("lint-imports")
    if not command.exists():
        pytest.skip("import-linter comes with the development packages")
    done = subprocess.run(
        [str(command), "--no-logo", "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_check_of_everything_looks_at_the_imports() -> None:
    assert "lint-imports" in (ROOT / "test").read_text("utf-8")


def test_the_nouns_need_nothing_but_the_standard_library_and_msgspec() -> None:
    names = [name for name in MODULES if name.startswith("vastus.domain")]
    code = f"{ALONE}\nprint(*sys.modules)"
    env = {name: value for name, value in os.environ.items() if name != "PYTHONSTARTUP"}
    done = subprocess.run([sys.executable, "-c", code, *names], capture_output=True, text=True, check=True, env=env)
    found = {name.partition(".")[0] for name in done.stdout.split()} - {"vastus"}
    assert not found & {"sqlalchemy", "alembic", "rich", "typer", "selectolax", "yaml", "ftfy"}


def test_the_public_names_are_those_that_are_listed() -> None:
    code = "import vastus, sys; print(*sorted(sys.modules)); [getattr(vastus, name) for name in vastus.__all__]"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "vastus.parse" not in done.stdout.split(), "importing the package alone reads no parser"
    assert set(vastus.__all__) == {
        "Figure", "Library", "Parsed", "__version__", "figure", "figure_stylesheet", "library", "parse", "sled"
    }  # fmt: skip
    with pytest.raises(AttributeError, match="no attribute 'figures'"):
        vastus.figures  # type: ignore[attr-defined]  # noqa: B018  # that is the test


@pytest.mark.parametrize("before", ["vastus.library()", "import vastus.parse.labels", "import vastus.parse"])
def test_a_public_name_is_the_same_thing_whatever_was_asked_for_before(before: str) -> None:
    """A room has the name of a function: `vastus.parse` stays the function."""
    again = "print(vastus.parse('Hello.').rejected, vastus.parse('Hello.').rejected)"
    code = f"import vastus; {before}; from vastus.parse.labels import read_label; {again}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_command_is_found_where_the_package_is_installed() -> None:
    assert shutil.which("vastus", path=str(Path(sys.executable).parent))


def test_commands_that_compute_nothing_do_not_load_numpy() -> None:
    code = "import sys; from vastus.faces.cli.main import app; import vastus.faces.python; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "numpy" not in done.stdout.split()
