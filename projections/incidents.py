"""Reading incidents: each as it stood at a moment, on either clock."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Connection, Row, select

from ledger.domain.events import IncidentReported
from ledger.domain.values import COUNTING, Casualties, Status
from projections import tables
from projections.current_picture import read_facts
from projections.lines import Line, casualties_line, moment_line, named_line, place_line, record_line, when_line
from projections.moments import AsOf, Audience
from projections.rows import moment
from projections.staleness import stale_streams
from projections.statements import Grades, Ids, SourceRow, StatementRow, by_source, grades_of, statements_of, voices
from projections.tolls import within


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """One incident as known at a moment. ``facts.casualties`` are the figures then of the source that came first.

    ``by_source`` has every source with its own figures, ``voices`` how many of them do not repeat one another.
    ``closed`` says why it no longer stands for itself ("merged into I-…"), ``merged_into`` where its id leads.
    ``position`` is where the answer was read, ``entry_position`` the last entry that changed it.
    """

    incident_id: str
    kind: str
    facts: IncidentReported
    status: Status
    by_source: tuple[SourceRow, ...]
    voices: int
    closed: str | None
    merged_into: str | None
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

    @property
    def sources(self) -> int:
        """How many sources say so, those that repeat another too."""
        return len(self.by_source)

    @property
    def figures_differ(self) -> bool:
        """Whether two sources give other numbers for the same harm."""
        for harm in Casualties.model_fields:
            given = [getattr(it.casualties, harm) for it in self.by_source if it.casualties is not None]
            counts = [count for count in given if count is not None]
            if any(not (count.says_again(counts[0]) or counts[0].says_again(count)) for count in counts[1:]):
                return True
        return False

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
            "independent": self.voices,
            "by_source": [it.line() for it in self.by_source],
            "figures_differ": self.figures_differ,
            "status": self.status.value,
            "closed": self.closed,
            "merged_into": self.merged_into,
            "report_id": self.report_id,
            "record": record_line(facts.record),
            "stated_at": moment_line(self.stated_at),
            "recorded_at": moment_line(self.recorded_at),
            "first_recorded_at": moment_line(self.first_recorded_at),
            "position": self.position,
            "entry_position": self.entry_position,
            "stale": self.stale,
        }


def incident_rows(
    connection: Connection, as_of: AsOf, place_path: str | None = None, audience: Audience = Audience.MEMBERS
) -> list[IncidentRow]:
    """Every incident by the moment that is then at the place or in it (null = anywhere), newest first.

    ``audience`` decides which sources' words are in them; whether it is told of the incident at all, ``shown`` says.
    """
    touched = None
    if place_path is not None:
        column = tables.incident_versions.c
        inside = column.place_path == "" if place_path == "" else within(column.place_path, place_path)
        touched = select(column.incident_id).where(inside, column.position <= as_of.position).distinct()
    rows = read_incidents(connection, as_of, touched, audience)
    found = [row for row in rows if place_path is None or _inside(row, place_path)]
    return sorted(found, key=lambda row: (row.occurred_on, row.first_recorded_at, row.incident_id), reverse=True)


def incidents_behind(
    connection: Connection, as_of: AsOf, place_path: str | None, since: int, limit: int, audience: Audience
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
        for row in read_incidents(connection, as_of, list(order), audience)
        if place_path is None or _inside(row, place_path)
    ]
    return max(order.values(), default=0), sorted(found, key=lambda row: order[row.incident_id])


def one_incident(
    connection: Connection, incident_id: str, as_of: AsOf, audience: Audience = Audience.MEMBERS
) -> IncidentRow | None:
    """An incident as it stood at the moment, or None where it was not known."""
    return next(iter(read_incidents(connection, as_of, [incident_id], audience)), None)


def where_it_leads(connection: Connection, incident_id: str, as_of: AsOf) -> list[str]:
    """The incidents that a merged one leads to by the moment, the one that stands last; none for one that stands."""
    column = tables.incident_versions.c
    chain: list[str] = []
    at: str | None = incident_id
    while at is not None:
        query = select(column.merged_into).where(column.incident_id == at, column.position <= as_of.position)
        at = connection.execute(query.order_by(column.position.desc()).limit(1)).scalar()
        if at is not None:
            chain.append(at)
    return chain


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


def read_incidents(
    connection: Connection, as_of: AsOf, which: Ids, audience: Audience = Audience.MEMBERS
) -> list[IncidentRow]:
    """Incidents (null = all) as they stood at the moment, in the order in which they were first recorded."""
    column = tables.incident_versions.c
    query = select(tables.incident_versions).where(column.position <= as_of.position)
    if which is not None:
        query = query.where(column.incident_id.in_(which))
    versions: dict[str, list[Row[tuple[object, ...]]]] = defaultdict(list)
    for row in connection.execute(query.order_by(column.position)):
        versions[row.incident_id].append(row)
    said = statements_of(connection, which, as_of, audience)
    grades = grades_of(connection, which, as_of)
    stale = stale_streams(connection, as_of.position)
    return [
        _at(rows, said[incident_id], grades.get(incident_id, {}), as_of, stale=incident_id in stale)
        for incident_id, rows in versions.items()
        if incident_id in said
    ]


def _at(
    versions: list[Row[tuple[object, ...]]],
    said: tuple[StatementRow, ...],
    grades: Grades,
    as_of: AsOf,
    *,
    stale: bool,
) -> IncidentRow:
    """What sources had said by the stated limit, with what the ledger had made of it by the position."""
    first, last = versions[0], versions[-1]
    status = Status(last.status)
    sources = tuple(replace(it, status=it.status or status) for it in by_source(said, grades))
    lead = said[0]
    facts = read_facts(last.kind, last.facts)
    stated = facts.stated
    if lead.version > 0:  # by then it was another source that had said so
        stated = stated.model_copy(update={"source": lead.source, "stated_at": lead.stated_at, "claim": None})
    facts = facts.model_copy(update={"casualties": sources[0].casualties or Casualties(), "stated": stated})
    return IncidentRow(
        incident_id=last.incident_id,
        kind=last.kind,
        facts=facts,
        status=status,
        by_source=sources,
        voices=voices(said),
        closed=last.closed,
        merged_into=last.merged_into,
        place_path=last.place_path,
        report_id=lead.report_id,
        stated_at=max(it.stated_at for it in said),
        recorded_at=moment(last.recorded_at),
        first_recorded_at=moment(first.recorded_at),
        position=as_of.position,
        entry_position=last.position,
        stale=stale,
    )
