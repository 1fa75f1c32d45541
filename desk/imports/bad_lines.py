"""The lines of a file that cannot be taken, kept on disk with what is wrong with each until they are told."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from tempfile import TemporaryDirectory

from sqlalchemy import Connection
from sqlalchemy.engine import URL

from ledger.database import Database
from ledger.errors import LedgerError

PAGE = 5_000
"""Rows written or read at once."""

_TABLE = "CREATE TABLE bad (id INTEGER PRIMARY KEY, line INT, raw TEXT, field TEXT, value TEXT, code TEXT, told TEXT)"


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that cannot be taken: ``told`` is the refusal as a person reads it, ``raw`` the cells as they stood."""

    line: int
    raw: list[str]
    column: str
    value: str
    code: str
    told: str


class BadLines:
    """The bad lines of one file; ``header`` are the names of its columns."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.header: tuple[str, ...] = ()
        connection.exec_driver_sql(_TABLE)

    def reject(self, line: int, raw: Sequence[str], why: LedgerError) -> None:
        """Put a line among the bad ones."""
        told = (line, json.dumps(raw), why.field, str(why.value)[:80], why.code, str(why))
        columns = "line, raw, field, value, code, told"
        self._connection.exec_driver_sql(f"INSERT INTO bad ({columns}) VALUES (?, ?, ?, ?, ?, ?)", told)

    def bad(self) -> Iterator[BadLine]:
        """The bad lines in the order of the file."""
        every = "SELECT line, raw, field, value, code, told FROM bad ORDER BY line, id"
        for rows in self._connection.exec_driver_sql(every).partitions(PAGE):
            yield from (BadLine(row.line, json.loads(row.raw), *row[2:]) for row in rows)


@contextmanager
def scratch() -> Iterator[Connection]:
    """A database in a temporary file that goes at the end: however long an import, nothing of it is held in memory."""
    with TemporaryDirectory() as folder:
        database = Database(URL.create("sqlite", database=f"{folder}/staging.db"), unsafe=True)
        try:
            with database.engine.connect() as connection:
                yield connection
        finally:
            database.close()
