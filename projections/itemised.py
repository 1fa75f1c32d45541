"""Stated against itemised: a toll beside the sum of the incidents recorded here that it would count [ECW].

Neither is corrected by the other. Each incident is counted once, by one source: the toll's own where it speaks of it,
else the one that told of it first. Merged incidents are one; pairs that may be one are named, as the sum may count
somebody twice. What cannot be counted is listed with the reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import JsonValue
from sqlalchemy import Connection, select

from ledger.domain.values import Count
from ledger.errors import NoSuchStream
from projections import tables
from projections.counted_incidents import Item, LeftOut, judged
from projections.duplicates import distinct_from, likely_among
from projections.incidents import IncidentRow, incident_rows, read_incidents, shown
from projections.likeness import WIDE, Likeness
from projections.lines import Line, count_line, day_line, figure_line, key_line, moment_line
from projections.moments import AsOf, Audience
from projections.sums import added, is_open_above
from projections.toll_answers import toll_rows
from projections.toll_rows import TollRow
from projections.tolls import KeyFilter


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """A stated toll and what is itemised of it at one position; ``twice`` are pairs among the items that may be one."""

    toll: TollRow
    items: tuple[Item, ...]
    left_out: tuple[LeftOut, ...]
    twice: tuple[tuple[str, str, Likeness], ...]
    position: int

    @property
    def itemised(self) -> Count | None:
        """What the items come to; null where there is none: nothing itemised is not zero."""
        return added([it.count for it in self.items]) if self.items else None

    @property
    def own_itemised(self) -> Count | None:
        """The same of those that the toll's own source tells of."""
        own = [it.count for it in self.items if it.own]
        return added(own) if own else None

    def line(self) -> Line:
        toll, key = self.toll, self.toll.key
        items: list[JsonValue] = [it.line() for it in self.items]
        left: list[JsonValue] = [it.line() for it in self.left_out]
        twice: list[JsonValue] = [{"incident_ids": [one, two], **alike.line()} for one, two, alike in self.twice]
        why = Counter(reason for it in self.left_out for reason in it.why)
        return {
            "what": "reconciliation",
            "key_id": toll.key_id,
            "key": key_line(key),
            "window": {"start": day_line(key.period_start), "end": day_line(toll.counted_to)},
            "stated": {
                **(count_line(toll.count) or {}),
                "counted_to": day_line(toll.counted_to),
                "status": toll.status.value,
                "stated_at": moment_line(toll.stated_at),
                "entry_position": toll.entry_position,
            },
            "itemised": _summed(self.itemised, len(self.items)),
            "own_source": _summed(self.own_itemised, sum(it.own for it in self.items)),
            "gap": gap(toll.count, self.itemised),
            "gap_own_source": gap(toll.count, self.own_itemised),
            "included": items,
            "not_included": left,
            "not_included_because": dict(sorted(why.items())),
            "may_be_one": twice,
            "position": self.position,
        }


def gap(stated: Count, itemised: Count | None) -> int | None:
    """By how much the stated figure is above the itemised one; null where either is no number."""
    if itemised is None or stated.measure is None or itemised.measure is None:
        return None
    return stated.measure - itemised.measure


def reconciled(
    connection: Connection, key_id: str, as_of: AsOf, audience: Audience, *, of_an_area: bool = False
) -> Reconciliation:
    """A toll beside the incidents it would count, as known at the moment. Raises ``NoSuchStream``.

    ``of_an_area``: its place is an informal one, of which no list says which towns lie in it; those around it are then
    listed as what may belong to it.
    """
    rows = [row for row in toll_rows(connection, KeyFilter(key_id=key_id), as_of, audience) if not row.of_which]
    if not rows:
        raise NoSuchStream(f"toll {key_id}")
    toll = rows[0]
    path = _path(connection, key_id)
    items, left_out = [], []
    for row in _near(connection, path, as_of, audience, of_an_area=of_an_area):
        found = judged(row, toll, path)
        if isinstance(found, Item):
            items.append(found)
        elif found is not None:
            left_out.append(found)
    apart = distinct_from(connection, as_of)
    twice = likely_among([it.row for it in items], apart) if audience is Audience.MEMBERS else []
    return Reconciliation(toll, tuple(items), tuple(left_out), tuple(twice), as_of.position)


def _path(connection: Connection, key_id: str) -> str:
    column = tables.toll_keys.c
    return str(connection.execute(select(column.place_path).where(column.key_id == key_id)).scalar_one())


def _near(connection: Connection, path: str, as_of: AsOf, audience: Audience, *, of_an_area: bool) -> list[IncidentRow]:
    """The incidents at a place and in it; then those of places around it and of no place, which may be there."""
    if not path:
        return [row for row in incident_rows(connection, as_of, None, audience) if shown(row, audience)]
    parts = path.rstrip("/").split("/")
    around = ["", *("/".join(parts[:end]) + "/" for end in range(1, len(parts)))]
    column = tables.incident_versions.c
    ids = select(column.incident_id).where(column.place_path.in_(around), column.position <= as_of.position).distinct()
    wider = [row for row in read_incidents(connection, as_of, ids, audience) if row.place_path in around]
    inside = incident_rows(connection, as_of, around[-1] if of_an_area and len(parts) > WIDE else path, audience)
    found = {row.incident_id: row for row in (*inside, *wider)}
    return [row for row in found.values() if shown(row, audience)]


def _summed(count: Count | None, incidents: int) -> Line | None:
    if count is None:
        return None
    return {**figure_line(count), "lower_bound": is_open_above(count), "incidents": incidents}


def reasons_of(left_out: Sequence[LeftOut]) -> list[tuple[str, int]]:
    """Why incidents were left out, the commonest reason first."""
    return Counter(reason for it in left_out for reason in it.why).most_common()
