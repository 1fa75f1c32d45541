"""The picture of a place at a moment: its incidents, what was claimed and is no incident, and its tolls."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from pydantic import JsonValue
from sqlalchemy import Connection, select

from ledger.domain.events import ClaimNoted
from projections import tables
from projections.incidents import IncidentRow, incident_rows, shown
from projections.lines import Line, moment_line, named_line, when_line
from projections.moments import AsOf, Audience
from projections.rows import moment
from projections.toll_answers import toll_rows
from projections.toll_rows import TollRow
from projections.tolls import KeyFilter, within


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A feared, denied or claimed thing that a person kept on record; never an incident."""

    claim: ClaimNoted
    report_id: str
    recorded_at: datetime
    position: int
    entry_position: int

    def line(self) -> Line:
        claim = self.claim
        return {
            "certainty": claim.certainty.value,
            "about": claim.about,
            "place": named_line(claim.place),
            "actor": named_line(claim.actor),
            "when": when_line(claim.when) if claim.when else None,
            "source": claim.stated.source,
            "stated_at": moment_line(claim.stated.stated_at),
            "recorded_at": moment_line(self.recorded_at),
            "report_id": self.report_id,
            "position": self.position,
            "entry_position": self.entry_position,
        }


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything known of a place (null = everywhere) at one position; incidents newest first."""

    place_path: str | None
    position: int
    incidents: tuple[IncidentRow, ...]
    claims: tuple[ClaimRow, ...]
    tolls: tuple[TollRow, ...]

    def lines(self) -> list[Line]:
        """One object each, ``what`` says which: incident, claim or toll."""
        named: list[tuple[str, Line]] = [("incident", row.line()) for row in self.incidents]
        named += [("claim", row.line()) for row in self.claims]
        named += [("toll", row.line()) for row in self.tolls]
        return [{"what": what, **line} for what, line in named]

    def line(self) -> Line:
        """The whole picture as one object."""
        incidents: list[JsonValue] = [row.line() for row in self.incidents]
        claims: list[JsonValue] = [row.line() for row in self.claims]
        tolls: list[JsonValue] = [row.line() for row in self.tolls]
        return {"position": self.position, "incidents": incidents, "claims": claims, "tolls": tolls}


def picture_of(connection: Connection, place_path: str | None, as_of: AsOf, audience: Audience) -> Picture:
    """What this audience is told of a place and what lies in it. Claims are unreviewed, so for members only."""
    incidents = tuple(row for row in incident_rows(connection, as_of, place_path, audience) if shown(row, audience))
    claims = tuple(claim_rows(connection, as_of, place_path)) if audience is Audience.MEMBERS else ()
    tolls = tuple(toll_rows(connection, KeyFilter(place_path=place_path), as_of, audience))
    return Picture(place_path, as_of.position, incidents, claims, tolls)


def claim_rows(connection: Connection, as_of: AsOf, place_path: str | None = None) -> list[ClaimRow]:
    """Claims noted by the moment, newest first."""
    column = tables.claims.c
    query = select(tables.claims).where(column.position <= as_of.position, column.stated_at <= as_of.stated_micros)
    if place_path is not None:
        query = query.where(column.place_path == "" if place_path == "" else within(column.place_path, place_path))
    rows = connection.execute(query.order_by(column.stated_at.desc(), column.position.desc()))
    return [
        ClaimRow(
            claim=ClaimNoted.model_validate_json(row.claim),
            report_id=row.report_id,
            recorded_at=moment(row.recorded_at),
            position=as_of.position,
            entry_position=row.position,
        )
        for row in rows
    ]
