"""The benchmarks can be run; how fast anything is, no test says."""

import json
import subprocess
import sys
from pathlib import Path

from command import Instance

BENCH = Path(__file__).resolve().parents[1] / "bench"


def write_pages(folder: Path, count: int) -> dict[str, str]:
    subprocess.run([sys.executable, str(BENCH / "pages.py"), str(folder), str(count)], check=True)
    return {path.name: path.read_text("utf-8") for path in sorted(folder.rglob("*.txt"))}


def test_generated_pages_are_the_same_ones_and_all_different(tmp_path: Path) -> None:
    pages = write_pages(tmp_path / "one", 120)
    assert write_pages(tmp_path / "two", 120) == pages
    assert len(set(pages.values())) == 120


def test_generated_pages_are_whole_exercises(vastus: Instance, tmp_path: Path) -> None:
    write_pages(tmp_path / "pages", 40)
    answer = vastus("import", tmp_path / "pages", "--json").json
    assert answer["counts"] == {"added": 40}
    for exercise in answer["exercises"]:
        assert exercise["target"]
        assert exercise["secondary"]
        assert exercise["equipment"]
        assert exercise["instructions"]
        assert len(exercise["tips"]) >= 3
    assert {finding["rule"] for finding in answer["findings"]} & {"unknown-value", "unknown-label"} == set()


def test_the_benchmarks_are_listed_and_explained() -> None:
    command = [sys.executable, str(BENCH / "run.py")]
    listed = subprocess.run([*command, "--list"], check=True, capture_output=True, text=True).stdout
    names = [line.split()[0] for line in listed.splitlines()]
    readme = (BENCH / "README.md").read_text("utf-8")
    assert [name for name in names if f"`{name}`" not in readme] == []
    wrong = subprocess.run([*command, "sprinting"], check=False, capture_output=True, text=True)
    assert wrong.returncode == 2
    assert "there is no benchmark" in wrong.stderr


def test_a_round_of_the_import_adds_up(tmp_path: Path) -> None:
    write_pages(tmp_path / "pages", 30)
    command = [sys.executable, str(BENCH / "importing.py"), "staged", str(tmp_path / "pages"), str(tmp_path / "a.db")]
    done = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    assert done["counts"] == {"added": 30}
    assert min(done["stages"].values()) > 0
    assert abs(sum(done["stages"].values()) - done["took"]) < 1e-6
