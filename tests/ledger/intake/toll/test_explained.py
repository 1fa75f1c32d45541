"""Lines right below a toll that say how its dead came about, and are no further dead."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import bounds, drafts, only, reasons

HEAD = "What reached the hospitals in the past 24 hours, the number of dead and wounded:\n"


@pytest.mark.parametrize(
    "lines",
    [
        "• Number of martyrs: 9\n(7 new martyrs + 2 martyrs recovered)\n• Number of injuries: 21",
        "• Number of martyrs: 9\n• (7 new martyrs + 2 recovered\n• Number of injuries: 21",
        "• Number of martyrs: 9\n• 7 new martyrs, 2 bodies recovered\n• Number of injuries: 21",
        "• عدد الشهداء 9\n(7 شهداء جدد + 2 شهيد انتشال)\n• عدد الإصابات: 21 إصابة",
        "• عدد الشهداء 9\n7 شهيد جديد، 2 شهداء انتشال\n• عدد الإصابات: 21 إصابة",
        "▪️ 9 شهداء (7 شهيد جديد، 2 شهداء انتشال).\n▪️ 21 إصابة.",
        "• عدد الشهداء 9 شهداء (7 شهداء جدد + 2 شهيد انتشال)\n• عدد الإصابات: 21 إصابة",
    ],
)
def test_parts_of_a_toll_add_nobody_to_it(lines: str) -> None:
    draft = only(HEAD + lines)
    assert (bounds(draft.killed), bounds(draft.injured)) == ((9, 9, "exact"), (21, 21, "exact"))
    assert draft.killed is not None
    assert draft.killed.breakdown == ()


def test_the_parts_are_the_reasons_of_the_toll() -> None:
    draft = only(HEAD + "• عدد الشهداء 9\n7 شهيد جديد، 2 شهداء انتشال\n• عدد الإصابات: 21 إصابة")
    assert reasons(draft) == [("new_deaths", 7), ("body_recovered", 2)]


def test_a_line_that_does_not_add_up_is_told_for_itself() -> None:
    found = drafts("Toll of the shelling of Nawa: 9 killed.\nIn Tasil, 4 people were killed and 2 children in Jasim.")
    assert len(found) > 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("96 martyrs have been added to the cumulative statistics.", [("late_report", 96)]),
        ("12 people who died of their wounds were added to the toll.", [("died_of_wounds", 12)]),
        ("تم إضافة 6 شهداء متأثرين بجراحهم على التراكمي.", [("died_of_wounds", 6)]),
    ],
)
def test_people_added_to_a_total_are_why_it_moved_and_no_toll(text: str, told: list[tuple[str, int]]) -> None:
    draft = only(text)
    assert (draft.kind.value, draft.killed, reasons(draft)) == ("other", None, told)
    assert "total_not_given" in draft.flags


def test_people_added_to_a_total_that_is_told_are_its_reason() -> None:
    draft = only("The ministry added 12 dead to its toll, now 312.")
    assert (bounds(draft.killed), reasons(draft)) == ((312, 312, "exact"), [("late_report", 12)])


def test_dead_that_add_to_a_toll_are_still_dead() -> None:
    found = drafts("The strike on Nawa killed 5 people, adding to a toll that has passed 300 since June.")
    assert any(draft.killed is not None and draft.killed.low == 5 for draft in found)


def test_groups_that_add_up_to_the_toll_above_are_its_parts() -> None:
    draft = only("495 people have been killed since 3 June. Of those killed, 224 were men, 168 women and 103 children.")
    assert draft.killed
    assert [(entry.group, entry.low) for entry in draft.killed.breakdown] == [
        ("men", 224), ("women", 168), ("children", 103)
    ]  # fmt: skip
