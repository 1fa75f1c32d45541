"""Every method of the server called once and more, and every kind of update brought about."""

from __future__ import annotations

import json

from bot.local import LocalServer, Standing
from tests.bot.local.pictures import PNG
from tests.bot.local.raw import Raw

EVERYTHING = [
    *("message", "edited_message", "channel_post", "edited_channel_post", "callback_query", "inline_query"),
    *("chosen_inline_result", "my_chat_member", "chat_member", "message_reaction"),
]
KEYBOARD = {"inline_keyboard": [[{"text": "Go", "callback_data": "1"}, {"text": "See", "url": "https://example.org"}]]}


async def tour(server: LocalServer, api: Raw) -> None:
    """Walk through everything; each call succeeds."""
    await api("getMe")
    await api("setWebhook", url="")
    await api("getUpdates", allowed_updates=EVERYTHING, timeout=0, limit=100)
    await _people(server)
    await _words(server, api)
    await _files(server, api)
    await _queries(server, api)
    await _chats(server, api)
    await api("getUpdates", offset=1)
    await api("deleteWebhook", drop_pending_updates=True)
    await api("getWebhookInfo")


async def _people(server: LocalServer) -> None:
    ada, omar = server.person("Ada"), server.person("Omar", language="ar", username="omar")
    said = await ada.say("62 killed, see https://example.org #Daraa")
    await ada.edit(said, "58 killed")
    await ada.say("and a reply", reply_to=said)
    await ada.album([PNG, PNG], caption="Hayt")
    await ada.document(b"x", name="x.csv")
    await ada.move(await ada.location(32.6, 36.1, live_period=60), 32.7, 36.2)
    await ada.contact("+963", "Ada", user_id=ada.id)
    channel = server.channel("Bulletin", username="bulletin", bot=Standing.ADMINISTRATOR)
    post = await channel.post("62", signature="Editor")
    await channel.edit(post, "58")
    group = server.group("Desk", ada, omar, upgraded=False)
    await group.say_anonymously("/toll")
    await group.say_as_channel(channel, "/toll")
    for what in (said, post, await omar.say("/help", chat=group)):
        await ada.forward(what)
    await ada.forward(said, hidden=True)
    await group.migrate(by=ada.user)
    zoe = server.person("Zoe")
    await zoe.join(group)
    await zoe.leave(group)
    await omar.start()
    await omar.block()
    await omar.unblock()


async def _words(server: LocalServer, api: Raw) -> None:
    ada = server.person("Ada")
    text = '<b>b</b><i>i</i><a href="https://example.org">a</a><pre><code class="language-python">x</code></pre>'
    sent = await api("sendMessage", chat_id=ada.id, text=text, parse_mode="HTML", reply_markup=KEYBOARD)
    card = {"chat_id": ada.id, "message_id": sent["message_id"]}
    quoted = {"message_id": sent["message_id"]}
    await api("sendMessage", chat_id=ada.id, text="x", reply_parameters=quoted, reply_markup={"force_reply": True})
    await api("editMessageReplyMarkup", **card)
    await api("editMessageText", **card, text="y", link_preview_options={"is_disabled": True})
    await api("copyMessage", chat_id=ada.id, from_chat_id=ada.id, message_id=sent["message_id"])
    await api("setMessageReaction", **card, reaction=[{"type": "emoji", "emoji": "👍"}], is_big=False)
    await api("deleteMessage", **card)
    await api("deleteMessages", chat_id=ada.id, message_ids=[1, 2])
    await api("sendLocation", chat_id=ada.id, latitude=32.6, longitude=36.1)
    await api("sendChatAction", chat_id=ada.id, action="upload_photo")


async def _files(server: LocalServer, api: Raw) -> None:
    ada = server.person("Ada")
    photo = (await api.send("sendPhoto", ("photo", PNG), chat_id=ada.id, caption="x"))["result"]
    await api("editMessageCaption", chat_id=ada.id, message_id=photo["message_id"], caption="y")
    await api("getFile", file_id=photo["photo"][-1]["file_id"])
    await api.send("sendDocument", ("document", b"x"), chat_id=ada.id)
    media = json.dumps([{"type": "photo", "media": "attach://k"}] * 2)
    await api.send("sendMediaGroup", ("k", PNG), chat_id=ada.id, media=media)


async def _queries(server: LocalServer, api: Raw) -> None:
    ada = server.person("Ada")
    await api("sendMessage", chat_id=ada.id, text="?", reply_markup=KEYBOARD)
    press = await ada.tap(await ada.heard_until(lambda message: message.text == "?"), "Go")
    await api("answerCallbackQuery", callback_query_id=press.id, text="!", show_alert=True, cache_time=0)
    inquiry = await ada.inline("gaza")
    content = {"message_text": "62", "parse_mode": "HTML"}
    results = [{"type": "article", "id": "1", "title": "Gaza", "input_message_content": content}]
    await api("answerInlineQuery", inline_query_id=inquiry.id, results=results, is_personal=True, cache_time=1)
    await ada.react(await ada.choose(inquiry, "1"), "🕊")


async def _chats(server: LocalServer, api: Raw) -> None:
    ada = server.person("Ada")
    group = server.group("Review", ada, bot=Standing.ADMINISTRATOR)
    await server.person("Zoe").join(group)
    for chat in (ada.id, group.id, server.channel("Bulletin").id):
        await api("getChat", chat_id=chat)
    for user in (ada.id, server.world.bot.id, server.person("Omar").id):
        await api("getChatMember", chat_id=group.id, user_id=user)
    await api("getChatAdministrators", chat_id=group.id)
    scope = {"type": "chat", "chat_id": ada.id}
    await api("setMyCommands", commands=[{"command": "toll", "description": "x"}], scope=scope, language_code="en")
    await api("getMyCommands", scope=scope, language_code="en")
    await api("deleteMyCommands")
    group.put_bot(Standing.KICKED, by=ada.user)
    group.put_bot(Standing.MEMBER, by=ada.user)
    await api("leaveChat", chat_id=group.id)
