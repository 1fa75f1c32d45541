"""Takes a log from elsewhere into an empty one: entry for entry as it was recorded, leaf for leaf, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields

from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from ledger import schema
from ledger.codec import Row
from ledger.database import cause_of
from ledger.errors import LogNotEmpty, StoreUnwritable
from ledger.store import SqlLog
from ledger.tail import Tail, tail
from ledger.transparency.tree import Frontier

PAGE = 500

_NAMES = tuple(field.name for field in fields(Row))


@dataclass(frozen=True, slots=True)
class Foreign:
    """An entry of another log as it stands there; ``fingerprint`` is that of its command, where it has one."""

    row: Row
    fingerprint: bytes | None


class Discontinuous(Exception):
    """What was given is no log: ``first`` and ``last`` are the positions between which it is not, ``why`` says how."""

    def __init__(self, first: int, last: int, why: str) -> None:
        super().__init__(why)
        self.first, self.last, self.why = first, last, why


def adopt(log: SqlLog, entries: Iterable[Foreign], before_commit: Callable[[Tail], None]) -> Tail:
    """Write the entries in one transaction, with the leaves that follow from them; where the log ends then.

    ``before_commit`` is called when all are written, and may still refuse them. Raises ``LogNotEmpty``,
    ``Discontinuous``, ``StoreUnwritable``, and whatever ``entries`` and ``before_commit`` raise; nothing is kept then.
    """
    try:
        with log.database.write() as connection:
            if tail(connection).position:
                raise LogNotEmpty(log.database.where)
            end = _write(connection, entries)
            _check_streams(connection)
            before_commit(end)
            head = {"position": end.position, "recorded_at": end.recorded_at}
            head_row = update(schema.head).values(**head, frontier=end.frontier.to_bytes(), root=end.frontier.root)
            connection.execute(head_row)
            return end
    except SQLAlchemyError as error:
        raise StoreUnwritable(cause_of(error)) from error


def _write(connection: Connection, entries: Iterable[Foreign]) -> Tail:
    end = Tail(0, 0, Frontier())
    page: list[Foreign] = []
    commands: list[dict[str, object]] = []
    command: dict[str, object] = {}
    for entry in entries:
        row = entry.row
        if row.position != end.position + 1:
            raise Discontinuous(row.position, row.position, f"entry {end.position + 1} should stand here")
        if row.recorded_at <= end.recorded_at:
            raise Discontinuous(row.position, row.position, "it was recorded no later than the entry before")
        end = Tail(row.position, row.recorded_at, end.frontier.extended([row.leaf]))
        if row.command_id != command.get("command_id"):
            commands += [command] if command else []
            command = _begun(entry)
        if command:
            command |= {"last": row.position, "recorded_at": row.recorded_at}
        page.append(entry)
        if len(page) == PAGE:
            _insert(connection, page, commands)
            page, commands = [], []
    _insert(connection, page, commands + ([command] if command else []))
    return end


def _begun(entry: Foreign) -> dict[str, object]:
    row = entry.row
    if row.command_id is None or entry.fingerprint is None:
        return {}
    return {"command_id": row.command_id, "fingerprint": entry.fingerprint, "first": row.position}


def _insert(connection: Connection, page: list[Foreign], commands: list[dict[str, object]]) -> None:
    stored = [{name: getattr(entry.row, name) for name in _NAMES} | {"leaf_hash": entry.row.leaf} for entry in page]
    try:
        if stored:
            connection.execute(insert(schema.events), stored)
        if commands:
            connection.execute(insert(schema.commands), commands)
    except IntegrityError as error:
        first, last = (page[0].row.position, page[-1].row.position) if page else (0, 0)
        raise Discontinuous(first, last, "a version of a stream, or a command, stands there twice") from error


def _check_streams(connection: Connection) -> None:
    """Raise ``Discontinuous`` where a stream lacks a version."""
    column = schema.events.c
    query = select(column.stream_id, func.min(column.position), func.max(column.position)).group_by(column.stream_id)
    lacking = query.having(func.max(column.version) != func.count() - 1).limit(1)
    found = connection.execute(lacking).first()
    if found is not None:
        raise Discontinuous(found[1], found[2], f"a version of {found[0]} is missing")
