"""Totals of the incidents that one source itemised: by governorate, by year, for what can be summed and no more.

One source at a time: two sources may tell of the same people. Within one, incidents that were merged count once. A data
set that books each death to one event, as UCDP's does, is disjoint by construction [UCDP GED codebook].
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from pydantic import JsonValue

from desk.published import ucdp
from ledger.domain.values import Casualties, Count, folded
from ledger.errors import ItemisedSourceUnclear
from ledger.gazetteer import Gazetteer
from projections.incidents import IncidentRow
from projections.lines import Line
from projections.queries import Queries


class By(StrEnum):
    """What totals are grouped by. A span of several months or years stands for itself and is booked to none of them."""

    ADM1 = "adm1"
    ADM2 = "adm2"
    YEAR = "year"
    MONTH = "month"
    KIND = "kind"
    ALL = "all"


class ItemisedHarm(StrEnum):
    KILLED = "killed"
    INJURED = "injured"
    AFFECTED = "affected"


@dataclass(slots=True)
class Total:
    """A sum over incidents. ``low_open`` and ``high_open`` of them give no such bound: that sum is then unknown.

    ``unknown`` give no number at all and are in no sum; ``sides`` are the deaths by side where rows give them.
    """

    name: str | None
    place_id: str | None = None
    low: int = 0
    best: int = 0
    high: int = 0
    low_open: int = 0
    high_open: int = 0
    events: int = 0
    unknown: int = 0
    summaries: int = 0
    out_of_order: int = 0
    sides: dict[str, int] = field(default_factory=dict)

    def add(self, count: Count | None, row: IncidentRow) -> None:
        """One more incident."""
        self.events += 1
        self.summaries += ucdp.SUMMARY in row.facts.flags
        if count is None or count.measure is None:
            self.unknown += 1
            return
        self.low += count.low or 0
        self.low_open += count.low is None
        self.best += count.best if count.best is not None else count.measure
        self.high += count.high or 0
        self.high_open += count.high is None
        self.out_of_order += bool(count.out_of_order)
        for side, number in ucdp.sides_of(count).items():
            self.sides[side] = self.sides.get(side, 0) + number

    def line(self, by: By, harm: ItemisedHarm, source: str, position: int) -> Line:
        sides: dict[str, JsonValue] = {side: self.sides.get(side) for side in ucdp.SIDES}
        return {
            "by": by.value,
            by.value: self.name,
            "place_id": self.place_id,
            "harm": harm.value,
            "low": None if self.low_open else self.low,
            "best": self.best,
            "high": None if self.high_open else self.high,
            **sides,
            "events": self.events,
            "without_number": self.unknown,
            "summaries": self.summaries,
            "bounds_out_of_order": self.out_of_order,
            "source": source,
            "position": position,
        }


def totals(
    rows: Iterable[tuple[int, IncidentRow]], source: str, by: By, harm: ItemisedHarm, gazetteer: Gazetteer
) -> list[Total]:
    """The totals of one source's incidents, by name; what has no name comes last."""
    name_of = _NAMES[by]
    found: dict[str | None, Total] = {}
    for _, row in rows:
        if folded(row.facts.stated.source) == folded(source):
            name, place_id = name_of(row, gazetteer)
            total = found.setdefault(name, Total(name, place_id))
            total.add(_harm(row.facts.casualties, harm), row)
    return sorted(found.values(), key=lambda total: (total.name is None, total.name or ""))


def the_source(queries: Queries, named: str | None) -> str:
    """The one source whose incidents are summed. Raises ``ItemisedSourceUnclear``."""
    sources = queries.incident_sources()
    fit = [it for it in sources if named is None or folded(it) == folded(named)]
    if len(fit) != 1:
        raise ItemisedSourceUnclear(named, sources)
    return fit[0]


def _harm(casualties: Casualties, harm: ItemisedHarm) -> Count | None:
    return {"killed": casualties.killed, "injured": casualties.injured, "affected": casualties.affected}[harm.value]


def _area(row: IncidentRow, gazetteer: Gazetteer, column: str, kind: str) -> tuple[str | None, str | None]:
    """The area as the row of its publisher has it, else as the list of places does."""
    place_id = next((it for it in row.place_path.split("/") if it and _is(kind, it, gazetteer)), None)
    if row.facts.record is not None:
        return row.facts.record.cell(column) or None, None
    return (gazetteer.name(place_id, "en"), place_id) if place_id else (None, None)


def _is(kind: str, place_id: str, gazetteer: Gazetteer) -> bool:
    entry = gazetteer.get(place_id)
    return entry is not None and entry.kind == kind


def _span(row: IncidentRow, length: int) -> tuple[str | None, str | None]:
    """``2016``, or ``2016/2017`` for a span that is booked to neither."""
    occurred = row.facts.occurred
    days: list[date] = [it for it in (occurred.start, occurred.end) if it is not None]
    return "/".join(dict.fromkeys(it.isoformat()[:length] for it in days)) or None, None


_NAMES: dict[By, Callable[[IncidentRow, Gazetteer], tuple[str | None, str | None]]] = {
    By.ADM1: lambda row, places: _area(row, places, "adm_1", "governorate"),
    By.ADM2: lambda row, places: _area(row, places, "adm_2", "district"),
    By.YEAR: lambda row, _: _span(row, 4),
    By.MONTH: lambda row, _: _span(row, 7),
    By.KIND: lambda row, _: (row.kind, None),
    By.ALL: lambda *_: ("all", None),
}
