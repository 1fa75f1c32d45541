from __future__ import annotations

from desk.charts.course import course
from tests.desk.charts.samples import FIRST, at_least, exact, in_words, value, withdrawal

DAY = FIRST.toordinal()


def test_values_are_ordered_by_counted_day_whatever_the_order_of_arrival() -> None:
    found = course([exact(9, 30), exact(2, 10), exact(5, 20)])
    assert [(step.day - DAY, step.until - DAY, step.figure) for step in found.steps] == [
        (2, 5, 10),
        (5, 9, 20),
        (9, 9, 30),
    ]


def test_of_two_values_for_a_day_the_one_known_last_stands() -> None:
    found = course([exact(2, 58, hours=5), exact(2, 62)])
    assert [step.figure for step in found.steps] == [58]
    assert [value.figure for value in found.replaced] == [62]


def test_a_superseded_value_never_stands_though_known_last() -> None:
    found = course([exact(2, 58), exact(2, 62, hours=5, superseded=True)])
    assert [step.figure for step in found.steps] == [58]


def test_a_withdrawn_day_breaks_the_line_until_the_next_value() -> None:
    found = course([exact(1, 10), withdrawal(3), exact(8, 31)])
    assert [[step.figure for step in stretch] for stretch in found.stretches] == [[10], [31]]
    assert [(gap.day - DAY, gap.until - DAY, gap.height) for gap in found.gaps] == [(3, 8, 10)]


def test_a_withdrawal_is_marked_at_the_figure_it_took_back() -> None:
    found = course([exact(1, 10), exact(3, 25, superseded=True), withdrawal(3, hours=1)])
    assert [gap.height for gap in found.gaps] == [25]
    assert found.replaced == ()


def test_a_value_stated_again_after_its_withdrawal_stands() -> None:
    found = course([withdrawal(3), exact(3, 25, hours=1)])
    assert [step.figure for step in found.steps] == [25]
    assert found.gaps == ()


def test_a_value_in_words_is_no_number_and_not_zero() -> None:
    found = course([exact(1, 10), in_words(3, "tens"), exact(5, 30)])
    assert [step.figure for step in found.steps] == [10, 30]
    assert [value.qualifier for value in found.worded] == ["tens"]


def test_a_missing_bound_is_open_and_a_given_one_is_not() -> None:
    bounds = [at_least(1, 10), value(2, None, 20, "up_to"), value(3, 30, None, "about"), exact(4, 40)]
    assert [(step.open_above, step.open_below) for step in course(bounds).steps] == [
        (True, False),
        (False, True),
        (True, True),
        (False, False),
    ]


def test_falls_and_rises_are_told_apart_by_what_they_replaced() -> None:
    found = course([exact(1, 58, revised_from=62), exact(2, 66, revised_from=62), exact(3, 62, revised_from=62)])
    assert [(step.fell, step.rose) for step in found.steps] == [(True, False), (False, True), (False, False)]


def test_a_replaced_figure_far_too_large_stays_off_the_scale_and_is_told() -> None:
    found = course([exact(4, 10**9, superseded=True), exact(4, 12, hours=1), exact(8, 20)])
    assert found.scale_top == 20
    assert [figure for _, figure in found.off_scale] == [10**9]


def test_a_standing_figure_is_always_on_the_scale() -> None:
    found = course([exact(4, 10**9), value(8, 3, 2 * 10**9, "between")])
    assert found.scale_top == 2 * 10**9
    assert found.off_scale == ()
