"""Sentences that only say whom the toll told before includes."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import bounds, groups, kinds, only

_TOLL = "In July, 219 people were killed and 1,051 injured in Nawa. "


@pytest.mark.parametrize(
    "text",
    [
        "Forty-six children and 20 women were among those who died.",
        "The number of people killed includes 46 children and 20 women.",
        "The toll included forty-six children and 20 women.",
        "Included in this number are 46 children and 20 women.",
        "Among these deaths were 46 children and 20 women.",
        "Forty-six of the dead were children and 20 women.",
        "وتضم الحصيلة 46 طفلا و20 امرأة.",
        "ويشمل العدد 46 طفلا و20 امرأة.",
        "ويتضمن عدد القتلى 46 طفلا و20 امرأة.",
    ],
)
def test_whom_a_toll_includes_are_parts_of_it(text: str) -> None:
    draft = only(_TOLL + text)
    assert (bounds(draft.killed), groups(draft.killed)) == ((219, 219, "exact"), {"children": 46, "women": 20})


def test_a_group_is_told_once_for_dead_and_injured() -> None:
    draft = only(_TOLL + "Among them are 12 children who were killed and 51 who were injured.")
    assert (groups(draft.killed), groups(draft.injured)) == ({"children": 12}, {"children": 51})


def test_what_a_campaign_includes_are_no_dead() -> None:
    assert kinds("قتل 62 في نوى. وشملت الحملة 12 قرية.") == ["toll_stated"]
    assert groups(only("قتل 62 في نوى. وشملت الحملة 12 قرية.").killed) == {}
