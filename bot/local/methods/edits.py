"""Changing and removing messages."""

from __future__ import annotations

from dataclasses import replace

from bot.local.chats import ADMINS, ChatKind, Fields
from bot.local.markup import inline_only
from bot.local.messages import Deed, Message
from bot.local.parameters import Parameters
from bot.local.refusals import bad_request
from bot.local.wording import caption_of, text_of
from bot.local.world import World

_UNCHANGED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)


async def edit_text(world: World, parameters: Parameters) -> object:
    message = _own(world, parameters, "edit")
    text, marks = text_of(parameters, edit=True)
    if message.text is None:
        raise bad_request("there is no text in the message to edit")
    return _revised(world, message, replace(message, text=text, entities=marks, markup=inline_only(parameters)))


async def edit_caption(world: World, parameters: Parameters) -> object:
    message = _own(world, parameters, "edit")
    caption, marks = caption_of(parameters)
    if message.file is None:
        raise bad_request("there is no caption in the message to edit")
    changed = replace(message, caption=caption or None, entities=marks, markup=inline_only(parameters))
    return _revised(world, message, changed)


async def edit_markup(world: World, parameters: Parameters) -> object:
    message = _own(world, parameters, "edit")
    return _revised(world, message, replace(message, markup=inline_only(parameters)))


async def delete_message(world: World, parameters: Parameters) -> object:
    _delete(world, _found(world, parameters, "delete"))
    return True


async def delete_messages(world: World, parameters: Parameters) -> object:
    """Those that cannot be found are passed over, as Telegram does."""
    talk = world.conversation(parameters.text("chat_id"))
    numbers = parameters.json_array("message_ids", "message identifiers") or []
    if not 1 <= len(numbers) <= 100:
        raise bad_request("message identifiers are not specified" if not numbers else "too many message identifiers")
    for number in numbers:
        if isinstance(number, int) and number in talk.messages:
            _delete(world, talk.messages[number])
    return True


def _found(world: World, parameters: Parameters, deed: str) -> Message:
    if parameters.text("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    talk = world.conversation(parameters.text("chat_id"))
    number = parameters.integer("message_id")
    if not number:
        raise bad_request("message identifier is not specified")
    message = talk.messages.get(number)
    if message is None:
        raise bad_request(f"message to {deed} not found")
    return message


def _own(world: World, parameters: Parameters, deed: str) -> Message:
    message = _found(world, parameters, deed)
    world.writable(parameters.text("chat_id"))
    if not message.by_bot:
        raise bad_request("message can't be edited")
    return message


def _revised(world: World, before: Message, after: Message) -> Fields:
    unchanged = (before.text, before.caption, before.entities, before.markup) == (
        after.text,
        after.caption,
        after.entities,
        after.markup,
    )
    if unchanged:
        raise bad_request(_UNCHANGED)
    return world.record(replace(after, edited_at=world.now()), revised=True).fields()


def _delete(world: World, message: Message) -> None:
    """In private chats a bot may delete either side's messages, in groups others' only as an administrator."""
    talk = world.open(message.chat)
    in_private = message.chat.kind is ChatKind.PRIVATE
    if not (message.by_bot or in_private or message.chat.standing(world.bot) in ADMINS):
        raise bad_request("message can't be deleted for everyone")
    if world.now() - message.sent_at > 48 * 3600:
        raise bad_request("message can't be deleted for everyone")
    del talk.messages[message.id]
    world.note(message.chat, world.bot.first_name, Deed.DELETED, message, by_bot=True)
