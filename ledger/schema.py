"""The tables of the log, as SQLAlchemy Core, and the triggers that make them append-only.

``position`` = leaf index + 1 = size of the Merkle tree after the event. Times are microseconds since 1970 in UTC.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Connection,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    event,
)

SCHEMA = 1
"""Number of this layout before there were revisions; what changed since is in ``ledger.migrations``."""

WIDE = BigInteger().with_variant(Integer, "sqlite")
"""Positions and microseconds: too large for PostgreSQL's INTEGER, while SQLite knows one width only."""

metadata = MetaData()

head = Table(
    "head",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1"), primary_key=True),
    Column("position", WIDE, nullable=False),
    Column("recorded_at", WIDE, nullable=False),
    Column("frontier", LargeBinary, nullable=False),
    Column("root", LargeBinary, nullable=False),
)
"""One row: the newest position and its time, and the Merkle tree's right edge and root."""

events = Table(
    "events",
    metadata,
    Column("position", WIDE, primary_key=True, autoincrement=False),
    Column("stream_id", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("schema_version", Integer, nullable=False),
    Column("codebook", Text, nullable=False),
    Column("recorded_at", WIDE, nullable=False),
    # Rows that a stock eventsourcing application wrote have no member and no command.
    Column("member_id", Text),
    Column("command_id", Text),
    Column("correlation", Text),
    Column("causation", Text),
    Column("payload", LargeBinary, nullable=False),
    Column("payload_hash", LargeBinary, nullable=False),
    Column("salt", LargeBinary, nullable=False),
    Column("leaf_hash", LargeBinary, nullable=False),
    UniqueConstraint("stream_id", "version", name="one_event_a_version"),
)
Index("events_by_time", events.c.recorded_at)

commands = Table(
    "commands",
    metadata,
    Column("command_id", Text, primary_key=True),
    Column("fingerprint", LargeBinary, nullable=False),
    Column("first", WIDE, nullable=False),
    Column("last", WIDE, nullable=False),
    Column("recorded_at", WIDE, nullable=False),
)
"""Where each command was recorded, for ever; first and last are 0 for one that had nothing to add."""


def _append_only(table: Table) -> None:
    def make_triggers(_table: Table, connection: Connection, **_more: object) -> None:
        for act in ("UPDATE", "DELETE"):
            connection.exec_driver_sql(
                f"CREATE TRIGGER IF NOT EXISTS no_{act.lower()}_of_{table.name} BEFORE {act} ON {table.name} "
                f"BEGIN SELECT RAISE(ABORT, '{table.name} are append-only'); END"
            )

    event.listen(table, "after_create", make_triggers)


_append_only(events)
_append_only(commands)
