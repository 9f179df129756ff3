"""Where things are: one frozen object, read once from the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


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
    """The settings: `VASTUS_HOME` (else XDG_DATA_HOME/vastus, else ~/.local/share/vastus) and `VASTUS_DATABASE`."""
    home = environment.get("VASTUS_HOME")
    if home:
        folder = Path(home).expanduser()
    else:
        data = environment.get("XDG_DATA_HOME")
        folder = Path(data) if data and Path(data).is_absolute() else Path.home() / ".local" / "share"
        folder /= "vastus"
    url = environment.get("VASTUS_DATABASE")
    return Settings(folder, url or folder / "vastus.db", shipped_library())
