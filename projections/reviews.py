"""The queue of what waits for a reviewer: received values and incidents, falls, withdrawals, retractions.

What an import recorded at once, falls and withdrawals as their publisher did them, is listed in it too.

Where two members are needed and the first is who asks, their asking is the first agreement.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, update

from ledger.domain import events
from ledger.domain.events import Event, IncidentReported
from ledger.domain.incident import STATUS_AFTER
from ledger.domain.movement import harm_falls, reviewers_needed
from ledger.domain.values import Casualties, Reason, Status
from ledger.log import Recorded
from projections import tables
from projections.rows import Rows, micros, packed_reasons

_QUEUE = tables.review_queue.c


def fold(recorded: Recorded, rows: Rows) -> None:
    """Apply one event to ``review_queue`` and ``review_agreements``."""
    if recorded.stream_id.startswith("T-"):
        _fold_toll(recorded, rows)
    elif recorded.stream_id.startswith("I-"):
        _fold_incident(recorded, rows)


def _fold_toll(recorded: Recorded, rows: Rows) -> None:
    itself = f"{recorded.stream_id}/{recorded.version}"
    match recorded.event:
        case events.TollRevisionProposed() as event:
            _wait(recorded, itself, event.needed, rows, event.counted_to)
        case events.TollRevisionSeconded() as event:
            _agree(f"{recorded.stream_id}/{event.proposal}", recorded, rows)
        case events.TollRevisionRejected() as event:
            _close_item(f"{recorded.stream_id}/{event.proposal}", "rejected", recorded, rows)
        case (events.TollRevised() | events.TollRestated()) as event if event.proposal is not None:
            item_id = f"{recorded.stream_id}/{event.proposal}"
            _agree(item_id, recorded, rows)
            _close_item(item_id, "accepted", recorded, rows)
        case (events.TollStated() | events.TollRestated() | events.TollRevised()) as event:
            listed = not isinstance(event, events.TollRestated) and event.to_review
            if event.status is Status.RECEIVED or listed:
                _wait(recorded, itself, 1, rows, event.counted_to)
        case events.TollReviewed() as event:
            _close_item(f"{recorded.stream_id}/{event.version}", event.status.value, recorded, rows)
        case events.TollWithdrawalProposed() as event:
            _close_kind(recorded.kind, "asked again", recorded, rows, event.counted_to)
            _wait(recorded, itself, 2, rows, event.counted_to, (event.reason,))
            _agree(itself, recorded, rows)
        case events.TollWithdrawn() as event:
            _close_kind(events.TollWithdrawalProposed.kind, "withdrawn", recorded, rows, event.counted_to)
            if event.to_review:
                _wait(recorded, itself, 1, rows, event.counted_to, (event.reason,))
        case _:
            pass


def _fold_incident(recorded: Recorded, rows: Rows) -> None:
    itself = f"{recorded.stream_id}/{recorded.version}"
    match recorded.event:
        case IncidentReported() as event if event.status is Status.RECEIVED:
            _wait(recorded, recorded.stream_id, 1, rows)
        case events.IncidentRetractionProposed() as event:
            _close_kind(recorded.kind, "asked again", recorded, rows)
            _wait(recorded, itself, 2, rows, None, (event.reason,))
            _agree(itself, recorded, rows)
        case events.CasualtiesRevisionProposed() as event:
            _close_kind(recorded.kind, "asked again", recorded, rows)
            _wait(recorded, itself, _needed(event.old, event.new), rows)
            _agree(itself, recorded, rows)
        case events.CasualtiesRevised() as event:
            _close_kind(events.CasualtiesRevisionProposed.kind, "revised", recorded, rows)
            if event.status is Status.RECEIVED:
                _wait(recorded, itself, 1, rows)
        case events.SourceCited() as event if event.status is Status.RECEIVED:
            _wait(recorded, itself, 1, rows)
        case events.StatementReviewed() as event:
            _close_item(f"{recorded.stream_id}/{event.version}", event.status.value, recorded, rows)
        case events.IncidentRetracted() | events.IncidentMerged() | events.IncidentSplit():
            _close(_QUEUE.stream_id == recorded.stream_id, recorded.kind, recorded, rows)
        case events.Reviewed() as event if type(event) in STATUS_AFTER:
            _close_item(recorded.stream_id, STATUS_AFTER[type(event)].value, recorded, rows)
        case _:
            pass


def _needed(old: Casualties, new: Casualties) -> int:
    return max((reviewers_needed(was, now) for was, now in harm_falls(old, new)), default=1)


def _wait(
    recorded: Recorded,
    item_id: str,
    needed: int,
    rows: Rows,
    counted_to: date | None = None,
    reasons: tuple[Reason, ...] = (),
) -> None:
    rows.waiting_streams.add(recorded.stream_id)
    rows.add(
        tables.review_queue,
        item_id=item_id,
        stream_id=recorded.stream_id,
        version=recorded.version,
        event_kind=recorded.kind,
        why=_why(recorded.event),
        daily=recorded.event.daily if isinstance(recorded.event, events.TollStated) else None,
        position=recorded.position,
        recorded_at=micros(recorded.recorded_at),
        member_id=recorded.member_id,
        report_id=recorded.correlation,
        counted_to=counted_to,
        reasons=packed_reasons(reasons),
        needed=needed,
        closed_position=None,
        outcome=None,
    )


def _why(event: Event) -> str:
    """Why something is listed for a reviewer: a word of ``queue_rows.WHY``."""
    match event:
        case events.TollRevisionProposed():
            return "fall"
        case events.TollWithdrawalProposed():
            return "withdrawal"
        case events.TollWithdrawn():
            return "published_withdrawal"
        case events.TollStated(status=status, daily=daily) if status is not Status.RECEIVED:
            return "published_fall" if daily is None else "daily_differs"
        case events.TollRevised(status=status) if status is not Status.RECEIVED:
            return "published_fall"
        case events.IncidentRetractionProposed():
            return "retraction"
        case events.CasualtiesRevisionProposed():
            return "casualties_fall"
        case _:
            return "received"


def _agree(item_id: str, recorded: Recorded, rows: Rows) -> None:
    position, member_id = recorded.position, recorded.member_id
    rows.add(tables.review_agreements, item_id=item_id, position=position, member_id=member_id)


def _close_item(item_id: str, outcome: str, recorded: Recorded, rows: Rows) -> None:
    _close(_QUEUE.item_id == item_id, outcome, recorded, rows)


def _close_kind(kind: str, outcome: str, recorded: Recorded, rows: Rows, counted_to: date | None = None) -> None:
    which = (_QUEUE.stream_id == recorded.stream_id) & (_QUEUE.event_kind == kind)
    if counted_to is not None:
        which &= _QUEUE.counted_to == counted_to
    _close(which, outcome, recorded, rows)


def _close(which: ColumnElement[bool], outcome: str, recorded: Recorded, rows: Rows) -> None:
    """Close what still waits; an item closed before keeps its outcome."""
    if recorded.stream_id not in rows.waiting_streams:
        return
    rows.flush()
    waiting = which & _QUEUE.closed_position.is_(None)
    closing = update(tables.review_queue).where(waiting)
    rows.connection.execute(closing.values(closed_position=recorded.position, outcome=outcome))
