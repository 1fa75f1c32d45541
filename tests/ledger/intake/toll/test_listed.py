"""Lists of figures under a line that says over what time they are counted."""

from __future__ import annotations

from datetime import date

import pytest

from tests.ledger.intake.reader import bounds, drafts, only

DAILY = "بلغ إجمالي ما وصل إلى المستشفيات خلال الـ 24 ساعة الماضية."


@pytest.mark.parametrize("mark", ["•", "▪️", "*", "-", r"\*"])
def test_a_list_counts_over_the_time_of_the_line_above_it(mark: str) -> None:
    draft = only(f"⭕ {DAILY}\n{mark} 1 شهيد جديد.\n{mark} 2 إصابة.")
    assert (draft.kind.value, bounds(draft.killed), bounds(draft.injured)) == (
        "toll_stated",
        (1, 1, "exact"),
        (2, 2, "exact"),
    )
    assert draft.occurred is not None
    assert (draft.occurred.start, draft.occurred.end) == (date(2018, 8, 1), date(2018, 8, 2))
    assert "24" in (draft.occurred.text or "")


def test_lines_without_bullets_belong_to_the_list_too() -> None:
    day, total = drafts(
        "The total number that reached hospitals in the past 48 hours:\n* Number of martyrs: 3\n"
        "Number of injuries: 8.\nSince the truce (11 July):\nTotal number of martyrs: 412\n"
        "Total number of injuries: 903"
    )
    assert (bounds(day.killed), bounds(day.injured)) == ((3, 3, "exact"), (8, 8, "exact"))
    assert day.occurred is not None
    assert day.occurred.start == date(2018, 7, 31)
    assert (bounds(total.killed), bounds(total.injured), total.period_start) == (
        (412, 412, "exact"),
        (903, 903, "exact"),
        date(2018, 7, 11),
    )


def test_a_note_below_the_list_is_no_part_of_it() -> None:
    toll, note = drafts(
        "Since the truce (11 July):\n• Total number of martyrs: 412\n🚨 A building that collapsed killed 3 people."
    )
    assert toll.period_start == date(2018, 7, 11)
    assert (note.period_start, bounds(note.killed)) == (None, (3, 3, "exact"))


def test_bodies_recovered_are_some_of_the_dead_above_them() -> None:
    draft = only(
        "Since the truce (11 July):\n• Number of martyrs: 412\n• Number of injuries: 903\n"
        "• Number of recovered bodies: 77"
    )
    assert (bounds(draft.killed), bounds(draft.injured)) == ((412, 412, "exact"), (903, 903, "exact"))


def test_the_same_list_in_two_languages_is_one() -> None:
    draft = only(
        "التقرير اليومي\nمنذ الهدنة (11 تموز):\n• عدد الشهداء: 412\n• عدد الإصابات: 903\n\n"
        "Daily report\nSince the truce (11 July):\n• Number of martyrs: 412\n• Number of injuries: 903"
    )
    assert (bounds(draft.killed), bounds(draft.injured)) == ((412, 412, "exact"), (903, 903, "exact"))


@pytest.mark.parametrize(
    "text",
    [
        "1,345 killed and the number of wounded exceeds 4,000",
        "Daily report on the war: 1,345 martyrs and the number of wounded exceeds 4,000",
    ],
)
def test_dead_beside_a_total_of_wounded_are_not_the_wounded(text: str) -> None:
    draft = only(text)
    assert (bounds(draft.killed), bounds(draft.injured)) == ((1345, 1345, "exact"), (4000, None, "more_than"))


def test_the_dead_of_an_aggression_are_not_the_aggressor_s() -> None:
    draft = only("4,047 martyrs and 16,638 wounded, the total updated toll of the Israeli aggression")
    assert (bounds(draft.killed), bounds(draft.injured)) == ((4047, 4047, "exact"), (16638, 16638, "exact"))
    assert (draft.group, draft.affiliation) == ("all", None)
