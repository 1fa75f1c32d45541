"""Shares of a toll told before: by whom, or where."""

from __future__ import annotations

from datetime import date

import pytest

from tests.ledger.intake.reader import bounds, drafts, groups, kinds

_TOLL = "In May, 847 people were killed and 1,900 injured in Nawa.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "Regime forces are held responsible for 42 of these deaths, including 11 children.",
        "It attributes 42 of the deaths, including 11 children, to regime forces.",
        "The army was behind 42 of the killings, including 11 children.",
        "Forty-two of the fatalities, among them 11 children, occurred during the operation in Tafas on 3 and 4 July.",
        "Of these deaths, 42 occurred in Tafas, including 11 children.",
        "Some of the dead are unnamed; 42 of those deaths, including 11 children, were recorded in Tafas.",
        "42 of those killed, including 11 children, died at the hands of the militia.",
    ],
)
def test_a_share_by_party_or_place_is_a_toll_of_its_own(text: str) -> None:
    whole, share = drafts(_TOLL + text)
    assert bounds(whole.killed) == (847, 847, "exact")
    assert (share.kind.value, bounds(share.killed)) == ("toll_stated", (42, 42, "exact"))
    assert (groups(share.killed), "subset_of_total" in share.flags) == ({"children": 11}, True)


def test_a_share_of_the_injured_is_told_with_that_of_the_dead() -> None:
    _, share = drafts(_TOLL + "Twelve of the deaths and 143 of the injuries occurred during the operation in Tafas.")
    assert (bounds(share.killed), bounds(share.injured)) == ((12, 12, "exact"), (143, 143, "exact"))


@pytest.mark.parametrize(
    "text",
    [
        "Twelve of the dead were buried in Tafas.",
        "Two of the dead were brothers.",
        "Three of those killed have not been identified.",
        "Twelve of those killed were from Tafas.",
    ],
)
def test_what_else_is_said_of_some_of_the_dead_is_no_toll(text: str) -> None:
    assert kinds(_TOLL + text) == ["toll_stated"]


def test_a_share_without_a_toll_before_is_none() -> None:
    assert "toll_stated" not in kinds("Shelling hit Nawa. Twelve of the deaths occurred in hospital.")


@pytest.mark.parametrize(
    "text",
    [
        "Regime forces killed 42, including 11 children.",
        "Russian forces, the report goes on, killed 42 people, 11 of whom were children.",
        "قتلت قوات النظام 42 مدنيا بينهم 11 طفلا.",
    ],
)
def test_whom_one_party_killed_of_those_just_counted_is_a_share(text: str) -> None:
    _, share = drafts(_TOLL + text)
    assert (share.kind.value, bounds(share.killed)) == ("toll_stated", (42, 42, "exact"))
    assert (share.period_start, "subset_of_total" in share.flags) == (date(2018, 5, 1), True)


def test_each_party_has_the_share_that_its_verb_counts() -> None:
    _, first, second = drafts(_TOLL + "Regime forces killed 142 civilians and Russian forces killed 42.")
    assert [(bounds(it.killed), it.kind.value) for it in (first, second)] == [
        ((142, 142, "exact"), "toll_stated"),
        ((42, 42, "exact"), "toll_stated"),
    ]


@pytest.mark.parametrize(
    "text",
    ["Gunmen killed 12 people in Tafas on Friday.", "On Friday gunmen killed 12 people.", "Gunmen killed 4 people."],
)
def test_a_killing_with_a_day_or_a_place_is_an_event(text: str) -> None:
    assert kinds(_TOLL + text) == ["toll_stated", "violence"]


def test_whom_another_party_injured_does_not_belong_to_the_toll_before() -> None:
    toll, event = drafts("Israeli forces killed 15 Palestinians in June. Settlers injured 20 Palestinians.")
    assert (toll.injured, bounds(event.injured)) == (None, (20, 20, "exact"))
