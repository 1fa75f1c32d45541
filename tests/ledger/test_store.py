"""The log on SQLite: the contract, and what only a file shows (reopening, tampering, no disk)."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from ledger import database
from ledger.errors import Conflict, NotDurable, Refused, SchemaMismatch, StoreUnreachable, Unavailable
from ledger.log import Log, Recorded, Unreadable
from ledger.store import SqlLog
from tests.ledger.log_contract import LogContract, TurnableClock, entry
from tests.ledger.naive_tree import naive_root


class TestSqlLog(LogContract):
    def opened(self, folder: Path, clock: Callable[[], datetime]) -> Log:
        return SqlLog.open(folder / "ledger.db", clock=clock)


@pytest.fixture
def log(tmp_path: Path) -> Iterator[SqlLog]:
    log = SqlLog.open(tmp_path / "ledger.db", clock=TurnableClock())
    yield log
    log.close()


def tamper(log: SqlLog, *statements: str) -> None:
    """Change rows as somebody would who holds the file."""
    with log.engine.begin() as connection:
        for table in ("events", "commands"):
            for act in ("update", "delete"):
                connection.execute(text(f"DROP TRIGGER no_{act}_of_{table}"))
        for statement in statements:
            connection.execute(text(statement))


def test_a_reopened_file_has_the_same_root_and_goes_on(tmp_path: Path) -> None:
    log = SqlLog.open(tmp_path / "ledger.db", clock=TurnableClock())
    log.append([entry(f"c{at}", "M-1", at) for at in range(5)])
    head = log.head()
    log.close()
    again = SqlLog.open(f"sqlite:///{tmp_path}/ledger.db", clock=TurnableClock())
    assert again.head() == head
    assert again.root_at(5) == head.root
    (receipt,) = again.append([entry("next", "M-1", 5)])
    assert receipt.first == 6
    again.close()


def test_the_root_follows_from_the_stored_rows_alone(log: SqlLog) -> None:
    log.append([replace(entry(f"c{at}", "M-1", at), correlation="R-é") for at in range(7)])
    assert naive_root([row.leaf for row in log.rows()]) == log.head().root
    assert [row.leaf for row in log.rows()] == list(log.leaves())


@pytest.mark.parametrize("table", ["events", "commands"])
@pytest.mark.parametrize("act", ["UPDATE {} SET recorded_at = 0", "DELETE FROM {}"])
def test_what_is_recorded_cannot_be_changed_or_removed(log: SqlLog, table: str, act: str) -> None:
    log.append([entry("join", "M-1", 0)])
    with pytest.raises(IntegrityError, match="append-only"), log.engine.begin() as connection:
        connection.execute(text(act.format(table)))
    assert log.head().position == len(log.stream("M-1")) == 1


@pytest.mark.parametrize(
    ("change", "cause"),
    [
        ("kind = 'os:system'", "unknown kind"),
        ("kind = 'stock:antigravity:Thing'", "another application"),
        ("schema_version = 2", "newer"),
        ("payload = x'7b7d20'", "not those that were recorded"),
        ("payload = 'text'", ""),
        ("payload_hash = NULL", ""),
        ("command_id = 'x'", "UUID"),
        ("command_id = 12", ""),
        ("member_id = NULL", "nobody's command"),
        ("recorded_at = 'noon'", ""),
        ("kind = CAST(x'fffe' AS TEXT)", "unknown kind"),
    ],
)
def test_a_tampered_row_is_unreadable_and_imports_nothing(log: SqlLog, change: str, cause: str) -> None:
    log.append([entry("a", "M-1", 0), entry("b", "M-2", 0), entry("c", "M-3", 0)])
    schema_without_not_null = "PRAGMA ignore_check_constraints=ON"
    loaded = set(sys.modules)
    if change == "payload_hash = NULL":
        change = "payload_hash = ''"
    tamper(log, schema_without_not_null, f"UPDATE events SET {change} WHERE position = 2")
    first, second, third = log.after(0)
    assert isinstance(first, Recorded)
    assert isinstance(third, Recorded)
    assert isinstance(second, Unreadable)
    assert (second.position, second.stream_id) == (2, "M-2")
    assert cause in second.cause
    assert set(sys.modules) - loaded == set()
    with pytest.raises(Refused, match="E-STORE-02"):
        log.stream("M-2")
    assert len(log.stream("M-1")) == 1


def test_bytes_that_hash_right_but_are_no_event_are_unreadable(log: SqlLog) -> None:
    log.append([entry("a", "M-1", 0)])
    payload, digest = b'{"x":1}', "5041bf1f713df204784353e82f6a4a535931cb64f1f4b4a5aeaffcb720918b22"
    tamper(log, f"UPDATE events SET payload = x'{payload.hex()}', payload_hash = x'{digest}'")
    (only,) = log.after(0)
    assert isinstance(only, Unreadable)
    assert only.cause == "the bytes do not make a member_joined"


def test_a_file_of_a_newer_schema_is_refused(tmp_path: Path, log: SqlLog) -> None:
    with log.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SchemaMismatch, match=r"E-STORE-04 .* schema 9999"):
        SqlLog.open(tmp_path / "ledger.db", clock=TurnableClock())


def test_a_database_that_does_not_promise_durability_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    weak = tuple(pragma.replace("synchronous=FULL", "synchronous=NORMAL") for pragma in database._PRAGMAS)
    monkeypatch.setattr(database, "_PRAGMAS", weak)
    with pytest.raises(NotDurable, match=r"E-STORE-03 .* synchronous=1"):
        SqlLog.open(tmp_path / "ledger.db", clock=TurnableClock())
    SqlLog.open(tmp_path / "ledger.db", clock=TurnableClock(), unsafe=True).close()


def test_every_connection_is_durable(log: SqlLog) -> None:
    held = [log.reading.connect() for _ in range(10)]
    for connection in held:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == 2
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
        assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar_one() == 15_000
        connection.close()


@pytest.mark.parametrize("where", ["/nowhere/at/all.db", "postgresql://x/y", "sqlite://", "nonsense://", "://"])
def test_a_place_that_cannot_be_opened_says_so(where: str) -> None:
    with pytest.raises(StoreUnreachable, match="E-STORE-05"):
        SqlLog.open(where, clock=TurnableClock())


def test_a_file_that_is_no_database_says_so(tmp_path: Path) -> None:
    (tmp_path / "ledger.db").write_bytes(b"these are no pages" * 1_000)
    with pytest.raises(StoreUnreachable, match="not a database"):
        SqlLog.open(tmp_path / "ledger.db", clock=TurnableClock())


def test_a_full_disk_is_unavailable_and_nothing_is_recorded(log: SqlLog) -> None:
    log.append([entry("a", "M-1", 0)])
    head = log.head()
    with log.reading.connect() as connection:  # the pool hands this connection to the next writer
        connection.exec_driver_sql("PRAGMA max_page_count=1")
    with pytest.raises(Unavailable, match=r"E-STORE-01 .*full.* not recorded"):
        log.append([entry(f"c{at}", "M-2", at) for at in range(1_000)])
    assert log.head() == head
    assert log.stream("M-2") == []


def test_a_locked_ledger_is_unavailable_and_nothing_is_recorded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hasty = tuple("busy_timeout=50" if "busy" in pragma else pragma for pragma in database._PRAGMAS)
    monkeypatch.setattr(database, "_PRAGMAS", hasty)
    log = SqlLog.open(tmp_path / "ledger.db", clock=TurnableClock())
    other = SqlLog.open(tmp_path / "ledger.db", clock=TurnableClock())
    with other.engine.begin(), pytest.raises(Unavailable, match=r"E-STORE-01 .*locked"):
        log.append([entry("a", "M-1", 0)])
    assert log.head().position == 0
    log.append([entry("a", "M-1", 0)])
    log.close()
    other.close()


def test_a_reader_does_not_wait_for_a_writer(log: SqlLog) -> None:
    log.append([entry("a", "M-1", 0)])
    with log.database.write() as connection:
        connection.execute(text("UPDATE meta SET schema = 1"))
        assert log.head().position == 1
        assert len(log.stream("M-1")) == 1


def test_waiting_for_a_position_ends_when_another_log_on_the_file_writes_it(tmp_path: Path, log: SqlLog) -> None:
    other = SqlLog.open(tmp_path / "ledger.db", clock=TurnableClock())
    assert log.wait(1, 0.0) is False
    with ThreadPoolExecutor(2) as pool:
        here = pool.submit(log.wait, 2, 30.0)
        there = pool.submit(other.wait, 2, 30.0)
        log.append([entry("a", "M-1", 0)])
        other.append([entry("b", "M-1", 1)])
        assert here.result() is True
        assert there.result() is True
    other.close()


def test_a_conflict_is_unavailable_so_that_callers_say_not_recorded() -> None:
    assert issubclass(Conflict, Unavailable)
