"""What all projections share while a batch is folded: buffered rows, the places' paths, the members' roles."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Protocol

import orjson
from pydantic import BaseModel
from sqlalchemy import Connection, Table, insert, select

from ledger.domain.values import Place, Reason, Role, folded
from projections import tables

Cell = str | int | bool | bytes | date | None

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_STRONGEST_FIRST = (Role.ADMIN, Role.REVIEWER, Role.AUDITOR, Role.MONITOR, Role.READER)


class Paths(Protocol):
    """The part of the gazetteer that folding needs: the path of a place, root first.

    ``tree`` is a number from 0 to 999,999 that changes when any place is put elsewhere.
    """

    @property
    def tree(self) -> int: ...

    def path(self, place_id: str, /) -> str: ...


def micros(moment: datetime) -> int:
    """Microseconds since 1970 UTC, exact."""
    return (moment - _EPOCH) // timedelta(microseconds=1)


def moment(value: int) -> datetime:
    """The aware datetime of microseconds since 1970 UTC."""
    return _EPOCH + timedelta(microseconds=value)


def packed(value: BaseModel) -> bytes:
    """Canonical JSON of a value, unset and null parts left out."""
    return orjson.dumps(value.model_dump(mode="json", exclude_none=True), option=orjson.OPT_SORT_KEYS)


def packed_reasons(reasons: tuple[Reason, ...]) -> bytes:
    return orjson.dumps([reason.model_dump(mode="json", exclude_none=True) for reason in reasons])


def place_path(place: Place | None, paths: Paths) -> str:
    """``sy/sy12/…/`` for a place of the gazetteer, ``~words/`` behind what it lies in for others, empty for none.

    A place lies in another when its path begins with the other's.
    """
    if place is None:
        return ""
    if place.id is None:
        lies = f"{paths.path(place.within) or place.within}/" if place.within is not None else ""
        return f"{lies}~{folded(place.text or '')}/"
    return (paths.path(place.id) or place.id) + "/"


class Rows:
    """Rows on their way into the read models, written in order and in bulk, on one open transaction."""

    def __init__(self, connection: Connection, paths: Paths) -> None:
        self.connection = connection
        self.paths = paths
        self._waiting: dict[str, tuple[Table, list[dict[str, Cell]]]] = {}
        self._roles: dict[str, str] = {
            row.member_id: row.roles
            for row in connection.execute(select(tables.members.c.member_id, tables.members.c.roles))
        }
        queue = tables.review_queue.c
        open_streams = select(queue.stream_id).where(queue.closed_position.is_(None)).distinct()
        self.waiting_streams: set[str] = set(connection.execute(open_streams).scalars())
        """Streams in which something may wait for review; an import of many changes never looks into the queue."""

    def add(self, table: Table, **row: Cell) -> None:
        """Put one row in the buffer of its table."""
        self._waiting.setdefault(table.name, (table, []))[1].append(row)

    def flush(self) -> None:
        """Write the buffer; before anything reads or changes rows of this batch."""
        for table, rows in self._waiting.values():
            self.connection.execute(insert(table), rows)
        self._waiting.clear()

    def role_of(self, member_id: str) -> str:
        """The strongest role a member holds at this point of the fold: what answers name people by."""
        held = self._roles.get(member_id, "").split()
        return next((role.value for role in _STRONGEST_FIRST if role.value in held), Role.READER.value)

    def proposer_of(self, stream_id: str, proposal: int) -> str | None:
        """Who made the proposal that waits at a stream's version."""
        self.flush()
        queue = tables.review_queue
        asked = select(queue.c.member_id).where(queue.c.item_id == f"{stream_id}/{proposal}")
        return self.connection.execute(asked).scalar_one_or_none()

    def roles_are(self, member_id: str, roles: frozenset[str]) -> None:
        """Remember the roles a member holds from here on."""
        self._roles[member_id] = " ".join(sorted(roles))

    def roles_held(self, member_id: str) -> frozenset[str]:
        return frozenset(self._roles.get(member_id, "").split())
