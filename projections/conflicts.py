"""The conflict board: where two values stand for one thing now, side by side, with the gap between them.

Three kinds: sources whose tolls share every other part of the key; one source that gave two values for one day at one
time; sources that put the people harmed in one incident otherwise. Nothing is averaged, nothing decided.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from pydantic import JsonValue
from sqlalchemy import Connection

from ledger.domain.values import Casualties, Count, Harm, Status, TollKey
from projections.incidents import IncidentRow, incident_rows, shown
from projections.lines import Line, day_line, figure_line, key_line, moment_line, named_line, when_line
from projections.moments import AsOf, Audience
from projections.rows import moment
from projections.toll_answers import toll_rows
from projections.toll_entries import Mark, chunks, marks_of
from projections.toll_rows import TollRow
from projections.tolls import KeyFilter, keys

_HARM = {"killed": Harm.KILLED.value, "injured": Harm.INJURED.value, "affected": "affected"}


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values: whose, of what, how it stands, when it was said and recorded, and where it is in the log."""

    id: str
    source: str
    count: Count
    counted_to: date | None
    status: Status
    stated_at: datetime
    recorded_at: datetime | None
    entry_position: int

    def line(self) -> Line:
        return {
            "id": self.id,
            "source": self.source,
            **figure_line(self.count),
            "counted_to": day_line(self.counted_to),
            "status": self.status.value,
            "stated_at": moment_line(self.stated_at),
            "recorded_at": moment_line(self.recorded_at),
            "entry_position": self.entry_position,
        }


@dataclass(frozen=True, slots=True)
class Conflict:
    """Values that do not agree. ``what``: sources, one_source or incident; ``key`` is the first toll's, for tolls.

    ``position`` is where the answer was read.
    """

    what: str
    harm: str
    sides: tuple[Side, ...]
    key: TollKey | None
    incident: IncidentRow | None
    position: int

    @property
    def gap(self) -> int | None:
        """How far the lowest and the highest number are apart; null where fewer than two give a number."""
        numbers = [it.count.measure for it in self.sides if it.count.measure is not None]
        return max(numbers) - min(numbers) if len(numbers) > 1 else None

    @property
    def same_day(self) -> bool:
        """Whether all count to one day; else later news may be all that lies between them."""
        return len({it.counted_to for it in self.sides}) == 1

    def line(self) -> Line:
        sides: list[JsonValue] = [it.line() for it in self.sides]
        key = key_line(self.key) if self.key else None
        if key is not None and self.what == "sources":
            key = {**key, "source": None}
        found = self.incident
        return {
            "what": self.what,
            "harm": self.harm,
            "key": key,
            "incident_id": found.incident_id if found else None,
            "kind": found.kind if found else None,
            "place": named_line(found.facts.place) if found else None,
            "occurred": when_line(found.facts.occurred) if found else None,
            "values": sides,
            "gap": self.gap,
            "same_day": self.same_day,
            "position": self.position,
        }


def conflicts(
    connection: Connection, as_of: AsOf, audience: Audience, place_path: str | None = None, harm: str | None = None
) -> Iterator[Conflict]:
    """What does not agree at a place and in what lies in it: tolls, days of one source, then incidents."""
    wanted = KeyFilter(place_path=place_path, parts={"harm": harm} if harm else {})
    yield from _between_sources(toll_rows(connection, wanted, as_of, audience), as_of)
    yield from _of_one_source(connection, wanted, as_of, audience)
    for row in incident_rows(connection, as_of, place_path, audience):
        if shown(row, audience):
            yield from (it for it in _in_incident(row, as_of) if harm in (None, it.harm))


def disagree(counts: Sequence[Count]) -> bool:
    """Whether two of the counts are other figures: "62" and "at least 62" are one, told with more or less care."""
    first = counts[0] if counts else None
    return first is not None and any(not (it.says_again(first) or first.says_again(it)) for it in counts[1:])


def _between_sources(rows: Sequence[TollRow], as_of: AsOf) -> Iterator[Conflict]:
    groups: dict[tuple[str | None, ...], list[TollRow]] = defaultdict(list)
    for row in rows:
        parts = row.key.parts
        groups[tuple(value for part, value in parts.items() if part != "source")].append(row)
    for group in groups.values():
        if disagree([row.count for row in group]):
            sides = tuple(_side(row) for row in group)
            yield Conflict("sources", group[0].key.harm.value, sides, group[0].key, None, as_of.position)


def _side(row: TollRow) -> Side:
    return Side(
        id=row.key_id,
        source=row.key.source,
        count=row.count,
        counted_to=row.counted_to,
        status=row.status,
        stated_at=row.stated_at,
        recorded_at=row.recorded_at,
        entry_position=row.entry_position,
    )


def _of_one_source(connection: Connection, wanted: KeyFilter, as_of: AsOf, audience: Audience) -> Iterator[Conflict]:
    """One source, one counted day, one time of saying it, two numbers: nobody can tell which of them it means."""
    for some in chunks(keys(connection, wanted, as_of.position)):
        marks = marks_of(connection, [kept.key_id for kept in some], as_of)
        for kept in some:
            for twice in _twice(marks.get(kept.key_id, []), audience):
                sides = tuple(_of_mark(mark, kept.key.source) for mark in twice)
                yield Conflict("one_source", kept.key.harm.value, sides, kept.key, None, as_of.position)


def _twice(marks: Sequence[Mark], audience: Audience) -> Iterator[list[Mark]]:
    said: dict[tuple[date, int], list[Mark]] = defaultdict(list)
    for mark in marks:
        if mark.shown(audience) and not mark.withdrawn:
            told = said[mark.counted_to, mark.stated_at]
            if all(mark.number != other.number for other in told):
                told.append(mark)
    yield from (told for told in said.values() if len(told) > 1)


def _of_mark(mark: Mark, source: str) -> Side:
    return Side(
        id=f"{mark.key_id}/{mark.version}",
        source=source,
        count=mark.figure_only,
        counted_to=mark.counted_to,
        status=Status(mark.status),
        stated_at=moment(mark.stated_at),
        recorded_at=None,
        entry_position=mark.position,
    )


def _in_incident(row: IncidentRow, as_of: AsOf) -> Iterator[Conflict]:
    """By harm: the sources' own figures where two of them differ, and two that one source gave at one time."""
    for name in Casualties.model_fields:
        told = [(it, getattr(it.casualties, name)) for it in row.by_source if it.casualties is not None]
        given = [(it, count) for it, count in told if count is not None]
        if disagree([count for _, count in given]):
            sides = tuple(
                Side(
                    id=row.incident_id,
                    source=it.source,
                    count=count,
                    counted_to=None,
                    status=it.status or row.status,
                    stated_at=it.stated_at,
                    recorded_at=it.recorded_at,
                    entry_position=it.entry_position,
                )
                for it, count in given
            )
            yield Conflict("incident", _HARM[name], sides, None, row, as_of.position)
        yield from _said_twice(row, name, as_of)


def _said_twice(row: IncidentRow, name: str, as_of: AsOf) -> Iterator[Conflict]:
    for source in row.by_source:
        at: dict[datetime, list[Side]] = defaultdict(list)
        for said in source.statements:
            count = getattr(said.casualties, name) if said.casualties is not None else None
            if count is None or any(count.says_again(it.count) for it in at[said.stated_at]):
                continue
            side = Side(
                id=f"{row.incident_id}/{said.version}",
                source=source.source,
                count=count,
                counted_to=None,
                status=said.status or row.status,
                stated_at=said.stated_at,
                recorded_at=said.recorded_at,
                entry_position=said.entry_position,
            )
            at[said.stated_at].append(side)
        for sides in at.values():
            if len(sides) > 1:
                yield Conflict("one_source", _HARM[name], tuple(sides), None, row, as_of.position)
