"""The arithmetic of days that all readings of times share."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta


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


def end_of_month(day: date) -> date:
    """The last day of a day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def shifted(day: date, days: int) -> date:
    """The day so many days on, or the day itself at the ends of the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day
