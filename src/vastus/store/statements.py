"""The SQL, each statement once: plain, with `:named` values, for SQLite and PostgreSQL alike.

The light reader hands these texts to `sqlite3` as they are; the store compiles them for its
database.
"""

from functools import lru_cache

SCHEMA = "0002"
"""The migration that these statements are written for."""

LOADABLE = frozenset({"0001", SCHEMA})
"""The schemas whose dumps can be taken in: their tables are among today's, with the same columns."""

SCHEMA_NOW = "SELECT version_num FROM alembic_version"
META = "SELECT value FROM meta WHERE key = :key"
STATE = "SELECT max(number), max(started), count(undone), max(undone) FROM batch"
"""Another row after every change: each is a batch, or takes one back."""
CHANGED_ELSEWHERE = "PRAGMA data_version"
"""SQLite only: another number after every commit of another connection; many times cheaper than STATE."""
SET_META = """
INSERT INTO meta (key, value) VALUES (:key, :value)
ON CONFLICT (key) DO UPDATE SET value = excluded.value"""

# --- reading

_STORED = """
SELECT e.id, e.origin, e.retired, r.number, r.batch, b.started, r.findings, o.changes, r.document
FROM exercise e
JOIN revision r ON r.exercise = e.id AND r.number = e.revision
JOIN batch b ON b.number = r.batch
LEFT JOIN overlay o ON o.exercise = e.id AND o.number = e.overlay
"""
# A retired page that the user has changed is still the user's.
_LISTED = """
WHERE (e.retired IS NULL OR e.overlay IS NOT NULL)
AND NOT EXISTS (SELECT 1 FROM replacement m WHERE m.exercise = e.id)"""

STORED = f"{_STORED} WHERE e.id = :id"
AROUND = """
SELECT 'key', key, 0 FROM source_key WHERE exercise = :id
UNION SELECT 'former', old_id, number FROM rename WHERE exercise = :id
UNION SELECT 'replaced', replaced_by, 0 FROM replacement WHERE exercise = :id
ORDER BY 3, 2"""
"""What leads to an exercise and from it, each once: its source keys, the ids that it had, and what replaces it."""
ALL = f"{_STORED} {_LISTED} ORDER BY e.id"
ALL_KEYS = "SELECT DISTINCT exercise, key FROM source_key ORDER BY exercise, key"
ALL_FORMER_IDS = "SELECT exercise, old_id FROM rename ORDER BY exercise, number"
CARDS = f"SELECT e.card FROM exercise e {_LISTED} ORDER BY e.id"  # noqa: S608  # no input in it
_DIGESTS = """
SELECT e.id, r.digest, o.changes
FROM exercise e
JOIN revision r ON r.exercise = e.id AND r.number = e.revision
LEFT JOIN overlay o ON o.exercise = e.id AND o.number = e.overlay
"""
LISTED_DIGESTS = f"{_DIGESTS} {_LISTED} ORDER BY e.id"
LOG = "SELECT number, kind, label, started, finished, undone, counts FROM batch ORDER BY number"
"""Everything that is told of the batches: what was done to the library, and in which order."""
CHANGED_AFTER = """
SELECT exercise FROM source_key WHERE batch > :batch
UNION SELECT exercise FROM overlay WHERE batch > :batch
UNION SELECT exercise FROM replacement WHERE batch > :batch
UNION SELECT exercise FROM rename WHERE batch > :batch
UNION SELECT old_id FROM rename WHERE batch > :batch"""
"""What batches changed, but for the shipped library's. An import notes a key with each revision, so that the long rows
of revisions need not be gone through."""
IDS = "SELECT id FROM exercise ORDER BY id"


@lru_cache(maxsize=64)
def cards_of(count: int) -> str:
    """The cards of so many exercises, under `:id0`, `:id1`, …, in any order."""
    return f"SELECT id, card FROM exercise WHERE id IN ({_names(count)})"  # noqa: S608  # no input in it


@lru_cache(maxsize=64)
def digests_of(count: int) -> str:
    """What `LISTED_DIGESTS` tells of so many exercises, likewise."""
    return f"{_DIGESTS} {_LISTED} AND e.id IN ({_names(count)})"


def _names(count: int) -> str:
    return ", ".join(f":id{at}" for at in range(count))


NOW_CALLED = """
SELECT e.id FROM rename n JOIN exercise e ON e.id = n.exercise
WHERE n.old_id = :id ORDER BY n.number DESC LIMIT 1"""
UNDER_KEY = "SELECT exercise FROM source_key WHERE key = :key ORDER BY number DESC LIMIT 1"
REPLACED_BY = "SELECT replaced_by FROM replacement WHERE exercise = :id"
PAGE_TEXT = """
SELECT p.text FROM exercise e
JOIN revision r ON r.exercise = e.id AND r.number = e.revision
JOIN page p ON p.digest = r.page
WHERE e.id = :id"""
REVISIONS = """
SELECT r.number, r.batch, b.started, r.findings, r.document
FROM revision r JOIN batch b ON b.number = r.batch
WHERE r.exercise = :id ORDER BY r.number"""
OVERLAYS = """
SELECT o.number, o.batch, b.started, o.changes
FROM overlay o JOIN batch b ON b.number = o.batch
WHERE o.exercise = :id ORDER BY o.number"""
_BATCH = "SELECT number, kind, label, started, finished, undone, counts FROM batch"
BATCHES = _BATCH + " ORDER BY number DESC"
BATCH = _BATCH + " WHERE number = :number"

GEAR = "SELECT key, kind, name, inputs, at, is_measured, readings FROM gear ORDER BY kind, key"

# --- the user's own sleds and surfaces

KEEP_GEAR = """
INSERT INTO gear (key, kind, name, inputs, at, is_measured, readings)
VALUES (:key, :kind, :name, :inputs, :at, :is_measured, :readings)
ON CONFLICT (key) DO UPDATE SET name = excluded.name, inputs = excluded.inputs, at = excluded.at,
is_measured = excluded.is_measured, readings = excluded.readings
WHERE gear.kind = excluded.kind"""
FORGET_GEAR = "DELETE FROM gear WHERE key = :key"

# --- writing a batch

LAST_BATCH = "SELECT max(number) FROM batch"
ADD_BATCH = """
INSERT INTO batch (number, kind, label, started, finished, undone, counts)
VALUES (:number, :kind, :label, :started, :started, NULL, '{}')"""
END_BATCH = "UPDATE batch SET finished = :finished, counts = :counts WHERE number = :number"
MARK_UNDONE = "UPDATE batch SET undone = :undone WHERE number = :number"

KNOWN_EXERCISES = """
SELECT e.id, e.origin, e.retired, e.revision, r.digest
FROM exercise e JOIN revision r ON r.exercise = e.id AND r.number = e.revision"""
KNOWN_KEYS = "SELECT key, number, exercise, digest FROM source_key ORDER BY number"
KNOWN_OLD_IDS = "SELECT DISTINCT old_id, exercise FROM rename"

OPEN_SAVEPOINT = "SAVEPOINT one_page"
KEEP_SAVEPOINT = "RELEASE SAVEPOINT one_page"
BACK_TO_SAVEPOINT = "ROLLBACK TO SAVEPOINT one_page"

ADD_PAGE = "INSERT INTO page (digest, text) VALUES (:digest, :text) ON CONFLICT (digest) DO NOTHING"
ADD_EXERCISE = """
INSERT INTO exercise (id, origin, batch, retired, revision, overlay, card)
VALUES (:id, :origin, :batch, NULL, 1, NULL, :card)"""
ADD_REVISION = """
INSERT INTO revision (exercise, number, batch, digest, page, findings, document)
VALUES (:exercise, :number, :batch, :digest, :page, :findings, :document)"""
ADD_KEY = """
INSERT INTO source_key (key, number, exercise, batch, digest)
VALUES (:key, :number, :exercise, :batch, :digest)"""
ADD_OVERLAY = """
INSERT INTO overlay (exercise, number, batch, changes)
VALUES (:exercise, :number, :batch, :changes)"""
LAST_OVERLAY = "SELECT max(number) FROM overlay WHERE exercise = :id"
ADD_REPLACEMENT = """
INSERT INTO replacement (exercise, batch, replaced_by) VALUES (:exercise, :batch, :replaced_by)"""
ADD_RENAME = """
INSERT INTO rename (number, exercise, batch, old_id, new_id)
VALUES (:number, :exercise, :batch, :old_id, :new_id)"""
LAST_RENAME = "SELECT max(number) FROM rename"
SET_ID = "UPDATE exercise SET id = :new_id WHERE id = :old_id"
SET_RETIRED = "UPDATE exercise SET retired = :retired WHERE id = :id"

# --- settling what is derived

LATEST = """
SELECT (SELECT max(number) FROM revision WHERE exercise = :id),
(SELECT max(number) FROM overlay WHERE exercise = :id)"""
DOCUMENT = "SELECT document FROM revision WHERE exercise = :id AND number = :number"
CHANGES = "SELECT changes FROM overlay WHERE exercise = :id AND number = :number"
SETTLE = "UPDATE exercise SET revision = :revision, overlay = :overlay, card = :card WHERE id = :id"

# --- undoing

TOUCHES = """
SELECT exercise, batch FROM revision
UNION SELECT exercise, batch FROM source_key
UNION SELECT exercise, batch FROM overlay
UNION SELECT exercise, batch FROM replacement
UNION SELECT replaced_by, batch FROM replacement
UNION SELECT exercise, batch FROM rename
"""
TOUCHED = f"SELECT DISTINCT t.exercise FROM ({TOUCHES}) t WHERE t.batch = :batch"  # noqa: S608  # no input in it
LATER = f"""
SELECT b.number, b.kind, later.exercise
FROM ({TOUCHES}) later
JOIN batch b ON b.number = later.batch
JOIN ({TOUCHES}) earlier ON earlier.exercise = later.exercise AND earlier.batch = :batch
WHERE later.batch > :batch AND b.kind <> 'library'
ORDER BY b.number, later.exercise LIMIT 1"""  # noqa: S608  # no input in it
RENAMED = "SELECT number, exercise, old_id FROM rename WHERE batch = :batch ORDER BY number DESC"
CREATED = "SELECT id FROM exercise WHERE batch = :batch"
DROP_RENAME = "DELETE FROM rename WHERE number = :number"
OWNER = "SELECT 1 FROM exercise WHERE id = :id"
PAGES_OF = "SELECT DISTINCT page FROM revision WHERE batch = :batch AND page IS NOT NULL"
DROP_PAGE = """
DELETE FROM page WHERE digest = :digest
AND NOT EXISTS (SELECT 1 FROM revision WHERE page = :digest)"""
# Of other batches there can only be renames by the library: all else is in the way of undoing.
DROP_RENAMES_OF_CREATED = """
DELETE FROM rename WHERE exercise IN (SELECT id FROM exercise WHERE batch = :batch)"""
DROP_OF_BATCH = tuple(
    f"DELETE FROM {table} WHERE batch = :batch"  # noqa: S608  # the names stand here
    for table in ("rename", "replacement", "overlay", "source_key", "revision", "exercise")
)
