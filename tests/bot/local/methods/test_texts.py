"""Sending text: limits, keyboards, replies, and chats that cannot be written to."""

from __future__ import annotations

import pytest

from bot.local import LocalServer, Person
from tests.bot.local.raw import Raw
from tests.bot.schema import Schema


def keyboard(**button: object) -> dict[str, object]:
    return {"inline_keyboard": [[{"text": "Go"} | button]]}


@pytest.mark.parametrize("text", ["x" * 4096, "ق" * 4096, "🕊" * 2048, "<b>" + "x" * 4096 + "</b>"])
async def test_a_text_may_be_4096_units_long(ada: Person, api: Raw, text: str) -> None:
    await api("sendMessage", chat_id=ada.id, text=text, parse_mode="HTML")


@pytest.mark.parametrize("text", ["x" * 4097, "🕊" * 2048 + "x", "&lt;" * 4097])
async def test_and_no_longer(ada: Person, api: Raw, text: str) -> None:
    refused = await api.refused("sendMessage", chat_id=ada.id, text=text, parse_mode="HTML")
    assert refused == (400, "Bad Request: message is too long")


@pytest.mark.parametrize("text", ["", "  \n", "<b> </b>"])
async def test_an_empty_text_is_refused(ada: Person, api: Raw, text: str) -> None:
    refused = await api.refused("sendMessage", chat_id=ada.id, text=text, parse_mode="HTML")
    assert refused == (400, "Bad Request: message text is empty")


async def test_a_slip_in_the_formatting_is_refused(ada: Person, api: Raw) -> None:
    refused = await api.refused("sendMessage", chat_id=ada.id, text="5 < 6", parse_mode="HTML")
    assert refused == (400, 'Bad Request: can\'t parse entities: Unsupported start tag "" at byte offset 2')
    refused = await api.refused("sendMessage", chat_id=ada.id, text="*x*", parse_mode="MarkdownV2")
    assert refused == (400, "Bad Request: unsupported parse_mode")


@pytest.mark.parametrize("size", [1, 64])
async def test_callback_data_may_be_64_bytes_long(ada: Person, api: Raw, size: int) -> None:
    await api("sendMessage", chat_id=ada.id, text="x", reply_markup=keyboard(callback_data="y" * size))


@pytest.mark.parametrize("content", ["", "y" * 65, "ق" * 33])
async def test_and_no_longer_than_that(ada: Person, api: Raw, content: str) -> None:
    markup = keyboard(callback_data=content)
    refused = await api.refused("sendMessage", chat_id=ada.id, text="x", reply_markup=markup)
    assert refused == (400, "Bad Request: BUTTON_DATA_INVALID")


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ({}, "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
        ({"url": "javascript:x"}, "BUTTON_URL_INVALID"),
        (
            {"text": "", "url": "https://example.org"},
            'can\'t parse inline keyboard button: Field "text" must be of type String',
        ),
        (
            {"url": "https://example.org", "callback_data": "x"},
            "can't parse inline keyboard button: exactly one action must be given",
        ),
    ],
)
async def test_a_wrong_button_is_refused(ada: Person, api: Raw, button: dict[str, object], words: str) -> None:
    refused = await api.refused("sendMessage", chat_id=ada.id, text="x", reply_markup=keyboard(**button))
    assert refused == (400, f"Bad Request: {words}")


async def test_a_markup_of_no_kind_is_refused(ada: Person, api: Raw, schema: Schema) -> None:
    refused = await api.refused("sendMessage", chat_id=ada.id, text="x", reply_markup={"buttons": []})
    assert refused == (400, "Bad Request: can't parse reply keyboard markup JSON object")
    assert "sendMessage: reply_markup: 0 kinds of markup in one" in schema.taken()


async def test_a_reply_keyboard_is_pressed_by_saying_its_label(ada: Person, api: Raw) -> None:
    await api(
        "sendMessage", chat_id=ada.id, text="Which?", reply_markup={"keyboard": [[{"text": "Daraa"}, {"text": "Gaza"}]]}
    )
    await ada.press(await ada.heard(), "Gaza")
    assert (await api("getUpdates"))[0]["message"]["text"] == "Gaza"


async def test_a_reply_names_what_it_replies_to(ada: Person, api: Raw) -> None:
    said = await ada.say("5 dead")
    await api("sendMessage", chat_id=ada.id, text="seen", reply_parameters={"message_id": said.id, "quote": "5"})
    heard = await ada.heard()
    assert heard.reply_to == said
    assert heard.fields()["reply_to_message"]["text"] == "5 dead"  # type: ignore[index]


async def test_a_reply_to_a_reply_shows_one_of_them_only(ada: Person, api: Raw) -> None:
    first = await ada.say("5 dead")
    second = await ada.say("6 dead", reply_to=first)
    await ada.say("7 dead", reply_to=second)
    shown = (await api("getUpdates"))[-1]["message"]["reply_to_message"]
    assert (shown["text"], "reply_to_message" in shown) == ("6 dead", False)


async def test_a_reply_to_nothing_is_refused_unless_that_is_allowed(ada: Person, api: Raw) -> None:
    refused = await api.refused("sendMessage", chat_id=ada.id, text="x", reply_parameters={"message_id": 99})
    assert refused == (400, "Bad Request: message to be replied not found")
    lenient = {"message_id": 99, "allow_sending_without_reply": True}
    await api("sendMessage", chat_id=ada.id, text="x", reply_parameters=lenient)


async def test_a_refused_message_leaves_nothing_behind(ada: Person, api: Raw) -> None:
    before = (await api("sendMessage", chat_id=ada.id, text="x"))["message_id"]
    await api.refused("sendMessage", chat_id=ada.id, text="x", reply_markup=keyboard())
    await api.refused("sendMessage", chat_id=ada.id, text="x", reply_parameters={"message_id": 99})
    assert (await api("sendMessage", chat_id=ada.id, text="x"))["message_id"] == before + 1


@pytest.mark.parametrize("method", ["sendMessage", "sendChatAction", "getChat", "deleteMessage", "sendLocation"])
@pytest.mark.parametrize("chat", [99, -5, "@nobody", "@ada", "x"])
async def test_a_chat_that_is_not_there_is_not_found(server: LocalServer, api: Raw, method: str, chat: object) -> None:
    server.person("Stranger", username="ada")
    more = {"text": "x", "action": "typing", "message_id": 1, "latitude": 1, "longitude": 1}
    wanted = {"sendMessage": ["text"], "sendChatAction": ["action"], "getChat": [], "deleteMessage": ["message_id"]}
    asked = {key: more[key] for key in wanted.get(method, ["latitude", "longitude"])}
    assert await api.refused(method, chat_id=chat, **asked) == (400, "Bad Request: chat not found")


async def test_a_chat_must_be_named(api: Raw, schema: Schema) -> None:
    assert await api.refused("sendMessage", text="x") == (400, "Bad Request: chat_id is empty")
    assert schema.taken() == ["sendMessage: chat_id: Field required"]


async def test_a_bot_cannot_speak_first(server: LocalServer, ada: Person, api: Raw) -> None:
    omar = server.person("Omar")
    assert (await api.refused("sendMessage", chat_id=omar.id, text="x"))[1] == "Bad Request: chat not found"
    # Seen in a group, he is known, but has still not opened the chat.
    await omar.say("/help", chat=server.group("Desk", ada, omar))
    refused = await api.refused("sendMessage", chat_id=omar.id, text="x")
    assert refused == (403, "Forbidden: bot can't initiate conversation with a user")
    await omar.start()
    await api("sendMessage", chat_id=omar.id, text="x")


async def test_who_adds_the_bot_to_a_group_is_known_but_not_open(server: LocalServer, api: Raw) -> None:
    zoe = server.person("Zoe")
    server.group("Desk", zoe)
    refused = await api.refused("sendMessage", chat_id=zoe.id, text="x")
    assert refused == (403, "Forbidden: bot can't initiate conversation with a user")


async def test_who_blocks_the_bot_is_out_of_reach_until_they_come_back(ada: Person, api: Raw) -> None:
    await ada.block()
    for method, more in (("sendMessage", {"text": "x"}), ("sendChatAction", {"action": "typing"})):
        refused = await api.refused(method, chat_id=ada.id, **more)
        assert refused == (403, "Forbidden: bot was blocked by the user")
    with pytest.raises(ValueError, match="has blocked the bot"):
        await ada.say("x")
    await ada.unblock()
    await api("sendMessage", chat_id=ada.id, text="x")
    changes = [update["my_chat_member"]["new_chat_member"]["status"] for update in await api("getUpdates")]
    assert changes == ["kicked", "member"]
