"""Days of the Hijri calendar: "12 محرم 1440", "during the month of Ramadan", "ثاني أيام عيد الأضحى".

They are turned by the calendar of Umm al-Qura (the library hijridate), from which the sighting of the moon may differ
by a day from place to place: every such moment is flagged ``hijri_date``. A Gregorian date beside it is the surer one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ledger.domain.values import Precision
from ledger.intake.text.normalise import fold
from ledger.intake.time.arabic_date_patterns import ORDINALS
from ledger.intake.time.cued import Cued, Passage
from ledger.intake.time.moment import Moment

FLAG = "hijri_date"
_NAMES = (
    "muharram|moharram|محرم الحرام|المحرم|محرم", "safar|صفر", "rabi al-awwal|rabi' al-awwal|rabi i|ربيع الأول",
    "rabi al-thani|rabi' al-thani|rabi al-akhir|rabi ii|ربيع الثاني|ربيع الآخر",
    "jumada al-ula|jumada al-awwal|jumada i|جمادى الأولى|جمادى الأول",
    "jumada al-akhira|jumada al-thani|jumada al-thaniya|jumada ii|جمادى الآخرة|جمادى الثانية|جمادى الآخر", "rajab|رجب",
    "sha'ban|shaaban|shaban|شعبان", "ramadan|ramadhan|ramazan|رمضان المبارك|رمضان", "shawwal|shawal|شوال",
    "dhu al-qa'da|dhu al-qadah|dhu al-qi'dah|dhul qadah|ذو القعدة|ذي القعدة",
    "dhu al-hijja|dhu al-hijjah|dhul hijja|dhul hijjah|zul hijja|ذو الحجة|ذي الحجة",
)  # fmt: skip
MONTHS = {fold(name).lower: number for number, names in enumerate(_NAMES, 1) for name in names.split("|")}
_RAMADAN, _SHAWWAL, _HIJJA = 9, 10, 12
_FEASTS = {"fitr": (_SHAWWAL, 1), "فطر": (_SHAWWAL, 1), "adha": (_HIJJA, 10), "اضحي": (_HIJJA, 10)}
_WHICH = {"first": 0, "second": 1, "third": 2, "fourth": 3, "اول": 0, "ثاني": 1, "ثالث": 2, "رابع": 3}
_M = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_MONTHS_OF_FAST = "|".join(name for name, number in MONTHS.items() if number == _RAMADAN)
_O = "|".join(sorted(ORDINALS, key=len, reverse=True))
_YEAR = r"1[34]\d\d"
ERA = r"(?: ?(?:ه|هجريه?|للهجره|a\.?h\.?)(?!\w))?"
_SINCE = r"(?P<since>since |from |منذ )?(?:on |في |بتاريخ )?(?:يوم )?"
EVEN = r"(?:[ ,(/]{0,3}(?:ال)?موافق(?: ل|:)?|[ ,(]{1,3}corresponding to)?"
"""What leads to the same day in the other calendar."""
_CUES = {max(name.split(), key=len)[:6] for name in MONTHS} | {"eid ", "عيد"}
"""One of them stands in whatever tells such a time, and in few passages."""
_DAY = Cued(
    _CUES,
    re.compile(
        rf"{_SINCE}(?:(?:(?:ال)?موافق(?: ل|:)? ?|corresponding to ))?(?:the )?(?<![\w./-])"
        rf"(?:(?P<d>\d\d?)(?:st|nd|rd|th)?|(?P<o>{_O})) (?:of |من )?(?:شهر |the month of )?(?P<m>{_M})(?!\w)"
        rf"(?:,? (?:(?:من )?(?:ال)?(?:عام |سنه ))?(?P<y>{_YEAR}))?(?![\d/-]){ERA}{EVEN}",
    ),
)
_MONTH = Cued(
    _CUES,
    re.compile(
        r"(?P<since>(?:since|from) the (?:start|beginning|first day) of |منذ (?:بدايه|مطلع|بدء|حلول|اول) )?"
        rf"(?:(?:during |in |over |throughout )?the (?:holy |fasting )?month of (?P<m>{_M})\b"
        rf"|(?:خلال |في )?شهر (?P<m3>{_M})(?!\w)"
        r"|(?:(?:during|in|throughout) |(?<!\w)(?:خلال|في|طوال) |(?<=of )|(?<=منذ بدايه )|(?<=منذ مطلع ))"
        rf"(?P<m4>{_MONTHS_OF_FAST})(?!\w))"
        rf"(?:,? (?:(?:من )?(?:ال|ل)?(?:عام |سنه ))?(?P<y>{_YEAR}|20\d\d))?{ERA}",
    ),
)
_FEAST = Cued(
    _CUES,
    re.compile(
        r"(?:on )?the (?P<n>first|second|third|fourth) day of (?:the )?eid (?:al|ul)?[- ]?(?P<f>fitr|adha)\b"
        r"|(?<!\w)(?:في )?(?P<n2>اول|ثاني|ثالث|رابع) (?:ايام )?عيد ال(?P<f2>فطر|اضحي)(?!\w)",
    ),
)


def hijri_moments(passage: Passage, published: date | None) -> Iterator[Moment]:
    """Such times in the passage; without a year, the latest that is not after publication."""
    for found in passage.matches(_DAY):
        number = int(found["d"]) if found["d"] else ORDINALS[found["o"]]
        month, year = MONTHS[found["m"]], found["y"]
        yield _day(found, gregorian(int(year), month, number) if year else _latest(month, number, published))
    for found in passage.matches(_FEAST):
        month, number = _FEASTS[found["f"] or found["f2"]]
        yield _day(found, _latest(month, number + _WHICH[found["n"] or found["n2"]], published))
    for found in passage.matches(_MONTH):
        moment = _window(found, published)
        if moment is not None:
            yield moment


def _day(found: re.Match[str], day: date | None) -> Moment:
    since = bool(found.groupdict().get("since"))
    return Moment(*found.span(), day, day, Precision.DAY if day else Precision.UNKNOWN, since, flags=(FLAG,))


def _window(found: re.Match[str], published: date | None) -> Moment | None:
    """The whole month, no further than publication; ``None`` where it would begin after it."""
    month = MONTHS[found["m"] or found["m3"] or found["m4"]]
    first = _first_of(month, found["y"], published)
    if first is None or (published and first > published):
        return None
    if found["since"]:
        return Moment(*found.span(), first, None, Precision.DAY, True, flags=(FLAG,))
    last = first + timedelta(days=_length(first) - 1)
    last = min(last, published) if published else last
    return Moment(*found.span(), first, last, Precision.MONTH, is_window=True, flags=(FLAG,))


def _first_of(month: int, year: str | None, published: date | None) -> date | None:
    if year is None:
        return _latest(month, 1, published)
    if not year.startswith("20"):
        return gregorian(int(year), month, 1)
    near = round((int(year) - 622) * 33 / 32)
    days = [gregorian(number, month, 1) for number in (near - 1, near, near + 1)]
    return next((day for day in days if day and day.year == int(year)), None)


def _latest(month: int, number: int, published: date | None) -> date | None:
    if published is None:
        return None
    year = _hijri_year(published)
    days = [gregorian(year, month, number), gregorian(year - 1, month, number)]
    return next((day for day in days if day and day <= published), None)


# Imported where a report has such a day: few do, and importing takes as long as reading a page.
def gregorian(year: int, month: int, number: int) -> date | None:
    """The day of a Hijri date, or ``None`` where the calendar has none (it holds 1343 to 1500)."""
    from hijridate import Hijri

    try:
        return date.fromisoformat(Hijri(year, month, number).to_gregorian().isoformat())
    except (ValueError, OverflowError):
        return None


def _hijri_year(day: date) -> int:
    """The Hijri year of a day, or 0 outside of the calendar (1924 to 2077)."""
    from hijridate import Gregorian

    try:
        return int(Gregorian(day.year, day.month, day.day).to_hijri().year)
    except OverflowError:
        return 0


def _length(first: date) -> int:
    """Days of the Hijri month that begins on a day that the calendar has."""
    from hijridate import Gregorian

    return int(Gregorian(first.year, first.month, first.day).to_hijri().month_length())
