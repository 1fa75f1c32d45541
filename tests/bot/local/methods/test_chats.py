"""Groups, channels and their members, as far as the bot may see and do."""

from __future__ import annotations

import pytest

from bot.local import LocalServer, Person, Standing
from tests.bot.local.raw import Raw


async def test_in_privacy_mode_the_bot_hears_commands_mentions_and_replies_only(
    server: LocalServer, ada: Person, api: Raw
) -> None:
    group = server.group("Desk", ada)
    sent = await api("sendMessage", chat_id=group.id, text="Any reports?")
    question = await ada.heard(chat=group)
    assert question.id == sent["message_id"]
    await api.news()
    await ada.say("good morning", chat=group)
    await ada.say("/toll Daraa", chat=group)
    await ada.say("/toll@other_bot Daraa", chat=group)
    await ada.say("/toll@ledger_bot Gaza", chat=group)
    await ada.say("ask @ledger_bot", chat=group)
    await ada.say("five in Hayt", reply_to=question, chat=group)
    await ada.location(32.6, 36.1, chat=group)
    heard = [update["message"].get("text") for update in await api.news()]
    assert heard == ["/toll Daraa", "/toll@ledger_bot Gaza", "ask @ledger_bot", "five in Hayt"]


async def test_an_administrator_bot_hears_everything(server: LocalServer, ada: Person, api: Raw) -> None:
    group = server.group("Desk", ada)
    group.put_bot(Standing.ADMINISTRATOR, by=ada.user)
    await api.news()
    await ada.say("good morning", chat=group)
    assert [update["message"]["text"] for update in await api.news()] == ["good morning"]


async def test_without_privacy_mode_the_bot_hears_everything() -> None:
    async with LocalServer.running(privacy=False) as server, Raw(server) as api:
        ada = server.person("Ada")
        group = server.group("Desk", ada)
        await api.news()
        await ada.say("good morning", chat=group)
        assert len(await api.news()) == 1
        assert (await api("getMe"))["can_read_all_group_messages"] is True


async def test_the_bot_is_told_when_it_is_added_and_put_out(server: LocalServer, ada: Person, api: Raw) -> None:
    group = server.group("Desk", ada)
    added, welcome = await api.news()
    assert added["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert welcome["message"]["new_chat_members"][0]["username"] == "ledger_bot"
    group.put_bot(Standing.KICKED, by=ada.user)
    [put_out] = await api.news()
    assert put_out["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    refused = await api.refused("sendMessage", chat_id=group.id, text="x")
    assert refused == (403, "Forbidden: bot was kicked from the supergroup chat")
    await ada.say("/toll", chat=group)
    assert await api.news() == []


async def test_the_bot_can_leave(server: LocalServer, ada: Person, api: Raw) -> None:
    group = server.group("Desk", ada, upgraded=False)
    await api("leaveChat", chat_id=group.id)
    refused = await api.refused("getChat", chat_id=group.id)
    assert refused == (403, "Forbidden: bot is not a member of the group chat")
    assert (await api.refused("leaveChat", chat_id=ada.id))[0] == 400


async def test_people_who_come_and_go_are_seen(server: LocalServer, ada: Person, api: Raw) -> None:
    group = server.group("Desk", ada)
    await api.news()
    omar = server.person("Omar", language="ar")
    await omar.join(group)
    await omar.leave(group)
    came, went = await api.news()
    assert came["message"]["new_chat_members"][0]["first_name"] == "Omar"
    assert went["message"]["left_chat_member"]["id"] == omar.id


async def test_members_changes_come_to_an_administrator_that_asks_for_them(
    server: LocalServer, ada: Person, api: Raw
) -> None:
    await api("getUpdates", allowed_updates=["chat_member"])
    group = server.group("Desk", ada, bot=Standing.ADMINISTRATOR)
    omar = server.person("Omar")
    await omar.join(group)
    group.put(omar.user, Standing.ADMINISTRATOR, by=ada.user)
    changes = [update["chat_member"] for update in await api.news()]
    assert [(it["old_chat_member"]["status"], it["new_chat_member"]["status"]) for it in changes] == [
        ("left", "member"),
        ("member", "administrator"),
    ]


async def test_a_chat_and_its_members_are_described(server: LocalServer, ada: Person, api: Raw) -> None:
    omar = server.person("Omar")
    group = server.group("Desk", ada, omar)
    assert (await api("getChat", chat_id=group.id))["title"] == "Desk"
    assert (await api("getChat", chat_id=ada.id))["first_name"] == "Ada"
    people = (ada.id, omar.id, server.person("Zoe").id, server.world.bot.id)
    standings = [(await api("getChatMember", chat_id=group.id, user_id=it))["status"] for it in people]
    assert standings == ["creator", "member", "left", "member"]
    assert [it["user"]["id"] for it in await api("getChatAdministrators", chat_id=group.id)] == [ada.id]
    assert (await api("getChatMember", chat_id=ada.id, user_id=ada.id))["status"] == "member"
    assert (await api.refused("getChatMember", chat_id=group.id, user_id=1))[1] == "Bad Request: user not found"
    assert (await api.refused("getChatAdministrators", chat_id=ada.id))[0] == 400


async def test_an_anonymous_administrator_and_a_channel_speak_through_stand_ins(
    server: LocalServer, ada: Person, api: Raw
) -> None:
    group, channel = server.group("Desk", ada), server.channel("Bulletin")
    await api.news()
    await group.say_anonymously("/review")
    await group.say_as_channel(channel, "/review")
    anonymous, posted = [update["message"] for update in await api.news()]
    assert (anonymous["from"]["id"], anonymous["sender_chat"]["id"]) == (1087968824, group.id)
    assert (posted["from"]["id"], posted["sender_chat"]["id"]) == (136817688, channel.id)


async def test_channel_posts_and_their_edits_are_updates_of_their_own(server: LocalServer, api: Raw) -> None:
    channel = server.channel("Bulletin", username="bulletin", bot=Standing.ADMINISTRATOR)
    post = await channel.post("62 killed", signature="Editor")
    await channel.edit(post, "58 killed")
    first, second = await api.news()
    assert "from" not in first["channel_post"]
    assert first["channel_post"]["author_signature"] == "Editor"
    assert second["edited_channel_post"]["text"] == "58 killed"
    sent = await api("sendMessage", chat_id="@bulletin", text="from the bot")
    assert sent["sender_chat"]["id"] == channel.id
    await channel.remove(post)
    assert await api.news() == []


async def test_a_channel_takes_posts_from_administrators_only(server: LocalServer, api: Raw) -> None:
    member, stranger = server.channel("Bulletin", bot=Standing.MEMBER), server.channel("Other")
    refused = await api.refused("sendMessage", chat_id=member.id, text="x")
    assert refused == (400, "Bad Request: need administrator rights in the channel chat")
    assert (await api.refused("sendMessage", chat_id=stranger.id, text="x"))[1] == "Bad Request: chat not found"


async def test_a_group_that_became_a_supergroup_says_where_it_went(server: LocalServer, ada: Person, api: Raw) -> None:
    group = server.group("Desk", ada, upgraded=False)
    await api.news()
    successor = await group.migrate(by=ada.user)
    left, arrived = [update["message"] for update in await api.news()]
    assert (left["chat"]["id"], left["migrate_to_chat_id"]) == (group.id, successor.id)
    assert (arrived["chat"]["id"], arrived["migrate_from_chat_id"]) == (successor.id, group.id)
    body = await api.body("sendMessage", chat_id=group.id, text="x")
    assert body["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert body["parameters"] == {"migrate_to_chat_id": successor.id}
    await api("sendMessage", chat_id=successor.id, text="x")
    with pytest.raises(ValueError, match="only once"):
        await group.migrate(by=ada.user)


async def test_typing_and_reactions_are_seen_in_the_transcript(ada: Person, api: Raw) -> None:
    said = await ada.say("62 killed")
    await api("sendChatAction", chat_id=ada.id, action="typing")
    thumb = [{"type": "emoji", "emoji": "👍"}]
    await api("setMessageReaction", chat_id=ada.id, message_id=said.id, reaction=thumb)
    await api("setMessageReaction", chat_id=ada.id, message_id=said.id)
    assert ada.transcript().splitlines()[-3:] == [
        "12:00:00 Incident Ledger noted typing",
        "12:00:00 Incident Ledger noted #2 👍",
        "12:00:00 Incident Ledger noted #2 no reaction",
    ]
    assert ada.unheard() == []


@pytest.mark.parametrize(
    ("reaction", "words"),
    [
        ([{"type": "emoji", "emoji": "📌"}], "REACTION_INVALID"),
        ([{"type": "emoji", "emoji": "👍"}] * 2, "REACTIONS_TOO_MANY"),
    ],
)
async def test_a_wrong_reaction_is_refused(ada: Person, api: Raw, reaction: list[object], words: str) -> None:
    said = await ada.say("x")
    asked = {"chat_id": ada.id, "message_id": said.id, "reaction": reaction}
    assert await api.refused("setMessageReaction", **asked) == (400, f"Bad Request: {words}")
    assert (await api.refused("sendChatAction", chat_id=ada.id, action="thinking"))[0] == 400
