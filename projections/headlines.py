"""The current figure of a toll at a moment: the value of its latest counted day, and what was known before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ledger.domain.values import COUNTING, GroupCount
from projections.moments import AsOf, Audience, Clock
from projections.tolls import TollEntry


@dataclass(frozen=True, slots=True)
class Headline:
    """``change`` is the entry that brought the present figure: a value, or the withdrawal of a later day.

    ``course`` are the values that were current one after the other, the present one last.
    """

    value: TollEntry
    change: TollEntry
    previous: TollEntry | None
    breakdown: tuple[GroupCount, ...]
    course: tuple[TollEntry, ...]


def headline(entries: list[TollEntry], as_of: AsOf, audience: Audience) -> Headline | None:
    """The current figure of one key, or null where no day has a value. Rejected values are as if never said."""
    shown = [entry for entry in entries if entry.shown(audience)]
    told = sorted(shown, key=(lambda it: it.position) if as_of.clock is Clock.RECORDED else (lambda it: it.order))
    days: dict[date, TollEntry] = {}
    orders: dict[date, tuple[int, int]] = {}
    course: list[TollEntry] = []
    change: TollEntry | None = None
    latest: date | None = None
    for entry in told:
        day = entry.counted_to
        if day in orders and entry.order < orders[day]:
            continue
        orders[day] = entry.order
        if day in days and _adds_nothing(entry, days[day]):
            continue
        days[day] = entry
        latest = _latest(days, latest, entry)
        current = days[latest] if latest else None
        if current is None or (course and course[-1] is current):
            continue
        if not course or course[-1].figure != current.figure:
            change = entry
        course.append(current)
    if latest is None or change is None:
        return None
    value = days[latest]
    previous = next((old for old in reversed(course) if old.figure != value.figure), None)
    return Headline(value, change, previous, _breakdown(value, shown), tuple(course))


def _adds_nothing(entry: TollEntry, standing: TollEntry) -> bool:
    """Whether an unreviewed report says a reviewed figure again: what somebody has reviewed stays so."""
    if entry.withdrawn or standing.withdrawn or entry.figure != standing.figure:
        return False
    return entry.status not in COUNTING and standing.status in COUNTING


def _latest(days: dict[date, TollEntry], latest: date | None, entry: TollEntry) -> date | None:
    if not entry.withdrawn:
        return entry.counted_to if latest is None else max(latest, entry.counted_to)
    if latest != entry.counted_to:
        return latest
    return max((day for day, value in days.items() if not value.withdrawn), default=None)


def _breakdown(value: TollEntry, shown: list[TollEntry]) -> tuple[GroupCount, ...]:
    """The value's breakdown, else that of an earlier statement of the same figure for the same day."""
    return next((said.count.breakdown for said in _same(value, shown) if said.count.breakdown), ())


def _same(value: TollEntry, shown: list[TollEntry]) -> Iterator[TollEntry]:
    """The unbroken run of statements of the value's figure for its day, the latest first."""
    for said in reversed(shown):
        if said.counted_to != value.counted_to:
            continue
        if said.withdrawn or said.figure != value.figure:
            return
        yield said
