"""The server itself: HTTP in front of the world, the log of calls, and faults on the way."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime

from aiohttp import web

from bot.local.chats import Fields, User
from bot.local.company import Company
from bot.local.courier import Courier
from bot.local.downloads import download
from bot.local.faults import AFTER, FILE, WEBHOOK, Fault, Faults, Plan
from bot.local.methods import BY_LOWER_CASE, METHODS
from bot.local.parameters import Parameters, read
from bot.local.refusals import ApiError
from bot.local.updates import number
from bot.local.wires import answer, broken, refusal
from bot.local.world import World, running_clock

Observer = Callable[[str, Fields, object], None]
"""Called once for each call with the method, its parameters, and the result in JSON's types or the ApiError."""

_TOKEN = re.compile(r"[1-9]\d*:[\w-]+")
_BODY_LIMIT = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the bot: parameters as what they stand for, files as Upload; ``result`` or ``error``.

    ``fault`` is the ordered fault that the caller saw instead.
    """

    method: str
    parameters: Fields
    at: int
    result: object = None
    error: ApiError | None = None
    fault: Fault | None = None


class LocalServer(Company):
    """A Bot API server on loopback for one bot. Its state lives as long as the object, whatever becomes of the bot.

    ``base_url`` is what the bot gets as TELEGRAM_API_URL; ``calls`` is the log of all calls in order; ``observers``
    are told of each.
    """

    def __init__(self, token: str, world: World) -> None:
        super().__init__(world)
        self.token = token
        self.base_url = ""
        self.calls: list[Call] = []
        self.observers: list[Observer] = []
        self.faults = Faults()
        self._runner: web.AppRunner | None = None
        self._courier: asyncio.Task[None] | None = None

    @classmethod
    async def start(
        cls,
        token: str = "123:abc",
        host: str = "127.0.0.1",
        port: int = 0,
        clock: Callable[[], datetime] | None = None,
        *,
        username: str = "ledger_bot",
        name: str = "Incident Ledger",
        privacy: bool = True,
    ) -> LocalServer:
        """Listen, on a free port unless one is given. ``clock`` gives aware datetimes.

        Without one the server begins at noon of 1 August 2018 UTC and time runs as it does. ``privacy`` is the bot's
        privacy mode in groups.
        """
        if not _TOKEN.fullmatch(token):
            raise ValueError("a token is a number, a colon and letters, as 123:abc")
        bot = User(int(token.partition(":")[0]), name, username=username, is_bot=True)
        server = cls(token, World(bot, clock or running_clock(), privacy=privacy))
        await server._listen(host, port)
        return server

    @classmethod
    @asynccontextmanager
    async def running(
        cls, token: str = "123:abc", clock: Callable[[], datetime] | None = None, *, privacy: bool = True
    ) -> AsyncIterator[LocalServer]:
        """Started for the time of a block."""
        server = await cls.start(token, clock=clock, privacy=privacy)
        try:
            yield server
        finally:
            await server.stop()

    async def stop(self) -> None:
        """Let everyone go who waits, and close the port."""
        self.world.close()
        if self._courier is not None:
            self._courier.cancel()
            with suppress(asyncio.CancelledError):
                await self._courier
        if self._runner is not None:
            await self._runner.cleanup()

    def fail(
        self,
        method: str | None = None,
        times: int | None = 1,
        kind: Fault = Fault.SERVER_ERROR,
        *,
        retry_after: int = 1,
        when: Callable[[Fields], bool] | None = None,
        description: str | None = None,
        pause: float = 0.05,
    ) -> Plan:
        """Order a fault (see Plan): on any method or one, so many times or until ``lift``; ``file`` is a download."""
        if method is not None and method.lower() not in {*BY_LOWER_CASE, FILE, WEBHOOK}:
            raise ValueError(f"there is no method {method} that could fail")
        plan = Plan(kind, method, times, retry_after, when, description, pause)
        self.faults.plans.append(plan)
        return plan

    def called(self, method: str) -> list[Call]:
        """The calls of one method so far."""
        return [call for call in self.calls if call.method == method]

    async def until(self, ready: Callable[[], bool], timeout: float = 5) -> None:
        """Wait until something on this server is so; raises TimeoutError after ``timeout`` seconds."""
        if not await self.world.bell.until(ready, timeout):
            raise TimeoutError(f"not so after {timeout} s; last calls: {[it.method for it in self.calls[-10:]]}")

    async def fetched(self, timeout: float = 5) -> None:
        """Wait until the bot has confirmed every update."""
        await self.until(lambda: not self.world.updates.pending, timeout)

    async def _listen(self, host: str, port: int) -> None:
        application = web.Application(client_max_size=_BODY_LIMIT)
        application.router.add_route("*", "/bot{token}/{method}", self._answer)
        application.router.add_get("/file/bot{token}/{path:.+}", self._file)
        # Long polls and hanging answers end with close(); what is left then is cut off.
        self._runner = web.AppRunner(application, shutdown_timeout=0.1, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port)
        await site.start()
        self.base_url = f"http://{host}:{self._runner.addresses[0][1]}"
        courier = Courier(self.world, self.faults, self._perform, self._delivered)
        self._courier = asyncio.create_task(courier.run())

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        if (stranger := self._stranger(request)) is not None:
            return refusal(stranger)
        method = BY_LOWER_CASE.get(request.match_info["method"].lower())
        if method is None:
            return self._unknown(request.match_info["method"])
        try:
            parameters = await read(request)
        except ApiError as error:
            return refusal(error)
        shown = parameters.shown()
        fault = self.faults.take(method, shown)
        if fault is not None and fault.kind not in AFTER:
            self.calls.append(Call(method, shown, self.world.now(), error=fault.error(), fault=fault.kind))
            self.world.bell.ring()
            return await broken(request, fault, self.world)
        try:
            result = await self._perform(method, parameters, fault)
        except ApiError as error:
            return refusal(error)
        return answer(result) if fault is None else await broken(request, fault, self.world)

    async def _perform(self, method: str, parameters: Parameters, fault: Plan | None = None) -> object:
        """Do one call, log it and show it to the observers; raises ApiError."""
        shown, before = parameters.shown(), self.world.updates.handed
        kind = None if fault is None else fault.kind
        method = BY_LOWER_CASE[method.lower()]
        try:
            result = await METHODS[method](self.world, parameters)
        except ApiError as error:
            self.calls.append(Call(method, shown, self.world.now(), error=error, fault=kind))
            self._show(method, shown, error)
            raise
        self.calls.append(Call(method, shown, self.world.now(), result=result, fault=kind))
        if method != "getUpdates" or not isinstance(result, list):
            self._show(method, shown, result)
            return result
        self._show(method, shown, [it for it in result if number(it) not in self.faults.poisoned])
        return self.faults.upset(result, before)

    def _show(self, method: str, parameters: Fields, outcome: object) -> None:
        self.world.bell.ring()
        for observer in self.observers:
            observer(method, parameters, outcome)

    def _delivered(self, update: Fields) -> None:
        self._show("getUpdates", {}, [update])

    def _unknown(self, name: str) -> web.Response:
        error = ApiError(404, "Not Found: method not found")
        self.calls.append(Call(name, {}, self.world.now(), error=error))
        return refusal(error)

    def _stranger(self, request: web.Request) -> ApiError | None:
        """What a caller with another token is told: well formed 401, else 404."""
        token = request.match_info["token"]
        if token == self.token:
            return None
        return ApiError(401, "Unauthorized") if _TOKEN.fullmatch(token) else ApiError(404, "Not Found")

    async def _file(self, request: web.Request) -> web.StreamResponse:
        if (stranger := self._stranger(request)) is not None:
            return refusal(stranger)
        return await download(request, self.world, self.faults)
