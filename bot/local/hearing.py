"""What a person hears: the bot's messages and edits in a chat, each taken once."""

from __future__ import annotations

from collections.abc import Callable

from bot.local.chats import Chat
from bot.local.groups import Room
from bot.local.messages import Deed, Message
from bot.local.world import World

PATIENCE = 5.0
"""Seconds of real time that a person waits."""


class Listener:
    """Remembers in each chat how far it has listened."""

    def __init__(self, world: World, chat: Chat) -> None:
        self.chat = chat
        self._world = world
        self._taken: dict[int, int] = {}

    async def heard(self, timeout: float = PATIENCE, *, chat: Room | None = None) -> Message:
        """The bot's next message or edit not yet taken, as it was at that moment.

        Raises TimeoutError, with all that was said in the chat, when none comes within ``timeout`` seconds.
        """
        return await self.heard_until(lambda _: True, timeout, chat=chat)

    async def heard_until(
        self, wanted: Callable[[Message], bool], timeout: float = PATIENCE, *, chat: Room | None = None
    ) -> Message:
        """The next message or edit that ``wanted`` says yes to; those before it are taken too. Raises TimeoutError."""
        place = self._place(chat)
        heard: list[Message] = []

        def came() -> bool:
            while not heard and (message := self._next(place)) is not None:
                if wanted(message):
                    heard.append(message)
            return bool(heard)

        if not await self._world.bell.until(came, timeout):
            raise TimeoutError(f"nothing heard within {timeout} s; all that was said:\n{self.transcript(chat=chat)}")
        return heard[0]

    def unheard(self, *, chat: Room | None = None) -> list[Message]:
        """Everything not yet taken, without waiting; taken by this."""
        found = []
        while (message := self._next(self._place(chat))) is not None:
            found.append(message)
        return found

    def transcript(self, *, chat: Room | None = None) -> str:
        """Everything in the chat in order, both sides, with buttons, for a person to read."""
        return self._world.open(self._place(chat)).transcript()

    def _next(self, chat: Chat) -> Message | None:
        happenings = self._world.open(chat).happenings
        while (at := self._taken.get(chat.id, 0)) < len(happenings):
            self._taken[chat.id] = at + 1
            it = happenings[at]
            if it.by_bot and it.deed in {Deed.SENT, Deed.EDITED} and it.message is not None:
                return it.message
        return None

    def _place(self, room: Room | None) -> Chat:
        return self.chat if room is None else room.chat
