"""A second library, by other people, reads the same server the same way."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramNetworkError, TelegramRetryAfter
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    ReactionTypeEmoji,
    ReplyParameters,
)

from bot.local import Fault, LocalServer, Person, Standing
from tests.bot.local.pictures import PNG

KEYBOARD = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Confirm", callback_data="c1")]])


@pytest.fixture
async def bot(server: LocalServer) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(server.base_url))
    async with Bot("123:abc", session=session) as bot:
        yield bot


async def test_a_report_is_read_answered_and_confirmed(ada: Person, bot: Bot) -> None:
    said = await ada.say("62 killed")
    [update] = await bot.get_updates(timeout=5)
    assert update.message is not None
    assert update.message.text == "62 killed"
    reply = ReplyParameters(message_id=said.id)
    sent = await bot.send_message(ada.id, "<b>62</b>", parse_mode="HTML", reply_markup=KEYBOARD, reply_parameters=reply)
    press = await ada.tap(await ada.heard(), "Confirm")
    [update] = await bot.get_updates(offset=update.update_id + 1)
    assert update.callback_query is not None
    await bot.answer_callback_query(update.callback_query.id, text="Done")
    await bot.edit_message_text("Recorded", chat_id=ada.id, message_id=sent.message_id)
    assert ((await press.answered()).text, (await ada.heard()).text) == ("Done", "Recorded")


async def test_every_kind_of_update_is_read(server: LocalServer, ada: Person, bot: Bot) -> None:
    await bot.get_updates(
        allowed_updates=[
            "message",
            "edited_message",
            "my_chat_member",
            "channel_post",
            "callback_query",
            "inline_query",
            "message_reaction",
        ]
    )
    group = server.group("Desk", ada)
    await server.person("Omar").join(group)
    said = await ada.photo(PNG, caption="x")
    await ada.edit(said, "y")
    await ada.forward(await server.channel("Bulletin", bot=Standing.ADMINISTRATOR).post("62"))
    await ada.inline("gaza")
    await ada.react(said, "👍")
    kinds = [update.event_type for update in await bot.get_updates(offset=1)]
    assert kinds == [
        "my_chat_member",
        "message",
        "message",
        "message",
        "edited_message",
        "channel_post",
        "message",
        "inline_query",
        "message_reaction",
    ]


async def test_files_commands_and_signs(ada: Person, bot: Bot) -> None:
    await bot.send_photo(ada.id, BufferedInputFile(PNG, "chart.png"), caption="Chart")
    chart = await ada.heard()
    assert chart.file is not None
    file = await bot.get_file(chart.file.file_id)
    assert file.file_path is not None
    fetched = await bot.download_file(file.file_path)
    assert fetched is not None
    assert fetched.read() == PNG
    await bot.set_my_commands([BotCommand(command="toll", description="x")], BotCommandScopeAllPrivateChats(), "ar")
    assert len(await bot.get_my_commands(BotCommandScopeAllPrivateChats(), "ar")) == 1
    await bot.set_message_reaction(ada.id, chart.id, [ReactionTypeEmoji(emoji="👍")])


async def test_each_refusal_is_the_librarys_own_error(server: LocalServer, ada: Person, bot: Bot) -> None:
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.send_message(99, "x")
    server.fail("sendMessage", kind=Fault.TOO_MANY, retry_after=9)
    with pytest.raises(TelegramRetryAfter) as slower:
        await bot.send_message(ada.id, "x")
    assert slower.value.retry_after == 9
    server.fail("sendMessage", kind=Fault.RESET)
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(ada.id, "x")
    await ada.block()
    with pytest.raises(TelegramForbiddenError):
        await bot.send_message(ada.id, "x")
