"""A webhook gets every update in order, with its secret, until it takes it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from aiohttp import web

from bot.local import Fault, LocalServer, Person
from bot.local.courier import SECRET_HEADER
from tests.bot.local.raw import Raw


@dataclass
class Receiver:
    """A bot's side of a webhook: keeps what came, answers with the statuses and the body it was given."""

    url: str = ""
    came: list[tuple[str | None, dict[str, object]]] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    reply: dict[str, object] | None = None

    async def take(self, request: web.Request) -> web.Response:
        self.came.append((request.headers.get(SECRET_HEADER), await request.json()))
        status = self.statuses.pop(0) if self.statuses else 200
        return web.json_response(self.reply, status=status) if self.reply else web.Response(status=status)

    def texts(self) -> list[str]:
        return [update["message"]["text"] for _, update in self.came]  # type: ignore[index]


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    application = web.Application()
    application.router.add_post("/hook", receiver.take)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield receiver
    await runner.cleanup()


async def test_updates_are_delivered_in_order_with_the_secret(
    server: LocalServer, ada: Person, api: Raw, receiver: Receiver
) -> None:
    await ada.say("before")
    await api("setWebhook", url=receiver.url, secret_token="s-1")
    await ada.say("after")
    await server.fetched()
    assert receiver.texts() == ["before", "after"]
    assert {secret for secret, _ in receiver.came} == {"s-1"}


@pytest.mark.parametrize("status", [500, 404, 302])
async def test_an_update_comes_until_it_is_taken(
    server: LocalServer, ada: Person, api: Raw, receiver: Receiver, status: int
) -> None:
    receiver.statuses = [status]
    await ada.say("one")
    await ada.say("two")
    await api("setWebhook", url=receiver.url)
    await server.until(lambda: server.world.webhook_error is not None)
    info = await api("getWebhookInfo")
    assert str(status) in info["last_error_message"]
    assert info["pending_update_count"] == 2
    await server.fetched()
    assert receiver.texts() == ["one", "one", "two"]


async def test_a_delivery_can_be_made_twice(server: LocalServer, ada: Person, api: Raw, receiver: Receiver) -> None:
    server.fail("webhook", kind=Fault.WEBHOOK_TWICE)
    await api("setWebhook", url=receiver.url)
    await ada.say("one")
    await ada.say("two")
    await server.fetched()
    assert receiver.texts() == ["one", "one", "two"]


async def test_a_bot_that_is_not_there_gets_it_when_it_comes_back(
    server: LocalServer, ada: Person, api: Raw, receiver: Receiver
) -> None:
    await api("setWebhook", url="http://127.0.0.1:9/nobody")
    await ada.say("one")
    await server.until(lambda: server.world.webhook_error is not None)
    await api("setWebhook", url=receiver.url)
    await server.fetched()
    assert receiver.texts() == ["one"]


async def test_a_call_may_stand_in_the_answer(server: LocalServer, ada: Person, api: Raw, receiver: Receiver) -> None:
    receiver.reply = {"method": "sendMessage", "chat_id": ada.id, "text": "seen"}
    await api("setWebhook", url=receiver.url)
    await ada.say("one")
    assert (await ada.heard()).text == "seen"
    assert server.called("sendMessage")[0].parameters == {"chat_id": ada.id, "text": "seen"}


async def test_while_a_webhook_is_set_nothing_can_be_fetched(ada: Person, api: Raw, receiver: Receiver) -> None:
    receiver.statuses = [500] * 1000
    await api("setWebhook", url=receiver.url, allowed_updates=["message"], max_connections=7)
    status, words = await api.refused("getUpdates")
    assert status == 409
    assert words.startswith("Conflict: can't use getUpdates method while webhook is active")
    info = await api("getWebhookInfo")
    assert (info["url"], info["allowed_updates"], info["max_connections"]) == (receiver.url, ["message"], 7)
    await ada.say("one")
    await api("deleteWebhook")
    assert [update["message"]["text"] for update in await api("getUpdates")] == ["one"]


async def test_what_waits_can_be_dropped(ada: Person, api: Raw) -> None:
    await ada.say("one")
    assert (await api("getWebhookInfo"))["pending_update_count"] == 1
    await api("deleteWebhook", drop_pending_updates=True)
    assert (await api("getWebhookInfo")) == {"url": "", "has_custom_certificate": False, "pending_update_count": 0}


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"url": "nowhere"}, "bad webhook: invalid webhook URL specified"),
        ({"url": "http://127.0.0.1:9/x", "secret_token": "ü"}, "secret token contains unallowed characters"),
    ],
)
async def test_a_wrong_webhook_is_refused(api: Raw, asked: dict[str, str], words: str) -> None:
    assert await api.refused("setWebhook", **asked) == (400, f"Bad Request: {words}")
