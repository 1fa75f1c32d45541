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


def test_a_group_told_first_divides_the_dead_and_the_injured_before_it() -> None:
    draft = only(
        "From 1 January to 30 June, the mission verified 104 deaths and 185 injuries. Children made up 29 of the "
        "killed and 61 of the injured, and 17 women died as well."
    )
    assert (groups(draft.killed), groups(draft.injured)) == ({"children": 29, "women": 17}, {"children": 61})


@pytest.mark.parametrize(
    "text",
    [
        "The harvest pushes hundreds of families to risk their lives every year, and the death toll may rise",
        "Rescuers had brought 38 people out alive",
        "Fifteen people were inside the house and we got two out alive",
        "Two names on the list belonged to a single martyr",
    ],
)
def test_people_at_risk_or_saved_are_no_dead(text: str) -> None:
    assert all(draft.killed is None or draft.killed.low is None for draft in drafts(text))
    assert "toll_stated" not in kinds(text)


def test_the_count_of_another_month_is_no_figure_taken_back() -> None:
    draft, earlier = drafts("In July the office counted 14 civilians dead in Nawa, as against nine dead in June")
    assert (bounds(draft.killed), draft.previous) == ((14, 14, "exact"), None)
    assert bounds(earlier.killed) == (9, 9, "exact")


def test_the_wounded_below_a_list_belong_to_its_toll() -> None:
    draft = only(
        "The dead of car bombs since the beginning of the year are 234:\n\n• 141 civilians\n\nThe wounded exceed 760."
    )
    assert bounds(draft.injured) == (760, None, "more_than")


def test_the_injured_of_both_sides_belong_to_no_one_toll() -> None:
    found = drafts(
        "It rose to 41 the number of soldiers killed in Nawa since 3 June, and to 25 the number of gunmen, also "
        "hundreds of others in the ranks of both parties were injured"
    )
    assert [bounds(draft.injured) for draft in found] == [None, None, (None, None, "hundreds")]


def test_the_injured_of_the_same_period_belong_to_the_last_toll() -> None:
    found = drafts(
        "It rose to 41 the number of civilians killed in Nawa since 3 June, also the raids injured in the same period "
        "more than 300 citizens"
    )
    assert [(bounds(draft.killed), bounds(draft.injured)) for draft in found] == [
        ((41, 41, "exact"), (300, None, "more_than"))
    ]


def test_dead_found_so_far_after_one_blast_are_the_dead_of_that_blast() -> None:
    found = drafts("Eighteen people have so far been confirmed dead after a truck bomb went off at midday in Nawa")
    assert [(draft.kind.value, bounds(draft.killed)) for draft in found] == [("explosion", (18, 18, "exact"))]


def test_a_total_that_exceeds_a_number_is_more_than_that() -> None:
    assert bounds(only("The toll of the conflict exceeds 590,000 people").killed) == (590000, None, "more_than")


@pytest.mark.parametrize(
    "text",
    [
        "A total of 8,289 individuals are currently under detention, of whom 471 are serving sentences.",
        "A total of 120 people remain in custody in Nawa.",
        "The total number of detainees stands at 6,200.",
        "A total of 300 people attended the funeral in Nawa.",
        "A total of 40 families returned to Nawa in July.",
        "A total of 31 people are missing since the landslide in Nawa.",
        "بلغ مجموع المعتقلين 6200 شخص.",
    ],
)
def test_a_sum_of_the_living_counts_no_dead(text: str) -> None:
    assert all(draft.killed is None for draft in drafts(text))


@pytest.mark.parametrize("text", ["Total 62 in Nawa.", "Total of 62 people in Nawa.", "A total of 62 died in Nawa."])
def test_a_sum_of_the_dead_in_short_is_a_toll(text: str) -> None:
    draft = only(text)
    assert (draft.kind.value, bounds(draft.killed)) == ("toll_stated", (62, 62, "exact"))


def test_whom_a_warrant_seeks_is_not_detained() -> None:
    assert drafts("Arrest warrants were issued for 12 officers, and 1,964 people are evading arrest.") == []


@pytest.mark.parametrize(
    "text",
    [
        "5 people died in Nawa, including 3 children, and the number of wounded rose to 62.",
        "5 people died in Nawa and the number of wounded rose to 62.",
        "5 people died in Nawa while the number of wounded rose to 62.",
        "5 people died in Nawa, the number of injured now stands at 62.",
        "استشهد 5 مدنيين في نوى فيما ارتفع عدد الجرحى إلى 62.",
        "قتل 5 في نوى وبلغ عدد المصابين 62.",
    ],
)
def test_the_dead_told_beside_a_total_of_the_injured_are_not_lost(text: str) -> None:
    draft = only(text)
    assert (bounds(draft.killed), bounds(draft.injured)) == ((5, 5, "exact"), (62, 62, "exact"))


def test_the_dead_of_an_event_told_beside_a_total_of_the_injured_are_its_own() -> None:
    first, second = drafts("Shelling killed 5 people in Nawa, and the number of wounded rose to 62.")
    assert (first.kind.value, bounds(first.killed), second.killed) == ("shelling", (5, 5, "exact"), None)


@pytest.mark.parametrize(
    "text",
    [
        "The number of dead and wounded in Nawa rose to 62 in July.",
        "بلغ عدد القتلى والجرحى 62 في نوى خلال تموز.",
        "ارتفع عدد القتلى والجرحى إلى 62.",
    ],
)
def test_one_number_of_dead_and_wounded_belongs_to_neither(text: str) -> None:
    assert all(draft.killed is None and draft.injured is None for draft in drafts(text))


def test_numbers_of_dead_and_of_wounded_belong_to_each() -> None:
    draft = only("بلغ عدد القتلى 12 والجرحى 62 في نوى.")
    assert (bounds(draft.killed), bounds(draft.injured)) == ((12, 12, "exact"), (62, 62, "exact"))
