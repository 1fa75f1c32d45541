"""What a total counts, from the words on either side of its number."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import bounds, drafts, groups, kinds, only


@pytest.mark.parametrize(
    "text",
    [
        "This brings to 47 the civilians, 8 children among them, who died in Nawa since 3 June 2018",
        "To rise to 47 the number of civilians killed in Nawa since 3 June 2018, including 8 children",
        "47 the number of civilians who were killed in Nawa since 3 June 2018, including 8 children",
    ],
)
def test_the_people_behind_the_number_are_the_dead(text: str) -> None:
    draft = only(text)
    assert (draft.kind.value, bounds(draft.killed)) == ("toll_stated", (47, 47, "exact"))
    assert groups(draft.killed) == {"civilians": 47, "children": 8}


def test_a_number_far_behind_what_it_counts_is_still_its_number() -> None:
    draft = only(
        "The number of people executed by the organization since it announced its rule on 29/6/2016 until the morning "
        "of 29/7/2018 rises to 341"
    )
    assert (draft.kind.value, bounds(draft.killed)) == ("toll_stated", (341, 341, "exact"))


def test_the_total_of_the_wounded_stands_beside_that_of_the_dead() -> None:
    draft = only(
        "The total number of martyrs since the start of the raids has thus risen to 98, and that of the wounded to 340"
    )
    assert (bounds(draft.killed), bounds(draft.injured)) == ((98, 98, "exact"), (340, 340, "exact"))


@pytest.mark.parametrize(
    "text",
    [
        "It rose to 47 the number of civilians killed in Nawa since 3 June; another 198 have been injured",
        "SOHR documented the death of 47 civilians in Nawa since 3 June. In addition, 198 civilians got injuries.",
        "It rose to 47 the number of civilians killed in Nawa since 3 June, also 198 others were injured",
    ],
)
def test_the_injured_told_with_a_toll_belong_to_it(text: str) -> None:
    draft = only(text)
    assert (bounds(draft.killed), bounds(draft.injured)) == ((47, 47, "exact"), (198, 198, "exact"))


def test_some_of_the_dead_are_no_toll() -> None:
    assert kinds("The death toll in Nawa rose to 19. Two of the dead were children and 43 people were wounded.") == [
        "toll_stated"
    ]


def test_people_some_of_whom_are_dead_are_not_all_dead() -> None:
    assert drafts("Around 116 hostages remain in Nawa, a third of whom are believed to be dead") == []


def test_lines_under_a_group_of_the_toll_name_groups_or_causes() -> None:
    draft = only(
        "SOHR documented the death of 37 people in July 2018, broken down as follows:\n\n"
        "Civilian fatalities: 12 civilians, including 3 children:\n\n"
        "• 7 civilians killed by shelling.\n\n• 5 civilians killed by mines.\n\n"
        "Non-civilian fatalities: 25, and they are:\n\n"
        "• 14 soldiers.\n\n• Eleven smugglers."
    )
    assert groups(draft.killed) == {"civilians": 12, "children": 3, "combatants": 14, "smugglers": 11}
