"""A time expression of a report, and the arithmetic of days that all readings of them share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ledger.domain.values import Precision


@dataclass(frozen=True, slots=True)
class Moment:
    """A time expression at ``start``..``end`` of the folded text; ``is_since`` = a period begins there."""

    start: int
    end: int
    first: date | None = None
    last: date | None = None
    precision: Precision = Precision.UNKNOWN
    is_since: bool = False
    is_window: bool = False  # "in the past 24 hours", "in August": what is counted, not when it struck
    same_period: bool = False
    flags: tuple[str, ...] = ()


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or ``None`` where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def latest(month: int, day: int, published: date | None) -> date | None:
    """The latest such day that is not after publication."""
    if published is None:
        return None
    this_year = day_of(published.year, month, day)
    return this_year if this_year and this_year <= published else day_of(published.year - 1, month, day)


def shifted(day: date, days: int) -> date:
    """The day so many days on, or the day itself at the ends of the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day
