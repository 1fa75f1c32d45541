"""The eventsourcing library's recorders, over the tables of the log and with the same leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from eventsourcing import persistence
from eventsourcing.persistence import (
    AggregateRecorder,
    ApplicationRecorder,
    Notification,
    ProcessRecorder,
    StoredEvent,
    Tracking,
    TrackingRecorder,
)
from sqlalchemy import Connection, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from ledger import schema
from ledger.codec import FOREIGN, to_micros
from ledger.database import Database
from ledger.stock.rows import (
    in_their_words,
    new_stream_id,
    of_log,
    of_stream,
    snapshots_table,
    stock_tables,
    stored_event,
    tracking_table,
)
from ledger.stock.subscription import SqlSubscription
from ledger.tail import Unplaced, extend

Clock = Callable[[], datetime]


class SqlRecorder:
    """What all of them share: the database, and its errors said in the library's words."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self.database = database
        self._clock = clock

    def create_table(self) -> None:
        """Make the tables beside the log; a view adds its own here."""
        with self.writing() as connection:
            stock_tables.create_all(connection)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A write transaction; database errors come out as the library's."""
        with in_their_words(), self.database.write() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A snapshot; database errors come out as the library's."""
        with in_their_words(), self.database.read() as connection:
            yield connection


class SqlAggregateRecorder(SqlRecorder, AggregateRecorder):
    """Events of one stream, written to the log with their leaves."""

    def insert_events(self, stored_events: Sequence[StoredEvent], **kwargs: object) -> Sequence[int] | None:
        """Write events behind the end of the log, all or none. Raises ``IntegrityError`` for a taken version."""
        with self.writing() as connection:
            self._insert_events(connection, stored_events, kwargs.get("tracking"))
        return None

    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> Sequence[StoredEvent]:
        """The events of one stream between versions, oldest or newest first."""
        query = of_stream(schema.events, originator_id, gt, lte, desc, limit)
        with self.reading() as connection:
            return [stored_event(*row) for row in connection.execute(query)]

    def _insert_events(
        self, connection: Connection, stored_events: Sequence[StoredEvent], tracking: object
    ) -> list[int]:
        if tracking is not None:
            raise persistence.ProgrammingError("this recorder does not track positions; use a process recorder")
        fresh = [
            Unplaced(
                new_stream_id(each.originator_id), each.originator_version, FOREIGN + each.topic, each.state, 0, ""
            )
            for each in stored_events
        ]
        return [row.position for row in extend(connection, fresh, to_micros(self._clock()))]


class SqlApplicationRecorder(SqlAggregateRecorder, ApplicationRecorder):
    """The whole log as one sequence; a notification's id is the position."""

    def insert_events(self, stored_events: Sequence[StoredEvent], **kwargs: object) -> Sequence[int] | None:
        """As the aggregate recorder's, and the positions given."""
        with self.writing() as connection:
            return self._insert_events(connection, stored_events, kwargs.get("tracking"))

    def select_notifications(
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
    ) -> Sequence[Notification]:
        """Events from ``start`` to ``stop``, by ``topics`` where given: theirs, or the names of our kinds."""
        kinds = [*topics, *(FOREIGN + topic for topic in topics)]
        query = of_log(start, limit, stop, kinds, inclusive_of_start)
        with self.reading() as connection:
            return [Notification(**vars(stored_event(*row[:4])), id=row.position) for row in connection.execute(query)]

    def max_notification_id(self) -> int | None:
        """The newest position; None when there is none."""
        with self.reading() as connection:
            return connection.execute(select(schema.head.c.position)).scalar_one() or None

    def subscribe(self, gt: int | None = None, topics: Sequence[str] = ()) -> SqlSubscription:
        """Events behind ``gt`` as they come, from this process and others, until stopped."""
        return SqlSubscription(self, self.database.arrivals, gt, topics)


class SqlTrackingRecorder(SqlRecorder, TrackingRecorder):
    """How far a projection has come; a view inherits this and writes its rows in the same transaction."""

    def insert_tracking(self, tracking: Tracking) -> None:
        """Move a position forward. Raises ``IntegrityError`` when it is there already or beyond."""
        with self.writing() as connection:
            self.track(connection, tracking)

    def max_tracking_id(self, application_name: str) -> int | None:
        """The position reached in an application's sequence; None when there is none."""
        columns = tracking_table.c
        query = select(columns.notification_id).where(columns.application_name == application_name)
        with self.reading() as connection:
            return connection.execute(query).scalar_one_or_none()

    def track(self, connection: Connection, tracking: Tracking) -> None:
        """``insert_tracking`` within the caller's transaction."""
        reached = upsert(tracking_table).values(**vars(tracking))
        reached = reached.on_conflict_do_update(
            index_elements=[tracking_table.c.application_name],
            set_={"notification_id": tracking.notification_id},
            where=tracking_table.c.notification_id < tracking.notification_id,
        )
        if connection.execute(reached).rowcount != 1:
            raise persistence.IntegrityError(f"{tracking.application_name} is at {tracking.notification_id} or beyond")


class SqlProcessRecorder(SqlTrackingRecorder, SqlApplicationRecorder, ProcessRecorder):
    """Events and the position they were made from, in one transaction."""

    def _insert_events(
        self, connection: Connection, stored_events: Sequence[StoredEvent], tracking: object
    ) -> list[int]:
        if isinstance(tracking, Tracking):
            self.track(connection, tracking)
        return super()._insert_events(connection, stored_events, None)


class SqlSnapshotRecorder(SqlRecorder, AggregateRecorder):
    """What a stock application keeps for speed (``purpose`` "snapshots"): not in the log, and no leaf."""

    def __init__(self, database: Database, clock: Clock, purpose: str) -> None:
        super().__init__(database, clock)
        self._purpose = purpose

    def insert_events(self, stored_events: Sequence[StoredEvent], **_kwargs: object) -> Sequence[int] | None:
        rows = [
            {
                "purpose": self._purpose,
                "stream_id": new_stream_id(each.originator_id),
                "version": each.originator_version,
                "kind": FOREIGN + each.topic,
                "payload": each.state,
            }
            for each in stored_events
        ]
        if rows:
            with self.writing() as connection:
                connection.execute(insert(snapshots_table), rows)
        return None

    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> Sequence[StoredEvent]:
        query = of_stream(snapshots_table, originator_id, gt, lte, desc, limit)
        with self.reading() as connection:
            found = connection.execute(query.where(snapshots_table.c.purpose == self._purpose))
            return [stored_event(*row) for row in found]
