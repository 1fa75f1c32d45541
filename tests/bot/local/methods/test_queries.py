"""Taps and inline queries: answered once, in time, within limits."""

from __future__ import annotations

from typing import Any

import pytest

from bot.local import LocalServer, Message, Person
from tests.bot.local.raw import Raw
from tests.clock import Clock

CARD = {
    "inline_keyboard": [
        [{"text": "Confirm", "callback_data": "c1"}, {"text": "Source", "url": "https://example.org"}],
    ]
}


async def card(ada: Person, api: Raw) -> Message:
    await api("sendMessage", chat_id=ada.id, text="Right?", reply_markup=CARD)
    return await ada.heard()


async def query(api: Raw) -> dict[str, Any]:
    [update] = await api("getUpdates")
    (found,) = (update[kind] for kind in update if kind != "update_id")
    return dict(found)


@pytest.mark.parametrize("named", ["Confirm", "c1"])
async def test_a_button_is_tapped_by_label_or_by_what_it_sends(ada: Person, api: Raw, named: str) -> None:
    message = await card(ada, api)
    press = await ada.tap(message, named)
    tapped = await query(api)
    assert (tapped["data"], tapped["from"]["id"], tapped["message"]["message_id"]) == ("c1", ada.id, message.id)
    await api("answerCallbackQuery", callback_query_id=tapped["id"], text="x" * 200, show_alert=True)
    answer = await press.answered()
    assert (answer.text, answer.show_alert) == ("x" * 200, True)


async def test_a_toast_may_be_200_long_and_no_longer(ada: Person, api: Raw) -> None:
    await ada.press(await card(ada, api), "Confirm")
    tapped = await query(api)
    refused = await api.refused("answerCallbackQuery", callback_query_id=tapped["id"], text="x" * 201)
    assert refused == (400, "Bad Request: MESSAGE_TOO_LONG")
    await api("answerCallbackQuery", callback_query_id=tapped["id"])


TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


async def test_a_tap_is_answered_once_and_within_150_seconds(ada: Person, api: Raw, clock: Clock) -> None:
    message = await card(ada, api)
    await ada.press(message, "Confirm")
    tapped = await query(api)
    clock.tick(149)
    await api("answerCallbackQuery", callback_query_id=tapped["id"])
    assert await api.refused("answerCallbackQuery", callback_query_id=tapped["id"]) == (400, TOO_OLD)
    late = await ada.tap(message, "Confirm")
    clock.tick(150)
    assert await api.refused("answerCallbackQuery", callback_query_id=late.id) == (400, TOO_OLD)
    assert await api.refused("answerCallbackQuery", callback_query_id="7") == (400, TOO_OLD)


async def test_a_tap_that_is_never_answered_is_noticed(ada: Person, api: Raw) -> None:
    press = await ada.tap(await card(ada, api), "Confirm")
    with pytest.raises(TimeoutError, match="was tapped and not answered"):
        await press.answered(timeout=0)


async def test_a_button_that_is_not_there_cannot_be_tapped(ada: Person, api: Raw) -> None:
    message = await card(ada, api)
    with pytest.raises(LookupError, match=r"no button 'Reject', but \[Confirm\], \[Source\]"):
        await ada.press(message, "Reject")
    with pytest.raises(LookupError, match="opens https"):
        await ada.press(message, "Source")


async def test_a_button_just_removed_can_still_be_tapped_by_who_had_seen_it(ada: Person, api: Raw) -> None:
    message = await card(ada, api)
    await api("editMessageText", chat_id=ada.id, message_id=message.id, text="Recorded")
    await ada.press(message, "Confirm")
    tapped = await query(api)
    assert (tapped["data"], tapped["message"]["text"]) == ("c1", "Recorded")


async def test_a_tap_on_a_deleted_message_shows_it_as_inaccessible(ada: Person, api: Raw) -> None:
    message = await card(ada, api)
    await api("deleteMessage", chat_id=ada.id, message_id=message.id)
    await ada.press(message, "Confirm")
    assert (await query(api))["message"]["date"] == 0


def article(number: str, text: str = "62", **more: object) -> dict[str, object]:
    return {
        "type": "article",
        "id": number,
        "title": f"Toll {number}",
        "input_message_content": {"message_text": text, "parse_mode": "HTML"},
    } | more


async def test_an_inline_query_is_answered_and_a_result_chosen(server: LocalServer, ada: Person, api: Raw) -> None:
    inquiry = await ada.inline("gaza")
    asked = await query(api)
    assert asked["query"] == "gaza"
    button = {"text": "Open", "start_parameter": "x"}
    results = [article("1", "<b>62</b> killed")]
    await api("answerInlineQuery", inline_query_id=asked["id"], results=results, is_personal=True, button=button)
    assert [it["title"] for it in await inquiry.answered()] == ["Toll 1"]
    assert (inquiry.is_personal, inquiry.button) == (True, button)
    chosen = await ada.choose(inquiry, "1", chat=server.group("Desk", ada))
    assert (chosen.text, chosen.via_bot) == ("62 killed", server.world.bot)
    with pytest.raises(LookupError):
        await ada.choose(inquiry, "2")


@pytest.mark.parametrize(
    ("results", "words"),
    [
        ([article(str(n)) for n in range(51)], "RESULTS_TOO_MUCH"),
        ([article("1"), article("1")], "RESULT_ID_DUPLICATE"),
        ([article("x" * 65)], "RESULT_ID_INVALID"),
        ([article("1", "")], "message text is empty"),
        ([article("1", "<b>")], "can't parse entities: Can't find end tag corresponding to start tag \"b\""),
        ([article("1", title="")], "can't parse inline query result: Can't find field \"title\""),
    ],
)
async def test_wrong_results_are_refused(ada: Person, api: Raw, results: list[object], words: str) -> None:
    inquiry = await ada.inline("gaza")
    refused = await api.refused("answerInlineQuery", inline_query_id=inquiry.id, results=results)
    assert refused == (400, f"Bad Request: {words}")
    assert inquiry.results is None


async def test_an_inline_query_grows_old(ada: Person, api: Raw, clock: Clock) -> None:
    inquiry = await ada.inline("gaza")
    clock.tick(30)
    assert await api.refused("answerInlineQuery", inline_query_id=inquiry.id, results=[]) == (400, TOO_OLD)
    with pytest.raises(TimeoutError):
        await inquiry.answered(timeout=0)
