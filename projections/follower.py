"""Follows the log: folds new events into the read models, rows and position in one transaction.

A poison event (unreadable, or one a fold trips over) is never skipped: its stream is marked STALE and held back, the
others go on, and every answer that touches it says so until a rebuild reads it. A changed VERSION, or places that
lie elsewhere than they did, rebuild at once.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, Engine, insert, select, update
from sqlalchemy.engine import URL
from sqlalchemy.exc import OperationalError

from ledger.database import Database
from ledger.log import Log, Recorded, Unreadable
from projections import (
    current_picture,
    disjoint,
    incident_statements,
    membership,
    reviews,
    revisions,
    tables,
    toll_history,
)
from projections.rows import Paths, Rows

BATCH = 2_000
PAUSE = 0.01
"""Seconds between two looks while waiting for a position that the log has not reached yet."""
NAME = "read models"

_FOLDS: tuple[Callable[[Recorded, Rows], None], ...] = (
    membership.fold,  # first: the others name people by the role held at that position
    toll_history.fold,
    current_picture.fold,
    incident_statements.fold,
    revisions.fold,
    reviews.fold,
    disjoint.fold,
)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Lag:
    """How far the read models are behind the log, and which streams are STALE with the reason."""

    position: int
    behind: int
    stale: dict[str, str]


class Follower:
    """Keeps the read models on ``engine`` equal to a fold of ``log``. One follower writes at a time, by lock."""

    def __init__(self, log: Log, engine: Engine, paths: Paths) -> None:
        self._source = log
        self._engine = engine
        self._paths = paths
        self._version = tables.version_with(paths.tree)
        self._reached = -1  # where this follower last left the rows

    def prepare(self) -> None:
        """Make the tables; rebuild when they are of another version."""
        with self._engine.begin() as connection:
            tables.metadata.create_all(connection, tables=tables.READ_MODELS)
            known = connection.execute(select(tables.follower).where(tables.follower.c.name == NAME)).one_or_none()
            if known is None:
                connection.execute(insert(tables.follower).values(name=NAME, version=self._version, position=0))
        self._reached = -1
        if known is not None and known.version != self._version:
            self.rebuild()

    def catch_up(self, until: int | None = None) -> int:
        """Fold what is new, to the head or to ``until``; returns the position reached.

        With nothing new it asks for no lock, so that readers who catch up first do not queue with writers.
        """
        if self._reached == self._source.head().position:
            return self._reached
        while True:
            with self._engine.begin() as connection:
                position, done = self._fold_batch(connection, until)
            if done:
                self._reached = position
                return position

    def wait(self, position: int, seconds: float = 2.0) -> bool:
        """Whether the read models reached ``position`` within ``seconds``; false means answers are STALE."""
        deadline = time.monotonic() + seconds
        while self.catch_up() < position:
            if time.monotonic() > deadline:
                return False
            time.sleep(PAUSE)
        return True

    def rebuild(self) -> int:
        """Fold the whole log again beside the live rows, then put the new ones in their place in one transaction.

        Writers go on meanwhile and wait for the last step only; readers see before or after.
        """
        with _beside() as engine:
            other = Follower(self._source, engine, self._paths)
            other.prepare()
            other.catch_up()
            with self._engine.begin() as connection, engine.connect() as built:
                self._reached = other.catch_up()  # nobody writes now, so that the position cannot go back
                tables.metadata.drop_all(connection, tables=tables.READ_MODELS)
                tables.metadata.create_all(connection, tables=tables.READ_MODELS)
                for table in tables.READ_MODELS:
                    for rows in built.execute(select(table)).partitions(BATCH):
                        connection.execute(insert(table), [dict(row._mapping) for row in rows])
        return self._reached

    def lag(self) -> Lag:
        """Where the read models stand."""
        head = self._source.head().position
        with self._engine.connect() as connection:
            position = _position(connection)
            stale = {row.stream_id: row.cause for row in connection.execute(select(tables.stale))}
        return Lag(position, max(0, head - position), stale)

    def _fold_batch(self, connection: Connection, until: int | None) -> tuple[int, bool]:
        before = _position(connection)
        batch = list(self._source.after(before, BATCH, until))
        if not batch:
            return before, True
        held = set(connection.execute(select(tables.stale.c.stream_id)).scalars())
        if not self._fold_together(connection, batch, held):
            self._fold_singly(connection, batch, held)
        position = batch[-1].position
        moved = connection.execute(
            update(tables.follower)
            .where(tables.follower.c.name == NAME, tables.follower.c.position == before)
            .values(position=position)
        )
        if moved.rowcount != 1:
            raise RuntimeError("two followers moved at once; the write lock should have prevented it")
        return position, len(batch) < BATCH

    def _fold_together(self, connection: Connection, batch: list[Recorded | Unreadable], held: set[str]) -> bool:
        """Fold a batch in bulk; false, with nothing kept, when an event in it is poison."""
        if any(isinstance(recorded, Unreadable) for recorded in batch):
            return False
        with connection.begin_nested() as savepoint:
            rows = Rows(connection, self._paths)
            try:
                for recorded in batch:
                    if isinstance(recorded, Recorded) and recorded.stream_id not in held:
                        fold(recorded, rows)
                rows.flush()
            except OperationalError:
                raise  # the disk or the database, not the event
            except Exception:  # noqa: BLE001 - any trip is found and named by folding one by one
                savepoint.rollback()
                return False
        return True

    def _fold_singly(self, connection: Connection, batch: list[Recorded | Unreadable], held: set[str]) -> None:
        """Fold one event at a time; what trips a fold holds back its own stream only."""
        for recorded in batch:
            if recorded.stream_id in held:
                continue
            cause = recorded.cause if isinstance(recorded, Unreadable) else _trip(recorded, connection, self._paths)
            if cause is None:
                continue
            held.add(recorded.stream_id)
            mark = insert(tables.stale).values(stream_id=recorded.stream_id, position=recorded.position, cause=cause)
            connection.execute(mark)
            _log.error("position %d cannot be folded; its stream is STALE: %s", recorded.position, cause)


@contextmanager
def _beside() -> Iterator[Engine]:
    """An engine for read models in a file of their own, which goes when they have been copied."""
    with TemporaryDirectory() as folder:
        database = Database(URL.create("sqlite", database=f"{folder}/beside.db"), unsafe=True)
        try:
            yield database.engine
        finally:
            database.close()


def _position(connection: Connection) -> int:
    reached: int = connection.execute(
        select(tables.follower.c.position).where(tables.follower.c.name == NAME)
    ).scalar_one()
    return reached


def fold(recorded: Recorded, rows: Rows) -> None:
    """Apply one event to all read models."""
    for projection in _FOLDS:
        projection(recorded, rows)


def _trip(recorded: Recorded, connection: Connection, paths: Paths) -> str | None:
    """Fold one event on its own; the cause when a fold trips over it, and then nothing of it is kept."""
    with connection.begin_nested() as savepoint:
        rows = Rows(connection, paths)
        try:
            fold(recorded, rows)
            rows.flush()
        except OperationalError:
            raise
        except Exception as poison:  # noqa: BLE001 - whatever it is, it must hold back this stream only, and say so
            savepoint.rollback()
            return f"{type(poison).__name__} in {recorded.kind}"
    return None
