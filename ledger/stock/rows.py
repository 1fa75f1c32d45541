"""Rows of the log as the eventsourcing library's stored events, and the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from eventsourcing import persistence
from eventsourcing.persistence import StoredEvent
from sqlalchemy import Column, Integer, LargeBinary, MetaData, Select, Table, Text, select
from sqlalchemy import exc as sql

from ledger import schema
from ledger.codec import FOREIGN
from ledger.database import cause_of

stock_tables = MetaData()

tracking_table = Table(
    "stock_tracking",
    stock_tables,
    Column("application_name", Text, primary_key=True),
    Column("notification_id", Integer, nullable=False),
)
snapshots_table = Table(
    "stock_snapshots",
    stock_tables,
    Column("purpose", Text, primary_key=True),
    Column("stream_id", Text, primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("payload", LargeBinary, nullable=False),
)

_URN = "urn:uuid:"
_OURS = re.compile(r"[A-Z]-")


def stream_id(originator_id: UUID | str) -> str:
    """How an id is stored. Raises the library's ``ProgrammingError`` for a string that would read back as another."""
    if isinstance(originator_id, UUID):
        return f"{_URN}{originator_id}"
    if originator_id.startswith(_URN):
        raise persistence.ProgrammingError(f"{originator_id!r} is a UUID; give it as one")
    return originator_id


def new_stream_id(originator_id: UUID | str) -> str:
    """``stream_id`` of a stream to write to; those of the ledger's own shape are not for other applications."""
    if isinstance(originator_id, str) and _OURS.match(originator_id):
        raise persistence.ProgrammingError(f"{originator_id!r} has the shape of the ledger's own ids")
    return stream_id(originator_id)


def stored_event(stream: str, version: int, kind: str, payload: bytes) -> StoredEvent:
    """A row as the library knows it: a stock topic without its prefix, one of our kinds by its name."""
    originator_id = UUID(stream.removeprefix(_URN)) if stream.startswith(_URN) else stream
    return StoredEvent(originator_id, version, kind.removeprefix(FOREIGN), payload)


def of_stream(
    table: Table, originator_id: UUID | str, gt: int | None, lte: int | None, desc: bool, limit: int | None
) -> Select[str, int, str, bytes]:
    """The rows of one stream between versions, in order."""
    version = table.c.version
    query = select(table.c.stream_id, version, table.c.kind, table.c.payload)
    query = query.where(table.c.stream_id == stream_id(originator_id))
    if gt is not None:
        query = query.where(version > gt)
    if lte is not None:
        query = query.where(version <= lte)
    return query.order_by(version.desc() if desc else version).limit(limit)


def of_log(
    start: int | None, limit: int, stop: int | None, kinds: list[str], inclusive_of_start: bool
) -> Select[str, int, str, bytes, int]:
    """The rows of the log between positions, those of ``kinds`` where any are given, each with its position."""
    columns = schema.events.c
    query = select(columns.stream_id, columns.version, columns.kind, columns.payload, columns.position)
    query = query.order_by(columns.position).limit(limit)
    if start is not None:
        query = query.where(columns.position >= start if inclusive_of_start else columns.position > start)
    if stop is not None:
        query = query.where(columns.position <= stop)
    return query.where(columns.kind.in_(kinds)) if kinds else query


@contextmanager
def in_their_words() -> Iterator[None]:
    """Database errors as the library's."""
    try:
        yield
    except sql.IntegrityError as error:
        raise persistence.IntegrityError(cause_of(error)) from error
    except sql.OperationalError as error:
        raise persistence.OperationalError(cause_of(error)) from error
    except sql.SQLAlchemyError as error:
        raise persistence.DatabaseError(cause_of(error)) from error
