"""Edits and deletions: of the bot's own messages, and only if something changes."""

from __future__ import annotations

import pytest

from bot.local import LocalServer, Person
from tests.bot.local.pictures import PNG
from tests.bot.local.raw import Raw
from tests.clock import Clock

BUTTON = {"inline_keyboard": [[{"text": "Go", "callback_data": "1"}]]}
OTHER = {"inline_keyboard": [[{"text": "Stay", "callback_data": "2"}]]}


async def sent(ada: Person, api: Raw, **more: object) -> dict[str, object]:
    """Names a message of the bot as edits name it."""
    message = await api("sendMessage", chat_id=ada.id, text="<b>62</b>", parse_mode="HTML", **more)
    await ada.heard()
    return {"chat_id": ada.id, "message_id": message["message_id"]}


async def test_an_edit_is_heard_with_its_new_text_and_without_its_buttons(ada: Person, api: Raw, clock: Clock) -> None:
    card = await sent(ada, api, reply_markup=BUTTON)
    clock.tick(5)
    edited = await api("editMessageText", **card, text="58")
    assert edited["edit_date"] == edited["date"] + 5
    heard = await ada.heard()
    assert (heard.text, heard.buttons, heard.edited_at) == ("58", (), edited["edit_date"])


async def test_an_edit_that_changes_nothing_is_refused(ada: Person, api: Raw) -> None:
    card = await sent(ada, api, reply_markup=BUTTON)
    for same in ({"text": "<b>62</b>"}, {"text": " <strong>62</strong>\n"}):
        status, words = await api.refused("editMessageText", **card, **same, parse_mode="HTML", reply_markup=BUTTON)
        assert status == 400
        assert words.startswith("Bad Request: message is not modified: specified new message content and reply markup")
    status, words = await api.refused("editMessageReplyMarkup", **card, reply_markup=BUTTON)
    assert words.startswith("Bad Request: message is not modified")
    assert ada.unheard() == []


@pytest.mark.parametrize("change", [{"text": "62"}, {"text": "<b>62</b>", "parse_mode": "HTML", "reply_markup": OTHER}])
async def test_other_marks_or_buttons_are_a_change(ada: Person, api: Raw, change: dict[str, object]) -> None:
    card = await sent(ada, api, reply_markup=BUTTON)
    await api("editMessageText", **card, **({"reply_markup": BUTTON} | change))


async def test_buttons_can_be_taken_away_alone(ada: Person, api: Raw) -> None:
    card = await sent(ada, api, reply_markup=BUTTON)
    await api("editMessageReplyMarkup", **card)
    heard = await ada.heard()
    assert (heard.text, heard.buttons) == ("62", ())


async def test_an_edit_takes_inline_buttons_only(ada: Person, api: Raw) -> None:
    card = await sent(ada, api)
    refused = await api.refused("editMessageReplyMarkup", **card, reply_markup={"inline_keyboard": [[{"text": "x"}]]})
    assert "Text buttons are unallowed" in refused[1]


async def test_a_text_too_long_is_refused_in_other_words_than_when_sent(ada: Person, api: Raw) -> None:
    card = await sent(ada, api)
    assert await api.refused("editMessageText", **card, text="x" * 4097) == (400, "Bad Request: MESSAGE_TOO_LONG")


async def test_another_ones_message_cannot_be_edited(ada: Person, api: Raw) -> None:
    said = await ada.say("mine")
    refused = await api.refused("editMessageText", chat_id=ada.id, message_id=said.id, text="x")
    assert refused == (400, "Bad Request: message can't be edited")


async def test_what_is_not_there_cannot_be_edited_or_deleted(ada: Person, api: Raw) -> None:
    gone = {"chat_id": ada.id, "message_id": 99}
    assert await api.refused("editMessageText", **gone, text="x") == (400, "Bad Request: message to edit not found")
    assert await api.refused("deleteMessage", **gone) == (400, "Bad Request: message to delete not found")


async def test_a_picture_has_a_caption_to_edit_and_no_text(ada: Person, api: Raw) -> None:
    body = await api.send("sendPhoto", ("photo", PNG), chat_id=ada.id, caption="before")
    card = {"chat_id": ada.id, "message_id": body["result"]["message_id"]}
    refused = await api.refused("editMessageText", **card, text="x")
    assert refused == (400, "Bad Request: there is no text in the message to edit")
    await api("editMessageCaption", **card, caption="after")
    assert [message.caption for message in ada.unheard()] == ["before", "after"]


async def test_a_text_has_no_caption_to_edit(ada: Person, api: Raw) -> None:
    card = await sent(ada, api)
    refused = await api.refused("editMessageCaption", **card, caption="x")
    assert refused == (400, "Bad Request: there is no caption in the message to edit")


async def test_a_deleted_message_is_gone_from_the_chat_but_not_from_the_transcript(ada: Person, api: Raw) -> None:
    card = await sent(ada, api)
    assert await api("deleteMessage", **card) is True
    assert (await api.refused("deleteMessage", **card))[0] == 400
    assert ada.transcript().splitlines()[-2:] == [
        "12:00:00 Incident Ledger #2: 62",
        "12:00:00 Incident Ledger deleted #2",
    ]


async def test_a_message_older_than_two_days_stays(ada: Person, api: Raw, clock: Clock) -> None:
    card = await sent(ada, api)
    clock.tick(48 * 3600 + 1)
    refused = await api.refused("deleteMessage", **card)
    assert refused == (400, "Bad Request: message can't be deleted for everyone")


async def test_many_are_deleted_at_once_and_missing_ones_passed_over(ada: Person, api: Raw) -> None:
    cards = [(await sent(ada, api))["message_id"] for _ in range(3)]
    assert await api("deleteMessages", chat_id=ada.id, message_ids=[*cards, 99]) is True
    assert (await api.refused("deleteMessage", chat_id=ada.id, message_id=cards[0]))[0] == 400
    assert (await api.refused("deleteMessages", chat_id=ada.id, message_ids=list(range(1, 102))))[0] == 400


async def test_in_a_group_only_an_administrator_bot_deletes_what_others_wrote(
    server: LocalServer, ada: Person, api: Raw
) -> None:
    group = server.group("Desk", ada)
    said = await ada.say("/toll", chat=group)
    refused = await api.refused("deleteMessage", chat_id=group.id, message_id=said.id)
    assert refused == (400, "Bad Request: message can't be deleted for everyone")
