"""Times in words; those that need it are resolved against the day of publication, and never past it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ledger.domain.values import Precision
from ledger.intake.time import date_patterns as patterns
from ledger.intake.time.arabic_dates import arabic_moments
from ledger.intake.time.calendar import ARABIC_ORDINALS, MONTHS, WEEKDAYS
from ledger.intake.time.cued import Passage
from ledger.intake.time.day_parts import day_parts
from ledger.intake.time.days import day_of, end_of_month, latest, shifted
from ledger.intake.time.hijri import hijri_moments
from ledger.intake.time.moment import Moment
from ledger.intake.time.numeric_dates import numeric_days
from ledger.intake.time.windows import find_windows

_SMALL = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
          "eleven": 11, "twelve": 12, "a": 1, "an": 1, "يومين": 2, "ثلاثه": 3, "اربعه": 4, "خمسه": 5}  # fmt: skip


_MONTH = 28  # days that every month has


def find_moments(lower: str, start: int, end: int, published: date | None, told: date | None = None) -> list[Moment]:
    """Times in ``lower[start:end]``, in order and not overlapping; ``told`` is the day of the event told before."""
    taken: list[Moment] = []
    for moment in _all(Passage(lower, start, end), published):
        if all(moment.end <= other.start or other.end <= moment.start for other in taken):
            ahead = moment.first and moment.last and moment.first > moment.last  # a year after publication, cut at it
            taken.append(replace(moment, last=moment.first) if ahead else moment)
    return _referred(_joined(sorted(taken, key=lambda moment: moment.start)), told, published)


def _referred(moments: list[Moment], told: date | None, published: date | None) -> list[Moment]:
    """ "A week earlier", counted from the day told before it."""
    found: list[Moment] = []
    for moment in moments:
        if moment.offset is not None and told is not None:
            day = shifted(told, moment.offset)
            if published is None or day <= published:
                moment = replace(moment, first=day, last=day, precision=Precision.DAY)
        if moment.precision is Precision.DAY and moment.offset is None:
            told = moment.first
        found.append(moment)
    return found


def _joined(moments: list[Moment]) -> list[Moment]:
    """One moment for "since Sunday night, the 18th of February 2018": the full date, with the "since" before it."""
    joined: list[Moment] = []
    for moment in moments:
        last = joined[-1] if joined else None
        if last and moment.start - last.end <= 2 and _is_less_sure(last, moment):
            joined[-1] = replace(moment, start=last.start, is_since=last.is_since or moment.is_since)
        elif last and moment.start - last.end <= 2 and _is_said_again(last, moment):
            joined[-1] = replace(last, end=moment.end)
        else:
            joined.append(moment)
    return joined


def _is_less_sure(last: Moment, moment: Moment) -> bool:
    """ "Sunday night" before "18 February 2018", "12 محرم 1440" before "الموافق 22 أيلول 2018"."""
    if "hijri_date" in last.flags and moment.precision is Precision.DAY and "hijri_date" not in moment.flags:
        return True
    return "relative_date" in last.flags and not {"relative_date", "hijri_date"} & set(moment.flags)


def _is_said_again(last: Moment, moment: Moment) -> bool:
    """ "Today, Friday"; "April 17, 2016, Sunday"; the same day in the Hijri calendar."""
    if "relative_date" in last.flags:
        return not moment.is_window
    if last.precision is not Precision.DAY or moment.first is None or last.first is None:
        return False
    weekday = "relative_date" in moment.flags and moment.precision is Precision.DAY
    return "hijri_date" in moment.flags or (weekday and last.first.weekday() == moment.first.weekday())


def _all(passage: Passage, published: date | None) -> Iterator[Moment]:
    yield from hijri_moments(passage, published)
    yield from find_windows(passage, published)
    yield from arabic_moments(passage, published)
    for found in passage.matches(patterns.SAME_PERIOD):
        yield Moment(*found.span(), is_window=True, same_period=True, flags=("period_by_reference",))
    for found in passage.matches(patterns.FIRST_DAYS):
        yield _first_days(found, published)
    for found in passage.matches(patterns.BETWEEN):
        yield _interval(found, published)
    for found in passage.matches(patterns.EARLY):
        yield _early(found, published)
    for found in passage.matches(patterns.PAST):
        yield _past(found, published)
    yield from numeric_days(passage, published)
    for days in (patterns.ENGLISH_DAY, patterns.ARABIC_DAY):
        for found in passage.matches(days):
            if not _counts(passage.lower, found):
                yield _day_of(found, published)
    for found in passage.matches(patterns.CURRENT_MONTH):
        if published:
            yield Moment(*found.span(), published.replace(day=1), published, Precision.MONTH, is_window=True)
    for found in passage.matches(patterns.MONTH_YEAR):
        if found["y"] or ((found["in"] or (found["since"] or "").startswith("since")) and len(found["m"]) > 2):
            yield _month_of(found, published)
    for pattern, first, last, window, flag in patterns.RELATIVE:
        for found in passage.matches(pattern):
            yield _relative(found, published, first, last, window, flag)
    for found in passage.matches(patterns.AGO):
        yield _ago(found, published)
    for found in passage.matches(patterns.WEEKDAY):
        yield _weekday(found, published)
    yield from day_parts(passage, published)


def _counts(lower: str, found: re.Match[str]) -> bool:
    """ "In July 15 Palestinians were killed": a month, and a number of people."""
    led = lower.startswith("in ", max(0, found.start() - 3), found.start())
    return led and not found.groupdict().get("y2") and patterns.COUNTED.match(lower, found.end()) is not None


def _early(found: re.Match[str], published: date | None) -> Moment:
    """The start of a month or year that is named, or of the one of publication."""
    year, month = found["y"] or found["y0"], MONTHS[found["m"]] if found["m"] else 1
    if year:
        first = day_of(int(year), month, 1)
    elif found["m"]:
        first = latest(month, 1, published)
    elif published and found["month"]:
        first = published.replace(day=1)
    else:
        first = published.replace(month=1, day=1) if published else None
    precision = Precision.MONTH if first else Precision.UNKNOWN
    return Moment(*found.span(), first, None, precision, True, flags=("period_start_approx",))


def _first_days(found: re.Match[str], published: date | None) -> Moment:
    """ "In the first nine days of August": from the first of the month."""
    month = MONTHS[found["m"]]
    first = day_of(int(found["y"]), month, 1) if found["y"] else latest(month, 1, published)
    text, weeks = found["n"], found["u"].startswith("week")
    number = (_SMALL.get(text) or int(text) if text else 1 if found["u"] == "week" else 0) * (7 if weeks else 1)
    if first is None or not 0 < number <= _MONTH:
        return Moment(*found.span(), first, None, Precision.MONTH, is_window=True, flags=("period_start_approx",))
    last = shifted(first, number - 1)
    last = min(last, published) if published else last
    return Moment(*found.span(), first, last, Precision.FEW_DAYS, is_window=True)


def _past(found: re.Match[str], published: date | None) -> Moment:
    """ "In the past two days": what is counted, from so many days before publication."""
    text, unit = found["n"] or found["n2"], found["u"] or found["u2"]
    number = (
        _SMALL.get(text) or int(text) if text and (text in _SMALL or text.isdigit()) else 2 if unit == "يومين" else 1
    )
    if published is None or text == "few":
        return Moment(*found.span(), is_window=True, flags=("relative_date",))
    days = number * (7 if unit.startswith("week") or unit == "اسبوع" else 1)
    start = shifted(published, -days)
    return Moment(*found.span(), start, published, Precision.FEW_DAYS, is_window=True, flags=("relative_date",))


def _day_of(found: re.Match[str], published: date | None) -> Moment:
    g = found.groupdict()
    since = bool(g.get("since"))
    day_text = g.get("d1") or g.get("d2") or g.get("d")
    number = int(day_text) if day_text else ARABIC_ORDINALS[g["o"]]
    month = MONTHS[g.get("m1") or g.get("m2") or g["m"]]
    year = g.get("y1") or g.get("y2") or g.get("y")
    day = day_of(int(year), month, number) if year else latest(month, number, published)
    return Moment(
        *found.span(),
        day,
        day,
        Precision.DAY if day else Precision.UNKNOWN,
        since,
        flags=() if year else ("year_missing",),
    )


def _interval(found: re.Match[str], published: date | None) -> Moment:
    g = found.groupdict()
    if g["m2"]:
        month, year = MONTHS[g["m2"]], g["y2"]
        last = day_of(int(year), month, int(g["d2"])) if year else latest(month, int(g["d2"]), published)
        first_year = int(g["y1"]) if g["y1"] else (last.year if last else 0)
        first = day_of(first_year, MONTHS[g["m1"]] if g["m1"] else month, int(g["d1"]))
    else:
        month = MONTHS[g["m3"]]
        last = latest(MONTHS[g["m4"]] if g["m4"] else month, int(g["d4"]), published)
        first = day_of(last.year if last else 0, month, int(g["d3"]))
    if first is None or last is None or first > last:
        return Moment(*found.span())
    return Moment(*found.span(), first, last, Precision.FEW_DAYS, is_window=True)


def _month_of(found: re.Match[str], published: date | None) -> Moment:
    month = MONTHS[found["m"]]
    first = day_of(int(found["y"]), month, 1) if found["y"] else latest(month, 1, published)
    if first is None:
        return Moment(*found.span())
    last = end_of_month(first)
    if found["since"]:
        return Moment(*found.span(), first, None, Precision.MONTH, True, flags=("period_start_approx",))
    return Moment(*found.span(), first, min(last, published) if published else last, Precision.MONTH, is_window=True)


def _relative(found: re.Match[str], published: date | None, first: int, last: int, window: bool, flag: str) -> Moment:
    flags = ("relative_date", *([flag] if flag else []))
    since = found[0].startswith("since")
    if published is None:
        return Moment(*found.span(), is_since=False, is_window=window or since, flags=flags)
    precision = Precision.FEW_DAYS if first != last else Precision.DAY
    start, end = shifted(published, first), shifted(published, last)
    return Moment(*found.span(), start, end, precision, is_window=window or since, flags=flags)


def _ago(found: re.Match[str], published: date | None) -> Moment:
    text = found["n"] or found["n2"]
    number = _SMALL.get(text) or int(text if text.isdigit() else 0)
    days = number * (7 if (found["u"] or "").startswith("week") else 1)
    if published is None or not number or (found["n2"] and found["n2"].isdigit() and not found["u2"]):
        return Moment(*found.span(), flags=("relative_date",))
    day = shifted(published, -days)
    return Moment(*found.span(), day, day, Precision.DAY, flags=("relative_date",))


def _weekday(found: re.Match[str], published: date | None) -> Moment:
    if published is None:
        return Moment(*found.span(), flags=("relative_date",))
    day = shifted(published, -((published.weekday() - WEEKDAYS[found["w"]]) % 7))
    since = bool(found["since"])
    return Moment(*found.span(), day, day, Precision.DAY, is_since=since, flags=("relative_date",))
