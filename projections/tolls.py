"""Reading tolls: which keys match a question, and what each was known to be at a moment."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

import orjson
from sqlalchemy import Connection, select

from ledger.domain.values import COUNTING, Count, GroupCount, Reason, Status, TollKey, folded
from projections import tables
from projections.moments import AsOf, Audience

KEY_PARTS = ("source", "group", "affiliation", "harm", "cause", "perpetrator", "period_start", "basis")
NOT_GIVEN = "none"
_PUBLIC = frozenset(status.value for status in COUNTING)
_VOID = frozenset({Status.REJECTED.value})


@dataclass(frozen=True, slots=True)
class KeyFilter:
    """Parts a key must have; a part left out matches anything, ``none`` matches "not given".

    ``place_paths`` are the paths a key's place must lie in, ``place_words`` the folded words of an unresolved one.
    """

    parts: dict[str, str]
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
class TollEntry:
    """One value (or withdrawal) of a counted day, with its status at the moment asked about.

    ``void_from`` is the position of the review that rejected it; times in microseconds since 1970 UTC.
    """

    key_id: str
    position: int
    version: int
    event_kind: str
    counted_to: date
    withdrawn: bool
    count: Count
    stated_at: int
    recorded_at: int
    status: Status
    reasons: tuple[Reason, ...]
    unexplained: int | None
    report_id: str | None
    member_role: str
    void_from: int | None

    @property
    def order(self) -> tuple[int, int]:
        """Of two values for one day the later stated counts; equal times go by position."""
        return (self.stated_at, self.position)

    @property
    def figure(self) -> tuple[int | None, int | None, str | None]:
        return (self.count.low, self.count.high, self.count.qualifier)


def keys(connection: Connection, wanted: KeyFilter, position: int) -> list[KeptKey]:
    """The keys opened by ``position`` that match, in the order they were opened."""
    table = tables.toll_keys
    query = select(table.c.key_id, table.c.key, table.c.place_inferred).where(table.c.position <= position)
    if wanted.key_id is not None:
        query = query.where(table.c.key_id == wanted.key_id)
    if wanted.place_path == "":
        query = query.where(table.c.place_path == "")
    elif wanted.place_path is not None and wanted.exact_place:
        query = query.where(table.c.place_path == wanted.place_path)
    elif wanted.place_path is not None:
        query = query.where(table.c.place_path.startswith(wanted.place_path, autoescape=True))
    for part, value in wanted.parts.items():
        column = table.c[part]
        query = query.where(column.is_(None) if value == NOT_GIVEN else column == value)
    rows = connection.execute(query.order_by(table.c.position))
    return [KeptKey(row.key_id, TollKey.model_validate_json(row.key), row.place_inferred) for row in rows]


def entries(connection: Connection, key_ids: list[str], as_of: AsOf, audience: Audience) -> dict[str, list[TollEntry]]:
    """What is visible of each key at the moment, in order of (stated, position); rejected values are left out."""
    everything = all_entries(connection, key_ids, as_of)
    visible = {}
    for key_id, found in everything.items():
        visible[key_id] = [entry for entry in found if _shown(entry, audience)]
    return visible


def _shown(entry: TollEntry, audience: Audience) -> bool:
    if entry.status.value in _VOID:
        return False
    return audience is Audience.MEMBERS or entry.withdrawn or entry.status.value in _PUBLIC


def all_entries(connection: Connection, key_ids: list[str], as_of: AsOf) -> dict[str, list[TollEntry]]:
    """Every entry of the keys by the moment, rejected ones too, in order of (stated, position)."""
    found: dict[str, list[TollEntry]] = defaultdict(list)
    for first in range(0, len(key_ids), 500):
        some = key_ids[first : first + 500]
        reviewed = _reviews(connection, some, as_of.position)
        table = tables.toll_entries
        query = select(table).where(
            table.c.key_id.in_(some), table.c.position <= as_of.position, table.c.stated_at <= as_of.stated_micros
        )
        for row in connection.execute(query.order_by(table.c.stated_at, table.c.position)):
            status, since = reviewed.get((row.key_id, row.version), (row.status, None))
            found[row.key_id].append(
                TollEntry(
                    key_id=row.key_id,
                    position=row.position,
                    version=row.version,
                    event_kind=row.event_kind,
                    counted_to=row.counted_to,
                    withdrawn=row.withdrawn,
                    count=Count.model_validate_json(row.count),
                    stated_at=row.stated_at,
                    recorded_at=row.recorded_at,
                    status=Status(status),
                    reasons=tuple(Reason.model_validate(reason) for reason in orjson.loads(row.reasons)),
                    unexplained=row.unexplained,
                    report_id=row.report_id,
                    member_role=row.member_role,
                    void_from=since if status in _VOID else None,
                )
            )
    return found


def _reviews(connection: Connection, key_ids: list[str], position: int) -> dict[tuple[str, int], tuple[str, int]]:
    table = tables.toll_statuses
    query = select(table).where(table.c.key_id.in_(key_ids), table.c.position <= position).order_by(table.c.position)
    return {(row.key_id, row.version): (row.status, row.position) for row in connection.execute(query)}


def by_day(visible: list[TollEntry]) -> dict[date, TollEntry]:
    """The value that counts for each day, days in order, withdrawn days left out."""
    winners: dict[date, TollEntry] = {}
    for entry in sorted(visible, key=lambda entry: entry.order):
        winners[entry.counted_to] = entry
    return {day: winners[day] for day in sorted(winners) if not winners[day].withdrawn}


def previous_of(current: TollEntry, visible: list[TollEntry]) -> TollEntry | None:
    """The value that was known before the current one and said something else; null for a first value."""
    before = [entry for entry in visible if entry.order < current.order and not entry.withdrawn]
    for entry in reversed(before):
        if entry.figure != current.figure:
            return entry
    return None


def cause_of(current: TollEntry, visible: list[TollEntry]) -> TollEntry:
    """The entry that brought the current figure: itself, or the first of the run of restatements it ends."""
    cause = current
    before = [entry for entry in visible if entry.order < current.order and not entry.withdrawn]
    for entry in reversed(before):
        if entry.figure != current.figure:
            break
        cause = entry
    return cause


def part_of(count: Count, group: str) -> GroupCount | None:
    """The breakdown entry for a group, compared by folded words."""
    return next((part for part in count.breakdown if folded(part.group) == folded(group)), None)
