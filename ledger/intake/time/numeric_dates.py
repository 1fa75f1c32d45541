"""Days written in figures: "2018-07-19", "19/7/2018", "2018/7/19", "19-Jul-2018", "19/تموز/2018", "since 19/7"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ledger.domain.values import Precision
from ledger.intake.time.calendar import MONTHS
from ledger.intake.time.cued import Passage, cued
from ledger.intake.time.days import day_of, latest
from ledger.intake.time.hijri import ERA, EVEN, FLAG, gregorian
from ledger.intake.time.moment import Moment

_MONTH = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_YEAR = r"(?:(?:19|20)\d\d|1[34]\d\d)"
_SINCE = re.compile(r"(?:since |from |منذ |اعتبارا من |ابتداء من )(?:on |يوم )?$")
_FAR = 25  # code points that may lead to a day
_ARABIC = re.compile("[\u0621-\u064a]")
_WRITTEN = re.compile(
    r"(?<![\w./-])(?:"
    rf"(?P<y1>{_YEAR})(?P<s1>[/.-])(?P<m1>\d\d?)(?P=s1)(?P<d1>\d\d?)"
    rf"|(?P<d2>\d\d?)(?P<s2> ?[/.-] ?)(?:(?P<m2>\d\d?)|(?P<n2>{_MONTH}))(?P=s2)(?P<y2>{_YEAR}|\d\d(?![\d.,]))"
    rf")(?![\d/-]){ERA}{EVEN}"
)
_TOLD_DAY = cued(
    ("/",),
    r"(?:(?<!\w)(?P<lead>(?:منذ|بتاريخ|في|من|الي|حتي|ليوم|يوم) |"
    r"\b(?:(?:ever )?since|dated|on|from|until|till|to|as of|by) ))"
    r"(?:ال)?(?:يوم )?(?P<d>\d\d?) ?(?P<s>/) ?(?P<m>\d\d?)(?![\d/]|[.,]\d| (?:people|of|days|hours|\w+ basis))",
)
_SINCE_LEADS = ("since ", "ever since ", "منذ ")
_TOLD_LEADS = ("dated ", "بتاريخ ")
_MONTHS_OF_YEAR, _HIJRI = 12, 1900  # a year below is of the Hijri calendar


def numeric_days(passage: Passage, published: date | None) -> Iterator[Moment]:
    """Such days in the passage; the day stands before the month unless only the other order is one.

    Where both orders are a day and the passage is in English, the moment is flagged ``date_ambiguous``. A year of
    two figures is one only where it is that of publication or the one before.
    """
    lower, start, end = passage.lower, passage.start, passage.end
    for found in _WRITTEN.finditer(lower, start, end):
        year = _year(found["y1"] or found["y2"], published)
        if year is None:
            continue
        one, other = int(found["d1"] or found["d2"]), found["m1"] or found["m2"]
        if year < _HIJRI:
            yield _moment(found, gregorian(year, int(other or 0), one), FLAG)
        elif found["y1"] or found["n2"]:
            yield _moment(found, day_of(year, int(other) if other else MONTHS[found["n2"]], one))
        else:
            yield _either_order(found, year, one, int(other), start, end)
    for found in passage.matches(_TOLD_DAY):
        yield from _told_day(found, published)


def _told_day(found: re.Match[str], published: date | None) -> Iterator[Moment]:
    """ "Since 27/11": the day before the month unless only the other order is a day."""
    one, other, lead = int(found["d"]), int(found["m"]), found["lead"]
    day = latest(other, one, published) if other <= _MONTHS_OF_YEAR else None
    if day is None and one <= _MONTHS_OF_YEAR:
        day = latest(one, other, published)
    if day is None:
        return
    begin = found.start() if lead in _SINCE_LEADS + _TOLD_LEADS else found.start("d")
    yield Moment(begin, found.end(), day, day, _precision(day), lead in _SINCE_LEADS, flags=("year_missing",))


def _either_order(found: re.Match[str], year: int, one: int, other: int, start: int, end: int) -> Moment:
    unsure = one != other and max(one, other) <= _MONTHS_OF_YEAR and "/" in found["s2"]
    flags = ("date_ambiguous",) if unsure and not _ARABIC.search(found.string, start, end) else ()
    return _moment(found, day_of(year, other, one) or day_of(year, one, other), *flags)


def _year(figures: str, published: date | None) -> int | None:
    if len(figures) > 2:
        return int(figures)
    near = () if published is None else (published.year, published.year - 1)
    return next((year for year in near if year % 100 == int(figures)), None)


def _moment(found: re.Match[str], day: date | None, *flags: str) -> Moment:
    lead = _SINCE.search(found.string[max(0, found.start() - _FAR) : found.start()])
    first = found.start() - (len(lead[0]) if lead else 0)
    return Moment(first, found.end(), day, day, _precision(day), lead is not None, flags=flags)


def _precision(day: date | None) -> Precision:
    return Precision.DAY if day else Precision.UNKNOWN
