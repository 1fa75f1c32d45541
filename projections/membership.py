"""Who holds which role now, and which reports came in: ids only, names are in the vault."""

from __future__ import annotations

from sqlalchemy import update
from sqlalchemy.dialects.sqlite import insert as upsert

from ledger.domain import events
from ledger.log import Recorded
from projections import tables
from projections.rows import Rows, micros


def fold(recorded: Recorded, rows: Rows) -> None:
    """Apply one event to ``members``, ``member_roles`` and ``reports``."""
    match recorded.event:
        case (
            events.MemberInvited()
            | events.MemberJoined()
            | events.RoleGranted()
            | events.RoleRevoked()
            | events.ForgettingAsked()
            | events.ForgettingProposed()
            | events.ForgettingDeclined()
            | events.MemberForgotten()
        ):
            _member(recorded, rows)
        case events.ReportReceived() as event:
            rows.add(
                tables.reports,
                report_id=recorded.stream_id,
                position=recorded.position,
                recorded_at=micros(recorded.recorded_at),
                stated_at=micros(event.stated_at),
                source=event.source,
                language=event.language,
                public=event.public,
                member_id=recorded.member_id,
                revisions=1,
                withdrawn_at=None,
            )
        case events.ReportEdited() as event:
            rows.flush()
            change = update(tables.reports).where(tables.reports.c.report_id == recorded.stream_id)
            rows.connection.execute(change.values(revisions=event.revision + 1))
        case events.ReportWithdrawn():
            rows.flush()
            change = update(tables.reports).where(tables.reports.c.report_id == recorded.stream_id)
            rows.connection.execute(change.values(withdrawn_at=recorded.position))
        case _:
            pass


def _member(recorded: Recorded, rows: Rows) -> None:
    rows.flush()
    table, member_id = tables.members, recorded.stream_id
    known = rows.connection.execute(table.select().where(table.c.member_id == member_id)).one_or_none()
    roles = rows.roles_held(member_id)
    invited = known.invited_to if known else None
    forgotten = bool(known.forgotten) if known else False
    forgetting, reason = (known.forgetting, known.forgetting_reason) if known else (None, None)
    match recorded.event:
        case events.MemberInvited() as event:
            invited = event.role.value
        case events.MemberJoined():
            roles, invited = roles | ({invited} if invited else set()), None
        case events.RoleGranted() as event:
            roles = roles | {event.role.value}
        case events.RoleRevoked() as event:
            roles = roles - {event.role.value}
            invited = None if invited == event.role.value else invited
        case events.ForgettingAsked():
            forgetting = forgetting or "asked"
        case events.ForgettingProposed() as event:
            forgetting, reason = "proposed", event.reason.value
        case events.ForgettingDeclined():
            forgetting = reason = None
        case events.MemberForgotten():
            roles, invited, forgotten = frozenset(), None, True
            forgetting = reason = None
        case _:
            pass
    rows.roles_are(member_id, roles)
    rows.add(tables.member_roles, member_id=member_id, position=recorded.position, role=rows.role_of(member_id))
    row = {
        "member_id": member_id,
        "position": recorded.position,
        "roles": " ".join(sorted(roles)),
        "invited_to": invited,
        "forgotten": forgotten,
        "forgetting": forgetting,
        "forgetting_reason": reason,
    }
    rows.connection.execute(upsert(table).values(row).on_conflict_do_update(index_elements=["member_id"], set_=row))
