"""The revision trail, which says why each number moved and who agreed by role, and the queue of what waits."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select, update

from ledger.domain import events
from ledger.domain.events import Event, IncidentReported
from ledger.domain.incident import STATUS_AFTER
from ledger.domain.values import Reason, Status, Value
from ledger.log import Recorded
from projections import tables
from projections.rows import Rows, micros, packed, packed_reasons


def fold(recorded: Recorded, rows: Rows) -> None:
    """Apply one event to ``revisions`` and ``review_queue``."""
    _trail(recorded, recorded.event, rows)
    _queue(recorded, recorded.event, rows)


def _trail(recorded: Recorded, event: Event, rows: Rows) -> None:
    match event:
        case events.TollRevised():
            reporter = _proposer_role(recorded.stream_id, event.proposal, rows)
            _add(
                recorded,
                rows,
                "accepted",
                event.counted_to,
                event.old,
                event.new,
                event.reasons,
                event.unexplained,
                event.stated.stated_at,
                reporter,
                event.proposal,
            )
        case events.TollStated() if event.unexplained is not None:
            _add(
                recorded,
                rows,
                "recorded",
                event.counted_to,
                None,
                event.count,
                event.reasons,
                event.unexplained,
                event.stated.stated_at,
            )
        case events.TollRevisionProposed():
            _add(
                recorded,
                rows,
                "waiting",
                event.counted_to,
                event.old,
                event.new,
                event.reasons,
                event.unexplained,
                event.stated.stated_at,
                None,
                recorded.version,
            )
        case events.TollRevisionRejected():
            reporter = _proposer_role(recorded.stream_id, event.proposal, rows)
            _add(
                recorded,
                rows,
                "rejected",
                None,
                None,
                None,
                (event.reason,),
                None,
                recorded.recorded_at,
                reporter,
                event.proposal,
            )
        case events.TollWithdrawn():
            _add(recorded, rows, "withdrawn", event.counted_to, event.old, None, (event.reason,), None, event.stated_at)
        case events.TollReinstated():
            _add(
                recorded,
                rows,
                "reinstated",
                event.counted_to,
                None,
                event.count,
                (event.reason,),
                None,
                event.stated.stated_at,
            )
        case events.CasualtiesRevised():
            _add(recorded, rows, "recorded", None, event.old, event.new, event.reasons, None, event.stated.stated_at)
        case events.PlaceCorrected() | events.TimeCorrected() | events.ActorCorrected():
            _add(recorded, rows, "recorded", None, event.old, event.new, (event.reason,), None, recorded.recorded_at)
        case events.IncidentRetracted() | events.IncidentMerged() | events.IncidentSplit():
            _add(recorded, rows, "recorded", None, None, None, (event.reason,), None, recorded.recorded_at)
        case _:
            pass


def _add(
    recorded: Recorded,
    rows: Rows,
    status: str,
    counted_to: date | None,
    old: Value | None,
    new: Value | None,
    reasons: tuple[Reason, ...],
    unexplained: int | None,
    stated_at: datetime,
    reporter_role: str | None = None,
    proposal: int | None = None,
) -> None:
    rows.add(
        tables.revisions,
        position=recorded.position,
        stream_id=recorded.stream_id,
        event_kind=recorded.kind,
        counted_to=counted_to,
        old=packed(old) if old else None,
        new=packed(new) if new else None,
        reasons=packed_reasons(reasons),
        unexplained=unexplained,
        stated_at=micros(stated_at),
        recorded_at=micros(recorded.recorded_at),
        report_id=recorded.correlation,
        member_role=rows.role_of(recorded.member_id),
        reporter_role=reporter_role,
        proposal=proposal,
        status=status,
    )


def _proposer_role(stream_id: str, proposal: int | None, rows: Rows) -> str | None:
    if proposal is None:
        return None
    rows.flush()
    queue = tables.review_queue
    asked = select(queue.c.member_id).where(queue.c.item_id == f"{stream_id}/{proposal}")
    member_id = rows.connection.execute(asked).scalar_one_or_none()
    return rows.role_of(member_id) if member_id else None


def _queue(recorded: Recorded, event: Event, rows: Rows) -> None:
    match event:
        case events.TollRevisionProposed():
            _wait(recorded, f"{recorded.stream_id}/{recorded.version}", event.needed, rows)
        case events.TollRevisionSeconded():
            item = f"{recorded.stream_id}/{event.proposal}"
            _change(item, rows, agreed=1)
        case events.TollRevised() if event.proposal is not None:
            _close(f"{recorded.stream_id}/{event.proposal}", "accepted", recorded, rows)
        case events.TollRevisionRejected():
            _close(f"{recorded.stream_id}/{event.proposal}", "rejected", recorded, rows)
        case events.TollStated() | events.TollRestated() | events.TollRevised():
            if event.status is Status.RECEIVED:
                _wait(recorded, f"{recorded.stream_id}/{recorded.version}", 1, rows)
        case events.TollReviewed():
            _close(f"{recorded.stream_id}/{event.version}", event.status.value, recorded, rows)
        case events.TollWithdrawalProposed():
            _wait(recorded, f"{recorded.stream_id}/{recorded.version}", 1, rows)
        case events.TollWithdrawn():
            _close_withdrawals(recorded, rows)
        case IncidentReported() if event.status is Status.RECEIVED:
            _wait(recorded, recorded.stream_id, 1, rows)
        case events.IncidentRetractionProposed():
            _wait(recorded, f"{recorded.stream_id}/{recorded.version}", 1, rows)
        case events.IncidentRetracted() | events.IncidentMerged() | events.IncidentSplit():
            _close(recorded.stream_id, recorded.kind, recorded, rows)
            _close_all(recorded, rows)
        case events.Reviewed() if type(event) in STATUS_AFTER:
            _close(recorded.stream_id, STATUS_AFTER[type(event)].value, recorded, rows)
        case _:
            pass


def _wait(recorded: Recorded, item_id: str, needed: int, rows: Rows) -> None:
    rows.add(
        tables.review_queue,
        item_id=item_id,
        stream_id=recorded.stream_id,
        version=recorded.version,
        event_kind=recorded.kind,
        position=recorded.position,
        recorded_at=micros(recorded.recorded_at),
        member_id=recorded.member_id,
        report_id=recorded.correlation,
        needed=needed,
        agreed=0,
        closed_position=None,
        outcome=None,
    )


def _change(item_id: str, rows: Rows, **columns: int | str) -> None:
    rows.flush()
    queue = tables.review_queue
    rows.connection.execute(update(queue).where(queue.c.item_id == item_id).values(**columns))


def _close(item_id: str, outcome: str, recorded: Recorded, rows: Rows) -> None:
    _change(item_id, rows, closed_position=recorded.position, outcome=outcome)


def _close_all(recorded: Recorded, rows: Rows) -> None:
    rows.flush()
    queue = tables.review_queue
    waiting = (queue.c.stream_id == recorded.stream_id) & queue.c.closed_position.is_(None)
    rows.connection.execute(
        update(queue).where(waiting).values(closed_position=recorded.position, outcome=recorded.kind)
    )


def _close_withdrawals(recorded: Recorded, rows: Rows) -> None:
    rows.flush()
    queue = tables.review_queue
    waiting = (
        (queue.c.stream_id == recorded.stream_id)
        & (queue.c.event_kind == events.TollWithdrawalProposed.kind)
        & queue.c.closed_position.is_(None)
    )
    rows.connection.execute(update(queue).where(waiting).values(closed_position=recorded.position, outcome="withdrawn"))
