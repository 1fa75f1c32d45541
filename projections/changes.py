"""The corrections feed: what moved, from what to what, why, who agreed; from a position on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

import orjson
from pydantic import JsonValue
from sqlalchemy import Connection, Row, select

from ledger.domain.values import COUNTING, Casualties, Count, Reason
from projections import tables
from projections.headlines import headline
from projections.lines import Line, casualties_line, count_line, day_line, moment_line, reason_lines
from projections.moments import AsOf, Audience
from projections.rows import moment
from projections.told_incidents import ToldIncidents, told_incidents
from projections.toll_entries import Mark, TollEntry, entries_of, marks_of


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One correction. ``position`` is the entry that brought it; for the public, the review that let it count.

    ``outcome``: recorded, accepted, waiting, rejected, withdrawn or reinstated. ``who`` recorded or agreed,
    ``reporter`` proposed it, both by role. ``read_at`` is the position of the answer.
    """

    position: int
    id: str
    entry_id: str
    kind: str
    outcome: str
    counted_to: date | None
    old: JsonValue
    new: JsonValue
    reasons: tuple[Reason, ...]
    unexplained: int | None
    who: str
    reporter: str | None
    stated_at: datetime
    recorded_at: datetime
    report_id: str | None
    read_at: int

    def line(self) -> Line:
        return {
            "position": self.position,
            "id": self.id,
            "entry_id": self.entry_id,
            "kind": self.kind,
            "outcome": self.outcome,
            "counted_to": day_line(self.counted_to),
            "old": self.old,
            "new": self.new,
            "reasons": reason_lines(self.reasons),
            "unexplained": self.unexplained,
            "who": self.who,
            "reporter": self.reporter,
            "stated_at": moment_line(self.stated_at),
            "recorded_at": moment_line(self.recorded_at),
            "report_id": self.report_id,
            "read_at": self.read_at,
        }


def change_rows(connection: Connection, since: int, as_of: AsOf, audience: Audience) -> list[ChangeRow]:
    """What moved behind position ``since``, up to the moment, in the order in which this audience could know it."""
    column = tables.revisions.c
    behind = column.position > since
    if audience is Audience.PUBLIC:
        status = tables.toll_statuses.c
        reviewed = select(status.key_id).where(status.position > since, status.position <= as_of.position)
        behind |= column.stream_id.in_(reviewed)
    query = select(tables.revisions).where(behind, column.position <= as_of.position)
    if as_of.stated_until is not None:
        query = query.where(column.stated_at <= as_of.stated_micros)
    moves = list(connection.execute(query.order_by(column.position)))
    tolls = list({row.stream_id: None for row in moves if row.stream_id.startswith("T-")})
    marks = marks_of(connection, tolls, as_of)
    rows = [(row, _change(row, marks.get(row.stream_id, []), as_of)) for row in moves]
    if audience is Audience.MEMBERS:
        return [change for _, change in rows]
    said = entries_of(connection, tolls, as_of)
    incidents = told_incidents(connection, moves, as_of.position)
    told = []
    for row, change in rows:
        seen = _public_since(row, said.get(row.stream_id, []), incidents)
        if seen is not None and seen > since:
            told.append(replace(change, position=seen))
    return sorted(told, key=lambda change: change.position)


def _change(row: Row[tuple[object, ...]], marks: list[Mark], as_of: AsOf) -> ChangeRow:
    old = _value(row.event_kind, row.old)
    if row.event_kind == "toll_stated":
        old = _known_before(row, marks, as_of)
    return ChangeRow(
        position=row.position,
        id=row.stream_id,
        entry_id=f"{row.stream_id}/{row.version}",
        kind=row.event_kind,
        outcome=row.outcome,
        counted_to=row.counted_to,
        old=old,
        new=_value(row.event_kind, row.new),
        reasons=tuple(Reason.model_validate(reason) for reason in orjson.loads(row.reasons)),
        unexplained=row.unexplained,
        who=row.member_role,
        reporter=row.reporter_role,
        stated_at=moment(row.stated_at),
        recorded_at=moment(row.recorded_at),
        report_id=row.report_id,
        read_at=as_of.position,
    )


def _value(kind: str, stored: bytes | None) -> JsonValue:
    if stored is None:
        return None
    if kind.startswith("toll_"):
        return count_line(Count.model_validate_json(stored))
    if kind.startswith("casualties_"):
        return casualties_line(Casualties.model_validate_json(stored))
    parts: JsonValue = orjson.loads(stored)
    return parts


def _known_before(row: Row[tuple[object, ...]], marks: list[Mark], as_of: AsOf) -> JsonValue:
    """What the toll stood at when the value of a new day came in: of the nearest earlier day."""
    before = [mark for mark in marks if mark.position < row.position and mark.counted_to <= row.counted_to]
    known = headline(before, as_of, Audience.MEMBERS)
    return count_line(known.value.figure_only) if known else None


def _public_since(row: Row[tuple[object, ...]], said: list[TollEntry], incidents: ToldIncidents) -> int | None:
    """The position at which the public could know of a change; null where it may not."""
    position: int = row.position
    if row.outcome == "waiting" or row.event_kind == "toll_revision_rejected":
        return None
    if row.stream_id.startswith("I-"):
        return incidents.since(row)
    counted = [entry for entry in said if entry.counted_to == row.counted_to and not entry.withdrawn]
    if row.event_kind in ("toll_withdrawn", "toll_reviewed"):
        about = [entry for entry in counted if row.event_kind == "toll_withdrawn" or entry.version == row.version]
        told = any((seen := _counted_since(entry)) is not None and seen < position for entry in about)
        return position if told else None
    return next((_counted_since(entry) for entry in counted if entry.version == row.version), None)


def _counted_since(entry: TollEntry) -> int | None:
    return next((standing.position for standing in entry.standings if standing.status in COUNTING), None)
