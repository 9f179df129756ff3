"""The first library: exercises with all that they have been, and the batches of changes."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def _exercise(*, primary: bool) -> "sa.Column[str]":
    where = sa.ForeignKey("exercise.id", onupdate="CASCADE")
    return sa.Column("exercise", sa.Text, where, primary_key=primary, nullable=False)


def _batch() -> "sa.Column[int]":
    return sa.Column("batch", sa.Integer, sa.ForeignKey("batch.number"), nullable=False)


def _number() -> "sa.Column[int]":
    return sa.Column("number", sa.Integer, primary_key=True, autoincrement=False)


def upgrade() -> None:
    """From nothing."""
    op.create_table(
        "meta",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("value", sa.Text),
    )
    op.create_table(
        "batch",
        _number(),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("label", sa.Text),
        sa.Column("started", sa.Text, nullable=False),
        sa.Column("finished", sa.Text, nullable=False),
        sa.Column("undone", sa.Text),
        sa.Column("counts", sa.Text, nullable=False),
    )
    op.create_table(
        "page",
        sa.Column("digest", sa.Text, primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table(
        "exercise",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("origin", sa.Text, nullable=False),
        _batch(),
        sa.Column("retired", sa.Integer, sa.ForeignKey("batch.number")),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("overlay", sa.Integer),
        sa.Column("card", sa.Text, nullable=False),
    )
    op.create_table(
        "revision",
        _exercise(primary=True),
        _number(),
        _batch(),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("page", sa.Text, sa.ForeignKey("page.digest")),
        sa.Column("findings", sa.Text, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
    )
    op.create_index("revision_page", "revision", ["page"])
    op.create_table(
        "source_key",
        sa.Column("key", sa.Text, primary_key=True),
        _number(),
        _exercise(primary=False),
        _batch(),
        sa.Column("digest", sa.Text, nullable=False),
    )
    op.create_index("source_key_exercise", "source_key", ["exercise"])
    op.create_table(
        "overlay",
        _exercise(primary=True),
        _number(),
        _batch(),
        sa.Column("changes", sa.Text, nullable=False),
    )
    op.create_table(
        "replacement",
        _exercise(primary=True),
        _batch(),
        sa.Column(
            "replaced_by",
            sa.Text,
            sa.ForeignKey("exercise.id", onupdate="CASCADE"),
            nullable=False,
        ),
    )
    op.create_table(
        "rename",
        _number(),
        _exercise(primary=False),
        _batch(),
        sa.Column("old_id", sa.Text, nullable=False),
        sa.Column("new_id", sa.Text, nullable=False),
    )
    op.create_index("rename_old_id", "rename", ["old_id"])
