"""Tests reach this machine and no other."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator

import httpx
import pytest
from aiohttp import ClientSession, web
from pytest_socket import SocketConnectBlockedError

# 192.0.2.0/24 is set aside for documentation (RFC 5737): should a guard fail, nobody is troubled.
ELSEWHERE = ("192.0.2.1", 9)
NAME_ELSEWHERE = "ledger.invalid"

blocked = pytest.mark.filterwarnings("ignore:A test tried to use socket")


@pytest.fixture
async def address() -> AsyncIterator[str]:
    async def greet(request: web.Request) -> web.Response:
        return web.json_response({"asked": request.path})

    app = web.Application()
    app.router.add_get("/{rest:.*}", greet)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def test_aiohttp_serves_and_asks_on_loopback(address: str) -> None:
    async with ClientSession() as session, session.get(f"{address}/toll") as answer:
        assert await answer.json() == {"asked": "/toll"}


async def test_httpx_asks_on_loopback(address: str) -> None:
    async with httpx.AsyncClient(trust_env=False) as client:
        assert (await client.get(f"{address}/picture")).json() == {"asked": "/picture"}


async def test_localhost_is_this_machine(address: str) -> None:
    port = int(address.rpartition(":")[2])
    _, writer = await asyncio.open_connection("localhost", port)
    writer.close()
    await writer.wait_closed()


@blocked
def test_connecting_elsewhere_fails() -> None:
    with socket.socket() as reaching, pytest.raises(SocketConnectBlockedError):
        reaching.connect(ELSEWHERE)


@blocked
def test_connecting_elsewhere_the_other_way_fails_too() -> None:
    with socket.socket() as reaching, pytest.raises(SocketConnectBlockedError):
        reaching.connect_ex(ELSEWHERE)


@blocked
def test_a_datagram_to_elsewhere_fails() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as reaching, pytest.raises(SocketConnectBlockedError):
        reaching.sendto(b"hello", ELSEWHERE)


@blocked
async def test_asyncio_elsewhere_fails() -> None:
    with pytest.raises(SocketConnectBlockedError):
        await asyncio.open_connection(*ELSEWHERE)


@blocked
@pytest.mark.parametrize("host", [ELSEWHERE[0], NAME_ELSEWHERE])
async def test_asking_elsewhere_over_http_fails(host: str) -> None:
    async with ClientSession() as session:
        with pytest.raises(SocketConnectBlockedError):
            await session.get(f"http://{host}/")


@blocked
def test_a_name_that_others_would_have_to_look_up_fails() -> None:
    with pytest.raises(SocketConnectBlockedError):
        socket.getaddrinfo(NAME_ELSEWHERE, 80)
