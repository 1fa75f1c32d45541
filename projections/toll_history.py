"""The toll history: every value a source gave for a counted day, and where it stood when."""

from __future__ import annotations

from ledger.domain import events
from ledger.domain.values import Count, Reason, Status
from ledger.log import Recorded
from projections import tables
from projections.rows import Rows, micros, packed, packed_reasons, place_path


def fold(recorded: Recorded, rows: Rows) -> None:
    """Apply one event to ``toll_keys``, ``toll_entries`` and ``toll_statuses``."""
    match recorded.event:
        case events.TollOpened() as event:
            _open(recorded, event, rows)
        case events.TollStated() as event:
            _enter(recorded, event.count, event, event.reasons, event.unexplained, rows)
        case events.TollRestated() as event:
            _enter(recorded, event.count, event, (), None, rows)
        case events.TollRevised() as event:
            _enter(recorded, event.new, event, event.reasons, event.unexplained, rows)
        case events.TollReinstated() as event:
            _enter(recorded, event.count, event, (event.reason,), None, rows)
        case events.TollWithdrawn() as event:
            _enter_withdrawal(recorded, event, rows)
        case events.TollReviewed() as event:
            rows.add(
                tables.toll_statuses,
                key_id=recorded.stream_id,
                version=event.version,
                position=recorded.position,
                recorded_at=micros(recorded.recorded_at),
                status=event.status.value,
            )
        case _:
            pass


def _open(recorded: Recorded, event: events.TollOpened, rows: Rows) -> None:
    rows.add(
        tables.toll_keys,
        key_id=recorded.stream_id,
        position=recorded.position,
        place_path=place_path(event.key.place, rows.paths),
        key=packed(event.key),
        place_inferred=event.place_inferred,
        **event.key.parts,
    )


_Valued = events.TollStated | events.TollRestated | events.TollRevised | events.TollReinstated


def _enter(
    recorded: Recorded, count: Count, event: _Valued, reasons: tuple[Reason, ...], unexplained: int | None, rows: Rows
) -> None:
    stated = event.stated
    rows.add(
        tables.toll_entries,
        key_id=recorded.stream_id,
        position=recorded.position,
        version=recorded.version,
        event_kind=recorded.kind,
        counted_to=event.counted_to,
        withdrawn=False,
        low=count.low,
        best=count.best,
        high=count.high,
        qualifier=count.qualifier.value if count.qualifier else None,
        counted=packed(count),
        stated_at=micros(stated.stated_at),
        recorded_at=micros(recorded.recorded_at),
        status=event.status.value,
        reasons=packed_reasons(reasons),
        unexplained=unexplained,
        report_id=stated.claim.report_id if stated.claim else None,
        member_role=rows.role_of(recorded.member_id),
        reporter=_reporter(recorded, event, rows),
    )


def _reporter(recorded: Recorded, event: _Valued, rows: Rows) -> str:
    """Who brought the value in: whoever proposed it, where the event is somebody else's agreement."""
    proposal = event.proposal if isinstance(event, events.TollRevised | events.TollRestated) else None
    proposer = None if proposal is None else rows.proposer_of(recorded.stream_id, proposal)
    return proposer or recorded.member_id


def _enter_withdrawal(recorded: Recorded, event: events.TollWithdrawn, rows: Rows) -> None:
    rows.add(
        tables.toll_entries,
        key_id=recorded.stream_id,
        position=recorded.position,
        version=recorded.version,
        event_kind=recorded.kind,
        counted_to=event.counted_to,
        withdrawn=True,
        low=None,
        best=None,
        high=None,
        qualifier=None,
        counted=b"{}",
        stated_at=micros(event.stated_at),
        recorded_at=micros(recorded.recorded_at),
        status=Status.WITHDRAWN.value,
        reasons=packed_reasons((event.reason,)),
        unexplained=None,
        report_id=None,
        member_role=rows.role_of(recorded.member_id),
        reporter=recorded.member_id,
    )
