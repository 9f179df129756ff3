"""Where things are: one frozen object, read once from the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from vastus.errors import UsageError


@dataclass(frozen=True, slots=True)
class Settings:
    """The user's data directory, the database in it (or a URL), and the library that ships with Vastus."""

    home: Path
    database: str | Path
    library: Path

    @property
    def database_path(self) -> Path | None:
        """The database file; None when it is behind a URL."""
        return self.database if isinstance(self.database, Path) else None


def shipped_library() -> Path:
    """The library's folder: inside the installed package, or at the root of a checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "library"
    return inside if inside.is_dir() else package.parents[1] / "library"


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings, by variable.

    `VASTUS_HOME` is the folder of the user's data (else XDG_DATA_HOME/vastus, else ~/.local/share/vastus),
    `VASTUS_DATABASE` a database elsewhere, `VASTUS_LIBRARY` another library in place of the one that ships.
    """
    home = environment.get("VASTUS_HOME")
    try:
        if home:
            folder = Path(home).expanduser()
        else:
            data = environment.get("XDG_DATA_HOME")
            folder = Path(data) if data and Path(data).is_absolute() else Path.home() / ".local" / "share"
            folder /= "vastus"
    except RuntimeError as error:  # nobody's home directory is known
        raise UsageError("there is no home directory", "set VASTUS_HOME to the folder that holds your data") from error
    url = environment.get("VASTUS_DATABASE")
    library = environment.get("VASTUS_LIBRARY")
    return Settings(folder, _file(url) or url or folder / "vastus.db", Path(library) if library else shipped_library())


def _file(url: str | None) -> Path | None:
    """The file of a plain SQLite address; None for any other."""
    path = (url or "").removeprefix("sqlite:///")
    return Path(path) if path and path not in (url, ":memory:") and "?" not in path else None
