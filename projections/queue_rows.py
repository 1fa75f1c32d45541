"""Answers about the queue: what waits for a reviewer, and for which of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

import orjson
from sqlalchemy import Connection, Row, select

from ledger.domain.values import Count, Reason, TollKey
from projections import tables
from projections.lines import (
    Line,
    count_line,
    day_line,
    key_line,
    moment_line,
    reason_lines,
)
from projections.queue_incidents import about_incident, incident_reporters
from projections.rows import moment
from projections.toll_entries import chunks

WAITS = {
    "toll_revision_proposed": "fall",
    "toll_withdrawal_proposed": "withdrawal",
    "toll_withdrawn": "withdrawal",
    "casualties_revision_proposed": "casualties fall",
    "incident_retraction_proposed": "retraction",
    "source_cited": "statement",
    "casualties_revised": "statement",
}
"""What waits, by the kind of its entry; other entries of tolls are a ``value``, of incidents an ``incident``."""


@dataclass(frozen=True, slots=True)
class QueueItem:
    """One thing that waits for review: ``T-…/3`` or ``I-…``. ``recorded_at`` is what its age is counted from.

    ``needed`` members must agree, ``agreed`` have. ``member_id`` and ``may_not`` are for telling whom not to ask
    (who reported or agreed); they are never shown and not in the line.
    """

    item_id: str
    stream_id: str
    version: int
    kind: str
    waits: str
    counted_to: date | None
    needed: int
    agreed: int
    recorded_at: datetime
    old: Count | None
    new: Count | None
    reasons: tuple[Reason, ...]
    unexplained: int | None
    report_id: str | None
    key: TollKey | None
    about: Line | None
    outcome: str | None
    position: int
    entry_position: int
    member_id: str
    may_not: frozenset[str]

    def line(self) -> Line:
        return {
            "item_id": self.item_id,
            "id": self.stream_id,
            "kind": self.kind,
            "waits": self.waits,
            "counted_to": day_line(self.counted_to),
            "needed": self.needed,
            "agreed": self.agreed,
            "recorded_at": moment_line(self.recorded_at),
            "old": count_line(self.old),
            "new": count_line(self.new),
            "reasons": reason_lines(self.reasons),
            "unexplained": self.unexplained,
            "report_id": self.report_id,
            "key": key_line(self.key) if self.key else None,
            "about": self.about,
            "outcome": self.outcome,
            "position": self.position,
            "entry_position": self.entry_position,
        }


def queue_items(
    connection: Connection, position: int, *, include_closed: bool, excluding: str | None
) -> list[QueueItem]:
    """What waits at a position, the oldest first; with ``include_closed`` also what is decided.

    ``excluding`` leaves out what that member may not decide: what they reported, or have agreed to.
    """
    column = tables.review_queue.c
    query = select(tables.review_queue).where(column.position <= position)
    if not include_closed:
        query = query.where(column.closed_position.is_(None) | (column.closed_position > position))
    rows = list(connection.execute(query.order_by(column.position)))
    beside = _Beside(connection, [row.position for row in rows], position)
    items = [_item(connection, row, position, beside) for row in rows]
    return [item for item in items if excluding is None or excluding not in item.may_not]


class _Beside:
    """What the items of a queue have beside them, looked up for all at once: an import may list thousands."""

    def __init__(self, connection: Connection, positions: list[int], until: int) -> None:
        self.moves: dict[int, Row[tuple[object, ...]]] = {}
        for some in chunks(positions):
            found = connection.execute(select(tables.revisions).where(tables.revisions.c.position.in_(some)))
            self.moves |= {move.position: move for move in found}
        self.agreed: dict[str, set[str]] = {}
        column = tables.review_agreements.c
        for agreement in connection.execute(select(column.item_id, column.member_id).where(column.position <= until)):
            self.agreed.setdefault(agreement.item_id, set()).add(agreement.member_id)
        self._connection = connection
        self._keys: dict[str, TollKey | None] = {}

    def key(self, key_id: str) -> TollKey | None:
        if key_id not in self._keys:
            self._keys[key_id] = _key(self._connection, key_id)
        return self._keys[key_id]


def _item(connection: Connection, row: Row[tuple[object, ...]], position: int, beside: _Beside) -> QueueItem:
    waits = WAITS.get(row.event_kind, "value" if row.stream_id.startswith("T-") else "incident")
    agreed, move = beside.agreed.get(row.item_id, set()), beside.moves.get(row.position)
    closed = row.closed_position is not None and row.closed_position <= position
    old, new, key, about = None, None, None, None
    if row.stream_id.startswith("T-"):
        key = beside.key(row.stream_id)
        old, new = _figures(connection, row, move)
        taken_back = row.event_kind == "toll_withdrawn"  # by its publisher: whoever imported it may not review it
        reporters = {row.member_id} if taken_back else _toll_reporters(connection, row, new or old)
    else:
        about = about_incident(connection, row, move)
        reporters = incident_reporters(connection, row.stream_id)
    return QueueItem(
        item_id=row.item_id,
        stream_id=row.stream_id,
        version=row.version,
        kind=row.event_kind,
        waits=waits,
        counted_to=row.counted_to,
        needed=row.needed,
        agreed=len(agreed - reporters) if waits == "fall" else len(agreed),
        recorded_at=moment(row.recorded_at),
        old=old,
        new=new,
        reasons=tuple(Reason.model_validate(it) for it in orjson.loads(move.reasons if move else row.reasons)),
        unexplained=move.unexplained if move else None,
        report_id=move.report_id if move else row.report_id,
        key=key,
        about=about,
        outcome=row.outcome if closed else None,
        position=position,
        entry_position=row.position,
        member_id=row.member_id,
        may_not=frozenset(reporters | agreed | ({row.member_id} if waits in ("fall", "value") else set())),
    )


def _key(connection: Connection, key_id: str) -> TollKey | None:
    kept = connection.execute(select(tables.toll_keys.c.key).where(tables.toll_keys.c.key_id == key_id)).scalar()
    return TollKey.model_validate_json(kept) if kept else None


def _figures(
    connection: Connection, row: Row[tuple[object, ...]], move: Row[tuple[object, ...]] | None
) -> tuple[Count | None, Count | None]:
    """What it moves from and to: of a fall and a revised value as asked, of a withdrawal what stood then."""
    if move is not None and row.event_kind != "toll_stated":
        return _count(move.old), _count(move.new)
    column = tables.toll_entries.c
    query = select(column.counted).where(column.key_id == row.stream_id, column.counted_to == row.counted_to)
    if row.event_kind == "toll_withdrawal_proposed":
        query = query.where(column.position < row.position).order_by(column.stated_at.desc(), column.position.desc())
        return _count(connection.execute(query.limit(1)).scalar()), None
    return None, _count(connection.execute(query.where(column.position == row.position)).scalar())


def _count(packed: bytes | None) -> Count | None:
    return Count.model_validate_json(packed) if packed else None


def _toll_reporters(connection: Connection, row: Row[tuple[object, ...]], count: Count | None) -> set[str]:
    """Everyone who stated, restated or proposed this figure for this day: none of them may review it."""
    if count is None:
        return set()
    entry, item, move = tables.toll_entries.c, tables.review_queue.c, tables.revisions.c
    qualifier = count.qualifier.value if count.qualifier else None
    said = select(entry.reporter).where(
        entry.key_id == row.stream_id,
        entry.counted_to == row.counted_to,
        entry.low.is_(count.low),
        entry.best.is_(count.best),
        entry.high.is_(count.high),
        entry.qualifier.is_(qualifier),
    )
    asked = (
        select(item.member_id, move.new)
        .join_from(tables.review_queue, tables.revisions, item.position == move.position)
        .where(item.stream_id == row.stream_id, item.counted_to == row.counted_to, move.outcome == "waiting")
    )
    proposed = {
        it.member_id for it in connection.execute(asked) if count.same_figure(Count.model_validate_json(it.new))
    }
    return proposed | set(connection.execute(said).scalars())
