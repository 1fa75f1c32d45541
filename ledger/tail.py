"""The end of the log: gives new events their position, time and leaf, and moves the head along with them.

Everything that is ever recorded goes through ``extend``, ours and that of a stock eventsourcing application.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, fields
from hashlib import sha256

from sqlalchemy import Connection, insert, select, update

from ledger import schema
from ledger.codec import Row
from ledger.transparency.tree import EMPTY_ROOT, Frontier

SALT_SIZE = 16

_NAMES = tuple(field.name for field in fields(Row))


@dataclass(frozen=True, slots=True)
class Unplaced:
    """An event as it will be stored, before it has a position."""

    stream_id: str
    version: int
    kind: str
    payload: bytes
    schema_version: int
    codebook: str
    member_id: str | None = None
    command_id: str | None = None
    correlation: str | None = None
    causation: str | None = None


@dataclass(frozen=True, slots=True)
class Tail:
    """Where the log ends: the newest position, its time in microseconds, and the tree's right edge."""

    position: int
    recorded_at: int
    frontier: Frontier


def prepare(connection: Connection) -> None:
    """Make the head of an empty log, unless there is one."""
    if connection.execute(select(schema.head.c.id)).first() is None:
        row = {"id": 1, "position": 0, "recorded_at": 0, "frontier": b"", "root": EMPTY_ROOT}
        connection.execute(insert(schema.head).values(row))


def tail(connection: Connection) -> Tail:
    """Where the log ends, inside the transaction of ``connection``."""
    head = schema.head.c
    position, recorded_at, nodes = connection.execute(select(head.position, head.recorded_at, head.frontier)).one()
    return Tail(position, recorded_at, Frontier.from_bytes(position, nodes))


def extend(connection: Connection, unplaced: Sequence[Unplaced], now: int, end: Tail | None = None) -> list[Row]:
    """Write events behind the end of the log, in order; ``connection`` must hold the write lock.

    ``end`` saves a look when the caller has read the tail within this transaction.

    Each event is a microsecond or more after the one before, so that a moment names one position, even when the
    clock (``now``, microseconds) was set back. Raises SQLAlchemy's ``IntegrityError`` for a version that is taken.
    """
    if not unplaced:
        return []
    end = end or tail(connection)
    rows = []
    recorded_at = end.recorded_at
    for position, fresh in enumerate(unplaced, start=end.position + 1):
        recorded_at = max(recorded_at + 1, now)
        rows.append(_placed(fresh, position, recorded_at))
    leaves = [row.leaf for row in rows]
    frontier = end.frontier.extended(leaves)
    stored = [
        {name: getattr(row, name) for name in _NAMES} | {"leaf_hash": leaf}
        for row, leaf in zip(rows, leaves, strict=True)
    ]
    connection.execute(insert(schema.events), stored)
    moved = update(schema.head).where(schema.head.c.position == end.position)
    moved = moved.values(
        position=frontier.size, recorded_at=recorded_at, frontier=frontier.to_bytes(), root=frontier.root
    )
    if connection.execute(moved).rowcount != 1:
        raise RuntimeError("the head moved under the write lock")
    return rows


def _placed(fresh: Unplaced, position: int, recorded_at: int) -> Row:
    return Row(
        position=position,
        stream_id=fresh.stream_id,
        version=fresh.version,
        kind=fresh.kind,
        schema_version=fresh.schema_version,
        codebook=fresh.codebook,
        recorded_at=recorded_at,
        member_id=fresh.member_id,
        command_id=fresh.command_id,
        correlation=fresh.correlation,
        causation=fresh.causation,
        payload=fresh.payload,
        payload_hash=sha256(fresh.payload).digest(),
        salt=secrets.token_bytes(SALT_SIZE),
    )
