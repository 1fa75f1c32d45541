"""Reading incidents: each as it stood at a moment, on either clock."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, Row, select

from ledger.domain.events import IncidentReported
from ledger.domain.values import COUNTING, Status
from projections import tables
from projections.current_picture import read_facts
from projections.lines import Line, casualties_line, moment_line, named_line, place_line, record_line, when_line
from projections.moments import AsOf, Audience
from projections.rows import moment
from projections.staleness import stale_streams
from projections.tolls import within

_REVISES = ("casualties_revised", "record_revised")
_SPEAKS = ("source_cited", *_REVISES)


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """One incident as known at a moment. ``facts.casualties`` are those known then.

    ``sources`` is how many statements say so, ``closed`` why it no longer stands for itself ("merged into I-…").
    ``position`` is where the answer was read, ``entry_position`` the last entry that changed it.
    """

    incident_id: str
    kind: str
    facts: IncidentReported
    status: Status
    sources: int
    closed: str | None
    place_path: str
    report_id: str | None
    stated_at: datetime
    recorded_at: datetime
    first_recorded_at: datetime
    position: int
    entry_position: int
    stale: bool

    @property
    def occurred_on(self) -> date:
        """The day to sort by: when it happened, else when it was said."""
        return self.facts.occurred.end or self.facts.occurred.start or self.facts.stated.stated_at.date()

    def line(self) -> Line:
        facts = self.facts
        return {
            "incident_id": self.incident_id,
            "kind": self.kind,
            "occurred": when_line(facts.occurred),
            "place": place_line(facts.place),
            "perpetrator": named_line(facts.perpetrator),
            "target": named_line(facts.target),
            "parties": [named_line(party) for party in facts.parties],
            "means": facts.means,
            "casualties": casualties_line(facts.casualties),
            "certainty": facts.certainty.value,
            "flags": list(facts.flags),
            "source": facts.stated.source,
            "sources": self.sources,
            "status": self.status.value,
            "closed": self.closed,
            "report_id": self.report_id,
            "record": record_line(facts.record),
            "stated_at": moment_line(self.stated_at),
            "recorded_at": moment_line(self.recorded_at),
            "first_recorded_at": moment_line(self.first_recorded_at),
            "position": self.position,
            "entry_position": self.entry_position,
            "stale": self.stale,
        }


def incident_rows(connection: Connection, as_of: AsOf, place_path: str | None = None) -> list[IncidentRow]:
    """Every incident by the moment that is then at the place or in it (null = anywhere), newest first."""
    column = tables.incident_versions.c
    touched = None
    if place_path is not None:
        inside = column.place_path == "" if place_path == "" else within(column.place_path, place_path)
        touched = column.incident_id.in_(select(column.incident_id).where(inside, column.position <= as_of.position))
    found = [row for row in _read(connection, as_of, touched) if place_path is None or _inside(row, place_path)]
    return sorted(found, key=lambda row: (row.occurred_on, row.first_recorded_at, row.incident_id), reverse=True)


def incidents_behind(
    connection: Connection, as_of: AsOf, place_path: str | None, since: int, limit: int
) -> tuple[int, list[IncidentRow]]:
    """A page of those first recorded behind ``since``, in that order, and the position to go on from; 0 = no more."""
    column, earlier = tables.incident_versions.c, tables.incident_versions.alias().c
    before = select(1).where(earlier.incident_id == column.incident_id, earlier.position < column.position)
    query = select(column.incident_id, column.position).where(
        column.position > since, column.position <= as_of.position, ~before.exists()
    )
    page = connection.execute(query.order_by(column.position).limit(limit)).all()
    order = {row.incident_id: row.position for row in page}
    found = [
        row
        for row in _read(connection, as_of, column.incident_id.in_(order))
        if place_path is None or _inside(row, place_path)
    ]
    return max(order.values(), default=0), sorted(found, key=lambda row: order[row.incident_id])


def one_incident(connection: Connection, incident_id: str, as_of: AsOf) -> IncidentRow | None:
    """An incident as it stood at the moment, or None where it was not known."""
    return next(iter(_read(connection, as_of, tables.incident_versions.c.incident_id == incident_id)), None)


def shown(row: IncidentRow, audience: Audience) -> bool:
    """Whether an incident belongs in the picture of this audience: it stands, and counts or is under review."""
    if row.closed or row.status in (Status.REJECTED, Status.WITHDRAWN):
        return False
    return audience is Audience.MEMBERS or row.status in COUNTING


def was_public(connection: Connection, incident_ids: list[str], position: int) -> set[str]:
    """Those that the public was told of at any time by then: what became of them must be told, too."""
    column = tables.incident_versions.c
    counting = [status.value for status in COUNTING]
    query = select(column.incident_id).where(column.position <= position, column.status.in_(counting)).distinct()
    return set(connection.execute(query.where(column.incident_id.in_(incident_ids))).scalars())


def _inside(row: IncidentRow, place_path: str) -> bool:
    return row.place_path == "" if place_path == "" else row.place_path.startswith(place_path)


def _read(connection: Connection, as_of: AsOf, which: ColumnElement[bool] | None) -> list[IncidentRow]:
    column = tables.incident_versions.c
    query = select(tables.incident_versions).where(column.position <= as_of.position)
    if which is not None:
        query = query.where(which)
    versions: dict[str, list[Row[tuple[object, ...]]]] = defaultdict(list)
    for row in connection.execute(query.order_by(column.position)):
        versions[row.incident_id].append(row)
    stale = stale_streams(connection, as_of.position)
    found = (_at(rows, as_of, stale=incident_id in stale) for incident_id, rows in versions.items())
    return [row for row in found if row is not None]


def _at(versions: list[Row[tuple[object, ...]]], as_of: AsOf, *, stale: bool) -> IncidentRow | None:
    """What sources had said by the stated limit, with what the ledger had made of it by the position."""
    first, last = versions[0], versions[-1]
    heard = [row for row in versions if row is first or row.event_kind in _SPEAKS]
    heard = [row for row in heard if row.stated_at <= as_of.stated_micros]
    if first not in heard:
        return None
    facts = read_facts(last.kind, last.facts)
    revised = next((row for row in reversed(heard) if row.event_kind != "source_cited"), first)
    if as_of.stated_until is not None:
        facts = facts.model_copy(update={"casualties": read_facts(revised.kind, revised.facts).casualties})
    return IncidentRow(
        incident_id=last.incident_id,
        kind=last.kind,
        facts=facts,
        status=Status(last.status),
        sources=sum(row.event_kind not in _REVISES for row in heard),
        closed=last.closed,
        place_path=last.place_path,
        report_id=last.report_id,
        stated_at=moment(max(row.stated_at for row in heard)),
        recorded_at=moment(last.recorded_at),
        first_recorded_at=moment(first.recorded_at),
        position=as_of.position,
        entry_position=last.position,
        stale=stale,
    )
