"""Updates are handed out by Telegram's rules: confirmed by offset, one poller, only what was asked for."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.local import LocalServer, Person
from tests.bot.local.raw import Raw


def ids(updates: list[dict[str, Any]]) -> list[int]:
    return [update["update_id"] for update in updates]


def texts(updates: list[dict[str, Any]]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def say(person: Person, *words: str) -> None:
    for word in words:
        await person.say(word)


async def test_an_update_comes_again_until_a_higher_offset_confirms_it(ada: Person, api: Raw) -> None:
    await say(ada, "one", "two")
    first = await api("getUpdates")
    assert texts(first) == ["one", "two"]
    again = await api("getUpdates", offset=ids(first)[0])
    assert texts(again) == ["one", "two"]
    assert texts(await api("getUpdates", offset=ids(first)[1])) == ["two"]
    assert await api("getUpdates", offset=ids(first)[1] + 1) == []
    # What is confirmed is gone, even if a lower offset asks for it.
    assert await api("getUpdates", offset=ids(first)[0]) == []


async def test_the_same_offset_in_haste_gives_one_update(ada: Person, api: Raw) -> None:
    await say(ada, "one", "two", "three")
    assert len(await api("getUpdates", offset=5)) == 3
    assert len(await api("getUpdates", offset=5)) == 1
    assert len(await api("getUpdates", offset=6)) == 3


async def test_a_limit_is_kept_and_the_rest_waits(ada: Person, api: Raw) -> None:
    await say(ada, "one", "two", "three")
    first = await api("getUpdates", limit=2)
    assert texts(first) == ["one", "two"]
    assert texts(await api("getUpdates", offset=ids(first)[-1] + 1, limit=2)) == ["three"]


async def test_never_more_than_a_hundred_at_once(ada: Person, api: Raw) -> None:
    await say(ada, *map(str, range(101)))
    assert len(await api("getUpdates", limit=1000)) == 100


async def test_a_negative_offset_counts_from_the_end_and_forgets_the_rest(ada: Person, api: Raw) -> None:
    await say(ada, "one", "two", "three")
    assert texts(await api("getUpdates", offset=-1)) == ["three"]
    assert texts(await api("getUpdates")) == ["three"]


async def test_a_long_poll_returns_as_soon_as_something_is_said(server: LocalServer, ada: Person, api: Raw) -> None:
    polling = asyncio.create_task(api("getUpdates", timeout=30))
    await server.until(lambda: server.world.updates.polled)
    await ada.say("now")
    assert texts(await asyncio.wait_for(polling, 2)) == ["now"]


async def test_a_long_poll_without_news_returns_empty(api: Raw) -> None:
    assert await api("getUpdates", timeout=0) == []


async def test_a_second_poller_ends_the_first(server: LocalServer, ada: Person, api: Raw) -> None:
    first = asyncio.create_task(api.refused("getUpdates", timeout=30))
    await server.until(lambda: server.world.updates.polled)
    second = asyncio.create_task(api("getUpdates", timeout=30, offset=1))
    status, words = await asyncio.wait_for(first, 2)
    assert status == 409
    assert words == (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )
    await ada.say("for the second")
    assert texts(await second) == ["for the second"]


async def test_what_a_killed_bot_had_not_confirmed_goes_to_the_next(server: LocalServer, ada: Person) -> None:
    await say(ada, "one", "two")
    async with Raw(server) as killed:
        assert len(await killed("getUpdates")) == 2
        dying = asyncio.create_task(killed("getUpdates", timeout=30, offset=ids(server.world.updates.pending)[1]))
        await asyncio.wait_for(dying, 2)
    async with Raw(server) as restarted:
        assert texts(await restarted("getUpdates")) == ["two"]


async def test_only_kinds_asked_for_come_and_the_choice_sticks(ada: Person, api: Raw) -> None:
    await api("getUpdates", allowed_updates=["callback_query"])
    await ada.say("not asked for")
    assert await api("getUpdates") == []
    await api("getUpdates", allowed_updates=["message"])
    await ada.say("asked for")
    assert texts(await api("getUpdates", offset=1)) == ["asked for"]


async def test_a_choice_does_not_touch_what_has_already_come_up(ada: Person, api: Raw) -> None:
    await ada.say("before")
    assert texts(await api("getUpdates", allowed_updates=["callback_query"])) == ["before"]


@pytest.mark.parametrize(("asked", "heard"), [([], 0), (["message_reaction"], 1)])
async def test_reactions_come_only_to_a_bot_that_names_them(
    ada: Person, api: Raw, asked: list[str], heard: int
) -> None:
    await api("getUpdates", allowed_updates=asked)
    message = await ada.say("x") if heard == 0 else None
    sent = await api("sendMessage", chat_id=ada.id, text="y")
    await ada.react(await ada.heard(), "👍")
    kinds = {kind for update in await api("getUpdates", offset=1) for kind in update} - {"update_id"}
    assert kinds == ({"message_reaction"} if heard else {"message"})
    assert sent["message_id"] != (message.id if message else 0)
