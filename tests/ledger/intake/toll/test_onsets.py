"""The day on which a count begins."""

from __future__ import annotations

from datetime import date

import pytest

from tests.ledger.intake.reader import drafts, only

PUBLISHED = date(2021, 8, 15)
BEGUN = date(2021, 7, 28)


@pytest.mark.parametrize(
    "text",
    [
        "From the beginning of the military campaign on July 28, monitors have documented the death of 32 people.",
        "From the start of the siege, on 28 July, the monitor has recorded 32 deaths.",
        "The campaign, which began on July 28, has so far killed 32 people.",
        "The toll of the operation, launched on 28 July, has climbed to 32.",
        "The death toll of the campaign that was launched on July 28 now stands at 32.",
        "The toll of the fighting, which broke out on the 28th of July 2021, rose to 32 dead.",
        "The toll of the operation, launched on the night of July 28–29, has climbed to 32.",
        "Since the truce took effect on July 28, 32 civilians have been killed.",
        "From 28 July until now, 32 civilians have been killed in the area.",
        "Monitors documented the death of 32 people from the 28th of July to this day.",
    ],
)
def test_a_count_begins_when_what_it_counts_began(text: str) -> None:
    draft = only(text, PUBLISHED)
    assert (draft.period_start, draft.counted_to) == (BEGUN, PUBLISHED)


@pytest.mark.parametrize(
    "text",
    [
        "The army's offensive, now in its third week, began on July 28. Since it began, 32 civilians have been killed.",
        "The attack began on July 28. At least 32 people have been killed since the attack began.",
        "The truce collapsed on July 28. The number of people killed since its collapse has reached 32.",
        "Four people were killed from 28 July until today. Over the same duration shells fired on Nawa killed 32.",
    ],
)
def test_since_it_began_is_the_day_told_before(text: str) -> None:
    assert drafts(text, PUBLISHED)[-1].period_start == BEGUN


@pytest.mark.parametrize(
    "text",
    [
        "The toll of the war, which ended on July 28, is 32 dead.",
        "The ministry announced on July 28 that the toll had risen to 32.",
    ],
)
def test_an_end_or_a_statement_begins_no_count(text: str) -> None:
    assert only(text, PUBLISHED).period_start is None


@pytest.mark.parametrize(
    "text",
    [
        "Since entering the war on July 28, the coalition has killed 32 civilians.",
        "32 civilians have been killed by the coalition since it started its raids on Nawa on 28/7/2021.",
        "After July 28, 32 civilians have been killed so far.",
    ],
)
def test_since_may_stand_apart_from_its_day(text: str) -> None:
    draft = only(text, PUBLISHED)
    assert (draft.kind.value, draft.period_start) == ("toll_stated", BEGUN)


def test_the_day_of_a_toll_is_that_of_the_attack_it_counts() -> None:
    text = (
        "Rescuers pulled three more bodies overnight from the ruins, taking to 34 the number of people killed in a "
        "missile attack on Friday."
    )
    assert drafts(text, PUBLISHED)[-1].counted_to == date(2021, 8, 13)
