"""Times in Arabic words against a Friday, the second of August 2024."""

from __future__ import annotations

from datetime import date

import pytest

from ledger.intake.text.normalise import fold
from ledger.intake.time.dates import find_moments
from ledger.intake.time.moment import Moment
from tests.ledger.intake.reader import DAY, drafts, only

FRIDAY = date(2024, 8, 2)


def only_moment(text: str) -> Moment:
    folded = fold(text)
    found = find_moments(folded.lower, 0, len(folded.text), FRIDAY)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("في السادس والعشرين من تموز", date(2024, 7, 26), date(2024, 7, 26)),
        ("مساء الحادي والثلاثين من تموز الماضي", date(2024, 7, 31), date(2024, 7, 31)),
        ("في 15 نيسان/أبريل 2023", date(2023, 4, 15), date(2023, 4, 15)),
        ("بين العاشر والعشرين من حزيران", date(2024, 6, 10), date(2024, 6, 20)),
        ("من الرابع والعشرين من شباط/فبراير حتى منتصف ليل 16 آذار/مارس", date(2024, 2, 24), date(2024, 3, 16)),
        ("يومي الأحد والاثنين", date(2024, 7, 28), date(2024, 7, 29)),
        ("الجمعة الماضي", date(2024, 7, 26), date(2024, 7, 26)),
        ("مساء الخميس الفائت", date(2024, 8, 1), date(2024, 8, 1)),
        ("قبل 12 يوماً", date(2024, 7, 21), date(2024, 7, 21)),
        ("قبل أسبوعين", date(2024, 7, 19), date(2024, 7, 19)),
        ("أول من أمس", date(2024, 7, 31), date(2024, 7, 31)),
        ("وفجر اليوم الجمعة", FRIDAY, FRIDAY),
        ("من ساعتين", FRIDAY, FRIDAY),
        ("امبارح بالليل", date(2024, 8, 1), date(2024, 8, 1)),
        ("منذ مساء أمس وحتى صباح اليوم", date(2024, 8, 1), FRIDAY),
        ("خلال الساعات الثماني والأربعين الماضية", date(2024, 7, 31), FRIDAY),
        ("خلال الأسبوع المنصرم", date(2024, 7, 26), FRIDAY),
        ("شهر حزيران/يونيو المنصرم", date(2024, 6, 1), date(2024, 6, 30)),
        ("الشهر الفائت", date(2024, 7, 1), date(2024, 7, 31)),
        ("خلال عام 2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("بتاريخ 25-1-2024", date(2024, 1, 25), date(2024, 1, 25)),
    ],
)
def test_a_time_is_resolved_against_the_day_of_publication(text: str, first: date, last: date) -> None:
    moment = only_moment(text)
    assert (moment.first, moment.last) == (first, last)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("منذ الـ 29 من حزيران / يونيو من العام 2014", date(2014, 6, 29)),
        ("منذ منتصف نيسان/أبريل", date(2024, 4, 15)),
        ("بعد السابع من أكتوبر الماضي", date(2023, 10, 7)),
        ("منذ عام 2011", date(2011, 1, 1)),
    ],
)
def test_a_period_begins_where_the_text_says_since(text: str, first: date) -> None:
    moment = only_moment(text)
    assert moment.is_since
    assert moment.first == first


@pytest.mark.parametrize("text", ["من الثلاثين من الشهر", "في 31-13-2024", "في الحادي والثلاثين من شباط"])
def test_a_day_that_is_not_in_the_calendar_is_left_open(text: str) -> None:
    folded = fold(text)
    assert all(moment.first is None for moment in find_moments(folded.lower, 0, len(folded.text), date(2024, 2, 3)))


def test_without_a_day_of_publication_a_relative_time_stays_open() -> None:
    folded = fold("قتل 3 مدنيين قبل يومين وأصيب 4 الأربعاء الماضي خلال الأيام الثلاثة الماضية")
    found = find_moments(folded.lower, 0, len(folded.text), None)
    assert found
    assert all(moment.first is None for moment in found)


def test_a_day_of_the_month_told_early_in_the_next_one_is_of_the_month_before() -> None:
    draft = only("قتل رجل بغارة على بلدة سرمين في الحادي والعشرين منه.", date(2018, 8, 2))
    assert draft.occurred is not None
    assert draft.occurred.end == date(2018, 7, 21)


def test_the_day_before_a_relative_clause_is_that_of_the_event_in_it() -> None:
    draft = only("مجزرة سوق إدلب يوم 15 تموز 2018، إذ شن الطيران غارتين وأوقع 19 قتيلاً.")
    assert draft.occurred is not None
    assert draft.occurred.end == date(2018, 7, 15)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("خلال النصف الأول من العام 2017", date(2017, 1, 1), date(2017, 6, 30)),
        ("في الربع الثاني من عام 2018", date(2018, 4, 1), date(2018, 6, 30)),
        ("في الأشهر الستة الأولى من العام الجاري", date(2018, 1, 1), date(2018, 6, 30)),
        ("خلال العام الماضي", date(2017, 1, 1), date(2017, 12, 31)),
        ("منذ 2014", date(2014, 1, 1), DAY),
        ("منذ يوم الثلاثاء الفائت", date(2018, 7, 31), DAY),
    ],
)
def test_arabic_parts_of_a_year_are_windows(words: str, start: date, end: date) -> None:
    toll = only(f"وثق المركز مقتل 320 مدنياً {words}.")
    assert toll.occurred is not None
    assert (toll.period_start, toll.occurred.start, toll.occurred.end) == (start, start, end)


def test_the_start_of_a_war_is_the_day_told_before_for_it() -> None:
    told = drafts("بلغت الحصيلة 500 شهيد منذ 7 تموز 2018. وارتفع عدد شهداء الضفة منذ بداية العدوان إلى 62 شهيداً.")
    assert [toll.period_start for toll in told] == [date(2018, 7, 7), date(2018, 7, 7)]
    assert only("ارتفع عدد شهداء الضفة منذ بداية العدوان إلى 62 شهيداً.").period_start is None


def test_people_driven_out_or_held_over_a_month_are_counted_from_its_first_day() -> None:
    assert only("نزحت 300 عائلة من مأرب خلال شهر يوليو.").period_start == date(2018, 7, 1)
    assert only("نزحت 300 عائلة من مأرب في 5 تموز.").period_start is None
