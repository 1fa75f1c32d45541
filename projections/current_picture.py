"""The picture: every incident as it stood after each event that touched it, and the claims that are no incidents."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC

from sqlalchemy import select

from ledger.domain import events
from ledger.domain.events import KINDS, Event, IncidentReported
from ledger.domain.facts import amended
from ledger.domain.incident import STATUS_AFTER
from ledger.domain.values import Status
from ledger.log import Recorded
from projections import tables
from projections.rows import Rows, micros, packed, place_path


def fold(recorded: Recorded, rows: Rows) -> None:
    """Apply one event to ``incident_versions`` and ``claims``."""
    event = recorded.event
    if isinstance(event, events.ClaimNoted):
        rows.add(
            tables.claims,
            position=recorded.position,
            report_id=recorded.stream_id,
            place_path=place_path(event.place, rows.paths),
            stated_at=micros(event.stated.stated_at),
            recorded_at=micros(recorded.recorded_at),
            claim=packed(event),
        )
    elif isinstance(event, IncidentReported):
        _add(recorded, _Version(event, micros(event.stated.stated_at), event.status), rows)
    elif recorded.stream_id.startswith("I-"):
        _next_version(recorded, event, rows)


@dataclass(frozen=True, slots=True)
class _Version:
    """An incident after an event; ``stated_at`` (microseconds) is when the newest statement in it was made."""

    facts: IncidentReported
    stated_at: int
    status: Status
    closed: str | None = None
    merged_into: str | None = None


def _next_version(recorded: Recorded, event: Event, rows: Rows) -> None:
    before = _latest(recorded.stream_id, rows)
    match event:
        case events.SourceCited() | events.CasualtiesRevised() | events.RecordRevised():
            after = replace(before, stated_at=micros(event.stated.stated_at))
        case events.StatementReviewed() | events.SourceGraded():
            after = before
        case events.PlaceCorrected() | events.TimeCorrected() | events.ActorCorrected():
            after = before
        case events.IncidentRetracted():
            after = replace(before, status=Status.WITHDRAWN, closed="retracted")
        case events.IncidentMerged():
            after = replace(before, closed=f"merged into {event.into}", merged_into=event.into)
        case events.IncidentSplit():
            after = replace(before, closed="split into " + ", ".join(event.parts))
        case events.Reviewed() if type(event) in STATUS_AFTER:
            after = replace(before, status=STATUS_AFTER[type(event)])
        case _:
            return  # proposed, declared distinct: nothing in the picture moves
    _add(recorded, replace(after, facts=amended(before.facts, event)), rows)


def _latest(incident_id: str, rows: Rows) -> _Version:
    rows.flush()
    table = tables.incident_versions
    newest = select(table).where(table.c.incident_id == incident_id).order_by(table.c.position.desc()).limit(1)
    row = rows.connection.execute(newest).one()
    facts = read_facts(row.kind, row.facts)
    return _Version(facts, row.stated_at, Status(row.status), row.closed, row.merged_into)


def read_facts(kind: str, facts: bytes) -> IncidentReported:
    """The facts of an incident as a row keeps them. Raises ``TypeError`` for a kind that is none."""
    read = KINDS[kind].model_validate_json(facts)
    if not isinstance(read, IncidentReported):
        raise TypeError(f"{kind} is no incident")
    return read


def _add(recorded: Recorded, version: _Version, rows: Rows) -> None:
    facts = version.facts
    rows.add(
        tables.incident_versions,
        incident_id=recorded.stream_id,
        position=recorded.position,
        event_kind=recorded.kind,
        kind=facts.kind,
        stated_at=version.stated_at,
        recorded_at=micros(recorded.recorded_at),
        status=version.status.value,
        source=facts.stated.source,
        place_id=facts.place.id if facts.place else None,
        place_path=place_path(facts.place, rows.paths),
        day=facts.occurred.end or facts.occurred.start or facts.stated.stated_at.astimezone(UTC).date(),
        facts=packed(facts),
        closed=version.closed,
        merged_into=version.merged_into,
    )
