"""What goes wrong on the way to and from Telegram loses nothing and records nothing twice."""

from __future__ import annotations

import pytest

from bot.local import Call, Fault, Person
from ledger.domain.values import Role
from tests.bot.stage import Stage, words

pytestmark = pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")

REPORT = "Shelling on Hayt this morning, 3 killed"


async def monitor(stage: Stage) -> Person:
    return await stage.joined("Salma", Role.MONITOR)


def texts(calls: list[Call]) -> list[str]:
    return [str(call.parameters.get("text")) for call in calls if call.error is None]


@pytest.mark.parametrize(
    "fault", [Fault.TOO_MANY, Fault.SERVER_ERROR, Fault.BAD_GATEWAY, Fault.RESET, Fault.NOT_FOUND, Fault.UNAUTHORIZED]
)
async def test_a_receipt_comes_through_whatever_fails_first(stage: Stage, fault: Fault) -> None:
    salma = await monitor(stage)
    card = await stage.tell(salma, REPORT)
    stage.server.fail("editMessageText", times=2, kind=fault)
    await stage.tap(salma, card, "Confirm")
    assert "Recorded R-" in words(await stage.last(salma))
    assert [kind for _, kind in stage.facts()] == ["report_received", "shelling_reported"]


async def test_a_message_that_went_through_unseen_may_come_twice_but_is_recorded_once(stage: Stage) -> None:
    salma = await monitor(stage)
    stage.server.fail("sendMessage", kind=Fault.RESET_AFTER)
    await salma.say(REPORT)
    cards = await stage.heard(salma)
    assert [words(it) for it in cards] == [words(cards[0])] * 2
    await stage.tap(salma, cards[0], "Confirm")
    await stage.tap(salma, cards[1], "Confirm")
    await stage.heard(salma)
    assert [kind for _, kind in stage.facts()] == ["report_received", "shelling_reported"]


@pytest.mark.parametrize("fault", [Fault.DUPLICATE_UPDATE, Fault.REDELIVERED, Fault.OUT_OF_ORDER])
async def test_updates_that_come_twice_or_out_of_order_are_handled_once(stage: Stage, fault: Fault) -> None:
    salma = await monitor(stage)
    card = await stage.tell(salma, REPORT)
    stage.server.fail("getUpdates", times=None, kind=fault)
    await stage.tap(salma, card, "Confirm")
    assert "Recorded R-" in words((await stage.heard(salma))[-1])
    await salma.say("/help")
    await salma.say("/language")
    assert len(await stage.heard(salma)) == 2
    stage.server.faults.plans.clear()
    assert [kind for _, kind in stage.facts()] == ["report_received", "shelling_reported"]


@pytest.mark.parametrize(
    "fault", [Fault.SERVER_ERROR, Fault.CONFLICT, Fault.UNAUTHORIZED, Fault.NOT_FOUND, Fault.RESET]
)
async def test_polling_goes_on_after_a_failure(stage: Stage, fault: Fault) -> None:
    salma = await monitor(stage)
    stage.server.fail("getUpdates", times=3, kind=fault)
    await salma.say("/help")
    assert "What you can do here" in words(await stage.last(salma))


async def test_an_update_that_nobody_can_read_holds_up_no_other(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    salma = await monitor(stage)
    stage.server.fail("getUpdates", kind=Fault.POISON_UPDATE)
    await salma.say("Shelling on Jasim, 7 killed")
    await stage.settled()
    await salma.say("/help")
    assert "What you can do here" in words(await stage.last(salma))
    assert "put aside" in caplog.text
    assert "Jasim" not in caplog.text


async def test_nothing_more_is_sent_to_somebody_who_blocked_the_bot(stage: Stage) -> None:
    salma, omar = await monitor(stage), await stage.joined("Omar", Role.REVIEWER)
    await stage.recorded(salma, REPORT)
    stage.desk.catch_up()
    (item,) = stage.desk.queries.queue()
    await salma.block()
    await stage.settled()
    before = len(stage.server.called("sendMessage"))
    assert "accepted" in words(await stage.tell(omar, f"/accept {item.item_id}"))
    told = texts(stage.server.called("sendMessage")[before:])
    assert len(told) == 1
    assert "accepted (@" in told[0]
    await salma.unblock()
    assert "What you can do here" in words(await stage.tell(salma, "/help"))


async def test_a_card_that_was_deleted_is_sent_anew(stage: Stage) -> None:
    salma = await monitor(stage)
    card = await stage.tell(salma, REPORT)
    press = card.buttons[0]
    await salma.remove(card)
    await stage.tap(salma, card, press.text)
    assert "Recorded R-" in words(await stage.last(salma))


async def test_long_answers_come_in_parts(stage: Stage) -> None:
    salma = await monitor(stage)
    report = "\n".join(
        f"{number}. Shelling on Hayt, {number + 2} killed. {'It was said. ' * 20}" for number in range(9)
    )
    card = await stage.tell(salma, report)
    assert "Part 1 of 3" in words(card)
    await stage.tap(salma, card, "Next")
    assert "Part 2 of 3" in words(await stage.last(salma))
