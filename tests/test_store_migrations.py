"""The schema that the migrations make is the one that the code is written for."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from vastus.domain.exercise import Exercise
from vastus.domain.library import Incoming
from vastus.errors import StoreError
from vastus.store import statements
from vastus.store.library import open_store
from vastus.store.migrations import known_schemas
from vastus.store.reading import light_reader
from vastus.store.tables import metadata


def test_the_migrations_make_the_tables() -> None:
    with open_store("sqlite://") as store, store._database.reading() as connection:
        options = {"compare_type": True, "compare_server_default": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []


def test_the_statements_are_written_for_the_newest_schema() -> None:
    assert known_schemas()[0] == statements.SCHEMA


def test_a_newer_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "vastus.db"
    open_store(path).close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    with pytest.raises(StoreError, match=r"newer version of Vastus \(schema 9999\)"):
        open_store(path)
    assert light_reader(path) is None


def test_the_light_reader_leaves_a_missing_database_alone(tmp_path: Path) -> None:
    assert light_reader(tmp_path / "vastus.db") is None
    assert list(tmp_path.iterdir()) == []


def test_reading_does_not_import_sqlalchemy(tmp_path: Path) -> None:
    """Importing it takes longer than the reading (docs/adr/0004)."""
    path = tmp_path / "vastus.db"
    open_store(path).close()
    script = (
        "import sys; from pathlib import Path; from vastus.store.reading import light_reader\n"
        "assert light_reader(Path(sys.argv[1])).rows() == []\n"
        "sys.exit('sqlalchemy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script, str(path)], check=False).returncode == 0  # our own


def test_a_library_from_before_own_gear_is_migrated_with_all_that_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "vastus.db"
    with open_store(path) as store, store.batch(now="t") as batch:
        batch.put(Incoming(Exercise(id="sled-push", name="Sled Push"), key="url:a", text="a"))
        batch.finish("t")
    connection = sqlite3.connect(path)
    connection.execute("DROP TABLE gear")
    connection.execute("UPDATE alembic_version SET version_num = '0001'")
    connection.commit()
    connection.close()
    assert light_reader(path) is None
    with open_store(path) as store:
        assert [row.id for row in store.rows()] == ["sled-push"]
        assert store.gear() == ()
    assert light_reader(path) is not None
