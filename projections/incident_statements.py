"""What each source says of an incident, with its own figures: kept side by side, never averaged, never the maximum."""

from __future__ import annotations

from ledger.domain import events
from ledger.domain.events import IncidentReported
from ledger.domain.values import Casualties, Stated, Status, folded
from ledger.log import Recorded
from projections import tables
from projections.rows import Rows, micros, packed


def fold(recorded: Recorded, rows: Rows) -> None:
    """Apply one event to ``incident_statements``, ``statement_statuses``, ``source_grades``, ``distinct_incidents``."""
    match recorded.event:
        case IncidentReported() as event:
            _said(recorded, event.stated, event.casualties, None, rows)
        case events.SourceCited() as it:
            _said(recorded, it.stated, it.casualties, it.status, rows, origin=it.origin, merged_from=it.merged_from)
        case events.CasualtiesRevised() as event:
            _said(recorded, event.stated, event.new, event.status, rows)
        case events.RecordRevised() as event:
            _said(recorded, event.stated, None, None, rows)
        case events.RecordRevised() as event:
            _said(recorded, event.stated, None, None, rows)
        case events.StatementReviewed() as event:
            rows.add(
                tables.statement_statuses,
                incident_id=recorded.stream_id,
                version=event.version,
                position=recorded.position,
                status=event.status.value,
            )
        case events.SourceGraded() as event:
            rows.add(
                tables.source_grades,
                incident_id=recorded.stream_id,
                position=recorded.position,
                source=folded(event.source),
                reliability=event.grade.reliability.value,
                credibility=event.grade.credibility,
            )
        case events.DeclaredDistinct() as event:
            one, other, at = recorded.stream_id, event.other, recorded.position
            rows.add(tables.distinct_incidents, incident_id=one, other=other, position=at)
        case _:
            pass


def _said(
    recorded: Recorded,
    stated: Stated,
    casualties: Casualties | None,
    status: Status | None,
    rows: Rows,
    *,
    origin: str | None = None,
    merged_from: str | None = None,
) -> None:
    rows.add(
        tables.incident_statements,
        incident_id=recorded.stream_id,
        version=recorded.version,
        position=recorded.position,
        event_kind=recorded.kind,
        source=stated.source,
        origin=origin,
        stated_at=micros(stated.stated_at),
        recorded_at=micros(recorded.recorded_at),
        status=status.value if status else None,
        casualties=None if casualties is None else packed(casualties),
        report_id=stated.claim.report_id if stated.claim else None,
        merged_from=merged_from,
        reporter=None if merged_from else recorded.member_id,
    )
