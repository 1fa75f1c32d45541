from __future__ import annotations

from datetime import date

import pytest

from desk.charts.course import ChartValue
from desk.charts.scales import Unit
from desk.charts.words import ARABIC, ENGLISH, change, number, words
from tests.desk.charts.samples import at_least, exact, in_words, value

WORDED = [
    (exact(0, 1204), "1,204", "1,204"),
    (at_least(0, 62), "at least 62", "62 على الأقل"),
    (value(0, 62, None, "more_than"), "more than 62", "أكثر من 62"),
    (value(0, 62, None, "about"), "about 62", "نحو 62"),
    (value(0, None, 62, "up_to"), "up to 62", "حتى 62"),
    (value(0, 55, 70, "between", best=62), "55–70", "من 55 إلى 70"),
    (in_words(0, "hundreds"), "hundreds", "مئات"),
    (value(0, 62, None, None), "62", "62"),
]


@pytest.mark.parametrize(("given", "english", "arabic"), WORDED)
def test_a_figure_is_put_as_the_source_put_it(given: ChartValue, english: str, arabic: str) -> None:
    assert ENGLISH.figure(given) == english
    assert ARABIC.figure(given) == arabic


def test_large_numbers_are_grouped_and_enormous_ones_become_powers_of_ten() -> None:
    assert number(1_610_000) == "1,610,000"
    assert number(9_999_999_999) == "9,999,999,999"
    assert number(2**53 - 1).strip("\u2066\u2069").replace("\u00a0", " ") == "9 × 10¹⁵"
    assert number(12_345_678_901).strip("\u2066\u2069").replace("\u00a0", " ") == "1.23 × 10¹⁰"


def test_a_change_is_isolated_so_that_arabic_does_not_turn_it_round() -> None:
    assert change(62, 58) == "\u206662\u00a0→\u00a058\u2069"


def test_days_have_latin_digits_and_both_names_of_the_month_in_arabic() -> None:
    day = date(2018, 7, 19)
    assert ENGLISH.day(day) == "19 Jul 2018"
    assert ARABIC.day(day) == "19 تموز/يوليو 2018"
    assert [ARABIC.mark(day, unit) for unit in Unit] == ["19 تموز/يوليو", "تموز/يوليو", "2018"]


def test_values_in_words_are_listed_while_few_and_counted_when_many() -> None:
    few = [in_words(5, "tens"), in_words(13, "hundreds")]
    assert ENGLISH.worded(few) == "In words only, not drawn: tens (24 Jul 2018), hundreds (1 Aug 2018)."
    assert ENGLISH.worded(few * 6) == "In words only, not drawn: tens, hundreds, 12×."


def test_a_language_we_do_not_speak_gets_english() -> None:
    assert words("ar-SY") is ARABIC
    assert words("fr") is ENGLISH
