"""One toll entry by entry, replayed from the log itself: what was known of a day before and after each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from ledger.domain.toll import NoToll, TollState, evolve
from ledger.domain.values import Count
from ledger.errors import NoSuchStream
from ledger.log import Log, Recorded
from projections.entries import Entry, entry_of
from projections.explanations import Roles, stream_by
from projections.lines import Line, count_line, day_line
from projections.moments import AsOf


@dataclass(frozen=True, slots=True)
class Step:
    """What one entry did: ``old`` is what was known before it for its counted day or the nearest earlier one, ``new``
    what is known for the day after it.

    ``latest_day`` and ``toll`` are the current figure after it; null where no day has a value.
    """

    entry: Entry
    counted_to: date | None
    old: Count | None
    new: Count | None
    latest_day: date | None
    toll: Count | None

    def line(self) -> Line:
        return {
            **self.entry.line(),
            "counted_to": day_line(self.counted_to),
            "asked": self.entry.said.new if self.entry.said.status == "waiting" else None,
            "old": count_line(self.old),
            "new": count_line(self.new),
            "latest_day": day_line(self.latest_day),
            "toll": count_line(self.toll),
        }


def steps_of(connection: Connection, log: Log, key_id: str, as_of: AsOf) -> list[Step]:
    """Each entry of a toll up to the moment. Raises ``NoSuchStream``, or ``EventUnreadable`` for a broken one."""
    recorded = stream_by(log, key_id, as_of) if key_id.startswith("T-") else []
    if not recorded:
        raise NoSuchStream(f"toll {key_id}")
    found, state, roles = [], _State(), Roles(connection)
    for it in recorded:
        entry = entry_of(it, roles.at(it.member_id, it.position))
        if entry.stated_at is not None and as_of.stated_until is not None and entry.stated_at > as_of.stated_until:
            continue
        found.append(state.step(it, entry))
    return found


class _State:
    """The toll as it stands while its entries are gone through."""

    def __init__(self) -> None:
        self._state: TollState = NoToll()
        self._days: dict[int, date] = {}

    def step(self, recorded: Recorded, entry: Entry) -> Step:
        day = entry.said.counted_to or next(
            (self._days[other] for other in entry.said.refers_to if isinstance(other, int) and other in self._days),
            None,
        )
        if day is not None:
            self._days[recorded.version] = day
        old = self._known_by(day)
        self._state = evolve(self._state, recorded.event, recorded.version, recorded.member_id)
        latest = None if isinstance(self._state, NoToll) else self._state.latest_day
        return Step(entry, day, old, self._known(day), latest, self._known(latest))

    def _known_by(self, day: date | None) -> Count | None:
        """What was known of a day, or of the nearest earlier one: what a value of it follows."""
        if day is None or isinstance(self._state, NoToll):
            return None
        known = self._state.known_for(day)
        return known.count if known else None

    def _known(self, day: date | None) -> Count | None:
        if day is None or isinstance(self._state, NoToll) or day not in self._state.days:
            return None
        return self._state.days[day].count
