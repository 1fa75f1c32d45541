"""Opens a database so that what is acknowledged stays: engine, pragmas, transactions, who is told of new rows.

SQLite: write-ahead log, ``synchronous=FULL`` set and checked on every connection, ``BEGIN IMMEDIATE`` for writes,
writers of one process in a queue of their own, because SQLite's wait for its lock is not fair.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, MetaData, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from ledger.arrivals import Arrivals
from ledger.errors import MigrationFailed, NotDurable, SchemaMismatch, StoreUnreachable
from ledger.migrations import History
from ledger.standing import make_or_migrate

BUSY_SECONDS = 15
"""How long a writer waits for another one; the wait is unfair, so it must be long."""

WAL_PAGES = 16_384
CACHE_KIB = 32_768

_READS = "ledger_reads"  # execution option: BEGIN without the write lock

_PRAGMAS = (
    f"busy_timeout={BUSY_SECONDS * 1000}",
    "journal_mode=WAL",
    "synchronous=FULL",
    f"wal_autocheckpoint={WAL_PAGES}",
    f"cache_size=-{CACHE_KIB}",
    "trusted_schema=OFF",
)
_REQUIRED = (("journal_mode", "wal"), ("synchronous", "2"))


class Database:
    """One file: ``engine`` begins with the write lock, ``reading`` is the same engine with plain snapshots."""

    def __init__(self, url: URL, *, unsafe: bool = False, secure_delete: bool = False) -> None:
        self.where = url.database or str(url)
        self.engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS}, pool_size=8, max_overflow=120)
        self.reading = self.engine.execution_options(**{_READS: True})
        self.arrivals = Arrivals(self.engine)
        self._queue = threading.Lock()
        self._writer: int | None = None
        pragmas = (*_PRAGMAS, "secure_delete=ON") if secure_delete else _PRAGMAS
        required = () if unsafe else (*_REQUIRED, ("secure_delete", "1")) if secure_delete else _REQUIRED
        _take_over_transactions(self.engine, pragmas, required)

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction that holds the write lock from its start; waiters hear of it once it is committed.

        Raises ``RuntimeError`` inside another one of the same thread, which would wait for itself.
        """
        if self._writer == threading.get_ident():
            raise RuntimeError("a write within a write of the same thread would wait for itself")
        with self._queue:
            self._writer = threading.get_ident()
            try:
                with self.engine.begin() as connection:
                    yield connection
            finally:
                self._writer = None
        self.arrivals.announce()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One snapshot; nothing written in it is kept."""
        with self.reading.connect() as connection:
            yield connection

    def tidy(self) -> bool:
        """Move the write-ahead log into the file and empty it, so that nothing removed stays in it.

        False when a reader held on to old pages for ``BUSY_SECONDS``; the next one to close the file does it then.
        """
        with self._queue, closing(self.engine.raw_connection()) as connection:
            cursor = connection.cursor()
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            answer = cursor.fetchone()
        return answer is not None and answer[0] == 0

    def close(self) -> None:
        """Give all connections back; the file is whole at any moment, so nothing else needs doing."""
        self.arrivals.announce()
        self.engine.dispose()


def open_database(
    url_or_path: str | Path,
    *,
    tables: MetaData,
    schema: int,
    history: History | None = None,
    unsafe: bool = False,
    secure_delete: bool = False,
) -> Database:
    """Open or make the file, with its tables, brought to the newest revision of its history where it has one.

    Raises ``StoreUnreachable``, ``NotDurable``, ``SchemaMismatch`` for a file of another program, ``MigrationFailed``.
    """
    database = Database(_url(url_or_path), unsafe=unsafe, secure_delete=secure_delete)
    try:
        make_or_migrate(database, tables, schema, history)
    except SQLAlchemyError as error:
        database.close()
        raise StoreUnreachable(database.where, cause_of(error)) from error
    except (NotDurable, SchemaMismatch, MigrationFailed):
        database.close()
        raise
    return database


def file_of(url_or_path: str | Path) -> Path:
    """The file that a path or URL names. Raises ``StoreUnreachable``."""
    return Path(_url(url_or_path).database or "")


def cause_of(error: SQLAlchemyError) -> str:
    """The database's own words, without the statement and its values."""
    return str(error.orig) if isinstance(error, DatabaseError) and error.orig else type(error).__name__


def _url(url_or_path: str | Path) -> URL:
    if isinstance(url_or_path, Path) or "://" not in url_or_path:
        return URL.create("sqlite", database=str(url_or_path))
    try:
        url = make_url(url_or_path)
    except ArgumentError as error:
        raise StoreUnreachable("the database", "its URL does not parse") from error
    if url.get_backend_name() != "sqlite" or url.database in (None, "", ":memory:"):
        raise StoreUnreachable(url.render_as_string(), "only SQLite files are supported so far")
    return url


def _take_over_transactions(engine: Engine, pragmas: tuple[str, ...], required: tuple[tuple[str, str], ...]) -> None:
    """SQLAlchemy's documented way for sqlite3 on every Python: the driver begins nothing, we do."""

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None
        connection.text_factory = _lenient_text
        for pragma in pragmas:
            _set(connection, pragma)
        for pragma, wanted in required:
            found = _ask(connection, pragma)
            if found != wanted:
                raise NotDurable(pragma, wanted, found)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        reads = connection.get_execution_options().get(_READS, False)
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def _lenient_text(stored: bytes) -> str:
    """Text as it is; bytes that are none, which only tampering puts there, must not stop the reading of other rows."""
    return stored.decode(errors="replace")


def _set(connection: sqlite3.Connection, pragma: str) -> None:
    if pragma == "journal_mode=WAL" and _ask(connection, "journal_mode") == "wal":
        return
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute(f"PRAGMA {pragma}").fetchall()
        except sqlite3.OperationalError as error:
            # Turning a new file to WAL does not wait for the lock: many processes at a cold start meet here.
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.01)
        else:
            return


def _ask(connection: sqlite3.Connection, pragma: str) -> str:
    (answer,) = connection.execute(f"PRAGMA {pragma}").fetchone()
    return str(answer)
