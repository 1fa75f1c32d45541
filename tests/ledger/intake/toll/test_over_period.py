"""Deaths that look like a total and are those of the event told beside; words that only define."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import bounds, drafts, kinds, only


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "On Friday warplanes hit a market in Nawa; the Health Ministry counted 12 dead and 34 injured there.",
            "strike",
        ),
        ("Jets struck a market in Nawa on Monday; medics recorded 12 dead and 34 injured.", "strike"),
        ("Shells fell on Nawa at dawn and doctors counted 12 dead and 34 wounded.", "shelling"),
    ],
)
def test_what_medics_count_after_an_event_is_its_harm(text: str, kind: str) -> None:
    draft = only(text)
    assert (draft.kind.value, bounds(draft.killed), bounds(draft.injured)) == (
        kind,
        (12, 12, "exact"),
        (34, 34, "exact"),
    )


def test_what_is_counted_over_a_period_is_a_toll_still() -> None:
    assert kinds("Jets struck Nawa on Monday; the Observatory documented 120 dead in Tafas since 3 June.") == [
        "strike",
        "toll_stated",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "An attack is a massacre when at least five peaceful people die in it at once.",
        "By massacre it means an attack that kills five or more people.",
        "It counted 31 massacres in May; an attack is a massacre when five peaceful people die in it.",
        "It defines a massacre as an attack in which at least five people are killed.",
        "يقصد بالمجزرة الهجوم الذي يقتل فيه خمسة أشخاص على الأقل.",
    ],
)
def test_a_definition_tells_of_no_dead(text: str) -> None:
    assert drafts(text) == []


def test_whose_attacks_they_are_counts_nobody() -> None:
    draft = only("June saw 194 people killed and 231 injured in 143 militant attacks.")
    assert (bounds(draft.killed), bounds(draft.injured)) == ((194, 194, "exact"), (231, 231, "exact"))


@pytest.mark.parametrize(
    "text",
    [
        "A car bomb killed 12 people in Nawa last month.",
        "In June, a suicide bombing at a market in Nawa killed 12 people.",
        "In October 2017, twin car bombs at a ministry in Nawa left 12 dead.",
    ],
)
def test_one_attack_in_a_month_is_an_event(text: str) -> None:
    draft = only(text)
    assert (draft.kind.value, bounds(draft.killed)) == ("explosion", (12, 12, "exact"))


@pytest.mark.parametrize(
    "text",
    [
        "A series of attacks killed 62 people in Nawa in June.",
        "A wave of airstrikes killed 62 people in Nawa in June.",
        "Since June a blockade and airstrikes have killed 62 people in Nawa.",
    ],
)
def test_many_attacks_over_a_period_are_a_toll(text: str) -> None:
    assert kinds(text) == ["toll_stated"]


def test_clashes_last_month_are_an_event() -> None:
    text = "Clashes between the army and rebels in Nawa last month killed 12 people."
    assert kinds(text) == ["clash"]
