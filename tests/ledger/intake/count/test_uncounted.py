"""Numbers that count nobody: years, rates, and numbers of things that stand in no word list."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import bounds, drafts, only


@pytest.mark.parametrize(
    "text",
    [
        "In 2024 six people a month were killed in Nawa.",
        "Only 50,000 workers had regained access to jobs by late 2025, compared with 177,000 before the war.",
        "An average of eight people were injured per month in Nawa.",
        "Two people are killed every day in Nawa.",
        "Injuries have risen from one every three days to an average of two injuries per day.",
        "قتل شخصان يوميا في نوى",
        "بمعدل 5 قتلى في اليوم",
        "A total of 37 women and girls safe spaces remained open across Nawa.",
        "During the same period, partners collected nearly 19,800 pallets of assistance, down from 20,100.",
    ],
)
def test_years_rates_and_things_are_no_dead(text: str) -> None:
    assert all(draft.killed is None and draft.injured is None for draft in drafts(text))


def test_years_beside_the_figures_of_a_toll_are_no_figures() -> None:
    draft = only("The number of the dead in Nawa rose from 12 in early 2017 to 62 in late 2018.", None)
    assert (bounds(draft.killed), draft.previous) == ((62, 62, "exact"), 12)


def test_things_told_beside_a_toll_are_not_its_new_number() -> None:
    draft = only("The death toll is 62. The number of wards rose from 72 to 74, although 19 wards remain closed.")
    assert bounds(draft.killed) == (62, 62, "exact")


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Shells killed two people a day after the truce in Nawa.", 2),
        ("In Nawa 2018 people were killed by shells.", 2018),
        ("The authorities confirmed the death of one man in Nawa.", 1),
    ],
)
def test_what_looks_like_a_rate_or_a_year_and_counts_people_is_kept(text: str, dead: int) -> None:
    assert [draft.killed.low for draft in drafts(text) if draft.killed] == [dead]
