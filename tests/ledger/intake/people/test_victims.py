"""Groups that stand apart from the number: after it, in another sentence, in bullets."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import bounds, drafts, groups, only


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rose to 107, the number of civilians killed in Nawa since June", {"civilians": 107}),
        ("The civilians reported killed in Nawa in July had been between 62 and 71", {"civilians": 62}),
        ("Of medics, 101 were killed in Gaza since October", {"medical": 101}),
        ("ومنذ حزيران سقط من التنظيم 292 قتيلاً في نوى", {"combatants": 292}),
    ],
)
def test_the_noun_that_says_who_is_counted_may_stand_anywhere(text: str, expected: dict[str, int]) -> None:
    assert groups(only(text).killed) == expected


@pytest.mark.parametrize(
    "second",
    [
        "Among the killed were 4 children and 2 women.",
        "4 children and 2 women were among the dead.",
        "Of those killed, 4 were children and 2 were women.",
    ],
)
def test_a_later_sentence_breaks_the_figure_down(second: str) -> None:
    draft = only(f"Warplanes bombed the market of Nawa this morning and killed 11 people. {second}")
    assert bounds(draft.killed) == (11, 11, "exact")
    assert groups(draft.killed) == {"children": 4, "women": 2}


def test_bullets_under_a_toll_are_its_breakdown() -> None:
    text = (
        "The number of people killed in Nawa since June rose to 78, divided as follows:\n\n"
        "• 60 civilians, including 17 women and three children.\n\n"
        "• 16 soldiers.\n\n"
        "• Two members of the SDF.\n"
    )
    draft = only(text)
    assert draft.killed is not None
    found = [(entry.group, entry.low) for entry in draft.killed.breakdown]
    assert found == [("civilians", 60), ("women", 17), ("children", 3), ("combatants", 16), ("combatants", 2)]


def test_bullets_by_town_are_no_second_count_of_the_same_dead() -> None:
    text = "The toll in Nawa district rose to 9, by town:\n\n• Nawa: two girls.\n\n• Jasim: seven children.\n"
    assert groups(only(text).killed) == {}


def test_bullets_under_conditions_are_no_events() -> None:
    text = "The army set conditions for a truce:\n\n• The factions release 30 captives.\n\n• Fighters leave Nawa.\n"
    assert drafts(text) == []


def test_bullets_that_report_are_read() -> None:
    text = "Main points\n\n• Warplanes bombed Nawa this morning.\n\n• Regime forces shelled Jasim.\n"
    assert [draft.kind.value for draft in drafts(text)] == ["strike", "shelling"]


def test_others_injured_told_later_belong_to_the_dead_just_told() -> None:
    draft = only("Shells hit Nawa on Monday and killed 9 people. Injuries were suffered by 16 others.")
    assert bounds(draft.injured) == (16, 16, "exact")


def test_the_object_of_a_killing_may_stand_behind_who_did_it_and_when() -> None:
    draft = only("اغتال مسلحون مجهولون بعد منتصف ليل أمس قيادياً في بلدة حزانو.")
    assert groups(draft.killed) == {"combatants": 1}
