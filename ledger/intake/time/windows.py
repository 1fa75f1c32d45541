"""Periods in English words: "between 10 and 26 May", "in the first half of 2021", "since the turn of the year"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ledger.domain.values import Precision
from ledger.intake.time import window_patterns as patterns
from ledger.intake.time.calendar import MONTHS
from ledger.intake.time.cued import Cued, Passage
from ledger.intake.time.days import day_of, end_of_month, latest, shifted
from ledger.intake.time.moment import Moment, Reader

_NEW_YEAR = (1, 7)
_MIDDLE = 15  # the day that "mid-April" stands for


def find_windows(passage: Passage, published: date | None) -> Iterator[Moment]:
    """Periods and days told in these ways in the passage, the surer first."""
    for pattern, reader in _READERS:
        for found in passage.matches(pattern):
            moment = reader(found, published)
            if moment is not None:
                yield moment


def _stretch(found: re.Match[str], published: date | None) -> Moment | None:
    g = found.groupdict()
    first_day, last_day = int(g["d1"] or g["e1"]), int(g["d2"] or g["e2"])
    first_month, last_month = g["m1"] or g["k1"], g["m2"] or g["k2"]
    first_year, last_year = g["y1"] or g["z1"], g["y2"] or g["z2"]
    led = bool(g["lead"])
    two_days = (
        g["to"] == " and " and not led and last_day - first_day == 1 and found.string.endswith("on ", 0, found.start())
    )
    if not (first_month or last_month) or (
        g["to"] == " and " and not (two_days or (led and found[0].startswith("between")))
    ):
        return None
    if not (led or two_days) and not (g["to"].strip() in "–-" or (first_month and last_month)):
        return None
    if last_month is None and g["d2"] and not (g["k1"] or led):
        return None
    month = MONTHS[last_month or first_month or ""]
    year = last_year or (first_year if not last_month else None)
    last = day_of(int(year), month, last_day) if year else latest(month, last_day, published)
    if last is None:
        return None
    begin = MONTHS[first_month] if first_month else month
    first = day_of(int(first_year) if first_year else last.year, begin, first_day)
    if first and first > last and not first_year:
        first = day_of(last.year - 1, begin, first_day)
    if first is None or first > last:
        return None
    return Moment(*found.span(), first, last, Precision.FEW_DAYS, is_window=not two_days)


def _lasting(found: re.Match[str], published: date | None) -> Moment | None:
    """ "In the eight days from 14 August", "in the week to 21 August": the day told is the first or the last one."""
    g = found.groupdict()
    number, month = int(g["d1"] or g["e1"]), g["m1"] or g["k1"]
    if not month:
        return None
    year = g["y1"] or g["z1"]
    day = day_of(int(year), MONTHS[month], number) if year else latest(MONTHS[month], number, published)
    if day is None:
        return None
    count = patterns.NUMBERS.get(g["n"] or "a") or int(g["n"])
    days = count * {"w": 7, "m": 30, "f": 14}.get(g["u"][0], 1)
    back = g["way"] in ("to", "until", "up to", "through", "ending")
    first, last = (shifted(day, 1 - days), day) if back else (day, shifted(day, days - 1))
    last = min(last, published) if published else last
    return Moment(*found.span(), first, last, Precision.FEW_DAYS, is_window=True) if first <= last else None


def _months_long(found: re.Match[str], published: date | None) -> Moment | None:
    """ "Between January and October 2022": whole months, both of the same year where only the last is told."""
    g = found.groupdict()
    led = found[0].startswith(("between", "from"))
    if (g["to"] == " and " and not found[0].startswith("between")) or (g["to"].strip() not in "–-" and not led):
        return None
    last = date(int(g["y2"]), MONTHS[g["m2"]], 1) if g["y2"] else latest(MONTHS[g["m2"]], 1, published)
    if last is None or not (led or g["y2"]):
        return None
    first = date(int(g["y1"] or last.year), MONTHS[g["m1"]], 1)
    if first > last and not g["y1"]:
        first = first.replace(year=first.year - 1)
    return _until(found, first, end_of_month(last), published) if first < last else None


def _open_since(found: re.Match[str], _: date | None) -> Moment:
    """ "Since then", "since the start of the war": a period whose day was told before, or never."""
    return Moment(*found.span(), is_window=True, same_period=True, flags=("period_by_reference",))


def _since_year(found: re.Match[str], published: date | None) -> Moment | None:
    g = found.groupdict()
    year, month = g["y"] or g["now"] or g["plain"] or g["y3"], g["m"] or g["m2"] or g["m3"]
    first: date | None
    if year:
        first = date(int(year), MONTHS[month] if month else 1, 1)
    elif month:
        first = latest(MONTHS[month], 1, published)
    elif published and g["month"]:
        first = published.replace(day=1)
    elif published and g["past"]:
        first = date(published.year - 1, 1, 1)
    else:
        first = published.replace(month=1, day=1) if published else None
    if g["until"] and first:
        return Moment(*found.span(), first, first.replace(month=12, day=31), Precision.FEW_DAYS, is_window=True)
    if first and published and first > published:
        return None
    precision = Precision.MONTH if first else Precision.UNKNOWN
    return Moment(*found.span(), first, None, precision, True, flags=("period_start_approx",))


def _since_mid(found: re.Match[str], published: date | None) -> Moment:
    """ "Since mid-April", "since mid-2018": from the fifteenth, or from July."""
    month, year = found["m"] or found["am"], found["y"] or found["y2"] or found["ay"]
    if month:
        first = day_of(int(year), MONTHS[month], _MIDDLE) if year else latest(MONTHS[month], _MIDDLE, published)
    else:
        first = date(int(year), 7, 1)
    return Moment(*found.span(), first, None, Precision.MONTH, True, flags=("period_start_approx",))


def _part(found: re.Match[str], published: date | None) -> Moment | None:
    if not found["y"] and published is None:
        return None
    year = int(found["y"]) if found["y"] else (published.year if published else 0)
    word = found["part"].split()[0]
    size = {"half": 6, "quarter": 3}.get(word) or patterns.NUMBERS.get(word) or (int(word) if word.isdigit() else 0)
    which = {"first": 0, "second": 1, "third": 2, "fourth": 3}.get(found["which"], 12 // max(size, 1) - 1)
    if not 1 <= size <= 12 or (which + 1) * size > 12:
        return None
    first = date(year, which * size + 1, 1)
    return _until(found, first, end_of_month(date(year, (which + 1) * size, 1)), published)


def _whole(found: re.Match[str], published: date | None) -> Moment | None:
    g = found.groupdict()
    month, year = g["m"] or g["m2"] or g["m3"] or g["m4"] or g["m5"], g["my"] or g["my2"] or g["my4"]
    if month:
        first = date(int(year), MONTHS[month], 1) if year else latest(MONTHS[month], 1, published)
        if first and g["last"] and published:
            first = first.replace(year=published.year - (g["last"] == "last year"))
        return _until(found, first, end_of_month(first), published) if first else None
    whole_year = g["y"] or g["y2"]
    if whole_year:
        return _until(found, date(int(whole_year), 1, 1), date(int(whole_year), 12, 31), published)
    if published is None:
        return None
    named = g["ref"] or g["ref2"] or g["ref3"] or g["ref4"]
    if g["ref4"] and (published.month, published.day) <= _NEW_YEAR:
        return None  # a review of the year that has just ended may call it "this year"
    if named == "last month":
        last = shifted(published.replace(day=1), -1)
        return _until(found, last.replace(day=1), last, published)
    year_told = max(date.min.year, published.year - (named == "last year"))
    return _until(found, date(year_told, 1, 1), date(year_told, 12, 31), published)


def _past(found: re.Match[str], published: date | None) -> Moment | None:
    text, unit = found["n"], found["u"]
    if published is None:
        return Moment(*found.span(), is_window=True, flags=("relative_date",))
    number = patterns.NUMBERS.get(text or "a") or int(text or 1)
    days = {"h": -(-number // 24), "d": number, "w": 7 * number, "m": 30 * number, "y": 365 * number}[unit[0]]
    start = shifted(published, -days)
    return Moment(*found.span(), start, published, Precision.FEW_DAYS, is_window=True, flags=("relative_date",))


def _spelt(found: re.Match[str], published: date | None) -> Moment | None:
    month, number = MONTHS[found["m"]], patterns.ORDINALS[found["o"]]
    day = day_of(int(found["y"]), month, number) if found["y"] else latest(month, number, published)
    if day is None:
        return None
    flags = () if found["y"] else ("year_missing",)
    return Moment(*found.span(), day, day, Precision.DAY, bool(found["since"]), flags=flags)


def _of_month(found: re.Match[str], published: date | None) -> Moment | None:
    if published is None:
        return None
    day = day_of(published.year, published.month, int(found["d"]))
    if day is None or day > published:
        before = shifted(published.replace(day=1), -1)
        day = day_of(before.year, before.month, int(found["d"]))
    return Moment(*found.span(), day, day, Precision.DAY, flags=("year_missing",)) if day else None


def _referred(found: re.Match[str], _: date | None) -> Moment:
    if found["prior"]:
        offset = -1
    elif found["next"]:
        offset = 1
    else:
        number = patterns.NUMBERS.get(found["n"]) or int(found["n"])
        size = {"w": 7, "m": 30}.get(found["u"][0], 1)
        offset = number * size * (-1 if found["way"] in ("earlier", "before") else 1)
    return Moment(*found.span(), flags=("date_by_reference",), offset=offset)


def _weekend(found: re.Match[str], published: date | None) -> Moment | None:
    if published is None:
        return None
    last = shifted(published, -((published.weekday() - 6) % 7))
    return Moment(*found.span(), shifted(last, -1), last, Precision.FEW_DAYS, flags=("relative_date",))


def _feast(found: re.Match[str], published: date | None) -> Moment | None:
    day = latest(*patterns.FEASTS[found["f"]], published)
    return Moment(*found.span(), day, day, Precision.DAY, flags=("year_missing",)) if day else None


def _today(found: re.Match[str], published: date | None) -> Moment | None:
    return Moment(*found.span(), published, published, Precision.DAY, flags=("relative_date",)) if published else None


def _until(found: re.Match[str], first: date, last: date, published: date | None) -> Moment | None:
    """The window, no further than publication; ``None`` where it would begin after it."""
    if published and first > published:
        return None
    return Moment(*found.span(), first, min(last, published) if published else last, Precision.MONTH, is_window=True)


_READERS: tuple[tuple[Cued, Reader], ...] = (
    (patterns.LASTING, _lasting),
    (patterns.STRETCH, _stretch),
    (patterns.OPEN_SINCE, _open_since),
    (patterns.MONTHS_LONG, _months_long),
    (patterns.SINCE_YEAR, _since_year),
    (patterns.SINCE_MID, _since_mid),
    (patterns.PART, _part),
    (patterns.WHOLE, _whole),
    (patterns.PAST, _past),
    (patterns.SPELT, _spelt),
    (patterns.OF_MONTH, _of_month),
    (patterns.REFERRED, _referred),
    (patterns.WEEKEND, _weekend),
    (patterns.FEAST, _feast),
    (patterns.TODAY, _today),
)
