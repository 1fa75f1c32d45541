"""Which kind of event a sentence tells, for forms that are easily taken for another; sentences of our own."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import bounds, drafts, kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Border guards shot and killed a 16-year-old boy during a raid in Nimer.", "violence"),
        ("Shadow village fell under the control of the factions.", "control_change"),
        ("The two sides reached an agreement to evacuate the wounded from Nimer.", "agreement"),
        ("Gunmen on motorcycles attacked the village of Nimer, killing at least 21 people.", "violence"),
        ("Settlers attacked farmers near Nimer, injuring three.", "violence"),
        ("Police fired tear gas at protesters in Nimer, wounding 20.", "violence"),
        ("The warplanes executed since dawn more than 30 raids on Nimer.", "strike"),
        ("Jets killed four gunmen in three air strikes on Sunday, at Nimer and Dael.", "strike"),
        ("A child died of wounds he got 3 days ago when warplanes had bombed the market of the city.", "strike"),
    ],
)
def test_an_event_is_of_its_kind(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


def test_what_coincides_with_an_event_is_another_event() -> None:
    found = drafts("Jets bombed Tafas, coinciding with the fall of tens of missiles launched by regime forces on Dael.")
    assert [draft.kind.value for draft in found] == ["strike", "shelling"]


def test_an_event_in_another_place_is_not_part_of_the_one_before() -> None:
    found = drafts("On Wednesday, jets bombed Tafas. Later in the day shells killed a man in Jasim.")
    assert [bounds(draft.killed) for draft in found] == [None, (1, 1, "exact")]


def test_who_is_hurt_is_told_in_many_ways() -> None:
    for text in (
        "A mine killed a man near Nimer and four others sustained varying injuries.",
        "A man was killed and four others suffered burns when a mine exploded near Nimer.",
    ):
        assert bounds(drafts(text)[0].injured) == (4, 4, "exact"), text


def test_a_relative_with_an_age_is_one_person() -> None:
    found = drafts("A shepherd lost his life and his 13-year-old son was injured, when a mine exploded near Nimer.")
    assert bounds(found[0].injured) == (1, 1, "exact")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A woman was killed by an FPV drone in Tafas.", "strike"),
        ("F-16s killed 3 militants in Tafas.", "strike"),
        ("Nine members of one family died in Nawa when their house was bombed.", "strike"),
        ("An attacker drove a vehicle full of explosives into a post of the SDF in Hajin.", "explosion"),
        ("The rebels answered with shells on the west of the city.", "shelling"),
        ("Gunmen attacked a police post in Tafas with rocket-propelled grenades.", "clash"),
    ],
)
def test_the_weapon_tells_the_kind_in_other_words(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "A general strike was observed in Jenin to mourn the victims.",
        "The detainees in Hama prison went on a hunger strike on Monday.",
        "Teachers began a strike in Idlib over unpaid wages.",
        "A suicide bomber tried to enter a headquarters in Idlib city but the guards stopped him.",
        "Talks on Nawa will resume on Thursday, mediators say.",
    ],
)
def test_strikes_of_workers_and_attempts_are_no_event(text: str) -> None:
    assert kinds(text) == []


def test_a_cause_explains_the_deaths_told_last() -> None:
    text = "14 people were reported dead in Nawa, and in Tafas nine died when their house was bombed."
    assert [draft.killed and draft.killed.low for draft in drafts(text)] in ([14, 9], [9, 14])


def test_strikes_that_back_a_battle_are_no_event_of_their_own() -> None:
    assert kinds("Kurdish-led forces, backed by US air strikes, battled ISIS fighters in Hasakeh.") == ["clash"]
