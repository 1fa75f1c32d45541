"""The queue of updates that wait for the bot, with Telegram's rules of handing them out.

- An update is confirmed, and gone, when getUpdates asks for a higher offset. A negative offset counts from the end
  and forgets everything before.
- The same offset asked again within half a second gives one update only.
- ``allowed_updates`` holds until it is given anew, and decides when an update comes up, not when it is fetched.
- One poller at a time: a second getUpdates ends the first with 409.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from bot.local.bell import Bell
from bot.local.chats import Fields
from bot.local.refusals import conflict

UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""Kinds that a bot gets only if it names them."""
LONGEST_POLL = 50
HASTE = 0.5
"""Within so many seconds the same offset gives one update."""


class UpdateQueue:
    def __init__(self, bell: Bell) -> None:
        self.pending: list[Fields] = []
        self.handed: list[Fields] = []
        """What the last answer held, for faults that hand it out again."""
        self.allowed: tuple[str, ...] = ()
        self.next_id = 700_000_001
        self.polled = False
        """Whether a poll waits at this moment."""
        self._bell = bell
        self._turn = 0
        self._last = (-1, 0.0)
        self._closed = False

    def wants(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in UNASKED

    def emit(self, kind: str, body: Fields) -> None:
        """Queue one update, unless the bot has not asked for its kind."""
        if self.wants(kind):
            self.pending.append({"update_id": self.next_id, kind: body})
            self.next_id += 1
            self._bell.ring()

    def confirm(self, offset: int) -> None:
        """Drop what lies below ``offset``; below zero, all but the last so many."""
        if offset < 0:
            del self.pending[: max(len(self.pending) + offset, 0)]
        else:
            self.pending = [update for update in self.pending if number(update) >= offset]

    def allow(self, kinds: Sequence[str] | None) -> None:
        """Set which kinds come up from now on; None leaves it as it was, an empty list is the default."""
        if kinds is not None:
            self.allowed = tuple(kinds)

    async def take(self, offset: int, limit: int, timeout: int) -> list[Fields]:
        """What getUpdates answers; waits up to ``timeout`` seconds, raises ApiError 409 when another poller comes."""
        now = asyncio.get_running_loop().time()
        if offset == self._last[0] and now < self._last[1] + HASTE:
            limit = 1
        self._last = (offset, now)
        self.displace()
        turn = self._turn
        self.confirm(offset)
        self.polled = True
        self._bell.ring()
        await self._bell.until(
            lambda: bool(self.pending) or self._closed or turn != self._turn, min(timeout, LONGEST_POLL)
        )
        if turn != self._turn:
            raise conflict(
                "terminated by other getUpdates request; make sure that only one bot instance is running"
                if self._last[0] != _WEBHOOK
                else "terminated by setWebhook request"
            )
        self.polled = False
        self.handed = self.pending[:limit]
        return list(self.handed)

    def displace(self, *, by_webhook: bool = False) -> None:
        """End the poll that is waiting, if there is one."""
        if by_webhook:
            self._last = (_WEBHOOK, 0.0)
        self._turn += 1
        self._bell.ring()

    def close(self) -> None:
        """Let the waiting poll return empty: the server stops."""
        self._closed = True
        self._bell.ring()


_WEBHOOK = -(2**40)


def number(update: Fields) -> int:
    """The update_id."""
    value = update["update_id"]
    return value if isinstance(value, int) else 0
