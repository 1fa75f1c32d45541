"""Days in figures, whichever way round they are written."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.intake.text.normalise import fold
from ledger.intake.time.dates import find_moments
from ledger.intake.time.moment import Moment
from tests.ledger.intake.reader import only

PUBLISHED = date(2018, 8, 2)
FORMATS = (
    "{d.year}-{d.month:02}-{d.day:02}",
    "{d.year}/{d.month}/{d.day}",
    "{d.day}/{d.month}/{d.year}",
    "{d.day:02}.{d.month:02}.{d.year}",
    "{d.day}-{d.month}-{d.year}",
    "{d.day} / {d.month} / {d.year}",
    "{d:%d-%b-%Y}",
)


def moments(text: str) -> list[Moment]:
    folded = fold(text)
    return find_moments(folded.lower, 0, len(folded.lower), PUBLISHED)


@given(st.dates(date(1950, 1, 1), PUBLISHED), st.sampled_from(FORMATS), st.sampled_from(("on {}", "في {} قصف", "{}")))
def test_a_day_in_figures_is_read_with_the_day_before_the_month(day: date, form: str, around: str) -> None:
    assert [(found.first, found.last) for found in moments(around.format(form.format(d=day)))] == [(day, day)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on 12/25/2017", date(2017, 12, 25)),
        ("on 25/12/17", date(2017, 12, 25)),
        ("19/تموز/2018", date(2018, 7, 19)),
        ("بتاريخ 19/7", date(2018, 7, 19)),
        ("بتاريخ ١٩/١٢", date(2017, 12, 19)),
    ],
)
def test_the_only_order_that_is_a_day_is_taken(text: str, day: date) -> None:
    assert [(found.first, found.last) for found in moments(text)] == [(day, day)]


@pytest.mark.parametrize(
    ("text", "unsure"),
    [("on 3/4/2018", True), ("on 3/3/2018", False), ("on 3.4.2018", False), ("في 3/4/2018 قصف", False)],
)
def test_an_order_that_may_be_either_is_flagged_in_english(text: str, unsure: bool) -> None:
    assert ["date_ambiguous" in found.flags for found in moments(text)] == [unsure]


@pytest.mark.parametrize("text", ["ratio 3/4", "on 3/4/99", "call 12-34-2018-55", "version 1.2.3", "route 5/6/7"])
def test_other_figures_with_marks_are_no_day(text: str) -> None:
    assert moments(text) == []


def test_a_day_in_figures_is_no_count() -> None:
    draft = only("Shelling on 12/7/2018 killed 3 people in Nawa")
    assert draft.killed is not None
    assert (draft.killed.low, draft.occurred and draft.occurred.start) == (3, date(2018, 7, 12))


@pytest.mark.parametrize(
    ("text", "days", "since"),
    [
        ("since 27/11, 412 were killed", [date(2018, 11, 27)], True),
        ("from 27/11 to 3/12", [date(2018, 11, 27), date(2018, 12, 3)], False),
        ("killed on 11/27", [date(2018, 11, 27)], False),
        ("منذ 27/11", [date(2018, 11, 27)], True),
        ("from 3/4 of the town", [], False),
        ("by 2/3 people", [], False),
    ],
)
def test_a_day_and_a_month_behind_a_word_that_leads_to_a_day(text: str, days: list[date], since: bool) -> None:
    found = list(find_moments(text, 0, len(text), date(2018, 12, 10)))
    assert [moment.first for moment in found] == days
    assert any(moment.is_since for moment in found) == since
