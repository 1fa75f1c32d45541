"""The methods that the server knows, by name; any other is answered 404, as Telegram does with a mistyped one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.local.methods import chats, edits, media, profile, queries, texts, updates
from bot.local.parameters import Parameters
from bot.local.world import World

Method = Callable[[World, Parameters], Awaitable[object]]
"""Does one call; gives the result in JSON's types or raises ApiError."""

METHODS: dict[str, Method] = {
    "getMe": profile.get_me,
    "setMyCommands": profile.set_my_commands,
    "getMyCommands": profile.get_my_commands,
    "deleteMyCommands": profile.delete_my_commands,
    "getUpdates": updates.get_updates,
    "setWebhook": updates.set_webhook,
    "deleteWebhook": updates.delete_webhook,
    "getWebhookInfo": updates.get_webhook_info,
    "sendMessage": texts.send_message,
    "sendPhoto": media.send_photo,
    "sendDocument": media.send_document,
    "sendMediaGroup": media.send_media_group,
    "sendLocation": media.send_location,
    "copyMessage": media.copy_message,
    "editMessageText": edits.edit_text,
    "editMessageCaption": edits.edit_caption,
    "editMessageReplyMarkup": edits.edit_markup,
    "deleteMessage": edits.delete_message,
    "deleteMessages": edits.delete_messages,
    "getChat": chats.get_chat,
    "getChatMember": chats.get_chat_member,
    "getChatAdministrators": chats.get_chat_administrators,
    "leaveChat": chats.leave_chat,
    "sendChatAction": chats.send_chat_action,
    "setMessageReaction": chats.set_message_reaction,
    "answerCallbackQuery": queries.answer_callback_query,
    "answerInlineQuery": queries.answer_inline_query,
    "getFile": queries.get_file,
}

BY_LOWER_CASE = {name.lower(): name for name in METHODS}
