"""Answers about the queue: what waits for a reviewer, and for which of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

import orjson
from sqlalchemy import Connection, Select, func, select

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
from projections.queue_beside import Beside, Item
from projections.queue_incidents import about_incident, incident_reporters
from projections.rows import moment
from projections.toll_entries import IN_ONE_QUERY

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

WHY = {
    "received": "reported, and not reviewed yet",
    "fall": "a fall waits until it is agreed to",
    "published_fall": "its publisher lowered the figure",
    "published_withdrawal": "its publisher took the day back",
    "daily_differs": "its publisher's count of the day is not what the running count moved by",
    "withdrawal": "a member asks to take the day back",
    "retraction": "a member asks to take the incident back",
    "casualties_fall": "the figures of the incident would fall, and wait until it is agreed to",
}
"""Why something is listed, in words."""


@dataclass(frozen=True, slots=True)
class QueueItem:
    """One thing that waits for review: ``T-…/3`` or ``I-…``. ``recorded_at`` is what its age is counted from.

    ``why`` it is listed is a word of ``WHY``; ``daily`` a publisher's own count of the day, where it gave one.
    ``needed`` members must agree, ``agreed`` have. ``member_id`` and ``may_not`` are for telling whom not to ask
    (who reported or agreed); they are never shown and not in the line.
    """

    item_id: str
    stream_id: str
    version: int
    kind: str
    waits: str
    why: str
    counted_to: date | None
    needed: int
    agreed: int
    recorded_at: datetime
    old: Count | None
    new: Count | None
    daily: int | None
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

    @property
    def moved(self) -> int | None:
        """By how much the figure moved from the one before it; null where that, or a number, is not known."""
        if self.new is None or self.new.measure is None:
            return None
        if self.old is not None:
            return None if self.old.measure is None else self.new.measure - self.old.measure
        if self.unexplained is None or any(reason.amount is None for reason in self.reasons):
            return None
        given = sum(reason.amount or 0 for reason in self.reasons) if self.reasons else self.daily or 0
        return self.unexplained + given

    def line(self) -> Line:
        return {
            "item_id": self.item_id,
            "id": self.stream_id,
            "kind": self.kind,
            "waits": self.waits,
            "why": self.why,
            "counted_to": day_line(self.counted_to),
            "needed": self.needed,
            "agreed": self.agreed,
            "recorded_at": moment_line(self.recorded_at),
            "old": count_line(self.old),
            "new": count_line(self.new),
            "daily": self.daily,
            "moved": self.moved,
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
    connection: Connection, position: int, *, include_closed: bool, excluding: str | None, after: int = 0
) -> Iterator[QueueItem]:
    """What waits at a position, the oldest first, page by page; with ``include_closed`` also what is decided.

    ``excluding`` leaves out what that member may not decide: what they reported, or have agreed to. ``after`` is the
    position of an item to go on behind.
    """
    while rows := list(connection.execute(_open(position, after, include_closed).limit(IN_ONE_QUERY))):
        after = rows[-1].position
        beside = Beside(connection, rows, position)
        for row in rows:
            item = _item(connection, row, position, beside)
            if excluding is None or excluding not in item.may_not:
                yield item


def queue_length(connection: Connection, position: int, *, include_closed: bool, after: int) -> int:
    """How many items wait behind the one at ``after``, whoever may decide them."""
    behind = _open(position, after, include_closed).order_by(None).subquery()
    return connection.execute(select(func.count()).select_from(behind)).scalar_one()


def place_of_item(connection: Connection, item_id: str) -> int | None:
    """The position at which an item began to wait; null where nothing by that id ever waited."""
    column = tables.review_queue.c
    return connection.execute(select(column.position).where(column.item_id == item_id)).scalar_one_or_none()


def _open(position: int, after: int, include_closed: bool) -> Select[tuple[object, ...]]:
    column = tables.review_queue.c
    query = select(tables.review_queue).where(column.position > after, column.position <= position)
    if not include_closed:
        query = query.where(column.closed_position.is_(None) | (column.closed_position > position))
    return query.order_by(column.position)


def _item(connection: Connection, row: Item, position: int, beside: Beside) -> QueueItem:
    waits = WAITS.get(row.event_kind, "value" if row.stream_id.startswith("T-") else "incident")
    agreed, move = beside.agreed.get(row.item_id, set()), beside.moves.get(row.position)
    closed = row.closed_position is not None and row.closed_position <= position
    old, new, key, about = None, None, None, None
    if row.stream_id.startswith("T-"):
        key = beside.keys.get(row.stream_id)
        old, new = _figures(row, beside)
        taken_back = row.event_kind == "toll_withdrawn"  # by its publisher: whoever imported it may not review it
        reporters = {row.member_id} if taken_back else beside.reporters(row, new or old)
    else:
        about = about_incident(connection, row, move)
        reporters = incident_reporters(connection, row.stream_id)
    return QueueItem(
        item_id=row.item_id,
        stream_id=row.stream_id,
        version=row.version,
        kind=row.event_kind,
        waits=waits,
        why=row.why,
        counted_to=row.counted_to,
        needed=row.needed,
        agreed=len(agreed - reporters) if waits == "fall" else len(agreed),
        recorded_at=moment(row.recorded_at),
        old=old,
        new=new,
        daily=row.daily,
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


def _figures(row: Item, beside: Beside) -> tuple[Count | None, Count | None]:
    """What it moves from and to: of a fall and a revised value as asked, of a withdrawal what stood then."""
    move = beside.moves.get(row.position)
    if move is not None and row.event_kind != "toll_stated":
        return _count(move.old), _count(move.new)
    if row.event_kind == "toll_withdrawal_proposed":
        return _count(beside.stood(row)), None
    return None, _count(beside.counted.get(row.position))


def _count(packed: bytes | None) -> Count | None:
    return Count.model_validate_json(packed) if packed else None
