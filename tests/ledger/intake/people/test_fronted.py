"""Parts told between the word for a total and its number."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import bounds, drafts, groups, only


@pytest.mark.parametrize(
    "text",
    [
        "The death toll in Nawa, which includes 12 children, has risen to 62.",
        "The toll of the shelling of Nawa – among them 12 children – rose to 62.",
        "The number of dead in Nawa, of whom 12 are children, now stands at 62.",
        "The number of people killed in Nawa, 12 of them children, climbed to 62.",
        "The death toll from the strike on Nawa, including 12 children, is 62.",
        "The number of people killed, including 12 children, in the strikes since 3 June has risen to 62.",
        "ارتفعت حصيلة القتلى في نوى، بينهم 12 طفلا، إلى 62.",
        "حصيلة القتلى في نوى وبينهم 12 طفلا ارتفعت إلى 62.",
    ],
)
def test_the_groups_before_the_number_are_parts_of_it(text: str) -> None:
    draft = only(text)
    assert (draft.kind.value, bounds(draft.killed)) == ("toll_stated", (62, 62, "exact"))
    assert groups(draft.killed) == {"children": 12}


def test_several_groups_before_the_number_are_all_parts_of_it() -> None:
    assert groups(only("The death toll in Nawa, including 42 women and 58 children, has reached 300.").killed) == {
        "women": 42,
        "children": 58,
    }
    draft = only("ارتفع عدد الشهداء في نوى ومن بينهم 12 طفلا و9 نساء ليصل إلى 62 شهيدا.")
    assert (bounds(draft.killed), groups(draft.killed)) == ((62, 62, "exact"), {"children": 12, "women": 9})


def test_what_follows_a_count_of_its_own_keeps_its_groups() -> None:
    draft = only("5 people died in Nawa, including 3 children, and the number of wounded rose to 62.")
    assert (bounds(draft.killed), bounds(draft.injured)) == ((5, 5, "exact"), (62, 62, "exact"))


def test_the_living_who_include_some_are_no_toll() -> None:
    assert drafts("The number of fighters in the city includes 300 foreigners.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Of the 156 killed in Nawa since 19 July, 62 were civilians and 94 were fighters.",
        "Of 156 people killed in Nawa in July, 62 were civilians, while 94 were fighters.",
        "Among the 156 killed in Nawa since 19 July were 62 civilians and 94 gunmen.",
        "In July 62 civilians and 94 fighters were killed in Nawa, a total of 156.",
        "In July 62 civilians and 94 fighters were killed in Nawa, 156 people in all.",
        "من بين 156 شخصا قتلوا في نوى خلال تموز 62 مدنيا و94 مقاتلا.",
        "قتل 62 مدنيا و94 مقاتلا في نوى خلال تموز، بمجموع 156 قتيلا.",
    ],
)
def test_a_whole_told_before_or_behind_its_groups_is_one_toll(text: str) -> None:
    draft = only(text)
    assert (draft.kind.value, bounds(draft.killed)) == ("toll_stated", (156, 156, "exact"))
    assert groups(draft.killed) == {"civilians": 62, "combatants": 94}


def test_parts_of_a_whole_told_before_belong_to_it() -> None:
    draft = only("Shelling killed 20 people in Nawa. Of the 20 killed, 5 were children.")
    assert (draft.kind.value, groups(draft.killed)) == ("shelling", {"children": 5})


def test_groups_that_do_not_add_up_to_the_next_number_are_tolls() -> None:
    found = drafts("In June 62 civilians and 94 fighters were killed in Nawa, and 400 in all of 2017.")
    assert [bounds(draft.killed) for draft in found][:2] == [(62, 62, "exact"), (94, 94, "exact")]
