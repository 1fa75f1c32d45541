"""What every export asks: reviewed values only, as of one moment, streamed; and what it says of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from pydantic import JsonValue

from desk.desk import Desk
from desk.exports.hours import Timed, to_the_hour
from desk.telling.answers import CAVEAT
from ledger.domain.events import CODEBOOK
from ledger.domain.values import folded
from projections.changes import ChangeRow
from projections.incidents import IncidentRow
from projections.moments import AsOf, Audience
from projections.toll_rows import HistoryRow, TollRow
from projections.tolls import KeptKey, KeyFilter

Progress = Callable[[str, int, int], None]
"""Told what is being done, how far it is, and of how much."""

_Row = TypeVar("_Row")

RESTRICTED = frozenset({"ACLED"})
"""Data sets whose terms do not let others redistribute them: left out, unless whoever exports has leave and says so."""


@dataclass(slots=True)
class Export:
    """One export of an open home, as of a moment, of a place (null = everywhere); the log itself is not for the public.

    Everything is read at one position and page by page: a million rows need no more memory than a thousand.
    """

    desk: Desk
    as_of: AsOf
    place_path: str | None
    progress: Progress
    audience: Audience = Audience.PUBLIC
    restricted: bool = False
    """Whether incidents go out that their publisher does not let others redistribute."""

    rows: int = 0
    """How many rows have been written."""

    left_out: int = 0
    """How many incidents were not, for their publisher's terms."""

    @property
    def about(self) -> dict[str, JsonValue]:
        """What an export says of itself, for formats that have a place for it."""
        until = self.as_of.stated_until
        return {
            "position": self.as_of.position,
            "root": self.desk.log.root_at(self.as_of.position).hex(),
            "codebook": CODEBOOK,
            "clock": self.as_of.clock.value,
            "stated_until": until.isoformat() if until else None,
            "audience": self.audience.value,
            "caveat": CAVEAT,
        }

    @property
    def words(self) -> str:
        """The same in one line, for a person."""
        until = self.as_of.stated_until
        said = f" of what sources had said by {until.isoformat()}" if until else ""
        only = ", reviewed values only" if self.audience is Audience.PUBLIC else ""
        out = f" Left out for their publisher's terms: {self.left_out} incidents." if self.left_out else ""
        return f"Read at @{self.as_of.position}{said}, code book {CODEBOOK}{only}. {CAVEAT}{out}"

    def tolls(self) -> Iterator[TollRow]:
        """The current figure of each toll, in the order in which they were opened."""
        wanted = KeyFilter(place_path=self.place_path)
        for row in self._told("tolls", self.desk.queries.each_toll(wanted, self.as_of, self.audience)):
            yield self._timed(row, row.key.source)

    def histories(self) -> Iterator[tuple[KeptKey, list[HistoryRow]]]:
        """Each toll with its values: every value ever, or one of each counted day where a moment was asked for."""
        wanted = KeyFilter(place_path=self.place_path)
        for kept, rows in self._told("histories", self.desk.queries.each_history(wanted, self.as_of, self.audience)):
            yield kept, [self._timed(row, kept.key.source) for row in rows]

    def incidents(self) -> Iterator[IncidentRow]:
        """Each incident that stands, in the order in which they were recorded, but those that may not go on."""
        found = self.desk.queries.each_incident(self.place_path, self.as_of, self.audience)
        for row in self._told("incidents", found):
            if row.facts.record is not None and row.facts.record.dataset in RESTRICTED and not self.restricted:
                self.left_out += 1
            else:
                yield self._timed(row, row.facts.stated.source)

    def changes(self) -> Iterator[ChangeRow]:
        """Everything that was corrected, but of incidents that may not go on."""
        found = self.desk.queries.changes(0, self.as_of, self.audience)
        known = self.desk.queries.rows_known(sorted({row.id for row in found if row.id.startswith("I-")}))
        kept_here = {it for it, row in known.items() if row.dataset in RESTRICTED and not self.restricted}
        self.left_out += len(kept_here)
        ours = self.desk.settings.field_source
        of_others = {it.key_id: it.key.source for it in self.desk.queries.toll_keys(KeyFilter(), self.as_of)}
        for row in found:
            if row.id not in kept_here:
                yield self._timed(row, of_others.get(row.id, ours))

    def counted(self, rows: Iterable[_Row]) -> Iterator[_Row]:
        """Rows on their way out."""
        for row in rows:
            self.rows += 1
            yield row

    def _timed(self, row: Timed, source: str) -> Timed:
        """A row as this audience may know its times."""
        if self.audience is not Audience.PUBLIC:
            return row
        by_monitor = folded(source) == folded(self.desk.settings.field_source)
        return to_the_hour(row, by_monitor=by_monitor, clock=self.as_of.clock)

    def _told(self, what: str, pages: Iterator[tuple[int, _Row]]) -> Iterator[_Row]:
        """Rows with the position up to which they have been read; the progress is how far that is."""
        for position, row in pages:
            self.progress(what, position, self.as_of.position)
            yield row
