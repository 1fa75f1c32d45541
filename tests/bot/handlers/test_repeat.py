"""The same words twice on a day are one report, unless their member says otherwise."""

from __future__ import annotations

import pytest

from ledger.domain.values import Role
from tests.bot.stage import Stage, words

ENGLISH = "Shelling on Hayt this morning, 3 killed"


def received(stage: Stage) -> int:
    return [kind for _, kind in stage.facts()].count("report_received")


@pytest.mark.parametrize("again", [ENGLISH, "shelling on  Hayt this morning, 3 killed."])
async def test_what_was_recorded_today_is_not_recorded_again(stage: Stage, again: str) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    receipt = await stage.recorded(salma, ENGLISH)
    report_id = stage.report(receipt).report_id
    stage.clock.tick(60)
    question = await stage.tell(salma, again)
    assert f"Already recorded as {report_id} today: is this the same or a new one?" in words(question)
    assert [it.text for it in question.buttons] == ["The same", "A new one"]
    recorded = stage.facts()
    await stage.tap(salma, question, "The same")
    assert f"The same report: nothing was added. It stands as {report_id}." in words(await stage.last(salma))
    assert stage.facts() == recorded
    assert "decided before" in await stage.tap(salma, question, "A new one")
    assert stage.facts() == recorded


async def test_a_new_one_gets_a_card_and_is_recorded_for_itself(stage: Stage) -> None:
    salma = await stage.joined("سلمى", Role.MONITOR, "ar")
    said = "قصف على حيط صباح اليوم أدى إلى مقتل 3 أشخاص"
    await stage.recorded(salma, said)
    stage.clock.tick(3600)
    question = await stage.tell(salma, said)
    assert "أهو التقرير نفسه أم تقرير جديد؟" in words(question)
    await stage.tap(salma, question, "تقرير جديد")
    card = await stage.last(salma)
    assert card.id == question.id
    assert "هل هذا صحيح؟" in words(card)
    await stage.tap(salma, card, "تأكيد")
    assert words(await stage.last(salma)).startswith("سُجِّل R-")
    assert received(stage) == 2


async def test_while_a_card_is_open_the_same_words_bring_it_back(stage: Stage) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    await stage.tell(salma, ENGLISH)
    question = await stage.tell(salma, ENGLISH)
    assert "their card still waits for you" in words(question)
    await stage.tap(salma, question, "The same")
    card = await stage.last(salma)
    assert "The same report. It still waits for you to confirm it:" in words(card)
    await stage.tap(salma, card, "Confirm")
    assert "Recorded R-" in words(await stage.last(salma))
    assert received(stage) == 1


async def test_an_unanswered_question_records_nothing_and_can_be_cancelled(stage: Stage) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    await stage.recorded(salma, ENGLISH)
    question = await stage.tell(salma, ENGLISH)
    assert "One draft is discarded" in words(await stage.tell(salma, "/cancel"))
    assert "decided before" in await stage.tap(salma, question, "A new one")
    assert received(stage) == 1


async def test_other_words_another_day_another_member_or_a_discarded_card_are_not_the_same(stage: Stage) -> None:
    salma, rana = await stage.joined("Salma", Role.MONITOR), await stage.joined("Rana", Role.MONITOR)
    await stage.recorded(salma, ENGLISH)
    for member, said in ((salma, ENGLISH.replace("3", "4")), (rana, ENGLISH)):
        assert "Is this right?" in words(await stage.tell(member, said))
        assert "discarded" in words(await stage.tell(member, "/cancel"))
        assert "Is this right?" in words(await stage.tell(member, said))
        await stage.tell(member, "/cancel")
    stage.clock.tick(24 * 3600)
    assert "Is this right?" in words(await stage.tell(salma, ENGLISH))
