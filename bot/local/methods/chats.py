"""Asking about chats and their members, and small signs in them."""

from __future__ import annotations

from bot.local.chats import ADMINS, Chat, ChatKind, Standing, member_fields
from bot.local.messages import Deed
from bot.local.parameters import Parameters, is_object
from bot.local.refusals import bad_request
from bot.local.world import World

_ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)
_EMOJI = (
    "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 "
    "🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 "
    "🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡"
)
EMOJI = frozenset(_EMOJI.split())


async def get_chat(world: World, parameters: Parameters) -> object:
    return _reachable(world, parameters).full_fields()


async def get_chat_member(world: World, parameters: Parameters) -> object:
    chat, number = _reachable(world, parameters), parameters.integer("user_id")
    user = world.users.get(number or 0)
    if user is None:
        raise bad_request("invalid user_id specified" if not number else "user not found")
    standing = chat.standing(user)
    if chat.kind is ChatKind.PRIVATE and user.id == chat.id:
        standing = Standing.MEMBER
    return member_fields(user, standing)


async def get_chat_administrators(world: World, parameters: Parameters) -> object:
    """The people among them: Telegram leaves out other bots."""
    chat = _reachable(world, parameters)
    if chat.kind is ChatKind.PRIVATE:
        raise bad_request("there are no administrators in the private chat")
    return [member_fields(world.users[number], it) for number, it in chat.standings.items() if it in ADMINS]


async def leave_chat(world: World, parameters: Parameters) -> object:
    chat = _reachable(world, parameters)
    if chat.kind is ChatKind.PRIVATE:
        raise bad_request("chat member status can't be changed in private chats")
    world.note(chat, world.bot.first_name, Deed.NOTED, note="leaves", by_bot=True)
    world.move(chat, world.bot, Standing.LEFT, by=world.bot)
    return True


async def send_chat_action(world: World, parameters: Parameters) -> object:
    chat = world.writable(parameters.text("chat_id")).chat
    action = parameters.text("action") or ""
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.note(chat, world.bot.first_name, Deed.NOTED, note=action, by_bot=True)
    return True


async def set_message_reaction(world: World, parameters: Parameters) -> object:
    """At most one emoji, out of Telegram's list."""
    talk = world.writable(parameters.text("chat_id"))
    message = talk.messages.get(parameters.integer("message_id") or 0)
    if message is None:
        raise bad_request("message to react not found")
    given = [it for it in parameters.json_array("reaction", "reaction") or [] if is_object(it)]
    if len(given) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if any(it.get("type") != "emoji" or it.get("emoji") not in EMOJI for it in given):
        raise bad_request("REACTION_INVALID")
    shown = str(given[0]["emoji"]) if given else "no reaction"
    world.note(talk.chat, world.bot.first_name, Deed.NOTED, message, shown, by_bot=True)
    return True


def _reachable(world: World, parameters: Parameters) -> Chat:
    """A chat that the bot may look into: one that it has left or been put out of is forbidden."""
    chat = world.conversation(parameters.text("chat_id")).chat
    return chat if chat.kind is ChatKind.PRIVATE else world.writable(str(chat.id)).chat
