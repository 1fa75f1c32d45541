"""The product's own library finds everything where it looks for it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import telegram
from telegram import BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto, Update
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter

from bot.local import Fault, LocalServer, Person
from tests.bot.local.pictures import PNG

KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("Confirm", callback_data="c1")]])


def bot_on(server: LocalServer, token: str = "123:abc") -> telegram.Bot:
    return telegram.Bot(token, base_url=f"{server.base_url}/bot", base_file_url=f"{server.base_url}/file/bot")


@pytest.fixture
async def bot(server: LocalServer) -> AsyncIterator[telegram.Bot]:
    async with bot_on(server) as bot:
        yield bot


async def test_a_report_is_read_answered_and_confirmed(server: LocalServer, bot: telegram.Bot) -> None:
    ada = server.person("Ada", language="ar")
    said = await ada.say("62 killed")
    [update] = await bot.get_updates(timeout=5, allowed_updates=Update.ALL_TYPES)
    assert update.message is not None
    assert update.message.from_user is not None
    assert (update.message.text, update.message.from_user.language_code) == ("62 killed", "ar")
    card = await update.message.reply_html("<b>62</b>", reply_markup=KEYBOARD, do_quote=True)
    heard = await ada.heard()
    assert (heard.text, heard.id, heard.reply_to) == ("62", card.message_id, said)
    press = await ada.tap(heard, "Confirm")
    [update] = await bot.get_updates(offset=update.update_id + 1)
    assert update.callback_query is not None
    await update.callback_query.answer("One moment")
    await update.callback_query.edit_message_text("Recorded")
    assert (await press.answered()).text == "One moment"
    assert (await ada.heard()).text == "Recorded"


async def test_pictures_documents_and_albums_go_and_come(bot: telegram.Bot, ada: Person) -> None:
    await bot.send_photo(ada.id, PNG, caption="Chart")
    await bot.send_document(ada.id, b"a,b\n", filename="tolls.csv")
    await bot.send_media_group(ada.id, [InputMediaPhoto(PNG), InputMediaPhoto(PNG)])
    chart, table, *album = ada.unheard()
    assert chart.file is not None
    assert table.file is not None
    assert (chart.file.content, table.file.name, len(album)) == (PNG, "tolls.csv", 2)
    photo = await ada.photo(PNG)
    assert photo.file is not None
    found = await bot.get_file(photo.file.file_id)
    assert bytes(await found.download_as_bytearray()) == PNG


async def test_the_rest_of_the_methods_answer(bot: telegram.Bot, ada: Person, server: LocalServer) -> None:
    group = server.group("Desk", ada)
    await bot.set_my_commands([BotCommand("toll", "Tolls of a place")], language_code="en")
    assert [it.command for it in await bot.get_my_commands(language_code="en")] == ["toll"]
    await bot.send_chat_action(ada.id, "typing")
    await bot.send_location(ada.id, 32.6, 36.1)
    said = await ada.say("x")
    await bot.set_message_reaction(ada.id, said.id, "👍")
    assert (await bot.get_chat(ada.id)).first_name == "Ada"
    assert (await bot.get_chat_member(group.id, ada.id)).status == "creator"
    assert len(await bot.get_chat_administrators(group.id)) == 1
    assert (await bot.get_webhook_info()).pending_update_count > 0
    copied = await bot.copy_message(ada.id, ada.id, said.id)
    assert await bot.delete_messages(ada.id, [copied.message_id])
    assert await bot.delete_webhook(drop_pending_updates=True)
    inquiry = await ada.inline("gaza")
    content = telegram.InputTextMessageContent("62", parse_mode="HTML")
    await bot.answer_inline_query(inquiry.id, [telegram.InlineQueryResultArticle("1", "Gaza", content)])
    assert len(await inquiry.answered()) == 1
    assert await bot.leave_chat(group.id)


async def test_each_refusal_is_the_librarys_own_error(bot: telegram.Bot, ada: Person, server: LocalServer) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(99, "x")
    with pytest.raises(BadRequest, match="Can't parse entities"):
        await bot.send_message(ada.id, "<x>", parse_mode="HTML")
    sent = await bot.send_message(ada.id, "x")
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_text("x", ada.id, sent.message_id)
    old = server.group("Desk", ada, upgraded=False)
    new = await old.migrate(by=ada.user)
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(old.id, "x")
    assert moved.value.new_chat_id == new.id
    await ada.block()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(ada.id, "x")
    with pytest.raises(InvalidToken):
        await bot_on(server, "123:other").get_me()


@pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")
@pytest.mark.parametrize(
    ("kind", "error"),
    [
        (Fault.TOO_MANY, RetryAfter),
        (Fault.SERVER_ERROR, NetworkError),
        (Fault.BAD_GATEWAY, NetworkError),
        (Fault.RESET, NetworkError),
        (Fault.RESET_AFTER, NetworkError),
        (Fault.UNAUTHORIZED, InvalidToken),
    ],
)
async def test_each_fault_is_the_librarys_own_error(
    bot: telegram.Bot, ada: Person, server: LocalServer, kind: Fault, error: type[Exception]
) -> None:
    server.fail("sendMessage", kind=kind)
    with pytest.raises(error):
        await bot.send_message(ada.id, "x")
    await bot.send_message(ada.id, "y")


async def test_a_poisoned_update_breaks_the_librarys_reading_of_its_whole_batch(
    bot: telegram.Bot, ada: Person, server: LocalServer
) -> None:
    server.fail(kind=Fault.POISON_UPDATE)
    await ada.say("x")
    with pytest.raises((TypeError, ValueError, AttributeError)):
        await bot.get_updates()
