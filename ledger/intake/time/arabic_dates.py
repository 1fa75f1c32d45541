"""Times in Arabic words: ordinals, ranges, parts of a month, days of the week gone by, hours and days ago."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from ledger.domain.values import Precision
from ledger.intake.time import arabic_date_patterns as patterns
from ledger.intake.time.calendar import MONTHS, WEEKDAYS
from ledger.intake.time.cued import Cued, Passage
from ledger.intake.time.days import day_of, end_of_month, latest, shifted
from ledger.intake.time.moment import Moment

_ABOUT = {"مطلع": 1, "اوائل": 1, "بدايه": 1, "بدايات": 1, "منتصف": 15, "اواسط": 15, "اواخر": 25, "نهايه": 28}
_WHICH = {"الاول": 0, "الثاني": 1, "الثالث": 2, "الرابع": 3}
_DAYS_OF = {"يوم": 1, "اسبوع": 7, "شهر": 30}
_ARABIC = re.compile("[\u0621-\u064a]")

Reader = Callable[[re.Match[str], date | None], Moment]


def arabic_moments(passage: Passage, published: date | None) -> Iterator[Moment]:
    """Times in Arabic in the passage, the surest readings first; they may overlap."""
    if not _ARABIC.search(passage.lower, passage.start, passage.end):
        return
    for pattern, reader in _READERS:
        for found in passage.matches(pattern):
            yield reader(found, published)


def _range(found: re.Match[str], published: date | None) -> Moment:
    g = found.groupdict()
    last = _named_day(g, "2", published)
    first_month = MONTHS[g["m1"]] if g["m1"] else last.month if last else None
    number = _number(g["d1"], g["o1"])
    if last is None or first_month is None:
        return Moment(*found.span(), is_window=True)
    first = day_of(int(g["y1"]) if g["y1"] else last.year, first_month, number)
    if first and first > last:
        first = day_of(last.year - 1, first_month, number)
    return Moment(*found.span(), first, last, Precision.FEW_DAYS, is_window=True)


def _named_day(g: dict[str, str | None], at: str, published: date | None) -> date | None:
    """The day of "26 نيسان 2024", "السادس والعشرين من الشهر"."""
    number, month, year = _number(g["d" + at], g["o" + at]), g["m" + at], g.get("y" + at)
    if month is None:
        if published is None:
            return None
        base = published.replace(day=1)
        if g.get("s" + at) in patterns.GONE:
            base = shifted(base, -1).replace(day=1)
        day = day_of(base.year, base.month, number)
        if day is not None and day > published:  # "on the 21st of it", told at the beginning of the next month
            base = shifted(base, -1).replace(day=1)
            day = day_of(base.year, base.month, number)
        return day
    if year is None and g.get("ly") and published:
        year = str(published.year - 1)
    return day_of(int(year), MONTHS[month], number) if year else latest(MONTHS[month], number, published)


def _number(digits: str | None, ordinal: str | None) -> int:
    return int(digits) if digits else patterns.ORDINALS[ordinal or ""]


def _day(found: re.Match[str], published: date | None) -> Moment:
    g = found.groupdict()
    day = _named_day(g, "", published)
    flags = () if g.get("y") else ("year_missing",)
    return Moment(
        *found.span(), day, day, Precision.DAY if day else Precision.UNKNOWN, bool(g.get("since")), flags=flags
    )


def _part_of_month(found: re.Match[str], published: date | None) -> Moment:
    about, month, year = found["about"], found["m"], found["y"]
    since = bool(found["since"])
    if month:
        day = (
            day_of(int(year), MONTHS[month], _ABOUT[about]) if year else latest(MONTHS[month], _ABOUT[about], published)
        )
    else:
        day = day_of(published.year, published.month, _ABOUT[about]) if published else None
        day = day if day and published and day <= published else None
    flags = ("period_start_approx",)
    return Moment(*found.span(), day, None if since else day, Precision.MONTH, since, flags=flags)


def _month(found: re.Match[str], published: date | None) -> Moment:
    month, year = found["m"], found["y"]
    if month:
        first = day_of(int(year), MONTHS[month], 1) if year else latest(MONTHS[month], 1, published)
    elif published:
        first = shifted(published.replace(day=1), -1).replace(day=1)
    else:
        first = None
    if first is None:
        return Moment(*found.span(), is_window=True)
    if found["since"]:
        return Moment(*found.span(), first, None, Precision.MONTH, True, flags=("period_start_approx",))
    last = end_of_month(first)
    return Moment(*found.span(), first, min(last, published) if published else last, Precision.MONTH, is_window=True)


def _part_of_year(found: re.Match[str], published: date | None) -> Moment:
    """ "In the first half of 2019", "in the first nine months of the year"."""
    if not found["y"] and published is None:
        return Moment(*found.span(), is_window=True)
    year = int(found["y"]) if found["y"] else (published.year if published else 0) - (found["s"] in patterns.GONE)
    size = {"النصف": 6, "الربع": 3, "الثلث": 4}.get(found["part"]) or patterns.count_of(found["n"] or "")
    which = _WHICH.get(found["o"] or "", 12 // max(size, 1) - 1) if found["part"] else 0
    first, beyond = day_of(year, which * size + 1, 1), (which + 1) * size
    if not 1 <= beyond <= 12 or first is None or (published and first > published):
        return Moment(*found.span(), is_window=True)
    last = end_of_month(date(year, beyond, 1))
    return Moment(*found.span(), first, min(last, published) if published else last, Precision.MONTH, is_window=True)


def _whole_year(found: re.Match[str], published: date | None) -> Moment:
    """ "During last year", "this year"."""
    if published is None:
        return Moment(*found.span(), is_window=True)
    gone = found["s"] in patterns.GONE or found["s"] == "المنقضي"
    first, last = day_of(published.year - gone, 1, 1), day_of(published.year - gone, 12, 31)
    return Moment(*found.span(), first, min(last, published) if last else None, Precision.MONTH, is_window=True)


def _year(found: re.Match[str], published: date | None) -> Moment:
    year = int(found["y"] or found["y2"])
    first, last = day_of(year, 1, 1), day_of(year, 12, 31)
    if found["since"] or found["bare"]:
        return Moment(*found.span(), first, None, Precision.MONTH, True, flags=("period_start_approx",))
    last = min(last, published) if last and published else last
    return Moment(*found.span(), first, last, Precision.MONTH, is_window=True)


def _span_back(found: re.Match[str], published: date | None) -> Moment:
    """ "In the past 48 hours", "over three days", "last week": a window that ends at publication."""
    if published is None:
        return Moment(*found.span(), is_window=True, flags=("relative_date",))
    g = found.groupdict()
    if "ساع" in found[0]:
        days = max(1, patterns.count_of(g["h"] or g["h2"] or "24") // 24)
    else:
        days = patterns.count_of(g.get("n") or g.get("n2") or "") * _unit_days(g.get("u") or "اسبوع")
    first = shifted(published, -days)
    return Moment(*found.span(), first, published, Precision.FEW_DAYS, is_window=True, flags=("relative_date",))


def _unit_days(unit: str) -> int:
    dual = 2 if unit.endswith("ين") else 1
    stem = "يوم" if unit.startswith(("يوم", "ايام")) else "شهر" if unit.startswith(("شهر", "اشهر")) else "اسبوع"
    return _DAYS_OF[stem] * dual


def _ago(found: re.Match[str], published: date | None) -> Moment:
    if published is None:
        return Moment(*found.span(), flags=("relative_date",))
    day = shifted(published, -patterns.count_of(found["n"] or "") * _unit_days(found["u"]))
    return Moment(*found.span(), day, day, Precision.DAY, flags=("relative_date",))


def _since_yesterday(found: re.Match[str], published: date | None) -> Moment:
    first = shifted(published, -1) if published else None
    return Moment(*found.span(), first, published, Precision.FEW_DAYS, flags=("relative_date",))


def _near(days: int, *flags: str) -> Reader:
    def reader(found: re.Match[str], published: date | None) -> Moment:
        if published is None:
            return Moment(*found.span(), flags=("relative_date",))
        day = shifted(published, days)
        return Moment(*found.span(), day, day, Precision.DAY, flags=("relative_date", *flags))

    return reader


def _weekday(found: re.Match[str], published: date | None) -> Moment:
    if published is None:
        return Moment(*found.span(), flags=("relative_date",))
    last = _last(found["w2"] or found["w"], published, gone=bool(found["gone"]))
    first = _last(found["w"], last, gone=False) if found["w2"] else last
    precision = Precision.FEW_DAYS if found["w2"] else Precision.DAY
    return Moment(*found.span(), first, last, precision, bool(found["since"]), flags=("relative_date",))


def _last(weekday: str, day: date, *, gone: bool) -> date:
    back = (day.weekday() - WEEKDAYS[weekday]) % 7
    return shifted(day, -(7 if gone and back == 0 else back))


_READERS: tuple[tuple[Cued, Reader], ...] = (
    (patterns.BETWEEN, _range),
    (patterns.RANGE, _range),
    (patterns.PART_OF_MONTH, _part_of_month),
    (patterns.DAY, _day),
    (patterns.DAY_OF_MONTH, _day),
    (patterns.MONTH_ALONE, _month),
    (patterns.LAST_MONTH, _month),
    (patterns.PART_OF_YEAR, _part_of_year),
    (patterns.YEAR_ALONE, _year),
    (patterns.WHOLE_YEAR, _whole_year),
    (patterns.HOURS, _span_back),
    (patterns.DAYS_BACK, _span_back),
    (patterns.LAST_WEEK, _span_back),
    (patterns.SINCE_YESTERDAY, _since_yesterday),
    (patterns.MIDNIGHT, _near(0, "date_ambiguous")),
    (patterns.BEFORE_YESTERDAY, _near(-2)),
    (patterns.YESTERDAY, _near(-1)),
    (patterns.TODAY, _near(0)),
    (patterns.AGO, _ago),
    (patterns.WEEKDAY, _weekday),
)
