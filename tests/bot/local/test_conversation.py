"""One conversation by hand: said, heard, tapped, answered, edited, and told back in a transcript."""

from __future__ import annotations

from bot.local import LocalServer
from tests.bot.local.raw import Raw
from tests.clock import Clock

YES_NO = {
    "inline_keyboard": [[{"text": "Yes", "callback_data": "y7"}, {"text": "No", "callback_data": "n7"}], []],
}


async def test_a_conversation_goes_both_ways_and_can_be_read_afterwards(
    server: LocalServer, api: Raw, clock: Clock
) -> None:
    ada = server.person("Ada", language="en")
    await ada.say("5 people killed in Hayt\nby shelling")
    [update] = await api("getUpdates")
    assert update["message"]["text"] == "5 people killed in Hayt\nby shelling"
    assert update["message"]["from"] == {
        "id": ada.id,
        "is_bot": False,
        "first_name": "Ada",
        "language_code": "en",
    }

    clock.tick(2)
    await api("sendMessage", chat_id=ada.id, text="<b>Killed</b>: 5", parse_mode="HTML", reply_markup=YES_NO)
    card = await ada.heard()
    assert card.text == "Killed: 5"
    assert [button.text for button in card.buttons] == ["Yes", "No"]

    clock.tick(3)
    press = await ada.tap(card, "Yes")
    [update] = await api("getUpdates", offset=update["update_id"] + 1)
    assert update["callback_query"]["data"] == "y7"
    await api("answerCallbackQuery", callback_query_id=update["callback_query"]["id"], text="One moment")
    assert (await press.answered()).text == "One moment"
    await api("editMessageText", chat_id=ada.id, message_id=card.id, text="Recorded R-1")
    assert (await ada.heard()).text == "Recorded R-1"

    assert ada.transcript().splitlines() == [
        "12:00:00 Ada #1: 5 people killed in Hayt",
        "    by shelling",
        "12:00:02 Incident Ledger #2: Killed: 5",
        "    [Yes] [No]",
        "12:00:05 Ada tapped #2 [Yes]",
        "12:00:05 Incident Ledger answered #2 toast “One moment”",
        "12:00:05 Incident Ledger edits #2: Recorded R-1",
    ]
