"""What is other at two moments: tolls and incidents added, changed or gone."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import JsonValue
from sqlalchemy import Connection

from projections.incidents import IncidentRow, incident_rows, shown
from projections.lines import Line, casualties_line, count_line, day_line, key_line, named_line, reason_lines, when_line
from projections.moments import AsOf, Audience
from projections.statements import SourceRow
from projections.toll_answers import toll_rows
from projections.toll_rows import TollRow
from projections.tolls import KeyFilter


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that two moments put differently. ``change``: added, changed or gone; ``what``: toll or incident."""

    what: str
    change: str
    id: str
    old: Line | None
    new: Line | None
    why: Line
    positions: tuple[int, int]

    def line(self) -> Line:
        positions: list[JsonValue] = list(self.positions)
        return {
            "what": self.what,
            "change": self.change,
            "id": self.id,
            "old": self.old,
            "new": self.new,
            "why": self.why,
            "positions": positions,
        }


def differences(connection: Connection, before: AsOf, after: AsOf, place_path: str | None) -> list[Difference]:
    """Tolls first, then incidents; what is the same at both moments is left out."""
    positions = (before.position, after.position)
    old_tolls, new_tolls = (
        {row.key_id: row for row in toll_rows(connection, KeyFilter(place_path=place_path), at, Audience.MEMBERS)}
        for at in (before, after)
    )
    old_incidents, new_incidents = (
        {row.incident_id: row for row in incident_rows(connection, at, place_path) if shown(row, Audience.MEMBERS)}
        for at in (before, after)
    )
    found = []
    for key_id in _either(old_tolls, new_tolls):
        was, now = old_tolls.get(key_id), new_tolls.get(key_id)
        old, new = (_toll(row) if row else None for row in (was, now))
        if old != new:
            found.append(Difference("toll", _change(old, new), key_id, old, new, _toll_why(now), positions))
    for incident_id in _either(old_incidents, new_incidents):
        was_, now_ = old_incidents.get(incident_id), new_incidents.get(incident_id)
        old, new = (_incident(row) if row else None for row in (was_, now_))
        if old != new:
            why = _incident_why(now_)
            found.append(Difference("incident", _change(old, new), incident_id, old, new, why, positions))
    return found


def _either(
    old: dict[str, TollRow] | dict[str, IncidentRow], new: dict[str, TollRow] | dict[str, IncidentRow]
) -> list[str]:
    return list(dict.fromkeys([*old, *new]))


def _change(old: Line | None, new: Line | None) -> str:
    return "added" if old is None else "gone" if new is None else "changed"


def _toll(row: TollRow) -> Line:
    count = count_line(row.count) or {}
    return {"key": key_line(row.key), "counted_to": day_line(row.counted_to), **count, "status": row.status.value}


def _toll_why(row: TollRow | None) -> Line:
    if row is None:
        return {}
    return {
        "reasons": reason_lines(row.reasons),
        "unexplained": row.unexplained,
        "entry_position": row.change_position,
        "report_id": row.report_id,
    }


def _incident(row: IncidentRow) -> Line:
    facts = row.facts
    return {
        "kind": row.kind,
        "place": named_line(facts.place),
        "occurred": when_line(facts.occurred),
        "perpetrator": named_line(facts.perpetrator),
        "casualties": casualties_line(facts.casualties),
        "sources": row.sources,
        "figures_by_source": {it.source: _figures(it) for it in row.by_source},
        "status": row.status.value,
    }


def _figures(source: SourceRow) -> Line | None:
    return None if source.casualties is None else casualties_line(source.casualties)


def _incident_why(row: IncidentRow | None) -> Line:
    return {} if row is None else {"entry_position": row.entry_position, "report_id": row.report_id}
