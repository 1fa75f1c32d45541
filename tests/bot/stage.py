"""A stage for conversations: the real bot on a fresh home, against the local Bot API server, over loopback HTTP."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.local import LocalServer, Message, Person
from bot.pace import Pace
from bot.service import Service, Tempo, serving
from desk.desk import Desk, opened
from desk.settings import Settings
from ledger.domain.values import Role
from projections.reports import ReportRow
from tests.bot.schema import Schema
from tests.clock import Clock

REPOSITORY = Path(__file__).resolve().parents[2]
QUICK = Tempo(long_poll=5, silence=30, first_pause=0.02, round=0.05)
ISOLATES = re.compile("[\u2066-\u2069]")


def words(message: Message) -> str:
    """What a person reads, without the marks that nobody sees."""
    return ISOLATES.sub("", message.words)


class Stage:
    """A running bot with its server and desk. ``ada`` is the first admin."""

    def __init__(self, server: LocalServer, desk: Desk, service: Service, clock: Clock) -> None:
        self.server = server
        self.desk = desk
        self.service = service
        self.clock = clock
        self.ada = server.person("Ada")

    async def settled(self) -> None:
        """Wait until the bot has answered everything."""
        await self.server.fetched(20)
        await asyncio.wait_for(self.service.settled(), 20)

    async def heard(self, person: Person) -> list[Message]:
        await self.settled()
        return person.unheard()

    async def tell(self, person: Person, text: str, *, reply_to: Message | None = None) -> Message:
        """Say something and give the bot's last answer."""
        await person.say(text, reply_to=reply_to)
        return await self.last(person)

    async def last(self, person: Person) -> Message:
        """The bot's last word to somebody, once all is answered."""
        heard = await self.heard(person)
        if not heard:
            raise AssertionError(f"the bot said nothing to {person.name}:\n{person.transcript()}")
        return heard[-1]

    async def tap(self, person: Person, message: Message, label: str) -> str:
        """Press the button whose label holds ``label``; gives the toast."""
        found = next(it for it in message.buttons if label in ISOLATES.sub("", it.text))
        press = await person.tap(message, found.callback_data or "")
        await self.settled()
        return ISOLATES.sub("", (await press.answered()).text)

    async def recorded(self, person: Person, text: str) -> str:
        """Report and confirm; gives the receipt."""
        card = await self.tell(person, text)
        await self.tap(person, card, "✓")
        return words(await self.last(person))

    async def joined(self, name: str, role: Role, language: str = "en") -> Person:
        """Somebody whom Ada invited by a link."""
        invitation = words(await self.tell(self.ada, f"/invite {role.value} {name}"))
        code = re.search(r"start=(\w+)", invitation)
        assert code, invitation
        person = self.server.person(name, language=language)
        await person.start(code[1])
        await self.heard(person)
        return person

    def report(self, receipt: str) -> ReportRow:
        """The recorded report of a receipt."""
        self.desk.catch_up()
        found = re.search(r"R-\w+", receipt)
        assert found, receipt
        return self.desk.queries.report(found[0])

    def facts(self) -> list[tuple[str, str]]:
        """(stream, kind) of all that is recorded of reports, incidents and tolls."""
        entries = list(self.desk.log.after(0))
        return [(it.stream_id, it.kind) for it in entries if not it.stream_id.startswith("M-")]


def settings(home: Path, *admins: int) -> Settings:
    return Settings(home=home, LEDGER_ADMIN_IDS="", admin_ids=admins)  # type: ignore[call-arg]


@asynccontextmanager
async def staged(home: Path, clock: Clock, *, schema: Schema | None = None) -> AsyncIterator[Stage]:
    """A bot that runs for the time of a block; at its end nothing that went over the wire was malformed."""
    watching = schema or Schema()
    async with LocalServer.running(clock=clock) as server:
        server.observers.append(watching)
        with opened(settings(home, server.person("Ada").id), clock=clock) as desk:
            async with played(server, desk, clock) as stage:
                yield stage
    assert watching.violations == []


@asynccontextmanager
async def played(server: LocalServer, desk: Desk, clock: Clock, tempo: Tempo = QUICK) -> AsyncIterator[Stage]:
    """One run of the bot on a server and a desk that live longer."""
    fast = Pace(overall=10_000, each_chat=10_000)
    async with serving(desk, server.token, server.base_url, fast, tempo) as service:
        running = asyncio.create_task(service.run())
        try:
            yield Stage(server, desk, service, clock)
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
