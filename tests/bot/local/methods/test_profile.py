"""Who the bot is, and which commands a person sees."""

from __future__ import annotations

from typing import Any

import pytest

from bot.local import LocalServer, Person
from tests.bot.local.raw import Raw


def menu(*names: str) -> list[dict[str, str]]:
    return [{"command": name, "description": f"about {name}"} for name in names]


def names(commands: Any) -> list[str]:
    return [command["command"] for command in commands]


async def test_the_bot_says_who_it_is(api: Raw) -> None:
    me = await api("getMe")
    assert (me["id"], me["is_bot"], me["username"]) == (123, True, "ledger_bot")


async def test_commands_are_kept_by_scope_and_language(api: Raw) -> None:
    private = {"type": "all_private_chats"}
    await api("setMyCommands", commands=menu("start", "toll"))
    await api("setMyCommands", commands=menu("report"), scope=private, language_code="ar")
    assert names(await api("getMyCommands")) == ["start", "toll"]
    assert names(await api("getMyCommands", scope=private, language_code="ar")) == ["report"]
    assert await api("getMyCommands", scope=private) == []
    await api("deleteMyCommands")
    assert await api("getMyCommands") == []


async def test_a_person_sees_the_narrowest_menu_in_their_language_first(
    server: LocalServer, ada: Person, api: Raw
) -> None:
    omar = server.person("Omar", language="ar-SY")
    group = server.group("Desk", ada, omar)
    await api("setMyCommands", commands=menu("a"))
    assert (names(ada.commands()), names(omar.commands())) == (["a"], ["a"])
    await api("setMyCommands", commands=menu("b"), language_code="ar")
    assert (names(ada.commands()), names(omar.commands())) == (["a"], ["b"])
    await api("setMyCommands", commands=menu("c"), scope={"type": "all_private_chats"})
    assert (names(ada.commands()), names(omar.commands())) == (["c"], ["c"])
    await api("setMyCommands", commands=menu("d"), scope={"type": "chat", "chat_id": ada.id})
    assert (names(ada.commands()), names(omar.commands())) == (["d"], ["c"])
    await api("setMyCommands", commands=menu("e"), scope={"type": "all_chat_administrators"})
    assert (names(ada.commands(chat=group)), names(omar.commands(chat=group))) == (["e"], ["b"])
    mine = {"type": "chat_member", "chat_id": group.id, "user_id": omar.id}
    await api("setMyCommands", commands=menu("f"), scope=mine)
    assert (names(ada.commands(chat=group)), names(omar.commands(chat=group))) == (["e"], ["f"])


@pytest.mark.parametrize(
    ("commands", "words"),
    [
        ([{"command": "Toll", "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "x" * 33, "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "حصيلة", "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "toll", "description": ""}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([{"command": "toll", "description": "x" * 257}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        (menu("x") * 101, "BOT_COMMANDS_TOO_MUCH"),
    ],
)
async def test_a_wrong_command_is_refused(api: Raw, commands: list[dict[str, str]], words: str) -> None:
    assert await api.refused("setMyCommands", commands=commands) == (400, f"Bad Request: {words}")


async def test_a_scope_or_language_that_is_none_is_refused(api: Raw, ada: Person) -> None:
    refused = await api.refused("setMyCommands", commands=menu("x"), language_code="arabic")
    assert refused == (400, "Bad Request: invalid language_code specified")
    refused = await api.refused("setMyCommands", commands=menu("x"), scope={"type": "chat", "chat_id": 99})
    assert refused == (400, "Bad Request: chat not found")
