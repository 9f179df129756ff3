"""Steps from one schema to the next (Alembic), run from Python: no configuration file.

A migration, once released, is never edited: it says what was, not what is. `tables` says what is,
and a test compares the two.
"""

from pathlib import Path
from typing import Any

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from vastus.store.tables import metadata


def _scripts() -> ScriptDirectory:
    return ScriptDirectory(str(Path(__file__).parent))


def upgrade(connection: Connection) -> None:
    """Bring a database to the newest schema within a writing transaction; the caller commits."""
    scripts = _scripts()

    def steps(schema: Any, _: object) -> Any:  # noqa: ANN401  # Alembic's own lists of steps
        # as in Alembic's documentation of EnvironmentContext: the only way that needs no env.py
        return scripts._upgrade_revs("head", schema)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]

    with EnvironmentContext(Config(), scripts, fn=steps, destination_rev="head") as environment:
        environment.configure(
            connection=connection,
            target_metadata=metadata,
            transactional_ddl=True,
            render_as_batch=True,  # SQLite alters a table by copying it
        )
        environment.run_migrations()


def known_schemas() -> tuple[str, ...]:
    """All schemas that this version can read or migrate, newest first."""
    return tuple(script.revision for script in _scripts().walk_revisions())
