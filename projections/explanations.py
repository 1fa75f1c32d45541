"""What lies behind a number: the entries in order, their reports and reasons, and who made them, by role."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import JsonValue
from sqlalchemy import Connection, select

from ledger.domain import events
from ledger.domain.values import Role, TollKey
from ledger.errors import NoSuchStream
from ledger.log import Log, Recorded
from projections import tables
from projections.entries import Entry, entry_of
from projections.incidents import where_it_leads
from projections.lines import Line, key_line
from projections.moments import AsOf

_STREAMS = {"T-": "toll", "I-": "incident", "R-": "report"}


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why something stands as it does. ``what``: toll, value, incident or report; entries in the order of recording.

    ``leads_to`` are other ids to look at: what came of a report, or what an incident was merged into.
    """

    id: str
    what: str
    position: int
    key: TollKey | None
    entries: tuple[Entry, ...]
    report_ids: tuple[str, ...]
    leads_to: tuple[str, ...]

    def line(self) -> Line:
        entries: list[JsonValue] = [entry.line() for entry in self.entries]
        return {
            "id": self.id,
            "what": self.what,
            "position": self.position,
            "key": key_line(self.key) if self.key else None,
            "entries": entries,
            "report_ids": list(self.report_ids),
            "leads_to": list(self.leads_to),
        }


def explanation_of(connection: Connection, log: Log, any_id: str, as_of: AsOf) -> Explanation:
    """The entries behind a toll (``T-…``), one of its values (``T-…/3``), an incident or a report.

    Raises ``NoSuchStream`` for an id that stands for nothing by the moment.
    """
    stream_id, _, version = any_id.partition("/")
    what = _STREAMS.get(stream_id[:2])
    recorded = stream_by(log, stream_id, as_of) if what else []
    if what is None or not recorded or (version and not _is_version(version, recorded)):
        raise NoSuchStream(f"entry {any_id}")
    opened = next((it.event.key for it in recorded if isinstance(it.event, events.TollOpened)), None)
    chosen = recorded
    if version:
        what, chosen = "value", _about(recorded, int(version))
    leads_to: tuple[str, ...] = ()
    if what == "report":
        leads_to = came_of(connection, stream_id, as_of.position)
        chosen = sorted([*recorded, *_from_report(log, stream_id, leads_to, as_of)], key=lambda it: it.position)
    roles = Roles(connection)
    entries = [entry_of(it, roles.at(it.member_id, it.position)) for it in chosen]
    if what == "incident":
        named = (other for it in entries for other in it.said.refers_to if isinstance(other, str))
        leads_to = tuple(dict.fromkeys([*named, *where_it_leads(connection, stream_id, as_of)]))
    reports = dict.fromkeys(it.report_id for it in entries if it.report_id)
    return Explanation(any_id, what, as_of.position, opened, tuple(entries), tuple(reports), leads_to)


def stream_by(log: Log, stream_id: str, as_of: AsOf) -> list[Recorded]:
    """The events of a stream by the moment's position. Raises ``EventUnreadable``."""
    return [it for it in log.stream(stream_id) if it.position <= as_of.position]


class Roles:
    """Who held which role when: answers name people by the strongest role they held at a position."""

    def __init__(self, connection: Connection) -> None:
        table = tables.member_roles
        self._held: dict[str, list[tuple[int, str]]] = {}
        for row in connection.execute(select(table).order_by(table.c.position)):
            self._held.setdefault(row.member_id, []).append((row.position, row.role))

    def at(self, member_id: str, position: int) -> str:
        """The role at a position; a reader's, where none."""
        held = [role for since, role in self._held.get(member_id, ()) if since <= position]
        return held[-1] if held else Role.READER.value


def came_of(connection: Connection, report_id: str, position: int) -> tuple[str, ...]:
    """Ids of the tolls and incidents that a report speaks of, in the order in which it was recorded."""
    toll, incident, moved = tables.toll_entries.c, tables.incident_statements.c, tables.revisions.c
    found: dict[str, int] = {}
    for stream_id, at, by in (
        (toll.key_id, toll.position, toll.report_id),
        (incident.incident_id, incident.position, incident.report_id),
        (moved.stream_id, moved.position, moved.report_id),
    ):
        query = select(stream_id, at).where(by == report_id, at <= position).order_by(at)
        for found_id, found_at in connection.execute(query):
            found[found_id] = min(found_at, found.get(found_id, found_at))
    return tuple(sorted((it for it in found if it != report_id), key=lambda it: found[it]))


def _is_version(version: str, recorded: list[Recorded]) -> bool:
    return version.isascii() and version.isdigit() and any(it.version == int(version) for it in recorded)


def _about(recorded: list[Recorded], version: int) -> list[Recorded]:
    """The entry at a version and those that speak of it; for an accepted fall also its proposal."""
    itself = next(it for it in recorded if it.version == version)
    refers = {version, *(other for other in entry_of(itself, "").said.refers_to if isinstance(other, int))}
    return [it for it in recorded if it.version in refers or refers.intersection(entry_of(it, "").said.refers_to)]


def _from_report(log: Log, report_id: str, ids: tuple[str, ...], as_of: AsOf) -> list[Recorded]:
    found = [it for stream_id in ids for it in stream_by(log, stream_id, as_of)]
    return [it for it in found if entry_of(it, "").report_id == report_id]
