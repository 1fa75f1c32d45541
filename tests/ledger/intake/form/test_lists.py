"""Lists of places with counts, and the totals below them."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import bounds, drafts


def told(text: str) -> list[tuple[str | None, tuple[int | None, int | None, str | None] | None]]:
    return [(draft.place.id if draft.place else None, bounds(draft.killed)) for draft in drafts(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Killed today:\n- Nawa: 3\n- Tasil: 1",
        "Killed today:\n• Nawa – 3\n• Tasil – 1",
        "Killed by town:\n* Nawa 3\n* Tasil 1",
        "Killed today\n🔴 Nawa (3)\n🔴 Tasil (1)",
        "Killed today:\n1. Nawa: 3\n2. Tasil: 1",
        "Killed today:\n1️⃣ Nawa: 3\n2️⃣ Tasil: 1",
        "Killed today:\n- 3 in Nawa\n- 1 in Tasil",
        "الشهداء اليوم:\n▪️ نوى: ٣\n▪️ تسيل: ١",
        "- Nawa: 3 killed\n- Tasil: 1 killed",
        "1) Nawa: 3 killed\n2) Tasil: 1 killed",
    ],
)
def test_each_item_is_a_report_of_its_place(text: str) -> None:
    assert told(text) == [("sy-nawa", (3, 3, "exact")), ("sy-tasil", (1, 1, "exact"))]


@pytest.mark.parametrize(
    "text",
    [
        "Killed today:\n- Nawa: 3\n- Tasil: 1\nTotal: 4",
        "Killed today:\n- Nawa: 3 killed\n- Tasil: 1 killed\nTotal: 4",
        "Killed today:\n- Nawa: 3\n- Tasil: 1\n- Total: 4",
        "القتلى اليوم:\n- نوى: 3\n- تسيل: 1\nالمجموع: 4",
    ],
)
def test_the_total_is_no_further_dead_and_lies_in_none_of_the_places(text: str) -> None:
    first, second, total = drafts(text)
    assert (bounds(total.killed), total.place, total.kind.value) == ((4, 4, "exact"), None, "toll_stated")
    assert ["subset_of_total" in draft.flags for draft in (first, second, total)] == [True, True, False]


def test_the_total_of_a_list_of_wounded_kills_nobody() -> None:
    found = drafts("Wounded in today's shelling:\n- Nawa: 3\n- Tasil: 1\nTotal: 4")
    assert [(draft.killed, bounds(draft.injured)) for draft in found] == [
        (None, (3, 3, "exact")),
        (None, (1, 1, "exact")),
        (None, (4, 4, "exact")),
    ]


def test_a_total_of_dead_and_wounded_belongs_to_neither() -> None:
    total = drafts("- Nawa: 3 killed\n- Tasil: 1 wounded\nTotal: 4")[-1]
    assert (total.killed, total.injured) == (None, None)
    assert "killed_or_injured" in total.flags


def test_items_below_a_toll_are_its_parts() -> None:
    assert told("Toll of today's shelling: 4 killed\n• Nawa: 3\n• Tasil: 1") == [(None, (4, 4, "exact"))]


def test_the_wounded_of_one_place_are_not_those_of_the_place_before() -> None:
    first, second, third = drafts("1. Hayt: 2 killed, 3 wounded\n2. Nawa: 1 killed\n3. Tasil: 4 wounded")
    assert (bounds(second.killed), second.injured) == ((1, 1, "exact"), None)
    assert (third.killed, bounds(third.injured)) == (None, (4, 4, "exact"))
    assert bounds(first.injured) == (3, 3, "exact")


def test_a_line_that_begins_with_a_place_is_told_of_that_place() -> None:
    first, second = drafts("Hayt: 2 killed\nTasil: 4 wounded")
    assert (bounds(first.killed), first.injured) == ((2, 2, "exact"), None)
    assert (second.killed, bounds(second.injured)) == (None, (4, 4, "exact"))
