"""Transactions and waiting, whatever is kept in the file."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import MetaData
from sqlalchemy.exc import OperationalError

from ledger import arrivals, database
from ledger.database import Database, open_database
from ledger.errors import NotDurable


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "some.db", tables=MetaData(), schema=1, secure_delete=True)
    yield opened
    opened.close()


def test_a_write_within_a_write_fails_at_once_instead_of_waiting_for_itself(opened: Database) -> None:
    with opened.write(), pytest.raises(RuntimeError, match="wait for itself"), opened.write():
        pass
    with opened.write():
        pass


def test_a_write_that_fails_leaves_nothing_and_lets_the_next_one_in(opened: Database) -> None:
    def write_and_fail() -> None:
        with opened.write() as connection:
            connection.exec_driver_sql("UPDATE meta SET schema = 2")
            connection.exec_driver_sql("UPDATE nothing SET schema = 2")

    with pytest.raises(OperationalError):
        write_and_fail()
    with opened.write() as connection:
        assert connection.exec_driver_sql("SELECT schema FROM meta").scalar_one() == 1


def test_what_is_written_while_reading_is_not_kept(opened: Database) -> None:
    with opened.read() as connection:
        connection.exec_driver_sql("UPDATE meta SET schema = 2")
    with opened.read() as connection:
        assert connection.exec_driver_sql("SELECT schema FROM meta").scalar_one() == 1


def test_waiters_of_this_process_need_no_polling(opened: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrivals, "POLL_SECONDS", 60.0)

    def wait() -> bool:
        with opened.arrivals.watch() as watch:
            waiting.append(True)
            return watch.wait(60.0)

    waiting: list[bool] = []
    started = time.monotonic()
    with ThreadPoolExecutor(1) as pool:
        woken = pool.submit(wait)
        while not woken.done():
            if waiting:
                with opened.write():
                    pass
    assert woken.result() is True
    assert time.monotonic() - started < 30


def test_a_watch_tells_that_nothing_came(opened: Database) -> None:
    with opened.arrivals.watch() as watch:
        assert watch.wait(0.0) is False
        with opened.write() as connection:
            connection.exec_driver_sql("UPDATE meta SET schema = 1")
        assert watch.wait(0.0) is True
        assert watch.wait(0.0) is False


def test_a_vault_that_would_keep_removed_rows_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = database._set

    def without_secure_delete(connection: object, pragma: str) -> None:
        real(connection, pragma.replace("secure_delete=ON", "secure_delete=OFF"))  # type: ignore[arg-type]

    monkeypatch.setattr(database, "_set", without_secure_delete)
    with pytest.raises(NotDurable, match="secure_delete=0"):
        open_database(tmp_path / "some.db", tables=MetaData(), schema=1, secure_delete=True)
