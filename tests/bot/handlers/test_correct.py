"""A card is corrected in words: as a reply or just written; a report of its own stays one."""

from __future__ import annotations

import pytest

from ledger.domain.values import Role
from tests.bot.stage import Stage, words

ENGLISH = "Shelling on Hayt this morning, 3 killed, 2 of them children"
ARABIC = "قصف على حيط صباح اليوم أدى إلى مقتل 3 أشخاص"
TWO = "Shelling on Hayt, 3 killed.\nAir strike on Jasim, 2 killed."


@pytest.mark.parametrize("as_reply", [True, False])
async def test_a_card_is_corrected_in_words(stage: Stage, as_reply: bool) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    card = await stage.tell(salma, ENGLISH)
    again = await stage.tell(salma, "place Jasim, killed at least 5", reply_to=card if as_reply else None)
    assert "Shelling – Jasim, Daraa" in words(again)
    assert "Killed: at least 5" in words(again)
    toast = await stage.tap(salma, card, "Confirm")  # the old card names an older version
    assert "changed" in toast
    await stage.tap(salma, again, "Confirm")
    assert "Jasim" in words(await stage.last(salma))


async def test_a_correction_in_arabic(stage: Stage) -> None:
    salma = await stage.joined("سلمى", Role.MONITOR, "ar")
    card = await stage.tell(salma, ARABIC)
    again = words(await stage.tell(salma, "المكان جاسم، القتلى ٥ على الأقل", reply_to=card))
    assert "قصف – جاسم، درعا" in again
    assert "القتلى: 5 على الأقل" in again


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("killed 9", "Killed: 9"),
        ("9 killed", "Killed: 9"),
        ("deaths nine", "Killed: 9"),
        ("killed 9 by shelling", "Killed: 9"),
        ("place Jasim", "Shelling – Jasim, Daraa"),
        ("place Jasim, type air strike", "Air strike – Jasim, Daraa"),
        ("type air strike", "Air strike – Hayt, Daraa"),
        ("injured 2, not killed", "(from “this morning”)\nInjured: 2"),
        ("1 killed 9", "Killed: 9"),
        ("القتلى ٩", "Killed: 9"),
        ("5 قتلى", "Killed: 5"),
        ("1 القتلى 7", "Killed: 7"),
        ("المكان جاسم", "Shelling – Jasim, Daraa"),
    ],
)
async def test_with_a_card_open_words_that_can_be_a_correction_are_one(stage: Stage, said: str, shown: str) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    await stage.tell(salma, ENGLISH)
    again = await stage.tell(salma, said)
    assert shown in words(again)
    assert f"“{ENGLISH}”" in words(again)
    await stage.tap(salma, again, "Confirm")
    assert "Recorded R-" in words(await stage.last(salma))
    assert [kind for _, kind in stage.facts()].count("report_received") == 1


async def test_of_two_drafts_the_number_tells_which_without_a_reply(stage: Stage) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    card = words(await stage.tell(salma, TWO))
    assert "To correct: reply, or just write, the number" in card
    assert "Which one?" in words(await stage.tell(salma, "killed 9"))
    again = words(await stage.tell(salma, "2 killed 7"))
    assert "1. Shelling – Hayt, Daraa\nWhen: not given\nKilled: 3" in again
    assert "2. Air strike – Jasim, Daraa\nWhen: not given\nKilled: 7" in again


@pytest.mark.parametrize(
    "said",
    [
        "Killed 9 in Jasim today",
        "2 killed in Jasim today",
        "By noon shelling on Jasim killed 3",
        "Deaths: 3 killed by shelling of Jasim",
        "قتلى في جاسم: 5 قتلى في قصف على جاسم",
    ],
)
async def test_a_report_of_its_own_stays_one_beside_an_open_card(stage: Stage, said: str) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    await stage.tell(salma, ENGLISH)
    card = words(await stage.tell(salma, said))
    assert ENGLISH not in card
    assert "Jasim, Daraa" in card


async def test_the_card_shown_last_is_corrected_of_several_open_ones(stage: Stage) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    older = await stage.tell(salma, ENGLISH)
    await stage.tell(salma, "Air strike on Jasim, 4 killed")
    assert "Air strike – Jasim" in words(await stage.tell(salma, "killed 6"))
    await stage.tell(salma, "killed 8", reply_to=older)
    again = words(await stage.tell(salma, "injured 2"))
    for line in ("Shelling – Hayt", "Killed: 8", "Injured: 2"):
        assert line in again


async def test_without_an_open_card_a_figure_is_a_report(stage: Stage) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    card = await stage.tell(salma, "killed 9")
    assert "“killed 9”" in words(card)
    await stage.tap(salma, card, "Discard")
    await stage.tell(salma, ENGLISH)
    stage.clock.tick(25 * 3600)
    await salma.heard_until(lambda it: "expired" in it.words)
    assert "“killed 8”" in words(await stage.tell(salma, "killed 8"))


async def test_a_question_beside_an_open_card_is_answered(stage: Stage) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    await stage.tell(salma, ENGLISH)
    assert "No toll is recorded for Jasim" in words(await stage.tell(salma, "deaths in Jasim"))
    assert "No toll is recorded for Jasim" in words(await stage.tell(salma, "toll in Jasim?"))


async def test_a_correction_that_is_edited_corrects_again(stage: Stage) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    await stage.tell(salma, ENGLISH)
    said = await salma.say("killed 9")
    await stage.heard(salma)
    await salma.edit(said, "killed 8")
    again = words(await stage.last(salma))
    assert "Shelling – Hayt" in again
    assert "Killed: 8" in again


async def test_an_unclear_correction_is_answered_with_examples(stage: Stage) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    card = await stage.tell(salma, ENGLISH)
    answer = words(await stage.tell(salma, "no idea really", reply_to=card))
    assert "killed at least 5" in answer


async def test_of_several_drafts_one_is_corrected_by_number_and_one_left_out(stage: Stage) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    card = await stage.tell(salma, "Shelling on Hayt, 3 killed.\nAir strike on Jasim, 2 killed.")
    assert "Which one?" in words(await stage.tell(salma, "killed 9", reply_to=card))
    again = await stage.tell(salma, "2 killed 9", reply_to=card)
    assert "Killed: 9" in words(again)
    await stage.tap(salma, again, "Leave out 1")
    shorter = await stage.last(salma)
    assert "1. Shelling – Hayt, Daraa left out" in words(shorter)
    await stage.tap(salma, shorter, "Confirm 1 of 2")
    await stage.heard(salma)
    assert [kind for _, kind in stage.facts()] == ["report_received", "strike_reported"]


async def test_a_correction_of_what_is_recorded_says_what_is_possible(stage: Stage) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    card = await stage.tell(salma, ENGLISH)
    await stage.tap(salma, card, "Confirm")
    receipt = await stage.last(salma)
    recorded = stage.facts()
    answer = words(await stage.tell(salma, "killed 5", reply_to=receipt))
    assert "To correct it, send a new message" in answer
    assert stage.facts() == recorded
