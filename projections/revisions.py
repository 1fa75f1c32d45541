"""The revision trail: why each number moved, from what to what, and who agreed, by role."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from ledger.domain import events
from ledger.domain.events import Event
from ledger.domain.values import Count, Reason, Stated, Status, Value
from ledger.log import Recorded
from projections import tables
from projections.rows import Rows, micros, packed, packed_reasons


class _LedTo(Value):
    """Where the id of an incident leads from now on."""

    merged_into: str | None = None
    split_into: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class _Move:
    """What one event did to a number or a fact; ``version`` is that of the value it is about, null = its own."""

    outcome: str
    old: Value | None = None
    new: Value | None = None
    reasons: tuple[Reason, ...] = ()
    unexplained: int | None = None
    counted_to: date | None = None
    stated: Stated | None = None
    stated_at: datetime | None = None
    version: int | None = None
    proposal: int | None = None


def fold(recorded: Recorded, rows: Rows) -> None:
    """Apply one event to ``revisions``."""
    move = _toll_move(recorded, rows) if recorded.stream_id.startswith("T-") else _incident_move(recorded.event)
    if move is None:
        return
    stated_at = move.stated.stated_at if move.stated else move.stated_at or recorded.recorded_at
    claim = move.stated.claim if move.stated else None
    proposer = None if move.proposal is None else rows.proposer_of(recorded.stream_id, move.proposal)
    rows.add(
        tables.revisions,
        position=recorded.position,
        stream_id=recorded.stream_id,
        version=recorded.version if move.version is None else move.version,
        event_kind=recorded.kind,
        counted_to=move.counted_to,
        old=packed(move.old) if move.old else None,
        new=packed(move.new) if move.new else None,
        reasons=packed_reasons(move.reasons),
        unexplained=move.unexplained,
        stated_at=micros(stated_at),
        recorded_at=micros(recorded.recorded_at),
        report_id=claim.report_id if claim else recorded.correlation,
        member_role=rows.role_of(recorded.member_id),
        reporter_role=rows.role_of(proposer) if proposer else None,
        proposal=move.proposal,
        outcome=move.outcome,
    )


def _toll_move(recorded: Recorded, rows: Rows) -> _Move | None:
    match recorded.event:
        case events.TollStated() as it if it.reasons or it.unexplained is not None:
            return _Move("recorded", None, it.count, it.reasons, it.unexplained, it.counted_to, it.stated)
        case events.TollRevised() as it:
            outcome = "recorded" if it.proposal is None else "accepted"
            reasons, day = it.reasons, it.counted_to
            return _Move(outcome, it.old, it.new, reasons, it.unexplained, day, it.stated, proposal=it.proposal)
        case events.TollRevisionProposed() as it:
            return _Move("waiting", it.old, it.new, it.reasons, it.unexplained, it.counted_to, it.stated)
        case events.TollRevisionRejected() as it:
            day, old, new = _asked_at(recorded.stream_id, it.proposal, rows)
            reasons = (it.reason,)
            return _Move("rejected", old, new, reasons, None, day, version=it.proposal, proposal=it.proposal)
        case events.TollWithdrawn() as it:
            day, at = it.counted_to, it.stated_at
            return _Move("withdrawn", it.old, None, (it.reason,), counted_to=day, stated_at=at)
        case events.TollReinstated() as it:
            return _Move("reinstated", None, it.count, (it.reason,), counted_to=it.counted_to, stated=it.stated)
        case events.TollReviewed() as it if it.status is Status.REJECTED:
            day, count = _value_at(recorded.stream_id, it.version, rows)
            return _Move("rejected", count, None, (it.reason,), counted_to=day, version=it.version)
        case _:
            return None


def _incident_move(event: Event) -> _Move | None:
    match event:
        case events.CasualtiesRevised():
            return _Move("recorded", event.old, event.new, event.reasons, stated=event.stated)
        case events.CasualtiesRevisionProposed():
            return _Move("waiting", event.old, event.new, event.reasons, stated=event.stated)
        case events.StatementReviewed() as it if it.status is Status.REJECTED:
            return _Move("rejected", reasons=(it.reason,), version=it.version)
        case events.PlaceCorrected() | events.TimeCorrected() | events.ActorCorrected():
            return _Move("recorded", event.old, event.new, (event.reason,))
        case events.IncidentRetracted():
            return _Move("withdrawn", reasons=(event.reason,))
        case events.IncidentRejected():
            return _Move("rejected", reasons=(event.reason,))
        case events.IncidentMerged():
            return _Move("recorded", new=_LedTo(merged_into=event.into), reasons=(event.reason,))
        case events.IncidentSplit():
            return _Move("recorded", new=_LedTo(split_into=event.parts), reasons=(event.reason,))
        case _:
            return None


def _asked_at(key_id: str, proposal: int, rows: Rows) -> tuple[date, Count, Count]:
    """The counted day of a proposed fall, the value it was from, and the one it asked for."""
    rows.flush()
    table = tables.revisions.c
    asked = select(table.counted_to, table.old, table.new).where(table.stream_id == key_id, table.version == proposal)
    waiting = asked.where(table.event_kind == events.TollRevisionProposed.kind)
    row = rows.connection.execute(waiting).one()
    return row.counted_to, Count.model_validate_json(row.old), Count.model_validate_json(row.new)


def _value_at(key_id: str, version: int, rows: Rows) -> tuple[date, Count | None]:
    """The counted day and the value that the entry at a stream's version gave; null where it took the day back."""
    rows.flush()
    table = tables.toll_entries
    said = (table.c.key_id == key_id, table.c.version == version)
    row = rows.connection.execute(select(table.c.counted_to, table.c.counted, table.c.withdrawn).where(*said)).one()
    return row.counted_to, None if row.withdrawn else Count.model_validate_json(row.counted)
