"""What people do reaches the bot as Telegram would bring it."""

from __future__ import annotations

from typing import Any

import pytest

from bot.local import LocalServer, Person, origins
from tests.bot.local.pictures import PNG, png
from tests.bot.local.raw import Raw
from tests.clock import Clock


async def messages(api: Raw, kind: str = "message") -> list[dict[str, Any]]:
    return [update[kind] for update in await api("getUpdates")]


async def test_a_person_is_known_by_name(server: LocalServer) -> None:
    assert server.person("Ada") is server.person("Ada")
    assert server.person("Ada").id != server.person("Omar").id


async def test_a_deep_link_is_start_with_its_payload(server: LocalServer, api: Raw) -> None:
    omar = server.person("Omar", language="ar")
    await omar.start("invite-7")
    [message] = await messages(api)
    assert message["text"] == "/start invite-7"
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert message["from"]["language_code"] == "ar"


async def test_an_edit_comes_as_one_with_its_time(ada: Person, api: Raw, clock: Clock) -> None:
    said = await ada.say("62 killed")
    clock.tick(60)
    await ada.edit(said, "58 killed")
    await ada.edit(said, "58 killed")
    before, after, same = await api("getUpdates")
    assert before["message"]["text"] == "62 killed"
    assert after["edited_message"]["text"] == "58 killed"
    assert after["edited_message"]["edit_date"] == before["message"]["date"] + 60
    assert same["edited_message"] == after["edited_message"]


async def test_a_caption_is_edited_as_a_caption(ada: Person, api: Raw) -> None:
    photo = await ada.photo(PNG, caption="62")
    await ada.edit(photo, "58")
    edited = (await api("getUpdates"))[-1]["edited_message"]
    assert (edited["caption"], "text" in edited, len(edited["photo"])) == ("58", False, 2)


async def test_nobody_edits_what_is_not_theirs(ada: Person, api: Raw) -> None:
    await api("sendMessage", chat_id=ada.id, text="x")
    with pytest.raises(ValueError, match="not Ada's"):
        await ada.edit(await ada.heard(), "y")


@pytest.mark.parametrize("text", ["", "  ", "x" * 4097])
async def test_a_client_sends_no_empty_and_no_longer_message(ada: Person, text: str) -> None:
    with pytest.raises(ValueError, match="client sends"):
        await ada.say(text)


async def test_an_album_is_a_message_for_each_picture_of_one_group(ada: Person, api: Raw) -> None:
    first, *_ = await ada.album([png(10, 10), png(20, 20), png(30, 30)], caption="Hayt")
    await ada.album([png(40, 40)], group=first.media_group)
    pictures = await messages(api)
    assert [it.get("caption") for it in pictures] == ["Hayt", None, None, None]
    assert len({it["media_group_id"] for it in pictures}) == 1


async def test_a_live_location_moves_by_edits(ada: Person, api: Raw) -> None:
    here = await ada.location(32.60, 36.10, live_period=600)
    await ada.move(here, 32.61, 36.11)
    start, moved = await api("getUpdates")
    assert start["message"]["location"]["live_period"] == 600
    assert moved["edited_message"]["location"] == {"latitude": 32.61, "longitude": 36.11, "live_period": 600}


async def test_a_contact_says_whose_it_is_if_it_is_known(ada: Person, api: Raw) -> None:
    await ada.contact("+963000", "Ada", user_id=ada.id)
    await ada.contact("+963001", "Somebody")
    own, other = await messages(api)
    assert (own["contact"]["user_id"], "user_id" in other["contact"]) == (ada.id, False)


async def test_anything_else_can_be_shown(ada: Person, api: Raw) -> None:
    await ada.show({"dice": {"emoji": "🎲", "value": 4}})
    assert (await messages(api))[0]["dice"]["value"] == 4


async def test_a_forward_shows_where_it_came_from(server: LocalServer, ada: Person, api: Raw) -> None:
    omar, channel = server.person("Omar"), server.channel("Bulletin", username="bulletin")
    said = await omar.say("62 killed")
    server.world.updates.pending.clear()
    await ada.forward(said)
    await ada.forward(said, hidden=True)
    await ada.forward(await channel.post("58 killed"))
    await ada.forward("61", origin=origins.of_chat(server.group("Desk", omar).chat, 1))
    await ada.forward("60")
    updates = [update["message"] for update in await api("getUpdates", offset=1) if "message" in update]
    forwarded = [it["forward_origin"] for it in updates if "forward_origin" in it]
    assert [it["type"] for it in forwarded] == ["user", "hidden_user", "channel", "chat", "hidden_user"]
    assert forwarded[0]["sender_user"]["id"] == omar.id
    assert forwarded[1]["sender_user_name"] == "Omar"
    assert forwarded[2]["chat"]["username"] == "bulletin"


async def test_a_forward_of_a_forward_keeps_the_first_origin(server: LocalServer, ada: Person, api: Raw) -> None:
    post = await server.channel("Bulletin").post("58 killed")
    first = await server.person("Omar").forward(post)
    assert (await ada.forward(first)).origin == first.origin
    assert len(await messages(api)) == 2


async def test_a_person_hears_each_message_once_and_says_what_was_said_when_nothing_comes(
    ada: Person, api: Raw
) -> None:
    for text in ("one", "two", "three"):
        await api("sendMessage", chat_id=ada.id, text=text)
    assert (await ada.heard()).text == "one"
    assert (await ada.heard_until(lambda message: message.text == "three")).text == "three"
    with pytest.raises(TimeoutError, match="Incident Ledger #3: two"):
        await ada.heard(timeout=0)


async def test_each_edit_is_heard_as_it_was(ada: Person, api: Raw) -> None:
    sent = await api("sendMessage", chat_id=ada.id, text="one")
    for text in ("two", "three"):
        await api("editMessageText", chat_id=ada.id, message_id=sent["message_id"], text=text)
    assert [message.text for message in ada.unheard()] == ["one", "two", "three"]


async def test_a_deleted_message_is_not_told_to_the_bot(ada: Person, api: Raw) -> None:
    said = await ada.say("x")
    await ada.remove(said)
    assert len(await messages(api)) == 1
    refused = await api.refused("copyMessage", chat_id=ada.id, from_chat_id=ada.id, message_id=said.id)
    assert refused == (400, "Bad Request: message to copy not found")
