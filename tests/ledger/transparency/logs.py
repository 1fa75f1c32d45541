"""Logs to sign and to tamper with."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path

from ledger.codec import Row
from ledger.domain.events import RoleGranted, RoleRevoked
from ledger.domain.values import Role
from ledger.store import SqlLog
from ledger.transparency.tree import EMPTY_ROOT, Frontier
from tests.ledger.log_contract import TurnableClock, entry

STREAM = "M-" + "0" * 25


def open_log(folder: Path) -> SqlLog:
    return SqlLog.open(folder / "ledger.db", clock=TurnableClock())


def grow(log: SqlLog, count: int, name: str = "grown") -> None:
    """``count`` more events, three streams in turn."""
    start = log.head().position
    versions = {stream: len(log.stream(STREAM + stream)) for stream in "012"}
    for at in range(start, start + count):
        stream = "012"[at % 3]
        event = (RoleGranted if at % 2 else RoleRevoked)(role=Role.AUDITOR, by_operator=bool(at % 5))
        log.append([entry(f"{name}-{at}", STREAM + stream, versions[stream], event)])
        versions[stream] += 1


@contextmanager
def tampering(folder: Path) -> Iterator[sqlite3.Connection]:
    """What whoever owns the file can do to it: the triggers are no obstacle."""
    connection = sqlite3.connect(folder / "ledger.db", isolation_level=None)
    for table in ("events", "commands"):
        for act in ("update", "delete"):
            connection.execute(f"DROP TRIGGER IF EXISTS no_{act}_of_{table}")
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    finally:
        connection.close()


def rebuild(connection: sqlite3.Connection) -> None:
    """Make leaves and head follow from the rows again, as one would who wants nothing to be seen."""
    names = [field.name for field in fields(Row)]
    frontier, recorded_at = Frontier(), 0
    for values in connection.execute(f"SELECT {', '.join(names)} FROM events ORDER BY position").fetchall():
        row = Row(*values)
        frontier, recorded_at = frontier.extended([row.leaf]), row.recorded_at
        connection.execute("UPDATE events SET leaf_hash = ? WHERE position = ?", (row.leaf, row.position))
    mine = "FROM events WHERE events.command_id = commands.command_id"
    for end, found in (("first", "min"), ("last", "max")):
        connection.execute(f"UPDATE commands SET {end} = (SELECT coalesce({found}(position), -1) {mine})")
    connection.execute("DELETE FROM commands WHERE first = -1")
    root = frontier.root if frontier.size else EMPTY_ROOT
    head = (frontier.size, recorded_at, frontier.to_bytes(), root)
    connection.execute("UPDATE head SET position = ?, recorded_at = ?, frontier = ?, root = ?", head)
