"""A whole that a list divides into its parts."""

from __future__ import annotations

import pytest

from ledger.intake.drafts import Draft
from tests.ledger.intake.reader import drafts, only


def parts(draft: Draft) -> list[tuple[str, int | None]]:
    assert draft.killed
    return [(entry.group, entry.low) for entry in draft.killed.breakdown]


BOTH = [("civilians", 12), ("combatants", 20)]


@pytest.mark.parametrize(
    "text",
    [
        "The toll in Nawa reached 32, made up of 12 civilians and 20 fighters.",
        "The toll in Nawa reached 32, comprising 12 civilians and 20 fighters.",
        "The toll in Nawa reached 32 - 12 civilians and 20 fighters.",
        "The toll in Nawa reached 32 = 12 civilians + 20 fighters.",
        "The toll in Nawa reached 32: 12 civilians; and 20 fighters.",
        "32 killed in Nawa since Monday = 12 civ / 20 fighters",
        "The toll in Nawa since Monday is 32: 12 civilians, 20 army",
    ],
)
def test_a_list_behind_a_mark_or_a_word_divides_the_whole(text: str) -> None:
    assert parts(only(text)) == BOTH


@pytest.mark.parametrize(
    "text",
    [
        "The toll in Nawa rose to 32: 12 civilians, including four children; 11 gunmen; and nine members of the army.",
        "The toll in Nawa rose to 32 people: 12 civilians (including four children), 11 gunmen and nine fighters.",
    ],
)
def test_the_list_goes_on_behind_a_part_of_a_part(text: str) -> None:
    assert [low for _, low in parts(only(text))] == [12, 4, 11, 9]


@pytest.mark.parametrize(
    "text",
    [
        "Doctors documented 42 deaths in Nawa, 19 of them under 18.",
        "Doctors documented 42 deaths in Nawa since Monday, of whom 19 were below the age of eighteen.",
        "42 people have been killed in Nawa since Monday, with 19 children in them.",
        "The number of people killed in Nawa has climbed to 42. Nineteen children and one nurse are among the dead.",
    ],
)
def test_the_young_are_children(text: str) -> None:
    assert ("children", 19) in parts(only(text))


def test_what_is_too_many_is_no_part() -> None:
    found = drafts("5 people were killed in Nawa: 12 civilians were killed in Hayt.")
    assert all(("civilians", 12) not in parts(draft) for draft in found if draft.killed and draft.killed.low == 5)
