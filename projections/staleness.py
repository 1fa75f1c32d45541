"""Which streams are STALE: an event that could not be folded holds back what came after it."""

from __future__ import annotations

from sqlalchemy import Connection, select

from projections import tables


def stale_streams(connection: Connection, position: int | None = None) -> dict[str, str]:
    """Stream id to cause, of those that hold something back by ``position`` (null = by now)."""
    query = select(tables.stale)
    if position is not None:
        query = query.where(tables.stale.c.position <= position)
    return {row.stream_id: row.cause for row in connection.execute(query.order_by(tables.stale.c.position))}
