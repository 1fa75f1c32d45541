"""The server as those who start it see it: its address, its log, its clock, its end."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import httpx
import pytest

from bot.local import ApiError, LocalServer, Person
from bot.local.world import START, running_clock
from tests.bot.local.raw import Raw


async def test_each_server_has_a_port_and_a_world_of_its_own() -> None:
    async with LocalServer.running() as one, LocalServer.running() as other:
        assert one.base_url != other.base_url
        await one.person("Ada").say("x")
        async with Raw(other) as api:
            assert await api("getUpdates") == []


@pytest.mark.parametrize("token", ["", "abc", "0:abc", "123", "123:a b"])
async def test_a_token_must_look_like_one(token: str) -> None:
    with pytest.raises(ValueError, match="as 123:abc"):
        await LocalServer.start(token)


async def test_a_stopped_server_is_gone_at_once_even_while_somebody_polls() -> None:
    server = await LocalServer.start()
    async with Raw(server) as api:
        polling = asyncio.create_task(api("getUpdates", timeout=50))
        await server.until(lambda: server.world.updates.polled)
        await asyncio.wait_for(server.stop(), 2)
        assert await polling == []
        with pytest.raises(httpx.ConnectError):
            await api("getMe")


async def test_every_call_is_logged_with_its_outcome(server: LocalServer, ada: Person, api: Raw) -> None:
    await api("getMe")
    await api.refused("sendMessage", chat_id=99, text="x")
    await api.refused("noSuchMethod")
    good, refused, unknown = server.calls
    assert (good.method, good.error) == ("getMe", None)
    assert (refused.method, refused.parameters) == ("sendMessage", {"chat_id": 99, "text": "x"})
    assert str(refused.error) == "400 Bad Request: chat not found"
    assert (unknown.method, str(unknown.error)) == ("noSuchMethod", "404 Not Found: method not found")


async def test_observers_see_results_and_refusals(server: LocalServer, ada: Person, api: Raw) -> None:
    seen: list[tuple[str, object]] = []
    server.observers.append(lambda method, parameters, result: seen.append((method, result)))
    await api("setMyCommands", commands=[])
    await api.refused("getChat", chat_id=99)
    assert seen[0] == ("setMyCommands", True)
    assert isinstance(seen[1][1], ApiError)


async def test_waiting_for_what_never_comes_says_what_was_called(server: LocalServer, api: Raw) -> None:
    await api("getMe")
    with pytest.raises(TimeoutError, match="getMe"):
        await server.until(lambda: False, timeout=0)


async def test_without_a_clock_time_runs_from_the_start() -> None:
    clock = running_clock()
    first = clock()
    assert timedelta() <= first - START < timedelta(seconds=60)
    assert clock() >= first
