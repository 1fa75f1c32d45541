"""Totals told as an amount."""

from __future__ import annotations

from datetime import date

import pytest

from tests.ledger.intake.reader import drafts, only

PUBLISHED = date(2018, 12, 10)


@pytest.mark.parametrize(
    "text",
    [
        "Deaths since 10 September amount to 61.",
        "All deaths since 10 September number 61.",
        "Health workers killed since the 10th of September are thereby 61, the WHO reported.",
        "The army puts its own losses since 10 September at 61.",
        "The WHO put all deaths in the fighting since 10 September at 61.",
        "Since the 10th of September it came to 61 members of the organization killed by clashes.",
        "Killed so far since 10 September were 61 people.",
        "Assassinated thus far, in Nawa and around it, were 61 people from the 10th of September to this day.",
        "The number of fighters lost by the rebel battalions since 10 September has climbed to 61.",
        "Climbed to 61 the number of fighters whom the battalions lost since 10 September.",
        "Since 10 September 61 fighters have met their deaths.",
        "61 of its fighters have fallen in battle since 10 September.",
    ],
)
def test_an_amount_of_dead_is_a_toll(text: str) -> None:
    draft = only(text, PUBLISHED)
    assert draft.kind.value == "toll_stated"
    assert draft.killed
    assert draft.killed.low == 61
    assert draft.period_start == date(2018, 9, 10)


@pytest.mark.parametrize(
    "text",
    [
        "The army lost 21 tanks since Monday.",
        "The number of raids came to 61.",
        "The group put the price of bread at 61.",
        "Prices in Nawa have fallen to 61.",
    ],
)
def test_an_amount_of_anything_else_is_none(text: str) -> None:
    assert not [draft for draft in drafts(text, PUBLISHED) if draft.kind.value == "toll_stated"]


def test_at_the_least_bounds_the_number() -> None:
    draft = only("It has risen to 236 -at the least- the number of the dead since the 1st of December.", PUBLISHED)
    assert draft.killed
    assert (draft.killed.low, draft.killed.high) == (236, None)


@pytest.mark.parametrize(
    "text",
    [
        "The fighting in Nawa has left 61 dead, according to the monitor.",
        "It was the fourth day of fighting that a war monitor says has left 61 dead.",
        "The campaign has cost 61 lives.",
        "The siege of Nawa has claimed the lives of 61 civilians.",
    ],
)
def test_what_goes_on_for_days_has_a_running_total(text: str) -> None:
    assert [d.killed.low for d in drafts(text, PUBLISHED) if d.kind.value == "toll_stated" and d.killed] == [61]


def test_fighting_that_left_dead_on_one_day_is_an_event() -> None:
    assert only("Fighting between the two factions in Nawa yesterday left 6 dead.", PUBLISHED).kind.value == "clash"


def test_the_verb_of_a_total_may_be_said_once_for_two() -> None:
    text = "The soldiers killed since 10 September are 12, and all deaths in the fighting 61."
    assert [draft.killed and draft.killed.low for draft in drafts(text, PUBLISHED)] == [12, 61]


def test_each_of_a_list_of_dead_is_a_total() -> None:
    text = "84 rebels, 45 soldiers and 12 civilians have been killed since the 10th of September."
    assert [draft.killed and draft.killed.low for draft in drafts(text, PUBLISHED)] == [84, 45, 12]


@pytest.mark.parametrize(
    "text",
    [
        "The death toll for November was 61, down from 75 in October.",
        "61 civilians were killed in November, compared to 75 in October.",
        "November's death toll stood at 61.",
        "The November toll reached 61.",
    ],
)
def test_the_month_of_a_toll(text: str) -> None:
    draft = only(text, PUBLISHED)
    assert (draft.period_start, draft.counted_to) == (date(2018, 11, 1), date(2018, 11, 30))
