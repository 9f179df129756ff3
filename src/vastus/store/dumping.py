"""All facts as plain values, and in again. What is derived is left out and computed anew."""

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from operator import itemgetter

from sqlalchemy import Column, Connection, Table, delete, insert, select
from sqlalchemy.exc import DBAPIError

from vastus.domain.exercise import SLUG
from vastus.domain.library import BatchKind, Record
from vastus.errors import StoreError
from vastus.store import document, statements, tables
from vastus.store.changing import settle
from vastus.store.engine import execute
from vastus.store.faults import driver_error, is_refusal
from vastus.store.reading import Values

_FIRST = "vastus"
_AT_ONCE = 500  # rows read or written together
_UNSETTLED = {"revision": 0, "overlay": None, "card": ""}  # until `settle` has computed them


def dump(connection: Connection) -> Iterator[Record]:
    """Every fact, table by table in the order of their keys; the first record names the schema."""
    yield _FIRST, {"schema": statements.SCHEMA}
    for table in tables.metadata.sorted_tables:
        columns = _facts(table)
        rows = connection.execution_options(yield_per=_AT_ONCE).execute(
            select(*columns.values()).order_by(*table.primary_key.columns)
        )
        for row in rows:
            yield table.name, dict(zip(columns, row, strict=True))


def _facts(table: Table) -> dict[str, Column[str] | Column[int]]:
    is_exercise = table is tables.exercise
    return {c.name: c for c in table.columns if not (is_exercise and c.name in tables.DERIVED)}


def load(connection: Connection, records: Iterable[Record]) -> None:
    """Take in a dump within a writing transaction, in place of the shipped library.

    Raises:
        StoreError: a user's batch is stored already, or the records are no dump of this schema.
    """
    kinds = {row[1] for row in execute(connection, statements.BATCHES, {})}
    if kinds - {BatchKind.LIBRARY} or execute(connection, statements.GEAR, {}).first():
        raise StoreError("a whole library can only be taken in where nothing was imported, changed or kept yet")
    for table in reversed(tables.metadata.sorted_tables):
        connection.execute(delete(table))

    records = iter(records)
    first = next(records, None)
    if first is None or first[0] != _FIRST:
        raise StoreError("this is no exported library")
    if (schema := first[1].get("schema")) not in statements.LOADABLE:
        raise StoreError(f"the library was exported by another version of Vastus (schema {schema})")
    for name, group in groupby(records, key=itemgetter(0)):
        table = tables.metadata.tables.get(name)
        if table is None:
            raise _damaged(f"there are no records of {name}")
        facts = (values for _, values in group)
        while some := list(islice(facts, _AT_ONCE)):
            _insert(connection, table, some)
    for exercise_id in execute(connection, statements.IDS, {}).scalars().all():
        if execute(connection, statements.LATEST, {"id": exercise_id}).one()[0] is None:
            raise _damaged(f"{exercise_id} has no page")
        settle(connection, exercise_id)


def _refuse_wrong(table: Table, values: Values) -> None:
    columns = _facts(table)
    if set(values) != set(columns):
        raise _damaged(f"a record of {table.name} has other fields")
    for name, column in columns.items():
        value = values[name]
        if not (isinstance(value, column.type.python_type) or (value is None and column.nullable)):
            raise _damaged(f"a record of {table.name} has {value!r} as its {name}")
    if table is tables.exercise and not SLUG.fullmatch(str(values["id"])):
        raise _damaged(f"{values['id']!r} is no id")
    if table is tables.gear:
        document.gear_of([values[name] for name in columns])
    if table is tables.revision:
        document.exercise_of(str(values["exercise"]), str(values["document"]))
        document.findings_of(str(values["findings"]))


def _insert(connection: Connection, table: Table, rows: list[Values]) -> None:
    for row in rows:
        _refuse_wrong(table, row)
    unsettled = _UNSETTLED if table is tables.exercise else {}
    try:
        connection.execute(insert(table), [{**row, **unsettled} for row in rows])
    except (DBAPIError, UnicodeError) as error:
        if not is_refusal(error):
            raise
        raise _damaged(str(driver_error(error))) from error


def _damaged(how: str) -> StoreError:
    return StoreError(f"the exported library is damaged: {how}")
