"""What was said of a toll by a moment: its values and withdrawals, each with its status then."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeVar

import orjson
from sqlalchemy import ColumnElement, Connection, Row, and_, select

from ledger.domain.values import COUNTING, Count, Quantifier, Reason, Status
from projections import tables
from projections.moments import AsOf, Audience

IN_ONE_QUERY = 500
_ENTRY = tables.toll_entries.c
_FIGURE = ("low", "best", "high", "qualifier")
_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Standing:
    """The status a value has from a position on; ``recorded_at`` in microseconds since 1970 UTC."""

    position: int
    recorded_at: int
    status: Status

    def shown(self, audience: Audience) -> bool:
        """Whether a value that stands so is part of what this audience is told."""
        return self.status in COUNTING or (audience is Audience.MEMBERS and self.status is not Status.REJECTED)


class Mark(NamedTuple):
    """The little of an entry that decides which value counts; there may be a thousand for one toll.

    ``status`` is the one at the moment asked about; ``stated_at`` in microseconds since 1970 UTC.
    """

    key_id: str
    position: int
    version: int
    counted_to: date
    withdrawn: bool
    stated_at: int
    status: str
    low: int | None
    best: int | None
    high: int | None
    qualifier: str | None

    @property
    def order(self) -> tuple[int, int]:
        """Of two values for one day the later stated counts; equal times go by position."""
        return (self.stated_at, self.position)

    @property
    def figure(self) -> tuple[int | str | None, ...]:
        return self[7:]

    @property
    def number(self) -> tuple[int | str | None, ...]:
        """What a move is told by: "62" and "at least 62" are one number in two wordings."""
        plain = self.low is not None and self.high in (None, self.low) and self.qualifier in _PLAIN
        return (self.low, self.best) if plain else self.figure

    @property
    def figure_only(self) -> Count:
        """The figure alone, without its breakdown."""
        qualifier = Quantifier(self.qualifier) if self.qualifier else None
        given = None if self.best == self.low else self.best
        return Count(low=self.low, high=self.high, qualifier=qualifier, best_given=given)

    def shown(self, audience: Audience) -> bool:
        """Whether the entry is part of what this audience is told at the moment."""
        hidden = _HIDDEN if self.withdrawn or audience is Audience.MEMBERS else _HIDDEN_FROM_PUBLIC
        return self.status not in hidden


_PLAIN = (None, Quantifier.EXACT.value, Quantifier.AT_LEAST.value)
_HIDDEN = frozenset({Status.REJECTED.value})
_HIDDEN_FROM_PUBLIC = frozenset(status.value for status in Status if status not in COUNTING)
_MARKED = ("key_id", "position", "version", "counted_to", "withdrawn", "stated_at", "status", *_FIGURE)


@dataclass(frozen=True, slots=True)
class TollEntry:
    """One value (or withdrawal) of a counted day, and how it stood up to the moment asked about.

    ``standings`` begin with the entry itself. Times in microseconds since 1970 UTC.
    """

    key_id: str
    position: int
    version: int
    event_kind: str
    counted_to: date
    withdrawn: bool
    figure: tuple[int | None, int | None, int | None, str | None]
    packed_count: bytes
    stated_at: int
    recorded_at: int
    packed_reasons: bytes
    unexplained: int | None
    report_id: str | None
    member_role: str
    reporter: str
    standings: tuple[Standing, ...]

    @property
    def order(self) -> tuple[int, int]:
        """Of two values for one day the later stated counts; equal times go by position."""
        return (self.stated_at, self.position)

    @property
    def status(self) -> Status:
        return self.standings[-1].status

    @property
    def count(self) -> Count:
        return Count.model_validate_json(self.packed_count)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        return tuple(Reason.model_validate(reason) for reason in orjson.loads(self.packed_reasons))

    def shown(self, audience: Audience) -> bool:
        """Whether the entry is part of what this audience is told at the moment."""
        return self.standings[-1].shown(Audience.MEMBERS if self.withdrawn else audience)

    def says_as(self, before: TollEntry) -> bool:
        """Whether this says nothing else of the day than ``before``: the same figure, no other breakdown."""
        if self.figure != before.figure:
            return False
        if self.packed_count == before.packed_count:
            return True
        breakdown = self.count.breakdown
        return not breakdown or breakdown == before.count.breakdown


def entries_of(connection: Connection, key_ids: list[str], as_of: AsOf) -> dict[str, list[TollEntry]]:
    """Every entry of the keys by the moment, rejected ones too, in order of (stated, position)."""
    found: dict[str, list[TollEntry]] = defaultdict(list)
    for some in chunks(key_ids):
        reviews = _reviews(connection, some, as_of.position)
        query = select(tables.toll_entries).where(_said_by(some, as_of))
        for row in connection.execute(query.order_by(_ENTRY.stated_at, _ENTRY.position)):
            found[row.key_id].append(_entry(row, reviews.get((row.key_id, row.version), ())))
    return found


def marks_of(connection: Connection, key_ids: list[str], as_of: AsOf) -> dict[str, list[Mark]]:
    """As ``entries_of``, only what decides which value counts."""
    found: dict[str, list[Mark]] = defaultdict(list)
    columns = [_ENTRY[name] for name in _MARKED]
    for some in chunks(key_ids):
        reviews = _reviews(connection, some, as_of.position)
        query = select(*columns).where(_said_by(some, as_of)).order_by(_ENTRY.stated_at, _ENTRY.position)
        for mark in map(Mark._make, connection.execute(query)):
            reviewed = reviews.get((mark.key_id, mark.version)) if reviews else None
            found[mark.key_id].append(mark._replace(status=reviewed[-1].status.value) if reviewed else mark)
    return found


def entries_at(connection: Connection, positions: list[int], as_of: AsOf) -> dict[int, TollEntry]:
    """The entries at these positions, in full."""
    found = {}
    for some in chunks(positions):
        rows = connection.execute(select(tables.toll_entries).where(_ENTRY.position.in_(some))).all()
        reviews = _reviews(connection, list({row.key_id for row in rows}), as_of.position)
        for row in rows:
            found[row.position] = _entry(row, reviews.get((row.key_id, row.version), ()))
    return found


def _said_by(key_ids: list[str], as_of: AsOf) -> ColumnElement[bool]:
    said = and_(_ENTRY.key_id.in_(key_ids), _ENTRY.position <= as_of.position)
    return said if as_of.stated_until is None else and_(said, _ENTRY.stated_at <= as_of.stated_micros)


def chunks(items: list[_Item]) -> Iterator[list[_Item]]:
    for first in range(0, len(items), IN_ONE_QUERY):
        yield items[first : first + IN_ONE_QUERY]


def _reviews(connection: Connection, key_ids: list[str], position: int) -> dict[tuple[str, int], tuple[Standing, ...]]:
    table = tables.toll_statuses
    query = select(table).where(table.c.key_id.in_(key_ids), table.c.position <= position).order_by(table.c.position)
    found: dict[tuple[str, int], tuple[Standing, ...]] = {}
    for row in connection.execute(query):
        standing = Standing(row.position, row.recorded_at, Status(row.status))
        found[row.key_id, row.version] = (*found.get((row.key_id, row.version), ()), standing)
    return found


def _entry(row: Row[tuple[object, ...]], reviews: tuple[Standing, ...]) -> TollEntry:
    return TollEntry(
        key_id=row.key_id,
        position=row.position,
        version=row.version,
        event_kind=row.event_kind,
        counted_to=row.counted_to,
        withdrawn=row.withdrawn,
        figure=(row.low, row.best, row.high, row.qualifier),
        packed_count=row.counted,
        stated_at=row.stated_at,
        recorded_at=row.recorded_at,
        packed_reasons=row.reasons,
        unexplained=row.unexplained,
        report_id=row.report_id,
        member_role=row.member_role,
        reporter=row.reporter,
        standings=(Standing(row.position, row.recorded_at, Status(row.status)), *reviews),
    )
