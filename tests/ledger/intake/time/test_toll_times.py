"""The day a toll is counted to, and the window it has from its own words only."""

from __future__ import annotations

from datetime import date

import pytest

from tests.ledger.intake.reader import bounds, drafts, only

PUBLISHED = date(2018, 8, 6)
THIRD = date(2018, 8, 3)
START = date(2018, 7, 19)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("As of 3 August, at least 65 people have been killed in Nawa since 19 July", START),
        ("At least 65 people have been killed in Nawa since 19 July, as of 3 August", START),
        ("The death toll in Nawa was 65 on 3 August", None),
        ("The number of people killed in Nawa since 19 July was 65 on 3 August", START),
        ("From 19 July until 3 August, 65 people were killed in Nawa", START),
        ("From 19 July to 3 August 2018 shelling killed 65 people in the province", START),
        ("By 3 August, the death toll in Nawa had reached 65", None),
        ("The death toll in Nawa reached 65 by 3 August", None),
        ("The number of people killed in Nawa since 19 July rose to 65 until the evening of 3 August", START),
        ("The death toll in Nawa in the period (19 July – 3 August) was 65", START),
        ("بلغت حصيلة القتلى في نوى 65 حتى 3 آب", None),
        ("مقتل 65 شخصاً في نوى من 19 تموز إلى 3 آب", START),
        ("وثق المرصد مقتل 65 شخصاً في نوى منذ 19 تموز وحتى مساء 3 آب", START),
        ("حتى يوم 3 آب ارتفع عدد القتلى في نوى إلى 65", None),
    ],
)
def test_a_toll_is_counted_to_the_day_it_names(text: str, start: date | None) -> None:
    draft = only(text, PUBLISHED)
    assert draft.kind.value == "toll_stated"
    assert (draft.counted_to, draft.period_start) == (THIRD, start)


@pytest.mark.parametrize(
    "event",
    [
        "The helicopters have bombed Tafas since 1 August, and",
        "The regime forces renewed the shelling of Tafas since the dawn of Wednesday until now, and",
        "The regime forces shelled Tafas until 1 August, and",
    ],
)
@pytest.mark.parametrize("day", [2, 3, 5, 9])
def test_the_time_of_an_event_is_no_window_of_a_toll(event: str, day: int) -> None:
    published = date(2018, 8, day)
    found = drafts(f"{event} the number of those executed in Nawa rose to 48", published)
    toll = next(draft for draft in found if draft.kind.value == "toll_stated")
    assert (toll.period_start, toll.counted_to) == (None, published)
    assert toll.occurred is not None
    assert toll.occurred.text is None


def test_a_time_outside_every_event_still_bounds_the_tolls() -> None:
    found = drafts("The death toll in Nawa rose to 70, and all this since 19 July 2018", PUBLISHED)
    assert [draft.period_start for draft in found] == [START]


def test_a_window_may_be_told_by_two_days_in_figures() -> None:
    found = only(
        "The network documented the execution of 74 persons in the period between 29/6/2018 and 28/7/2018 in Homs."
    )
    assert (found.kind.value, found.period_start, found.counted_to) == (
        "toll_stated", date(2018, 6, 29), date(2018, 7, 28),
    )  # fmt: skip


def test_a_number_that_rises_may_stand_far_from_what_it_counts() -> None:
    found = only(
        "Thus, the number of people executed by the group since it declared its state in the east of the country "
        "and in the desert that lies behind it rises to 312."
    )
    assert bounds(found.killed) == (312, 312, "exact")
