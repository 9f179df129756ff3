"""What tests need of the system is installed where that is allowed; what is missing is said, and fails in CI."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
import system
from browser import Chromium

ROOT = Path(__file__).resolve().parents[1]
OUTCOMES = (pytest.fail.Exception, pytest.skip.Exception)


@pytest.fixture
def nothing_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "found", lambda _: None)


@pytest.mark.usefixtures("nothing_found")
@pytest.mark.parametrize(
    ("ci", "outcome"), [("true", OUTCOMES[0]), ("1", OUTCOMES[0]), ("", OUTCOMES[1]), ("false", OUTCOMES[1])]
)
@pytest.mark.parametrize("package", ["chromium", "postgresql"])
def test_a_missing_package_fails_in_ci_and_skips_elsewhere(
    monkeypatch: pytest.MonkeyPatch, package: str, ci: str, outcome: type[BaseException]
) -> None:
    monkeypatch.setenv("CI", ci)
    with pytest.raises(OUTCOMES) as ended:
        system.needed(package)
    assert ended.type is outcome
    assert f"sudo apt-get install {package}" in str(ended.value)


def test_of_several_versions_the_newest_is_taken(tmp_path: Path) -> None:
    for version in ("9", "15", "16"):
        file = tmp_path / version / "bin" / "initdb"
        file.parent.mkdir(parents=True)
        file.touch(mode=0o755 if version != "16" else 0o644)
    assert system.found(["no-such-command", f"{tmp_path}/*/bin/initdb"]) == tmp_path / "15" / "bin" / "initdb"


def test_ci_says_so_to_the_tests() -> None:
    assert "export CI=true\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@dataclass
class Machine:
    """A checkout that needs the package `thing`, on a machine with a user and an apt-get of our own."""

    folder: Path

    def command(self, name: str, text: str) -> None:
        file = self.folder / "bin" / name
        file.write_text(f"#!/bin/bash\n{text}\n", encoding="utf-8")
        file.chmod(0o755)

    def __call__(self, again: str = "") -> str:
        """What is said."""
        script = (
            f"set -euo pipefail; root=$1 venv=$1; . {ROOT}/scripts/bootstrap.sh; . {ROOT}/scripts/system.sh; venv=$1"
        )
        done = subprocess.run(
            ["bash", "-c", f"{script}; system_packages {again}; echo went on", "-", self.folder],
            capture_output=True,
            text=True,
            check=True,
            env={"PATH": f"{self.folder}/bin:/usr/bin:/bin"},
        )
        assert done.stdout == "went on\n"
        return done.stderr

    @property
    def asked(self) -> str:
        """What apt-get was asked to do."""
        file = self.folder / "asked"
        return file.read_text(encoding="utf-8") if file.exists() else ""


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    machine = Machine(tmp_path)
    (tmp_path / "bin").mkdir()
    (tmp_path / "scripts").mkdir()
    needs = f"# a comment\nthing  no-such-command {tmp_path}/opt/*/thing\n"
    (tmp_path / "scripts" / "system-packages").write_text(needs, encoding="utf-8")
    machine.command("id", "echo 0")
    machine.command("apt-get", f"echo $* >>{tmp_path}/asked; exit 100")
    return machine


def test_what_is_there_is_not_asked_for(machine: Machine) -> None:
    place = machine.folder / "opt" / "9" / "thing"
    place.parent.mkdir(parents=True)
    place.touch(mode=0o755)
    assert machine("again") == ""
    assert machine.asked == ""


def test_root_installs_what_is_missing(machine: Machine) -> None:
    machine.command(
        "apt-get",
        f"echo $* >>{machine.folder}/asked; mkdir -p {machine.folder}/opt/9; cp $0 {machine.folder}/opt/9/thing",
    )
    assert machine() == "vastus: installing what tests need of the system: thing\n"
    assert machine.asked.endswith("install thing\n")
    assert machine() == ""


def test_an_attempt_that_failed_is_told_once_and_made_again_by_the_whole_run_only(machine: Machine) -> None:
    assert "get it with 'sudo apt-get install thing'" in machine()
    tried = machine.asked
    assert "update" in tried
    assert (machine(), machine.asked) == ("", tried)
    assert "apt-get could not install thing" in machine("again")
    assert machine.asked == tried * 2


def test_somebody_without_rights_is_told_by_the_whole_run_only(machine: Machine) -> None:
    machine.command("id", "echo 1000")
    assert machine() == ""
    assert "not on this system: thing; get it with 'sudo apt-get install thing'" in machine("again")
    assert machine.asked == ""


def test_a_page_that_asks_another_machine_is_noticed(chromium: Chromium) -> None:
    chromium.new_context().new_page().set_content('<img src="http://192.0.2.1/a.png" alt="">')
    assert chromium.faults == ["http://192.0.2.1/a.png was asked of another machine"]
    chromium.faults.clear()


def test_what_the_policy_forbids_is_noticed(chromium: Chromium) -> None:
    page = chromium.new_context().new_page()
    policy = '<meta http-equiv="Content-Security-Policy" content="style-src \'none\'">'
    with page.expect_console_message():
        page.set_content(f'{policy}<p style="color:red">')
    assert len(chromium.faults) == 1
    assert "Content Security Policy" in chromium.faults[0]
    chromium.faults.clear()


def test_a_script_that_throws_is_noticed(chromium: Chromium) -> None:
    page = chromium.new_context().new_page()
    with page.expect_event("pageerror"):
        page.set_content("<script>setTimeout(() => { throw new Error('lost') })</script>")
    assert len(chromium.faults) == 1
    assert "lost" in chromium.faults[0]
    chromium.faults.clear()
