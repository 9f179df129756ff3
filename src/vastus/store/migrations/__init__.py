"""Steps from one schema to the next (Alembic), run from Python: no configuration file, nothing to type.

A migration, once released, is never edited: it says what was, not what is. `tables` says what is, and a test compares.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection


def _config() -> Config:
    config = Config()
    here = str(Path(__file__).parent)
    config.set_main_option("script_location", here.replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def upgrade(connection: Connection) -> None:
    """Bring the database behind an open writing transaction to the newest schema; the caller commits."""
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def known_schemas() -> tuple[str, ...]:
    """All schemas that this version can read or migrate, newest first."""
    scripts = ScriptDirectory.from_config(_config())
    return tuple(script.revision for script in scripts.walk_revisions())
