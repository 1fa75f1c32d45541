"""Lists that divide a toll, in words of our own."""

from __future__ import annotations

from datetime import date

import pytest

from tests.ledger.intake.reader import bounds, drafts, groups

PUBLISHED = date(2017, 11, 1)


def test_lines_with_a_label_and_a_number_divide_the_toll_above_them() -> None:
    found = drafts(
        "The Observatory documented the death of 900 persons in October 2017, and they are as follows:\n\n"
        "Civilian casualties: 300 persons including 70 children, killed as follows:\n"
        "- 200 including 50 children in air raids.\n"
        "- 100 by mines.\n\n"
        "Regime forces: 371.\n\n"
        "Deserters of unknown rank: 2.\n\n"
        "In Tafas town a mine killed two boys yesterday.",
        PUBLISHED,
    )
    assert [draft.kind.value for draft in found] == ["toll_stated", "explosion"]
    assert bounds(found[0].killed) == (900, 900, "exact")
    assert groups(found[0].killed) == {
        "civilians": 300, "children": 70, "combatants": 371, "deserters of unknown rank": 2,
    }  # fmt: skip


def test_a_list_may_be_announced_by_a_sentence_of_its_own() -> None:
    found = drafts(
        "Activists have documented the death of 900 people between January 1 and June 30.\n"
        "The dead are distributed as follows:\n"
        "• 500 civilians: 300 men, 120 children and 80 women.\n"
        "• 400 soldiers of the regime.",
        PUBLISHED,
    )
    assert len(found) == 1
    assert groups(found[0].killed) == {
        "civilians": 500, "men": 300, "children": 120, "women": 80, "combatants": 400,
    }  # fmt: skip


def test_killed_and_injured_in_lines_tell_a_sum_of_casualties_apart() -> None:
    found = drafts(
        "From 1 to 31 July 2017, the mission recorded 90 civilian casualties in Ukraine:\n"
        "• 20 killed (12 men and 8 women); and\n"
        "• 70 injured (50 men and 20 women).",
        PUBLISHED,
    )
    assert len(found) == 1
    assert bounds(found[0].killed) == (20, 20, "exact")
    assert bounds(found[0].injured) == (70, 70, "exact")


def test_lines_for_towns_or_areas_add_nothing_to_the_toll() -> None:
    found = drafts(
        "The death toll of the raids since Monday rose to 9, divided as below:\n"
        "• Tafas town: 5 children\n"
        "• 20 casualties (4 killed and 16 injured) in Jasim",
        PUBLISHED,
    )
    assert bounds(found[0].killed) == (9, 9, "exact")
    assert groups(found[0].killed) == {}


def test_a_sentence_after_the_list_is_read_as_ever() -> None:
    found = drafts(
        "The toll rose to 9, the number of those killed since Monday, they are:\n• 5 civilians\n\n"
        "Shells killed three women in Dael on Tuesday.",
        PUBLISHED,
    )
    assert [draft.kind.value for draft in found] == ["toll_stated", "shelling"]


@pytest.mark.parametrize("label", ["Idli@b city", "@nawa_media", "Ask 0944 123 456 for"])
def test_a_label_that_could_identify_somebody_is_not_kept(label: str) -> None:
    found = drafts(
        f"The toll rose to 9 deaths, distributed as follows:\n\n• {label}: three people.\n• Ariha: six people.\n"
    )
    told = {entry.group for draft in found if draft.killed for entry in draft.killed.breakdown}
    assert bounds(found[0].killed) == (9, 9, "exact")
    assert not any("@" in group or "0944" in group or "idli" in group for group in told)


def test_lines_for_areas_that_a_party_holds_count_no_fighters_of_it() -> None:
    found = drafts(
        "The toll rose to 143 deaths, distributed as follows:\n\n"
        "• Regime-held areas: 131 fatalities, including 24 children.\n\n• SDF-controlled areas: 12 fatalities.\n"
    )
    assert "combatants" not in {entry.group for draft in found if draft.killed for entry in draft.killed.breakdown}
