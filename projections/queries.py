"""The one door to the read models: every answer is read in one snapshot, at one position, which it carries.

Old answers are look-ups of rows that carry the position they are known from; nothing is replayed for them, but in
``explain`` and ``steps``, which go through the log itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, select

from ledger.domain.values import Place
from ledger.errors import NoSuchStream, NothingToReview
from ledger.log import Log
from projections import differences, pages, tables
from projections.changes import ChangeRow, change_rows
from projections.comparing import Comparing
from projections.differences import Difference
from projections.digest import digest_of
from projections.explanations import Explanation, explanation_of
from projections.follower import NAME
from projections.incidents import IncidentRow, one_incident, shown, was_public, where_it_leads
from projections.moments import AsOf, Audience, Clock, moment_of
from projections.pictures import Picture, picture_of
from projections.queue_rows import QueueItem, place_of_item, queue_items, queue_length
from projections.reports import MemberRow, ReportRow, member_rows, report_row, reports_by
from projections.row_digests import RowKnown, rows_known
from projections.rows import Paths, place_path
from projections.staleness import stale_streams
from projections.steps import Step, steps_of
from projections.sums import Sum, sum_of
from projections.toll_answers import history_rows, known_keys, toll_rows
from projections.toll_rows import HistoryRow, TollRow
from projections.tolls import KeptKey, KeyFilter
from projections.waiting import Waiting, waiting


class Queries(Comparing):
    """Questions to the read models on ``engine`` (plain snapshots). Thread-safe; holds nothing."""

    def __init__(self, engine: Engine, log: Log, paths: Paths) -> None:
        super().__init__(engine)
        self._source = log
        self._paths = paths

    def position(self) -> int:
        """Where the read models stand."""
        with self._reading() as connection:
            return _reached(connection)

    def moment(self, as_of: str | None = None, at: str | None = None, clock: Clock = Clock.RECORDED) -> AsOf:
        """The moment that ``--as-of``, ``--at`` and ``--clock`` name, or now.

        Raises ``UnclearMoment`` or ``UnknownPosition``.
        """
        return moment_of(self._source, self.position(), as_of, at, clock)

    def place_path(self, place: Place | None) -> str:
        """What ``KeyFilter.place_path`` and ``picture`` call a place: ``sy/…/``, ``~words/``, empty for none."""
        return place_path(place, self._paths)

    def toll_keys(self, wanted: KeyFilter, as_of: AsOf, audience: Audience = Audience.MEMBERS) -> list[KeptKey]:
        """Keys that match and of which this audience is told something, in the order they were opened."""
        with self._reading() as connection:
            return known_keys(connection, wanted, as_of, audience)

    def tolls(self, wanted: KeyFilter, as_of: AsOf, audience: Audience = Audience.MEMBERS) -> list[TollRow]:
        """The current figure of each toll that matches, then of each part of another that matches by group."""
        with self._reading() as connection:
            return toll_rows(connection, wanted, as_of, audience)

    def history(self, key_id: str, as_of: AsOf, audience: Audience = Audience.MEMBERS) -> list[HistoryRow]:
        """Every value ever of a toll, by counted day; at a moment asked for, one of each day as known then.

        Raises ``NoSuchStream``.
        """
        with self._reading() as connection:
            return history_rows(connection, key_id, as_of, audience)

    def sum(self, key_ids: list[str], as_of: AsOf, audience: Audience = Audience.MEMBERS) -> Sum:
        """The sum of tolls that were declared disjoint by the moment.

        Raises ``SumUndeclared``, ``SumUnlike`` or ``SumPartUnknown``.
        """
        with self._reading() as connection:
            return sum_of(connection, key_ids, as_of, audience)

    def picture(self, place_path: str | None, as_of: AsOf, audience: Audience = Audience.MEMBERS) -> Picture:
        """Incidents newest first, claims noted, and tolls, of a place and what lies in it; null = everywhere."""
        with self._reading() as connection:
            return picture_of(connection, place_path, as_of, audience)

    def each_toll(self, wanted: KeyFilter, as_of: AsOf, audience: Audience) -> Iterator[tuple[int, TollRow]]:
        """As ``tolls`` without parts, page by page, each with the position at which its toll was opened."""
        return pages.tolls(self._reading, wanted, as_of, audience)

    def each_history(self, wanted: KeyFilter, as_of: AsOf, audience: Audience) -> Iterator[tuple[int, pages.Course]]:
        """The history of every toll that matches, page by page, in the order they were opened."""
        return pages.histories(self._reading, wanted, as_of, audience)

    def each_incident(
        self, place_path: str | None, as_of: AsOf, audience: Audience
    ) -> Iterator[tuple[int, IncidentRow]]:
        """As ``picture`` has incidents, page by page, in the order they were recorded."""
        return pages.incidents(self._reading, place_path, as_of, audience)

    def incident(self, incident_id: str, as_of: AsOf, audience: Audience = Audience.MEMBERS) -> IncidentRow:
        """One incident, also a closed one; the public is told what became of what it had been told.

        Raises ``NoSuchStream``.
        """
        with self._reading() as connection:
            row = one_incident(connection, incident_id, as_of, audience)
            if row is not None and (audience is Audience.MEMBERS or shown(row, audience)):
                return row
            if row is not None and was_public(connection, [incident_id], as_of.position):
                return row
        raise NoSuchStream(f"incident {incident_id}")

    def standing(self, incident_id: str, as_of: AsOf) -> str:
        """The incident that an id stands for at the moment: itself, or what it was merged into in the end."""
        with self._reading() as connection:
            return (where_it_leads(connection, incident_id, as_of) or [incident_id])[-1]

    def incident_sources(self) -> list[str]:
        """Every source that was the first to tell of an incident, by name."""
        with self._reading() as connection:
            column = tables.incident_versions.c.source
            return sorted(connection.execute(select(column).distinct()).scalars())

    def rows_known(self, incident_ids: list[str]) -> dict[str, RowKnown]:
        """By incident, the rows of published data sets that are recorded, as their publishers last put them."""
        with self._reading() as connection:
            return rows_known(connection, incident_ids)

    def explain(self, any_id: str, as_of: AsOf) -> Explanation:
        """The entries behind ``T-…``, ``T-…/VERSION``, ``I-…`` or ``R-…``, people by role. Raises ``NoSuchStream``."""
        with self._reading() as connection:
            return explanation_of(connection, self._source, any_id, as_of)

    def steps(self, key_id: str, as_of: AsOf) -> list[Step]:
        """A toll replayed entry by entry. Raises ``NoSuchStream``."""
        with self._reading() as connection:
            return steps_of(connection, self._source, key_id, as_of)

    def changes(self, since: int, as_of: AsOf, audience: Audience = Audience.MEMBERS) -> list[ChangeRow]:
        """The corrections behind position ``since``, in order."""
        with self._reading() as connection:
            return change_rows(connection, since, as_of, audience)

    def difference(self, before: AsOf, after: AsOf, place_path: str | None = None) -> list[Difference]:
        """Tolls and incidents that two moments put differently."""
        with self._reading() as connection:
            return differences.differences(connection, before, after, place_path)

    def queue(
        self, as_of_position: int | None = None, include_closed: bool = False, *, excluding: str | None = None
    ) -> list[QueueItem]:
        """What waits for review, oldest first; without what the member ``excluding`` may not decide."""
        with self.queue_pages(as_of_position, include_closed, excluding=excluding) as items:
            return list(items)

    @contextmanager
    def queue_pages(
        self,
        as_of_position: int | None = None,
        include_closed: bool = False,
        *,
        excluding: str | None = None,
        after: str | None = None,
    ) -> Iterator[Iterator[QueueItem]]:
        """As ``queue``, item by item in one snapshot, behind the item ``after``. Raises ``NothingToReview``."""
        with self._reading() as connection:
            position = _reached(connection) if as_of_position is None else as_of_position
            behind = 0 if after is None else _place(connection, after)
            yield queue_items(connection, position, include_closed=include_closed, excluding=excluding, after=behind)

    def queue_length(self, include_closed: bool = False, *, after: str | None = None) -> int:
        """How much waits behind an item, whoever may decide it."""
        with self._reading() as connection:
            behind = 0 if after is None else _place(connection, after)
            return queue_length(connection, _reached(connection), include_closed=include_closed, after=behind)

    def waiting(self, since: int = 0) -> Waiting:
        """How much waits for a reviewer, of what was recorded behind a position."""
        with self._reading() as connection:
            return waiting(connection, since)

    def report(self, report_id: str) -> ReportRow:
        """One report and what came of it. Raises ``NoSuchStream``."""
        with self._reading() as connection:
            return report_row(connection, report_id, _reached(connection))

    def reports_of(self, member_id: str, limit: int) -> list[ReportRow]:
        """The newest reports of a member, newest first."""
        with self._reading() as connection:
            return reports_by(connection, member_id, limit, _reached(connection))

    def members(self) -> list[MemberRow]:
        """Everyone known, by id and role."""
        with self._reading() as connection:
            return member_rows(connection)

    def stale(self) -> dict[str, str]:
        """Streams whose numbers are held back by an event that could not be folded, with the cause."""
        with self._reading() as connection:
            return stale_streams(connection)

    def digest(self, as_of: AsOf) -> str:
        """SHA-256, in hex, of the whole picture and toll state at the moment."""
        with self._reading() as connection:
            return digest_of(connection, as_of)


def _reached(connection: Connection) -> int:
    query = select(tables.follower.c.position).where(tables.follower.c.name == NAME)
    return connection.execute(query).scalar_one_or_none() or 0


def _place(connection: Connection, item_id: str) -> int:
    found = place_of_item(connection, item_id)
    if found is None:
        raise NothingToReview(item_id)
    return found
