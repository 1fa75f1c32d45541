"""The append-only log on SQLAlchemy Core: the port of ``ledger.log`` for a SQLite file.

One append is one transaction: events, their leaves, the head and the commands they came from, or nothing. The
eventsourcing library's recorders over the same tables are in ``ledger.recorders``.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Connection, Engine, and_, exists, not_, select
from sqlalchemy.exc import SQLAlchemyError

from ledger import batch, schema
from ledger.codec import Row, Undecodable, command_text, decode, from_micros, to_micros
from ledger.database import Database, cause_of, open_database
from ledger.errors import EventUnreadable, StoreUnreachable, StoreUnwritable
from ledger.log import Entry, Head, Receipt, Recorded, Unreadable
from ledger.migrations import LOG
from ledger.tail import prepare
from ledger.transparency.tree import root_of

PAGE = 1_000
"""Rows read at once by ``after``: short snapshots let the write-ahead log be tidied while somebody reads on."""

_EPOCH = from_micros(0)
_COLUMNS = [column for column in schema.events.c if column is not schema.events.c.leaf_hash]


class SqlLog:
    """``ledger.log.Log`` on SQLite. Thread-safe; any number of processes may share the file."""

    def __init__(self, database: Database, *, clock: Callable[[], datetime]) -> None:
        self.database = database
        self._clock = clock

    @classmethod
    def open(cls, url_or_path: str | Path, *, clock: Callable[[], datetime], unsafe: bool = False) -> SqlLog:
        """Open or make the file; ``clock`` gives aware datetimes.

        Raises ``NotDurable`` where the disk does not keep what it acknowledges (``unsafe`` accepts that),
        ``SchemaMismatch`` for a file of another version, ``StoreUnreachable`` when it does not open.
        """
        database = open_database(url_or_path, tables=schema.metadata, schema=schema.SCHEMA, history=LOG, unsafe=unsafe)
        with database.write() as connection:
            prepare(connection)
        return cls(database, clock=clock)

    @property
    def engine(self) -> Engine:
        """The engine whose transactions begin with the write lock: for followers, which read before they write."""
        return self.database.engine

    @property
    def reading(self) -> Engine:
        """The same connections with plain snapshots: for queries, which must not wait for a writer."""
        return self.database.reading

    def append(self, entries: Sequence[Entry]) -> tuple[Receipt, ...]:
        """See ``ledger.log.Log.append``."""
        stored = [batch.unplaced(entry) for entry in entries]
        try:
            with self.database.write() as connection:
                # The clock is read under the write lock, so that time follows the order of writing.
                return batch.record(connection, entries, stored, to_micros(self._clock()))
        except SQLAlchemyError as error:
            raise StoreUnwritable(cause_of(error)) from error

    def receipt(self, command_id: UUID) -> Receipt | None:
        """See ``ledger.log.Log.receipt``."""
        return self.receipts([command_id]).get(command_id)

    def receipts(self, command_ids: Sequence[UUID]) -> dict[UUID, Receipt]:
        """See ``ledger.log.Log.receipts``."""
        with self._read() as connection:
            known = batch.known_commands(connection, [command_text(each) for each in command_ids])
        return {it.receipt.command_id: it.receipt for it in known.values()}

    def stream(self, stream_id: str, since: int = 0) -> list[Recorded]:
        """See ``ledger.log.Log.stream``."""
        columns = schema.events.c
        query = select(*_COLUMNS).where(columns.stream_id == stream_id, columns.version >= since)
        with self._read() as connection:
            rows = connection.execute(query.order_by(columns.version)).all()
        recorded = []
        for row in rows:
            read = _read_row(Row(*row))
            if isinstance(read, Unreadable):
                raise EventUnreadable(stream_id, read.position, read.cause)
            recorded.append(read)
        return recorded

    def after(
        self, position: int, limit: int | None = None, until: int | None = None
    ) -> Iterator[Recorded | Unreadable]:
        """See ``ledger.log.Log.after``."""
        for row in self.rows(position, limit, until):
            yield _read_row(row)

    def rows(self, position: int = 0, limit: int | None = None, until: int | None = None) -> Iterator[Row]:
        """The stored rows behind ``position`` as they are, unread and unchecked, for whoever verifies or copies."""
        for page in self._pages(_COLUMNS, position, limit, until):
            for row in page:
                yield Row(*row)

    def stored(self, until: int) -> Iterator[tuple[Row, bytes]]:
        """As ``rows`` from the first one on, each with the leaf hash that stands beside it."""
        for page in self._pages([*_COLUMNS, schema.events.c.leaf_hash], 0, None, until):
            for *row, leaf in page:
                yield Row(*row), leaf

    def _pages(
        self, wanted: Sequence[Column[Any]], position: int, limit: int | None, until: int | None
    ) -> Iterator[Sequence[Any]]:
        columns = schema.events.c
        left = limit
        while left is None or left > 0:
            size = PAGE if left is None else min(PAGE, left)
            query = select(*wanted).where(columns.position > position).order_by(columns.position).limit(size)
            if until is not None:
                query = query.where(columns.position <= until)
            with self._read() as connection:
                page = connection.execute(query).all()
            yield page
            if len(page) < size:
                return
            position = page[-1].position
            left = None if left is None else left - size

    def behind_head(self) -> int | None:
        """The first position behind the head of the log; no sound log has one."""
        columns = schema.events.c
        head = select(schema.head.c.position).scalar_subquery()
        query = select(columns.position).where(columns.position > head).order_by(columns.position).limit(1)
        with self._read() as connection:
            return connection.execute(query).scalar_one_or_none()

    def stray_command(self) -> int | None:
        """The first position whose command is not listed with it, or the other way round; no sound log has one."""
        events, commands = schema.events.c, schema.commands.c
        of_event = commands.command_id == events.command_id
        listed = and_(of_event, events.position.between(commands.first, commands.last))
        unlisted = select(events.position).where(events.command_id.is_not(None), not_(exists().where(listed)))
        begun = exists().where(of_event, events.position == commands.first)
        idle = select(commands.first).where(commands.first > 0, not_(begun))
        with self._read() as connection:
            found = [connection.execute(query.limit(1)).scalar_one_or_none() for query in (unlisted, idle)]
        return next((position for position in found if position is not None), None)

    def fingerprints(self, command_ids: Sequence[str]) -> dict[str, bytes]:
        """What each of these commands is compared by when it comes again."""
        with self._read() as connection:
            return {text: known.fingerprint for text, known in batch.known_commands(connection, command_ids).items()}

    def leaves(self, until: int | None = None, position: int = 0) -> Iterator[bytes]:
        """The stored leaf hashes behind ``position`` in order, streamed from one snapshot."""
        columns = schema.events.c
        query = select(columns.leaf_hash).where(columns.position > position).order_by(columns.position)
        if until is not None:
            query = query.where(columns.position <= until)
        with self._read() as connection:
            yield from connection.execution_options(yield_per=10_000).execute(query).scalars()

    def head(self) -> Head:
        """See ``ledger.log.Log.head``."""
        columns = schema.head.c
        with self._read() as connection:
            row = connection.execute(select(columns.position, columns.recorded_at, columns.root)).one()
        return Head(row.position, from_micros(row.recorded_at) if row.position else None, row.root)

    def root_at(self, position: int) -> bytes:
        """See ``ledger.log.Log.root_at``; recomputed from the stored leaf hashes, 1 µs or two for each."""
        return root_of(self.leaves(position))

    def position_at(self, moment: datetime) -> int:
        """See ``ledger.log.Log.position_at``."""
        columns = schema.events.c
        query = select(columns.position).where(columns.recorded_at <= to_micros(moment))
        query = query.order_by(columns.recorded_at.desc(), columns.position.desc()).limit(1)
        with self._read() as connection:
            return connection.execute(query).scalar_one_or_none() or 0

    def wait(self, position: int, seconds: float) -> bool:
        """Whether the log reached ``position`` within ``seconds``, whoever wrote it."""
        if self.head().position >= position:
            return True
        deadline = time.monotonic() + seconds
        with self.database.arrivals.watch() as watch:
            while self.head().position < position:
                if not watch.wait(deadline - time.monotonic()):
                    return False
        return True

    def close(self) -> None:
        """Close all connections."""
        self.database.close()

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        try:
            with self.database.read() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise StoreUnreachable(self.database.where, cause_of(error)) from error


def _read_row(row: Row) -> Recorded | Unreadable:
    """The event of a stored row, or why it cannot be read. Never raises for what a row holds."""
    recorded_at = _EPOCH
    try:
        recorded_at = from_micros(row.recorded_at)
        event = decode(row.kind, row.schema_version, row.payload, row.payload_hash)
        if row.member_id is None or row.command_id is None:
            raise Undecodable("nobody's command recorded it")
        command_id = UUID(row.command_id)
    except (Undecodable, ValueError, TypeError, AttributeError, OverflowError) as error:
        # All but the first: SQLite holds any type in any column, and somebody put another one there.
        return Unreadable(row.position, row.stream_id, row.version, row.kind, recorded_at, str(error))
    return Recorded(
        position=row.position,
        stream_id=row.stream_id,
        version=row.version,
        kind=row.kind,
        schema_version=row.schema_version,
        codebook=row.codebook,
        recorded_at=recorded_at,
        member_id=row.member_id,
        command_id=command_id,
        correlation=row.correlation,
        causation=row.causation,
        event=event,
    )
