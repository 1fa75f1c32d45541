"""The current figure of a toll at a moment: the value of its latest counted day, and what was known before it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from ledger.domain.values import COUNTING
from projections.moments import AsOf, Audience, Clock
from projections.toll_entries import Mark

_REVIEWED = frozenset(status.value for status in COUNTING)


@dataclass(frozen=True, slots=True)
class Headline:
    """``change`` is the entry that brought the present figure: a value, or the withdrawal of a later day.

    ``course`` are the values that were current one after the other, the present one last. ``run`` are the
    statements of the figure for its day, the latest first, to look for a breakdown in. ``rivals`` give another number
    for the same day and were stated at the same time.
    """

    value: Mark
    change: Mark
    previous: Mark | None
    run: tuple[Mark, ...]
    course: tuple[Mark, ...]
    rivals: tuple[Mark, ...] = ()


def headline(marks: list[Mark], as_of: AsOf, audience: Audience) -> Headline | None:
    """The current figure of one key, or null where no day has a value. Rejected values are as if never said.

    ``marks`` come in the order in which sources spoke; on the recorded clock they became known by position.
    """
    shown = [mark for mark in marks if mark.shown(audience)]
    told = sorted(shown, key=attrgetter("position")) if as_of.clock is Clock.RECORDED else shown
    days: dict[date, Mark] = {}
    course: list[Mark] = []
    change: Mark | None = None
    latest: date | None = None
    gone = False  # every day was taken back: what is said next is news, though it be the number known before
    for mark in told:
        day = mark.counted_to
        if day in days and mark.order < days[day].order:
            continue
        days[day] = mark
        latest = _latest(days, latest, mark)
        current = days[latest] if latest else None
        if current is None:
            gone = True
            continue
        if not gone and course and course[-1] is current:
            continue
        if gone or not course or course[-1].number != current.number:
            change = mark
        course.append(current)
        gone = False
    if latest is None or change is None:
        return None
    run = _run(days[latest], shown)
    value = next((mark for mark in run if mark.status in _REVIEWED), run[0])
    previous = next((old for old in reversed(course) if old.number != value.number), None)
    return Headline(value, change, previous, run, tuple(course), _rivals(value, shown))


def _rivals(value: Mark, shown: list[Mark]) -> tuple[Mark, ...]:
    """One source giving two numbers for one day at one time: neither is silently the one."""
    same_time = (mark for mark in shown if (mark.counted_to, mark.stated_at) == (value.counted_to, value.stated_at))
    return tuple(mark for mark in same_time if not mark.withdrawn and mark.number != value.number)


def _latest(days: dict[date, Mark], latest: date | None, mark: Mark) -> date | None:
    if not mark.withdrawn:
        return mark.counted_to if latest is None else max(latest, mark.counted_to)
    if latest != mark.counted_to:
        return latest
    return max((day for day, value in days.items() if not value.withdrawn), default=None)


def _run(value: Mark, shown: list[Mark]) -> tuple[Mark, ...]:
    """The unbroken run of statements of the value's figure for its day, the latest first.

    A reviewed one among them stands for all: an unreviewed report that says the same again does not undo a review.
    """
    run: list[Mark] = []
    for mark in reversed(shown):
        if mark.counted_to != value.counted_to or mark.order > value.order:
            continue
        if mark.withdrawn or mark.figure != value.figure:
            break
        run.append(mark)
    return tuple(run)
