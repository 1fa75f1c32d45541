"""How much waits for a reviewer, without looking at each of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from projections import tables
from projections.rows import moment


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much waits for a reviewer, and since when the oldest of it."""

    count: int
    oldest: datetime | None


def waiting(connection: Connection, since: int) -> Waiting:
    """What waits of what was recorded behind position ``since``: two look-ups, however long the queue is."""
    column = tables.review_queue.c
    open_behind = (column.closed_position.is_(None), column.position > since)
    asked = select(func.count(), func.min(column.recorded_at)).where(*open_behind)
    count, oldest = connection.execute(asked).one()
    return Waiting(count, None if oldest is None else moment(oldest))
