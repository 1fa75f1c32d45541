"""People told by a noun that no word list has."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import drafts, groups


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("SOHR documented the death of 14 beekeepers in Nawa since June 2018", "beekeepers"),
        ("More than 60 zealots were killed in Nawa since June 2018", "zealots"),
        ("Raids on Nawa killed 14 plumbers", "plumbers"),
    ],
)
def test_a_plural_beside_its_harm_names_the_group(text: str, group: str) -> None:
    assert [groups(draft.killed).keys() for draft in drafts(text)] == [{group}]


@pytest.mark.parametrize(
    "text",
    [
        "Raids killed 14 across the province of Daraa",
        "Raids on Nawa killed 14 Palestinians",
        "Raids on Nawa killed 14 sheep",
        "Raids on Nawa destroyed 14 greenhouses",
        "Raids on Nawa killed 14 overnight",
    ],
)
def test_other_words_beside_a_number_name_no_group(text: str) -> None:
    assert all(not groups(draft.killed) for draft in drafts(text))
