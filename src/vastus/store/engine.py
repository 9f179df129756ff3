"""How SQLite and PostgreSQL are opened, begun and locked; only this module tells them apart."""

import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, CursorResult, Engine, create_engine, event, make_url, text
from sqlalchemy.engine.interfaces import DBAPIConnection, Dialect
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import StaticPool

from vastus.errors import StoreError
from vastus.store.faults import store_error
from vastus.store.reading import WAIT_S, Values

_LOG_BYTES = 16 << 20  # the log of a large import gives its room back afterwards
_POSTGRES_LOCK = 0x7661_7374  # any number will do, if all writers of the library use the same


class Database:
    """An engine, a name for messages, and the two kinds of transaction."""

    def __init__(self, where: str | Path) -> None:
        self.url = _url(where)
        self.name = (
            self.url.database or "the database in memory"
            if self.is_sqlite
            else self.url.render_as_string(hide_password=True)
        )
        self._reading, self._writing = self._engines()

    @property
    def is_sqlite(self) -> bool:
        """Whether it is a file (or memory) of ours, rather than a server."""
        return self.url.get_backend_name() == "sqlite"

    @property
    def path(self) -> Path | None:
        """The file of an SQLite database; None in memory and on a server."""
        return Path(self.url.database) if self.is_sqlite and self.url.database else None

    def _engines(self) -> tuple[Engine, Engine]:
        if self.is_sqlite:
            if self.path is None:
                engine = create_engine(self.url, poolclass=StaticPool)
            else:
                try:
                    self.path.parent.mkdir(parents=True, exist_ok=True)
                except OSError as error:
                    raise store_error(error, self.name) from error
                engine = create_engine(self.url, connect_args={"timeout": WAIT_S})
            event.listen(engine, "connect", _open_sqlite)
            event.listen(engine, "begin", _begin_sqlite)
            return engine, engine.execution_options(writes=True)
        try:
            engine = create_engine(self.url)
        except (NoSuchModuleError, ModuleNotFoundError) as error:
            raise StoreError(f"{self.name}: its driver is not installed ({error})") from error
        event.listen(engine, "begin", _begin_server)
        # A reader sees one state from first to last statement; a writer has the lock instead.
        return (
            engine.execution_options(isolation_level="REPEATABLE READ"),
            engine.execution_options(writes=True),
        )

    @contextmanager
    def reading(self) -> Generator[Connection]:
        """A transaction that sees one state throughout."""
        with self.faults(), self._reading.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Generator[Connection]:
        """The one writing transaction: others wait. Rolled back unless the block commits it."""
        with self.faults(), self._writing.connect() as connection:
            transaction = connection.begin()
            try:
                yield connection
            finally:
                if transaction.is_active:
                    transaction.rollback()

    @contextmanager
    def faults(self) -> Generator[None]:
        """Turns the driver's errors into ours."""
        try:
            yield
        except (DBAPIError, sqlite3.Error, OSError) as error:
            raise store_error(error, self.name) from error

    def let_readers_work_beside_a_writer(self) -> None:
        """Turn on SQLite's write-ahead log; the file remembers it. Servers do so by themselves."""
        if self.path is not None:
            with self.faults(), closing(self._writing.raw_connection()) as connection:
                connection.cursor().execute("PRAGMA journal_mode=WAL")

    def close(self) -> None:
        """Close all connections."""
        self._reading.dispose()


def execute(connection: Connection, statement: str, values: Values) -> CursorResult[*tuple[Any, ...]]:
    """Run one of our statements, which is compiled only once."""
    sql, order = compiled(statement, connection.dialect)
    given = dict(values) if order is None else tuple([values[name] for name in order])
    return connection.exec_driver_sql(sql, given)


@cache
def compiled(statement: str, dialect: Dialect) -> tuple[str, tuple[str, ...] | None]:
    """A statement in the driver's style, and the order of its parameters if they have no names."""
    in_driver_style = text(statement).compile(dialect=dialect)
    order = in_driver_style.positiontup
    return str(in_driver_style), None if order is None else tuple(order)


def _url(where: str | Path) -> URL:
    if isinstance(where, Path):
        return URL.create("sqlite", database=str(where))
    try:
        return make_url(where)
    except ArgumentError as error:
        raise StoreError("the address of the database is no URL such as sqlite:///FILE") from error


def _open_sqlite(connection: DBAPIConnection, _: object) -> None:
    connection.isolation_level = None  # SQLAlchemy begins, not the driver
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA synchronous=FULL")  # what was committed survives a power cut
    cursor.execute(f"PRAGMA journal_size_limit={_LOG_BYTES}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # IMMEDIATE takes the write lock at once: a deferred one could fail half-way, after it had read
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _begin_server(connection: Connection) -> None:
    if connection.get_execution_options().get("writes"):
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{int(WAIT_S)}s'")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_POSTGRES_LOCK})")
