"""Reading what sources say of incidents, as known at a moment: one line for each source, the figures each stands by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from pydantic import JsonValue
from sqlalchemy import ColumnElement, Connection, Row, Select, Table, select

from ledger.domain.origins import independent
from ledger.domain.values import COUNTING, Casualties, Reliability, SourceGrade, Status, folded
from projections import tables
from projections.lines import Line, casualties_line, moment_line
from projections.moments import AsOf, Audience
from projections.rows import moment

Ids = Select[tuple[str]] | Sequence[str] | None
"""Which incidents: a look-up of their ids, the ids, or null for all."""


@dataclass(frozen=True, slots=True)
class StatementRow:
    """What one source said of an incident. ``status`` null: it stands with the incident itself."""

    incident_id: str
    version: int
    source: str
    origin: str | None
    casualties: Casualties | None
    stated_at: datetime
    recorded_at: datetime
    status: Status | None
    report_id: str | None
    merged_from: str | None
    entry_position: int

    @property
    def source_key(self) -> str:
        """The source, as sources are compared."""
        return folded(self.source)

    @property
    def vouched(self) -> bool:
        """Whether it may bear others out, and be shown to the public."""
        return self.status is None or self.status in COUNTING


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source of an incident: its newest figures, whom it repeats, how it is graded. ``statements`` say so.

    ``casualties`` null = it gives none. ``grade`` is reliability of the source and credibility of the piece, apart.
    """

    source: str
    repeats: tuple[str, ...]
    casualties: Casualties | None
    status: Status | None
    stated_at: datetime
    recorded_at: datetime
    entry_position: int
    statements: tuple[StatementRow, ...]
    grade: SourceGrade | None

    def line(self) -> Line:
        grade = self.grade
        reports: list[JsonValue] = list(dict.fromkeys(it.report_id for it in self.statements if it.report_id))
        merged: list[JsonValue] = list(dict.fromkeys(it.merged_from for it in self.statements if it.merged_from))
        return {
            "source": self.source,
            "repeats": list(self.repeats),
            "casualties": None if self.casualties is None else casualties_line(self.casualties),
            "status": self.status.value if self.status else None,
            "stated_at": moment_line(self.stated_at),
            "recorded_at": moment_line(self.recorded_at),
            "entry_position": self.entry_position,
            "statements": len(self.statements),
            "report_ids": reports,
            "merged_from": merged,
            "grade": {"reliability": grade.reliability.value, "credibility": grade.credibility} if grade else None,
        }


Grades = dict[str, SourceGrade]
"""By folded source."""


def statements_of(
    connection: Connection, which: Ids, as_of: AsOf, audience: Audience
) -> dict[str, tuple[StatementRow, ...]]:
    """By incident id, what this audience is told that sources had said by the moment, in the order it was recorded.

    What was rejected is as if never said; the public is told of what a reviewer or the operator let stand.
    """
    statuses: dict[tuple[str, int], Status] = {}
    for row in _rows(connection, tables.statement_statuses, which, as_of):
        statuses[row.incident_id, row.version] = Status(row.status)
    found: dict[str, list[StatementRow]] = defaultdict(list)
    for row in _rows(connection, tables.incident_statements, which, as_of):
        said = _statement(row, statuses.get((row.incident_id, row.version)))
        told = said.vouched if audience is Audience.PUBLIC else said.status is not Status.REJECTED
        if told and row.stated_at <= as_of.stated_micros:
            found[row.incident_id].append(said)
    return {incident_id: tuple(said) for incident_id, said in found.items()}


def grades_of(connection: Connection, which: Ids, as_of: AsOf) -> dict[str, Grades]:
    """By incident id and folded source, the newest grade."""
    found: dict[str, Grades] = defaultdict(dict)
    for row in _rows(connection, tables.source_grades, which, as_of):
        grade = SourceGrade(reliability=Reliability(row.reliability), credibility=row.credibility)
        found[row.incident_id][row.source] = grade
    return found


def by_source(said: Sequence[StatementRow], grades: Grades) -> tuple[SourceRow, ...]:
    """One row for each source, in the order in which they came in; its figures are the newest by its own clock."""
    groups: dict[str, list[StatementRow]] = defaultdict(list)
    for it in said:
        groups[it.source_key].append(it)
    found = []
    for key, spoken in groups.items():
        with_figures = [it for it in spoken if it.casualties is not None] or spoken
        newest = max(with_figures, key=lambda it: (it.stated_at, it.version))
        row = SourceRow(
            source=spoken[0].source,
            repeats=tuple(dict.fromkeys(it.origin for it in spoken if it.origin)),
            casualties=newest.casualties,
            status=newest.status,
            stated_at=newest.stated_at,
            recorded_at=newest.recorded_at,
            entry_position=newest.entry_position,
            statements=tuple(spoken),
            grade=grades.get(key),
        )
        found.append(row)
    return tuple(found)


def voices(said: Sequence[StatementRow]) -> int:
    """How many independent voices say so, of what a reviewer or the operator let stand."""
    return len(independent((it.source, it.origin) for it in said if it.vouched))


def _statement(row: Row[tuple[object, ...]], decided: Status | None) -> StatementRow:
    first = Status(row.status) if row.status else None
    said = StatementRow(
        incident_id=row.incident_id,
        version=row.version,
        source=row.source,
        origin=row.origin,
        casualties=None if row.casualties is None else Casualties.model_validate_json(row.casualties),
        stated_at=moment(row.stated_at),
        recorded_at=moment(row.recorded_at),
        status=first,
        report_id=row.report_id,
        merged_from=row.merged_from,
        entry_position=row.position,
    )
    return said if decided is None else replace(said, status=decided)


def _rows(connection: Connection, table: Table, which: Ids, as_of: AsOf) -> Sequence[Row[tuple[object, ...]]]:
    query = select(table).where(table.c.position <= as_of.position)
    if which is not None:
        query = query.where(_among(table.c.incident_id, which))
    return connection.execute(query.order_by(table.c.position)).all()


def _among(column: ColumnElement[str], which: Select[tuple[str]] | Sequence[str]) -> ColumnElement[bool]:
    return column.in_(which)
