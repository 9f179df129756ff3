"""The files of the library that ships with Vastus, and the digest that tells whether they have changed."""

import hashlib
from pathlib import Path

from vastus.version import VERSION


def library_files(folder: Path) -> list[Path]:
    """The pages of a library folder, by name."""
    return sorted((folder / "exercises").glob("*.md"))


def library_digest(folder: Path) -> str:
    """A digest of every page and of the version that reads them: another one means that loading has work to do."""
    digest = hashlib.sha256(VERSION.encode())
    for path in library_files(folder):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:32]
