"""What stands beside the items of the review queue, looked up for a page of them at once: an import lists thousands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, Row, select, tuple_

from ledger.domain.values import Count, TollKey
from projections import tables

Item = Row[tuple[object, ...]]
Day = tuple[str, date]
"""A toll and one of its counted days."""


class Beside:
    """The moves, figures, keys, agreements and reporters behind some items, as they were at a position."""

    def __init__(self, connection: Connection, items: Sequence[Item], position: int) -> None:
        self._connection = connection
        self._position = position
        tolls = [it for it in items if it.stream_id.startswith("T-")]
        days: set[Day] = {(it.stream_id, it.counted_to) for it in tolls}
        at = [it.position for it in items]
        move, entry = tables.revisions.c, tables.toll_entries.c
        self.moves = {
            it.position: it for it in connection.execute(select(tables.revisions).where(move.position.in_(at)))
        }
        said = select(entry.position, entry.counted).where(entry.position.in_([it.position for it in tolls]))
        self.counted: dict[int, bytes] = {it.position: it.counted for it in connection.execute(said)}
        self.keys = self._keys({it.stream_id for it in tolls})
        self.agreed = self._agreed([it.item_id for it in items])
        self._said = self._who_said(days)
        self._asked = self._who_asked(days)

    def reporters(self, item: Item, count: Count | None) -> set[str]:
        """Everyone who stated, restated or proposed this figure for this day: none of them may review it."""
        if count is None:
            return set()
        day = (item.stream_id, item.counted_to)
        figure = (count.low, count.best, count.high, count.qualifier.value if count.qualifier else None)
        asked = {who for who, new in self._asked.get(day, ()) if count.same_figure(new)}
        return asked | self._said.get((day, figure), set())

    def stood(self, item: Item) -> bytes | None:
        """What had been said of the item's day when it began to wait."""
        entry = tables.toll_entries.c
        query = select(entry.counted).where(entry.key_id == item.stream_id, entry.counted_to == item.counted_to)
        query = query.where(entry.position < item.position).order_by(entry.stated_at.desc(), entry.position.desc())
        return self._connection.execute(query.limit(1)).scalar()

    def _keys(self, ids: set[str]) -> dict[str, TollKey]:
        key = tables.toll_keys.c
        rows = self._connection.execute(select(key.key_id, key.key).where(key.key_id.in_(ids)))
        return {it.key_id: TollKey.model_validate_json(it.key) for it in rows}

    def _agreed(self, item_ids: list[str]) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        column = tables.review_agreements.c
        query = select(column.item_id, column.member_id).where(column.item_id.in_(item_ids))
        for it in self._connection.execute(query.where(column.position <= self._position)):
            found[it.item_id].add(it.member_id)
        return found

    def _who_said(self, days: set[Day]) -> dict[tuple[Day, tuple[object, ...]], set[str]]:
        entry = tables.toll_entries.c
        query = select(
            entry.key_id, entry.counted_to, entry.low, entry.best, entry.high, entry.qualifier, entry.reporter
        )
        query = query.where(tuple_(entry.key_id, entry.counted_to).in_(sorted(days)), ~entry.withdrawn)
        found: dict[tuple[Day, tuple[object, ...]], set[str]] = defaultdict(set)
        for key_id, day, *figure, reporter in self._connection.execute(query.where(entry.position <= self._position)):
            found[(key_id, day), tuple(figure)].add(reporter)
        return found

    def _who_asked(self, days: set[Day]) -> dict[Day, list[tuple[str, Count]]]:
        item, move = tables.review_queue.c, tables.revisions.c
        query = (
            select(item.stream_id, item.counted_to, item.member_id, move.new)
            .join_from(tables.review_queue, tables.revisions, item.position == move.position)
            .where(tuple_(item.stream_id, item.counted_to).in_(sorted(days)), move.outcome == "waiting")
            .where(item.position <= self._position)
        )
        found: dict[Day, list[tuple[str, Count]]] = defaultdict(list)
        for it in self._connection.execute(query):
            found[it.stream_id, it.counted_to].append((it.member_id, Count.model_validate_json(it.new)))
        return found
