"""What tests need of the system: found, or said to be missing. With CI set that fails, elsewhere it skips."""

import os
import shutil
from functools import cache
from glob import glob
from pathlib import Path
from typing import NoReturn

import pytest

PACKAGES = Path(__file__).resolve().parents[1] / "scripts" / "system-packages"


def is_ci() -> bool:
    """Whether CI is set: nobody would read there that tests were skipped."""
    return os.environ.get("CI", "").lower() not in {"", "0", "false", "no"}


@cache
def places() -> dict[str, list[str]]:
    """Debian package → commands and patterns of paths, one of which is there when the package is."""
    lines = PACKAGES.read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    return {package: where for package, *where in rows}


def found(where: list[str]) -> Path | None:
    """The first of the commands and patterns of paths that is there; of several versions, the newest."""
    for place in where:
        if place.startswith("/"):
            files = sorted((Path(file) for file in glob(place)), key=_version)  # noqa: PTH207  # the pattern is absolute
            hit = next((file for file in reversed(files) if os.access(file, os.X_OK)), None)
        else:
            path = shutil.which(place)
            hit = Path(path) if path else None
        if hit:
            return hit
    return None


def _version(file: Path) -> tuple[int, ...]:
    return tuple(int(part) for part in file.parts if part.isdecimal())


def needed(package: str) -> Path:
    """Where the package's program is; a test that cannot have it is skipped, or failed in CI, with how to get it."""
    return found(places()[package]) or missing(package)


def missing(package: str) -> NoReturn:
    """Ends the test: skipped, or failed in CI."""
    sentence = (
        f"{package} is not on this system: install it with 'sudo apt-get install {package}' (Debian; elsewhere one of "
        f"{', '.join(places()[package])}), or run ./test as root, which does"
    )
    if is_ci():
        pytest.fail(sentence, pytrace=False)
    pytest.skip(sentence)
