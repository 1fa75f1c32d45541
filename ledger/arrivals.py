"""Tells those who wait that something was committed: at once within this process, by polling for other ones."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine

POLL_SECONDS = 0.02
"""How soon a commit of another process is noticed; one look costs microseconds (``PRAGMA data_version``)."""


class Arrivals:
    """Counts commits of this process and wakes up who waits for the next one."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._changed = threading.Condition()
        self._count = 0

    def announce(self) -> None:
        """Wake everybody who waits in this process."""
        with self._changed:
            self._count += 1
            self._changed.notify_all()

    def count(self) -> int:
        """How often somebody announced so far."""
        with self._changed:
            return self._count

    def pause(self, count: int, seconds: float) -> int:
        """Wait until there were more than ``count`` announcements, at most ``seconds``; how many there are now."""
        with self._changed:
            self._changed.wait_for(lambda: self._count != count, timeout=seconds)
            return self._count

    @contextmanager
    def watch(self) -> Iterator[Watch]:
        """A watch with a connection of its own, for one thread."""
        fairy = self._engine.raw_connection()
        connection = fairy.driver_connection
        fairy.detach()  # it lasts as long as the watch, so it must not count against the pool
        try:
            if not isinstance(connection, sqlite3.Connection):
                raise TypeError("watching is built for SQLite only")
            yield Watch(self, connection)
        finally:
            fairy.close()


class Watch:
    """Notices commits since it was made or last asked."""

    def __init__(self, arrivals: Arrivals, connection: sqlite3.Connection) -> None:
        self._arrivals = arrivals
        self._connection = connection
        self._count = arrivals.count()
        self._version = self._data_version()

    def wait(self, seconds: float) -> bool:
        """Whether something may have been committed, waiting for it at most ``seconds``."""
        deadline = time.monotonic() + seconds
        while True:
            left = deadline - time.monotonic()
            count = self._arrivals.pause(self._count, min(max(left, 0.0), POLL_SECONDS))
            version = self._data_version()
            if (count, version) != (self._count, self._version):
                self._count, self._version = count, version
                return True
            if left <= 0:
                return False

    def _data_version(self) -> int:
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        return int(version)
