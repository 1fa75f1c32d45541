"""Answers about reports, and about members: ids and roles only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, select

from ledger.domain.values import ForgettingReason, Role
from ledger.errors import NoSuchStream
from projections import tables
from projections.explanations import came_of
from projections.lines import Line, moment_line
from projections.rows import moment


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report as it stands: how often it was edited, whether it was taken back, what came of it.

    ``claims`` is how many claims were noted from it; ``position`` where it was received. Its words are in the vault.
    """

    report_id: str
    source: str
    language: str
    public: bool
    stated_at: datetime
    recorded_at: datetime
    position: int
    revisions: int
    withdrawn: bool
    claims: int
    leads_to: tuple[str, ...]

    def line(self) -> Line:
        return {
            "report_id": self.report_id,
            "source": self.source,
            "language": self.language,
            "public": self.public,
            "stated_at": moment_line(self.stated_at),
            "recorded_at": moment_line(self.recorded_at),
            "position": self.position,
            "revisions": self.revisions,
            "withdrawn": self.withdrawn,
            "claims": self.claims,
            "leads_to": list(self.leads_to),
        }


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member by their opaque id: the roles held, the one invited to, and whether they are to be forgotten.

    ``forgetting`` is "asked" by themself, or "proposed" by one admin; then a second one has yet to agree.
    """

    member_id: str
    roles: frozenset[Role]
    invited_to: Role | None
    forgotten: bool
    forgetting: str | None = None
    forgetting_reason: ForgettingReason | None = None

    def line(self) -> Line:
        return {
            "member_id": self.member_id,
            "roles": [role.value for role in sorted(self.roles)],
            "invited_to": self.invited_to.value if self.invited_to else None,
            "forgotten": self.forgotten,
            "forgetting": self.forgetting,
            "forgetting_reason": self.forgetting_reason.value if self.forgetting_reason else None,
        }


def report_row(connection: Connection, report_id: str, position: int) -> ReportRow:
    """One report. Raises ``NoSuchStream``."""
    query = select(tables.reports).where(tables.reports.c.report_id == report_id)
    row = connection.execute(query).one_or_none()
    if row is None:
        raise NoSuchStream(f"report {report_id}")
    return _report(connection, row, position)


def reports_by(connection: Connection, member_id: str, limit: int, position: int) -> list[ReportRow]:
    """The newest reports of a member, newest first."""
    column = tables.reports.c
    query = select(tables.reports).where(column.member_id == member_id).order_by(column.position.desc()).limit(limit)
    return [_report(connection, row, position) for row in connection.execute(query).all()]


def _report(connection: Connection, row: Row[tuple[object, ...]], position: int) -> ReportRow:
    claims = connection.execute(select(tables.claims.c.position).where(tables.claims.c.report_id == row.report_id))
    return ReportRow(
        report_id=row.report_id,
        source=row.source,
        language=row.language,
        public=row.public,
        stated_at=moment(row.stated_at),
        recorded_at=moment(row.recorded_at),
        position=row.position,
        revisions=row.revisions,
        withdrawn=row.withdrawn_at is not None,
        claims=len(claims.all()),
        leads_to=came_of(connection, row.report_id, position),
    )


def member_rows(connection: Connection) -> list[MemberRow]:
    """Everyone who was ever invited or given a role, in the order of their latest change."""
    rows = connection.execute(select(tables.members).order_by(tables.members.c.position))
    return [
        MemberRow(
            member_id=row.member_id,
            roles=frozenset(Role(role) for role in row.roles.split()),
            invited_to=Role(row.invited_to) if row.invited_to else None,
            forgotten=row.forgotten,
            forgetting=row.forgetting,
            forgetting_reason=ForgettingReason(row.forgetting_reason) if row.forgetting_reason else None,
        )
        for row in rows
    ]
