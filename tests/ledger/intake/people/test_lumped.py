"""Numbers that count dead and injured in one, and what they are divided into."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import bounds, groups, only


@pytest.mark.parametrize(
    "text",
    [
        "The database has reached 1,220 civilian casualties since March 2015, that is 340 dead and 880 injured.",
        "The mission documented 1,220 civilian casualties (340 killed and 880 injured) in April.",
        "From 1 January to 30 June there were 1,220 casualties, comprising 340 deaths and 880 injuries.",
        "In June the number of casualties was 1,220, of whom 340 died and 880 were wounded.",
        "The total of civilian casualties came to 1,220 in July: 340 deaths and 880 wounded.",
        "Between January and June there were 1,220 victims – 340 killed, among them 27 children, and 880 injured.",
        "سجلت البعثة 1220 ضحية من المدنيين في نيسان (340 قتيلا و880 جريحا).",
        "وصل عدد الضحايا إلى 1220، منهم 340 قتيلا و880 مصابا، منذ بداية العام.",
        "بلغ عدد الضحايا المدنيين 1220 منذ آذار 2015، أي 340 قتيلا و880 جريحا.",
    ],
)
def test_casualties_that_are_divided_belong_to_neither(text: str) -> None:
    draft = only(text)
    assert (draft.kind.value, bounds(draft.killed), bounds(draft.injured)) == (
        "toll_stated",
        (340, 340, "exact"),
        (880, 880, "exact"),
    )


def test_parts_of_the_dead_that_happen_to_add_up_with_the_injured_are_parts() -> None:
    draft = only("71 people lost their lives in Nawa in July, including 11 civilians, and 60 were injured.")
    assert (bounds(draft.killed), bounds(draft.injured)) == ((71, 71, "exact"), (60, 60, "exact"))
    assert groups(draft.killed) == {"civilians": 11}
