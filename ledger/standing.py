"""Where the schema of a file stands: made when it is new, brought forward when it is old, refused when it is newer."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol

from sqlalchemy import Column, Connection, Integer, MetaData, Table, insert, inspect, select, text
from sqlalchemy.exc import DatabaseError

from ledger.errors import MigrationFailed, SchemaMismatch
from ledger.migrations import History

REVISION_TABLE = "alembic_version"


class Opened(Protocol):
    """What is needed of a database here."""

    where: str

    def write(self) -> AbstractContextManager[Connection]: ...

    def read(self) -> AbstractContextManager[Connection]: ...


def make_or_migrate(database: Opened, tables: MetaData, schema: int, history: History | None) -> None:
    """Make the tables of a new file, or bring an old one to the newest revision, whole or not at all.

    Where it stands there already, no lock is asked for and Alembic is not imported. Raises ``SchemaMismatch`` or
    ``MigrationFailed``.
    """
    if history is not None:
        with database.read() as connection:
            if revision_of(connection) == history.newest:
                return
    with database.write() as connection:
        known_before = _mark(connection, tables, schema, database.where)
        if history is None:
            tables.create_all(connection)
        elif known_before:
            _bring_forward(connection, history, database.where)
        else:
            tables.create_all(connection)
            _stamp(connection, history.newest)


def revision_of(connection: Connection) -> str | None:
    """The revision a file stands at; None for one from before there were any, or a new one."""
    if not inspect(connection).has_table(REVISION_TABLE):
        return None
    found: str | None = connection.execute(text(f"SELECT version_num FROM {REVISION_TABLE}")).scalar_one_or_none()
    return found


def _mark(connection: Connection, tables: MetaData, schema: int, where: str) -> bool:
    """Whether the file was made before. The number is what programs from before there were revisions look at."""
    meta = tables.tables.get("meta")
    if meta is None:
        meta = Table("meta", tables, Column("id", Integer, primary_key=True), Column("schema", Integer, nullable=False))
    meta.create(connection, checkfirst=True)
    found = connection.execute(select(meta.c.schema).where(meta.c.id == 1)).scalar_one_or_none()
    if found is None:
        connection.execute(insert(meta).values(id=1, schema=schema))
    elif found != schema:
        raise SchemaMismatch(where, found, schema)
    return found is not None


def _bring_forward(connection: Connection, history: History, where: str) -> None:
    stands = revision_of(connection)
    if stands is None:
        stands = history.first
        _stamp(connection, stands)
    if stands == history.newest:
        return  # another process was first
    if stands not in history.revisions:
        raise SchemaMismatch(where, stands, history.newest)
    from ledger.migrations.upgrading import upgrade  # takes a quarter of a second, once in years

    try:
        upgrade(connection, history)
    except Exception as error:
        cause = str(error.orig) if isinstance(error, DatabaseError) and error.orig else type(error).__name__
        raise MigrationFailed(where, stands, history.newest, cause) from error


def _stamp(connection: Connection, revision: str) -> None:
    """As Alembic does it, without Alembic."""
    connection.execute(
        text(
            f"CREATE TABLE IF NOT EXISTS {REVISION_TABLE} (version_num VARCHAR(32) NOT NULL, "
            f"CONSTRAINT {REVISION_TABLE}_pkc PRIMARY KEY (version_num))"
        )
    )
    connection.execute(text(f"INSERT INTO {REVISION_TABLE} (version_num) VALUES (:revision)"), {"revision": revision})
