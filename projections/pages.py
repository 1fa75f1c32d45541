"""Everything there is, page by page: for exports, which hold no more of a million rows than of a thousand.

Each page is read in a snapshot of its own. All are as of one position, and what is known there never changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager

from sqlalchemy import Connection, func, select

from projections import tables
from projections.incidents import IncidentRow, incidents_behind, shown
from projections.moments import AsOf, Audience
from projections.toll_answers import histories_of, rows_of
from projections.toll_rows import HistoryRow, TollRow
from projections.tolls import KeptKey, KeyFilter, keys_behind

PAGE = 200
"""Tolls or incidents read at once."""

ENTRIES = 5_000
"""Entries of tolls read at once; a single toll is read whole."""

Reading = Callable[[], AbstractContextManager[Connection]]
Course = tuple[KeptKey, list[HistoryRow]]


def tolls(reading: Reading, wanted: KeyFilter, as_of: AsOf, audience: Audience) -> Iterator[tuple[int, TollRow]]:
    """The current figure of every toll that matches; with each the position at which its toll was opened."""
    for page in _key_pages(reading, wanted, as_of):
        opened = {kept.key_id: position for position, kept in page}
        for lot in _lots(reading, page, as_of):
            with reading() as connection:
                rows = rows_of(connection, lot, as_of, audience)
            yield from ((opened[row.key_id], row) for row in rows)


def histories(reading: Reading, wanted: KeyFilter, as_of: AsOf, audience: Audience) -> Iterator[tuple[int, Course]]:
    """Every toll that matches and of which this audience is told something, with its history."""
    for page in _key_pages(reading, wanted, as_of):
        opened = {kept.key_id: position for position, kept in page}
        for lot in _lots(reading, page, as_of):
            with reading() as connection:
                found = histories_of(connection, [kept.key_id for kept in lot], as_of, audience)
            yield from ((opened[kept.key_id], (kept, found[kept.key_id])) for kept in lot if kept.key_id in found)


def incidents(
    reading: Reading, place_path: str | None, as_of: AsOf, audience: Audience
) -> Iterator[tuple[int, IncidentRow]]:
    """Every incident that this audience is shown, of a place and what lies in it (null = everywhere)."""
    since = 0
    while True:
        with reading() as connection:
            since, page = incidents_behind(connection, as_of, place_path, since, PAGE, audience)
        if not since:
            return
        yield from ((since, row) for row in page if shown(row, audience))


def _key_pages(reading: Reading, wanted: KeyFilter, as_of: AsOf) -> Iterator[list[tuple[int, KeptKey]]]:
    since = 0
    while True:
        with reading() as connection:
            page = keys_behind(connection, wanted, as_of.position, since, PAGE)
        if not page:
            return
        yield page
        since = page[-1][0]


def _lots(reading: Reading, page: Sequence[tuple[int, KeptKey]], as_of: AsOf) -> Iterator[list[KeptKey]]:
    """The tolls of a page in lots that hold no more than ``ENTRIES`` together, or one toll."""
    entry = tables.toll_entries.c
    query = select(entry.key_id, func.count().label("entries")).where(
        entry.key_id.in_([kept.key_id for _, kept in page])
    )
    query = query.where(entry.position <= as_of.position).group_by(entry.key_id)
    with reading() as connection:
        sizes = {row.key_id: row.entries for row in connection.execute(query)}
    lot: list[KeptKey] = []
    held = 0
    for _, kept in page:
        size = sizes.get(kept.key_id, 0)
        if lot and held + size > ENTRIES:
            yield lot
            lot, held = [], 0
        lot.append(kept)
        held += size
    if lot:
        yield lot
