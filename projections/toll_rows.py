"""The rows of answers about tolls: the current figure of each, and every value of one with when it was known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from ledger.domain.values import Count, Reason, Status, TollKey
from projections.lines import (
    Line,
    breakdown_line,
    count_line,
    day_line,
    figure_line,
    key_line,
    moment_line,
    reason_lines,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure known before, and the day it counted to."""

    counted_to: date
    count: Count
    stated_at: datetime
    entry_position: int

    def line(self) -> Line:
        return {
            "counted_to": day_line(self.counted_to),
            **figure_line(self.count),
            "stated_at": moment_line(self.stated_at),
            "entry_position": self.entry_position,
        }


@dataclass(frozen=True, slots=True)
class TollRow:
    """One toll as known at a moment. ``position`` is where the answer was read, ``entry_position`` where the value is.

    ``previous`` is the figure known before, ``reasons`` why it moved to this one, ``change_position`` the entry that
    moved it. ``also_stated`` are other numbers that the source gave for the same day at the same time. ``of_which``
    rows are parts that a larger toll names; ``key_id`` is then that toll's.
    """

    key_id: str
    key: TollKey
    counted_to: date
    count: Count
    status: Status
    stated_at: datetime
    recorded_at: datetime
    position: int
    previous: Figure | None
    reasons: tuple[Reason, ...]
    unexplained: int | None
    entry_position: int
    change_position: int
    version: int
    report_id: str | None
    place_inferred: bool
    of_which: bool
    stale: bool
    also_stated: tuple[Count, ...] = ()

    def line(self) -> Line:
        return {
            "key_id": self.key_id,
            "key": key_line(self.key),
            "counted_to": day_line(self.counted_to),
            **figure_line(self.count),
            "breakdown": breakdown_line(self.count.breakdown),
            "status": self.status.value,
            "stated_at": moment_line(self.stated_at),
            "recorded_at": moment_line(self.recorded_at),
            "position": self.position,
            "previous": self.previous.line() if self.previous else None,
            "reasons": reason_lines(self.reasons),
            "unexplained": self.unexplained,
            "entry_position": self.entry_position,
            "change_position": self.change_position,
            "version": self.version,
            "report_id": self.report_id,
            "place_inferred": self.place_inferred,
            "of_which": self.of_which,
            "also_stated": [count_line(count) for count in self.also_stated],
            "stale": self.stale,
        }


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One value of one counted day, and when it was known on the chosen clock; ``known_until`` null = still.

    ``withdrawn`` says that its day was then taken back, ``withdrawal_reasons`` why. ``report_ids`` are all that say the
    same.
    """

    key_id: str
    counted_to: date
    count: Count
    known_from: datetime
    known_until: datetime | None
    from_position: int
    until_position: int | None
    reasons: tuple[Reason, ...]
    unexplained: int | None
    status: Status
    withdrawn: bool
    withdrawal_reasons: tuple[Reason, ...]
    position: int
    version: int
    entry_kind: str
    stated_at: datetime
    recorded_at: datetime
    report_ids: tuple[str, ...]
    stale: bool

    def line(self) -> Line:
        return {
            "key_id": self.key_id,
            "counted_to": day_line(self.counted_to),
            **figure_line(self.count),
            "breakdown": breakdown_line(self.count.breakdown),
            "known_from": moment_line(self.known_from),
            "known_until": moment_line(self.known_until),
            "from_position": self.from_position,
            "until_position": self.until_position,
            "reasons": reason_lines(self.reasons),
            "unexplained": self.unexplained,
            "status": self.status.value,
            "withdrawn": self.withdrawn,
            "withdrawal_reasons": reason_lines(self.withdrawal_reasons),
            "position": self.position,
            "version": self.version,
            "entry_kind": self.entry_kind,
            "stated_at": moment_line(self.stated_at),
            "recorded_at": moment_line(self.recorded_at),
            "report_ids": list(self.report_ids),
            "stale": self.stale,
        }
