"""``ledger-bot --local``: the same bot in a terminal, through the Bot API server of this package, on loopback.

What is typed is said by the person whose turn it is; a number presses the button of that number. Lines may also come
from a pipe; the chat ends with them, once everything is answered.
"""

from __future__ import annotations

import asyncio
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

import typer

from bot.local import LocalServer, Message, Person
from bot.local.queries import Press
from bot.pace import Pace
from bot.redaction import log_safely
from bot.service import Service, Tempo, serving
from desk.desk import Desk, opened, utc_now
from desk.settings import Settings

FIRST = "Ada"
_INTRODUCTION = """\
A chat with the bot, without Telegram. What you type, {name} says; {name} is an admin.
  a number         presses the button of that number
  /as NAME         speaks as another person (an Arabic name, or /as NAME ar: in Arabic)
  /reply WORDS     replies to the bot's newest message, as to correct what it understood
  /edit WORDS      changes the message you sent last
  Ctrl-D           ends the chat; what was recorded stays in {home}
"""
_ISOLATES = re.compile("[\u2066-\u2069]")
_LINK = re.compile(r"^https://t\.me/\w+\?start=(\S+)$")


def chat(settings: Settings, *, unsafe: bool = False) -> None:
    """Chat until the input ends."""
    log_safely("", level=30)
    asyncio.run(_chat(settings, unsafe=unsafe))


async def _chat(settings: Settings, *, unsafe: bool) -> None:
    async with LocalServer.running(clock=utc_now) as server:
        first = server.person(FIRST, language="en")
        local = settings.model_copy(update={"admin_ids": (*settings.admin_ids, first.id)})
        with opened(local, unsafe=unsafe) as desk:
            await _served(server, desk, first, settings.home)


async def _served(server: LocalServer, desk: Desk, first: Person, home: Path) -> None:
    free = Pace(overall=1000, each_chat=1000)
    async with serving(desk, server.token, server.base_url, free, Tempo(long_poll=5, first_pause=0.1)) as service:
        running = asyncio.create_task(service.run())
        typer.echo(_INTRODUCTION.format(name=first.name, home=home))
        talk = Talk(server, service, first, home / "pictures")
        try:
            await talk.until_the_end(running)
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)


@dataclass
class Talk:
    """One terminal: who speaks, and which buttons can be pressed."""

    server: LocalServer
    service: Service
    person: Person
    pictures: Path
    people: list[Person] = field(default_factory=list)
    buttons: list[tuple[Person, Message, str, str]] = field(default_factory=list)
    newest: dict[str, Message] = field(default_factory=dict)
    said: dict[str, Message] = field(default_factory=dict)

    async def until_the_end(self, running: asyncio.Task[None]) -> None:
        """Line by line; ends early when the service does, with its error."""
        self.people.append(self.person)
        while True:
            reading = asyncio.create_task(asyncio.to_thread(sys.stdin.readline))
            await asyncio.wait([reading, running], return_when=asyncio.FIRST_COMPLETED)
            if running.done():
                running.result()
                return
            line = reading.result()
            if not line:
                return
            if line.strip():
                await self._take(line.strip())

    async def _take(self, line: str) -> None:
        if not sys.stdin.isatty():
            typer.echo(f"{self.person.name}> {line}")
        press = await self._act(line)
        await self.server.fetched(60)
        await self.service.settled()
        if press is not None and press.answer is not None and press.answer.text:
            typer.echo(f"    ({press.answer.text})")
        self._show()

    async def _act(self, line: str) -> Press | None:
        word, _, rest = line.partition(" ")
        link = _LINK.match(line)
        if word == "/as" and rest.strip():
            self._turn(rest.strip())
        elif line.isdecimal():
            return await self._press(int(line))
        elif word == "/reply" and self.person.name in self.newest:
            await self.person.say(rest, reply_to=self.newest[self.person.name])
        elif word == "/edit" and self.person.name in self.said:
            self.said[self.person.name] = await self.person.edit(self.said[self.person.name], rest)
        else:
            self.said[self.person.name] = await self.person.say(f"/start {link[1]}" if link else line)
        return None

    def _turn(self, words: str) -> None:
        """Let another person speak, by name, perhaps with the language of their client."""
        name, _, language = words.rpartition(" ")
        if language not in ("en", "ar") or not name:
            name, language = words, "ar" if re.search("[\u0600-\u06ff]", words) else "en"
        self.person = self.server.person(name, language=language)
        if self.person not in self.people:
            self.people.append(self.person)
        typer.echo(f"You are {name} now.")

    async def _press(self, number: int) -> Press | None:
        if not 1 <= number <= len(self.buttons):
            typer.echo(f"There is no button {number}.")
            return None
        person, message, carried, label = self.buttons[number - 1]
        typer.echo(f"    {person.name} presses [{label}]")
        return await person.tap(message, carried)

    def _show(self) -> None:
        """Everything new for anybody, with the buttons numbered anew."""
        fresh = [(person, message) for person in self.people for message in person.unheard()]
        if any(message.buttons for _, message in fresh):
            self.buttons.clear()
        for person, message in fresh:
            self.newest[person.name] = message
            to = "" if person is self.person else f" to {person.name}"
            lines = _ISOLATES.sub("", message.words).splitlines()
            typer.echo(f"  bot{to}{' (edits)' if message.edited_at else ''}:")
            if message.file is not None:
                lines.insert(0, f"[picture: {self._saved(message)}]")
            typer.echo("\n".join(f"    {line}" for line in lines))
            for row in message.rows:
                typer.echo("    " + "  ".join(self._numbered(person, message, it) for it in row))

    def _numbered(self, person: Person, message: Message, button: object) -> str:
        label, carried = str(getattr(button, "text", "")), str(getattr(button, "callback_data", ""))
        self.buttons.append((person, message, carried, label))
        return f"({len(self.buttons)}) {_ISOLATES.sub('', label)}"

    def _saved(self, message: Message) -> Path:
        self.pictures.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self.pictures / f"chart-{message.chat.id}-{message.id}.png"
        path.write_bytes(message.file.content if message.file else b"")
        return path
