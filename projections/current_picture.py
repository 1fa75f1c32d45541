"""The picture: every incident as it stood after each event that touched it, and the claims that are no incidents."""

from __future__ import annotations

from sqlalchemy import Row, select

from ledger.domain import events
from ledger.domain.events import KINDS, Event, IncidentReported
from ledger.domain.incident import STATUS_AFTER
from ledger.domain.values import Stated, Status, folded
from ledger.log import Recorded
from projections import tables
from projections.rows import Cell, Rows, micros, packed, place_path


def fold(recorded: Recorded, rows: Rows) -> None:
    """Apply one event to ``incident_versions`` and ``claims``."""
    event = recorded.event
    if isinstance(event, events.ClaimNoted):
        rows.add(
            tables.claims,
            position=recorded.position,
            report_id=recorded.stream_id,
            certainty=event.certainty.value,
            about=event.about,
            place_path=place_path(event.place, rows.paths),
            stated_at=micros(event.stated.stated_at),
        )
    elif isinstance(event, IncidentReported):
        _add(recorded, event, event.stated, event.status, 1, None, rows)
    elif recorded.stream_id.startswith("I-"):
        _next_version(recorded, event, rows)


def _next_version(recorded: Recorded, event: Event, rows: Rows) -> None:
    before = _latest(recorded.stream_id, rows)
    facts = _facts(before)
    status, sources, closed, stated = Status(before.status), before.sources, before.closed, facts.stated
    match event:
        case events.SourceCited():
            sources, stated = sources + 1, event.stated
        case events.CasualtiesRevised():
            facts, stated = facts.model_copy(update={"casualties": event.new}), event.stated
        case events.PlaceCorrected():
            facts = facts.model_copy(update={"place": event.new})
        case events.TimeCorrected():
            facts = facts.model_copy(update={"occurred": event.new})
        case events.ActorCorrected():
            facts = facts.model_copy(update={"perpetrator": event.new})
        case events.IncidentRetracted():
            status, closed = Status.WITHDRAWN, "retracted"
        case events.IncidentMerged():
            closed = f"merged into {event.into}"
        case events.IncidentSplit():
            closed = "split into " + ", ".join(event.parts)
        case events.IncidentRetractionProposed() | events.DeclaredDistinct() | events.SourceGraded():
            return
        case events.Reviewed():
            status = STATUS_AFTER[type(event)]
        case _:
            return
    _add(recorded, facts, stated, status, sources, closed, rows)


def _latest(incident_id: str, rows: Rows) -> Row[tuple[Cell, ...]]:
    rows.flush()
    table = tables.incident_versions
    newest = select(table).where(table.c.incident_id == incident_id).order_by(table.c.position.desc()).limit(1)
    return rows.connection.execute(newest).one()


def _facts(row: Row[tuple[Cell, ...]]) -> IncidentReported:
    facts = KINDS[row.kind].model_validate_json(row.facts)
    if not isinstance(facts, IncidentReported):
        raise TypeError(f"{row.kind} is no incident")
    return facts


def _add(
    recorded: Recorded,
    facts: IncidentReported,
    stated: Stated,
    status: Status,
    sources: int,
    closed: str | None,
    rows: Rows,
) -> None:
    """One more version; its time on the stated clock is when the statement that brought it was made."""
    place = facts.place
    rows.add(
        tables.incident_versions,
        incident_id=recorded.stream_id,
        position=recorded.position,
        event_kind=recorded.kind,
        kind=facts.kind,
        stated_at=micros(stated.stated_at),
        recorded_at=micros(recorded.recorded_at),
        status=status.value,
        source=facts.stated.source,
        sources=sources,
        report_id=facts.stated.claim.report_id if facts.stated.claim else None,
        place_id=place.id if place else None,
        place_path=place_path(place, rows.paths),
        place_words=folded(place.text) if place and place.text else "",
        occurred_start=facts.occurred.start,
        occurred_end=facts.occurred.end,
        facts=packed(facts),
        closed=closed,
    )
