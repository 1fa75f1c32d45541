"""Serial lanes: what comes from one chat is handled in order, and at most so many chats at once.

Blocking work runs in threads; this is the one place where async meets sync.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

from bot.inbox import Kept

MOST = 16


class Lanes:
    """``work`` handles one row and does not raise; a row handed in twice is handled twice, harmlessly."""

    def __init__(self, work: Callable[[Kept], Awaitable[None]], *, most: int = MOST) -> None:
        self._work = work
        self._most = most
        self._queues: dict[str, deque[Kept]] = {}
        self._ready: deque[str] = deque()
        self._running: set[asyncio.Task[None]] = set()
        self._idle = asyncio.Event()
        self._idle.set()
        self._open = True

    @property
    def length(self) -> int:
        """How many rows wait or are in work."""
        return sum(len(queue) for queue in self._queues.values())

    def add(self, rows: list[Kept]) -> None:
        """Queue rows behind what their chats sent before."""
        for kept in rows:
            queue = self._queues.setdefault(kept.lane, deque())
            queue.append(kept)
            if len(queue) == 1:
                self._ready.append(kept.lane)
        self._start()

    async def drained(self) -> None:
        """Wait until nothing is queued or in work."""
        await self._idle.wait()

    async def close(self) -> None:
        """Finish what is in work and start nothing more; the rest is done by the next run."""
        self._open = False
        await asyncio.gather(*self._running, return_exceptions=True)

    def _start(self) -> None:
        while self._open and self._ready and len(self._running) < self._most:
            task = asyncio.create_task(self._drive(self._ready.popleft()))
            self._running.add(task)
            task.add_done_callback(self._ended)
        if self._running or self._ready:
            self._idle.clear()
        else:
            self._idle.set()

    async def _drive(self, lane: str) -> None:
        """Handle one row of a lane, then go to the back, so that a busy chat holds up no other."""
        queue = self._queues[lane]
        try:
            await self._work(queue[0])
        finally:
            queue.popleft()
            if queue:
                self._ready.append(lane)
            else:
                del self._queues[lane]

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        self._start()
