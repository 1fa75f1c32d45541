"""What a chart says in English and in Arabic: numbers with their wording, days, the key, notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desk.charts.course import ChartValue
from desk.charts.scales import Unit

_LARGEST_IN_FULL = 10**10
_POWERS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LEFT_TO_RIGHT, _END = "\u2066", "\u2069"  # an isolate: an arrow keeps pointing from old to new
_HARD_SPACE = "\u00a0"


@dataclass(frozen=True, slots=True)
class Words:
    """One language. ``{n}`` is a number, ``{low}`` and ``{high}`` bounds, ``{values}`` a list."""

    right_to_left: bool
    months: tuple[str, ...]
    qualified: dict[str, str]
    plain_range: str
    in_words: dict[str, str]
    comma: str
    count: str
    band: str
    fade: str
    fall: str
    rise: str
    replaced: str
    withdrawn: str
    nothing: str
    not_drawn: str
    off_scale: str
    unlabelled: str

    def day(self, day: date) -> str:
        return f"{day.day} {self.months[day.month - 1]} {day.year}"

    def mark(self, day: date, unit: Unit) -> str:
        """A mark of the time axis, without its year except where that is all it says."""
        if unit is Unit.YEAR:
            return str(day.year)
        month = self.months[day.month - 1]
        return f"{day.day} {month}" if unit is Unit.DAY else month

    def figure(self, value: ChartValue) -> str:
        """The number as the source put it: "at least 62", "60–70"."""
        low, high = value.low, value.high
        if low is not None and high is not None and low != high:
            return self.plain_range.format(low=number(low), high=number(high))
        if value.figure is None:
            return self.in_words.get(value.qualifier or "", "–")
        worded = self.qualified.get(value.qualifier or "", "{n}")
        return worded.format(n=number(value.figure))

    def worded(self, values: Sequence[ChartValue]) -> str:
        """The note on values that have no number; each one with its day while there are few."""
        if len(values) <= 3:
            said = [f"{self.figure(value)} ({self.day(value.counted_to)})" for value in values]
        else:
            said = [*dict.fromkeys(self.figure(value) for value in values), f"{len(values):,}×"]
        return self.not_drawn.format(values=self.comma.join(said))

    def beyond(self, figures: Sequence[tuple[date, int]]) -> str:
        """The note on figures too large for the scale, three of them by day."""
        said = [f"{number(figure)} ({self.day(day)})" for day, figure in figures[:3]]
        return self.off_scale.format(values=self.comma.join(said + ["…"] * (len(figures) > 3)))


def number(count: int) -> str:
    """Digits in groups of three; from ten thousand million on as a power of ten, cut to two places."""
    if count < _LARGEST_IN_FULL:
        return f"{count:,}"
    power = len(str(count)) - 1
    leading = f"{count * 100 // 10**power / 100:g}"
    return f"{_LEFT_TO_RIGHT}{leading}{_HARD_SPACE}×{_HARD_SPACE}10{str(power).translate(_POWERS)}{_END}"


def change(old: int, new: int) -> str:
    """``62 → 58``, in this order in either direction of writing."""
    return f"{_LEFT_TO_RIGHT}{number(old)}{_HARD_SPACE}→{_HARD_SPACE}{number(new)}{_END}"


ENGLISH = Words(
    right_to_left=False,
    months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    qualified={"at_least": "at least {n}", "more_than": "more than {n}", "about": "about {n}", "up_to": "up to {n}"},
    plain_range="{low}–{high}",
    in_words={"tens": "tens", "hundreds": "hundreds", "thousands": "thousands"},
    comma=", ",
    count="count up to that day",
    band="range given",
    fade="bound not given: “at least”, “about”, “up to”",
    fall="count fell",
    rise="corrected upwards",
    replaced="earlier figure, no longer standing",
    withdrawn="figure of that day withdrawn",
    nothing="No number to draw",
    not_drawn="In words only, not drawn: {values}.",
    off_scale="Beyond the scale, no longer standing: {values}.",
    unlabelled="Changes marked without their figures: {n}.",
)

ARABIC = Words(
    right_to_left=True,
    months=(
        "كانون الثاني/يناير",
        "شباط/فبراير",
        "آذار/مارس",
        "نيسان/أبريل",
        "أيار/مايو",
        "حزيران/يونيو",
        "تموز/يوليو",
        "آب/أغسطس",
        "أيلول/سبتمبر",
        "تشرين الأول/أكتوبر",
        "تشرين الثاني/نوفمبر",
        "كانون الأول/ديسمبر",
    ),
    qualified={"at_least": "{n} على الأقل", "more_than": "أكثر من {n}", "about": "نحو {n}", "up_to": "حتى {n}"},
    plain_range="من {low} إلى {high}",
    in_words={"tens": "عشرات", "hundreds": "مئات", "thousands": "آلاف"},
    comma="، ",
    count="العدد حتى ذلك اليوم",
    band="المدى المذكور",
    fade="حدّ غير مذكور: «على الأقل»، «نحو»، «حتى»",
    fall="انخفض العدد",
    rise="صُحّح بالزيادة",
    replaced="رقم سابق لم يعد قائمًا",
    withdrawn="رقم ذلك اليوم مسحوب",
    nothing="لا يوجد رقم لرسمه",
    not_drawn="ذُكر بالكلمات فقط ولم يُرسم: {values}.",
    off_scale="خارج المقياس، ولم يعد قائمًا: {values}.",
    unlabelled="تغييرات مُعلَّمة دون أرقامها: {n}.",
)


def words(language: str) -> Words:
    """The words of a BCP 47 language; English for one we do not speak."""
    return ARABIC if language.lower().split("-")[0] == "ar" else ENGLISH
