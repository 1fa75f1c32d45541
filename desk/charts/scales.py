"""Where an axis is marked: round whole numbers from zero, and days, months or years apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

_DAYS = (1, 2, 3, 7, 14)
_MONTHS = (1, 2, 3, 6)
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000)


class Unit(Enum):
    """How exactly a mark of the time axis is written."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class TimeMarks:
    days: tuple[date, ...]
    unit: Unit


def number_marks(top: int, most: int = 6) -> list[int]:
    """Zero and round whole numbers up to ``top``, at most ``most`` steps of 1, 2 or 5 times a power of ten."""
    magnitude = 1
    while True:
        for factor in (1, 2, 5):
            step = factor * magnitude
            if top <= step * most:
                return list(range(0, top + 1, step))
        magnitude *= 10


def time_marks(first: date, last: date, most: int) -> TimeMarks:
    """At least two marks within [first, last] and at most ``most``, but one where both are the same day.

    Every so many days back from the last; over longer times the beginnings of months or years, else both ends.
    """
    span = last.toordinal() - first.toordinal()
    for step in _DAYS:
        if span // step < most:
            ordinals = range(last.toordinal(), first.toordinal() - 1, -step)
            return TimeMarks(tuple(date.fromordinal(day) for day in reversed(ordinals)), Unit.DAY)
    for months in _MONTHS:
        found = tuple(_month_starts(first, last, months))
        if 2 <= len(found) <= most:
            return TimeMarks(found, Unit.MONTH)
    starts = tuple(_month_starts(first, last, 12))
    for years in _YEARS:
        found = tuple(day for day in starts if day.year % years == 0)
        if 2 <= len(found) <= most:
            return TimeMarks(found, Unit.YEAR)
    return TimeMarks((first, last), Unit.DAY)


def _month_starts(first: date, last: date, months: int) -> Iterator[date]:
    """The first day of every so many months, January among them."""
    for count in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        year, month = divmod(count, 12)
        day = date(year, month + 1, 1)
        if day >= first and month % months == 0:
            yield day
