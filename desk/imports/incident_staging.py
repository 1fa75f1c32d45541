"""The staging table of incidents: rows of a published data set on their way into the ledger, by the publisher's ids."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection

from desk.imports.bad_lines import BadLines, scratch
from desk.imports.published_incident import PublishedIncident
from desk.imports.staging import Counts
from ledger.domain.commands import RecordPublishedIncident
from ledger.domain.values import Stated
from ledger.errors import ImportLineUnfit, LedgerError

PAGE = 1_000
"""Rows read at once, and recorded in one transaction."""

_TABLE = (
    "CREATE TABLE rows (id INTEGER PRIMARY KEY, line INT, raw TEXT, incident_id TEXT, record_id TEXT, digest TEXT, "
    "last TEXT, body BLOB, command_id TEXT, settled INT)"
)
_AGAIN, _BAD = 1, 2


class StagedRow(NamedTuple):
    """One row of the staging table; ``body`` is the incident as JSON."""

    id: int
    line: int
    incident_id: str
    digest: str
    body: bytes
    command_id: str

    def command(self, otherwise: Stated) -> RecordPublishedIncident:
        """What recording it asks of the ledger."""
        return PublishedIncident.model_validate_json(self.body).command(UUID(self.command_id), otherwise)


class IncidentStaging(BadLines):
    """The rows of one file, in its order."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        connection.exec_driver_sql(_TABLE)
        self._waiting: list[tuple[object, ...]] = []
        self._rows = 0

    def add(self, line: int, raw: Sequence[str], incident: PublishedIncident) -> None:
        """Put one row behind those before it."""
        self._rows += 1
        last = incident.occurred.end or incident.occurred.start
        self._waiting.append((
            self._rows, line, json.dumps(raw), incident.incident_id, incident.record.id, incident.record.digest,
            last.isoformat() if last else None, incident.model_dump_json().encode(), None, None,
        ))  # fmt: skip
        if len(self._waiting) == PAGE:
            self._flush()

    def check_repeated(self, column: str) -> None:
        """A row that stands twice is one; of rows that differ under one id the later ones are bad."""
        self._flush()
        self._connection.exec_driver_sql("CREATE INDEX by_incident ON rows (incident_id, id)")
        first = "(SELECT f.digest FROM rows f WHERE f.incident_id = r.incident_id ORDER BY f.id LIMIT 1)"
        later = "EXISTS (SELECT 1 FROM rows e WHERE e.incident_id = r.incident_id AND e.id < r.id)"
        query = f"SELECT r.id, r.line, r.raw, r.record_id, r.digest = {first} AS same FROM rows r WHERE {later}"
        for row in self._connection.exec_driver_sql(query).all():
            self._settle(row.id, _AGAIN if row.same else _BAD)
            if not row.same:
                why = "stands in this file before, with other values"
                unfit = ImportLineUnfit(column, row.record_id, why, "leave the line that is right")
                self.reject(row.line, json.loads(row.raw), unfit.at(f"line {row.line}, column {column}"))

    def last_day(self) -> str | None:
        """The last day that any row tells of."""
        last: str | None = self._connection.exec_driver_sql("SELECT max(last) FROM rows").scalar()
        return last

    def in_order(self) -> Iterator[list[StagedRow]]:
        """Pages of what is not settled, in the order of the file."""
        behind = 0
        page = "SELECT id, line, incident_id, digest, body, coalesce(command_id, '') FROM rows "
        page += f"WHERE id > ? AND settled IS NULL ORDER BY id LIMIT {PAGE}"
        while rows := self._connection.exec_driver_sql(page, (behind,)).all():
            behind = rows[-1].id
            yield [StagedRow(*row) for row in rows]

    def settle(self, rows: Sequence[int]) -> None:
        """These rows are recorded already."""
        for row in rows:
            self._settle(row, _AGAIN)

    def name_commands(self, commands: Mapping[int, UUID]) -> None:
        """Say which command each row is."""
        named = [(str(command_id), row) for row, command_id in commands.items()]
        if named:
            self._connection.exec_driver_sql("UPDATE rows SET command_id = ? WHERE id = ?", named)

    def reject_row(self, row: StagedRow, why: LedgerError) -> None:
        """Put a staged row among the bad lines; it will not be recorded."""
        raw = self._connection.exec_driver_sql("SELECT raw FROM rows WHERE id = ?", (row.id,)).scalar_one()
        self._settle(row.id, _BAD)
        self.reject(row.line, json.loads(raw), why)

    def counts(self) -> Counts:
        """How much there is of what; ``tolls`` are incidents here."""
        bad = "(SELECT count(*) FROM bad)"
        asked = (
            f"SELECT count(*) - coalesce(sum(settled = {_BAD}), 0) + {bad}, sum(settled IS NULL), "
            f"sum(settled = {_AGAIN}), {bad}, count(DISTINCT incident_id) FROM rows"
        )
        return Counts(*(number or 0 for number in self._connection.exec_driver_sql(asked).one()))

    def _settle(self, row: int, how: int) -> None:
        self._connection.exec_driver_sql("UPDATE rows SET settled = ? WHERE id = ?", (how, row))

    def _flush(self) -> None:
        if self._waiting:
            marks = ",".join("?" * len(self._waiting[0]))
            self._connection.exec_driver_sql(f"INSERT INTO rows VALUES ({marks})", self._waiting)
        self._waiting = []


@contextmanager
def incident_staging() -> Iterator[IncidentStaging]:
    """An empty staging table of incidents, in a temporary file."""
    with scratch() as connection:
        yield IncidentStaging(connection)
