"""The tables. Facts are rows that a batch adds and only undoing removes; some columns derive.

Derived, and therefore recomputed by `settle` and left out of dumps: `exercise.revision`,
`exercise.overlay` (the latest numbers) and `exercise.card` (the list row as JSON). Ids follow a
rename through ON UPDATE CASCADE.
"""

from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, Table, Text

metadata = MetaData()


def _exercise_key(*, primary: bool = True) -> Column[Any]:
    where = ForeignKey("exercise.id", onupdate="CASCADE")
    return Column("exercise", Text, where, primary_key=primary, nullable=False)


def _batch() -> Column[Any]:
    return Column("batch", Integer, ForeignKey("batch.number"), nullable=False)


meta = Table("meta", metadata, Column("key", Text, primary_key=True), Column("value", Text))

batch = Table(
    "batch",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("label", Text),
    Column("started", Text, nullable=False),
    Column("finished", Text, nullable=False),
    Column("undone", Text),
    Column("counts", Text, nullable=False),
)

page = Table(  # a text once, however many records or revisions were read from it
    "page",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("text", Text, nullable=False),
)

exercise = Table(
    "exercise",
    metadata,
    Column("id", Text, primary_key=True),
    Column("origin", Text, nullable=False),
    _batch(),  # that created it
    Column("retired", Integer, ForeignKey("batch.number")),
    Column("revision", Integer, nullable=False),
    Column("overlay", Integer),
    Column("card", Text, nullable=False),
)

revision = Table(
    "revision",
    metadata,
    _exercise_key(),
    Column("number", Integer, primary_key=True, autoincrement=False),
    _batch(),
    Column("digest", Text, nullable=False),
    Column("page", Text, ForeignKey("page.digest")),
    Column("findings", Text, nullable=False),
    Column("document", Text, nullable=False),  # last: it may be long, and scans stop before it
    Index("revision_page", "page"),
)

source_key = Table(  # one row for each content that was seen under a key; the highest number is the latest
    "source_key",
    metadata,
    Column("key", Text, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    _exercise_key(primary=False),
    _batch(),
    Column("digest", Text, nullable=False),
    Index("source_key_exercise", "exercise"),
)

overlay = Table(
    "overlay",
    metadata,
    _exercise_key(),
    Column("number", Integer, primary_key=True, autoincrement=False),
    _batch(),
    Column("changes", Text, nullable=False),
)

replacement = Table(  # the log of merges
    "replacement",
    metadata,
    _exercise_key(),
    _batch(),
    Column("replaced_by", Text, ForeignKey("exercise.id", onupdate="CASCADE"), nullable=False),
)

rename = Table(
    "rename",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    _exercise_key(primary=False),
    _batch(),
    Column("old_id", Text, nullable=False),
    Column("new_id", Text, nullable=False),
    Index("rename_old_id", "old_id"),
)

gear = Table(  # the user's own sleds and surfaces; no batch: what is kept under a name is replaced or forgotten
    "gear",
    metadata,
    Column("key", Text, primary_key=True),  # the name as it is compared
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("inputs", Text, nullable=False),  # JSON: texts by input of the calculator
    Column("at", Text, nullable=False),
    Column("is_measured", Integer, nullable=False),
    Column("readings", Integer),
)

DERIVED = frozenset({"revision", "overlay", "card"})  # of `exercise`; none of these names occurs elsewhere
