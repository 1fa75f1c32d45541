"""The word for a harm behind a list of parts, and whose word it is; sentences of our own."""

from __future__ import annotations

from tests.ledger.intake.reader import bounds, drafts, groups


def test_the_word_for_it_may_stand_behind_the_list_of_the_parts() -> None:
    found = drafts("Four civilians, including two children, killed and 17 wounded, as shells fell on Nimer.")[0]
    assert bounds(found.killed) == (4, 4, "exact")
    assert groups(found.killed) == {"civilians": 4, "children": 2}
    assert bounds(found.injured) == (17, 17, "exact")


def test_a_number_after_and_has_its_own_word_behind_its_parts() -> None:
    found = drafts("Three civilians killed and ten, including five women, injured by rockets on Nimer.")[0]
    assert bounds(found.killed) == (3, 3, "exact")
    assert bounds(found.injured) == (10, 10, "exact")
    assert groups(found.injured) == {"women": 5}


def test_a_verb_in_front_is_not_that_of_a_number_with_its_own() -> None:
    found = drafts("A mine killed a man near Tafas and four others sustained varying injuries.")[0]
    assert bounds(found.killed) == (1, 1, "exact")
    assert bounds(found.injured) == (4, 4, "exact")


def test_parts_may_be_told_with_are_and_by_two_nouns() -> None:
    found = drafts(
        "As many as 127 people are dead, of whom 96 are cadets and officers, 21 are women and ten children."
    )[0]
    assert groups(found.killed) == {"combatants": 96, "women": 21, "children": 10}


def test_a_mother_is_a_woman_and_a_father_a_man() -> None:
    found = drafts("A mother and her three children lost their lives in an airstrike on Nimer.")[0]
    assert groups(found.killed) == {"women": 1, "children": 3}
