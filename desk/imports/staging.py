"""The staging table: what pass 1 has read and checked, in a file of its own that goes when the import is done.

However long the import, nothing of it is held in memory: sorting, counting and grouping are the database's work.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import Connection

from desk.imports.bad_lines import BadLines, scratch
from desk.imports.change import Change, KeyWords, change_id, repeated_id
from desk.imports.staged import Staged, packed_parts
from ledger.domain.values import Reason, TollKey
from ledger.errors import LedgerError

PAGE = 5_000
"""Rows written or read at once, and changes recorded in one transaction."""

_TABLES = (
    "CREATE TABLE keys (id INTEGER PRIMARY KEY, normalised TEXT UNIQUE, words BLOB, toll_id TEXT, toll_key TEXT)",
    "CREATE TABLE changes (id INTEGER PRIMARY KEY, line INT, raw TEXT, key INT, stated_at TEXT, precision TEXT, "
    "counted_to TEXT, op TEXT, value INT, reasons BLOB, daily INT, qualifier TEXT, parts TEXT, counted TEXT, "
    "command_id TEXT, settled INT)",
)
_STAGED = (
    "c.id, c.line, c.stated_at, c.precision, c.counted_to, c.op, c.value, c.reasons, c.daily, c.qualifier, "
    "c.parts, c.counted, c.command_id"
)
_WORDS = TypeAdapter(KeyWords)
_REASONS = TypeAdapter(tuple[Reason, ...])


@dataclass(frozen=True, slots=True)
class Counts:
    """Lines read, changes still to record, changes recorded before, lines that cannot be taken, tolls they are of."""

    lines: int
    fresh: int
    again: int
    bad: int
    tolls: int


class Staging(BadLines):
    """Changes on their way into the ledger, in the order of their file."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        for table in _TABLES:
            connection.exec_driver_sql(table)
        self._keys: dict[KeyWords, tuple[int, str]] = {}
        self._waiting: list[tuple[object, ...]] = []
        self._rows = 0

    def add(self, line: int, raw: Sequence[str], change: Change) -> None:
        """Put one change behind those before it."""
        key, normalised = self._key_of(change.key)
        self._rows += 1
        self._waiting.append((
            self._rows, line, json.dumps(raw), key, change.stated_at.isoformat(), change.precision.value,
            change.counted_to.isoformat(), change.op.value, change.value,
            _REASONS.dump_json((change.reason, *change.more_reasons)),
            change.daily, change.qualifier.value if change.qualifier else None, packed_parts(change.parts),
            change.count.model_dump_json() if change.count else None, str(change_id(change, normalised)), None,
        ))  # fmt: skip
        if len(self._waiting) == PAGE:
            self.flush()

    def flush(self) -> None:
        """Write what has been added."""
        if self._waiting:
            marks = ",".join("?" * len(self._waiting[0]))
            self._connection.exec_driver_sql(f"INSERT INTO changes VALUES ({marks})", self._waiting)
        self._waiting = []

    def reject_change(self, change: Staged, why: LedgerError) -> None:
        """Put a staged change among the bad lines; it will not be recorded."""
        raw = self._connection.exec_driver_sql("SELECT raw FROM changes WHERE id = ?", (change.id,)).scalar_one()
        self._connection.exec_driver_sql("UPDATE changes SET settled = 2 WHERE id = ?", (change.id,))
        self.reject(change.line, json.loads(raw), why)

    def count_repeated(self) -> None:
        """Give equal changes ids of their own, by their count: to do a thing twice is not to do it once."""
        self.flush()
        counted = "row_number() OVER (PARTITION BY command_id ORDER BY id)"
        repeated = f"SELECT * FROM (SELECT id, command_id, {counted} AS n FROM changes) WHERE n > 1"
        for rows in self._connection.exec_driver_sql(repeated).partitions(PAGE):
            given = [(str(repeated_id(UUID(row.command_id), row.n)), row.id) for row in rows]
            self._connection.exec_driver_sql("UPDATE changes SET command_id = ? WHERE id = ?", given)

    def words(self) -> Iterator[tuple[int, KeyWords]]:
        """Every key of the file, by its number here, in the publisher's words."""
        for rows in self._connection.exec_driver_sql("SELECT id, words FROM keys ORDER BY id").partitions(PAGE):
            yield from ((row.id, _WORDS.validate_json(row.words)) for row in rows)

    def name_keys(self, keys: Iterable[tuple[int, TollKey]]) -> None:
        """Say which toll each key is."""
        named = [(key.id, key.model_dump_json(), at) for at, key in keys]
        if named:
            self._connection.exec_driver_sql("UPDATE keys SET toll_id = ?, toll_key = ? WHERE id = ?", named)

    def settle(self, changes: Sequence[int]) -> None:
        """These changes are recorded already."""
        if changes:
            ids = [(each,) for each in changes]
            self._connection.exec_driver_sql("UPDATE changes SET settled = 1 WHERE id = ?", ids)

    def in_order(self) -> Iterator[list[Staged]]:
        """Pages of what is not settled, in the order of the file."""
        behind = 0
        page = f"SELECT {_STAGED}, k.toll_key FROM changes c JOIN keys k ON k.id = c.key WHERE c.id > ? "
        page += f"AND c.settled IS NULL ORDER BY c.id LIMIT {PAGE}"
        while rows := self._connection.exec_driver_sql(page, (behind,)).all():
            behind = rows[-1].id
            yield [Staged(*row) for row in rows]

    def by_toll(self) -> Iterator[Staged]:
        """What is not settled, toll by toll, in the order of the file within each; sorted before the first is given."""
        every = f"SELECT {_STAGED}, k.toll_key FROM changes c JOIN keys k ON k.id = c.key WHERE c.settled IS NULL "
        for rows in self._connection.exec_driver_sql(f"{every} ORDER BY k.toll_id, c.id").partitions(PAGE):
            yield from (Staged(*row) for row in rows)

    def counts(self) -> Counts:
        """How much there is of what."""
        asked = (
            "SELECT count(*) - coalesce(sum(settled = 2), 0) + (SELECT count(*) FROM bad), sum(settled IS NULL), "
            "sum(settled = 1), (SELECT count(*) FROM bad), (SELECT count(DISTINCT toll_id) FROM keys) FROM changes"
        )
        return Counts(*(number or 0 for number in self._connection.exec_driver_sql(asked).one()))

    def _key_of(self, key: KeyWords) -> tuple[int, str]:
        known = self._keys.get(key)
        if known is None:
            normalised = key.normalised
            new = "INSERT INTO keys (normalised, words) VALUES (?, ?) ON CONFLICT DO NOTHING"
            self._connection.exec_driver_sql(new, (normalised, _WORDS.dump_json(key)))
            found = self._connection.exec_driver_sql("SELECT id FROM keys WHERE normalised = ?", (normalised,))
            known = (found.scalar_one(), normalised)
            if len(self._keys) >= PAGE:
                self._keys.clear()
            self._keys[key] = known
        return known


@contextmanager
def staging() -> Iterator[Staging]:
    """An empty staging table, in a temporary file."""
    with scratch() as connection:
        yield Staging(connection)
