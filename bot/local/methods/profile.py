"""The bot about itself: who it is, and its command menus by scope and language."""

from __future__ import annotations

import re

from bot.local.chats import ADMINS, Chat, ChatKind, Fields, User
from bot.local.parameters import Parameters, is_object
from bot.local.refusals import bad_request
from bot.local.world import World

_SCOPES = frozenset({"default", "all_private_chats", "all_group_chats", "all_chat_administrators"})
_CHAT_SCOPES = frozenset({"chat", "chat_administrators", "chat_member"})
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")


async def get_me(world: World, _parameters: Parameters) -> object:
    return world.bot.fields() | {
        "can_join_groups": True,
        "can_read_all_group_messages": not world.privacy,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
        "supports_guest_queries": False,
    }


async def set_my_commands(world: World, parameters: Parameters) -> object:
    given = parameters.json_array("commands", "commands")
    if given is None:
        raise bad_request("can't parse commands: expected an Array")
    if len(given) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    commands = [_command(it) for it in given]
    world.commands[_scope(world, parameters), _language(parameters)] = commands
    return True


async def get_my_commands(world: World, parameters: Parameters) -> object:
    return world.commands.get((_scope(world, parameters), _language(parameters)), [])


async def delete_my_commands(world: World, parameters: Parameters) -> object:
    world.commands.pop((_scope(world, parameters), _language(parameters)), None)
    return True


def menu(world: World, chat: Chat, user: User) -> list[Fields]:
    """The commands that this person sees in this chat: the narrowest scope wins, in their language before any."""
    scopes = [f"chat {chat.id}", "all_private_chats", "default"]
    if chat.kind is not ChatKind.PRIVATE:
        admin = chat.standing(user) in ADMINS
        scopes = [f"chat_member {chat.id} {user.id}"]
        scopes += [f"chat_administrators {chat.id}"] if admin else []
        scopes += [f"chat {chat.id}"]
        scopes += ["all_chat_administrators"] if admin else []
        scopes += ["all_group_chats", "default"]
    language = (user.language or "").partition("-")[0]
    orders = ((scope, tongue) for scope in scopes for tongue in dict.fromkeys((language, "")))
    return next((world.commands[order] for order in orders if order in world.commands), [])


def _command(given: object) -> Fields:
    if not is_object(given):
        raise bad_request("can't parse BotCommand: expected an Object")
    command, description = given.get("command"), given.get("description")
    if not isinstance(command, str) or not _COMMAND.fullmatch(command):
        raise bad_request("BOT_COMMAND_INVALID")
    if not isinstance(description, str) or not 1 <= len(description.strip()) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": command, "description": description}


def _scope(world: World, parameters: Parameters) -> str:
    given = parameters.json_object("scope", "BotCommandScope") or {"type": "default"}
    kind = str(given.get("type"))
    if kind in _SCOPES:
        return kind
    if kind not in _CHAT_SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    chat = world.conversation(str(given.get("chat_id") or "")).chat
    return " ".join([kind, str(chat.id), *([str(given.get("user_id"))] if kind == "chat_member" else [])])


def _language(parameters: Parameters) -> str:
    language = parameters.text("language_code") or ""
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad_request("invalid language_code specified")
    return language
