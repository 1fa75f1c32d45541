"""Likely duplicates: incidents of other reports at the same place and time, looked for by day and place.

A pair is only ever compared within a day or two and along one line of places, so that a million incidents are gone
through in one pass, and no more of them are held than happened in two days.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, timedelta

from sqlalchemy import Connection, select

from ledger.domain.events import IncidentReported
from ledger.domain.values import Casualties
from projections import tables
from projections.incidents import IncidentRow, read_incidents, shown
from projections.likeness import LIKELY, Likeness, Sighting, likeness
from projections.lines import Line
from projections.moments import AsOf, Audience

MOST = 300
"""Incidents at one place and day that each is compared with; a day with more says so."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class LikelySame:
    """An incident that another one may be the same as."""

    row: IncidentRow
    likeness: Likeness

    def line(self) -> Line:
        return {"incident_id": self.row.incident_id, **self.likeness.line()}


@dataclass(frozen=True, slots=True)
class LikelyPair:
    """Two incidents that may be one, the one recorded first first."""

    first: IncidentRow
    second: IncidentRow
    likeness: Likeness
    position: int

    def line(self) -> Line:
        return {
            "incident_ids": [self.first.incident_id, self.second.incident_id],
            **self.likeness.line(),
            "incidents": [self.first.line(), self.second.line()],
            "position": self.position,
        }


def sighting_of(row: IncidentRow) -> Sighting:
    """What of an incident is compared with others."""
    spoken = [said for source in row.by_source for said in source.statements]
    figures = tuple(it.casualties for it in row.by_source if it.casualties is not None)
    reports = frozenset(it.report_id for it in spoken if it.report_id)
    return _sighting(row.incident_id, row.facts, row.place_path, figures, reports)


def sighting_of_facts(incident_id: str, facts: IncidentReported, path: str) -> Sighting:
    """The same of one that is not recorded yet."""
    claim = facts.stated.claim
    reports = frozenset({claim.report_id}) if claim else frozenset()
    return _sighting(incident_id, facts, path, (facts.casualties,), reports)


def _sighting(
    incident_id: str, facts: IncidentReported, path: str, figures: tuple[Casualties, ...], reports: frozenset[str]
) -> Sighting:
    return Sighting(
        incident_id=incident_id,
        kind=facts.kind,
        path=path,
        occurred=facts.occurred,
        said_on=facts.stated.stated_at.astimezone(UTC).date(),
        figures=figures,
        party=facts.perpetrator.key if facts.perpetrator else None,
        means=facts.means,
        reports=reports,
        dataset=facts.record.dataset if facts.record else None,
    )


def likely_same(connection: Connection, seen: Sighting, as_of: AsOf) -> list[LikelySame]:
    """The standing incidents that this one may be the same as, the likeliest first."""
    if not seen.path:
        return []
    apart = distinct_from(connection, as_of, seen.incident_id)
    found = []
    around = max(seen.day, date.min + _DAY) - _DAY, min(seen.day, date.max - _DAY) + _DAY
    for row in _of_days(connection, *around, as_of):
        alike = likeness(seen, sighting_of(row)) if row.incident_id not in apart else None
        if alike is not None and alike.score >= LIKELY:
            found.append(LikelySame(row, alike))
    return sorted(found, key=lambda it: (-it.likeness.score, it.row.first_recorded_at, it.row.incident_id))


def likely_pairs(connection: Connection, as_of: AsOf, place_path: str | None = None) -> Iterator[LikelyPair]:
    """Every pair of standing incidents that may be one, by day; those declared distinct are gone."""
    apart = distinct_from(connection, as_of)
    before: tuple[date, list[IncidentRow]] | None = None
    for day in _days(connection, as_of):
        today = [row for row in _of_days(connection, day, day, as_of) if _inside(row, place_path)]
        yesterday = before[1] if before is not None and day - before[0] <= _DAY else []
        for first, second in _neighbours(yesterday, today):
            alike = likeness(sighting_of(first), sighting_of(second))
            if alike is None or alike.score < LIKELY or _pair(first.incident_id, second.incident_id) in apart:
                continue
            one, other = sorted((first, second), key=lambda row: (row.first_recorded_at, row.incident_id))
            yield LikelyPair(one, other, alike, as_of.position)
        before = (day, today)


def likely_among(rows: Sequence[IncidentRow], apart: set[str]) -> list[tuple[str, str, Likeness]]:
    """Pairs among these incidents that may be one, the ids of each in order."""
    by_day: dict[date, list[IncidentRow]] = defaultdict(list)
    for row in rows:
        by_day[row.occurred_on].append(row)
    found = []
    for day in sorted(by_day):
        for first, second in _neighbours(by_day.get(day - _DAY, []), by_day[day]):
            alike = likeness(sighting_of(first), sighting_of(second))
            one, other = sorted((first.incident_id, second.incident_id))
            if alike is not None and alike.score >= LIKELY and _pair(one, other) not in apart:
                found.append((one, other, alike))
    return found


def distinct_from(connection: Connection, as_of: AsOf, incident_id: str | None = None) -> set[str]:
    """Pairs that were declared distinct, as "I-…+I-…"; of one incident, the ids of those it is distinct from."""
    column = tables.distinct_incidents.c
    query = select(column.incident_id, column.other).where(column.position <= as_of.position)
    if incident_id is None:
        return {_pair(one, other) for one, other in connection.execute(query)}
    mine = query.where((column.incident_id == incident_id) | (column.other == incident_id))
    return {it for pair in connection.execute(mine) for it in pair} - {incident_id}


def _pair(one: str, other: str) -> str:
    return "+".join(sorted((one, other)))


def _days(connection: Connection, as_of: AsOf) -> list[date]:
    column = tables.incident_versions.c
    query = select(column.day).where(column.position <= as_of.position).distinct().order_by(column.day)
    return list(connection.execute(query).scalars())


def _of_days(connection: Connection, first: date, last: date, as_of: AsOf) -> list[IncidentRow]:
    """The incidents that stand in the members' picture and happened last on one of these days."""
    column = tables.incident_versions.c
    on_them = select(column.incident_id).where(column.day.between(first, last), column.position <= as_of.position)
    rows = read_incidents(connection, as_of, on_them.distinct())
    return [row for row in rows if shown(row, Audience.MEMBERS) and first <= row.occurred_on <= last]


def _inside(row: IncidentRow, place_path: str | None) -> bool:
    return place_path is None or (row.place_path.startswith(place_path) if place_path else row.place_path == "")


def _neighbours(
    yesterday: Sequence[IncidentRow], today: Sequence[IncidentRow]
) -> Iterator[tuple[IncidentRow, IncidentRow]]:
    """Pairs of today's among themselves and with yesterday's, where one place is the other or holds it."""
    at: dict[str, list[IncidentRow]] = defaultdict(list)
    under: dict[str, list[IncidentRow]] = defaultdict(list)
    for row in yesterday:
        _put(row, at, under)
    for row in today:
        if row.place_path:
            wider = (other for prefix in _prefixes(row.place_path) for other in at[prefix][-MOST:])
            narrower = (other for other in under[row.place_path][-MOST:])
            yield from ((other, row) for other in _each((*wider, *narrower)))
            _put(row, at, under)


def _put(row: IncidentRow, at: dict[str, list[IncidentRow]], under: dict[str, list[IncidentRow]]) -> None:
    at[row.place_path].append(row)
    for prefix in _prefixes(row.place_path)[:-1]:
        under[prefix].append(row)


def _prefixes(path: str) -> list[str]:
    """The paths of the places around one, from the widest, itself last."""
    parts = path.rstrip("/").split("/")
    return ["/".join(parts[:end]) + "/" for end in range(1, len(parts) + 1)]


def _each(rows: Iterable[IncidentRow]) -> Iterator[IncidentRow]:
    return iter({row.incident_id: row for row in rows}.values())
