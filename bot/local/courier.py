"""Carries updates to the bot's webhook, in order, each until it is taken."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.local.chats import Fields
from bot.local.faults import WEBHOOK, Fault, Faults
from bot.local.parameters import Parameters, is_object, of_object
from bot.local.updates import number
from bot.local.world import Webhook, World

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
FIRST_PAUSE = 0.05
LONGEST_PAUSE = 1.0
"""Seconds between attempts at a bot that does not take an update; doubled each time."""

Perform = Callable[[str, Parameters], Awaitable[object]]
"""Does a call that the bot put into its answer to a delivery."""


class Courier:
    """One delivery at a time. ``seen`` is told of every update that the bot took."""

    def __init__(self, world: World, faults: Faults, perform: Perform, seen: Callable[[Fields], None]) -> None:
        self._world = world
        self._faults = faults
        self._perform = perform
        self._seen = seen

    async def run(self) -> None:
        """Until cancelled."""
        world, pause = self._world, FIRST_PAUSE
        async with ClientSession(timeout=ClientTimeout(total=60)) as session:
            while True:
                await world.bell.until(lambda: world.webhook is not None and bool(world.updates.pending), None)
                update, webhook = world.updates.pending[0], world.webhook
                if webhook is not None and await self._deliver(session, webhook, update):
                    pause = FIRST_PAUSE
                else:
                    await asyncio.sleep(pause)
                    pause = min(pause * 2, LONGEST_PAUSE)

    async def _deliver(self, session: ClientSession, webhook: Webhook, update: Fields) -> bool:
        self._faults.upset([update], [])
        twice = self._faults.take(WEBHOOK, update, {Fault.WEBHOOK_TWICE}) is not None
        for _ in range(1 + twice):
            if not await self._post(session, webhook, update):
                return False
        self._world.updates.confirm(number(update) + 1)
        if number(update) not in self._faults.poisoned:
            self._seen(update)
        return True

    async def _post(self, session: ClientSession, webhook: Webhook, update: Fields) -> bool:
        headers = {SECRET_HEADER: webhook.secret} if webhook.secret else {}
        try:
            async with session.post(webhook.url, json=update, headers=headers) as response:
                if response.status // 100 != 2:
                    self._failed(f"Wrong response from the webhook: {response.status} {response.reason}")
                    return False
                body: object = await response.json() if response.content_type == "application/json" else None
        except (ClientError, TimeoutError, ValueError) as fault:
            self._failed(f"Connection failed: {type(fault).__name__}")
            return False
        if is_object(body) and isinstance(body.get("method"), str):
            await self._perform(str(body.pop("method")), of_object(body))
        return True

    def _failed(self, words: str) -> None:
        self._world.webhook_error = (self._world.now(), words)
        self._world.bell.ring()
