"""Alembic runs this file; the connection and its transaction come from `upgrade`."""

from alembic import context

from vastus.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
    render_as_batch=True,  # SQLite alters a table by copying it
)
context.run_migrations()
