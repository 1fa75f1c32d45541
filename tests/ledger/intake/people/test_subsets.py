"""Parts of a figure: behind words for a part, of a party, in a sentence of their own, in an aside, behind a colon."""

from __future__ import annotations

import pytest

from ledger.intake.drafts import Draft
from tests.ledger.intake.reader import drafts, groups


def killed(text: str) -> tuple[int | None, dict[str, int | None]]:
    found = [draft for draft in drafts(text) if draft.killed is not None]
    assert len(found) == 1, text
    return (found[0].killed.low if found[0].killed else None), groups(found[0].killed)


def injured_of(draft: Draft) -> tuple[int | None, dict[str, int | None]]:
    return (draft.injured.low if draft.injured else None), groups(draft.injured)


@pytest.mark.parametrize(
    ("text", "low", "parts"),
    [
        (
            "SOHR documented the death of 40 civilians, including 25 children under the age of eighteen and 13 citizen "
            "women, since June 2018",
            40,
            {"civilians": 40, "children": 25, "women": 13},
        ),
        (
            "The death toll in Nawa rose to 34: 12 men, 9 other civilians, 8 women and 5 children",
            34,
            {"men": 12, "civilians": 9, "women": 8, "children": 5},
        ),
        (
            "SOHR has documented by names the death of 451 civilians under torture in prisons of the area since the "
            "beginning of the revolution: 420 men and young men, 20 children and 11 women",
            451,
            {"civilians": 451, "men": 420, "children": 20, "women": 11},
        ),
        ("At least 31 people were killed in Nawa. Six were children and two women.", 31, {"children": 6, "women": 2}),
        ("At least 31 people were killed in Nawa. Three of the dead were children.", 31, {"children": 3}),
        (
            "The group recorded in July 2018 the death of 62 civilians; among the victims were one nurse and 4 women",
            62,
            {"civilians": 62, "medical": 1, "women": 4},
        ),
        ("The report counts 73 civilian deaths in July 2018, 14 of children", 73, {"civilians": 73, "children": 14}),
        (
            "It rose to 71 the number of members of the organization who were killed since July 2018, among whom are 2 "
            "who were shot by the regime forces",
            71,
            {"combatants": 71},
        ),
        (
            "It rose to 90 the number of civilians who were killed since July 2018, they are 46 including 12 children "
            "in raids, and 44 by barrel bombs",
            90,
            {"civilians": 90},
        ),
        ("A shell killed two persons in Nawa, one of them a child", 2, {"children": 1}),
        ("A shell killed four citizens in Nawa, one a child", 4, {"civilians": 4, "children": 1}),
        (
            "A shell left five civilians, including a woman and two girls, dead in Nawa",
            5,
            {"civilians": 5, "women": 1, "girls": 2},
        ),
        ("Raids killed 42 persons of 6 families in Nawa, including 19 children", 42, {"children": 19}),
    ],
)
def test_parts_belong_to_the_dead_they_divide(text: str, low: int, parts: dict[str, int]) -> None:
    assert killed(text) == (low, parts)


def test_an_aside_stands_between_people_and_their_harm() -> None:
    (draft,) = drafts("Shelling of Nawa left one man killed and four people, including two children, hurt")
    assert (draft.killed.low if draft.killed else None, injured_of(draft)) == (1, (4, {"children": 2}))


def test_parts_that_follow_the_injured_are_injured() -> None:
    (draft,) = drafts("A missile hit Nawa, killing 10 civilians and injuring at least 37, two children among them")
    assert injured_of(draft) == (37, {"children": 2})
    assert groups(draft.killed) == {"civilians": 10}


def test_the_wounded_who_died_are_no_part_of_the_wounded() -> None:
    found = drafts("A missile hit Nawa and injured 40 people, of whom 3 died")
    assert all((draft.injured.low if draft.injured else None) == 40 for draft in found)
    assert not any("people" in groups(draft.injured) for draft in found)


def test_a_sum_of_both_gives_its_group_to_each() -> None:
    (draft,) = drafts("In July 2018 the mission recorded 126 civilian casualties in Nawa: 26 killed and 100 injured")
    assert (groups(draft.killed), groups(draft.injured)) == ({"civilians": 26}, {"civilians": 100})


def test_fighters_of_two_sides_are_not_parts_of_each_other() -> None:
    found = drafts(
        "The battles in Nawa since July 2018 killed at least 41 fighters, of whom 25 are jihadists, and 39 of the "
        "regime forces"
    )
    assert [draft.killed.low if draft.killed else None for draft in found] == [41, 39]


@pytest.mark.parametrize(
    "text",
    [
        "The total of those the organization has executed in Nawa since June 2018 climbed to 418 people",
        "The number of martyrs of the occupation's firing on citizens in Nawa went up to 26",
    ],
)
def test_who_kills_and_who_is_aimed_at_are_not_the_dead(text: str) -> None:
    assert all(draft.group == "all" and not groups(draft.killed) for draft in drafts(text))
