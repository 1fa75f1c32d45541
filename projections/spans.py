"""From when to when each value of a counted day was known, on either clock.

On the recorded clock a value is known from its entry (for the public: from the review that let it count) until
another entry of the day that was stated later, a withdrawal, or its own rejection. On the stated clock it is known
from when its source said it until the source said something else. Saying the same again ends nothing.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from ledger.domain.values import COUNTING, Count, Status
from projections.moments import AsOf, Audience, Clock
from projections.toll_entries import TollEntry


@dataclass(frozen=True, slots=True)
class Edge:
    """Where a span begins or ends: microseconds on the chosen clock, and the position of the entry behind it."""

    at: int
    position: int


@dataclass(frozen=True, slots=True)
class Span:
    """One value of one counted day while it was known; ``end`` null = still. ``said`` are its statements in order.

    ``withdrawal`` is the entry that took its day back, where that ended it. Of a value that never counted, start and
    end are the same.
    """

    said: tuple[TollEntry, ...]
    start: Edge
    end: Edge | None
    withdrawal: TollEntry | None = None

    @property
    def first(self) -> TollEntry:
        return self.said[0]

    @property
    def value(self) -> TollEntry:
        """The statement that stands for all: the last that was reviewed, else the last."""
        standing = [entry for entry in self.said if entry.status is not Status.REJECTED] or list(self.said)
        reviewed = [entry for entry in standing if entry.status in COUNTING]
        return (reviewed or standing)[-1]

    @property
    def count(self) -> Count:
        """The count, with the breakdown that one of its statements gave."""
        count = self.value.count
        if count.breakdown or len(self.said) == 1:
            return count
        given = next((said.count.breakdown for said in reversed(self.said) if said.count.breakdown), ())
        return count.model_copy(update={"breakdown": given})


@dataclass(frozen=True, slots=True)
class _Tick:
    """At this edge an entry comes into view of the audience, or goes out of it."""

    edge: Edge
    entry: TollEntry
    shown: bool


def spans(entries: list[TollEntry], as_of: AsOf, audience: Audience) -> list[Span]:
    """All spans of one key, by counted day and then by start."""
    by_day: dict[date, list[TollEntry]] = defaultdict(list)
    for entry in entries:
        by_day[entry.counted_to].append(entry)
    return [span for day in sorted(by_day) for span in _of_day(by_day[day], as_of, audience)]


def _of_day(entries: list[TollEntry], as_of: AsOf, audience: Audience) -> list[Span]:
    if as_of.clock is Clock.RECORDED:
        ticks = sorted(_recorded_ticks(entries, audience), key=lambda tick: tick.edge.position)
    else:
        ticks = [_Tick(Edge(entry.stated_at, entry.position), entry, entry.shown(audience)) for entry in entries]
    swept = _swept(ticks)
    known = {entry.position for span in swept for entry in span.said}
    never = {tick.entry.position: tick for tick in reversed(ticks) if _speaks(tick, audience)}
    for position, tick in never.items():
        if position not in known:
            swept.append(Span((tick.entry,), tick.edge, tick.edge))
    return sorted(swept, key=lambda span: (span.start.at, span.start.position))


def _speaks(tick: _Tick, audience: Audience) -> bool:
    """Whether a value is on record for this audience, though it may never have counted."""
    return not tick.entry.withdrawn and (tick.shown or audience is Audience.MEMBERS)


def _recorded_ticks(entries: list[TollEntry], audience: Audience) -> list[_Tick]:
    """One tick for each entry, and one for each review that changed whether it is shown."""
    ticks = []
    for entry in entries:
        before: bool | None = None
        for standing in entry.standings:
            shown = standing.shown(Audience.MEMBERS if entry.withdrawn else audience)
            if shown != before:
                ticks.append(_Tick(Edge(standing.recorded_at, standing.position), entry, shown))
            before = shown
    return ticks


def _swept(ticks: list[_Tick]) -> list[Span]:
    """The spans of the value that counts after each tick: the last stated of those in view."""
    found: list[Span] = []
    view: dict[int, TollEntry] = {}
    said: dict[int, TollEntry] = {}  # by position, in the order in which they came to count
    start = Edge(0, 0)
    for tick in ticks:
        if tick.shown:
            view[tick.entry.position] = tick.entry
        else:
            view.pop(tick.entry.position, None)
        counts = max(view.values(), key=lambda entry: entry.order, default=None)
        goes_on = counts is not None and not counts.withdrawn and (counts.position in said or _again(counts, said))
        if said and not goes_on:
            withdrawal = counts if counts is not None and counts.withdrawn else None
            found.append(Span(tuple(said.values()), start, tick.edge, withdrawal))
            said = {}
        if counts is not None and not counts.withdrawn and counts.position not in said:
            start = start if said else tick.edge
            said[counts.position] = counts
    return [*found, Span(tuple(said.values()), start, None)] if said else found


def _again(entry: TollEntry, said: dict[int, TollEntry]) -> bool:
    return bool(said) and entry.says_as(next(reversed(said.values())))
