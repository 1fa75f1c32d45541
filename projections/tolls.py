"""Reading tolls: which keys match a question, and what was said of each by a moment, with its status then."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

import orjson
from sqlalchemy import ColumnElement, Connection, Row, and_, select

from ledger.actors import resolve_actor
from ledger.domain.values import COUNTING, Count, Reason, Status, TollKey, folded
from ledger.sources import canonical_source
from projections import tables
from projections.moments import AsOf, Audience

KEY_PARTS = ("source", "place", "group", "affiliation", "harm", "cause", "perpetrator", "period_start", "basis")
NOT_GIVEN = "none"
IN_ONE_QUERY = 500


@dataclass(frozen=True, slots=True)
class KeyFilter:
    """Parts a key must have; a part left out matches anything, ``none`` matches "not given".

    ``parts`` are words as a person gives them, by the names of ``KEY_PARTS``; places and parties by id or by words.
    ``place_path`` is the path (``Queries.place_path``) that a key's place must be at or lie in, empty = no place;
    with ``exact_place`` only at.
    """

    parts: dict[str, str] = field(default_factory=dict)
    key_id: str | None = None
    place_path: str | None = None
    exact_place: bool = False


@dataclass(frozen=True, slots=True)
class KeptKey:
    """A toll key as the read models hold it."""

    key_id: str
    key: TollKey
    place_inferred: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """The status a value has from a position on; ``recorded_at`` in microseconds since 1970 UTC."""

    position: int
    recorded_at: int
    status: Status

    def shown(self, audience: Audience) -> bool:
        """Whether a value that stands so is part of what this audience is told."""
        return self.status in COUNTING or (audience is Audience.MEMBERS and self.status is not Status.REJECTED)


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
        return self.withdrawn or self.standings[-1].shown(audience)

    def says_as(self, before: TollEntry) -> bool:
        """Whether this says nothing else of the day than ``before``: the same figure, no other breakdown."""
        if self.figure != before.figure:
            return False
        if self.packed_count == before.packed_count:
            return True
        breakdown = self.count.breakdown
        return not breakdown or breakdown == before.count.breakdown


def keys(connection: Connection, wanted: KeyFilter, position: int) -> list[KeptKey]:
    """The keys opened by ``position`` that match, in the order they were opened."""
    table = tables.toll_keys
    query = select(table.c.key_id, table.c.key, table.c.place_inferred).where(table.c.position <= position)
    if wanted.key_id is not None:
        query = query.where(table.c.key_id == wanted.key_id)
    if wanted.place_path is not None:
        exact = wanted.exact_place or wanted.place_path == ""
        query = query.where(at(table.c.place_path, wanted.place_path) if exact else within(table.c.place_path, wanted))
    for part, value in wanted.parts.items():
        column = table.c[part]
        query = query.where(column.is_(None) if value == NOT_GIVEN else column.in_(_stored(connection, part, value)))
    rows = connection.execute(query.order_by(table.c.position))
    return [KeptKey(row.key_id, TollKey.model_validate_json(row.key), row.place_inferred) for row in rows]


def at(column: ColumnElement[str], path: str) -> ColumnElement[bool]:
    return column == path


def within(column: ColumnElement[str], wanted: KeyFilter | str) -> ColumnElement[bool]:
    """Whether a path is, or lies in, another: paths end in ``/``, and the next letter after it is ``0``."""
    path = (wanted.place_path or "") if isinstance(wanted, KeyFilter) else wanted
    return and_(column >= path, column < path[:-1] + "0")


def _stored(connection: Connection, part: str, value: str) -> set[str]:
    """What a part may be stored as, if it is what a person calls ``value``."""
    match part:
        case "source":
            return {folded(value), *_other_names(connection, value)}
        case "place":
            return {value, "~" + folded(value)}
        case "perpetrator":
            known = resolve_actor(value)
            return {value, "~" + folded(value)} | ({known.id} if known else set())
        case "harm" | "basis":
            return {value.casefold()}
        case "period_start":
            return {value}
        case _:
            return {folded(value)}


def _other_names(connection: Connection, source: str) -> list[str]:
    """The sources of tolls that are the same originator under another of its known names."""
    meant = canonical_source(source)
    kept = connection.execute(select(tables.toll_keys.c.source).distinct()).scalars()
    return [name for name in kept if canonical_source(name) == meant]


def toll_entries(connection: Connection, key_ids: list[str], as_of: AsOf) -> dict[str, list[TollEntry]]:
    """Every entry of the keys by the moment, rejected ones too, in order of (stated, position)."""
    found: dict[str, list[TollEntry]] = defaultdict(list)
    table = tables.toll_entries.c
    for first in range(0, len(key_ids), IN_ONE_QUERY):
        some = key_ids[first : first + IN_ONE_QUERY]
        reviews = _reviews(connection, some, as_of.position)
        query = select(tables.toll_entries).where(table.key_id.in_(some), table.position <= as_of.position)
        if as_of.stated_until is not None:
            query = query.where(table.stated_at <= as_of.stated_micros)
        for row in connection.execute(query.order_by(table.stated_at, table.position)):
            found[row.key_id].append(_entry(row, reviews.get((row.key_id, row.version), ())))
    return found


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
