"""The bot is killed at many moments while messages pour in: nothing acknowledged is lost, nothing recorded twice.

[RELIABILITY R7] A report counts as acknowledged when Telegram was told of its update; as recorded when the receipt said
so. The bot runs as a process of its own, as it would at home, and dies of SIGKILL.
"""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.local import LocalServer, Message, Person
from desk.desk import opened, utc_now
from ledger.domain.values import Role
from tests.bot.schema import Schema
from tests.bot.stage import REPOSITORY, settings, words

KILLS = 5
MESSAGES = 15


class Killed:
    """A bot in a process of its own, which can be killed and started anew on the same home."""

    def __init__(self, server: LocalServer, home: Path) -> None:
        self._server = server
        self._home = home
        self.log = home / "bot.log"
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        environment = {
            "PATH": os.environ["PATH"],
            "LEDGER_HOME": str(self._home),
            "TELEGRAM_BOT_TOKEN": self._server.token,
            "TELEGRAM_API_URL": self._server.base_url,
            "PYTHONPATH": str(REPOSITORY),
        }
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", cwd=self._home, env=environment, stderr=self.log.open("ab")
        )

    async def kill(self) -> None:
        if self._process is not None and self._process.returncode is None:
            self._process.send_signal(signal.SIGKILL)
            await self._process.wait()

    async def stop(self) -> int:
        """Ask it to end, as a service manager does; gives its exit status."""
        if self._process is None:
            return -1
        self._process.send_signal(signal.SIGTERM)
        return await asyncio.wait_for(self._process.wait(), 20)


@asynccontextmanager
async def killable(server: LocalServer, home: Path) -> AsyncIterator[Killed]:
    bot = Killed(server, home)
    await bot.start()
    try:
        yield bot
    finally:
        await bot.kill()


def joined(home: Path, *people: Person) -> None:
    """Make people monitors before the bot runs."""
    with opened(settings(home), clock=utc_now) as desk:
        for person in people:
            code = desk.people.invite(Role.MONITOR, desk.people.operator(), person.name).code
            desk.people.redeem(code, person.id)


async def confirm_all(person: Person, receipts: set[str], cards: int) -> None:
    """Press Confirm on every card that comes, until so many different reports are recorded."""
    while len(receipts) < cards:
        message: Message = await person.heard(timeout=40)
        if found := re.search(r"Recorded (?:before as )?(R-\w+)", words(message)):
            receipts.add(found[1])
        elif any("Confirm" in it.text for it in message.buttons):
            await person.press(message, "✓ Confirm")


async def test_nothing_acknowledged_is_lost_and_nothing_recorded_twice(tmp_path: Path) -> None:
    schema = Schema()
    async with LocalServer.running(clock=utc_now) as server:
        server.observers.append(schema)
        people = [server.person(name) for name in ("Salma", "Omar", "Rana")]
        joined(tmp_path, *people)
        receipts: dict[str, set[str]] = {person.name: set() for person in people}
        async with killable(server, tmp_path) as bot:
            pressing = [
                asyncio.create_task(confirm_all(person, receipts[person.name], MESSAGES // len(people)))
                for person in people
            ]
            for number in range(MESSAGES):
                person = people[number % len(people)]
                await person.say(f"Shelling on Hayt, {number + 3} killed")
                if number % (MESSAGES // KILLS) == 1:
                    # Killed after so many calls: each time at another moment of handling.
                    reached = len(server.calls) + 1 + number
                    await server.until(lambda reached=reached: len(server.calls) >= reached, 20)
                    await bot.kill()
                    await bot.start()
            await asyncio.wait_for(asyncio.gather(*pressing), 60)
            assert await bot.stop() == 0
    assert schema.violations == []
    logged = (tmp_path / "bot.log").read_text()
    for canary in ("Hayt", server.token, *(str(person.id) for person in people), *set.union(*receipts.values())):
        assert canary not in logged
    with opened(settings(tmp_path), clock=utc_now) as desk:
        recorded = [it for it in desk.log.after(0) if it.kind == "shelling_reported"]
    told = set.union(*receipts.values())
    reports = Counter(it.correlation for it in recorded)
    assert set(reports) == told
    assert len(reports) == MESSAGES
    assert set(reports.values()) == {1}
