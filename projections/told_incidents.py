"""From when on the public was told of incidents, and of what single sources said of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Row, select

from ledger.domain.values import COUNTING
from projections import tables

_COUNTING = [status.value for status in COUNTING]


@dataclass(frozen=True, slots=True)
class ToldIncidents:
    """Positions from which the public was told: by incident, and by (incident, version) of what a source said."""

    incidents: dict[str, int]
    statements: dict[tuple[str, int], int]

    def since(self, row: Row[tuple[object, ...]]) -> int | None:
        """The position at which the public could know of a row of ``revisions``; null where it may not.

        A change to what it was never told is none; a raise that waits for a reviewer is known from their word on.
        """
        position: int = row.position
        if self.incidents.get(row.stream_id, position) >= position:
            return None
        if row.event_kind not in ("casualties_revised", "statement_reviewed"):
            return position
        said = self.statements.get((row.stream_id, row.version))
        if row.event_kind == "statement_reviewed":
            return position if said is not None and said < position else None
        return said


def told_incidents(connection: Connection, moves: Sequence[Row[tuple[object, ...]]], position: int) -> ToldIncidents:
    """What the public was told by a position of the incidents that these rows are about."""
    ids = sorted({row.stream_id for row in moves if row.stream_id.startswith("I-")})
    incidents: dict[str, int] = {}
    statements: dict[tuple[str, int], int] = {}
    for at in range(0, len(ids), 500):
        some = ids[at : at + 500]
        version, said, status = (
            tables.incident_versions.c,
            tables.incident_statements.c,
            tables.statement_statuses.c,
        )
        seen = select(version.incident_id, version.position).where(
            version.incident_id.in_(some), version.position <= position, version.status.in_(_COUNTING)
        )
        for incident_id, first in connection.execute(seen.order_by(version.position)):
            incidents.setdefault(incident_id, first)
        spoken = select(said.incident_id, said.version, said.position, said.status).where(
            said.incident_id.in_(some), said.position <= position
        )
        for incident_id, number, first, given in connection.execute(spoken):
            if given is None or given in _COUNTING:
                statements[incident_id, number] = first
        decided = select(status.incident_id, status.version, status.position).where(
            status.incident_id.in_(some), status.position <= position, status.status.in_(_COUNTING)
        )
        for incident_id, number, first in connection.execute(decided.order_by(status.position)):
            statements.setdefault((incident_id, number), first)
    return ToldIncidents(incidents, statements)
